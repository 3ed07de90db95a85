"""The log of a run: bounded files that do not mix, last lines for diagnostics, a crash that is found only once."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from gui.crash.run_log import (
    KEPT_FILES,
    BoundedFile,
    RunLog,
    crash_message,
    find_crash,
    log_file,
    recent_lines,
)

log = logging.getLogger("a module")


@pytest.fixture(autouse=True)
def _pytest_keeps_its_own_faulthandler(monkeypatch):
    monkeypatch.setattr("faulthandler.enable", lambda *file: None)
    monkeypatch.setattr("faulthandler.disable", lambda: None)


@pytest.fixture
def run_log(qapp, tmp_path):
    run_log = RunLog(tmp_path / "logs")
    yield run_log
    run_log.close()


def leave_crash(folder, stamp, words="Fatal Python error: Segmentation fault\n"):
    folder.mkdir(exist_ok=True)
    (folder / f"run-{stamp}.log").write_text("the last thing that was logged\n", encoding="utf-8")
    (folder / f"run-{stamp}.fault").write_text(words, encoding="utf-8")


def test_that_lines_go_to_the_file_and_to_memory(run_log):
    log.info("it started")
    assert "it started" in run_log.file.read_text(encoding="utf-8")
    assert recent_lines(5)[-1].endswith("INFO a module: it started")
    assert log_file() == run_log.file


def test_that_a_temporary_run_writes_no_file(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr("gui.crash.run_log.log_folder", lambda: tmp_path)
    run_log = RunLog(None)
    log.info("nowhere")
    assert recent_lines(1)[0].endswith("nowhere")
    run_log.close()
    assert list(tmp_path.iterdir()) == []
    assert recent_lines(1) == []
    assert log_file() is None


def test_that_a_run_that_ends_well_leaves_its_log_only(qapp, tmp_path):
    RunLog(tmp_path).close()
    assert [path.suffix for path in tmp_path.iterdir()] == [".log"]
    assert find_crash(tmp_path) is None


def test_that_only_the_newest_files_stay(qapp, tmp_path):
    for number in range(KEPT_FILES + 4):
        leave_crash(tmp_path, f"2025010{number}-120000-1")
    RunLog(tmp_path).close()
    assert len(list(tmp_path.glob("crash-*.log"))) == KEPT_FILES
    assert len(list(tmp_path.glob("run-*.log"))) == KEPT_FILES
    assert not list(tmp_path.glob("*.fault*"))


def test_that_a_full_log_says_so_and_takes_no_more(tmp_path):
    path = tmp_path / "full.log"
    handler = BoundedFile(path, limit=1000)
    for number in range(200):
        handler.emit(logging.LogRecord("x", logging.INFO, "", 0, f"line {number} é", None, None))
    handler.close()
    text = path.read_text(encoding="utf-8")
    assert path.stat().st_size <= 1000 + len("the log is full\n")
    assert "line 0 é" in text
    assert text.endswith("the log is full\n")
    assert text.count("the log is full") == 1


def test_that_what_a_crash_left_is_found_once_with_the_end_of_its_log(qapp, tmp_path):
    leave_crash(tmp_path, "20250101-120000-77")
    crash = find_crash(tmp_path)
    assert crash == tmp_path / "crash-20250101-120000-77.log"
    text = crash.read_text(encoding="utf-8")
    assert "Segmentation fault" in text
    assert "the last thing that was logged" in text
    assert find_crash(tmp_path) is None
    assert not list(tmp_path.glob("*.lock"))


def test_that_a_run_that_was_only_killed_is_no_crash(qapp, tmp_path):
    leave_crash(tmp_path, "20250101-120000-77", words="")
    assert find_crash(tmp_path) is None
    assert not list(tmp_path.glob("*.fault"))


def test_that_the_file_of_a_program_that_still_runs_is_left_alone(qapp, tmp_path):
    leave_crash(tmp_path, "20250101-120000-77")
    lock = QLockFile(str(tmp_path / "run-20250101-120000-77.fault.lock"))
    assert lock.tryLock(0)
    assert find_crash(tmp_path) is None
    assert list(tmp_path.glob("*.fault"))
    lock.unlock()


def test_that_a_folder_that_can_not_be_made_is_no_obstacle(qapp, tmp_path):
    (tmp_path / "logs").write_text("a file in the way", encoding="utf-8")
    run_log = RunLog(tmp_path / "logs")
    log.info("still here")
    assert recent_lines(1)[0].endswith("still here")
    assert log_file() is None
    run_log.close()


def test_that_the_message_names_the_folder_with_the_home_folder_shortened():
    message = crash_message(Path.home() / "data" / "logs" / "crash-1.log")
    assert message.endswith(str(Path("~") / "data" / "logs"))
