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
from gui.step.matrix.view import MatrixView
from gui.widgets.button import Button
from gui.widgets.painting import draw_text, follow, text_width

HEADING, HEADING_PIXELS = 40, 18
WORDS_GAP, AXIS = 12, 0.25
MAP_HINT = "Each number a point of colour. Click one to see how it is made."


class EquationPanel(QWidget):
    """`set_equation`, then `fit`. Signals: map_chosen(bool) of the button that large equations have."""

    map_chosen = Signal(bool)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._equation: Equation | None = None
        self._words, self._has_formula = "", False
        self.matrices: Sequence[Matrix] = ()
        self.view = MatrixView(appearance, self)
        self.button = Button(appearance, "", "table", small=True, parent=self)
        self.button.clicked.connect(self._on_button)
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
        """Show an equation. words: above it, "" for none; has_formula: its own formula above it as well; marks: the rows
        of the result that there is something to say about.
        """
        self._equation, self.matrices = equation, matrices
        self._words, self._has_formula = words, has_formula
        self.view.set_equation(equation, matrices, marks)
        self.update()

    def fit(self, room: int, height: int, as_map: bool | None) -> QSize:
        """Stand in `room` pixels, in this height if that can be; as_map: None lets the size decide. Returns the size."""
        picture = self.view.picture
        assert picture is not None
        is_map = picture.can_be_map and (picture.is_large if as_map is None else as_map)
        self._set_button(picture.can_be_map, is_map)
        top = HEADING if self._words or self._has_formula or picture.can_be_map else 0
        size = self.view.fit((room, height - top), is_map)
        self.view.move(0, top)
        self.button.adjustSize()
        self.button.move(room - self.button.width(), (HEADING - self.button.height()) // 2)
        self.setFixedSize(max(room, size.width()), top + size.height())
        self.update()
        return self.size()

    def _set_button(self, is_shown: bool, is_map: bool) -> None:
        self.button.setVisible(is_shown)
        self.button.set_text("Numbers" if is_map else "Map")
        self.button.set_icon("table" if is_map else "map")
        self.button.setToolTip(
            "Show the numbers, some at a time" if is_map else "Show all numbers at once, as colours"
        )
        self.button.setAccessibleName(self.button.text())

    @Slot()
    def _on_button(self) -> None:
        assert self.view.picture is not None
        self.map_chosen.emit(not self.view.picture.is_map)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._equation is None or self.view.y() == 0:
            return
        theme, painter = self._appearance.theme, QPainter(self)
        x = 0.0
        words = self._words
        if not words and not self._has_formula and self.view.picture is not None and self.view.picture.is_map:
            words = MAP_HINT
        if words:
            is_name = words == self._words
            token = "header" if is_name else "small"
            place = QRectF(0, 0, self.width(), HEADING)
            draw_text(painter, place, words, token, theme.color("ink" if is_name else "ink3"))
            x = text_width(words, token) + WORDS_GAP
        if self._has_formula:
            painter.setPen(theme.color("ink"))
            plain = self._equation.result.name
            room = self.button.x() - x if self.button.isVisibleTo(self) else self.width() - x
            width, ascent, descent = math_size(self._equation.formula, plain, HEADING_PIXELS)
            reach = 2 * max(ascent - AXIS * HEADING_PIXELS, descent + AXIS * HEADING_PIXELS)
            pixels = HEADING_PIXELS * min(1.0, room / max(1.0, width), HEADING / max(1.0, reach))
            draw_math(painter, x, HEADING / 2 + AXIS * pixels, self._equation.formula, plain, pixels)
