"""Tables read on a thread: results, faults, giving up, and ending."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.data import Preview, Table, preview
from gui.importing.import_reader import NO_MEMORY, ImportReader, Job


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.csv"
    path.write_text(
        "a,b,kind\n" + "".join(f"{i},{i * i},{'xy'[i % 2]}\n" for i in range(40)), encoding="utf-8"
    )
    return path


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.csv"
    path.write_text("a,b,kind\n" + "1.25,2.5,x\n3.75,4.5,y\n" * 200_000, encoding="utf-8")
    return path


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[ImportReader]:
    made = ImportReader()
    yield made
    made.close()


def test_that_a_look_gives_a_preview(qtbot: QtBot, reader: ImportReader, small: Path) -> None:
    with qtbot.waitSignal(reader.looked) as looked:
        reader.look(small)
    assert isinstance(looked.args[0], Preview)
    assert not reader.is_busy


def test_that_reading_gives_the_table(qtbot: QtBot, reader: ImportReader, small: Path) -> None:
    with qtbot.waitSignal(reader.read) as read:
        reader.read_all(small, preview(small).choices())
    table = read.args[0]
    assert isinstance(table, Table)
    assert table.X.shape == (2, 40)


def test_that_a_fault_is_one_sentence(qtbot: QtBot, reader: ImportReader, tmp_path: Path) -> None:
    with qtbot.waitSignal(reader.failed) as failed:
        reader.look(tmp_path / "nowhere.csv")
    assert failed.args[0].startswith("nowhere.csv can't be read")


def test_that_progress_is_told_and_reading_can_be_given_up(
    qtbot: QtBot, reader: ImportReader, large: Path
) -> None:
    with qtbot.waitSignal(reader.progressed):
        reader.read_all(large, preview(large).choices())
    with qtbot.assertNotEmitted(reader.read), qtbot.waitSignal(reader.stopped):
        reader.stop()


def test_that_only_the_newest_wish_is_answered(
    qtbot: QtBot, reader: ImportReader, small: Path, large: Path
) -> None:
    tables: list[Table] = []
    reader.read.connect(tables.append)
    reader.read_all(large, preview(large).choices())
    reader.read_all(large, preview(large).choices())
    with qtbot.waitSignal(reader.looked):
        reader.look(small)
    assert tables == []
    assert not reader.is_busy


def test_that_closing_ends_the_thread_at_once(reader: ImportReader, large: Path) -> None:
    reader.read_all(large, preview(large).choices())
    reader.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "import"]


def test_that_stopping_with_nothing_to_do_is_harmless(reader: ImportReader) -> None:
    reader.stop()
    reader.close()
    assert not reader.is_busy


def test_that_too_little_memory_is_said() -> None:
    def work(_job: Job) -> Table:
        raise MemoryError

    job = Job(work)
    job.run()
    assert job.outcome == NO_MEMORY
