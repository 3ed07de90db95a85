"""Which theme is on: the system's, or the one that was chosen. Views ask `appearance.theme` while painting."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QStyleHints

from gui.theme import Theme, load_theme

CHOICES = ("system", "light", "dark")


class Appearance(QObject):
    """Signals: changed(), after the theme became another one; painters then repaint."""

    changed = Signal()

    def __init__(self, choice: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = choice if choice in CHOICES else "system"
        self._hints: QStyleHints = QGuiApplication.styleHints()
        self._theme = load_theme(self._wanted())
        self._hints.colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def theme(self) -> Theme:
        """The palette to paint with now."""
        return self._theme

    @property
    def choice(self) -> str:
        """What the person chose: system, light or dark."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Follow the system, or stay light or dark."""
        self._choice = choice
        self._refresh()

    def _wanted(self) -> str:
        if self._choice != "system":
            return self._choice
        return "dark" if self._hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _on_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._refresh()

    def _refresh(self) -> None:
        theme = load_theme(self._wanted())
        if theme is not self._theme:
            self._theme = theme
            self.changed.emit()
