"""The markup of questions and answers."""

from __future__ import annotations

import re

import pytest

from engine.step.whys import WHYS
from gui.fonts import math_italic
from gui.step.why_text import why_html, why_plain

TAGS = re.compile(r"<[^>]*>")


@pytest.mark.parametrize(
    ("markup", "l", "plain"),
    [
        ("Why $A[l-1]$?", 1, "Why X?"),
        ("Why $A[l-1]$?", 3, "Why A[2]?"),
        ("$W[l+1]^T dZ[l+1]$", 1, "W[2]ᵀ\u00a0dZ[2]"),
        ("$b - alpha db$", 2, "b\u00a0−\u00a0α\u00a0db"),
        ("$g'(z)$ and `axis=1`", 2, "g′(z) and axis=1"),
        ("$lambda_1 sum |w|$", 2, "λ_1\u00a0Σ\u00a0|w|"),
        ("$b^(1)$ is b, cross-entropy", 2, "b(1) is b, cross-entropy"),
    ],
)
def test_that_a_reader_hears_the_real_layers_and_true_signs(markup: str, l: int, plain: str) -> None:
    assert why_plain(markup, l) == plain


def test_that_layers_are_raised_indices_lowered_and_letters_slanted() -> None:
    html = why_html("The $dW[l]$ of $w_kj$", 2, 14)
    assert "<sup>[2]</sup>" in html
    assert "<sub><i>kj</i></sub>" in html
    assert math_italic("dW") in html
    assert "The " in html


def test_that_signs_of_html_are_escaped() -> None:
    assert "a &lt; b" in why_html("a < b", 1, 14)


@pytest.mark.parametrize("key", WHYS)
@pytest.mark.parametrize("l", [1, 2])
def test_that_nothing_of_the_markup_is_left(key: str, l: int) -> None:
    for markup in (WHYS[key].question, WHYS[key].answer):
        assert markup.count("$") % 2 == markup.count("`") % 2 == 0
        shown = TAGS.sub("", why_html(markup, l, 14))
        assert not re.search(r"[$`_^{}]|\[l", shown)
        assert not re.search(r"[$`]|\[l", why_plain(markup, l))
