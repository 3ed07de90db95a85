"""The strip of wrongly classified pictures."""

from __future__ import annotations

import numpy as np
import pytest

from gui.appearance import Appearance
from gui.train.output.mistakes_strip import MistakesStrip
from gui.train.output.wishes import MISTAKES
from tests.gui.train.output.output_runs import run_of


@pytest.fixture
def appearance(qapp):
    return Appearance("light")


@pytest.fixture
def strip(qtbot, appearance):
    made = MistakesStrip(appearance)
    qtbot.addWidget(made)
    made.set_dataset(run_of("digits").dataset)
    made.resize(340, made.height_for(340))
    return made


def test_that_every_mistake_says_true_and_given_class(strip):
    run = run_of("digits")
    snapshot = run.snapshot(output_grid=0, mistakes=MISTAKES)
    strip.show_mistakes(snapshot.mistakes, snapshot.confusion)
    assert len(strip.captions) == MISTAKES
    for caption, mistake in zip(strip.captions, snapshot.mistakes, strict=True):
        assert mistake.truth == run.dataset.labels_test[mistake.index]
        assert caption == f"true {mistake.truth}, given {mistake.given} ({mistake.probability:.2f})"
    assert strip.accessibleDescription() == "; ".join(strip.captions)


def test_that_the_picture_is_the_test_example_itself(strip, appearance):
    dataset = run_of("digits").dataset
    image = strip._image(5)
    raw = dataset.raw_test[:, 5].reshape(8, 8)
    darkness = np.array([[255 - image.pixelColor(x, y).green() for x in range(8)] for y in range(8)])
    assert np.corrcoef(darkness.ravel(), raw.ravel())[0, 1] > 0.999
    assert image.pixelColor(*np.argwhere(raw.max() == raw.T)[0].tolist()) == appearance.theme.color("ink")


def test_that_the_pictures_follow_the_theme(strip, appearance):
    light = strip._image(5)
    appearance.choose("dark")
    assert strip._image(5) != light


def test_that_the_height_does_not_depend_on_how_many_there_are(strip):
    before = strip.height_for(340)
    snapshot = run_of("digits").snapshot(output_grid=0, mistakes=MISTAKES)
    strip.show_mistakes(snapshot.mistakes[:2], snapshot.confusion)
    assert strip.height_for(340) == before


def test_that_the_header_counts_all_mistakes(strip):
    snapshot = run_of("digits").snapshot(output_grid=0, mistakes=MISTAKES)
    total = int(snapshot.confusion.sum() - np.trace(snapshot.confusion))
    strip.show_mistakes(snapshot.mistakes, snapshot.confusion)
    assert strip.detail == f"{MISTAKES} of {total}"
    right = np.diag(np.diag(snapshot.confusion))
    strip.show_mistakes((), right)
    assert strip.detail == f"0 of {len(run_of('digits').dataset.labels_test)} test pictures"


@pytest.mark.parametrize("width", [280, 300, 340])
def test_that_the_tiles_fit(strip, width):
    grid = strip._grid(width)
    assert grid.right <= width - 16
    assert grid.cell_width >= 86
