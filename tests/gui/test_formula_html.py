"""The tables' formulas as rich text."""

from __future__ import annotations

import pytest

from engine.activations import ACTIVATIONS
from engine.costs import COSTS
from engine.initializers import INITIALIZERS
from engine.optimizers import OPTIMIZERS
from gui.formula_html import formula_html

FORMULAS = [
    formula
    for table in (ACTIVATIONS, COSTS, INITIALIZERS, OPTIMIZERS)
    for row in table.values()
    for name, formula in vars(row).items()
    if name.endswith("formula")
]


@pytest.mark.parametrize("latex", FORMULAS)
def test_that_every_formula_of_the_tables_is_translated_completely(latex):
    text = formula_html(latex)
    assert text
    assert not set(text) & set("\\{}^_&") - {"&"}
    assert text.count("(") == text.count(")")
    assert text.count("<sup>") == text.count("</sup>")
    assert text.count("<sub>") == text.count("</sub>")


@pytest.mark.parametrize(
    ("latex", "html"),
    [
        (r"W \leftarrow W - \alpha\, dW", "W ← W − α dW"),
        (r"\frac{1}{2m} \sum_i x_i^2", "1/(2m) Σ<sub>i</sub> x<sub>i</sub><sup>2</sup>"),
        (r"\frac{1}{1 + e^{-z}}", "1 / (1 + e<sup>−z</sup>)"),
        (r"\sqrt{s} + \sqrt{2 / n}", "√s + √(2 / n)"),
        (r"a, \quad b", "a<br>b"),
        (r"\begin{cases} 0 & z < 0 \\ 1 & z \ge 0 \end{cases}", "0 for z &lt; 0, 1 for z ≥ 0"),
        (r"\max(0, z)", "max(0, z)"),
    ],
)
def test_that_a_formula_reads_as_on_paper(latex, html):
    assert formula_html(latex) == html


@pytest.mark.parametrize("latex", ["{a", "a}", r"\frac{1}", "a^"])
def test_that_a_broken_formula_is_refused(latex):
    with pytest.raises(ValueError, match=r"brace|missing"):
        formula_html(latex)
