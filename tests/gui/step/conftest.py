"""Fixtures of the Step workspace's parts."""

from __future__ import annotations

import pytest

from gui import formulas
from gui.appearance import Appearance
from gui.step.centre import StepCentre


@pytest.fixture
def look(qapp):
    return Appearance("light")


@pytest.fixture
def centre(qtbot, look):
    """A centre that shows at once what it asks for, as the window does."""
    centre = StepCentre(look)
    qtbot.addWidget(centre)
    centre.resize(714, 548)
    centre.cell_requested.connect(centre.show_cell)
    centre.show()
    yield centre
    qtbot.waitUntil(lambda: not formulas.shelf().is_waiting, timeout=10_000)
