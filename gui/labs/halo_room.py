"""How far a halo may reach round its target: never over another control or over words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from gui.labs.halo import REACH
from gui.widgets import Caption, Label

PANEL_WIDTH, PANEL_HEIGHT = 200, 40  # a widget so large may be a panel, which has no room round it
APART = 1  # pixels that stay free between a halo and a neighbour


@dataclass(frozen=True)
class Ring:
    """place: of what is lit, in the parent's pixels; outside: of its halo, the same for a panel."""

    place: QRect
    outside: QRect
    is_panel: bool = False


def ring_round(
    target: QWidget, parent: QWidget, targets: Collection[QWidget] | None, *, has_panels: bool
) -> Ring:
    """The ring of a target inside `parent`, whose panels, if it has any, stand edge to edge.

    targets: all that is lit, off which it need not keep as off its other neighbours; None to keep off nothing.
    """
    place = rect_in(target, parent)
    panel = _panel_of(target, parent) if has_panels else parent
    if panel is target and is_large(target):
        return Ring(place, place, is_panel=True)
    room = parent if panel is target else panel
    inside = rect_in(room, parent) & parent.rect()
    if has_panels and is_large(target) and (place & inside).width() == inside.width():
        return Ring(place, place, is_panel=True)
    outside = _grown(place)
    if targets is not None:
        for rect in _neighbours(target, room, parent, targets):
            outside = _kept_off(outside, place, rect)
    return Ring(place, outside & inside)


def rect_in(widget: QWidget, parent: QWidget) -> QRect:
    """Where a widget lies inside one of its ancestors."""
    return QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())


def is_large(widget: QWidget) -> bool:
    """Whether it may be a panel."""
    return widget.width() >= PANEL_WIDTH and widget.height() >= PANEL_HEIGHT


def _panel_of(target: QWidget, parent: QWidget) -> QWidget:
    """The panel that it is or lies in: a child of the parent, or of what fills the parent."""
    panel = target
    around = panel.parentWidget()
    while around is not None and around is not parent and around.size() != parent.size():
        panel, around = around, around.parentWidget()
    return panel


def _grown(place: QRect) -> QRect:
    return place.adjusted(-REACH, -REACH, REACH, REACH)


def _neighbours(
    target: QWidget, room: QWidget, parent: QWidget, targets: Collection[QWidget]
) -> Iterator[QRect]:
    """Where other controls and words are."""
    for widget in room.findChildren(QWidget):
        # What is soonest known comes first: there are many.
        words = widget.text() if isinstance(widget, (Caption, Label)) else ""
        if widget.isHidden() or (not words and widget.focusPolicy() == Qt.FocusPolicy.NoFocus):
            continue
        if not widget.isVisibleTo(parent):
            continue
        is_lit = any(widget is lit or lit.isAncestorOf(widget) for lit in targets)
        if not is_lit and not widget.isAncestorOf(target):
            yield rect_in(widget, parent)


def _kept_off(outside: QRect, place: QRect, rect: QRect) -> QRect:
    """The outside of a halo with its side towards this rectangle drawn in, if it would lie on it."""
    if not outside.adjusted(-APART, -APART, APART, APART).intersects(rect) or place.intersects(rect):
        return outside
    kept = QRect(outside)
    gaps = {
        "left": place.left() - rect.right() - 1,
        "right": rect.left() - place.right() - 1,
        "top": place.top() - rect.bottom() - 1,
        "bottom": rect.top() - place.bottom() - 1,
    }
    side = max(gaps, key=lambda name: gaps[name])
    reach = max(0, min(REACH, gaps[side] - APART))
    if side == "left":
        kept.setLeft(max(kept.left(), place.left() - reach))
    elif side == "right":
        kept.setRight(min(kept.right(), place.right() + reach))
    elif side == "top":
        kept.setTop(max(kept.top(), place.top() - reach))
    else:
        kept.setBottom(min(kept.bottom(), place.bottom() + reach))
    return kept
