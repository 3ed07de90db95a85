"""What holds for every lab: settings go round, sizes fit, lights, nothing left running."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from engine.labs.table import LABS
from gui.labs.halo import Halo
from gui.labs.run_button import RunButton
from gui.labs.table import PLACES, make_lab
from gui.widgets import Button, Caption, Label


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


@pytest.mark.parametrize("key", ["neuron", "bowl", "loops", "vanishing"])
def test_that_a_labs_own_run_button_is_a_quiet_one_that_says_how_a_run_ends(make, qtbot, key):
    lab = make(key)
    (button,) = lab.findChildren(RunButton)
    assert not [found for found in lab.findChildren(Button) if found._kind == "primary"]
    with qtbot.waitSignal(lab.run_changed):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (lab.is_running, button.text()) == (True, lab.end_word)
    with qtbot.waitSignal(lab.run_changed):
        lab.stop()
    assert (lab.is_running, button.text()) == (False, "Run")


def test_that_a_paused_descent_goes_on_where_it_stood(make, qtbot):
    lab = make("bowl", updates=2000)
    lab.start()
    qtbot.waitUntil(lambda: (lab._shown or 0) > 0)
    lab.stop()
    stood = lab._shown
    assert lab.is_paused
    lab.start()
    assert lab._shown == stood
    lab.stop()
    lab.set_settings({})
    assert not lab.is_paused


@pytest.mark.parametrize(
    ("key", "settings", "names"),
    [
        ("vanishing", {}, ["left", "run"]),
        ("broadcasting", {"example": "shapes"}, ["left", "right"]),
        ("symmetry", {}, ["run", "activation"]),
        ("slope", {}, ["nudge"]),
        ("bowl", {}, ["alpha"]),
    ],
)
def test_that_a_halo_lies_on_no_other_control_and_on_no_words(make, qtbot, key, settings, names):
    lab = make(key, size=(776, 608), **settings)
    qtbot.waitExposed(lab)
    lab.light(names)
    lit = [lab._controls[name] for name in names]
    halos = [halo for halo in lab.findChildren(Halo) if halo.isVisible()]
    assert len(halos) == len(names)
    for widget in lab.findChildren(QWidget):
        is_words = isinstance(widget, (Caption, Label)) and bool(widget.text())
        if not widget.isVisible() or not (is_words or widget.focusPolicy() != Qt.FocusPolicy.NoFocus):
            continue
        place = QRect(widget.mapTo(lab, QPoint(0, 0)), widget.size())
        is_lit = any(widget is one or one.parentWidget().isAncestorOf(widget) for one in lit)
        for halo in halos if not is_lit else ():
            assert not halo.mask().translated(halo.pos()).intersects(place), widget


def test_that_halos_that_would_touch_are_one(make):
    lab = make("neuron")
    lab.light(["w", "b"])
    (halo,) = (halo for halo in lab.findChildren(Halo) if halo.isVisible())
    for slider in (lab.panel.w, lab.panel.b):
        place = QRect(slider.mapTo(lab, QPoint(0, 0)), slider.size())
        assert halo.geometry().contains(place)
        assert not halo.mask().translated(halo.pos()).intersects(place)


def test_that_a_control_within_a_lit_one_has_no_halo_of_its_own(make):
    lab = make("activations")
    lab.light(["layers", "z"])
    assert sum(halo.isVisible() for halo in lab.findChildren(Halo)) == 1


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
    lab = make(key, **({"example": "shapes"} if key == "broadcasting" else {}))
    lab.light([name])
    (halo,) = lab.findChildren(Halo)
    captioned = lab._controls[name].parentWidget()
    corner = captioned.caption.mapTo(lab, captioned.caption.rect().topLeft())
    assert halo.geometry().contains(QRect(corner, captioned.caption.size()))
    place = QRect(captioned.mapTo(lab, QPoint(0, 0)), captioned.size())
    assert not halo.mask().translated(halo.pos()).intersects(place)
