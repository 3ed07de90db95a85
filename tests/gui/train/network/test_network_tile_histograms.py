"""The small histograms in the tiles of units."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from engine.unit_histograms import BINS
from gui.theme import load_theme
from gui.train.network.tile_histograms import (
    BARS,
    bar_count,
    grouped,
    heights_of,
    mean_tick,
    paint_histograms,
    plot_of,
)
from gui.train.network.tile_pictures import ColumnPictures
from tests.gui.train.network.network_runs import places_of


@pytest.mark.parametrize("width", range(16, 112, 3))
def test_that_bars_are_whole_pixels_wide_and_stay_in_their_tile(width):
    bars = bar_count(width)
    assert BINS % bars == 0
    tile = places_of((4, 3, 1)).columns[1].tiles[0]
    plot = plot_of(tile, bar_count(tile.picture.w))
    assert plot.inside(tile.picture)
    assert plot.w % bar_count(tile.picture.w) == 0
    assert bars == BARS[-1] or (width - 4) / bars >= 4


def test_that_larger_tiles_have_more_bars():
    counts = [bar_count(width) for width in (16, 24, 40, 84, 109)]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def test_that_bins_are_put_together():
    shares = np.arange(48, dtype=np.float32).reshape(2, 24)
    assert grouped(shares, 6).shape == (2, 6)
    assert grouped(shares, 6)[1, 0] == shares[1, :4].sum()


def test_that_the_highest_bar_of_every_unit_is_1_and_an_empty_unit_has_none():
    heights = heights_of(np.array([[0.25, 0.75, 0.0], [0.0, 0.0, 0.0]]))
    assert heights.max(axis=1).tolist() == [1, 0]
    assert heights[0, 2] == 0


@pytest.mark.parametrize(("mean", "share"), [(-1.0, 0.0), (0.0, 0.5), (1.0, 1.0), (7.0, 1.0)])
def test_that_the_tick_stands_at_the_mean(mean, share):
    plot = plot_of(places_of((4, 3, 1)).columns[1].tiles[0], 8)
    line = mean_tick(plot, mean, (-1.0, 1.0))
    assert line.x1() == pytest.approx(plot.x + share * plot.w, abs=1)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_that_bars_are_coloured_by_the_side_of_zero_on_which_they_lie(qapp, name):
    theme, column = load_theme(name), places_of((4, 3, 1)).columns[1]
    shares = np.full((3, BINS), 1 / BINS)
    picture = QImage(776, 517, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    paint_histograms(painter, theme, column, ColumnPictures("histograms", shares), is_bounded=True)
    painter.end()
    for tile in column.tiles:
        plot = plot_of(tile, bar_count(tile.picture.w))
        left = picture.pixelColor(int(plot.x) + 1, int(plot.bottom) - 3)
        right = picture.pixelColor(int(plot.right) - 3, int(plot.bottom) - 3)
        assert left.red() > left.blue()
        assert right.blue() > right.red()
        assert picture.pixelColor(int(tile.picture.x), int(tile.picture.y) + 2) == theme.color("panel")


def test_that_the_bars_of_a_class_have_its_colour_and_none_is_orange_for_0(qapp):
    theme, column = load_theme("light"), places_of((4, 3, 3), 684, 440).columns[2]
    shares = np.full((3, 24), 1 / 24, np.float32)
    image = QImage(700, 460, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_histograms(
        painter, theme, column, ColumnPictures("histograms", shares, None, (0.0, 1.0)), True, classes=3
    )
    painter.end()
    for tile in column.tiles:
        plot = plot_of(tile, bar_count(tile.picture.w))
        first, last = (
            image.pixelColor(round(x), round(plot.bottom) - 2) for x in (plot.x + 1, plot.right - 3)
        )
        color = theme.class_color(tile.k, 3)
        assert first.lightness() > last.lightness()
        assert sum(abs(a - b) for a, b in zip(last.getRgb(), color.getRgb(), strict=True)) < 30
        assert abs(first.hslHue() - last.hslHue()) < 12 or color.hslSaturation() < 30
