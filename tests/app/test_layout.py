"""The window's geometry at the sizes of lecture rooms: nothing overlaps, nothing is cut, in both themes."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QDockWidget, QWidget

from gui.main_window import MainWindow
from gui.window_size import must_fill_screen

SIZES = [(1280, 640), (1280, 660), (1280, 720), (1440, 900), (1920, 1080)]


def place(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def parts(window: MainWindow) -> list[QWidget]:
    docks = window.workspace.findChildren(QDockWidget)
    return [
        window.menu_strip,
        window.rail,
        window.transport,
        window.status,
        window.workspace.network_view,
        *docks,
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_the_parts_of_the_window_fill_it_without_overlap(open_window, size, theme):
    window = open_window(theme=theme, size=size)
    assert (window.width(), window.height()) == size
    places = [place(window, part) for part in parts(window)]
    for first, second in combinations(places, 2):
        assert not first.intersects(second)
    assert all(window.rect().contains(rectangle) for rectangle in places)
    covered = sum(rectangle.width() * rectangle.height() for rectangle in places)
    assert covered > 0.98 * size[0] * size[1]


@pytest.mark.parametrize(
    ("size", "data", "output", "plots"), [((1280, 720), 224, 300, 200), ((1440, 900), 224, 340, 252)]
)
def test_that_columns_and_plots_have_the_sizes_of_the_design(open_window, qtbot, size, data, output, plots):
    window = open_window(size=size)
    docks = {dock.objectName(): dock for dock in window.workspace.findChildren(QDockWidget)}
    qtbot.waitUntil(lambda: abs(docks["dock_output"].width() - output) <= 4)
    assert docks["dock_data"].width() == pytest.approx(data, abs=4)
    assert docks["dock_cost"].height() == pytest.approx(plots, abs=4)
    assert docks["dock_cost"].width() / docks["dock_gradients"].width() == pytest.approx(46 / 54, abs=0.05)
    assert window.workspace.network_view.width() >= 560


@pytest.mark.parametrize("size", SIZES)
def test_that_no_visible_control_is_cut_by_its_parent(open_window, size):
    window = open_window(size=size)
    for control in window.transport.findChildren(QWidget):
        if control.isVisible() and control.parentWidget() is window.transport:
            assert window.transport.rect().contains(control.geometry()), control.accessibleName()


def test_that_a_dock_can_be_torn_off_and_put_back(open_window, qtbot):
    window = open_window()
    dock = next(d for d in window.workspace.findChildren(QDockWidget) if d.objectName() == "dock_output")
    dock.setFloating(True)
    assert dock.isWindow()
    edge = dock.grab().toImage().pixelColor(0, dock.height() // 2)
    assert edge == window.appearance.theme.color("line2")
    window.controller.run()
    epoch = window.last_snapshot.epoch
    qtbot.waitUntil(lambda: window.last_snapshot.epoch > epoch + 3)
    window.workspace.reset_layout()
    assert not dock.isWindow()
    assert dock.width() == pytest.approx(340, abs=4)


def test_that_a_hidden_dock_is_not_fed_and_catches_up_when_it_comes_back(open_window, qtbot):
    window = open_window()
    dock = next(d for d in window.workspace.findChildren(QDockWidget) if d.objectName() == "dock_output")
    dock.hide()
    qtbot.waitUntil(lambda: window.last_snapshot.output_map is None)
    dock.show()
    qtbot.waitUntil(lambda: window.last_snapshot.output_map is not None)


def test_that_every_focusable_widget_of_the_window_has_an_accessible_name(window):
    from PySide6.QtCore import Qt

    nameless = [
        type(widget).__name__
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_that_tab_reaches_the_whole_window_and_comes_round(window, qapp):
    seen = []
    for _ in range(200):
        window.focusNextChild()
        seen.append(qapp.focusWidget())
        if seen[-1] is seen[0] and len(seen) > 1:
            break
    assert len(seen) > 40
    assert seen[-1] is seen[0]
    window.focusPreviousChild()
    assert qapp.focusWidget() is seen[-2]


def test_that_tab_goes_through_the_transport_bar_from_left_to_right(window, qapp):
    middles = []
    window.transport.reset.setFocus()
    while window.transport.isAncestorOf(qapp.focusWidget()):
        focused = qapp.focusWidget()
        middles.append(place(window, focused).center().x())
        window.focusNextChild()
    assert middles == sorted(middles)
    assert len(middles) >= 9


@pytest.mark.parametrize(
    ("screen", "fills"),
    [
        ((1920, 1080), False),
        ((1440, 900), True),
        ((1280, 720), True),
        ((1280, 660), True),
        ((1280, 600), False),
        ((800, 800), False),
    ],
)
def test_that_a_first_window_larger_than_the_screen_fills_it(screen, fills):
    assert must_fill_screen(QSize(*screen)) is fills


def test_that_the_chosen_page_of_the_output_is_remembered_with_the_docks(window):
    workspace = window.workspace
    workspace.output_panel.show_page("weights")
    state = bytes(workspace.layout_state().data())
    workspace.reset_layout()
    assert workspace.output_panel.pages.chosen == ""
    assert workspace.restore_layout(state)
    assert workspace.output_panel.pages.chosen == "weights"


def test_that_a_layout_remembered_without_a_page_is_still_of_use(window):
    assert window.workspace.restore_layout(bytes(window.workspace.saveState(1).data()))
    assert not window.workspace.restore_layout(b"")
