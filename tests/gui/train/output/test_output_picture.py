"""The output picture as a widget: what is painted, what the mouse reads and sets."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from engine.data import DataSpec, build_dataset
from gui.appearance import Appearance
from gui.train.output.field import class_ground
from gui.train.output.picture import OutputPicture
from gui.train.output.scene import build_scene
from tests.gui.train.output.output_runs import run_of

INPUTS = ("inputs", 0, 1)
DRAWN = ((1.0, 2.0, 0), (-3.0, 0.5, 1), (2.0, -2.0, 1))


@pytest.fixture
def appearance(qapp):
    return Appearance("light")


@pytest.fixture
def picture(qtbot, appearance):
    made = OutputPicture(appearance)
    qtbot.addWidget(made)
    made.set_scene(scene_of("circle"))
    made.set_points_shown(train=False, test=False)
    made.resize(340, made.height_for(340))
    made.show()
    qtbot.waitExposed(made)
    return made


def scene_of(source, **data):
    return build_scene(build_dataset(DataSpec(source, seed=1, **data)), INPUTS)


def ramp(size=40):
    """ŷ grows from 0 at the left to 1 at the right."""
    return np.repeat(np.linspace(0, 1, size, dtype=np.float32)[None, :], size, axis=0)[None]


def pixel(picture, x, y):
    place = picture.frame.to_pixel(x, y)
    return picture.grab().toImage().pixelColor(int(place[0]), int(place[1]))


def move(qtbot, picture, x, y):
    place = picture.frame.to_pixel(x, y)
    qtbot.mouseMove(picture, QPoint(round(place[0]), round(place[1])))


def test_that_the_map_is_painted_orange_to_blue_with_an_ink_boundary(picture, appearance):
    picture.show_field(ramp())
    left, right, middle = (pixel(picture, x, 0.7) for x in (-5.0, 5.0, 0.0))
    assert left.red() > left.blue()
    assert right.blue() > right.red()
    ink = appearance.theme.color("ink")
    assert abs(middle.lightness() - ink.lightness()) < 40


def test_that_discretising_leaves_two_colours_and_the_boundary(picture):
    picture.show_field(ramp())
    picture.set_discretised(True)
    colors = {pixel(picture, x, 0.7).name() for x in (-5.0, -2.0, -0.5, 0.5, 2.0, 5.0)}
    assert len(colors) == 2


@pytest.mark.parametrize("broken", [np.nan, np.inf])
def test_that_a_broken_map_leaves_the_last_good_one(picture, broken):
    picture.show_field(ramp())
    before = picture.grab().toImage()
    bad = ramp()
    bad[0, 3, 4] = broken
    picture.show_field(bad)
    picture.show_field(None)
    assert picture.grab().toImage() == before


def test_that_a_unit_has_no_boundary(picture, appearance):
    picture.show_field(2 * ramp()[0] - 1, is_unit=True)
    neutral = appearance.theme.signed(0.0)
    assert abs(pixel(picture, 0.0, 0.7).lightness() - neutral.lightness()) < 8


def test_that_points_are_painted_only_where_they_are_wanted(picture):
    picture.show_field(ramp())
    bare = picture.grab().toImage()
    picture.set_points_shown(train=False, test=True)
    rings = picture.grab().toImage()
    picture.set_points_shown(train=True, test=False)
    filled = picture.grab().toImage()
    assert len({image.constBits().tobytes() for image in (bare, rings, filled)}) == 3
    picture.set_points_shown(train=False, test=False)
    assert picture.grab().toImage() == bare


def test_that_a_snapshot_does_not_paint_points_and_axes_again(picture):
    picture.set_points_shown(train=True, test=True)
    picture.show_field(ramp())
    picture.grab()
    layers = picture._ground.cacheKey(), picture._overlay.cacheKey()
    picture.show_field(1 - ramp())
    picture.grab()
    assert (picture._ground.cacheKey(), picture._overlay.cacheKey()) == layers


def test_that_the_corners_are_round(picture, appearance):
    picture.show_field(ramp())
    image = picture.grab().toImage()
    assert image.pixelColor(picture.frame.left, picture.frame.top) == appearance.theme.color("panel")


def test_that_another_theme_repaints_everything(picture, appearance):
    picture.show_field(ramp())
    light = picture.grab().toImage()
    appearance.choose("dark")
    dark = picture.grab().toImage()
    assert dark.pixelColor(2, 2) == appearance.theme.color("panel")
    assert dark != light


def test_that_three_classes_have_their_own_colours_and_borders(picture):
    picture.set_scene(scene_of("blobs"))
    fields = np.zeros((3, 40, 40), np.float32)
    fields[0, :, :14], fields[1, :, 14:27], fields[2, :, 27:] = 1, 1, 1
    picture.show_field(fields)
    colors = [pixel(picture, x, 3.3).name() for x in (-5.0, 0.0, 5.0)]
    assert len(set(colors)) == 3
    assert pixel(picture, -1.8, 3.3).lightness() < 60


def test_that_the_mouse_reads_place_and_value(qtbot, picture):
    picture.show_field(ramp())
    move(qtbot, picture, 3.0, -1.5)
    assert picture.card[0].startswith("x₁ = 3.0")
    assert picture.card[1] in {"ŷ = 0.75: class 1", "ŷ = 0.76: class 1"}
    picture.show_field(ramp() * 0.2)
    picture.refresh_card()
    assert picture.card[1] == "ŷ = 0.15: class 0"
    qtbot.mouseMove(picture, QPoint(5, 5))
    assert picture.card == ()


def test_that_the_mouse_reads_what_the_network_computes_there(qtbot, picture):
    run = run_of("circle")
    picture.set_scene(build_scene(run.dataset, INPUTS))
    picture.show_field(run.snapshot(output_grid=80).output_map)
    for x, y in ((0.0, 0.0), (-4.0, 1.0), (2.0, -1.0)):
        move(qtbot, picture, x, y)
        frame, mouse = picture.frame, picture._mouse
        expected = run.trainer.network.forward(np.array([frame.to_plane(*mouse)]).T)[0, 0]
        shown = float(picture.card[1].split()[2].rstrip(":"))
        assert shown == pytest.approx(expected, abs=0.02)


def test_that_clicks_set_points_only_in_draw_mode(qtbot, picture):
    drawn = []
    picture.point_drawn.connect(lambda x, y: drawn.append((x, y)))
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(180, 100))
    assert drawn == []
    picture.set_draw_mode(True)
    assert picture.cursor().shape() == Qt.CursorShape.CrossCursor
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(180, 100))
    assert drawn == [pytest.approx(picture.frame.to_plane(180, 100))]
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(3, 100))
    assert len(drawn) == 1


def test_that_a_drag_sets_a_row_of_points(qtbot, picture):
    drawn = []
    picture.point_drawn.connect(lambda x, y: drawn.append((x, y)))
    picture.set_draw_mode(True)
    qtbot.mousePress(picture, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    for x in range(101, 141):
        qtbot.mouseMove(picture, QPoint(x, 100))
    qtbot.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=QPoint(140, 100))
    qtbot.mouseMove(picture, QPoint(200, 200))
    assert len(drawn) == 5


@pytest.mark.parametrize(
    ("button", "modifier"),
    [
        (Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier),
        (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_that_right_and_shift_click_remove_the_nearest_drawn_point(qtbot, picture, button, modifier):
    picture.set_scene(scene_of("drawn", points=DRAWN))
    picture.set_draw_mode(True)
    x, y = picture.frame.to_pixel(-3.0, 0.5)
    with qtbot.waitSignal(picture.point_removed, timeout=1000) as removed:
        qtbot.mouseClick(picture, button, modifier, QPoint(round(x) + 2, round(y)))
    assert removed.args == [1]
    with qtbot.assertNotEmitted(picture.point_removed):
        qtbot.mouseClick(picture, button, modifier, QPoint(round(x) + 60, round(y) + 60))


@pytest.mark.parametrize("source", ["circle", "plane", "blobs"])
def test_that_a_drawing_that_is_no_data_set_yet_is_shown_read_and_removed_alone(qtbot, picture, source):
    picture.set_scene(scene_of(source))
    picture.set_draw_mode(True)
    data = picture.grab().toImage()
    picture.show_drawing([(-3.0, 0.0, 0), (4.0, 4.0, 1)])
    sheet = picture.grab().toImage()
    places = [picture.frame.to_pixel(*place) for place in ((-3.0, 0.0), (4.0, 4.0))]
    first, second = (sheet.pixelColor(int(x), int(y)) for x, y in places)
    assert first.red() > first.blue()
    assert second.blue() > second.red()
    move(qtbot, picture, 4.0, 4.0)
    assert picture.card[-1] == "training point: class 1"
    with qtbot.waitSignal(picture.point_removed, timeout=1000) as removed:
        qtbot.mouseClick(
            picture, Qt.MouseButton.RightButton, pos=QPoint(*(round(value) for value in places[1]))
        )
    assert removed.args == [1]
    picture.show_drawing(None)
    qtbot.mouseMove(picture, QPoint(3, 3))
    assert picture.grab().toImage() == data


def test_that_an_old_map_of_another_meaning_is_not_shown(picture, appearance):
    picture.show_field(ramp())
    picture.set_scene(scene_of("blobs"))
    assert pixel(picture, -5.0, 0.7) == appearance.theme.signed(0.0)


def test_that_another_sample_keeps_the_map(picture):
    picture.show_field(ramp())
    before = pixel(picture, -5.0, 0.7)
    picture.set_scene(build_scene(build_dataset(DataSpec("circle", seed=9)), INPUTS))
    assert pixel(picture, -5.0, 0.7) == before


def test_that_a_class_under_the_mouse_is_shown_in_its_colour(picture, appearance):
    picture.set_scene(scene_of("blobs"))
    for index in range(3):
        picture.show_field(2 * ramp()[0] - 1, is_unit=True, of_class=index)
        sure = class_ground(appearance.theme, index, 3)
        right, left = pixel(picture, 5.8, 3.3), pixel(picture, -5.8, 3.3)
        assert max(abs(a - b) for a, b in zip(right.getRgb(), sure.getRgb(), strict=True)) < 12
        assert abs(left.lightness() - appearance.theme.signed(0.0).lightness()) < 8


def test_that_beginning_to_draw_shows_no_points_that_are_not_ticked(picture):
    picture.show_field(ramp())
    picture.set_points_shown(train=True, test=False)
    before = picture.grab().toImage()
    picture.set_draw_mode(True)
    assert picture.grab().toImage() == before
    assert not picture.shows_all_points


def test_that_no_drawn_point_vanishes_into_the_hidden_part(picture):
    spec = {"points": tuple((0.1 * i, 0.2 * i, i % 2) for i in range(20))}
    picture.set_scene(scene_of("drawn", **spec))
    picture.set_points_shown(train=True, test=False)
    hidden = picture.grab().toImage()
    picture.set_draw_mode(True)
    assert picture.shows_all_points
    assert picture.grab().toImage() != hidden
