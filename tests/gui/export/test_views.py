"""Which widgets are views, and what their names and numbers are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from gui.data_table import DataTable
from gui.export.file_names import slug
from gui.export.views import name_of_view, table_of, views_around, views_in


class Plot(QWidget):
    view_name = "Plot"

    def data_table(self) -> DataTable:
        return DataTable(("x",), ([1],))


class Stage(QWidget):
    view_name = "Stage"


@pytest.fixture
def stage(qtbot):
    stage = Stage()
    qtbot.addWidget(stage)
    column = QVBoxLayout(stage)
    stage.plot, stage.other = Plot(), QWidget()
    stage.inside = QWidget(stage.plot)
    column.addWidget(stage.plot)
    column.addWidget(stage.other)
    stage.show()
    return stage


def test_that_the_view_is_the_nearest_one_and_those_around_follow(stage):
    assert views_around(stage.inside) == [stage.plot, stage]
    assert views_around(stage.other) == [stage]


def test_that_only_a_plot_has_a_table(stage):
    assert table_of(stage) is None
    table = table_of(stage.plot)
    assert table is not None
    assert table.names == ("x",)


def test_that_only_what_is_seen_is_listed(stage):
    assert list(views_in(stage)) == [stage.plot]
    stage.plot.hide()
    assert list(views_in(stage)) == []


def test_that_a_docks_head_stands_for_what_is_in_the_dock(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    dock, plot, head = QDockWidget(), Plot(), QWidget()
    dock.setWidget(plot)
    dock.setTitleBarWidget(head)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.show()
    assert views_around(head) == [plot]


def test_that_an_ordinary_widget_has_no_name(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    assert name_of_view(widget) == ""
    assert views_around(widget) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("Circle", "Cost"), "circle-cost"),
        (("Über 3 Größen!", "Network"), "über-3-größen-network"),
        (("../..", ""), "chalknet"),
    ],
)
def test_that_names_of_files_have_no_signs_that_a_system_refuses(words, name):
    assert slug(*words) == name
