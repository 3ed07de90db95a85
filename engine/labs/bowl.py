"""The bowl (C2): J(w, b) of logistic regression on one feature, its slopes, and descents from several starts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.activations import ACTIVATIONS
from engine.costs import COSTS
from engine.labs.cost_plane import CostPlane, Parameter, Path
from engine.labs.row import LabRow, Setting, Settings
from engine.network import Network
from engine.spec import LayerSpec, NetworkSpec

Floats = NDArray[np.float64]

W_RANGE, B_RANGE = (-4.0, 8.0), (-5.0, 5.0)
COST_KEYS = {"cross_entropy": "binary_cross_entropy", "squared_error": "mean_squared_error"}
# Made up for this lab: x of the examples with y = 0 and with y = 1.
DATA = {
    "overlap": (
        (-2.6, -2.0, -1.7, -1.2, -0.8, -0.4, 0.1, 0.7),
        (-0.9, -0.2, 0.3, 0.6, 1.1, 1.5, 2.0, 2.7),
    ),
    "separable": (
        (-2.6, -2.0, -1.7, -1.2, -0.9, -0.7, -0.5, -0.3),
        (0.2, 0.5, 0.8, 1.1, 1.4, 1.7, 2.0, 2.7),
    ),
}
MOST_STARTS = 8
W, B = Parameter(1, 0, 0), Parameter(1, 0)


def examples(data: str) -> tuple[Floats, Floats]:
    """X (1, m) and Y (1, m)."""
    zeros, ones = DATA[data]
    return np.array([[*zeros, *ones]]), np.array([[0.0] * len(zeros) + [1.0] * len(ones)])


def losses_of(loss: str) -> tuple[str, ...]:
    """Which surfaces the setting `loss` shows."""
    return tuple(COST_KEYS) if loss == "both" else (loss,)


def plane_of(loss: str, data: str) -> CostPlane:
    """The cost of logistic regression by w and b."""
    spec = NetworkSpec(1, (LayerSpec(1, "sigmoid"),), cost=COST_KEYS[loss], initialization="zeros")
    return CostPlane(Network(spec), *examples(data), W, B)


def surface(loss: str, data: str, ws: Floats, bs: Floats) -> Floats:
    """J[i, j] at bs[i], ws[j], all at once."""
    X, Y = examples(data)
    Z = ws[None, :, None] * X[0] + bs[:, None, None]
    A = ACTIVATIONS["sigmoid"].g(Z, 0.0)
    row = COSTS[COST_KEYS[loss]]
    flat_Y = np.broadcast_to(Y[0], Z.shape).reshape(1, -1)
    losses = row.losses(Z.reshape(1, -1), A.reshape(1, -1), flat_Y)
    return np.asarray(losses.reshape(Z.shape).mean(axis=-1))


def starts_of(text: str) -> tuple[tuple[float, float], ...]:
    """Further starts "w b; w b". Raises ValueError with one sentence."""
    parts = [part for part in text.replace("\n", ";").split(";") if part.strip()]
    if len(parts) > MOST_STARTS:
        raise ValueError(f"at most {MOST_STARTS} further starts, not {len(parts)}")
    starts = []
    for part in parts:
        numbers = part.replace(",", " ").split()
        try:
            w, b = (float(number) for number in numbers)
        except ValueError:
            raise ValueError(f"a start is two numbers w and b, not {part.strip()!r}") from None
        if not np.isfinite([w, b]).all():
            raise ValueError(f"a start is two finite numbers, not {part.strip()!r}")
        starts.append((w, b))
    return tuple(starts)


def starts_text(starts: tuple[tuple[float, float], ...]) -> str:
    """The text that `starts_of` reads."""
    return "; ".join(f"{w:g} {b:g}" for w, b in starts)


def path_of(loss: str, data: str, start: tuple[float, float], alpha: float, updates: int) -> Path:
    """One descent."""
    return plane_of(loss, data).descend(*start, alpha, updates)


def facts(settings: Settings) -> dict[str, float]:
    """J_start, dw, db there; J, w, b after `updates`; jumps and settled are 1 or 0. For "both": of cross-entropy,
    and J_squared_error, w_squared_error, b_squared_error of the other.
    """
    start = float(settings["start_w"]), float(settings["start_b"])
    alpha, updates = float(settings["alpha"]), int(settings["updates"])
    data, losses = str(settings["data"]), losses_of(str(settings["loss"]))
    plane = plane_of(losses[0], data)
    dw, db, J = plane.slopes(*start)
    path = plane.descend(*start, alpha, updates)
    found = {
        "J_start": J,
        "dw": dw,
        "db": db,
        "J": float(path.J[-1]),
        "w": float(path.u[-1]),
        "b": float(path.v[-1]),
    }
    verdict = path.verdict()
    found |= {"jumps": float(verdict == "jumps"), "settled": float(verdict == "settled")}
    for other in losses[1:]:
        path = path_of(other, data, start, alpha, updates)
        found |= {
            f"J_{other}": float(path.J[-1]),
            f"w_{other}": float(path.u[-1]),
            f"b_{other}": float(path.v[-1]),
        }
    return found


ROW = LabRow(
    key="bowl",
    title="The bowl",
    chapter="C2",
    about="The cost over two parameters, and the ways that gradient descent takes down it",
    settings={
        "mode": Setting(
            "logistic", choices=("logistic", "network"), about="w and b, or two weights of a network"
        ),
        "loss": Setting("cross_entropy", choices=(*COST_KEYS, "both"), about="which loss makes the surface"),
        "data": Setting("overlap", choices=tuple(DATA), about="whether the classes overlap"),
        "alpha": Setting(0.5, 0.001, 100.0, about="learning rate"),
        "start_w": Setting(-3.0, -20.0, 20.0, about="where descent begins"),
        "start_b": Setting(3.5, -20.0, 20.0, about="where descent begins"),
        "starts": Setting("", about='further starts, "w b; w b"'),
        "updates": Setting(100, 1, 2000, about="how many updates a path has"),
        "view": Setting("contours", choices=("contours", "surface"), about="from above or as a landscape"),
        "first": Setting("", about="network: the first weight, such as W1_2_1"),
        "second": Setting("", about="network: the second weight, such as b2_1"),
    },
    facts=facts,
)
