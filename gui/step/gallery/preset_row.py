"""One exercise of the gallery: its title, its network, and what it is about in a line or two."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from engine.activations import ACTIVATIONS
from engine.setup import Setup
from gui.appearance import Appearance
from gui.widgets import FocusRing, draw_box, draw_text, follow, text_width, type_font
from gui.widgets.painting import RADIUS_M, RIGHT

WIDTH, PADDING, TITLE, GAP = 480, 12, 20, 3
WRAP = Qt.TextFlag.TextWordWrap


class PresetRow(QAbstractButton):
    """A button as wide as the gallery; clicked() opens the exercise."""

    def __init__(self, appearance: Appearance, setup: Setup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setup = setup
        self.setText(setup.title)
        self.setAccessibleName(f"{setup.title}, {network_text(setup)}")
        self.setAccessibleDescription(setup.about)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.sizeHint().height())
        self._ring = FocusRing(appearance, self, RADIUS_M)
        follow(self, appearance)

    def _about_height(self) -> int:
        room = QRect(0, 0, WIDTH - 2 * PADDING, 200)
        return QFontMetrics(type_font("small")).boundingRect(room, WRAP, self.setup.about).height()

    def sizeHint(self) -> QSize:
        about = GAP + self._about_height() if self.setup.about else 0
        return QSize(WIDTH, 2 * 8 + TITLE + about)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        if self.isDown() or self.underMouse():
            ground = theme.color("pressed" if self.isDown() else "hover")
            draw_box(painter, QRectF(self.rect()), RADIUS_M, ground)
        room = QRectF(PADDING, 8, self.width() - 2 * PADDING, TITLE)
        network = network_text(self.setup)
        draw_text(painter, room, network, "small", theme.color("ink2"), RIGHT)
        room.setWidth(room.width() - text_width(network, "small") - 12)
        draw_text(painter, room, self.setup.title, "header", theme.color("ink"))
        if self.setup.about:
            below = QRectF(PADDING, 8 + TITLE + GAP, self.width() - 2 * PADDING, self._about_height())
            painter.setFont(type_font("small"))
            painter.setPen(theme.color("ink2"))
            painter.drawText(below, WRAP, self.setup.about)


def network_text(setup: Setup) -> str:
    """2-3-1, sigmoid; where the layers differ 1-2-1, sigmoid and linear."""
    names = [ACTIVATIONS[layer.activation].label for layer in setup.network.layers]
    found = list(dict.fromkeys(names))
    return f"{'-'.join(str(size) for size in setup.network.sizes)}, {' and '.join(found)}"
