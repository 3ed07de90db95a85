"""One equation as tables of coloured numbers. It shows what it is told; a click asks for a cell of the result."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.step.expansion import Expansion
from engine.step.row import Equation
from gui.appearance import Appearance
from gui.step.matrix.block_geometry import Rect, Span
from gui.step.matrix.cells import Matrix
from gui.step.matrix.copy_menu import copy_matrix, show_copy_menu
from gui.step.matrix.grips import Grip, grip_at
from gui.step.matrix.items import Room
from gui.step.matrix.paint_equation import MARK_WIDTH, Pointer, copy_place, name_place, paint_equation
from gui.step.matrix.picture import EquationPicture
from gui.step.number_format import full_text
from gui.step.pencil.paper import Answer
from gui.widgets.focus_ring import FocusRing
from gui.widgets.painting import RADIUS_L, follow

REACH = 14.0  # round the cells, where the mouse still is at the matrix
NOTCH = 120
MANY = 40  # of so many rows a notch of the wheel turns several
NOTHING = Pointer()


class MatrixView(QWidget):
    """Signals: cell_clicked(k, i), the result's; value_hovered(text), "" when the mouse has left; scrolled(), when a
    window of a long matrix has moved.

    `fit` gives it room and lets it take its size. Wheel and bars move the windows of long matrices.
    """

    cell_clicked = Signal(int, int)
    value_hovered = Signal(str)
    scrolled = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.picture: EquationPicture | None = None
        self._pointer = NOTHING
        self._grip: Grip | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Matrices")
        self._ring = FocusRing(appearance, self, RADIUS_L)
        follow(self, appearance)

    def set_equation(
        self, equation: Equation, matrices: Sequence[Matrix], marks: frozenset[int] = frozenset()
    ) -> None:
        """Show another equation; matrices: of its operands in their order, then of its result; marks: the result's rows
        that get a warning sign.
        """
        self.picture = EquationPicture(equation, matrices, marks)
        self._pointer = NOTHING
        self._grip = None
        self.setAccessibleDescription(f"{equation.numpy}, {equation.shapes}")
        self.update()

    def fit(self, room: Room, as_map: bool) -> QSize:
        """Stand in this room if that can be, as a map where it is large enough. Returns the size."""
        assert self.picture is not None
        beside = MARK_WIDTH if self.picture.marks else 0
        self.picture.fit(room._replace(width=room.width - beside), as_map)
        size = QSize(round(self.picture.arrangement.width) + beside, round(self.picture.arrangement.height))
        self.setFixedSize(size)
        self.update()
        return size

    def select(self, cell: tuple[int, int] | None, expansion: Expansion | None) -> None:
        """Mark a cell of the result and what it is made of; None marks nothing."""
        if self.picture is not None:
            self.picture.select(cell, expansion)
            self.update()

    def set_blanks(self, blanks: Mapping[tuple[int, int], Answer]) -> None:
        """Show these cells of the result as fields with what was typed into them."""
        if self.picture is not None:
            self.picture.blanks = blanks
            self.update()

    def set_seen(self, top: float, bottom: float = math.inf) -> None:
        """What is above and below these heights is scrolled away: names stay below `top`, and rows of numbers that
        would be cut are not written.
        """
        seen = max(0, top), bottom
        if self.picture is not None and (self.picture.top, self.picture.bottom) != seen:
            self.picture.top, self.picture.bottom = seen
            self.update()

    def cell_rect(self, k: int, i: int) -> Rect | None:
        """Where a cell of the result is; None while it is out of sight."""
        assert self.picture is not None
        return self.picture.arrangement.matrices[-1].block.span_rect(Span(k, k, i, i))

    def _point_at(self, at: QPointF) -> Pointer:
        picture = self.picture
        assert picture is not None
        for index, placed in enumerate(picture.arrangement.matrices):
            cell = placed.block.cell_at(at.x(), at.y())
            if cell is not None:
                return Pointer(index, cell)
        index_near = picture.matrix_at(at.x(), at.y(), REACH)
        if index_near is not None:
            return Pointer(index_near)
        for index in range(len(picture.matrices)):
            left, middle, _ = name_place(picture, index)
            button = copy_place(picture, index)
            if left <= at.x() < button.right and abs(at.y() - middle) <= button.height / 2:
                return Pointer(index)
        return NOTHING

    def _set_pointer(self, pointer: Pointer) -> None:
        if pointer.matrix == self._pointer.matrix:
            pointer = replace(pointer, was_copied=self._pointer.was_copied)
        if pointer == self._pointer:
            return
        moved = (pointer.matrix, pointer.cell) != (self._pointer.matrix, self._pointer.cell)
        self._pointer = pointer
        self.update()
        if moved:
            self.value_hovered.emit(self._hovered_text())

    def _hovered_text(self) -> str:
        matrix, cell = self._pointer.matrix, self._pointer.cell
        if self.picture is None or matrix is None or cell is None:
            return ""
        value = float(self.picture.matrices[matrix].operand.array[cell])
        text = full_text(value, nothing=self.picture.matrices[matrix].style.nothing)
        return f"{self.picture.place_text(matrix, *cell)}: {text}"

    def _is_at_copy(self, at: QPointF) -> bool:
        matrix = self._pointer.matrix
        return (
            self.picture is not None
            and matrix is not None
            and copy_place(self.picture, matrix).has(at.x(), at.y())
        )

    def _copy(self) -> None:
        assert self.picture is not None
        assert self._pointer.matrix is not None
        operand = self.picture.matrices[self._pointer.matrix].operand
        said = copy_matrix(operand)
        self._pointer = replace(self._pointer, was_copied=said.is_done)
        self.update()
        self.value_hovered.emit(said.text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.picture is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        at = event.position()
        self._grip = grip_at(self.picture.arrangement, at.x(), at.y())
        if self._grip is not None:
            self._drag_to(at)
        elif self._is_at_copy(at):
            self._copy()
        else:
            self._click(self._point_at(at))

    def _click(self, pointer: Pointer) -> None:
        assert self.picture is not None
        if pointer.cell is not None and pointer.matrix == len(self.picture.shown) - 1:
            self.cell_clicked.emit(*pointer.cell)

    def _drag_to(self, at: QPointF) -> None:
        assert self.picture is not None
        assert self._grip is not None
        if self.picture.scroll(
            self._grip.matrix, self._grip.side, self._grip.start_for(self.picture.arrangement, at.x(), at.y())
        ):
            self.update()
            self.scrolled.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.picture is None:
            return
        if self._grip is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_to(event.position())
            return
        self._set_pointer(self._point_at(event.position()))
        is_button = self._is_at_copy(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_button else Qt.CursorShape.ArrowCursor)
        self.setToolTip("Copy as NumPy code; right-click for more" if is_button else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def leaveEvent(self, event: QEvent) -> None:
        self._set_pointer(NOTHING)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls the matrix under the mouse where it can move; else the page goes on scrolling."""
        turned = event.angleDelta()
        sideways = turned.x() != 0 or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        pointer = self._point_at(event.position()) if self.picture is not None else NOTHING
        if self.picture is None or pointer.matrix is None:
            event.ignore()
            return
        window = self.picture.windows(pointer.matrix)[1 if sideways else 0]
        notches = (turned.x() or turned.y()) / NOTCH
        step = max(1, window.shown // 3) if window.count > MANY else 1
        start = window.start - round(notches * step or (1 if notches > 0 else -1))
        if self.picture.scroll(pointer.matrix, 1 if sideways else 0, start):
            self._set_pointer(self._point_at(event.position()))
            self.update()
            self.scrolled.emit()
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.picture is None:
            return
        pointer = self._point_at(QPointF(event.pos()))
        if pointer.matrix is not None:
            matrix = self.picture.matrices[pointer.matrix]
            show_copy_menu(self, event.globalPos(), matrix.operand, pointer.cell)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.picture is not None:
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint_equation(painter, self._appearance.theme, self.picture, self._pointer)
