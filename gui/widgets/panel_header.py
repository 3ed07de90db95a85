"""The head of a panel: title at the left, a small detail (or controls) at the right. Also a dock's title bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.widgets.painting import RIGHT, draw_text, follow, text_width

HEIGHT, PADDING, GAP = 36, 16, 8


class PanelHeader(QWidget):
    """Mouse presses go through to the dock, which is dragged by them; added controls keep their own."""

    def __init__(
        self,
        appearance: Appearance,
        title: str,
        detail: str = "",
        parent: QWidget | None = None,
        *,
        subtitle: str = "",
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._title, self._detail, self._subtitle = title, detail, subtitle
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PADDING, 0, PADDING, 0)
        self._row.setSpacing(GAP)
        self._row.addStretch(1)
        self._controls: list[QWidget] = []
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, appearance)

    def title(self) -> str:
        """The bold text at the left."""
        return self._title

    def detail(self) -> str:
        """The small text at the right."""
        return self._detail

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title = title
        self.update()

    def set_subtitle(self, subtitle: str) -> None:
        """Show a small text right behind the title."""
        self._subtitle = subtitle
        self.update()

    def set_detail(self, detail: str) -> None:
        """Show another small text at the right; costs nothing if it is the same."""
        if detail != self._detail:
            self._detail = detail
            self.update()

    def add_widget(self, widget: QWidget) -> None:
        """Put a control at the right end; the detail moves to its left."""
        self._controls.append(widget)
        self._row.addWidget(widget)

    def _right_edge(self) -> float:
        shown = [control.x() for control in self._controls if not control.isHidden()]
        return min(shown) - GAP if shown else self.width() - PADDING

    def sizeHint(self) -> QSize:
        controls = sum(control.sizeHint().width() + GAP for control in self._controls)
        return QSize(round(2 * PADDING + text_width(self._title, "header") + controls), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        right = self._right_edge()
        x = float(PADDING)
        width = min(text_width(self._title, "header") + 1, right - x)
        draw_text(painter, QRectF(x, 0, width, HEIGHT), self._title, "header", theme.color("ink"))
        x += width + GAP
        detail = min(text_width(self._detail, "small") + 1, max(0.0, right - x))
        if self._subtitle:
            room = right - x - (detail + GAP if self._detail else 0)
            draw_text(painter, QRectF(x, 0, room, HEIGHT), self._subtitle, "small", theme.color("ink3"))
        if detail > 8:
            place = QRectF(right - detail, 0, detail, HEIGHT)
            draw_text(painter, place, self._detail, "small", theme.color("ink3"), RIGHT)
