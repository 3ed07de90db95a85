"""What both circuits share: inputs that are clicked or typed, wires, gates, the answer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.labs.gates import Bits
from gui.appearance import Appearance
from gui.labs.gates.circuit_geometry import Box, input_boxes, output_box
from gui.theme import Theme
from gui.widgets import FocusRing, draw_box, draw_text, follow
from gui.widgets.painting import CENTER, RADIUS_M, RADIUS_S, RIGHT

HEAD, FOOT = 56, 8
LIT_WIDTH, DARK_WIDTH = 2.5, 1.2
HALO, FRAME = 3.5, 2.0
SMALL_TILE = 20.0
INDICES = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class CircuitView(QWidget):
    """A circuit with its inputs at the left. Up and Down choose an input, Space turns it, 0 and 1 set it.

    Signals: input_toggled(int), from 0.
    """

    input_toggled = Signal(int)

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._name = name
        self._bits: Bits = (0, 0)
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        self._ring = FocusRing(appearance, self, RADIUS_M)
        follow(self, appearance)

    def set_bits(self, bits: Bits) -> None:
        """Show these inputs."""
        self._bits = bits
        self._at = min(self._at, len(bits) - 1)
        self.setAccessibleDescription(
            f"{self.detail}; inputs {''.join(map(str, bits))}, answer {self.answer}"
        )
        self.update()

    @property
    def bits(self) -> Bits:
        """The inputs."""
        return self._bits

    @property
    def answer(self) -> int:
        """What the circuit says."""
        raise NotImplementedError

    @property
    def detail(self) -> str:
        """How large the circuit is."""
        raise NotImplementedError

    def input_place(self, index: int) -> QRectF:
        """Where an input's tile is."""
        return _rect(self._inputs()[index]).translated(0, HEAD)

    def _inputs(self) -> tuple[Box, ...]:
        return input_boxes(len(self._bits), self._room())

    def _room(self) -> float:
        return self.height() - HEAD - FOOT

    def _input_at(self, x: float, y: float) -> int | None:
        return next((i for i, box in enumerate(self._inputs()) if box.has(x, y - HEAD)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._input_at(event.position().x(), event.position().y())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self._at = found
            self.input_toggled.emit(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_over = self._input_at(event.position().x(), event.position().y()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            by = 1 if key == Qt.Key.Key_Down else -1
            self._at = min(max(self._at + by, 0), len(self._bits) - 1)
            self.update()
        elif key == Qt.Key.Key_Space or (
            key in (Qt.Key.Key_0, Qt.Key.Key_1) and int(event.text()) != self._bits[self._at]
        ):
            self.input_toggled.emit(self._at)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Space turns an input here; elsewhere it plays."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key()
            in (
                Qt.Key.Key_Space,
                Qt.Key.Key_Up,
                Qt.Key.Key_Down,
            )
        ):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, 340)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 260)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._appearance.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_text(painter, QRectF(0, 8, self.width(), 20), self._name, "title", theme.color("ink"))
        draw_text(painter, QRectF(0, 28, self.width(), 18), self.detail, "body", theme.color("ink2"))
        painter.translate(0, HEAD)
        middle = self._paint_circuit(painter, theme)
        self._paint_inputs(painter, theme)
        paint_signal(painter, theme, output_box(self.width(), middle), self.answer, strong=True)

    def _paint_circuit(self, painter: QPainter, theme: Theme) -> float:
        """Draw wires and gates; gives the height at which the answer comes out."""
        raise NotImplementedError

    def _paint_inputs(self, painter: QPainter, theme: Theme) -> None:
        for index, (box, bit) in enumerate(zip(self._inputs(), self._bits, strict=True)):
            if index == self._at and self.hasFocus():
                frame = _rect(box).adjusted(-FRAME, -FRAME, FRAME, FRAME)
                halo = frame.adjusted(-HALO, -HALO, HALO, HALO)
                draw_box(painter, halo, RADIUS_M + HALO, theme.color("spot"))
                draw_box(painter, frame, RADIUS_M, theme.color("ink"))
            paint_signal(painter, theme, box, bit)
            name = QRectF(0, box.y, box.x - 6, box.height)
            draw_text(painter, name, name_of(index), "small", theme.color("ink2"), RIGHT)


def name_of(index: int) -> str:
    """What an input is called, from x₁."""
    return f"x{str(index + 1).translate(INDICES)}"


def paint_signal(painter: QPainter, theme: Theme, box: Box, bit: int, *, strong: bool = False) -> None:
    """A tile with 0 or 1: lit blue for 1."""
    border = theme.color("pos") if bit else theme.color("line2")
    draw_box(painter, _rect(box), RADIUS_S, lit_ground(theme, bit), border, 2.0 if strong else 1.5)
    token = "title" if box.height > SMALL_TILE else "small_strong"
    draw_text(painter, _rect(box), str(bit), token, theme.color("ink" if bit else "ink2"), CENTER)


def paint_gate(painter: QPainter, theme: Theme, box: Box, name: str, bit: int) -> None:
    """A gate with its name, lit where it says 1."""
    border = theme.color("pos" if bit else "line2")
    draw_box(painter, _rect(box), RADIUS_M, lit_ground(theme, bit), border, 1.5)
    token = "small_strong" if box.height > SMALL_TILE else "caption_strong"
    draw_text(painter, _rect(box), name, token, theme.color("ink"), CENTER)


def paint_wire(
    painter: QPainter, theme: Theme, start: tuple[float, float], end: tuple[float, float], bit: int
) -> None:
    """A wire with horizontal ends, lit where it carries a 1."""
    pen = QPen(theme.color("pos" if bit else "line2"), LIT_WIDTH if bit else DARK_WIDTH)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(QPointF(*start))
    bend = (end[0] - start[0]) * 0.45
    path.cubicTo(QPointF(start[0] + bend, start[1]), QPointF(end[0] - bend, end[1]), QPointF(*end))
    painter.drawPath(path)


def lit_ground(theme: Theme, bit: int) -> QColor:
    """The ground of what says 1 or 0: the signed scale's softened one, or paper."""
    return theme.signed(theme.cell_tint * 0.7) if bit else theme.color("panel")


def _rect(box: Box) -> QRectF:
    return QRectF(*box)
