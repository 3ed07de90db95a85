"""The blocks of the panel of paths, painted one below the other; only those that are seen are painted."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.graph import Evaluation
from gui.appearance import Appearance
from gui.graph.panels.block_painter import paint_block
from gui.graph.panels.math_line import FormulaWaiter
from gui.graph.panels.paths_content import Block
from gui.graph.panels.paths_geometry import BlockShape, block_shapes, nodes_on_a_line
from gui.graph.short_names import whole_name
from gui.widgets import follow

NARROWEST = 240


class PathsList(QWidget):
    """Signals: node_requested(int), a block was clicked; reshaped(), another width has made it higher or lower."""

    node_requested = Signal(int)
    reshaped = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._evaluation: Evaluation | None = None
        self._blocks: tuple[Block, ...] = ()
        self._shapes: tuple[BlockShape, ...] = ()
        self._title = ""
        self._nodes = 0
        self._hovered: int | None = None
        self._waiter = FormulaWaiter(self)
        self._waiter.came.connect(self.update)
        self.setMouseTracking(True)
        self.setMinimumWidth(NARROWEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(0)
        follow(self, appearance)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What is shown."""
        return self._blocks

    def show_blocks(self, evaluation: Evaluation, blocks: Sequence[Block], title: str = "") -> None:
        """Show these blocks; with a title they are a list of all paths of one node."""
        shown = [(block.node, block.paths, block.count) for block in self._blocks]
        is_same = shown == [(block.node, block.paths, block.count) for block in blocks]
        self._evaluation, self._blocks = evaluation, tuple(blocks)
        is_same = is_same and bool(title) == bool(self._title)
        self._title = title
        if not is_same:
            self._hovered = None
            self._shape_blocks()
        self.setAccessibleDescription(title or f"{len(blocks)} derivatives")
        self.update()

    def _shape_blocks(self) -> None:
        self._nodes = nodes_on_a_line(self.width())
        self._shapes = block_shapes(self._blocks, self.width(), has_title=bool(self._title))
        self.setFixedHeight(math.ceil(self._shapes[-1].bottom) if self._shapes else 0)

    @property
    def highest_block(self) -> int:
        """The height of the highest block; 0 for none."""
        return math.ceil(max((shape.bottom - shape.top for shape in self._shapes), default=0.0))

    def block_rect(self, index: int) -> QRectF:
        """Where a block is."""
        shape = self._shapes[index]
        return QRectF(0, shape.top, self.width(), shape.bottom - shape.top)

    def current_rect(self) -> QRectF | None:
        """Where the block of the present step is."""
        for index, block in enumerate(self._blocks):
            if block.state == "current":
                return self.block_rect(index)
        return None

    def _index_at(self, y: float) -> int | None:
        if self._title:
            return None
        return next((i for i, shape in enumerate(self._shapes) if shape.top <= y < shape.bottom), None)

    def _hover(self, index: int | None) -> None:
        if index != self._hovered:
            self._hovered = index
            self.setToolTip("" if index is None else self._whole_names(self._blocks[index]))
            self.update()

    def _whole_names(self, block: Block) -> str:
        assert self._evaluation is not None
        nodes = self._evaluation.graph.nodes
        used = dict.fromkeys(node for path in block.paths for node in path.nodes)
        return whole_name(*(nodes[node].name for node in used))

    def sizeHint(self) -> QSize:
        return QSize(340, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        if nodes_on_a_line(self.width()) != self._nodes:
            self._shape_blocks()
            self.reshaped.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._index_at(event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position().y())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self.node_requested.emit(self._blocks[index].node)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        painter.fillRect(event.rect(), theme.color("panel"))
        if self._evaluation is None:
            return
        seen = QRectF(event.rect())
        for index, (block, shape) in enumerate(zip(self._blocks, self._shapes, strict=True)):
            rect = self.block_rect(index)
            if not rect.intersects(seen):
                continue
            follows = self._blocks[index + 1].state if index + 1 < len(self._blocks) else ""
            paint_block(
                painter,
                theme,
                self._waiter,
                self._evaluation,
                block,
                shape,
                rect,
                seen,
                title=self._title,
                is_hovered=index == self._hovered,
                has_line="current" not in (block.state, follows),
            )
