"""Work on a thread: results in order, one at a time, given up at once, nothing left behind."""

from __future__ import annotations

import threading

import pytest

from gui.labs.background import Background


@pytest.fixture
def background(qapp):
    background = Background()
    yield background
    background.close()


def count(n):
    yield from range(n)


def test_that_every_result_comes_in_order_and_then_the_end(qtbot, background):
    came = []
    background.came.connect(came.append)
    with qtbot.waitSignal(background.ended):
        background.start(count, 5)
        assert background.is_busy
    assert came == [0, 1, 2, 3, 4]
    assert not background.is_busy


def test_that_a_plain_function_gives_one_result(qtbot, background):
    came = []
    background.came.connect(came.append)
    with qtbot.waitSignal(background.ended):
        background.start(sum, (1, 2, 3))
    assert came == [6]


def test_that_work_runs_on_another_thread(qtbot, background):
    with qtbot.waitSignal(background.came) as heard:
        background.start(threading.get_ident)
    assert heard.args[0] != threading.get_ident()


def test_that_results_never_pile_up(qtbot, background):
    made = []

    def work():
        for n in range(1000):
            made.append(n)
            yield n

    with qtbot.waitSignal(background.came):
        background.start(work)
    assert len(made) <= 3


def test_that_nothing_comes_after_a_cancel(qtbot, background):
    came, ended = [], []
    background.came.connect(came.append)
    background.ended.connect(lambda: ended.append(1))
    background.start(count, 10**6)
    qtbot.waitUntil(lambda: len(came) >= 2)
    background.cancel()
    seen = len(came)
    with qtbot.waitSignal(background.ended):
        background.start(count, 0)
    assert len(came) == seen
    assert ended == [1]


def test_that_a_second_start_gives_the_first_up(qtbot, background):
    came = []
    background.came.connect(came.append)
    background.start(count, 10**6)
    background.start(sum, (20, 22))
    with qtbot.waitSignal(background.ended):
        pass
    assert came == [42]


def test_that_a_fault_of_the_work_is_raised_in_the_window(qtbot, background, caplog):
    def broken():
        raise ArithmeticError("no such number")

    with qtbot.captureExceptions() as faults:
        background.start(broken)
        qtbot.waitUntil(lambda: not background.is_busy)
    assert [str(fault[1]) for fault in faults] == ["no such number"]
    assert "the work of a lab failed" in caplog.text


def test_that_closing_waits_for_the_thread(background):
    background.start(count, 10**6)
    background.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "lab: count"]
