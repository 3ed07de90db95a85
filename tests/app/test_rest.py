"""A window in which nothing happens is at rest: no layout goes on asking for itself, on any workspace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

ROUNDS = 20


class Requests(QObject):
    """Counts the layouts that are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.by: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.by.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)])
@pytest.mark.parametrize("name", ["train", "step", "graph", "course"])
def test_that_a_workspace_comes_to_rest(open_window, qapp, qtbot, name, size):
    window = open_window(size=size)
    window.workspaces.show(name)
    qtbot.waitUntil(lambda: window.workspaces.current == name)
    for _ in range(ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    requests = Requests()
    qapp.installEventFilter(requests)
    for _ in range(ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    qapp.removeEventFilter(requests)
    assert requests.by == []
