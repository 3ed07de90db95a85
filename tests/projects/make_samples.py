"""Make the sample files of the present version of the project format that are not there yet: run from the root,
`python -m tests.projects.make_samples`.

Samples stay for ever: a file that is there is never written again. What must be found in them is in expected.json.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from engine.data import DataSpec, GivenExamples, Table, build_dataset
from engine.given import GivenWeights
from engine.project import VERSION, Project, read_project, resume, save_project
from engine.session import Session
from engine.setup import Setup, read_setup
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec

HERE = Path(__file__).parent
SETUPS = HERE.parents[1] / "assets" / "setups"
EXPECTED = HERE / "expected.json"
# One pixel.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)


def main() -> None:
    """Write what is missing, and what it holds."""
    expected = json.loads(EXPECTED.read_text(encoding="utf-8")) if EXPECTED.exists() else {}
    for key, make in SAMPLES.items():
        name = f"v{VERSION}-{key}.chalk"
        if not (HERE / name).exists():
            save_project(make(), HERE / name)
            expected[name] = what_it_holds(HERE / name)
    EXPECTED.write_text(json.dumps(expected, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def what_it_holds(path: Path) -> dict[str, Any]:
    """What a test must find in a file."""
    project = read_project(path)
    dataset, session = resume(project)
    trainer = session.trainer
    return {
        "theta": hashlib.sha256(trainer.network.theta.tobytes()).hexdigest(),
        "J": trainer.network.cost(dataset.X_train, dataset.Y_train),
        "counts": [trainer.iteration, trainer.epoch, len(trainer.history)],
        "kept": [project.notes, project.view, project.extra],
        "diverged": session.divergence is not None,
    }


def trained(setup: Setup, updates: int, **more: Any) -> Project:
    """A project of so many updates."""
    dataset = build_dataset(setup.data)
    session = Session(setup.fitted_to(dataset), dataset)
    session.run_updates(updates)
    return replace(Project(session.setup, session.project_state()), **more)


def in_the_middle_of_an_epoch() -> Project:
    """Adam with mini-batches, and everything that a window keeps."""
    setup = replace(
        Setup(),
        data=DataSpec("spiral", 5, 2, 60, ("x1", "x2", "sin_x1")),
        training=TrainingSpec("adam", 0.01, 7, 3),
    )
    view = {"workspace": "step", "row": 4, "graph": "J = 3*(a + b*c)"}
    return trained(
        setup, 1234, view=view, notes="Für Mittwoch: α kleiner", preview=PNG, extra={"made_by": "us"}
    )


def of_a_table() -> Project:
    """A regression over an imported table."""
    rng = np.random.default_rng(1)
    X = rng.integers(0, 200, (3, 50)).astype(np.float64)
    target = 0.01 * X[0] - 0.02 * X[1] + rng.normal(size=50) / 10
    table = Table(("Länge", "width", "height"), X, target, (), "weight", "fish.csv", 52, 2)
    setup = replace(Setup(), data=DataSpec("csv", table=table, scaling="standardise"))
    return trained(replace(setup, training=TrainingSpec("momentum", 0.05, None)), 300)


def of_classes() -> Project:
    """Three classes of an imported table."""
    rng = np.random.default_rng(2)
    table = Table(
        ("a", "b"),
        rng.normal(size=(2, 40)),
        np.arange(40, dtype=np.int16) % 3,
        ("x", "y", "z"),
        "kind",
        "k.csv",
        40,
    )
    setup = replace(Setup(), data=DataSpec("csv", table=table, scaling="min_max"))
    return trained(replace(setup, training=TrainingSpec("rmsprop", 0.01, 8)), 100)


def of_an_exercise() -> Project:
    """Typed examples and start weights, before the first update."""
    given = GivenExamples(((1.0, 2.0), (0.5, -1.0)), ((1.0, 0.0),))
    network = NetworkSpec(2, (LayerSpec(2, "relu"), LayerSpec(1, "sigmoid")))
    weights = GivenWeights((((0.1, 0.2), (0.3, -0.4)), ((0.5, 0.6),)), ((0.0, 0.1), (0.2,)))
    setup = Setup(
        DataSpec("given", given=given), network, TrainingSpec(), 0, weights, "By hand", "Two examples"
    )
    return trained(setup, 0)


def of_a_broken_run() -> Project:
    """A run that has diverged."""
    return trained(read_setup(SETUPS / "diverged.json"), 1000)


def without_a_run() -> Project:
    """Nothing but a set-up."""
    return Project(Setup())


SAMPLES: dict[str, Callable[[], Project]] = {
    "middle-of-an-epoch": in_the_middle_of_an_epoch,
    "table": of_a_table,
    "table-of-classes": of_classes,
    "exercise": of_an_exercise,
    "diverged": of_a_broken_run,
    "no-run": without_a_run,
}

if __name__ == "__main__":
    main()
