"""What the system tells the program: a file that was double-clicked, a start that goes wrong, full screen and back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFileOpenEvent

from gui.application import Application

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import json, sys
from gui.command_line import load_app, parse_options
from gui.projects.question import Question

app = load_app()

class Window(app.MainWindow):
    def __init__(self, *given):
        super().__init__(*given)
        self.built.connect(self.end)

    def end(self):
        asked = [question.title.text() for question in self.findChildren(Question) if question.isVisible()]
        print(json.dumps([asked, self.status.message, self.document.setup.data.source]))
        self.projects.asks = False
        self.close()

app.MainWindow = Window
sys.exit(app.run(parse_options(["--temp-profile", sys.argv[1]])))
"""


class Told:
    """Stands for the application: what `Application.event` does, without a second one in this process."""

    event, attend = Application.event, Application.attend

    def __init__(self) -> None:
        self._opens = self._early = None


def started_with(argument: str) -> list:
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT, argument],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr.startswith("chalknet: ")
    return json.loads(ended.stdout)


def test_that_a_file_that_was_double_clicked_is_opened(tmp_path):
    opened = []
    application = Told()
    application.attend(opened.append)
    assert opened == []
    assert application.event(QFileOpenEvent(str(tmp_path / "a.chalk")))
    assert opened == [tmp_path / "a.chalk"]


def test_that_a_file_that_comes_before_the_window_waits_for_it(tmp_path):
    opened = []
    application = Told()
    application.event(QFileOpenEvent(str(tmp_path / "a.chalk")))
    application.attend(opened.append)
    assert opened == [tmp_path / "a.chalk"]
    application.attend(opened.append)
    assert len(opened) == 1


def test_that_a_damaged_set_up_is_told_in_the_window(tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_text("{", encoding="utf-8")
    asked, _, source = started_with(str(bad))
    assert asked == ["bad.json can't be opened"]
    assert source == "circle"


def test_that_a_wrong_address_is_told_in_the_window():
    _, said, source = started_with("https://playground.tensorflow.org/#dataset=swissroll")
    assert said.startswith("the address: dataset must be one of")
    assert source == "circle"


def test_that_a_maximised_window_is_maximised_again_after_full_screen(window):
    window.setWindowState(Qt.WindowState.WindowMaximized)
    window.menus.actions["full_screen"].trigger()
    assert window.isFullScreen()
    window.menus.actions["full_screen"].trigger()
    assert not window.isFullScreen()
    assert window.isMaximized()
