"""A text of the course as a widget: painted words and formulas that can be selected, copied and followed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from gui import formulas
from gui.appearance import Appearance
from gui.course.text.flow_geometry import Flow, Placed
from gui.course.text.looks import LESSON, Look
from gui.course.text.markdown import Block, formulas_in, parse_markdown, plain_text
from gui.course.text.measuring import lay_out
from gui.course.text.painting import paint_flow
from gui.course.text.selecting import Place, end_of, place_at, selected_text, stripes
from gui.widgets.painting import RADIUS_S, draw_box, follow

Copy, SelectAll = QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll


class RichText(QWidget):
    """Signals: link_followed(slug), height_changed() when a formula came and the text takes other room."""

    link_followed = Signal(str)
    height_changed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        look: Look = LESSON,
        ground: str = "hover",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance, self._look, self._ground = appearance, look, ground
        self._color = look.color
        self._text = ""
        self._blocks: tuple[Block, ...] = ()
        self._formulas: frozenset[str] = frozenset()
        self._flow: Flow | None = None
        self._laid_for = 0
        self._anchor: Place = (0, 0)
        self._cursor: Place = (0, 0)
        self._link = -1  # the piece whose link the keyboard would follow
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        formulas.shelf().ready.connect(self._on_formula_ready)
        follow(self, appearance)

    def text(self) -> str:
        """The Markdown that is shown."""
        return self._text

    def set_text(self, markdown: str) -> None:
        """Show another text; nothing is selected any more."""
        if markdown == self._text:
            return
        self._text = markdown
        self._blocks = parse_markdown(markdown)
        self._formulas = frozenset(formulas_in(markdown))
        self._anchor = self._cursor = (0, 0)
        self._link = -1
        self.setAccessibleName(plain_text(self._blocks))
        self._forget_layout()
        has_links = any(span.link for block in self._blocks for span in block.spans)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_links else Qt.FocusPolicy.ClickFocus)

    def set_look(self, look: Look) -> None:
        """Write it in another size."""
        self._look, self._color = look, look.color
        self._forget_layout()

    def laid_out(self) -> Flow:
        """The text at its present width."""
        return self._laid(self.width())

    def selected_text(self) -> str:
        """What is selected, "" for nothing."""
        begin, end = sorted((self._anchor, self._cursor))
        return selected_text(self.laid_out(), begin, end) if begin < end else ""

    def select_all(self) -> None:
        """Select everything."""
        self._anchor, self._cursor = (0, 0), end_of(self.laid_out())
        self.update()

    @Slot()
    def copy(self) -> None:
        """Put what is selected on the clipboard; everything where nothing is."""
        chosen = self.selected_text()
        if not chosen:
            chosen = selected_text(self.laid_out(), (0, 0), end_of(self.laid_out()))
        QGuiApplication.clipboard().setText(chosen)

    def link_at(self, x: float, y: float) -> str:
        """The lesson that the words at a point lead to, "" for none."""
        for line in self.laid_out().lines:
            if line.top <= y < line.bottom:
                for placed in line.placed:
                    if placed.x <= x < placed.x + placed.piece.width:
                        return placed.piece.link
        return ""

    def _laid(self, width: int) -> Flow:
        if self._flow is None or self._laid_for != width:
            self._flow = lay_out(self._blocks, self._look, width)
            self._laid_for = width
        return self._flow

    def _forget_layout(self) -> None:
        self._flow = None
        self.updateGeometry()
        self.update()

    @Slot(str)
    def _on_formula_ready(self, latex: str) -> None:
        if latex not in self._formulas:
            return
        before = self.heightForWidth(self.width())
        self._forget_layout()
        if self.heightForWidth(self.width()) != before:
            self.height_changed.emit()

    def _links(self) -> list[tuple[int, Placed]]:
        """The first piece of each link, with its number."""
        found: list[tuple[int, Placed]] = []
        last = ""
        for number, placed in enumerate(self.laid_out().placed()):
            if placed.piece.link and placed.piece.link != last:
                found.append((number, placed))
            last = placed.piece.link
        return found

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self._laid(width).height + 0.999)

    def sizeHint(self) -> QSize:
        width = self.width() or 376
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 0)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from link to link before it leaves the text."""
        numbers = [number for number, _ in self._links()]
        further = [n for n in numbers if (n > self._link if forward else n < self._link)]
        if not further or self._link < 0:
            return super().focusNextPrevChild(forward)
        self._link = further[0] if forward else further[-1]
        self.update()
        return True

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.matches(Copy) or event.matches(SelectAll))
        ):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        links = self._links()
        if links and event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._link = links[0 if event.reason() == Qt.FocusReason.TabFocusReason else -1][0]
            self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._link = -1
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._anchor = self._cursor
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(Copy):
            self.copy()
        elif event.matches(SelectAll):
            self.select_all()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._link >= 0:
            self.link_followed.emit(list(self.laid_out().placed())[self._link].piece.link)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Copy", self.copy)
        menu.addAction("Select all", self.select_all)
        menu.popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            place = event.position()
            self._anchor = self._cursor = place_at(self.laid_out(), place.x(), place.y())
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._cursor = place_at(self.laid_out(), place.x(), place.y())
            self.update()
        over = self.link_at(place.x(), place.y())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)
        self.setToolTip("Open this lesson" if over else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        link = self.link_at(place.x(), place.y())
        if event.button() == Qt.MouseButton.LeftButton and link and not self.selected_text():
            self.link_followed.emit(link)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, laid = self._appearance.theme, self.laid_out()
        painter = QPainter(self)
        begin, end = sorted((self._anchor, self._cursor))
        for stripe in stripes(laid, begin, end):
            painter.fillRect(QRectF(stripe.x, stripe.y, stripe.width, stripe.height), theme.color("pressed"))
        paint_flow(painter, laid, theme, theme.color(self._color), ground=self._ground)
        if self._link >= 0 and self.hasFocus():
            placed = list(laid.placed())[self._link]
            piece = placed.piece
            box = QRectF(placed.x - 3, placed.baseline - piece.ascent - 2, piece.width + 6, piece.ascent + 8)
            draw_box(painter, box, RADIUS_S, None, theme.color("ink"), 2)
