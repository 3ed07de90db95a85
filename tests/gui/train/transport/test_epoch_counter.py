"""The counter of epochs."""

from __future__ import annotations

import pytest

from gui.appearance import Appearance
from gui.train.transport.epoch_counter import EpochCounter, counter_texts


@pytest.mark.parametrize(
    ("epoch", "texts"),
    [
        (0, ("000,00", "0")),
        (123, ("000,", "123")),
        (1234, ("00", "1,234")),
        (999_999, ("", "999,999")),
        (1_234_567, ("", "1,234,567")),
    ],
)
def test_that_leading_zeros_are_faint(epoch, texts):
    assert counter_texts(epoch) == texts


@pytest.fixture
def counter(qtbot):
    counter = EpochCounter(Appearance("light"))
    qtbot.addWidget(counter)
    counter.resize(counter.width_needed(), counter.height())
    counter.show()
    return counter


def test_that_its_width_holds_while_it_counts(counter):
    width = counter.width_needed()
    for epoch in (1, 111_111, 888_888):
        counter.set_progress(epoch, 0)
        assert counter.width_needed() == width
        assert counter.sizeHint().width() <= width + 1
    counter.set_progress(1_234_567, 0)
    assert counter.width_needed() > width


def test_that_the_hint_tells_the_updates(counter):
    counter.set_progress(123, 3075)
    assert counter.hint().startswith("Epoch 123, 3\u00a0075 updates.")


def test_that_another_epoch_is_painted(counter):
    before = counter.grab().toImage()
    counter.set_progress(7, 175)
    assert counter.epoch() == 7
    assert counter.grab().toImage() != before
