"""The status bar: state, numbers, sizes and messages."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.data import build_dataset
from engine.setup import Setup
from engine.snapshot import Curves, Divergence, Snapshot
from gui.appearance import Appearance
from gui.status_bar import StatusBar
from gui.status_texts import (
    Stepping,
    advice,
    gradient_size,
    number_parts,
    setup_text,
    state_word,
    stepping_advice,
)
from gui.training.run_state import RunState


@pytest.fixture(scope="module")
def dataset():
    return build_dataset(Setup().data)


def snapshot(**changes) -> Snapshot:
    dW = (None, np.full((4, 2), 3.0), np.full((1, 4), 4.0))
    start = Snapshot(
        revision=0,
        iteration=75,
        epoch=3,
        sizes=(2, 4, 1),
        W=dW,
        b=(None, None, None),
        dW=dW,
        db=(None, None, None),
        cost_train=0.0696,
        cost_test=0.1,
        regularization=0.0,
        accuracy_train=1.0,
        accuracy_test=1.0,
        rms_dW=(),
        rms_db=(),
        curves=Curves(np.zeros(0, np.int64), np.zeros(0), {}, {}),
        updates_per_second=1500.4,
    )
    return replace(start, **changes)


@pytest.fixture
def bar(qtbot, dataset):
    bar = StatusBar(Appearance("light"))
    qtbot.addWidget(bar)
    bar.resize(1280, 28)
    bar.set_setup(Setup(), dataset)
    bar.show()
    return bar


@pytest.mark.parametrize("state", list(RunState))
def test_that_every_state_has_its_word(state):
    word = state_word(state.value)
    assert word[0].isupper()
    assert word != state.value


def test_that_the_gradient_is_measured_by_its_length():
    assert gradient_size(snapshot()) == pytest.approx(np.sqrt(8 * 9 + 4 * 16))
    assert gradient_size(snapshot(dW=(None, None, None))) is None
    assert np.isnan(gradient_size(snapshot(dW=(None, np.array([[np.inf]]), None))))


def test_that_the_speed_is_told_only_while_running():
    assert len(number_parts(snapshot(), is_running=True)) == 3
    assert len(number_parts(snapshot(), is_running=False)) == 2


def test_that_the_sizes_are_told(dataset):
    setup = Setup()
    text = setup_text(setup, dataset)
    assert "25 parameters" in text
    assert text.endswith(f"train 250 · test 250 · batch 10 · seed {setup.data.seed}")
    whole = replace(setup, training=replace(setup.training, batch_size=None))
    assert "batch all" in setup_text(whole, dataset)


def test_that_a_divergence_is_named_with_what_to_do():
    broken = Divergence(812, 3, "dW")
    assert state_word("diverged", "", broken) == "Diverged at update 812"
    assert advice("diverged", broken).startswith("dW[3] is not finite. Reset, undo")
    assert advice("paused") == ""


def test_that_the_numbers_of_a_running_network_are_shown(bar):
    bar.set_state("running")
    bar.show_snapshot(snapshot())
    assert bar.texts()[:4] == ("Running", "1\u00a0500 updates/s", "J = 0.0696", "|dW| = 11.6619")


def test_that_numbers_change_about_four_times_a_second(qtbot, bar):
    bar.show_snapshot(snapshot())
    bar.show_snapshot(snapshot(cost_train=0.5))
    assert "J = 0.0696" in bar.texts()
    qtbot.waitUntil(lambda: "J = 0.5000" in bar.texts())


def test_that_a_new_set_up_forgets_the_old_numbers(bar, dataset):
    bar.show_snapshot(snapshot())
    bar.set_setup(Setup(), dataset)
    assert not any("J" in text for text in bar.texts())
    bar.show_snapshot(snapshot(cost_train=0.25))
    assert "J = 0.2500" in bar.texts()


def test_that_a_diverged_run_is_told_in_the_bar(bar):
    bar.set_state("diverged")
    bar.show_snapshot(snapshot(state="diverged", divergence=Divergence(812, 3, "dW"), cost_train=np.nan))
    texts = bar.texts()
    assert texts[0] == "Diverged at update 812"
    assert "J = –" in texts
    assert any("smaller learning rate" in text for text in texts)


@pytest.mark.parametrize(
    ("symbol", "iteration", "said"),
    [
        ("J", 811, "Stopped before J overflows: these numbers are still finite"),
        ("dW", 811, "In this update dW[3] is not finite"),
        ("dW", 800, "These are the last good parameters, of update 800"),
        ("dW", 0, "These are the start weights, the last that were good"),
    ],
)
def test_that_step_says_why_a_diverged_run_shows_finite_numbers(symbol, iteration, said):
    assert stepping_advice("diverged", Divergence(812, 3, symbol), iteration) == said
    assert stepping_advice("paused", None, iteration) == ""


def test_that_step_keeps_the_word_and_the_mark_of_a_diverged_run(bar):
    bar.set_stepping(Stepping((), "Circle · update 812", "update 812", 811))
    assert bar.texts()[0] == "Stepping"
    quiet = bar.grab().toImage()
    bar.set_state("diverged")
    bar.show_snapshot(snapshot(state="diverged", divergence=Divergence(812, 3, "J"), cost_train=np.nan))
    assert bar.texts()[0] == "Diverged at update 812"
    assert any("before J overflows" in text for text in bar.texts())
    assert bar.grab().toImage() != quiet


def test_that_the_bar_says_whether_step_goes_on_by_itself(bar):
    bar.set_stepping(Stepping((), "Circle", "update 1", 0, is_playing=True))
    assert bar.texts()[0] == "Playing"


@pytest.mark.parametrize("kind", ["info", "warn", "err"])
def test_that_a_message_is_painted_in_its_colour(bar, kind):
    quiet = bar.grab().toImage()
    bar.show_message("circle.csv can't be read", kind)
    assert bar.message == "circle.csv can't be read"
    assert bar.grab().toImage() != quiet
    bar.clear_message()
    assert bar.grab().toImage() == quiet


def test_that_only_messages_that_inform_go_by_themselves(bar):
    bar.show_message("saved", "info")
    assert bar._message_end.isActive()
    bar.show_message("can't be read", "err")
    assert not bar._message_end.isActive()
    assert bar.accessibleDescription() == "can't be read"


def test_that_the_end_of_a_run_is_not_told_where_something_else_is_looked_at(bar):
    bar.set_state("diverged")
    bar.set_stepping(Stepping((), "3 variables", "", 0, of_run=False))
    assert bar.texts() == ("Stepping", "", "3 variables")
    bar.set_stepping(Stepping((), "Lesson 6", "", 0, is_playing=True, of_run=False, playing="Running"))
    assert bar.texts()[0] == "Running"
    bar.set_stepping(None)
    assert bar.texts()[0].startswith("Diverged")
