"""The form for a new exercise: sizes, activation, examples and seed. What can't be used is said under the fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engine.activations import ACTIVATIONS
from engine.setup import Setup
from gui.appearance import Appearance
from gui.step.gallery.wish import MAX_SEED, read_examples, read_seed, read_sizes
from gui.widgets import Button, Combo, Field, Label
from gui.widgets.labels import LabeledControl

GAP, SIZES_WIDTH, SMALL_WIDTH, SEED_WIDTH = 10, 118, 70, 84
ABOUT = "Small numbers with one decimal. The same seed gives the same numbers again."


@dataclass(frozen=True)
class Wish:
    """What a new exercise is to be like."""

    seed: int
    sizes: tuple[int, ...]
    activation: str
    examples: int


class ExerciseForm(QWidget):
    """Signals: wished(Wish), when a person asked for an exercise that can be made."""

    wished = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sizes = Field(appearance, "2-2-1", small=True)
        self.activation = Combo(appearance)
        self.activation.set_items([(row.key, row.label) for row in ACTIVATIONS.values() if row.hidden])
        self.examples = Field(appearance, "1", small=True)
        self.seed = Field(appearance, "1", small=True)
        self.dice = Button(appearance, "", "new_weights", small=True)
        self.message = Label(appearance, ABOUT, "small", "ink2")
        self.message.setWordWrap(True)
        self.make = Button(appearance, "Make exercise", small=True)
        self.fields = {"sizes": self.sizes, "examples": self.examples, "seed": self.seed}
        self._lay_out(appearance)
        for field in self.fields.values():
            field.textEdited.connect(self._on_edited)
            field.returnPressed.connect(self._on_make)
        self.dice.clicked.connect(self._on_dice)
        self.make.clicked.connect(self._on_make)

    def suggest(self, setup: Setup) -> None:
        """Begin with the sizes of what is open, if such an exercise can be made."""
        try:
            sizes = read_sizes("-".join(str(size) for size in setup.network.sizes))
        except ValueError:
            return
        self.sizes.setText("-".join(str(size) for size in sizes))
        self.activation.set_key(setup.network.layers[0].activation)

    def set_busy(self, busy: bool) -> None:
        """While an exercise is being made."""
        self.make.setEnabled(not busy)

    def wish(self) -> Wish | None:
        """What is typed; None where it can't be used, which is said then."""
        numbers: dict[str, object] = {}
        reading: dict[str, Callable[[str], object]] = {
            "sizes": read_sizes,
            "examples": read_examples,
            "seed": read_seed,
        }
        messages = []
        for key, read in reading.items():
            try:
                numbers[key] = read(self.fields[key].text())
                self.fields[key].set_error("")
            except ValueError as error:
                self.fields[key].set_error(str(error))
                messages.append(str(error))
        self._say(messages[0] if messages else "")
        if messages:
            return None
        sizes, examples, seed = numbers["sizes"], numbers["examples"], numbers["seed"]
        assert isinstance(sizes, tuple)
        assert isinstance(examples, int)
        assert isinstance(seed, int)
        return Wish(seed, sizes, self.activation.key(), examples)

    def _say(self, message: str) -> None:
        self.message.setText(message or ABOUT)
        self.message.set_color("err" if message else "ink2")

    def _lay_out(self, look: Appearance) -> None:
        self.sizes.setFixedWidth(SIZES_WIDTH)
        self.examples.setFixedWidth(SMALL_WIDTH)
        self.seed.setFixedWidth(SEED_WIDTH)
        self.sizes.setToolTip("From the inputs to the output: 2-3-1 is 2 inputs, 3 hidden units, 1 output")
        self.examples.setToolTip("So many columns have X and Y")
        self.seed.setToolTip("The same seed gives the same numbers again")
        self.dice.setToolTip("The next seed")
        self.dice.setAccessibleName("Next seed")
        controls = QHBoxLayout()
        controls.setSpacing(GAP)
        for caption, control in (
            ("Layer sizes", self.sizes),
            ("Hidden layers", self.activation),
            ("Examples", self.examples),
            ("Seed", self.seed),
        ):
            controls.addWidget(LabeledControl(look, caption, control))
        controls.addWidget(self.dice, 0, Qt.AlignmentFlag.AlignBottom)
        controls.addStretch(1)
        below = QGridLayout()
        below.addWidget(self.message, 0, 0)
        below.addWidget(self.make, 0, 1, Qt.AlignmentFlag.AlignTop)
        below.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(controls)
        column.addLayout(below)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        for field in self.fields.values():
            field.set_error("")
        self._say("")

    @Slot()
    def _on_dice(self) -> None:
        try:
            seed = read_seed(self.seed.text())
        except ValueError:
            seed = 0
        self.seed.setText(str(seed + 1 if seed < MAX_SEED else 0))
        self._on_edited("")

    @Slot()
    def _on_make(self) -> None:
        wish = self.wish()
        if wish is not None and self.make.isEnabled():
            self.wished.emit(wish)
