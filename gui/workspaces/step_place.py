"""Step in the window: tapes from the run, the gallery of examples, exercise sheets.

It is made once the window has come to rest, or when it is first wanted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QApplication, QWidget

from engine.setup import Setup
from gui.options import Options
from gui.status_texts import Stepping
from gui.tab_order import Part
from gui.titles import name_of
from gui.workspaces.place import Place, way_of
from gui.workspaces.step_destination import StepDestination
from gui.workspaces.step_view import view_of_step

if TYPE_CHECKING:
    from engine.step.tape import Tape
    from gui.graph.network_places import RowPlace
    from gui.main_window import MainWindow
    from gui.step.gallery.gallery import Gallery
    from gui.step.number_format import NumberFormat
    from gui.step.workspace import StepWorkspace


class StepPlace(Place):
    """Step in one window."""

    key = "step"
    has_steps = True
    edits_playground = can_reset = True
    modules = ("gui.step.workspace",)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._step: StepWorkspace | None = None
        self.gallery: Gallery | None = None
        self._wants_sheet = False
        self._destination = StepDestination(window)

    @property
    def step(self) -> StepWorkspace:
        """The workspace, made when it is first asked for."""
        if self._step is None:
            self._step = self._build()
        return self._step

    def prepare(self) -> None:
        _ = self.step

    def widgets(self) -> Sequence[QWidget]:
        return (self.step, self.decimals)

    def focus(self) -> QWidget:
        # Ctrl with an arrow moves from number to number, and Escape lets go.
        return self.step.centre

    def enter(self) -> None:
        self._destination.ask(self.step)

    def leave(self) -> None:
        self.step.stepper.stop()

    def start_in(self, options: Options) -> None:
        self._destination.start = options

    def view(self) -> dict[str, Any]:
        wanted = self._destination.view
        is_waiting = wanted is not None or self._step is None or self._step.tape is None
        return dict(wanted or {}) if is_waiting else view_of_step(self.step)

    def take_view(self, view: Mapping[str, Any]) -> None:
        self._destination.set_view(view)

    def open_setup(
        self,
        setup: Setup,
        text: str,
        place: RowPlace | None = None,
        view: Mapping[str, Any] | None = None,
    ) -> None:
        """Take this set-up into the playground as one undo step, and step through its first update, at this place, or
        from where a view like `view` stands.
        """
        self._destination.place = place
        self._destination.set_view(view, setup)
        self._window.take_setup(setup, text)
        self._window.workspaces.show(self.key)

    def tab_parts(self) -> list[Part]:
        return self.step.tab_parts()

    def standing(self) -> Stepping | None:
        return self.step.stepping()

    @property
    def is_settled(self) -> bool:
        if self._step is None:
            return True
        from gui import formulas

        step = self._step
        is_judging = step.pencil.answers.judging.is_busy
        return not step.check.checker.is_busy and not is_judging and not formulas.shelf().is_waiting

    def follow_document(self) -> None:
        """The next update is another one, too."""
        if self._step is not None:
            self._step.set_setup(self._window.document.setup, self._window.document.dataset)
        if self._is_here:
            self._destination.ask(self.step)

    @Slot()
    def update_once(self) -> None:
        """The update that is stepped through; the one after it is opened."""
        super().update_once()
        self.step.open()

    def epoch_once(self) -> None:
        super().epoch_once()
        self.step.open()

    def run_or_play(self) -> None:
        self.step.stepper.toggle_playing()

    def step_to(self, key: str) -> None:
        self.step.stepper.obey(way_of(key))

    @Slot()
    def make_sheet(self) -> None:
        """Offer the update that is stepped through, or the very next one, as an exercise sheet."""
        step = self.step
        step.stepper.stop()
        if self._is_here and step.tape is not None:
            self._open_sheet(step.tape)
        else:
            self._wants_sheet = True
            self._window.controller.record_tape("batch")

    @Slot()
    def open_examples(self) -> None:
        """Offer the worked examples and new exercises, below their button in Step."""
        window = self._window
        window.workspaces.show(self.key)
        if self.gallery is None:
            from gui.step.gallery.gallery import Gallery  # reads the exercises from their files

            self.gallery = Gallery(window.appearance, window)
            self.gallery.example_chosen.connect(window.take_setup)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # the bar may have come this moment
        button = self.step.bar.examples
        self.gallery.open_below(button, window.document.setup, by_keyboard=button.hasFocus())

    def close(self) -> None:
        if self._step is not None:
            from gui import formulas

            self._step.close_down()
            if self.gallery is not None:
                self.gallery.close_down()
            formulas.shelf().close()

    @property
    def _is_here(self) -> bool:
        return self._window.workspaces.current == self.key

    def _open_sheet(self, tape: Tape) -> None:
        from gui.sheet.sheet_panel import open_sheet_dialog  # printing, which few starts need

        window = self._window
        setup = window.document.setup
        update = f"{name_of(setup, window.document.dataset)}, update {tape.moment.iteration + 1}"
        dialog = open_sheet_dialog(window.appearance, tape, setup.title or update, setup.about, window)
        dialog.saved.connect(window.status.show_message)

    def _build(self) -> StepWorkspace:
        from gui import formulas
        from gui.step.workspace import StepWorkspace

        window = self._window
        step = StepWorkspace(window.appearance, window.centralWidget())
        step.hide()  # or its new parent would show it
        window.add_workspace(step)
        step.tape_requested.connect(window.controller.record_tape)
        step.update_requested.connect(self.update_once)
        step.sheet_requested.connect(self.make_sheet)
        step.status_changed.connect(window.workspaces.tell_status)
        step.examples_requested.connect(self.open_examples)
        step.network.graph_requested.connect(self._on_graph)
        step.centre.value_hovered.connect(window.status.show_under_mouse)
        window.controller.tape_taken.connect(self._on_tape_taken)
        self._add_decimals(step)
        step.set_setup(window.document.setup, window.document.dataset)
        formulas.shelf().read_ahead(formulas.CELLS)
        return step

    def _add_decimals(self, step: StepWorkspace) -> None:
        from gui.step.decimals_choice import (
            DecimalsChoice,
            format_named,
        )  # a part of a start that is not short

        window = self._window
        self.decimals = DecimalsChoice(window.appearance, window.status)
        self.decimals.hide()
        window.status.set_corner(self.decimals)
        self.decimals.format_chosen.connect(self._on_format_chosen)
        number_format = format_named(window.settings.text("decimals"))
        self.decimals.set_format(number_format)
        step.set_number_format(number_format)

    @Slot(object)
    def _on_format_chosen(self, number_format: NumberFormat) -> None:
        self.step.set_number_format(number_format)
        self._window.workspaces.course_place.set_number_format(number_format)
        self._window.settings.remember("decimals", number_format.label)

    @Slot(object)
    def _on_tape_taken(self, tape: Tape) -> None:
        if self._wants_sheet:
            self._wants_sheet = False
            self._open_sheet(tape)
        if self._is_here:
            self.step.take_tape(tape)
            self._destination.go(self.step, tape)

    @Slot()
    def _on_graph(self) -> None:
        """The example that the drawing shows, as a graph, at the step that computes the selected number."""
        from gui.graph.network_link import state_of_moment
        from gui.graph.network_places import place_of_cell

        step = self.step
        tape, cell = step.tape, step.stepper.cell
        if tape is None:
            return
        k, j = (cell.k, cell.i) if cell is not None else (0, 0)
        try:
            place = place_of_cell(tape, step.stepper.index, k, j)
            state = state_of_moment(tape.moment, step.network.canvas.example, place)
        except ValueError as error:
            self._window.status.show_message(str(error), "err")
            return
        self._window.workspaces.graph_place.open_state(state)
