"""The Graph workspace, driven as a person drives it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from engine.graph import GALLERY
from gui.appearance import Appearance
from gui.graph.state import GraphState
from gui.graph.step_geometry import ROW_HEIGHT
from gui.graph.workspace import GraphWorkspace

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def appearance(qapp):
    return Appearance("light")


@pytest.fixture
def workspace(qtbot, appearance):
    workspace = GraphWorkspace(appearance)
    qtbot.addWidget(workspace)
    workspace.resize(1368, 816)
    workspace.show()
    settle(qtbot, workspace)
    yield workspace
    workspace.close_down()


def settle(qtbot, workspace):
    canvas = workspace.view.canvas
    qtbot.waitUntil(lambda: workspace.is_settled and canvas.drawing is not None, timeout=10_000)


def example(key):
    return next(example for example in GALLERY if example.key == key)


def test_that_it_begins_with_the_chain_rule_at_its_first_step(workspace):
    assert workspace.state() == GraphState("J = 3*(a + b*c)", {"a": 5, "b": 3, "c": 2}, 0, False, "a")
    assert workspace.view.field.text == "J = 3*(a + b*c)"
    assert workspace.steps.header.detail() == "1 of 8"


def test_that_the_bar_steps_both_ways(qtbot, workspace):
    bar, stepper = workspace.bar, workspace.stepper
    assert not bar.previous.isEnabled()
    qtbot.mouseClick(bar.next, LEFT)
    qtbot.mouseClick(bar.next, LEFT)
    qtbot.mouseClick(bar.previous, LEFT)
    assert stepper.index == 1
    qtbot.mouseClick(bar.last, LEFT)
    assert stepper.is_at_end
    assert not bar.next.isEnabled()
    assert bar.phases["backward"].progress == "5 / 5"
    qtbot.mouseClick(bar.phases["backward"], LEFT)
    assert stepper.index == 3
    qtbot.mouseClick(bar.first, LEFT)
    assert stepper.index == 0


def test_that_play_becomes_pause(qtbot, workspace):
    qtbot.mouseClick(workspace.bar.play, LEFT)
    assert workspace.bar.play.text() == "Pause"
    assert workspace.stepping().is_playing
    qtbot.mouseClick(workspace.bar.play, LEFT)
    assert workspace.bar.play.text() == "Play"


def test_that_a_click_on_a_step_and_on_a_node_jump_there(qtbot, workspace):
    rows = workspace.steps.rows
    place = rows.row_rect(5).center().toPoint()
    qtbot.mouseClick(rows.viewport(), LEFT, pos=place)
    assert workspace.stepper.index == 5
    canvas = workspace.view.canvas
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=canvas.node_rect(1).center().toPoint())
    assert (workspace.stepper.index, workspace.stepper.variable) == (6, "b")
    assert workspace.nudge.name == "b"


def test_that_an_example_opens_and_its_text_stands_in_the_line(qtbot, workspace):
    chosen = example("used-twice")
    workspace.gallery.example_chosen.emit(chosen)
    assert workspace.view.field.text == chosen.text
    assert dict(workspace.stepper.evaluation.inputs) == chosen.at
    assert list(workspace.variables.values()) == ["a", "b", "c", "d"]
    assert workspace.bar.share.isEnabled()


def test_that_typing_draws_another_graph_and_a_fault_keeps_the_one_before(qtbot, workspace):
    editor = workspace.view.field.editor
    editor.selectAll()
    qtbot.keyClicks(editor, "f = a*b")
    assert workspace.model.text == "f = a*b"
    qtbot.keyClicks(editor, "*")
    assert workspace.model.text == "f = a*b"
    settle(qtbot, workspace)
    assert len(workspace.view.canvas.drawing.nodes) == 3


def test_that_a_dragged_variable_changes_every_panel_and_no_place(qtbot, workspace):
    drawing = workspace.view.canvas.drawing
    workspace.stepper.go_to(6)
    workspace.variables.value_changed.emit("c", 4.0)
    assert workspace.stepper.evaluation.derivatives[1] == 12.0
    assert workspace.view.canvas.content.evaluation is workspace.stepper.evaluation
    assert workspace.view.canvas.drawing is drawing
    assert workspace.state().at["c"] == 4.0
    assert ("db = ", False) in workspace.stepping().parts[2]


def test_that_sharing_makes_one_node_of_equal_parts(qtbot, workspace):
    workspace.gallery.example_chosen.emit(example("used-twice"))
    before = len(workspace.stepper.graph.nodes)
    qtbot.mouseClick(workspace.bar.share, LEFT)
    assert len(workspace.stepper.graph.nodes) == before - 1
    qtbot.mouseClick(workspace.bar.share, LEFT)
    assert len(workspace.stepper.graph.nodes) == before


def test_that_a_graph_of_a_network_can_be_shown_as_one(qtbot, workspace):
    assert workspace.bar.network.isHidden()
    workspace.gallery.example_chosen.emit(example("logistic-regression"))
    assert not workspace.bar.network.isHidden()
    with qtbot.waitSignal(workspace.network_requested) as heard:
        qtbot.mouseClick(workspace.bar.network, LEFT)
    assert heard.args[0].spec.sizes == (2, 1)


def test_that_the_nudge_folds_in_a_small_window_and_opens_by_its_button(qtbot, workspace):
    assert workspace.body.shows_nudge
    workspace.resize(1208, 636)
    qtbot.waitUntil(lambda: not workspace.body.shows_nudge)
    qtbot.mouseClick(workspace.body.open_button, LEFT)
    assert workspace.body.shows_nudge
    assert workspace.nudge.isVisible()
    qtbot.mouseClick(workspace.body.fold_button, LEFT)
    assert not workspace.body.shows_nudge


@pytest.mark.parametrize("size", [(1208, 636), (1368, 816), (1848, 996)])
def test_that_every_part_of_it_has_room(qtbot, workspace, size):
    workspace.resize(*size)
    settle(qtbot, workspace)
    for part in (workspace.gallery, workspace.variables, workspace.steps, workspace.view, workspace.paths):
        assert part.width() >= part.minimumSizeHint().width()
        assert part.height() >= part.minimumSizeHint().height()
    assert workspace.bar.share.geometry().right() < workspace.bar.width()


def test_that_a_state_goes_through_the_workspace_unchanged(workspace):
    state = GraphState("f = (a + b)*c + (a + b)*d", {"a": 2.0, "b": 3.0, "c": 4.0, "d": 5.0}, 4, True, "d")
    workspace.set_state(state)
    assert workspace.state() == state
    assert workspace.bar.share.isChecked()


def test_that_light_and_dark_differ_in_every_part(qtbot, workspace, appearance):
    settle(qtbot, workspace)
    parts = (workspace.bar, workspace.steps, workspace.view.canvas.viewport(), workspace.view.legend)
    light = [part.grab().toImage() for part in parts]
    appearance.choose("dark")
    dark = [part.grab().toImage() for part in parts]
    assert all(a != b for a, b in zip(light, dark, strict=True))


@pytest.mark.parametrize("height", [640, 655, 677, 860])
def test_that_the_steps_end_with_whole_rows(qtbot, workspace, height):
    workspace.resize(1208, height)
    workspace.set_state(
        GraphState("J = sin(sin(sin(sin(sin(sin(sin(a*b) + c) + a) + b) + c) + a) + b)", {}, 9)
    )
    rows = workspace.steps.rows
    seen = rows.viewport().height()
    for index in range(rows.count):
        workspace.stepper.go_to(index)
        tops = [rows.row_rect(row).top() for row in range(rows.count)]
        assert all(top + ROW_HEIGHT <= seen for top in tops if 0 <= top < seen)
        assert all(top <= -ROW_HEIGHT for top in tops if top < 0)
        assert 0 <= rows.row_rect(index).top() <= seen - ROW_HEIGHT
