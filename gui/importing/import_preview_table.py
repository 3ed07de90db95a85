"""The first rows of a table under its columns' names; the target stands out, what is left out is pale."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.importing.import_choices import ImportChoices, column_note
from gui.widgets import draw_text, text_width, type_font
from gui.widgets.painting import LEFT, RIGHT

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

ROW, HEADER = 26, 44
PADDING = 8
NARROWEST, WIDEST = 64, 168
MEASURED_COLUMNS = 60
MISSING_MARK = "missing"


class PreviewModel(QAbstractTableModel):
    """The sample's cells as text. `set_choices` decides which columns are the target and the inputs."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._choices: ImportChoices | None = None
        appearance.changed.connect(self._on_appearance_changed)

    @property
    def choices(self) -> ImportChoices | None:
        """What is shown."""
        return self._choices

    def set_choices(self, choices: ImportChoices | None) -> None:
        """Show this sample with these choices; None: nothing."""
        before = self._choices
        if choices is not None and before is not None and choices.preview is before.preview:
            self._choices = choices
            self._say_all_changed()
            return
        self.beginResetModel()
        self._choices = choices
        self.endResetModel()

    def cell(self, row: int, column: int) -> str:
        """The text of a cell as it is in the file."""
        assert self._choices is not None
        return self._choices.preview.rows[row][column]

    def _say_all_changed(self) -> None:
        if self.rowCount() and self.columnCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    @Slot()
    def _on_appearance_changed(self) -> None:
        self._say_all_changed()

    def _color(self, row: int, column: int) -> str:
        assert self._choices is not None
        used = column == self._choices.target or column in self._choices.inputs
        if not used:
            return "disabled"
        return "ink" if self.cell(row, column).strip() else "warn"

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or self._choices is None else len(self._choices.preview.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or self._choices is None else len(self._choices.preview.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self._choices is None or not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Role.DisplayRole:
            return self.cell(row, column) or MISSING_MARK
        if role == Role.TextAlignmentRole:
            is_number = self._choices.preview.columns[column].kind == "number"
            return RIGHT if is_number else LEFT
        if role == Role.ForegroundRole:
            return QBrush(self._appearance.theme.color(self._color(row, column)))
        if role == Role.BackgroundRole and column == self._choices.target:
            return QBrush(self._appearance.theme.color("sel"))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if self._choices is None or orientation != Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return self._choices.preview.columns[section].name


class PreviewTable(QTableView):
    """Read-only: choices are made beside it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table_model = PreviewModel(appearance, self)
        self.setModel(self.table_model)
        self.setItemDelegate(_CellDelegate(self))
        self.setHorizontalHeader(_Header(appearance, self.table_model, self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setStyleSheet("QTableView { border: none; }")
        self._error = ""
        self._appearance = appearance
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("First rows of the table")

    @property
    def error(self) -> str:
        """The sentence that stands in place of the rows, "" for none."""
        return self._error

    def set_choices(self, choices: ImportChoices | None) -> None:
        """Show this sample with these choices; None: nothing."""
        shown = self.table_model.choices
        is_other = shown is None or choices is None or shown.preview is not choices.preview
        self._error = ""
        self.table_model.set_choices(choices)
        if is_other and choices is not None:
            self._set_widths(choices)

    def show_error(self, message: str) -> None:
        """Say why there is nothing to show."""
        self.set_choices(None)
        self._error = message
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.table_model.choices is None and self._error:
            self._paint_error()

    def _paint_error(self) -> None:
        theme, room = self._appearance.theme, QRectF(self.viewport().rect())
        painter = QPainter(self.viewport())
        width = min(room.width() - 48, 440)
        words = QRectF(room.center().x() - width / 2, room.center().y() - 8, width, 80)
        mark = QRectF(room.center().x() - 14, words.top() - 40, 28, 28)
        paint_icon(painter, "warning", mark, theme.color("err"))
        painter.setFont(type_font("body"))
        painter.setPen(theme.color("err"))
        wrapped = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(words, wrapped, self._error)

    def _set_widths(self, choices: ImportChoices) -> None:
        header = self.horizontalHeader()
        header.setDefaultSectionSize(96)
        preview = choices.preview
        for column in preview.columns[:MEASURED_COLUMNS]:
            texts = [row[column.index] for row in preview.rows]
            width = max((text_width(text, "small") for text in texts), default=0.0)
            width = max(
                width, text_width(column.name, "small_strong"), text_width("text, 64 values", "caption")
            )
            header.resizeSection(column.index, round(min(max(width + 2 * PADDING, NARROWEST), WIDEST)))


class _CellDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ground = index.data(Role.BackgroundRole)
        if ground is not None:
            painter.fillRect(option.rect, ground)
        words = QRectF(option.rect).adjusted(PADDING, 0, -PADDING, 0)
        color = index.data(Role.ForegroundRole).color()
        draw_text(painter, words, index.data(), "small", color, index.data(Role.TextAlignmentRole))


class _Header(QHeaderView):
    """Two lines: the column's name, and what it is here."""

    def __init__(self, appearance: Appearance, model: PreviewModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._appearance = appearance
        self._table_model = model
        self.setFixedHeight(HEADER)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        appearance.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEADER)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        line = QRect(0, self.height() - 1, self.width(), 1)
        if self._table_model.choices is not None:
            QPainter(self.viewport()).fillRect(line, self._appearance.theme.color("line2"))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        choices = self._table_model.choices
        if choices is None:
            return
        theme, column = self._appearance.theme, choices.preview.columns[logicalIndex]
        is_target = logicalIndex == choices.target
        used = is_target or logicalIndex in choices.inputs
        painter.save()
        painter.fillRect(rect, theme.color("sel" if is_target else "panel"))
        inner = QRectF(rect).adjusted(PADDING, 5, -PADDING, -5)
        side = RIGHT if column.kind == "number" else LEFT
        name, note = QRectF(inner), QRectF(inner)
        name.setHeight(18)
        note.setTop(inner.bottom() - 14)
        draw_text(painter, name, column.name, "small_strong", theme.color("ink" if used else "ink3"), side)
        draw_text(painter, note, column_note(column, choices), "caption", theme.color("ink3"), side)
        painter.restore()
