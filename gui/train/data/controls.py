"""The controls of the data panel and where they stand. What they mean is decided by the panel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.data import SCALINGS, SOURCES, Dataset
from gui.appearance import Appearance
from gui.train.data.batch_sizes import batch_sizes, effective_size, read_size, size_text
from gui.train.data.draw_controls import DrawControls
from gui.train.data.percentages import NOISE, TRAIN_SHARE, percent_text
from gui.train.data.seed_field import SeedField
from gui.train.data.thumbnails import OVERHANG, DataThumbnails
from gui.train.data.typed_slider import TypedSlider
from gui.train.data.words import notes_text
from gui.widgets import Button, Caption, Combo, Label, PanelHeader, Separator

PADDING = 16
BELOW_BUTTONS = 12
SPACING, COMPACT_SPACING = 10, 5
FIRST_EXAMPLES = 250


DRAW_HINT = "Draw points of two classes into the output picture"
DRAW_REASON = "Points are drawn on the plane of x₁ and x₂: choose a set of points first, such as Circle"


class DataControls:
    """Builds the controls into a panel and shows data in them; their signals belong to the panel."""

    def __init__(self, appearance: Appearance, panel: QWidget) -> None:
        self._examples = FIRST_EXAMPLES
        self.header = PanelHeader(appearance, "Data")
        self.thumbnails = DataThumbnails(appearance)
        self.draw = DrawControls(appearance)
        self.seed = SeedField(appearance)
        self._build_buttons(appearance)
        self._build_sliders(appearance)
        self._build_scaling(appearance)
        self._lay_out(appearance, panel)
        self.show_draw_strip(False)

    def show_data(self, dataset: Dataset) -> None:
        """Show the source, noise, share, seed and scaling of this data, and what was done to it."""
        spec = dataset.spec
        self.thumbnails.set_source(spec.source)
        self.draw_button.setEnabled(dataset.is_plane)
        self.draw_button.setToolTip(DRAW_HINT if dataset.is_plane else DRAW_REASON)
        self.noise.setVisible(SOURCES[spec.source].generate is not None)
        self.noise.show_choices(NOISE.values(spec.noise), spec.noise)
        # Given examples all train, in the order they were typed: there is nothing to split.
        self.share.setVisible(spec.source != "given")
        self.seed.setVisible(spec.source != "given")
        self.share.show_choices(TRAIN_SHARE.values(spec.train_share), spec.train_share)
        self.seed.set_seed(spec.seed)
        self.seed.set_words("sample" if SOURCES[spec.source].generate is not None else "split")
        self._scaling_row.setVisible(SOURCES[spec.source].kind != "plane")
        self.scaling.set_key(spec.scaling)
        notes = notes_text(dataset)
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))
        self.treatment.setVisible(bool(notes) or not self._scaling_row.isHidden())

    def show_batch_size(self, size: int | None, examples: int) -> None:
        """Show the mini-batch size for so many training examples."""
        self._examples = examples
        self.batch.setVisible(examples > 1)
        shown = effective_size(size, examples)
        self.batch.show_choices(batch_sizes(examples, shown), shown)

    def show_draw_strip(self, on: bool) -> None:
        """Open or close the strip below the buttons."""
        self.draw.setVisible(on)

    def set_compact(self, compact: bool) -> None:
        """Stand closer together."""
        self.thumbnails.set_compact(compact)
        self._column.setSpacing(COMPACT_SPACING if compact else SPACING)

    def _build_buttons(self, appearance: Appearance) -> None:
        self.import_button = Button(appearance, "Import…", "import", small=True)
        self.import_button.setToolTip("Import a CSV table (Ctrl+I), or drop it on the window")
        self.draw_button = Button(appearance, "Draw", "draw", small=True)
        self.draw_button.setCheckable(True)
        self.draw_button.setToolTip(DRAW_HINT)

    def _build_sliders(self, appearance: Appearance) -> None:
        self.noise = TypedSlider(appearance, "Noise", NOISE.values(0.0), _percent, NOISE.read)
        self.noise.setToolTip(
            "How far points are moved, or judged, off their place. Click the number to type any."
        )
        self.share = TypedSlider(
            appearance, "Train share", TRAIN_SHARE.values(50.0), _percent, TRAIN_SHARE.read
        )
        self.share.setToolTip(
            "Part of the data that trains; the rest tests. Every class gives its share. Click the number to type any."
        )
        self.batch = TypedSlider(
            appearance, "Batch size", batch_sizes(FIRST_EXAMPLES), _size, self._read_size
        )
        self.batch.setToolTip(
            "Training examples m in one update; an epoch takes all of them once. Click the number to type any."
        )

    def _build_scaling(self, appearance: Appearance) -> None:
        self.scaling = Combo(appearance)
        self.scaling.set_items([(row.key, row.label) for row in SCALINGS.values()])
        self.scaling.setAccessibleName("Scaling of the inputs")
        self.scaling.setToolTip(
            "Standardise: (x − mean) / standard deviation. Min-max: (x − min) / (max − min)."
        )
        self._scaling_row = QWidget()
        row = QHBoxLayout(self._scaling_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Caption(appearance, "Scaling", "body", "ink2", height=24), 1)
        row.addWidget(self.scaling)
        self.notes = Label(appearance, "", "caption", "ink3")
        self.notes.setWordWrap(True)
        self.treatment = QWidget()
        column = QVBoxLayout(self.treatment)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._scaling_row)
        column.addWidget(self.notes)

    def _lay_out(self, appearance: Appearance, panel: QWidget) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.import_button, 1)
        buttons.addWidget(self.draw_button, 1)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(PADDING, 0, PADDING, 14)
        self._column.setSpacing(SPACING)
        self._column.addLayout(buttons)
        self._column.addSpacing(BELOW_BUTTONS - SPACING)
        rows = (self.draw, self.noise, self.treatment, self.share, self.batch, self.seed)
        for row in rows:
            self._column.addWidget(row)
        grid = QHBoxLayout()
        grid.setContentsMargins(PADDING - OVERHANG, 0, 0, 0)
        grid.addWidget(self.thumbnails, 0, Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(panel)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addLayout(grid)
        outer.addSpacing(SPACING)
        outer.addLayout(self._column)
        outer.addWidget(Separator(appearance))

    def _read_size(self, text: str) -> object:
        return read_size(text, self._examples)


def _percent(value: object) -> str:
    return percent_text(float(value))  # type: ignore[arg-type]


def _size(value: object) -> str:
    return size_text(value if isinstance(value, int) else None)
