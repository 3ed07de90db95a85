"""The columns to tick as inputs, as a list that stays quick with thousands of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.importing.import_choices import ImportChoices, column_note, why_not
from gui.widgets import draw_box, draw_text, text_width
from gui.widgets.painting import RADIUS_M, RADIUS_S, RIGHT

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

ROW, BOX, GAP, LEFT_GAP = 26, 16, 8, 6


class ColumnsModel(QAbstractListModel):
    """One row a column; ticked means input. Rows that can't be ticked are disabled and say why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: ImportChoices | None = None

    @property
    def choices(self) -> ImportChoices | None:
        """What is shown."""
        return self._choices

    def set_choices(self, choices: ImportChoices | None) -> None:
        """Show these choices; None: an empty list."""
        before = self._choices
        if choices is not None and before is not None and choices.preview is before.preview:
            self._choices = choices
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
            return
        self.beginResetModel()
        self._choices = choices
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or self._choices is None else len(self._choices.preview.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self._choices is None or not index.isValid():
            return None
        column = self._choices.preview.columns[index.row()]
        if role == Role.DisplayRole:
            return column.name
        if role == Role.CheckStateRole:
            on = index.row() in self._choices.inputs
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role in (Role.ToolTipRole, Role.AccessibleDescriptionRole):
            return why_not(column, self._choices) or "Tick to give this column to the network as an input"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._choices is None or why_not(self._choices.preview.columns[index.row()], self._choices):
            return Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable


class ColumnsView(QListView):
    """Signals: input_toggled(int, bool), a column was ticked or unticked by mouse or Space."""

    input_toggled = Signal(int, bool)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns_model = ColumnsModel(self)
        self.setModel(self.columns_model)
        self.setItemDelegate(_ColumnDelegate(appearance, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Columns that are inputs")
        self.clicked.connect(self._on_clicked)
        appearance.changed.connect(self.viewport().update)

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid() and self.columns_model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            on = self.columns_model.data(index, Role.CheckStateRole) == Qt.CheckState.Checked
            self.input_toggled.emit(index.row(), not on)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._toggle(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A quick second click ticks again, as on every check box."""
        self._toggle(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _ColumnDelegate(QStyledItemDelegate):
    def __init__(self, appearance: Appearance, parent: ColumnsView) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, theme = self._view.columns_model, self._appearance.theme
        choices = model.choices
        if choices is None:
            return
        column = choices.preview.columns[index.row()]
        on, able = index.row() in choices.inputs, not why_not(column, choices)
        row = QRectF(option.rect)
        state = option.state
        if able and state & QStyle.StateFlag.State_MouseOver:
            draw_box(painter, row, RADIUS_M, theme.color("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            draw_box(painter, row.adjusted(1, 1, -1, -1), RADIUS_M, None, theme.color("ink"), 2)
        self._paint_box(
            painter, QRectF(row.left() + LEFT_GAP, row.center().y() - BOX / 2, BOX, BOX), on, able
        )
        note = column_note(column, choices)
        width = text_width(note, "caption")
        words = row.adjusted(LEFT_GAP + BOX + GAP, 0, -GAP, 0)
        color = "ink" if on else "ink2" if able else "ink3"
        draw_text(painter, words.adjusted(0, 0, -width - GAP, 0), column.name, "small", theme.color(color))
        draw_text(painter, words, note, "caption", theme.color("ink3"), RIGHT)

    def _paint_box(self, painter: QPainter, box: QRectF, on: bool, able: bool) -> None:
        theme = self._appearance.theme
        if on:
            draw_box(painter, box, RADIUS_S, theme.color("ink"))
            paint_icon(painter, "check", box.adjusted(1.5, 1.5, -1.5, -1.5), theme.color("onink"), 1.7)
        else:
            draw_box(painter, box, RADIUS_S, None, theme.color("line2" if able else "line"), 1.5)
