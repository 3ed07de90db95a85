"""The lab of shapes, filled in by keyboard and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.labs.shape_text import shape_text
from engine.labs.shapes import shape_of
from gui.appearance import Appearance
from gui.labs.shapes.lab import HOW, RIGHT_NOW
from gui.labs.table import make_lab

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def lab(qtbot, qapp):
    lab = make_lab("shapes", Appearance("light"))
    qtbot.addWidget(lab)
    lab.resize(776, 580)
    lab.show()
    return lab


def fill(lab, place, text, key=Qt.Key.Key_Return):
    field = lab.table.fields[place]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, key)
    return field


def test_that_every_array_of_every_layer_has_a_field(lab):
    assert len(lab.table.fields) == 8 * 4
    assert lab.score.text() == "0 of 32 right"
    assert lab.hint.text() == HOW


def test_that_a_right_shape_is_ticked_while_it_is_typed(lab):
    field = lab.table.fields["W", 1]
    field.setFocus()
    QTest.keyClicks(field, "5x3")
    assert field.state == "right"
    assert lab.score.text() == "1 of 32 right"
    assert lab.hint.text() == RIGHT_NOW


def test_that_what_is_right_stays(lab):
    field = fill(lab, ("W", 1), "(5, 3)")
    QTest.keyClicks(field, "7")
    assert field.text() == "(5, 3)"


def test_that_a_half_typed_shape_is_not_called_wrong(lab):
    field = lab.table.fields["W", 1]
    field.setFocus()
    QTest.keyClicks(field, "5, ")
    assert field.state == "empty"


def test_that_a_wrong_shape_gets_a_hint_and_counts_once(lab):
    told = []
    lab.told.connect(told.append)
    field = fill(lab, ("Z", 2), "5, 1")
    assert field.state == "wrong"
    assert lab.hint.text() == "Z[2]: m is forgotten: Z has a column for each example."
    assert told[-1] == lab.hint.text()
    assert field.message
    assert lab.score.text() == "0 of 32 right · 1 wrong"


def test_that_a_wrong_shape_can_be_mended(lab):
    fill(lab, ("b", 1), "(5,)")
    field = fill(lab, ("b", 1), "5, 1")
    assert field.state == "right"
    assert field.message == ""
    assert lab.score.text() == "1 of 32 right · 1 wrong"


def test_that_enter_goes_down_and_on_to_the_next_column(lab):
    fill(lab, ("W", 1), "5,3")
    assert lab.table.fields["W", 2].hasFocus()
    QTest.keyClick(lab.table.fields["W", 2], Qt.Key.Key_Up)
    assert lab.table.fields["W", 1].hasFocus()
    fill(lab, ("W", 4), "1,3")
    assert lab.table.fields["b", 1].hasFocus()


def test_that_leaving_by_tab_judges_too(lab):
    field = fill(lab, ("dW", 3), "5,3", Qt.Key.Key_Tab)
    assert field.state == "wrong"
    assert "Transposed" in lab.hint.text()


def test_that_one_is_shown_where_the_keyboard_is(lab):
    lab.table.fields["A", 3].setFocus()
    QTest.mouseClick(lab.one, LEFT)
    assert lab.table.fields["A", 3].text() == "(3, 10)"
    assert lab.table.fields["A", 3].state == "shown"
    assert lab.score.text() == "0 of 32 right · 1 shown"


def test_that_all_are_shown_and_nothing_is_left(lab):
    fill(lab, ("W", 1), "5,3")
    QTest.mouseClick(lab.all, LEFT)
    for (symbol, l), field in lab.table.fields.items():
        if (symbol, l) != ("W", 1):
            assert field.text() == shape_text(shape_of(symbol, l, (3, 5, 5, 3, 1), 10))
    assert lab.score.text() == "1 of 32 right · 31 shown"
    assert not lab.one.isEnabled()


def test_that_new_sizes_begin_anew(qtbot, lab):
    fill(lab, ("W", 1), "5,3")
    with qtbot.waitSignal(lab.settings_changed):
        QTest.mouseClick(lab.new, LEFT)
    assert lab.settings()["sizes"] != "3-5-5-3-1"
    assert lab.sizes.text() == lab.settings()["sizes"]
    assert lab.score.text().startswith("0 of ")


def test_that_sizes_are_typed(lab):
    lab.sizes.selectAll()
    QTest.keyClicks(lab.sizes, "2, 3, 5, 4, 2, 1")
    QTest.keyClick(lab.sizes, Qt.Key.Key_Return)
    assert lab.settings()["sizes"] == "2-3-5-4-2-1"
    assert len(lab.table.fields) == 8 * 5


def test_that_fewer_layers_leave_no_field_behind(lab):
    fill(lab, ("W", 1), "5,3")
    lab.set_settings({"sizes": "4-2"})
    assert len(lab.table.fields) == 8
    assert sum(field.isVisible() for field in lab.table._made.values()) == 8
    assert all(field.text() == "" and field.state == "empty" for field in lab.table.fields.values())
    assert fill(lab, ("W", 1), "2,4").state == "right"


def test_that_sizes_that_are_no_network_are_said_and_keep_the_table(lab):
    lab.sizes.selectAll()
    QTest.keyClicks(lab.sizes, "3-0-1")
    QTest.keyClick(lab.sizes, Qt.Key.Key_Return)
    assert "1 to 999" in lab.fault.text()
    assert len(lab.table.fields) == 32


def test_that_m_is_typed_and_checked(lab):
    for text, m in (("0", 10), ("200", 200)):
        lab.m.selectAll()
        QTest.keyClicks(lab.m, text)
        QTest.keyClick(lab.m, Qt.Key.Key_Return)
        assert lab.settings()["m"] == m
    assert lab.fault.text() == ""
    assert fill(lab, ("Z", 1), "5, 200").state == "right"


@pytest.mark.parametrize("size", [(760, 480), (776, 580), (1368, 760)])
def test_that_eight_layers_find_room(qtbot, lab, size):
    lab.set_settings({"sizes": "2-3-5-4-2-4-3-5-1"})
    lab.resize(*size)
    last = lab.table.fields["dA", 8]
    qtbot.waitUntil(lambda: lab.table.rect().contains(last.geometry()))
    assert lab.table.rect().contains(lab.table.fields["W", 1].geometry())


def test_that_settings_go_in_and_out_without_a_word(qtbot, lab):
    with qtbot.assertNotEmitted(lab.settings_changed):
        lab.set_settings({"sizes": "4-2-1", "m": 7})
    assert lab.settings() == {"sizes": "4-2-1", "m": 7}
