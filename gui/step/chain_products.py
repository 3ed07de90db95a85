"""The products of the chain rule, one for each path: the product, and each factor a chip under its symbol."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QPointF, QRectF, QSize, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.step.paths import Factor, Path, WeightPaths
from gui import formulas
from gui.appearance import Appearance
from gui.step.chain_geometry import CHIP_HEIGHT, NAME_HEIGHT, SIGN_GAP, ProductPlaces, place_product
from gui.step.number_format import NumberStyle, wants_brackets
from gui.widgets import draw_box, draw_text, follow, text_width
from gui.widgets.painting import CENTER, RADIUS_S, RIGHT

CHIP_PADDING, EDGE, BRACKET_GAP = 8.0, 2.0, 3.0
NAME_SIZE, NAME_BASELINE = 15, 21.0
BOTTOM = 12


class ChainProducts(QWidget):
    """As wide as there is room: a product that is longer goes on below, right of its result."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._found: WeightPaths | None = None
        self._places: list[ProductPlaces] = []
        self._tops: list[float] = []
        self._result_width = 0.0
        self._style = NumberStyle(4)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
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
        return [f"{self._style.text(path.product)} = {self._product_text(path)}" for path in self._paths]

    def _product_text(self, path: Path) -> str:
        texts = [self._style.text(factor.value) for factor in path.factors]
        enclosed = [self._is_enclosed(*numbered) for numbered in enumerate(path.factors)]
        return " · ".join(f"({text})" if has else text for text, has in zip(texts, enclosed, strict=True))

    def _is_enclosed(self, number: int, factor: Factor) -> bool:
        """Whether a factor stands in brackets: a negative one behind another."""
        return wants_brackets(self._style.text(factor.value), "·" if number else "", "")

    @property
    def _paths(self) -> tuple[Path, ...]:
        return self._found.paths if self._found is not None else ()

    def _fit(self) -> None:
        self._arrange()
        self.setAccessibleDescription("; ".join(self.texts()))
        self.update()

    def _arrange(self) -> None:
        self._result_width = max(
            (text_width(self._style.text(path.product), "cell_selected") for path in self._paths), default=0.0
        )
        self._result_width += 2 * CHIP_PADDING
        signs, room = (text_width("=", "cell"), text_width("·", "cell")), self.width() - 2 * EDGE
        widths: dict[Factor, float] = {}
        self._places, self._tops, top = [], [], 0.0
        for path in self._paths:
            for factor in path.factors:
                if factor not in widths:
                    widths[factor] = self._chip_width(factor)
            chips = [
                widths[factor] + 2 * self._bracket_room(number, factor)
                for number, factor in enumerate(path.factors)
            ]
            self._places.append(place_product(chips, self._result_width, *signs, room))
            self._tops.append(top)
            top += self._places[-1].height
        self.setFixedHeight(max(1, round(top) + BOTTOM))

    def _chip_width(self, factor: Factor) -> float:
        formula = formulas.get(factor.latex)
        name = formula.width * NAME_SIZE if formula is not None else 0.0
        return max(text_width(self._style.text(factor.value), "cell") + 2 * CHIP_PADDING, name)

    def _bracket_room(self, number: int, factor: Factor) -> float:
        return text_width("(", "cell") + BRACKET_GAP if self._is_enclosed(number, factor) else 0.0

    @Slot(str)
    def _on_ready(self, latex: str) -> None:
        if any(factor.latex == latex for path in self._paths for factor in path.factors):
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(480, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        first = max(0, bisect_right(self._tops, event.rect().top()) - 1)
        for path, places, top in list(zip(self._paths, self._places, self._tops, strict=True))[first:]:
            if top > event.rect().bottom():
                break
            self._paint_path(painter, path, places, top)

    def _paint_path(self, painter: QPainter, path: Path, places: ProductPlaces, top: float) -> None:
        theme = self._appearance.theme
        largest = max((abs(factor.value) for factor in path.factors), default=1.0) or 1.0
        result = QRectF(EDGE, top + NAME_HEIGHT, self._result_width, CHIP_HEIGHT)
        self._chip(painter, result, path.product, theme.color("panel"), framed=True)
        for number, (factor, (left, line)) in enumerate(zip(path.factors, places.factors, strict=True)):
            y, bracket = top + line, self._bracket_room(number, factor)
            chip = QRectF(EDGE + left + bracket, y + NAME_HEIGHT, self._chip_width(factor), CHIP_HEIGHT)
            enclosed = chip.adjusted(-bracket, 0, bracket, 0)
            self._sign(painter, enclosed, "·" if number else "=")
            if bracket:
                draw_text(painter, enclosed, "(", "cell", theme.color("ink2"))
                draw_text(painter, enclosed, ")", "cell", theme.color("ink2"), RIGHT)
            self._name(painter, factor.latex, QPointF(chip.center().x(), y + NAME_BASELINE))
            self._chip(painter, chip, factor.value, theme.signed(theme.cell_tint * factor.value / largest))

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

    def _sign(self, painter: QPainter, chip: QRectF, sign: str) -> None:
        """In front of a factor; a dot at the start of a line stands there as well."""
        width = text_width(sign, "cell") + 1
        room = QRectF(chip.left() - SIGN_GAP - width, chip.top(), width, CHIP_HEIGHT)
        draw_text(painter, room, sign, "cell", self._appearance.theme.color("ink2"), CENTER)
