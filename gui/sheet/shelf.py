"""The formulas of printed sheets, on a shelf of their own: a thread makes sheets, and shares no outline with views."""

from __future__ import annotations

from functools import cache

from gui.formulas import Formula, Shelf


@cache
def sheet_shelf() -> Shelf:
    """The shelf; the first call must come from the thread of the application."""
    return Shelf()


def render(latex: str) -> Formula:
    """A formula, typeset here and now if it is in no book."""
    return sheet_shelf().render(latex)
