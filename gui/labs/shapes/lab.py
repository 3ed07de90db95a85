"""The lab of shapes (C8): a network is given, its arrays' shapes are filled in."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.labs.shapes import MOST_M, new_exercise, parse_sizes, sizes_text
from gui.appearance import Appearance
from gui.labs.lab import Lab
from gui.labs.shapes.shape_table import ShapeTable
from gui.widgets import Button, Caption, Field, Label, PanelHeader, Separator
from gui.widgets.labels import LabeledControl

PADDING = 24
HOW = "Type a shape, such as (5, 3), 5x3 or 5, m. Enter goes down, Tab to the right."
RIGHT_NOW = "Right."


class ShapesLab(Lab):
    """Face: see `Lab`. Its controls: sizes, m."""

    key = "shapes"

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._exercise = 0
        self.sizes = self._field("n[0] to n[L]", 130)
        self.m = self._field("m, examples", 72)
        self.fault = Caption(appearance, "", "small", "err", height=16)
        self.new = Button(appearance, "New sizes", "refresh", small=True, parent=self)
        self.one = Button(appearance, "Show one", small=True, parent=self)
        self.all = Button(appearance, "Show all", small=True, parent=self)
        self.table = ShapeTable(appearance, self)
        self.score = Label(appearance, "", "header", "ink", self)
        self.hint = Label(appearance, HOW, "body", "ink2", self)
        self.hint.setWordWrap(True)
        self._lay_out()
        self._name_control("sizes", self.sizes)
        self._name_control("m", self.m)
        self.sizes.editingFinished.connect(self._on_sizes)
        self.m.editingFinished.connect(self._on_m)
        self.new.clicked.connect(self._on_new)
        self.one.clicked.connect(self.table.show_one)
        self.all.clicked.connect(self.table.show_all)
        self.table.judged.connect(self._on_judged)
        self.table.score_changed.connect(self._show_score)
        self._show_settings()

    def _field(self, name: str, width: int) -> Field:
        field = Field(self._appearance, parent=self, small=True)
        field.setAccessibleName(name)
        field.setFixedWidth(width)
        field.setMaxLength(60)
        return field

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 6, PADDING, 6)
        head.setSpacing(8)
        head.addWidget(PanelHeader(self._appearance, "Shapes", parent=self), 1)
        for button in (self.one, self.all, self.new):
            head.addWidget(button)
        typed = QHBoxLayout()
        typed.setSpacing(12)
        typed.addWidget(LabeledControl(self._appearance, "n[0] to n[L]", self.sizes))
        typed.addWidget(LabeledControl(self._appearance, "m, examples", self.m))
        typed.addWidget(self.fault, 1)
        typed.addWidget(self.score)
        body = QVBoxLayout()
        body.setContentsMargins(PADDING, 12, PADDING, 14)
        body.setSpacing(14)
        body.addLayout(typed)
        body.addWidget(self.table, 1)
        body.addWidget(self.hint)
        body.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Separator(self._appearance))
        column.addLayout(body, 1)

    def _show_settings(self) -> None:
        self.sizes.setText(str(self._settings["sizes"]))
        self.m.setText(str(self._settings["m"]))
        try:
            sizes = parse_sizes(str(self._settings["sizes"]))
        except ValueError as fault:
            self._refuse(self.sizes, str(fault))
            return
        self._refuse(self.sizes, "")
        self._refuse(self.m, "")
        self._say(HOW)
        self.table.set_exercise(sizes, int(str(self._settings["m"])))

    def _on_sizes(self) -> None:
        try:
            sizes = parse_sizes(self.sizes.text())
        except ValueError as fault:
            self._refuse(self.sizes, str(fault))
            return
        self._refuse(self.sizes, "")
        self._change(sizes=sizes_text(sizes))

    def _on_m(self) -> None:
        text = self.m.text().strip()
        if not (text.isdecimal() and text.isascii() and 1 <= int(text) <= MOST_M):
            self._refuse(self.m, f"m must be 1 to {MOST_M}")
            return
        self._refuse(self.m, "")
        self._change(m=int(text))

    def _refuse(self, field: Field, fault: str) -> None:
        field.set_error(fault)
        self.fault.set_text(self.sizes.message or self.m.message)

    def _on_new(self) -> None:
        self._exercise += 1
        sizes, m = new_exercise(self._exercise)
        self._change(sizes=sizes_text(sizes), m=m)

    def _on_judged(self, hint: str) -> None:
        self._say(hint or RIGHT_NOW, "err" if hint else "run")

    def _say(self, text: str, color: str = "ink2") -> None:
        self.hint.setText(text)
        self.hint.set_color(color)
        self.told.emit("" if text == HOW else text)

    def _show_score(self) -> None:
        score = self.table.score
        parts = [f"{score.right} of {score.count} right"]
        parts += [f"{score.wrong} wrong"] if score.wrong else []
        parts += [f"{score.shown} shown"] if score.shown else []
        self.score.setText(" · ".join(parts))
        self.one.setEnabled(not score.is_full)
        self.all.setEnabled(not score.is_full)
