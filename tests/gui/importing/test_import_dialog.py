"""The import over the window: preview, choices, summary, faults, reading, giving up."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from engine.data import DataSpec, build_dataset
from gui.appearance import Appearance
from gui.importing import import_dialog
from gui.importing.import_dialog import NO_INPUTS, STOPPED, ImportDialog
from gui.importing.import_preview_table import MISSING_MARK
from gui.widgets import Combo

FLOWERS = "length,width,note,species\n" + "".join(
    f"{4 + i / 10:.1f},{'' if i == 3 else i},n{i},{('setosa', 'virginica')[i % 2]}\n" for i in range(30)
)
HOMES = "area;rooms;price\n" + "".join(f"{30 + i},5;{i % 4};{1000 + i},25\n" for i in range(40))

Opened = Callable[[str, str | bytes], ImportDialog]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    dialogs: list[ImportDialog] = []

    def make(name: str, content: str | bytes) -> ImportDialog:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        dialog = ImportDialog(Appearance("light"), path, base=DataSpec(train_share=70.0, seed=5))
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        qtbot.waitUntil(lambda: not dialog.reader.is_busy)
        dialogs.append(dialog)
        return dialog

    yield make
    for dialog in dialogs:
        dialog.close()


def summary(dialog: ImportDialog) -> str:
    return dialog.footer.line.text()


def wait_for_count(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.waitUntil(dialog._has_table)


def choose(combo: Combo, key: str) -> None:
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())


def test_that_a_table_is_recognised_and_counted(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened("flowers.csv", FLOWERS)
    wait_for_count(qtbot, dialog)
    assert summary(dialog) == "29 rows · 2 inputs · 2 classes · 1 incomplete row will be left out"
    form = dialog.panel.format
    assert (form.delimiter, form.decimal, form.header) == (",", ".", True)
    assert dialog.panel.target.combo.currentText() == "species"
    model = dialog.panel.table.model()
    assert model.headerData(3, Qt.Orientation.Horizontal) == "species"
    assert model.index(3, 1).data() == MISSING_MARK


def test_that_import_hands_over_the_table_with_scaling_and_keeps_share_and_seed(
    qtbot: QtBot, opened: Opened
) -> None:
    dialog = opened("flowers.csv", FLOWERS)
    wait_for_count(qtbot, dialog)
    dialog.panel.scaling.set_key("none")
    dialog.panel.scaling.chosen.emit("none")
    with qtbot.waitSignal(dialog.imported) as imported:
        qtbot.mouseClick(dialog.footer.import_button, Qt.MouseButton.LeftButton)
    spec = imported.args[0]
    assert (spec.source, spec.scaling, spec.train_share, spec.seed) == ("csv", "none", 70.0, 5)
    assert spec.table.names == ("length", "width")
    assert build_dataset(spec).task == "binary"
    assert not dialog.isVisible()


def test_that_enter_imports_before_the_count_is_done(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened("flowers.csv", FLOWERS)
    with qtbot.waitSignal(dialog.imported) as imported:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert imported.args[0].table.rows_incomplete == 1


def test_that_semicolons_and_decimal_commas_are_recognised(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened("homes.csv", HOMES)
    wait_for_count(qtbot, dialog)
    assert summary(dialog) == "40 rows · 2 inputs · numbers from 1000 to 1039"
    assert dialog.panel.format.delimiter_combo.currentText().startswith("Semicolon")
    assert dialog.panel.format.decimal == ","


def test_that_another_delimiter_shows_at_once_why_it_is_wrong_and_back(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened("homes.csv", HOMES)
    choose(dialog.panel.format.delimiter_combo, "|")
    qtbot.waitUntil(lambda: "one column" in dialog.panel.table.error)
    assert not dialog.footer.import_button.isEnabled()
    choose(dialog.panel.format.delimiter_combo, ";")
    wait_for_count(qtbot, dialog)
    assert dialog.footer.import_button.isEnabled()
    assert dialog.panel.table.error == ""


def test_that_the_first_row_can_be_taken_for_data(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened("plain.csv", "1,2,0\n3,4,1\n5,6,0\n7,8,1\n")
    assert not dialog.panel.format.header
    choose(dialog.panel.format.header_combo, "names")
    qtbot.waitUntil(lambda: dialog.panel.choices is not None and dialog.panel.choices.csv.names[0] == "1")
    assert dialog.panel.table.model().rowCount() == 3


def test_that_another_target_changes_kind_and_inputs(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened("flowers.csv", FLOWERS)
    choose(dialog.panel.target.combo, "0")
    wait_for_count(qtbot, dialog)
    assert dialog.panel.target.kind.key() == "number"
    assert "1 input · numbers from 4 to 6.9" in summary(dialog)
    dialog.panel.target.kind.chosen.emit("class")
    wait_for_count(qtbot, dialog)
    assert "29 classes" in summary(dialog)


def test_that_a_column_is_unticked_by_mouse_and_ticked_by_keyboard(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened("flowers.csv", FLOWERS)
    columns = dialog.panel.columns
    place = columns.visualRect(columns.model().index(1, 0)).center()
    qtbot.mouseClick(columns.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert dialog.panel.choices is not None
    assert dialog.panel.choices.inputs == {0}
    columns.setCurrentIndex(columns.model().index(1, 0))
    qtbot.keyClick(columns, Qt.Key.Key_Space)
    assert dialog.panel.choices.inputs == {0, 1}


def test_that_text_cannot_be_ticked_and_says_why(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened("flowers.csv", FLOWERS)
    columns = dialog.panel.columns
    note = columns.model().index(2, 0)
    qtbot.mouseClick(columns.viewport(), Qt.MouseButton.LeftButton, pos=columns.visualRect(note).center())
    assert dialog.panel.choices is not None
    assert 2 not in dialog.panel.choices.inputs
    assert "text" in note.data(Qt.ItemDataRole.ToolTipRole)


def test_that_no_input_at_all_is_refused(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened("flowers.csv", FLOWERS)
    qtbot.mouseClick(dialog.panel.none_button, Qt.MouseButton.LeftButton)
    assert summary(dialog) == NO_INPUTS
    assert dialog.footer.mark.isVisible()
    assert not dialog.footer.import_button.isEnabled()
    qtbot.mouseClick(dialog.panel.all_button, Qt.MouseButton.LeftButton)
    assert dialog.footer.import_button.isEnabled()


@pytest.mark.parametrize("key", ["none", "standardise", "min_max"])
def test_that_every_scaling_says_what_it_does(opened: Opened, key: str) -> None:
    dialog = opened("flowers.csv", FLOWERS)
    dialog.panel.scaling.set_key(key)
    dialog.panel.scaling.chosen.emit(key)
    words = {"none": "as they stand", "standardise": "standard deviation", "min_max": "from 0 to 1"}
    assert words[key] in dialog.panel.sentence.text()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("photo.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "not text"),
        ("empty.csv", "", "empty"),
        ("single.csv", "a\n1\n2\n", "one column"),
        ("words.csv", "a,b\nx,y\nz,w\n", "no column of numbers"),
    ],
)
def test_that_a_file_that_is_no_table_is_said_in_its_place(
    opened: Opened, name: str, content: str | bytes, words: str
) -> None:
    dialog = opened(name, content)
    assert words in dialog.panel.table.error
    assert name in dialog.panel.table.error
    assert not dialog.footer.import_button.isEnabled()
    dialog.grab()


def test_that_a_fault_deep_in_the_file_is_said_with_its_line(qtbot: QtBot, opened: Opened) -> None:
    rows = ["a,b,kind"] + [f"{i},1,{'xy'[i % 2]}" for i in range(60_000)]
    rows[50_000] = "oops,1,x"
    dialog = opened("deep.csv", "\n".join(rows))
    qtbot.waitUntil(dialog.footer.mark.isVisible)
    assert summary(dialog).startswith("deep.csv, line 50001, column a: “oops” is not a number")
    assert not dialog.footer.import_button.isEnabled()
    choose(dialog.panel.target.combo, "1")
    assert dialog.footer.import_button.isEnabled(), "other choices get another chance"


def test_that_reading_a_large_file_can_be_stopped(
    qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_dialog, "COUNTED_BYTES", 1000)
    dialog = opened("large.csv", "a,b,kind\n" + "1.25,2.5,x\n3.75,4.5,y\n" * 200_000)
    assert summary(dialog).startswith("About ")
    with qtbot.assertNotEmitted(dialog.imported):
        qtbot.mouseClick(dialog.footer.import_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: dialog.footer.bar.isVisible() and dialog.footer.bar.value() > 0)
        assert not dialog.panel.isEnabled()
        qtbot.mouseClick(dialog.footer.cancel_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not dialog.reader.is_busy)
    assert summary(dialog) == STOPPED
    assert dialog.panel.isEnabled()
    assert dialog.isVisible()


@pytest.mark.parametrize("how", ["escape", "close"])
def test_that_leaving_ends_the_thread_and_changes_nothing(qtbot: QtBot, opened: Opened, how: str) -> None:
    dialog = opened("large.csv", "a,b,kind\n" + "1.25,2.5,x\n3.75,4.5,y\n" * 150_000)
    with qtbot.assertNotEmitted(dialog.imported):
        qtbot.waitUntil(lambda: dialog.reader.is_busy)
        if how == "escape":
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        else:
            dialog.close()
    assert not dialog.isVisible()
    assert not [thread for thread in threading.enumerate() if thread.name == "import"]


def test_that_the_preview_follows_the_theme(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "flowers.csv"
    path.write_text(FLOWERS, encoding="utf-8")
    appearance = Appearance("light")
    dialog = ImportDialog(appearance, path)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: not dialog.reader.is_busy)
    index = dialog.panel.table.model().index(0, 0)
    light = index.data(Qt.ItemDataRole.ForegroundRole).color()
    appearance.choose("dark")
    assert index.data(Qt.ItemDataRole.ForegroundRole).color() != light
    dialog.show()
    dialog.grab()
    dialog.close()


def test_that_a_table_of_a_thousand_columns_is_shown(qtbot: QtBot, opened: Opened) -> None:
    header = ",".join(f"pixel {k}" for k in range(1000)) + ",label\n"
    rows = "".join(",".join(str((k * i) % 7) for k in range(1000)) + f",{i % 3}\n" for i in range(12))
    dialog = opened("pictures.csv", header + rows)
    assert dialog.panel.table.model().columnCount() == 1001
    assert dialog.panel.count.text() == "1000 of 1001 columns"
