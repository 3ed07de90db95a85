"""The bar over the editor: back, the file's name, save, a page from the screen; what is asked before work is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.widgets import Button, Caption, Field, LabeledControl, RowBar, Separator

NAME_WIDTH = 220


class EditorBar(RowBar):
    """Signals: leave_requested(), save_requested(), page_requested() (this screen as a page);
    of the question: kept() (save, then go), discarded(), stayed(); replaced(), an old file may be written over.
    """

    leave_requested = Signal()
    save_requested = Signal()
    page_requested = Signal()
    kept = Signal()
    discarded = Signal()
    stayed = Signal()
    replaced = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        height = self.minimumHeight() - 1
        self.leave = Button(appearance, "Contents", "previous")
        self.name = Field(appearance, small=True)
        self.name.setFixedWidth(NAME_WIDTH)
        self._labeled_name = LabeledControl(appearance, "File", self.name)
        self.save = Button(appearance, "Save", "check", "primary", "Ctrl+S")
        self.state = Caption(appearance, "", "small", "ink2", height=height)
        self.page = Button(appearance, "Add this screen as a scene", "plus")
        self.page.setToolTip("What the workspaces show now becomes a page at the end of this lesson")
        self.question = Caption(appearance, "", "medium", "ink", height=height)
        self.keep = Button(appearance, "Save", "check", "primary")
        self.discard = Button(appearance, "Discard", "trash")
        self.replace = Button(appearance, "Replace it", "check", "primary")
        self.stay = Button(appearance, "Keep writing", kind="flat")
        self._usual = (self.leave, self._labeled_name, self.save, self.state, self.page)
        self._leaving = (self.question, self.keep, self.discard, self.stay)
        self._replacing = (self.question, self.replace, self.stay)
        self._rule = Separator(appearance, Qt.Orientation.Vertical)
        self._lay_out()
        self._connect()
        self.ask_nothing()

    @property
    def is_asking(self) -> bool:
        """Whether an answer is waited for."""
        return not self.question.isHidden()

    @property
    def ground(self) -> str:
        """A question lies on another colour."""
        return "spotsoft" if self.is_asking else "panel"

    def say(self, text: str, color: str = "ink2") -> None:
        """Say how the file stands."""
        self.state.set_color(color)
        self.state.set_text(text)

    @Slot()
    def ask_nothing(self) -> None:
        """Show the usual controls."""
        self._show(self._usual)

    def ask_before_leaving(self) -> None:
        """There are changes that no file has."""
        self.question.set_text("This lesson has changes that are not saved.")
        self._show(self._leaving)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_before_replacing(self, name: str) -> None:
        """There is a file of this name already."""
        self.question.set_text(f"There is a lesson {name} already.")
        self._show(self._replacing)
        self.replace.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, shown: tuple[QWidget, ...]) -> None:
        for widget in {*self._usual, *self._leaving, *self._replacing}:
            widget.setVisible(widget in shown)
        self._rule.setVisible(self.leave in shown)

    def _lay_out(self) -> None:
        self._add(self.leave, self._rule, self._labeled_name, self.save, self.state, self.question)
        self._row.addStretch(1)
        self._add(self.page, self.keep, self.replace, self.discard, self.stay)

    def _connect(self) -> None:
        self.leave.clicked.connect(self.leave_requested)
        self.save.clicked.connect(self.save_requested)
        self.name.returnPressed.connect(self.save_requested)
        self.page.clicked.connect(self.page_requested)
        self.keep.clicked.connect(self.kept)
        self.discard.clicked.connect(self.discarded)
        self.replace.clicked.connect(self.replaced)
        self.stay.clicked.connect(self.stayed)
