from __future__ import annotations

from itertools import pairwise

from engine.record_pace import RecordPace


def test_that_the_first_epochs_are_all_recorded_and_later_ones_ever_more_rarely() -> None:
    pace = RecordPace()
    recorded = [epoch for epoch in range(1, 20_001) if pace.is_due(epoch)]
    assert recorded[:128] == list(range(1, 129))
    gaps = [later - earlier for earlier, later in pairwise(recorded)]
    assert sorted(set(gaps)) == [1, 8, 16, 32, 64, 128]
    assert gaps == sorted(gaps)
    assert len(recorded) < 800


def test_that_epochs_left_leads_to_the_next_recorded_one() -> None:
    pace, epoch = RecordPace(), 0
    for _ in range(300):
        epoch += pace.epochs_left(epoch)
        assert pace.is_due(epoch)


def test_that_a_run_set_to_another_epoch_is_recorded_there() -> None:
    pace = RecordPace()
    for epoch in range(1, 2000):
        pace.is_due(epoch)
    pace.begin_at(5)
    assert not pace.is_due(5)
    assert pace.is_due(6)
