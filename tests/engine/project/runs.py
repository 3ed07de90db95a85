"""Projects to save and open: runs of every kind, and ways to compare two of them to the last bit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.data import DataSpec, GivenExamples, Table, build_dataset
from engine.project import Project, parse_project, resume, write_project
from engine.session import Session
from engine.setup import Setup
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec

PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
    + (320).to_bytes(4, "big")
    + (200).to_bytes(4, "big")
    + b"\x08\2\0\0\0rest"
)


def table(classes: int = 3, m: int = 40, d: int = 4) -> Table:
    """A table as an import gives it: of classes, or of values (classes 0)."""
    rng = np.random.default_rng(7)
    X = rng.normal(size=(d, m)) * 100
    target = rng.integers(0, classes, m).astype(np.int16) if classes else rng.normal(size=m)
    names = tuple(f"größe {k}" for k in range(classes))
    return Table(tuple(f"c{j}" for j in range(d)), X, target, names, "art", "früchte.csv", m + 2, 2)


def data_of(source: str) -> DataSpec:
    """A recipe of this source with nothing left at its default."""
    points = tuple((0.1 * k, -0.3 * k, k % 2) for k in range(30))
    given = GivenExamples(((1.5, 2.0, 3.0), (0.25, -1.0, 0.1)), ((0.0, 1.0, 1.0),), ("mass", "speed"))
    return DataSpec(
        source,
        noise=10,
        seed=3,
        train_share=60,
        inputs=("x1", "x2", "x1_x2") if source != "given" else ("x1", "x2"),
        scaling="standardise",
        points=points if source == "drawn" else (),
        table=table() if source == "csv" else None,
        given=given if source == "given" else None,
    )


def setup_of(source: str = "circle", training: TrainingSpec | None = None, activation: str = "tanh") -> Setup:
    """A set-up that fits its data."""
    data = data_of(source)
    network = NetworkSpec(
        2, (LayerSpec(5, activation, 0.2), LayerSpec(1, "sigmoid")), l1=0.001, l2=0.01, initialization="he"
    )
    setup = Setup(data, network, training or TrainingSpec("adam", 0.01, 16, 5), 11, title="Ü", about="b")
    return setup.fitted_to(build_dataset(data))


def session_of(setup: Setup, updates: int = 0) -> Session:
    """A session that has made so many updates."""
    session = Session(setup, build_dataset(setup.data))
    session.run_updates(updates)
    return session


def project_of(session: Session, **more: object) -> Project:
    """The session as a project."""
    return replace(Project(session.setup, session.project_state()), **more)  # type: ignore[arg-type]


def reopened(session: Session) -> Session:
    """Saved, opened and taken up again."""
    return resume(parse_project(write_project(project_of(session))))[1]


def bits_of(session: Session) -> bytes:
    """All that a run is: parameters, optimiser, order, generator, pace, history, last good state, divergence."""
    return write_project(project_of(session))


def small_project() -> Project:
    """A quick one with everything in it but a table: in the middle of an epoch."""
    session = session_of(setup_of("xor", TrainingSpec("adam", 0.01, 100, 5)), 8)
    return project_of(session, view={"workspace": "step", "row": 3}, notes="for Wednesday", preview=PNG)


def table_project(classes: int = 3) -> Project:
    """One with an imported table."""
    data = DataSpec("csv", table=table(classes), scaling="min_max")
    setup = replace(setup_of(), data=data)
    return project_of(session_of(setup.fitted_to(build_dataset(data)), 8))
