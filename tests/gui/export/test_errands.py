"""Work beside the GUI thread."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from engine.export import ExportError
from gui.export.errands import BROKEN, Errands, write_whole


@pytest.fixture
def errands(qapp):
    errands = Errands()
    yield errands
    errands.close()


def test_that_work_is_done_on_another_thread_and_its_value_comes_to_this_one(errands, qtbot):
    seen = []
    errands.do(threading.get_ident, lambda ident: seen.append((ident, threading.get_ident())))
    assert errands.is_busy
    qtbot.waitUntil(lambda: bool(seen))
    worker, here = seen[0]
    assert worker != here == threading.get_ident()
    assert not errands.is_busy


def test_that_errands_are_done_in_their_order(errands, qtbot):
    seen = []
    for number in range(5):
        errands.do(lambda number=number: number, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 5)
    assert seen == [0, 1, 2, 3, 4]


def test_that_a_refusal_is_its_sentence_and_the_next_errand_is_done(errands, qtbot):
    def refuse():
        raise ExportError("this is too large")

    said, seen = [], []
    errands.failed.connect(said.append)
    errands.do(refuse, seen.append)
    errands.do(lambda: "done", seen.append)
    qtbot.waitUntil(lambda: seen == ["done"])
    assert said == ["this is too large"]


def test_that_a_fault_of_the_program_is_logged(errands, qtbot, caplog):
    said = []
    errands.failed.connect(said.append)
    errands.do(lambda: 1 / 0, said.append)
    qtbot.waitUntil(lambda: bool(said))
    assert said == [BROKEN]
    assert "ZeroDivisionError" in caplog.text


def test_that_nothing_follows_when_the_window_closes(errands, qtbot):
    gate, seen = threading.Event(), []
    errands.do(gate.wait, seen.append)
    errands.do(lambda: 2, seen.append)
    gate.set()
    errands.close()
    assert not errands.is_busy
    assert seen == []


def test_that_a_file_is_written_whole_and_an_old_one_stays_when_that_fails(tmp_path: Path):
    path = tmp_path / "weights.npz"
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [file.name for file in tmp_path.iterdir()] == ["weights.npz"]
    with pytest.raises(ExportError, match=r"picture\.png can't be written: .+ Choose another folder"):
        write_whole(tmp_path / "nowhere" / "picture.png", b"new")
