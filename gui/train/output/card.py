"""The card beside the mouse: the place on the plane, the network's answer, the nearest example's truth."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from gui.fonts import font
from gui.theme import Theme
from gui.train.output.geometry import Frame, nearest
from gui.train.output.scene import Points, Scene
from gui.train.output.texts import class_name, number, short

NEAR = 6.0
LONGEST_PLACE = 28
PADDING, LINE, GAP = 8, 16, 14

Floats = NDArray[np.floating]


def place_text(name: str, value: float) -> str:
    """One coordinate: two decimals, or three figures where numbers are large."""
    return f"{name} = {number(value, 2) if abs(value) < 100 else short(value)}"


def answer_text(scene: Scene, values: Floats) -> str:
    """What the network gives where the mouse is. values: one number, or one for each class."""
    if scene.task == "regression":
        value = float(values[0])
        return f"ŷ = {number(value, 2) if abs(value) < 100 else short(value)}"
    if scene.task == "binary":
        probability = float(values[0])
        return f"ŷ = {probability:.2f}: {class_name(scene.class_names, int(probability >= 0.5))}"
    best = int(np.argmax(values))
    return f"ŷ = {float(values[best]):.2f}: {class_name(scene.class_names, best)}"


def neighbour_text(scene: Scene, frame: Frame, place: tuple[float, float], shown: tuple[bool, bool]) -> str:
    """The true label of the nearest shown example, if it lies within a few pixels."""
    for points, wanted, word in ((scene.train, shown[0], "training"), (scene.test, shown[1], "test")):
        index = _near(points, frame, place) if wanted else None
        if index is not None:
            return f"{word} point: {scene.label_text(points.labels[index])}"
    return ""


def _near(points: Points, frame: Frame, place: tuple[float, float]) -> int | None:
    return nearest(frame.to_pixels(points.positions), *frame.to_pixel(*place), NEAR)


def card_lines(
    scene: Scene,
    examples: Scene,
    frame: Frame,
    place: tuple[float, float],
    values: Floats | None,
    shown: tuple[bool, bool],
) -> tuple[str, ...]:
    """The card's lines: place, answer (nothing while there is no map yet), neighbour among the examples."""
    names = [place_text(name, value) for name, value in zip(scene.labels, place, strict=True)]
    together = ", ".join(names)
    lines = [together] if len(together) <= LONGEST_PLACE else names
    lines.append(answer_text(scene, values) if values is not None else "")
    lines.append(neighbour_text(examples, frame, place, shown))
    return tuple(line for line in lines if line)


def card_place(cursor: tuple[float, float], size: tuple[float, float], frame: Frame) -> tuple[float, float]:
    """Where the card's upper left corner goes: beside the mouse, inside the picture, never under it."""
    (x, y), (width, height) = cursor, size
    left = x + GAP if x + GAP + width <= frame.left + frame.side + 16 else x - GAP - width
    top = y - GAP - height if y - GAP - height >= frame.top else y + GAP
    return max(4.0, left), top


def paint_card(
    painter: QPainter, theme: Theme, lines: Sequence[str], cursor: tuple[float, float], frame: Frame
) -> None:
    """Draw the card: `panel`, radius 8, 1.5 px border; the answer is strong."""
    plain, strong = font("small"), font("small", QFont.Weight.DemiBold)
    width = max(QFontMetricsF(strong).horizontalAdvance(line) for line in lines) + 2 * PADDING
    height = LINE * len(lines) + 2 * PADDING - 4
    left, top = card_place(cursor, (width, height), frame)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("ink"), 1.5))
    painter.setBrush(theme.color("panel"))
    painter.drawRoundedRect(QRectF(left, top, width, height), 8, 8)
    for row, line in enumerate(lines):
        is_answer = line.startswith("ŷ")
        painter.setFont(strong if is_answer else plain)
        painter.setPen(theme.color("ink" if is_answer else "ink2"))
        rect = QRectF(QPointF(left + PADDING, top + PADDING - 2 + row * LINE), QPointF(left + width, 0))
        rect.setHeight(LINE)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
