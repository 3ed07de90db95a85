"""From a `Project` to the bytes of its file. Equal projects give equal bytes."""

from __future__ import annotations

import io
import zipfile
from typing import Any, BinaryIO

from engine.project.archive import DEFLATED, STORED, pack
from engine.project.arrays import pack_arrays
from engine.project.errors import Damage, ProjectError
from engine.project.json_text import as_text, from_text
from engine.project.limits import MAX_FILE, MAX_NOTES
from engine.project.members import FORMAT, JSON, PREVIEW, RUN, TABLE, checked_preview
from engine.project.migrations import VERSION
from engine.project.project import Project
from engine.project.setup_content import check_network, fault_of_work, setup_from
from engine.project.table_content import table_as_content
from engine.project.training_content import training_as_content, training_from
from engine.setup import Setup, SetupError, as_content
from engine.training_state import TrainingState


def write_project(project: Project) -> bytes:
    """The bytes of a project file. Callable on any thread. Raises ProjectError for what can't be read back."""
    file = io.BytesIO()
    write_into(project, file)
    return file.getvalue()


def write_into(project: Project, file: BinaryIO) -> None:
    """The same, into a file that is open for writing; after an error it may hold a part of it.

    Raises ProjectError, OSError.
    """
    try:
        pack(file, {name: (data, _compression(name)) for name, data in _members_of(project).items()})
    except (Damage, SetupError, zipfile.LargeZipFile) as error:
        raise ProjectError(f"The project can't be saved: {error}.") from error


def _compression(name: str) -> int:
    """What is inside is compressed where that helps; only the text is left to do."""
    return DEFLATED if name == JSON else STORED


def _members_of(project: Project) -> dict[str, bytes]:
    content: dict[str, Any] = {
        **project.extra,
        "format": FORMAT,
        "version": VERSION,
        "setup": as_content(project.setup),
        "table": None,
        "run": None,
        "view": project.view,
        "notes": project.notes,
    }
    members = {JSON: b"", PREVIEW: checked_preview(project.preview)}
    if len(project.notes) > MAX_NOTES:
        raise Damage("notes", f"they have {len(project.notes)} characters, the limit is {MAX_NOTES}")
    table = project.setup.data.table
    if project.setup.data.source == "csv" and table is not None:
        content["table"], members[TABLE] = table_as_content(table)
    check_network(project.setup, project.state is None)
    if project.state is not None:
        content["run"], members[RUN] = _run(project.setup, project.state)
    members[JSON] = as_text(content)
    setup_from(from_text(members[JSON])["setup"], table if TABLE in members else None)
    if sum(map(len, members.values())) > MAX_FILE:
        raise Damage(
            "table", f"the project would have more than {MAX_FILE // 10**9} GB; take a part of its rows"
        )
    return {name: data for name, data in members.items() if data}


def _run(setup: Setup, state: TrainingState) -> tuple[dict[str, Any], bytes]:
    """What stands under "run", and run.npz, after the reader's own look at them: what it refuses is not written."""
    m = len(state.now.order.examples)
    at_a_time = min(setup.training.batch_size or m, m)
    fault = fault_of_work(setup, at_a_time)
    if fault:
        raise Damage("run", f"{fault}, too much to be opened again; take smaller batches or fewer units")
    content, arrays = training_as_content(state)
    training_from(content, arrays, setup)
    return content, pack_arrays(arrays)
