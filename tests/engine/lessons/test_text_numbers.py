"""Which numbers a text states, and how exactly a figure wants its value."""

from __future__ import annotations

import pytest

from engine.lessons.text_numbers import formula_faults, stated_numbers
from engine.lessons.typed_figure import Figure, read_figure


def values(text: str) -> list[float]:
    return [stated.figure.value for stated in stated_numbers(text)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("0.0177", Figure(0.0177, 4)),
        ("33", Figure(33.0, 0)),
        ("1.7e-9", Figure(1.7e-9, 10)),
        ("1.7 · 10⁻⁹", Figure(1.7e-9, 10)),
        ("1.7 × 10^-9", Figure(1.7e-9, 10)),
        (r"1.7 \cdot 10^{-9}", Figure(1.7e-9, 10)),
        ("10⁻³", Figure(0.001, 3)),
        ("2.5 · 10⁶", Figure(2.5e6, -5)),
        ("−0.476", Figure(-0.476, 3)),
        ("-0.476", Figure(-0.476, 3)),
        ("+4", Figure(4.0, 0)),
        ("3 469", Figure(3469.0, 0)),
        ("3\u202f469", Figure(3469.0, 0)),
        ("1 234 567.8", Figure(1234567.8, 1)),
        ("94.9 %", Figure(94.9, 1)),
        ("94.9%", Figure(94.9, 1)),
    ],
)
def test_a_figure_is_read_with_the_place_of_its_last_digit(text: str, figure: Figure) -> None:
    assert read_figure(text) == figure


@pytest.mark.parametrize(
    "text", ["", "ten", "1, 2", "0,5", "1 2", "x = 3", "3 m", "1e999", "9" * 100, "--3", "1.2.3"]
)
def test_what_is_not_one_number_is_no_figure(text: str) -> None:
    assert read_figure(text) is None


@pytest.mark.parametrize(
    ("text", "value", "agrees"),
    [
        ("0.0177", 0.01766270621, True),
        ("0.0177", 0.01764, False),
        ("33", 33.0, True),
        ("33", 33.49, True),
        ("33", 33.51, False),
        ("1.7e-9", 1.7189e-9, True),
        ("1.7 · 10⁻⁹", 1.76e-9, False),
        ("−0.476", -0.47609748, True),
        ("−0.476", 0.47609748, False),
        ("3 469", 3469.2, True),
        ("2.5 · 10⁶", 2_540_000.0, True),
        ("94.9 %", 94.92, True),
        ("0.25", 0.245, True),
        ("0.3", float("nan"), False),
        ("0.3", float("inf"), False),
    ],
)
def test_a_figure_agrees_with_what_rounds_to_it(text: str, value: float, agrees: bool) -> None:
    figure = read_figure(text)
    assert figure is not None
    assert figure.agrees(value) is agrees


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From 0.5 to 3 469 times, 1.7 · 10⁻⁹ or 94.9 %.", [0.5, 3469, 1.7e-9, 94.9]),
        ("It is −0.476, not 0.476; 5 - 3 and 2-4-1.", [-0.476, 0.476, 5, 3, 2, 4, 1]),
        ("At 0.5. Then 1.7e-9.", [0.5, 1.7e-9]),
        ("W1, x1, C6, W[1], a[1](2), z[1]_2(1), n[0] and x₁ are names", []),
        ("Layer 2, units 1 to 3, layers 1, 2 and 5, example 4, page 3", []),
        ("layer 2 learns 300 times", [300]),
        ("The 2nd of 3, in 2-D", [3]),
        ("64x64 pictures, 64 × 64 x 3", [64, 64, 64, 64, 3]),
        ("1. first\n2. second 7", [7]),
        ("- 5 in a list", [5]),
        ("divide by 1/m and 0.25^5", [0.25]),
        ("(4,3)(3,10)", [4, 3, 3, 10]),
        (r"$W^{[1]} x^{(2)} + b_{3}^2$ and $a^{3}$", []),
        (r"$J = 33$, $1 - a$, $\frac{1}{2} x$, $y = 1$", [33, 1]),
        (r"$3(a + bc)$", [3]),
        (r"$0.25^5 \approx 0.00098$", [0.25, 0.00098]),
        (r"$1.7 \cdot 10^{-9}$, $10^{-4}$", [1.7e-9, 1e-4]),
        (r"$dz = -0.476$, $x-1$", [-0.476]),
        (r"$3\,469$", [3469]),
        (r"$\log_{10} 7$", [7]),
        ("$$J =\n12.5$$", [12.5]),
        ("`W1 @ X`, `np.zeros((4, 3))`, `A.sum(axis=0)`, `x[3]`", [4, 3]),
        ("`alpha = 0.1`", [0.1]),
        ("```python\nfor i in range(1, m):\n    x = 17 / 2\n```", [17]),
        ("It costs \\$5", [5]),
    ],
)
def test_the_numbers_of_a_text(text: str, expected: list[float]) -> None:
    assert values(text) == expected


def test_a_number_knows_where_it_stands() -> None:
    text = "First.\nThen $x = 12$ and 7."
    assert [text[stated.place :][:2].strip(".") for stated in stated_numbers(text)] == ["12", "7"]


@pytest.mark.parametrize(
    ("text", "count"), [("$a$ and $$b$$", 0), (r"\$5 and `$x`", 0), ("$a and b", 1), ("a$", 1)]
)
def test_a_formula_that_does_not_end_is_noticed(text: str, count: int) -> None:
    assert len(formula_faults(text)) == count
