"""The equations of a row, one below the other, with what there is to say about them; scrolls where it must."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from engine.step.expansion import Expansion
from engine.step.row import Row
from gui.appearance import Appearance
from gui.step.equation_panel import EquationPanel
from gui.step.matrix.cells import shown_matrices, too_small
from gui.step.matrix.items import NAME_BAND, Room
from gui.step.matrix.picture import EquationPicture, operands_of
from gui.step.number_format import NumberFormat
from gui.step.pencil.paper import Answer
from gui.step.remark_list import RemarkList
from gui.step.selection import Cell
from gui.widgets.ground import PanelGround
from gui.widgets.scroll_bars import set_bars

TOP, PANEL_GAP, REMARK_GAP = 6, 18, 10
SPARE = 16  # of the padding at the right, which a line may reach into before it is scrolled
HALO = 2  # below the last bracket
LEAST_HEIGHT = 140
SIGHT = 60  # beside a selected number, in pixels
ABOVE, BELOW = NAME_BAND + 8, 14
FULL_CHAIN = "The same by the full chain"


class EquationsArea(QScrollArea):
    """`show_row`, `fit`, `select`. Signals: cell_clicked(equation, k, i); value_hovered(str); scrolled(), when a
    window of a long matrix has moved.
    """

    cell_clicked = Signal(int, int, int)
    value_hovered = Signal(str)
    scrolled = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._row: Row | None = None
        self.has_marks = False  # whether the results have room for ticks and crosses
        self._is_wide = False
        self._panels: list[EquationPanel] = []
        self._content = PanelGround(appearance)
        self.remarks = RemarkList(appearance, self._content)
        self.setWidget(self._content)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._hold_names)

    @property
    def panels(self) -> list[EquationPanel]:
        """The panels of the row's equations."""
        return self._panels[: len(self._row.equations)] if self._row is not None else []

    @property
    def pictures(self) -> list[EquationPicture]:
        """What the panels show."""
        return [panel.view.picture for panel in self.panels if panel.view.picture is not None]

    def show_row(self, row: Row, number_format: NumberFormat) -> None:
        """Show the equations of a row from the top."""
        self._row = row
        operands = [operand for equation in row.equations for operand in operands_of(equation)]
        matrices = shown_matrices(operands, number_format)
        remarks = (*row.remarks, *too_small(matrices, number_format))
        marks = frozenset(remark.k for remark in row.remarks if remark.k is not None)
        for index, equation in enumerate(row.equations):
            count = len(equation.operands) + 1
            own, matrices = matrices[:count], matrices[count:]
            is_main = index == row.main
            self._panel(index).set_equation(
                equation,
                own,
                FULL_CHAIN if index > row.main else "",
                marks if is_main else frozenset(),
                has_formula=not is_main,
            )
        main = self._panels[row.main].view.picture
        assert main is not None
        main.has_marks = self.has_marks
        for index, panel in enumerate(self._panels):
            panel.setVisible(index < len(row.equations))
        self.remarks.show_remarks(remarks)
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)

    def fit(self, room: Room, as_map: bool | None) -> int:
        """Arrange everything in this room if that can be. Returns the height it takes."""
        y, width = TOP, round(room.width)
        remarks = self.remarks.fit(width)
        low, high = (_for_panels(height, remarks) for height in (room.height, room.most_height))
        for index, panel in enumerate(self.panels):
            others = len(self.panels) - index
            shares = ((height - (others - 1) * PANEL_GAP) / others for height in (low, high))
            size = panel.fit(Room(room.width, *shares), as_map)
            panel.move(0, y)
            y += size.height() + PANEL_GAP
            low, high = (height - size.height() - PANEL_GAP for height in (low, high))
            width = max(width, size.width())
        y -= PANEL_GAP
        if remarks:
            self.remarks.move(0, y + REMARK_GAP)
            y += REMARK_GAP + remarks
        self.remarks.setVisible(remarks > 0)
        self._content.resize(width, y + HALO)
        self._is_wide = width > room.width + SPARE
        bar = self.horizontalScrollBar().sizeHint().height() if self._is_wide else 0
        return y + HALO + bar

    def place(self, left: int, width: int, height: int, wanted: int) -> None:
        """Stand at the top of the page; `wanted` is what `fit` said."""
        set_bars(self, vertical=wanted > height, horizontal=self._is_wide)
        self.setGeometry(left, 0, width, self._without_cut_remarks(height, wanted))
        self._hold_names()

    def _without_cut_remarks(self, height: int, wanted: int) -> int:
        """Where a remark would be cut through its letters, it is left to scrolling."""
        is_cut = not self.remarks.isHidden() and self.remarks.y() < height < wanted
        return self.remarks.y() if is_cut and not self._is_wide else height

    def select(self, cell: Cell | None) -> Expansion | None:
        """Mark a number of the row with what it is made of, or none. Returns it written out."""
        selected: Expansion | None = None
        for index, panel in enumerate(self.panels):
            if cell is not None and cell.equation == index and panel.equation is not None:
                selected = panel.equation.expand(cell.k, cell.i)
                panel.view.select((cell.k, cell.i), selected)
            else:
                panel.view.select(None, None)
        return selected

    def bring_into_sight(self, cell: Cell) -> None:
        """Scroll to a number of the row, no further than needed, with its whole equation if there is room for that."""
        panel = self.panels[cell.equation]
        picture = panel.view.picture
        assert picture is not None
        picture.bring_into_sight()
        place = panel.view.cell_rect(cell.k, cell.i)
        if place is None:
            return
        at = panel.pos() + panel.view.pos()
        top, bottom = picture.arrangement.line_of(len(picture.shown) - 1)
        spans = (
            (panel.y(), panel.y() + panel.height()),
            (at.y(), at.y() + picture.arrangement.height),
            (at.y() + top, at.y() + bottom),
            (at.y() + place.y - ABOVE, at.y() + place.bottom + BELOW),
        )
        seen = self.viewport().height()
        top, bottom = next((span for span in spans if span[1] - span[0] <= seen), spans[-1])
        bar = self.verticalScrollBar()
        bar.setValue(round(min(max(bar.value(), bottom - seen), top)))
        middle = bar.value() + seen // 2
        self.ensureVisible(round(at.x() + place.x + place.width / 2), middle, SIGHT, 0)

    @Slot()
    def _hold_names(self) -> None:
        """Names of matrices that are cut by the upper edge stay at it, and no number is cut through its digits."""
        for panel in self.panels:
            top = self.verticalScrollBar().value() - panel.y() - panel.view.y()
            panel.view.set_seen(top, top + self.viewport().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hold_names()

    def set_blanks(self, blanks: Mapping[tuple[int, int], Answer]) -> None:
        """Show these cells of the row's result as fields."""
        panel = self._main_panel()
        if panel is not None:
            panel.view.set_blanks(blanks)

    def cell_geometry(self, k: int, i: int) -> tuple[QRect, int] | None:
        """Where a cell of the row's result is on the content, and the size of its number; None while it is not seen."""
        panel = self._main_panel()
        place = panel.view.cell_rect(k, i) if panel is not None else None
        if panel is None or place is None or panel.view.picture is None or panel.view.picture.is_map:
            return None
        at = panel.pos() + panel.view.pos()
        rect = QRectF(*place).translated(QPointF(at)).toAlignedRect()
        return rect, panel.view.picture.arrangement.matrices[-1].pixels

    def take_focus(self) -> None:
        """Give the keyboard to the row's matrices."""
        panel = self._main_panel()
        if panel is not None:
            panel.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def content(self) -> QWidget:
        """What scrolls."""
        return self._content

    def _main_panel(self) -> EquationPanel | None:
        return self._panels[self._row.main] if self._row is not None else None

    def needs(self, latex: str) -> bool:
        """Whether this formula is seen here."""
        return any(panel.needs(latex) for panel in self.panels)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # arrow keys move the selected number, they don't scroll

    def _panel(self, index: int) -> EquationPanel:
        while len(self._panels) <= index:
            panel = EquationPanel(self._appearance, len(self._panels), self._content)
            panel.cell_clicked.connect(self.cell_clicked)
            panel.view.value_hovered.connect(self.value_hovered)
            panel.view.scrolled.connect(self.scrolled)
            self._panels.append(panel)
        return self._panels[index]


def _for_panels(height: float, remarks: int) -> float:
    """What is left for the equations beside the remarks; these are scrolled to where it would be too little."""
    height -= TOP + HALO
    beside = remarks + REMARK_GAP if remarks else 0
    return height - beside if height - beside >= LEAST_HEIGHT else height
