"""Where a graph's nodes, arrows and numbers stand."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from engine.graph import GALLERY, build_graph
from gui.graph.boxes_geometry import Box
from gui.graph.columns_geometry import depths_of, grid_of
from gui.graph.directions_geometry import node_beside
from gui.graph.layout_geometry import LEGIBLE, GivenUp, lay_out, least_width
from gui.graph.places_geometry import OPERATION_HEIGHT, needed_size
from gui.graph.skeleton import skeleton_of
from tests.gui.graph.skeletons import gallery_skeleton, random_skeleton

KEYS = [example.key for example in GALLERY]
SIZES = [(500, 300), (764, 430), (1242, 640)]
RANDOM = [(seed, 2 + seed % 5, 3 + 3 * seed) for seed in range(6)]


def check(skeleton, layout):
    whole = Box(0, 0, layout.area.width, layout.area.height)
    labels = layout.labels
    numbers = [*labels.values.values(), *labels.slopes.values(), *labels.sums.values()]
    boxes = [label.box for label in (*numbers, labels.result, labels.its_slope)]
    for box in (*layout.nodes, *boxes):
        assert whole.x <= box.x
        assert whole.y <= box.y
        assert box.right <= whole.right
        assert box.bottom <= whole.bottom
    for a, b in combinations([*layout.nodes, *boxes], 2):
        assert not a.overlaps(b)
    for edge, route in layout.routes.items():
        assert skeleton.edges[edge] == route.source
        for node, box in enumerate(layout.nodes):
            if node not in (route.source, route.target):
                assert not any(box.meets(a, b) for a, b in pairwise(route.points))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("share", [False, True])
@pytest.mark.parametrize("key", KEYS)
def test_that_nothing_of_a_gallery_graph_overlaps_or_is_cut_and_every_number_has_a_place(key, share, size):
    skeleton = gallery_skeleton(key, share=share)
    layout = lay_out(skeleton, *size)
    check(skeleton, layout)
    assert layout.labels.missing == 0


@pytest.mark.parametrize(("seed", "variables", "operations"), RANDOM)
def test_that_nothing_of_a_random_graph_overlaps_or_is_cut(seed, variables, operations):
    skeleton = random_skeleton(seed, variables, operations)
    layout = lay_out(skeleton, 764, 430)
    check(skeleton, layout)
    assert layout.labels.missing <= len(skeleton.edges) // 8


@pytest.mark.slow
def test_that_a_graph_of_two_hundred_nodes_is_laid_out():
    skeleton = random_skeleton(1, 30, 170)
    assert len(skeleton.operands) >= 200
    layout = lay_out(skeleton, 764, 430)
    check(skeleton, layout)
    assert layout.area.width * layout.scale > 764  # to be scrolled


@pytest.mark.parametrize("key", KEYS)
def test_that_operands_stand_left_of_what_uses_them(key):
    skeleton = gallery_skeleton(key)
    depths = depths_of(skeleton)
    assert all(depths[source] < depths[target] for (target, _), source in skeleton.edges.items())
    layout = lay_out(skeleton, 764, 430)
    assert all(
        layout.nodes[source].right < layout.nodes[target].x for (target, _), source in skeleton.edges.items()
    )


@pytest.mark.parametrize("text", ["3", "J = 2*3 + 4", "exp(1)"])
@pytest.mark.parametrize("size", SIZES)
def test_that_a_number_alone_as_one_begins_to_type_is_drawn_in_the_middle(text, size):
    skeleton = skeleton_of(build_graph(text))
    layout = lay_out(skeleton, *size)
    check(skeleton, layout)
    (node,) = layout.nodes
    assert node.cx == pytest.approx(layout.area.width / 2)


def test_that_variables_stand_at_the_left_in_the_order_in_which_they_are_typed():
    layout = lay_out(skeleton_of(build_graph("J = 3*(a + b*c)")), 764, 430)
    a, b, c, u, v, J = layout.nodes
    assert a.x == b.x == c.x
    assert a.cy < b.cy < c.cy
    assert a.right < u.x < v.x < J.x


def test_that_a_variable_that_is_used_late_stands_beside_its_use():
    text = "L = y*log(s); s = sigmoid(z); z = p + b; p = u + v; u = w_1*x_1; v = w_2*x_2"
    graph = build_graph(text)
    depths = depths_of(skeleton_of(graph))
    assert depths[graph.index_of("w_1")] == 0
    assert depths[graph.index_of("y")] == depths[graph.output] - 1


def test_that_the_crossings_of_two_crossed_pairs_are_taken_away():
    graph = build_graph("f = (a*c) + (b*d)")
    grid = grid_of(skeleton_of(graph))
    first = [graph.nodes[node].name for node in grid.columns[0]]
    assert {frozenset(first[:2]), frozenset(first[2:])} == {frozenset("ac"), frozenset("bd")}


def test_that_an_operand_used_twice_by_one_node_has_two_arrows_that_part():
    layout = lay_out(skeleton_of(build_graph("f = a*a")), 764, 430)
    above, below = (layout.routes[1, position] for position in (0, 1))
    middle = len(above.points) // 2
    assert abs(above.points[middle][1] - below.points[middle][1]) > 20


def test_that_a_small_graph_is_drawn_larger_where_there_is_room_and_smaller_where_there_is_little():
    skeleton = gallery_skeleton("chain-rule")
    large, usual, small = (lay_out(skeleton, *size) for size in ((1242, 640), (764, 430), (500, 300)))
    assert large.scale > usual.scale > small.scale
    assert small.nodes[-1].height == OPERATION_HEIGHT  # lengths are those before scaling
    assert small.area.width * small.scale == pytest.approx(500)


def test_that_a_layout_depends_on_the_graph_only_and_is_the_same_every_time():
    first = lay_out(gallery_skeleton("logistic-regression"), 764, 430)
    again = lay_out(gallery_skeleton("logistic-regression"), 764, 430)
    assert first == again


def test_that_points_are_found_on_nodes_arrows_and_numbers():
    layout = lay_out(gallery_skeleton("chain-rule"), 764, 430)
    u = layout.nodes[3]
    assert layout.node_at(u.cx, u.cy) == 3
    assert layout.edge_at(*layout.routes[4, 0].points[0]) == (4, 0)
    label = layout.labels.slopes[3, 1].box
    assert layout.edge_at(label.cx, label.cy) == (3, 1)
    assert layout.node_at(2, 2) is None
    assert layout.edge_at(2, 2) is None


def test_that_the_arrow_keys_go_to_the_nearest_node_of_a_direction():
    nodes = lay_out(gallery_skeleton("chain-rule"), 764, 430).nodes
    a, b, c, u, v, J = range(6)
    assert node_beside(nodes, b, 0, -1) == a
    assert node_beside(nodes, b, 0, 1) in (c, u)
    assert node_beside(nodes, b, 1, 0) == u
    assert node_beside(nodes, J, -1, 0) == v
    assert node_beside(nodes, J, 1, 0) == J


def test_that_a_layout_that_nobody_wants_any_more_is_given_up():
    with pytest.raises(GivenUp):
        lay_out(gallery_skeleton("two-two-one"), 764, 430, is_wanted=lambda: False)


LOGISTIC = "L = -(y*log(s) + (1-y)*log(1-s)); s = sigmoid(w1*x1 + w2*x2 + b)"


@pytest.mark.parametrize("size", [(670, 638), (735, 410), (775, 330), (902, 500), (811, 760)])
def test_that_a_logistic_regression_fits_into_the_views_of_usual_windows_in_letters_that_can_be_read(size):
    skeleton = skeleton_of(build_graph(LOGISTIC))
    layout = lay_out(skeleton, *size)
    check(skeleton, layout)
    assert layout.area.width * layout.scale == pytest.approx(size[0])
    assert layout.area.height * layout.scale == pytest.approx(size[1])
    assert layout.labels.missing == 0
    assert layout.scale * layout.area.growth == pytest.approx(LEGIBLE)


def test_that_the_least_width_of_a_graph_is_known_before_it_is_laid_out():
    skeleton = skeleton_of(build_graph(LOGISTIC))
    least = least_width(skeleton, 0.56)
    grid = grid_of(skeleton)
    assert least == pytest.approx(needed_size(skeleton, grid, is_close=True)[0] * 0.56)
    narrow = lay_out(skeleton, least - 20, 900)
    assert narrow.area.width * narrow.scale > least  # to be scrolled
