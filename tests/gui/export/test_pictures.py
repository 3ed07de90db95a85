"""A view as pixels and as shapes."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.chart import Axis, Chart, Curve
from gui.export.pictures import drawing_of, image_of
from gui.export.svg_text import SVG, finished
from gui.fonts import font, load_fonts
from gui.formulas import draw, render
from gui.widgets.pixels import pixel_ratio

WHITE = QColor("white")
FORMULA = "Z^{[1]} = W^{[1]} X + b^{[1]}"


@pytest.fixture(autouse=True)
def _faces(qapp):
    load_fonts()


@pytest.fixture
def chart(qtbot):
    appearance = Appearance("light")
    chart = Chart(appearance)
    qtbot.addWidget(chart)
    chart.resize(400, 260)
    chart.set_axes(Axis(0, 10, "epoch"), Axis(0, 1, "J"))
    xs = np.linspace(0, 10, 200)
    chart.set_curves([Curve(xs, np.exp(-xs / 3), "pos", 3.0, name="train", value="0.0357")])
    chart.show()
    return chart


class Page(QWidget):
    """Text and a formula."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(300, 120)

    def paintEvent(self, event) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), WHITE)
            painter.setFont(font("title"))
            painter.drawText(10, 30, "Cost <J> & co.")
            draw(painter, 10.0, 80.0, render(FORMULA), 20.0)


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)[:, :, :3].astype(float)


def svg_of(widget: QWidget) -> bytes:
    return finished(drawing_of(widget, WHITE, "a view"))


def rendered(svg: bytes, size: QSize) -> QImage:
    renderer = QSvgRenderer(QByteArray(svg))
    assert renderer.isValid()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    with QPainter(image) as painter:
        renderer.render(painter, QRectF(QPointF(), size.toSizeF()))
    return image


def words_in(svg: bytes) -> list[str]:
    return [
        element.get("aria-label", "") for element in ET.fromstring(svg).iter() if element.get("aria-label")
    ]


@pytest.mark.parametrize("times", [1, 2, 3, 4])
def test_that_a_picture_has_so_many_times_the_pixels(chart, times):
    image = image_of(chart, times, WHITE)
    assert image.size() == chart.size() * times
    assert image.dotsPerMeterX() == pytest.approx(96 * times * 39.3701, abs=1)


def test_that_a_large_picture_is_finer_and_no_enlargement(chart):
    large = pixels(image_of(chart, 4, WHITE))
    small = pixels(image_of(chart, 1, WHITE))
    enlarged = small.repeat(4, axis=0).repeat(4, axis=1)
    assert np.abs(large - enlarged).mean() > 0.5


def test_that_a_picture_at_once_is_what_the_screen_shows(chart):
    grabbed = chart.grab().toImage()
    assert np.abs(pixels(image_of(chart, 1, WHITE)) - pixels(grabbed)).mean() < 0.5


def test_that_the_screen_is_painted_as_before_when_the_picture_is_made(chart):
    before = pixels(chart.grab().toImage())
    image_of(chart, 4, WHITE)
    svg_of(chart)
    assert pixel_ratio(chart) == chart.devicePixelRatioF()
    np.testing.assert_array_equal(before, pixels(chart.grab().toImage()))


def test_that_shapes_have_the_size_of_the_view_and_its_words(chart):
    svg = svg_of(chart)
    root = ET.fromstring(svg)
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("400", "260", "0 0 400 260")
    words = words_in(svg)
    assert {"train", "0.0357", "epoch"} <= set(words)
    assert not list(root.iter(f"{{{SVG}}}text"))
    assert b"<image" not in svg
    assert b"font-family" not in svg


def test_that_shapes_look_like_the_view(chart):
    grabbed = pixels(chart.grab().toImage())
    drawn = pixels(rendered(svg_of(chart), chart.size()))
    assert drawn.std() > 5
    assert np.abs(drawn - grabbed).mean() < 3
    assert (
        np.corrcoef(drawn.ravel(), grabbed.ravel())[0, 1] > 0.9
    )  # lines of one pixel lie a little differently


def test_that_text_and_formulas_come_out_as_outlines(qtbot):
    page = Page()
    qtbot.addWidget(page)
    page.show()
    svg = svg_of(page)
    assert "Cost <J> & co." in words_in(svg)
    grabbed, drawn = pixels(page.grab().toImage()), pixels(rendered(svg, page.size()))
    for part in (slice(0, 45), slice(45, 120)):
        assert grabbed[part].min() < 60
        assert drawn[part].min() < 60
        assert np.corrcoef(drawn[part].ravel(), grabbed[part].ravel())[0, 1] > 0.9


def clips_of(svg: bytes) -> dict[str, str]:
    """What may be covered, by the fill of the rectangles that are cut off so (Qt's own renderer cuts nothing off)."""
    root = ET.fromstring(svg)
    paths = {f"url(#{clip.get('id')})": clip[0].get("d", "") for clip in root.iter(f"{{{SVG}}}clipPath")}
    return {
        shape.get("fill", ""): paths[group.get("clip-path", "")]
        for group in root.iter(f"{{{SVG}}}g")
        if group.get("clip-path", "").startswith("url(#part")
        for shape in group.iter(f"{{{SVG}}}g")
    }


class Plain(QWidget):
    """One colour all over, whatever is asked for."""

    def __init__(self, color: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._color = QColor(color)

    def paintEvent(self, event) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._color)


def test_that_what_is_scrolled_away_is_cut_off(qtbot):
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.resize(300, 200)
    port = QWidget(frame)
    port.setGeometry(20, 30, 100, 80)
    Plain("#123456", port).setGeometry(-10, -10, 500, 900)
    frame.show()
    assert clips_of(svg_of(frame))["#123456"] == "M20,30 h100 v80 h-100 Z"


def test_that_a_mask_cuts_off_too(qtbot):
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.resize(300, 200)
    ring = Plain("#654321", frame)
    ring.setGeometry(10, 10, 100, 50)
    ring.setMask(QRegion(0, 0, 100, 50).subtracted(QRegion(10, 10, 80, 30)))
    frame.show()
    outline = clips_of(svg_of(frame))["#654321"]
    assert outline.count("M") == 4
    assert outline.startswith("M10,10 h100 v10 h-100 Z")


def test_that_what_a_widget_cuts_off_itself_goes_with_it(qtbot):
    class Clipping(QWidget):
        def paintEvent(self, event) -> None:
            with QPainter(self) as painter:
                painter.setClipRect(5, 5, 20, 20)
                painter.fillRect(self.rect(), QColor("#abcdef"))

    frame = QWidget()
    qtbot.addWidget(frame)
    frame.resize(300, 200)
    Clipping(frame).setGeometry(40, 50, 100, 100)
    frame.show()
    root = ET.fromstring(svg_of(frame))
    clip = next(clip for clip in root.iter(f"{{{SVG}}}clipPath") if clip.get("id", "").startswith("clipPath"))
    assert clip[0].get("d", "").startswith("M5,5")
    assert clip[0].get("transform") == "matrix(1,0,0,1,40,50)"


def test_that_a_hidden_widget_is_not_in_the_picture(chart):
    child = QWidget(chart)
    child.setStyleSheet("background: black")
    child.setGeometry(0, 0, 400, 260)
    assert pixels(rendered(svg_of(chart), chart.size())).mean() > 200
