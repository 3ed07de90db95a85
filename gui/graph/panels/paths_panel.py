"""Sums over paths: for every node the paths to the output, the product along each, and their sum."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from engine.graph import Evaluation, Graph, paths
from gui.appearance import Appearance
from gui.graph.panels.path_book import PathBook, PathLine
from gui.graph.panels.paths_content import Block, closing_words, count_words, node_blocks, path_lines
from gui.graph.panels.paths_list import PathsList
from gui.graph.short_names import cut_text
from gui.widgets import CheckBox, Label, PanelHeader, follow, text_width
from gui.widgets.panel_header import GAP as HEADER_GAP
from gui.widgets.panel_header import PADDING as HEADER_PADDING

PADDING, GAP, BOTTOM = 24, 16, 16
LINE_HEIGHT = 135  # of the sentence, in percent
LEAST_LIST = 120
ALL_PATHS = "All paths"
NAME_LETTERS = 24


class PathsPanel(QWidget):
    """`show_evaluation` gives the numbers, `show_event` says where the walk stands, `show_node` what is selected.

    Signals: node_requested(int), a block was clicked.
    """

    view_name = "Paths"
    node_requested = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._evaluation: Evaluation | None = None
        self._graph: Graph | None = None
        self._book: PathBook | None = None
        self._event = -1
        self._node: int | None = None
        self._listed_of: int | None = None  # whose paths these are: they stay while only numbers change
        self._listed: tuple[PathLine, ...] = ()
        self.header = PanelHeader(appearance, "Sums over paths")
        self.header.setParent(self)
        self.all_paths = CheckBox(appearance, ALL_PATHS)
        self.all_paths.setToolTip("Every path from the selected variable to the output")
        self.header.add_widget(self.all_paths)
        self.list = PathsList(appearance)
        self.closing = Label(appearance, "", "body", "ink2", self)
        self.closing.setWordWrap(True)
        self._scroll = self._make_scroll()
        self.all_paths.toggled.connect(self._on_toggled)
        self.list.node_requested.connect(self.node_requested)
        self.list.reshaped.connect(self._lay_out)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        follow(self, appearance)

    def _make_scroll(self) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.list)
        return scroll

    def show_evaluation(self, evaluation: Evaluation) -> None:
        """Show a graph's derivatives; with other values of the same graph only the numbers change."""
        if evaluation.graph is not self._graph:
            self._graph = evaluation.graph
            self._book = PathBook(evaluation.graph)
            self._node = self._listed_of = None
            self._event = -1
            self._name_output()
        self._evaluation = evaluation
        self._refresh()

    def show_event(self, event: int) -> None:
        """Where the walk stands: the index of the present event, from 0; -1 before the first one."""
        if event != self._event:
            self._event = event
            self._refresh()
            self._show_current()

    def show_node(self, node: int | None) -> None:
        """Which node is looked at; None: the one of the present step."""
        if node != self._node:
            self._node = node
            self._refresh()

    @property
    def node(self) -> int | None:
        """The node that "All paths" and the closing sentence are about."""
        if self._graph is None or self._book is None:
            return None
        if self._node is not None and self._node != self._graph.output:
            return self._node
        index = self._event - self._book.forward_count
        if 0 <= index < len(self._book.order):
            return self._book.order[index]
        return self._book.order[-1] if self._book.order else None

    def _refresh(self) -> None:
        evaluation, book, node = self._evaluation, self._book, self.node
        if evaluation is None or book is None:
            return
        if node is None:
            self.list.show_blocks(evaluation, ())
            self._say("The output is a variable or a number alone: there is no path.")
        elif self.all_paths.isChecked():
            self._show_all(evaluation, node)
        else:
            self.list.show_blocks(evaluation, node_blocks(evaluation, book, self._event))
        if node is not None:
            names = _names(evaluation, node)
            self._say(closing_words(names[0], names[1], book.counts[node]))
        self._lay_out()

    def _show_all(self, evaluation: Evaluation, node: int) -> None:
        assert self._book is not None
        if self._listed_of != node:
            self._listed_of, self._listed = node, path_lines(paths(evaluation, node))
        count = self._book.counts[node]
        names = _names(evaluation, node)
        block = Block(node, "known", self._listed, count, evaluation.derivatives[node], 0, self._book.is_tall)
        title = f"{names[0]} to {names[1]}: {count_words(count, len(self._listed))}"
        self.list.show_blocks(evaluation, (block,), title)

    def _say(self, words: str) -> None:
        self.closing.setText(f'<p style="line-height:{LINE_HEIGHT}%">{words}</p>')

    def _show_current(self) -> None:
        rect = self.list.current_rect()
        if rect is None:
            return
        if rect.height() > self._scroll.height():
            self._scroll.verticalScrollBar().setValue(int(rect.top()))
        else:
            middle, half = round(rect.center().y()), round(rect.height() / 2)
            self._scroll.ensureVisible(0, middle, 0, half + GAP)

    @Slot(bool)
    def _on_toggled(self, _is_on: bool) -> None:
        self._refresh()
        self._scroll.verticalScrollBar().setValue(0)
        self._show_current()

    @Slot()
    def _lay_out(self) -> None:
        """The list as high as it needs, the sentence right below it, or at the foot of a full panel."""
        width, height = self.width(), self.height()
        top = self.header.height()
        self.header.setGeometry(0, 0, width, top)
        words = self.closing.heightForWidth(width - 2 * PADDING)
        foot = GAP + words + BOTTOM
        is_low = self._is_low(height - top, foot)
        self.closing.setVisible(not is_low)
        foot = 0 if is_low else foot
        room = max(0, min(self.list.height(), height - top - foot))
        self._scroll.setGeometry(0, top, width, room)
        self.closing.setGeometry(PADDING, top + room + GAP, width - 2 * PADDING, words)
        self.update()

    def _is_low(self, height: int, foot: int) -> bool:
        """Whether the sentence has to go: a whole block stands there without it only, or next to nothing does."""
        room, needed = height - foot, min(self.list.height(), self.list.highest_block)
        return room < needed and (needed <= height or room < LEAST_LIST)

    def sizeHint(self) -> QSize:
        return QSize(340, 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(264, 200)

    def _name_output(self) -> None:
        """What is derived, in few words where the header is narrow."""
        if self._graph is None:
            return
        name = self._graph.nodes[self._graph.output].name
        taken = text_width(self.header.title(), "header") + self.all_paths.sizeHint().width()
        room = self.width() - 2 * HEADER_PADDING - 2 * HEADER_GAP - taken - 2
        fits = text_width(f"derivative of {name}", "small") <= room
        self.header.set_detail(f"derivative of {name}" if fits else f"of {name}")

    def resizeEvent(self, event: QEvent) -> None:
        self._name_output()
        self._lay_out()
        self._show_current()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        bottom = self._scroll.geometry().bottom() + 1
        if self.list.height() > self._scroll.height():
            painter.fillRect(0, bottom, self.width(), 1, theme.color("line"))


def _names(evaluation: Evaluation, node: int) -> list[str]:
    """Of a node and of the output."""
    nodes = evaluation.graph.nodes
    return [cut_text(nodes[index].name, NAME_LETTERS) for index in (node, evaluation.graph.output)]
