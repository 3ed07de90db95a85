"""The lesson editor: the text at the left with its faults, the page under the cursor at the right, live."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.lessons import LessonFault
from engine.lessons.reading import read_text
from gui.appearance import Appearance
from gui.course.editor.bar import EditorBar
from gui.course.editor.checker import Checker
from gui.course.editor.code_edit import CodeEdit
from gui.course.editor.draft import Draft, fault_of_name, file_name, with_page
from gui.course.editor.fault_list import FaultList
from gui.course.editor.glance import HalfWritten
from gui.course.editor.preview import Preview
from gui.course.editor.save_file import save_text
from gui.course.library import LessonFolders
from gui.course.stage.stage import Stage
from gui.tab_order import Part, by_columns, by_rows
from gui.widgets.splitter import Splitter

PREVIEW_MS = 250
CHECKING = "Checking every number \u2026"
CODE_WIDTH, NARROWEST = 448, 320


class EditorPage(QWidget):
    """Signals: left(), back to the contents; saved(path)."""

    left = Signal()
    saved = Signal(object)

    def __init__(
        self, appearance: Appearance, folders: LessonFolders, stage: Stage, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._folders, self._stage = folders, stage
        self._draft = Draft(None, "")
        self._written = HalfWritten()
        self._after: Callable[[], None] | None = None  # what waits for the answer to a question
        self._screen: Callable[[], str] | None = None
        self._named_by_hand = False
        self.bar = EditorBar(appearance)
        self.code = CodeEdit(appearance)
        self.faults = FaultList(appearance)
        self.preview = Preview(appearance)
        self._checker = Checker(self)
        self._preview_timer = QTimer(self)
        self._preview_timer.setSingleShot(True)
        self._preview_timer.setInterval(PREVIEW_MS)
        self._preview_timer.timeout.connect(self._show_preview)
        self._lay_out(appearance)
        self._connect()

    @property
    def path(self) -> Path | None:
        """The file that is written to; None before the first save."""
        return self._draft.path

    @property
    def has_changes(self) -> bool:
        """Whether there is something that no file has."""
        return self.code.toPlainText() != self._draft.saved

    @property
    def is_settled(self) -> bool:
        """Whether preview and check are up to date."""
        return not self._preview_timer.isActive() and not self._checker.is_busy

    def set_screen(self, screen: Callable[[], str] | None) -> None:
        """screen() gives what the workspaces show now as the text of a page, "" for nothing."""
        self._screen = screen
        self.bar.page.setVisible(screen is not None)

    def write_new(self, text: str) -> None:
        """Begin a lesson that has no file yet."""
        self._begin(Draft(None, ""), text, 1)

    def open_file(self, path: Path, line: int = 1) -> str:
        """Open a file at a line. The fault in one sentence where it can't be read, "" else.

        A lesson that comes along is never written to: it is saved into the person's folder.
        """
        try:
            text = read_text(path)
        except LessonFault as fault:
            return f"{path.name}: {fault.text}"
        is_ours = path.parent == self._folders.own
        self._begin(Draft(None if is_ours else path, text), text, line, path.name)
        return ""

    def leave(self, then: Callable[[], None]) -> None:
        """Go away by `then`, at once or once it is said what becomes of the changes."""
        if not self.has_changes:
            then()
            return
        self._after = then
        self.bar.ask_before_leaving()

    @Slot()
    def save(self) -> None:
        """Write the file of the name above; another name makes another file."""
        self._save(may_replace=False)

    def tab_parts(self) -> list[Part]:
        """Where Tab goes."""
        return [Part(self.bar, by_columns), Part(self.faults, by_rows), Part(self.preview, by_rows)]

    def close_down(self) -> None:
        """Nothing is checked any more."""
        self._preview_timer.stop()
        self._checker.close()

    def take_stage(self) -> None:
        """Show scenes in the preview from now on."""
        self.preview.take_stage(self._stage)
        self._splitter.setSizes([CODE_WIDTH, max(1, self.width() - CODE_WIDTH - 1)])

    def _begin(self, draft: Draft, text: str, line: int, name: str = "") -> None:
        self._draft = draft
        self._named_by_hand = bool(name)
        self._after = None
        self.bar.ask_nothing()
        self.bar.page.setVisible(self._screen is not None)
        self.bar.name.setText(name or file_name(text))
        self.bar.name.setToolTip(str(draft.path or self._folders.user))
        self.bar.name.set_error()
        self.code.setPlainText(text)
        self.code.go_to(line)
        self.faults.show_faults(())
        self._show_preview()
        self.faults.say(CHECKING)
        self._checker.check(text)
        self._tell_state()
        self.code.setFocus()

    def _lay_out(self, appearance: Appearance) -> None:
        left = QWidget()
        left.setMinimumWidth(NARROWEST)
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.code, 1)
        rows.addWidget(self.faults)
        self._splitter = Splitter(appearance, Qt.Orientation.Horizontal, [left, self.preview])
        self._splitter.setStretchFactor(1, 1)
        self._splitter.reset_requested.connect(self.take_stage)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        bar = self.bar
        self.code.textChanged.connect(self._on_text)
        self.code.line_changed.connect(self._on_line)
        self.faults.line_requested.connect(self._on_fault)
        self._checker.checked.connect(self._on_checked)
        bar.leave_requested.connect(self._on_leave)
        bar.save_requested.connect(self.save)
        bar.page_requested.connect(self._on_page_requested)
        bar.name.textEdited.connect(self._on_name)
        bar.kept.connect(self._on_kept)
        bar.discarded.connect(self._go)
        bar.stayed.connect(self._on_stayed)
        bar.replaced.connect(self._on_replaced)
        keys = QShortcut(QKeySequence.StandardKey.Save, self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.save)

    def _save(self, *, may_replace: bool) -> bool:
        name = self.bar.name.text().strip()
        name = name if name.endswith(".md") else name + ".md"
        fault = fault_of_name(name)
        self.bar.name.set_error(fault)
        if fault:
            self.bar.say(fault, "err")
            return False
        before = self._draft.path
        path = before if before is not None and before.name == name else self._folders.user / name
        if path != before and path.exists() and not may_replace:
            self.bar.ask_before_replacing(name)
            return False
        text = self.code.toPlainText()
        fault = save_text(path, text)
        if fault:
            self.bar.say(fault, "err")
            return False
        self._draft = Draft(path, text)
        self._named_by_hand = True
        self.bar.name.setText(name)
        self.bar.say(f"Saved as {name}")
        self.saved.emit(path)
        return True

    def _tell_state(self) -> None:
        if self.has_changes:
            self.bar.say("Not saved yet" if self._draft.path is None else "Changed")
        else:
            self.bar.say("Saved" if self._draft.path is not None else "")

    @Slot()
    def _show_preview(self) -> None:
        self._preview_timer.stop()
        self._written = HalfWritten(self.code.toPlainText())
        self.preview.show_page(self._written.at(self.code.line))

    @Slot(object)
    def _on_checked(self, faults: list[LessonFault]) -> None:
        marked: dict[int, str] = {}
        for fault in faults:
            marked[fault.line] = f"{marked[fault.line]}\n{fault.text}" if fault.line in marked else fault.text
        self.code.mark(marked)
        self.faults.show_faults(faults)

    @Slot()
    def _on_text(self) -> None:
        self._preview_timer.start()
        self.faults.say(CHECKING)
        self._checker.check_soon(self.code.toPlainText())
        if not self._named_by_hand:
            self.bar.name.setText(file_name(self.code.toPlainText()))
        if self.bar.is_asking:
            self._on_stayed()
        self._tell_state()

    @Slot(str)
    def _on_name(self, _text: str) -> None:
        self._named_by_hand = True
        self.bar.name.set_error()

    @Slot(int)
    def _on_line(self, _line: int) -> None:
        if not self._preview_timer.isActive():
            self.preview.show_page(self._written.at(self.code.line))

    @Slot(int)
    def _on_fault(self, line: int) -> None:
        self.code.go_to(line)
        self.code.setFocus()

    @Slot()
    def _on_page_requested(self) -> None:
        page = self._screen() if self._screen is not None else ""
        if not page:
            self.bar.say("This screen can't be a page of a lesson", "warn")
            return
        self.code.selectAll()  # one step for Undo
        self.code.insertPlainText(with_page(self.code.toPlainText(), page))
        self.code.setFocus()

    @Slot()
    def _on_leave(self) -> None:
        self.leave(self.left.emit)

    @Slot()
    def _on_kept(self) -> None:
        after = self._after
        self.bar.ask_nothing()
        if self._save(may_replace=False):
            self._after = after
            self._go()

    @Slot()
    def _on_replaced(self) -> None:
        after = self._after
        self.bar.ask_nothing()
        if self._save(may_replace=True) and after is not None:
            self._after = after
            self._go()

    @Slot()
    def _on_stayed(self) -> None:
        self._after = None
        self.bar.ask_nothing()
        self.bar.page.setVisible(self._screen is not None)

    @Slot()
    def _go(self) -> None:
        after, self._after = self._after, None
        self._draft = Draft(self._draft.path, self.code.toPlainText())
        self.bar.ask_nothing()
        if after is not None:
            after()
