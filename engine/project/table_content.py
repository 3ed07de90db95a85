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
    content = {
        "names": list(table.names),
        "class_names": list(table.class_names),
        "target_name": table.target_name,
        "source": table.source,
        "rows_read": table.rows_read,
        "rows_incomplete": table.rows_incomplete,
    }
    X = narrowed(np.ascontiguousarray(table.rows[:, :-1]))
    return content, pack_arrays({"X": X, "target": table.target}, table.rows.nbytes)


def table_from(content: Any, arrays: Mapping[str, Array], size: int) -> Table:
    """What `table_as_content` was given; size: bytes of table.npz. Raises Damage."""
    keys = ("names", "class_names", "target_name", "source", "rows_read", "rows_incomplete")
    held = object_of(content, WHERE, keys)
    names = _texts(held["names"], "names", MAX_COLUMNS)
    class_names = _texts(held["class_names"], "class_names", MAX_CLASSES)
    target = taken(arrays, "target", ARRAYS, "iu" if class_names else "f", (-1,))
    m, d = len(target), len(names)
    if not (2 <= m <= MAX_ROWS and d):
        raise Damage(WHERE, f"{m} rows of {d} columns can't be")
    _check_target(target, len(class_names))
    rows = _rows(arrays, m, d, size)
    return Table(
        names=names,
        X=rows[:, :-1].T,
        target=target.copy(),
        class_names=class_names,
        target_name=text(held["target_name"], f"{WHERE}, target_name", MAX_NAME),
        source=text(held["source"], f"{WHERE}, source", MAX_NAME),
        rows_read=whole(held["rows_read"], f"{WHERE}, rows_read"),
        rows_incomplete=whole(held["rows_incomplete"], f"{WHERE}, rows_incomplete"),
        laid_out=rows,
    )


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


def _texts(value: Any, name: str, most: int) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > most:
        raise Damage(WHERE, f"{name} must be a list of at most {most} texts, not {shown(value)}")
    return tuple(text(item, f"{WHERE}, {name}", MAX_NAME) for item in value)
