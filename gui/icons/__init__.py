"""Icons as vector paths that take the colour of the control: `paint_icon`, `icon_path`, `icon`."""

from __future__ import annotations

from gui.icons.glyphs import GLYPHS, Glyph
from gui.icons.paint import icon, icon_path, paint_icon

__all__ = ["GLYPHS", "Glyph", "icon", "icon_path", "paint_icon"]
