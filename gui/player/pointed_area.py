"""What scrolls, is painted in one piece, and has parts that are pointed at and clicked."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPointF, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gui import formulas
from gui.appearance import Appearance
from gui.widgets import KEYBOARD_REASONS


class PointedArea(QAbstractScrollArea):
    """A subclass says which part is where (`_part_at`), what a click on it does (`_click`), and paints. name: to a
    screen reader. Arrow keys are left to the window, which steps by them.
    """

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._latex: frozenset[str] | None = None  # the formulas in it; None: any
        self._hovered: Any = None
        self._has_ring = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        formulas.shelf().ready.connect(self._on_formula_ready)
        appearance.changed.connect(self.viewport().update)

    def _part_at(self, place: QPointF) -> Any:
        """The part at a place of the viewport, or None."""
        raise NotImplementedError

    def _click(self, part: Any) -> None:
        """A part was clicked."""
        raise NotImplementedError

    def _reveal(self) -> None:
        """Bring what is current into view."""
        raise NotImplementedError

    def _repaint_part(self, _part: Any) -> None:
        """A part looks different now."""
        self.viewport().update()

    def _hover(self, part: Any) -> None:
        if part != self._hovered:
            for changed in (self._hovered, part):
                if changed is not None:
                    self._repaint_part(changed)
            self._hovered = part
            shape = Qt.CursorShape.PointingHandCursor if part is not None else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)

    @Slot(str)
    def _on_formula_ready(self, latex: str) -> None:
        if self._latex is None or latex in self._latex:
            self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._hover(None)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._part_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        part = self._part_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and part is not None:
            self._click(part)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._has_ring = event.reason() in KEYBOARD_REASONS
        self._reveal()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._has_ring = False
        self.viewport().update()
