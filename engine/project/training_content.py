"""The run of a project: a `TrainingState` as values of JSON and arrays, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.history import SCALARS, HistoryRows
from engine.optimizers import OPTIMIZERS
from engine.plan import Checkpoint
from engine.project.arrays import narrowed, same_bits
from engine.project.errors import Damage
from engine.project.fields import finite, object_of, taken, truth, whole
from engine.project.limits import MAX_CAPACITY
from engine.project.order_content import order_as_content, order_from
from engine.record_pace import RECORDS_A_STRIDE, RecordPace
from engine.setup import Setup
from engine.snapshot import Divergence
from engine.trainer_state import TrainerState
from engine.training_state import TrainingState

WHERE, ARRAYS = "run", "run.npz"
NOW, GOOD = "", "good_"
NAMES = (
    *(prefix + name for prefix in (NOW, GOOD) for name in ("theta", "memory", "gradient", "order")),
    *(f"history_{name}" for name in ("iteration", "epoch", "low", "high")),
)
SYMBOLS = ("Z", "dW", "W", "J")

Array = NDArray[Any]
Arrays = dict[str, Array]


def training_as_content(state: TrainingState) -> tuple[dict[str, Any], Arrays]:
    """(what stands under "run" of project.json, the arrays of run.npz). Raises Damage for what is not finite."""
    now, good, history = state.now, state.last_good, state.history
    arrays = {
        "history_iteration": history.iteration,
        "history_epoch": history.epoch,
        "history_low": history.low,
        "history_high": history.high,
    }
    content = {
        "optimizer": now.optimizer,
        "now": _moment_as_content(now, arrays, NOW),
        "last_good": None,
        "pace": {"stride": state.pace.stride, "left": state.pace.left, "next_epoch": state.pace.next_epoch},
        "history": {
            "capacity": history.capacity,
            "rows_a_bucket": history.rows_a_bucket,
            "rows_in_last": history.rows_in_last,
        },
        "divergence": None,
    }
    if good is not None:
        content["last_good"] = "now" if _are_same(now, good) else _moment_as_content(good, arrays, GOOD, now)
    if state.divergence is not None:
        broken = state.divergence
        content["divergence"] = {
            "iteration": broken.iteration,
            "layer": broken.layer,
            "symbol": broken.symbol,
        }
    return content, arrays


def training_from(content: Any, arrays: Mapping[str, Array], setup: Setup) -> TrainingState:
    """What `training_as_content` was given, for this set-up. Raises Damage."""
    keys = ("optimizer", "now", "last_good", "pace", "history", "divergence")
    run = object_of(content, WHERE, keys)
    if run["optimizer"] != setup.training.optimizer:
        raise Damage(WHERE, f"its optimizer must be that of the set-up, {setup.training.optimizer}")
    now = _moment_from(run["now"], arrays, setup, NOW)
    good: TrainerState | None = None
    if run["last_good"] is not None:
        good = now if run["last_good"] == "now" else _moment_from(run["last_good"], arrays, setup, GOOD, now)
    return TrainingState(
        now,
        good,
        _pace_from(run["pace"]),
        _history_from(run["history"], arrays, setup.network.L),
        _divergence_from(run["divergence"], setup.network.L),
    )


def _are_same(one: TrainerState, other: TrainerState) -> bool:
    places = [(s.iteration, s.order.position, s.order.epoch, s.order.is_shuffled) for s in (one, other)]
    generators = [s.order.generator for s in (one, other)]
    a, b = one.checkpoint, other.checkpoint
    pairs = ((a.theta, b.theta), (a.memory, b.memory), (a.gradient, b.gradient))
    return (
        places[0] == places[1]
        and generators[0] == generators[1]
        and (a.t, one.has_gradient) == (b.t, other.has_gradient)
        and bool(np.array_equal(one.order.examples, other.order.examples))
        and all(same_bits(x, y) for x, y in pairs)
    )


def _moment_as_content(
    state: TrainerState, arrays: Arrays, prefix: str, beside: TrainerState | None = None
) -> dict[str, Any]:
    """Its arrays are put among `arrays`; an order that is also that of `beside` is not written twice."""
    held = state.checkpoint
    for name, array in (("theta", held.theta), ("memory", held.memory), ("gradient", held.gradient)):
        if array.dtype != np.float64:
            raise Damage(WHERE, f"only numbers of the kind float64 can be saved, not {array.dtype}")
        arrays[prefix + name] = finite(array, WHERE, name)
    order = state.order.examples
    if beside is None or not np.array_equal(order, beside.order.examples):
        arrays[f"{prefix}order"] = narrowed(order)
    return {
        "iteration": state.iteration,
        "t": held.t,
        "has_gradient": state.has_gradient,
        "order": order_as_content(state.order),
    }


def _moment_from(
    content: Any, arrays: Mapping[str, Array], setup: Setup, prefix: str, beside: TrainerState | None = None
) -> TrainerState:
    where = f"{WHERE}, {'now' if prefix == NOW else 'last_good'}"
    moment = object_of(content, where, ("iteration", "t", "has_gradient", "order"))
    n = setup.network.parameter_count
    optimizer = setup.training.optimizer
    shapes = {"theta": (n,), "memory": (len(OPTIMIZERS[optimizer].memory), n), "gradient": (n,)}
    theta, memory, gradient = (
        finite(taken(arrays, prefix + name, ARRAYS, "f", shape), ARRAYS, prefix + name)
        for name, shape in shapes.items()
    )
    checkpoint = Checkpoint(theta, memory, whole(moment["t"], f"{where}, t"), gradient)
    examples = None if beside is None or f"{prefix}order" in arrays else beside.order.examples
    if examples is None:
        examples = taken(arrays, f"{prefix}order", ARRAYS, "iu", (-1,))
    return TrainerState(
        checkpoint,
        truth(moment["has_gradient"], f"{where}, has_gradient"),
        optimizer,
        order_from(moment["order"], examples, setup.training.batch_size, f"{where}, order"),
        whole(moment["iteration"], f"{where}, iteration"),
    )


def _pace_from(content: Any) -> RecordPace:
    where = f"{WHERE}, pace"
    pace = object_of(content, where, ("stride", "left", "next_epoch"))
    return RecordPace(
        stride=whole(pace["stride"], f"{where}, stride", 1),
        left=whole(pace["left"], f"{where}, left", 1, RECORDS_A_STRIDE),
        next_epoch=whole(pace["next_epoch"], f"{where}, next_epoch", 1, 2**54),
    )


def _history_from(content: Any, arrays: Mapping[str, Array], L: int) -> HistoryRows:
    where = f"{WHERE}, history"
    history = object_of(content, where, ("capacity", "rows_a_bucket", "rows_in_last"))
    iteration = taken(arrays, "history_iteration", ARRAYS, "i", (-1,)).astype(np.int64)
    used, series = len(iteration), len(SCALARS) + 2 * L
    capacity = whole(history["capacity"], f"{where}, capacity", 4, MAX_CAPACITY)
    rows_a_bucket = whole(history["rows_a_bucket"], f"{where}, rows_a_bucket", 1)
    if capacity % 2 or used > capacity:
        raise Damage(where, f"capacity must be even and at least {used}, not {capacity}")
    if used and (iteration[0] < 0 or (np.diff(iteration) <= 0).any()):
        raise Damage(ARRAYS, "history_iteration does not grow")
    epoch = finite(taken(arrays, "history_epoch", ARRAYS, "f", (used,)), ARRAYS, "history_epoch")
    return HistoryRows(
        iteration,
        epoch,
        taken(arrays, "history_low", ARRAYS, "f", (series, used)),
        taken(arrays, "history_high", ARRAYS, "f", (series, used)),
        capacity,
        rows_a_bucket,
        whole(history["rows_in_last"], f"{where}, rows_in_last", min(1, used), rows_a_bucket),
    )


def _divergence_from(content: Any, L: int) -> Divergence | None:
    if content is None:
        return None
    where = f"{WHERE}, divergence"
    broken = object_of(content, where, ("iteration", "layer", "symbol"))
    if broken["symbol"] not in SYMBOLS:
        raise Damage(where, f"symbol must be one of {', '.join(SYMBOLS)}")
    return Divergence(
        whole(broken["iteration"], f"{where}, iteration"),
        whole(broken["layer"], f"{where}, layer", 1, L),
        broken["symbol"],
    )
