"""Projects that come in: bad ones, dropped ones, recent ones, by the command line; and a new one."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from engine.data import DataSpec
from engine.setup import Setup
from gui.settings import Settings
from tests.app.project_driving import (
    CTRL,
    answer,
    asked,
    drop,
    open_file,
    press,
    rest,
    save_as,
    train,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("damage", ["cut", "text", "missing", "newer"])
def test_that_a_bad_file_gets_one_sentence_and_changes_nothing(window, qtbot, tmp_path, monkeypatch, damage):
    save_as(window, tmp_path / "good.chalk", monkeypatch, qtbot)
    train(window, 3, qtbot)
    press(window, Qt.Key.Key_S, CTRL)
    rest(window, qtbot)
    bad = tmp_path / "bad.chalk"
    spoil(tmp_path / "good.chalk", bad, damage)
    before = window.document.setup, window.last_snapshot.iteration
    open_file(window, bad, monkeypatch, qtbot)
    question = asked(window)
    assert question is not None
    assert question.title.text() == "bad.chalk can't be opened"
    assert "bad.chalk" in question.sentence.text()
    answer(window, "cancel", qtbot)
    assert (window.document.setup, window.last_snapshot.iteration) == before
    assert window.windowTitle() == "good – Chalknet"
    assert bad not in window.projects.recent.paths


def spoil(good: Path, bad: Path, damage: str) -> None:
    if damage == "cut":
        bad.write_bytes(good.read_bytes()[:700])
    elif damage == "text":
        bad.write_text("no project")
    elif damage == "newer":
        with zipfile.ZipFile(good) as old, zipfile.ZipFile(bad, "w") as new:
            for name in old.namelist():
                data = old.read(name).replace(b'"version": 1', b'"version": 99')
                new.writestr(name, data)


def test_that_a_dropped_project_is_opened(open_window, qtbot, tmp_path, monkeypatch):
    window = open_window(replace(Setup(), data=DataSpec("xor")))
    save_as(window, tmp_path / "xor.chalk", monkeypatch, qtbot)
    other = open_window()
    drop(other, tmp_path / "xor.chalk")
    rest(other, qtbot)
    assert other.document.setup.data.source == "xor"
    assert other.windowTitle() == "xor – Chalknet"


def test_that_recent_files_outlive_the_window(open_window, qtbot, tmp_path, monkeypatch):
    settings = Settings(temporary=True)
    window = open_window(settings=settings)
    for name in ("one", "two", "one"):
        save_as(window, tmp_path / f"{name}.chalk", monkeypatch, qtbot)
    other = open_window(settings=settings)
    menu = other.projects.recent.menu
    assert [action.text() for action in menu.actions()[:2]] == ["&1  one", "&2  two"]
    menu.actions()[1].trigger()
    rest(other, qtbot)
    assert other.windowTitle() == "two – Chalknet"
    menu.actions()[-1].trigger()
    assert not menu.isEnabled()


def test_that_a_recent_file_that_is_gone_leaves_the_list(window, qtbot, tmp_path):
    window.projects.recent.add(tmp_path / "gone.chalk")
    window.projects.recent.menu.actions()[0].trigger()
    answer(window, "cancel", qtbot)
    assert window.projects.recent.paths == []


def test_that_new_begins_with_the_circle(open_window, qtbot, tmp_path, monkeypatch):
    window = open_window(replace(Setup(), data=DataSpec("xor")))
    train(window, 5, qtbot)
    save_as(window, tmp_path / "xor.chalk", monkeypatch, qtbot)
    press(window, Qt.Key.Key_N, CTRL)
    rest(window, qtbot)
    assert window.document.setup == open_window().document.setup
    assert window.last_snapshot.iteration == 0
    assert window.windowTitle() == "Chalknet"


def test_that_a_set_up_opens_through_the_same_dialog_and_is_no_project(window, qtbot, tmp_path, monkeypatch):
    save_as(window, tmp_path / "mine.chalk", monkeypatch, qtbot)
    window.files.write_setup(tmp_path / "plain.json")
    window.editing.set_alpha(0.07)
    press(window, Qt.Key.Key_S, CTRL)
    rest(window, qtbot)
    open_file(window, tmp_path / "plain.json", monkeypatch, qtbot)
    assert window.document.setup.training.alpha == Setup().training.alpha
    assert window.windowTitle() == "• Untitled – Chalknet"
    window.document.undo_stack.undo()
    assert window.document.setup.training.alpha == 0.07


def run_program(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "main.py", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def test_that_a_project_on_the_command_line_is_shown_where_it_was_left(window, qtbot, tmp_path, monkeypatch):
    train(window, 500, qtbot)
    window.workspaces.show("step")
    rest(window, qtbot)
    save_as(window, tmp_path / "mine.chalk", monkeypatch, qtbot)
    for name, more in (("left", ()), ("step", ("--workspace", "step")), ("train", ("--workspace", "train"))):
        picture = str(tmp_path / f"{name}.png")
        ended = run_program(
            str(tmp_path / "mine.chalk"), "--screenshot", picture, "--size", "1280x720", *more
        )
        assert ended.returncode == 0, ended.stderr
    left, step, there = (QImage(str(tmp_path / f"{name}.png")) for name in ("left", "step", "train"))
    assert left == step
    assert left != there


def test_that_a_damaged_project_on_the_command_line_makes_no_picture(tmp_path):
    (tmp_path / "bad.chalk").write_text("no project")
    ended = run_program(str(tmp_path / "bad.chalk"), "--screenshot", str(tmp_path / "out.png"))
    assert ended.returncode == 2
    assert "bad.chalk" in ended.stderr
    assert not (tmp_path / "out.png").exists()
