"""Saving: all of the new file or all of the old one, whatever happens, and only what belongs there is left."""

from __future__ import annotations

import errno
import os
import random
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from engine.project import (
    FileStamp,
    Project,
    ProjectError,
    is_project_file,
    parse_project,
    read_project,
    save_project,
    saving,
    stamp_of,
    write_project,
)
from tests.engine.project.runs import project_of, session_of, setup_of, small_project
from tests.engine.project.saver import NOTES

SAVER = Path(__file__).with_name("saver.py")
posix = pytest.mark.skipif(os.name != "posix", reason="permissions and links of POSIX")
ROUNDS = 8


def start_saving(path: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(SAVER), str(path), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.slow
def test_that_a_program_killed_at_any_moment_of_100_saves_leaves_a_readable_file(tmp_path: Path) -> None:
    path, moments = tmp_path / "a.chalk", random.Random(4)
    for _ in range(ROUNDS):
        with start_saving(path) as process:
            assert process.stdout is not None
            for _ in range(moments.randint(1, 99)):
                process.stdout.readline()
            process.kill()
        assert read_project(path).notes in NOTES
    left = [name for name in names_in(tmp_path) if name != "a.chalk"]
    assert all(name.startswith(saving.TEMPORARY) for name in left)


@posix
@pytest.mark.parametrize("call", [6, 7, 8, 9, 10])
def test_that_a_program_killed_between_two_calls_of_a_save_leaves_a_readable_file(
    call: int, tmp_path: Path
) -> None:
    path = tmp_path / "a.chalk"
    with start_saving(path, str(call)) as process:
        said = process.communicate(timeout=60)[0].split()
    assert process.returncode == -9
    assert len(said) < 3
    assert read_project(path).notes in NOTES


def test_that_a_save_replaces_the_file_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.chalk"
    save_project(Project(), path)
    save_project(small_project(), path)
    assert path.read_bytes() == write_project(small_project())
    assert names_in(tmp_path) == ["a.chalk"]


@pytest.mark.parametrize("call", ["fsync", "write", "replace"])
def test_that_a_full_disk_leaves_the_old_file_and_says_so(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.chalk"
    save_project(Project(notes="old"), path)

    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if call == "write":
        monkeypatch.setattr(saving, "write_into", full)
    elif call == "replace":
        monkeypatch.setattr(Path, "replace", full)
    else:
        monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProjectError, match=r"^a\.chalk can't be saved \(No space left on device\): .*\.$"):
        save_project(small_project(), path)
    monkeypatch.undo()
    assert read_project(path).notes == "old"
    assert names_in(tmp_path) == ["a.chalk"]


@pytest.mark.parametrize(
    "more",
    [{"notes": "x" * 200_000}, {"view": {"a": float("nan")}}, {"view": {"a": object()}}, {"preview": b"x"}],
)
def test_that_what_could_not_be_read_back_is_not_written(more: dict[str, object], tmp_path: Path) -> None:
    path = tmp_path / "a.chalk"
    save_project(Project(notes="old"), path)
    with pytest.raises(ProjectError, match="can't be saved"):
        save_project(replace(small_project(), **more), path)  # type: ignore[arg-type]
    assert read_project(path).notes == "old"
    assert names_in(tmp_path) == ["a.chalk"]


def test_that_parameters_that_are_not_finite_are_not_written() -> None:
    session = session_of(setup_of(), 3)
    session.trainer.network.theta[0] = float("nan")
    with pytest.raises(ProjectError, match="theta holds a number that is not finite"):
        write_project(project_of(session))


@pytest.mark.parametrize("name", ["", "no/such/folder/a.chalk", "a\0b.chalk", "x" * 400 + ".chalk"])
def test_that_a_place_that_is_none_is_said_in_one_sentence(name: str, tmp_path: Path) -> None:
    with pytest.raises(ProjectError) as caught:
        save_project(Project(), tmp_path / name)
    assert "\n" not in str(caught.value)
    with pytest.raises(ProjectError):
        read_project(tmp_path / name)
    assert names_in(tmp_path) == []


def test_that_a_missing_file_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"^b\.chalk is not there: .*\.$"):
        read_project(tmp_path / "b.chalk")


def test_that_an_empty_file_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "b.chalk").touch()
    with pytest.raises(ProjectError, match=r"^b\.chalk is empty: .*\.$"):
        read_project(tmp_path / "b.chalk")


@posix
def test_that_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    path, link = tmp_path / "far" / "a.chalk", tmp_path / "link.chalk"
    save_project(Project(), path)
    path.chmod(0o640)
    link.symlink_to(path)
    save_project(small_project(), link)
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert read_project(path).notes == "for Wednesday"


@posix
def test_that_a_new_file_has_the_permissions_that_new_files_have(tmp_path: Path) -> None:
    path, other = tmp_path / "a.chalk", tmp_path / "other"
    save_project(Project(), path)
    other.write_bytes(b"")
    assert path.stat().st_mode == other.stat().st_mode


@posix
def test_that_a_pipe_is_neither_read_nor_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.chalk"
    os.mkfifo(pipe)
    with pytest.raises(ProjectError, match="not a file"):
        read_project(pipe)
    with pytest.raises(ProjectError, match="not an ordinary file"):
        save_project(Project(), pipe)


def test_that_what_killed_programs_left_long_ago_is_taken_away(tmp_path: Path) -> None:
    old, young = (tmp_path / f"{saving.TEMPORARY}{name}.tmp" for name in ("old", "young"))
    for path in (old, young):
        path.write_bytes(b"x")
    os.utime(old, (1, 1))
    save_project(Project(), tmp_path / "a.chalk")
    assert names_in(tmp_path) == [young.name, "a.chalk"]


def test_that_a_stamp_tells_when_somebody_else_wrote_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.chalk"
    assert stamp_of(path) is None
    stamp = save_project(small_project(), path)
    assert stamp_of(path) == stamp == FileStamp(path.stat().st_size, path.stat().st_mtime_ns)
    os.utime(path, ns=(1, 1))
    assert stamp_of(path) != stamp


def test_that_a_project_is_written_by_another_thread_while_its_run_goes_on(tmp_path: Path) -> None:
    session = session_of(setup_of("digits"), 20)
    project = project_of(session)
    expected = write_project(project)
    written: list[bytes] = []
    thread = threading.Thread(target=lambda: written.append(write_project(project)))
    thread.start()
    while thread.is_alive():
        session.run_updates(5)
    thread.join()
    assert written == [expected]
    assert parse_project(written[0]).state is not None


def test_that_a_project_is_known_by_its_name() -> None:
    assert is_project_file(Path("a.chalk"))
    assert is_project_file(Path("A.CHALK"))
    assert not is_project_file(Path("chalk"))
