"""The transport bar: wishes, states, and room for everything from 1280 px."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from engine.data import DataSpec, build_dataset
from engine.setup import Setup
from gui.appearance import Appearance
from gui.train.transport.bar import CAPTIONS, TransportBar
from gui.training.run_state import RunState
from gui.training.speed import DEFAULT_SPEED, SPEEDS

LEFT = Qt.MouseButton.LeftButton


def setup_for(source: str):
    dataset = build_dataset(DataSpec(source=source))
    return replace(Setup(), data=dataset.spec).fitted_to(dataset), dataset


@pytest.fixture(scope="module")
def circle():
    return setup_for("circle")


@pytest.fixture
def bar(qtbot, circle):
    bar = TransportBar(Appearance("light"))
    qtbot.addWidget(bar)
    bar.resize(1368, 56)
    bar.set_setup(*circle)
    bar.set_speeds([speed.label for speed in SPEEDS], DEFAULT_SPEED)
    bar.show()
    bar.activateWindow()
    return bar


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("reset", "reset_requested"),
        ("new_weights", "new_weights_requested"),
        ("run", "run_requested"),
        ("update_button", "update_requested"),
        ("epoch_button", "epoch_requested"),
    ],
)
def test_that_every_button_tells_its_wish(qtbot, bar, button, signal):
    with qtbot.waitSignal(getattr(bar, signal), timeout=1000):
        qtbot.mouseClick(getattr(bar, button), LEFT)


def test_that_run_becomes_pause(qtbot, bar):
    width = bar.run.width()
    bar.set_state("running")
    assert (bar.run.text(), bar.run.icon_name, bar.run.accessibleName()) == ("Pause", "pause", "Pause")
    assert bar.run.width() == width
    with qtbot.waitSignal(bar.pause_requested, timeout=1000), qtbot.assertNotEmitted(bar.run_requested):
        qtbot.mouseClick(bar.run, LEFT)


@pytest.mark.parametrize("state", list(RunState))
def test_that_run_is_offered_exactly_where_a_run_can_go_on(bar, state):
    bar.set_state(state.value)
    for button in (bar.run, bar.update_button, bar.epoch_button):
        assert button.isEnabled() == state.may_train
        assert button.toolTip()
    assert bar.reset.isEnabled()
    assert ("Reset" in bar.run.toolTip()) == (not state.may_train)


@pytest.mark.parametrize(
    ("combo", "signal", "key"),
    [
        ("optimizer", "optimizer_chosen", "adam"),
        ("cost", "cost_chosen", "mean_squared_error"),
        ("initialization", "initialization_chosen", "he"),
    ],
)
def test_that_a_choice_from_a_table_is_told_by_its_key(qtbot, bar, combo, signal, key):
    control = getattr(bar, combo)
    with qtbot.waitSignal(getattr(bar, signal), timeout=1000) as chosen:
        qtbot.keyClick(control, Qt.Key.Key_End)
    assert chosen.args == [key]


def test_that_a_typed_learning_rate_is_told(qtbot, bar):
    bar.alpha.lineEdit().selectAll()
    qtbot.keyClicks(bar.alpha, "0.07")
    with qtbot.waitSignal(bar.alpha_changed, timeout=1000) as changed:
        qtbot.keyClick(bar.alpha, Qt.Key.Key_Return)
    assert changed.args == [0.07]


def test_that_showing_a_set_up_tells_nothing(qtbot, bar, circle):
    setup, dataset = circle
    other = replace(
        setup,
        network=replace(setup.network, cost="mean_squared_error", l2=0.1, initialization="he"),
        training=replace(setup.training, optimizer="adam", alpha=0.003),
    )
    signals = [bar.alpha_changed, bar.optimizer_chosen, bar.cost_chosen, bar.regularization_changed]
    told: list[object] = []
    for signal in [*signals, bar.initialization_chosen]:
        signal.connect(told.append)
    bar.set_setup(other, dataset)
    assert told == []
    shown = (bar.optimizer.key(), bar.cost.key(), bar.initialization.key(), bar.regularization.kind.key())
    assert shown == ("adam", "mean_squared_error", "he", "l2")
    assert (bar.alpha.value(), bar.regularization.rate.value()) == (0.003, 0.1)


@pytest.mark.parametrize(
    ("source", "costs"),
    [
        ("circle", {"binary_cross_entropy", "mean_squared_error"}),
        ("blobs", {"categorical_cross_entropy"}),
        ("plane", {"mean_squared_error"}),
    ],
)
def test_that_only_costs_that_fit_the_data_are_offered(bar, source, costs):
    setup, dataset = setup_for(source)
    bar.set_setup(setup, dataset)
    assert {bar.cost.itemData(i) for i in range(bar.cost.count())} == costs
    assert bar.cost.key() == setup.network.cost


def test_that_the_hints_show_the_formula_of_what_is_chosen(bar, circle):
    setup, dataset = circle
    bar.set_setup(replace(setup, training=replace(setup.training, optimizer="momentum")), dataset)
    assert "Momentum" in bar.optimizer.toolTip()
    assert "v ← 0.9 v + 0.1 dW" in bar.optimizer.toolTip()
    assert "Σ" in bar.cost.toolTip()


def controls(bar: TransportBar) -> list[QWidget]:
    return [widget for widget in bar._placed.values() if widget.parentWidget() is bar and widget.isVisible()]


@pytest.mark.parametrize("l2", [0.0, 0.001])
@pytest.mark.parametrize("source", ["circle", "blobs", "plane"])
@pytest.mark.parametrize("width", [1208, 1368, 1480, 1848])
def test_that_nothing_is_cut_and_nothing_overlaps(bar, width, source, l2):
    setup, dataset = setup_for(source)
    bar.set_setup(replace(setup, network=replace(setup.network, l2=l2)), dataset)
    bar.resize(width, 56)
    boxes = sorted((w.x(), w.geometry().right()) for w in controls(bar))
    assert all(right < following for (_, right), (following, _) in pairwise(boxes))
    assert boxes[-1][1] <= width - 16
    for widget in controls(bar):
        assert widget.width() >= widget.minimumSizeHint().width()
    shown = {key for key, widget in bar._captioned.items() if widget.parentWidget() is bar}
    assert shown >= (
        {"alpha", "optimizer"} if width < 1368 else {"alpha", "optimizer", "cost", "regularization"}
    )
    assert bar.more.isVisible() == (len(shown) < len(CAPTIONS))


def test_that_the_more_button_holds_what_had_no_room(qtbot, bar):
    bar.resize(1208, 56)
    qtbot.mouseClick(bar.more, LEFT)
    panel = bar.more.panel
    assert panel.isVisible()
    assert bar.cost.isVisible()
    assert bar.cost.window() is panel
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_that_controls_come_back_from_the_more_button(bar):
    bar.resize(1208, 56)
    bar.resize(1700, 56)
    assert bar.cost.window() is bar.window()
    assert bar.cost.isVisible()
    assert not bar.more.isVisible()


def test_that_a_choice_behind_the_more_button_is_told_as_well(qtbot, bar):
    bar.resize(1208, 56)
    qtbot.mouseClick(bar.more, LEFT)
    with qtbot.waitSignal(bar.initialization_chosen, timeout=1000) as chosen:
        qtbot.keyClick(bar.initialization, Qt.Key.Key_Home)
    assert chosen.args == ["zeros"]
    bar.more.panel.hide()


def test_that_every_control_has_a_name_and_a_hint(bar):
    for control in (
        *(bar.reset, bar.new_weights, bar.run, bar.update_button, bar.epoch_button, bar.more),
        *(bar.alpha, bar.optimizer, bar.cost, bar.initialization, bar.regularization.kind),
        *(bar.regularization.rate, bar.speed),
    ):
        assert control.accessibleName()
        assert control.toolTip()


@pytest.mark.parametrize("width", [1208, 1368, 1848])
def test_that_nothing_moves_when_other_costs_are_offered(bar, circle, width):
    bar.resize(width, 56)
    before = {key: widget.geometry() for key, widget in bar._placed.items() if widget.isVisible()}
    bar.set_setup(*setup_for("digits"))
    assert {key: widget.geometry() for key, widget in bar._placed.items() if widget.isVisible()} == before
