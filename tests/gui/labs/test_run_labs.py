"""The labs that train networks: run, stopped, changed while they run, closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.labs.table import facts
from gui import formulas
from gui.appearance import Appearance
from gui.labs.table import make_lab
from gui.widgets import fixed_text

LEFT = Qt.MouseButton.LeftButton
KEYS = ("more-data", "optima", "symmetry", "saturation", "vanishing")
FEW = {"more-data": {"updates": 500}, "optima": {"seeds": 3, "updates": 200}, "saturation": {"updates": 200}}
SIZES = ((776, 480), (936, 760), (1848, 1000))


@pytest.fixture
def look(qapp):
    return Appearance("light")


@pytest.fixture
def lab_of(qtbot, look):
    """Makes labs, and closes them down at the end."""
    made = []

    def make(key, settings=None):
        lab = make_lab(key, look)
        qtbot.addWidget(lab)
        lab.resize(936, 640)
        lab.set_settings(settings or {})
        lab.show()
        made.append(lab)
        return lab

    yield make
    for lab in made:
        lab.close_down()
    qtbot.waitUntil(lambda: not formulas.shelf().is_waiting, timeout=10_000)


def run(qtbot, lab):
    qtbot.mouseClick(lab.run_button, LEFT)
    assert lab.run_button.text() == "Stop"
    qtbot.waitUntil(lambda: lab.is_settled, timeout=20_000)


@pytest.mark.parametrize("key", KEYS)
def test_that_a_run_ends_and_offers_another(qtbot, lab_of, key):
    lab = lab_of(key, FEW.get(key))
    qtbot.waitUntil(lambda: lab.is_settled)
    before = lab.grab().toImage()
    run(qtbot, lab)
    assert lab.run_button.text() == "Run"
    if not lab.runs_by_itself:
        assert lab.grab().toImage() != before


def test_that_the_vanishing_lab_shows_the_numbers_of_the_engine(qtbot, lab_of):
    lab = lab_of("vanishing")
    run(qtbot, lab)
    found = facts("vanishing", {})
    left = lab.sides["left"]
    assert f"{found['ratio_left']:,.0f}".replace(",", " ") in left.sentence.text().replace(
        "\u202f", " "
    ).replace("\xa0", " ")
    assert fixed_text(found["J_left"], 3) in left.result.text()
    assert len(left.chart.content.curves) == 6
    assert left.chart.content.bars.values == pytest.approx([found[f"dW{l}_left"] for l in range(1, 7)])


def test_that_a_changed_setting_runs_again_once_it_has_been_run(qtbot, lab_of):
    lab = lab_of("vanishing", {"updates": 50})
    QTest.keyClick(lab.layers, Qt.Key.Key_Right)
    assert not lab.is_running
    assert lab.settings()["layers"] == 7
    run(qtbot, lab)
    QTest.keyClick(lab.layers, Qt.Key.Key_Left)
    assert lab.is_running
    qtbot.waitUntil(lambda: lab.is_settled)
    assert len(lab.sides["left"].chart.content.curves) == 6


def test_that_a_choice_of_a_side_changes_its_setting(qtbot, lab_of):
    lab = lab_of("vanishing")
    combo = lab.sides["right"].activation
    QTest.keyClick(combo, Qt.Key.Key_Up)
    combo.activated.emit(combo.currentIndex())
    assert lab.settings()["right"] == combo.key() != "relu"


def test_that_stopping_keeps_what_is_drawn(qtbot, lab_of):
    lab = lab_of("optima", {"seeds": 50, "updates": 10_000})
    qtbot.mouseClick(lab.run_button, LEFT)
    qtbot.waitUntil(lambda: len(lab.chart.content.curves) >= 1, timeout=20_000)
    qtbot.mouseClick(lab.run_button, LEFT)
    assert not lab.is_running
    shown = len(lab.chart.content.curves)
    assert 1 <= shown < 50
    assert lab.readouts.value_of("starts") == str(shown)


def test_that_the_optima_lab_counts_what_it_draws(qtbot, lab_of):
    lab = lab_of("optima", {"seeds": 6, "updates": 3000})
    run(qtbot, lab)
    found = facts("optima", {"seeds": 6, "updates": 3000})
    assert lab.readouts.value_of("good") == f"{found['good']:.0f}"
    assert lab.readouts.value_of("stuck") == f"{found['stuck']:.0f}"
    assert lab.readouts.value_of("J_stuck") == fixed_text(found["J_stuck"], 4)


def test_that_units_that_are_one_share_one_mark(qtbot, lab_of):
    lab = lab_of("symmetry", {"activation": "sigmoid", "left": "constant", "right": "xavier"})
    run(qtbot, lab)
    assert lab.sides["left"].plane.content.marks[-1].texts == ("units 1 to 4",)
    assert lab.sides["left"].sentence.text() == "All 4 units move as one."
    assert lab.sides["right"].plane.content.marks[-1].texts == ("unit 1", "unit 2", "unit 3", "unit 4")


def test_that_units_that_start_at_zero_do_not_move(qtbot, lab_of):
    lab = lab_of("symmetry")
    run(qtbot, lab)
    assert lab.sides["left"].sentence.text() == "No hidden unit moves at all."


def test_that_the_saturation_lab_runs_by_itself_and_follows_its_scale(qtbot, lab_of):
    lab = lab_of("saturation", {"updates": 100})
    qtbot.waitUntil(lambda: lab.is_settled)
    before = lab.readouts.value_of("saturated")
    for _ in range(4):
        QTest.keyClick(lab.scale, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: lab.is_settled)
    found = facts("saturation", lab.settings())
    assert lab.readouts.value_of("saturated") == f"{found['saturated']:.1f} %" != before
    assert lab.readouts.value_of("mean_slope") == fixed_text(found["mean_slope"], 4)


@pytest.mark.parametrize("key", KEYS)
def test_that_settings_come_back_as_they_were_set(lab_of, key):
    wanted = {"seed": 7} if key == "more-data" else {"alpha": 0.07}
    lab = lab_of(key, wanted | FEW.get(key, {}))
    assert wanted.items() <= lab.settings().items()
    lab.set_settings(lab.settings())
    assert wanted.items() <= lab.settings().items()


@pytest.mark.parametrize("key", KEYS)
def test_that_closing_while_it_runs_leaves_no_thread(qtbot, lab_of, key):
    lab = lab_of(key)
    lab.start()
    lab.close_down()
    assert lab.is_settled


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("size", SIZES)
def test_that_no_control_is_cut_or_covers_another(qtbot, lab_of, key, size):
    lab = lab_of(key)
    lab.resize(*size)
    lab.layout().activate()
    places = [
        widget.rect().translated(widget.mapTo(lab, widget.rect().topLeft()))
        for widget in lab._controls.values()
    ]
    for place in places:
        assert lab.rect().contains(place)
    for index, place in enumerate(places):
        assert not any(place.intersects(other) for other in places[index + 1 :])


@pytest.mark.parametrize("key", KEYS)
def test_that_it_follows_the_theme(qtbot, look, lab_of, key):
    lab = lab_of(key, FEW.get(key))
    qtbot.waitUntil(lambda: lab.is_settled)
    light = lab.grab().toImage()
    look.choose("dark")
    assert lab.grab().toImage() != light


def test_that_reading_off_at_another_m_trains_nothing_again(qtbot, lab_of):
    lab = lab_of("more-data", {"updates": 500})
    run(qtbot, lab)
    shown = lab.readouts.value_of("large")
    lab.chart.handle_dragged.emit("m", 110.0)
    assert not lab.is_running
    assert lab.settings()["m"] == 110
    assert lab.readouts.value_of("m") == "100"
    assert lab.readouts.value_of("large") != shown
    assert lab.head.detail() == "18 of 18 networks trained"


@pytest.mark.parametrize("layers", [6, 10])
def test_that_the_sentences_of_vanishing_gradients_fit_in_a_lesson(qtbot, lab_of, layers):
    lab = lab_of("vanishing", {"layers": layers, "updates": 50})
    lab.resize(776, 580)
    run(qtbot, lab)
    for side in lab.sides.values():
        assert side.sentence.text().startswith(f"Layer {layers}: ")
        assert side.sentence.sizeHint().width() <= side.sentence.width()


def test_that_at_scale_1_there_is_one_curve_of_the_cost(qtbot, lab_of):
    lab = lab_of("saturation", {"updates": 100})
    qtbot.waitUntil(lambda: lab.is_settled)
    assert [curve.name for curve in lab.cost.content.curves] == ["scale 1"]
    lab.set_settings({"updates": 100, "scale": 10.0})
    qtbot.waitUntil(lambda: lab.is_settled)
    assert [curve.name for curve in lab.cost.content.curves] == ["scale 1", "scale 10"]


def test_that_the_bars_of_a_histogram_grow_with_the_lab(qtbot, lab_of):
    lab = lab_of("saturation", {"updates": 100})
    qtbot.waitUntil(lambda: lab.is_settled)
    narrow = lab.a_chart.content.segments[0].width
    lab.resize(1368, 760)
    lab.layout().activate()
    assert lab.a_chart.content.segments[0].width > 1.3 * narrow
    assert lab.a_chart.plane.right == lab.slope_chart.plane.right
