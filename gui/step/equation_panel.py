"""One equation of a row in its place: what it is called if there are several, its matrices, table or map."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.step.row import Equation
from gui.appearance import Appearance
from gui.step.math_text import draw_math, math_size
from gui.step.matrix.cells import Matrix
from gui.step.matrix.items import Room
from gui.step.matrix.view import MatrixView
from gui.widgets.painting import draw_text, follow, text_width

HEADING, HEADING_PIXELS = 36, 18
WORDS_GAP, AXIS = 12, 0.25


class EquationPanel(QWidget):
    """`set_equation`, then `fit`. Signals: cell_clicked(index, k, i) with the panel's own index."""

    cell_clicked = Signal(int, int, int)

    def __init__(self, appearance: Appearance, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = index
        self._appearance = appearance
        self._equation: Equation | None = None
        self._words, self._has_formula = "", False
        self.matrices: Sequence[Matrix] = ()
        self.view = MatrixView(appearance, self)
        self.view.cell_clicked.connect(self._on_click)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self, appearance)

    @property
    def equation(self) -> Equation | None:
        """The equation that is shown."""
        return self._equation

    @property
    def words(self) -> str:
        """What stands above, beside the formula."""
        return self._words

    def set_equation(
        self,
        equation: Equation,
        matrices: Sequence[Matrix],
        words: str,
        marks: frozenset[int],
        *,
        has_formula: bool,
    ) -> None:
        """Show an equation. words: above it, "" for none; has_formula: its own formula above it as well; marks: the
        rows of the result that there is something to say about.
        """
        self._equation, self.matrices = equation, matrices
        self._words, self._has_formula = words, has_formula
        self.view.set_equation(equation, matrices, marks)
        self.update()

    def fit(self, room: Room, as_map: bool | None) -> QSize:
        """Stand in this room if that can be; as_map: None lets the size decide. Returns the size."""
        picture = self.view.picture
        assert picture is not None
        top = HEADING if self._words or self._has_formula else 0
        below = Room(room.width, room.height - top, room.most_height - top)
        size = self.view.fit(below, picture.is_large if as_map is None else as_map)
        self.view.move(0, top)
        self.setFixedSize(max(round(room.width), size.width()), top + size.height())
        self.update()
        return self.size()

    def needs(self, latex: str) -> bool:
        """Whether this formula is seen here."""
        names = (matrix.operand.latex for matrix in self.matrices)
        return self._equation is not None and (latex == self._equation.formula or latex in names)

    @Slot(int, int)
    def _on_click(self, k: int, i: int) -> None:
        self.cell_clicked.emit(self._index, k, i)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._equation is None or self.view.y() == 0:
            return
        theme, painter = self._appearance.theme, QPainter(self)
        x = 0.0
        if self._words:
            draw_text(painter, QRectF(0, 0, self.width(), HEADING), self._words, "header", theme.color("ink"))
            x = text_width(self._words, "header") + WORDS_GAP
        if self._has_formula:
            painter.setPen(theme.color("ink"))
            plain = self._equation.result.name
            room = self.width() - x
            width, ascent, descent = math_size(self._equation.formula, plain, HEADING_PIXELS)
            reach = 2 * max(ascent - AXIS * HEADING_PIXELS, descent + AXIS * HEADING_PIXELS)
            pixels = HEADING_PIXELS * min(1.0, room / max(1.0, width), HEADING / max(1.0, reach))
            draw_math(painter, x, HEADING / 2 + AXIS * pixels, self._equation.formula, plain, pixels)
