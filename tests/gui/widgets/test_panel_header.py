"""Heads of panels, also as title bars of docks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from gui.widgets import Button, PanelHeader


def test_that_a_header_is_36_high_and_keeps_its_texts(qtbot, appearance):
    header = PanelHeader(appearance, "Output", "epoch 1", subtitle="over the plane")
    qtbot.addWidget(header)
    header.set_detail("epoch 2")
    header.set_title("Picture")
    assert (header.height(), header.title(), header.detail()) == (36, "Picture", "epoch 2")


def test_that_controls_stand_at_the_right_edge(qtbot, appearance):
    header = PanelHeader(appearance, "Cost J")
    button = Button(appearance, "log", small=True)
    header.add_widget(button)
    qtbot.addWidget(header)
    header.resize(300, 36)
    header.show()
    assert button.geometry().right() == 300 - 16 - 1
    assert header._right_edge() == button.x() - 8


class Dock(QDockWidget):
    """A dock that notes the presses which reach it."""

    presses = 0

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self.presses += 1
        return super().event(event)


def test_that_presses_go_through_to_the_dock(qtbot, appearance):
    window = QMainWindow()
    qtbot.addWidget(window)
    dock = Dock("Cost", window)
    header = PanelHeader(appearance, "Cost J")
    dock.setTitleBarWidget(header)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    window.show()
    qtbot.mousePress(header, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    qtbot.mouseRelease(header, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert dock.presses == 1
