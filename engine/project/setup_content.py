"""The set-up of a project as values of JSON, and how much it may ask for: the same before writing and after reading."""

from __future__ import annotations

from typing import Any

from engine.data import Table
from engine.project.errors import Damage
from engine.project.fields import object_of
from engine.project.limits import MAX_FRESH, MAX_LAYERS, MAX_UNITS, MAX_WORK
from engine.setup import Setup, from_content

KEYS = ("data", "network", "training", "weights_seed")
MORE_KEYS = ("title", "about", "weights")


def setup_from(content: Any, table: Table | None) -> Setup:
    """The set-up that stands under "setup", over this table. Raises Damage, SetupError."""
    held = object_of(content, "setup", KEYS, MORE_KEYS)
    layers = held["network"].get("layers") if isinstance(held["network"], dict) else None
    if isinstance(layers, list) and len(layers) > MAX_LAYERS:
        raise Damage("setup", f"the network has {len(layers)} layers, the limit is {MAX_LAYERS}")
    setup = from_content(held, "setup", table)
    if (setup.data.source == "csv") != (table is not None):
        raise Damage("setup", "it needs an imported table, or there is one that it does not need")
    return setup


def check_network(setup: Setup, is_fresh: bool) -> None:
    """A few bytes that ask for a huge network are refused; one that was trained brings its numbers. Raises Damage.

    is_fresh: whether it begins its run afresh.
    """
    network = setup.network
    if sum(network.sizes) > MAX_UNITS:
        raise Damage("setup", f"the network has {sum(network.sizes)} units, the limit is {MAX_UNITS}")
    if is_fresh and network.parameter_count > MAX_FRESH:
        count = network.parameter_count
        raise Damage("run", f"it is missing, and only {MAX_FRESH} parameters may begin afresh, not {count}")


def fault_of_work(setup: Setup, at_a_time: int, most: int | None = None) -> str:
    """Why one pass over so many examples takes more than `most` bytes of memory (MAX_WORK); "" where it does not.

    Layers that are wide and have few weights take little room in a file and much in memory.
    """
    units = sum(setup.network.sizes)
    return (
        f"{units} units over {at_a_time} examples at a time"
        if 8 * units * at_a_time > (most or MAX_WORK)
        else ""
    )
