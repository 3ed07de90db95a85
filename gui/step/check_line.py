"""One line about the selected number: unrounded; of a derivative the central difference and the relative error."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.step.number_format import full_text
from gui.widgets.numbers import MINUS, power_text
from gui.widgets.painting import draw_text, follow, text_width

HEIGHT, GAP, ICON, WORD_GAP = 28, 28, 14, 4


@dataclass(frozen=True)
class Difference:
    """A derivative by central difference. error: relative; agrees: whether the two are the same as far as such a
    difference can tell; is_kink: the difference spans the kink of a ReLU and says nothing.
    """

    numeric: float
    error: float
    agrees: bool
    is_kink: bool = False


@dataclass(frozen=True)
class Piece:
    """A word with its value; icon: "" for none; color: of the icon."""

    word: str
    value: str
    icon: str = ""
    color: str = "ink"


class CheckLine(QWidget):
    """`show_value`, `show_text` for what is under the mouse, `clear`."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._pieces: tuple[Piece, ...] = ()
        self._text = ""
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, appearance)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What stands in the line."""
        return self._pieces

    @property
    def text(self) -> str:
        """What stands there instead while the mouse is over a number."""
        return self._text

    def show_value(self, value: float, difference: Difference | None, note: str = "") -> None:
        """A selected number; difference: where it is a derivative of J that was checked, note: why it was not."""
        pieces = [Piece("unrounded", full_text(value))]
        if difference is not None:
            pieces += _difference_pieces(difference)
        elif note:
            pieces.append(Piece(note, ""))
        self._set(tuple(pieces))
        self.setToolTip(f"In full: {value!r}".replace("-", MINUS))

    def show_text(self, text: str) -> None:
        """A sentence in place of the pieces; "" brings them back."""
        self._text = text
        self.update()

    def clear(self) -> None:
        """Nothing is selected."""
        self._set(())
        self.setToolTip("")

    def _set(self, pieces: tuple[Piece, ...]) -> None:
        self._pieces = pieces
        self.setAccessibleName(", ".join(f"{piece.word} {piece.value}" for piece in pieces))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        if self._text:
            draw_text(painter, QRectF(self.rect()), self._text, "small", theme.color("ink2"))
            return
        x, middle = 0.0, self.height() / 2
        for piece in self._pieces:
            if piece.icon:
                place = QRectF(x, middle - ICON / 2, ICON, ICON)
                paint_icon(painter, piece.icon, place, theme.color(piece.color))
                x += ICON + WORD_GAP
            for text, token, color in ((piece.word, "small", "ink2"), (piece.value, "small_strong", "ink")):
                width = text_width(text, token)
                place = QRectF(x, 0, min(width + 1, max(0.0, self.width() - x)), self.height())
                draw_text(painter, place, text, token, theme.color(color))
                x += width + (WORD_GAP if text else 0)
            x += GAP - WORD_GAP


def _difference_pieces(difference: Difference) -> list[Piece]:
    pieces = [Piece("central difference", full_text(difference.numeric))]
    if difference.is_kink:
        return [*pieces, Piece("across a kink of ReLU: no check here", "", "info", "ink3")]
    icon, color = ("check", "run") if difference.agrees else ("close", "err")
    return [*pieces, Piece("relative error", error_text(difference.error), icon, color)]


def error_text(error: float) -> str:
    """A relative error as one digit and a power: 4 · 10⁻¹¹."""
    if error == 0.0:
        return "0"
    digit, exponent = f"{error:.0e}".split("e")
    return f"{digit} · {power_text(int(exponent))}"
