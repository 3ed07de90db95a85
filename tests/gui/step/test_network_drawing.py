"""Step's drawing of the network: where things stand, what is known at a row, and what a click says."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from gui.appearance import Appearance
from gui.step.network.content import content_at
from gui.step.network.geometry import Rect, lay_out
from gui.step.network.painter import common_texts
from gui.step.network.slope_geometry import LABEL_HEIGHT
from gui.step.network.view import StepNetwork, edges_words
from gui.step.selection import Cell
from gui.widgets.painting import text_width
from tests.gui.step.small_tapes import small_tape
from tests.gui.step.tapes import start_network, tall_network, worked_example

NETWORKS = [(2, 3, 1), (2, 4, 2, 1), (1, 1), (3, 5, 5, 3, 1), (64, 64, 32, 10), (2, 6, 6, 6, 6, 6, 6, 1)]


def overlap(a, b):
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


@pytest.mark.parametrize("sizes", NETWORKS)
@pytest.mark.parametrize("height", [200, 448, 700])
def test_that_tiles_and_numbers_lie_inside_and_nowhere_on_one_another(sizes, height):
    for layer in range(1, len(sizes)):
        scene = lay_out(363, height, sizes, layer, {})
        boxes = [tile for column in scene.columns for tile in column.tiles] + list(scene.ports.values())
        assert all(box.x >= 0 and box.right <= 363 and box.y >= 0 and box.bottom <= height for box in boxes)
        assert not any(overlap(a, b) for a, b in combinations(boxes, 2))
        assert {layer - 1, layer} <= {column.l for column in scene.columns}


@pytest.mark.parametrize("sizes", NETWORKS)
def test_that_columns_go_from_left_to_right_without_a_gap_in_the_layers(sizes):
    scene = lay_out(363, 500, sizes, 1, {})
    assert all(b.l == a.l + 1 and b.tiles[0].x > a.tiles[0].right for a, b in pairwise(scene.columns))
    assert scene.hidden == (0, len(sizes) - len(scene.columns))


def test_that_in_a_small_network_every_edge_of_the_row_has_its_number():
    scene = lay_out(363, 448, (2, 3, 1), 1, {})
    assert set(scene.ports) == {(1, k, j) for k in range(3) for j in range(2)}


def test_that_in_a_large_one_the_selected_edge_has_its_number():
    scene = lay_out(363, 448, (64, 64, 10), 1, {}, frozenset({(1, 2, 3)}))
    assert set(scene.ports) == {(1, 2, 3)}


def test_that_numbers_appear_once_their_row_is_done():
    tape = worked_example()
    at_start = content_at(tape, 0, 0)
    assert at_start.letters == ("x", "z", "z")
    assert at_start.values[2] is None
    after = content_at(tape, tape.row("A", 2).index, 0)
    assert after.letters == ("x", "a", "a")
    assert after.values[2] == pytest.approx([0.52390252], abs=1e-8)
    assert after.dz == (None, None, None)
    at_end = content_at(tape, 16, 0)
    np.testing.assert_allclose(at_end.dz[1], [-0.03480858, 0.02379535, -0.04693070], atol=1e-8)


def test_that_the_edges_show_what_the_row_is_about():
    tape = worked_example()
    names = {row.name: content_at(tape, row.index, 0).edge_name for row in tape.rows}
    assert names["Z[1]"] == "W[1]"
    assert names["dW[1]"] == names["db[1]"] == "dW[1]"
    assert names["dA[1]"] == "W[2]"
    after = content_at(tape, 16, 0)
    np.testing.assert_array_equal(after.edges, tape.W_after[2])


@pytest.fixture
def view(qtbot):
    view = StepNetwork(Appearance("light"))
    qtbot.addWidget(view)
    view.resize(363, 548)
    view.show()
    return view


def show(view, tape, name, cell=None):
    view.set_tape(tape)
    index = next(row.index for row in tape.rows if row.name == name)
    view.show_row(index)
    view.show_cell(cell)


def test_that_a_click_on_a_number_asks_for_its_edge(qtbot, view):
    show(view, worked_example(), "dW[1]")
    port = view.canvas.scene.ports[1, 2, 1]
    with qtbot.waitSignal(view.edge_requested, timeout=1000) as asked:
        qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(int(port.x + 20), int(port.cy)))
    assert asked.args == [1, 2, 1]


def test_that_a_click_on_the_line_asks_for_its_edge_too(qtbot, view):
    show(view, worked_example(), "dW[1]")
    port, tile = view.canvas.scene.ports[1, 0, 0], view.canvas.scene.column(0).tile(0)
    middle = QPoint(int((tile.right + port.x) / 2), int((tile.cy + port.cy) / 2))
    with qtbot.waitSignal(view.edge_requested, timeout=1000) as asked:
        qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=middle)
    assert asked.args == [1, 0, 0]


def test_that_a_click_on_a_unit_asks_for_it(qtbot, view):
    show(view, worked_example(), "A[1]")
    tile = view.canvas.scene.column(1).tile(2)
    with qtbot.waitSignal(view.unit_requested, timeout=1000) as asked:
        qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(int(tile.x + 9), int(tile.cy)))
    assert asked.args == [1, 2]


def test_that_the_head_says_what_the_edges_show_and_which_example(view):
    show(view, start_network(), "Z[2]", Cell(0, 1, 6))
    assert view.header.detail() == "example 7 of 10"
    assert view.canvas.content.edge_name == "W[2]"
    assert view.canvas.example == 6


def test_that_a_selected_unit_of_a_tall_layer_comes_into_view(view):
    show(view, tall_network(), "A[1]")
    assert view.canvas.scene.column(1).tile(50) is None
    view.show_cell(Cell(0, 50, 0))
    assert view.canvas.scene.column(1).tile(50) is not None


def test_that_another_network_can_follow_at_any_row(view):
    for tape in (tall_network(), worked_example(), start_network()):
        view.set_tape(tape)
        for row in tape.rows:
            view.show_row(row.index)
            view.show_cell(Cell(row.main, 0, 0))
            assert not view.grab().isNull()


def test_that_numbers_side_by_side_have_the_same_decimals():
    assert common_texts([0.5, -0.25, 0.125], 4, 1, 200, "small") == ["0.5000", "−0.2500", "0.1250"]
    narrow = common_texts([0.5, -0.25, 0.125], 4, 1, 34, "small")
    assert {len(text.lstrip("−")) for text in narrow} == {len(narrow[0])}


def test_that_a_number_without_room_is_not_written_wrong():
    assert common_texts([-8.5e12, 0.5], 4, 1, 30, "small") == ["", ""]


def test_that_a_row_of_da_shows_it_under_its_units():
    tape = worked_example()
    index = tape.row("dA", 1).index
    content = content_at(tape, index, 0)
    np.testing.assert_allclose(content.da[1], [-0.14282924, 0.09521950, -0.19043899], atol=1e-8)
    assert content.da[2] is None
    assert content_at(tape, index + 1, 0).da[1] is None


def test_that_the_weights_of_an_update_row_are_those_after_it():
    tape = worked_example()
    assert content_at(tape, tape.row("W", 1).index, 0).edge_name == "new W[1]"


def test_that_the_legend_names_what_the_tiles_show_at_this_row(view):
    tape = worked_example()
    show(view, tape, "Z[1]")
    assert view.legend.texts == ("tile: z, forward",)
    show(view, tape, "A[1]")
    assert view.legend.texts == ("tile: a, forward",)
    show(view, tape, "Z[2]")
    assert view.legend.texts == ("tile: a, z, forward",)


def test_that_the_legend_names_the_slopes_that_stand_under_the_tiles(view):
    tape = worked_example()
    said = {}
    for name in ("J", "dA[2]", "dZ[2]", "dA[1]", "dZ[1]"):
        show(view, tape, name)
        said[name] = view.legend.texts[1:]
    assert said["J"] == ()
    assert said["dA[2]"] == ("da, backward",)
    assert said["dZ[2]"] == said["dZ[1]"] == ("dz, backward",)
    assert said["dA[1]"] == ("da, dz, backward",)


def test_that_the_legend_of_a_tall_network_promises_no_dz_that_has_no_room(view):
    view.resize(363, 400)
    show(view, tall_network(), "dZ[1]")
    assert not any(label.l == 1 for label in view.canvas.slopes)
    show(view, small_tape(30, 20, 12), "dZ[1]")
    assert not view.canvas.slopes
    assert view.legend.texts == ("tile: x, a, forward",)  # over the inputs stands no name either


def test_that_a_narrow_legend_leaves_the_directions_out(view):
    show(view, worked_example(), "dA[1]")
    view.resize(300, 548)
    assert view.legend.texts == ("tile: a", "da, dz")


@pytest.mark.parametrize("size", [(363, 548), (363, 700), (346, 470), (480, 900)])
@pytest.mark.parametrize(
    "tape",
    [worked_example(), start_network(), small_tape(4, 4, 2, 3), small_tape(2, 2, 1, 1), small_tape(1, 1, 1)],
)
def test_that_da_and_dz_lie_on_nothing_and_keep_away_from_the_edge(view, tape, size):
    view.resize(*size)
    for row in tape.rows:
        show(view, tape, row.name)
        canvas = view.canvas
        boxes = [tile for column in canvas.scene.columns for tile in column.tiles]
        boxes += canvas.scene.ports.values()
        labels = [Rect(label.x, label.y, label.width, LABEL_HEIGHT) for label in canvas.slopes]
        assert not any(overlap(label, box) for label in labels for box in boxes)
        assert all(label.x >= 16 and label.right <= size[0] - 16 for label in labels)
        for a, b in combinations(labels, 2):
            assert not overlap(a, Rect(b.x - 4, b.y, b.width + 8, b.height))


def test_that_all_slopes_of_a_picture_have_the_same_decimals(view):
    tape = start_network()
    for row in tape.rows:
        show(view, tape, row.name)
        assert len({len(label.text.partition(".")[2]) for label in view.canvas.slopes}) <= 1
    assert len(view.canvas.slopes) == 7


def test_that_two_columns_side_by_side_have_room_for_four_decimals(view):
    show(view, start_network(), "dW[1]")
    assert {len(label.text.partition(".")[2]) for label in view.canvas.slopes} == {4}


@pytest.mark.parametrize("height", [440, 453, 495])
def test_that_a_layer_that_just_fits_stands_level_with_those_that_are_cut(height):
    columns = lay_out(363, height, (64, 64, 32, 10), 1, {}).columns
    tops = [[tile.y for tile in column.tiles] for column in columns]
    assert all(column == tops[0] for column in tops)
    assert [column.caption for column in columns] == ["1–10 of 64", "1–10 of 64", "1–10 of 32", "all 10"]
    assert all(tile.width >= 39 for column in columns for tile in column.tiles)


def test_that_where_every_unit_is_shown_no_column_counts_them():
    assert {column.caption for column in lay_out(363, 448, (2, 8, 1), 1, {}).columns} == {""}


def test_that_what_the_edges_show_is_said_in_words_that_have_room():
    assert edges_words("new W[3]", 155) == "edges show new W[3]"
    assert edges_words("new W[3]", 110) == "edges: new W[3]"
    for room in range(60, 300, 10):
        assert text_width(edges_words("dW[12]", room), "small") <= room
