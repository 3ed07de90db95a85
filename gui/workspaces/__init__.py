"""The workspaces of the window, and which of them is shown."""

from __future__ import annotations

from gui.workspaces.workspaces import Workspaces

__all__ = ["Workspaces"]
