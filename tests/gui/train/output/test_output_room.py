"""Every part of the right column has its place, at every size."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint

from tests.gui.train.output.panels import SOURCES, Shown


@pytest.fixture
def shown(qtbot):
    return Shown(qtbot)


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("size", [(340, 788), (300, 608), (280, 500)])
def test_that_every_visible_part_lies_inside_the_column_and_none_overlap(qtbot, shown, source, size):
    shown.panel.resize(*size)
    shown.show(qtbot, source)
    panel = shown.panel
    parts = [panel.choice, panel.chooser, panel.picture, panel.legend, panel.options, panel.readouts]
    parts += [panel.confusion, panel.mistakes, panel.weights]
    visible = sorted((part for part in parts if part.isVisible()), key=lambda part: part.y())
    assert visible[0].y() == 0
    for above, below in pairwise(visible):
        assert above.geometry().bottom() + 1 == below.geometry().top()
    for part in visible:
        assert (part.x(), part.width(), part.height()) == (0, size[0], part.height_for(size[0]))


@pytest.mark.parametrize("source", ["circle", "blobs", "multi_gauss", "iris", "breast_cancer"])
def test_that_nothing_needs_scrolling_in_a_window_900_high(qtbot, shown, source):
    shown.show(qtbot, source)
    assert not shown.panel.column._bar.isVisible()


@pytest.mark.parametrize("source", SOURCES)
def test_that_the_picture_is_never_below_the_fold(qtbot, shown, source):
    shown.panel.resize(300, 608)
    shown.show(qtbot, source)
    shown.panel.show_page("plane")
    picture = shown.panel.picture
    assert picture.mapTo(shown.panel, QPoint(0, picture.height())).y() <= 608


@pytest.mark.parametrize("source", ["circle", "blobs", "iris", "breast_cancer", "digits"])
@pytest.mark.parametrize("size", [(340, 788), (300, 608), (300, 548)])
def test_that_the_whole_confusion_matrix_is_seen_without_scrolling(qtbot, shown, source, size):
    shown.panel.resize(*size)
    shown.show(qtbot, source)
    panel = shown.panel
    if panel.choice.isVisible():
        panel.choice.page_chosen.emit("confusion")
    matrix = panel.confusion
    assert matrix.isVisible()
    assert matrix.mapTo(panel, QPoint(0, matrix.height())).y() <= size[1]


@pytest.mark.parametrize("source", SOURCES)
def test_that_both_themes_paint_every_pixel_of_the_column(qtbot, shown, source):
    shown.show(qtbot, source)
    shown.appearance.choose("dark")
    image = shown.panel.grab().toImage()
    light = [image.pixelColor(2, y).name() for y in range(0, 780, 7)]
    dark = {shown.appearance.theme.color(token).name() for token in ("panel", "line")}
    assert set(light) <= dark
