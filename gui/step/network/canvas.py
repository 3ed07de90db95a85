"""The surface of Step's drawing: paints the scene, finds what the mouse is on, scrolls tall columns by the wheel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.step.links import NOTHING, Lit, edge_layer, lit_by
from gui.step.network.content import NEW, Content, content_at
from gui.step.network.geometry import Place, Scene, lay_out
from gui.step.network.hit import edge_near
from gui.step.network.painter import ScenePainter, paint_quiet_edges
from gui.step.network.slopes import SlopeLabel, slope_labels
from gui.step.number_format import NumberFormat, full_text
from gui.step.selection import Cell
from gui.widgets.pixels import pixel_ratio, wants_lines

REACH = 6.0


class NetworkCanvas(QWidget):
    """Signals: edge_requested(l, k, j), unit_requested(l, k) on a click; both count units from 0. placed(), when what
    is drawn may be something else.
    """

    edge_requested = Signal(int, int, int)
    unit_requested = Signal(int, int)
    placed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._tape: Tape | None = None
        self._index = 0
        self._cell: Cell | None = None
        self._example = 0
        self._firsts: dict[int, int] = {}
        self._format = NumberFormat()
        self.content: Content | None = None
        self.scene: Scene | None = None
        self.slopes: tuple[SlopeLabel, ...] = ()
        self.lit: Lit = NOTHING
        self._key: tuple[object, ...] = ()
        self._quiet: QPixmap | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Network of this step")
        appearance.changed.connect(self._on_theme_changed)

    @property
    def example(self) -> int:
        """The example whose values the tiles show, from 0."""
        return self._example

    @property
    def columns(self) -> int:
        """How many examples there are."""
        return 1 if self._tape is None else int(self._tape.moment.X.shape[1])

    def set_tape(self, tape: Tape) -> None:
        """Another update; the example that is shown stays where there are so many."""
        self._tape = tape
        self._index = 0
        self._cell = None
        self._example = min(self._example, tape.moment.X.shape[1] - 1)
        self._firsts.clear()

    def set_number_format(self, style: NumberFormat) -> None:
        """Other decimals."""
        self._format = style
        self._place()

    def show_row(self, index: int) -> None:
        """Show the numbers that are known at a row."""
        self._index = index
        self._cell = None
        self._refresh()

    def show_cell(self, cell: Cell | None) -> None:
        """Light what belongs to a selected number, and show its example."""
        self._cell = cell
        self._refresh()

    def _refresh(self) -> None:
        if self._tape is None:
            return
        row, sizes = self._tape.rows[self._index], self._tape.moment.spec.sizes
        self.lit = lit_by(row, self._cell, sizes)
        if self.lit.example is not None:
            self._example = self.lit.example
        self._bring_lit_into_view()
        self.content = content_at(self._tape, self._index, self._example)
        self._place()

    def _place(self) -> None:
        if self._tape is None:
            return
        row, spec = self._tape.rows[self._index], self._tape.moment.spec
        layer, wanted = edge_layer(row, spec.L), frozenset(self.lit.edges)
        key = (self.size(), spec.sizes, layer, tuple(self._firsts.items()), wanted)
        if key != self._key:
            self._key = key
            self._quiet = None
            self.scene = lay_out(self.width(), self.height(), spec.sizes, layer, self._firsts, wanted)
        if self.scene is not None and self.content is not None:
            self.slopes = slope_labels(self.scene, self.content, self._format)
        self.placed.emit()
        self.update()

    def _bring_lit_into_view(self) -> None:
        """Scroll a tall column so far that a selected unit of it is shown; not where all of it is lit."""
        if self.scene is None:
            return
        for column in self.scene.columns:
            lit = [k for l, k in self.lit.units if l == column.l]
            if len(lit) == 1 and column.tile(lit[0]) is None:
                self._firsts[column.l] = max(0, lit[0] - len(column.tiles) // 2)

    def _unit_at(self, place: QPointF) -> tuple[int, int] | None:
        for column in self.scene.columns if self.scene else ():
            for index, tile in enumerate(column.tiles):
                if tile.contains(place.x(), place.y()):
                    return column.l, column.first + index
        return None

    def _edge_at(self, place: QPointF) -> Place | None:
        if self.scene is None or self.content is None:
            return None
        for edge, port in self.scene.ports.items():
            if port.contains(place.x(), place.y()):
                return edge
        return edge_near(self.scene, self.content.edge_layer, place.x(), place.y(), REACH)

    def _words_for(self, place: QPointF) -> str:
        """The full number of what is at a place."""
        assert self.content is not None
        unit = self._unit_at(place)
        if unit is not None:
            values = self.content.values[unit[0]]
            name = f"{self.content.letters[unit[0]]}[{unit[0]}]{unit[1] + 1}"
            dz = self.content.dz[unit[0]]
            lines = [] if values is None else [f"{name} = {self._full(values[unit[1]])}"]
            lines += [] if dz is None else [f"dz[{unit[0]}]{unit[1] + 1} = {self._full(dz[unit[1]])}"]
            return "\n".join(lines)
        edge = self._edge_at(place)
        if edge is None:
            return ""
        _, k, j = edge
        name = self.content.edge_name.removeprefix(NEW).replace("W", "w")
        return f"{name}{k + 1},{j + 1} = {self._full(self.content.edges[k, j])}"

    def _full(self, value: float) -> str:
        return full_text(float(value), nothing=self._format.nothing)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self.content is not None:
            QToolTip.showText(event.globalPos(), self._words_for(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        unit, edge = self._unit_at(event.position()), self._edge_at(event.position())
        if unit is not None:
            self.unit_requested.emit(*unit)
        elif edge is not None:
            self.edge_requested.emit(*edge)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        is_on = self._unit_at(place) is not None or self._edge_at(place) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_on else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        for column in self.scene.columns if self.scene else ():
            tile = column.tiles[0]
            if tile.x - 20 <= event.position().x() <= tile.right + 20 and len(column.tiles) < column.total:
                step = -1 if event.angleDelta().y() > 0 else 1
                last = column.total - len(column.tiles)
                self._firsts[column.l] = min(max(column.first + step, 0), last)
                self._place()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _picture_of_quiet_edges(self) -> QPixmap:
        """The edges that are not in this row, as they stay for a whole layer: hundreds of curves."""
        assert self.scene is not None
        assert self.content is not None
        ratio = pixel_ratio(self)
        picture = QPixmap((QSizeF(self.size()) * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_quiet_edges(painter, self._appearance.theme, self.scene, self.content.edge_layer)
        painter.end()
        return picture

    def _on_theme_changed(self) -> None:
        self._quiet = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(363, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("sunken"))
        if self.scene is None or self.content is None:
            return
        if wants_lines():
            paint_quiet_edges(painter, theme, self.scene, self.content.edge_layer)
        else:
            if self._quiet is None or self._quiet.devicePixelRatio() != pixel_ratio(self):
                self._quiet = self._picture_of_quiet_edges()
            painter.drawPixmap(0, 0, self._quiet)
        ScenePainter(painter, theme, self.scene, self.content, self.slopes, self.lit, self._format).paint()
