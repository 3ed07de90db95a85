"""Tables and set-ups come into the real window, by drop and by name; what can't be read changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from engine.asset_paths import asset_path
from engine.setup import Setup, to_json
from gui.importing.import_dialog import ImportDialog
from gui.main_window import MainWindow
from gui.training.run_state import RunState

IRIS = asset_path("examples/iris-decimal-comma.csv")


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, data, left, none))


def dialog_of(window: MainWindow) -> ImportDialog | None:
    return next((dialog for dialog in window.findChildren(ImportDialog) if dialog.isVisible()), None)


def test_that_a_dropped_table_is_imported_and_trains(window, qtbot):
    drop(window, IRIS)
    qtbot.waitUntil(lambda: dialog_of(window) is not None)
    dialog = dialog_of(window)
    qtbot.waitUntil(lambda: "2 incomplete rows will be left out" in dialog.footer.line.text())
    QTest.mouseClick(dialog.footer.import_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.last_snapshot.sizes == (4, 4, 2, 3))
    assert window.document.dataset.class_names == ("setosa", "versicolor", "virginica")
    assert any("incomplete" in note for note in window.document.dataset.notes)
    window.controller.run(60)
    qtbot.waitUntil(lambda: window.controller.state is RunState.FINISHED, timeout=30_000)
    qtbot.waitUntil(lambda: window.last_snapshot.accuracy_train > 0.9)
    window.document.undo_stack.undo()
    qtbot.waitUntil(lambda: window.last_snapshot.sizes == (2, 4, 2, 1))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20),
        ("empty.csv", b""),
        ("one.csv", b"a\n1\n2\n3\n"),
        ("words.csv", b"a,b\nx,y\nz,w\n"),
    ],
)
def test_that_a_bad_file_is_refused_with_a_sentence_and_nothing_changes(
    window, qtbot, tmp_path, name, content
):
    path = tmp_path / name
    path.write_bytes(content)
    before = window.document.setup
    drop(window, path)
    dialog = dialog_of(window)
    qtbot.waitUntil(lambda: not dialog.reader.is_busy and len(dialog.footer.line.text()) > 20)
    assert not dialog.footer.import_button.isEnabled()
    dialog.reject()
    assert window.document.setup == before
    assert window.document.undo_stack.count() == 0


def test_that_a_dropped_set_up_replaces_everything_in_one_undo_step(window, qtbot):
    drop(window, asset_path("setups/spiral.json"))
    qtbot.waitUntil(lambda: window.last_snapshot.sizes == (2, 8, 8, 8, 1))
    assert window.document.undo_stack.count() == 1
    window.document.undo_stack.undo()
    qtbot.waitUntil(lambda: window.last_snapshot.sizes == (2, 4, 2, 1))


def test_that_a_broken_set_up_is_refused_with_its_fault(window, tmp_path):
    path = tmp_path / "broken.json"
    path.write_text('{"format": "chalknet-setup", "version": 99}')
    before = window.document.setup
    drop(window, path)
    assert window.document.setup == before
    assert "version 99" in window.status.message


def test_that_a_saved_set_up_reads_back_the_same(window, tmp_path):
    window.workspace.network_view.units_requested.emit(1, 6)
    path = tmp_path / "mine.json"
    window.files.write_setup(path)
    assert path.read_text() == to_json(window.document.setup)
    window.files.write_setup(tmp_path / "no such folder" / "mine.json")
    assert "can't be written" in window.status.message


def test_that_closing_the_window_ends_an_import_under_way(open_window, qtbot):
    window = open_window(Setup())
    drop(window, IRIS)
    dialog = dialog_of(window)
    assert window.close()
    assert not dialog.isVisible()


def test_that_points_drawn_by_hand_become_data_and_train(window, qtbot):
    panel, picture = window.workspace.data_panel, window.workspace.output_panel.picture
    QTest.mouseClick(panel.controls.draw_button, Qt.MouseButton.LeftButton)
    frame = picture.frame
    for index, (x, y) in enumerate([(-3.0, -3.0), (-2.0, -3.0), (3.0, 3.0), (2.0, 3.0)]):
        panel.controls.draw.class_chosen.emit(index // 2)
        px, py = frame.to_pixel(x, y)
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPointF(px, py).toPoint())
    qtbot.waitUntil(lambda: window.document.setup.data.source == "drawn")
    assert len(window.document.setup.data.points) == 4
    window.controller.run(200)
    qtbot.waitUntil(lambda: window.controller.state is RunState.FINISHED, timeout=30_000)
    qtbot.waitUntil(lambda: window.last_snapshot.accuracy_train == 1.0)
