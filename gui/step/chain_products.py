"""The products of the chain rule, one line a path: each factor a chip under its symbol, and the product."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.step.paths import Factor, Path, WeightPaths
from gui import formulas
from gui.appearance import Appearance
from gui.step.number_format import NumberStyle
from gui.widgets import draw_box, draw_text, follow, text_width
from gui.widgets.painting import CENTER, RADIUS_S

CHIP_HEIGHT, CHIP_PADDING, NAME_HEIGHT = 26.0, 8.0, 24.0
LINE_HEIGHT, GAP, SIGN_GAP = 66.0, 8.0, 7.0
NAME_SIZE = 15


class ChainProducts(QWidget):
    """One line a path: each factor a chip under its symbol, and the product."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._found: WeightPaths | None = None
        self._style = NumberStyle(4)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        formulas.shelf().ready.connect(self._on_ready)
        follow(self, appearance)

    def set_style(self, style: NumberStyle) -> None:
        """Other decimals."""
        self._style = style
        self._fit()

    def show_paths(self, found: WeightPaths) -> None:
        """Show these products."""
        self._found = found
        self._fit()

    def texts(self) -> list[str]:
        """The products in plain text, for screen readers and tests."""
        paths = self._found.paths if self._found is not None else ()
        return [
            " · ".join(self._style.text(factor.value) for factor in path.factors)
            + f" = {self._style.text(path.product)}"
            for path in paths
        ]

    def _fit(self) -> None:
        count = len(self._found.paths) if self._found is not None else 0
        self.setFixedHeight(max(1, round(count * LINE_HEIGHT)))
        widest = max((self._width(path) for path in self._found.paths), default=0.0) if self._found else 0.0
        self.setMinimumWidth(round(widest + 24))
        self.setAccessibleDescription("; ".join(self.texts()))
        self.update()

    def _width(self, path: Path) -> float:
        widths = sum(self._chip_width(factor) for factor in path.factors)
        dots = (len(path.factors) - 1) * (2 * SIGN_GAP + text_width("·", "cell"))
        return widths + dots + 3 * SIGN_GAP + text_width("=", "cell") + self._text_width(path.product)

    def _text_width(self, value: float) -> float:
        return text_width(self._style.text(value), "cell_selected") + 2 * CHIP_PADDING

    def _chip_width(self, factor: Factor) -> float:
        formula = formulas.get(factor.latex)
        name = formula.width * NAME_SIZE if formula is not None else 0.0
        return max(text_width(self._style.text(factor.value), "cell") + 2 * CHIP_PADDING, name)

    @Slot(str)
    def _on_ready(self, latex: str) -> None:
        if self._found is not None and any(
            factor.latex == latex for path in self._found.paths for factor in path.factors
        ):
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._found is None:
            return
        painter = QPainter(self)
        first = max(0, int(event.rect().top() // LINE_HEIGHT))
        for index, path in enumerate(self._found.paths[first:], start=first):
            if index * LINE_HEIGHT > event.rect().bottom():
                break
            self._paint_path(painter, path, index * LINE_HEIGHT)

    def _paint_path(self, painter: QPainter, path: Path, top: float) -> None:
        theme = self._appearance.theme
        largest = max((abs(factor.value) for factor in path.factors), default=1.0) or 1.0
        x = 2.0
        for number, factor in enumerate(path.factors):
            if number:
                x = self._sign(painter, x, top, "·")
            width = self._chip_width(factor)
            self._name(painter, factor.latex, QPointF(x + width / 2, top + NAME_HEIGHT - 7))
            ground = theme.signed(theme.cell_tint * factor.value / largest)
            self._chip(painter, QRectF(x, top + NAME_HEIGHT, width, CHIP_HEIGHT), factor.value, ground)
            x += width
        x = self._sign(painter, x, top, "=")
        width = self._text_width(path.product)
        ground = theme.color("panel")
        rect = QRectF(x, top + NAME_HEIGHT, width, CHIP_HEIGHT)
        self._chip(painter, rect, path.product, ground, framed=True)

    def _chip(
        self, painter: QPainter, rect: QRectF, value: float, ground: QColor, *, framed: bool = False
    ) -> None:
        theme = self._appearance.theme
        draw_box(painter, rect, RADIUS_S, ground, theme.color("ink") if framed else None, 2)
        token = "cell_selected" if framed else "cell"
        draw_text(painter, rect, self._style.text(value), token, theme.color("ink"), CENTER)

    def _name(self, painter: QPainter, latex: str, place: QPointF) -> None:
        formula = formulas.get(latex)
        if formula is not None:
            painter.setPen(self._appearance.theme.color("ink2"))
            formulas.draw_centered(painter, place.x(), place.y(), formula, NAME_SIZE)

    def _sign(self, painter: QPainter, x: float, top: float, sign: str) -> float:
        width = text_width(sign, "cell")
        room = QRectF(x + SIGN_GAP, top + NAME_HEIGHT, width + 1, CHIP_HEIGHT)
        painter.setPen(Qt.PenStyle.SolidLine)
        draw_text(painter, room, sign, "cell", self._appearance.theme.color("ink2"), CENTER)
        return x + width + 2 * SIGN_GAP
