"""A TensorFlow Playground's address as a set-up, and what of it can't be carried over.

Keys, defaults and meanings are those of its state.ts, playground.ts and nn.ts.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from engine.playground_address import said_by
from engine.setup import Setup, from_content
from engine.setup_values import SetupError

WHERE = "the address"
ACTIVATIONS = ("relu", "tanh", "sigmoid", "linear")
CLASSIFICATION = {"circle": "circle", "xor": "xor", "gauss": "gauss", "spiral": "spiral"}
REGRESSION = {"reg-plane": "plane", "reg-gauss": "multi_gauss"}
REGULARIZATION = {"none": "", "L1": "l1", "L2": "l2"}
# In the order in which we list inputs; x and y are on where nothing is said of them.
INPUTS = {
    "x": "x1",
    "y": "x2",
    "xSquared": "x1_squared",
    "ySquared": "x2_squared",
    "xTimesY": "x1_x2",
    "sinX": "sin_x1",
    "sinY": "sin_x2",
}
ON_AT_FIRST = ("x", "y")
MISSING_INPUTS = {"cosX": "cos x1", "cosY": "cos x2"}
LARGEST_SEED = 2**31


class LinkedSetup(NamedTuple):
    """differences: words for what is not the same here. shows_test, is_discretised: what its output shows."""

    setup: Setup
    differences: tuple[str, ...]
    shows_test: bool = False
    is_discretised: bool = False

    @property
    def note(self) -> str:
        """The differences in one line."""
        return f"Opened; not as there: {', '.join(self.differences)}"


def from_address(text: str) -> LinkedSetup:
    """Read an address (see `playground_address.is_address`). What it does not say has the playground's default.

    Raises SetupError with one sentence that names the key at fault.
    """
    said = said_by(text)
    is_regression = _one_of(said, "problem", ("classification", "regression")) == "regression"
    zeros = _is_on(said, "initZero")
    inputs = [ours for key, ours in INPUTS.items() if _is_on(said, key, key in ON_AT_FIRST)]
    if not inputs:
        raise SetupError(
            f"{WHERE}: no input is switched on that there is here: expected one of {', '.join(INPUTS)}"
        )
    content = {
        "data": {**_data(said, is_regression=is_regression), "inputs": inputs},
        "network": {
            "inputs": len(inputs),
            "layers": [
                *_hidden_layers(said),
                {"units": 1, "activation": "linear" if is_regression else "sigmoid"},
            ],
            "cost": "mean_squared_error" if is_regression else "binary_cross_entropy",
            "initialization": "zeros" if zeros else "uniform",
            **_penalty(said),
        },
        "training": {
            "alpha": _number(said, "learningRate", 0.03),
            "batch_size": _whole(said, "batchSize", 10),
        },
        "weights_seed": _seed(said),
    }
    return LinkedSetup(
        from_content(content, WHERE),
        _differences(said, is_regression=is_regression, zeros=zeros),
        _is_on(said, "showTestData"),
        _is_on(said, "discretize"),
    )


def _data(said: Mapping[str, str], *, is_regression: bool) -> dict[str, Any]:
    key, table = ("regDataset", REGRESSION) if is_regression else ("dataset", CLASSIFICATION)
    return {
        "source": table[_one_of(said, key, tuple(table))],
        "noise": _number(said, "noise", 0.0),
        "train_share": _number(said, "percTrainData", 50.0),
        "seed": _seed(said),
    }


def _hidden_layers(said: Mapping[str, str]) -> list[dict[str, Any]]:
    activation = _one_of(said, "activation", ("tanh", *ACTIVATIONS))
    shape = said.get("networkShape", "4,2")
    sizes = [part for part in shape.split(",") if part.strip()]
    if not all(part.strip().isdecimal() and int(part) > 0 for part in sizes):
        raise SetupError(f"{WHERE}: networkShape must be numbers of units, such as 4,2, not {shape[:40]!r}")
    return [{"units": int(part), "activation": activation} for part in sizes]


def _penalty(said: Mapping[str, str]) -> dict[str, float]:
    kind = REGULARIZATION[_one_of(said, "regularization", tuple(REGULARIZATION))]
    return {kind: _number(said, "regularizationRate", 0.0)} if kind else {}


def _differences(said: Mapping[str, str], *, is_regression: bool, zeros: bool) -> tuple[str, ...]:
    found = ["points"]  # of the same kind, drawn by another generator
    if not zeros:
        found.append("start weights")  # other numbers, and biases from 0.1
    if not is_regression:
        found.append("sigmoid with cross-entropy")  # there tanh and squared error
    found += [f"no {name}" for key, name in MISSING_INPUTS.items() if _is_on(said, key)]
    return tuple(found)


def _seed(said: Mapping[str, str]) -> int:
    """A seed is a text there, such as 0.45232."""
    text = said.get("seed", "0").removeprefix("0.")
    return int(text) if text.isdecimal() and len(text) < 7 else zlib.crc32(text.encode()) % 10**5


def _is_on(said: Mapping[str, str], key: str, default: bool = False) -> bool:
    return said[key] != "false" if key in said else default


def _one_of(said: Mapping[str, str], key: str, known: tuple[str, ...]) -> str:
    """What is said, or the first of those that are known."""
    value = said.get(key) or known[0]
    if value not in known:
        names = ", ".join(dict.fromkeys(known))
        raise SetupError(f"{WHERE}: {key} must be one of {names}, not {value[:40]!r}")
    return value


def _number(said: Mapping[str, str], key: str, default: float) -> float:
    text = said.get(key, "")
    try:
        return float(text) if text else default
    except ValueError as error:
        raise SetupError(f"{WHERE}: {key} must be a number, not {text[:40]!r}") from error


def _whole(said: Mapping[str, str], key: str, default: int) -> int:
    value = _number(said, key, default)
    if value != int(value) if abs(value) < LARGEST_SEED else True:
        raise SetupError(f"{WHERE}: {key} must be a whole number, not {said[key][:40]!r}")
    return int(value)
