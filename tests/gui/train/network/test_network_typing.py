"""Numbers that are typed and nudged in the drawing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.train.network.places import Shape
from tests.gui.train.network.canvases import (
    bias,
    canvas_of,
    middle,
    on_edge,
    press,
)
from tests.gui.train.network.network_runs import run_of


@pytest.fixture
def canvas(qtbot):
    return canvas_of(qtbot, run_of())


@pytest.mark.parametrize("kind", ["edge", "bias"])
def test_that_a_click_on_a_number_types_it(qtbot, canvas, kind):
    j = 1 if kind == "edge" else None
    press(qtbot, canvas, on_edge(canvas, 3, 0, 1) if kind == "edge" else bias(canvas, 3, 0))
    field = canvas.card.field
    assert field.hasFocus()
    qtbot.keyClicks(field, "-0,75")
    with qtbot.waitSignal(canvas.parameter_typed) as typed:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert typed.args[:4] == [3, 0, j, -0.75]
    assert canvas.card.field is None
    assert canvas.hasFocus()


def test_that_escape_leaves_the_number_as_it_was(qtbot, canvas):
    press(qtbot, canvas, bias(canvas, 1, 0))
    qtbot.keyClicks(canvas.card.field, "9")
    with qtbot.assertNotEmitted(canvas.parameter_typed):
        qtbot.keyClick(canvas.card.field, Qt.Key.Key_Escape)
    assert canvas.card.field is None


def test_that_enter_without_a_change_keeps_all_digits_of_the_number(qtbot, canvas):
    press(qtbot, canvas, bias(canvas, 1, 0))
    with qtbot.assertNotEmitted(canvas.parameter_typed):
        qtbot.keyClick(canvas.card.field, Qt.Key.Key_Return)
    assert canvas.card.field is None


@pytest.mark.parametrize(
    ("key", "modifier", "step"),
    [
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, 0.1),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, -0.1),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier, 1.0),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier, -0.01),
    ],
)
def test_that_arrows_nudge_the_number_at_once(qtbot, canvas, key, modifier, step):
    press(qtbot, canvas, bias(canvas, 2, 1))
    before = canvas.scene.snapshot.b[2][1, 0]
    with qtbot.waitSignal(canvas.parameter_typed) as typed:
        qtbot.keyClick(canvas.card.field, key, modifier)
    assert typed.args[:3] == [2, 1, None]
    assert typed.args[3] == pytest.approx(before + step, abs=1e-5)


def test_that_escape_after_a_nudge_brings_the_number_back(qtbot, canvas):
    press(qtbot, canvas, bias(canvas, 2, 1))
    before = canvas.scene.snapshot.b[2][1, 0]
    qtbot.keyClick(canvas.card.field, Qt.Key.Key_Up)
    with qtbot.waitSignal(canvas.parameter_typed) as typed:
        qtbot.keyClick(canvas.card.field, Qt.Key.Key_Escape)
    assert typed.args[3] == before


def test_that_all_values_of_one_field_are_one_run(qtbot, canvas):
    runs = []
    canvas.parameter_typed.connect(lambda l, k, j, value, run: runs.append(run))
    for _ in range(2):
        press(qtbot, canvas, bias(canvas, 2, 1))
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Escape):
            qtbot.keyClick(canvas.card.field, key)
    assert len(runs) == 6
    assert len(set(runs[:3])) == len(set(runs[3:])) == 1
    assert runs[0] != runs[3]


@pytest.mark.parametrize(
    ("text", "words"), [("abc", "Type a number"), ("1e9", "At most"), ("", "Type a number")]
)
def test_that_a_wrong_text_stays_and_is_marked_and_said(qtbot, canvas, text, words):
    press(qtbot, canvas, bias(canvas, 1, 0))
    field = canvas.card.field
    height = canvas.card.rect.h
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)
    with qtbot.assertNotEmitted(canvas.parameter_typed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert canvas.card.field is field
    assert field.text() == text
    assert words in field.message
    assert canvas.card.rect.h > height
    field.selectAll()
    qtbot.keyClicks(field, "2")
    assert field.message == ""


def test_that_a_click_elsewhere_takes_a_typed_number(qtbot, canvas):
    press(qtbot, canvas, bias(canvas, 1, 0))
    qtbot.keyClicks(canvas.card.field, "0.5")
    with qtbot.waitSignal(canvas.parameter_typed) as typed:
        press(qtbot, canvas, middle(canvas, 2, 0))
    assert typed.args[:4] == [1, 0, None, 0.5]
    assert canvas.card.field is None


def test_that_a_field_closes_when_its_unit_goes(qtbot, canvas):
    press(qtbot, canvas, bias(canvas, 1, 3))
    assert canvas.card.field is not None
    run = run_of(hidden=(2, 2))
    canvas.set_setup(run.setup, run.dataset, Shape(run.setup.network.sizes))
    assert canvas.card.field is None
    assert canvas.marks.selected is None
