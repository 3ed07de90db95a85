"""A bar whose controls stand in a row, in groups with rules between them, and give way where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.appearance import Appearance
from gui.widgets.bar import BAR_HEIGHT, Bar
from gui.widgets.separator import Separator

PADDING, GAP, GROUP_GAP = 16, 8, 12


class RowBar(Bar):
    """A subclass fills `_row`, and overrides `_fit` to give room until `_has_room`; it is asked to with every width."""

    def __init__(
        self,
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        height: int = BAR_HEIGHT,
        gap: int = GAP,
    ) -> None:
        super().__init__(appearance, parent, height=height)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PADDING, 0, PADDING, 1)
        self._row.setSpacing(gap)

    def _add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._row.addWidget(widget)

    def _add_rule(self) -> Separator:
        """A rule, for the next group to stand behind."""
        rule = Separator(self._appearance, Qt.Orientation.Vertical)
        self._row.addSpacing(GROUP_GAP - GAP)
        self._row.addWidget(rule)
        self._row.addSpacing(GROUP_GAP - GAP)
        return rule

    def _name(self, *names: tuple[QWidget, str, str]) -> None:
        """Say what each control is to a screen reader, and what it does in its tool-tip."""
        for widget, name, hint in names:
            widget.setAccessibleName(name)
            widget.setToolTip(hint)

    @Slot()
    def _fit(self) -> None:
        """Give room where it is narrow."""

    def _needed(self) -> int:
        """How wide the controls are at least."""
        return self._row.minimumSize().width()

    def _has_room(self) -> bool:
        """Whether the controls fit as they are now."""
        self._row.invalidate()  # what changed inside a control is not heard here yet
        self._row.activate()
        return self._needed() <= self.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
