"""Tapes to be printed, the texts of sheets, and pages painted into pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from engine.data import DataSpec
from engine.run import build
from engine.setup import Setup
from engine.spec import TrainingSpec
from engine.step.exercises import load_preset, new_exercise
from engine.step.moment import Columns, take_moment
from engine.step.tape import Tape, record_tape
from gui.sheet.marks import Box, Mark, Math, Text
from gui.sheet.pages import Page
from gui.sheet.paint import paint_page
from gui.sheet.sheet import Sheet, compose_sheet

DOTS_PER_INCH = 110
ADAM = TrainingSpec("adam", 0.01, batch_size=5)


def tape_of(setup: Setup, epochs: int = 0, columns: Columns = "batch") -> Tape:
    _, _, trainer = build(setup)
    trainer.run_epochs(epochs)
    return record_tape(take_moment(trainer, columns))


SETUPS: dict[str, Callable[[], Tape]] = {
    "exercise": lambda: tape_of(new_exercise(7)),
    "worked": lambda: tape_of(load_preset("worked-example")),
    "deep": lambda: tape_of(load_preset("deep-3-5-5-3-1")),
    "circle": lambda: tape_of(Setup(), epochs=20),
    "softmax": lambda: tape_of(new_exercise(3, (3, 4, 3), "relu", 2)),
    "iris": lambda: tape_of(replace(Setup(), data=DataSpec("iris"), training=ADAM), epochs=2),
    "wide": lambda: tape_of(
        replace(new_exercise(3, (8, 8, 2), "leaky_relu", 8), training=replace(ADAM, batch_size=None)), 1
    ),
    "large": lambda: tape_of(new_exercise(5, (20, 30, 12, 9), "tanh", 20)),
}


@cache
def tape(name: str) -> Tape:
    return SETUPS[name]()


def sheet(
    name: str, *, answers: bool, paper: str = "a4", title: str = "Exercise 7", about: str = ""
) -> Sheet:
    return compose_sheet(tape(name), title, about, answers=answers, paper=paper)


def marks(of: Sheet) -> Iterator[Mark]:
    for page in of.pages:
        yield from page.marks


def texts(of: Sheet) -> list[str]:
    """All texts that are not empty, from the first page on."""
    return [mark.text for mark in marks(of) if isinstance(mark, Text) and mark.text.strip()]


def formulas_of(of: Sheet) -> list[str]:
    return [mark.latex for mark in marks(of) if isinstance(mark, Math)]


def boxes(of: Sheet) -> list[Box]:
    return [mark for mark in marks(of) if isinstance(mark, Box)]


def picture(of: Sheet, page: Page) -> NDArray[np.uint8]:
    """(height, width, 3): a page painted on white."""
    width, height = (round(side * DOTS_PER_INCH / 72) for side in (of.paper.width, of.paper.height))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_page(painter, page, DOTS_PER_INCH)
    painter.end()
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(height, image.bytesPerLine() // 4, 4)[:, :width, :3].copy()
