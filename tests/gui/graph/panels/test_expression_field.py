"""The expression field: checked while typing, faults said in their place, undo, several lines, its length."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gui.formulas import shelf
from gui.graph.panels.expression_editor import LONGEST
from gui.graph.panels.expression_field import ExpressionField

TEXT = "J = 3*(a + b*c)"
LONG = "L = -(y*log(s) + (1-y)*log(1-s)); s = sigmoid(w1*x1 + w2*x2 + b)"


@pytest.fixture
def page(appearance, shown):
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(ExpressionField(appearance))
    column.addWidget(QLineEdit())
    column.addStretch(1)
    return shown(page, 764, 400)


@pytest.fixture
def field(page, qtbot):
    field = page.findChild(ExpressionField)
    field.set_text(TEXT)
    field.editor.setFocus()
    qtbot.waitUntil(lambda: field.formula.is_settled, timeout=20000)
    return field


def press(qtbot, field, *keys):
    for key in keys:
        qtbot.keyClick(field.editor, key)


def replaced(qtbot, field, text):
    field.editor.selectAll()
    qtbot.keyClicks(field.editor, text)


def test_that_showing_a_text_says_nothing(qtbot, field):
    with qtbot.assertNotEmitted(field.text_accepted), qtbot.assertNotEmitted(field.faulted):
        field.set_text("f = a**2")
        field.set_text("f = a**")
    assert field.accepted_text == "f = a**2"
    assert field.fault is not None


def test_that_every_key_that_leaves_a_graph_is_accepted(qtbot, field):
    accepted = []
    field.text_accepted.connect(accepted.append)
    qtbot.keyClicks(field.editor, " + d")
    assert accepted == [f"{TEXT} ", f"{TEXT} + d"]
    assert field.graph.variables == ("a", "b", "c", "d")


def test_that_a_fault_is_said_with_its_column_and_the_last_graph_stays(qtbot, field):
    before = field.graph
    with qtbot.waitSignal(field.faulted) as heard:
        field.editor.set_text("J = 3*(a + b*)")
    assert heard.args[0] is not None
    assert field.fault.column == 14
    assert field.editor.mark == 13
    assert field.callout.text.startswith("Column 14: ")
    assert field.callout.isVisible()
    assert field.text == "J = 3*(a + b*)"
    assert field.accepted_text == TEXT
    assert field.graph is before


def test_that_a_mended_fault_is_gone(qtbot, field):
    heard = []
    field.faulted.connect(heard.append)
    qtbot.keyClicks(field.editor, "+")
    qtbot.keyClicks(field.editor, "1")
    assert [fault is None for fault in heard] == [False, True]
    assert field.callout.isHidden()
    assert field.editor.mark is None


def test_that_nothing_moves_while_a_fault_shows(qtbot, field):
    before = (field.geometry(), field.editor.geometry(), field.formula.geometry())
    qtbot.keyClicks(field.editor, "+")
    assert field.callout.isVisible()
    assert (field.geometry(), field.editor.geometry(), field.formula.geometry()) == before


def test_that_the_fault_lies_below_the_field_inside_the_window(qtbot, page, field):
    qtbot.keyClicks(field.editor, "+")
    callout = field.callout
    top = callout.mapTo(page, callout.rect().topLeft())
    assert top.y() >= field.geometry().bottom()
    assert page.rect().contains(top)
    assert page.rect().contains(callout.mapTo(page, callout.rect().bottomRight()))


def test_that_the_mark_stands_under_its_character(qtbot, field):
    replaced(qtbot, field, "J = 3*(a + ?b)")
    wide = field.editor.fontMetrics().horizontalAdvance("J = 3*(a + ")
    assert field.editor.mark_rect().left() == pytest.approx(wide, abs=2)


def test_that_undo_and_redo_work_in_the_field(qtbot, field):
    field.set_text("f = a**2")
    field.editor.undo()
    assert field.text == TEXT
    field.editor.redo()
    assert field.text == "f = a**2"


def test_that_shift_and_return_begin_a_line_and_the_field_grows(qtbot, field):
    height = field.height()
    qtbot.keyClick(field.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert field.fault is None
    qtbot.keyClicks(field.editor, "c = a + 1")
    assert field.accepted_text == f"{TEXT}\nc = a + 1"
    assert field.graph.variables == ("a", "b")
    qtbot.waitUntil(lambda: field.height() > height)
    qtbot.keyClick(field.editor, Qt.Key.Key_Backspace)


def test_that_all_lines_of_a_text_that_is_shown_are_seen(qtbot, page, field):
    page.resize(640, 400)
    for text in (LONG, "a = b + 1\nb = c + 1\nc = d*d"):
        field.set_text(text)
        qtbot.waitUntil(lambda: field.formula.is_settled, timeout=20000)
        assert field.editor.verticalScrollBar().value() == 0
        assert field.editor.line_count > 1
        assert field.editor.viewport().height() >= field.editor.line_count * field.editor.line_height


def test_that_of_formulas_in_between_none_is_typeset_in_vain(qtbot, field):
    asked = []
    get = field.formula._waiter.get
    field.formula._waiter.get = lambda latex: (asked.append(latex), get(latex))[1]
    qtbot.keyClicks(field.editor, " + x_7*y_7*z_7")
    qtbot.waitUntil(lambda: field.formula.is_settled, timeout=20000)
    assert len(set(asked)) <= 3
    assert field.graph.definition_latex[0] in asked


def test_that_return_alone_begins_no_line(qtbot, field):
    with qtbot.waitSignal(field.entered):
        press(qtbot, field, Qt.Key.Key_Return)
    assert field.text == TEXT


def test_that_pasted_lines_are_definitions(field):
    data = QMimeData()
    data.setText("\r\nJ = u*c\r\nu = a + b\r\n")
    field.editor.selectAll()
    field.editor.insertFromMimeData(data)
    assert field.accepted_text == "J = u*c\nu = a + b"


def test_that_escape_brings_the_last_graph_back(qtbot, field):
    qtbot.keyClicks(field.editor, "*")
    press(qtbot, field, Qt.Key.Key_Escape)
    assert field.text == TEXT
    assert field.fault is None


def test_that_tab_leaves_the_field(qtbot, field):
    press(qtbot, field, Qt.Key.Key_Tab)
    assert field.text == TEXT
    assert not field.editor.hasFocus()


def test_that_500_characters_are_enough_and_it_says_so(qtbot, field):
    field.set_text("f = " + "+".join(["a"] * 150))
    data = QMimeData()
    data.setText(" " * 400)
    field.editor.insertFromMimeData(data)
    assert len(field.text) == LONGEST
    assert "500 characters" in field.callout.text
    assert field.fault is None
    qtbot.keyClicks(field.editor, " ")
    assert len(field.text) == LONGEST
    assert "500 characters" in field.callout.text
    press(qtbot, field, Qt.Key.Key_Backspace)
    assert field.callout.text == ""


def test_that_what_is_cut_is_what_was_put_in(field):
    text = "f = " + "+".join(["a"] * 240) + "+b"
    field.set_text(text)
    cursor = field.editor.textCursor()
    cursor.setPosition(4)
    field.editor.setTextCursor(cursor)
    data = QMimeData()
    data.setText(" " * 60)
    field.editor.insertFromMimeData(data)
    assert len(field.text) == LONGEST
    assert field.text.endswith("+b")
    field.editor.undo()
    assert field.text == text


@pytest.mark.parametrize("text", ["", "   ", "\n", ";"])
def test_that_an_empty_field_says_what_to_type(field, text):
    field.set_text(text or " ")
    field.editor.set_text(text)
    assert "expected" in field.callout.text
    assert field.accepted_text == TEXT


@pytest.mark.parametrize("width", [640, 764, 1000])
@pytest.mark.parametrize(
    "text", ["f = 3*a", TEXT, LONG, "\n".join(f"a_{i} = a_{i + 1}**2/3" for i in range(5))]
)
def test_that_field_and_formula_stand_inside_and_apart(qtbot, page, field, width, text):
    page.resize(width, 400)
    field.set_text(text)
    qtbot.waitUntil(lambda: field.formula.is_settled and not shelf().is_waiting, timeout=20000)
    frame, formula = field.field_rect(), field.formula.geometry()
    assert not frame.intersects(formula)
    assert field.rect().contains(frame)
    assert field.rect().contains(formula)
    assert frame.width() >= 0.4 * width
    assert field.formula.height_for(formula.width()) <= formula.height()


def test_that_the_formula_is_beside_a_short_text_and_below_a_long_one(qtbot, field):
    assert field.formula.y() == field.field_rect().y()
    field.set_text(LONG)
    qtbot.waitUntil(lambda: field.formula.is_settled, timeout=20000)
    assert field.formula.y() > field.field_rect().bottom()


@pytest.mark.parametrize(
    "former", ["a = 1/(1 + exp(-z))", "J = a*b", f"{LONG}; x1 = u*u; x2 = u + v; w1 = u*v; w2 = u - v"]
)
@pytest.mark.parametrize("text", ["a = 1/(1 + exp(-z))", LONG, f"{LONG}; x1 = u*u; x2 = u + v"])
def test_that_the_height_is_that_of_the_text_whatever_stood_there_before(
    qtbot, appearance, shown, former, text
):
    fields = [shown(ExpressionField(appearance), 620) for _ in range(2)]
    for field, texts in zip(fields, [(text,), (former, text)], strict=True):
        for one in texts:
            field.set_text(one)
            qtbot.waitUntil(lambda field=field: field.formula.is_settled, timeout=20000)
        field.resize(620, field.height())
    assert fields[0].height() == fields[1].height()
    document = fields[1].editor.document()
    assert fields[1].editor.line_count == min(3, round(document.size().height()))


def test_that_another_height_is_said(qtbot, field):
    with qtbot.waitSignal(field.height_changed):
        field.set_text("f = a*b\n+ c\n+ d")
