"""Scenes that are computation graphs: walked through, dragged, typed anew, captured."""

from __future__ import annotations

import pytest

from engine.lessons.lesson import GraphValues
from gui.course.stage.graph_scene import GraphScene
from gui.graph.state import GraphState
from tests.gui.course.stage.scenes import scene

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
