"""The import of a table over the window: look, choose, read, hand over. Nothing changes before "Import".

Small files are read as soon as the choices stand, so that the summary is counted; large ones on "Import", with
a bar that can be stopped. Reading happens on a thread, which ends with the dialog.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from engine.data import CsvChoices, DataSpec, Preview, Table
from gui.appearance import Appearance
from gui.importing.import_choices import preview_summary, size_text, table_summary
from gui.importing.import_footer import ImportFooter
from gui.importing.import_panel import ImportPanel
from gui.importing.import_reader import ImportReader
from gui.widgets import PanelHeader, Separator

SIZE, LEAST = (900, 640), (760, 520)
COUNTED_BYTES = 4_000_000  # files up to this size are read at once, to count
COUNT_DELAY_MS = 150
LOOKING = "Looking at the file …"
NO_INPUTS = "No column is chosen as input: tick at least one on the right"
NOTHING_CHANGES = "Nothing has changed. Read the file in another way, or choose another one."
STOPPED = "Reading was stopped; nothing has changed"


class ImportDialog(QDialog):
    """Signals: imported(DataSpec), the table with its scaling; share and seed of `base` stay."""

    imported = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        path: Path,
        parent: QWidget | None = None,
        *,
        base: DataSpec | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = Path(path)
        self._base = base or DataSpec()
        self._table: Table | None = None
        self._table_choices: CsvChoices | None = None
        self._is_importing = False
        self._is_looking = False
        self.header = PanelHeader(appearance, "Import data", self._path.name)
        self.panel = ImportPanel(appearance)
        self.footer = ImportFooter(appearance)
        self.reader = ImportReader(self)
        self._count_timer = QTimer(self)
        self._count_timer.setSingleShot(True)
        self._count_timer.setInterval(COUNT_DELAY_MS)
        self._lay_out(appearance)
        self._connect()
        self._look()

    def _lay_out(self, appearance: Appearance) -> None:
        self.setWindowTitle(f"Import {self._path.name}")
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        self.setSizeGripEnabled(False)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 16, 16, 16)
        inner.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(Separator(appearance))
        column.addLayout(inner, 1)
        column.addWidget(Separator(appearance))
        column.addWidget(self.footer)

    def _connect(self) -> None:
        self.panel.format_changed.connect(self._on_format_changed)
        self.panel.choices_changed.connect(self._on_choices_changed)
        self.reader.looked.connect(self._on_looked)
        self.reader.read.connect(self._on_read)
        self.reader.failed.connect(self._on_failed)
        self.reader.stopped.connect(self._on_stopped)
        self.reader.progressed.connect(self._on_progressed)
        self.footer.import_button.clicked.connect(self._on_import)
        self.footer.cancel_button.clicked.connect(self._on_cancel)
        self._count_timer.timeout.connect(self._on_count_time)

    def _csv(self) -> CsvChoices | None:
        return self.panel.choices.csv if self.panel.choices is not None else None

    def _has_table(self) -> bool:
        return self._table is not None and self._table_choices == self._csv()

    def _consider(self) -> None:
        """Say what these choices would import, and count it where that is quick."""
        choices = self.panel.choices
        if choices is None:
            return
        if not choices.inputs:
            self._count_timer.stop()
            self.footer.show_error(NO_INPUTS)
        elif self._has_table():
            assert self._table is not None
            self.footer.show_line(table_summary(self._table), can_import=True)
        else:
            self.footer.show_line(preview_summary(choices), can_import=True)
            if choices.preview.size <= COUNTED_BYTES:
                self._count_timer.start()

    def _look(
        self, delimiter: str | None = None, decimal: str | None = None, header: bool | None = None
    ) -> None:
        self._is_looking = True
        self.footer.show_line(LOOKING)
        self.reader.look(self._path, delimiter, decimal, header)

    def _read(self) -> None:
        self._table_choices = self._csv()
        self._table = None
        assert self._table_choices is not None
        self.reader.read_all(self._path, self._table_choices)

    def _finish(self) -> None:
        choices = self.panel.choices
        assert choices is not None
        spec = replace(
            self._base, source="csv", table=self._table, scaling=choices.scaling, points=(), noise=0.0
        )
        self.imported.emit(spec)
        self.accept()

    def _end_import(self) -> None:
        self._is_importing = False
        self.panel.setEnabled(True)
        self.footer.show_progress(None)

    @Slot()
    def _on_format_changed(self) -> None:
        self._count_timer.stop()
        form = self.panel.format
        self._look(form.delimiter, form.decimal, form.header)

    @Slot()
    def _on_choices_changed(self) -> None:
        self._consider()

    @Slot()
    def _on_count_time(self) -> None:
        if not self._is_looking and self.panel.choices is not None and self.panel.choices.inputs:
            self._read()

    @Slot(object)
    def _on_looked(self, preview: Preview) -> None:
        self._is_looking = False
        encoding = preview.encoding.removesuffix("-sig").upper()
        self.header.set_detail(f"{self._path.name} · {size_text(preview.size)} · {encoding}")
        self.panel.show_preview(preview)
        self._consider()

    @Slot(object)
    def _on_read(self, table: Table) -> None:
        self._table = table
        if self._is_importing:
            self._end_import()
            self._finish()
        else:
            self._consider()

    @Slot(str)
    def _on_failed(self, message: str) -> None:
        if self._is_looking:
            self._is_looking = False
            self.panel.show_error(message)
            self.footer.show_line(NOTHING_CHANGES)
        else:
            self.footer.show_error(message)
        self._end_import()

    @Slot()
    def _on_stopped(self) -> None:
        self._table_choices = None
        self._end_import()
        self._consider()
        self.footer.show_line(STOPPED, can_import=True)

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        if self._is_importing:
            self.footer.show_progress(share)
            self.footer.show_line(f"Reading {self._path.name} … {share * 100:.0f} %")

    @Slot()
    def _on_import(self) -> None:
        if self._has_table():
            self._finish()
            return
        self._is_importing = True
        self._count_timer.stop()
        self.panel.setEnabled(False)
        self.footer.show_progress(0.0)
        self.footer.show_line(f"Reading {self._path.name} …")
        self._read()

    @Slot()
    def _on_cancel(self) -> None:
        if self._is_importing:
            self.reader.stop()
        else:
            self.reject()

    def done(self, result: int) -> None:
        self._count_timer.stop()
        self.reader.close()
        self._table = None
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.footer.import_button.isEnabled():
            self._on_import()
        else:
            super().keyPressEvent(event)
