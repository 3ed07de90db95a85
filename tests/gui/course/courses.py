"""What a person does in the Course workspace."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def settle(course, qtbot):
    def is_settled():
        course.on_painted()
        return course.is_settled

    qtbot.waitUntil(is_settled, timeout=20000)


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
