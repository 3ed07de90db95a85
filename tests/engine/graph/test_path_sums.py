"""Every path from a variable to the output with its product."""

from __future__ import annotations

import pytest

from engine.graph import Evaluation, Paths, build_graph, paths


def paths_of(evaluation: Evaluation, name: str) -> Paths:
    return paths(evaluation, evaluation.graph.index_of(name))


def test_that_a_path_multiplies_the_slopes_along_it() -> None:
    found = paths_of(build_graph("J = 3*(a + b*c)").at({"a": 5, "b": 3, "c": 2}), "b")
    (path,) = found.paths
    assert (found.count, found.is_whole, found.total) == (1, True, 6)
    assert path.nodes == (1, 3, 4, 5)
    assert path.slopes == (2, 1, 3)
    assert path.product == 6
    assert path.latex == (
        r"\frac{\partial u}{\partial b} \cdot \frac{\partial v}{\partial u} \cdot \frac{\partial J}{\partial v}"
    )
    assert path.numbers_latex == r"2 \cdot 1 \cdot 3"


def test_that_two_paths_sum_to_the_derivative() -> None:
    found = paths_of(build_graph("f = (a + b)*c + (a + b)*d").at({"a": 2, "b": 3, "c": 4, "d": 5}), "a")
    assert [path.product for path in found.paths] == [4, 5]
    assert found.total == 9


def test_that_both_operands_of_a_square_are_paths_of_their_own() -> None:
    found = paths_of(build_graph("f = a*a").at({"a": -3}), "a")
    assert [(path.nodes, path.positions) for path in found.paths] == [((0, 1), (0,)), ((0, 1), (1,))]
    assert [path.numbers_latex for path in found.paths] == ["(-3)", "(-3)"]


def test_that_the_output_reaches_itself_without_a_step() -> None:
    found = paths_of(build_graph("f = 3*a").at({"a": 2}), "f")
    assert [(path.nodes, path.slopes, path.product) for path in found.paths] == [((1,), (), 1)]
    assert found.paths[0].latex == found.paths[0].numbers_latex == "1"


def test_that_of_very_many_paths_some_are_listed_and_all_are_counted() -> None:
    graph = build_graph("; ".join(["x0 = a*0.5", *(f"x{k} = x{k - 1} + x{k - 1}" for k in range(1, 21))]))
    found = paths_of(graph.at({"a": 1}), "a")
    assert found.count == 2**20
    assert len(found.paths) == 64
    assert not found.is_whole
    assert found.total == 2**19
    assert sum(path.product for path in found.paths) == pytest.approx(32)
