"""Cost and accuracy in numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.data import GivenExamples
from gui.appearance import Appearance
from gui.train.output.readouts import Readouts
from tests.gui.train.output.output_runs import run_of


@pytest.fixture
def readouts(qtbot):
    made = Readouts(Appearance("light"))
    qtbot.addWidget(made)
    return made


def test_that_two_classes_have_cost_and_accuracy(readouts):
    snapshot = replace(
        run_of("circle").snapshot(output_grid=0),
        cost_train=0.06963,
        cost_test=0.1078,
        accuracy_train=0.98,
        accuracy_test=0.956,
    )
    readouts.set_task("binary", cost_is_squared=False)
    readouts.show_numbers(snapshot)
    assert readouts.rows == (("Cost J", "0.0696", "0.1078"), ("Accuracy", "98.0 %", "95.6 %"))
    assert "test 95.6 %" in readouts.accessibleDescription()


def test_that_a_number_has_a_cost_alone_and_its_formula(readouts):
    readouts.set_task("classes", cost_is_squared=False)
    two_rows = readouts.height_for(340)
    readouts.set_task("regression", cost_is_squared=True)
    snapshot = run_of("multi_gauss").snapshot(output_grid=0)
    readouts.show_numbers(snapshot)
    assert readouts.rows == (("Cost J", f"{snapshot.cost_train:.4f}", f"{snapshot.cost_test:.4f}"),)
    with_note = readouts.height_for(340)
    readouts.set_task("regression", cost_is_squared=False)
    assert readouts.height_for(340) < with_note < two_rows


def test_that_a_broken_cost_is_said_and_a_missing_accuracy_is_blank(readouts):
    readouts.set_task("binary", cost_is_squared=False)
    snapshot = run_of("circle").snapshot(output_grid=0)
    readouts.show_numbers(replace(snapshot, cost_train=float("nan"), accuracy_test=None))
    assert readouts.rows[0][1] == "not finite"
    assert readouts.rows[1][2] == ""


def test_that_other_numbers_are_painted(readouts):
    readouts.resize(340, readouts.height_for(340))
    snapshot = run_of("circle").snapshot(output_grid=0)
    readouts.set_task("binary", cost_is_squared=False)
    readouts.show_numbers(replace(snapshot, cost_train=0.5))
    before = readouts.grab().toImage()
    readouts.show_numbers(replace(snapshot, cost_train=0.25))
    assert readouts.grab().toImage() != before


def test_that_without_test_examples_their_column_has_dashes(readouts):
    run = run_of("given", given=GivenExamples(((0.5,), (0.3,)), ((1.0,),)))
    readouts.set_task("binary", cost_is_squared=False, has_test=False)
    snapshot = run.snapshot(output_grid=0)
    readouts.show_numbers(snapshot)
    assert readouts.rows == (
        ("Cost J", f"{snapshot.cost_train:.4f}", "–"),
        ("Accuracy", readouts.rows[1][1], "–"),
    )
    assert readouts.rows[1][1] in ("0.0 %", "100.0 %")
