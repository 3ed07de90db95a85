"""From a `Project` to a run that goes on: its data made again, and the session where it stood."""

from __future__ import annotations

import numpy as np

from engine.data import DataError, Dataset, TableError, build_dataset
from engine.evaluation import CHUNK
from engine.network import ShapeError
from engine.project.errors import ProjectError
from engine.project.limits import EXPANSION, FRESH_WORK, MAX_WORK
from engine.project.project import Project
from engine.project.setup_content import fault_of_work
from engine.session import Session


def resume(project: Project, name: str = "The project") -> tuple[Dataset, Session]:
    """The data of a project, and a session that goes on exactly where it stood; `session.setup` is its set-up.

    name: how the file is called in a sentence. Raises ProjectError for a run that is not of this data.
    """
    setup = project.setup
    try:
        with np.errstate(all="ignore"):
            dataset = build_dataset(setup.data)
            _check_work(project, dataset, name)
            if project.state is None:
                setup = setup.fitted_to(dataset)
            return dataset, Session(setup, dataset, project.state)
    except ProjectError:
        raise
    except (DataError, TableError) as error:
        raise ProjectError(f"The data of {name} can't be made: {error}.") from error
    except (ShapeError, ValueError) as error:
        raise ProjectError(f"{name} is damaged ({error}): open an earlier copy of it.") from error
    except MemoryError as error:
        raise ProjectError(f"{name} needs more memory than there is: close other programs.") from error


def _check_work(project: Project, dataset: Dataset, name: str) -> None:
    """Of a run that has not begun, a file of some bytes could ask for anything: its data decide what it gets."""
    setup = project.setup
    at_a_time = max(min(setup.training.batch_size or dataset.m, dataset.m), min(CHUNK, dataset.examples))
    table = setup.data.table
    held = table.X.nbytes if table is not None and setup.data.source == "csv" else 0
    most = None if project.state is not None else min(MAX_WORK, max(FRESH_WORK, EXPANSION * held))
    what = fault_of_work(setup, at_a_time, most)
    if what:
        raise ProjectError(
            f"{name} asks for {what}, too much for its memory: take smaller batches or fewer units."
        )
