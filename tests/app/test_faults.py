"""Real faults in the real window: one dialog, never two, and the program goes on. Hard crashes are said at the next
start; without a person nothing opens, it is printed and the exit code says it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from gui.crash.crash_dialog import CrashDialog
from gui.crash.desk import CrashDesk
from gui.formulas.typesetter import Typesetter
from gui.labs.background import Background
from gui.training.run_state import RunState

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def desk(window, qtbot):
    """As the program's start makes it; what was there before is quiet meanwhile."""
    with qtbot.capture_exceptions():
        desk = CrashDesk()
        desk.attend(window)
        yield desk
        if desk.dialog is not None:
            desk.dialog.close()
        desk.close()


def open_dialogs():
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, CrashDialog) and widget.isVisible()
    ]


def fail(message="made to fail"):
    raise ArithmeticError(message)


def fail_in_a_slot(message="made to fail"):
    QTimer.singleShot(0, lambda: fail(message))


def test_that_a_fault_in_a_slot_opens_the_dialog_and_the_window_goes_on(window, desk, qtbot):
    fail_in_a_slot()
    qtbot.waitUntil(lambda: desk.dialog is not None)
    dialog = desk.dialog
    assert "made to fail" in dialog.line.text()
    assert dialog.parentWidget() is window
    dialog.continue_button.click()
    assert desk.dialog is None
    window.controller.update_once()
    qtbot.waitUntil(lambda: window.last_snapshot.iteration == 1)


def test_that_a_fault_in_the_worker_opens_the_dialog_and_a_reset_revives_the_run(
    window, desk, qtbot, monkeypatch
):
    with monkeypatch.context() as patch:
        patch.setattr("engine.session.Session.run_updates", lambda session, count: fail())
        window.controller.run()
        qtbot.waitUntil(lambda: desk.dialog is not None)
    assert desk.dialog.sentence.text().startswith("The training stopped")
    assert window.controller.state is RunState.FAILED
    desk.dialog.continue_button.click()
    window.editing.reset()
    qtbot.waitUntil(lambda: window.controller.state is RunState.IDLE)
    window.controller.update_once()
    qtbot.waitUntil(lambda: window.last_snapshot.iteration == 1)


def test_that_a_fault_in_the_thread_of_a_lab_opens_the_dialog(window, desk, qtbot):
    background = Background(window)
    background.start(fail)
    qtbot.waitUntil(lambda: desk.dialog is not None)
    assert "made to fail" in desk.dialog.line.text()
    assert "_deliver" in desk.dialog.traceback  # where it happened, not where it was fetched
    background.start(sum, (1, 2))
    with qtbot.waitSignal(background.ended):
        desk.dialog.continue_button.click()
    background.close()


def test_that_a_fault_in_any_thread_opens_the_dialog_with_the_name_of_the_thread(window, desk, qtbot):
    thread = threading.Thread(target=fail, name="errand")
    thread.start()
    qtbot.waitUntil(lambda: desk.dialog is not None)
    thread.join()
    assert "(errand)" in desk.dialog.sentence.text()


def test_that_formulas_are_typeset_again_after_a_fault_of_their_thread(window, desk, qtbot):
    made = []
    typesetter = Typesetter(
        lambda latex: fail() if latex == "bad" else latex, lambda latex, it: made.append(it)
    )
    typesetter.ask("bad")
    qtbot.waitUntil(lambda: desk.dialog is not None)
    qtbot.waitUntil(lambda: not typesetter.is_working)
    typesetter.ask("good")
    qtbot.waitUntil(lambda: made == ["good"])
    typesetter.close()


def test_that_there_is_never_a_second_dialog(window, desk, qtbot):
    fail_in_a_slot("the first")
    qtbot.waitUntil(lambda: desk.dialog is not None)
    QTimer.singleShot(0, lambda: 1 / 0)
    thread = threading.Thread(target=lambda: {}[0])
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: desk.dialog.count.text() == "and 2 more faults since")
    assert len(open_dialogs()) == 1
    assert "the first" in desk.dialog.line.text()
    assert "ZeroDivisionError" in desk.dialog.traceback
    assert "KeyError" in desk.dialog.traceback


def test_that_a_fault_in_painting_opens_one_dialog_and_then_speaks_in_the_status_bar(window, desk, qtbot):
    painted = []

    class BrokenView(QWidget):
        def paintEvent(self, event):
            painted.append(event.type())
            fail("broken paint")

    view = BrokenView(window)
    view.show()
    qtbot.waitUntil(lambda: desk.dialog is not None)
    desk.dialog.continue_button.click()
    while len(painted) < 10:
        before = len(painted)
        view.update()
        qtbot.waitUntil(lambda before=before: len(painted) > before)
    qtbot.waitUntil(lambda: "broken paint" in window.status.message)
    assert "10 times" in window.status.message
    assert not open_dialogs()


def test_that_diagnostics_hold_versions_theme_and_traceback(window, desk, qtbot):
    fail_in_a_slot()
    qtbot.waitUntil(lambda: desk.dialog is not None)
    desk.dialog.copy_button.click()
    text = QGuiApplication.clipboard().text()
    for words in ("Python ", "Qt ", "NumPy ", "Theme: light", "ArithmeticError: made to fail", "in fail"):
        assert words in text


def test_that_whoever_can_save_something_is_asked_before_the_dialog_is_shown(window, desk, qtbot):
    shown = []
    desk.opening.connect(lambda dialog: shown.append((dialog.isVisible(), type(dialog))))
    fail_in_a_slot()
    qtbot.waitUntil(lambda: desk.dialog is not None)
    assert shown == [(False, CrashDialog)]


def test_that_quit_closes_the_window_and_ends_with_an_exit_code(window, desk, qtbot, monkeypatch):
    codes = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    fail_in_a_slot()
    qtbot.waitUntil(lambda: desk.dialog is not None)
    desk.dialog.quit_button.click()
    assert codes == [1]
    assert not window.isVisible()


def test_that_a_dialog_that_can_not_be_made_leaves_a_message(window, desk, qtbot, monkeypatch, caplog):
    monkeypatch.setattr("gui.crash.desk.make_dialog", lambda *rest: fail("no dialog"))
    fail_in_a_slot("the fault itself")
    qtbot.waitUntil(lambda: "the fault itself" in window.status.message)
    assert "no dialog" in caplog.text


# What needs a process of its own.

START = """
import faulthandler, json, sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from gui.command_line import load_app, parse_options

app = load_app()

class Window(app.MainWindow):
    def finish_building(self):
        super().finish_building()
        QTimer.singleShot(0, self, self.do)

    def do(self):
        {do}

    def tell(self):
        dialogs = [type(widget).__name__ for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog)]
        print(json.dumps({{"message": self.status.message, "dialogs": dialogs}}))
        self.close()

app.MainWindow = Window
sys.exit(app.run(parse_options({options!r})))
"""


def start(home, do="self.tell()", options=()):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "USERPROFILE": str(home)}
    environment |= {"APPDATA": str(home), "LOCALAPPDATA": str(home)}
    script = START.format(do=do, options=list(options))
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=100,
    )


def said(ended):
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def test_that_a_hard_crash_is_said_once_at_the_next_start_and_a_temporary_profile_has_no_part_in_it(tmp_path):
    assert start(tmp_path, "faulthandler._sigsegv()", ["--temp-profile"]).returncode != 0
    assert not list(tmp_path.rglob("*.fault"))
    crashed = start(tmp_path, "faulthandler._sigsegv()")
    assert crashed.returncode != 0
    assert said(start(tmp_path, options=["--temp-profile"]))["message"] == ""
    message = said(start(tmp_path))["message"]
    assert "crashed" in message
    (log,) = tmp_path.rglob("crash-*.log")
    assert message.endswith(str(log.parent).replace(str(tmp_path), "~"))
    text = log.read_text(encoding="utf-8")
    assert "Current thread" in text
    assert "in do" in text
    assert said(start(tmp_path))["message"] == ""


@pytest.mark.parametrize("place", ["slot", "thread", "worker"])
@pytest.mark.parametrize("way", ["--smoke-test", "--screenshot"])
def test_that_without_a_person_a_fault_is_printed_and_ends_the_program(tmp_path, place, way):
    do = {
        "slot": "raise ArithmeticError('made to fail')",
        "thread": "threading.Thread(target=lambda: [][5]).start()",
        "worker": "self.controller._worker._session.run_updates = None; self.controller.run()",
    }
    options = [way, str(tmp_path / "picture.png")] if way == "--screenshot" else [way]
    ended = start(tmp_path, do[place], [*options, "--epochs", "100000"])
    assert ended.returncode == 1
    assert "Traceback" in ended.stderr
    assert "chalknet: " in ended.stderr


def test_that_a_command_prints_its_fault_and_exits_non_zero():
    script = (
        "import sys, engine.train_command as command\n"
        "command.train_in_terminal = lambda *rest, **more: [][5]\n"
        "from gui.command_line import run_command\n"
        "sys.exit(run_command(['train', '--epochs', '1']))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=False, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 1
    assert "IndexError" in ended.stderr


def test_that_a_start_that_fails_says_so_and_exits_non_zero():
    script = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from gui.command_line import load_app, parse_options
app = load_app()
def broken(*rest):
    QTimer.singleShot(0, close)
    raise ArithmeticError("made to fail")
def close():
    dialog = QApplication.activeModalWidget()
    print(dialog.line.text())
    dialog.quit_button.click()
app.MainWindow = broken
sys.exit(app.run(parse_options(["--temp-profile"])))
"""
    ended = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 1
    assert ended.stdout.strip() == "ArithmeticError: made to fail"
    assert "Traceback" in ended.stderr
