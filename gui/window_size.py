"""How large the window is at first, and how small it may become."""

from __future__ import annotations

from PySide6.QtCore import QSize

MINIMUM = QSize(1280, 640)  # a screen of 720 lines, less a title bar and a panel
FIRST_SIZE = QSize(1440, 900)
STATUS_HEIGHT = 28  # of the bar at the bottom
FRAME = QSize(16, 48)  # what a window manager's frame may take


def must_fill_screen(available: QSize) -> bool:
    """Whether the first window, in its frame, is larger than this screen, and the smallest one is not."""
    wanted = FIRST_SIZE + FRAME
    fits = wanted.width() <= available.width() and wanted.height() <= available.height()
    return not fits and MINIMUM.width() <= available.width() and MINIMUM.height() <= available.height()
