"""From a `Project` to a run that goes on: its data made again, and the session where it stood."""

from __future__ import annotations

import numpy as np

from engine.data import DataError, Dataset, TableError, build_dataset
from engine.network import ShapeError
from engine.project.errors import ProjectError
from engine.project.project import Project
from engine.session import Session


def resume(project: Project, name: str = "The project") -> tuple[Dataset, Session]:
    """The data of a project, and a session that goes on exactly where it stood; `session.setup` is its set-up.

    name: how the file is called in a sentence. Raises ProjectError for a run that is not of this data.
    """
    setup = project.setup
    try:
        with np.errstate(all="ignore"):
            dataset = build_dataset(setup.data)
            if project.state is None:
                setup = setup.fitted_to(dataset)
            return dataset, Session(setup, dataset, project.state)
    except (DataError, TableError) as error:
        raise ProjectError(f"The data of {name} can't be made: {error}.") from error
    except (ShapeError, ValueError) as error:
        raise ProjectError(f"{name} is damaged ({error}): open an earlier copy of it.") from error
    except MemoryError as error:
        raise ProjectError(f"{name} needs more memory than there is: close other programs.") from error
