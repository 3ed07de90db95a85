"""The fixture that every test passes through: it must see what is left behind, and nothing else."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.leftovers import Leftovers


@pytest.fixture
def leftovers(qapp: QApplication) -> Leftovers:
    return Leftovers()


def test_that_a_waiting_thread_is_found(leftovers: Leftovers) -> None:
    go = threading.Event()
    thread = threading.Thread(target=go.wait, name="waiting", daemon=True)
    thread.start()
    found = leftovers.find()
    go.set()
    thread.join()
    assert found == ["thread 'waiting'"]


def test_that_a_ticking_timer_is_found_with_its_place(leftovers: Leftovers) -> None:
    timer = QTimer()
    timer.start(60_000)
    found = leftovers.find()
    timer.stop()
    assert len(found) == 1
    assert "QTimer started at" in found[0]
    assert "test_leftovers.py" in found[0]


def test_that_a_running_qt_thread_is_found(leftovers: Leftovers) -> None:
    thread = QThread()
    thread.start()
    found = leftovers.find()
    thread.quit()
    thread.wait()
    assert len(found) == 1
    assert "QThread started at" in found[0]


def test_that_an_open_window_is_found(leftovers: Leftovers) -> None:
    window = QWidget()
    window.setWindowTitle("forgotten")
    window.show()
    found = leftovers.find()
    window.close()
    assert len(found) == 1
    assert "forgotten" in found[0]


def test_that_what_has_ended_is_not_found(leftovers: Leftovers) -> None:
    threading.Thread(target=threading.Event().is_set).start()
    QTimer().start(60_000)
    stopped = QTimer()
    stopped.start(60_000)
    stopped.stop()
    window = QWidget()
    window.show()
    window.deleteLater()
    assert leftovers.find() == []
