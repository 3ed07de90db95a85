"""The dialog that prints the update in Step as an exercise sheet: boxes, answers or both, the paper, and where to."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.sheet.maker import Order, SheetMaker
from gui.sheet.paper import PAPERS
from gui.widgets import Button, Label, PanelHeader, Segmented, Separator

WIDTH = 440
LABEL_WIDTH = 88
PDFS = "PDF (*.pdf)"
MAKING = "Making the sheet …"
KINDS = {
    "blanks": ("Boxes", (False,), "Formulas and shapes, with empty boxes for the results: to be handed out."),
    "answers": (
        "Answers",
        (True,),
        "All results, and of each one number written out with the numbers that it comes from.",
    ),
    "both": ("Both", (False, True), "The sheet with boxes, then the one with answers, in one file."),
}


class SheetDialog(QDialog):
    """Signals: saved(str), a sentence for the status bar; the dialog has closed then."""

    saved = Signal(str)

    def __init__(
        self, appearance: Appearance, tape: Tape, title: str, about: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tape, self._title, self._about = tape, title, about
        self._path = Path()
        self.maker = SheetMaker(self)
        self.kind = Segmented(appearance, [(key, row[0]) for key, row in KINDS.items()])
        self.paper = Segmented(appearance, [(paper.key, paper.label) for paper in PAPERS.values()])
        self.paper.set_key(usual_paper())
        self.sentence = Label(appearance, "", "small", "ink2")
        self.message = Label(appearance, "", "small", "ink2")
        self.cancel_button = Button(appearance, "Cancel")
        self.save_button = Button(appearance, "Save PDF…", kind="primary")
        self._lay_out(appearance)
        self.kind.chosen.connect(self._on_kind)
        self.save_button.clicked.connect(self.choose_file)
        self.cancel_button.clicked.connect(self.reject)
        self.maker.made.connect(self._on_made)
        self.maker.failed.connect(self._show_error)
        self._on_kind(self.kind.key())

    def _lay_out(self, appearance: Appearance) -> None:
        self.setWindowTitle("Exercise sheet")
        self.setFixedWidth(WIDTH)
        self.kind.setAccessibleName("What the sheet has")
        self.paper.setAccessibleName("Paper")
        self.sentence.setWordWrap(True)
        self.message.setWordWrap(True)
        # In widgets of their own: labels right in a dialog take their colour from the style sheet.
        choices, footer = QWidget(self), QWidget(self)
        grid = QGridLayout(choices)
        grid.setContentsMargins(16, 16, 16, 16)
        grid.setVerticalSpacing(12)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        left = Qt.AlignmentFlag.AlignLeft
        for row, (text, control) in enumerate((("Results", self.kind), ("Paper", self.paper))):
            grid.addWidget(Label(appearance, text, "body", "ink"), 2 * row, 0)
            grid.addWidget(control, 2 * row, 1, left)
        grid.addWidget(self.sentence, 1, 1)
        buttons = QHBoxLayout(footer)
        buttons.setContentsMargins(16, 12, 16, 12)
        buttons.setSpacing(8)
        buttons.addWidget(self.message, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(PanelHeader(appearance, "Exercise sheet", self._title))
        column.addWidget(Separator(appearance))
        column.addWidget(choices)
        column.addWidget(Separator(appearance))
        column.addWidget(footer)

    @Slot()
    def choose_file(self) -> None:
        """Ask for a name and make the sheet."""
        name, _ = QFileDialog.getSaveFileName(self, "Save exercise sheet", self._suggestion(), PDFS)
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() != ".pdf":
            path = path.with_name(f"{path.name}.pdf")
            if path.exists():  # the file dialog has asked about the other name only
                self._show_error(f"There is a {path.name} already: choose it, or another name")
                return
        self.save_as(path)

    def save_as(self, path: Path) -> None:
        """Make the sheet and write it there; `saved` follows, or a message in the dialog."""
        self._path = path
        self._set_busy(True)
        self._say(MAKING, "ink2")
        answers = KINDS[self.kind.key()][1]
        self.maker.make(Order(self._tape, self._title, self._about, path, answers, self.paper.key()))

    def _suggestion(self) -> str:
        stem = re.sub(r"[^\w]+", "-", self._title.lower()).strip("-") or "exercise"
        return f"{stem}-answers.pdf" if self.kind.key() == "answers" else f"{stem}.pdf"

    def _set_busy(self, busy: bool) -> None:
        for control in (self.kind, self.paper, self.save_button):
            control.setEnabled(not busy)

    def _say(self, text: str, color: str) -> None:
        self.message.setText(text)
        self.message.set_color(color)
        self.adjustSize()  # a long message takes more lines

    @Slot(str)
    def _on_kind(self, key: str) -> None:
        self.sentence.setText(KINDS[key][2])
        self._say("", "ink2")

    @Slot(int)
    def _on_made(self, pages: int) -> None:
        self.saved.emit(f"Exercise sheet saved as {self._path.name}, {pages} page{'' if pages == 1 else 's'}")
        self.accept()

    @Slot(str)
    def _show_error(self, message: str) -> None:
        self._set_busy(False)
        self._say(message.replace(str(self._path), self._path.name or str(self._path)), "err")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.save_button.isEnabled():
            self.choose_file()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self.maker.close()
        super().done(result)


def usual_paper() -> str:
    """The paper of the country that the system is set to."""
    american = QLocale.MeasurementSystem.ImperialUSSystem
    return "letter" if QLocale.system().measurementSystem() == american else "a4"


def open_sheet_dialog(
    appearance: Appearance, tape: Tape, title: str, about: str, parent: QWidget
) -> SheetDialog:
    """Show the dialog over a window; it deletes itself when it closes."""
    dialog = SheetDialog(appearance, tape, title, about, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
