"""The order of examples in a project: where a run stands in its epoch, and what shuffles the next ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.csv_rows import MAX_ROWS
from engine.epoch_order import OrderState
from engine.project.errors import Damage
from engine.project.fields import digits, object_of, truth, whole

GENERATOR = "PCG64"
_GENERATOR_KEYS = ("name", "state", "inc", "has_uint32", "uinteger")

Array = NDArray[Any]


def order_as_content(order: OrderState) -> dict[str, Any]:
    """Everything but the order itself, which is an array."""
    held = order.generator
    if held["bit_generator"] != GENERATOR:
        raise Damage("run", f"only the generator {GENERATOR} can be saved, not {held['bit_generator']}")
    return {
        "epoch": order.epoch,
        "position": order.position,
        "is_shuffled": order.is_shuffled,
        "generator": {
            "name": GENERATOR,
            "state": str(held["state"]["state"]),
            "inc": str(held["state"]["inc"]),
            "has_uint32": held["has_uint32"],
            "uinteger": held["uinteger"],
        },
    }


def order_from(content: Any, examples: Array, batch_size: int | None, where: str) -> OrderState:
    """What `order_as_content` was given, with this order of examples. Raises Damage."""
    order = object_of(content, where, ("epoch", "position", "is_shuffled", "generator"))
    m = len(examples)
    checked = _checked_order(examples, where)
    batches = -(-m // min(batch_size or m, m))
    return OrderState(
        _generator_from(order["generator"], f"{where}, generator"),
        checked,
        truth(order["is_shuffled"], f"{where}, is_shuffled"),
        whole(order["position"], f"{where}, position", 0, batches - 1),
        whole(order["epoch"], f"{where}, epoch"),
    )


def _generator_from(content: Any, where: str) -> dict[str, Any]:
    generator: Mapping[str, Any] = object_of(content, where, _GENERATOR_KEYS)
    if generator["name"] != GENERATOR:
        raise Damage(where, f"name must be {GENERATOR}")
    return {
        "bit_generator": GENERATOR,
        "state": {
            "state": digits(generator["state"], f"{where}, state", 128),
            "inc": digits(generator["inc"], f"{where}, inc", 128),
        },
        "has_uint32": whole(generator["has_uint32"], f"{where}, has_uint32", 0, 1),
        "uinteger": whole(generator["uinteger"], f"{where}, uinteger", 0, 2**32 - 1),
    }


def _checked_order(examples: Array, where: str) -> NDArray[np.intp]:
    """Each of 0 ... m - 1 once. A short type can't name many examples, so it is never widened to a large array."""
    m = len(examples)
    if not 1 <= m <= min(MAX_ROWS, int(np.iinfo(examples.dtype).max) + 1):
        raise Damage(where, f"{m} examples can't be")
    if examples.min() < 0 or examples.max() >= m:
        raise Damage(where, f"it names an example that is none of 0 to {m - 1}")
    seen = np.zeros(m, np.bool_)
    seen[examples] = True
    if not seen.all():
        raise Damage(where, "it names an example twice")
    return examples.astype(np.intp)
