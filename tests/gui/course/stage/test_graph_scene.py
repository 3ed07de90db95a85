"""Scenes that are computation graphs: walked through, dragged, typed anew, captured."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from engine.lessons.lesson import GraphValues, TrainValues
from engine.setup import Setup
from gui.course.stage.graph_scene import GraphScene
from gui.graph.state import GraphState
from tests.gui.course.stage.scenes import fitted, scene

AT = {"a": 5.0, "b": 3.0, "c": 2.0}
J = GraphValues("J = 3*(a + b*c)", AT, 6)


@pytest.fixture
def graph(stage, show) -> GraphScene:
    show(J)
    assert isinstance(stage.scene, GraphScene)
    return stage.scene


def test_that_a_graph_opens_with_its_values_at_the_event_of_the_lesson(stage, graph):
    evaluation = graph.stepper.evaluation
    assert evaluation is not None
    assert evaluation.values[evaluation.graph.output] == 33
    assert (stage.counter_name, stage.counter_text) == ("Step", "7 of 8")
    assert stage.controls == {"steps"}
    assert graph.views.event_line.accessibleName() == "db = c \\cdot du = 6"


def test_that_events_go_both_ways(stage, graph):
    stage.next_step()
    assert stage.counter_text == "8 of 8"
    stage.previous_step()
    stage.previous_step()
    assert stage.counter_text == "6 of 8"
    graph.views.strip.chips["forward"].click()
    assert stage.counter_text == "1 of 8"


def test_that_a_dragged_variable_changes_every_number_and_leaves_the_event(stage, graph):
    graph.views.variables.value_changed.emit("c", 4.0)
    evaluation = graph.stepper.evaluation
    assert evaluation.values[evaluation.graph.output] == 51
    assert stage.counter_text == "7 of 8"


def test_that_another_expression_can_be_typed(stage, graph):
    graph.views.field.editor.setPlainText("J = a*z")
    assert graph.stepper.graph.variables == ("a", "z")
    assert graph.values().at == {"a": 5.0, "z": 1.0}
    stage.reset()
    assert graph.values() == J


def test_that_the_nudge_is_there_when_the_lesson_wants_it_and_there_is_room(stage, graph, show):
    assert not graph.views.nudge.isVisible()
    show(GraphValues(J.expression, AT, 6, nudge="b"))
    assert graph.views.nudge.isVisible()
    assert graph.views.nudge.name == "b"
    stage.resize(776, 480)
    assert not graph.views.nudge.isVisible()


def test_that_a_wide_stage_has_the_sums_over_paths(stage, graph):
    assert not graph.views.paths.isVisible()
    stage.resize(1416, 940)
    assert graph.views.paths.isVisible()


@pytest.mark.parametrize(
    "values",
    [
        J,
        GraphValues(
            "f = (a+b)*c + (a+b)*d", {"a": 1.0, "b": 2.0, "c": 3.0, "d": 4.0}, 2, share=True, nudge="b"
        ),
    ],
)
def test_that_what_is_captured_opens_the_same_scene(stage, show, values):
    show(values)
    captured = stage.capture()
    assert captured.values == values
    show(captured.values)
    assert stage.scene.values() == values


def test_that_a_graph_is_taken_into_the_playground_as_it_is(stage, graph):
    graph.views.variables.value_changed.emit("a", 1.5)
    assert stage.take() == GraphState(J.expression, {**AT, "a": 1.5}, 6, share=False, selected="a")


def test_that_variables_and_panels_can_be_lit(stage, show):
    show(J, "b", "event", "run")
    assert stage.lit_elsewhere == {"run"}


@pytest.mark.parametrize(
    ("values", "words"),
    [(GraphValues("J = 3*(a +", {}), "column"), (GraphValues("J = a*b", {"a": 1.0}), "b has no value")],
)
def test_that_an_expression_that_can_not_be_used_is_said_on_the_stage(stage, values, words):
    stage.show_scene(scene(values))
    assert words in stage.notice.text()
    assert stage.notice.isVisible()


LONG = "L = -(y*log(a) + (1 - y)*log(1 - a)); a = sigmoid(z); z = w1*x1 + w2*x2 + b"
DEEP = "L = " + "sin(" * 20 + "x" + ")" * 20
LONG_AT = {"y": 1.0, "w1": 0.2, "x1": 0.5, "w2": 0.4, "x2": 0.3, "b": 0.1}


@pytest.mark.parametrize("between", [None, TrainValues(fitted(Setup()))])
def test_that_the_panels_stand_below_the_expression_of_every_page(stage, show, between):
    stage.resize(776, 580)
    heights = []
    for values in (J, GraphValues(LONG, LONG_AT), J):
        if between is not None:
            show(between)
        show(values)
        views = stage.scene.views
        heights.append(views.field.height())
        below = views.field.geometry().bottom() + 2
        assert below == views.canvas.y()
        assert views.variables.y() in (below, views.canvas.geometry().bottom() + 2)
        assert views.field.editor.line_count == round(views.field.editor.document().size().height())
    assert heights[0] == heights[2] < heights[1]


def test_that_the_status_tells_no_result_before_it_is_computed(stage, show):
    show(GraphValues(J.expression, AT))
    assert "J" not in said(stage)
    stage.scene.views.strip.chips["forward"].click()
    while "J = 33" not in said(stage):
        assert stage.scene.stepper.current.node != stage.scene.stepper.graph.output
        stage.next_step()


def said(stage) -> str:
    return " ".join(piece for part in stage.status_parts for piece, _ in part).replace("  ", " ")


def test_that_beginning_again_goes_to_the_first_step_and_keeps_what_was_dragged(stage, graph):
    graph.views.variables.value_changed.emit("c", 4.0)
    stage.restart()
    assert stage.counter_text == "1 of 8"
    assert graph.values().at == {**AT, "c": 4.0}
    stage.reset()
    assert graph.values() == J


def test_that_a_graph_that_needs_the_whole_width_has_its_variables_below_it_side_by_side(stage, show):
    stage.resize(902, 760)
    show(J)
    views = stage.scene.views
    assert views.variables.geometry().right() < views.canvas.x()
    show(GraphValues(LONG, LONG_AT, event=12))
    assert views.canvas.width() == views.width()
    assert views.variables.y() > views.canvas.geometry().bottom()
    places = [views.variables.row(name).pos() for name in LONG_AT]
    assert len({place.x() for place in places}) == 3
    assert len({place.y() for place in places}) == 2
    assert all(in_sight(views.canvas))
    assert not views.canvas.edges.shown
    show(J)
    assert views.variables.geometry().right() < views.canvas.x()


def test_that_a_small_stage_opens_a_graph_as_a_whole(stage, show):
    stage.resize(776, 608)  # in a window of 1280 x 720
    show(GraphValues(J.expression + "; b = u*v; c = u/v; a = exp(u*v)", {"u": 1.0, "v": 2.0}, nudge="u"))
    assert all(in_sight(stage.scene.views.canvas))
    show(GraphValues(LONG, LONG_AT, event=12))
    assert all(in_sight(stage.scene.views.canvas))


def test_that_a_graph_that_has_to_be_scrolled_opens_where_the_lesson_stands_and_says_what_lies_beyond(
    stage, show
):
    stage.resize(776, 580)
    show(GraphValues(DEEP, {"x": 0.5}, event=0))
    canvas = stage.scene.views.canvas
    assert all(in_sight(canvas, "x"))
    assert canvas.edges.shown == ["right"]
    show(GraphValues(DEEP, {"x": 0.5}, event=19))
    assert all(in_sight(canvas, "L"))
    assert canvas.edges.shown == ["left"]


def in_sight(canvas, *names):
    nodes = canvas.content.evaluation.graph.nodes
    return [
        QRectF(canvas.viewport().rect()).contains(canvas.node_rect(index))
        for index, node in enumerate(nodes)
        if not names or node.name in names
    ]


def test_that_dragging_a_variable_leaves_the_view_where_it_is(stage, show):
    stage.resize(776, 580)
    show(GraphValues(LONG, LONG_AT, event=12))
    canvas = stage.scene.views.canvas
    before = canvas.origin()
    stage.scene.views.variables.value_changed.emit("w1", 0.3)
    assert canvas.origin() == before
