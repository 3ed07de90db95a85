"""A panel that can be torn off: in the window it is flush with its neighbours, outside it has a frame of its own and
a button that puts it back.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QWidget

from gui.appearance import Appearance
from gui.tab_order import Part, by_rows, move_focus
from gui.widgets.button import Button
from gui.widgets.more_actions import show_more

FRAME = 1
BUTTON_ROOM = 8  # right of the button, where the header has its padding


class TitleBar(QWidget):
    """A panel's header, and at its right the button, while the dock floats. Presses go through to the dock."""

    def __init__(self, appearance: Appearance, header: QWidget, title: str) -> None:
        super().__init__()
        self._appearance = appearance
        self.header = header
        self.put_back = Button(appearance, "", "put_back", "flat", parent=self, small=True)
        self.put_back.setToolTip(f"Put {title} back into the window  (Esc)")
        self.put_back.setAccessibleName(f"Put {title} back")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(header, 1)
        self._row.addWidget(self.put_back)
        self.show_button(False)
        appearance.changed.connect(self.update)

    def show_button(self, on: bool) -> None:
        """Show the button, or leave its room to the header."""
        self.put_back.setVisible(on)
        self._row.setContentsMargins(0, 0, BUTTON_ROOM if on else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._appearance.theme.color("panel"))
        painter.end()


class Dock(QDockWidget):
    """Drag its header to tear it off or put it back; a double click on the header does the same. Torn off, its button,
    Esc and closing its window put it back.
    """

    def __init__(self, appearance: Appearance, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._appearance = appearance
        self._bar: TitleBar | None = None
        self.setObjectName(f"dock_{name}")
        self.topLevelChanged.connect(self._on_torn)
        appearance.changed.connect(self.update)

    @property
    def put_back_button(self) -> Button | None:
        """The button of the title bar; None before `set_header`."""
        return None if self._bar is None else self._bar.put_back

    def set_header(self, header: QWidget) -> None:
        """Make a panel's header the title bar."""
        self._bar = TitleBar(self._appearance, header, self.windowTitle())
        self._bar.put_back.clicked.connect(self.put_back)
        self._bar.show_button(self.isFloating())
        self.setTitleBarWidget(self._bar)

    @Slot()
    def put_back(self) -> None:
        """Go back to the place in the window from which it was torn off."""
        self.setFloating(False)

    @Slot(bool)
    def _on_torn(self, floats: bool) -> None:
        frame = FRAME if floats else 0
        self.setContentsMargins(frame, frame, frame, frame)
        if self._bar is not None:
            self._bar.show_button(floats)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self.isFloating():
            return move_focus([Part(self, by_rows)], self, forward)
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isFloating():
            self.put_back()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        # Its entry in the View menu is unchecked before it closes the dock; who closes the window leaves it checked.
        if self.isFloating() and self.toggleViewAction().isChecked():
            event.ignore()
            self.put_back()
        else:
            super().closeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # Torn off it is a window: what its views leave goes no further. The heads' list of docks is Qt's.
        widget = self.widget()
        if self.isFloating() or widget.geometry().contains(event.pos()):
            show_more(self, event)
        else:
            super().contextMenuEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.isFloating():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.theme.color("panel"))
        painter.setPen(self._appearance.theme.color("line2"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
