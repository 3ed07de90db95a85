"""Formulas: LaTeX as outlines that are drawn at any size in any colour. `get`, `draw`, `shelf().ready`, `render`."""

from __future__ import annotations

from gui.formulas.book import CELLS, COURSE
from gui.formulas.formula import Formula, draw, draw_centered
from gui.formulas.formula_shelf import Shelf, get, render, shelf

__all__ = ["CELLS", "COURSE", "Formula", "Shelf", "draw", "draw_centered", "get", "render", "shelf"]
