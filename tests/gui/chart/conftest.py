"""What the tests of charts share."""

from __future__ import annotations

import pytest

from gui.appearance import Appearance
from gui.chart import Axis, Chart


@pytest.fixture
def appearance(qapp):
    return Appearance("light")


@pytest.fixture
def chart(qtbot, appearance):
    chart = Chart(appearance)
    qtbot.addWidget(chart)
    chart.resize(500, 300)
    chart.set_axes(Axis(-6, 6, "z"), Axis(0, 1))
    chart.show()
    return chart
