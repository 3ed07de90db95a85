"""Exercises for pencil and paper: the set-ups that come along, and new ones with friendly numbers by seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.activations import ACTIVATIONS
from engine.data import DataSpec, GivenExamples, exercise_folder
from engine.given import GivenWeights
from engine.propagation import Array, forward, layer_forward
from engine.run import build
from engine.setup import Setup, read_setup
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec

FIRST = "worked-example"
MAX_UNITS = 32
MAX_LAYERS = 9
MAX_EXAMPLES = 20

ATTEMPTS = 60
TRIES = 20
LEAST_SLOPE = 5e-4
# Not a round number: sums of friendly numbers would lie on it, and rounding would decide.
LEAST_Z = 0.00537
KINKED = ("relu", "leaky_relu")
ALPHAS = (0.1, 0.2, 0.5)


@dataclass(frozen=True)
class Preset:
    """An exercise that comes along: a set-up in a file, and its title."""

    path: Path
    title: str


def _presets() -> dict[str, Preset]:
    found = {path.stem: read_setup(path) for path in exercise_folder().glob("*.json")}
    order = sorted(found, key=lambda key: (key != FIRST, found[key].network.parameter_count, key))
    return {key: Preset(exercise_folder() / f"{key}.json", found[key].title) for key in order}


# The worked example of the course first, then by size. A new one is one more file in the folder.
PRESETS: dict[str, Preset] = _presets()


def load_preset(key: str) -> Setup:
    """The set-up of a preset. Raises KeyError for an unknown key."""
    return read_setup(PRESETS[key].path)


def new_exercise(
    seed: int, sizes: Sequence[int] = (2, 2, 1), activation: str = "sigmoid", examples: int = 1
) -> Setup:
    """An exercise with one-decimal numbers; equal arguments give equal exercises, on every machine and for ever.

    sizes: n[0], ..., n[L]; activation: of the hidden layers. One output unit is a sigmoid with binary cross-entropy,
    several are softmax with its own. Of some attempts the first is taken in which every unit works: none is dead, and
    every unit's weights have a derivative that is not 0 (else the one with the fewest that don't). Raises ValueError.
    """
    _require(seed, sizes, activation, examples)
    best = _attempt(seed, 0, tuple(sizes), activation, examples)
    fewest = _faults(best)
    for number in range(1, ATTEMPTS):
        if not fewest:
            break
        setup = _attempt(seed, number, tuple(sizes), activation, examples)
        faults = _faults(setup)
        if faults < fewest:
            best, fewest = setup, faults
    return best


class _Draw:
    """Whole numbers from a bit stream that NumPy promises never to change, unlike that of `Generator.integers`."""

    def __init__(self, *seed: int) -> None:
        self._bits = np.random.PCG64(seed)

    def below(self, count: int) -> int:
        """0 ... count - 1, all as likely."""
        return int(self._bits.random_raw()) % count

    def tenths(self, least: int, most: int) -> float:
        """A number with one decimal and either sign, least / 10 to most / 10 in size."""
        size = least + self.below(most - least + 1)
        return (size if self.below(2) else -size) / 10


def _attempt(seed: int, number: int, sizes: tuple[int, ...], activation: str, examples: int) -> Setup:
    draw = _Draw(seed, number)
    X = tuple(tuple(draw.tenths(1, 10) for _ in range(examples)) for _ in range(sizes[0]))
    network = _network(sizes, activation)
    weights = _weights(draw, network, np.array(X))
    return Setup(
        DataSpec("given", given=GivenExamples(X, _labels(draw, sizes[-1], examples))),
        network,
        TrainingSpec(alpha=ALPHAS[draw.below(len(ALPHAS))]),
        weights=weights,
        title=f"Exercise {seed}",
        about=_about(network, examples),
    )


def _weights(draw: _Draw, network: NetworkSpec, A: Array) -> GivenWeights:
    """One-decimal weights for inputs A (n[0], m), unit by unit: a ReLU that is never on is drawn again."""
    W, b = [], []
    for layer in network.layers:
        units = [_unit(draw, layer, A) for _ in range(layer.units)]
        W.append(tuple(row for row, _ in units))
        b.append(tuple(bias for _, bias in units))
        A, _ = layer_forward(
            A, np.array(W[-1]), np.array(b[-1])[:, None], layer.activation, layer.leaky_slope
        )
    return GivenWeights(tuple(W), tuple(b))


def _unit(draw: _Draw, layer: LayerSpec, A: Array) -> tuple[tuple[float, ...], float]:
    row, bias = tuple(draw.tenths(1, 9) for _ in A), draw.tenths(0, 3)
    for _ in range(TRIES if layer.activation in KINKED else 0):
        z = np.array(row) @ A + bias
        if z.max() > LEAST_Z and np.abs(z).min() > LEAST_Z:
            break
        row, bias = tuple(draw.tenths(1, 9) for _ in A), draw.tenths(0, 3)
    return row, bias


def _labels(draw: _Draw, outputs: int, examples: int) -> tuple[tuple[float, ...], ...]:
    """Y, with every class in turn from a drawn one on."""
    classes = max(outputs, 2)
    first = draw.below(classes)
    chosen = [(first + i) % classes for i in range(examples)]
    if outputs == 1:
        return (tuple(float(c) for c in chosen),)
    return tuple(tuple(float(c == k) for c in chosen) for k in range(outputs))


def _network(sizes: tuple[int, ...], activation: str) -> NetworkSpec:
    hidden = tuple(LayerSpec(n, activation) for n in sizes[1:-1])
    if sizes[-1] == 1:
        return NetworkSpec(sizes[0], (*hidden, LayerSpec(1, "sigmoid")))
    return NetworkSpec(sizes[0], (*hidden, LayerSpec(sizes[-1], "softmax")), "categorical_cross_entropy")


def _about(network: NetworkSpec, examples: int) -> str:
    sizes = "-".join(str(n) for n in network.sizes)
    hidden = network.layers[0].activation if network.L > 1 else ""
    output = network.layers[-1].activation
    units = f"{ACTIVATIONS[hidden].label} then {output}" if hidden and hidden != output else output
    return (
        f"{sizes}, {units}, {examples} example{'' if examples == 1 else 's'}: one update by gradient descent."
    )


def _faults(setup: Setup) -> int:
    """How many units learn nothing (or so little that it does not show in three decimals) or stand on a kink."""
    _, dataset, trainer = build(setup)
    network, X, Y = trainer.network, dataset.X_train, dataset.Y_train
    idle = [np.abs(dW).max(axis=1) < LEAST_SLOPE for dW in network.gradients(X, Y).dW[1:]]
    _, caches = forward(X, network.W[1:], network.b[1:], network.spec.layers)
    kinks = [(np.abs(c.Z) < LEAST_Z).any(axis=1) for c in caches if c.activation.key in KINKED]
    return sum(int(units.sum()) for units in (*idle, *kinks))


def _require(seed: int, sizes: Sequence[int], activation: str, examples: int) -> None:
    if seed < 0:
        raise ValueError(f"the seed must be a whole number from 0, not {seed}")
    if not 2 <= len(sizes) <= MAX_LAYERS + 1 or not all(1 <= n <= MAX_UNITS for n in sizes):
        raise ValueError(f"sizes must be 2 to {MAX_LAYERS + 1} numbers from 1 to {MAX_UNITS}, not {sizes}")
    if activation not in ACTIVATIONS or not ACTIVATIONS[activation].hidden:
        raise ValueError(f"the activation {activation!r} does not fit hidden layers")
    if not 1 <= examples <= MAX_EXAMPLES:
        raise ValueError(f"there must be 1 to {MAX_EXAMPLES} examples, not {examples}")
