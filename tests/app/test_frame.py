"""The window's frame, which is on the screen before anything is in it, and what comes into it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from engine.data import build_dataset
from engine.setup import Setup
from gui.appearance import Appearance
from gui.main_window import MainWindow
from gui.options import Options
from gui.settings import Settings
from gui.widgets.bar import BAR_HEIGHT
from gui.window_size import STATUS_HEIGHT


@pytest.fixture(params=["light", "dark"])
def frame(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[MainWindow]:
    """A window as the program shows it first."""
    from gui.app import make_frame

    window = make_frame(Options(theme=request.param, size=(1440, 900)), Settings(temporary=True))
    yield window
    if window.is_filled:
        window.projects.asks = False
        window.close()
    window.deleteLater()
    qapp.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


def fill(window: MainWindow) -> None:
    setup = Setup()
    dataset = build_dataset(setup.data)
    window.fill(setup.fitted_to(dataset), dataset)


def picture_of(window: QWidget) -> QImage:
    return window.grab().toImage()


def test_that_the_frame_is_on_the_screen_when_it_has_been_shown(frame):
    assert frame.isVisible()
    assert frame.size() == QSize(1440, 900)
    assert not frame.is_filled


def test_that_the_lines_of_the_frame_stand_where_those_of_its_content_will(frame):
    before, rail = picture_of(frame), frame.rail.geometry()
    fill(frame)
    after = picture_of(frame)
    top = frame.menu_strip.height()
    for y in (top - 1, top + BAR_HEIGHT - 1, frame.height() - STATUS_HEIGHT):
        line = {after.pixelColor(x, y).name() for x in range(rail.width(), frame.width())}
        assert {before.pixelColor(x, y).name() for x in range(rail.width(), frame.width())} == line
        assert line == {frame.appearance.theme.color("line").name()}
    assert before.copy(0, top, rail.width(), rail.height()) == after.copy(0, top, rail.width(), rail.height())


def test_that_content_looks_the_same_in_a_window_that_was_shown_before(frame, open_window, qtbot):
    fill(frame)
    frame.finish_building()
    qtbot.waitUntil(lambda: frame.last_snapshot is not None)
    other = open_window(theme=frame.appearance.choice)
    for window in (frame, other):
        qtbot.waitUntil(
            lambda window=window: window.controller.is_settled and window.workspaces.is_settled,
            timeout=20_000,
        )
    qtbot.waitUntil(lambda: picture_of(frame) == picture_of(other), timeout=10_000)


def test_that_an_empty_frame_is_neither_closed_nor_asked_for_anything(frame):
    frame.close()
    assert frame.isVisible()
    middle = QPoint(700, 400)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, frame.mapToGlobal(middle))
    QApplication.sendEvent(frame, event)
    assert QApplication.activePopupWidget() is None
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(__file__)])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drag = QDragEnterEvent(middle, Qt.DropAction.CopyAction, files, buttons, keys)
    drag.ignore()
    QApplication.sendEvent(frame, drag)
    assert not drag.isAccepted()
    QTest.keyClick(frame, Qt.Key.Key_Tab)
    assert frame.rail.isAncestorOf(QApplication.focusWidget())


def test_that_space_runs_as_soon_as_the_frame_is_filled(frame, qtbot):
    fill(frame)
    qtbot.waitUntil(lambda: frame.last_snapshot is not None)
    QTest.keyClick(frame, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: frame.last_snapshot.iteration > 0)


def test_that_a_filled_window_becomes_complete_by_itself(frame, qtbot):
    fill(frame)
    assert not frame.is_built
    with qtbot.waitSignal(frame.built, timeout=20_000):
        pass
    assert frame.workspaces.step is not None
    assert frame.workspace.plots_tabs.isVisible()


def test_that_keys_are_obeyed_between_what_is_loaded(frame, qtbot, monkeypatch):
    order = []

    class Listener(QObject):
        def event(self, event):
            order.append("key")
            return super().event(event)

    listener = Listener(frame)
    key = partial(QEvent, QEvent.Type.User)
    monkeypatch.setattr("gui.load_ahead.load_pyqtgraph", lambda: QApplication.postEvent(listener, key()))
    finish = frame.finish_building
    monkeypatch.setattr(frame, "finish_building", lambda: (order.append("finish"), finish()))
    fill(frame)
    qtbot.waitUntil(lambda: frame.is_built, timeout=20_000)
    assert order == ["key", "finish"]


def test_that_a_closed_window_loads_nothing_more(frame):
    fill(frame)
    frame.projects.asks = False
    frame.close()
    frame.load_ahead.begin()
    frame.load_ahead.close()
    assert not frame.is_built


def test_that_a_frame_that_nobody_sees_is_filled_all_the_same(qapp, qtbot, monkeypatch):
    """A window that starts as an icon is never painted."""
    window = MainWindow(Appearance("light"), Settings(temporary=True))
    monkeypatch.setattr(window, "show", window.showMinimized)
    window.show_frame()
    fill(window)
    qtbot.waitUntil(lambda: window.last_snapshot is not None)
    window.projects.asks = False
    window.close()
    window.deleteLater()
    qapp.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
