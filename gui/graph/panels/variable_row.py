"""One variable: its name, a slider that is filled from zero, and a field to type its value."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.graph.number_fit import number_choices
from gui.graph.panels.math_line import FormulaWaiter, draw_formula, draw_plain, fitting_pixels
from gui.graph.panels.signed_slider import SignedSlider
from gui.graph.panels.slider_scale import SliderScale
from gui.widgets import Field, draw_text, follow, number_text, parse_number, text_width, type_font
from gui.widgets.numbers import MINUS

HEIGHT, PADDING, GAP = 40, 16, 10
NAME_WIDTH, WIDE_NAME_WIDTH, NAME_PIXELS, SMALLEST = 24.0, 46.0, 17.0, 10.0
FIELD_WIDTH, TEXT_ROOM = 68, 54  # where nobody types, a longer number is shortened
LONG = 6  # letters of a name that may be wider than its room
NO_NUMBER, NO_NUMBER_SHORT = "Type a number: 3 or −0.5", "Type 3 or −0.5"


class VariableRow(QWidget):
    """`set_value` and `set_scale` show, without a signal. A text that is no number stays, with a word beside it.

    Signals: value_changed(str, float) by a person; touched(str) when a person turns to this variable.
    """

    value_changed = Signal(str, float)
    touched = Signal(str)

    def __init__(self, appearance: Appearance, name: str, latex: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.name = name
        self._latex = latex
        self.setToolTip(_whole_name(name))
        self._right_padding, self._name_width = PADDING, NAME_WIDTH
        self._waiter = FormulaWaiter(self)
        self._waiter.came.connect(self.update)
        self._scale = SliderScale(10.0)
        self.slider = SignedSlider(appearance, self._scale, self)
        self.slider.setAccessibleName(name)
        self.field = Field(appearance, "0", self, small=True)
        self.field.setAccessibleName(f"value of {name}")
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.field.setFont(type_font("small_strong"))
        self.field.setMaxLength(40)
        self.field.installEventFilter(self)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._connect()
        follow(self, appearance)

    def _connect(self) -> None:
        self.slider.value_changed.connect(self._on_dragged)
        self.slider.touched.connect(self._on_touched)
        self.field.editingFinished.connect(self._on_typed)
        self.field.textEdited.connect(self._on_edited)
        self.field.cancelled.connect(self._on_cancelled)
        self.field.message_changed.connect(self._on_message_changed)

    @property
    def value(self) -> float:
        """The present value: the last one that was a number."""
        return self.slider.value

    @property
    def message(self) -> str:
        """What is wrong with the text in the field, or ""."""
        return self.field.message

    def set_variable(self, name: str, latex: str, scale: SliderScale) -> None:
        """Become the row of this variable; of another one than before what was typed is forgotten."""
        if name != self.name:
            self.name, self._latex = name, latex
            self.setToolTip(_whole_name(name))
            self.slider.setAccessibleName(name)
            self.field.setAccessibleName(f"value of {name}")
            self._scale = scale
            self.field.set_error()
            self.field.setModified(False)
            self.update()
        elif scale != self._scale:
            self.set_scale(scale)

    def set_value(self, value: float) -> None:
        """Show a value; a text that a person has not finished stays."""
        is_new = value != self.slider.value
        self._show(value)
        if is_new or not (self.field.message or self.field.isModified()):
            self._write()

    def set_scale(self, scale: SliderScale) -> None:
        """Take other ends; they are widened for the present value."""
        self._scale = scale
        self._show(self.slider.value)

    def _show(self, value: float) -> None:
        """The slider at a value, its ends widened where they must be."""
        self._scale = self._scale.holding(value)
        self.slider.set_scale(self._scale)
        self.slider.set_value(value)

    def _write(self) -> None:
        self.field.set_error()
        text = whole = whole_text(self.slider.value)
        if text_width(text, "small_strong") > TEXT_ROOM and not self.field.hasFocus():
            texts = number_choices(self.slider.value)
            text = next((t for t in texts if text_width(t, "small_strong") <= TEXT_ROOM), texts[-1])
        self.field.setText(text)
        self.field.setToolTip("" if text == whole else whole)
        self.field.setCursorPosition(0)

    @Slot(float)
    def _on_dragged(self, value: float) -> None:
        self._write()
        self.value_changed.emit(self.name, value)

    @Slot()
    def _on_touched(self) -> None:
        self.touched.emit(self.name)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if self.field.message and is_number(text):
            self.field.set_error()

    @Slot()
    def _on_typed(self) -> None:
        if not self.field.isModified():
            return
        if not is_number(self.field.text()):
            self.field.set_error(NO_NUMBER)
            return
        value = parse_number(self.field.text())
        self.field.setModified(False)
        is_new = value != self.slider.value
        self._show(value)
        self._write()
        if is_new:
            self.value_changed.emit(self.name, value)

    @Slot()
    def _on_cancelled(self) -> None:
        self._write()

    @Slot(str)
    def _on_message_changed(self, message: str) -> None:
        self.slider.setVisible(not message)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            if not self.field.isModified():
                self._write()  # the whole number, to be edited
            self.touched.emit(self.name)
        elif event.type() == QEvent.Type.FocusOut and not self.field.isModified():
            self._write()
        return False

    def set_name_width(self, width: float) -> None:
        """The room for the name: alike in all rows."""
        if width != self._name_width:
            self._name_width = width
            self._place_parts()
            self.update()

    def set_right_padding(self, padding: int) -> None:
        """Keep the field where it is beside a scroll bar."""
        if padding != self._right_padding:
            self._right_padding = padding
            self._place_parts()

    def resizeEvent(self, event: QEvent) -> None:
        self._place_parts()

    def _place_parts(self) -> None:
        left = PADDING + self._name_width
        right = self.width() - self._right_padding - FIELD_WIDTH
        top = (HEIGHT - self.field.height()) // 2
        self.field.setGeometry(right, top, FIELD_WIDTH, self.field.height())
        room = max(0, round(right - GAP - left))
        self.slider.setGeometry(round(left), (HEIGHT - self.slider.height()) // 2, room, self.slider.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit(self.name)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setPen(theme.color("ink"))
        place = QRectF(PADDING, 0, self._name_width - 4, HEIGHT)
        formula = self._waiter.get(self._latex)
        if formula is None:
            painter.save()
            painter.setClipRect(place)
            draw_plain(painter, place, self.name, NAME_PIXELS)
            painter.restore()
        elif formula.width * SMALLEST > place.width() + 1:  # it would lie over the slider
            metrics = QFontMetricsF(type_font("small"))
            name = metrics.elidedText(self.name, Qt.TextElideMode.ElideMiddle, place.width())
            draw_text(painter, place, name, "small", theme.color("ink"))
        else:
            pixels = fitting_pixels(formula, place.width(), NAME_PIXELS, SMALLEST)
            draw_formula(painter, place, formula, pixels)
        if self.message:
            room = QRectF(self.slider.geometry())
            fits = text_width(self.message, "small") <= room.width()
            words = self.message if fits else NO_NUMBER_SHORT
            draw_text(painter, room, words, "small", theme.color("err"))


def _whole_name(name: str) -> str:
    """What the pointer is told of a name that may be cut."""
    return name if len(name) > LONG else ""


def whole_text(value: float) -> str:
    """A text that gives the very number back."""
    text = number_text(value)
    return text if parse_number(text) == value else repr(value).replace("-", MINUS)


def is_number(text: str) -> bool:
    """Whether a typed text is a finite number."""
    try:
        parse_number(text)
    except ValueError:
        return False
    return True
