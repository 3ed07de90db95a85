"""The drawing of a graph, pointed at and looked at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from engine.graph import build_graph
from gui.appearance import Appearance
from gui.graph.canvas import GraphCanvas
from gui.graph.card_painter import edge_lines, node_lines
from gui.graph.content import content_at
from gui.graph.math_row import Latex
from gui.theme import load_theme

AT = {"a": 5.0, "b": 3.0, "c": 2.0}


@pytest.fixture
def appearance(qapp):
    return Appearance("light")


@pytest.fixture
def make(qtbot, appearance):
    made = []

    def make(text="J = 3*(a + b*c)", at=AT, event=6, share=False, size=(764, 430)):
        canvas = GraphCanvas(appearance)
        qtbot.addWidget(canvas)
        made.append(canvas)
        canvas.resize(*size)
        canvas.show()
        canvas.show_evaluation(build_graph(text, share=share).at(at))
        canvas.show_event(event)
        settle(qtbot, canvas)
        return canvas

    yield make
    for canvas in made:
        canvas.close_down()


def settle(qtbot, canvas):
    """With every formula: the first picture asks for them."""
    qtbot.waitUntil(lambda: canvas.is_settled and canvas.drawing is not None, timeout=10_000)
    canvas.grab()
    qtbot.waitUntil(lambda: canvas.is_settled, timeout=10_000)


def picture(canvas):
    return canvas.viewport().grab().toImage()


def middle(canvas, node):
    return canvas.node_rect(node).center().toPoint()


def test_that_a_click_on_a_node_asks_for_it(qtbot, make):
    canvas = make()
    with qtbot.waitSignal(canvas.node_requested) as heard:
        qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle(canvas, 3))
    assert heard.args == [3]
    with qtbot.assertNotEmitted(canvas.node_requested):
        qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))


def test_that_going_there_and_back_paints_exactly_the_same(make):
    canvas = make()
    pictures = []
    for index in (0, 3, 6, 3, 0):
        canvas.show_event(index)
        pictures.append(picture(canvas))
    assert pictures[0] == pictures[4]
    assert pictures[1] == pictures[3]
    assert pictures[0] != pictures[1] != pictures[2]


def test_that_values_change_without_moving_anything(make, qtbot):
    canvas = make()
    drawing, before = canvas.drawing, picture(canvas)
    canvas.show_evaluation(canvas.content.evaluation.graph.at({**AT, "b": -0.123456}))
    assert canvas.is_settled
    assert canvas.drawing is drawing
    assert picture(canvas) != before


def test_that_light_and_dark_differ(make, appearance):
    canvas = make()
    light = picture(canvas)
    appearance.choose("dark")
    dark = picture(canvas)
    assert light != dark
    assert light.pixelColor(1, 1) == load_theme("light").color("sunken")
    assert dark.pixelColor(1, 1) == load_theme("dark").color("sunken")


def test_that_the_graph_before_stays_until_the_new_one_is_laid_out(qtbot, make):
    canvas = make()
    before = picture(canvas)
    canvas.show_evaluation(build_graph("f = a*b + c").at(AT))
    assert not canvas.is_settled
    assert picture(canvas) == before
    with qtbot.assertNotEmitted(canvas.node_requested):
        qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle(canvas, 3))
    settle(qtbot, canvas)
    assert len(canvas.drawing.nodes) == 5
    assert picture(canvas) != before


def test_that_another_size_is_laid_out_anew(qtbot, make):
    canvas = make()
    canvas.resize(1240, 640)
    qtbot.waitUntil(lambda: canvas.scale > 1.0, timeout=10_000)


def test_that_the_mouse_on_a_node_shows_its_card_and_leaving_takes_it_away(qtbot, make):
    canvas = make()
    before = picture(canvas)
    qtbot.mouseMove(canvas.viewport(), middle(canvas, 4))
    qtbot.waitUntil(lambda: canvas.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor)
    settle(qtbot, canvas)
    assert picture(canvas) != before
    qtbot.mouseMove(canvas.viewport(), QPoint(3, 3))
    qtbot.waitUntil(lambda: canvas.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor)
    assert picture(canvas) == before


def test_that_the_keyboard_goes_from_node_to_node_and_opens_one(qtbot, make):
    canvas = make()
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert canvas.focused_node == 1  # where the walk stands
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert canvas.focused_node == 3
    with qtbot.waitSignal(canvas.node_requested) as heard:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert heard.args == [3]


def test_that_the_wheel_with_control_zooms_and_a_double_click_on_the_ground_takes_it_back(qtbot, make):
    canvas = make()
    fits, place = canvas.scale, QPointF(0, 0)
    there = canvas.to_drawing(place)
    canvas.zoom_by(2.0, place)
    assert canvas.scale == pytest.approx(2 * fits)
    moved = canvas.to_drawing(place) - there
    assert abs(moved.x()) + abs(moved.y()) < 2.0
    qtbot.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert canvas.scale == pytest.approx(fits)


def test_that_a_large_graph_scrolls_to_where_the_walk_stands(make):
    text = "f = " + " + ".join(f"tanh(w_{i}*x)" for i in range(9))
    at = {"x": 1.0} | {f"w_{i}": i / 10 for i in range(9)}
    canvas = make(text, at, event=0)
    view = canvas.viewport().rect().toRectF()
    for index in range(len(canvas.content.evaluation.events)):
        canvas.show_event(index)
        assert view.contains(canvas.node_rect(canvas.content.node))


def words(lines):
    return [
        "".join(piece.latex if isinstance(piece, Latex) else piece for piece in row).replace("\u2005", " ")
        for row, _, _ in lines
    ]


def test_that_cards_say_value_derivative_and_contribution_but_nothing_that_is_still_to_be_found():
    evaluation = build_graph("J = 3*(a + b*c)").at(AT)
    assert words(node_lines(content_at(evaluation, 6), 3)) == ["u = b c = 6", r"du = 1 \cdot dv = 3"]
    assert words(node_lines(content_at(evaluation, 3), 3)) == ["u = b c = 6", r"du = 1 \cdot dv = ?"]
    slope, brought = words(edge_lines(content_at(evaluation, 6), (3, 0), 1))
    assert slope.endswith("= c = 2")
    assert brought == r"c \cdot du = 6"


def test_that_a_fault_is_said_at_its_node_once_it_is_reached(make):
    canvas = make("f = log(a*b)", {"a": -2.0, "b": 1.0}, event=0)
    error = load_theme("light").color("err")

    def is_red():
        image = picture(canvas)
        rect = canvas.node_rect(3)
        return image.pixelColor(round(rect.left() + 1), round(rect.center().y())) == error

    assert not is_red()
    canvas.show_event(1)
    assert is_red()


DEEP = "L = " + "sin(" * 20 + "a" + ")" * 20


def test_that_a_drawing_that_goes_on_beyond_the_view_says_so_and_leads_there(qtbot, make):
    canvas = make(DEEP, {"a": 0.5}, event=0)
    chips, (bar, upright) = canvas.edges.chips, canvas.edges.bars
    assert canvas.edges.shown == ["right"]
    assert [side for side, chip in chips.items() if chip.isVisible()] == ["right"]
    assert bar.isVisible()
    assert not upright.isVisible()
    clear = picture(canvas).pixelColor(canvas.width() // 2, 2)
    assert clear == load_theme("light").color("sunken")
    qtbot.mouseClick(chips["right"], Qt.MouseButton.LeftButton)
    assert canvas.edges.shown == ["left", "right"]
    bar.setValue(bar.maximum())
    assert canvas.edges.shown == ["left"]
    assert canvas.horizontalScrollBar().value() == bar.value()
    canvas.show_event(0)
    canvas.show_event(1)  # the step is followed into sight
    assert "right" in canvas.edges.shown
    assert chips["right"].geometry().right() < canvas.width()


def test_that_a_drawing_that_fits_has_no_chip_and_no_scroll_bar(make):
    canvas = make()
    assert not canvas.edges.shown
    assert not any(part.isVisible() for part in (*canvas.edges.chips.values(), *canvas.edges.bars))
