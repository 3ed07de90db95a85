"""The gallery of expressions: mouse, keyboard, the open one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from engine.graph import GALLERY
from gui.formulas import get
from gui.graph.panels.gallery_list import GalleryList


@pytest.fixture
def gallery(appearance, shown):
    return shown(GalleryList(appearance), 264, 400)


def test_that_a_click_opens_an_example(qtbot, gallery):
    place = gallery.rows.row_rect(4).center().toPoint()
    with qtbot.waitSignal(gallery.example_chosen) as heard:
        qtbot.mouseClick(gallery.rows, Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == [GALLERY[4]]
    assert gallery.rows.current == GALLERY[4].key


def test_that_the_keyboard_reaches_every_example(qtbot, gallery):
    chosen = []
    gallery.example_chosen.connect(chosen.append)
    gallery.rows.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(gallery.rows, Qt.Key.Key_Home)
    for _ in GALLERY:
        qtbot.keyClick(gallery.rows, Qt.Key.Key_Return)
        qtbot.keyClick(gallery.rows, Qt.Key.Key_Down)
    assert chosen == list(GALLERY)


def test_that_marking_an_example_says_nothing(qtbot, gallery):
    with qtbot.assertNotEmitted(gallery.example_chosen):
        gallery.set_current("chain-rule")
    assert gallery.rows.current == "chain-rule"
    gallery.set_current(None)
    assert gallery.rows.current is None
    gallery.set_current("nobody")
    assert gallery.rows.current is None


def test_that_a_low_panel_scrolls_to_the_last_example(qtbot, appearance, shown):
    gallery = shown(GalleryList(appearance), 264, 160)
    gallery.rows.setFocus()
    qtbot.keyClick(gallery.rows, Qt.Key.Key_End)
    last = gallery.rows.row_rect(len(GALLERY) - 1).toRect()
    assert gallery.rows.visibleRegion().contains(last)


def test_that_space_plays_unless_the_ring_shows(qtbot, gallery):
    gallery.rows.setFocus(Qt.FocusReason.MouseFocusReason)
    with qtbot.assertNotEmitted(gallery.example_chosen):
        qtbot.keyClick(gallery.rows, Qt.Key.Key_Space)
    qtbot.keyClick(gallery.rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(gallery.example_chosen):
        qtbot.keyClick(gallery.rows, Qt.Key.Key_Space)


def test_that_every_title_fits_a_narrow_panel(gallery):
    for example in GALLERY:
        formula = get(example.title)
        assert formula is not None
        assert formula.width * 10.0 <= 264 - 22 - 22
