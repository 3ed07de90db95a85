"""Which workspace fills the window, and what Step needs of the rest of it.

Train is there from the start. Step is made once the window has come to rest, or when it is first wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.options import Options
from gui.step.place_words import what_there_is
from gui.step.selection import Cell
from gui.tab_order import Part, by_columns
from gui.titles import name_of

if TYPE_CHECKING:
    from engine.step.tape import Tape
    from gui.main_window import MainWindow
    from gui.step.gallery.gallery import Gallery
    from gui.step.number_format import NumberFormat
    from gui.step.workspace import StepWorkspace

TRAIN, STEP = "train", "step"
WORKSPACES = ((TRAIN, "Train"), (STEP, "Step"))


class Workspaces(QObject):
    """Belongs to one window. `show` changes the workspace; everything else follows by itself."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.current = TRAIN
        self._step: StepWorkspace | None = None
        self._gallery: Gallery | None = None
        self._start: Options | None = None
        self._wants_sheet = False
        window.rail.workspace_requested.connect(self.show)

    @property
    def step(self) -> StepWorkspace:
        """The Step workspace, made when it is first asked for."""
        if self._step is None:
            self._step = self._build_step()
        return self._step

    @property
    def is_stepping(self) -> bool:
        """Whether Step fills the window."""
        return self.current == STEP

    @property
    def is_settled(self) -> bool:
        """Whether nothing is under way beside the run: no formula that is typeset, no check."""
        if self._step is None:
            return True
        from gui import formulas

        step = self._step
        is_judging = step.pencil.answers.judging.is_busy
        return not step.check.checker.is_busy and not is_judging and not formulas.shelf().is_waiting

    @Slot(str)
    def show(self, key: str) -> None:
        """Show a workspace; Step pauses the run and opens its very next update."""
        if key == self.current:
            return
        step = self.step
        self.current = key
        stepping = self.is_stepping
        if not stepping:
            step.stepper.stop()
        for widget in (self._window.transport, self._window.workspace):
            widget.setVisible(not stepping)
        step.setVisible(stepping)
        self.decimals.setVisible(stepping)
        self._window.rail.set_current(key)
        self._window.menus.set_stepping(stepping)
        # Where nothing else has the keyboard, Ctrl with an arrow moves from number to number, and Escape lets go.
        (step.centre if stepping else self._window).setFocus()
        if stepping:
            step.open()
        self.tell_status()

    def start_in(self, options: Options) -> None:
        """Go where the command line wants to begin: a workspace, a row of its tape, a number of that row."""
        self._start = options
        self.show(options.workspace)

    def tab_parts(self) -> list[Part]:
        """Where Tab goes in the workspace that is shown."""
        if self.is_stepping:
            return self.step.tab_parts()
        return [Part(self._window.transport, by_columns), *self._window.workspace.tab_parts()]

    def follow_document(self) -> None:
        """The set-up, the data or a parameter became another one: its next update is another one, too."""
        if self._step is not None:
            self._step.set_setup(self._window.document.setup, self._window.document.dataset)
        if self.is_stepping:
            self.step.open()

    @Slot()
    def update_once(self) -> None:
        """One update; in Step it is the one that is stepped through, and the one after it is opened."""
        self._window.controller.update_once()
        if self.is_stepping:
            self.step.open()

    @Slot()
    def epoch_once(self) -> None:
        """To the end of the epoch; in Step the update after it is opened."""
        self._window.controller.epoch_once()
        if self.is_stepping:
            self.step.open()

    @Slot()
    def run_or_play(self) -> None:
        """Run or pause; in Step play the tape or stop."""
        if self.is_stepping:
            self.step.stepper.toggle_playing()
        else:
            self._window.controller.toggle()

    @Slot()
    def make_sheet(self) -> None:
        """Offer the update that is stepped through, or the very next one, as an exercise sheet."""
        step = self.step
        step.stepper.stop()
        if self.is_stepping and step.tape is not None:
            self._open_sheet(step.tape)
        else:
            self._wants_sheet = True
            self._window.controller.record_tape("batch")

    @Slot()
    def open_examples(self) -> None:
        """Offer the worked examples and new exercises, below their button in Step."""
        self.show(STEP)
        window = self._window
        if self._gallery is None:
            from gui.step.gallery.gallery import Gallery  # reads the exercises from their files

            self._gallery = Gallery(window.appearance, window)
            self._gallery.example_chosen.connect(window.take_setup)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # the bar may have come this moment
        button = self.step.bar.examples
        self._gallery.open_below(button, window.document.setup, by_keyboard=button.hasFocus())

    def _open_sheet(self, tape: Tape) -> None:
        from gui.sheet.sheet_panel import open_sheet_dialog  # printing, which few starts need

        window = self._window
        setup = window.document.setup
        update = f"{name_of(setup, window.document.dataset)}, update {tape.moment.iteration + 1}"
        dialog = open_sheet_dialog(window.appearance, tape, setup.title or update, setup.about, window)
        dialog.saved.connect(window.status.show_message)

    def step_to(self, key: str) -> None:
        """Go where a key of the tape leads, unless it was typed into a field."""
        if isinstance(QApplication.focusWidget(), QLineEdit):
            return
        stepper = self.step.stepper
        go = {"next_step": stepper.next, "previous_step": stepper.previous, "first_step": stepper.first}
        go.get(key, stepper.last)()

    @Slot()
    def tell_status(self) -> None:
        """Say in the status bar where on the tape the window stands."""
        self._window.status.set_stepping(self.step.stepping() if self.is_stepping else None)

    def close(self) -> None:
        """Nothing goes on by itself any more."""
        if self._step is not None:
            from gui import formulas

            self._step.close_down()
            if self._gallery is not None:
                self._gallery.close_down()
            formulas.shelf().close()

    def _build_step(self) -> StepWorkspace:
        from gui import formulas
        from gui.step.decimals_choice import (
            DecimalsChoice,
            format_named,
        )  # a part of a start that is not short
        from gui.step.workspace import StepWorkspace

        window = self._window
        step = StepWorkspace(window.appearance, window.centralWidget())
        step.hide()
        window.add_workspace(step)
        self.decimals = DecimalsChoice(window.appearance, window.status)
        self.decimals.hide()
        window.status.set_corner(self.decimals)
        step.tape_requested.connect(window.controller.record_tape)
        step.update_requested.connect(self.update_once)
        step.sheet_requested.connect(self.make_sheet)
        step.status_changed.connect(self.tell_status)
        step.examples_requested.connect(self.open_examples)
        step.centre.value_hovered.connect(window.status.show_under_mouse)
        window.controller.tape_taken.connect(self._on_tape_taken)
        self.decimals.format_chosen.connect(self._on_format_chosen)
        number_format = format_named(window.settings.text("decimals"))
        self.decimals.set_format(number_format)
        step.set_number_format(number_format)
        step.set_setup(window.document.setup, window.document.dataset)
        formulas.shelf().read_ahead()
        return step

    @Slot(object)
    def _on_format_chosen(self, number_format: NumberFormat) -> None:
        self.step.set_number_format(number_format)
        self._window.settings.remember("decimals", number_format.label)

    @Slot(object)
    def _on_tape_taken(self, tape: Tape) -> None:
        if self._wants_sheet:
            self._wants_sheet = False
            self._open_sheet(tape)
        if not self.is_stepping:
            return
        self.step.take_tape(tape)
        if self._start is not None:
            start, self._start = self._start, None
            self._go_to_start(start)

    def _go_to_start(self, start: Options) -> None:
        stepper = self.step.stepper
        stepper.go_to(start.row - 1)
        if start.pencil:
            self.step.pencil.set_on(True)
        if start.cell is not None and stepper.row is not None:
            stepper.select(Cell(stepper.row.main, start.cell[0] - 1, start.cell[1] - 1))
        if self.step.tape is not None and (there := what_there_is(self.step.tape, start.row, start.cell)):
            self._window.status.show_message(there, "warn")
