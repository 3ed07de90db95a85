"""What the tiles show: maps, weights as pictures, or strengths."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gui.theme import load_theme
from gui.train.network.tile_pictures import PictureStrip, class_tables, color_table, colored, column_pictures
from gui.train.output.field import class_ground, class_image
from tests.gui.train.network.canvases import canvas_of
from tests.gui.train.network.network_runs import places_of, run_of


def pictures(run, l, sizes=None, picture_shape=None, snapshot=None, **shape):
    network = run.setup.network
    column = places_of(network.sizes, 684, 440, **shape).columns[l]
    snapshot = snapshot or run.snapshot()
    return column_pictures(snapshot, column, network.layer(l).activation, picture_shape), column, snapshot


def test_that_data_of_the_plane_show_the_maps_of_their_units():
    found, column, snapshot = pictures(run_of(), 1)
    assert found.kind == "maps"
    assert np.array_equal(found.values, snapshot.unit_maps[1])
    assert len(found.values) == len(column.tiles)


def test_that_an_elided_layer_takes_its_part_of_all_maps():
    run = run_of(hidden=(30,))
    found, column, snapshot = pictures(run, 1, firsts=(0, 12, 0))
    assert len(column.tiles) < 30
    assert np.array_equal(found.values, snapshot.unit_maps[1][12 : 12 + len(column.tiles)])


def test_that_maps_of_another_number_of_units_are_not_shown():
    run = run_of()
    snapshot = run.snapshot()
    stale = replace(snapshot, unit_maps=(None, snapshot.unit_maps[1][:3], None, None))
    assert pictures(run, 1, snapshot=stale)[0].kind == "strengths"


def test_that_the_first_layer_of_pictures_shows_its_weights():
    run = run_of("digits", (20, 12))
    found, column, snapshot = pictures(run, 1, picture_shape=(8, 8))
    assert found.kind == "weights"
    assert found.values.shape == (len(column.tiles), 8, 8)
    assert np.abs(found.values).max() == pytest.approx(1)
    rows = snapshot.W[1][: len(column.tiles)]
    assert found.values[1] == pytest.approx(rows[1].reshape(8, 8) / np.abs(rows).max())


def test_that_other_layers_show_their_mean_activation():
    run = run_of("digits", (20, 12))
    found, _, snapshot = pictures(run, 3, picture_shape=(8, 8))
    assert found.kind == "strengths"
    assert found.numbers == pytest.approx(snapshot.unit_activity[3])
    assert found.values == pytest.approx(snapshot.unit_activity[3])  # softmax: as it is


def test_that_other_layers_show_their_histograms_when_there_are_any():
    run = run_of("digits", (20, 12))
    found, column, snapshot = pictures(
        run, 2, picture_shape=(8, 8), snapshot=run.snapshot(unit_histograms=True), firsts=(0, 0, 3, 0)
    )
    assert found.kind == "histograms"
    first = column.first
    assert np.array_equal(found.values, snapshot.unit_histograms[2][first : first + len(column.tiles)])
    assert found.range == snapshot.unit_ranges[2]
    assert len(found.numbers) == len(column.tiles)


def test_that_unbounded_activations_are_shown_by_their_share_of_the_largest():
    run = run_of("iris", (5,), activation="leaky_relu")
    found, _, snapshot = pictures(run, 1)
    largest = np.abs(snapshot.unit_activity[1]).max()
    assert found.values == pytest.approx(snapshot.unit_activity[1] / largest)


def test_that_without_numbers_there_is_no_picture():
    run = run_of()
    empty = replace(run.snapshot(), unit_maps=(), unit_activity=())
    assert pictures(run, 1, snapshot=empty)[0] is None


@pytest.mark.parametrize("name", ["light", "dark"])
def test_that_colours_are_those_of_the_signed_scale(name):
    theme = load_theme(name)
    table = color_table(theme, theme.field_strength)
    found = colored(np.array([-5.0, -1.0, 0.0, 1.0, 5.0]), table)
    wanted = [theme.signed(value * theme.field_strength).rgb() for value in (-1, -1, 0, 1, 1)]
    for got, want in zip(found.tolist(), wanted, strict=True):
        assert all(abs((got >> shift & 255) - (want >> shift & 255)) <= 2 for shift in (0, 8, 16, 24))


def test_that_the_pictures_of_a_column_lie_below_one_another():
    table = color_table(load_theme("light"), 1.0)
    strip = PictureStrip(np.stack([np.full((4, 4), -1.0), np.full((4, 4), 1.0)]), table)
    assert (strip.image.width(), strip.image.height()) == (4, 8)
    assert strip.image.pixel(1, 2) == table[0]
    assert strip.image.pixel(1, 6) == table[255]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_that_a_tile_of_a_class_goes_from_the_ground_to_the_colour_that_the_output_field_has(name):
    theme = load_theme(name)
    values = np.stack([np.full((4, 4), value) for value in (-1.0, 1.0, 1.0)])
    strip = PictureStrip(values, class_tables(theme, 0, 3, 3))
    sure = np.zeros((3, 8, 8), np.float32)
    sure[1, :4], sure[2, 4:] = 1.0, 1.0
    field = class_image(sure, theme)
    for row, wanted in ((1, theme.signed(0.0)), (5, field.pixelColor(1, 1)), (9, field.pixelColor(1, 6))):
        found = strip.image.pixelColor(1, row)
        for got, want in zip(found.getRgb(), wanted.getRgb(), strict=True):
            assert abs(got - want) <= 2


def test_that_the_tile_of_a_likely_class_is_painted_as_the_output_picture_is(qtbot):
    run = run_of("blobs", (4,))
    canvas = canvas_of(qtbot, run)
    theme, image = load_theme("light"), canvas.grab().toImage()
    maps = canvas.scene.snapshot.unit_maps[2]
    for tile in canvas.scene.places.columns[2].tiles:
        y, x = np.unravel_index(int(maps[tile.k].argmax()), maps[tile.k].shape)
        assert maps[tile.k][y, x] > 0.6
        place = (
            tile.picture.x + (x + 0.5) / maps.shape[2] * tile.picture.w,
            tile.picture.y + (y + 0.5) / maps.shape[1] * tile.picture.h,
        )
        inside = (
            min(max(v, low + 8), low + side - 8)
            for v, low, side in zip(
                place, (tile.picture.x, tile.picture.y), (tile.picture.w, tile.picture.h), strict=True
            )
        )
        found = image.pixelColor(*(round(v) for v in inside))
        hues = [class_ground(theme, k, 3) for k in range(3)]
        distances = [
            sum(abs(a - b) for a, b in zip(found.getRgb(), hue.getRgb(), strict=True)) for hue in hues
        ]
        assert distances.index(min(distances)) == tile.k
