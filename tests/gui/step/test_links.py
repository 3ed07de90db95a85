"""Which edges and units a number belongs to, and back."""

from __future__ import annotations

import pytest

from gui.step.links import active_layers, cell_of_edge, cell_of_unit, edge_layer, lit_by
from gui.step.selection import Cell
from tests.gui.step.tapes import start_network, worked_example

SIZES = (2, 3, 1)


def row(symbol, layer=None):
    return worked_example().row(symbol, layer)


def test_that_a_weights_derivative_lights_its_edge_and_both_its_units():
    lit = lit_by(row("dW", 1), Cell(0, 1, 0), SIZES)
    assert lit.edges == {(1, 1, 0)}
    assert lit.units == {(1, 1), (0, 0)}
    assert lit.example is None


def test_that_a_sum_lights_all_edges_that_it_adds_up():
    lit = lit_by(row("Z", 2), Cell(0, 0, 0), SIZES)
    assert lit.edges == {(2, 0, 0), (2, 0, 1), (2, 0, 2)}
    assert lit.units == {(2, 0), (1, 0), (1, 1), (1, 2)}
    assert lit.example == 0


def test_that_what_comes_back_lights_the_edges_that_it_comes_through():
    lit = lit_by(row("dA", 1), Cell(0, 2, 0), SIZES)
    assert lit.edges == {(2, 0, 2)}
    assert lit.units == {(1, 2), (2, 0)}


@pytest.mark.parametrize(("symbol", "layer"), [("A", 1), ("dZ", 1), ("db", 1), ("b", 1)])
def test_that_a_number_of_one_unit_lights_the_unit(symbol, layer):
    lit = lit_by(row(symbol, layer), Cell(0, 1, 0), SIZES)
    assert (lit.edges, lit.units) == (frozenset(), {(1, 1)})


def test_that_nothing_selected_lights_nothing():
    lit = lit_by(row("Z", 1), None, SIZES)
    assert not lit.edges
    assert not lit.units


@pytest.mark.parametrize(
    ("symbol", "layer", "edges", "columns"),
    [
        ("Z", 1, 1, {0, 1}),
        ("A", 1, 1, {1}),
        ("J", None, 2, {2}),
        ("dA", 2, 2, {2}),
        ("dA", 1, 2, {1, 2}),
        ("dZ", 1, 1, {1}),
        ("dW", 2, 2, {1, 2}),
        ("b", 2, 2, {2}),
    ],
)
def test_that_a_row_is_about_certain_edges_and_columns(symbol, layer, edges, columns):
    assert edge_layer(row(symbol, layer), 2) == edges
    assert active_layers(row(symbol, layer), 2) == columns


def test_that_every_cell_leads_to_what_leads_back_to_it():
    tape = start_network()
    sizes, L = tape.moment.spec.sizes, tape.moment.spec.L
    for step in tape.rows:
        rows, columns = step.value.shape
        for cell in (Cell(step.main, k, i) for k in range(rows) for i in range(columns)):
            lit = lit_by(step, cell, sizes)
            example = lit.example or 0
            back = {cell_of_edge(step, L, *edge, example) for edge in lit.edges}
            back |= {cell_of_unit(step, L, *unit, example) for unit in lit.units}
            assert cell in back or step.symbol in ("W", "dW"), step.name


def test_that_an_edge_of_another_layer_belongs_to_no_number_of_the_row():
    assert cell_of_edge(row("dW", 1), 2, 2, 0, 0, 0) is None
    assert cell_of_unit(row("A", 1), 2, 2, 0, 0) is None
