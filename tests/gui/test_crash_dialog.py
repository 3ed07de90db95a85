"""What nobody caught: heard on every thread, told once, shown in one dialog that says what happened and copies it."""

from __future__ import annotations

import gc
import logging
import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gui.appearance import Appearance
from gui.crash.crash_dialog import MOST_DETAILS, CrashDialog
from gui.crash.fault import fault_of, shortened
from gui.crash.hooks import MOST_SIGNATURES, Hooks
from gui.widgets import Button, Label


def fail(message):
    raise ValueError(message)


def fault(message="shapes do not fit", thread=None):
    try:
        fail(message)
    except ValueError as error:
        return fault_of(type(error), error, error.__traceback__, thread)


def named(name):
    return threading.Thread(name=name)


@pytest.fixture
def dialog(qtbot):
    dialog = CrashDialog(Appearance("light"), fault(), lambda trace: f"versions and so on\n{trace}")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def told(qtbot):
    """The faults that installed hooks tell; what was there before is quiet meanwhile."""
    told = []
    with qtbot.capture_exceptions():
        hooks = Hooks(told.append)
        yield told
        hooks.remove()


def raise_here(error):
    try:
        raise error
    except type(error):
        sys.excepthook(*sys.exc_info())


@pytest.mark.parametrize(
    ("thread", "expected"),
    [
        (threading.main_thread(), "could not finish what it was doing"),
        (named("training"), "The training stopped"),
        (named("graph layout"), "A calculation in the background (graph layout) stopped"),
    ],
)
def test_that_a_sentence_says_what_happened(thread, expected):
    assert expected in fault(thread=thread).sentence


def test_that_an_exception_stands_in_one_line():
    assert fault("one\n  two").line == "ValueError: one two"
    assert fault("").line == "ValueError"
    assert len(fault("x" * 10_000).line) < 400


def test_that_an_exception_whose_words_fail_is_told_by_its_class():
    class BrokenError(Exception):
        def __str__(self):
            raise RuntimeError

    error = BrokenError()
    assert fault_of(BrokenError, error, None).line == "BrokenError"


def test_that_a_long_traceback_keeps_its_beginning_and_its_end():
    text = shortened("begin " + "x" * 100_000 + " end", 1000)
    assert text.startswith("begin ")
    assert text.endswith(" end")
    assert len(text) < 1100


def test_that_the_dialog_says_what_happened_and_folds_the_details(dialog, qtbot):
    assert dialog.sentence.text() == fault().sentence
    assert dialog.line.text() == "ValueError: shapes do not fit"
    assert not dialog.details.isVisible()
    low = dialog.height()
    qtbot.mouseClick(dialog.fold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.height() > low)
    assert "raise ValueError(message)" in dialog.details.toPlainText()
    qtbot.mouseClick(dialog.fold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.height() == low)


def test_that_diagnostics_are_copied_with_the_traceback(dialog, qtbot):
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("versions and so on")
    assert "ValueError: shapes do not fit" in text
    assert dialog.copied.text() == "Copied"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_that_enter_and_escape_go_on(dialog, qtbot, key):
    with qtbot.assertNotEmitted(dialog.quit_requested):
        qtbot.keyClick(dialog, key)
    assert not dialog.isVisible()


def test_that_quit_asks_for_it(dialog, qtbot):
    with qtbot.waitSignal(dialog.quit_requested):
        qtbot.mouseClick(dialog.quit_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_that_more_faults_are_counted_and_their_tracebacks_are_bounded(dialog):
    assert dialog.count.text() == ""
    dialog.add(fault("a second one"))
    assert dialog.count.text() == "and 1 more fault since"
    for _ in range(50):
        dialog.add(fault())
    assert dialog.count.text() == "and 51 more faults since"
    assert dialog.details.toPlainText().count("Traceback") == MOST_DETAILS
    assert "a second one" in dialog.details.toPlainText()


def test_that_an_offer_has_its_place_between_words_and_details(dialog, qtbot):
    offer = Label(dialog.appearance, "Save what is unsaved")
    dialog.insert_offer(offer)
    qtbot.waitUntil(lambda: dialog.line.geometry().bottom() < offer.geometry().top())
    assert offer.geometry().bottom() < dialog.fold.geometry().top()


def test_that_before_there_is_a_window_only_quit_is_offered(qtbot):
    dialog = CrashDialog(Appearance("dark"), fault(), str, can_go_on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    shown = [button.text() for button in dialog.findChildren(Button) if button.isVisible()]
    assert "Quit" in shown
    assert "Continue" not in shown
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_that_a_fault_of_the_main_thread_is_told(told):
    raise_here(ValueError("here"))
    assert [(one.line, one.place) for one in told] == [("ValueError: here", "window")]


def test_that_a_fault_of_any_thread_is_told_with_the_name_of_the_thread(told):
    def work():
        raise ArithmeticError("there")

    thread = threading.Thread(target=work, name="errand")
    thread.start()
    thread.join()
    assert [(one.line, one.place) for one in told] == [("ArithmeticError: there", "errand")]


def test_that_a_fault_that_repeats_is_told_the_first_and_tenth_time_and_so_on(told, caplog):
    for _ in range(120):
        raise_here(ValueError("again"))
    assert [one.times for one in told] == [1, 10, 100]
    assert caplog.text.count("unexpected in window") == 3


def test_that_different_faults_are_told_apart_up_to_a_bound(told):
    for line in range(MOST_SIGNATURES + 50):
        kind = type(f"Fault{line}", (Exception,), {})
        raise_here(kind())
    assert len([one for one in told if one.times == 1]) == MOST_SIGNATURES + 1
    assert len(told) < MOST_SIGNATURES + 5


def test_that_ctrl_c_is_no_fault(told):
    raise_here(KeyboardInterrupt())
    assert not told


def test_that_what_fails_while_it_is_thrown_away_is_only_logged(told, caplog, monkeypatch):
    # The earlier hook is pytest's, which would fail this test.
    hooks = sys.unraisablehook.__self__
    heard = []
    monkeypatch.setattr(
        hooks, "_earlier", (*hooks._earlier[:2], lambda args: heard.append(str(args.exc_value)))
    )

    class Bad:
        def __del__(self):
            raise ValueError("while going")

    Bad()
    gc.collect()
    monkeypatch.undo()
    assert heard == ["while going"]
    assert not told
    assert "while going" in caplog.text


def test_that_earlier_hooks_run_too_and_come_back(qtbot):
    with qtbot.capture_exceptions() as earlier:
        before = sys.excepthook, threading.excepthook, sys.unraisablehook
        hooks = Hooks(lambda fault: None)
        raise_here(ValueError("both hear it"))
        hooks.remove()
        assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert len(earlier) == 1


def test_that_the_log_is_an_error(told, caplog):
    raise_here(ValueError("logged"))
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
