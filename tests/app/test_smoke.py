"""`--smoke-test`: it passes where all is well, and whatever breaks is named, with the step at which it broke."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.export import FORMATS, ExportError
from engine.graph import evaluation
from engine.setup import Setup, to_json
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from engine.step import tape
from gui.course.stage.lab_scene import LabScene
from gui.main_window import MainWindow
from gui.smoke.ground import CheckError, Ground, Until, Walk
from gui.smoke.smoke_test import CHECKS, Check, SmokeTest

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("window", "train", "step", "graph", "lesson", "save", "open", "export", "close")
PATIENCE_MS = 90_000
RELU = NetworkSpec(2, (LayerSpec(4, "relu"), LayerSpec(1, "sigmoid")))
DIVERGING = Setup(network=RELU, training=TrainingSpec(alpha=1e300))


class Trial:
    """Runs checks in the window, in the order of the names, or checks of the test's own."""

    def __init__(self, window: MainWindow, folder: Path, qtbot: QtBot) -> None:
        self.window, self.folder, self._qtbot = window, folder, qtbot
        window.projects.asks = False  # as without a person

    def passes(self, *wanted: str | Check) -> bool:
        table = dict(CHECKS)
        checks = [(name, table[name]) if isinstance(name, str) else name for name in wanted]
        test = SmokeTest(self.window, self.folder, checks)
        with self._qtbot.waitSignal(test.ended, timeout=PATIENCE_MS) as ended:
            test.start()
        return ended.args[0]


@pytest.fixture
def trial(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> Trial:
    return Trial(window, tmp_path, qtbot)


def doing(work: Callable[[Ground], object]) -> Check:
    """A check that does something to the window between two others."""

    def check(ground: Ground) -> Walk:
        yield Until(lambda: True, lambda: "")
        work(ground)
        return "done"

    return "between", check


def test_that_every_step_passes_and_is_said_in_order(trial, capsys):
    assert trial.passes(*NAMES)
    *lines, last = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(NAMES)
    assert last.startswith("smoke test passed in ")
    assert not trial.window.isVisible()


def test_that_nothing_is_left_out():
    assert tuple(name for name, _ in CHECKS) == NAMES


def test_that_a_diverging_set_up_ends_the_program_at_its_training(tmp_path):
    file = tmp_path / "diverging.json"
    file.write_text(to_json(DIVERGING), encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--smoke-test", str(file)],
        check=False,
        capture_output=True,
        text=True,
        timeout=100,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert ended.returncode == 1
    assert ended.stdout.startswith("window ")
    assert ended.stderr.startswith("smoke test failed: train: the run diverged: ")
    assert ended.stderr.count("\n") == 1


def test_that_a_run_that_stops_by_itself_is_named(trial, monkeypatch, capsys):
    monkeypatch.setattr(trial.window.controller, "run", lambda: trial.window.controller.advance(1))
    monkeypatch.setattr("gui.smoke.playground.TRAINING_SECONDS", 0.2)
    assert not trial.passes("window", "train")
    assert "smoke test failed: train: J went from " in capsys.readouterr().err


def test_that_a_tape_of_other_numbers_is_named(trial, monkeypatch, capsys):
    record = tape.record_tape
    monkeypatch.setattr(
        tape, "record_tape", lambda moment: replace(record(moment), b_after=record(moment).W_after)
    )
    assert not trial.passes("step")
    assert "failed: step: b[1] of the tape is not what the trainer has made" in capsys.readouterr().err


def test_that_an_update_that_is_not_made_is_named(trial, monkeypatch, capsys):
    monkeypatch.setattr("gui.smoke.stepping.UPDATE_SECONDS", 0.1)
    monkeypatch.setattr(trial.window.controller, "update_once", lambda: None)
    assert not trial.passes("step")
    assert "smoke test failed: step: update 1 was not made" in capsys.readouterr().err


def test_that_a_wrong_derivative_is_named(trial, monkeypatch, capsys):
    backward = evaluation._backward
    monkeypatch.setattr(
        evaluation, "_backward", lambda *rest, **more: [2 * slope for slope in backward(*rest, **more)]
    )
    assert not trial.passes("graph")
    assert "smoke test failed: graph: dJ/da is 6, it must be 3" in capsys.readouterr().err


def test_that_a_scene_that_can_not_be_shown_is_named_with_its_page(trial, monkeypatch, capsys):
    def open_nothing(scene, values):
        raise ValueError("it is made to fail")

    monkeypatch.setattr(LabScene, "open", open_nothing)
    assert not trial.passes("lesson")
    said = capsys.readouterr().err
    assert said.startswith("smoke test failed: lesson: Lesson ")
    assert said.endswith("it is made to fail\n")


def test_that_a_project_that_can_not_be_written_is_named(trial, tmp_path, capsys):
    trial.folder = tmp_path / "nowhere"
    assert not trial.passes("save")
    assert capsys.readouterr().err.startswith("smoke test failed: save: ")


def test_that_a_file_that_is_damaged_meanwhile_is_named_with_what_the_window_says(trial, capsys):
    damage = doing(lambda ground: ground.project.write_bytes(ground.project.read_bytes()[:5_000]))
    assert not trial.passes("train", "save", damage, "open")
    said = capsys.readouterr().err
    assert said.startswith("smoke test failed: open: the window did not take it (")
    assert "smoke-test.chalk" in said


def test_that_other_weights_than_the_saved_ones_are_named(trial, capsys):
    def train_on(ground: Ground) -> Walk:
        before = ground.newest
        ground.window.controller.advance(1)
        yield Until(lambda: ground.newest.iteration > before.iteration, lambda: "no update")
        ground.snapshot = ground.newest
        return "trained on"

    assert not trial.passes("train", "save", ("between", train_on), "open")
    assert "smoke test failed: open: the weights are not those that were saved" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "onnx.onnx does not hold what it should"), (None, "onnx.onnx was not written")],
)
def test_that_an_export_of_nothing_is_named(trial, monkeypatch, capsys, content, says):
    def write(*_):
        if content is None:
            raise ExportError("made to fail")
        return content

    monkeypatch.setitem(FORMATS, "onnx", replace(FORMATS["onnx"], write=write))
    assert not trial.passes("export")
    assert f"smoke test failed: export: {says}" in capsys.readouterr().err


def test_that_a_window_that_stays_open_is_named(trial, capsys):
    trial.window.projects.asks = True
    assert not trial.passes("train", "close")
    assert "smoke test failed: close: it stays open (" in capsys.readouterr().err


def test_that_whatever_breaks_is_said_with_its_step_and_its_traceback(trial, capsys, caplog):
    def break_down(_: Ground) -> None:
        raise ArithmeticError("made to fail")

    assert not trial.passes(doing(break_down))
    assert capsys.readouterr().err == "smoke test failed: between: ArithmeticError: made to fail\n"
    assert "in break_down" in caplog.text


def test_that_nothing_is_waited_for_without_end(trial, monkeypatch, capsys):
    def wait(_: Ground) -> Walk:
        yield Until(lambda: False, lambda: "nothing came", 0.05)
        return "never"

    assert not trial.passes(("patience", wait))
    assert capsys.readouterr().err == "smoke test failed: patience: nothing came, in 0.05 s\n"
    monkeypatch.setattr("gui.smoke.smoke_test.MOST_SECONDS", 0)
    assert not trial.passes(("deadline", wait))
    assert "not at its end after 0 s" in capsys.readouterr().err


def test_that_a_snapshot_that_never_came_is_a_fault_of_the_check(window, tmp_path):
    window.last_snapshot = None
    with pytest.raises(CheckError, match="no snapshot"):
        _ = Ground(window, tmp_path).newest
