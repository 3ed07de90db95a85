"""Segmented controls."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.widgets import Segmented


@pytest.fixture
def segmented(qtbot, appearance):
    control = Segmented(appearance, [("value", "Value"), ("class", "Class"), ("off", "Off")])
    qtbot.addWidget(control)
    control.resize(control.sizeHint())
    control.show()
    return control


def test_that_a_click_chooses_the_part_below_the_mouse(qtbot, segmented):
    with qtbot.waitSignal(segmented.chosen, timeout=1000) as chosen:
        qtbot.mouseClick(segmented, Qt.MouseButton.LeftButton, pos=segmented.part_rect(1).center().toPoint())
    assert chosen.args == ["class"]


def test_that_arrows_choose_and_stop_at_the_ends(qtbot, segmented):
    for key, expected in ((Qt.Key.Key_Left, "value"), (Qt.Key.Key_Right, "class"), (Qt.Key.Key_Right, "off")):
        qtbot.keyClick(segmented, key)
        assert segmented.key() == expected
    with qtbot.assertNotEmitted(segmented.chosen):
        qtbot.keyClick(segmented, Qt.Key.Key_Right)


def test_that_setting_a_key_says_nothing(qtbot, segmented):
    with qtbot.assertNotEmitted(segmented.chosen):
        segmented.set_key("off")
        segmented.set_key("unknown")
    assert segmented.key() == "off"


def test_that_the_parts_fill_the_control(segmented):
    parts = [segmented.part_rect(index) for index in range(3)]
    assert parts[0].left() == 0
    assert parts[-1].right() == pytest.approx(segmented.width())
    assert all(part.width() >= 24 for part in parts)
