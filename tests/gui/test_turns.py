"""Views that take turns: shared out at frame rate, everybody served when there is time, nobody forgotten."""

from __future__ import annotations

import pytest

from gui import turns
from gui.turns import Turns


@pytest.fixture
def served(qapp):
    taking = Turns()
    groups: list[int] = []
    taking.due.connect(groups.append)
    yield taking, groups
    taking.forget()


def test_that_news_with_time_in_between_reaches_both(served, monkeypatch):
    monkeypatch.setattr(turns, "FRAME_RATE_MS", 0)
    taking, groups = served
    taking.take_news()
    taking.take_news()
    assert groups == [0, 1, 2, 3, 0, 1, 2, 3]


def test_that_hurried_news_is_shared_out_in_turn(served, monkeypatch):
    monkeypatch.setattr(turns, "FRAME_RATE_MS", 10_000)
    taking, groups = served
    for _ in range(5):
        taking.take_news()
    assert groups == [0, 1, 2, 3, 0, 1, 2, 0, 1, 3]


def test_that_the_last_news_reaches_whoever_missed_it(served, monkeypatch, qtbot):
    monkeypatch.setattr(turns, "FRAME_RATE_MS", 10_000)
    taking, groups = served
    taking.take_news()
    taking.take_news()
    qtbot.waitUntil(lambda: groups == [0, 1, 2, 3, 0, 1, 2, 3])


def test_that_forgotten_news_is_served_to_nobody(served, monkeypatch, qtbot):
    monkeypatch.setattr(turns, "FRAME_RATE_MS", 10_000)
    taking, groups = served
    taking.take_news()
    taking.take_news()
    taking.forget()
    qtbot.wait(turns.LATE_MS * 3)
    assert groups == [0, 1, 2, 3, 0]
