"""Two small windows of the Help menu: what the keys do, and what this program is and contains."""

from __future__ import annotations

from gui.about.about_dialog import show_about
from gui.about.keys_dialog import show_keys

__all__ = ["show_about", "show_keys"]
