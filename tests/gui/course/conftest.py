"""Fixtures of the Course workspace."""

from __future__ import annotations

import pytest

from gui.appearance import Appearance
from gui.course.workspace import CourseWorkspace
from gui.settings import Settings
from tests.gui.course.small_course import lesson, page, write_course

TRAIN = '```scene\nworkspace = "train"\n{more}```\n'


@pytest.fixture
def folders(tmp_path):
    folders = write_course(tmp_path)
    text = lesson("Delta", "C7", 4, page("Running", "Run it.", block=TRAIN))
    (folders.own / "delta.md").write_text(text, encoding="utf-8")
    return folders


@pytest.fixture
def course(qtbot, folders):
    settings = Settings(temporary=True)
    course = CourseWorkspace(Appearance("light"), settings, folders)
    qtbot.addWidget(course)
    course.settings = settings
    course.resize(1208, 636)
    course.show()
    qtbot.waitUntil(lambda: course.is_settled)
    yield course
    course.close_down()
