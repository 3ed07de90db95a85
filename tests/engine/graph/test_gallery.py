"""The graphs that come along."""

from __future__ import annotations

import pytest

from engine.graph import GALLERY, Example, build_graph, network_of_graph

BY_KEY = {example.key: example for example in GALLERY}

# Value and derivatives, from the notes and by hand.
KNOWN = {
    "triple": (6, {"a": 3}),
    "square": (4, {"a": 4}),
    "cube": (8, {"a": 12}),
    "logarithm": (0.6931471805599453, {"a": 0.5}),
    "chain-rule": (33, {"a": 3, "b": 6, "c": 9}),
    "used-twice": (45, {"a": 9, "b": 9, "c": 5, "d": 5}),
    "relu-unit": (0.5, {"w": 3, "x": 0.2, "b": 1}),
}


@pytest.mark.parametrize("example", GALLERY, ids=lambda example: example.key)
def test_that_every_example_has_values_for_its_variables_and_no_fault(example: Example) -> None:
    graph = build_graph(example.text)
    assert set(graph.variables) == set(example.at)
    assert graph.at(example.at).faults == {}
    assert example.title
    assert example.about.endswith(".")


@pytest.mark.parametrize("key", KNOWN)
def test_that_the_numbers_are_those_of_the_notes(key: str) -> None:
    example = BY_KEY[key]
    found = build_graph(example.text).at(example.at)
    value, derivatives = KNOWN[key]
    assert found.output == pytest.approx(value)
    for name, slope in derivatives.items():
        assert found.derivatives[found.graph.index_of(name)] == pytest.approx(slope)


def test_that_keys_are_there_once() -> None:
    assert len(BY_KEY) == len(GALLERY) == 9


@pytest.mark.parametrize(("key", "sizes"), [("logistic-regression", (2, 1)), ("two-two-one", (2, 2, 1))])
def test_that_the_networks_among_them_are_recognised(key: str, sizes: tuple[int, ...]) -> None:
    found = network_of_graph(BY_KEY[key].text, BY_KEY[key].at)
    assert found is not None
    assert found.spec.sizes == sizes
