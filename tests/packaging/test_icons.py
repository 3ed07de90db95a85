"""The icon: every size is there, is a picture of that size, and is still a mark at 16 pixels."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from icon_files import ICNS_TYPES, ICO_SIZES, icns_file, ico_file
from make_icons import DRAWINGS, FOR_SYSTEMS, LARGEST, PNG_SIZES, draw_icon, png_file
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gui.window_icon import SIZES, window_icon

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("size", PNG_SIZES)
def test_that_each_picture_is_the_drawing_at_its_size(size: int) -> None:
    shipped = QImage(str(DRAWINGS / f"chalknet-{size}.png"))
    assert (shipped.width(), shipped.height()) == (size, size)
    drawn = draw_icon(size)
    places = [(x * size // 8, y * size // 8) for x in range(1, 8) for y in range(1, 8)]
    assert all(near(shipped, drawn, x, y) for x, y in places), "run packaging/make_icons.py"


def near(one: QImage, other: QImage, x: int, y: int) -> bool:
    a, b = one.pixelColor(x, y), other.pixelColor(x, y)
    return all(abs(p - q) < 24 for p, q in zip(a.getRgb(), b.getRgb(), strict=True))


def test_that_the_mark_can_be_read_at_sixteen_pixels() -> None:
    picture = QImage(str(DRAWINGS / "chalknet-16.png"))
    slate, unit, mark = (picture.pixelColor(x, y) for x, y in ((8, 2), (3, 3), (11, 8)))
    assert slate.lightness() < 60
    assert unit.lightness() > 180
    assert mark.hue() in range(40, 55)  # the chalk mark's yellow
    assert picture.pixelColor(0, 0).alpha() < 128


def test_that_an_ico_file_names_its_pictures() -> None:
    pictures = {size: PNG + bytes([size % 251]) * size for size in ICO_SIZES}
    content = ico_file(pictures)
    assert struct.unpack_from("<HHH", content) == (0, 1, len(ICO_SIZES))
    for index, size in enumerate(ICO_SIZES):
        width, height, _, _, _, bits, length, place = struct.unpack_from("<BBBBHHII", content, 6 + 16 * index)
        assert (width or 256, height or 256, bits) == (size, size, 32)
        assert content[place : place + length] == pictures[size]


def test_that_an_icns_file_names_its_pictures() -> None:
    pictures = {size: PNG + bytes([size % 251]) * size for size in ICNS_TYPES.values()}
    content = icns_file(pictures)
    assert content[:4] == b"icns"
    assert int.from_bytes(content[4:8], "big") == len(content)
    found, place = {}, 8
    while place < len(content):
        length = int.from_bytes(content[place + 4 : place + 8], "big")
        found[content[place : place + 4]] = content[place + 8 : place + length]
        place += length
    assert found == {kind: pictures[size] for kind, size in ICNS_TYPES.items()}


def test_that_the_shipped_icon_files_hold_every_size(qtbot: QtBot) -> None:
    icon = QImage(str(FOR_SYSTEMS / "chalknet.ico"))
    assert not icon.isNull()
    content = (FOR_SYSTEMS / "chalknet.icns").read_bytes()
    assert content.count(PNG) == len(ICNS_TYPES)
    assert int.from_bytes(content[4:8], "big") == len(content)
    assert png_file(draw_icon(LARGEST)).startswith(PNG)


def test_that_the_window_has_the_icon_in_every_size(qtbot: QtBot) -> None:
    icon = window_icon()
    assert sorted(size.width() for size in icon.availableSizes()) == list(SIZES)
    assert not icon.pixmap(16, 16).isNull()


def test_that_the_drawings_use_the_colours_of_the_slate() -> None:
    for name in ("chalknet.svg", "chalknet-small.svg"):
        drawing = Path(DRAWINGS / name).read_text(encoding="utf-8")
        for colour in ("#F2F0EA", "#FFDF73", "#6FB3F2", "#F6A15A"):  # ink, spot, pos, neg of the dark theme
            assert colour in drawing
