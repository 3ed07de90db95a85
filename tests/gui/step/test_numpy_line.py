"""The NumPy line: shown, selected, copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from gui.appearance import Appearance
from gui.step.numpy_line import NumpyLine

LEFT = Qt.MouseButton.LeftButton
ADAM = "vW1 = 0.9 * vW1 + 0.1 * dW1\nsW1 = 0.999 * sW1 + 0.001 * dW1 ** 2\nW1 = W1 - alpha * vW1"


@pytest.fixture
def line(qtbot, qapp):
    line = NumpyLine(Appearance("light"))
    qtbot.addWidget(line)
    line.resize(500, 26)
    line.show()
    return line


def test_that_the_button_copies_all_lines_and_says_so(qtbot, line):
    line.set_code(ADAM)
    line.fit(500)
    qtbot.mouseClick(line.button, LEFT)
    assert QGuiApplication.clipboard().text() == ADAM
    assert (line.button.icon_name, line.button.toolTip()) == ("check", "Copied")
    line.set_code("J = 1")
    assert line.button.icon_name == "copy"


def test_that_the_text_can_be_selected_with_the_mouse(qtbot, line):
    line.set_code("Z1 = W1 @ X + b1")
    line.fit(500)
    label = line.label
    qtbot.mousePress(label, LEFT, pos=QPoint(0, 10))
    qtbot.mouseMove(label, QPoint(label.width() - 1, 10))
    qtbot.mouseRelease(label, LEFT, pos=QPoint(label.width() - 1, 10))
    assert label.selectedText() == "Z1 = W1 @ X + b1"


def test_that_more_lines_are_higher_and_a_long_one_is_smaller_then_broken(line):
    line.set_code("Z1 = W1 @ X + b1")
    one, usual = line.fit(500), line.label.font().pixelSize()
    line.set_code(ADAM)
    assert line.fit(500) > one + 30
    line.set_code("x" * 28 + " + " + "y" * 28)
    assert line.fit(500) == one
    assert line.label.font().pixelSize() < usual
    line.set_code("x" * 40 + " + " + "y" * 40)
    assert line.fit(500) > one


def test_that_box_and_button_stay_inside(line):
    for code in ("a", ADAM, "x " * 120):
        line.set_code(code)
        line.fit(500)
        assert line.button.geometry().right() < 500
        assert line.label.geometry().right() < line.button.geometry().left()
        assert line.label.geometry().bottom() < line.height()
