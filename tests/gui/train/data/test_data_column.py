"""The left column: everything in it can be reached at every height, and nothing stands beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.data import DataSpec, build_dataset
from engine.setup import Setup
from gui.appearance import Appearance
from gui.style import apply_style
from gui.train.data.column import WIDTH, DataColumn
from gui.train.data.inputs_panel import InputsPanel
from gui.train.data.panel import DataPanel


def column_of(qtbot: QtBot, spec: DataSpec, height: int) -> tuple[DataColumn, DataPanel, InputsPanel]:
    appearance = Appearance("dark")
    data, inputs = DataPanel(appearance), InputsPanel(appearance)
    column = DataColumn(appearance, data, inputs)
    qtbot.addWidget(column)
    dataset = build_dataset(spec)
    setup = Setup(data=spec).fitted_to(dataset)
    data.set_setup(setup, dataset)
    inputs.set_setup(setup, dataset)
    column.resize(WIDTH, height)
    column.show()
    qtbot.waitExposed(column)
    return column, data, inputs


def bottom_of(widget: QWidget, column: DataColumn) -> int:
    return widget.mapTo(column, QPoint(0, widget.height())).y()


@pytest.mark.parametrize(("height", "compact"), [(788, False), (608, True)])
def test_that_at_both_usual_window_sizes_the_last_input_is_in_sight(
    qtbot: QtBot, height: int, compact: bool
) -> None:
    column, _, inputs = column_of(qtbot, DataSpec(), height)
    assert column.is_compact is compact
    qtbot.waitUntil(lambda: column.verticalScrollBar().maximum() == 0)
    assert bottom_of(inputs.boxes["sin_x2"], column) <= height


def test_that_growing_makes_it_roomy_again(qtbot: QtBot) -> None:
    column, data, _ = column_of(qtbot, DataSpec(), 560)
    low = data.controls.thumbnails.height()
    column.resize(WIDTH, 800)
    qtbot.waitUntil(lambda: not column.is_compact)
    assert data.controls.thumbnails.height() > low


def test_that_a_scroll_bar_moves_nothing_sideways(qtbot: QtBot) -> None:
    column, data, _ = column_of(qtbot, DataSpec("breast_cancer", scaling="standardise"), 560)
    qtbot.waitUntil(lambda: column.verticalScrollBar().maximum() > 0)
    assert data.width() == WIDTH
    assert column.horizontalScrollBar().maximum() == 0


def test_that_the_ground_below_the_inputs_follows_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    column, data, _ = column_of(qtbot, DataSpec(), 1000)
    appearance = data._appearance
    # As the window does it: the style comes after every widget heard of the new theme.
    appearance.changed.connect(lambda: apply_style(qapp, appearance.theme))
    for choice in ("light", "dark", "light"):
        appearance.choose(choice)
        color = column.grab().toImage().pixelColor(WIDTH // 2, 990)
        assert color.name() == appearance.theme.color("panel").name()
    qapp.setStyleSheet("")
