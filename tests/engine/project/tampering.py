"""Project files with one thing wrong in them."""

from __future__ import annotations

import io
import json
import struct
import warnings
import zipfile
from collections.abc import Callable
from typing import Any

import numpy as np

from engine.project import Project, ProjectError, parse_project, resume

Members = dict[str, bytes]
NAME = "lecture.chalk"


def members_of(data: bytes) -> Members:
    """The members of an archive by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(members: Members | list[tuple[Any, bytes]], compression: int = zipfile.ZIP_STORED) -> bytes:
    """An archive of these members; a list may hold one twice."""
    file = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w", compression) as archive:
        warnings.simplefilter("ignore")  # zipfile's, about a name that is there twice
        for name, content in members.items() if isinstance(members, dict) else members:
            archive.writestr(name, content)
    return file.getvalue()


def with_json(data: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The file with project.json changed in place."""
    members = members_of(data)
    content = json.loads(members["project.json"])
    change(content)
    return zipped({**members, "project.json": json.dumps(content).encode()})


def with_text(data: bytes, text: str | bytes) -> bytes:
    """The file with another text as its project.json."""
    encoded = text.encode() if isinstance(text, str) else text
    return zipped({**members_of(data), "project.json": encoded})


def with_array(data: bytes, name: str, array: Any, npz: str = "run.npz") -> bytes:
    """The file with an array replaced; bytes are taken as the .npy itself, None takes it out."""
    members = members_of(data)
    arrays = members_of(members[npz])
    if array is None:
        del arrays[f"{name}.npy"]
    else:
        arrays[f"{name}.npy"] = array if isinstance(array, bytes) else npy(array)
    return zipped({**members, npz: zipped(arrays)})


def npy(array: Any) -> bytes:
    """An array as NumPy writes it, objects pickled too."""
    file = io.BytesIO()
    np.lib.format.write_array(file, np.asanyarray(array), allow_pickle=True)
    return file.getvalue()


def npy_with_header(header: bytes, content: bytes = b"", version: bytes = b"\1\0") -> bytes:
    """An .npy with a header of one's own."""
    return b"\x93NUMPY" + version + struct.pack("<H", len(header)) + header + content


def array_of(data: bytes, name: str, npz: str = "run.npz") -> Any:
    """An array of the file, to change."""
    return np.load(io.BytesIO(members_of(data)[npz]))[name]


def patched(data: bytes, name: str, local: tuple[int, bytes], central: tuple[int, bytes]) -> bytes:
    """The file with bytes replaced in the local and in the central header of a member, at (offset, bytes)."""
    changed = bytearray(data)
    place = _after(data, b"PK\3\4", 30, name)
    changed[place + local[0] : place + local[0] + len(local[1])] = local[1]
    place = _after(data, b"PK\1\2", 46, name)
    changed[place + central[0] : place + central[0] + len(central[1])] = central[1]
    return bytes(changed)


def _after(data: bytes, mark: bytes, header: int, name: str) -> int:
    place = data.index(mark)
    while data[place + header : place + header + len(name)] != name.encode():
        place = data.index(mark, place + 1)
    return place


def fault_of(data: bytes) -> str:
    """The one sentence with which a file is refused, on opening or on going on with it."""
    opened, said = _tried(data)
    assert opened is None, "the file was opened"
    assert NAME in said
    assert said.endswith(".")
    assert "\n" not in said
    assert len(said) < 400
    return said


def opened_or_refused(data: bytes) -> Project | None:
    """The project, or None where it was refused in one sentence; anything else is raised."""
    opened, said = _tried(data)
    assert opened is not None or (NAME in said and "\n" not in said)
    return opened


def _tried(data: bytes) -> tuple[Project | None, str]:
    try:
        project = parse_project(data, NAME)
        resume(project, NAME)
    except ProjectError as error:
        return None, str(error)
    return project, ""
