"""The line between regions of classes."""

from __future__ import annotations

import numpy as np
import pytest

from gui.train.output.boundary import borders, two_classes

SIZE = 80
MIDDLES = (np.arange(SIZE) + 0.5) / SIZE * 12 - 6
X, Y = np.meshgrid(MIDDLES, -MIDDLES)


def to_plane(segments):
    """Segments in pixels of the map as x, y of both ends on -6 ... 6."""
    ends = segments.reshape(-1, 2) / SIZE * 12 - 6
    return ends[:, 0], -ends[:, 1]


def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return (e / e.sum(axis=0)).astype(np.float32)


@pytest.mark.parametrize("steepness", [0.3, 1.0, 5.0, 40.0])
def test_that_the_boundary_of_a_disc_is_its_circle_however_steep_the_output(steepness):
    output = 1 / (1 + np.exp(np.clip(steepness * (X**2 + Y**2 - 9), -700, 700)))
    x, y = to_plane(borders(*two_classes(output.astype(np.float32))))
    assert len(x) > 100
    tolerance = 0.01 if steepness <= 5 else 0.12  # float32 can't tell the steepest from 0 and 1
    assert np.hypot(x, y) == pytest.approx(np.full(x.shape, 3.0), abs=tolerance)


def test_that_the_boundary_is_closed():
    output = 1 / (1 + np.exp(X**2 + Y**2 - 9))
    ends = borders(*two_classes(output)).reshape(-1, 2).round(6)
    _, times = np.unique(ends, axis=0, return_counts=True)
    assert (times == 2).all()


def test_that_a_line_reaches_the_edges_of_the_picture():
    output = 1 / (1 + np.exp(-3 * X))
    x, y = to_plane(borders(*two_classes(output)))
    assert x == pytest.approx(np.zeros(x.shape), abs=1e-9)
    assert y.min() <= -6
    assert y.max() >= 6


@pytest.mark.parametrize("value", [0.0, 0.2, 0.5, 1.0])
def test_that_one_class_alone_has_no_boundary(value):
    assert borders(*two_classes(np.full((SIZE, SIZE), value))).shape == (0, 4)


def test_that_three_linear_classes_meet_where_their_scores_are_equal():
    score = np.stack([X, -0.5 * X + 0.8 * Y, -0.5 * X - 0.8 * Y])
    probabilities = softmax(score)
    x, y = to_plane(borders(probabilities.argmax(axis=0), probabilities))
    best = np.sort(np.stack([x, -0.5 * x + 0.8 * y, -0.5 * x - 0.8 * y]), axis=0)
    inner = (np.maximum(abs(x), abs(y)) < 5.9) & (np.hypot(x, y) > 0.4)
    assert inner.sum() > 100
    assert (best[2] - best[1])[inner] == pytest.approx(0, abs=1e-3)
    assert np.hypot(x, y).min() < 0.1


def test_that_classes_and_two_classes_give_the_same_line():
    output = (1 / (1 + np.exp(X**2 - Y - 3))).astype(np.float32)
    labels, both = two_classes(output)
    assert borders(both.argmax(axis=0), both) == pytest.approx(borders(labels, both), abs=1e-6)


def test_that_a_saddle_gives_lines_that_stay_in_its_cell():
    labels = np.array([[0, 1], [1, 0]])
    probability = np.where(labels == 1, 0.9, 0.1)
    segments = borders(*two_classes(probability))
    inner = segments[((segments > 0.5 - 1e-9) & (segments < 1.5 + 1e-9)).all(axis=1)]
    assert len(inner) == 4
    assert [1.0, 1.0] in inner[:, 2:].tolist()


def test_that_zeros_and_ones_do_not_break_the_line():
    probability = np.where(X > 0.3, 1.0, 0.0).astype(np.float32)
    segments = borders(*two_classes(probability))
    assert len(segments) > SIZE - 1
    assert np.isfinite(segments).all()
