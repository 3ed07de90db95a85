"""What the tests of the panels share: an appearance, graphs at values, and a look at what is painted."""

from __future__ import annotations

import pytest

from engine.graph import build_graph
from gui import formulas
from gui.appearance import Appearance
from gui.formulas import shelf


@pytest.fixture
def appearance(qapp):
    return Appearance("light")


@pytest.fixture
def evaluated():
    """evaluated("J = 3*(a + b*c)", a=5, b=3, c=2): the numbers of a graph."""

    def make(text, **at):
        graph = build_graph(text)
        return graph.at({name: float(at.get(name, 1.0)) for name in graph.variables})

    return make


@pytest.fixture
def shown(qtbot):
    """Show a widget at a size and wait until its formulas are typeset."""

    def show(widget, width, height=None):
        qtbot.addWidget(widget)
        widget.resize(width, height or widget.height())
        widget.show()
        widget.grab()
        qtbot.waitUntil(lambda: not shelf().is_waiting, timeout=20000)
        return widget

    return show


@pytest.fixture
def typeset(qapp):
    """Have these formulas at once."""
    return lambda *latex: [formulas.render(one) for one in latex]
