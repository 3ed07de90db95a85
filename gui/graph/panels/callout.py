"""A line of words that lies over whatever stands below a control, so that nothing moves when it comes or goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.widgets.painting import RADIUS_S, draw_box, type_font

PADDING, TOP, DISTANCE = 8, 4, 4
TOKEN = "small"
WRAP = int(Qt.TextFlag.TextWordWrap)


class Callout(QWidget):
    """Made once for a control, with it as `target`; `say` shows words under it and "" takes them away.

    inset: how far from the control's left and right ends.
    """

    def __init__(self, appearance: Appearance, target: QWidget, inset: int = 0) -> None:
        super().__init__(target)
        self._appearance = appearance
        self._target = target
        self._inset = inset
        self._text = ""
        self._colors = ("err", "errsoft")
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        appearance.changed.connect(self.update)

    @property
    def text(self) -> str:
        """The words that are shown, or ""."""
        return self._text

    def say(self, text: str, color: str = "err", ground: str = "errsoft") -> None:
        """Show these words in colour tokens; "" hides."""
        self._text, self._colors = text, (color, ground)
        if text:
            self._climb()
            self._place()
        self.setVisible(bool(text) and self._target.isVisible())
        self.update()

    def _climb(self) -> None:
        """Lie in an ancestor that has room below the control, and follow everything between."""
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched = []
        parent = self._target
        while not parent.isWindow() and not self._is_roomy(parent):
            parent.installEventFilter(self)
            self._watched.append(parent)
            parent = parent.parentWidget() or parent.window()
        if not self._watched:
            self._target.installEventFilter(self)
            self._watched.append(self._target)
        if self.parentWidget() is not parent:
            self.setParent(parent)
        self.raise_()

    def _is_roomy(self, widget: QWidget) -> bool:
        corner = self._target.mapTo(widget, QPoint(self._inset, self._target.height()))
        return widget.rect().contains(
            QRect(corner, self._words_rect().size()).translated(0, DISTANCE + 2 * TOP)
        )

    def _words_rect(self) -> QRect:
        room = QRect(0, 0, max(40, self._target.width() - 2 * (PADDING + self._inset)), 10_000)
        return QFontMetrics(type_font(TOKEN)).boundingRect(room, WRAP, self._text)

    def _place(self) -> None:
        words = self._words_rect().size()
        parent = self.parentWidget()
        assert parent is not None
        corner = self._target.mapTo(parent, QPoint(self._inset, self._target.height()))
        self.setGeometry(
            corner.x(), corner.y() + DISTANCE, words.width() + 2 * PADDING + 1, words.height() + 2 * TOP
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Move, QEvent.Type.Resize) and self._text:
            self._place()
        elif kind == QEvent.Type.Hide and watched is self._target:
            self.hide()
        elif kind == QEvent.Type.Show and watched is self._target and self._text:
            self.show()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        color, ground = self._colors
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), RADIUS_S, theme.color(ground))
        painter.setFont(type_font(TOKEN))
        painter.setPen(theme.color(color))
        inside = self.rect().adjusted(PADDING, TOP, -PADDING + 2, 0)
        painter.drawText(inside, WRAP, self._text)
