"""From a project file to a `Project`: every size, name, shape and number is checked on the way."""

from __future__ import annotations

import io
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

from engine.data import Table
from engine.project.archive import Archive
from engine.project.arrays import unpack_arrays
from engine.project.errors import Damage, ProjectError
from engine.project.fields import object_of, text
from engine.project.json_text import from_text
from engine.project.limits import MAX_FILE, MAX_JSON, MAX_NOTES, MAX_PREVIEW
from engine.project.members import FORMAT, JSON, MEMBERS, PREVIEW, RUN, TABLE, checked_preview
from engine.project.migrations import NewerFormatError, migrated, version_of
from engine.project.project import Project
from engine.project.setup_content import check_network, setup_from
from engine.project.table_content import NAMES as TABLE_NAMES
from engine.project.table_content import table_from
from engine.project.training_content import NAMES as RUN_NAMES
from engine.project.training_content import training_from
from engine.setup import Setup, SetupError
from engine.training_state import TrainingState

KEYS = ("format", "version", "setup", "table", "run", "view", "notes")


def read_project(path: Path) -> Project:
    """The project in a file. Raises ProjectError with one sentence: what, where, what to do."""
    path = Path(path)
    try:
        _check_file(path)
        with path.open("rb") as file:
            return _read(file, path.name)
    except FileNotFoundError as error:
        raise ProjectError(
            f"{path.name} is not there: it was moved, renamed or taken away; choose it where it is now."
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise ProjectError(
            f"{path.name} can't be read ({reason}): check its place and its permissions."
        ) from error


def _check_file(path: Path) -> None:
    try:
        status = path.stat()
    except ValueError as error:
        raise ProjectError(f"{path.name!r} is not a file name: choose a file.") from error
    if not stat.S_ISREG(status.st_mode):
        raise ProjectError(f"{path.name} is not a file: choose a project, a file that ends in .chalk.")
    if status.st_size == 0:
        raise ProjectError(f"{path.name} is empty: it was never written to its end; open another copy of it.")
    if status.st_size > MAX_FILE:
        size = f"{MAX_FILE // 10**9} GB"
        raise ProjectError(f"{path.name} has more than {size}, which no project has: choose another file.")


def parse_project(data: bytes, name: str = "The project") -> Project:
    """The project in the bytes of a file, which is called `name` in a sentence. Raises ProjectError."""
    return _read(io.BytesIO(data), name)


def _read(file: BinaryIO, name: str) -> Project:
    try:
        archive = Archive(file, name, MEMBERS)
    except Damage as error:
        raise ProjectError(
            f"{error}: this is no Chalknet project, or a part of one; choose another file."
        ) from error
    try:
        content = _content(archive)
        return _built(migrated(content), archive, version_of(content))
    except NewerFormatError as error:
        raise ProjectError(
            f"{name} was saved by a newer Chalknet ({error}): open it with that one."
        ) from error
    except (Damage, SetupError) as error:
        raise ProjectError(f"{name} is damaged ({error}): open an earlier copy of it.") from error
    except MemoryError as error:
        raise ProjectError(f"{name} needs more memory than there is: close other programs.") from error


def _content(archive: Archive) -> dict[str, Any]:
    content = from_text(archive.read(JSON, MAX_JSON))
    if content.get("format") != FORMAT:
        raise Damage(JSON, f'format must be "{FORMAT}"')
    return content


def _built(content: Mapping[str, Any], archive: Archive, version: int) -> Project:
    held = object_of(content, JSON, KEYS, content)
    table = _table(held["table"], archive)
    setup = setup_from(held["setup"], table)
    view = object_of(held["view"], "view", (), held["view"] if isinstance(held["view"], dict) else ())
    return Project(
        setup=setup,
        state=_state(held["run"], archive, setup),
        view=dict(view),
        notes=text(held["notes"], "notes", MAX_NOTES),
        preview=_preview(archive),
        extra={key: value for key, value in content.items() if key not in KEYS},
        version=version,
    )


def _preview(archive: Archive) -> bytes:
    """The picture, or none where it is damaged: the numbers are what a project is."""
    try:
        return checked_preview(archive.read(PREVIEW, MAX_PREVIEW)) if PREVIEW in archive else b""
    except Damage:
        return b""


def _table(content: Any, archive: Archive) -> Table | None:
    if content is None:
        return None
    data = _npz(archive, TABLE)
    return table_from(content, unpack_arrays(data, TABLE, TABLE_NAMES), len(data))


def _state(content: Any, archive: Archive, setup: Setup) -> TrainingState | None:
    check_network(setup, content is None)
    if content is None:
        return None
    return training_from(content, unpack_arrays(_npz(archive, RUN), RUN, RUN_NAMES), setup)


def _npz(archive: Archive, name: str) -> bytes:
    """An archive inside the archive: it is compressed by itself, and never twice."""
    if name in archive and archive.is_compressed(name):
        raise Damage(name, "it is compressed twice")
    return archive.read(name)
