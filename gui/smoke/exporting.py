"""The network and a view as files."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

from engine.export import FORMATS
from gui.smoke.ground import CheckError, Ground, Walk, are_same, parameters_of


def check_export(ground: Ground) -> Walk:
    """A NumPy script, an ONNX model, weights and a picture: written as the menu does it, and read again."""
    window = ground.window
    window.workspaces.show("train")
    yield ground.rest("Train")
    files = {key: ground.folder / f"{key}{FORMATS[key].suffix}" for key in ("numpy", "onnx", "npz")}
    view, picture = window.workspace.network_view, ground.folder / "network.png"
    for key, path in files.items():
        window.exports.network.write(key, path)
    window.exports.views.write_picture(view, picture, 1)
    yield ground.rest("writing")
    parameters = parameters_of(ground.newest)
    judges: dict[Path, Callable[[Path], bool]] = {
        files["numpy"]: _judge_script,
        files["onnx"]: partial(_judge_onnx, parameters=parameters),
        files["npz"]: partial(_judge_weights, parameters=parameters),
        picture: partial(_judge_picture, size=(view.width(), view.height())),
    }
    for path, judge in judges.items():
        if not path.is_file():
            raise CheckError(f"{path.name} was not written{ground.said}")
        if not judge(path):
            raise CheckError(f"{path.name} does not hold what it should")
    return ", ".join(path.name for path in judges)


def _judge_script(path: Path) -> bool:
    """The package has no Python to run it with; that it is a program can be seen without."""
    return any(isinstance(part, ast.FunctionDef) for part in ast.parse(path.read_text(encoding="utf-8")).body)


def _judge_onnx(path: Path, parameters: list[np.ndarray]) -> bool:
    content = path.read_bytes()  # there is no reader here: every array stands in it as float32
    return all(array.astype("<f4").tobytes() in content for array in parameters)


def _judge_weights(path: Path, parameters: list[np.ndarray]) -> bool:
    names = [f"{letter}{l}" for l in range(1, len(parameters) // 2 + 1) for letter in "Wb"]
    with np.load(path, allow_pickle=False) as arrays:
        return are_same([arrays[name] for name in names], parameters)


def _judge_picture(path: Path, size: tuple[int, int]) -> bool:
    image = QImage(str(path))
    return (image.width(), image.height()) == size and not image.allGray()
