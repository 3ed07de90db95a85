"""The cost plot: curves, names with values, cursor, log axis, and data that no plot likes."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from gui.appearance import Appearance
from gui.train.plots.axis import bottom_numbers
from gui.train.plots.cost_plot import CostPlot
from tests.gui.train.plots.plot_runs import NAN, dataset, long_snapshot, setup_of, snapshot

SIZES = [(314, 200), (357, 252), (640, 252), (230, 150)]


@pytest.fixture
def appearance(qapp):
    return Appearance("light")


@pytest.fixture
def plot(qtbot, appearance):
    made = CostPlot(appearance)
    qtbot.addWidget(made)
    made.resize(357, 252)
    made.set_setup(setup_of(), dataset())
    made.show()
    qtbot.waitExposed(made)
    return made


def show(qtbot, plot, *snapshots):
    for one in snapshots:
        plot.show_snapshot(one)
    qtbot.waitUntil(lambda: not plot.canvas.is_waiting)
    plot.grab()
    return plot.canvas


def texts(canvas):
    return [(label.name, label.value) for label in canvas.labels]


def ends(canvas):
    return [canvas.picture.end(curve) for curve in canvas.picture.curves]


def move_mouse(qtbot, canvas, x):
    qtbot.mouseMove(canvas, QPoint(round(x), canvas.height() // 2))
    canvas.grab()


def test_that_each_curve_is_named_with_the_numbers_of_the_snapshot(qtbot, plot):
    canvas = show(qtbot, plot, snapshot((0.7, 0.4, 0.2), now=(0.0696, 0.1078)))
    assert texts(canvas) == [("train", "0.070"), ("test", "0.108")]
    assert "train 0.070, test 0.108" in canvas.accessibleDescription()


def test_that_small_costs_are_named_in_one_style(qtbot, plot):
    canvas = show(qtbot, plot, snapshot((0.7, 0.4, 0.2), now=(0.00076, 0.00102)))
    assert texts(canvas) == [("train", "0.00076"), ("test", "0.00102")]


def test_that_the_last_of_many_snapshots_is_drawn(qtbot, plot):
    canvas = show(qtbot, plot, *(snapshot((0.7, 0.6), now=(0.6 - i / 100, 0.5)) for i in range(30)))
    assert texts(canvas)[0] == ("train", "0.310")
    assert canvas.picture.curves[0].series.end[1] == pytest.approx(0.31)


def test_that_numbers_change_at_most_five_times_a_second_while_running(qtbot, plot):
    canvas = show(qtbot, plot, snapshot((0.7, 0.6), state="running"))
    seen = set()
    for i in range(10):
        plot.show_snapshot(snapshot((0.7, 0.6), now=(0.5 - i / 100, 0.5), state="running"))
        qtbot.waitUntil(lambda: not canvas._frames.is_waiting)
        canvas.repaint()
        seen.add(canvas.labels[0].value)
    assert len(seen) < 6
    qtbot.waitUntil(lambda: not canvas.is_waiting)
    canvas.repaint()
    assert canvas.labels[0].value == "0.410"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("network", [{}, {"l2": 0.01}, {"l1": 0.1, "l2": 0.01}])
@pytest.mark.parametrize("values", [(0.7,), (0.7, 0.3, 0.0), (9e9, 1e-3), (0.0, 0.0)])
def test_that_names_stand_apart_and_inside(qtbot, plot, size, network, values):
    plot.resize(*size)
    plot.set_setup(setup_of(**network), dataset())
    canvas = show(qtbot, plot, snapshot(values, test=values))
    assert len(canvas.labels) == (3 if network else 2)
    places = sorted(canvas.label_places(), key=QRectF.top)
    for one, other in pairwise(places):
        assert other.center().y() - one.center().y() >= 15.0 - 1e-6
    for place in places:
        assert QRectF(canvas.rect()).contains(place)
        assert place.bottom() <= bottom_numbers(canvas.picture.box, canvas.picture.x_scale)[0][0].top() + 4


@pytest.mark.parametrize("size", SIZES)
def test_that_names_stand_right_of_their_curves(qtbot, plot, size):
    plot.resize(*size)
    canvas = show(qtbot, plot, snapshot(np.linspace(0.7, 0.1, 124), state="running"))
    for place, (x, _) in zip(canvas.label_places(), ends(canvas), strict=True):
        assert place.left() > x + 3.5


def test_that_a_single_point_is_named_beside_it(qtbot, plot):
    canvas = show(qtbot, plot, snapshot((0.7,)))
    (x, _), place = ends(canvas)[0], canvas.label_places()[0]
    assert x < place.left() < x + 20


def test_that_the_regularisation_term_has_its_own_line_only_while_it_counts(qtbot, plot):
    canvas = show(qtbot, plot, snapshot())
    assert [name for name, _ in texts(canvas)] == ["train", "test"]
    plot.set_setup(setup_of(l2=0.01), dataset())
    canvas = show(qtbot, plot, snapshot(regularization=0.123))
    assert texts(canvas)[2] == ("L2", "0.123")
    assert canvas.picture.curves[2].style.dash == (6.0, 4.0)
    plot.set_setup(setup_of(l1=0.01, l2=0.01), dataset())
    assert texts(show(qtbot, plot, snapshot()))[2][0] == "L1+L2"


def test_that_train_is_ink_and_test_is_dotted(qtbot, plot, appearance):
    canvas = show(qtbot, plot, snapshot((0.8, 0.8, 0.8), test=(0.4, 0.4, 0.4)))
    train, test = canvas.picture.curves
    assert (train.style.color, train.style.width, train.style.dash) == (
        appearance.theme.color("ink"),
        2.0,
        None,
    )
    assert (test.style.color, test.style.dash) == (appearance.theme.color("ink3"), (1.0, 4.5))
    image = canvas.grab().toImage()
    y = round(canvas.picture.box.y(canvas.picture.y_scale, 0.8))
    assert image.pixelColor(100, y) == appearance.theme.color("ink")


def test_that_without_test_examples_there_is_one_curve(qtbot, plot):
    canvas = show(qtbot, plot, snapshot((0.7, 0.6), test=(NAN, NAN)))
    assert [name for name, _ in texts(canvas)] == ["train"]


def test_that_the_log_button_changes_the_axis_and_zeros_lie_on_it(qtbot, plot):
    canvas = show(qtbot, plot, snapshot((1.0, 0.0, 1e-5), test=(0.5, 0.5, 0.5)))
    assert not canvas.picture.y_scale.log
    qtbot.mouseClick(plot.log_button, Qt.MouseButton.LeftButton)
    plot.grab()
    picture = canvas.picture
    assert picture.y_scale.log
    assert [tick.text for tick in picture.y_scale.ticks][-1] == "10⁰"
    assert picture.curves[0].lines[:, 1].max() == pytest.approx(picture.box.bottom)
    qtbot.mouseClick(plot.log_button, Qt.MouseButton.LeftButton)
    assert not canvas.picture.y_scale.log


STRANGE = {
    "nothing": snapshot(()),
    "one point": snapshot((0.5,)),
    "all zero": snapshot((0.0, 0.0)),
    "all NaN": snapshot((NAN, NAN)),
    "some NaN": snapshot((0.7, NAN, 0.3)),
    "infinite at the end": snapshot((0.7, 2.0, np.inf)),
    "huge": snapshot((0.7, 1e308), state="running"),
    "tiny": snapshot((5e-324, 1e-310)),
    "negative": snapshot((-1.0, -2.0)),
    "constant": snapshot((0.5,) * 300),
    "merged": snapshot((np.array([0.1, 0.2]), np.array([0.9, 0.3]))),
}


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize("name", STRANGE)
def test_that_strange_data_are_drawn_without_a_warning(qtbot, plot, name, log):
    plot.log_button.setChecked(log)
    canvas = show(qtbot, plot, STRANGE[name])
    picture = canvas.picture
    for curve in picture.curves:
        assert np.isfinite(curve.lines).all()
        assert ((curve.lines[:, [1, 3]] >= 8.9) & (curve.lines[:, [1, 3]] <= picture.box.bottom + 0.1)).all()
    assert picture.box.width >= 100
    canvas.show_cursor(1.0)
    plot.grab()


def test_that_a_diverged_run_keeps_its_last_finite_value_and_a_warning_mark(qtbot, plot, appearance):
    broken = snapshot((0.7, 0.5, np.inf), now=(np.inf, NAN), broken=True, state="diverged")
    canvas = show(qtbot, plot, broken)
    assert texts(canvas)[0] == ("train", "0.500")
    x, y = ends(canvas)[0]
    assert canvas.grab().toImage().pixelColor(round(x), round(y) + 2) == appearance.theme.color("warn")
    assert "diverged" in canvas.accessibleDescription()


def test_that_a_million_updates_are_few_lines(qtbot, plot):
    canvas = show(qtbot, plot, long_snapshot(state="running"))
    width = canvas.picture.box.width
    assert all(len(curve.lines) <= width + 10 for curve in canvas.picture.curves)


def test_that_the_mouse_puts_a_cursor_on_the_nearest_row(qtbot, plot):
    canvas = show(qtbot, plot, snapshot(np.linspace(0.8, 0.2, 11), test=np.linspace(0.9, 0.3, 11)))
    picture = canvas.picture
    with qtbot.waitSignal(plot.cursor_moved) as moved:
        move_mouse(qtbot, canvas, picture.box.x(picture.x_scale, 5.2))
    assert moved.args == [5.0]
    assert texts(canvas) == [("train", "0.5000"), ("test", "0.6000")]
    assert "at epoch 5" in canvas.accessibleDescription()


def test_that_the_cursor_goes_with_the_mouse(qtbot, plot):
    canvas = show(qtbot, plot, snapshot())
    move_mouse(qtbot, canvas, canvas.picture.box.left + 5)
    assert canvas.cursor_epoch == 0.0
    with qtbot.waitSignal(plot.cursor_moved) as moved:
        move_mouse(qtbot, canvas, canvas.width() - 2)
    assert moved.args == [None]
    assert texts(canvas)[0] == ("train", "0.300")


def test_that_a_cursor_is_a_line_with_dots(qtbot, plot, appearance):
    canvas = show(qtbot, plot, snapshot((0.8, 0.4, 0.8), test=(0.6, 0.6, 0.6)))
    canvas.show_cursor(1.0)
    image, picture, theme = canvas.grab().toImage(), canvas.picture, appearance.theme
    x = round(picture.box.x(picture.x_scale, 1.0))
    assert image.pixelColor(x, round(picture.box.top) + 20) == theme.color("ink2")
    assert image.pixelColor(x, round(picture.box.y(picture.y_scale, 0.4))) == theme.color("ink")
    assert image.pixelColor(x, round(picture.box.y(picture.y_scale, 0.6))) == theme.color("ink3")


def test_that_a_merged_row_shows_both_its_ends_under_the_cursor(qtbot, plot):
    canvas = show(qtbot, plot, snapshot((np.array([0.5, 0.2, 0.3]), np.array([0.5, 0.6, 0.3]))))
    canvas.show_cursor(1.0)
    plot.grab()
    assert texts(canvas)[0] == ("train", "0.2000 … 0.6000")
    assert all(QRectF(canvas.rect()).contains(place) for place in canvas.label_places())


def test_that_the_arrow_keys_move_the_cursor(qtbot, plot):
    canvas = show(qtbot, plot, snapshot((0.8, 0.4, 0.3, 0.2)))
    places = []
    plot.cursor_moved.connect(places.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Escape):
        qtbot.keyClick(canvas, key)
    assert places == [3.0, 2.0, 0.0, 1.0, None]


def test_that_an_axis_does_not_shrink_until_the_run_begins_anew(qtbot, plot):
    canvas = show(qtbot, plot, snapshot((0.7, 0.6), now=(9.0, 0.5)), snapshot((0.7, 0.6), now=(0.5, 0.5)))
    high = canvas.picture.y_scale.high
    assert high >= 0.7
    canvas = show(qtbot, plot, snapshot((0.7, 0.6), now=(9.0, 0.5), iteration=26))
    assert canvas.picture.y_scale.high >= 9.0
    assert show(qtbot, plot, snapshot((0.7, 0.6), iteration=27)).picture.y_scale.high >= 9.0
    assert show(qtbot, plot, snapshot((0.7,), iteration=0)).picture.y_scale.high < 2.0


def test_that_another_theme_repaints_all_of_it(qtbot, plot, appearance):
    canvas = show(qtbot, plot, snapshot())
    appearance.choose("dark")
    image = plot.grab().toImage()
    panel = appearance.theme.color("panel")
    assert image.pixelColor(2, 2) == image.pixelColor(2, image.height() - 2) == panel
    assert canvas.picture.curves[0].style.color == appearance.theme.color("ink")


def test_that_a_hidden_plot_does_no_work_and_catches_up(qtbot, plot):
    canvas = show(qtbot, plot, snapshot())
    plot.hide()
    before = canvas._picture
    plot.show_snapshot(snapshot((0.7, 0.6), now=(0.111, 0.2)))
    assert canvas._picture is before
    assert not canvas.is_waiting
    plot.show()
    plot.grab()
    assert texts(canvas)[0] == ("train", "0.111")


def test_that_hiding_stops_every_timer(qtbot, plot):
    for _ in range(3):
        plot.show_snapshot(snapshot(state="running"))
    assert plot.canvas.is_waiting
    plot.hide()
    assert not plot.canvas.is_waiting


def test_that_grid_lines_are_horizontal_and_end_with_the_plot(qtbot, plot, appearance):
    canvas = show(qtbot, plot, snapshot())
    image, box, line = canvas.grab().toImage(), canvas.picture.box, appearance.theme.color("line")
    top = round(box.top)
    assert image.pixelColor(round(box.left) + 60, top) == line
    assert image.pixelColor(round(box.right) + 4, top) != line
    column = {QColor(image.pixelColor(round(box.left), y)).name() for y in range(top + 1, top + 12)}
    assert line.name() not in column


def test_that_the_plot_says_what_it_is(plot):
    assert plot.canvas.accessibleName()
    assert plot.log_button.accessibleName()
    assert plot.log_button.toolTip()
    assert QPointF(plot.header.geometry().topLeft()) == QPointF(0, 0)


def test_that_the_focus_ring_shows_when_the_keyboard_came_here(qtbot, plot, appearance):
    canvas = show(qtbot, plot, snapshot())
    ink = appearance.theme.color("ink")
    for reason, has_ring in ((Qt.FocusReason.MouseFocusReason, False), (Qt.FocusReason.TabFocusReason, True)):
        canvas.clearFocus()
        canvas.setFocus(reason)
        assert (canvas.grab().toImage().pixelColor(0, 90) == ink) is has_ring
