"""What a right click on a view offers, by mouse and by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from tests.app.export_driving import (
    DATA,
    PICTURE,
    menu_of,
    texts,
    train,
)


def test_that_a_right_click_on_a_plot_offers_picture_and_data(window, qtbot):
    train(window, qtbot)
    menu = menu_of(window.workspace.cost_plot.canvas)
    assert texts(menu) == PICTURE + DATA
    menu.close()
    for tab in ("gradients", "weights", "distributions"):
        window.workspace.plots_tabs.show_tab(tab)
        page = getattr(window.workspace.plots_tabs, f"{tab}_view" if tab != "gradients" else "gradient_plot")
        qtbot.waitUntil(lambda page=page: page.data_table() is not None)
        menu = menu_of(page)
        assert texts(menu) == PICTURE + DATA
        menu.close()


def test_that_other_views_have_pictures_and_bars_have_no_menu(window, qtbot):
    menu = menu_of(window.workspace.output_panel.picture)
    assert texts(menu) == PICTURE
    menu.close()
    assert menu_of(window.transport) is None
    assert menu_of(window.rail) is None


def test_that_in_draw_mode_the_right_button_is_for_points(window, qtbot):
    window.workspace.output_panel.set_draw_mode(True)
    assert menu_of(window.workspace.output_panel.picture) is None
    menu = menu_of(window.workspace.output_panel.picture, QContextMenuEvent.Reason.Keyboard)
    assert texts(menu) == PICTURE
    menu.close()


def test_that_menus_that_were_there_before_have_the_pictures_too(window, qtbot):
    menu = menu_of(window.workspace.network_view.canvas)
    assert texts(menu)[0].startswith("Show all values")
    assert texts(menu)[-2:] == PICTURE
    menu.close()
    menu = menu_of(window.workspace.network_view.strip)
    assert "Add a layer behind" in texts(menu)
    assert texts(menu)[-2:] == PICTURE
    menu.close()


def test_that_step_and_graph_have_views(window, qtbot):
    window.workspaces.show("step")
    step = window.workspaces.step
    qtbot.waitUntil(lambda: step.tape is not None)
    step.blocks.set_folded(False)  # ten examples fold them
    for widget in (step.centre, step.network.canvas, step.blocks.canvas):
        menu = menu_of(widget)
        assert texts(menu)[-2:] == PICTURE
        menu.close()
    window.workspaces.show("graph")
    graph = window.workspaces.graph_place.graph
    qtbot.waitUntil(lambda: graph.is_settled)
    for widget, expected in (
        (graph.view.canvas.viewport(), PICTURE),
        (graph.paths, PICTURE),
        (graph.nudge.header, PICTURE + DATA),
        (graph.nudge.chart, [*PICTURE, "Save picture of the whole nudge…", *DATA]),
    ):
        menu = menu_of(widget)
        assert texts(menu) == expected
        menu.close()


def test_that_a_labs_chart_and_the_whole_lab_can_be_saved(window, qtbot):
    from gui.chart import Chart

    window.workspaces.show("course")
    course = window.workspaces.course_place.course
    course.open_lab("activations")
    qtbot.waitUntil(lambda: any(chart.isVisible() for chart in course.findChildren(Chart)))
    chart = next(chart for chart in course.findChildren(Chart) if chart.isVisible())
    menu = menu_of(chart)
    assert texts(menu) == [*PICTURE, "Save picture of the whole lab…", *DATA]
    menu.close()


def test_that_a_torn_off_panel_has_its_menu(window, qtbot):
    train(window, qtbot)
    dock = window.workspace._docks["cost"]
    dock.setFloating(True)
    qtbot.waitUntil(lambda: dock.isWindow() and dock.isVisible())
    for widget in (window.workspace.cost_plot.canvas, window.workspace.cost_plot.header):
        menu = menu_of(widget)
        assert texts(menu) == PICTURE + DATA
        menu.close()


def test_that_the_keyboard_opens_the_menu_of_the_focused_plot(window, qtbot):
    train(window, qtbot)
    window.activateWindow()
    plot = window.workspace.cost_plot.canvas
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(plot.hasFocus)
    menu = menu_of(plot, QContextMenuEvent.Reason.Keyboard)
    assert texts(menu) == PICTURE + DATA
    menu.close()
    qtbot.keyClick(plot, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert texts(menu) == PICTURE + DATA
    menu.close()
