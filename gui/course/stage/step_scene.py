"""A scene that steps: the very next update of the lesson's network, row by row.

The tape is written by the run's thread and frozen, as in the Step workspace; its views are used here as they are.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from engine.lessons.lesson import StepValues
from engine.setup import Setup
from engine.step.moment import Columns
from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.course.stage import capture
from gui.course.stage.scene_run import Opening, SceneRun
from gui.course.stage.step_views import StepViews
from gui.course.stage.walk_scene import WalkScene
from gui.status_texts import Part
from gui.step.number_format import NumberFormat
from gui.step.selection import Cell
from gui.step.status import stepping_of
from gui.step.stepper import Stepper


class StepScene(WalkScene):
    """`open` begins a scene with the run that it was made for."""

    views: StepViews

    def __init__(self, appearance: Appearance, run: SceneRun, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._run = run
        self._values: StepValues | None = None
        self._columns: Columns = "batch"
        self._is_waiting = self._is_new = False
        self.views = StepViews(appearance, self)
        self.strip, self.pencil = self.views.strip, self.views.pencil
        run.opened.connect(self._on_opened)
        run.tape_taken.connect(self._on_tape_taken)
        self.views.changed.connect(self.changed)
        self.views.centre.value_hovered.connect(self.told)
        self.strip.requested.connect(self._on_requested)
        self.strip.columns_chosen.connect(self._on_columns)

    @property
    def stepper(self) -> Stepper:
        return self.views.stepper

    @property
    def is_ready(self) -> bool:
        return self.stepper.tape is not None and not self._is_new

    @property
    def is_settled(self) -> bool:
        is_waiting = self._is_waiting or self.pencil.answers.judging.is_busy or self.stepper.is_playing
        return self._run.is_settled and not is_waiting

    @property
    def columns(self) -> Columns:
        """Which examples the update is made of."""
        return self._columns

    @property
    def counter(self) -> tuple[str, str]:
        tape = self.stepper.tape
        return "Row", "" if tape is None else f"{self.stepper.index + 1} of {len(tape.rows)}"

    @property
    def status_parts(self) -> tuple[Part, ...]:
        setup, dataset = self._run.setup, self._run.dataset
        if self.stepper.tape is None or setup is None or dataset is None:
            return ()
        place = self.stepper.index, self.stepper.cell
        return stepping_of(self.pencil.shown, *place, setup, dataset, hides_numbers=self.pencil.is_on).parts

    def open(self, values: StepValues) -> None:
        """Begin the scene; its tape follows."""
        self._values = values
        self._columns = values.columns - 1 if isinstance(values.columns, int) else values.columns
        self._is_waiting = self._is_new = True
        self.stepper.stop()
        self.pencil.set_on(False)
        self._run.open(Opening(values.setup, values.updates))

    def leave(self) -> None:
        super().leave()
        self._values = None
        self._is_waiting = False

    def values(self) -> StepValues:
        run, stepper = self._run, self.stepper
        assert run.setup is not None
        return capture.step_values(
            run.setup,
            run.snapshot,
            stepper.tape,
            stepper.index,
            stepper.cell,
            pencil=self.pencil.is_on,
            is_as_trained=run.is_as_trained,
        )

    def take(self) -> Setup | None:
        return None if self._run.setup is None else capture.with_weights(self._run.setup, self._run.snapshot)

    def targets(self) -> Mapping[str, list[QWidget]]:
        views = self.views
        return {
            "tape": [views.tape_list],
            "formula": [views.centre.head],
            "shapes": [views.centre.head],
            "numpy": [views.centre.head.numpy_line],
            "matrices": [views.centre.numbers.equations],
            "sum": [views.centre.numbers.sum_bar],
            "network": [views.network],
            "blocks": [views.blocks],
            "columns": [self.strip.columns],
            "pencil": [self.strip.pencil],
            **super().targets(),
        }

    def set_number_format(self, number_format: NumberFormat) -> None:
        """Write all numbers with other decimals."""
        self.views.set_number_format(number_format)

    def close_down(self) -> None:
        super().close_down()
        self.pencil.close_down()

    def _record(self) -> None:
        self._is_waiting = True
        self._run.record_tape(self._columns)

    @Slot()
    def _on_opened(self) -> None:
        dataset = self._run.dataset
        if self._values is None or dataset is None:
            return
        if isinstance(self._columns, int) and self._columns >= dataset.m:
            there = "only one" if dataset.m == 1 else str(dataset.m)
            self.failed.emit(f"there is no training example {self._columns + 1}, there is {there}")
            return
        self.strip.columns.set_count(dataset.m)
        self._record()

    @Slot(object)
    def _on_tape_taken(self, tape: Tape) -> None:
        if self._values is None:
            return
        is_new, self._is_new, self._is_waiting = self._is_new, False, False
        self.stepper.set_tape(tape, keep_place=False)
        if is_new:
            self._go_to_start(tape, self._values)
        self.changed.emit()

    def _go_to_start(self, tape: Tape, values: StepValues) -> None:
        names = [row.name for row in tape.rows]
        if isinstance(values.row, int):
            self.stepper.go_to(values.row - 1)
        elif values.row in names:
            self.stepper.go_to(names.index(values.row))
        row = self.stepper.row
        if values.pencil:
            self.pencil.set_on(True)
        elif values.cell is not None and row is not None:
            self.stepper.select(Cell(row.main, values.cell[0] - 1, values.cell[1] - 1))

    @Slot(str)
    def _on_requested(self, key: str) -> None:
        if key == "next" and self.stepper.is_at_end:
            self._go_on()
        else:
            self.stepper.obey(key)

    def _go_on(self) -> None:
        """Make the update that was stepped through, and open the one after it."""
        self._run.advance(1)
        self._record()

    @Slot(object)
    def _on_columns(self, columns: Columns) -> None:
        self._columns = columns
        self._record()
