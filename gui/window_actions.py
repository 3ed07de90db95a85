"""What the rows of the menu table do, and the state that their check marks show."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox

from engine.setup import Setup
from gui.edits import MAX_HIDDEN_LAYERS
from gui.menus import STEPPING, Menus
from gui.options import WORKSPACES
from gui.training.speed import SPEEDS
from gui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from gui.main_window import MainWindow

MOST_LAYERS_IN_NUMBERS, MOST_UNITS_IN_NUMBERS = 3, 4  # all weights as numbers: up to 3-4-3


class WindowActions(QObject):
    """The handlers of one window's menus."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._menus: Menus | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each row of the menu table calls."""
        window, files, projects = self._window, self._window.files, self._window.projects
        return {
            "import": files.choose_table,
            "new": projects.new,
            "open": files.choose,
            "save": projects.save,
            "save_as": projects.save_as,
            "save_setup": files.save_setup,
            "notes": projects.show_notes,
            "lesson": files.choose_lesson,
            "new_lesson": window.workspaces.course_place.new_lesson,
            "sheet": window.workspaces.step_place.make_sheet,
            "examples": window.workspaces.step_place.open_examples,
            "quit": window.close,
            "copy": files.copy_setup,
            "paste": files.paste_setup,
            "theme_system": self._on_system_theme,
            "theme_light": self._on_light_theme,
            "theme_dark": self._on_dark_theme,
            "show_values": self._on_show_values,
            "reset_layout": self._on_reset_layout,
            "full_screen": self._on_full_screen,
            "add_layer": window.editing.add_last_layer,
            "remove_layer": window.editing.remove_last_layer,
            "reset": window.workspaces.reset,
            "new_weights": window.editing.new_weights,
            "run": self._on_run,
            "update": window.workspaces.update_once,
            "epoch": window.workspaces.epoch_once,
            **{key: partial(window.workspaces.show, key) for key in WORKSPACES},
            **{key: partial(window.workspaces.step_to, key) for key in STEPPING},
            "slower": self._on_slower,
            "faster": self._on_faster,
            "keys": self._on_keys,
            "about": self._on_about,
        }

    def adopt(self, menus: Menus) -> None:
        """Add the actions that other objects own, and set the check marks."""
        self._menus = menus
        undos = self._window.workspaces.undo_group
        undo = undos.createUndoAction(self._window, "Undo")
        undo.setShortcuts(QKeySequence.StandardKey.Undo)
        redo = undos.createRedoAction(self._window, "Redo")
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        menus.prepend("Edit", [undo, redo])
        menus.append("View", self._window.workspace.dock_actions())
        self._window.exports.adopt(menus)
        menus.insert(self._window.projects.recent.menu, before="save")
        menus.actions[f"theme_{self._window.appearance.choice}"].setChecked(True)

    def set_setup(self, setup: Setup) -> None:
        """Offer what this network allows."""
        assert self._menus is not None
        actions, network = self._menus.actions, setup.network
        actions["add_layer"].setEnabled(network.L - 1 < MAX_HIDDEN_LAYERS)
        actions["remove_layer"].setEnabled(network.L > 1)
        small = network.L < MOST_LAYERS_IN_NUMBERS and max(network.sizes) <= MOST_UNITS_IN_NUMBERS
        actions["show_values"].setEnabled(small)

    @Slot()
    def _on_run(self) -> None:
        # Space presses the control that the keyboard stands on, as everywhere; else it runs and pauses.
        focused = QApplication.focusWidget()
        ring = focused.findChild(FocusRing) if focused is not None else None
        stands_on = ring is not None and ring.is_shown
        if stands_on and isinstance(focused, QAbstractButton):
            focused.click()
        elif stands_on and isinstance(focused, QComboBox):
            focused.showPopup()
        else:
            self._window.workspaces.run_or_play()

    @Slot()
    def _on_slower(self) -> None:
        self._change_speed(-1)

    @Slot()
    def _on_faster(self) -> None:
        self._change_speed(+1)

    def _change_speed(self, by: int) -> None:
        index = min(max(self._window.controller.speed_index + by, 0), len(SPEEDS) - 1)
        self._window.controller.set_speed(index)
        self._window.transport.set_speeds([speed.label for speed in SPEEDS], index)

    @Slot()
    def _on_system_theme(self) -> None:
        self._choose_theme("system")

    @Slot()
    def _on_light_theme(self) -> None:
        self._choose_theme("light")

    @Slot()
    def _on_dark_theme(self) -> None:
        self._choose_theme("dark")

    def _choose_theme(self, choice: str) -> None:
        self._window.appearance.choose(choice)
        self._window.settings.remember("theme", choice)

    @Slot()
    def _on_show_values(self) -> None:
        assert self._menus is not None
        self._window.workspace.network_view.set_show_values(self._menus.actions["show_values"].isChecked())

    @Slot()
    def _on_reset_layout(self) -> None:
        self._window.workspace.reset_layout()

    @Slot()
    def _on_full_screen(self) -> None:
        # Not showNormal: a window that was maximised before is maximised again.
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    @Slot()
    def _on_keys(self) -> None:
        assert self._menus is not None
        from gui.about import show_keys  # not needed by a start

        show_keys(self._window, self._menus)

    @Slot()
    def _on_about(self) -> None:
        from gui.about import show_about

        show_about(self._window)
