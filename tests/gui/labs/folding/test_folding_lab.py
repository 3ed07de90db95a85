"""The lab of folding, k and x dragged."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.labs.folding.units_geometry import deep_drawing, flat_drawing

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def lab(make):
    return make("folding", size=(776, 580))


def drag_k(lab, share):
    """Drag the knob to this share of the slider."""
    y = 28
    QTest.mousePress(lab.k, LEFT, pos=QPoint(7, y))
    QTest.mouseMove(lab.k, QPoint(round(7 + share * (lab.k.width() - 14)), y))
    QTest.mouseRelease(lab.k, LEFT, pos=QPoint(round(7 + share * (lab.k.width() - 14)), y))


def test_that_the_counts_are_those_of_three_folds(lab):
    assert lab.counts.value_of("pieces") == "8"
    assert lab.counts.value_of("deep") == "6"
    assert lab.counts.value_of("flat") == "7"
    assert lab.counts.value_of("built") == "8"
    assert lab.counts.value_of("difference") == "0"


def test_that_k_is_dragged_to_ten_and_everything_follows(qtbot, lab):
    with qtbot.waitSignal(lab.settings_changed):
        drag_k(lab, 1.0)
    assert lab.settings()["k"] == 10
    qtbot.waitUntil(lambda: lab.is_settled, timeout=20_000)
    assert lab.counts.value_of("deep") == "20"
    assert lab.counts.value_of("flat") == "1\u00a0023"
    deep, flat = lab.networks.drawings()
    assert [len(layer) for layer in deep.layers] == [2] * 10
    assert len(flat.layers[0]) == 1024


def test_that_the_curve_shown_is_the_networks(lab):
    flat, deep = lab.chart.content.curves
    assert len(deep.points[0]) == 33
    assert deep.points[1].tolist() == flat.points[1].tolist()


def test_that_x_is_moved_by_the_arrow_keys_and_told_fold_by_fold(lab):
    told = []
    lab.told.connect(told.append)
    lab.chart.setFocus()
    QTest.keyClick(lab.chart, Qt.Key.Key_Right)
    assert lab.settings()["x"] == pytest.approx(0.31)
    assert told[-1] == "0.310 → 0.620 → 0.760 → 0.480"


def test_that_x_is_dragged_and_stays_between_0_and_1(lab):
    plane = lab.chart.plane
    start, middle = QPoint(round(plane.x(0.3)), 40), 40
    QTest.mousePress(lab.chart, LEFT, pos=start)
    QTest.mouseMove(lab.chart, QPoint(round(plane.x(0.6)), middle))
    QTest.mouseMove(lab.chart, QPoint(lab.chart.width() + 50, middle))
    QTest.mouseRelease(lab.chart, LEFT, pos=QPoint(lab.chart.width() + 50, middle))
    assert lab.settings()["x"] == 1.0


def test_that_settings_go_in_and_out(qtbot, lab):
    with qtbot.assertNotEmitted(lab.settings_changed):
        lab.set_settings({"k": 5, "x": 0.5})
    assert lab.settings() == {"k": 5, "x": 0.5}
    assert lab.k.value() == 5
    assert lab.counts.value_of("pieces") == "32"


@pytest.mark.parametrize("count", [2, 8, 64, 1024])
@pytest.mark.parametrize("size", [(340, 150), (700, 300)])
def test_that_every_unit_of_the_flat_layer_stands_apart_inside_its_room(count, size):
    width, height = size
    drawing = flat_drawing(count, width, height)
    dots = drawing.layers[0]
    assert len(set(dots)) == count
    assert all(dot.y >= drawing.radius and dot.y + drawing.radius <= height for dot in dots)
    assert all(drawing.start.x + 8 < dot.x < drawing.end.x - 8 for dot in dots)
    apart = min(abs(a.y - b.y) for a, b in pairwise(dots))
    assert apart >= 2 * drawing.radius * 0.9


@pytest.mark.parametrize("k", [1, 5, 10])
def test_that_the_deep_network_has_its_columns_apart(k):
    drawing = deep_drawing(k, 340, 150)
    xs = [layer[0].x for layer in drawing.layers]
    assert xs == sorted(xs)
    assert len(xs) == k
    assert all(after - before > 2 * drawing.radius for before, after in pairwise(xs))


def test_that_k_moved_on_before_it_was_computed_shows_the_last_one(qtbot, lab):
    lab.set_settings({"k": 10})
    lab.set_settings({"k": 9})
    lab.set_settings({"k": 2})
    qtbot.waitUntil(lambda: lab.is_settled, timeout=20_000)
    assert lab.counts.value_of("pieces") == "4"
    lab.set_settings({"k": 8})
    qtbot.waitUntil(lambda: lab.is_settled, timeout=20_000)
    assert lab.counts.value_of("pieces") == "256"


def test_that_a_curve_too_fine_to_be_seen_has_a_lens_that_goes_with_x(qtbot, lab):
    assert not lab.lens.isVisible()
    for x in (0.3, 0.0, 1.0):
        lab.set_settings({"k": 8, "x": x})
        qtbot.waitUntil(lambda: lab.is_settled, timeout=20_000)
        assert lab.lens.isVisible()
        flat, deep = lab.lens.content.curves
        low, high = deep.points[0].min(), deep.points[0].max()
        assert low <= x <= high + 1e-3
        assert high - low <= 16 / 256
        assert deep.points[1].tolist() == flat.points[1].tolist()
