"""The few lines of Protocol Buffers that an ONNX file needs: numbers, texts and messages within messages.

Source of the encoding: protobuf.dev, "Encoding". A field is its key (number * 8 + wire type) and its value; wire type
0 is a varint, 2 bytes with their length in front, 5 four bytes.
"""

from __future__ import annotations

import struct

VARINT, BYTES, FOUR_BYTES = 0, 2, 5


def varint(value: int) -> bytes:
    """A whole number from 0, seven bits a byte, the low ones first; every byte but the last has its top bit set."""
    if value < 0:
        raise ValueError(f"a varint is a whole number from 0, not {value}")
    found = bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    found.append(value)
    return bytes(found)


def number(field: int, value: int) -> bytes:
    """A field of an integer type or an enumeration."""
    return varint(field << 3 | VARINT) + varint(value)


def real(field: int, value: float) -> bytes:
    """A field of type float."""
    return varint(field << 3 | FOUR_BYTES) + struct.pack("<f", value)


def data(field: int, value: bytes) -> bytes:
    """A field of type bytes, or a message that is written already."""
    return varint(field << 3 | BYTES) + varint(len(value)) + value


def text(field: int, value: str) -> bytes:
    """A field of type string."""
    return data(field, value.encode())
