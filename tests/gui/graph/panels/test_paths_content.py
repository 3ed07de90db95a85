"""What the panel of paths says, without a window."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from engine.graph import paths
from gui.graph.panels.block_painter import RESULT_TOKENS, result_texts
from gui.graph.panels.number_words import factor_text, product_text, short_text, sum_text
from gui.graph.panels.path_book import LISTED, PathBook
from gui.graph.panels.paths_content import (
    closing_words,
    count_words,
    node_blocks,
    path_lines,
    product_words,
    sum_words,
    wait_text,
)
from gui.graph.panels.paths_geometry import (
    MOST_NODES,
    RESULT_ROOM,
    block_shapes,
    chain_parts,
    chain_places,
    number_parts,
    product_parts,
)
from gui.widgets import text_width

TWICE = "f = (a + b)*c + (a + b)*d"
DOUBLED = "; ".join(f"{'f' if i == 11 else f'u_{i + 1}'} = u_{i} + u_{i}" for i in range(12))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (6.0, "6"),
        (1 / 3, "0.3333"),
        (-12.5, "−12.5"),
        (1.25e-7, "1.25·10⁻⁷"),
        (-1e-9, "−10⁻⁹"),
        (math.nan, "–"),
    ],
)
def test_that_numbers_are_as_short_as_they_go(value, text):
    assert short_text(value) == text


def test_that_a_negative_factor_stands_in_brackets_behind_another():
    assert product_text((-2.0, -3.0)) == "−2 · (−3)"
    assert factor_text(-3.0, is_first=True) == "−3"


def test_that_a_sum_takes_its_signs_from_its_terms():
    assert sum_text((4.0, 5.0, -2.0)) == "4 + 5 − 2"


def test_that_blocks_come_in_the_order_of_the_backward_pass(evaluated):
    evaluation = evaluated("J = 3*(a + b*c)", a=5, b=3, c=2)
    names = [
        evaluation.graph.nodes[b.node].name for b in node_blocks(evaluation, PathBook(evaluation.graph), 6)
    ]
    assert names == ["v", "a", "u", "b", "c"]


def test_that_blocks_know_where_the_walk_stands(evaluated):
    evaluation = evaluated("J = 3*(a + b*c)", a=5, b=3, c=2)
    book = PathBook(evaluation.graph)
    assert [b.state for b in node_blocks(evaluation, book, 6)] == [*["known"] * 3, "current", "unknown"]
    assert [b.state for b in node_blocks(evaluation, book, 0)] == ["unknown"] * 5
    assert [b.total for b in node_blocks(evaluation, book, 7)] == [3, 3, 3, 6, 9]


def test_that_waits_count_the_steps(evaluated):
    evaluation = evaluated("J = 3*(a + b*c)")
    waits = [wait_text(b.wait) for b in node_blocks(evaluation, PathBook(evaluation.graph), 5)]
    assert waits[3:] == ["after the next step", "after 2 more steps"]


@pytest.mark.parametrize("text", ["J = 3*(a + b*c)", TWICE, "f = a*a*a + a", "f = (a + b)*(a - b)*a"])
def test_that_the_book_finds_the_paths_of_the_engine(evaluated, text):
    evaluation = evaluated(text, a=2, b=3)
    book = PathBook(evaluation.graph)
    for node in book.order:
        found = paths(evaluation, node)
        assert book.counts[node] == found.count
        assert {line.nodes for line in book.lines(node)} <= {path.nodes for path in found.paths}
        if found.count <= LISTED:
            sums = math.fsum(math.prod(line.slopes(evaluation)) for line in book.lines(node))
            assert sums == pytest.approx(evaluation.derivatives[node])
        for line, path in zip(path_lines(found), found.paths, strict=True):
            assert line.slopes(evaluation) == path.slopes


def test_that_thousands_of_paths_are_counted(evaluated):
    evaluation = evaluated(DOUBLED)
    book = PathBook(evaluation.graph)
    assert book.counts[0] == 4096
    assert len(book.lines(0)) == LISTED
    assert count_words(4096, 64) == "64 of 4\u00a0096 shown"


def test_that_a_product_is_written_out():
    assert product_words((2.0, 1.0, 3.0), (0, 1, 2), is_first=True, result=False) == "= 2 · 1 · 3"
    assert product_words((2.0, 1.0, 3.0), (0, 1, 2), is_first=True, result=True) == "= 2 · 1 · 3 = 6"
    assert product_words((4.0,), (0,), is_first=True, result=True) == "= 4"


def test_that_a_slope_without_a_value_is_said():
    assert product_words((2.0, math.nan), (0, 1), is_first=True, result=True) == "has no value here"
    assert "no sum" in sum_words((math.nan,), 2, math.nan)


def test_that_a_sum_over_many_paths_has_dots():
    assert sum_words((4.0, 5.0), 2, 9.0) == "4 + 5 = 9"
    assert sum_words((1.0, 1.0, 1.0), 64, 64.0) == "1 + 1 + 1 + ⋯ = 64"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "One path from b to J, so its sum has one term."),
        (2, "Two paths from b to J, so its sum has two terms."),
    ],
)
def test_that_the_closing_sentence_fits_the_count(count, words):
    assert closing_words("b", "J", count).startswith(words)


def test_that_the_heights_of_blocks_do_not_hang_on_numbers(evaluated):
    one, other = evaluated(TWICE), evaluated(TWICE, a=-1234.5678, b=1e-9, c=0.33333, d=-7e12)
    book = PathBook(one.graph)
    assert block_shapes(node_blocks(one, book, 9), 340) == block_shapes(
        node_blocks(other, PathBook(other.graph), 3), 340
    )


def test_that_lines_of_a_block_follow_one_another(evaluated):
    evaluation = evaluated(DOUBLED)
    shapes = block_shapes(node_blocks(evaluation, PathBook(evaluation.graph), 30), 340)
    for shape, after in pairwise(shapes):
        assert shape.bottom == after.top
        for line, below in pairwise(shape.lines):
            assert line.top + line.height <= below.top + 0.01


def test_that_a_long_path_shows_its_ends(evaluated):
    evaluation = evaluated("; ".join(f"{'f' if i == 19 else f'u_{i + 1}'} = u_{i} + 1" for i in range(20)))
    line = PathBook(evaluation.graph).lines(0)[0]
    assert len(line.nodes) > MOST_NODES
    shown = [node for part in chain_parts(line, 5) for node in part]
    assert shown.count(None) == 1
    assert (shown[0], shown[-1]) == (0, evaluation.graph.output)
    steps = [step for part in product_parts(line) for step in part]
    assert steps == [step for part in number_parts(line) for step in part]
    assert (steps[0], steps[-1]) == (0, len(line.positions) - 1)


@pytest.mark.parametrize("room", [150.0, 204.0, 292.0])
def test_that_a_chain_stays_in_its_room(room):
    places, gap = chain_places([0, 1, 2, 3, 4], lambda node: 26.0, room)
    assert places[-1][0] + places[-1][1] <= room + 0.01
    assert gap >= 15.0
    assert all(left + width < after for (left, width), (after, _) in pairwise(places))


@pytest.mark.parametrize("value", [-7.634e-13, 1.018e-112, -0.00091106, 123456.789, -98765.4321])
def test_that_a_derivative_beside_its_path_loses_digits_but_never_its_power(qapp, value):
    texts = result_texts(value)
    fits = [text for text in texts if text_width(text, RESULT_TOKENS[-1]) <= RESULT_ROOM]
    assert fits
    power = short_text(value).partition("·10")[2]
    assert all(text.endswith(power) for text in texts)


def test_that_products_and_sums_come_with_fewer_digits_where_there_is_less_room():
    slopes, steps = (2.54463e-13, -1.23456), (0, 1)
    assert product_words(slopes, steps, is_first=True, result=True, digits=2) == (
        "= 2.5·10⁻¹³ · (−1.2) = −3.1·10⁻¹³"
    )
    assert sum_words((1.23456, -0.98765), 2, 0.24691, 2) == "1.2 − 0.99 = 0.25"
