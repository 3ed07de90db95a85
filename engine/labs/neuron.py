"""One neuron (C1): the price of a house from its size, max(0, w x + b), fitted by gradient descent of the engine.

x is the size in 100 m², y the price in 100 000 €, so that w and b are numbers near 1.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.labs.row import LabRow, Setting, Settings
from engine.network import Network
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from engine.trainer import Trainer

Floats = NDArray[np.float64]

SIZE_UNIT, PRICE_UNIT = 100.0, 100_000.0
LARGEST_SIZE = 220.0  # m²
# Made up for this lab: fourteen houses, of which the two smallest are sheds that nobody pays for.
SIZES = (18.0, 28.0, 45.0, 55.0, 64.0, 78.0, 90.0, 104.0, 115.0, 131.0, 142.0, 160.0, 178.0, 198.0)
PRICES = (0.0, 0.0, 62e3, 74e3, 118e3, 143e3, 205e3, 201e3, 268e3, 286e3, 345e3, 372e3, 451e3, 489e3)

FITTED = 1e-10  # of J: a run ends when an update changes less than this share
LONGEST = 3000
FACT_UPDATES = 300


@dataclass(frozen=True)
class State:
    """Where a descent is: updates made, the parameters, the cost."""

    update: int
    w: float
    b: float
    J: float


def examples() -> tuple[Floats, Floats]:
    """X (1, m) and Y (1, m) in the units of the network."""
    return np.array([SIZES]) / SIZE_UNIT, np.array([PRICES]) / PRICE_UNIT


def network_of(w: float, b: float, activation: str) -> Network:
    """The one unit with these parameters; its cost is half the mean squared error."""
    spec = NetworkSpec(1, (LayerSpec(1, activation),), cost="mean_squared_error")
    network = Network(spec)
    network.set_parameters([[[w]]], [[[b]]])
    return network


def cost(w: float, b: float, activation: str) -> float:
    """J of the unit over all houses."""
    return network_of(w, b, activation).cost(*examples())


def price(size: float, w: float, b: float, activation: str) -> float:
    """What the unit says for a size in m²: euros."""
    return float(network_of(w, b, activation).forward([[size / SIZE_UNIT]])[0, 0]) * PRICE_UNIT


def descend(w: float, b: float, activation: str, alpha: float, longest: int = LONGEST) -> Iterator[State]:
    """One state after each update on all houses, until J hardly changes, breaks, or `longest` updates are made."""
    network = network_of(w, b, activation)
    X, Y = examples()
    trainer = Trainer(network, X, Y, TrainingSpec(alpha=alpha))
    trainer.records_epochs = False
    before = network.cost(X, Y)
    for update in range(1, longest + 1):
        trainer.step()
        J = network.cost(X, Y)
        if trainer.divergence is not None or not math.isfinite(J):
            return
        yield State(update, float(network.W[1][0, 0]), float(network.b[1][0, 0]), J)
        if abs(before - J) <= FITTED * J:
            return
        before = J


def facts(settings: Settings) -> dict[str, float]:
    """J, price (euros, at size), dw, db, w_after, b_after, J_after one update, and J_fit, w_fit, b_fit after 300."""
    w, b, alpha = (float(settings[name]) for name in ("w", "b", "alpha"))
    activation = str(settings["activation"])
    gradients = network_of(w, b, activation).gradients(*examples())
    found = {
        "J": gradients.cost,
        "price": price(float(settings["size"]), w, b, activation),
        "dw": float(gradients.dW[1][0, 0]),
        "db": float(gradients.db[1][0, 0]),
    }
    states = list(descend(w, b, activation, alpha, FACT_UPDATES))
    if states:
        first, last = states[0], states[-1]
        found |= {"w_after": first.w, "b_after": first.b, "J_after": first.J}
        found |= {"w_fit": last.w, "b_fit": last.b, "J_fit": last.J}
    return found


ROW = LabRow(
    key="neuron",
    title="One neuron",
    chapter="C1",
    about="House prices from sizes with a single unit; w and b by hand or by gradient descent",
    settings={
        "w": Setting(0.2, -100.0, 100.0, about="weight, 1000 € per m²"),
        "b": Setting(0.0, -100.0, 100.0, about="bias, 100 000 €"),
        "activation": Setting("relu", choices=("relu", "linear"), about="max(0, z) or z"),
        "alpha": Setting(0.3, 1e-4, 3.0, about="learning rate"),
        "size": Setting(120.0, 0.0, LARGEST_SIZE, about="the house whose price is asked, m²"),
    },
    facts=facts,
)
