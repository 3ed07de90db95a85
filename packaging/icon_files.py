"""Writers of the two icon files that hold several sizes: ICO for Windows, ICNS for macOS. Both take PNG pictures.

ICO: a directory of 16 bytes a picture, then the pictures (Microsoft, "Icons"; PNG inside since Windows Vista).
ICNS: `icns`, the length of everything, then type, length and picture (Apple's Icon Services; these types hold PNG).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
# Type to the pixels of its picture; ic11 to ic14 are the sizes for screens with two pixels a point.
ICNS_TYPES = {
    b"icp4": 16,
    b"icp5": 32,
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic10": 1024,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
    b"ic14": 512,
}


def ico_file(pictures: Mapping[int, bytes]) -> bytes:
    """The bytes of an ICO file. pictures: PNG files by size in pixels, at least ICO_SIZES."""
    place = 6 + 16 * len(ICO_SIZES)
    entries, images = [], []
    for size in ICO_SIZES:
        png = pictures[size]
        byte = size % 256  # 0 stands for 256
        entries.append(struct.pack("<BBBBHHII", byte, byte, 0, 0, 1, 32, len(png), place))
        images.append(png)
        place += len(png)
    return struct.pack("<HHH", 0, 1, len(ICO_SIZES)) + b"".join(entries + images)


def icns_file(pictures: Mapping[int, bytes]) -> bytes:
    """The bytes of an ICNS file. pictures: PNG files by size in pixels, at least those of ICNS_TYPES."""
    parts = [
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for kind, size in ICNS_TYPES.items()
    ]
    body = b"".join(parts)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body
