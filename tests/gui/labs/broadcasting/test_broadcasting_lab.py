"""The lab of broadcasting, used as a person does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.appearance import Appearance
from gui.labs.broadcasting.lab import POINT, TITLES, BroadcastingLab
from gui.labs.broadcasting.lines_geometry import arrange, cell_rect
from gui.labs.halo import Halo
from gui.labs.table import make_lab

LEFT = Qt.MouseButton.LeftButton
KEYS = [key for key, _ in TITLES]


@pytest.fixture
def lab(qtbot, qapp):
    lab = make_lab("broadcasting", Appearance("light"))
    qtbot.addWidget(lab)
    lab.resize(776, 580)
    lab.show()
    return lab


def choose(lab, example):
    place = lab.examples.part_rect(KEYS.index(example)).center().toPoint()
    QTest.mouseClick(lab.examples, LEFT, pos=place)


def type_into(field, text):
    field.selectAll()
    QTest.keyClicks(field, text)


def middle(lab, line, row, column):
    place = cell_rect(lab.lines.placed[line].tables[-1], row, column)
    return QPoint(round(place.x + place.width / 2), round(place.y + place.height / 2))


def test_that_it_begins_with_the_calories(lab):
    assert isinstance(lab, BroadcastingLab)
    assert lab.lines.placed[0].line.code == "cal = A.sum(axis=0)"
    assert "adds up to 100" in lab.about.text()
    assert not lab.fit.isVisible()


@pytest.mark.parametrize("example", KEYS)
@pytest.mark.parametrize("size", [(760, 480), (776, 580), (1368, 760)])
def test_that_every_example_stands_inside_the_lab(qtbot, lab, example, size):
    lab.resize(*size)
    lab.set_settings({"example": example})
    qtbot.waitUntil(lambda: lab.width() == size[0])
    room = lab.lines.rect()
    for placed in lab.lines.placed:
        for table in placed.tables:
            assert table.block.body.right <= room.width()
            if size != (760, 480):
                assert table.block.body.bottom <= room.height()


def test_that_an_example_is_chosen_by_a_click_and_told(qtbot, lab):
    with qtbot.waitSignal(lab.settings_changed):
        choose(lab, "sums")
    assert lab.settings()["example"] == "sums"
    assert len(lab.lines.placed) == 4


def test_that_setting_settings_says_nothing_and_gives_them_back(qtbot, lab):
    wanted = {"example": "shapes", "left": "(2, 5)", "right": "(2, 1)", "operator": "*"}
    with qtbot.assertNotEmitted(lab.settings_changed):
        lab.set_settings(wanted)
    assert lab.settings() == wanted
    assert lab.left.text() == "(2, 5)"
    assert lab.lines.placed[0].line.code == "a * b"


def test_that_typed_shapes_are_computed_at_once(lab):
    choose(lab, "shapes")
    type_into(lab.right, "4x1")
    line = lab.lines.placed[0].line
    assert line.result.shape == (4, 3)
    assert "stretches to 3" in lab.about.text()
    assert lab.settings()["right"] == "4x1"


def test_that_shapes_that_do_not_fit_show_numpys_error_and_the_axis(lab):
    choose(lab, "shapes")
    type_into(lab.right, "4")
    placed = lab.lines.placed[0]
    assert placed.line.error == "operands could not be broadcast together with shapes (4,3) (4,)"
    assert placed.error is not None
    assert lab.about.text().startswith("Axis 1 is to blame")
    assert lab.fit.isVisible()


def test_that_a_half_typed_shape_is_said_and_keeps_the_picture(lab):
    choose(lab, "shapes")
    type_into(lab.right, "(3, x")
    assert "is not a shape" in lab.fault.text()
    type_into(lab.right, "3")
    assert lab.fault.text() == ""


def test_that_the_operator_is_chosen_by_keys(lab):
    choose(lab, "add_row")
    QTest.keyClick(lab.operator, Qt.Key.Key_Right)
    assert lab.settings()["operator"] == "-"
    assert lab.lines.placed[1].line.result.array.tolist()[0] == [-99, -198, -297]


def test_that_pointing_at_a_number_shows_what_it_is_made_of(qtbot, lab):
    told = []
    lab.told.connect(told.append)
    QTest.mouseMove(lab.lines, middle(lab, 1, 1, 2))
    assert lab.made_of.text() == "100 · 52.0 / 155.4 = 33.46"
    assert told[-1] == lab.made_of.text()


def test_that_the_arrow_keys_go_from_number_to_number_and_escape_ends_it(lab):
    lab.lines.setFocus()
    QTest.keyClick(lab.lines, Qt.Key.Key_Right)
    QTest.keyClick(lab.lines, Qt.Key.Key_PageDown)
    QTest.keyClick(lab.lines, Qt.Key.Key_Down)
    QTest.keyClick(lab.lines, Qt.Key.Key_Right)
    assert lab.lines.cell == (1, 1, 1)
    assert lab.made_of.text() == "100 · 104.0 / 239.0 = 43.51"
    QTest.keyClick(lab.lines, Qt.Key.Key_Escape)
    assert lab.lines.cell is None
    assert lab.made_of.text() == POINT


def test_that_long_arrays_are_shown_with_a_gap_and_stay_in_their_room(lab):
    lab.set_settings({"example": "shapes", "left": "(40, 1)", "right": "(1, 50)"})
    table = lab.lines.placed[0].tables[-1]
    assert table.table.shape == (40, 50)
    assert not table.block.columns.is_whole
    assert table.block.body.right <= lab.lines.width()


def test_that_arrays_of_three_axes_have_their_axes_shown(lab):
    lab.set_settings({"example": "shapes", "left": "(2, 3, 4)", "right": "(3, 1)"})
    assert lab.lines.placed[0].line.about == "(a + b).shape is (2, 3, 4)"
    assert lab.fit.sizeHint().width() > 300


def test_that_lit_controls_get_their_halo(lab):
    lab.set_settings({"example": "shapes"})
    lab.light(["example", "operator", "nothing"])
    assert sum(halo.isVisible() for halo in lab.findChildren(Halo)) == 2


def test_that_larger_rooms_get_larger_cells(lab):
    shown = lab.lines._demonstration

    def measure(text, pixels):
        return 0.6 * pixels * len(text)

    narrow, wide = (arrange(shown, width, 600, measure) for width in (700, 1300))
    assert wide[0].tables[0].block.cell_width > narrow[0].tables[0].block.cell_width
