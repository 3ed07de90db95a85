"""The ring that shows where the keyboard is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from gui.widgets import Button, CheckBox, Combo, Field, NumberCombo, Segmented, Slider, TabStrip
from gui.widgets.focus_ring import _Frame

MAKERS = {
    "button": lambda look: Button(look, "Run"),
    "combo": Combo,
    "number combo": NumberCombo,
    "slider": lambda look: Slider(look, "Noise"),
    "check box": lambda look: CheckBox(look, "Test"),
    "segmented": lambda look: Segmented(look, [("a", "A"), ("b", "B")]),
    "tabs": lambda look: TabStrip(look, [("a", "A"), ("b", "B")]),
    "field": Field,
}


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return window


def show_with(qtbot, window, widget) -> QWidget:
    widget.setParent(window)
    widget.move(40, 60)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.setFocus()
    return widget


def rings(window: QWidget) -> list[_Frame]:
    return [frame for frame in window.findChildren(_Frame) if frame.isVisible()]


@pytest.mark.parametrize("name", MAKERS)
def test_that_tab_shows_the_ring_and_leaving_hides_it(qtbot, appearance, window, name):
    widget = show_with(qtbot, window, MAKERS[name](appearance))
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: len(rings(window)) == 1)
    assert rings(window)[0].geometry() == QRect(widget.pos(), widget.size()).adjusted(-4, -4, 4, 4)
    window.setFocus()
    qtbot.waitUntil(lambda: not rings(window))


def test_that_a_click_shows_no_ring(qtbot, appearance, window):
    widget = show_with(qtbot, window, Slider(appearance, "Noise"))
    widget.setFocus(Qt.FocusReason.MouseFocusReason)
    assert rings(window) == []


def test_that_the_ring_goes_along_when_its_control_moves(qtbot, appearance, window):
    widget = show_with(qtbot, window, Button(appearance, "Run"))
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    widget.move(80, 90)
    assert rings(window)[0].pos() == QPoint(76, 86)


def test_that_the_ring_comes_back_with_the_window(qtbot, appearance, window):
    widget = show_with(qtbot, window, Button(appearance, "Run"))
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not rings(window))
    window.activateWindow()
    qtbot.waitUntil(lambda: len(rings(window)) == 1)
