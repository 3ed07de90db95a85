"""Pieces of Python text: arrays with every digit, comments that line up, names that can't become code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]

WIDTH = 100
LONGEST_NAME = 60
MOST_NAMES = 12


def array_lines(name: str, values: Array, function: str = "np.array") -> list[str]:
    """`name = np.array(...)` of values (n,) or (n, k): repr of every number, points that line up, long rows folded."""
    texts = _aligned(values if values.ndim > 1 else [values])
    if values.ndim == 1:
        rows = _folded(texts[0], _width(texts), 4)
        if len(rows) == 1:
            return [f"{name} = {function}([{rows[0]}])"]
        return [f"{name} = {function}([", *(f"    {row}," for row in rows), "])"]
    folded = [_folded(row, _width(texts), 5) for row in texts]
    if len(folded) == len(folded[0]) == 1:
        return [f"{name} = {function}([[{folded[0][0]}]])"]
    lines = [f"{name} = {function}(["]
    for row in folded:
        text = ",\n     ".join(row)
        lines += f"    [{text}],".split("\n")
    return [*lines, "])"]


def _aligned(rows: Iterable[Array]) -> list[list[str]]:
    """Each number with spaces before it, so that all have as many characters in front of the point."""
    texts = [[repr(float(value)) for value in row] for row in rows]
    lead = max(_lead(text) for row in texts for text in row)
    return [[" " * (lead - _lead(text)) + text for text in row] for row in texts]


def _lead(text: str) -> int:
    """Characters in front of the point, or of the power of a number such as 1e-05."""
    return min(text.find(sign) for sign in (".", "e") if sign in text)


def _width(rows: Sequence[Sequence[str]]) -> int:
    """Of a number with the comma and the space behind it."""
    return max(len(text) for row in rows for text in row) + 2


def _folded(numbers: Sequence[str], width: int, indent: int) -> list[str]:
    """As few lines as fit, about equally long, below one another."""
    lines_needed = -(-len(numbers) // max(1, (WIDTH - indent) // width))
    fitting = -(-len(numbers) // lines_needed)
    lines = []
    for start in range(0, len(numbers), fitting):
        part = numbers[start : start + fitting]
        lines.append("".join(f"{text},".ljust(width) for text in part[:-1]) + part[-1])
    return lines


def with_comments(lines: Sequence[tuple[str, str]], indent: str = "") -> list[str]:
    """Lines of code with their comments below one another."""
    width = max((len(code) for code, comment in lines if comment), default=0)
    return [
        f"{indent}{code.ljust(width)}  # {comment}" if comment else indent + code for code, comment in lines
    ]


def heading(title: str) -> list[str]:
    """Two blank lines and a line that opens a part of a script."""
    return ["", "", f"# --- {title} ".ljust(WIDTH, "-"), ""]


def plain(text: str) -> str:
    """A name out of a file as it may stand in a comment or docstring: one line, nothing that could end either."""
    clean = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    clean = clean.replace("\\", "/").replace('"', "'")
    return clean if len(clean) <= LONGEST_NAME else clean[: LONGEST_NAME - 1] + "…"


def listed(names: Sequence[str]) -> str:
    """Names in a row; of many the first and the last."""
    clean = [plain(name) for name in names]
    if len(clean) <= MOST_NAMES:
        return ", ".join(clean)
    return f"{', '.join(clean[: MOST_NAMES - 1])}, ..., {clean[-1]}"


def comments(text: str, indent: str = "") -> list[str]:
    """A text as comment lines, folded between words."""
    lines, line = [], ""
    for word in text.split():
        if line and len(indent) + len(line) + len(word) + 3 > WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [f"{indent}# {part}" for part in (*lines, line)]
