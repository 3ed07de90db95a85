"""The blank that is being filled in: which it is, and the field that lies over it wherever the matrices move."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot

from engine.step.pencil import Place
from gui.appearance import Appearance
from gui.step.numbers_page import NumbersPage
from gui.step.pencil.blank_field import BlankField
from gui.step.pencil.paper import Answer


class OpenBlank(QObject):
    """`open` and `close`; the field's own signals say what is typed."""

    def __init__(self, appearance: Appearance, numbers: NumbersPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = numbers
        self.field = BlankField(appearance, numbers.equations.content)
        self.place: Place | None = None
        numbers.arranged.connect(self.lay_out)
        numbers.equations.scrolled.connect(self.lay_out)

    def open(self, place: Place, answer: Answer, name: str, *, before: bool, after: bool) -> None:
        """Lie over another blank, with the keyboard; before, after: whether Tab has somewhere to go."""
        self.place = place
        self.field.open(answer.text, name, before=before, after=after)
        self.field.set_state(answer.state)
        self.lay_out()
        self.focus()
        self.field.selectAll()

    def close(self) -> None:
        """Go away; hiding what has the keyboard would hand it on to whatever comes next."""
        self.place = None
        self.field.close_field()

    def focus(self) -> None:
        """Give the field the keyboard, if it is in sight."""
        if not self.field.isHidden():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def rest(self) -> None:
        """Give the keyboard to the matrices: arrow keys step again, and Enter comes back."""
        if self.field.hasFocus():
            self.field.clearFocus()
        self._numbers.equations.take_focus()

    @Slot()
    def lay_out(self) -> None:
        """Lie over the cell wherever it is now; out of sight with it."""
        if self.place is None:
            return
        geometry = self._numbers.equations.cell_geometry(self.place.k, self.place.i)
        if geometry is None:
            self.field.close_field()
            return
        self.field.place(*geometry)
        self.field.show()
        self.field.raise_()
