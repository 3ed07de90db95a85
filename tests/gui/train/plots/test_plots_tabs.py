"""The tabs of the right plot panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from gui.appearance import Appearance
from gui.train.plots.tabs import TABS, PlotsTabs
from tests.gui.train.plots.plot_runs import dataset, setup_of, snapshot, trained


@pytest.fixture
def panel(qtbot):
    made = PlotsTabs(Appearance("light"))
    qtbot.addWidget(made)
    made.resize(370, 200)
    made.set_setup(setup_of(), dataset())
    made.show()
    qtbot.waitExposed(made)
    return made


def settle(qtbot, panel):
    qtbot.waitUntil(lambda: not panel.gradient_plot.is_waiting)
    panel.grab()


def click_tab(qtbot, panel, key):
    index = [k for k, _ in TABS].index(key)
    qtbot.mouseClick(panel.tabs, Qt.MouseButton.LeftButton, pos=panel.tabs.tab_rect(index).center().toPoint())


def test_that_gradients_are_seen_first(panel):
    assert panel.gradient_plot.isVisible()
    assert not panel.distributions_view.isVisible()
    assert panel.detail.text() == "rms of dW[l]"


def test_that_the_head_fits_into_the_narrowest_panel(panel):
    assert panel.tabs.geometry().right() < panel.detail.geometry().left()
    assert panel.detail.width() >= panel.detail.sizeHint().width()


@pytest.mark.parametrize("key", [key for key, _ in TABS])
def test_that_a_click_brings_a_page_to_the_front(qtbot, panel, key):
    click_tab(qtbot, panel, "weights" if key == "gradients" else "gradients")
    click_tab(qtbot, panel, key)
    visible = [panel.gradient_plot, panel.distributions_view, panel.weights_view]
    assert [page.isVisible() for page in visible] == [key == k for k, _ in TABS]


def test_that_distributions_are_wished_for_while_their_tab_is_in_front(qtbot, panel):
    wishes = []
    panel.wishes_changed.connect(wishes.append)
    click_tab(qtbot, panel, "distributions")
    click_tab(qtbot, panel, "weights")
    assert wishes == [{"distributions": True}, {"distributions": False}]


def test_that_only_the_page_in_front_is_fed_and_the_next_one_catches_up(qtbot, panel):
    moment = trained("tanh", (4, 2), epochs=2)[1]
    panel.show_snapshot(moment)
    settle(qtbot, panel)
    assert len(panel.gradient_plot.picture.curves) == 3
    assert panel.weights_view.places() == []
    click_tab(qtbot, panel, "weights")
    assert len(panel.weights_view.places()) == 3
    click_tab(qtbot, panel, "distributions")
    assert len(panel.distributions_view.places()) == 3
    panel.show_snapshot(snapshot(L=3))
    click_tab(qtbot, panel, "gradients")
    settle(qtbot, panel)
    assert panel.gradient_plot.values() == pytest.approx([0.1, 0.01, 0.001])


def test_that_the_cursor_is_linked_both_ways(qtbot, panel):
    panel.show_snapshot(snapshot())
    settle(qtbot, panel)
    panel.show_cursor(1.0)
    assert panel.gradient_plot.cursor_epoch == 1.0
    picture = panel.gradient_plot.picture
    with qtbot.waitSignal(panel.cursor_moved) as moved:
        qtbot.mouseMove(panel.gradient_plot, QPoint(round(picture.box.right), 40))
    assert moved.args == [2.0]


def test_that_pages_tell_their_names(panel):
    for page in (panel.gradient_plot, panel.distributions_view, panel.weights_view):
        assert page.accessibleName()
