"""Formulas as they are seen: brackets where they are needed and nowhere else, names with indices, numbers."""

from __future__ import annotations

import math

import pytest

from engine.graph import FUNCTIONS, build_graph
from engine.graph.looks import look, name_piece
from engine.graph.names import name_latex
from engine.graph.number_text import number_latex, number_words


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("J = 3*(a + b*c)", r"J = 3(a + b\,c)"),
        ("f = (a + b)*c + (a + b)*d", "f = (a + b)c + (a + b)d"),
        ("f = a**2", "f = a^{2}"),
        ("f = (-a)**2 - -b", "f = (-a)^{2} - (-b)"),
        ("f = -a**2", "f = -a^{2}"),
        ("f = -(a + b)", "f = -(a + b)"),
        ("f = -(a*b)", r"f = -a\,b"),
        ("f = a - (b - c)", "f = a - (b - c)"),
        ("f = a - b - c", "f = a - b - c"),
        ("f = a*(b*c)", r"f = a(b\,c)"),
        ("f = 2*3", r"f = 2 \cdot 3"),
        ("f = a*-3", r"f = a \cdot (-3)"),
        ("f = a/(b + c)", r"f = \frac{a}{b + c}"),
        ("f = (a/b)**2", r"f = (\frac{a}{b})^{2}"),
        ("f = a**(b + 1)", "f = a^{b + 1}"),
        ("f = (a**b)**c", "f = (a^{b})^{c}"),
        ("f = log(a)*b", r"f = (\log a)b"),
        ("f = b*log(a)", r"f = b\,\log a"),
        ("f = b*log(a)*c", r"f = (b\,\log a)c"),
        ("f = log(a)**2", r"f = (\log a)^{2}"),
        ("f = log(a + b)", r"f = \log(a + b)"),
        ("f = log(log(a))", r"f = \log(\log a)"),
        ("f = exp(-a)", "f = e^{-a}"),
        ("f = exp(a)**2", "f = (e^{a})^{2}"),
        ("f = sqrt(a + b)", r"f = \sqrt{a + b}"),
        ("f = abs(a - b)", "f = |a - b|"),
        ("f = max(a, b + 1)", r"f = \max(a, b + 1)"),
        ("s = sigmoid(w1*x1 + b)", r"s = \sigma(w_{1}\,x_{1} + b)"),
        ("f = relu(a) + leaky_relu(a)", r"f = \mathrm{relu}(a) + \mathrm{leaky\ relu}(a)"),
        ("f = z[1]_2**2", "f = (z^{[1]}_{2})^{2}"),
        ("f = u*2; u = a + 1", r"f = u \cdot 2,\quad u = a + 1"),
    ],
)
def test_that_definitions_have_the_brackets_that_they_need(text: str, latex: str) -> None:
    assert build_graph(text).latex == latex


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("b*c", r"b \cdot c"),
        ("3*v", r"3 \cdot v"),
        ("a/b", "a / b"),
        ("a**2", "a^{2}"),
        ("log(a)", r"\log a"),
        ("-2*a", r"-2 \cdot a"),
        ("a - (-2)", "a - (-2)"),
        ("a**(-2)", "a^{-2}"),
        ("1e-9*a", r"10^{-9} \cdot a"),
        ("a/2e-9", r"a / (2 \cdot 10^{-9})"),
    ],
)
def test_that_labels_are_short(text: str, label: str) -> None:
    graph = build_graph(text)
    assert graph.nodes[graph.output].label == label


@pytest.mark.parametrize(
    ("name", "latex"),
    [
        ("a", "a"),
        ("x1", "x_{1}"),
        ("w_1", "w_{1}"),
        ("z_2_1", "z_{2,1}"),
        ("w12", "w_{12}"),
        ("z[1]_2", "z^{[1]}_{2}"),
        ("a[2]", "a^{[2]}"),
        ("w[1]_2_3", "w^{[1]}_{2,3}"),
        ("alpha", r"\alpha"),
        ("theta_1", r"\theta_{1}"),
        ("yhat", r"\hat{y}"),
        ("loss", r"\mathrm{loss}"),
        ("x_train", r"x_{\mathrm{train}}"),
        ("w_k", "w_{k}"),
        ("a1b", r"\mathrm{a1b}"),
    ],
)
def test_that_names_show_their_indices(name: str, latex: str) -> None:
    assert name_latex(name) == latex


@pytest.mark.parametrize(
    ("value", "latex", "words"),
    [
        (33.0, "33", "33"),
        (-0.0, "0", "0"),
        (-2.5, "-2.5", "−2.5"),
        (1 / 3, "0.3333", "0.3333"),
        (0.0012345, "0.001234", "0.001234"),
        (33.00649, "33.0065", "33.0065"),
        (12288.0, "12288", "12288"),
        (0.99999, "1", "1"),
        (1.2e-5, r"1.2 \cdot 10^{-5}", "1.2·10⁻⁵"),
        (-1e-5, "-10^{-5}", "−10⁻⁵"),
        (1e10, "10^{10}", "10¹⁰"),
        (math.nan, "?", "no number"),
        (-math.inf, r"-\infty", "−∞"),
    ],
)
def test_that_numbers_keep_four_decimals_that_count(value: float, latex: str, words: str) -> None:
    assert number_latex(value) == latex
    assert number_words(value) == words


def test_that_every_function_has_a_look() -> None:
    for function in FUNCTIONS.values():
        operands = tuple(name_piece(name) for name in "ab"[: function.least])
        assert "a" in look(function.key, operands).latex
