"""The dialog of a picture that is saved: pixels or shapes, and how many pixels."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from engine.export import ExportError
from gui.appearance import Appearance
from gui.dialog import Dialog
from gui.export.file_names import ask_where
from gui.export.pictures import pixel_size
from gui.export.views import name_of_view
from gui.widgets import Button, Label, PanelHeader, Segmented, Separator
from gui.widgets.numbers import grouped_text

WIDTH = 440
LABEL_WIDTH = 88
FORMS = {"png": ("PNG", ".png", "PNG pictures"), "svg": ("SVG", ".svg", "SVG pictures")}
TIMES = (("1", "1 ×"), ("2", "2 ×"), ("3", "3 ×"), ("4", "4 ×"))
USUAL_TIMES = "2"
SHAPES = "Shapes that stay sharp at any size; letters as outlines, so that no font is needed."


class PictureDialog(Dialog):
    """Signals: accepted_as(Path, int): the file, and the pixels to each of the view's, 0 for SVG; it is closed then."""

    accepted_as = Signal(object, int)

    def __init__(
        self, appearance: Appearance, view: QWidget, stem: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, "Chalknet: save picture", parent)
        self._view, self._stem = view, stem
        self.form = Segmented(appearance, [(key, row[0]) for key, row in FORMS.items()])
        self.times = Segmented(appearance, list(TIMES))
        self.times.set_key(USUAL_TIMES)
        self._form_label = Label(appearance, "Form", "body", "ink")
        self._size_label = Label(appearance, "Size", "body", "ink")
        self.sentence = Label(appearance, "", "small", "ink2")
        self.message = Label(appearance, "", "small", "ink2")
        self.cancel_button = Button(appearance, "Cancel")
        self.save_button = Button(appearance, "Save…", kind="primary")
        self._lay_out(appearance)
        self.form.chosen.connect(self._tell)
        self.times.chosen.connect(self._tell)
        self.save_button.clicked.connect(self.choose_file)
        self.cancel_button.clicked.connect(self.reject)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tell()

    def _lay_out(self, appearance: Appearance) -> None:
        self.content.setFixedWidth(WIDTH)
        self.form.setAccessibleName("Form of the picture")
        self.times.setAccessibleName("Pixels of the picture to each on the screen")
        self.sentence.setWordWrap(True)
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        # In widgets of their own: labels right in a dialog take their colour from the style sheet.
        choices, footer = QWidget(self), QWidget(self)
        grid = QGridLayout(choices)
        grid.setContentsMargins(16, 16, 16, 16)
        grid.setVerticalSpacing(12)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for row, (label, control) in enumerate(
            ((self._form_label, self.form), (self._size_label, self.times))
        ):
            grid.addWidget(label, row, 0)
            grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.sentence, 2, 1)
        buttons = QHBoxLayout(footer)
        buttons.setContentsMargins(16, 12, 16, 12)
        buttons.setSpacing(8)
        buttons.addWidget(self.message, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column = self.body
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(PanelHeader(appearance, "Save picture", name_of_view(self._view) or "The window"))
        for widget in (Separator(appearance), choices, Separator(appearance), footer):
            column.addWidget(widget)
        self.follow_content()
        self.primary = self.save_button
        self.save_button.setFocus()

    @Slot()
    def choose_file(self) -> None:
        """Ask for a file and close."""
        form = self.form.key()
        _, suffix, kind = FORMS[form]
        try:
            path = ask_where(self, "Save picture", self._stem, suffix, kind)
        except ExportError as error:
            self._complain(str(error))
            return
        if path is not None:
            self.accept()
            self.accepted_as.emit(path, 0 if form == "svg" else int(self.times.key()))

    @Slot()
    def _tell(self) -> None:
        is_svg = self.form.key() == "svg"
        for widget in (self._size_label, self.times):
            widget.setVisible(not is_svg)
        size = pixel_size(self._view, int(self.times.key()))
        pixels = f"{grouped_text(size.width())} × {grouped_text(size.height())} pixels"
        self.sentence.setText(SHAPES if is_svg else pixels)
        self._complain("")

    def _complain(self, text: str) -> None:
        self.message.setText(text)
        self.message.set_color("err")
