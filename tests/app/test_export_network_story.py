"""The playground's network as files, and weights that come back."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from importlib.util import find_spec

import numpy as np
import pytest

from engine.data import DataSpec, build_dataset
from engine.export import FORMATS
from engine.network import Network
from engine.setup import Setup
from engine.spec import LayerSpec, NetworkSpec
from gui.export.exports import ELSEWHERE
from gui.training.run_state import RunState
from gui.widgets.numbers import grouped_text
from tests.app.export_driving import (
    assert_same_parameters,
    choose,
    finished,
    train,
)


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


def test_that_a_network_for_real_data_is_written_in_every_form(open_window, qtbot, tmp_path):
    data = DataSpec(source="iris")
    window = open_window(Setup(data=data).fitted_to(build_dataset(data)))
    for key in FORMATS:
        path = tmp_path / f"{key}{FORMATS[key].suffix}"
        window.exports.network.write(key, path)
        finished(window, qtbot)
        assert path.exists()


def test_that_the_menu_says_whose_network_is_exported(window, qtbot):
    exports, menu = window.exports, window.exports.menu
    load = window.menus.actions["load_weights"]
    for key in ("train", "step"):
        window.workspaces.show(key)
        menu.aboutToShow.emit()
        assert exports.heading.text() == "Circle · 2-4-2-1"
        assert load.isEnabled()
    for key in ("graph", "course"):
        window.workspaces.show(key)
        menu.aboutToShow.emit()
        assert exports.heading.text() == "The playground's network: Circle · 2-4-2-1"
        assert window.menus.actions["export_numpy"].isEnabled()
        assert not load.isEnabled()  # its weights would come into a network that nobody sees
        assert load.toolTip() == ELSEWHERE
    qtbot.waitUntil(lambda: window.workspaces.is_settled)
