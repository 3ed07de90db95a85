"""Killed at any moment: a file is whole, and what was unsaved is at most a minute old when it is offered again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from engine.project import read_project
from engine.setup import Setup
from gui.projects import autosave
from gui.projects.recovery import find_left
from tests.app.killed_programs import (
    INTERVAL_MS,
    ROOT,
    autosaves_of,
    goes_on,
    iteration_in,
    kill,
    start_training,
    until,
)
from tests.app.project_driving import rest, train
from tests.app.recovery_driving import offered

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")

ROUNDS = 40
LONGEST_SECONDS = 0.12  # after the first of its saves; one takes about 20 ms
SECONDS_TO_WRITE = 5  # of a busy machine
SAVER = """
import itertools, os, sys
from dataclasses import replace
from pathlib import Path
from engine.project import read_project
from gui.projects.writing import write_file

path = Path(sys.argv[1])
project = read_project(path)

def save_again_and_again():
    for count in itertools.count():
        text = str(count).zfill(6) * 700
        write_file(replace(project, notes=text), path, None, may_replace=True)

for _ in sys.stdin:
    child = os.fork()
    if not child:
        save_again_and_again()
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


def test_that_a_program_killed_at_any_moment_of_its_saves_leaves_a_whole_file(tmp_path):
    path, moments = tmp_path / "mine.chalk", random.Random(5)
    path.write_bytes((ROOT / "tests" / "projects" / "v1-table.chalk").read_bytes())
    command = [sys.executable, "-c", SAVER, str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as program:
        ends, seen = [], set()
        for _ in range(ROUNDS):
            program.stdin.write("save\n")
            saver = int(program.stdout.readline())
            written, moment = path.stat().st_mtime_ns, moments.random() * LONGEST_SECONDS
            until(lambda written=written: path.stat().st_mtime_ns != written)
            killed_at = time.perf_counter() + moment
            until(lambda killed_at=killed_at: time.perf_counter() > killed_at)
            _kill_process(saver)
            ends.append(int(program.stdout.readline()))
            notes = read_project(path).notes
            assert notes == notes[:6] * 700
            seen.add(notes[:6])
        program.stdin.close()
    assert ends == [-signal.SIGKILL] * ROUNDS
    assert len(seen) > 1
    assert all(found.name.startswith("mine.chalk") for found in tmp_path.iterdir())


def _kill_process(process: int) -> None:
    os.kill(process, signal.SIGKILL)


def test_that_a_program_killed_while_it_trains_is_recovered(open_window, qtbot, tmp_path):
    program = start_training(tmp_path)
    try:
        until(lambda: bool(autosaves_of(tmp_path)))
        (file,) = autosaves_of(tmp_path)
        goes_on(file)  # it keeps itself again and again, not only once
        assert find_left(file.parent) == []
    finally:
        kill(program)
    # One interval, and the time that it takes to write: of the real interval that is less than a minute.
    assert time.time() - file.stat().st_mtime < INTERVAL_MS / 1000 + SECONDS_TO_WRITE
    assert autosave.INTERVAL_MS / 1000 + SECONDS_TO_WRITE <= 60
    window = open_window()
    window.projects.autosave.folder = file.parent
    kept_at = iteration_in(file)
    offered(window, qtbot).rows[0].recover.click()
    qtbot.waitUntil(lambda: window.last_snapshot.iteration == kept_at, timeout=10_000)
    rest(window, qtbot)
    assert window.document.setup == open_window(Setup()).document.setup
    train(window, 5, qtbot)


def test_that_of_two_programs_the_killed_one_is_offered_and_the_other_left_alone(
    open_window, qtbot, tmp_path
):
    programs = [start_training(tmp_path) for _ in range(2)]
    try:
        until(lambda: len(autosaves_of(tmp_path)) == 2)
        folder = autosaves_of(tmp_path)[0].parent
        for file in autosaves_of(tmp_path):
            goes_on(file)
        assert find_left(folder) == []
        dead, living = (_file_of(program, folder) for program in programs)
        kill(programs[0])
        goes_on(living)
        window = open_window()
        window.projects.autosave.folder = folder
        dialog = offered(window, qtbot)
        assert [found.file for found in dialog._found] == [dead]
        dialog.rows[0].discard.click()
        dialog.rows[0].discard.click()
        assert autosaves_of(tmp_path) == [living]
        goes_on(living)
        assert programs[1].poll() is None
    finally:
        for program in programs:
            kill(program)


def _file_of(program: subprocess.Popen[bytes], folder: Path) -> Path:
    (file,) = folder.glob(f"{program.pid}-*.chalk")
    return file
