"""The lab of broadcasting (C5): examples to choose, two shapes to type, and what NumPy makes of them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.labs.broadcast import OPERATORS
from engine.labs.broadcasting import SIGNS, demonstration
from gui.appearance import Appearance
from gui.labs.broadcasting.fit_view import FitView
from gui.labs.broadcasting.lines_view import LinesView
from gui.labs.lab import Lab
from gui.widgets import Caption, Field, Label, PanelHeader, Segmented, Separator
from gui.widgets.labels import LabeledControl

TITLES = (
    ("calories", "Calories"),
    ("sums", "Sums"),
    ("add_column", "Add a column"),
    ("add_row", "Add a row"),
    ("shapes", "Two shapes"),
    ("reshape", "Reshape"),
    ("rank_1", "Rank 1"),
)
WITH_OPERATOR = ("add_column", "add_row", "shapes")
PADDING, FIELD_WIDTH = 24, 110
POINT = "Point at a number of a result: what it is made of is framed."


class BroadcastingLab(Lab):
    """Face: see `Lab`. Its controls: example, left, right, operator."""

    key = "broadcasting"

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.examples = Segmented(appearance, TITLES, self)
        self.examples.setAccessibleName("Example")
        self.left = self._shape_field("Left shape")
        self.right = self._shape_field("Right shape")
        self.operator = Segmented(appearance, [(key, SIGNS[key]) for key in OPERATORS], self)
        self.operator.setAccessibleName("Operator")
        self.fault = Label(appearance, "", "small", "err", self)
        self.lines = LinesView(appearance, self)
        self.fit = FitView(appearance, self)
        self.made_of = Caption(appearance, POINT, "body", "ink3", height=22)
        self.about = Label(appearance, "", "body", "ink2", self)
        self.about.setWordWrap(True)
        self._lay_out()
        for name, widget in (
            ("example", self.examples),
            ("left", self.left),
            ("right", self.right),
            ("operator", self.operator),
        ):
            self._name_control(name, widget)
        self.examples.chosen.connect(lambda key: self._change(example=key))
        self.operator.chosen.connect(lambda key: self._change(operator=key))
        self.left.textEdited.connect(lambda text: self._change(left=text))
        self.right.textEdited.connect(lambda text: self._change(right=text))
        self.lines.cell_changed.connect(self._on_cell_changed)
        self._show_settings()

    def _shape_field(self, name: str) -> Field:
        field = Field(self._appearance, parent=self, small=True)
        field.setAccessibleName(name)
        field.setFixedWidth(FIELD_WIDTH)
        field.setMaxLength(40)
        return field

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 6, 8, 6)
        header = PanelHeader(self._appearance, "Broadcasting", parent=self)
        header.add_widget(self.examples)
        head.addWidget(header)
        body = QVBoxLayout()
        body.setContentsMargins(PADDING, 12, PADDING, 14)
        body.setSpacing(12)
        body.addWidget(self._typed_row())
        body.addWidget(self.lines, 1)
        body.addLayout(self._foot())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Separator(self._appearance))
        column.addLayout(body, 1)

    def _typed_row(self) -> QWidget:
        """Both shapes with the operator between them, and what is wrong with a shape."""
        self._row = QWidget(self)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._left_control = LabeledControl(self._appearance, "Left shape", self.left)
        self._right_control = LabeledControl(self._appearance, "Right shape", self.right)
        row.addWidget(self._left_control)
        row.addWidget(LabeledControl(self._appearance, "Operator", self.operator))
        row.addWidget(self._right_control)
        row.addWidget(self.fault, 1)
        return self._row

    def _foot(self) -> QHBoxLayout:
        """The axes, and beside them what is said."""
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(self.made_of)
        words.addWidget(self.about)
        foot = QHBoxLayout()
        foot.setSpacing(24)
        foot.addWidget(self.fit)
        foot.addLayout(words, 1)
        return foot

    def _show_settings(self) -> None:
        example = str(self._settings["example"])
        self.examples.set_key(example)
        self.operator.set_key(str(self._settings["operator"]))
        for field, name in ((self.left, "left"), (self.right, "right")):
            if field.text() != self._settings[name]:
                field.setText(str(self._settings[name]))
        self._row.setVisible(example in WITH_OPERATOR)
        self._left_control.setVisible(example == "shapes")
        self._right_control.setVisible(example == "shapes")
        self._show_demonstration()

    def _show_demonstration(self) -> None:
        try:
            shown = demonstration(self._settings)
        except ValueError as fault:
            self.fault.setText(str(fault))
            return
        self.fault.setText("")
        self.lines.set_demonstration(shown)
        tables = shown.lines[-1].tables
        names = (tables[0].name, tables[1].name) if len(tables) > 1 else ("a", "b")
        self.fit.set_fit(shown.fit, *names)
        self.about.setText(shown.about)
        self._on_cell_changed("")

    def _on_cell_changed(self, text: str) -> None:
        has_result = any(placed.line.result is not None for placed in self.lines.placed)
        self.made_of.set_text(text or (POINT if has_result else ""))
        self.made_of.set_color("ink" if text else "ink3")
        self.told.emit(text)
