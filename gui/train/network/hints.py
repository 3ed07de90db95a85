"""The tool-tips of the network drawing: what a matrix name, an elided column, an input or a class stands for. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from gui.train.network.places import Places


def hint_at(
    places: Places, x: float, y: float, input_names: Sequence[str], class_names: Sequence[str] = ()
) -> str:
    """The tool-tip for a point of the drawing, "" for none."""
    for gap in places.gaps:
        if gap.label.grown(3).contains(x, y):
            return _matrix_hint(places, gap.l)
    for column in places.columns:
        window = column.window
        if window is not None and any(
            r.grown(3).contains(x, y) for r in (window.up, window.down, window.text)
        ):
            what = "Inputs" if column.l == 0 else f"Units of layer {column.l}"
            last = window.first + window.count
            return f"{what} {window.first + 1} to {last} of {window.units}: turn the wheel here to see others"
    for column, names in ((places.columns[0], input_names), (places.columns[-1], class_names)):
        for tile in column.tiles:
            hit = tile.name is not None and tile.name.contains(x, y)
            if hit and tile.k < len(names):
                return names[tile.k]
    return ""


def _matrix_hint(places: Places, l: int) -> str:
    rows, columns = places.columns[l].units, places.columns[l - 1].units
    source = "the inputs" if l == 1 else f"layer {l - 1}"
    return (
        f"W[{l}]: the weights from {source} to layer {l}, a row for each of the {rows} unit{'s' * (rows != 1)}, "
        f"a column for each of the {columns} value{'s' * (columns != 1)} that come in. b[{l}] is ({rows}, 1)."
    )
