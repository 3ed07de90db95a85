"""The numbers of the nudge, with as many decimals as it needs."""

from __future__ import annotations

import pytest

from engine.graph import build_graph, nudge
from gui.graph.panels.nudge_table import size_of
from gui.graph.panels.nudge_words import SIZES, nudge_words, trimmed


def words(text, step=0.001, name="a", **at):
    return nudge_words(nudge(build_graph(text), at, name, step))


def test_the_table_of_the_chain_rule():
    found = words("J = 3*(a + b*c)", name="b", a=5.0, b=3.0, c=2.0)
    assert (found.x, found.J) == ("3", "33")
    assert (found.x_nudged, found.J_nudged) == ("3.001", "33.006")
    assert (found.dx, found.dJ) == ("0.001", "0.006")
    assert (found.ratio, found.derivative) == ("6.000", "6")


@pytest.mark.parametrize(
    ("text", "step", "J", "dJ", "ratio"),
    [
        ("f = a**2", 0.001, "4.004001", "0.004001", "4.001"),
        ("f = a**2", 0.0001, "4.00040001", "0.00040001", "4.0001"),
        ("f = a**3", 0.001, "8.012006001", "0.012006001", "12.006"),
        ("f = 3*a", 0.001, "6.003", "0.003", "3.000"),
        ("f = log(a)", 0.001, "0.69364706", "0.00049988", "0.4999"),
    ],
)
def test_that_the_numbers_of_the_course_can_be_read(text, step, J, dJ, ratio):
    found = words(text, step, a=2.0)
    assert (found.J_nudged, found.dJ, found.ratio) == (J, dJ, ratio)


@pytest.mark.parametrize("step", SIZES)
def test_that_every_nudge_is_seen_in_the_table(step):
    found = words("f = a**2", step, a=2.0)
    assert found.x_nudged not in ("2", found.x)
    assert found.dJ not in ("0", "")


def test_that_a_missing_value_is_a_dash_with_its_reason():
    found = words("f = log(a)", a=-1.0)
    assert (found.J, found.J_nudged, found.dJ) == ("–", "–", "–")
    assert "log" in found.fault


def test_that_a_constant_does_not_move():
    found = words("f = 0*a + 2", a=2.0)
    assert (found.dJ, found.ratio, found.derivative) == ("0", "0.000", "0")


def test_that_huge_numbers_stay_short():
    found = words("f = exp(a)*10**20", a=10.0)
    assert len(found.J) <= 14
    assert "·10" in found.J


def test_that_zeros_at_the_end_go():
    assert [trimmed(3.5, 6), trimmed(3.0, 6), trimmed(100.0, 0)] == ["3.5", "3", "100"]


@pytest.mark.parametrize(
    ("text", "size"), [("0.01", 0.01), ("1e-6", 1e-6), ("1", 1.0), ("2", None), ("0", None)]
)
def test_that_sizes_lie_between_one_and_a_millionth(text, size):
    assert size_of(text) == size


SATURATED = "L = -(y*log(s) + (1-y)*log(1-s)); s = sigmoid(w1*x1 + w2*x2 + b)"
STANDING = {"y": 1.0, "w1": 2.0, "x1": 3.0, "w2": 4.0, "x2": 5.0, "b": 3.0}


def test_that_the_rows_of_a_tiny_output_explain_their_quotient():
    found = words(SATURATED, name="w1", **STANDING)
    now, nudged, change, quotient = map(read, (found.J, found.J_nudged, found.dJ, found.ratio))
    assert now == pytest.approx(2.5e-13, rel=0.05)
    assert change != 0.0
    assert nudged - now == pytest.approx(change, rel=0.02)
    assert change / 0.001 == pytest.approx(quotient, rel=0.01)


def test_that_a_tiny_change_of_a_large_output_is_not_rounded_away():
    found = words("f = 1 + a*10**(-10)", a=1.0)
    assert found.J.startswith("1")
    assert read(found.dJ) == pytest.approx(1e-13, rel=0.01)
    assert read(found.ratio) == pytest.approx(1e-10, rel=0.01)


def read(text):
    """The number that a cell says."""
    digits, _, power = text.replace("\u2212", "-").rpartition("·10" if "·" in text else "10")
    plain = power.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))
    return float(digits or "1") * 10.0 ** int(plain) if digits or "⁻" in text else float(text)
