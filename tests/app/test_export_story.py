"""Taking things along: the network as files, pictures and data of views, by menu, by mouse and by keyboard."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from engine.data import DataSpec, build_dataset
from engine.export import FORMATS
from engine.network import Network
from engine.setup import Setup
from engine.spec import LayerSpec, NetworkSpec
from gui.export.picture_dialog import PictureDialog
from gui.main_window import MainWindow
from gui.training.run_state import RunState
from gui.widgets.numbers import grouped_text

PICTURE, DATA = ["Copy picture", "Save picture…"], ["Copy data", "Save data (CSV)…"]


def train(window: MainWindow, qtbot, updates: int = 60) -> None:
    window.controller.advance(updates)
    qtbot.waitUntil(lambda: window.last_snapshot.iteration == updates and window.controller.is_settled)


def finished(window: MainWindow, qtbot) -> str:
    """Wait for what is written or read; what the status bar says then."""
    qtbot.waitUntil(lambda: not window.exports.is_busy, timeout=20_000)
    return window.status.message


def choose(monkeypatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def menu_of(widget: QWidget, reason=QContextMenuEvent.Reason.Mouse) -> QMenu | None:
    """Ask for the context menu in the middle of a widget, as the mouse or the Menu key does."""
    place = widget.rect().center()
    QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    return menu if isinstance(menu, QMenu) else None


def texts(menu: QMenu | None) -> list[str]:
    return (
        [action.text() for action in menu.actions() if not action.isSeparator()] if menu is not None else []
    )


def press(menu: QMenu, text: str) -> None:
    action = next(action for action in menu.actions() if action.text() == text)
    menu.close()
    action.trigger()


def assert_same_parameters(W, b, window: MainWindow) -> None:
    snapshot = window.last_snapshot
    for l in range(1, len(snapshot.sizes)):
        np.testing.assert_array_equal(W[l - 1], snapshot.W[l])
        np.testing.assert_array_equal(b[l - 1], snapshot.b[l])


# The network


@pytest.mark.parametrize("key", list(FORMATS))
def test_that_each_form_of_the_trained_network_is_written_from_the_menu(
    window, qtbot, monkeypatch, tmp_path, key
):
    train(window, qtbot)
    path = tmp_path / f"circle{FORMATS[key].suffix}"
    choose(monkeypatch, path)
    window.menus.actions[f"export_{key}"].trigger()
    assert (
        finished(window, qtbot) == f"{path.name} written: {FORMATS[key].label}, the network after 60 updates"
    )
    network = Network(window.document.setup.network)
    network.set_parameters(window.last_snapshot.W[1:], window.last_snapshot.b[1:])
    expected = FORMATS[key].write(window.document.setup, network, window.document.dataset)
    if key == "npz":
        with np.load(path) as arrays:
            assert_same_parameters(
                [arrays[f"W{l}"] for l in (1, 2, 3)], [arrays[f"b{l}"] for l in (1, 2, 3)], window
            )
    else:
        assert path.read_bytes() == expected


@pytest.mark.parametrize(
    "key",
    [
        "numpy",
        pytest.param(
            "torch", marks=pytest.mark.skipif(find_spec("torch") is None, reason="PyTorch is not installed")
        ),
    ],
)
def test_that_an_exported_script_runs_and_finds_the_windows_cost(window, qtbot, tmp_path, key):
    train(window, qtbot)
    path = tmp_path / "circle.py"
    window.exports.network.write(key, path)
    finished(window, qtbot)
    ended = subprocess.run(
        [sys.executable, path.name],
        check=False,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=110,
    )
    assert ended.returncode == 0, ended.stderr
    assert "J" in ended.stdout


def test_that_the_onnx_model_gives_the_networks_output(window, qtbot, tmp_path):
    runtime = pytest.importorskip("onnxruntime")
    train(window, qtbot)
    path = tmp_path / "circle.onnx"
    window.exports.network.write("onnx", path)
    finished(window, qtbot)
    X = window.document.dataset.X_train.astype(np.float32)
    session = runtime.InferenceSession(path.read_bytes(), providers=["CPUExecutionProvider"])
    found = session.run(None, {"X": np.ascontiguousarray(X.T)})[0].T
    network = Network(window.document.setup.network)
    network.set_parameters(window.last_snapshot.W[1:], window.last_snapshot.b[1:])
    np.testing.assert_allclose(found, network.forward(X.astype(float)), atol=1e-6)


def test_that_a_network_is_written_as_it_is_after_an_edit_of_this_moment(window, qtbot, tmp_path):
    train(window, qtbot)
    window.editing.set_units(1, 7)
    path = tmp_path / "edited.npz"
    window.exports.network.write("npz", path)
    finished(window, qtbot)
    with np.load(path) as arrays:
        assert arrays["W1"].shape == (7, 2)
        np.testing.assert_array_equal(arrays["W1"], window.last_snapshot.W[1])


def test_that_a_running_network_can_be_written(window, qtbot, tmp_path):
    window.controller.run()
    qtbot.waitUntil(
        lambda: window.controller.state is RunState.RUNNING and window.last_snapshot.iteration > 5
    )
    window.exports.network.write("npz", tmp_path / "now.npz")
    assert "Weights (NPZ), the network after" in finished(window, qtbot)
    assert window.controller.state is RunState.RUNNING


def test_that_a_network_that_nobody_could_read_is_refused_in_one_sentence(open_window, qtbot, tmp_path):
    layers = (LayerSpec(500), LayerSpec(500), LayerSpec(1, "sigmoid"))
    window = open_window(replace(Setup(), network=NetworkSpec(2, layers)))
    window.exports.network.write("numpy", tmp_path / "large.py")
    assert "parameters" in finished(window, qtbot)
    assert list(tmp_path.iterdir()) == []


def test_that_an_ending_is_added_and_no_other_file_is_overwritten(window, qtbot, monkeypatch, tmp_path):
    (tmp_path / "mine.py").write_text("precious")
    choose(monkeypatch, tmp_path / "mine")
    window.menus.actions["export_numpy"].trigger()
    assert finished(window, qtbot) == "There is a mine.py already: choose it, or another name"
    assert (tmp_path / "mine.py").read_text() == "precious"
    choose(monkeypatch, tmp_path / "other")
    window.menus.actions["export_numpy"].trigger()
    finished(window, qtbot)
    assert (tmp_path / "other.py").exists()


def test_that_a_folder_that_is_not_there_is_said(window, qtbot, tmp_path):
    window.exports.network.write("npz", tmp_path / "nowhere" / "w.npz")
    assert finished(window, qtbot).startswith("w.npz can't be written")


# Weights that come back


def test_that_weights_come_back_bit_for_bit_as_one_undo_step(window, qtbot, monkeypatch, tmp_path):
    train(window, qtbot)
    path = tmp_path / "mine.npz"
    window.exports.network.write("npz", path)
    finished(window, qtbot)
    trained = window.last_snapshot
    window.editing.new_weights()
    qtbot.waitUntil(lambda: window.last_snapshot.iteration == 0)
    other, steps = window.last_snapshot, window.document.undo_stack.index()
    choose(monkeypatch, path)
    window.menus.actions["load_weights"].trigger()
    assert finished(window, qtbot) == "The network begins with the weights of mine.npz"
    qtbot.waitUntil(lambda: window.last_snapshot.revision > other.revision)
    assert_same_parameters(trained.W[1:], trained.b[1:], window)
    assert window.document.undo_stack.index() == steps + 1
    assert window.document.undo_stack.undoText() == "Weights of mine.npz"
    back = window.last_snapshot.revision
    window.document.undo_stack.undo()
    qtbot.waitUntil(lambda: window.last_snapshot.revision > back)
    assert_same_parameters(other.W[1:], other.b[1:], window)


def test_that_a_reset_goes_back_to_the_weights_of_the_file(window, qtbot, tmp_path):
    np.savez(tmp_path / "w.npz", **{f"{key}{l}": np.full(shape, 0.25) for key, l, shape in SHAPES})
    window.exports.network.take_weights(tmp_path / "w.npz")
    finished(window, qtbot)
    train(window, qtbot, 20)
    window.editing.reset()
    qtbot.waitUntil(lambda: window.last_snapshot.iteration == 0)
    assert (window.last_snapshot.W[1] == 0.25).all()


SHAPES = (
    ("W", 1, (4, 2)),
    ("b", 1, (4, 1)),
    ("W", 2, (2, 4)),
    ("b", 2, (2, 1)),
    ("W", 3, (1, 2)),
    ("b", 3, (1, 1)),
)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"no archive", "w.npz is not an NPZ archive that can be read"),
        (b"0" * 500_000, "w.npz is larger than the weights of this network can be"),
        (None, "w.npz can't be read"),
    ],
)
def test_that_a_file_that_is_no_weights_changes_nothing(window, qtbot, tmp_path, content, sentence):
    if content is not None:
        (tmp_path / "w.npz").write_bytes(content)
    window.exports.network.take_weights(tmp_path / "w.npz")
    assert finished(window, qtbot).startswith(sentence)
    assert window.document.undo_stack.index() == 0


def test_that_weights_of_another_network_are_refused_with_both_shapes(window, qtbot, tmp_path):
    arrays = {
        f"{key}{l}": np.zeros(shape[::-1] if (key, l) == ("W", 1) else shape) for key, l, shape in SHAPES
    }
    np.savez(tmp_path / "w.npz", **arrays)
    window.exports.network.take_weights(tmp_path / "w.npz")
    assert finished(window, qtbot) == "w.npz: W[1] has shape (2, 4), it must have shape (4, 2)"


def test_that_too_large_matrices_are_refused(open_window, qtbot, tmp_path):
    window = open_window(
        replace(Setup(), network=NetworkSpec(2, (LayerSpec(400), LayerSpec(400), LayerSpec(1, "sigmoid"))))
    )
    window.exports.network.take_weights(tmp_path / "w.npz")
    found, most = grouped_text(160_000), grouped_text(100_000)
    assert finished(window, qtbot) == f"W[2] has {found} numbers; a file may bring {most} a matrix"


# Views


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


def test_that_a_network_for_real_data_is_written_in_every_form(open_window, qtbot, tmp_path):
    data = DataSpec(source="iris")
    window = open_window(Setup(data=data).fitted_to(build_dataset(data)))
    for key in FORMATS:
        path = tmp_path / f"{key}{FORMATS[key].suffix}"
        window.exports.network.write(key, path)
        finished(window, qtbot)
        assert path.exists()
