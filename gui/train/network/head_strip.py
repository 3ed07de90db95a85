"""The strip of column heads above the network drawing, with the circles between them that add a layer."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from engine.setup import Setup
from gui.appearance import Appearance
from gui.edits import MAX_HIDDEN_LAYERS
from gui.tab_order import NUMBER
from gui.train.network.head import LayerHead
from gui.train.network.head_buttons import AddButton
from gui.train.network.head_places import HeadPlaces, head_height, place_heads
from gui.train.network.places import Shape
from gui.widgets.more_actions import add_more
from gui.widgets.painting import CENTER, draw_text, follow

FULL = f"At most {MAX_HIDDEN_LAYERS} hidden layers"
INPUT_SYMBOL = "X = A[0]"


class HeadStrip(QWidget):
    """Signals: those of `LayerHead`, and layer_add_requested(after)."""

    units_requested = Signal(int, int)
    activation_requested = Signal(int, str)
    leaky_slope_requested = Signal(int, float)
    layer_add_requested = Signal(int)
    layer_remove_requested = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.heads: list[LayerHead] = []
        self.adders: list[AddButton] = []
        self.places: HeadPlaces | None = None
        self._shape: Shape | None = None
        self._sizes: tuple[int, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        follow(self, appearance)

    def set_setup(self, setup: Setup, shape: Shape) -> None:
        """Show another structure; heads are made anew only if the number of layers changed."""
        self._shape = shape
        self._sizes = setup.network.sizes
        if len(self.heads) != shape.L + 1:
            self._make_heads(shape.L)
        for head in self.heads:
            head.show_network(setup.network)
        for adder in self.adders:
            is_room = shape.L - 1 < MAX_HIDDEN_LAYERS
            adder.setEnabled(is_room)
            adder.setToolTip(adder.accessibleName() if is_room else FULL)
        self._place()

    def set_shape(self, shape: Shape) -> None:
        """Place the heads of the same structure anew."""
        self._shape = shape
        self._place()

    def height_for(self, width: int) -> int:
        """How high the strip must be at this width."""
        return int(head_height(self._shape, width)) if self._shape is not None else 0

    def step_units(self, l: int, by: int) -> None:
        """One unit more or less in hidden layer l, as by its - and + buttons."""
        head = self.heads[l]
        button = head.plus if by > 0 else head.minus
        if button is not None and button.isEnabled():
            button.click()

    def remove_layer(self, l: int) -> None:
        """Ask for the removal of a layer, if it is a hidden one."""
        if self.heads[l].is_hidden:
            self.layer_remove_requested.emit(l)

    def menu_for(self, l: int) -> QMenu:
        """The context menu of a head."""
        menu = QMenu(self)
        is_room = len(self.heads) - 2 < MAX_HIDDEN_LAYERS
        for text, after, is_there in (
            ("Add a layer before", l - 1, l > 0),
            ("Add a layer behind", l, l < len(self.heads) - 1),
        ):
            if is_there:
                action = menu.addAction(text)
                action.setEnabled(is_room)
                action.triggered.connect(
                    lambda _checked=False, after=after: self.layer_add_requested.emit(after)
                )
        if self.heads[l].is_hidden:
            menu.addSeparator()
            menu.addAction(f"Remove layer {l}").triggered.connect(lambda _checked=False: self.remove_layer(l))
        return menu

    def _make_heads(self, L: int) -> None:
        for head in self.heads:
            head.dispose()
        for adder in self.adders:
            adder.hide()
            adder.deleteLater()
        self.heads, self.adders = [], []
        for l in range(L + 1):
            head = LayerHead(self._appearance, l, L, self)
            head.units_requested.connect(self.units_requested)
            head.activation_requested.connect(self.activation_requested)
            head.leaky_slope_requested.connect(self.leaky_slope_requested)
            head.removal_requested.connect(self.layer_remove_requested)
            self.heads.append(head)
            if l < L:
                adder = AddButton(self._appearance, l, self)
                adder.clicked.connect(self._on_add_clicked)
                self.adders.append(adder)
        for number, widget in enumerate(self._in_order()):
            widget.setProperty(NUMBER, number)
            widget.show()

    def _in_order(self) -> list[QWidget]:
        """All widgets in the order of the Tab key: head after head, each with the circle behind it."""
        order: list[QWidget] = []
        for l, head in enumerate(self.heads):
            order += [*head.widgets(), *self.adders[l : l + 1]]
        return order

    def _place(self) -> None:
        if self._shape is None or self.width() < 2:
            return
        places = place_heads(self._shape, self.width())
        self.places = places
        for head, place in zip(self.heads, places.heads, strict=True):
            head.place(place)
        for adder, rect in zip(self.adders, places.adders, strict=True):
            adder.setGeometry(QRect(round(rect.x), round(rect.y), round(rect.w), round(rect.h)))
        self.update()

    def _on_add_clicked(self) -> None:
        adder = self.sender()
        if isinstance(adder, AddButton):
            self.layer_add_requested.emit(adder.after)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.places is not None:
            x = event.pos().x()
            places = self.places.heads
            l = min(range(len(places)), key=lambda i: abs(places[i].title.cx - x))
            menu = self.menu_for(l)
            add_more(menu, self)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("sunken"))
        if self.places is not None:
            place = self.places.heads[0].choice
            text = INPUT_SYMBOL if self.places.density == "wide" else "X"
            draw_text(
                painter,
                QRectF(place.x, place.y, place.w, place.h),
                text,
                "small",
                theme.color("ink3"),
                CENTER,
            )
