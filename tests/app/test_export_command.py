"""`main.py export`: every form is written whole or not at all, exit codes, and no Qt."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.export import FORMATS, numpy_script, onnx_model, read_weights, torch_script
from engine.export.export_command import write_whole
from engine.project import Project, save_project
from engine.run import build
from engine.session import Session
from engine.setup import Setup, to_json
from engine.spec import TrainingSpec
from gui.arguments import EXPORT_KINDS
from gui.command_line import run_command

ROOT = Path(__file__).resolve().parents[2]


def write_setup(folder: Path, setup: Setup) -> str:
    path = folder / "setup.json"
    path.write_text(to_json(setup), encoding="utf-8")
    return str(path)


def test_that_the_command_line_knows_every_form() -> None:
    assert tuple(FORMATS) == EXPORT_KINDS


def test_that_each_form_holds_the_network_after_its_epochs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write_setup(tmp_path, replace(Setup(), training=TrainingSpec("adam", 0.01, 10)))
    written = {}
    for kind in FORMATS:
        out = tmp_path / f"network{FORMATS[kind].suffix}"
        assert run_command(["export", file, "--as", kind, "--out", str(out), "--epochs", "3"]) == 0
        said = capsys.readouterr()
        assert said.out == f"{out}: {FORMATS[kind].label}, network 2-4-2-1 after 3 epochs\n"
        assert said.err == ""
        written[kind] = out.read_bytes()
    setup, dataset, trainer = build(replace(Setup(), training=TrainingSpec("adam", 0.01, 10)))
    trainer.run_epochs(3)
    network = trainer.network
    assert written["numpy"].decode() == numpy_script(setup, network, dataset)
    assert written["torch"].decode() == torch_script(setup, network, dataset)
    assert written["onnx"] == onnx_model(network, setup, dataset)
    W, b = read_weights(written["npz"], setup.network)
    network.set_parameters(W, b)
    assert network.theta.tolist() == trainer.network.theta.tolist()


def test_that_the_exported_script_runs(tmp_path: Path) -> None:
    out = tmp_path / "circle.py"
    assert run_command(["export", "--as", "numpy", "--out", str(out), "--seed", "5"]) == 0
    ended = subprocess.run(
        [sys.executable, "-I", str(out)], check=False, capture_output=True, text=True, timeout=60
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.endswith("Both are what Chalknet found.\n")


def test_that_the_seed_decides_the_weights(tmp_path: Path) -> None:
    files = []
    for number, seed in enumerate(("1", "2", "2")):
        files.append(tmp_path / f"{number}.npz")
        assert run_command(["export", "--as", "npz", "--out", str(files[-1]), "--seed", seed]) == 0
    first, second, third = (file.read_bytes() for file in files)
    assert first != second == third


def test_that_a_table_can_be_exported(tmp_path: Path) -> None:
    table, out = tmp_path / "fruit.csv", tmp_path / "fruit.py"
    lines = [f"{0.1 * k:.1f},{1 - 0.1 * k:.1f},{'pear' if k < 10 else 'fig'}" for k in range(20)]
    table.write_text("\n".join(["size,weight,kind", *lines]), encoding="utf-8")
    assert run_command(["export", str(table), "--as", "numpy", "--out", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    assert "# Rows of X: size, weight." in text
    assert "fruit.csv" in text


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["nowhere.json", "--as", "npz", "--out", "a.npz"], "there is no file nowhere.json"),
        (["--as", "npz", "--out", "no/such/folder/a.npz"], "the folder of"),
        (["--as", "npz", "--out", "."], "can't be written"),
    ],
)
def test_that_what_can_not_be_done_is_said_in_one_line(
    arguments: list[str], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["export", *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert part in said.err


def test_that_a_project_is_exported_as_it_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    setup, dataset, trainer = build(Setup())
    session = Session(setup, dataset)
    session.run_updates(30)
    trainer.run_updates(30)
    file, out = tmp_path / "circle.chalk", tmp_path / "circle.npz"
    save_project(Project(setup, session.project_state()), file)
    assert run_command(["export", str(file), "--as", "npz", "--out", str(out)]) == 0
    W, b = read_weights(out.read_bytes(), setup.network)
    assert [array.tolist() for array in (*W, *b)] == [
        array.tolist() for array in (*trainer.network.W[1:], *trainer.network.b[1:])
    ]
    assert run_command(["export", str(file), "--as", "npz", "--out", str(out), "--seed", "1"]) == 2
    assert "leave --seed out" in capsys.readouterr().err


def test_that_an_unknown_form_is_a_wrong_argument(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run_command(["export", "--as", "keras", "--out", "a.py"])
    assert ended.value.code == 2
    assert "numpy" in capsys.readouterr().err


def test_that_a_refused_export_leaves_the_file_of_before_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "kept.py"
    out.write_text("before", encoding="utf-8")
    setup = replace(Setup(), training=TrainingSpec(alpha=1e300))
    setup = replace(setup, data=replace(setup.data, source="plane"))
    assert run_command(["export", write_setup(tmp_path, setup), "--as", "numpy", "--out", str(out)]) == 2
    assert "choose a smaller alpha" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept.py", "setup.json"]


def test_that_a_run_that_diverged_leaves_the_last_good_weights(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    setup = replace(Setup(), training=TrainingSpec(alpha=1e6, batch_size=10))
    setup = replace(setup, data=replace(setup.data, source="plane"))
    out = tmp_path / "weights.npz"
    arguments = [write_setup(tmp_path, setup), "--as", "npz", "--out", str(out), "--epochs", "100"]
    assert run_command(["export", *arguments]) == 3
    assert "diverged at update" in capsys.readouterr().err
    fitted, _, _ = build(setup)
    W, _ = read_weights(out.read_bytes(), fitted.network)
    assert np.isfinite(W[0]).all()


def test_that_a_disk_that_fails_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "kept"
    out.write_bytes(b"before")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        write_whole(out, b"after")
    assert out.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [out]


def test_that_exporting_loads_no_qt(tmp_path: Path) -> None:
    script = f"""
import sys
sys.argv = ["main.py", "export", "--as", "onnx", "--out", {str(tmp_path / "a.onnx")!r}]
import main
assert main.main() == 0
assert not {{"PySide6", "pyqtgraph", "onnx"}} & set(sys.modules)
"""
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=False, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 0, ended.stderr
