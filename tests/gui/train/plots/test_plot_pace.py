"""A pace drops what comes in between, never the last."""

from __future__ import annotations

from gui.train.plots.pace import Pace


def test_that_the_first_is_due_at_once(qapp, qtbot):
    pace = Pace(50)
    with qtbot.waitSignal(pace.due, timeout=0):
        pace.ask()


def test_that_many_in_between_are_due_once_and_the_last_is_not_lost(qtbot):
    pace, fired = Pace(30), []
    pace.due.connect(lambda: fired.append(1))
    for _ in range(20):
        pace.ask()
    assert len(fired) == 1
    assert pace.is_waiting
    qtbot.waitUntil(lambda: len(fired) == 2)
    assert not pace.is_waiting


def test_that_a_cancelled_one_never_comes(qtbot):
    pace = Pace(10_000)
    pace.ask()
    pace.ask()
    pace.cancel()
    assert not pace.is_waiting


def test_that_two_paces_take_turns(qtbot):
    first, second = Pace(1000), Pace(1000, first_wait_ms=10)
    order = []
    first.due.connect(lambda: order.append("first"))
    second.due.connect(lambda: order.append("second"))
    second.ask()
    first.ask()
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["first", "second"]
