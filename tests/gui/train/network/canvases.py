"""A drawing with a really trained network, its places and what a hand does there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from gui.appearance import Appearance
from gui.train.network.canvas import NetworkCanvas
from gui.train.network.places import Shape

SIZE = (776, 429)


def canvas_of(qtbot, run, theme="light", size=SIZE):
    canvas = NetworkCanvas(Appearance(theme))
    qtbot.addWidget(canvas)
    canvas.resize(*size)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.set_setup(run.setup, run.dataset, Shape(run.setup.network.sizes))
    canvas.show_snapshot(run.snapshot())
    return canvas


def middle(canvas, l, k):
    frame = canvas.scene.places.tile(l, k).frame
    return QPoint(round(frame.cx), round(frame.cy))


def bias(canvas, l, k):
    rect = canvas.scene.places.tile(l, k).bias
    return QPoint(round(rect.cx), round(rect.cy))


def on_edge(canvas, l, k, j, sample=12):
    x, y = canvas.scene.hits.along(l)[k, j, sample]
    return QPoint(round(x), round(y))


def hover(qtbot, canvas, point):
    """A move to where the pointer already is would be no event."""
    qtbot.mouseMove(canvas, QPoint(1, 1))
    qtbot.mouseMove(canvas, point)


def enter_by_tab(canvas):
    """The window's first widget may have got the focus when it was shown."""
    canvas.clearFocus()
    canvas.setFocus(Qt.FocusReason.TabFocusReason)


def press(qtbot, canvas, point):
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=point)
