"""A terminal for programs that behave differently on one."""

from __future__ import annotations

import os

import pytest


def open_terminal() -> tuple[int, int]:
    """The file descriptors of its screen and of the terminal; skips where the system has none to give."""
    try:
        return os.openpty()
    except (AttributeError, OSError) as error:  # Windows; a container without /dev/pts
        pytest.skip(f"needs a pseudo-terminal: {error}")
