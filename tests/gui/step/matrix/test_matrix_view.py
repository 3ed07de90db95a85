"""The matrices of an equation, used as a person does."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication

from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from engine.step.tape import record_tape
from gui import formulas
from gui.appearance import Appearance
from gui.formula_books.catalogue import small_moment
from gui.step.matrix.block_geometry import Span
from gui.step.matrix.cells import shown_matrices
from gui.step.matrix.copy_menu import copy_menu
from gui.step.matrix.items import Room
from gui.step.matrix.paint_cells import _shift
from gui.step.matrix.paint_equation import copy_place
from gui.step.matrix.palette import width_of
from gui.step.matrix.picture import operands_of
from gui.step.matrix.view import MatrixView
from gui.step.number_format import NumberFormat
from tests.gui.step.tapes import start_network, tall_network, worked_example

LEFT = Qt.MouseButton.LeftButton
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def look(qapp):
    return Appearance("light")


@pytest.fixture
def show(qtbot, look):
    """show(row) gives the view of a row's main equation; formulas are waited for."""

    def make(row, width=650, height=400, as_map=False, marks=frozenset()):
        view = MatrixView(look)
        qtbot.addWidget(view)
        equation = row.equation
        view.set_equation(equation, shown_matrices(operands_of(equation), NumberFormat()), marks)
        view.fit(Room(width, height), as_map)
        view.show()
        qtbot.waitUntil(lambda: not formulas.shelf().is_waiting, timeout=10_000)
        view.fit(Room(width, height), as_map)
        return view

    return make


def wide_row(m=40):
    """Z[1] (3, m) of a network with 2 inputs."""
    spec = NetworkSpec(2, (LayerSpec(3, "tanh"), LayerSpec(1, "sigmoid")))
    return record_tape(small_moment(spec, TrainingSpec(), m)).row("Z", 1)


def middle(view, matrix, row, column):
    place = view.picture.arrangement.matrices[matrix].block.span_rect(Span(row, row, column, column))
    return QPoint(round(place.x + place.width / 2), round(place.y + place.height / 2))


def turn(view, at, notches, modifiers=PLAIN):
    event = QWheelEvent(
        QPointF(at),
        view.mapToGlobal(QPointF(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)
    return event


def test_that_a_click_on_a_number_of_the_result_asks_for_it(qtbot, show):
    view = show(worked_example().row("dW", 1))
    with qtbot.waitSignal(view.cell_clicked, timeout=1000) as clicked:
        qtbot.mouseClick(view, LEFT, pos=middle(view, 2, 1, 0))
    assert clicked.args == [1, 0]


def test_that_a_click_on_an_operand_asks_for_nothing(qtbot, show):
    view = show(worked_example().row("dW", 1))
    with qtbot.assertNotEmitted(view.cell_clicked):
        qtbot.mouseClick(view, LEFT, pos=middle(view, 0, 1, 0))


def test_that_the_number_under_the_mouse_is_said_in_full(qtbot, show):
    view = show(worked_example().row("dW", 1))
    with qtbot.waitSignal(view.value_hovered, timeout=1000) as hovered:
        qtbot.mouseMove(view, middle(view, 0, 2, 0))
    assert hovered.args == ["dZ[1], row 3, column 1: −0.04693070"]
    with qtbot.waitSignal(view.value_hovered, timeout=1000) as left:
        qtbot.mouseMove(view, QPoint(1, 1))
    assert left.args == [""]


def test_that_every_number_of_the_worked_example_is_painted(show):
    """Each visible cell has the colour of its number, and ink on it."""
    view = show(worked_example().row("Z", 1))
    image = view.grab().toImage()
    for index, matrix in enumerate(view.picture.matrices):
        for k, i in np.ndindex(matrix.operand.array.shape):
            at = middle(view, index, k, i)
            colors = {
                image.pixelColor(at.x() + dx, at.y() + dy).name()
                for dx in range(-30, 30)
                for dy in (-4, 0, 4)
            }
            assert len(colors) > 3, (index, k, i)


def test_that_negative_is_orange_and_positive_blue(show):
    view = show(worked_example().row("dZ", 1))
    image = view.grab().toImage()

    def ground(k):
        at = middle(view, 2, k, 0)
        return image.pixelColor(at.x(), at.y() - 12)

    assert ground(0).red() > ground(0).blue()
    assert ground(1).blue() > ground(1).red()


def test_that_a_selected_number_and_its_bands_are_framed(show):
    row = worked_example().row("dW", 1)
    view = show(row)
    before = view.grab().toImage()
    view.select((1, 0), row.equation.expand(1, 0))
    after = view.grab().toImage()
    spot = view._appearance.theme.color("spot").name()
    for index, spans in enumerate(view.picture.spans):
        place = view.picture.arrangement.matrices[index].block.span_rect(spans[0])
        beside = QPoint(round(place.x + place.width / 2), round(place.y) - 4)
        assert after.pixelColor(beside).name() == spot, index
        assert before.pixelColor(beside).name() != spot, index
    view.select(None, None)
    assert view.grab().toImage() == before


def test_that_a_selected_number_out_of_sight_is_brought_into_sight_with_its_operands(show):
    row = wide_row()
    view = show(row, height=170)
    assert view.cell_rect(2, 31) is None
    view.select((2, 31), row.equation.expand(2, 31))
    assert view.cell_rect(2, 31) is not None
    W, X, _, Z = (placed.block for placed in view.picture.arrangement.matrices)
    assert X.columns.shows(31)
    assert Z.columns.shows(31)
    assert W.columns.is_whole


def test_that_the_wheel_with_shift_moves_the_columns_of_all_that_belongs_together(show):
    view = show(wide_row())
    event = turn(view, middle(view, 3, 0, 0), -2, SHIFT)
    assert event.isAccepted()
    assert [view.picture.windows(index)[1].start for index in (1, 3)] == [2, 2]


def test_that_the_wheel_goes_to_the_page_where_a_matrix_can_not_move(show):
    view = show(wide_row())
    assert not turn(view, middle(view, 3, 0, 0), -1).isAccepted()
    assert not turn(view, middle(view, 3, 0, 0), 1, SHIFT).isAccepted()


def test_that_a_dragged_bar_reaches_the_last_column(qtbot, show):
    view = show(wide_row())
    bar = view.picture.arrangement.matrices[3].block.column_bar()
    y = round(bar.y + bar.height / 2)
    qtbot.mousePress(view, LEFT, pos=QPoint(round(bar.x) + 4, y))
    qtbot.mouseMove(view, QPoint(round(bar.right), y))
    qtbot.mouseRelease(view, LEFT, pos=QPoint(round(bar.right), y))
    window = view.picture.windows(3)[1]
    assert window.start == window.furthest > 0


def test_that_a_large_equation_is_a_map_and_can_be_hit(qtbot, show):
    view = show(tall_network().row("Z", 2), as_map=True)
    assert view.picture.is_large
    assert view.picture.is_map
    with qtbot.waitSignal(view.cell_clicked, timeout=1000) as clicked:
        qtbot.mouseClick(view, LEFT, pos=middle(view, 3, 31, 9))
    assert clicked.args == [31, 9]


def test_that_a_small_equation_is_never_a_map(show):
    view = show(worked_example().row("Z", 1), as_map=True)
    assert not view.picture.is_map


def test_that_a_matrix_of_millions_is_shown_at_once(show):
    """Bounded by what is looked at: as cells a handful of numbers, as a map the pixels that it has."""
    spec = NetworkSpec(12288, (LayerSpec(1, "sigmoid"),))
    row = record_tape(small_moment(spec, TrainingSpec(), 209)).row("Z", 1)
    view = show(row, as_map=True)
    block = view.picture.arrangement.matrices[1].block
    image = view.picture.map_image(view._appearance.theme, 1, block)
    assert image.width() * image.height() <= 400 * 400
    view.fit(Room(650, 300), False)
    view.select((0, 208), row.equation.expand(0, 208))
    X = view.picture.arrangement.matrices[1].block
    assert len(X.rows.slots()) * len(X.columns.slots()) <= 144
    assert X.columns.shows(208)


def test_that_the_copy_button_puts_the_matrix_on_the_clipboard(qtbot, show):
    view = show(worked_example().row("dZ", 2))
    qtbot.mouseMove(view, middle(view, 1, 0, 0))
    place = copy_place(view.picture, 1)
    at = QPoint(round(place.x + 12), round(place.y + 12))
    qtbot.mouseMove(view, at)
    with qtbot.waitSignal(view.value_hovered, timeout=1000) as said:
        qtbot.mouseClick(view, LEFT, pos=at)
    assert QGuiApplication.clipboard().text() == "Y = np.array([[1.0]])"
    assert "clipboard" in said.args[0]


def test_that_the_menu_copies_a_number_a_matrix_and_a_table(qtbot, look, show):
    view = show(worked_example().row("dW", 1))
    menu = copy_menu(view, view.picture.matrices[1].operand, (0, 1))
    texts = {}
    for action in menu.actions():
        if action.text():
            action.trigger()
            texts[action.text()] = QGuiApplication.clipboard().text()
    assert texts == {
        "Copy number": "0.3",
        "Copy X' as NumPy": "np.array([[0.5, 0.3]])",
        "Copy X' as CSV": "0.5,0.3\n",
    }


def test_that_warning_signs_stand_beside_the_rows_of_remarks(show):
    row = worked_example().row("A", 1)
    plain, marked = show(row), show(row, marks=frozenset({1}))
    assert marked.width() > plain.width()
    image, warn = marked.grab().toImage(), marked._appearance.theme.color("warn").name()
    rows = [marked.cell_rect(k, 0) for k in range(3)]

    def has_sign(place):
        return any(
            image.pixelColor(x, y).name() == warn
            for x in range(round(place.right) + 14, image.width())
            for y in range(round(place.y), round(place.bottom))
        )

    assert [has_sign(place) for place in rows] == [False, True, False]


@pytest.mark.parametrize("symbol", ["Z", "A", "dA", "dZ", "dW", "db", "W", "b"])
def test_that_every_row_is_painted_in_both_themes(show, look, symbol):
    view = show(start_network().row(symbol, 1))
    light = view.grab().toImage()
    look.choose("dark")
    assert view.grab().toImage() != light


def test_that_a_name_stays_in_sight_as_long_as_its_matrix_does(show):
    view = show(worked_example().row("dW", 1))
    top, bottom = view.picture.arrangement.line_of(0)
    usual = view.picture.name_y(0)
    view.set_seen(40)
    assert view.picture.name_y(0) == usual + 40 - top
    view.set_seen(10_000)
    assert view.picture.name_y(0) < bottom
    view.set_seen(-5)
    assert view.picture.name_y(0) == usual


def test_that_a_name_that_has_left_its_place_covers_the_numbers_below_it(show, look):
    view = show(worked_example().row("dW", 1))
    view.set_seen(40)
    block = view.picture.arrangement.matrices[2].block
    image = view.grab().toImage()
    ratio = image.devicePixelRatio()
    covered = image.pixelColor(round((block.x + 3) * ratio), round(44 * ratio))
    assert covered.name() == look.theme.color("panel").name()


def ink_in(view, look, place):
    image, ink = view.grab().toImage(), look.theme.color("ink")
    cells = [(round(place.x) + x, round(place.y) + y) for x in range(50) for y in range(round(place.height))]
    return sum(abs(image.pixelColor(*cell).lightness() - ink.lightness()) < 40 for cell in cells)


def test_that_no_number_is_cut_through_its_digits(show, look):
    view = show(worked_example().row("dW", 1))
    block = view.picture.arrangement.matrices[2].block
    rows = [block.slot_rect(row, 0) for row in range(3)]
    view.set_seen(0)
    assert all(ink_in(view, look, place) for place in rows)
    view.set_seen(0, rows[1].y + rows[1].height / 2)
    assert [ink_in(view, look, place) > 0 for place in rows] == [True, False, False]
    view.set_seen(0, rows[1].bottom)
    assert [ink_in(view, look, place) > 0 for place in rows] == [True, True, False]


def test_that_a_number_keeps_as_far_from_the_left_edge_as_from_the_right_one():
    for pixels in (12, 13):
        for pad in range(4, 14):
            digits, minus = width_of("0.7000", pixels), width_of("−", pixels)
            width = digits + minus + pad
            shift = _shift(digits, pixels, width)
            left = (width - digits) / 2 + shift - minus
            right = (width - digits) / 2 - shift
            assert left >= min(4.0, pad / 2) - 0.01
            assert right >= pad / 2 - 1.01
