"""Files in and out of the window: a table to import, a set-up to open, save, copy or paste; by menu and by drop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QDialog

from engine.data import DataSpec, is_table_file
from engine.playground_address import is_address
from engine.setup import Setup, SetupError, from_json, read_setup, to_json
from gui.links import take_address
from gui.projects import is_project_file

if TYPE_CHECKING:
    from gui.main_window import MainWindow

TABLES = "Tables (*.csv *.tsv *.txt);;All files (*)"
LESSONS = "Lessons (*.md);;All files (*)"
SETUPS = "Chalknet set-ups (*.json);;All files (*)"
PROJECTS = "Projects and set-ups (*.chalk *.json);;Projects (*.chalk);;Set-ups (*.json);;All files (*)"


class FileActions(QObject):
    """Reads and writes for one window. Whatever can't be read is said in the status bar and changes nothing."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def open_later(self, file: Path | None) -> None:
        """Offer a table for import, or open a lesson, once the window stands; a set-up was opened with the window."""
        if file is not None and (is_table_file(file) or is_lesson_file(file)):
            self._later = file
            QTimer.singleShot(0, self, self._on_later)

    @Slot()
    def choose_table(self) -> None:
        """Ask for a table and import it."""
        path = self._chosen("Import data", TABLES)
        if path is not None:
            self.import_table(path)

    @Slot()
    def choose(self) -> None:
        """Ask for a project or a set-up and open it."""
        path = self._chosen("Open", PROJECTS)
        if path is not None:
            self.open(path)

    @Slot()
    def choose_lesson(self) -> None:
        """Ask for a lesson and open it."""
        path = self._chosen("Open lesson", LESSONS)
        if path is not None:
            self._window.workspaces.course_place.open_file(path)

    @Slot()
    def save_setup(self) -> None:
        """Ask for a name and write the set-up there, whole or not at all."""
        from PySide6.QtWidgets import QFileDialog  # not needed by a start

        name, _ = QFileDialog.getSaveFileName(self._window, "Save set-up", "set-up.json", SETUPS)
        if name:
            self.write_setup(Path(name))

    def import_table(self, path: Path) -> None:
        """Show the import of this table over the window."""
        from gui.importing.import_dialog import ImportDialog  # a tenth of the start, and rarely needed

        dialog = ImportDialog(
            self._window.appearance, path, self._window, base=self._window.document.setup.data
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.imported.connect(self._on_imported)
        dialog.open()

    def open(self, path: Path) -> None:
        """Open a set-up, a lesson or a table, as its name says; anything else must be a project."""
        if path.suffix.lower() == ".json":
            self.open_setup(path)
        elif is_lesson_file(path):
            self._window.workspaces.course_place.open_file(path)
        elif is_table_file(path):
            self.import_table(path)
        else:
            self._window.projects.open_file(path)

    def open_setup(self, path: Path) -> None:
        """Take over the set-up of a file as one undo step; what is saved next is no project of before."""
        try:
            self._window.take_setup(read_setup(path), f"Open {path.name}", self._window.projects.detach)
        except SetupError as error:
            self._complain(str(error))

    def write_setup(self, path: Path) -> None:
        """Write the set-up into a file; an old file stays whole if that fails."""
        try:
            text = to_json(self._window.document.setup)
        except SetupError as error:
            self._complain(str(error))
            return
        from gui.whole_file import write_whole  # not needed by a start

        if reason := write_whole(path, text.encode()):
            self._complain(f"{path.name} can't be written: {reason}. Choose another folder.")
        else:
            self._window.status.show_message(f"Set-up saved as {path.name}", "info")

    @Slot()
    def copy_setup(self) -> None:
        """Put the set-up on the clipboard as one line of text."""
        try:
            QGuiApplication.clipboard().setText(to_json(self._window.document.setup, one_line=True))
            self._window.status.show_message("Set-up copied", "info")
        except SetupError as error:
            self._complain(str(error))

    @Slot()
    def paste_setup(self) -> None:
        """Take over a set-up, or a TensorFlow Playground's address, from the clipboard."""
        text = QGuiApplication.clipboard().text()
        try:
            if is_address(text):
                take_address(self._window, text, "Paste address")
            else:
                self._take(from_json(text, "The clipboard"), "Paste set-up")
        except SetupError as error:
            self._complain(str(error))

    def close(self) -> None:
        """End an import that is under way."""
        for dialog in self._window.findChildren(QDialog):
            dialog.reject()

    def consider_drop(self, event: QDragEnterEvent) -> None:
        """Accept one file, or a TensorFlow Playground's address."""
        if is_address(event.mimeData().text()):
            event.acceptProposedAction()
            return
        if len(event.mimeData().urls()) > 1:
            self._window.status.show_message("One file at a time can be dropped here", "warn")
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def take_drop(self, event: QDropEvent) -> None:
        """Open a dropped project, set-up or lesson; anything else is a table to import, or gets a message that says
        why not.
        """
        event.acceptProposedAction()
        if is_address(text := event.mimeData().text()):
            self._take_dropped_address(text)
            return
        path = Path(event.mimeData().urls()[0].toLocalFile())
        if is_project_file(path) or is_lesson_file(path) or path.suffix.lower() == ".json":
            self.open(path)
        else:
            self.import_table(path)

    def _take_dropped_address(self, text: str) -> None:
        try:
            take_address(self._window, text, "Open address")
        except SetupError as error:
            self._complain(str(error))

    def _chosen(self, title: str, kinds: str) -> Path | None:
        """The file that the person chooses, None where that is none."""
        from PySide6.QtWidgets import QFileDialog  # not needed by a start

        name, _ = QFileDialog.getOpenFileName(self._window, title, "", kinds)
        return Path(name) if name else None

    def _take(self, setup: Setup, text: str) -> None:
        self._window.take_setup(setup, text)

    def _complain(self, message: str) -> None:
        self._window.status.show_message(message, "err")

    @Slot()
    def _on_later(self) -> None:
        if is_lesson_file(self._later):
            self._window.workspaces.course_place.open_file(self._later)
        else:
            self.import_table(self._later)

    @Slot(object)
    def _on_imported(self, spec: DataSpec) -> None:
        name = spec.table.source if spec.table is not None else "table"
        self._window.loader.request(spec, f"Import {name}", "")


def is_lesson_file(path: Path) -> bool:
    """Whether the name is a lesson's."""
    return path.suffix.lower() == ".md"
