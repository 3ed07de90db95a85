"""Names of many letters, where there is little room."""

from __future__ import annotations

import pytest

from engine.graph import build_graph
from engine.graph.names import name_latex
from gui import formulas
from gui.graph.math_row import Latex, fitting, row_width
from gui.graph.panels.paths_list import PathsList
from gui.graph.panels.paths_panel import PathsPanel
from gui.graph.short_names import LETTERS, cut_latex, cut_text, whole_name

NAME = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcd"


def test_that_a_cut_name_keeps_its_beginning_and_its_end():
    assert cut_text(NAME, 9) == "abcd…abcd"
    assert cut_text("alpha", 9) == "alpha"
    assert cut_latex(name_latex(NAME), 9) == r"\mathrm{abcd}{\ldots}\mathrm{abcd}"
    assert cut_latex(name_latex(f"mid_{NAME}"), 9) == r"\mathrm{mid}_{\mathrm{abcd}{\ldots}\mathrm{abcd}}"
    assert cut_latex(r"\mathrm{loss} + w_{2,1}", 5) == r"\mathrm{loss} + w_{2,1}"


def test_that_a_long_name_is_told_whole_and_a_short_one_needs_no_tool_tip():
    assert whole_name("J", NAME) == f"J ← {NAME}"
    assert whole_name("J", "alpha") == ""


@pytest.mark.parametrize("room", [48.0, 80.0, 200.0])
def test_that_a_name_is_cut_rather_than_written_too_small_to_be_read(qapp, room):
    for letters in LETTERS:
        formulas.render(cut_latex(name_latex(NAME), letters))
    formulas.render(name_latex(NAME))
    row, size = fitting([(Latex(name_latex(NAME), NAME),)], room, (16.0, 11.0))
    assert size >= 11.0
    assert row_width(row, size) <= room
    assert r"\ldots" in row[0].latex


@pytest.fixture
def panel(qtbot, appearance) -> PathsPanel:
    panel = PathsPanel(appearance)
    qtbot.addWidget(panel)
    panel.resize(300, 500)
    panel.show_evaluation(build_graph(f"mid_{NAME} = {NAME}*2; J = mid_{NAME}*{NAME}").at({NAME: 1.0}))
    panel.show()
    return panel


def test_that_paths_of_long_names_are_told_whole_by_a_tool_tip(qtbot, panel):
    paths: PathsList = panel.list
    qtbot.mouseMove(paths, paths.block_rect(0).center().toPoint())
    qtbot.waitUntil(lambda: f"mid_{NAME}" in paths.toolTip())
