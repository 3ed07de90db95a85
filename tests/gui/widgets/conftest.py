"""What the tests of widgets share: an appearance, and a widget shown in a window."""

from __future__ import annotations

import pytest

from gui.appearance import Appearance


@pytest.fixture
def appearance(qapp):
    return Appearance("light")
