from __future__ import annotations

from itertools import pairwise

from engine.record_pace import RecordCost, RecordPace


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


def test_that_a_dear_record_comes_so_rarely_that_a_quarter_as_many_examples_are_measured_as_learned_from() -> (
    None
):
    dear = RecordPace(RecordCost(products=109_386, updated=750, measured=1500))
    recorded = [epoch for epoch in range(1, 1001) if dear.is_due(epoch)]
    gaps = [later - earlier for earlier, later in pairwise(recorded)]
    assert recorded[:3] == [1, 2, 3]
    assert gaps.index(8) < 15
    late = [epoch for epoch in recorded if epoch > 20]
    assert 4 * 1500 * len(late) <= 750 * (1000 - 20)


def test_that_many_test_examples_make_the_stride_longer() -> None:
    pace = RecordPace(RecordCost(products=10**9, updated=100, measured=1000))
    recorded = [epoch for epoch in range(1, 200) if pace.is_due(epoch)]
    assert recorded == [1, 41, 81, 121, 161]


def test_that_a_network_that_becomes_dear_is_recorded_more_rarely_at_once() -> None:
    cheap = RecordPace()
    for epoch in range(1, 51):
        assert cheap.is_due(epoch)
    dear = RecordPace(RecordCost(products=10**9, updated=500, measured=1000)).going_on_from(cheap)
    assert dear.is_due(51)
    assert not dear.is_due(52)
    assert dear.is_due(59)
