"""What holds for every lab: settings go round, sizes fit, lights, nothing left running."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from engine.labs.table import LABS
from gui.labs.halo import Halo
from gui.labs.table import PLACES, make_lab


def test_that_every_lab_of_the_engine_has_its_window_and_the_other_way_round():
    assert set(PLACES) == set(LABS)


@pytest.mark.parametrize("key", PLACES)
def test_that_a_lab_begins_with_its_defaults_and_keeps_what_it_says(make, qtbot, key):
    lab = make(key)
    settings = lab.settings()
    assert settings == {name: setting.default for name, setting in LABS[key].settings.items()}
    with qtbot.assertNotEmitted(lab.settings_changed):
        lab.set_settings(settings)
    assert lab.settings() == settings


@pytest.mark.parametrize("key", PLACES)
@pytest.mark.parametrize("size", [(776, 580), (1848, 1000)])
def test_that_a_lab_fits_beside_a_lesson_and_fills_a_screen(make, key, size):
    lab = make(key, size=size)
    assert (lab.width(), lab.height()) == size
    for child in lab.findChildren(QWidget):
        if child.isVisibleTo(lab) and child.parent() is lab and not isinstance(child, Halo):
            assert lab.rect().contains(child.geometry()), child


@pytest.mark.parametrize("key", PLACES)
def test_that_a_lab_refuses_what_it_does_not_know(make, key):
    lab = make(key)
    with pytest.raises(ValueError, match="no setting"):
        lab.set_settings({"colour of the sky": 1})


def test_that_an_unknown_lab_is_named(appearance):
    with pytest.raises(ValueError, match="'swings' is unknown"):
        make_lab("swings", appearance)


def test_that_a_lit_control_has_a_halo_that_goes_with_it_until_another_is_lit(make):
    lab = make("activations")
    lab.light(["z", "function", "no such control"])
    halos = lab.findChildren(Halo)
    assert len(halos) == 2
    corner = lab.table.z.mapTo(lab, lab.table.z.rect().topLeft())
    assert any(halo.geometry().contains(corner) for halo in halos)
    lab.light([])
    assert all(halo.isHidden() for halo in lab.findChildren(Halo))


@pytest.mark.parametrize(("key", "name"), [("slope", "a"), ("broadcasting", "left"), ("bowl", "data")])
def test_that_a_halo_goes_round_a_control_with_its_caption(make, key, name):
    lab = make(key)
    lab.light([name])
    (halo,) = lab.findChildren(Halo)
    captioned = lab._controls[name].parentWidget()
    corner = captioned.caption.mapTo(lab, captioned.caption.rect().topLeft())
    assert halo.geometry().contains(QRect(corner, captioned.caption.size()))
    place = QRect(captioned.mapTo(lab, QPoint(0, 0)), captioned.size())
    assert not halo.mask().translated(halo.pos()).intersects(place)
