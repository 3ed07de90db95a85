"""How numbers stand on a sheet: decimals, elided matrices, sums written out, what can be asked."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest

from engine.step.expansion import Expansion, Number
from gui.sheet.asked import MOST, corner, is_whole, part_shown, why_given
from gui.sheet.figures import are_rounded, asked_style, given_style, short_text
from gui.sheet.grid import BOX_WIDTH, boxes, numbers
from gui.sheet.marks import Box, Text
from gui.sheet.piece import Piece, raised
from gui.sheet.written import written_out
from tests.gui.sheet.sheets import tape

MINUS = "\u2212"
ROOM = 400.0
pytestmark = pytest.mark.usefixtures("qapp")


def texts(piece: Piece) -> list[Text]:
    return [mark for mark in piece.marks if isinstance(mark, Text)]


@pytest.mark.parametrize(
    ("values", "decimals"),
    [
        ((1.0, 0.0), 0),
        ((0.5, -0.3), 1),
        ((0.1, 0.05), 2),
        ((0.1 + 0.2,), 1),
        ((1 / 3, 0.5), 4),
        ((0.1234,), 4),
        ((0.12345,), 4),
    ],
)
def test_that_given_numbers_have_as_few_decimals_as_they_need(
    values: tuple[float, ...], decimals: int
) -> None:
    style = given_style(values)
    assert (style.decimals, style.power) == (decimals, False)


def test_that_only_numbers_with_more_than_four_decimals_count_as_rounded() -> None:
    assert not are_rounded((0.1234, -2.0, 0.1 + 0.2))
    assert are_rounded((0.5, 0.12345))
    assert are_rounded((math.nan,))


def test_that_numbers_too_small_for_four_decimals_get_digits_that_count() -> None:
    assert asked_style((0.0004, -0.0002)).text(0.0004) == "4.000·10⁻⁴"
    assert asked_style((0.0004, -0.2)).text(0.0004) == "0.0004"
    assert asked_style((0.0004, -0.2), fine=True).text(-0.2) == f"{MINUS}2.000·10⁻¹"
    assert asked_style((0.0, 0.0)).text(0.0) == "0.0000"
    assert asked_style((math.inf,)).text(math.inf) == "∞"


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.5, "0.5"), (-3.0, f"{MINUS}3"), (0.1 + 0.2, "0.3"), (1 / 3, "0.3333"), (2e-6 / 3, "6.667·10⁻⁷")],
)
def test_that_a_number_in_a_sum_is_short(value: float, text: str) -> None:
    assert short_text(value) == text


def test_that_numbers_of_a_matrix_end_in_one_column() -> None:
    piece = numbers(np.array([[-1.25, 0.5], [10.0, -0.75]]), given_style((-1.25,)), ROOM)
    first, second, third, fourth = texts(piece)
    assert [mark.text for mark in texts(piece)] == [f"{MINUS}1.25", "0.50", "10.00", f"{MINUS}0.75"]
    assert first.bounds.right == pytest.approx(third.bounds.right)
    assert second.bounds.right == pytest.approx(fourth.bounds.right)
    assert first.baseline == second.baseline < third.baseline == fourth.baseline


def test_that_a_matrix_that_is_too_wide_gets_smaller_numbers() -> None:
    array = np.full((2, 8), -0.123456)
    wide = numbers(array, asked_style((0.1,)), 1000.0)
    narrow = numbers(array, asked_style((0.1,)), 300.0)
    assert wide.width > 300.0 >= narrow.width - 0.01
    assert {mark.size for mark in texts(wide)} == {12.0}
    assert {mark.size < 12.0 for mark in texts(narrow)} == {True}


@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (8, 8), (8, 2)])
def test_that_up_to_eight_rows_and_columns_are_printed_whole(rows: int, columns: int) -> None:
    found = [mark for mark in boxes(rows, columns, 1000.0).marks if isinstance(mark, Box)]
    assert len(found) == rows * columns
    assert not texts(boxes(rows, columns, 1000.0))
    assert part_shown(rows, columns) == ""


@pytest.mark.parametrize(
    ("shape", "count", "dots", "words"),
    [
        ((2, 10), 6, "⋯⋯", "the first 3 of 10 columns"),
        ((9, 1), 3, "⋮", "the first 3 of 9 rows"),
        ((64, 50), 9, "⋯⋯⋯⋮⋮⋮⋱", "the first 3 of 64 rows and the first 3 of 50 columns"),
    ],
)
def test_that_of_larger_matrices_a_corner_is_printed_with_dots(
    shape: tuple[int, int], count: int, dots: str, words: str
) -> None:
    array = np.arange(shape[0] * shape[1], dtype=float).reshape(shape)
    piece = boxes(*shape, ROOM)
    assert sum(isinstance(mark, Box) for mark in piece.marks) == count
    assert "".join(mark.text for mark in texts(piece)) == dots
    assert part_shown(*shape) == words
    shown = [mark.text for mark in texts(numbers(array, given_style((1.0,)), ROOM)) if mark.text.isdigit()]
    assert [float(text) for text in shown] == corner(array)
    assert len(shown) == count


def test_that_boxes_are_22_mm_wide_where_there_is_room_and_narrower_where_not() -> None:
    def width(room: float) -> float:
        return next(mark.width for mark in boxes(1, 8, room).marks if isinstance(mark, Box))

    assert width(1000.0) == BOX_WIDTH
    assert width(450.0) < BOX_WIDTH
    assert boxes(1, 8, 450.0).width == pytest.approx(450.0)


def sum_of(*terms: tuple[str | Number, ...], opening: str = "", closing: str = "") -> Expansion:
    return Expansion("z", "", (opening,) if opening else (), terms, (closing,) if closing else (), 0.0)


def test_that_a_minus_within_a_sum_stands_in_brackets() -> None:
    expansion = sum_of((Number(-0.5), " · ", Number(-0.2)), (Number(-0.1),))
    assert written_out(expansion, "0", cut=False) == f"= {MINUS}0.5 · ({MINUS}0.2) + ({MINUS}0.1) = 0"


def test_that_a_minus_behind_a_comma_needs_no_brackets() -> None:
    expansion = sum_of(("max(0, ", Number(-0.5), ")"))
    assert written_out(expansion, "0", cut=False) == f"= max(0, {MINUS}0.5) = 0"


def test_that_a_square_of_a_minus_or_of_a_power_of_ten_is_clear() -> None:
    negative, tiny, plain = (
        written_out(sum_of(("0.1 · ", Number(value), "²")), "0", cut=False) for value in (-0.5, 2e-6 / 3, 0.5)
    )
    assert negative == f"= 0.1 · ({MINUS}0.5)² = 0"
    assert tiny == "= 0.1 · (6.667·10⁻⁷)² = 0"
    assert plain == "= 0.1 · 0.5² = 0"


def test_that_a_long_sum_is_written_by_its_ends() -> None:
    terms = tuple((Number(float(value)),) for value in range(1, 8))
    assert (
        written_out(sum_of(*terms, opening="1/7 · (", closing=")"), "4", cut=True)
        == "= 1/7 · (1 + 2 + ⋯ + 7) = 4"
    )
    assert written_out(sum_of(*terms[:3]), "6", cut=True) == "= 1 + 2 + 3 = 6"


def test_that_code_for_tiny_constants_becomes_a_power() -> None:
    assert written_out(sum_of((Number(0.1), " / (√", Number(0.2), " + 1e-8)")), "0", cut=False) == (
        "= 0.1 / (√0.2 + 10⁻⁸) = 0"
    )


def test_that_powers_are_raised_up_to_their_closing_bracket() -> None:
    found = texts(raised("1 / (1 + e^(−(−0.2)) · 0.9^12 + 3", 10.0))
    assert [mark.text for mark in found] == ["1 / (1 + e", "−(−0.2)", " · 0.9", "12", " + 3"]
    assert [mark.size < 10.0 for mark in found] == [False, True, False, True, False]
    assert all(mark.baseline < 0.0 for mark in found if mark.size < 10.0)


@pytest.mark.parametrize("name", ["exercise", "worked", "deep", "softmax", "wide"])
def test_that_of_small_networks_everything_is_asked(name: str) -> None:
    assert is_whole(tape(name))
    assert not any(why_given(tape(name), row) for row in tape(name).rows)


def test_that_whatever_is_asked_can_be_computed_from_the_printed_corner() -> None:
    """Changing numbers that are not printed changes no asked result within the corner."""
    large = tape("large")
    for row in large.rows:
        if why_given(large, row):
            continue
        for equation in row.equations[: row.main + 1]:
            rows, columns = equation.result.array.shape
            for k in range(min(rows, 3)):
                for i in range(min(columns, 3)):
                    assert set(used_cells(equation.expand(k, i))) <= printed_cells(equation), (row.name, k, i)


def used_cells(expansion: Expansion) -> list[tuple[int, int, int]]:
    tokens = [
        *expansion.opening,
        *(token for term in expansion.terms[:] for token in term),
        *expansion.closing,
    ]
    found = [token for token in tokens if isinstance(token, Number) and token.operand is not None]
    return [(token.operand, token.row, token.column) for token in found if token.operand is not None]


def printed_cells(equation) -> set[tuple[int, int, int]]:
    found = set()
    for index, operand in enumerate(equation.operands):
        rows, columns = operand.array.shape
        shown = [range(count if count <= MOST else 3) for count in (rows, columns)]
        found |= {(index, k, i) for k in shown[0] for i in shown[1]}
    return found


def test_that_what_is_given_instead_says_how_many_numbers_it_adds_up() -> None:
    large = tape("large")
    reasons = {row.name: why_given(large, row) for row in large.rows}
    assert reasons["Z[1]"] == "Given, because it adds up all 20 inputs"
    assert reasons["dW[2]"] == "Given, because it adds up all 20 examples"
    assert reasons["dA[1]"] == "Given, because it adds up all 12 units of layer 2"
    assert reasons["A[3]"] == "Given, because it adds up all 9 units of layer 3"
    assert not reasons["dZ[3]"]
    assert re.match("Given", reasons["J"])
