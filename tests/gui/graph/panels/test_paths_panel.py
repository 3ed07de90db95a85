"""The panel of paths: blocks, the present one in view, all paths of a variable, many nodes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor

from gui.graph.panels.paths_panel import PathsPanel

CHAIN = ("J = 3*(a + b*c)", {"a": 5, "b": 3, "c": 2})
TWICE = ("f = (a + b)*c + (a + b)*d; g = a", {})


@pytest.fixture
def panel(appearance, shown, evaluated):
    panel = PathsPanel(appearance)
    panel.show_evaluation(evaluated(CHAIN[0], **CHAIN[1]))
    return shown(panel, 340, 760)


def colors_in(widget, rect: QRect) -> set[str]:
    image = widget.grab(rect).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_that_the_header_names_the_output(panel):
    assert (panel.header.title(), panel.header.detail()) == ("Sums over paths", "derivative of J")


def test_that_a_narrow_header_says_it_in_fewer_words(panel):
    panel.resize(290, 760)
    assert panel.header.detail() == "of J"


def test_that_the_present_block_is_marked(panel, appearance):
    panel.show_event(6)
    rect = panel.list.current_rect().toRect()
    spot = appearance.theme.color("spotsoft").name()
    assert spot in colors_in(panel.list, rect)
    assert spot not in colors_in(panel.list, panel.list.block_rect(0).toRect())


def test_that_an_unknown_derivative_is_not_given_away(panel, appearance):
    panel.show_event(6)
    derivative = QColor(appearance.theme.color("bwd")).name()
    assert derivative in colors_in(panel.list, panel.list.block_rect(0).toRect())
    assert derivative not in colors_in(panel.list, panel.list.block_rect(4).toRect())


def test_that_the_sentence_is_about_the_present_node(panel):
    panel.show_event(6)
    assert "One path from b to J" in panel.closing.text()
    panel.show_node(0)
    assert "One path from a to J" in panel.closing.text()


def test_that_several_paths_are_added_up(panel, evaluated):
    evaluation = evaluated("f = (a + b)**2*(a + b)*c", a=2, b=3, c=4)
    panel.show_evaluation(evaluation)
    panel.show_node(evaluation.graph.index_of("a"))
    assert "paths from a to f" in panel.closing.text()


def test_that_a_click_on_a_block_asks_for_its_node(qtbot, panel):
    place = panel.list.block_rect(3).center().toPoint()
    with qtbot.waitSignal(panel.node_requested) as heard:
        qtbot.mouseClick(panel.list, Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == [1]


def test_that_all_paths_lists_every_path_of_the_node(panel, qtbot, evaluated):
    evaluation = evaluated("f = a*a*a")
    panel.show_evaluation(evaluation)
    qtbot.mouseClick(panel.all_paths, Qt.MouseButton.LeftButton, pos=panel.all_paths.rect().center())
    assert panel.all_paths.isChecked()
    (block,) = panel.list.blocks
    assert (block.count, len(block.paths), block.total) == (3, 3, 3.0)
    panel.show_evaluation(evaluation.graph.at({"a": 2.0}))
    assert panel.list.blocks[0].total == 12.0


def test_that_of_very_many_paths_64_are_listed(panel, evaluated):
    text = "; ".join(f"{'f' if i == 9 else f'u_{i + 1}'} = u_{i} + u_{i}" for i in range(10))
    panel.show_evaluation(evaluated(text))
    panel.all_paths.setChecked(True)
    panel.show_node(0)
    (block,) = panel.list.blocks
    assert (block.count, len(block.paths)) == (1024, 64)


def test_that_the_present_block_is_brought_into_view(panel, evaluated, shown):
    evaluation = evaluated("f = " + "+".join(f"a_{i}" for i in range(60)))
    panel.show_evaluation(evaluation)
    panel.resize(340, 420)
    for event in (60, 110, len(evaluation.events) - 1, 59):
        panel.show_event(event)
        rect = panel.list.current_rect().toRect()
        seen = panel.list.visibleRegion().boundingRect()
        # Of a block that is higher than the panel the upper part.
        assert seen.contains(rect) or (rect.top() == seen.top() and rect.height() > seen.height())


def test_that_only_what_is_seen_is_painted(panel, evaluated, monkeypatch):
    from gui.graph.panels import paths_list

    panel.show_evaluation(evaluated("f = " + "+".join(f"a_{i}" for i in range(90))))
    painted = []
    paint = paths_list.paint_block
    monkeypatch.setattr(
        paths_list, "paint_block", lambda *args, **more: (painted.append(1), paint(*args, **more))
    )
    panel.grab()
    assert 1 <= len(painted) <= 10
    assert len(panel.list.blocks) > 100


def test_that_an_output_that_is_a_variable_has_no_path(panel, evaluated):
    panel.show_evaluation(evaluated("3"))
    assert panel.list.blocks == ()
    assert "no path" in panel.closing.text()


@pytest.mark.parametrize("width", [264, 340, 420])
def test_that_the_sentence_stands_whole_below_the_list(panel, width):
    panel.resize(width, 760)
    panel.show_event(6)
    words = panel.closing
    assert words.height() >= words.heightForWidth(words.width())
    assert words.geometry().top() > panel.list.mapTo(panel, panel.list.rect().bottomLeft()).y()
    assert panel.rect().contains(words.geometry())
    assert panel.list.width() <= width


@pytest.mark.parametrize("width", [264, 340])
def test_that_nothing_is_painted_over_the_edge_of_a_block(panel, appearance, evaluated, width):
    panel.show_evaluation(evaluated("L = -(y*log(s) + (1-y)*log(1-s)); s = sigmoid(w1*x1 + w2*x2 + b)"))
    panel.resize(width, 760)
    panel.show_event(3)
    ground = appearance.theme.color("panel").name()
    line = appearance.theme.color("line").name()
    edge = QRect(panel.list.width() - 11, 0, 11, panel.list.height())
    assert colors_in(panel.list, edge) <= {ground, line}


def test_that_a_low_panel_has_a_whole_block_instead_of_the_sentence(panel):
    panel.show_event(5)
    panel.resize(264, 600)
    assert panel.closing.isVisible()
    panel.resize(264, panel.header.height() + panel.list.highest_block + 20)
    assert not panel.closing.isVisible()
    assert panel._scroll.height() >= panel.list.highest_block


def test_that_the_present_block_is_in_sight_in_a_panel_that_comes_later(panel):
    panel.resize(264, 120)
    panel.show_event(7)
    panel.resize(264, 220)
    rect = panel.list.current_rect()
    top = panel._scroll.verticalScrollBar().value()
    assert top <= rect.top()
    assert rect.top() < top + panel._scroll.height()
