"""A scene that is a lab, or two of them one under the other."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.labs.row import Value
from engine.lessons.lesson import LabValues
from engine.setup import Setup
from gui.appearance import Appearance
from gui.course.stage.scene import RUN, UPDATE, StageScene
from gui.labs.lab import Lab
from gui.labs.run_button import PAUSE, STOP
from gui.labs.table import make_lab
from gui.widgets.splitter import Splitter

LEAST_HEIGHT = 200  # of a lab that shares the stage
UPPER_SHARE = 0.42


class LabScene(StageScene):
    """`open` shows the labs of a scene; a lab that stays is not made anew."""

    def __init__(
        self, appearance: Appearance, parent: QWidget | None = None, playground: Setup | None = None
    ) -> None:
        super().__init__(appearance, parent)
        self.labs: list[Lab] = []
        self._starts: list[dict[str, Value]] = []  # the settings that each lab opened with
        self._playground = playground
        self._is_shared_by_hand = self._is_opening = False
        self._splitter = Splitter(appearance, Qt.Orientation.Vertical, [], self)
        self._splitter.reset_requested.connect(self._share_anew)
        self._splitter.splitterMoved.connect(self._on_moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)

    @property
    def controls(self) -> frozenset[str]:
        # A lab that does not run has no verb of its own for it.
        runs = any(type(lab).start is not Lab.start for lab in self.labs)
        steps = any(type(lab).step_once is not Lab.step_once for lab in self.labs)
        return frozenset({RUN} if runs else set()) | frozenset({UPDATE} if steps else set())

    @property
    def state(self) -> str:
        if RUN not in self.controls:
            return ""
        is_paused = any(lab.is_paused for lab in self.labs)
        return "running" if self.is_running else "paused" if is_paused else "idle"

    @property
    def end_word(self) -> str:
        runs = [lab.end_word for lab in self.labs if type(lab).start is not Lab.start]
        return STOP if STOP in runs else PAUSE

    @property
    def is_running(self) -> bool:
        return any(lab.is_running for lab in self.labs)

    @property
    def is_settled(self) -> bool:
        return all(lab.is_settled for lab in self.labs)

    def open(self, values: LabValues) -> None:
        self._is_opening = True
        try:
            self._open_labs([values] if values.below is None else [values, values.below])
        finally:
            self._is_opening = False

    def _open_labs(self, wanted: list[LabValues]) -> None:
        for index, item in enumerate(wanted):
            self._put(index, item)
        while len(self.labs) > len(wanted):
            self._drop(self.labs.pop())
        for lab in self.labs:
            lab.setMinimumHeight(LEAST_HEIGHT if len(self.labs) > 1 else 0)
            lab.setMinimumWidth(0)
        self._starts = [lab.settings() for lab in self.labs]
        self._share_anew()

    def set_playground(self, setup: Setup) -> None:
        """The playground's network of now, for labs that look at it."""
        self._playground = setup
        for lab in self.labs:
            lab.set_playground(setup)

    def targets(self) -> Mapping[str, list[QWidget]]:
        # Labs put the halos themselves.
        return {"run": [], **{name: [] for lab in self.labs for name in lab.settings()}}

    def reset(self, values: LabValues) -> None:
        # Settings that are the same would leave what was run as it is.
        self.close_down()
        self.open(values)

    def restart(self) -> None:
        values: LabValues | None = None
        for lab, start in zip(reversed(self.labs), reversed(self._starts), strict=True):
            moved = {name: start[name] for name in lab.moved_by_run}
            values = LabValues(lab.key, {**lab.settings(), **moved}, values)
        if values is not None:
            self.reset(values)

    def leave(self) -> None:
        self.pause()

    def light(self, controls: Collection[str]) -> None:
        for lab in self.labs:
            lab.light(controls)

    def values(self) -> LabValues:
        values: LabValues | None = None
        for lab in reversed(self.labs):
            values = LabValues(lab.key, lab.settings(), values)
        assert values is not None
        return values

    def run(self) -> None:
        for lab in self.labs:
            lab.start()
        self.changed.emit()

    def pause(self) -> None:
        for lab in self.labs:
            lab.stop()
        self.changed.emit()

    def step_once(self) -> None:
        for lab in self.labs:
            lab.step_once()
        self.changed.emit()

    def close_down(self) -> None:
        while self.labs:
            self._drop(self.labs.pop())

    def _put(self, index: int, values: LabValues) -> None:
        if index < len(self.labs) and self.labs[index].key == values.key:
            self.labs[index].stop()
            self.labs[index].set_settings(values.settings)
            return
        lab = make_lab(values.key, self._appearance, self._splitter)
        if self._playground is not None:
            lab.set_playground(self._playground)
        lab.set_settings(values.settings)
        lab.settings_changed.connect(self.changed)
        lab.told.connect(self.told)
        lab.run_changed.connect(self._on_run_changed)
        if index < len(self.labs):
            self._drop(self.labs[index])
            self.labs[index] = lab
        else:
            self.labs.append(lab)
        self._splitter.insertWidget(index, lab)
        lab.show()

    def _drop(self, lab: Lab) -> None:
        lab.run_changed.disconnect(self._on_run_changed)
        lab.close_down()
        lab.hide()
        lab.setParent(None)
        lab.deleteLater()

    @Slot()
    def _on_run_changed(self) -> None:
        if not self._is_opening:  # the scene before may still run when its labs are opened anew
            self.changed.emit()

    @Slot()
    def _share_anew(self) -> None:
        self._is_shared_by_hand = False
        self._share()

    @Slot()
    def _on_moved(self) -> None:
        self._is_shared_by_hand = True

    def _share(self) -> None:
        """The heights that two labs begin with."""
        height = max(1, self.height())
        upper = round(UPPER_SHARE * height)
        self._splitter.setSizes([upper, height - upper] if len(self.labs) > 1 else [height])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_shared_by_hand:
            self._share()
