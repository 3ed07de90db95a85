"""Lines to type in, with their errors."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gui.widgets import Field


def test_that_an_error_is_framed_and_said(qtbot, appearance):
    field = Field(appearance, "abc")
    field.setToolTip("the hint")
    qtbot.addWidget(field)
    field.resize(120, 32)
    with qtbot.waitSignal(field.message_changed, timeout=1000) as said:
        field.set_error("type a whole number")
    assert said.args == ["type a whole number"]
    assert field.toolTip() == "type a whole number"
    assert field.grab().toImage().pixelColor(60, 1) == appearance.theme.color("err")
    field.set_error()
    assert (field.message, field.toolTip()) == ("", "the hint")


def test_that_escape_is_reported(qtbot, appearance):
    field = Field(appearance, "abc")
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(field.cancelled, timeout=1000):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_that_both_heights_are_those_of_the_design(qtbot, appearance):
    fields = [Field(appearance), Field(appearance, small=True)]
    for field in fields:
        qtbot.addWidget(field)
    assert [field.height() for field in fields] == [32, 24]
