"""Work beside the GUI thread: all of it is done, in order, and nothing goes on after the end."""

from __future__ import annotations

import threading

from PySide6.QtCore import QThread

from gui.errands import Errands


def test_everything_is_done_in_its_order(qapp, qtbot):
    errands, heard = Errands(), []
    errands.done.connect(lambda label, result: heard.append((label, result)))
    for number in range(4):
        errands.run(lambda number=number: number * number, number)
    qtbot.waitUntil(lambda: len(heard) == 4)
    assert heard == [(0, 0), (1, 1), (2, 4), (3, 9)]
    assert not errands.is_busy


def test_the_work_is_beside_and_the_news_in_the_gui_thread(qapp, qtbot):
    errands, threads = Errands(), []
    errands.done.connect(lambda _label, _result: threads.append(QThread.currentThread()))
    worked = []
    errands.run(lambda: worked.append(threading.current_thread()), None)
    qtbot.waitUntil(lambda: bool(threads))
    assert worked[0] is not threading.main_thread()
    assert threads == [qapp.thread()]


def test_closing_leaves_what_waits(qapp, qtbot):
    errands, gate, done = Errands(), threading.Event(), []
    errands.run(lambda: done.append(gate.wait(5)), "first")
    errands.run(lambda: done.append("second"), "second")
    gate.set()
    errands.close()
    assert done == [True]
    assert not errands.is_busy
