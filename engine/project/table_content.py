"""The imported table of a project: names as values of JSON, numbers as arrays, and back."""

from __future__ import annotations

from collections.abc import Mapping
from reprlib import repr as shown
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data import Table
from engine.data.csv_rows import MAX_ROWS
from engine.project.arrays import narrowed, pack_arrays
from engine.project.errors import Damage
from engine.project.fields import finite, object_of, taken, text, whole
from engine.project.limits import MAX_CLASSES, MAX_COLUMNS, MAX_NAME, may_take

WHERE, ARRAYS = "table", "table.npz"
NAMES = ("X", "target")

Array = NDArray[Any]


def table_as_content(table: Table) -> tuple[dict[str, Any], bytes]:
    """(what stands under "table" of project.json, table.npz). X stands there as rows: (m, d)."""
    content: dict[str, Any] = {
        "names": list(table.names),
        "class_names": list(table.class_names),
        "target_name": table.target_name,
        "source": table.source,
        "rows_read": table.rows_read,
        "rows_incomplete": table.rows_incomplete,
    }
    _check_head(content, len(table.target))
    _check_target(table.target, len(table.class_names))
    X = narrowed(np.ascontiguousarray(table.rows[:, :-1]))
    return content, pack_arrays({"X": X, "target": table.target}, table.rows.nbytes)


def table_from(content: Any, arrays: Mapping[str, Array], size: int) -> Table:
    """What `table_as_content` was given; size: bytes of table.npz. Raises Damage."""
    keys = ("names", "class_names", "target_name", "source", "rows_read", "rows_incomplete")
    held = object_of(content, WHERE, keys)
    target = taken(arrays, "target", ARRAYS, "iu" if held["class_names"] else "f", (-1,))
    m = len(target)
    _check_head(held, m)
    class_names = tuple(held["class_names"])
    _check_target(target, len(class_names))
    rows = _rows(arrays, m, len(held["names"]), size)
    return Table(
        names=tuple(held["names"]),
        X=rows[:, :-1].T,
        target=target.copy(),
        class_names=class_names,
        target_name=held["target_name"],
        source=held["source"],
        rows_read=held["rows_read"],
        rows_incomplete=held["rows_incomplete"],
        laid_out=rows,
    )


def _check_head(held: Mapping[str, Any], m: int) -> None:
    """What is said of a table of m rows, before it is written and after it was read."""
    _check_texts(held["names"], "names", MAX_COLUMNS)
    _check_texts(held["class_names"], "class_names", MAX_CLASSES)
    d = len(held["names"])
    if not (2 <= m <= MAX_ROWS and d):
        raise Damage(WHERE, f"{m} rows of {d} columns can't be")
    for name in ("target_name", "source"):
        text(held[name], f"{WHERE}, {name}", MAX_NAME)
    for name in ("rows_read", "rows_incomplete"):
        whole(held[name], f"{WHERE}, {name}")


def _rows(arrays: Mapping[str, Array], m: int, d: int, size: int) -> NDArray[np.float64]:
    X = taken(arrays, "X", ARRAYS, "iuf", (m, d))
    if 8 * m * (d + 1) > may_take(size):
        raise Damage(ARRAYS, f"{size} bytes would become {8 * m * (d + 1)}")
    rows = np.ones((m, d + 1))
    rows[:, :-1] = X
    finite(rows, ARRAYS, "X")
    return rows


def _check_target(target: Array, classes: int) -> None:
    if not classes:
        finite(target, ARRAYS, "target")
    elif classes < 2 or target.min() < 0 or target.max() >= classes:
        raise Damage(ARRAYS, f"target must hold numbers of {max(2, classes)} classes")


def _check_texts(value: Any, name: str, most: int) -> None:
    if not isinstance(value, list) or len(value) > most:
        raise Damage(WHERE, f"{name} must be a list of at most {most} texts, not {shown(value)}")
    for item in value:
        text(item, f"{WHERE}, {name}", MAX_NAME)
