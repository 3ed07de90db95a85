"""The button that puts a wrong derivative in and takes it out again."""

from __future__ import annotations

from PySide6.QtGui import QColor

from gui.appearance import Appearance
from gui.theme import Theme
from gui.widgets import Button

BREAK, MEND = "Break the derivative", "Mend the derivative"


class BreakButton(Button):
    """Checked while the derivative is wrong: then bordered in the colour of errors, not filled like what comes next."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, BREAK, "warning")
        self.setCheckable(True)
        self.setToolTip("Put a wrong g' into the backward pass, to see what the check says of it")
        self.setMinimumWidth(max(self.width_for(text) for text in (BREAK, MEND)))

    def nextCheckState(self) -> None:
        super().nextCheckState()
        self.set_text(MEND if self.isChecked() else BREAK)
        self.setAccessibleName(self.text())

    def _colors(self, theme: Theme) -> tuple[QColor | None, QColor | None, QColor]:
        if not self.isChecked():
            return super()._colors(theme)
        over = self.isDown() or self.underMouse()
        return theme.color("errsoft" if over else "panel"), theme.color("err"), theme.color("err")
