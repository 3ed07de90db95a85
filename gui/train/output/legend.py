"""What the colours of the output picture mean: a bar with ends and middle, or the classes' marks and names."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QWidget

from engine.spec import LayerSpec, NetworkSpec
from gui.appearance import Appearance
from gui.fonts import font
from gui.theme import Theme
from gui.train.output.field import class_table
from gui.train.output.geometry import picture_frame
from gui.train.output.layers import point_look, point_ring
from gui.train.output.markers import paint_marker
from gui.train.output.scene import Scene
from gui.train.output.section import Section
from gui.train.output.texts import class_name, legend_names, short, shows_classes

BAR_TOP, BAR, TEXT_TOP, HEIGHT = 5, 10, 19, 40
ITEM_ROW, MARK, ITEM_GAP = 20, 16, 14


class BarTexts(NamedTuple):
    """What stands under the bar: at its negative end, its middle and its positive end.

    of_class: the bar goes up to the colour of that one of several classes, instead of from orange to blue.
    """

    low: str
    middle: str
    high: str
    of_class: int | None = None


def scene_texts(scene: Scene) -> BarTexts:
    """The bar of ŷ for two classes or a number."""
    if scene.task == "binary":
        low, high = (class_name(scene.class_names, index) for index in (0, 1))
        return BarTexts(f"0 · {low}", "ŷ = 0.5", f"{high} · 1")
    scale = scene.scale
    return BarTexts(short(scale.low), f"ŷ = {short(scale.middle)}", short(scale.high))


def unit_texts(layer: LayerSpec | None, symbol: str, scale: float | None = None) -> BarTexts:
    """The bar of one unit, by its activation; scale: what the ends of an input (None) or an unbounded unit stand for.

    As long as that is not known, they are told by sign alone.
    """
    if layer is not None and layer.activation in ("sigmoid", "softmax"):
        return BarTexts("0", f"{symbol} = 0.5", "1")
    if layer is not None and layer.activation == "tanh":
        return BarTexts(short(-1.0), f"{symbol} = 0", "1")
    if scale is None:
        return BarTexts("negative", f"{symbol} = 0", "positive")
    return BarTexts(short(-scale), f"{symbol} = 0", short(scale))


def is_inner(unit: tuple[int, int] | None, network: NetworkSpec) -> bool:
    """Whether unit (l, k), if there is one, is not itself the output of two classes or of a number."""
    return unit is not None and not (unit[0] == network.L and network.sizes[-1] == 1)


def unit_legend(
    unit: tuple[int, int] | None, network: NetworkSpec, symbol: str, scale: float | None
) -> BarTexts | None:
    """The bar of a unit that is shown instead of the output; None: the output is."""
    if unit is None or not is_inner(unit, network):
        return None
    texts = unit_texts(network.layer(unit[0]) if unit[0] > 0 else None, symbol, scale)
    return texts._replace(of_class=unit_class(unit, network))


def unit_class(unit: tuple[int, int] | None, network: NetworkSpec) -> int | None:
    """The class whose probability unit (l, k) is, where it is one of several; None for any other unit."""
    is_one = unit is not None and unit[0] == network.L and shows_classes(network)
    return unit[1] if unit is not None and is_one else None


class OutputLegend(Section):
    """The legend under the picture, as wide as the picture. A unit's bar never changes the height."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, separated=False, parent=parent)
        self._scene: Scene | None = None
        self._unit: BarTexts | None = None
        self._bar: QImage | None = None
        self._most_side: int | None = None
        self.setAccessibleName("Legend of the output picture")

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that is shown."""
        bar = self._bar_texts()
        if bar is not None:
            return bar.low, bar.middle, bar.high
        return self._names

    def set_scene(self, scene: Scene) -> None:
        """Take other data."""
        self._scene = scene
        self.setAccessibleDescription(", ".join(self.texts))
        self.update()

    def show_unit(self, texts: BarTexts | None) -> None:
        """Explain one unit's picture instead; None: the output again."""
        if texts != self._unit:
            self._unit = texts
            self._bar = None
            self.update()

    def set_most_side(self, side: int | None) -> None:
        """Be as wide as a picture that is smaller than the width allows."""
        if side != self._most_side:
            self._most_side = side
            self.update()

    def height_for(self, width: int) -> int:
        """One bar with its texts, or as many rows of classes as the width needs."""
        if self._scene is None or self._scene.task != "classes":
            return HEIGHT
        return max(HEIGHT, ITEM_ROW * (1 + self._places(width)[-1][0]) + 6)

    def on_theme_changed(self) -> None:
        """The bar has the theme's colours."""
        self._bar = None

    def paint_content(self, painter: QPainter) -> None:
        """The bar or the classes."""
        scene, texts = self._scene, self._bar_texts()
        if scene is None:
            return
        if texts is None:
            self._paint_classes(painter, scene)
            return
        left, side = self._span(self.width())
        painter.drawImage(QRectF(left, BAR_TOP, side, BAR), self._bar_image())
        painter.fillRect(QRectF(left + side / 2 - 1, BAR_TOP - 2, 2, BAR + 4), self.color("ink"))
        third = side // 3
        places = (
            (left, third + 20, texts.low, "left"),
            (left + side - third - 20, third + 20, texts.high, "right"),
        )
        for x, room, text, align in places:
            self.write(painter, QRect(x, TEXT_TOP, room, 14), text, "caption", "ink3", align)
        middle = QRect(left + third, TEXT_TOP, side - 2 * third, 14)
        self.write(painter, middle, texts.middle, "caption", "ink3", "centre")

    @property
    def _names(self) -> tuple[str, ...]:
        return legend_names(self._scene.class_names) if self._scene is not None else ()

    def _bar_texts(self) -> BarTexts | None:
        if self._unit is not None:
            return self._unit
        if self._scene is None or self._scene.task == "classes":
            return None
        return scene_texts(self._scene)

    def _bar_image(self) -> QImage:
        if self._bar is None:
            theme = self.appearance.theme
            row = bytes(range(256))
            image = QImage(row, 256, 1, 256, QImage.Format.Format_Indexed8)
            image.setColorTable(self._bar_table(theme))
            self._bar = image.convertToFormat(QImage.Format.Format_RGB32)
        return self._bar

    def _bar_table(self, theme: Theme) -> list[int]:
        of_class = self._unit.of_class if self._unit is not None else None
        if of_class is None or self._scene is None:
            return theme.signed_table(theme.field_strength)
        return class_table(theme, of_class, len(self._scene.class_names))

    def _span(self, width: int) -> tuple[int, int]:
        frame = picture_frame(width, (0.0, 1.0, 0.0, 1.0), False, self._most_side)
        return frame.left, frame.side

    def _places(self, width: int) -> list[tuple[int, int]]:
        """(row, x) of each class, wrapped within the picture's width."""
        left, side = self._span(width)
        metrics = QFontMetrics(font("caption"))
        places, row, x = [], 0, left
        for name in self._names:
            needed = MARK + metrics.horizontalAdvance(name)
            if x > left and x + needed > left + side:
                row, x = row + 1, left
            places.append((row, x))
            x += needed + ITEM_GAP
        return places or [(0, left)]

    def _paint_classes(self, painter: QPainter, scene: Scene) -> None:
        theme = self.appearance.theme
        places, names = self._places(self.width()), self._names
        first = 7 if places[-1][0] == 0 else 2
        for index, (row, x) in enumerate(places):
            color, shape = point_look(theme, scene, index)
            top = first + row * ITEM_ROW
            painter.save()
            painter.translate(QPointF(x + 5, top + ITEM_ROW / 2))
            painter.scale(1.25, 1.25)
            paint_marker(painter, shape, color, point_ring(theme, scene))
            painter.restore()
            name = QRect(x + MARK, top, self.width() - x - MARK - 8, ITEM_ROW)
            self.write(painter, name, names[index], "caption", "ink2")
