"""What the command line understands: one parser for the window and one for each command. No Qt, no NumPy."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from gui.options import WORKSPACES
from gui.version import VERSION

SIZE_LIMITS = (320, 8192)
EXPORT_KINDS = ("numpy", "torch", "onnx", "npz")  # the keys of engine.export.FORMATS, which would load NumPy
MORE = """
chalknet train [FILE] --epochs N [--seed S] [--json] [--save OUT.chalk]   trains in the terminal, without a window
chalknet step [FILE] [--example NAME] [--json]         prints the next update, number by number
chalknet sheet --exercise SEED --out FILE.pdf          makes an exercise sheet
chalknet graph TEXT --at a=5,b=3 [--json]              prints values and derivatives of a typed expression
chalknet export [FILE] --as KIND --out FILE            writes the network as a script, as ONNX or NPZ
chalknet lesson-check FILE...                          names what is wrong with lessons, line by line
"""


def window_parser() -> argparse.ArgumentParser:
    """Of the program itself, which opens the window."""
    parser = argparse.ArgumentParser(
        prog="chalknet",
        allow_abbrev=False,
        description="A playground for neural networks: edit a network, watch it learn, stop at any moment.",
        epilog=MORE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add(
        "file",
        nargs="?",
        metavar="FILE",
        help="a project (.chalk), a set-up (JSON), a table (CSV), a lesson (Markdown), or the address of a "
        "TensorFlow Playground",
    )
    add("--screenshot", type=Path, metavar="OUT.png", help="save a picture of the window and quit")
    add("--size", type=_size, metavar="WxH", help="size of the window, such as 1440x900")
    add("--theme", choices=("light", "dark"), help="instead of the system's")
    add("--workspace", choices=tuple(WORKSPACES), default="", help="what the window shows")
    add(
        "--row",
        type=_whole_number,
        default=1,
        metavar="N",
        help="row of Step's tape, step of Graph, page of a lesson",
    )
    add("--cell", type=_cell, metavar="K,J", help="in Step: select a number of that row, such as 2,1")
    add("--pencil", action="store_true", help="in Step: the numbers are blanks")
    add("--expression", default="", metavar="TEXT", help="in Graph: such as 'J = 3*(a + b*c)'")
    add("--lesson", default="", metavar="NAME", help="in Course: a lesson, such as 10-activations")
    add("--lab", default="", metavar="NAME", help="in Course: a lab alone, such as vanishing")
    add("--epochs", type=_whole_number, metavar="N", help="train N epochs at once")
    add(
        "--smoke-test",
        action="store_true",
        help="everything once in the window: train, step, lesson, save, open, ...; 0 if all went well",
    )
    add("--temp-profile", action="store_true", help="neither read nor write settings")
    add("--reset-settings", action="store_true", help="forget the window's state and choices, then start")
    add("--version", action="version", version=f"Chalknet {VERSION}")
    return parser


def train_parser() -> argparse.ArgumentParser:
    """Of `train`."""
    parser = argparse.ArgumentParser(
        prog="chalknet train",
        allow_abbrev=False,
        description="Train without a window and print cost and accuracy. Exit code 3: the run diverged.",
    )
    add = parser.add_argument
    what = "a project (.chalk), which goes on where it stood, a set-up (JSON), or a table (CSV)"
    add("file", nargs="?", type=Path, metavar="FILE", help=what)
    add("--epochs", type=_whole_number, default=100, metavar="N", help="how many more (default: 100)")
    add("--save", type=Path, metavar="OUT.chalk", help="keep the run as a project; it may be FILE itself")
    add("--seed", type=_whole_number, metavar="S", help="of the start weights and of the shuffling")
    add("--json", action="store_true", help="print one JSON object")
    return parser


def export_parser() -> argparse.ArgumentParser:
    """Of `export`."""
    parser = argparse.ArgumentParser(
        prog="chalknet export",
        allow_abbrev=False,
        description="Write a network as a NumPy or PyTorch script that runs and checks itself, as an ONNX model, "
        "or its weights as NPZ. Exit code 3: the run diverged in the epochs before.",
    )
    add = parser.add_argument
    add(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE",
        help="a project (.chalk), a set-up (JSON), or a table (CSV)",
    )
    add("--as", dest="kind", choices=EXPORT_KINDS, required=True, help="what is written")
    add("--out", type=Path, required=True, metavar="OUT", help="where it is written to")
    add("--epochs", type=_whole_number, default=0, metavar="N", help="train so many first (default: 0)")
    add("--seed", type=_whole_number, metavar="S", help="of the start weights and of the shuffling")
    return parser


def step_parser() -> argparse.ArgumentParser:
    """Of `step`."""
    parser = argparse.ArgumentParser(
        prog="chalknet step",
        allow_abbrev=False,
        description="Print the next update, number by number. Exit code 3: the run diverged in the epochs before.",
    )
    add = parser.add_argument
    add(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE",
        help="a project (.chalk) where it stands, a set-up (JSON), or a table (CSV)",
    )
    add("--example", metavar="NAME", help="an exercise that comes along, such as worked-example")
    add("--optimizer", metavar="KEY", help="instead of the file's, such as adam")
    add("--alpha", type=float, metavar="A", help="learning rate instead of the file's")
    add("--seed", type=_whole_number, metavar="S", help="of the start weights and of the shuffling")
    add("--epochs", type=_whole_number, default=0, metavar="N", help="train so many first (default: 0)")
    add(
        "--columns",
        type=_columns,
        default="batch",
        metavar="batch|all|N",
        help="or the N-th training example",
    )
    add("--json", action="store_true", help="print one JSON object")
    return parser


def sheet_parser() -> argparse.ArgumentParser:
    """Of `sheet`."""
    parser = argparse.ArgumentParser(
        prog="chalknet sheet",
        allow_abbrev=False,
        description="Make an exercise sheet as PDF: of a new exercise, one that comes along, a set-up or a project.",
    )
    add = parser.add_argument
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE",
        help="a project (.chalk), a set-up (JSON), or a table (CSV)",
    )
    source.add_argument(
        "--exercise", type=_whole_number, metavar="SEED", help="a new exercise, by its number"
    )
    source.add_argument(
        "--example", metavar="NAME", help="an exercise that comes along, such as worked-example"
    )
    add("--out", type=Path, required=True, metavar="FILE.pdf", help="where the sheet is written to")
    add("--answers", action="store_true", help="with the answers instead of boxes")
    add("--paper", choices=("a4", "letter"), default="a4", help="default: a4")
    add("--sizes", type=_sizes, metavar="2,3,1", help="of a new exercise: inputs, units of each layer")
    add("--activation", metavar="KEY", help="of a new exercise: in the hidden layers, such as tanh")
    add("--examples", type=_whole_number, metavar="M", help="of a new exercise: how many examples")
    add(
        "--columns",
        type=_columns,
        default="batch",
        metavar="batch|all|N",
        help="or the N-th training example",
    )
    return parser


def lesson_check_parser() -> argparse.ArgumentParser:
    """Of `lesson-check`."""
    parser = argparse.ArgumentParser(
        prog="chalknet lesson-check",
        allow_abbrev=False,
        description="Check lessons: format, set-ups and every number that they state. Exit code 1: faults were found.",
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("files", nargs="*", type=Path, metavar="FILE", default=[], help="a lesson (Markdown)")
    what.add_argument(
        "--labs", action="store_true", help="list the labs, their settings and values for facts"
    )
    return parser


def graph_parser() -> argparse.ArgumentParser:
    """Of `graph`."""
    parser = argparse.ArgumentParser(
        prog="chalknet graph",
        allow_abbrev=False,
        description="Print the values and derivatives of a typed expression, found through its computation graph.",
    )
    add = parser.add_argument
    add("text", metavar="TEXT", help="definitions, such as 'J = 3*(a + b*c)'; several are separated by ;")
    add("--at", default="", metavar="a=5,b=3", help="a number for every variable")
    add("--json", action="store_true", help="print one JSON object")
    return parser


def _columns(text: str) -> str | int:
    if text in ("batch", "all"):
        return text
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII) or int(text) == 0:
        raise argparse.ArgumentTypeError(f"must be batch, all or a number from 1, not {text!r}")
    return int(text)


def _whole_number(text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise argparse.ArgumentTypeError(f"must be a whole number from 0 to 999999999, not {text!r}")
    return int(text)


def _cell(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"([1-9]\d{0,5}),([1-9]\d{0,5})", text, re.ASCII)
    if match is None:
        raise argparse.ArgumentTypeError(f"must be a row and a column from 1, such as 2,1, not {text!r}")
    return int(match[1]), int(match[2])


def _sizes(text: str) -> tuple[int, ...]:
    if not re.fullmatch(r"\d{1,9}(,\d{1,9})+", text, re.ASCII):
        raise argparse.ArgumentTypeError(f"must be two or more numbers, such as 2,3,1, not {text!r}")
    return tuple(int(size) for size in text.split(","))


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{1,5})x(\d{1,5})", text, re.ASCII)
    if match is None:
        raise argparse.ArgumentTypeError(f"must look like 1440x900, not {text!r}")
    width, height = int(match[1]), int(match[2])
    low, high = SIZE_LIMITS
    if not (low <= width <= high and low <= height <= high):
        raise argparse.ArgumentTypeError(f"width and height must lie between {low} and {high}, not {text!r}")
    return width, height
