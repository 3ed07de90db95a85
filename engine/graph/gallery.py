"""Graphs that come along: one row each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engine.graph.network_text import network_text
from engine.spec import LayerSpec, NetworkSpec


@dataclass(frozen=True)
class Example:
    """title: LaTeX; at: values of the variables; about: one sentence on what it shows."""

    key: str
    title: str
    text: str
    at: Mapping[str, float]
    about: str


_TWO_TWO_ONE = NetworkSpec(2, (LayerSpec(2, "tanh"), LayerSpec(1, "sigmoid")))

GALLERY: tuple[Example, ...] = (
    Example("triple", "f = 3a", "f = 3*a", {"a": 2}, "A straight line: the slope is 3 wherever a is."),
    Example("square", "f = a^{2}", "f = a**2", {"a": 2}, "The slope 2a grows with a: 4 at a = 2."),
    Example("cube", "f = a^{3}", "f = a**3", {"a": 2}, "The slope 3a² is 12 at a = 2."),
    Example("logarithm", r"f = \log a", "f = log(a)", {"a": 2}, "The slope 1/a is 0.5 at a = 2."),
    Example(
        "chain-rule",
        "J = 3(a + bc)",
        "J = 3*(a + b*c)",
        {"a": 5, "b": 3, "c": 2},
        "Forward gives J = 33; backward gives every derivative in one pass.",
    ),
    Example(
        "used-twice",
        "f = (a + b)c + (a + b)d",
        "f = (a + b)*c + (a + b)*d",
        {"a": 2, "b": 3, "c": 4, "d": 5},
        "a reaches f on two paths, and what they bring adds up.",
    ),
    Example(
        "logistic-regression",
        r"L = -(y \log a + (1 - y)\log(1 - a))",
        network_text(NetworkSpec(2, (LayerSpec(1, "sigmoid"),))),
        {"x1": 1, "x2": 2, "w1": 0.5, "w2": -0.25, "b": 0.1, "y": 1},
        "Two features, one sigmoid unit, through to the loss: dz comes out as a - y.",
    ),
    Example(
        "relu-unit",
        r"a = \mathrm{relu}(w x + b)",
        "a = relu(z); z = w*x + b",
        {"w": 0.2, "x": 3, "b": -0.1},
        "One ReLU unit: below z = 0 nothing comes through, neither a value nor a slope.",
    ),
    Example(
        "two-two-one",
        r"\text{2-2-1 network}",
        network_text(_TWO_TWO_ONE),
        {
            "x1": 0.5,
            "x2": 0.3,
            "y": 1,
            "w[1]_1_1": 0.2,
            "w[1]_1_2": 0.4,
            "b[1]_1": 0.1,
            "w[1]_2_1": 0.1,
            "w[1]_2_2": 0.3,
            "b[1]_2": -0.1,
            "w[2]_1_1": 0.3,
            "w[2]_1_2": -0.2,
            "b[2]_1": -0.2,
        },
        "A whole network with two hidden units, written out unit by unit.",
    ),
)
