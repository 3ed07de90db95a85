"""The lab of gates, clicked and typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.labs.gates import flat_gates, tree
from gui.labs.gates.circuit_geometry import Box, flat_places, input_boxes, tree_boxes

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def lab(make):
    return make("depth-gates", size=(776, 580), inputs=4, bits="1000")


def click(view, index):
    QTest.mouseClick(view, LEFT, pos=view.input_place(index).center().toPoint())


@pytest.mark.parametrize("side", ["tree", "flat"])
def test_that_an_input_is_turned_by_a_click_in_either_circuit(qtbot, lab, side):
    with qtbot.waitSignal(lab.settings_changed):
        click(getattr(lab, side), 2)
    assert lab.settings()["bits"] == "1010"
    assert lab.tree.answer == lab.flat.answer == 0
    click(getattr(lab, side), 2)
    assert lab.settings()["bits"] == "1000"
    assert lab.tree.answer == lab.flat.answer == 1


def test_that_a_click_beside_the_inputs_turns_nothing(qtbot, lab):
    with qtbot.assertNotEmitted(lab.settings_changed):
        QTest.mouseClick(lab.tree, LEFT, pos=QPoint(lab.tree.width() // 2, 5))


def test_that_inputs_are_turned_by_keys(lab):
    lab.tree.setFocus()
    QTest.keyClick(lab.tree, Qt.Key.Key_Down)
    QTest.keyClick(lab.tree, Qt.Key.Key_Space)
    assert lab.settings()["bits"] == "1100"
    QTest.keyClick(lab.tree, Qt.Key.Key_Down)
    QTest.keyClick(lab.tree, Qt.Key.Key_1)
    QTest.keyClick(lab.tree, Qt.Key.Key_1)
    assert lab.settings()["bits"] == "1110"
    QTest.keyClick(lab.tree, Qt.Key.Key_0)
    assert lab.settings()["bits"] == "1100"


def test_that_both_circuits_are_counted(lab):
    assert lab.tree.detail == "3 XOR gates = 12 AND, OR, NOT · 2 deep"
    assert lab.flat.detail == "8 AND gates and an OR"
    lab.set_settings({"inputs": 16})
    assert lab.tree.detail == "15 XOR gates = 60 AND, OR, NOT · 4 deep"
    assert lab.flat.detail == "32\u00a0768 AND gates and an OR"


def test_that_the_number_of_inputs_is_moved_by_keys(lab):
    QTest.keyClick(lab.inputs, Qt.Key.Key_Right)
    assert lab.settings()["inputs"] == 5
    assert lab.tree.bits == (1, 0, 0, 0, 0)


def test_that_gates_are_told_from_relu_units_with_what_they_really_say(lab):
    assert "not about ReLU units: 4 of those in one layer compute parity exactly" in lab.relu.text()
    assert lab.relu.text().endswith("= 1: relu(s) − 2 relu(s − 1) + 2 relu(s − 2) − 2 relu(s − 3) = 1.")


def test_that_the_parity_is_told(lab):
    told = []
    lab.told.connect(told.append)
    click(lab.tree, 3)
    assert told == ["2 of 4 inputs are 1: parity 0"]


def test_that_the_mouse_shows_what_can_be_clicked(lab):
    QTest.mouseMove(lab.tree, lab.tree.input_place(0).center().toPoint())
    assert lab.tree.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(lab.tree, QPoint(lab.tree.width() - 3, 3))
    assert lab.tree.cursor().shape() == Qt.CursorShape.ArrowCursor


@pytest.mark.parametrize("n", [2, 5, 8, 16])
@pytest.mark.parametrize("size", [(330, 300), (640, 700)])
def test_that_nothing_overlaps_and_everything_is_inside(n, size):
    width, height = size
    boxes = [
        *input_boxes(n, height),
        *(box for level in tree_boxes(tree(n), width, height)[1:] for box in level),
    ]
    drawn = [box for box in boxes if box.width]
    assert all(box.x >= 0 and box.x + box.width <= width for box in drawn)
    assert all(box.y >= 0 and box.y + box.height <= height for box in drawn)
    for number, box in enumerate(drawn):
        assert not any(overlap(box, other) for other in drawn[:number])
    places = flat_places(n, len(flat_gates(n)), None, width, height)
    for _, box in places.gates:
        assert box.y >= 0
        assert box.y + box.height <= height
        assert places.inputs[0].right[0] < box.x
        assert box.right[0] < places.any_of.x


def overlap(one: Box, other: Box) -> bool:
    apart = one.x + one.width <= other.x or other.x + other.width <= one.x
    return not (apart or one.y + one.height <= other.y or other.y + other.height <= one.y)
