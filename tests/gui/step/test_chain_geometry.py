"""Where the factors of a product stand."""

from __future__ import annotations

from gui.step.chain_geometry import LINE_HEIGHT, PATH_GAP, SIGN_GAP, place_product

RESULT, EQUALS, DOT = 80.0, 10.0, 4.0
START = RESULT + EQUALS + 2 * SIGN_GAP


def test_that_a_short_product_takes_one_line() -> None:
    places = place_product([60.0, 60.0], RESULT, EQUALS, DOT, 400.0)
    assert places.factors == ((START, 0.0), (START + 60 + DOT + 2 * SIGN_GAP, 0.0))
    assert places.height == LINE_HEIGHT + PATH_GAP


def test_that_a_long_one_goes_on_below_right_of_its_result() -> None:
    places = place_product([60.0] * 7, RESULT, EQUALS, DOT, 300.0)
    assert {top for _, top in places.factors} == {0.0, LINE_HEIGHT, 2 * LINE_HEIGHT, 3 * LINE_HEIGHT}
    assert all(left >= START and left + 60 <= 300 for left, _ in places.factors)
    assert places.height == 4 * LINE_HEIGHT + PATH_GAP


def test_that_every_line_has_a_factor_however_narrow_the_room() -> None:
    places = place_product([60.0, 60.0, 60.0], RESULT, EQUALS, DOT, 10.0)
    assert [top for _, top in places.factors] == [0.0, LINE_HEIGHT, 2 * LINE_HEIGHT]
