"""The drawing under the keyboard and the wheel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from gui.train.network.hit import Target
from tests.gui.train.network.canvases import (
    canvas_of,
    enter_by_tab,
    press,
)
from tests.gui.train.network.network_runs import run_of


@pytest.fixture
def canvas(qtbot):
    return canvas_of(qtbot, run_of())


def test_that_tab_enters_the_drawing_and_arrows_move_through_it(qtbot, canvas):
    enter_by_tab(canvas)
    assert canvas.marks.focused == Target("tile", 1, 0)
    for key, target in (
        (Qt.Key.Key_Down, Target("tile", 1, 1)),
        (Qt.Key.Key_Right, Target("tile", 2, 0)),
        (Qt.Key.Key_Left, Target("tile", 1, 1)),
        (Qt.Key.Key_Left, Target("tile", 0, 0)),
    ):
        qtbot.keyClick(canvas, key)
        assert canvas.marks.focused == target
    assert canvas.accessibleName()


def test_that_the_focused_unit_is_told_and_described(qtbot, canvas):
    with qtbot.waitSignal(canvas.unit_hovered) as hovered:
        enter_by_tab(canvas)
    assert hovered.args == [1, 0]
    assert canvas.accessibleDescription().startswith("b[1]1 ")


def test_that_enter_types_the_bias_and_shift_with_arrows_reaches_the_weights(qtbot, canvas):
    enter_by_tab(canvas)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert canvas.marks.selected == Target("bias", 1, 0)
    qtbot.keyClick(canvas.card.field, Qt.Key.Key_Escape)
    qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.marks.focused == Target("edge", 1, 0, 0)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    qtbot.keyClicks(canvas.card.field, "1.5")
    with qtbot.waitSignal(canvas.parameter_typed) as typed:
        qtbot.keyClick(canvas.card.field, Qt.Key.Key_Enter)
    assert typed.args[:4] == [1, 0, 0, 1.5]


def test_that_plus_minus_and_delete_speak_of_the_focused_layer(qtbot, canvas):
    enter_by_tab(canvas)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    with qtbot.waitSignal(canvas.units_stepped) as stepped:
        qtbot.keyClicks(canvas, "+")
    assert stepped.args == [2, 1]
    with qtbot.waitSignal(canvas.units_stepped) as stepped:
        qtbot.keyClicks(canvas, "-")
    assert stepped.args == [2, -1]
    with qtbot.waitSignal(canvas.removal_requested) as removal:
        qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert removal.args == [2]


def wheel(canvas, l, notches):
    point = QPointF(canvas.scene.places.columns[l].x, 100)
    event = QWheelEvent(
        point,
        canvas.mapToGlobal(point),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)
    return event.isAccepted()


def test_that_the_wheel_moves_an_elided_column_and_wishes_follow(qtbot):
    canvas = canvas_of(qtbot, run_of(hidden=(30,)))
    with qtbot.waitSignal(canvas.wishes_changed) as wishes:
        assert wheel(canvas, 1, -3)
    first = canvas.scene.places.columns[1].first
    assert first == 3
    assert wishes.args[0]["shown_units"][1][0] == 3
    assert not wheel(canvas, 0, -3)


def test_that_chevrons_turn_a_page_and_the_keyboard_scrolls_along(qtbot):
    canvas = canvas_of(qtbot, run_of(hidden=(30,)))
    column = canvas.scene.places.columns[1]
    shown = len(column.tiles)
    down = column.window.down
    press(qtbot, canvas, QPoint(round(down.cx), round(down.cy)))
    assert canvas.scene.places.columns[1].first == shown
    canvas.set_focused(Target("tile", 1, shown))
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.marks.focused == Target("tile", 1, shown - 1)
    assert canvas.scene.places.columns[1].first == shown - 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Plus])
def test_that_keys_mean_nothing_while_nothing_is_selected(qtbot, canvas, key):
    canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    canvas.set_focused(None)
    with qtbot.assertNotEmitted(canvas.removal_requested), qtbot.assertNotEmitted(canvas.units_stepped):
        qtbot.keyClick(canvas, key)
    assert canvas.card.field is None
