"""The icons: every glyph can be drawn, lies in its grid and takes the colour it is given."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from gui.icons import GLYPHS, icon, icon_path, paint_icon


def painted(name: str, color: str, side: int = 40) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_icon(painter, name, QRectF(0, 0, side, side), QColor(color))
    painter.end()
    return image


@pytest.mark.parametrize("name", GLYPHS)
def test_that_a_glyph_stays_inside_its_grid(qapp, name):
    box = icon_path(name).boundingRect()
    assert min(box.left(), box.top()) >= 0
    assert max(box.right(), box.bottom()) <= 20


@pytest.mark.parametrize("name", GLYPHS)
def test_that_an_icon_is_painted_in_the_colour_it_is_given(qapp, name):
    image = painted(name, "#ff0000")
    colors = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colors == {"#ff0000"}


def test_that_no_two_icons_look_the_same(qapp):
    pictures = {name: bytes(painted(name, "#000000").constBits()) for name in GLYPHS}
    assert len(set(pictures.values())) == len(GLYPHS)


def test_that_an_icon_offers_the_sizes_of_dense_screens(qapp):
    assert {size.width() for size in icon("play", QColor("black")).availableSizes()} == {16, 20, 32, 40}


def test_that_an_unknown_icon_is_an_error(qapp):
    with pytest.raises(KeyError):
        icon_path("no such icon")
