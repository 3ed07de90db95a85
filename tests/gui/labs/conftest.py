"""What the tests of labs share: an appearance, and labs that are made, shown and closed."""

from __future__ import annotations

import pytest

from gui.appearance import Appearance
from gui.labs.table import make_lab


@pytest.fixture
def appearance(qapp):
    return Appearance("light")


@pytest.fixture
def make(qtbot, appearance):
    """make(key, **settings) gives a lab of 936 x 760 that is shown."""
    made = []

    def make_one(key, size=(936, 760), **settings):
        lab = make_lab(key, appearance)
        made.append(lab)
        qtbot.addWidget(lab)
        lab.resize(*size)
        lab.set_settings(settings)
        lab.show()
        return lab

    yield make_one
    for lab in made:
        lab.close_down()
