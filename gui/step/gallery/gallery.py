"""The gallery: a panel below its button with the exercises that come along and the form for a new one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.setup import Setup
from engine.step.exercises import PRESETS, load_preset, new_exercise
from gui.appearance import Appearance
from gui.errands import Errands
from gui.step.gallery.exercise_form import ExerciseForm, Wish
from gui.step.gallery.preset_row import PADDING as INSET
from gui.step.gallery.preset_row import WIDTH, PresetRow
from gui.widgets import Label, Separator, draw_box

PADDING, GAP, DISTANCE = 12, 8, 4


class Gallery(QWidget):
    """Signals: example_chosen(Setup, text), the exercise and what choosing it is called in the list of edits."""

    example_chosen = Signal(object, str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._appearance = appearance
        self._errands = Errands(self)
        self._errands.done.connect(self._on_made)
        self.rows = {key: PresetRow(appearance, load_preset(key)) for key in PRESETS}
        self.form = ExerciseForm(appearance)
        self.form.wished.connect(self._on_wished)
        self.setAccessibleName("Worked examples")
        self._lay_out(appearance)
        for row in self.rows.values():
            row.clicked.connect(self._on_row)
        appearance.changed.connect(self.update)

    @property
    def is_busy(self) -> bool:
        """Whether an exercise is being made."""
        return self._errands.is_busy

    def open_below(self, button: QWidget, setup: Setup | None, *, by_keyboard: bool = False) -> None:
        """Open under a button, its right edge under the button's; setup: what is open now."""
        if setup is not None:
            self.form.suggest(setup)
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + DISTANCE))
        screen = button.screen().availableGeometry()
        x = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        y = max(screen.top(), min(corner.y(), screen.bottom() - self.height()))
        self.move(x, y)
        self.show()
        first = next(iter(self.rows.values()))
        first.setFocus(Qt.FocusReason.TabFocusReason if by_keyboard else Qt.FocusReason.OtherFocusReason)

    def close_down(self) -> None:
        """Nothing is made any more."""
        self._errands.close()
        self.hide()

    def _lay_out(self, look: Appearance) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING + 4)
        column.setSpacing(0)
        title = Label(look, "Worked examples", "title", "ink")
        title.setContentsMargins(INSET, 0, INSET, 4)
        column.addWidget(title)
        for row in self.rows.values():
            column.addWidget(row)
        column.addSpacing(GAP)
        column.addWidget(Separator(look, Qt.Orientation.Horizontal))
        column.addSpacing(GAP + 4)
        below = QVBoxLayout()
        below.setContentsMargins(INSET, 0, INSET, 0)
        below.setSpacing(GAP)
        below.addWidget(Label(look, "New exercise", "title", "ink"))
        below.addWidget(self.form)
        column.addLayout(below)
        self.setFixedWidth(WIDTH + 2 * PADDING)

    @Slot()
    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, PresetRow):
            self._choose(row.setup)

    @Slot(object)
    def _on_wished(self, wish: Wish) -> None:
        self.form.set_busy(True)
        work = partial(new_exercise, wish.seed, wish.sizes, wish.activation, wish.examples)
        self._errands.run(work, wish)

    @Slot(object, object)
    def _on_made(self, _wish: Wish, setup: Setup) -> None:
        self.form.set_busy(False)
        self._choose(setup)

    def _choose(self, setup: Setup) -> None:
        self.hide()
        self.example_chosen.emit(setup, f"Open {setup.title}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        draw_box(painter, QRectF(self.rect()), 0, None, theme.color("line2"))
