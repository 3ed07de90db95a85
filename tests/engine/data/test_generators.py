"""Every generated set follows its definition: shapes, labels without noise, seeds."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from engine.data import SOURCES, sample
from engine.data.generators import BUMPS

GENERATED = [key for key, source in SOURCES.items() if source.generate is not None]
CLASSIFICATION = [key for key in GENERATED if SOURCES[key].task != "regression"]


@pytest.mark.parametrize("key", GENERATED)
@pytest.mark.parametrize("count", [1, 2, 7, 90])
def test_that_a_sample_has_as_many_points_as_asked_for(key: str, count: int) -> None:
    drawn = sample(key, seed=1, noise=30, count=count)
    assert drawn.raw.shape == (2, count)
    assert drawn.labels.shape == (count,)
    assert np.isfinite(drawn.raw).all()


@pytest.mark.parametrize("key", GENERATED)
def test_that_the_points_of_a_set_are_500_or_for_values_1200(key: str) -> None:
    assert sample(key).raw.shape[1] == (1200 if SOURCES[key].task == "regression" else 500)


@pytest.mark.parametrize("key", GENERATED)
def test_that_a_seed_decides_the_sample(key: str) -> None:
    first, same, other = sample(key, 5, 20), sample(key, 5, 20), sample(key, 6, 20)
    assert_array_equal(first.raw, same.raw)
    assert_array_equal(first.labels, same.labels)
    assert not np.array_equal(first.raw, other.raw)


@pytest.mark.parametrize("key", CLASSIFICATION)
def test_that_the_classes_are_even(key: str) -> None:
    counts = np.bincount(sample(key, seed=2, noise=0).labels, minlength=len(SOURCES[key].class_names))
    assert len(counts) == len(SOURCES[key].class_names)
    spread = 60 if key == "xor" else 1
    assert counts.max() - counts.min() <= spread


@pytest.mark.parametrize("key", ["circle", "xor", "plane", "multi_gauss"])
def test_that_noise_changes_labels_and_not_places(key: str) -> None:
    clean, noisy = sample(key, 3, 0), sample(key, 3, 50)
    assert_array_equal(clean.raw, noisy.raw)
    assert not np.array_equal(clean.labels, noisy.labels)


def test_that_the_circle_is_class_1_in_a_disc_and_0_in_a_ring() -> None:
    drawn = sample("circle", 4)
    radius = np.hypot(*drawn.raw)
    assert_array_equal(drawn.labels, (radius < 2.5).astype(int))
    ring = radius[drawn.labels == 0]
    assert ring.min() >= 3.5 - 1e-12
    assert ring.max() <= 5 + 1e-12
    assert radius[drawn.labels == 1].max() <= 2.5


def test_that_noise_on_the_circle_moves_the_judged_place_by_at_most_5_nu() -> None:
    drawn = sample("circle", 4, noise=10)
    radius = np.hypot(*drawn.raw)
    reach = 5 * 0.1 * np.sqrt(2)
    assert (drawn.labels[radius < 2.5 - reach] == 1).all()
    assert (drawn.labels[radius > 2.5 + reach] == 0).all()
    many = sample("circle", 4, noise=50)
    assert np.mean(many.labels != sample("circle", 4).labels) > 0.05


def test_that_xor_is_class_1_where_the_signs_agree_and_keeps_off_the_axes() -> None:
    drawn = sample("xor", 4)
    x1, x2 = drawn.raw
    assert_array_equal(drawn.labels, (x1 * x2 >= 0).astype(int))
    assert np.abs(drawn.raw).min() >= 0.3
    assert np.abs(drawn.raw).max() <= 5.3
    assert np.abs(drawn.raw).max() > 5


@pytest.mark.parametrize(("noise", "variance"), [(0, 0.5), (25, 2.25), (50, 4)])
def test_that_the_two_blobs_widen_linearly_with_noise(noise: float, variance: float) -> None:
    drawn = sample("gauss", 8, noise, count=20_000)
    for label, centre in ((1, 2.0), (0, -2.0)):
        cloud = drawn.raw[:, drawn.labels == label]
        assert cloud.mean(axis=1) == pytest.approx([centre, centre], abs=0.1)
        assert cloud.var(axis=1) == pytest.approx([variance, variance], rel=0.06)


def test_that_the_spiral_walks_two_arms_of_one_and_three_quarter_turns() -> None:
    drawn = sample("spiral", 0)
    i = np.arange(250)
    r, t = 5 * i / 250, 1.75 * 2 * np.pi * i / 250
    np.testing.assert_allclose(drawn.raw[:, :250], [r * np.sin(t), r * np.cos(t)], atol=1e-12)
    np.testing.assert_allclose(drawn.raw[:, 250:], [-r * np.sin(t), -r * np.cos(t)], atol=1e-12)
    assert_array_equal(drawn.labels, np.repeat([1, 0], 250))
    moved = np.abs(sample("spiral", 0, noise=40).raw - drawn.raw)
    assert 0.3 < moved.max() <= 0.4


def test_that_the_moons_are_two_half_circles_of_radius_3() -> None:
    drawn = sample("moons", 0)
    upper, lower = drawn.raw[:, drawn.labels == 1], drawn.raw[:, drawn.labels == 0]
    np.testing.assert_allclose(np.hypot(upper[0] + 1.5, upper[1] + 0.75), 3)
    np.testing.assert_allclose(np.hypot(lower[0] - 1.5, lower[1] - 0.75), 3)
    assert upper[1].min() >= -0.75 - 1e-12
    assert lower[1].max() <= 0.75 + 1e-12
    assert np.abs(drawn.raw).max() <= 6


def test_that_the_three_blobs_lie_around_a_triangle() -> None:
    drawn = sample("blobs", 0, count=9000)
    for label, centre in enumerate([(0, 3), (2.598, -1.5), (-2.598, -1.5)]):
        assert drawn.raw[:, drawn.labels == label].mean(axis=1) == pytest.approx(centre, abs=0.1)


def test_that_the_plane_has_the_value_of_its_formula() -> None:
    drawn = sample("plane", 0)
    np.testing.assert_allclose(drawn.labels, (drawn.raw[0] + drawn.raw[1]) / 10)
    assert np.abs(drawn.raw).max() <= 6


def test_that_the_bumps_are_cones_of_either_sign() -> None:
    drawn = sample("multi_gauss", 0, count=5000)
    expected = np.zeros(5000)
    for k, (x1, x2) in enumerate(drawn.raw.T):
        heights = [sign * max(0.0, 1 - np.hypot(x1 - x, x2 - y) / 2) for x, y, sign in BUMPS]
        expected[k] = max(heights, key=abs)
    np.testing.assert_allclose(drawn.labels, expected, atol=1e-12)
    assert drawn.labels.max() > 0.9
    assert drawn.labels.min() < -0.9
    assert (drawn.labels == 0).any()
    assert [(x, y) for x, y, sign in BUMPS if sign > 0] == [(-4, 2.5), (4, 2.5), (0, -2.5)]
    assert [(x, y) for x, y, sign in BUMPS if sign < 0] == [(0, 2.5), (-4, -2.5), (4, -2.5)]


def test_that_only_generated_sets_can_be_sampled() -> None:
    with pytest.raises(ValueError, match="'iris' is not generated"):
        sample("iris")
