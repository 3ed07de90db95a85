"""The gallery: what comes along, what is made, and what is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from engine.step.exercises import PRESETS, load_preset, new_exercise
from gui.appearance import Appearance
from gui.step.gallery.gallery import Gallery
from gui.step.gallery.preset_row import network_text


@pytest.fixture
def gallery(qtbot) -> Iterator[Gallery]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    gallery = Gallery(Appearance("light"), window)
    gallery.open_below(window, load_preset("four-hidden"))
    yield gallery
    gallery.close_down()


def test_every_preset_has_a_row_and_the_worked_example_is_the_first(gallery):
    assert list(gallery.rows) == list(PRESETS)
    assert next(iter(gallery.rows.values())).setup.title == "Worked example"


def test_a_row_opens_its_exercise_and_closes_the_gallery(gallery, qtbot):
    with qtbot.waitSignal(gallery.example_chosen) as chosen:
        QTest.mouseClick(gallery.rows["four-hidden"], Qt.MouseButton.LeftButton)
    assert chosen.args == [load_preset("four-hidden"), "Open Four hidden units"]
    assert gallery.isHidden()


def test_the_form_begins_with_the_sizes_of_what_is_open(gallery):
    assert gallery.form.sizes.text() == "3-4-1"
    assert gallery.form.activation.key() == "tanh"


def test_sizes_that_no_exercise_can_have_are_not_suggested(gallery):
    gallery.form.suggest(new_exercise(1, (2, 2, 1)))
    before = gallery.form.sizes.text()
    large = load_preset("four-hidden")
    network = large.network.with_layer(1, large.network.layer(1).__class__(64, "tanh"))
    gallery.form.suggest(large.__class__(large.data, network, large.training))
    assert gallery.form.sizes.text() == before


def test_a_new_exercise_is_the_one_of_its_seed(gallery, qtbot):
    form = gallery.form
    form.sizes.setText("2 3 2")
    form.activation.set_key("relu")
    form.examples.setText("4")
    form.seed.setText("17")
    with qtbot.waitSignal(gallery.example_chosen) as chosen:
        QTest.keyClick(form.seed, Qt.Key.Key_Return)
    assert chosen.args[0] == new_exercise(17, (2, 3, 2), "relu", 4)
    assert chosen.args[1] == "Open Exercise 17"


def test_what_can_not_be_used_is_said_in_the_panel_and_makes_nothing(gallery, qtbot):
    gallery.form.sizes.setText("2-99-1")
    with qtbot.assertNotEmitted(gallery.example_chosen):
        gallery.form.make.click()
    assert gallery.form.message.text() == "Every size must be 1 to 32"
    assert gallery.form.sizes.message
    QTest.keyClicks(gallery.form.sizes, "1")
    assert not gallery.form.sizes.message


def test_the_dice_take_the_next_seed(gallery):
    gallery.form.seed.setText("41")
    gallery.form.dice.click()
    assert gallery.form.seed.text() == "42"
    gallery.form.seed.setText("what")
    gallery.form.dice.click()
    assert gallery.form.seed.text() == "1"


def test_escape_closes_the_gallery(gallery):
    QTest.keyClick(gallery, Qt.Key.Key_Escape)
    assert gallery.isHidden()


def test_a_network_is_told_by_sizes_and_activations():
    assert network_text(load_preset("worked-example")) == "2-3-1, sigmoid"
    assert network_text(load_preset("one-two-one")) == "1-2-1, sigmoid and linear"
