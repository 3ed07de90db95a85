"""Everything that the network drawing shows, ready to paint: ground, edges, tiles, labels. No events, no widget.

What depends on size, data or theme is made once; a new snapshot costs the pictures of the tiles and the
edges that look different. Texts follow when `refresh_texts` is called.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtGui import QPainter, QPixmap

from engine.data import Dataset
from engine.setup import Setup
from engine.snapshot import Snapshot
from gui.theme import Theme
from gui.train.network.edge_layer import EdgeLayer
from gui.train.network.edges import LEAST_SCALE
from gui.train.network.frames import HALO, RING, RING_GAP, Frames, draw_ring, radius_of
from gui.train.network.ground import GroundTexts, paint_ground, paint_legend, range_text
from gui.train.network.hit import HitMap, Target
from gui.train.network.input_pictures import InputPictures
from gui.train.network.input_symbols import pixel_names
from gui.train.network.labels import UnitLabels, draw_input_name
from gui.train.network.legend_words import legend_words
from gui.train.network.places import Places, TilePlace
from gui.train.network.tile_painter import TilePainter
from gui.train.network.value_labels import ValueLabels
from gui.train.output.texts import shows_classes
from gui.widgets.pixels import pixel_ratio, wants_lines


@dataclass(frozen=True)
class Marks:
    """What the pointer and the keyboard point at. selected: its number is being typed."""

    hovered: Target | None = None
    selected: Target | None = None
    focused: Target | None = None

    @property
    def spoken_of(self) -> Target | None:
        """The one that the value card is about."""
        return self.selected or self.hovered or self.focused


class NetworkScene:
    """One network in one size. `set_places` and `set_setup` begin anew, `show_snapshot` changes the numbers."""

    def __init__(self) -> None:
        self.places: Places | None = None
        self.hits: HitMap | None = None
        self.values: ValueLabels | None = None
        self.snapshot: Snapshot | None = None
        self.show_values = False
        self._setup: Setup | None = None
        self._dataset: Dataset | None = None
        self._inputs: InputPictures | None = None
        self._edges: EdgeLayer | None = None
        self._labels: UnitLabels | None = None
        self._tiles = TilePainter()
        self._frames = Frames()
        self._ground: QPixmap | None = None
        self._ground_theme: Theme | None = None
        self._edge_range = range_text(LEAST_SCALE)

    @property
    def has_work_left(self) -> bool:
        """Whether edges wait to be drawn with the next frame."""
        return self._edges is not None and self._edges.is_dirty

    def set_setup(self, setup: Setup, dataset: Dataset) -> None:
        """Another structure or other data; places follow by `set_places`."""
        self._setup = setup
        if dataset is not self._dataset:
            self._dataset = dataset
            self._inputs = InputPictures(dataset)
        self._ground = None
        # The numbers of before stay on the screen where they fit, until the first new snapshot comes.
        if self.snapshot is not None and len(self.snapshot.sizes) != len(setup.network.sizes):
            self.snapshot = None
            self._tiles.forget()

    def set_places(self, places: Places) -> None:
        """Other places: after a change of structure, of size, or of the units shown."""
        if places == self.places and self._ground is not None:
            return
        self.places = places
        self.hits = HitMap(places)
        self._edges, self._labels, self.values = EdgeLayer(places), UnitLabels(places), ValueLabels(places)
        self._ground = None
        if self.snapshot is not None:
            self.show_snapshot(self.snapshot)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take new numbers over. Texts stay as they are until `refresh_texts`."""
        self.snapshot = snapshot
        if self.places is None or self._edges is None or self._setup is None or self._dataset is None:
            return
        self._edges.set_weights(snapshot.W)
        activations = ("", *(layer.activation for layer in self._setup.network.layers))
        classes = self._setup.network.sizes[-1] if shows_classes(self._setup.network) else 0
        self._tiles.show_snapshot(snapshot, self.places, activations, self._dataset.picture_shape, classes)

    def refresh_texts(self) -> None:
        """Lay out the biases and values of the latest snapshot."""
        if self.snapshot is not None and self._labels is not None and self.values is not None:
            self._refresh_legend()
            self._labels.set_biases(self.snapshot.b)
            self._tiles.refresh_texts()
            if self.show_values:
                self.values.set_weights(self.snapshot.W)

    def paint(self, painter: QPainter, theme: Theme, marks: Marks) -> None:
        """Draw the network; the value card is the caller's."""
        if self.places is None or self._edges is None or self._labels is None or self.values is None:
            painter.fillRect(painter.viewport(), theme.color("sunken"))
            return
        assert self._dataset is not None
        if wants_lines():
            self._paint_ground(painter, theme)
            self._edges.draw_all(painter, theme)
        else:
            self._prepare_ground(theme, pixel_ratio(painter.device()))
            assert self._ground is not None
            self._edges.draw_dirty(self._ground, theme)
            painter.drawPixmap(0, 0, self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for target in (marks.focused, marks.hovered, marks.selected):
            if target is not None and target.kind == "edge" and target.j is not None:
                is_selected = target == marks.selected
                self._edges.draw_marked(painter, theme, target.l, target.k, target.j, is_selected)
        is_binary = self._dataset.task != "regression"
        self._tiles.paint(painter, theme, self.places, self._frames, with_boundary=is_binary)
        if any(tile.name is not None and tile.name.y > tile.frame.y for tile in self.places.columns[0].tiles):
            self._paint_names(painter, theme)  # below their tiles they reach into the gap, over the edges
        self._labels.paint(painter, theme)
        if self.show_values:
            self.values.paint(painter, theme)
        self._paint_tile_marks(painter, theme, marks)

    def tile_of(self, target: Target | None) -> TilePlace | None:
        """The tile that a target is or belongs to, if it is shown."""
        if target is None or self.places is None or target.kind not in ("tile", "bias"):
            return None
        return self.places.tile(target.l, target.k)

    @property
    def class_names(self) -> tuple[str, ...]:
        """The names beside the output tiles, () where there are none."""
        dataset = self._dataset
        return dataset.class_names if dataset is not None and dataset.task == "classes" else ()

    def _paint_names(self, painter: QPainter, theme: Theme) -> None:
        assert self.places is not None
        assert self._dataset is not None
        names = self._input_names()
        for tile in self.places.columns[0].tiles:
            if tile.name is not None and tile.k < len(names):
                draw_input_name(painter, theme, names[tile.k], tile.name)

    def _input_names(self) -> tuple[str, ...]:
        """Short names for the drawing: pixels are x₁, x₂, ...; the value card has the whole name."""
        assert self._dataset is not None
        names = self._dataset.input_names
        return names if self._dataset.picture_shape is None else pixel_names(len(names))

    def _paint_tile_marks(self, painter: QPainter, theme: Theme, marks: Marks) -> None:
        for target in (marks.hovered, marks.selected):
            tile = self.tile_of(target)
            if tile is None:
                continue
            radius, reach = radius_of(tile) + 1, 0.0
            if target == marks.selected:
                draw_ring(painter, tile.frame, radius, theme.color("ink"), RING)
                reach = RING
            draw_ring(painter, tile.frame.grown(reach), radius + reach, theme.color("spot"), HALO)
        focused = self.tile_of(marks.focused)
        if focused is not None:
            draw_ring(painter, focused.frame, radius_of(focused), theme.color("ink"), RING, RING_GAP)

    def _prepare_ground(self, theme: Theme, ratio: float) -> None:
        assert self.places is not None
        assert self._edges is not None
        ground = self._ground
        if ground is not None and self._ground_theme is theme and ground.devicePixelRatio() == ratio:
            return
        size = (math.ceil(self.places.width * ratio), math.ceil(self.places.height * ratio))
        ground = QPixmap(max(1, size[0]), max(1, size[1]))
        ground.setDevicePixelRatio(ratio)
        ground.fill(theme.color("sunken"))
        painter = QPainter(ground)
        self._paint_ground(painter, theme)
        painter.end()
        self._ground, self._ground_theme = ground, theme
        self._edges.mark_all()
        self._edges.draw_dirty(ground, theme, math.inf)

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        assert self.places is not None
        assert self._inputs is not None
        paint_ground(painter, theme, self.places, self._inputs, self._texts())
        self._paint_names(painter, theme)

    def _texts(self) -> GroundTexts:
        assert self._dataset is not None
        assert self._setup is not None
        assert self.places is not None
        words = legend_words(self._edge_range, self.places, self._setup.network, self._dataset)
        return GroundTexts(self.class_names, words)

    def _refresh_legend(self) -> None:
        """Write the range of the weights anew where it changed; the rest of the ground stays."""
        edge_range = range_text(self._edges.scale if self._edges is not None else LEAST_SCALE)
        if edge_range == self._edge_range:
            return
        self._edge_range = edge_range
        if self._ground is not None and self._ground_theme is not None and self.places is not None:
            with QPainter(self._ground) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint_legend(painter, self._ground_theme, self.places.legend, self._texts())
