"""Training on its thread, told what to do and heard through one slot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from engine.data import DataSpec, build_dataset
from engine.session import Change, ParameterChange
from engine.setup import Setup
from engine.snapshot import Snapshot
from engine.spec import LayerSpec
from gui.training.controller import FRAME_MS, LATE_LOOKS, LATE_MS, TrainingController
from gui.training.pace import Pace
from gui.training.run_state import RunState
from gui.training.speed import SPEEDS

FULL = len(SPEEDS) - 1


class Run:
    """A controller with everything that it announced."""

    def __init__(self, setup: Setup) -> None:
        dataset = build_dataset(setup.data)
        self.setup = setup.fitted_to(dataset)
        self.dataset = dataset
        self.controller = TrainingController(self.setup, dataset)
        self.controller.set_painting(False)
        self.snapshots: list[Snapshot] = []
        self.states: list[RunState] = []
        self.details: list[str] = []
        self.controller.snapshot_taken.connect(self.snapshots.append)
        self.controller.state_changed.connect(self._on_state_changed)

    def _on_state_changed(self, state: RunState, detail: str) -> None:
        self.states.append(state)
        self.details.append(detail)

    @property
    def last(self) -> Snapshot:
        return self.snapshots[-1]

    def change(self, after: Setup, **more: object) -> None:
        layers = tuple(range(1, after.network.L + 1))
        values = {"layer_origin": layers, "input_origin": tuple(range(after.network.inputs)), **more}
        self.setup = after
        self.controller.apply(Change(after, self.dataset, **values))  # type: ignore[arg-type]


@pytest.fixture
def run(qapp) -> Iterator[Run]:
    run = Run(Setup())
    yield run
    assert run.controller.close()


def diverging() -> Setup:
    setup = Setup(data=DataSpec("plane"))
    layers = (LayerSpec(8, "relu"), LayerSpec(1, "linear"))
    network = replace(setup.network, layers=layers, cost="mean_squared_error", initialization="he")
    return replace(setup, network=network, training=replace(setup.training, alpha=10.0))


def test_that_a_new_controller_shows_the_start_weights(run, qtbot):
    qtbot.waitUntil(lambda: bool(run.snapshots))
    assert run.last.iteration == 0
    assert run.controller.state is RunState.IDLE


def test_that_running_lowers_the_cost_and_pausing_stops_it(run, qtbot):
    run.controller.set_speed(FULL)
    run.controller.run()
    qtbot.waitUntil(lambda: bool(run.snapshots) and run.last.epoch > 100)
    run.controller.pause()
    qtbot.waitUntil(lambda: run.controller.state is RunState.PAUSED)
    qtbot.waitUntil(lambda: run.controller.is_settled)
    stopped = run.last.iteration
    assert run.last.cost_train < run.snapshots[0].cost_train / 2
    run.controller.update_once()
    qtbot.waitUntil(lambda: run.last.iteration > stopped)
    assert run.last.iteration == stopped + 1


def test_that_what_was_spared_while_running_is_measured_when_the_run_pauses(run, qtbot, monkeypatch):
    monkeypatch.setattr(Pace, "should_measure", lambda pace: False)
    run.controller.set_speed(FULL)
    run.controller.run()
    qtbot.waitUntil(lambda: len(run.snapshots) > 3 and run.last.epoch > 20)
    assert run.last.output_map is run.snapshots[-2].output_map
    run.controller.pause()
    qtbot.waitUntil(lambda: run.controller.state is RunState.PAUSED)
    qtbot.waitUntil(lambda: run.controller.is_settled)
    assert run.last.curves.iteration[-1] == run.last.iteration
    assert run.last.output_map is not run.snapshots[-2].output_map


def test_that_one_update_is_one_update_and_one_epoch_ends_the_begun_one(run, qtbot):
    run.controller.update_once()
    run.controller.update_once()
    qtbot.waitUntil(lambda: bool(run.snapshots) and run.last.iteration == 2)
    run.controller.epoch_once()
    qtbot.waitUntil(lambda: run.last.epoch == 1)
    assert run.last.iteration == 25
    run.controller.epoch_once()
    qtbot.waitUntil(lambda: run.last.epoch == 2)
    assert run.last.iteration == 50


def test_that_so_many_updates_are_made_in_one_go(run, qtbot):
    run.controller.advance(777)
    qtbot.waitUntil(lambda: run.controller.is_settled and run.last.iteration == 777)
    assert run.controller.state is RunState.PAUSED


def test_that_an_edit_calls_off_updates_that_are_still_to_be_made(run, qtbot):
    run.controller.advance(1_000_000_000)
    run.change(run.setup, restart=True)
    qtbot.waitUntil(lambda: run.controller.is_settled and run.controller.state is RunState.IDLE)
    assert run.last.iteration == 0


def test_that_closing_calls_off_updates_that_are_still_to_be_made(qapp):
    run = Run(Setup())
    run.controller.advance(1_000_000_000)
    assert run.controller.close()


def test_that_a_run_of_so_many_epochs_finishes(run, qtbot):
    run.controller.set_speed(FULL)
    run.controller.run(7)
    qtbot.waitUntil(lambda: run.controller.state is RunState.FINISHED)
    qtbot.waitUntil(lambda: run.controller.is_settled)
    assert run.last.epoch == 7
    run.controller.run(3)
    qtbot.waitUntil(lambda: run.snapshots[-1].epoch == 10)


def test_that_a_slow_speed_makes_single_updates_that_each_get_a_point(run, qtbot):
    run.controller.set_speed(3)
    run.controller.run()
    qtbot.waitUntil(lambda: bool(run.snapshots) and run.last.iteration >= 6)
    run.controller.pause()
    qtbot.waitUntil(lambda: run.controller.state is RunState.PAUSED)
    steps = [b.iteration - a.iteration for a, b in zip(run.snapshots, run.snapshots[1:], strict=False)]
    assert max(steps) == 1
    assert len(run.last.curves.iteration) >= run.last.iteration


def test_that_one_epoch_a_frame_advances_by_whole_epochs(run, qtbot, monkeypatch):
    monkeypatch.setattr("gui.training.pace.SLOWEST_FRAME", 60)  # a busy machine is no long epoch
    run.controller.run()
    qtbot.waitUntil(lambda: bool(run.snapshots) and run.last.epoch >= 5)
    assert all(snapshot.iteration % 25 == 0 for snapshot in run.snapshots)


def test_that_an_edit_while_running_goes_on_with_the_new_network(run, qtbot):
    run.controller.set_speed(FULL)
    run.controller.run()
    qtbot.waitUntil(lambda: bool(run.snapshots) and run.last.epoch > 20)
    layer = replace(run.setup.network.layer(1), units=7)
    run.change(replace(run.setup, network=run.setup.network.with_layer(1, layer)))
    run.snapshots.clear()
    qtbot.waitUntil(lambda: len(run.snapshots) > 3)
    assert all(snapshot.sizes == (2, 7, 2, 1) for snapshot in run.snapshots)
    assert run.snapshots[0].epoch > 20
    assert run.controller.state is RunState.RUNNING


def test_that_a_typed_weight_reaches_a_paused_network(run, qtbot):
    qtbot.waitUntil(lambda: bool(run.snapshots))
    run.controller.set_parameter(ParameterChange(1, 0, 1, 2.5))
    qtbot.waitUntil(lambda: float(run.last.W[1][0, 1]) == 2.5)


def test_that_only_wished_parts_are_computed(run, qtbot):
    run.controller.set_wishes(unit_grid=0, output_grid=0, distributions=True)
    qtbot.waitUntil(lambda: bool(run.snapshots) and bool(run.last.distributions))
    assert run.last.output_map is None


def test_that_a_run_that_blows_up_ends_diverged_and_a_reset_with_a_smaller_alpha_revives_it(qapp, qtbot):
    run = Run(diverging())
    run.controller.set_speed(FULL)
    run.controller.run()
    qtbot.waitUntil(lambda: run.controller.state is RunState.DIVERGED)
    qtbot.waitUntil(lambda: bool(run.snapshots) and run.last.divergence is not None)
    assert run.last.divergence.iteration > run.last.iteration
    run.controller.run()
    run.change(replace(run.setup, training=replace(run.setup.training, alpha=0.01)), restart=True)
    qtbot.waitUntil(lambda: run.controller.state is RunState.IDLE)
    run.controller.update_once()
    qtbot.waitUntil(lambda: run.last.iteration == 1 and run.last.divergence is None)
    assert run.controller.close()


def test_that_a_fault_in_the_engine_is_announced_and_a_reset_revives_the_run(qapp, qtbot, monkeypatch):
    run = Run(Setup())
    told = []
    monkeypatch.setattr("threading.excepthook", lambda args: told.append(args.exc_value))

    def broken(self: object, count: int) -> None:
        raise ArithmeticError("made to fail")

    with monkeypatch.context() as patch:
        patch.setattr("engine.session.Session.run_updates", broken)
        run.controller.run()
        qtbot.waitUntil(lambda: run.controller.state is RunState.FAILED)
    assert "made to fail" in run.details[-1]
    assert [str(error) for error in told] == ["made to fail"]
    run.change(run.setup, restart=True)
    qtbot.waitUntil(lambda: run.controller.state is RunState.IDLE)
    run.controller.update_once()
    qtbot.waitUntil(lambda: run.last.iteration == 1)
    assert run.controller.close()


@pytest.mark.parametrize("speed", range(len(SPEEDS)))
def test_that_closing_ends_the_thread_at_every_speed(qapp, qtbot, speed):
    run = Run(Setup())
    run.controller.set_speed(speed)
    run.controller.run()
    qtbot.waitUntil(lambda: run.controller.state is RunState.RUNNING)
    assert run.controller.close()


def test_that_closing_twice_is_harmless(qapp):
    run = Run(Setup())
    assert run.controller.close()
    assert run.controller.close()


def test_that_the_frame_timer_rests_when_nothing_happens(run, qtbot):
    qtbot.waitUntil(lambda: bool(run.snapshots))
    qtbot.waitUntil(lambda: not run.controller.is_polling, timeout=5000)
    run.controller.update_once()
    assert run.controller.is_polling
    qtbot.waitUntil(lambda: run.last.iteration == 1)


def test_that_a_snapshot_that_missed_its_frame_is_looked_for_soon_and_not_for_ever(qtbot, run):
    controller = run.controller
    controller.set_speed(0)  # a long time between two updates
    intervals = []
    controller._timer.timeout.connect(lambda: intervals.append(controller._timer.interval()))
    controller.run()
    qtbot.waitUntil(lambda: intervals[-2:] == [FRAME_MS, FRAME_MS] and LATE_MS in intervals)
    assert 0 < intervals.count(LATE_MS) <= 2 * LATE_LOOKS
