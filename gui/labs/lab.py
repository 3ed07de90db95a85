"""What every lab is: settings in, settings out, perhaps something that runs. `gui.labs.table` makes them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.labs.row import Value
from engine.labs.table import checked
from engine.setup import Setup
from gui.appearance import Appearance
from gui.labs.halos import Halos
from gui.labs.run_button import STOP
from gui.widgets import follow

MINIMUM = (760, 280)  # two labs may stand one below the other in a lesson


class Lab(QWidget):
    """A subclass sets `key`, writes `_show_settings`, names its controls with `_name_control` and calls `_change`
    when a person moved something. The settings always are complete and checked. `latex`: every formula that it may
    draw, which `script/make_formulas` typesets beforehand. `moved_by_run`: settings that a run changes by itself.

    `end_word`: of what ends a run, PAUSE where the next one goes on from there (`is_paused`), else STOP.

    Signals: settings_changed(), by a person or by a run, not by `set_settings`; told(str), one line for the status bar;
    run_changed(), it runs or stands still now.
    """

    view_name = "Lab"
    settings_changed = Signal()
    told = Signal(str)
    run_changed = Signal()
    key = ""
    latex: tuple[str, ...] = ()
    moved_by_run: tuple[str, ...] = ()
    end_word = STOP

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._settings = checked(self.key, {})
        self._controls: dict[str, QWidget] = {}
        self._halos = Halos(appearance, self)
        self.setMinimumSize(*MINIMUM)
        follow(self, appearance)

    @property
    def is_running(self) -> bool:
        """Whether something goes on by itself until `stop`."""
        return False

    @property
    def is_paused(self) -> bool:
        """Whether a run stands still that `start` goes on with."""
        return False

    @property
    def is_settled(self) -> bool:
        """Whether nothing is under way: no thread, no animation."""
        return not self.is_running

    def set_settings(self, settings: Mapping[str, object]) -> None:
        """Show these settings; what is missing takes its default. Raises ValueError as `engine.labs.table.checked`."""
        new = checked(self.key, settings)
        if new != self._settings:
            self._settings = new
            self._show_settings()

    def settings(self) -> dict[str, Value]:
        """The present state; `set_settings(settings())` changes nothing."""
        return dict(self._settings)

    def start(self) -> None:
        """Let it run, where there is something to run."""

    def stop(self) -> None:
        """Stand still."""

    def step_once(self) -> None:
        """One update, where there is something to run."""

    def set_playground(self, setup: Setup) -> None:
        """The playground's network with its weights of now, for a lab that looks at it."""

    def light(self, controls: Collection[str]) -> None:
        """Put the yellow halo round the controls of these settings ("run": what starts it), and off the last ones."""
        self._halos.show_round(self._controls[name] for name in controls if name in self._controls)

    def close_down(self) -> None:
        """End what runs, threads too. The lab is not used any more."""
        self.stop()

    def _show_settings(self) -> None:
        """Bring everything that is seen to `self._settings`."""

    def _number(self, name: str) -> float:
        """A setting that is a number."""
        return float(self._settings[name])

    def _text(self, name: str) -> str:
        """A setting that is a text or a choice."""
        return str(self._settings[name])

    def _name_control(self, name: str, widget: QWidget) -> None:
        """This widget is the control of a setting."""
        self._controls[name] = widget

    def _change(self, **values: object) -> None:
        """A person, or a run, moved something: keep it, show it, say it. A value out of range raises ValueError."""
        new = checked(self.key, {**self._settings, **values})
        if new != self._settings:
            self._settings = new
            self._show_settings()
            self.settings_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._appearance.theme.color("panel"))
