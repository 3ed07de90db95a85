"""Maps as pictures."""

from __future__ import annotations

import numpy as np
import pytest

from gui.theme import load_theme
from gui.train.output.field import (
    SignedImages,
    class_ground,
    class_image,
    field_colors,
    indexed_image,
    most_likely,
)

THEMES = [load_theme("light"), load_theme("dark")]


def colors_of(image):
    return {image.pixelColor(x, y).rgb() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("theme", THEMES, ids=["light", "dark"])
@pytest.mark.parametrize("value", [-1.0, 0.0, 1.0, -7.0, 1e30])
def test_that_a_flat_map_has_the_colour_of_its_value(theme, value):
    table = theme.signed_table(theme.field_strength)
    image = SignedImages().make(np.full((40, 40), value, np.float32), table, 90)
    assert (image.width(), image.height()) == (90, 90)
    expected = table[{-1.0: 0, 0.0: 128, 1.0: 255}[max(-1.0, min(1.0, value))]]
    assert colors_of(image) == {expected}


def test_that_the_first_row_is_at_the_top():
    table = THEMES[0].signed_table()
    field = np.repeat(np.linspace(1, -1, 40, dtype=np.float32)[:, None], 40, axis=1)
    image = SignedImages().make(field, table, 80)
    assert image.pixelColor(40, 0).blue() > image.pixelColor(40, 0).red()
    assert image.pixelColor(40, 79).red() > image.pixelColor(40, 79).blue()


def test_that_a_straight_slope_stays_straight_when_enlarged():
    table = list(range(256))  # the colour is the index itself
    field = np.repeat(np.linspace(-0.9, 0.9, 41, dtype=np.float32)[None, :], 41, axis=0)
    image = SignedImages().make(field, table, 205)
    indices = [image.pixel(x, 100) & 0xFF for x in range(10, 195)]
    expected = [((x + 0.5) / 5 - 0.5) * 0.045 - 0.9 for x in range(10, 195)]
    assert indices == pytest.approx([128 + 127.5 * value for value in expected], abs=1.5)


def test_that_a_discretised_map_has_two_colours():
    table = THEMES[0].signed_table(0.7)
    field = np.linspace(-1, 1, 1600, dtype=np.float32).reshape(40, 40)
    image = SignedImages().make(field, table, 120, in_two=True)
    assert colors_of(image) == {table[0], table[255]}


def test_that_the_buffers_follow_other_sizes():
    images, table = SignedImages(), THEMES[0].signed_table()
    for nodes, side in ((80, 273), (40, 90), (80, 273), (100, 320)):
        image = images.make(np.zeros((nodes, nodes), np.float32), table, side)
        assert image.width() == side
        assert colors_of(image) == {table[128]}


def test_that_a_large_picture_is_left_to_qt_to_enlarge():
    image = SignedImages().make(np.zeros((40, 40), np.float32), THEMES[0].signed_table(), 900)
    assert image.width() == 320


def test_that_an_earlier_picture_keeps_its_pixels():
    images, table = SignedImages(), THEMES[0].signed_table()
    first = images.make(np.full((40, 40), 1.0, np.float32), table, 91)
    images.make(np.full((40, 40), -1.0, np.float32), table, 91)
    assert colors_of(first) == {table[255]}


def test_that_indices_of_any_width_become_pixels():
    table = THEMES[0].signed_table()
    index = np.arange(15, dtype=np.uint8).reshape(3, 5)
    image = indexed_image(index, table)
    assert [[image.pixel(x, y) for x in range(5)] for y in range(3)] == [table[a : a + 5] for a in (0, 5, 10)]


@pytest.mark.parametrize("theme", THEMES, ids=["light", "dark"])
@pytest.mark.parametrize("classes", [3, 10])
def test_that_a_sure_class_has_its_own_soft_colour(theme, classes):
    colors = field_colors(theme, classes)
    assert len({tuple(row) for row in colors.tolist()}) == classes
    for index in range(classes):
        probabilities = np.zeros((classes, 20, 20), np.float32)
        probabilities[index] = 1.0
        pixel = class_image(probabilities, theme).pixelColor(10, 10)
        assert [pixel.blue(), pixel.green(), pixel.red()] == pytest.approx(colors[index].tolist(), abs=1)


def test_that_undecided_classes_are_mixed():
    theme = THEMES[0]
    pixel = class_image(np.full((3, 20, 20), 1 / 3, np.float32), theme).pixelColor(5, 5)
    mean = field_colors(theme, 3).mean(axis=0)
    assert [pixel.blue(), pixel.green(), pixel.red()] == pytest.approx(mean.tolist(), abs=1)


def test_that_discretised_classes_show_the_winner_alone():
    theme = THEMES[1]
    probabilities = np.zeros((3, 20, 20), np.float32)
    probabilities[0], probabilities[2] = 0.4, 0.6
    pixel = class_image(probabilities, theme, in_two=True).pixelColor(10, 10)
    assert [pixel.blue(), pixel.green(), pixel.red()] == pytest.approx(
        field_colors(theme, 3)[2].tolist(), abs=1
    )


@pytest.mark.parametrize("classes", [2, 3, 10])
def test_that_the_most_likely_class_is_the_largest_output(classes):
    probabilities = np.random.default_rng(classes).random((classes, 30, 30), np.float32)
    assert (most_likely(probabilities) == probabilities.argmax(axis=0)).all()


@pytest.mark.parametrize("theme", THEMES, ids=["light", "dark"])
def test_that_three_classes_weigh_no_more_than_two_and_their_points_stand_out(theme):
    ground, strongest = theme.signed(0.0), theme.signed(theme.field_strength)
    limit = abs(strongest.lightness() - ground.lightness())
    for index in range(3):
        field, point = class_ground(theme, index, 3), theme.class_color(index, 3)
        assert abs(field.lightness() - ground.lightness()) <= limit
        assert contrast(point, field) >= 2.0


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color):
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
