"""`main.py graph`: values and derivatives as JSON and as a table, faults in one line, and no Qt."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from engine.graph import GALLERY, Example
from gui.command_line import run_command

ROOT = Path(__file__).resolve().parents[2]


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert run_command(["graph", *arguments, "--json"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    result: dict[str, Any] = json.loads(said.out)
    return result


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run_command(["graph", *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith("chalknet: ")
    return said.err.removeprefix("chalknet: ").rstrip("\n")


def test_that_the_example_of_the_notes_prints_its_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "J = 3*(a + b*c)", "--at", "a=5,b=3,c=2") == {
        "output": "J",
        "values": {"a": 5, "b": 3, "c": 2, "J": 33},
        "derivatives": {"a": 3, "b": 6, "c": 9, "J": 1},
    }


def test_that_every_definition_is_among_the_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    result = printed(capsys, "L = -log(s)\ns = sigmoid(z); z = w*x", "--at", "w=2,x=-0.5")
    assert result["output"] == "L"
    assert set(result["values"]) == set(result["derivatives"]) == {"w", "x", "z", "s", "L"}
    assert result["derivatives"]["z"] == pytest.approx(result["values"]["s"] - 1)
    assert result["derivatives"]["w"] == pytest.approx(-0.5 * result["derivatives"]["z"])


@pytest.mark.parametrize("example", GALLERY, ids=lambda example: example.key)
def test_that_the_gallery_prints(example: Example, capsys: pytest.CaptureFixture[str]) -> None:
    at = ",".join(f"{name}={value!r}" for name, value in example.at.items())
    assert set(example.at) < set(printed(capsys, example.text, "--at", at)["values"])


def test_that_without_json_a_table_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["graph", "J = 3*(a + b*c)", "--at", "a=5,b=3,c=2"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.splitlines() == [
        "name  is     value  dJ by it",
        "a                5         3",
        "b                3         6",
        "c                2         9",
        "u     b * c      6         3",
        "v     a + u     11         3",
        "J     3 * v     33         1",
    ]


def test_that_functions_constants_and_signs_are_written_in_the_table(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_command(["graph", "k = 2; f = -max(k, log(a))", "--at=a=1"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [line[:-2] for line in lines[2:]] == [
        ["k", "2"],
        ["u", "log(a)"],
        ["v", "max(k,", "u)"],
        ["f", "-v"],
    ]


@pytest.mark.parametrize("text", ["-a**2", "--a", "-(a + 1)"])
def test_that_an_expression_may_begin_with_a_minus(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([text, "--at", "a=3"], ["--at", "a=3", text], ["--at=a=3", text]):
        result = printed(capsys, *arguments)
        assert result["values"]["f"] == {"-a**2": -9, "--a": 3, "-(a + 1)": -4}[text]


@pytest.mark.parametrize("at", ["a=-1.5", " a = -1.5 ", "a=-1.5,", "a=-15e-1"])
def test_that_values_may_be_written_freely(at: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "2*a", "--at", at)["values"]["f"] == -3


def test_that_an_expression_of_numbers_needs_no_values(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "2**10 + 1") == {"output": "f", "values": {"f": 1025}, "derivatives": {"f": 1}}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a + * b"], "column 5: expected a number, a name or '(' after '+'"),
        (["3*(a + b"], "column 3: this '(' is never closed: expected ')'"),
        (["a + b", "--at", "a=1"], "column 5: b has no value: expected it after --at, as in --at b=1"),
        (["u = a\nf = u + b", "--at", "a=1"], "column 15: b has no value"),
        (["3 + log(a - 1)", "--at", "a=1"], "column 5: log of 0: only of numbers above 0"),
        (["f = b/u; u = a - a", "--at", "a=1,b=2"], "column 6: 2 divided by 0"),
        (["a*a", "--at", "a=1e200"], "column 2: the result is too large a number"),
        (["sqrt(a)", "--at", "a=0"], "column 1: f has a value, but no slope by a at a = 0"),
        (["a", "--at", "a"], "--at, column 1: expected a name, = and a number, such as a=5, not 'a'"),
        (
            ["a", "--at", "a=1,b=2"],
            "--at, column 5: 'b' is no variable of the expression: the variables are a",
        ),
        (["3", "--at", "b=2"], "--at, column 1: 'b' is no variable of the expression: there are none"),
        (["a + b", "--at", "a=1, b=two"], "--at, column 8: expected a number for b"),
        (["a", "--at", "a=1e999"], "--at, column 3: expected a number for a"),
        (["a", "--at", "a=nan"], "--at, column 3: expected a number for a"),
        (["a", "--at", "a=1\n2"], "--at, column 3: expected a number for a"),
        (["a", "--at", "a="], "--at, column 3: expected a number for a"),
        (["a", "--at", "a=1,a=2"], "--at, column 5: a has a value already"),
    ],
)
def test_that_a_fault_is_one_line_with_its_column(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(capsys, *arguments).startswith(said)
    assert refused(capsys, *arguments, "--json").startswith(said)


def test_that_a_text_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run_command(["graph", "--json"])
    assert ended.value.code == 2
    assert "TEXT" in capsys.readouterr().err


def test_that_a_graph_loads_no_qt() -> None:
    script = """
import sys
sys.argv = ["main.py", "graph", "J = 3*(a + b*c)", "--at", "a=5,b=3,c=2", "--json"]
import main
assert main.main() == 0
assert not {"PySide6", "pyqtgraph"} & set(sys.modules)
"""
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=False, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout)["derivatives"]["c"] == 9
