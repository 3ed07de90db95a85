"""Formulas: LaTeX as outlines that are drawn at any size in any colour. `get`, `draw`, `shelf().ready`, `render`."""

from __future__ import annotations

from gui.formulas.formula import Formula, draw, draw_centered
from gui.formulas.formula_shelf import Shelf, get, render, shelf

__all__ = ["Formula", "Shelf", "draw", "draw_centered", "get", "render", "shelf"]
