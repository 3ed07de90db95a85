"""All that is lit inside one widget: halos that go with their targets, and are one where they would overlap."""

from __future__ import annotations

from collections.abc import Iterable

import shiboken6
from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.labs.halo import Halo
from gui.labs.halo_room import Ring, ring_round
from gui.widgets import LabeledControl

MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class Halos(QObject):
    """The halos inside `parent`. has_panels: what fills it stands edge to edge, so that their halos lie inside."""

    def __init__(self, appearance: Appearance, parent: QWidget, *, has_panels: bool = False) -> None:
        super().__init__(parent)
        self._appearance, self._parent, self._has_panels = appearance, parent, has_panels
        self._targets: list[QWidget] = []
        self._halos: list[Halo] = []
        self._is_due = False

    def show_round(self, targets: Iterable[QWidget]) -> None:
        """Light these widgets, all inside the parent, with their captions; and no others."""
        before = self._targets
        self._targets = list(dict.fromkeys(_with_caption(target) for target in targets))
        for target in self._targets:
            self._watch(target)
            if target not in before:
                target.destroyed.connect(self._place)
        self._place()

    @Slot()
    def _place(self) -> None:
        self._is_due = False
        self._lie(keeps_off=True)

    def _lie(self, *, keeps_off: bool) -> None:
        """Put the halos where their targets are now. keeps_off: and off what is beside them."""
        seen = [target for target in self._targets if shiboken6.isValid(target)]
        seen = [target for target in seen if target.isVisibleTo(self._parent)]
        rings = [
            ring_round(target, self._parent, seen if keeps_off else None, has_panels=self._has_panels)
            for target in seen
        ]
        groups = grouped(rings)
        while len(self._halos) < len(groups):
            self._halos.append(Halo(self._appearance, self._parent))
        for halo, group in zip(self._halos, groups, strict=False):
            places = [ring.place for ring in group]
            halo.lie([ring.outside for ring in group], places, is_panel=group[0].is_panel)
        for halo in self._halos[len(groups) :]:
            halo.hide()

    def _watch(self, target: QWidget) -> None:
        widget: QWidget | None = target
        while widget is not None and widget is not self._parent:
            widget.removeEventFilter(self)
            widget.installEventFilter(self)
            widget = widget.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES and self._targets:
            self._lie(keeps_off=False)
            if not self._is_due:
                # Its neighbours may move after it: once for all that a layout moves, and before that is painted.
                self._is_due = True
                QMetaObject.invokeMethod(self, "_place", Qt.ConnectionType.QueuedConnection)
        return False


def grouped(rings: Iterable[Ring]) -> list[list[Ring]]:
    """Those that touch, together; a panel's ring stands alone and swallows what touches it."""
    rings = list(rings)
    groups = [[ring] for ring in rings if ring.is_panel]
    panels = [ring.outside for ring in rings if ring.is_panel]
    for ring in rings:
        if ring.is_panel or any(panel.intersects(ring.place) for panel in panels):
            continue
        touched = [g for g in groups if any(_touch(ring, other) for other in g)]
        groups = [g for g in groups if g not in touched]
        groups.append([*(other for g in touched for other in g), ring])
    return groups


def _touch(one: Ring, two: Ring) -> bool:
    return not one.is_panel and not two.is_panel and one.outside.intersects(two.outside)


def _with_caption(target: QWidget) -> QWidget:
    around = target.parentWidget()
    return around if isinstance(around, LabeledControl) else target
