"""The one observable project: the present set-up with its data, and the undo stack of its edits.

Editors push edits, views listen to `changed`; the document knows no widget and no thread.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from engine.data import Dataset
from engine.session import Change, ParameterChange
from engine.setup import Setup
from engine.training_state import TrainingState
from gui.edits import Edit, Origin

UNDO_LIMIT = 200


class Document(QObject):
    """Signals: changed(Change) after every edit, undo and redo; parameter_changed(ParameterChange)."""

    changed = Signal(object)
    parameter_changed = Signal(object)

    def __init__(self, setup: Setup, dataset: Dataset, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._setup = setup.fitted_to(dataset)
        self._dataset = dataset
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(UNDO_LIMIT)
        self._commands = 0
        self._last_run = 0

    @property
    def setup(self) -> Setup:
        """What is asked for now."""
        return self._setup

    @property
    def dataset(self) -> Dataset:
        """The data that belong to the set-up."""
        return self._dataset

    def push(self, edit: Edit) -> None:
        """Make an edit as one undo step. An edit that changes nothing is dropped."""
        if edit.setup == self._setup and edit.dataset is self._dataset and not edit.restart:
            return
        self._commands += 1
        self.undo_stack.push(_EditCommand(self, edit, f"edit {self._commands}"))

    def push_parameter(
        self, l: int, k: int, j: int | None, before: float, after: float, text: str, run: int
    ) -> None:
        """Type one weight (or bias: j None) by hand. What follows in the same run joins its undo step.

        A step that leads back to where it began, as Esc after some nudges does, goes.
        """
        # In a run `before` may already be `after`: the value was typed, and Esc takes it back.
        if before != after or run == self._last_run:
            self._last_run = run
            self.undo_stack.push(_ParameterCommand(self, ParameterChange(l, k, j, before), after, text, run))

    def begin_with(self, setup: Setup, dataset: Dataset, state: TrainingState | None = None) -> None:
        """Take another project in place of this one, and nothing can be undone. Its run begins anew, or where `state`
        stands.
        """
        self.undo_stack.clear()
        fitted = setup.fitted_to(dataset) if state is None else setup
        layers, inputs = (None,) * fitted.network.L, (None,) * fitted.network.inputs
        self.apply(Change(fitted, dataset, layers, inputs, restart=True, state=state))

    def apply(self, change: Change) -> None:
        """Take a change over and tell everybody. Undo commands and `begin_with` call this."""
        self._setup, self._dataset = change.setup, change.dataset
        self.changed.emit(change)


class _EditCommand(QUndoCommand):
    def __init__(self, document: Document, edit: Edit, name: str) -> None:
        super().__init__(edit.text)
        self._document = document
        self._before = (document.setup, document.dataset)
        self._edit = edit
        self._name = name

    def redo(self) -> None:
        edit = self._edit
        self._document.apply(
            Change(
                edit.setup,
                edit.dataset,
                edit.layer_origin,
                edit.input_origin,
                edit.restart,
                store=f"{self._name} before",
                recall=f"{self._name} after",
            )
        )

    def undo(self) -> None:
        setup, dataset = self._before
        self._document.apply(
            Change(
                setup,
                dataset,
                _inverse(self._edit.layer_origin, setup.network.L, base=1),
                _inverse(self._edit.input_origin, setup.network.inputs, base=0),
                self._edit.restart,
                store=f"{self._name} after",
                recall=f"{self._name} before",
            )
        )

    def id(self) -> int:
        return hash(self._edit.merge_key) & 0x7FFFFFFF if self._edit.merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _EditCommand) or other._edit.merge_key != self._edit.merge_key:
            return False
        self._edit = replace(
            other._edit, layer_origin=self._edit.layer_origin, input_origin=self._edit.input_origin
        )
        self.setText(other._edit.text)
        return True


class _ParameterCommand(QUndoCommand):
    def __init__(
        self, document: Document, before: ParameterChange, value: float, text: str, run: int
    ) -> None:
        super().__init__(text)
        self._document = document
        self._before = before
        self._after = replace(before, value=value)
        self._key = (before.l, before.k, before.j, run)

    def redo(self) -> None:
        self._document.parameter_changed.emit(self._after)
        self.setObsolete(self._after == self._before)

    def undo(self) -> None:
        self._document.parameter_changed.emit(self._before)

    def id(self) -> int:
        return hash(self._key) & 0x7FFFFFFF

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _ParameterCommand) or other._key != self._key:
            return False
        self._after = other._after
        self.setText(other.text())
        self.setObsolete(self._after == self._before)
        return True


def _inverse(origin: Origin, count: int, base: int) -> Origin:
    """For each of `count` old places the new place that came from it, or None."""
    back: list[int | None] = [None] * count
    for new, old in enumerate(origin):
        if old is not None:
            back[old - base] = new + base
    return tuple(back)
