"""The data: which set, how noisy, how it is split and cut into batches, from which seed; imported or drawn.

It shows the set-up and says what the person wishes; the data are made elsewhere.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QElapsedTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.data import Dataset, DataSpec
from engine.setup import Setup
from gui.appearance import Appearance
from gui.train.data.batch_sizes import effective_size
from gui.train.data.controls import DataControls
from gui.train.data.drawn_points import FEWEST, Point, can_start_from, points_of, sheet_text, with_point
from gui.train.data.percentages import percent_text
from gui.train.data.words import amount_text, choose_source, scaling_word

STROKE_MS = 400


class DataPanel(QWidget):
    """Points come in by `add_point` while drawing is on; two of them make a data set.

    Signals: data_requested(DataSpec, text, merge_key), other data are wished, text for the undo menu;
    batch_size_changed(int or None for all examples); import_requested(); draw_toggled(bool);
    draw_class_changed(int), the class of the next points; draw_cleared(); drawing_changed(object), a tuple of
    (x1, x2, class) to be shown in place of the data while they are too few for a data set, or None.
    """

    data_requested = Signal(object, str, str)
    batch_size_changed = Signal(object)
    import_requested = Signal()
    draw_toggled = Signal(bool)
    draw_class_changed = Signal(int)
    draw_cleared = Signal()
    drawing_changed = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._spec = DataSpec()
        self._dataset: Dataset | None = None
        self._sheet: tuple[Point, ...] = ()
        self._draw_class = 1
        self._since_point = QElapsedTimer()
        self._stroke = 0
        self.controls = DataControls(appearance, self)
        self._connect()
        appearance.changed.connect(self.update)

    @property
    def draw_class(self) -> int:
        """The class that the next drawn point gets."""
        return self._draw_class

    @property
    def is_drawing(self) -> bool:
        """Whether points are being drawn."""
        return self.controls.draw_button.isChecked()

    def set_setup(self, setup: Setup, dataset: Dataset) -> None:
        """Show this set-up and its data."""
        is_other_data = setup.data != self._spec
        self._spec, self._dataset = setup.data, dataset
        if is_other_data:
            self._take_sheet_back()
        if not dataset.is_plane:
            self.controls.draw_button.setChecked(False)
        self.controls.header.set_detail(amount_text(dataset))
        self.controls.show_data(dataset)
        self.controls.show_batch_size(setup.training.batch_size, dataset.m)
        self._show_sheet()

    def set_compact(self, compact: bool) -> None:
        """Take less height, for a low window."""
        self.controls.set_compact(compact)

    @Slot(float, float)
    def add_point(self, x1: float, x2: float) -> None:
        """One more drawn point of the present class; ignored while drawing is off."""
        if not self.is_drawing:
            return
        self._sheet = with_point(self._sheet, x1, x2, self._draw_class)
        self._take_sheet(f"Draw points of class {self._draw_class}", self._stroke_key())

    @Slot(int)
    def remove_point(self, index: int) -> None:
        """Take one drawn point away, counted from 0 in the order of drawing; ignored while drawing is off."""
        if self.is_drawing and 0 <= index < len(self._sheet):
            self._sheet = (*self._sheet[:index], *self._sheet[index + 1 :])
            self._take_sheet("Remove a drawn point")

    def _connect(self) -> None:
        controls = self.controls
        controls.thumbnails.source_chosen.connect(self._on_source_chosen)
        controls.import_button.clicked.connect(self.import_requested)
        controls.draw_button.toggled.connect(self._on_draw_toggled)
        controls.draw.class_chosen.connect(self._on_class_chosen)
        controls.draw.clear_requested.connect(self._on_clear)
        controls.draw.start_requested.connect(self._on_start)
        controls.noise.value_changed.connect(self._on_noise)
        controls.share.value_changed.connect(self._on_share)
        controls.batch.value_changed.connect(self._on_batch)
        controls.scaling.activated.connect(self._on_scaling)
        controls.seed.seed_chosen.connect(self._on_seed)

    def _request(self, text: str, merge_key: str = "", **changes: Any) -> None:
        self.data_requested.emit(replace(self._spec, **changes), text, merge_key)

    def _take_sheet(self, text: str, merge_key: str = "") -> None:
        if len(self._sheet) >= FEWEST:
            self.drawing_changed.emit(None)
            spec = replace(
                self._spec, source="drawn", points=self._sheet, table=None, scaling="none", noise=0.0
            )
            self.data_requested.emit(spec, text, merge_key if self._spec.source == "drawn" else "")
        else:
            self.drawing_changed.emit(self._sheet)
        self._show_sheet()

    def _take_sheet_back(self) -> None:
        """The sheet holds what the data hold; a sheet that was begun is forgotten."""
        self._sheet = self._spec.points if self._spec.source == "drawn" else ()
        self.drawing_changed.emit(None)

    def _stroke_key(self) -> str:
        """Points that follow one another quickly, as in a dragged stroke, are one undo step."""
        pause = self._since_point.restart() if self._since_point.isValid() else STROKE_MS
        if not self._since_point.isValid():
            self._since_point.start()
        self._stroke += pause >= STROKE_MS
        return f"stroke {self._stroke} of class {self._draw_class}"

    def _show_sheet(self) -> None:
        can_start = (
            self._dataset is not None and can_start_from(self._dataset) and self._spec.source != "drawn"
        )
        self.controls.draw.show_sheet(sheet_text(self._sheet), bool(self._sheet), can_start)

    @Slot(str)
    def _on_source_chosen(self, key: str) -> None:
        if key != self._spec.source:
            self.controls.draw_button.setChecked(False)
            spec, text = choose_source(self._spec, key)
            self.data_requested.emit(spec, text, "")

    @Slot(bool)
    def _on_draw_toggled(self, on: bool) -> None:
        if not on and len(self._sheet) < FEWEST:
            self._take_sheet_back()
        self.controls.show_draw_strip(on)
        self._show_sheet()
        self.draw_toggled.emit(on)

    @Slot(int)
    def _on_class_chosen(self, index: int) -> None:
        self._draw_class = index
        self.draw_class_changed.emit(index)

    @Slot()
    def _on_clear(self) -> None:
        self._sheet = ()
        self.drawing_changed.emit(())
        self._show_sheet()
        self.draw_cleared.emit()

    @Slot()
    def _on_start(self) -> None:
        if self._dataset is not None and can_start_from(self._dataset):
            self._sheet = points_of(self._dataset)
            self._take_sheet("Draw on from these points")

    @Slot(object)
    def _on_noise(self, value: float) -> None:
        self._request(f"Noise {percent_text(value)}", "noise", noise=value)

    @Slot(object)
    def _on_share(self, value: float) -> None:
        self._request(f"Train share {percent_text(value)}", "train share", train_share=value)

    @Slot(object)
    def _on_batch(self, value: int | None) -> None:
        examples = self._dataset.m if self._dataset is not None else 1
        self.batch_size_changed.emit(effective_size(value, examples))

    @Slot(int)
    def _on_scaling(self, _index: int) -> None:
        key = self.controls.scaling.key()
        if key != self._spec.scaling:
            self._request(f"Scaling: {scaling_word(key)}", scaling=key)

    @Slot(int)
    def _on_seed(self, seed: int) -> None:
        same = seed == self._spec.seed
        self._request(f"Same sample (seed {seed})" if same else f"Sample of seed {seed}", "seed", seed=seed)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._appearance.theme.color("panel"))
