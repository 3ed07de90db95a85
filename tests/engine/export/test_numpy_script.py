"""The NumPy script: it stands alone, makes the engine's update, keeps every digit, and notices when it does not."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.data import DataSpec, GivenExamples, build_dataset
from engine.export import ExportError, numpy_script
from engine.network import Network
from engine.run import build
from engine.setup import Setup
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from engine.step.exercises import PRESETS, load_preset
from tests.engine.export.cases import (
    all_cases,
    assert_is_the_update,
    case_of,
    run_all,
    statements,
    written_array,
)
from tests.engine.networks import network_spec, random_network


def script_of(setup: Setup, epochs: int = 0) -> str:
    setup, dataset, trainer = build(setup)
    trainer.run_epochs(epochs)
    return numpy_script(setup, trainer.network, dataset)


def run_alone(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    """As a student does: a file in a folder of its own, and a Python that sees nothing else."""
    (folder / "network.py").write_text(script, encoding="utf-8")
    command = [sys.executable, "-I", "network.py"]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True, timeout=60)


def test_that_every_script_makes_the_trainers_update(tmp_path: Path) -> None:
    cases = dict(all_cases())
    found = run_all(tmp_path, {name: numpy_script(*case) for name, case in cases.items()})
    for name, case in cases.items():
        assert_is_the_update(found[name], case)


def test_that_the_worked_example_gives_the_numbers_of_the_course(tmp_path: Path) -> None:
    found = run_all(tmp_path, {"it": script_of(load_preset("worked-example"))})["it"]
    assert np.round(found["dW1"], 8).tolist() == [
        [-0.01740429, -0.01044257],
        [0.01189768, 0.00713861],
        [-0.02346535, -0.01407921],
    ]
    assert np.round(found["W2"], 8).tolist() == [[0.32758148, -0.17571909, 0.42664783]]
    assert (round(float(found["J"]), 8), round(float(found["J_after"]), 8)) == (0.64644965, 0.60367517)


def test_that_every_exercise_and_kind_of_data_runs(tmp_path: Path) -> None:
    setups = {key: load_preset(key) for key in PRESETS}
    for source, scaling in (
        ("blobs", "none"),
        ("plane", "none"),
        ("iris", "standardise"),
        ("digits", "min_max"),
    ):
        data = DataSpec(source=source, scaling=scaling)
        setups[source] = replace(Setup(), data=data, training=TrainingSpec("adam", 0.01, 20))
    scripts = {name: script_of(setup, epochs=2) for name, setup in setups.items()}
    found = run_all(tmp_path, scripts)
    assert found["digits"]["X"].shape == (64, 10)
    assert {"offset", "size"} <= set(found["iris"])


def test_that_the_script_stands_alone_and_says_what_it_found(tmp_path: Path) -> None:
    ended = run_alone(tmp_path, script_of(Setup(), epochs=3))
    assert (ended.returncode, ended.stderr) == (0, "")
    assert [line.split(":")[0] for line in ended.stdout.splitlines()] == [
        "J before the update",
        "J after the update",
        "Both are what Chalknet found.",
    ]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("dZ3 = A3 - Y", "dZ3 = Y - A3"),
        ("(1 / m) * dZ1", "dZ1"),
        ("W2.T @ dZ2", "W2.T @ A2"),
        ("np.tanh(Z1)", "np.sin(Z1)"),
    ],
)
def test_that_a_slip_in_it_is_noticed(tmp_path: Path, right: str, wrong: str) -> None:
    script = script_of(Setup())
    assert script.count(right) == 1
    ended = run_alone(tmp_path, script.replace(right, wrong))
    assert ended.returncode == 1
    assert "AssertionError" in ended.stderr


def test_that_numbers_keep_every_digit() -> None:
    spec = network_spec((12, 3, 1), ("tanh", "sigmoid"), "binary_cross_entropy")
    setup, network, dataset = case_of(spec)
    network.W[1][0, :4] = 0.1, -1e-17, 123456.789, 1 / 3
    script = numpy_script(setup, network, dataset)
    for l in (1, 2):
        assert written_array(script, f"W{l}").tolist() == network.W[l].tolist()
        assert written_array(script, f"b{l}").tolist() == network.b[l].tolist()
    assert written_array(script, "X").tolist() == dataset.X_train.tolist()


@pytest.mark.parametrize("optimizer", ["gradient_descent", "momentum"])
@pytest.mark.parametrize(
    ("cost", "output", "n_L"),
    [
        ("binary_cross_entropy", "sigmoid", 1),
        ("categorical_cross_entropy", "softmax", 3),
        ("mean_squared_error", "sigmoid", 2),
    ],
)
def test_that_outputs_that_rounded_to_0_or_1_change_nothing(
    tmp_path: Path, cost: str, output: str, n_L: int, optimizer: str
) -> None:
    spec = network_spec((3, 4, n_L), ("linear", output), cost)
    network = random_network(spec)
    network.theta *= 60
    case = case_of(spec, optimizer, network=network)
    found = run_all(tmp_path, {"it": numpy_script(*case)})["it"]
    assert np.abs(found["Z2"]).max() > 709
    assert_is_the_update(found, case)


def test_that_a_network_that_could_be_any_length_stays_readable() -> None:
    layers = tuple(LayerSpec(9, "relu") for _ in range(6))
    spec = NetworkSpec(64, (*layers, LayerSpec(10, "softmax")), "categorical_cross_entropy", l1=0.1, l2=0.1)
    script = numpy_script(*case_of(spec, "adam"))
    assert max(map(len, script.splitlines())) <= 120
    assert not [line for line in script.splitlines() if line != line.rstrip()]


def test_that_names_out_of_a_file_never_become_code() -> None:
    hostile = 'x"""\nimport os\rraise SystemExit(9)\x0c\u2028\\N{DEGREE SIGN}\x00\ud800'
    spec = network_spec((2, 3, 1), ("tanh", "sigmoid"), "binary_cross_entropy")
    setup, network, dataset = case_of(spec)
    given = setup.data.given
    assert given is not None
    data = replace(setup.data, given=replace(given, input_names=(hostile, "#" + hostile)))
    named = replace(setup, data=data, title=hostile)
    script = numpy_script(named, network, build_dataset(data))
    assert statements(script) == statements(numpy_script(setup, network, dataset))
    script.encode()


def test_that_the_network_and_its_memory_stay_as_they_are() -> None:
    setup, network, dataset = case_of(network_spec((2, 3, 1), ("tanh", "sigmoid"), "binary_cross_entropy"))
    before = network.theta.copy()
    numpy_script(setup, network, dataset)
    assert network.theta.tolist() == before.tolist()


def test_that_a_float32_network_is_written_in_float64() -> None:
    spec = network_spec((2, 3, 1), ("tanh", "sigmoid"), "binary_cross_entropy")
    network = random_network(spec, dtype="float32")
    setup, _, dataset = case_of(spec)
    assert written_array(numpy_script(setup, network, dataset), "W1").tolist() == network.W[1].tolist()


def test_that_a_network_too_large_to_read_is_refused() -> None:
    spec = network_spec((500, 500, 1), ("tanh", "sigmoid"), "binary_cross_entropy")
    with pytest.raises(ExportError, match=r"251001 parameters, too many .* ONNX and NPZ take them"):
        numpy_script(*case_of(spec, m=2))


def test_that_numbers_that_are_not_finite_are_refused() -> None:
    setup, network, dataset = case_of(network_spec((2, 3, 1), ("tanh", "linear")))
    broken = network.copy()
    broken.b[2][0, 0] = np.nan
    with pytest.raises(ExportError, match=r"b\[2\] holds a number that is not finite"):
        numpy_script(setup, broken, dataset)
    far = replace(setup, training=TrainingSpec(alpha=1e200))
    with pytest.raises(ExportError, match="choose a smaller alpha"):
        numpy_script(far, network, dataset)


def test_that_one_typed_example_is_said_to_be_all_there_is() -> None:
    data = DataSpec(source="given", given=GivenExamples(((0.5,), (0.25,)), ((1.0,),)))
    spec = NetworkSpec(2, (LayerSpec(1, "sigmoid"),))
    script = numpy_script(Setup(data, spec, TrainingSpec()), Network(spec), build_dataset(data))
    assert "# Typed examples, 1 of them. These are all." in script
    assert "def forward(X):" in script
