"""The tape makes exactly the update that the trainer makes, row by row."""

from __future__ import annotations

import numpy as np
import pytest

from engine.optimizers import OPTIMIZERS
from engine.spec import NetworkSpec
from engine.step.moment import take_moment
from engine.step.row import PHASES
from engine.step.tape import Tape, record_tape
from engine.step.whys import WHYS
from engine.trainer import Trainer
from tests.engine.networks import network_spec
from tests.engine.step.moments import all_specs, name_of, names, tape_of, trainer_of

SPECS = list(all_specs())


def assert_same_parameters(tape: Tape, trainer: Trainer) -> None:
    network = trainer.network
    for l in range(1, network.spec.L + 1):
        np.testing.assert_allclose(tape.W_after[l], network.W[l], rtol=1e-12, atol=1e-12)
        np.testing.assert_allclose(tape.b_after[l], network.b[l], rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("spec", SPECS, ids=name_of)
def test_that_the_parameters_after_the_last_row_are_the_trainers(spec: NetworkSpec, optimizer: str) -> None:
    trainer = trainer_of(spec, optimizer=optimizer)
    tape = record_tape(take_moment(trainer))
    trainer.step()
    assert_same_parameters(tape, trainer)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("batch_size", [None, 3, 1])
def test_that_this_holds_in_the_middle_of_a_run_with_memory_and_batches(
    optimizer: str, batch_size: int | None
) -> None:
    spec = network_spec((3, 5, 4, 1), ("tanh", "relu", "sigmoid"), "binary_cross_entropy", l2=0.1)
    trainer = trainer_of(spec, m=8, optimizer=optimizer, batch_size=batch_size)
    trainer.run_updates(7)
    for _ in range(5):
        tape = record_tape(take_moment(trainer))
        trainer.step()
        assert_same_parameters(tape, trainer)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_that_the_memory_on_the_tape_is_the_next_moments(optimizer: str) -> None:
    trainer = trainer_of(SPECS[0], optimizer=optimizer)
    trainer.run_updates(7)
    tape = record_tape(take_moment(trainer))
    trainer.step()
    after = take_moment(trainer).memory
    for row in tape.rows:
        for equation in row.equations[: row.main] if row.phase == "update" else ():
            name = equation.result.symbol[0]
            kept = after[name][row.layer]["Wb".index(row.symbol)]
            np.testing.assert_allclose(equation.result.array, kept, rtol=1e-12, atol=1e-15)


def test_that_the_rows_come_in_the_order_of_the_course() -> None:
    tape = tape_of(network_spec((2, 3, 1), ("sigmoid", "sigmoid"), "binary_cross_entropy"))
    assert names(tape) == [
        *("Z[1]", "A[1]", "Z[2]", "A[2]", "J", "dA[2]", "dZ[2]", "dW[2]", "db[2]"),
        *("dA[1]", "dZ[1]", "dW[1]", "db[1]", "W[1]", "b[1]", "W[2]", "b[2]"),
    ]
    assert [row.index for row in tape.rows] == list(range(17))
    assert [PHASES.index(row.phase) for row in tape.rows] == [0] * 4 + [1] + [2] * 8 + [3] * 4


@pytest.mark.parametrize("spec", SPECS, ids=name_of)
def test_that_gradients_and_costs_are_the_networks(spec: NetworkSpec) -> None:
    trainer = trainer_of(spec, alpha=0.01)
    tape = record_tape(take_moment(trainer))
    X, Y = trainer.next_batch()
    found = trainer.network.gradients(X, Y)
    for l in range(1, spec.L + 1):
        np.testing.assert_allclose(tape.row("dW", l).value, found.dW[l], rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(tape.row("db", l).value, found.db[l], rtol=1e-12, atol=1e-15)
    assert tape.cost_before == pytest.approx(found.cost, rel=1e-13)
    assert tape.row("J").value.tolist() == [[tape.cost_before]]
    trainer.step()
    assert tape.cost_after == pytest.approx(trainer.network.cost(X, Y), rel=1e-12)


@pytest.mark.parametrize("spec", SPECS, ids=name_of)
def test_that_the_shortcut_of_dZ_and_the_full_chain_agree(spec: NetworkSpec) -> None:
    row = tape_of(spec).row("dZ", spec.L)
    assert row.main == 0
    for equation in row.equations:
        np.testing.assert_allclose(equation.result.array, row.value, rtol=1e-12, atol=1e-14)
    assert len(row.equations) == (1 if spec.cost == "mean_squared_error" else 2)


@pytest.mark.parametrize("columns", ["batch", "all", 4])
def test_that_the_columns_decide_what_the_update_looks_at(columns: str | int) -> None:
    trainer = trainer_of(SPECS[0], m=9, batch_size=4)
    moment = take_moment(trainer, columns)  # type: ignore[arg-type]
    tape = record_tape(moment)
    chosen = np.array(moment.example_numbers) - 1
    assert chosen.size == {"batch": 4, "all": 9}.get(str(columns), 1)
    twin = Trainer(trainer.network.copy(), trainer.X[:, chosen], trainer.Y[:, chosen], trainer.training)
    twin.set_batch_size(None)
    twin.step()
    assert_same_parameters(tape, twin)


def test_that_every_array_of_the_tape_is_two_dimensional_and_named_as_it_stands() -> None:
    for spec in SPECS:
        tape = tape_of(spec, optimizer="adam")
        for row in tape.rows:
            assert row.value.ndim == 2
            for equation in row.equations:
                assert not equation.result.array.flags.writeable
                assert {index for index in equation.layout if isinstance(index, int)} == set(
                    range(len(equation.operands))
                )
                assert all(operand.array.ndim == 2 for operand in equation.operands)
                assert equation.shapes.count("(") == equation.shapes.count(")") > 0


def test_that_every_why_has_an_answer() -> None:
    asked = {key for spec in SPECS for row in tape_of(spec, optimizer="adam").rows for key in row.whys}
    assert asked
    assert asked <= set(WHYS)


def test_that_a_row_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match=r"no dA of layer 0"):
        tape_of(SPECS[0]).row("dA", 0)


def test_that_numbers_beyond_all_bounds_are_recorded_as_such() -> None:
    trainer = trainer_of(network_spec((2, 3, 1), ("relu", "linear")))
    trainer.network.theta[...] = 1e300
    tape = record_tape(take_moment(trainer))
    assert not np.isfinite(tape.cost_before)
    row = tape.row("Z", 2)
    assert not np.isfinite(row.value).all()
    assert not np.isfinite(row.equation.expand(0, 0).total)


@pytest.mark.parametrize(("alpha", "written"), [(0.1, "0.1"), (3e-05, "0.00003"), (2.0, "2")])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_that_the_learning_rate_of_an_update_stands_there_as_a_number(
    optimizer: str, alpha: float, written: str
) -> None:
    tape = record_tape(take_moment(trainer_of(SPECS[0], optimizer=optimizer, alpha=alpha)))
    layout = tape.row("W", 1).equation.layout
    assert layout[0] == 0
    assert str(layout[1]).startswith(f"− {written} ·")
