"""Graph in the real window: typed, stepped through, dragged; and small networks there and back."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.graph import GALLERY
from engine.step.exercises import load_preset, new_exercise
from gui.graph.network_places import RowPlace, node_of_place, place_of_event
from gui.graph.workspace import GraphWorkspace
from gui.main_window import MainWindow
from gui.options import Options
from tests.app.course_driving import CTRL, click, go_to, press, settle

KEYS = {example.key: index for index, example in enumerate(GALLERY)}


def open_graph(window: MainWindow, qtbot) -> GraphWorkspace:
    """Ctrl+3, and wait until the graph is drawn."""
    go_to(window, "graph")
    settle(window, qtbot)
    return window.workspaces.graph_place.graph


def type_text(graph: GraphWorkspace, text: str) -> None:
    """Click into the field and type something else."""
    editor = graph.view.field.editor
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton)
    assert editor.hasFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text)


def open_example(graph: GraphWorkspace, qtbot, key: str) -> None:
    """Click an example of the gallery."""
    rows = graph.gallery.rows
    graph.gallery.rows.reached.emit(KEYS[key])
    place = rows.row_rect(KEYS[key]).center().toPoint()
    QTest.mouseClick(rows, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: graph.is_settled)


def values(graph: GraphWorkspace) -> dict[str, float]:
    evaluation = graph.stepper.evaluation
    return {node.name: evaluation.values[node.index] for node in evaluation.graph.nodes}


def derivatives(graph: GraphWorkspace) -> dict[str, float]:
    evaluation = graph.stepper.evaluation
    return {node.name: evaluation.derivatives[node.index] for node in evaluation.graph.nodes}


def test_that_ctrl_3_shows_the_chain_rule_and_pauses_the_run(window, qtbot):
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.last_snapshot.iteration > 5)
    graph = open_graph(window, qtbot)
    qtbot.waitUntil(lambda: window.controller.is_settled)
    assert window.rail.current() == "graph"
    assert values(graph)["J"] == 33
    texts = window.status.texts()
    assert texts[0] == "Stepping"
    assert "step 1 of 8" in texts
    assert "3 variables · 3 operations" in texts


def test_that_a_typed_expression_is_drawn_and_a_fault_is_said_while_the_last_graph_stays(window, qtbot):
    graph = open_graph(window, qtbot)
    field = graph.view.field
    type_text(graph, "f = a*b")
    settle(window, qtbot)
    assert [node.name for node in graph.stepper.graph.nodes] == ["a", "b", "f"]
    QTest.keyClicks(field.editor, " +")
    settle(window, qtbot)
    assert field.fault is not None
    assert field.callout.isVisible()
    assert field.callout.text.startswith(f"Column {field.fault.column}:")
    assert [node.name for node in graph.stepper.graph.nodes] == ["a", "b", "f"]
    QTest.keyClicks(field.editor, " exp(c)")
    settle(window, qtbot)
    assert field.fault is None
    assert not field.callout.isVisible()
    assert set(graph.stepper.graph.variables) == {"a", "b", "c"}
    assert graph.view.canvas.drawing is not None
    QTest.keyClicks(field.editor, "/")
    QTest.keyClick(field.editor, Qt.Key.Key_Escape)
    assert field.text == "f = a*b + exp(c)"


def test_that_a_number_that_can_not_be_is_said_at_its_node(window, qtbot):
    graph = open_graph(window, qtbot)
    type_text(graph, "f = log(a - b)")
    graph.variables.value_changed.emit("a", 1.0)
    graph.variables.value_changed.emit("b", 1.0)
    settle(window, qtbot)
    assert list(graph.stepper.evaluation.faults) == [graph.stepper.graph.output]
    graph.variables.value_changed.emit("b", -1.0)
    assert values(graph)["f"] == pytest.approx(np.log(2))


def test_that_the_keys_step_forwards_and_backwards(window, qtbot):
    graph = open_graph(window, qtbot)
    stepper = graph.stepper
    seen = []
    for _ in range(7):
        press(window, Qt.Key.Key_Right)
        seen.append((stepper.current.phase, stepper.current.node, stepper.current.value))
    assert stepper.is_at_end
    assert [phase for phase, _, _ in seen] == ["forward"] * 2 + ["backward"] * 5
    back = []
    for _ in range(6):
        back.append((stepper.current.phase, stepper.current.node, stepper.current.value))
        press(window, Qt.Key.Key_Left)
    assert back == seen[:0:-1]
    keys = (Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_Period)
    assert [press(window, key) or stepper.index for key in keys] == [7, 6, 0, 1, 2]
    press(window, Qt.Key.Key_Comma)
    assert stepper.is_at_end
    assert "step 8 of 8" in window.status.texts()


def test_that_space_plays_and_the_status_bar_says_so(window, qtbot):
    graph = open_graph(window, qtbot)
    graph.stepper.set_pace(2)
    press(window, Qt.Key.Key_Space)
    assert window.status.texts()[0] == "Playing"
    qtbot.waitUntil(lambda: graph.stepper.index >= 2)
    press(window, Qt.Key.Key_Space)
    assert not graph.stepper.is_playing
    assert window.status.texts()[0] == "Stepping"
    press(window, Qt.Key.Key_Space)
    go_to(window, "train")
    assert not graph.stepper.is_playing


def test_that_return_gives_the_keys_back_to_the_steps(window, qtbot):
    graph = open_graph(window, qtbot)
    type_text(graph, "f = a*b*c")
    press(window, Qt.Key.Key_Home)
    press(window, Qt.Key.Key_Right)
    assert graph.stepper.index == 0
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Right)
    assert graph.stepper.index == 1
    assert graph.view.field.text == "f = a*b*c"


def test_that_undo_in_the_field_is_the_fields_own(window, qtbot):
    window.editing.set_alpha(0.3)
    graph = open_graph(window, qtbot)
    before = graph.view.field.text
    type_text(graph, "f = a")
    for _ in range(8):  # more than there is to undo
        press(window, Qt.Key.Key_Z, CTRL)
    assert graph.view.field.text == before
    assert window.document.setup.training.alpha == 0.3
    press(window, Qt.Key.Key_Y, CTRL)
    assert graph.view.field.text != before
    graph.setFocus()
    press(window, Qt.Key.Key_Z, CTRL)
    assert window.document.setup.training.alpha == 0.3


def test_that_a_dragged_variable_is_live_everywhere(window, qtbot):
    graph = open_graph(window, qtbot)
    press(window, Qt.Key.Key_End)
    slider = graph.variables.row("c").slider
    start = QPoint(round(slider.knob_x()), slider.height() // 2)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    for x in range(5, 40, 5):
        QTest.mouseMove(slider, start + QPoint(x, 0))
        c = values(graph)["c"]
        assert values(graph)["J"] == pytest.approx(3 * (5 + 3 * c))
        assert derivatives(graph)["b"] == pytest.approx(3 * c)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=start + QPoint(35, 0))
    assert values(graph)["c"] > 2
    assert graph.stepper.variable == "c"
    assert (graph.nudge.name, graph.stepper.is_at_end) == ("c", True)
    assert graph.view.canvas.content.evaluation is graph.stepper.evaluation


def test_that_every_example_of_the_gallery_is_opened_and_walked_through(window, qtbot):
    graph = open_graph(window, qtbot)
    for key in KEYS:
        open_example(graph, qtbot, key)
        example = GALLERY[KEYS[key]]
        assert graph.view.field.text == example.text
        assert dict(graph.stepper.evaluation.inputs) == dict(example.at), key
        assert graph.gallery.rows.current == key
        press(window, Qt.Key.Key_End)
        assert graph.stepper.is_at_end, key
        while graph.stepper.index:
            before = graph.stepper.index
            press(window, Qt.Key.Key_Left)
            assert graph.stepper.index == before - 1, key


def test_that_a_start_in_graph_begins_with_its_expression_and_step(window, qtbot):
    window.workspaces.start_in(Options(workspace="graph", expression="f = a*b + a", row=2))
    settle(window, qtbot)
    graph = window.workspaces.graph_place.graph
    assert (graph.view.field.text, graph.stepper.index) == ("f = a*b + a", 1)


@pytest.mark.parametrize("key", ["logistic-regression", "two-two-one"])
def test_that_a_graph_of_a_network_becomes_that_network_in_step_and_undo_brings_the_former_back(
    window, qtbot, key
):
    before, weights = window.document.setup, window.last_snapshot.W[1].copy()
    graph = open_graph(window, qtbot)
    open_example(graph, qtbot, key)
    press(window, Qt.Key.Key_End)
    spec = graph.model.network().spec
    while (place := place_of_event(graph.stepper.graph, spec, graph.stepper.index)) is None:
        press(window, Qt.Key.Key_Left)  # a step that finds the derivative of an input has no row
    found = derivatives(graph)
    click(graph.bar.network)
    step = window.workspaces.step
    qtbot.waitUntil(lambda: step.tape is not None and step.tape.moment.m == 1)
    assert window.workspaces.current == "step"
    assert (step.stepper.row.symbol, step.stepper.row.layer) == (place.symbol, place.layer)
    assert (step.stepper.cell.k, step.stepper.cell.i) == (place.k, place.j)
    for row in step.tape.rows:
        if row.symbol in ("dZ", "dW", "db"):
            for (k, j), number in np.ndenumerate(row.value):
                node = node_of_place(spec, RowPlace(row.symbol, row.layer, k, j))
                assert number == pytest.approx(found[node], rel=1e-12), row.name
    press(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: step.tape.moment.spec == before.network)
    assert window.document.setup == before
    np.testing.assert_array_equal(step.tape.moment.W[1], weights)


def test_that_a_small_network_in_step_becomes_a_graph_at_the_selected_number(open_window, qtbot):
    window = open_window(new_exercise(2, (2, 2, 1), "tanh", 3))
    go_to(window, "step")
    step = window.workspaces.step
    qtbot.waitUntil(lambda: step.tape is not None)
    step.bar.columns_chosen.emit(0)
    qtbot.waitUntil(lambda: step.tape.moment.columns == 0)
    names = [row.name for row in step.tape.rows]
    step.stepper.go_to(names.index("dW[1]"))
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down, CTRL)
    cell, dW = step.stepper.cell, step.stepper.row.value
    click(step.network.graph_button)
    assert window.workspaces.current == "graph"
    graph = window.workspaces.graph_place.graph
    settle(window, qtbot)
    name = graph.stepper.graph.nodes[graph.stepper.current.node].name
    assert (name, graph.stepper.variable) == (f"w[1]_{cell.k + 1}_{cell.i + 1}",) * 2
    assert graph.stepper.current.phase == "backward"
    assert graph.stepper.current.value == pytest.approx(dW[cell.k, cell.i], rel=1e-12)
    steps = window.document.undo_stack.count()
    assert steps == 0
    click(graph.bar.network)
    qtbot.waitUntil(lambda: window.document.undo_stack.count() == 1)
    qtbot.waitUntil(lambda: step.stepper.row is not None and step.stepper.row.name == "dW[1]")
    np.testing.assert_allclose(step.stepper.row.value, dW, rtol=1e-12)


def test_that_a_network_of_more_than_twelve_parameters_is_not_offered_as_a_graph(window, qtbot):
    go_to(window, "step")
    step = window.workspaces.step
    qtbot.waitUntil(lambda: step.tape is not None)
    assert not step.network.graph_button.isVisible()
    window.take_setup(load_preset("worked-example"), "The worked example")
    spec = load_preset("worked-example").network
    qtbot.waitUntil(lambda: step.tape.moment.spec == spec)
    assert step.network.graph_button.isVisible() == (spec.parameter_count <= 12)
    window.take_setup(new_exercise(1, (2, 1), examples=3), "Logistic regression")
    qtbot.waitUntil(step.network.graph_button.isVisible)


def test_that_the_window_closes_while_graph_plays_and_draws(window, qtbot):
    graph = open_graph(window, qtbot)
    open_example(graph, qtbot, "two-two-one")
    press(window, Qt.Key.Key_Space)
    assert graph.stepper.is_playing
    graph.model.open("f = a*b*c*d", {})
    window.projects.asks = False  # whether to save is asked first; this is about what goes on
    assert window.close()


def test_that_a_faulty_expression_of_the_command_line_stands_in_the_field_with_its_mark(
    window, qtbot
) -> None:
    place = window.workspaces.graph_place
    window.workspaces.start_in(Options(workspace="graph", expression="J = 3*(a + b*"))
    settle(window, qtbot)
    field = place.graph.view.field
    assert field.text == "J = 3*(a + b*"
    assert field.fault is not None
    assert field.editor.mark == 13
    assert place.graph.stepper.evaluation.output == 33.0  # the graph of before
