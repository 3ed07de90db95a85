"""The document: one undo step an edit, and what it tells its listeners."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.data import build_dataset
from engine.session import Change, ParameterChange
from engine.setup import Setup
from gui import edits
from gui.document import Document


@pytest.fixture
def document(qapp) -> Document:
    setup = Setup()
    return Document(setup, build_dataset(setup.data))


@pytest.fixture
def changes(document: Document) -> list[Change]:
    seen: list[Change] = []
    document.changed.connect(seen.append)
    return seen


def test_that_every_edit_is_one_undo_step_with_its_text(document, changes):
    document.push(edits.set_units(document.setup, document.dataset, 1, 6))
    document.push(edits.set_alpha(document.setup, document.dataset, 0.3))
    assert document.undo_stack.count() == 2
    assert document.undo_stack.undoText() == "Learning rate 0.3"
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.setup.network.sizes == (2, 4, 2, 1)
    assert document.setup.training.alpha == Setup().training.alpha
    assert len(changes) == 4


def test_that_an_edit_that_changes_nothing_leaves_no_step(document, changes):
    document.push(edits.set_units(document.setup, document.dataset, 1, 4))
    assert document.undo_stack.count() == 0
    assert changes == []


def test_that_a_dragged_slider_becomes_one_step(document):
    for size in (11, 12, 13):
        document.push(edits.set_batch_size(document.setup, document.dataset, size))
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText() == "Batch size 13"
    document.undo_stack.undo()
    assert document.setup.training.batch_size == 10


def test_that_undo_turns_the_origins_round(document, changes):
    document.push(edits.add_layer(document.setup, document.dataset, 1))
    assert changes[-1].layer_origin == (1, None, 2, 3)
    document.undo_stack.undo()
    assert changes[-1].layer_origin == (1, 3, 4)


def test_that_undo_asks_for_the_run_that_the_edit_put_by(document, changes):
    document.push(edits.set_units(document.setup, document.dataset, 1, 3))
    document.undo_stack.undo()
    document.undo_stack.redo()
    done, undone, redone = changes
    assert undone.recall == done.store
    assert redone.recall == undone.store
    assert redone.store == done.store


def test_that_a_reset_is_a_step_although_the_set_up_stays(document, changes):
    document.push(edits.reset(document.setup, document.dataset))
    assert document.undo_stack.count() == 1
    assert changes[-1].restart


def test_that_another_project_begins_anew_with_nothing_to_undo(document, changes):
    document.push(edits.set_units(document.setup, document.dataset, 1, 6))
    data = replace(document.setup.data, source="xor")
    document.begin_with(replace(Setup(), data=data), build_dataset(data))
    assert document.setup.data.source == "xor"
    assert document.undo_stack.count() == 0
    assert changes[-1].restart
    assert changes[-1].layer_origin == (None, None, None)
    assert not changes[-1].store


def test_that_a_typed_weight_is_undone_to_the_number_before(document):
    seen: list[ParameterChange] = []
    document.parameter_changed.connect(seen.append)
    document.push_parameter(1, 0, 1, 0.25, 2.0, "w[1]₁,₂ = 2", run=1)
    document.undo_stack.undo()
    assert [change.value for change in seen] == [2.0, 0.25]
    document.push_parameter(1, 0, 1, 0.25, 0.25, "nothing", run=2)
    assert document.undo_stack.count() == 1
    assert document.undo_stack.canRedo()


@pytest.fixture
def values(document: Document) -> list[float]:
    seen: list[float] = []
    document.parameter_changed.connect(lambda change: seen.append(change.value))
    return seen


def nudge(document: Document, *numbers: float, run: int, j: int | None = 1) -> None:
    """The value before is 0.25 for the first, and whatever a late snapshot says for the others."""
    for number in numbers:
        document.push_parameter(1, 0, j, 0.25, number, f"{number:g}", run)


def test_that_a_run_of_nudges_is_one_step_back_to_the_number_before(document, values):
    nudge(document, 0.35, 0.45, 0.55, run=1)
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText() == "0.55"
    document.undo_stack.undo()
    document.undo_stack.redo()
    assert values == [0.35, 0.45, 0.55, 0.25, 0.55]


def test_that_nudges_back_to_the_number_before_leave_no_step(document, values):
    nudge(document, 0.35, 0.45, 0.25, run=1)
    assert values[-1] == 0.25
    assert document.undo_stack.count() == 0
    nudge(document, 0.5, run=1)
    assert document.undo_stack.count() == 1


def test_that_another_field_another_weight_and_an_edit_between_begin_another_step(document):
    nudge(document, 0.35, run=1)
    nudge(document, 0.45, run=2)
    nudge(document, 0.55, run=2, j=None)
    document.push(edits.set_alpha(document.setup, document.dataset, 0.3))
    nudge(document, 0.65, run=2, j=None)
    assert document.undo_stack.count() == 5
