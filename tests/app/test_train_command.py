"""`main.py train`: results, exit codes, the bar on a terminal, and no Qt."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from engine.run import build
from engine.setup import Setup, to_json
from engine.spec import TrainingSpec
from engine.terminal import with_seed
from gui.command_line import run_command
from tests.app.terminals import open_terminal

ROOT = Path(__file__).resolve().parents[2]


def trained(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> dict[str, object]:
    assert run_command(["train", *arguments, "--json"]) == code
    result: dict[str, object] = json.loads(capsys.readouterr().out)
    return result


def write_setup(folder: Path, setup: Setup) -> str:
    path = folder / "setup.json"
    path.write_text(to_json(setup), encoding="utf-8")
    return str(path)


def test_that_the_printed_figures_are_those_of_the_engine(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, trainer = build(with_seed(Setup(), 5))
    trainer.run_epochs(7)
    now = trainer.measure()
    result = trained(capsys, "--epochs", "7", "--seed", "5")
    assert (result["epochs"], result["iterations"]) == (7, trainer.iteration)
    assert (result["cost_train"], result["cost_test"]) == (now.cost_train, now.cost_test)
    assert (result["accuracy_train"], result["accuracy_test"]) == (now.accuracy_train, now.accuracy_test)
    assert result["diverged"] is None


def test_that_the_circle_is_learned_in_the_default_number_of_epochs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    result = trained(capsys)
    assert result["epochs"] == 100
    assert float(str(result["accuracy_test"])) > 0.95


def test_that_no_epochs_give_the_cost_of_the_start(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, trainer = build(Setup())
    result = trained(capsys, "--epochs", "0")
    assert (result["iterations"], result["cost_train"]) == (0, trainer.measure().cost_train)


def test_that_text_names_data_network_and_results(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["train", "--epochs", "3"]) == 0
    said = capsys.readouterr()
    for part in ("Circle: 250 training, 250 test", "2-4-2-1", "3 epochs, 75 updates", "cost", "accuracy"):
        assert part in said.out
    assert said.err == ""


def test_that_a_setup_file_decides_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    setup = replace(Setup(), training=TrainingSpec("adam", 0.01, batch_size=None))
    result = trained(capsys, write_setup(tmp_path, setup), "--epochs", "4")
    assert result["iterations"] == 4


def test_that_a_table_is_trained_and_its_target_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "fruit.csv"
    rows = [f"{0.1 * k:.1f},{1 - 0.1 * k:.1f},{'pear' if k < 10 else 'fig'}" for k in range(20)]
    table.write_text("\n".join(["size,weight,kind", *rows]), encoding="utf-8")
    assert run_command(["train", str(table), "--epochs", "5"]) == 0
    said = capsys.readouterr().out
    assert "target: kind, 2 classes" in said
    assert "fruit.csv" in said


def test_that_a_regression_prints_no_accuracy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    setup = Setup()
    setup = replace(setup, data=replace(setup.data, source="plane"))
    assert trained(capsys, write_setup(tmp_path, setup), "--epochs", "2")["accuracy_train"] is None


def test_that_a_diverged_run_says_where_and_ends_with_code_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    setup = Setup()
    data = replace(setup.data, source="plane")
    setup = replace(setup, data=data, training=TrainingSpec(alpha=1e6, batch_size=10))
    file = write_setup(tmp_path, setup)
    result = trained(capsys, file, "--epochs", "100", code=3)
    broken = result["diverged"]
    assert isinstance(broken, dict)
    assert broken["iteration"] == int(str(result["iterations"])) + 1
    assert run_command(["train", file, "--epochs", "100"]) == 3
    assert f"Diverged at update {broken['iteration']}" in capsys.readouterr().out


def test_that_a_cost_of_hundreds_of_digits_is_written_with_a_power(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_command(["train", str(ROOT / "assets" / "setups" / "diverged.json")]) == 3
    said = capsys.readouterr().out
    assert re.search(r"cost +1\.544e\+289 +1\.544e\+289\n", said)
    assert "Diverged at update 343: J is about to overflow." in said
    assert "those after update 342" in said


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", b"{"),
        ("a.json", b"\xff\xfe"),
        ("a.csv", b"\x00\x01\x02"),
        ("a.csv", b""),
        ("a.csv", b"x\n1\n2\n"),
    ],
)
def test_that_a_bad_file_is_said_in_one_line(
    name: str, content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert run_command(["train", str(file)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert name in said.err


def test_that_training_loads_no_qt() -> None:
    script = """
import sys
sys.argv = ["main.py", "train", "--epochs", "1"]
import main
assert main.main() == 0
assert not {"PySide6", "pyqtgraph"} & set(sys.modules)
"""
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=False, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 0, ended.stderr


def test_that_a_terminal_gets_a_bar_and_an_interruption_ends_cleanly() -> None:
    screen, terminal = open_terminal()
    command = [sys.executable, str(ROOT / "main.py"), "train", "--epochs", "999999999"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=terminal, text=True) as process:
        os.close(terminal)
        shown = b""
        while b"epoch 1" not in shown:  # the handler is in place once the first epochs are counted
            shown += os.read(screen, 4096)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=60)[0]
        os.close(screen)
    assert b"[---" in shown
    assert process.returncode == 130
    assert "Interrupted" in said
    assert "cost" in said
