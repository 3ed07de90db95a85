"""The inputs of the network: which functions of x₁ and x₂ it gets; for a table, the columns that it gets."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from engine.data import FEATURES, Dataset, DataSpec
from engine.setup import Setup
from gui.appearance import Appearance
from gui.train.data.columns_list import ColumnsList
from gui.train.data.feature_pictures import feature_picture
from gui.widgets import CheckBox, Label, PanelHeader

PADDING = 16
PICTURE = 20
ROW_GAP = 3
OFF_OPACITY = 0.7
LAST_ONE = "One input has to stay on: switch another one on first."


class InputsPanel(QWidget):
    """Signals: data_requested(DataSpec, text, merge_key), when an input was switched on or off."""

    data_requested = Signal(object, str, str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._spec = DataSpec()
        self._icons: dict[tuple[str, bool, str, float], QIcon] = {}
        self.header = PanelHeader(appearance, "Inputs")
        self.boxes = {key: self._box(key) for key in FEATURES}
        self.message = Label(appearance, LAST_ONE, "caption", "err")
        self.message.setWordWrap(True)
        self.columns = ColumnsList(appearance)
        self._lay_out()
        self._show_pictures()
        appearance.changed.connect(self._on_appearance_changed)

    def set_setup(self, setup: Setup, dataset: Dataset) -> None:
        """Show the inputs of this set-up."""
        self._spec = setup.data
        self.header.set_detail(f"n[0] = {dataset.inputs}")
        self.message.hide()
        self._features.setVisible(dataset.is_plane)
        self.columns.setVisible(not dataset.is_plane)
        if dataset.is_plane:
            for key, box in self.boxes.items():
                box.setChecked(key in setup.data.inputs)
            self._show_pictures()
        else:
            self.columns.show_dataset(dataset)

    def set_compact(self, compact: bool) -> None:
        """Two inputs in a row, for a low window."""
        for place, box in enumerate(self.boxes.values()):
            self._grid.removeWidget(box)
            row, column = divmod(place, 2) if compact else (place, 0)
            self._grid.addWidget(box, row, column, Qt.AlignmentFlag.AlignLeft)

    def _box(self, key: str) -> CheckBox:
        label = FEATURES[key].label
        box = CheckBox(self._appearance, label)
        box.setIconSize(QSize(PICTURE, PICTURE))
        box.setAccessibleName(f"Input {label}")
        box.setToolTip(f"Give {label} to the network as an input")
        box.setProperty("feature", key)
        box.clicked.connect(self._on_clicked)
        return box

    def _show_pictures(self) -> None:
        for key, box in self.boxes.items():
            box.setIcon(self._icon(key, box.isChecked()))

    def _icon(self, key: str, on: bool) -> QIcon:
        theme, ratio = self._appearance.theme, self.devicePixelRatioF()
        wanted = (key, on, theme.name, ratio)
        if wanted not in self._icons:
            picture = feature_picture(key, PICTURE, theme, ratio)
            self._icons[wanted] = QIcon(picture if on else _faded(picture))
        return self._icons[wanted]

    def _lay_out(self) -> None:
        self._features = QWidget()
        self._grid = QGridLayout(self._features)
        self._grid.setContentsMargins(PADDING, 1, PADDING, 0)
        self._grid.setVerticalSpacing(ROW_GAP)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.set_compact(False)
        note = QVBoxLayout()
        note.setContentsMargins(PADDING, 4, PADDING, 0)
        note.addWidget(self.message)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._features)
        column.addLayout(note)
        column.addWidget(self.columns)
        self.message.hide()
        self.columns.hide()

    @Slot(bool)
    def _on_clicked(self, on: bool) -> None:
        box = self.sender()
        assert isinstance(box, CheckBox)
        key = str(box.property("feature"))
        chosen = tuple(name for name in FEATURES if name in {*self._spec.inputs, key} and (on or name != key))
        if not chosen:
            box.setChecked(True)
            self.message.show()
            return
        self.message.hide()
        self._show_pictures()
        text = f"Input {FEATURES[key].label} {'on' if on else 'off'}"
        self.data_requested.emit(replace(self._spec, inputs=chosen), text, "")

    @Slot()
    def _on_appearance_changed(self) -> None:
        self._show_pictures()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._appearance.theme.color("panel"))


def _faded(picture: QPixmap) -> QPixmap:
    faded = QPixmap(picture.size())
    faded.setDevicePixelRatio(picture.devicePixelRatio())
    faded.fill(Qt.GlobalColor.transparent)
    painter = QPainter(faded)
    painter.setOpacity(OFF_OPACITY)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return faded
