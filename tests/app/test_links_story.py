"""A TensorFlow Playground's address in the window: pasted, dropped, on the command line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication

from gui.command_line import parse_options
from gui.main_window import MainWindow
from gui.opening import OpeningError, open_start

ADDRESS = (
    "https://playground.tensorflow.org/#activation=relu&dataset=spiral&networkShape=6,3&learningRate=0.3"
    "&showTestData=true&discretize=true&sinX=true"
)
WRONG = "https://playground.tensorflow.org/#dataset=swissroll"


def drop(window: MainWindow, content: QMimeData) -> bool:
    middle = window.rect().center()
    arguments = (Qt.DropAction.CopyAction, content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(middle, *arguments)
    enter.ignore()
    window.dragEnterEvent(enter)
    if enter.isAccepted():
        window.dropEvent(QDropEvent(QPointF(middle), *arguments))
    return enter.isAccepted()


def paste(window: MainWindow, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    window.menus.actions["paste"].trigger()


def assert_taken(window: MainWindow) -> None:
    setup = window.document.setup
    assert (setup.data.source, setup.network.sizes, setup.training.alpha) == ("spiral", (3, 6, 3, 1), 0.3)
    boxes = window.workspace.output_panel.options
    assert boxes.test.isChecked()
    assert boxes.discretise.isChecked()
    assert window.status.message.startswith("Opened; not as there: points")


def test_that_a_pasted_address_is_one_undo_step(window):
    before = window.document.setup
    paste(window, f"  {ADDRESS}\n")
    assert_taken(window)
    assert window.document.undo_stack.count() == 1
    window.document.undo_stack.undo()
    assert window.document.setup == before


@pytest.mark.parametrize("kind", ["text", "link"])
def test_that_an_address_is_dropped_as_a_text_or_as_a_link(window, kind):
    content = QMimeData()
    if kind == "text":
        content.setText(ADDRESS)
    else:
        content.setUrls([QUrl(ADDRESS)])
    assert drop(window, content)
    assert_taken(window)


def test_that_another_link_is_not_taken(window):
    content = QMimeData()
    content.setUrls([QUrl("https://example.org/")])
    assert not drop(window, content)


@pytest.mark.parametrize("way", ["paste", "drop"])
def test_that_a_wrong_address_is_told_and_changes_nothing(window, way):
    before = window.document.setup
    if way == "paste":
        paste(window, WRONG)
    else:
        content = QMimeData()
        content.setText(WRONG)
        drop(window, content)
    assert window.status.message.startswith("the address: dataset must be one of circle, xor")
    assert window.document.setup == before
    assert window.document.undo_stack.count() == 0


def test_that_an_address_on_the_command_line_is_what_the_window_starts_with():
    options = parse_options([ADDRESS, "--size", "1280x720"])
    assert (options.file, options.address) == (None, ADDRESS)
    assert open_start(options.file, options.address).setup.network.sizes == (3, 6, 3, 1)


def test_that_a_wrong_address_on_the_command_line_is_one_sentence():
    with pytest.raises(OpeningError, match="the address: dataset must be one of"):
        open_start(None, WRONG)


def test_that_a_file_named_like_a_pair_is_a_file():
    assert parse_options(["width=3.csv"]).address == ""
