"""What is said of work that was left behind."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from engine.project import FileStamp, Project, read_project, save_project
from gui.projects.recovery import KEY, find_left, note_of
from gui.projects.recovery_words import age_text, moment_text, name_of_found, what_of_found, when_of_found

NOW = datetime(2026, 11, 21, 9, 5).astimezone()


def test_that_the_moment_is_said_as_a_person_says_it():
    assert moment_text(NOW - timedelta(minutes=3), NOW) == "today at 09:02"
    assert moment_text(NOW - timedelta(hours=12), NOW) == "yesterday at 21:05"
    assert moment_text(NOW - timedelta(days=20), NOW) == "on 1 November 2026 at 09:05"


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=-90), "Just now"),  # the clock was set back
        (timedelta(seconds=59), "Just now"),
        (timedelta(seconds=60), "1 minute ago"),
        (timedelta(minutes=59), "59 minutes ago"),
        (timedelta(hours=5), "5 hours ago"),
        (timedelta(hours=25), "1 day ago"),
        (timedelta(days=400), "400 days ago"),
    ],
)
def test_that_it_is_said_how_old_it_is(ago, words):
    assert age_text(NOW - ago, NOW) == words


def test_that_age_moment_and_folder_stand_in_one_line(tmp_path):
    save_project(
        Project(extra=note_of(Path.home() / "lectures" / "mine.chalk", None)), tmp_path / "1-a.chalk"
    )
    (found,) = find_left(tmp_path)
    kept = replace(found, saved=NOW - timedelta(minutes=3))
    assert when_of_found(kept, NOW) == f"3 minutes ago, today at 09:02 · in ~{os.sep}lectures"
    assert when_of_found(replace(kept, path=None), NOW) == "3 minutes ago, today at 09:02"
    found.release()


def test_that_the_file_it_belongs_to_is_known(tmp_path):
    note = note_of(Path("/shelf/mine.chalk"), FileStamp(12, 34))
    save_project(Project(extra={"room": 7, **note}), tmp_path / "1-a.chalk")
    (found,) = find_left(tmp_path)
    assert (found.path, found.stamp, found.extra) == (
        Path("/shelf/mine.chalk"),
        FileStamp(12, 34),
        {"room": 7},
    )
    assert name_of_found(found) == "mine"
    assert what_of_found(found) == "Circle · 2-4-2-1 · not trained"
    found.release()
    assert read_project(tmp_path / "1-a.chalk").extra["room"] == 7


@pytest.mark.parametrize("nonsense", [None, [], 3, {"path": 7}, {"path": ""}, {"path": "/a", "size": "x"}])
def test_that_a_note_of_nonsense_is_passed_over(tmp_path, nonsense):
    save_project(Project(extra={KEY: nonsense}), tmp_path / "1-a.chalk")
    (found,) = find_left(tmp_path)
    assert found.stamp is None
    found.discard()
    assert list(tmp_path.iterdir()) == []


def test_that_the_newest_comes_first_and_a_lock_without_a_file_goes(tmp_path):
    for number in range(3):
        save_project(Project(notes=str(number)), tmp_path / f"{number}.chalk")
        os.utime(tmp_path / f"{number}.chalk", (1000 + number, 1000 + number))
    for name in ("9.chalk.lock", "2.chalk.lock"):  # of which no word came to the disk
        (tmp_path / name).write_text("")
        os.utime(tmp_path / name, (1000, 1000))
    left = find_left(tmp_path)
    assert [found.project.notes for found in left] == ["2", "1", "0"]
    assert not (tmp_path / "9.chalk.lock").exists()
    for found in left:
        found.release()
