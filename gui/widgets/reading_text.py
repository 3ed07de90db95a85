"""A longer plain text to be read and copied: it scrolls, takes the keyboard, and can't be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from gui.appearance import Appearance
from gui.widgets.focus_ring import FocusRing
from gui.widgets.painting import RADIUS_M, type_font

MARGIN = 12


class ReadingText(QPlainTextEdit):
    """token: type token of the letters; ground: "panel", or "sunken" with a border."""

    def __init__(
        self,
        appearance: Appearance,
        token: str = "body",
        ground: str = "panel",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._ground = ground
        self.setReadOnly(True)
        prepare_reading(self, appearance, token, ground)
        self.document().setDocumentMargin(MARGIN if ground == "sunken" else 0)
        self._color()
        appearance.changed.connect(self._color)

    def set_right_margin(self, room: int) -> None:
        """Room between the text and the scroll bar."""
        self.setViewportMargins(0, 0, room, 0)

    @Slot()
    def _color(self) -> None:
        self.setPalette(reading_palette(self, self._appearance, self._ground))


def prepare_reading(
    view: QPlainTextEdit | QTextEdit, appearance: Appearance, token: str, ground: str
) -> FocusRing:
    """Frame, letters and keys of what is only read; the style sheet knows it by its name."""
    view.setObjectName(f"reading_{ground}")
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setTabChangesFocus(True)
    flags = Qt.TextInteractionFlag
    view.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    view.setFont(type_font(token))
    view.document().setDefaultFont(type_font(token))
    return FocusRing(appearance, view, RADIUS_M)


def reading_palette(view: QWidget, appearance: Appearance, ground: str) -> QPalette:
    """The colours of letters, links and ground."""
    palette = view.palette()
    theme = appearance.theme
    palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
    palette.setColor(QPalette.ColorRole.Link, theme.color("ink"))
    palette.setColor(QPalette.ColorRole.Base, theme.color(ground))
    return palette
