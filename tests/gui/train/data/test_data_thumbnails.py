"""The data sets as pictures: chosen by mouse and by keyboard, framed by the set-up only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from engine.data import SOURCES
from gui.appearance import Appearance
from gui.theme import load_theme
from gui.train.data.thumbnail_pictures import paint_picture
from gui.train.data.thumbnails import DataThumbnails, source_groups

BUILT_IN = [key for key, row in SOURCES.items() if row.is_built_in]


@pytest.fixture
def thumbnails(qtbot: QtBot) -> DataThumbnails:
    widget = DataThumbnails(Appearance("light"))
    qtbot.addWidget(widget)
    widget.set_source("circle")
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_that_every_built_in_set_has_a_picture(thumbnails: DataThumbnails) -> None:
    assert sorted(thumbnails.tiles) == sorted(BUILT_IN)
    assert [key for group in source_groups() for key in group.keys] == BUILT_IN


@pytest.mark.parametrize("key", BUILT_IN)
def test_that_a_click_chooses_and_leaves_the_frame_where_it_is(
    qtbot: QtBot, thumbnails: DataThumbnails, key: str
) -> None:
    thumbnails.tiles["circle"].clearFocus()
    with qtbot.waitSignal(thumbnails.source_chosen) as chosen:
        qtbot.mouseClick(thumbnails.tiles[key], Qt.MouseButton.LeftButton)
    assert chosen.args == [key]
    assert [name for name, tile in thumbnails.tiles.items() if tile.isChecked()] == ["circle"]
    assert not thumbnails.tiles[key].hasFocus(), "Space goes on to run"


def test_that_arrows_move_and_enter_or_space_chooses(qtbot: QtBot, thumbnails: DataThumbnails) -> None:
    circle, xor, moons = (thumbnails.tiles[key] for key in ("circle", "xor", "moons"))
    circle.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(circle, Qt.Key.Key_Right)
    assert xor.hasFocus()
    with qtbot.waitSignal(thumbnails.source_chosen) as chosen:
        qtbot.keyClick(xor, Qt.Key.Key_Return)
    assert chosen.args == ["xor"]
    qtbot.keyClick(xor, Qt.Key.Key_Down)
    assert moons.hasFocus()
    with qtbot.waitSignal(thumbnails.source_chosen) as chosen:
        qtbot.keyClick(moons, Qt.Key.Key_Space)
    assert chosen.args == ["moons"]


@pytest.mark.parametrize(("source", "reachable"), [("moons", "moons"), ("csv", "circle")])
def test_that_tab_reaches_one_picture(thumbnails: DataThumbnails, source: str, reachable: str) -> None:
    thumbnails.set_source(source)
    policies = {key: tile.focusPolicy() for key, tile in thumbnails.tiles.items()}
    assert [key for key, policy in policies.items() if policy & Qt.FocusPolicy.TabFocus] == [reachable]
    assert [key for key, tile in thumbnails.tiles.items() if tile.isChecked()] == [
        key for key in thumbnails.tiles if key == source
    ]


def test_that_every_picture_has_a_name_and_says_its_task(thumbnails: DataThumbnails) -> None:
    for key, tile in thumbnails.tiles.items():
        assert SOURCES[key].label in tile.accessibleName()
        assert "linear unit" in tile.toolTip() or "softmax" in tile.toolTip() or "sigmoid" in tile.toolTip()


@pytest.mark.parametrize("compact", [False, True])
def test_that_the_tiles_stand_where_the_geometry_says(thumbnails: DataThumbnails, compact: bool) -> None:
    thumbnails.set_compact(compact)
    assert thumbnails.height() == thumbnails.places.height
    assert all(thumbnails.rect().contains(tile.geometry()) for tile in thumbnails.tiles.values())


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("key", BUILT_IN)
def test_that_every_picture_shows_something_inside_its_frame(qtbot: QtBot, key: str, theme: str) -> None:
    image = QImage(56, 56, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_picture(painter, key, 56, load_theme(theme))
    painter.end()
    inked = [(x, y) for x in range(56) for y in range(56) if image.pixelColor(x, y).alpha() > 0]
    assert len(inked) > 60
    assert all(1 <= x <= 54 and 1 <= y <= 54 for x, y in inked)
