"""The check boxes under the output picture, and a line for what must be said about its points."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.train.output.scene import MOST_POINTS, Scene
from gui.train.output.section import Section
from gui.train.output.texts import class_name
from gui.widgets.check_box import CheckBox
from gui.widgets.numbers import grouped_text

HEIGHT, BOX_TOP, BOX, NOTE, EDGE = 35, 2, 24, 18, 20
LONG = ("Training points", "Test points", "Discretise")
SHORT = ("Training", "Test", "Discretise")

TRAIN_HINT = "The examples that the network learns from, filled"
TEST_HINT = "The examples that the network never learns from, as rings"
NO_TEST_HINT = "There are no test examples: all of them train"
ALL_HINT = "While points are drawn, all of them are shown"


class OutputOptions(Section):
    """Signals: points_toggled(bool, bool), training and test; discretise_toggled(bool)."""

    points_toggled = Signal(bool, bool)
    discretise_toggled = Signal(bool)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, separated=False, parent=parent)
        self._scene: Scene | None = None
        self._drawing = ""
        self._chosen: tuple[bool, bool] | None = None
        self.train, self.test, self.discretise = (CheckBox(appearance, text, self) for text in LONG)
        for box, name in zip((self.train, self.test, self.discretise), LONG, strict=True):
            box.setAccessibleName(name)
        self.train.setChecked(True)
        self.train.setToolTip(TRAIN_HINT)
        self.test.setToolTip(TEST_HINT)
        self.discretise.setToolTip("Only which class wins (or which sign): ŷ ≥ 0.5 or below")
        self.train.toggled.connect(self._on_points_toggled)
        self.test.toggled.connect(self._on_points_toggled)
        self.discretise.toggled.connect(self.discretise_toggled)

    @property
    def note(self) -> str:
        """What stands below the boxes, if anything."""
        if self._drawing:
            return self._drawing
        scene = self._scene
        if scene is None:
            return ""
        shown = [(self.train, scene.train, "training"), (self.test, scene.test, "test")]
        parts = [
            f"{grouped_text(MOST_POINTS)} of {grouped_text(points.count)} {word}"
            for box, points, word in shown
            if box.isChecked() and points.count > MOST_POINTS
        ]
        return f"Points drawn: {', '.join(parts)}" if parts else ""

    def set_scene(self, scene: Scene) -> None:
        """Take other data."""
        self._scene = scene
        self._refresh_boxes()
        self.update()

    def set_draw_mode(self, on: bool, class_index: int) -> None:
        """Say what a click does while points are drawn by hand."""
        names = self._scene.class_names if self._scene is not None else ()
        self._drawing = (
            f"Click or drag adds {class_name(names, class_index)}, Shift-click removes" if on else ""
        )
        self.update()

    def set_all_shown(self, on: bool) -> None:
        """Tick both kinds of points while all of them are shown; the choice of before comes back afterwards."""
        if on == (self._chosen is not None):
            return
        self._chosen, chosen = (self.train.isChecked(), self.test.isChecked()) if on else None, self._chosen
        for box, tick in zip((self.train, self.test), chosen or (True, True), strict=True):
            box.blockSignals(True)
            box.setChecked(tick)
            box.blockSignals(False)
        self._refresh_boxes()

    def _refresh_boxes(self) -> None:
        is_free, has_test = self._chosen is None, self._scene is None or self._scene.test.count > 0
        self.train.setEnabled(is_free)
        self.train.setToolTip(TRAIN_HINT if is_free else ALL_HINT)
        self.test.setEnabled(has_test and is_free)
        self.test.setToolTip((TEST_HINT if is_free else ALL_HINT) if has_test else NO_TEST_HINT)

    def height_for(self, width: int) -> int:
        """One row, and the note."""
        return HEIGHT + (NOTE if self.note else 0)

    def paint_content(self, painter: QPainter) -> None:
        """The note."""
        place = QRect(EDGE, BOX_TOP + BOX + 2, self.width() - 2 * EDGE, NOTE)
        self.write(painter, place, self.note, "caption", "ink2")

    def _on_points_toggled(self) -> None:
        self.points_toggled.emit(self.train.isChecked(), self.test.isChecked())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        boxes = (self.train, self.test, self.discretise)
        room = self.width() - 2 * EDGE
        for texts in (LONG, SHORT):
            for box, text in zip(boxes, texts, strict=True):
                box.setText(text)
            widths = [box.sizeHint().width() for box in boxes]
            gap = min(20, (room - sum(widths)) // 2)
            if gap >= 10:
                break
        left = EDGE
        for box, width in zip(boxes, widths, strict=True):
            box.setGeometry(left, BOX_TOP, width, BOX)
            left += width + gap
        super().resizeEvent(event)
