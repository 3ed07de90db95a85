"""The dialog that saves a sheet: choices, the file's name, saving on a thread, faults."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.appearance import Appearance
from gui.sheet.maker import Order, SheetMaker
from gui.sheet.sheet_panel import KINDS, SheetDialog, open_sheet_dialog, usual_paper
from tests.gui.sheet.sheets import sheet, tape


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication) -> Iterator[SheetDialog]:
    made = SheetDialog(Appearance("light"), tape("exercise"), "Exercise 7", "Some words.")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def answer(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> list[str]:
    """What the file dialog returns; collects the names that it suggests."""
    suggested: list[str] = []

    def choose(_parent: QWidget, _caption: str, name: str, _filter: str) -> tuple[str, str]:
        suggested.append(name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(choose))
    return suggested


def choose_kind(dialog: SheetDialog, key: str) -> None:
    dialog.kind.set_key(key)
    dialog.kind.chosen.emit(key)


def test_that_a_sheet_is_saved_and_said(
    qtbot: QtBot, dialog: SheetDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suggested = answer(monkeypatch, tmp_path / "seven.pdf")
    with qtbot.waitSignal(dialog.saved) as saved:
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
        assert not dialog.save_button.isEnabled()
    pages = len(sheet("exercise", answers=False, about="Some words.").pages)
    assert saved.args == [f"Exercise sheet saved as seven.pdf, {pages} pages"]
    assert (tmp_path / "seven.pdf").read_bytes().startswith(b"%PDF-")
    assert suggested == ["exercise-7.pdf"]
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert not dialog.isVisible()


@pytest.mark.parametrize(("kind", "factor"), [("blanks", (1, 0)), ("answers", (0, 1)), ("both", (1, 1))])
def test_that_boxes_answers_or_both_are_saved_on_the_chosen_paper(
    qtbot: QtBot, dialog: SheetDialog, tmp_path: Path, kind: str, factor: tuple[int, int]
) -> None:
    choose_kind(dialog, kind)
    assert dialog.sentence.text() == KINDS[kind][2]
    dialog.paper.set_key("letter")
    with qtbot.waitSignal(dialog.saved):
        dialog.save_as(tmp_path / "sheet.pdf")
    data = (tmp_path / "sheet.pdf").read_bytes()
    counts = [
        len(sheet("exercise", answers=answers, paper="letter", about="Some words.").pages)
        for answers in (False, True)
    ]
    assert data.count(b"/Type /Page\n") == factor[0] * counts[0] + factor[1] * counts[1]
    assert b"612.000000 792.000000" in data


def test_that_the_suggested_name_tells_answers_from_boxes(
    dialog: SheetDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    suggested = answer(monkeypatch, "")
    choose_kind(dialog, "answers")
    dialog.choose_file()
    assert suggested == ["exercise-7-answers.pdf"]
    assert dialog.isVisible()
    assert not dialog.maker.is_busy


def test_that_a_name_without_an_ending_gets_one_and_overwrites_nothing(
    qtbot: QtBot, dialog: SheetDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, tmp_path / "seven")
    (tmp_path / "seven.pdf").write_bytes(b"mine")
    dialog.choose_file()
    assert "seven.pdf" in dialog.message.text()
    assert (tmp_path / "seven.pdf").read_bytes() == b"mine"
    (tmp_path / "seven.pdf").unlink()
    with qtbot.waitSignal(dialog.saved):
        dialog.choose_file()
    assert [path.name for path in tmp_path.iterdir()] == ["seven.pdf"]


def test_that_a_fault_is_said_in_the_dialog_which_stays_open(
    qtbot: QtBot, dialog: SheetDialog, tmp_path: Path
) -> None:
    with qtbot.waitSignal(dialog.maker.failed):
        dialog.save_as(tmp_path / "no" / "such.pdf")
    assert dialog.message.text().startswith("such.pdf can't be written")
    assert dialog.isVisible()
    assert dialog.save_button.isEnabled()
    choose_kind(dialog, "both")
    assert dialog.message.text() == ""


def test_that_enter_saves_and_escape_closes(
    qtbot: QtBot, dialog: SheetDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    suggested = answer(monkeypatch, "")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert len(suggested) == 1
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_that_closing_waits_for_the_sheet_and_says_nothing_more(
    qtbot: QtBot, qapp: QApplication, dialog: SheetDialog, tmp_path: Path
) -> None:
    with qtbot.assertNotEmitted(dialog.saved):
        dialog.save_as(tmp_path / "sheet.pdf")
        dialog.reject()
        qapp.processEvents()
    assert not dialog.maker.is_busy
    assert (tmp_path / "sheet.pdf").exists()


def test_that_the_window_gets_a_dialog_that_deletes_itself(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = open_sheet_dialog(Appearance("dark"), tape("exercise"), "Exercise 7", "", window)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()


@pytest.mark.parametrize(("country", "paper"), [("en_US", "letter"), ("de_DE", "a4"), ("en_GB", "a4")])
def test_that_the_paper_is_that_of_the_country(
    monkeypatch: pytest.MonkeyPatch, country: str, paper: str
) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale(country)))
    assert usual_paper() == paper


def test_that_a_maker_takes_one_order_at_a_time(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    maker = SheetMaker()
    with qtbot.waitSignal(maker.made) as made:
        maker.make(Order(tape("exercise"), "One", "", tmp_path / "one.pdf"))
        maker.make(Order(tape("exercise"), "Two", "", tmp_path / "two.pdf"))
        assert maker.is_busy
    assert not maker.is_busy
    assert made.args == [3]
    assert [path.name for path in tmp_path.iterdir()] == ["one.pdf"]
