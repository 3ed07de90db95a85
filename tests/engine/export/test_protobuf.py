"""The encoding of Protocol Buffers, with the examples of its own documentation."""

from __future__ import annotations

import struct

import pytest

from engine.export import protobuf


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, "00"), (1, "01"), (127, "7f"), (128, "8001"), (150, "9601"), (2**63 - 1, "ff" * 8 + "7f")],
)
def test_that_a_varint_has_seven_bits_a_byte(value: int, expected: str) -> None:
    assert protobuf.varint(value).hex() == expected


def test_that_fields_are_those_of_the_documentation() -> None:
    assert protobuf.number(1, 150).hex() == "089601"
    assert protobuf.text(2, "testing").hex() == "120774657374696e67"
    assert protobuf.data(3, protobuf.number(1, 150)).hex() == "1a03089601"


def test_that_a_float_is_four_bytes_and_a_text_is_utf_8() -> None:
    assert protobuf.real(2, 0.25) == b"\x15" + struct.pack("<f", 0.25)
    assert protobuf.text(1, "x₁") == b"\x0a\x04x\xe2\x82\x81"


def test_that_a_negative_number_is_refused() -> None:
    with pytest.raises(ValueError, match="whole number from 0"):
        protobuf.varint(-1)
