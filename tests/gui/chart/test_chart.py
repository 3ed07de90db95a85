"""The chart: what it shows, dragging, keys, and that no text lies on another."""

from __future__ import annotations

import time
from itertools import combinations, pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor

from gui.chart import Axis, Bars, Chart, Curve, Field, Marks, Segment, Shade, align
from gui.chart.layout import bar_rects, layout_of
from gui.chart.lines_crossed import cross, pieces_of
from gui.chart.texts_painter import band_places
from gui.chart.words import Words

Z = np.linspace(-6, 6, 241)
A = 1 / (1 + np.exp(-Z))


def at(chart, x, y):
    plane = chart.plane
    return QPoint(round(plane.x(x)), round(plane.y(y)))


def drag(qtbot, chart, start, end):
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(chart, (start + end) / 2)
    qtbot.mouseMove(chart, end)
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=end)


def color_at(chart, x, y):
    return QColor(chart.grab().toImage().pixel(at(chart, x, y)))


def distance(one, two):
    return sum(abs(a - b) for a, b in zip(one.getRgb(), two.getRgb(), strict=True))


def test_that_a_curve_is_painted_in_its_colour(chart, appearance):
    chart.set_curves([Curve([-6, 6], [0.5, 0.5], "bwd", 4)])
    assert color_at(chart, 1.0, 0.5) == appearance.theme.color("bwd")


def test_that_the_colours_follow_the_theme(chart, appearance):
    chart.set_curves([Curve([-6, 6], [0.5, 0.5], "layer2", 4)])
    appearance.choose("dark")
    assert color_at(chart, 1.0, 0.5) == appearance.theme.layer_color(2)


def test_that_a_curve_stays_inside_the_plot(chart, appearance):
    chart.set_curves([Curve([-6, 6], [-5, 7], width=3)])
    picture = chart.grab().toImage()
    below = [QColor(picture.pixel(x, chart.height() - 3)) for x in range(0, chart.width(), 2)]
    assert set(map(QColor.name, below)) == {appearance.theme.color("panel").name()}


def test_that_a_handle_is_dragged_along_the_axis(qtbot, chart):
    chart.set_handle("z", 0.0, "0.00")
    heard = []
    chart.handle_dragged.connect(lambda key, x: heard.append((key, x)))
    with qtbot.waitSignal(chart.drag_ended):
        drag(qtbot, chart, at(chart, 0.0, 0.5), at(chart, 4.0, 0.2))
    assert heard[-1][0] == "z"
    assert heard[-1][1] == pytest.approx(4.0, abs=0.05)


def test_that_the_pill_on_the_axis_is_part_of_the_handle(qtbot, chart):
    chart.set_handle("z", 2.0, "2.00")
    pill = chart.grips.pills(chart.plane)["z"].center().toPoint()
    with qtbot.waitSignal(chart.handle_dragged) as heard:
        drag(qtbot, chart, pill, pill + QPoint(-60, 0))
    assert heard.args[1] < 2.0


def test_that_a_handle_stays_inside_its_limits(qtbot, chart):
    chart.set_handle("z", 0.0, low=-1, high=1)
    drag(qtbot, chart, at(chart, 0.0, 0.5), at(chart, 5.0, 0.5))
    assert chart.grips.handles["z"].x == 1


def test_that_arrow_keys_move_a_handle_by_its_step_to_round_numbers(qtbot, chart):
    chart.set_handle("z", 0.23, step=0.1)
    with qtbot.waitSignal(chart.handle_dragged) as heard:
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert heard.args[1] == pytest.approx(0.3)
    qtbot.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert chart.grips.handles["z"].x == pytest.approx(-0.7)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.grips.handles["z"].x == 6


def test_that_a_handle_on_a_log_axis_moves_by_factors(qtbot, chart):
    chart.set_axes(Axis(0.01, 100, log=True), Axis(0, 1))
    chart.set_handle("scale", 1.0)
    for _ in range(20):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.grips.handles["scale"].x == pytest.approx(10.0)


def test_that_a_point_is_dragged_in_both_directions(qtbot, chart):
    chart.set_point("start", 1.0, 0.5)
    with qtbot.waitSignal(chart.point_dragged) as heard:
        drag(qtbot, chart, at(chart, 1.0, 0.5), at(chart, -3.0, 0.9))
    assert chart.grips.points["start"].x == pytest.approx(-3.0, abs=0.05)
    assert chart.grips.points["start"].y == pytest.approx(0.9, abs=0.01)
    assert heard.args[0] == "start"


def test_that_arrow_keys_move_a_point_up_and_down_too(qtbot, chart):
    chart.set_point("start", 1.0, 0.5)
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    assert chart.grips.points["start"].y > 0.5
    assert chart.grips.points["start"].x == 1.0


def test_that_tab_goes_from_grip_to_grip_and_then_out(qtbot, chart):
    chart.set_handle("a", -2.0)
    chart.set_handle("b", 2.0)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.grips.focused == "a"
    assert chart.focusNextPrevChild(True)
    assert chart.grips.focused == "b"


def test_that_a_click_on_a_free_place_says_where(qtbot, chart):
    with qtbot.waitSignal(chart.clicked) as heard:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at(chart, 3.0, 0.25))
    assert heard.args == pytest.approx([3.0, 0.25], abs=0.05)


def test_that_a_click_beside_the_plot_says_nothing(qtbot, chart):
    with qtbot.assertNotEmitted(chart.clicked):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_that_a_handle_can_be_taken_away(qtbot, chart):
    chart.set_handle("z", 0.0)
    chart.set_handle("z", None)
    assert chart.focusPolicy() == Qt.FocusPolicy.NoFocus
    with qtbot.assertNotEmitted(chart.handle_dragged):
        drag(qtbot, chart, at(chart, 0.0, 0.5), at(chart, 4.0, 0.5))


def test_that_pills_that_would_touch_stand_beside_each_other(chart):
    chart.set_handle("a", 2.0, "2.000")
    chart.set_handle("b", 2.001, "2.001")
    first, second = chart.grips.pills(chart.plane).values()
    assert not first.intersects(second)


def test_that_names_at_the_ends_of_curves_have_room_right_of_the_plot(chart):
    before = chart.plane.right
    chart.set_curves([Curve(Z, A, name="a = g(z)", value="0.982")])
    assert chart.plane.right < before - 40


def test_that_bars_stand_beside_curves_on_the_same_axis(chart):
    chart.set_curves([Curve(Z, A)])
    chart.set_bars(Bars((0.2, 1.0), ("1", "2"), ("layer1", "layer2"), name="now"))
    layout = layout_of(chart.size().toSizeF(), chart.content, False)
    assert layout.bars_rect.left() > layout.plane.right


@pytest.mark.parametrize("count", [2, 6, 10])
def test_that_bars_leave_curves_more_than_half_of_the_width(chart, count):
    chart.resize(340, 300)
    chart.set_curves([Curve(Z, A)])
    chart.set_bars(Bars((0.5,) * count, name="now"))
    layout = layout_of(chart.size().toSizeF(), chart.content, False)
    bars = bar_rects(layout, chart.content.bars)
    assert chart.width() - layout.plane.right <= 0.45 * chart.width() + 1
    assert all(bar.width() >= 8 for bar in bars)
    assert all(one.right() < two.left() for one, two in pairwise(bars))
    assert bars[0].left() > layout.plane.right
    assert bars[-1].right() <= chart.width()


def test_that_charts_of_other_numbers_line_up(qtbot, chart, appearance):
    other = Chart(appearance)
    qtbot.addWidget(other)
    other.resize(chart.size())
    other.set_axes(Axis(0, 1), Axis(0, 123456, "long name"))
    other.set_curves([Curve([0, 1], [0, 1], name="a long name of a curve")])
    align((chart, other))
    assert (chart.plane.left, chart.plane.right) == (other.plane.left, other.plane.right)


def test_that_a_note_shows_only_in_an_empty_chart(chart):
    empty = chart.grab().toImage()
    chart.set_note("no data yet")
    assert chart.grab().toImage() != empty
    chart.set_curves([Curve(Z, A)])
    with_note = chart.grab().toImage()
    chart.set_note("")
    assert chart.grab().toImage() == with_note


def test_that_texts_find_free_places_and_none_lies_on_another():
    words = Words(QRectF(0, 0, 300, 200))
    places = [words.place(QPointF(150, 100), QSizeF(60, 16), "right") for _ in range(9)]
    found = [place for place in places if place is not None]
    assert len(found) >= 4
    assert not any(one.intersects(two) for one, two in combinations(found, 2))


def test_that_a_full_chart_is_painted_within_a_frame(chart):
    chart.set_curves([Curve(Z, A * k, name=f"curve {k}") for k in (0.2, 0.5, 0.9)])
    chart.set_shades([Shade(-6, -3, text="off")])
    chart.set_marks([Marks(Z[::10], A[::10])])
    chart.set_segments(
        [Segment(0, 0.2, 3, 0.2, "fwd", text="3", side="below"), Segment(3, 0.2, 3, 0.8, "bwd", text="0.6")]
    )
    chart.set_handle("z", 1.0)
    chart.grab()
    times = []
    for _ in range(7):
        began = time.thread_time()
        chart.grab()
        times.append(time.thread_time() - began)
    assert min(times) < 0.008


def test_that_a_growing_curve_does_not_paint_the_field_again(chart, monkeypatch):
    painted = []
    monkeypatch.setattr("gui.chart.pictures.paint_ground", lambda *_: painted.append(1))
    y, x = np.mgrid[-1:1:41j, -1:1:41j]
    chart.set_field(Field(x * x + y * y, -6, 6, 0, 1, levels=(0.2, 0.5)))
    for n in (2, 3, 4):
        chart.set_curves([Curve(Z[:n], A[:n])])
        chart.grab()
    assert painted == [1]


def test_that_the_very_same_curves_are_not_painted_again(chart, monkeypatch):
    painted = []
    monkeypatch.setattr("gui.chart.pictures.paint_curves", lambda *_: painted.append(1))
    curve = Curve(Z, A)
    for _ in range(3):
        chart.set_curves([curve])
        chart.grab()
    assert painted == [1]


def test_that_a_length_is_not_written_over_the_line_beside_it(chart, appearance):
    """A short run, whose text has no room below for the handle's line: it goes beyond the rise."""
    chart.set_handle("a", 0.0)
    chart.set_segments(
        [
            Segment(0, 0.4, 0.3, 0.4, "fwd", text="0.3", side="below"),
            Segment(0.3, 0.4, 0.3, 0.7, "bwd", text="0.3", side="right"),
        ]
    )
    rise = [QColor(chart.grab().toImage().pixel(at(chart, 0.3, y / 100))) for y in range(42, 68, 2)]
    line, ground = appearance.theme.color("bwd"), appearance.theme.color("panel")
    assert all(distance(color, line) < 0.3 * distance(ground, line) for color in rise)


def pieces(*lines):
    return np.array(lines, float).reshape(-1, 4)


def test_that_a_text_keeps_off_lines_where_there_is_another_place():
    words = Words(QRectF(0, 0, 300, 200))
    words.keep_off(pieces((150, 100, 300, 80), (0, 100, 150, 100), (160, 0, 160, 98)))
    place = words.place(QPointF(150, 100), QSizeF(60, 16), "right")
    assert place.top() > 100  # below the line at the right, not on it


def test_that_a_text_lies_on_a_line_rather_than_nowhere():
    words = Words(QRectF(0, 0, 300, 200))
    words.keep_off(pieces(*((x, 0, x, 200) for x in range(0, 300, 20))))
    assert words.place(QPointF(150, 100), QSizeF(60, 16), "right") is not None


@pytest.mark.parametrize(
    ("line", "crosses"),
    [((0, 0, 100, 100), True), ((0, 60, 60, 0), False), ((45, 0, 45, 90), True), ((0, 39, 100, 39), False)],
)
def test_that_a_line_crosses_a_place_only_where_it_goes_through_it(line, crosses):
    assert cross(pieces(line), (40, 40, 20, 20)) is crosses


def test_that_the_name_of_a_mark_does_not_cover_the_line_that_it_stands_on(chart, appearance):
    chart.set_curves([Curve([-6, 6], [0.4, 0.6], "bwd", 3)])
    chart.set_marks([Marks([0], [0.5], "ink", "ring", texts=("24 000 €",))])
    picture = chart.grab().toImage()
    line, ground = appearance.theme.color("bwd"), appearance.theme.color("panel")
    for x in np.arange(0.5, 4.0, 0.1):
        color = QColor(picture.pixel(at(chart, x, 0.5 + x / 60)))
        assert distance(color, line) < 0.3 * distance(ground, line), x


def test_that_a_name_in_a_field_stays_inside_of_it(chart, appearance):
    y, x = np.mgrid[0:1:41j, -6:6:41j]
    chart.set_field(Field(x * x + y, -6, 6, 0, 1))
    before = chart.grab().toImage()
    chart.set_point("start", -5.3, 0.5, "start", "left")
    after, left = chart.grab().toImage(), round(chart.plane.left)
    assert after.copy(0, 0, left, chart.height()) == before.copy(0, 0, left, chart.height())
    assert after != before


@pytest.mark.parametrize("width", [200, 340, 800])
def test_that_a_band_has_its_name_at_every_width_and_off_the_curve(chart, appearance, width):
    chart.resize(width, 300)
    curve = Curve(Z, A, "bwd", 2)
    chart.set_curves([curve])
    bare = chart.grab().toImage()
    shade = Shade(3.7, 6, "panel", "saturated")
    chart.set_shades([shade])
    words = Words(QRectF(chart.rect()))
    words.keep_off(pieces_of(chart.content, chart.plane))
    assert any(words.is_clear(place) for place in band_places(chart.plane, shade))
    assert chart.grab().toImage() != bare
