"""The strip over a step scene: the walk through the tape, which examples it looks at, pencil mode."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.step.row import PHASES
from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.course.stage.walk_strip import TIPS, WalkStrip
from gui.step.columns_choice import ColumnsChoice
from gui.widgets import Button

NEXT_UPDATE = "Make this update and open the next one"


class StepStrip(WalkStrip):
    """Signals: also columns_chosen("batch" | "all" | int) and pencil_toggled(bool)."""

    columns_chosen = Signal(object)
    pencil_toggled = Signal(bool)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, PHASES, parent)
        self._tape: Tape | None = None
        self.columns = ColumnsChoice(appearance)
        self.columns.chosen.connect(self.columns_chosen)
        self.add_widget(self.columns, "columns")
        self.pencil = Button(appearance, "", "pencil")
        self.pencil.setCheckable(True)
        self.pencil.setAccessibleName("Pencil mode")
        self.pencil.setToolTip("The numbers become blanks that you fill in")
        self.pencil.clicked.connect(self.pencil_toggled)
        self.add_widget(self.pencil)

    def set_tape(self, tape: Tape) -> None:
        """Count the rows of the phases, and say what the columns are."""
        self._tape = tape
        self.columns.set_tape(tape)
        self.show_row(0)
        self._fit()

    def show_row(self, index: int) -> None:
        """Light the phase of this row, and offer what can be done from here."""
        if self._tape is None:
            return
        self.show_place([row.phase for row in self._tape.rows], index)
        at_end = index == len(self._tape.rows) - 1
        self.buttons["next"].setToolTip(NEXT_UPDATE if at_end else TIPS["next"][1])
        self.buttons["next"].setAccessibleName(NEXT_UPDATE if at_end else TIPS["next"][0])
