"""Panels outside the window: how they come back to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.main_window import MainWindow
from gui.train.dock import Dock

NAMES = ["data", "output", "cost", "gradients"]


def dock_of(window: MainWindow, name: str) -> Dock:
    found = window.workspace.findChild(Dock, f"dock_{name}")
    assert isinstance(found, Dock)
    return found


@pytest.fixture
def torn(window, qtbot):
    """The output panel, torn off."""
    dock = dock_of(window, "output")
    dock.setFloating(True)
    qtbot.waitUntil(lambda: dock.isWindow() and dock.isVisible())
    return dock


def is_back(dock: Dock) -> bool:
    return dock.isVisible() and not dock.isFloating() and not dock.isWindow()


@pytest.mark.parametrize("name", NAMES)
def test_that_a_panel_has_a_button_to_put_it_back_only_while_it_is_torn_off(window, qtbot, name):
    dock = dock_of(window, name)
    button = dock.put_back_button
    assert button.isHidden()
    dock.setFloating(True)
    qtbot.waitUntil(button.isVisible)
    assert button.toolTip()
    assert button.accessibleName()
    assert button.parentWidget().rect().contains(button.geometry())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: is_back(dock))
    assert button.isHidden()


def test_that_tab_reaches_the_button_of_a_torn_off_panel(torn, qtbot):
    torn.activateWindow()
    for _ in range(20):
        torn.focusNextPrevChild(True)
        if QApplication.focusWidget() is torn.put_back_button:
            break
    assert torn.put_back_button.hasFocus()


def test_that_escape_puts_a_torn_off_panel_back(torn, qtbot):
    qtbot.keyClick(torn, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: is_back(torn))


def test_that_escape_leaves_a_panel_in_the_window_alone(window, qtbot):
    dock = dock_of(window, "output")
    qtbot.keyClick(dock, Qt.Key.Key_Escape)
    assert is_back(dock)


def test_that_closing_its_window_puts_a_torn_off_panel_back(torn, qtbot):
    torn.windowHandle().close()
    qtbot.waitUntil(lambda: is_back(torn))


def test_that_the_view_menu_hides_a_torn_off_panel(torn, qtbot):
    torn.toggleViewAction().trigger()
    qtbot.waitUntil(torn.isHidden)


def test_that_a_torn_off_panel_does_not_keep_the_program_open(window, torn, qtbot):
    for _ in range(2):  # the first request may put the panel back
        QApplication.closeAllWindows()
    qtbot.waitUntil(window.isHidden)
