"""Which rows and columns go together."""

from __future__ import annotations

from gui.step.matrix.links import linked_axes, product_in

LINEAR = [(3, 2), (2, 10), (3, 1), (3, 10)]


def test_that_a_product_is_found_by_its_sign_and_its_shapes():
    assert product_in((0, "·", 1, "+", 2), LINEAR) == (0, 1)
    assert product_in(("1/m", 0, "·", 1), [(3, 10), (10, 2), (3, 2)]) == (0, 1)
    assert product_in((0, "∗", 1), [(3, 3), (3, 3), (3, 3)]) is None
    assert product_in((0, "− α ·", 1), [(3, 3), (3, 3), (3, 3)]) is None


def test_that_in_a_product_inner_sides_and_outer_sides_go_together():
    W, A, b, Z = linked_axes(LINEAR, (0, 1))
    assert W[1] == A[0]
    assert W[0] == b[0] == Z[0]
    assert A[1] == Z[1]
    assert len({W[0], W[1], A[1], b[1]}) == 4


def test_that_square_matrices_of_a_product_keep_their_three_sides_apart():
    W, A, Z = linked_axes([(64, 64)] * 3, (0, 1))
    assert len({W[0], W[1], A[1]}) == 3
    assert (W[0], A[1]) == Z


def test_that_element_by_element_everything_goes_together():
    first, second, result = linked_axes([(3, 10), (3, 10), (3, 10)], None)
    assert first == second == result


def test_that_a_sum_over_the_examples_shares_its_rows_only():
    dZ, db = linked_axes([(3, 10), (3, 1)], None)
    assert dZ[0] == db[0]
    assert dZ[1] != db[1]
