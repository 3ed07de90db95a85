"""The number on every edge of a small network, shown on wish."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QStaticText

from gui.fonts import font
from gui.theme import Theme
from gui.train.network.frames import qrect
from gui.train.network.labels import sign_token, signed_number, static_text
from gui.train.network.places import Places, Rect
from gui.train.network.value_places import place_values

RADIUS = 4.0


class _Label(NamedTuple):
    """A weight as text, and what it lies on."""

    text: QStaticText
    x: float
    y: float
    place: Rect
    token: str


class ValueLabels:
    """Knows where the numbers go, and whether there is room for all of them."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._found: dict[tuple[int, int, int], Rect] | None = None
        self._has_looked = False
        self._labels: list[_Label] = []
        self._font = font("small")

    @property
    def fit(self) -> bool:
        """Whether the network is small enough for all its numbers."""
        return self._rects() is not None

    def set_weights(self, W: Sequence[NDArray[np.floating] | None]) -> None:
        """Take new weights over."""
        metrics, labels = QFontMetricsF(self._font), []
        for (l, k, j), place in (self._rects() or {}).items():
            weights = W[l] if l < len(W) else None
            if weights is None or k >= weights.shape[0] or j >= weights.shape[1]:
                continue
            value = float(weights[k, j])
            text = signed_number(value)
            x = place.cx - metrics.horizontalAdvance(text) / 2
            y = place.cy - metrics.height() / 2
            labels.append(_Label(static_text(text, self._font), x, y, place, sign_token(value, text)))
        self._labels = labels

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw the numbers, each on a patch of ground."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        for label in self._labels:
            painter.drawRoundedRect(qrect(label.place), RADIUS, RADIUS)
        painter.setFont(self._font)
        for label in self._labels:
            painter.setPen(theme.color(label.token))
            painter.drawStaticText(QPointF(label.x, label.y), label.text)

    def _rects(self) -> dict[tuple[int, int, int], Rect] | None:
        if not self._has_looked:
            self._has_looked = True
            self._found = place_values(self._places)
        return self._found
