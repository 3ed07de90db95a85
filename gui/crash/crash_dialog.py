"""The one dialog for what nobody caught: what happened in a sentence, the details folded, go on or quit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.crash.fault import Fault
from gui.dialog import Dialog
from gui.icons import paint_icon
from gui.widgets import Button, Label, ReadingText, follow

WIDTH, DETAILS_HEIGHT = 640, 260
MARK = 32
COPIED_MS = 4000
MOST_DETAILS = 5  # faults whose traceback is shown; more of them are counted
STAYS = "Your network and your data are still there. If it happens again, save and start anew."
CANT_START = "Chalknet can't start. If it was given a file, try without it, or with --reset-settings."


class CrashDialog(Dialog):
    """Shows one fault, and those that follow while it is open.

    diagnostics(traceback): the text to copy. can_go_on: False before there is a window; Quit is all that is offered.
    Signals: quit_requested(), after Quit.
    """

    quit_requested = Signal()

    def __init__(
        self,
        appearance: Appearance,
        fault: Fault,
        diagnostics: Callable[[str], str],
        parent: QWidget | None = None,
        *,
        can_go_on: bool = True,
    ) -> None:
        super().__init__(appearance, "Chalknet: something went wrong", parent)
        self._faults = [fault]
        self._more = 0
        self._diagnostics = diagnostics
        self.sentence = Label(appearance, fault.sentence if can_go_on else CANT_START, "body", "ink")
        self.advice = Label(appearance, STAYS if can_go_on else "", "body", "ink2")
        self.line = Label(appearance, fault.line, "small", "ink2")
        self.count = Label(appearance, "", "small", "ink2")
        self.fold = Button(appearance, "Show details", icon="chevron", small=True)
        self.details = ReadingText(appearance, "code_small", "sunken")
        self.copy_button = Button(appearance, "Copy diagnostics", icon="copy")
        self.copied = Label(appearance, "", "small", "ink2")
        self.quit_button = Button(appearance, "Quit", kind="bordered" if can_go_on else "primary")
        self.continue_button = Button(appearance, "Continue", kind="primary")
        self._forget = QTimer(self)
        self._lay_out(can_go_on)
        self._connect()
        self._show_faults()

    def add(self, fault: Fault) -> None:
        """Another fault happened while this dialog was open: it is counted, and its traceback goes to the details."""
        if len(self._faults) < MOST_DETAILS:
            self._faults.append(fault)
        else:
            self._more += 1
        self._show_faults()

    def insert_offer(self, widget: QWidget) -> None:
        """Put something that helps, such as saving what is unsaved, between the words and the details."""
        self._offers.addWidget(widget)

    @property
    def traceback(self) -> str:
        """Of all faults that are kept, one after the other."""
        return "\n".join(fault.details for fault in self._faults)

    def _lay_out(self, can_go_on: bool) -> None:
        for label in (self.sentence, self.advice, self.line):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)  # faults speak of <class 'int'>
        self.line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.advice.setVisible(bool(self.advice.text()))
        self.details.setFixedHeight(DETAILS_HEIGHT)
        self.details.setAccessibleName("Details")
        self.details.hide()
        self._offers = QVBoxLayout()
        head = QHBoxLayout()
        head.setContentsMargins(24, 20, 24, 14)
        head.setSpacing(16)
        head.addWidget(_Mark(self.appearance), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(self._words(), 1)
        self.body.addLayout(head)
        self.add_footer(
            [self.copy_button, self.copied],
            [self.quit_button, self.continue_button] if can_go_on else [self.quit_button],
        )
        self.continue_button.setVisible(can_go_on)
        self.content.setFixedWidth(WIDTH)
        self.follow_content()

    def _words(self) -> QVBoxLayout:
        fold_row = QHBoxLayout()
        fold_row.addWidget(self.fold)
        fold_row.addWidget(self.count)
        fold_row.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Label(self.appearance, "Something went wrong inside Chalknet", "title"))
        words.addSpacing(4)
        words.addWidget(self.sentence)
        words.addWidget(self.advice)
        words.addSpacing(6)
        words.addWidget(self.line)
        words.addLayout(self._offers)
        words.addSpacing(8)
        words.addLayout(fold_row)
        words.addWidget(self.details)
        return words

    def _connect(self) -> None:
        self._forget.setSingleShot(True)
        self._forget.setInterval(COPIED_MS)
        self._forget.timeout.connect(self.copied.clear)
        self.fold.clicked.connect(self._on_fold)
        self.copy_button.clicked.connect(self._on_copy)
        self.continue_button.clicked.connect(self.accept)
        self.quit_button.clicked.connect(self._on_quit)

    def _show_faults(self) -> None:
        more = len(self._faults) + self._more - 1
        self.count.setText(f"and {more} more fault{'' if more == 1 else 's'} since" if more else "")
        self.details.setPlainText(self.traceback)

    @Slot()
    def _on_fold(self) -> None:
        is_open = self.details.isHidden()
        self.details.setVisible(is_open)
        self.fold.set_text("Hide details" if is_open else "Show details")

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._diagnostics(self.traceback))
        self.copied.setText("Copied")
        self._forget.start()

    @Slot()
    def _on_quit(self) -> None:
        self.accept()
        self.quit_requested.emit()

    def done(self, result: int) -> None:
        self._forget.stop()
        super().done(result)


class _Mark(QWidget):
    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setFixedSize(MARK, MARK)
        follow(self, appearance)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), "warning", QRectF(self.rect()), self._appearance.theme.color("err"))
