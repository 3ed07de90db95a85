"""The views of a step scene round one stepper, with as much of the Step workspace as there is room for."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.course.stage.step_strip import StepStrip
from gui.course.stage.walk_views import WalkViews
from gui.step.body import height_for
from gui.step.building_blocks import BuildingBlocks
from gui.step.centre import StepCentre
from gui.step.network.view import StepNetwork
from gui.step.number_format import NumberFormat
from gui.step.pencil.mode import PencilMode
from gui.step.stepper import Stepper
from gui.step.tape_list import NARROWEST, WIDTH, TapeList
from gui.step.tape_views import TapeViews

HAS_TAPE, HAS_NETWORK, NETWORK_WIDTH = 880, 1240, 363  # a stage so wide has them
# A stage so high has the building blocks folded to their head, one so high open; so much more pencil mode wants. The
# matrices are what a lesson is about: the blocks give way first.
HAS_BLOCKS, OPENS_BLOCKS, PENCIL_HEIGHT = 744, 900, 100


class StepViews(WalkViews):
    """`stepper.set_tape` fills it. Signals: changed(), row, number, playing or pencil mode are others."""

    stepper: Stepper
    strip: StepStrip

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._wanted: frozenset[str] = frozenset()
        self._folded_by_hand = self._is_arranging = False
        self.stepper = Stepper(self)
        self.strip = StepStrip(appearance, self)
        self.tape_list = TapeList(appearance, self)
        self.centre = StepCentre(appearance, self, is_tight=True)
        self.network = StepNetwork(appearance, self)
        self.blocks = BuildingBlocks(appearance, self)
        self.pencil = PencilMode(appearance, self.stepper, self.centre, self)
        self.pencil.strip.setParent(self)
        self.views = TapeViews(
            self.stepper,
            self.pencil,
            self.strip,
            self.tape_list,
            self.blocks,
            self.centre,
            self.network,
            parent=self,
        )
        self._connect()

    def set_number_format(self, number_format: NumberFormat) -> None:
        """Write all numbers with other decimals."""
        self.views.set_number_format(number_format)

    def bring_forward(self, names: Collection[str]) -> None:
        """A lesson speaks about these: they are there however small the stage is."""
        self._wanted = frozenset(names)
        self._folded_by_hand &= "blocks" not in names
        self.strip.set_wanted(names)
        self._arrange()

    def _connect(self) -> None:
        stepper, strip = self.stepper, self.strip
        stepper.playing_changed.connect(strip.set_playing)
        stepper.playing_changed.connect(self.changed)
        stepper.tape_changed.connect(self._arrange)
        self.views.changed.connect(self.changed)
        strip.phase_requested.connect(stepper.go_to_phase)
        strip.pencil_toggled.connect(self.pencil.set_on)
        self.blocks.folded_changed.connect(self._on_folded)
        self.pencil.toggled.connect(self._on_pencil)

    @Slot(bool)
    def _on_pencil(self, on: bool) -> None:
        self.strip.pencil.setChecked(on)
        self._arrange()
        self.changed.emit()

    @Slot(bool)
    def _on_folded(self, _folded: bool) -> None:
        if not self._is_arranging:
            self._folded_by_hand = True
            self._arrange()

    @property
    def _examples(self) -> int:
        return 0 if self.stepper.tape is None else self.stepper.tape.moment.m

    def _fold_blocks(self, opens_at: int) -> None:
        """What a person or a lesson wants comes before what there is room for."""
        if not self._folded_by_hand:
            self._is_arranging = True
            self.blocks.set_folded(self.height() < opens_at and "blocks" not in self._wanted)
            self._is_arranging = False

    @Slot()
    def _arrange(self) -> None:
        width, top = self.width(), self.strip.height()
        self.strip.setGeometry(0, 0, width, top)
        if self.pencil.is_on:
            height = self.pencil.strip.sizeHint().height()
            self.pencil.strip.setGeometry(0, top, width, height)
            top += height
        height = self.height() - top
        wanted, more = self._wanted, PENCIL_HEIGHT if self.pencil.is_on else 0
        has_tape = width >= HAS_TAPE or "tape" in wanted
        has_network = width >= HAS_NETWORK or "network" in wanted
        has_blocks = self.height() >= HAS_BLOCKS + more or "blocks" in wanted
        self._fold_blocks(OPENS_BLOCKS + max(more, height_for(self._examples)))
        for view, is_there in (
            (self.tape_list, has_tape),
            (self.network, has_network),
            (self.blocks, has_blocks),
        ):
            view.setVisible(is_there)
        left = ((WIDTH if has_network else NARROWEST) + 1) if has_tape else 0
        right = NETWORK_WIDTH + 1 if has_network else 0
        below = self.blocks.sizeHint().height() + 1 if has_blocks else 0
        self.tape_list.setGeometry(0, top, max(0, left - 1), height)
        self.centre.setGeometry(left, top, width - left - right, height - below)
        self.network.setGeometry(width - right + 1, top, max(0, right - 1), height - below)
        self.blocks.setGeometry(left, top + height - below + 1, width - left, max(0, below - 1))
