"""Set-ups with typed examples for every cost, output and hidden activation, and a place to run scripts in."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data import Dataset, DataSpec, GivenExamples, build_dataset
from engine.network import Network
from engine.optimizers import OPTIMIZERS
from engine.setup import Setup
from engine.spec import NetworkSpec, TrainingSpec
from tests.engine.networks import HIDDEN, all_ends, examples_for, network_spec, random_network

Case = tuple[Setup, Network, Dataset]

# Runs every script named on its command line and puts down beside it what its names stand for at the end.
RUNNER = """
import runpy, sys
import numpy as np
for path in sys.argv[1:]:
    found = runpy.run_path(path)
    layers = found.get("layers", [])
    for l, layer in enumerate(layers, start=1):
        found[f"W{l}"] = layer.weight.detach().numpy()
        found[f"b{l}"] = layer.bias.detach().numpy()[:, None]
    numbers = {
        name: value.detach().numpy() if type(value).__name__ == "Tensor" else value
        for name, value in found.items()
        if isinstance(value, (float, np.ndarray)) or type(value).__name__ == "Tensor"
    }
    np.savez(path + ".npz", **numbers)
"""


def case_of(
    spec: NetworkSpec,
    optimizer: str = "gradient_descent",
    m: int = 7,
    network: Network | None = None,
    alpha: float = 0.05,
) -> Case:
    X, Y = examples_for(spec, m)
    given = GivenExamples(tuple(map(tuple, X.tolist())), tuple(map(tuple, Y.tolist())))
    data = DataSpec(source="given", given=given)
    setup = Setup(data, spec, TrainingSpec(optimizer, alpha))
    return setup, network or random_network(spec), build_dataset(data)


def all_cases() -> Iterator[tuple[str, Case]]:
    """Every end with every hidden activation, the optimisers and regularisation in turn."""
    optimizers = list(OPTIMIZERS)
    for number, (cost, output) in enumerate(all_ends()):
        for place, hidden in enumerate(HIDDEN):
            n_L = 3 if cost == "categorical_cross_entropy" else 1 + place % 2
            rates = ({}, {"l2": 0.03}, {"l1": 0.02}, {"l1": 0.01, "l2": 0.05})[place % 4]
            spec = network_spec((3, 4, 2, n_L), (hidden, "tanh", output), cost, **rates)
            optimizer = optimizers[(number + place) % len(optimizers)]
            yield f"{cost}-{output}-{hidden}-{optimizer}", case_of(spec, optimizer)
    for optimizer in optimizers:
        spec = network_spec((2, 3, 1), ("relu", "sigmoid"), "binary_cross_entropy", l2=0.1)
        yield f"again-{optimizer}", case_of(spec, optimizer)


def run_all(folder: Path, scripts: dict[str, str]) -> dict[str, dict[str, Any]]:
    """What each script's names stand for after it has run; all run in one Python of their own."""
    paths = {name: folder / f"{number}.py" for number, name in enumerate(scripts)}
    for name, path in paths.items():
        path.write_text(scripts[name], encoding="utf-8")
    # Warnings are faults here: a script that divides by 0 on its own examples is not one to take home.
    command = [sys.executable, "-W", "error::RuntimeWarning", "-c", RUNNER, *map(str, paths.values())]
    ended = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True, timeout=110)
    assert ended.returncode == 0, ended.stderr
    found = {}
    for name, path in paths.items():
        with np.load(f"{path}.npz") as archive:
            found[name] = dict(archive)
    return found


def assert_is_the_update(found: dict[str, Any], case: Case) -> None:
    """The script's parameters and costs at its end are those that a trainer's update leaves."""
    from engine.trainer import Trainer

    setup, network, dataset = case
    trained = network.copy()
    X, Y = dataset.X_train[:, :10], dataset.Y_train[:, :10]
    Trainer(trained, X, Y, replace(setup.training, batch_size=None)).step()
    for l in range(1, network.spec.L + 1):
        np.testing.assert_allclose(found[f"W{l}"], trained.W[l], rtol=1e-12, atol=1e-12)
        np.testing.assert_allclose(found[f"b{l}"], trained.b[l], rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(found["J"], network.cost(X, Y), rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(found["J_after"], trained.cost(X, Y), rtol=1e-12, atol=1e-12)


def written_array(script: str, name: str) -> NDArray[np.float64]:
    """The numbers that the script's first assignment to a name writes out."""
    for statement in ast.parse(script).body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == name:
            assert isinstance(statement.value, ast.Call)
            return np.array(ast.literal_eval(statement.value.args[0]))
    raise AssertionError(f"{name} is never assigned")


def statements(script: str) -> list[str]:
    """What the script does, without its docstrings, comments and layout."""
    return [ast.dump(statement) for statement in ast.parse(script).body[1:]]
