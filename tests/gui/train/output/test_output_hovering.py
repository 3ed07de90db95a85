"""A unit or an input under the mouse takes the picture of the right column."""

from __future__ import annotations

import pytest

from gui.train.output.texts import short
from tests.gui.train.output.panels import Shown


@pytest.fixture
def shown(qtbot):
    return Shown(qtbot)


def test_that_a_hovered_unit_takes_the_picture_and_gives_it_back(qtbot, shown):
    run = shown.show(qtbot, "circle")
    panel = shown.panel
    output, title = panel.picture.grab().toImage(), panel.subtitle
    panel.show_unit(1, 1)
    assert panel.picture.grab().toImage() == output
    panel.show_snapshot(run.snapshot(**shown.wishes, hovered_unit=(1, 1)))
    assert panel.subtitle == "a[1]₂ over the plane"
    assert panel.legend.texts == ("\u22121", "a[1]₂ = 0", "1")
    assert panel.picture.grab().toImage() != output
    panel.show_unit(0, None)
    assert panel.subtitle == title == "ŷ over the plane"
    assert panel.picture.grab().toImage() == output


def test_that_the_output_unit_keeps_the_output_picture(qtbot, shown):
    run = shown.show(qtbot, "circle")
    output = shown.panel.picture.grab().toImage()
    shown.panel.show_unit(run.setup.network.L, 0)
    shown.panel.show_snapshot(run.snapshot(**shown.wishes, hovered_unit=(run.setup.network.L, 0)))
    assert shown.panel.picture.grab().toImage() == output
    assert shown.panel.legend.texts[1] == "ŷ = 0.5"


def test_that_the_legend_of_a_hovered_input_has_numbers_once_its_map_comes(qtbot, shown):
    run = shown.show(qtbot, "circle")
    shown.panel.show_unit(0, 1)
    assert shown.panel.legend.texts[0] == "negative"
    snapshot = run.snapshot(**shown.wishes, hovered_unit=(0, 1))
    shown.panel.show_snapshot(snapshot)
    largest = short(snapshot.hovered_scale)
    assert largest != "1"
    qtbot.waitUntil(lambda: shown.panel.legend.texts[2] == largest)
    shown.panel.show_unit(0, None)
    assert largest not in shown.panel.legend.texts


def test_that_a_hovered_input_is_called_by_its_name(qtbot, shown):
    shown.show(qtbot, "circle")
    shown.panel.show_unit(0, 1)
    assert shown.panel.subtitle == "x₂ over the plane"
