"""A lab that trains networks from their starts on a thread and shows how far they are: run, stop, other seeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engine.activations import ACTIVATIONS
from engine.initializers import INITIALIZERS
from gui.appearance import Appearance
from gui.labs.background import Background
from gui.labs.lab import Lab
from gui.labs.run_button import RunButton
from gui.widgets import Combo, LabeledControl, PanelHeader, Separator, Slider, number_text

Work = tuple[Callable[..., Iterator[object]], tuple[object, ...]]

PADDING, GAP = 24, 16
HEAD_PADDING = 16  # what a header keeps free by itself
SLIDER_WIDTH = 150
STARTS = {key: row.label for key, row in INITIALIZERS.items()} | {"constant": "Constant 0.5"}


class RunLab(Lab):
    """A subclass says in `_work` what is run, shows each result in `_show_result` and nothing in `_show_nothing`.

    Once it has been run, every changed setting runs it again, so that a slider shows at once what it does.
    """

    title = ""
    runs_by_itself = False  # as soon as it is seen

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._background = Background(self)
        self._background.came.connect(self._on_result)
        self._background.ended.connect(self._tell_state)
        self._was_run = False
        self.run_button = RunButton(appearance, self.end_word, self)
        self.run_button.clicked.connect(self._on_run_button)
        self._name_control("run", self.run_button)
        self.head = PanelHeader(appearance, self.title, parent=self)
        self._controls_row = QHBoxLayout()
        self._body = QVBoxLayout()
        self._lay_out()

    @property
    def is_running(self) -> bool:
        return self._background.is_busy

    def start(self) -> None:
        self._was_run = True
        function, arguments = self._work()
        self._background.start(function, *arguments)
        self._tell_state()

    def stop(self) -> None:
        self._background.cancel()
        self._tell_state()

    def close_down(self) -> None:
        super().close_down()
        self._background.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.runs_by_itself and not self._was_run:
            self.start()

    def clear(self) -> None:
        """Back to before the first run."""
        self._was_run = False
        self.stop()
        self._show_nothing()

    def _work(self) -> Work:
        raise NotImplementedError

    def _show_result(self, result: object) -> None:
        raise NotImplementedError

    def _show_nothing(self) -> None:
        raise NotImplementedError

    def _show_controls(self) -> None:
        """Bring the controls to the settings."""

    def _show_settings(self) -> None:
        self._show_controls()
        if self._was_run:
            self.start()
        else:
            self._show_nothing()

    def _add_chart_and_words(self, chart: QWidget, readouts: QWidget, words: QWidget, width: int) -> None:
        """A chart, and so wide beside it numbers with words below them."""
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(readouts)
        right.addWidget(words)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(PADDING, 16, PADDING, 12)
        row.setSpacing(24)
        row.addWidget(chart, 1)
        row.addLayout(right)
        for widget in (readouts, words):
            widget.setFixedWidth(width)
        self._body.addLayout(row, 1)

    def _lay_out(self) -> None:
        self._controls_row.setContentsMargins(PADDING, 8, PADDING, 10)
        self._controls_row.setSpacing(GAP)
        self._controls_row.addWidget(self.run_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(PADDING - HEAD_PADDING, 0, PADDING - HEAD_PADDING, 0)
        head.addWidget(self.head)
        column.addLayout(head)
        column.addLayout(self._controls_row)
        column.addWidget(Separator(self._appearance))
        column.addLayout(self._body, 1)

    def _add_combo(self, name: str, caption: str, items: list[tuple[str, str]]) -> Combo:
        """A combo for a setting in the row of controls."""
        combo = Combo(self._appearance, self)
        combo.set_items(items)
        self._controls_row.addWidget(LabeledControl(self._appearance, caption, combo))
        self._connect_combo(name, combo)
        return combo

    def _connect_combo(self, name: str, combo: Combo) -> None:
        """This combo, wherever it stands, is the control of a setting."""
        combo.key_chosen.connect(lambda key: self._change(**{name: key}))
        self._name_control(name, combo)

    def _add_slider(
        self, name: str, caption: str, values: list[object], text_of: Callable[[object], str] = str
    ) -> Slider:
        """A slider for a setting in the row of controls."""
        slider = Slider(self._appearance, caption, values, text_of, self, quiet=True)
        slider.setMinimumWidth(90)
        slider.setMaximumWidth(SLIDER_WIDTH)
        slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        slider.value_changed.connect(lambda value: self._change(**{name: value}))
        self._controls_row.addWidget(slider, 1)
        self._name_control(name, slider)
        return slider

    def _end_controls(self) -> None:
        """The rest of the row stays free."""
        self._controls_row.addStretch(1)

    def _set_slider(self, slider: Slider, values: list[object], value: object) -> None:
        """Show a value that need not be among those on offer: a lesson may ask for any."""
        offered = sorted({*values, value})  # type: ignore[type-var]
        slider.set_values(offered)
        slider.set_value(value)

    @Slot(object)
    def _on_result(self, result: object) -> None:
        self._show_result(result)

    @Slot()
    def _tell_state(self) -> None:
        self.run_button.show_running(self.is_running)
        self.run_changed.emit()

    @Slot()
    def _on_run_button(self) -> None:
        if self.is_running:
            self.stop()
        else:
            self.start()


def activation_items(keys: tuple[str, ...]) -> list[tuple[str, str]]:
    """(key, label) of these activations."""
    return [(key, ACTIVATIONS[key].label) for key in keys]


def start_items(keys: tuple[str, ...]) -> list[tuple[str, str]]:
    """(key, label) of these ways that W starts."""
    return [(key, STARTS[key]) for key in keys]


def short_number(value: object) -> str:
    """A slider's number as short as can be."""
    return number_text(float(value))  # type: ignore[arg-type]
