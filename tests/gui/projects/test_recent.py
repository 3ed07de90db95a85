"""The list of recent files outlives anything that may stand in the settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from gui.projects.recent import KEY, MOST, RecentFiles
from gui.settings import Settings


@pytest.fixture
def parent(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_that_the_newest_file_stands_first_and_old_ones_fall_out(parent):
    recent = RecentFiles(Settings(temporary=True), parent)
    for number in range(MOST + 3):
        recent.add(Path(f"/shelf/{number}.chalk"))
    assert [path.stem for path in recent.paths] == [str(number) for number in range(MOST + 2, 2, -1)]


def test_that_files_of_one_name_are_told_apart_by_their_folders(parent):
    recent = RecentFiles(Settings(temporary=True), parent)
    for path in ("/a/one.chalk", "/b/one.chalk", "/b/R&D.chalk"):
        recent.add(Path(path))
    assert [action.text() for action in recent.menu.actions()[:3]] == ["&1  R&&D", "&2  b/one", "&3  a/one"]


def test_that_a_long_name_keeps_its_beginning_and_end_and_the_tip_has_all_of_it(parent):
    recent = RecentFiles(Settings(temporary=True), parent)
    path = Path("/shelf") / f"The first {'x' * 200} the last.chalk"
    recent.add(path)
    action = recent.menu.actions()[0]
    assert len(action.text()) < 66
    assert action.text().startswith("&1  The first ")
    assert action.text().endswith("the last")
    assert action.toolTip() == f"<qt>{path}</qt>"


@pytest.mark.parametrize("damaged", ["", "no json", "{}", "[1, null, ['x']]", "[" * 100_000, '[""]'])
def test_that_a_damaged_entry_is_as_if_there_were_none(parent, damaged):
    settings = Settings(temporary=True)
    settings.remember(KEY, damaged)
    recent = RecentFiles(settings, parent)
    assert recent.paths == []
    assert not recent.menu.isEnabled()
