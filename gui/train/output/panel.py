"""The right column: output picture with legend and check boxes, readouts, confusion matrix, small pictures.

It arranges its parts, says which of them want something computed, and feeds them: the picture with every
snapshot, texts and small pictures a few times a second.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from engine.data import Dataset
from engine.setup import Setup
from engine.snapshot import Snapshot
from gui.appearance import Appearance
from gui.train.data.words import example_word
from gui.train.output.column import OutputColumn
from gui.train.output.confusion_matrix import ConfusionMatrix
from gui.train.output.legend import OutputLegend, is_inner, unit_class, unit_legend
from gui.train.output.mistakes_strip import MistakesStrip
from gui.train.output.notice import OutputNotice
from gui.train.output.options import OutputOptions
from gui.train.output.page_choice import CONFUSION, PLANE, PageChoice
from gui.train.output.pages import SUBTITLES, Pages
from gui.train.output.picture import OutputPicture
from gui.train.output.plane_chooser import PlaneChooser
from gui.train.output.readouts import Readouts
from gui.train.output.scene import Plane, build_scene
from gui.train.output.texts import shown_symbol
from gui.train.output.weight_pictures import WeightPictures
from gui.train.output.wishes import column_wishes
from gui.widgets.numbers import grouped_text
from gui.widgets.panel_header import PanelHeader

TEXT_MS = 200
LEAST_WIDTH = 280


class OutputPanel(QWidget):
    """Signals: wishes_changed(dict), a part of Wishes; in draw mode point_drawn(x1, x2) and
    point_removed(index among the drawn points). `header` may serve as a dock's title bar."""

    view_name = "Output"
    wishes_changed = Signal(dict)
    point_drawn = Signal(float, float)
    point_removed = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._setup: Setup | None = None
        self._dataset: Dataset | None = None
        self._scene_key: tuple[Dataset, Plane] | None = None
        self._snapshot: Snapshot | None = None
        self._unit: tuple[int, int] | None = None
        self._wishes: dict[str, object] = {}
        self._build(appearance)
        appearance.changed.connect(self.update)
        self._connect()
        self._text_timer = QTimer(self, interval=TEXT_MS, singleShot=True)
        self._text_timer.timeout.connect(self._on_text_time)
        self._has_news = False
        self.setMinimumWidth(LEAST_WIDTH)

    def _build(self, appearance: Appearance) -> None:
        self.header = PanelHeader(appearance, "Output", parent=self)
        self.notice = OutputNotice(appearance, self)
        self.choice = PageChoice(appearance)
        self.chooser = PlaneChooser(appearance)
        self.picture = OutputPicture(appearance)
        self.legend = OutputLegend(appearance)
        self.options = OutputOptions(appearance)
        self.readouts = Readouts(appearance)
        self.confusion = ConfusionMatrix(appearance)
        self.mistakes = MistakesStrip(appearance)
        self.weights = WeightPictures(appearance)
        below = (self.readouts, self.confusion, self.mistakes, self.weights)
        parts = (self.choice, self.chooser, self.picture, self.legend, self.options, *below)
        self.column = OutputColumn(appearance, parts, self)
        self.pages = Pages(self)
        self.header.set_subtitle(self.subtitle)

    def _connect(self) -> None:
        self.choice.page_chosen.connect(self.show_page)
        self.chooser.plane_chosen.connect(self._on_plane_chosen)
        self.options.points_toggled.connect(self._on_points_toggled)
        self.options.discretise_toggled.connect(self.picture.set_discretised)
        self.picture.point_drawn.connect(self.point_drawn)
        self.picture.point_removed.connect(self.point_removed)

    @property
    def subtitle(self) -> str:
        """What the picture shows, as the header says it."""
        return SUBTITLES.get(self.pages.page) or f"{self._symbol()} over the plane"

    def set_setup(self, setup: Setup, dataset: Dataset) -> None:
        """Take another structure or other data. What was shown stays until the next snapshot where it can."""
        same_data = dataset is self._dataset
        self._setup, self._dataset = setup, dataset
        self._snapshot = None
        self._unit = None
        if not same_data:
            self._take_data(dataset)
        is_squared = setup.network.cost == "mean_squared_error"
        self.readouts.set_task(dataset.task, is_squared, has_test=len(dataset.labels_test) > 0)
        if dataset.picture_shape is not None:
            self.weights.set_shape(dataset.picture_shape, setup.network.layer(1).units)
        self.legend.show_unit(None)
        self._arrange()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a moment of the run."""
        self._snapshot = snapshot
        self._show_field()
        if self._text_timer.isActive():
            self._has_news = True
        else:
            self._show_texts()

    def show_unit(self, l: int, k: int | None) -> None:
        """Show unit k of layer l (0: an input) instead of the output, once its map comes; None: the output."""
        self._unit = None if k is None else (l, k)
        self.header.set_subtitle(self.subtitle)
        self._show_legend(None)
        self._show_field()

    def set_draw_mode(self, on: bool, class_index: int = 0) -> None:
        """Let clicks on the picture set and remove points."""
        self.picture.set_draw_mode(on)
        self.options.set_draw_mode(on, class_index)
        self.options.set_all_shown(self.picture.shows_all_points)
        self.pages.is_drawing = on
        self._arrange()

    def show_drawing(self, sheet: Sequence[tuple[float, float, int]] | None) -> None:
        """Show points that are too few for a data set yet instead of the data's; None: the data's own again."""
        self.picture.show_drawing(sheet)
        self.options.set_all_shown(self.picture.shows_all_points)

    def _take_data(self, dataset: Dataset) -> None:
        self.chooser.set_dataset(dataset)
        self._show_scene()
        test = len(dataset.labels_test)
        part, count = ("test", test) if test else ("training", len(dataset.labels_train))
        self.confusion.set_classes(dataset.class_names, part, count, example_word(dataset))
        self.mistakes.set_dataset(dataset)
        self.pages.set_dataset(dataset)

    def _show_scene(self) -> None:
        if self._dataset is None or self._scene_key == (self._dataset, self.chooser.plane):
            return
        self._scene_key = (self._dataset, self.chooser.plane)
        scene = build_scene(self._dataset, self.chooser.plane)
        self.picture.set_scene(scene)
        self.legend.set_scene(scene)
        self.options.set_scene(scene)
        self.options.set_all_shown(self.picture.shows_all_points)

    @property
    def _shows_unit(self) -> bool:
        """Whether a unit is shown that is not itself the output of two classes or of a number."""
        return self._setup is not None and is_inner(self._unit, self._setup.network)

    def _symbol(self) -> str:
        names = self._dataset.input_names if self._dataset is not None else ()
        # A picture of values shows the first of several outputs; of classes it shows all.
        is_first = (
            self._dataset is not None and self._dataset.task == "regression" and self._dataset.outputs > 1
        )
        return shown_symbol(self._unit, names, "ŷ₁" if is_first else "ŷ")

    def _show_legend(self, scale: float | None) -> None:
        """Explain the colours of a shown unit, with numbers as soon as its scale is known."""
        if self._setup is not None:
            self.legend.show_unit(unit_legend(self._unit, self._setup.network, self._symbol(), scale))

    def _show_field(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        if self._shows_unit and snapshot.hovered_map is not None:
            of_class = unit_class(self._unit, self._setup.network) if self._setup is not None else None
            self.picture.show_field(snapshot.hovered_map, is_unit=True, of_class=of_class)
        else:
            self.picture.show_field(snapshot.output_map)

    def _show_texts(self) -> None:
        snapshot = self._snapshot
        self._has_news = False
        if snapshot is None:
            return
        self.header.set_detail(f"epoch {grouped_text(snapshot.epoch)}")
        self.picture.refresh_card()
        self._show_legend(snapshot.hovered_scale if snapshot.hovered_map is not None else None)
        self.readouts.show_numbers(snapshot)
        self.confusion.show_counts(snapshot.confusion)
        if self._dataset is not None and self._dataset.picture_shape is not None:
            self.mistakes.show_mistakes(snapshot.mistakes, snapshot.confusion)
            self.weights.show_weights(snapshot.W[1])
        if self.notice.show_divergence(snapshot.divergence):
            self._arrange()
        self._text_timer.start()

    def _wish(self) -> None:
        """Say what the visible parts want computed, if that changed."""
        dataset = self._dataset
        if dataset is None:
            return
        seen = [self.isVisible() and self.pages.shows(page) for page in (PLANE, CONFUSION)]
        wishes = column_wishes(dataset, self.chooser.plane, self.width(), *seen)
        if wishes != self._wishes:
            self._wishes = wishes
            self.wishes_changed.emit(dict(wishes))

    def _arrange(self) -> None:
        top = 0
        if self.header.parent() is self:
            self.header.setGeometry(0, 0, self.width(), self.header.height())
            top = self.header.height()
        height = self.notice.height_for(self.width())
        self.notice.setVisible(height > 0)
        self.notice.setGeometry(0, top, self.width(), height)
        parts = self.pages.arrange(self.width(), self.height() - top, height)
        self.column.setGeometry(0, top + height, self.width(), max(0, self.height() - top - height))
        self.column.show_parts(parts)
        self.picture.place_again()
        self.header.set_subtitle(self.subtitle)
        self._wish()

    @Slot(str)
    def show_page(self, page: str) -> None:
        """Show "plane", "confusion" or "weights" wherever not all of them fit; "" leaves it to the data."""
        self.pages.chosen = page
        self._arrange()

    @Slot()
    def _on_text_time(self) -> None:
        if self._has_news:
            self._show_texts()

    @Slot(tuple)
    def _on_plane_chosen(self, _plane: Plane) -> None:
        self._show_scene()
        self._arrange()

    @Slot(bool, bool)
    def _on_points_toggled(self, train: bool, test: bool) -> None:
        self.picture.set_points_shown(train, test)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._wish()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._appearance.theme.color("panel"))
