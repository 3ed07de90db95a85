"""Pictures and data of views: copied, saved, compared with what is shown."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from gui.export.picture_dialog import PictureDialog
from tests.app.export_driving import (
    choose,
    finished,
    menu_of,
    press,
    texts,
    train,
)


def test_that_the_costs_are_copied_and_saved_as_the_history_has_them(window, qtbot, monkeypatch, tmp_path):
    train(window, qtbot)
    plot = window.workspace.cost_plot.canvas
    qtbot.waitUntil(lambda: plot.data_table() is not None and plot.data_table().columns[0][-1] == 60)
    press(menu_of(plot), "Copy data")
    mime = QGuiApplication.clipboard().mimeData()
    pasted = list(csv.reader(io.StringIO(mime.text()), delimiter="\t"))
    curves = window.last_snapshot.curves
    names = ["iteration", "epoch", "cost_train_low", "cost_train_high", "cost_test_low", "cost_test_high"]
    assert pasted[0] == names
    numbers = np.array(pasted[1:], float)
    expected = [curves.iteration, curves.epoch]
    expected += [bound[key] for key in ("cost_train", "cost_test") for bound in (curves.low, curves.high)]
    np.testing.assert_array_equal(numbers.T, np.stack(expected))
    choose(monkeypatch, tmp_path / "cost.csv")
    press(menu_of(plot), "Save data (CSV)…")
    assert finished(window, qtbot) == "Data saved as cost.csv"
    assert (tmp_path / "cost.csv").read_bytes() == bytes(mime.data("text/csv").data())


def test_that_a_penalty_has_columns_of_its_own(window, qtbot):
    window.editing.set_regularization("l2", 0.1)
    train(window, qtbot, 20)
    plot = window.workspace.cost_plot.canvas
    qtbot.waitUntil(lambda: plot.data_table() is not None and "regularization_low" in plot.data_table().names)


def test_that_weights_are_copied_as_they_are_shown(window, qtbot):
    train(window, qtbot)
    window.workspace.plots_tabs.show_tab("weights")
    view = window.workspace.plots_tabs.weights_view
    qtbot.waitUntil(lambda: view.data_table() is not None)
    names, rows, columns, values = view.data_table().columns
    place = {(name, k, j): value for name, k, j, value in zip(names, rows, columns, values, strict=True)}
    snapshot = window.last_snapshot
    assert len(place) == 25
    assert place["W2", 2, 3] == snapshot.W[2][1, 2]
    assert place["b1", 4, 1] == snapshot.b[1][3, 0]


def test_that_a_copied_picture_has_twice_the_pixels(window, qtbot):
    view = window.workspace.network_view
    press(menu_of(window.workspace.output_panel.picture), "Copy picture")
    assert window.status.message == "Picture of “Output” copied"
    window.exports.views.copy_picture(view)
    image = QGuiApplication.clipboard().image()
    assert image.size() == view.size() * 2


@pytest.mark.parametrize("times", ["1", "3"])
def test_that_a_picture_is_saved_from_the_dialog(window, qtbot, monkeypatch, tmp_path, times):
    view = window.workspace.network_view
    window.exports.views.save_picture(view)
    dialog = window.findChild(PictureDialog)
    dialog.times.set_key(times)
    choose(monkeypatch, tmp_path / "network.png")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert finished(window, qtbot) == "Picture saved as network.png"
    assert QImage(str(tmp_path / "network.png")).size() == view.size() * int(times)


def test_that_shapes_are_saved_from_the_dialog(window, qtbot, monkeypatch, tmp_path):
    view = window.workspace.network_view
    window.exports.views.save_picture(view)
    dialog = window.findChild(PictureDialog)
    dialog.form._choose(1)
    assert dialog.times.isHidden()
    choose(monkeypatch, tmp_path / "network")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    finished(window, qtbot)
    root = ET.parse(tmp_path / "network.svg").getroot()
    assert (root.get("width"), root.get("height")) == (str(view.width()), str(view.height()))
    words = {element.get("aria-label") for element in root.iter()}
    assert {"Layer 1", "4 units", "tanh"} <= words


def test_that_enter_presses_what_has_the_focus_and_escape_closes(window, qtbot, monkeypatch, tmp_path):
    choose(monkeypatch, tmp_path / "never.png")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        window.exports.views.save_picture(window.workspace.network_view)
        (dialog,) = [found for found in window.findChildren(PictureDialog) if found.isVisible()]
        dialog.activateWindow()
        dialog.cancel_button.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(dialog.cancel_button.hasFocus)
        qtbot.keyClick(dialog.cancel_button, key)
        assert not dialog.isVisible()
    assert list(tmp_path.iterdir()) == []


def test_that_the_menu_lists_the_views_on_the_screen_and_the_window(window, qtbot, monkeypatch, tmp_path):
    window.exports.pictures.aboutToShow.emit()
    assert texts(window.exports.pictures) == ["Network…", "Output…", "Cost…", "Gradients…"]
    window.menus.actions["save_picture"].trigger()
    dialog = window.findChild(PictureDialog)
    choose(monkeypatch, tmp_path / "window.png")
    dialog.choose_file()
    finished(window, qtbot)
    assert QImage(str(tmp_path / "window.png")).size() == window.size() * 2


def test_that_the_window_as_shapes_has_images_only_where_there_are_pictures(window, qtbot, tmp_path):
    window.exports.views.write_picture(window, tmp_path / "window.svg", 0)
    finished(window, qtbot)
    text = (tmp_path / "window.svg").read_text(encoding="utf-8")
    assert "<text" not in text
    assert "chalknet-part" not in text
    assert 'aria-label="Learning rate"' in text or 'aria-label="Learning rate α"' in text
