"""The PyTorch script: what it says is checked always; where PyTorch is installed it runs and makes the same update."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from engine.activations import ACTIVATIONS
from engine.costs import COSTS
from engine.data import DataSpec, build_dataset
from engine.export import torch_script
from engine.export.torch_lines import LOSSES, MODULES
from engine.export.torch_lines import OPTIMIZERS as TORCH_OPTIMIZERS
from engine.optimizers import OPTIMIZERS
from engine.run import build
from engine.setup import Setup
from engine.step.exercises import PRESETS, load_preset
from tests.engine.export.cases import (
    Case,
    all_cases,
    assert_is_the_update,
    case_of,
    run_all,
    statements,
    written_array,
)
from tests.engine.networks import network_spec

needs_torch = pytest.mark.skipif(find_spec("torch") is None, reason="PyTorch is not installed")


def at_a_kink() -> Case:
    """A network where z is exactly 0 and the derivative there matters."""
    spec = network_spec((2, 2, 2, 1), ("relu", "leaky_relu", "linear"))
    setup, network, dataset = case_of(spec)
    network.W[1][0], network.b[1][0] = 0, 0
    network.W[2][1], network.b[2][1] = 0, 0
    return setup, network, dataset


def test_that_everything_the_engine_has_can_be_written() -> None:
    assert set(MODULES) == set(ACTIVATIONS)
    assert set(LOSSES) == set(COSTS)
    assert set(TORCH_OPTIMIZERS) == set(OPTIMIZERS)


def test_that_parameters_and_examples_keep_every_digit_and_examples_are_rows() -> None:
    for _, (setup, network, dataset) in all_cases():
        script = torch_script(setup, network, dataset)
        assert written_array(script, "X").tolist() == dataset.X_train.T.tolist()
        assert written_array(script, "Y").tolist() == dataset.Y_train.T.tolist()
        for l in range(1, network.spec.L + 1):
            assert written_array(script, f"W{l}").tolist() == network.W[l].tolist()
            assert written_array(script, f"b{l}").tolist() == network.b[l][:, 0].tolist()


def test_that_the_model_has_the_layers_of_the_network() -> None:
    spec = network_spec((3, 4, 2), ("leaky_relu", "sigmoid"), "binary_cross_entropy")
    script = torch_script(*case_of(spec))
    model = script.split("model = ", 1)[1].split("\n)\n", 1)[0]
    assert [line.strip(" ,") for line in model.splitlines()[1:]] == [
        "torch.nn.Linear(3, 4)",
        "torch.nn.LeakyReLU(0.2)",
        "torch.nn.Linear(4, 2)",
    ]
    assert "return torch.sigmoid(Z)" in script


def test_that_a_relu_of_our_own_stands_in_where_z_is_exactly_0() -> None:
    assert "KinkedReLU(0.2)" in torch_script(*at_a_kink())
    assert "KinkedReLU" not in torch_script(*case_of(network_spec((2, 2, 1), ("relu", "linear"))))


def test_that_names_out_of_a_file_never_become_code() -> None:
    hostile = 'x"""\nimport os\rraise SystemExit(9)\x0c\u2028\\N{DEGREE SIGN}'
    setup, network, dataset = case_of(network_spec((2, 3, 1), ("tanh", "linear")))
    given = setup.data.given
    assert given is not None
    data = replace(setup.data, given=replace(given, input_names=(hostile, hostile)))
    script = torch_script(replace(setup, data=data, title=hostile), network, build_dataset(data))
    assert statements(script) == statements(torch_script(setup, network, dataset))


@needs_torch
@pytest.mark.slow
def test_that_every_script_makes_the_trainers_update(tmp_path: Path) -> None:
    cases = dict(all_cases()) | {"kink": at_a_kink()}
    found = run_all(tmp_path, {name: torch_script(*case) for name, case in cases.items()})
    for name, case in cases.items():
        assert_is_the_update(found[name], case)


@needs_torch
@pytest.mark.slow
def test_that_every_exercise_and_kind_of_data_runs(tmp_path: Path) -> None:
    setups = {key: load_preset(key) for key in PRESETS}
    for source, scaling in (
        ("circle", "none"),
        ("plane", "none"),
        ("iris", "standardise"),
        ("digits", "none"),
    ):
        setups[source] = replace(Setup(), data=DataSpec(source=source, scaling=scaling))
    scripts = {}
    for name, setup in setups.items():
        fitted, dataset, trainer = build(setup)
        trainer.run_epochs(2)
        scripts[name] = torch_script(fitted, trainer.network, dataset)
    found = run_all(tmp_path, scripts)
    assert np.isfinite([float(numbers["J_after"]) for numbers in found.values()]).all()
