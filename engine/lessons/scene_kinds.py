"""The block of a scene as checked values: train, step, graph, lab, or the scene before as it is now."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from engine.labs.table import LABS, checked
from engine.lessons import setups
from engine.lessons.lesson import (
    PANELS,
    SHOWN_AT_FIRST,
    GraphValues,
    LabValues,
    SameValues,
    Scene,
    StepValues,
    TrainValues,
    Values,
)
from engine.lessons.nearest import did_you_mean
from engine.lessons.reader import Reader
from engine.lessons.workload import MAX_UPDATES, fault_of_work
from engine.setup import Setup

COMMON_KEYS = ("lit", "given", "note", "fact", "question")
WHICH_KEYS = ("lab", "workspace", "same")
TRAIN_KEYS = (*setups.KEYS, "run", "updates", "show")
STEP_KEYS = (*setups.KEYS, "updates", "row", "cell", "columns", "pencil")
GRAPH_KEYS = ("expression", "at", "event", "share", "nudge")
LAB_KEYS = ("settings", "below")

ROW_NAME = re.compile(r"(?:Z|A|dA|dZ|dW|db|W|b)\[(\d{1,2})\]|J")
MAX_EVENT = 1000
MAX_SIZE = 1e12


def read_values(reader: Reader, before: Scene | None) -> Values | None:
    """What the scene shows; None where something is wrong (then a fault was noted)."""
    named = [key for key in WHICH_KEYS if key in reader]
    if len(named) != 1:
        what = f"has {' and '.join(named)}" if named else "has none of them"
        reader.fault(
            max(named, key=reader.line) if named else "",
            f'a scene needs one of lab = "...", workspace = "train", "step" or "graph", or same = true; it {what}',
        )
        return None
    if named == ["lab"]:
        return _lab_scene(reader)
    if named == ["same"]:
        return _same_scene(reader, before)
    read = _WORKSPACES.get(reader.choice("workspace", list(_WORKSPACES), ""))
    return read(reader) if read is not None else None


def _train_scene(reader: Reader) -> TrainValues | None:
    reader.refuse_unknown(("workspace", *TRAIN_KEYS, *COMMON_KEYS))
    setup = setups.setup_from(reader)
    show = reader.texts("show") if "show" in reader else SHOWN_AT_FIRST
    for name in show:
        if name not in PANELS:
            reader.fault("show", f"show: {name!r} is unknown{did_you_mean(name, PANELS)}")
    if not show:
        reader.fault("show", f"show names no panel: {', '.join(PANELS)}")
    run = reader.flag("run")
    return TrainValues(setup, run, _updates(reader, setup), show) if setup is not None else None


def _updates(reader: Reader, setup: Setup | None) -> int:
    updates = reader.whole("updates", 0, 0, MAX_UPDATES)
    fault = fault_of_work(setup, setups.dataset_of(setup.data).m, updates) if setup is not None else ""
    if fault:
        reader.fault("updates", fault)
    return updates


def _step_scene(reader: Reader) -> StepValues | None:
    reader.refuse_unknown(("workspace", *STEP_KEYS, *COMMON_KEYS))
    setup = setups.setup_from(reader)
    if setup is None:
        return None
    return StepValues(
        setup=setup,
        updates=_updates(reader, setup),
        row=_row(reader, setup.network.L),
        cell=_cell(reader),
        columns=_columns(reader),
        pencil=reader.flag("pencil"),
    )


def rows_of_a_tape(L: int) -> int:
    """How many rows the tape of a network has: Z and A; J; dA, dZ, dW and db; W and b of every layer."""
    return 8 * L + 1


def _row(reader: Reader, L: int) -> str | int:
    row = reader.table.get("row", 1)
    if isinstance(row, str):
        found = ROW_NAME.fullmatch(row)
        if found is not None and (found[1] is None or 1 <= int(found[1]) <= L):
            return row
        reader.fault(
            "row", f'row must be such as "dW[1]" or "J", with layers from 1 to {L}, not {row[:40]!r}'
        )
        return 1
    return reader.whole("row", 1, 1, rows_of_a_tape(L))


def _cell(reader: Reader) -> tuple[int, int] | None:
    cell = reader.table.get("cell")
    if cell is None:
        return None
    is_pair = isinstance(cell, list) and len(cell) == 2
    if not is_pair or not all(type(place) is int and 1 <= place <= 1_000_000 for place in cell):
        reader.fault("cell", "cell must be a row and a column from 1, such as [2, 1]")
        return None
    return cell[0], cell[1]


def _columns(reader: Reader) -> Any:
    columns = reader.table.get("columns", "batch")
    if isinstance(columns, str):
        return reader.choice("columns", ("batch", "all"), "batch")
    return reader.whole("columns", 1, 1, 1_000_000)


def _graph_scene(reader: Reader) -> GraphValues | None:
    from engine.graph import ExpressionFault, build_graph

    reader.refuse_unknown(("workspace", *GRAPH_KEYS, *COMMON_KEYS))
    expression = reader.text("expression", required=True)
    if not expression:
        return None
    share, nudge = reader.flag("share"), reader.text("nudge")
    try:
        graph = build_graph(expression, share=share)
    except ExpressionFault as fault:
        reader.fault("expression", f"expression: {fault}")
        return None
    at = _variables(reader, graph.variables)
    if nudge and nudge not in graph.variables:
        reader.fault("nudge", f"nudge: there is no variable {nudge!r}{did_you_mean(nudge, graph.variables)}")
        return None
    event = reader.whole("event", 0, 0, MAX_EVENT) if "event" in reader else None
    if event is not None and at:
        most = len(graph.at(at).events) - 1
        if event > most:
            reader.fault("event", f"event must be from 0 to {most}: this graph has {most + 1} events")
    return GraphValues(expression, at, event, share, nudge)


def _variables(reader: Reader, variables: tuple[str, ...]) -> dict[str, float]:
    """A number for every variable of an expression."""
    part = reader.sub("at") or Reader.empty(reader)
    for name in part.table:
        if name not in variables:
            part.fault(name, f"at: the expression has no variable {name!r}{did_you_mean(name, variables)}")
    missing = [name for name in variables if name not in part]
    if missing:
        reader.fault(
            "at" if "at" in reader else "expression", f"at: a number for {', '.join(missing)} is missing"
        )
    return {name: part.number(name, 0.0, -MAX_SIZE, MAX_SIZE) for name in variables}


def _lab_scene(reader: Reader) -> LabValues | None:
    reader.refuse_unknown(("lab", *LAB_KEYS, *COMMON_KEYS))
    lab = _lab(reader)
    part = reader.sub("below")
    if part is None:
        return lab
    part.refuse_unknown(("lab", "settings"))
    below = _lab(part)
    return LabValues(lab.key, lab.settings, below) if lab is not None and below is not None else None


def _lab(reader: Reader) -> LabValues | None:
    key = reader.text("lab", required=True)
    if key not in LABS:
        if key:
            reader.fault("lab", f"there is no lab {key!r}{did_you_mean(key, LABS)}")
        return None
    part = reader.sub("settings") or Reader.empty(reader)
    known = LABS[key].settings
    settings: dict[str, object] = {}
    for name, value in part.table.items():
        if name not in known:
            part.fault(name, f"settings: {name!r} is unknown{did_you_mean(name, known)}")
            continue
        try:
            settings[name] = known[name].checked(name, value)
        except ValueError as error:
            part.fault(name, f"settings: {error}")
    try:
        return LabValues(key, checked(key, settings))
    except ValueError as error:
        reader.fault("settings" if "settings" in reader else "lab", str(error))
        return None


def _same_scene(reader: Reader, before: Scene | None) -> SameValues | None:
    reader.refuse_unknown(("same", *COMMON_KEYS))
    if not reader.flag("same"):
        reader.fault("same", "same can only be true: leave it away and name a lab or a workspace")
    elif before is None:
        reader.fault("same", "same = true keeps the scene before, and there is none that could be read")
    else:
        return SameValues(before.opened_with)
    return None


_WORKSPACES: dict[str, Callable[[Reader], Values | None]] = {
    "train": _train_scene,
    "step": _step_scene,
    "graph": _graph_scene,
}
