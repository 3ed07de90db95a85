"""The graph as a drawing that can be pointed at: what is known at an event, cards, a way from node to node by key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.graph import Evaluation, Graph
from gui import formulas
from gui.appearance import Appearance
from gui.graph.boxes_geometry import Box
from gui.graph.card_painter import draw_card, draw_fault, edge_lines, node_lines
from gui.graph.columns_geometry import Edge, Skeleton
from gui.graph.content import Content, content_at
from gui.graph.directions_geometry import node_beside
from gui.graph.drafting import Drafting
from gui.graph.edges import Edges
from gui.graph.layout_geometry import Layout, least_width
from gui.graph.node_painter import Marks
from gui.graph.painter import Frame, GraphPainter
from gui.graph.short_names import whole_name
from gui.graph.skeleton import skeleton_of
from gui.graph.surface import Surface
from gui.widgets import KEYBOARD_REASONS
from gui.widgets.pixels import pixel_ratio

DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
ACCEPT = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GraphCanvas(Surface):
    """Signals: node_requested(int), after a click on a node or Return; settled(), a new layout is drawn.

    The layout is made on a thread: `is_settled` says whether what is shown is up to date.
    """

    view_name = "Graph"
    node_requested = Signal(int)
    settled = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._graph: Graph | None = None
        self._skeleton: Skeleton | None = None
        self._index = 0
        self._selected: int | None = None
        self._hovered: int | None = None
        self._hovered_edge: Edge | None = None
        self._focused: int | None = None
        self._has_ring = False
        self.content: Content | None = None  # what is drawn
        self.drawing: Layout | None = None
        self._coming: Content | None = None  # of another graph, as soon as it is laid out
        self._painter = GraphPainter()
        self.edges = Edges(appearance, self)
        self._drafting = Drafting(self)
        self._drafting.made.connect(self._take)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Graph")
        formulas.shelf().ready.connect(self._on_formula_ready)
        appearance.changed.connect(self.viewport().update)

    @property
    def is_settled(self) -> bool:
        """Whether the layout of this graph at this size is drawn, with all its formulas."""
        return not self._drafting.is_busy and not formulas.shelf().is_waiting

    @property
    def focused_node(self) -> int | None:
        """The node that the keyboard is at."""
        return self._focused

    def show_evaluation(self, evaluation: Evaluation) -> None:
        """Show these numbers: nothing moves while the graph stays the same. Another one is shown at its first event."""
        if evaluation.graph is not self._graph:
            self._graph = evaluation.graph
            self._painter.forget()
            self._index = 0
            self._hovered = self._hovered_edge = self._focused = None
            skeleton = skeleton_of(evaluation.graph)
            if skeleton != self._skeleton:
                self._skeleton = skeleton
                self._coming = content_at(evaluation, 0)
                self._ask()
        self._set_content(content_at(evaluation, self._index))

    def _set_content(self, content: Content) -> None:
        """The graph before stays until the new one is laid out: nothing flickers while a person types."""
        if self._coming is not None:
            self._coming = content
        else:
            self.content = content
            self.viewport().update()

    def show_event(self, index: int) -> None:
        """Show what is known once event `index` is done."""
        is_other, self._index = index != self._index, index
        known = self._coming or self.content
        if known is None:
            return
        content = content_at(known.evaluation, index)
        if content.event is not None:
            name = content.evaluation.graph.nodes[content.event.node].name
            self.setAccessibleDescription(f"{content.event.phase.capitalize()}, step {index + 1}: {name}")
        self._set_content(content)
        if self._coming is None and is_other:
            self._reveal(content.node)

    def show_variable(self, name: str) -> None:
        """Mark the variable that is looked at."""
        graph = self._graph
        self._selected = graph.index_of(name) if graph is not None and name in graph.variables else None
        self.viewport().update()

    def node_rect(self, node: int) -> QRectF:
        """Where a node is in the viewport now. Needs a layout."""
        assert self.drawing is not None
        return self.to_view(self.drawing.nodes[node])

    def needed_width(self, scale: float) -> float:
        """How wide the view has to be for the graph to be seen as a whole at this scale; 0 before the first one."""
        return 0.0 if self._skeleton is None else least_width(self._skeleton, scale)

    def close_down(self) -> None:
        """Nothing goes on by itself any more."""
        self._drafting.close()

    def move_focus(self, right: int, down: int) -> None:
        """Move the keyboard's ring to the next node in a direction; the first time to the current one."""
        if self.drawing is None or self.content is None or self._coming is not None:
            return
        if self._focused is None:
            self._focused = self.content.node
        else:
            self._focused = node_beside(self.drawing.nodes, self._focused, right, down)
        self._reveal(self._focused)
        self.viewport().update()

    def _ask(self) -> None:
        size = self.viewport().size()
        if self._skeleton is not None and min(size.width(), size.height()) > 40:
            self._drafting.ask(self._skeleton, float(size.width()), float(size.height()))

    @Slot(object, object)
    def _take(self, skeleton: Skeleton, layout: Layout) -> None:
        if skeleton is self._skeleton:
            if self._coming is not None:
                self.content, self._coming = self._coming, None
                self.reset_zoom()
            self.drawing = layout
            self._painter.forget()
            self.set_drawing(layout.area.width, layout.area.height, layout.scale)
            self._reveal(None if self.content is None else self.content.node)
            self.settled.emit()

    def _reveal(self, node: int | None) -> None:
        if self.drawing is not None and node is not None:
            self.reveal(self.drawing.nodes[node])

    def _on_view_moved(self) -> None:
        if self.drawing is not None:
            whole, view = self.to_view(self.drawing.whole), self.viewport().rect()
            beyond = (
                -whole.left(),
                whole.right() - view.width(),
                -whole.top(),
                whole.bottom() - view.height(),
            )
            self.edges.show_beyond(*beyond)

    @Slot(str)
    def _on_formula_ready(self, _latex: str) -> None:
        self._painter.forget()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, view = self._appearance.theme, self.viewport()
        painter = QPainter(view)
        if self.drawing is None or self.content is None:
            painter.fillRect(event.rect(), theme.color("sunken"))
            return
        frame = Frame(self.origin(), self.scale, view.size(), pixel_ratio(view))
        marks = Marks(self._hovered, self._focused, self._selected)
        self._painter.paint(painter, theme, self.drawing, self.content, marks, self._hovered_edge, frame)
        self.edges.paint_fades(painter, theme)
        self._paint_notes(painter)
        if self._has_ring:
            painter.setPen(theme.color("ink"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(view.rect().adjusted(1, 1, -2, -2))

    def _paint_notes(self, painter: QPainter) -> None:
        """Faults that are known by now, and the card of what the mouse or the keyboard is at."""
        content, drawing, view = self.content, self.drawing, self.viewport().rect()
        assert content is not None
        assert drawing is not None
        theme = self._appearance.theme
        for node, sentence in content.evaluation.faults.items():
            if node in content.has_value:
                rect = self.node_rect(node)
                box = Box(rect.x(), rect.y(), rect.width(), rect.height())
                draw_fault(painter, theme, sentence, box, view)
        pointed = self._hovered if self._hovered is not None else self._focused
        if pointed is not None:
            draw_card(painter, theme, node_lines(content, pointed), self.node_rect(pointed), view)
        elif self._hovered_edge is not None:
            edge = self._hovered_edge
            lines = edge_lines(content, edge, drawing.routes[edge].source)
            draw_card(painter, theme, lines, self.to_view(drawing.extents[edge]), view)

    def _hover(self, place: QPointF | None) -> None:
        node = edge = None
        if place is not None and self.drawing is not None and self._coming is None:
            there = self.to_drawing(place)
            node = self.drawing.node_at(there.x(), there.y())
            edge = None if node is not None else self.drawing.edge_at(there.x(), there.y())
        if (node, edge) != (self._hovered, self._hovered_edge):
            self._hovered, self._hovered_edge = node, edge
            shape = Qt.CursorShape.ArrowCursor if node is None else Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(shape)
            names = [] if node is None or self._graph is None else [self._graph.nodes[node].name]
            self.viewport().setToolTip(whole_name(*names))
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._focused = None
        self._hover(event.position())
        if self._hovered is not None:
            self.node_requested.emit(self._hovered)
        elif self._hovered_edge is None:
            self.take_hold(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._hover(event.position())
        if self._hovered is None and self._hovered_edge is None:
            self.reset_zoom()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        direction = DIRECTIONS.get(Qt.Key(event.key()))
        if event.key() in ACCEPT and self._focused is not None:
            self.node_requested.emit(self._focused)
        elif direction is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.move_focus(*direction)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._has_ring = event.reason() in KEYBOARD_REASONS
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._has_ring = False
        self._focused = None
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    def sizeHint(self) -> QSize:
        return QSize(604, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 220)
