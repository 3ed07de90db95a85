"""The gradient plot: a curve a layer and its bar on one log axis."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QRectF

from gui.appearance import Appearance
from gui.train.plots.axis import bottom_numbers
from gui.train.plots.gradient_plot import GradientPlot
from gui.train.plots.marks import band_key_place
from gui.train.plots.now_bars import bar_rects
from tests.gui.train.plots.plot_runs import NAN, dataset, long_snapshot, setup_of, snapshot, trained

SIZES = [(370, 164), (419, 216), (640, 216), (290, 110)]


@pytest.fixture
def appearance(qapp):
    return Appearance("light")


@pytest.fixture
def plot(qtbot, appearance):
    made = GradientPlot(appearance)
    qtbot.addWidget(made)
    made.resize(419, 216)
    made.set_setup(setup_of(), dataset())
    made.show()
    qtbot.waitExposed(made)
    return made


def show(qtbot, plot, one):
    plot.show_snapshot(one)
    qtbot.waitUntil(lambda: not plot.is_waiting)
    plot.grab()
    return plot.picture


def rects(plot):
    return bar_rects(plot.row, plot.picture.box, plot.picture.y_scale, plot.values())


@pytest.mark.parametrize("L", [1, 3, 7, 9, 10])
def test_that_bar_tops_are_the_dots_at_the_ends_of_the_curves(qtbot, plot, L):
    sizes = 10.0 ** -np.linspace(1, 5, L)
    picture = show(qtbot, plot, snapshot(L=L, rms_now=sizes))
    assert plot.values() == pytest.approx(sizes)
    for curve, rect in zip(picture.curves, rects(plot), strict=True):
        assert rect.top() == pytest.approx(picture.end(curve)[1])
        if curve.style.dash is None:
            assert curve.lines[-1, 2] == pytest.approx(picture.end(curve)[0])


def test_that_jumping_gradients_are_a_smooth_line_in_a_band_that_holds_every_value(qtbot, plot):
    jumps = np.random.default_rng(3).uniform(-4, -1, (1500, 1))
    picture = show(qtbot, plot, snapshot(np.full(1500, 0.5), rms=10.0**jumps, L=1))
    curve, box = picture.curves[0], picture.box
    rows = box.ys(picture.y_scale, curve.series.low)
    assert np.ptp(curve.lines[:, [1, 3]]) < 0.6 * np.ptp(rows)
    assert curve.band[:, 1].min() == pytest.approx(rows.min())
    assert curve.band[:, 1].max() == pytest.approx(rows.max())


def test_that_the_band_is_paler_than_the_line(qtbot, plot, appearance):
    steps = np.where(np.arange(1500) % 2, 0.1, 0.001)[:, None]
    picture = show(qtbot, plot, snapshot(np.full(1500, 0.5), rms=steps, L=1))
    box, image = picture.box, plot.grab().toImage()
    x = round(box.left + 0.3 * box.width)
    line, inside = (round(box.y(picture.y_scale, value)) for value in (0.01, 0.04))
    ground, color = appearance.theme.color("panel"), appearance.theme.layer_color(1)
    assert abs(image.pixelColor(x, line).lightness() - color.lightness()) < 12
    assert color.lightness() + 40 < image.pixelColor(x, inside).lightness() < ground.lightness()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("L", [1, 3, 7, 10])
def test_that_nothing_leaves_the_widget_and_curves_do_not_run_into_bars(qtbot, plot, size, L):
    plot.resize(*size)
    picture = show(qtbot, plot, long_snapshot(300, L))
    inside = QRectF(plot.rect())
    assert picture.box.width >= 60
    assert picture.box.right < plot.row.left
    assert all(inside.contains(rect) for rect in rects(plot))
    assert all(inside.contains(place) for place, _ in bottom_numbers(picture.box, picture.x_scale))
    assert max(curve.lines[:, [0, 2]].max() for curve in picture.curves) <= picture.box.right + 0.1


def test_that_layers_have_their_colours_and_the_ninth_is_dashed(qtbot, plot, appearance):
    picture = show(qtbot, plot, snapshot(np.full(60, 0.5), L=9))
    theme = appearance.theme
    assert [curve.style.color for curve in picture.curves] == [theme.layer_color(l) for l in range(1, 10)]
    assert [curve.style.dash for curve in picture.curves] == [None] * 8 + [(6.0, 4.0)]
    assert len(picture.curves[8].lines) > 5


def test_that_a_bar_is_painted_in_its_layers_colour(qtbot, plot, appearance):
    show(qtbot, plot, snapshot(rms_now=(0.1, 0.01, 0.001)))
    image = plot.grab().toImage()
    for l, rect in enumerate(rects(plot), start=1):
        if rect.height() > 3:
            assert image.pixelColor(rect.center().toPoint()) == appearance.theme.layer_color(l)


def test_that_an_exact_zero_lies_on_the_axis_and_leaves_the_axis_alone(qtbot, plot):
    with_zero = [[0.0, 0.02, 0.03], [0.0, 0.02, 0.05]]
    picture = show(qtbot, plot, snapshot((0.7, 0.6), rms=with_zero))
    assert picture.y_scale.low == pytest.approx(1e-2)
    assert rects(plot)[0].height() == 0.0
    assert picture.curves[0].lines[:, 1].min() == pytest.approx(picture.box.bottom)


def test_that_a_zero_lies_on_a_foot_of_the_axis_that_is_labelled_0(qtbot, plot):
    vanished = [[6.0, 2.0, 3.0], [0.0, 0.0, 0.0]]
    picture = show(qtbot, plot, snapshot((0.7, 0.6), rms=vanished))
    zero, lowest = picture.y_scale.ticks[:2]
    assert (zero.text, lowest.text) == ("0", "10⁰")
    foot, one = (picture.box.y(picture.y_scale, tick.value) for tick in (zero, lowest))
    assert foot == pytest.approx(picture.box.bottom)
    assert foot - one >= 14.0
    assert picture.end(picture.curves[0])[1] == pytest.approx(foot)
    assert plot.values() == [0.0, 0.0, 0.0]


def test_that_the_foot_stays_while_the_run_goes_on_and_goes_with_it(qtbot, plot):
    show(qtbot, plot, snapshot((0.7, 0.6), rms=[[0.0, 0.1, 0.1]] * 2))
    later = show(qtbot, plot, snapshot((0.7, 0.6, 0.5), rms=[[0.2, 0.1, 0.1]] * 3))
    assert later.y_scale.ticks[0].text == "0"
    anew = show(qtbot, plot, snapshot((0.7, 0.6), rms=[[0.2, 0.1, 0.1]] * 2, revision=1))
    assert anew.y_scale.ticks[0].text == "10⁻¹"


def test_that_0_is_written_in_the_place_of_an_empty_bar_under_the_number_of_its_layer(
    qtbot, plot, appearance
):
    picture = show(qtbot, plot, snapshot((0.7,), rms=[[0.0, 0.1, 0.1]]))
    rect, image = rects(plot)[0], plot.grab().toImage()
    for above in (16, 30):
        place = QRect(round(rect.left()), round(picture.box.bottom) - above, round(rect.width()), 11)
        pixels = [
            image.pixelColor(x, place.top() + y)
            for x in range(place.left(), place.right())
            for y in range(11)
        ]
        assert min(pixel.lightness() for pixel in pixels) < appearance.theme.color("panel").lightness() - 60


def test_that_the_bars_of_many_jumping_updates_are_the_ends_of_their_curves(qtbot, plot):
    jumps = 10.0 ** np.random.default_rng(3).uniform(-4, -1, (1500, 1))
    picture = show(qtbot, plot, snapshot(np.full(1500, 0.5), rms=jumps, L=1, rms_now=(0.5,)))
    curve = picture.curves[0]
    assert rects(plot)[0].top() == pytest.approx(curve.lines[-1, 3])
    assert picture.end(curve) == pytest.approx(tuple(curve.lines[-1, 2:]))
    assert plot.values()[0] < 0.1
    assert plot.caption == "mean now, layer"


def test_that_few_updates_are_shown_as_they_are_now(qtbot, plot):
    show(qtbot, plot, snapshot(rms_now=(0.1, 0.2, 0.3)))
    assert plot.values() == [0.1, 0.2, 0.3]
    assert plot.caption == "now, layer"


def test_that_under_the_cursor_dots_and_bars_are_on_the_curve(qtbot, plot):
    jumps = 10.0 ** np.random.default_rng(3).uniform(-4, -1, (1500, 1))
    picture = show(qtbot, plot, snapshot(np.full(1500, 0.5), rms=jumps, L=1))
    plot.show_cursor(700.0)
    curve, box = picture.curves[0], picture.box
    on_curve = np.interp(box.x(picture.x_scale, 700.0), curve.lines[:, 0], curve.lines[:, 1])
    assert picture.at(curve, 700.0)[0] == pytest.approx(on_curve)
    assert rects(plot)[0].top() == pytest.approx(on_curve)


def test_that_bands_are_explained_where_there_are_any(qtbot, plot, appearance):
    ground = appearance.theme.color("panel")
    for rows, is_said in ((1500, True), (3, False)):
        picture = show(qtbot, plot, snapshot(np.full(rows, 0.5), rms=np.full((rows, 1), 0.011), L=1))
        assert any(curve.band is not None for curve in picture.curves) is is_said
        place, image = band_key_place(picture.box).toRect(), plot.grab().toImage()
        inked = [
            (x, y)
            for x in range(place.left() + 24, place.right())
            for y in range(place.top() + 2, place.bottom())
            if image.pixelColor(x, y).lightness() < ground.lightness() - 60
        ]
        assert bool(inked) is is_said
        assert QRectF(plot.rect()).contains(band_key_place(picture.box))


def test_that_all_zeros_are_a_plot_too(qtbot, plot):
    picture = show(qtbot, plot, snapshot((0.7, 0.6), rms=np.zeros((2, 3))))
    assert len(picture.y_scale.ticks) >= 2
    assert all(rect.height() == 0.0 for rect in rects(plot))


def test_that_values_under_the_floor_lie_on_the_axis(qtbot, plot):
    picture = show(qtbot, plot, snapshot((0.7, 0.6), rms=[[1e-30, 0.1, 0.1]] * 2))
    assert picture.y_scale.low == pytest.approx(1e-12)
    assert rects(plot)[0].height() == pytest.approx(0.0)


STRANGE = {
    "nothing": snapshot((), L=3),
    "one point": snapshot((0.5,)),
    "a new layer": snapshot((0.5, 0.4), rms=[[0.1, NAN, 0.1]] * 2, rms_now=(0.1, 0.2, 0.3)),
    "all NaN": snapshot((0.5, 0.4), rms=[[NAN] * 3] * 2),
    "infinite": snapshot((0.5, 0.4), rms=[[0.1, 0.1, 0.1], [np.inf] * 3], broken=True, state="diverged"),
    "huge": snapshot((0.5, 0.4), rms=[[0.1, 0.1, 0.1], [1e308] * 3]),
    "tiny": snapshot((0.5, 0.4), rms=[[5e-324] * 3] * 2),
}


@pytest.mark.parametrize("name", STRANGE)
def test_that_strange_data_are_drawn_without_a_warning(qtbot, plot, name):
    picture = show(qtbot, plot, STRANGE[name])
    assert len(plot.row.bars) == 3
    for curve in picture.curves:
        assert np.isfinite(curve.lines).all()
    plot.show_cursor(1.0)
    plot.grab()


def test_that_a_layer_that_is_new_shows_its_present_value(qtbot, plot):
    show(qtbot, plot, STRANGE["a new layer"])
    assert plot.values() == pytest.approx([0.1, 0.2, 0.3])


def test_that_bars_and_card_show_the_values_under_the_cursor(qtbot, plot):
    sizes = np.array([[0.1, 0.2, 0.3], [0.01, 0.02, 0.03], [0.5, 0.5, 0.5]])
    picture = show(qtbot, plot, snapshot(rms=sizes))
    with qtbot.waitSignal(plot.cursor_moved) as moved:
        qtbot.mouseMove(plot, QPoint(round(picture.box.x(picture.x_scale, 1.1)), 60))
    assert moved.args == [1.0]
    assert plot.values() == pytest.approx([0.01, 0.02, 0.03])
    plot.grab()
    assert "layer 2 2.0·10⁻²" in plot.accessibleDescription()
    plot.show_cursor(None)
    assert plot.values() == pytest.approx([0.5, 0.5, 0.5])


def test_that_the_history_of_a_million_updates_is_few_lines(qtbot, plot):
    picture = show(qtbot, plot, long_snapshot(L=10, state="running"))
    assert sum(len(curve.lines) for curve in picture.curves[:8]) <= 8 * (picture.box.width * 2 / 1.8 + 10)


def test_that_a_deep_sigmoid_network_is_seen_to_lose_its_gradients(qtbot, plot):
    heights = {}
    for activation in ("sigmoid", "relu"):
        setup, trained_snapshot = trained(activation, (8,) * 6)
        plot.set_setup(setup, dataset())
        show(qtbot, plot, trained_snapshot)
        heights[activation] = [rect.height() for rect in rects(plot)]
    assert heights["sigmoid"][-1] - heights["sigmoid"][0] > 60
    assert heights["relu"][-1] - heights["relu"][0] < 60


def test_that_another_theme_repaints_curves_and_bars(qtbot, plot, appearance):
    show(qtbot, plot, snapshot(rms_now=(0.1, 0.1, 0.1)))
    appearance.choose("dark")
    image = plot.grab().toImage()
    assert image.pixelColor(1, 1) == appearance.theme.color("panel")
    assert image.pixelColor(rects(plot)[2].center().toPoint()) == appearance.theme.layer_color(3)
