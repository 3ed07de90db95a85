"""The data sets as small pictures to choose from. It only says which one was chosen; the panel makes the wish.

A click chooses without taking the keyboard, so that Space still runs; with the keyboard, arrows move from
picture to picture and Enter or Space chooses.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from engine.data import SOURCES
from gui.appearance import Appearance
from gui.fonts import font
from gui.train.data.thumbnail_geometry import CAPTION_HEIGHT, WIDTH, Box, Group, Places, neighbour, place
from gui.train.data.thumbnail_pictures import paint_picture
from gui.widgets.focus_ring import FocusRing
from gui.widgets.painting import CENTER, LEFT, RADIUS_L, draw_box, draw_text
from gui.widgets.pixels import pixel_ratio

OVERHANG = 4  # a name may be this much wider than its tile, also at the edges of the grid
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def source_groups() -> tuple[Group, ...]:
    """The sources that can be chosen by their picture, as rows of the table sort them."""
    rows = [row for row in SOURCES.values() if row.is_built_in]
    plane = [row for row in rows if row.kind == "plane"]
    groups = (
        Group("", tuple(row.key for row in plane if row.task != "regression")),
        Group("Regression", tuple(row.key for row in plane if row.task == "regression")),
        Group("Real data", tuple(row.key for row in rows if row.kind != "plane")),
    )
    return tuple(group for group in groups if group.keys)


class DataThumbnails(QWidget):
    """Signals: source_chosen(str), a key of SOURCES, by mouse or keyboard."""

    source_chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._groups = source_groups()
        self._places = place(self._groups)
        self.tiles = {key: ThumbnailTile(appearance, key, self) for key in self._places.tiles}
        for tile in self.tiles.values():
            tile.clicked.connect(self._on_clicked)
        self.setAccessibleName("Data sets")
        self._lay_out()
        self.set_source("")
        appearance.changed.connect(self.update)

    @property
    def places(self) -> Places:
        """Where everything is, measured from the left edge of the grid."""
        return self._places

    def set_source(self, source: str) -> None:
        """Frame this source's picture; none for drawn points and imported tables."""
        reachable = source if source in self.tiles else next(iter(self.tiles))
        for key, tile in self.tiles.items():
            tile.setChecked(key == source)
            tile.setFocusPolicy(Qt.FocusPolicy.TabFocus if key == reachable else Qt.FocusPolicy.NoFocus)
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Small tiles in four columns, or the roomy grid."""
        self._places = place(self._groups, compact)
        self._lay_out()

    def move_focus(self, key: str, dx: int, dy: int) -> None:
        """Put the keyboard on the next tile in a direction."""
        self.tiles[neighbour(self._places, key, dx, dy)].setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        for key, box in self._places.tiles.items():
            self.tiles[key].set_box(box, self._places.sides[key])
        self.setFixedSize(WIDTH + 2 * OVERHANG, self._places.height)
        self.update()

    @Slot()
    def _on_clicked(self) -> None:
        tile = self.sender()
        assert isinstance(tile, ThumbnailTile)
        self.source_chosen.emit(tile.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        for title, box in self._places.titles:
            area = QRectF(box.x + OVERHANG, box.y, box.width, box.height)
            draw_text(painter, area, title, "caption", theme.color("ink3"), LEFT)
        for key, box in self._places.tiles.items():
            tile = self.tiles[key]
            chosen = tile.isChecked()
            painter.setFont(font("caption", QFont.Weight.DemiBold) if chosen else font("caption"))
            painter.setPen(theme.color("ink" if chosen else "ink3"))
            bottom = box.y + box.height
            area = QRectF(box.x, bottom - CAPTION_HEIGHT, box.width + 2 * OVERHANG, CAPTION_HEIGHT)
            painter.drawText(area, CENTER | Qt.TextFlag.TextDontClip, tile.text())


class ThumbnailTile(QAbstractButton):
    """One data set: its picture in a frame. The grid writes the name below, where clicks count as well."""

    def __init__(self, appearance: Appearance, key: str, parent: DataThumbnails) -> None:
        super().__init__(parent)
        self.key = key
        self._appearance = appearance
        self._grid = parent
        self._side = 0
        self._pictures: dict[tuple[str, int, float], QPixmap] = {}
        self._may_read = SOURCES[key].kind == "plane"
        self.setText(SOURCES[key].label)
        self.setAccessibleName(f"Data set {SOURCES[key].label}")
        self.setToolTip(tooltip_of(key))
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._ring = FocusRing(appearance, self, RADIUS_L)
        appearance.changed.connect(self.update)

    def set_box(self, box: Box, side: int) -> None:
        """Take this place in the grid; `side` is the width of the picture."""
        self._side = side
        self.setGeometry(box.x + OVERHANG, box.y, box.width, box.height)

    def _picture(self) -> QPixmap:
        ratio = pixel_ratio(self)
        cached = (self._appearance.theme.name, self._side, ratio)
        if cached not in self._pictures:
            picture = QPixmap(round(self._side * ratio), round(self._side * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            paint_picture(painter, self.key, self._side, self._appearance.theme)
            painter.end()
            self._pictures[cached] = picture
        return self._pictures[cached]

    def nextCheckState(self) -> None:
        """A click is a wish only: the frame follows the set-up."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()))
        if step is not None:
            self._grid.move_focus(self.key, *step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, chosen, over = self._appearance.theme, self.isChecked(), self.underMouse()
        painter = QPainter(self)
        frame = QRectF(0, 0, self._side, self._side)
        ground = "pressed" if self.isDown() else "panel" if chosen else "hover" if over else "sunken"
        border = "ink" if chosen else "line2" if over else "line"
        draw_box(painter, frame, RADIUS_L, theme.color(ground))
        if self._may_read:
            painter.drawPixmap(frame.topLeft(), self._picture())
        else:
            # A set that lies in a file is read after the window's first picture, not for it.
            self._may_read = True
            QTimer.singleShot(0, self, self.update)
        draw_box(painter, frame, RADIUS_L, None, theme.color(border), 2.0 if chosen else 1.0)


def tooltip_of(key: str) -> str:
    """What is to be learned from a data set."""
    row = SOURCES[key]
    amount = f"{row.points} points" if row.points else "from a file"
    task = {
        "binary": "two classes: one sigmoid unit gives ŷ",
        "classes": f"{len(row.class_names)} classes: softmax",
        "regression": "a number: one linear unit gives ŷ",
    }[row.task or "regression"]
    return f"{row.label}: {amount}, {task}"
