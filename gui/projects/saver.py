"""From the run in the window to a file: the worker copies the run, a thread draws the preview, packs and writes."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from gui.errands import Errands
from gui.training.commands import RunCopy
from gui.training.controller import TrainingController

if TYPE_CHECKING:
    from engine.project import FileStamp

log = logging.getLogger(__name__)

NO_MEMORY = "There is not enough memory to save the project: close other programs."


@dataclass(frozen=True, eq=False)
class Order:
    """What is to be written beside the run, and where. known, may_replace: see `write_file`."""

    path: Path
    known: FileStamp | None = None
    may_replace: bool = False
    view: dict[str, Any] = field(default_factory=dict)
    notes: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Outcome:
    """How an order ended. stamp: of the new file; iteration: where the run in it stands. fault: one sentence, "" where
    all went well; reason: the system's words for it, if it is that which does not write; is_changed: the file is
    another one than that which was known.
    """

    order: Order
    stamp: FileStamp | None = None
    iteration: int = 0
    fault: str = ""
    reason: str = ""
    is_changed: bool = False


class Saver(QObject):
    """`write` carries orders out one after the other. Signals: reached(int), the iteration at which the run was copied;
    written(Outcome), for each of them.
    """

    reached = Signal(int)
    written = Signal(object)

    def __init__(self, controller: TrainingController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._orders: list[Order] = []
        self._errands = Errands(self)
        self._errands.done.connect(self._on_done)
        controller.run_copied.connect(self._on_run_copied)

    @property
    def is_busy(self) -> bool:
        """Whether an order is under way."""
        return bool(self._orders) or self._errands.is_busy

    def write(self, order: Order) -> None:
        """Write the run as it stands now; it goes on meanwhile."""
        self._orders.append(order)
        self._controller.copy_run(order)

    def close(self) -> None:
        """Wait for what is being written; what is only ordered is left."""
        self._orders.clear()
        self._errands.close()

    @Slot(object, object)
    def _on_run_copied(self, label: object, copy: RunCopy | None) -> None:
        if not isinstance(label, Order) or label not in self._orders:
            return
        self._orders.remove(label)
        if copy is not None:
            self.reached.emit(copy.state.now.iteration)
        self._errands.run(partial(_outcome, label, copy), label)

    @Slot(object, object)
    def _on_done(self, _label: object, outcome: Outcome) -> None:
        self.written.emit(outcome)


def _outcome(order: Order, copy: RunCopy | None) -> Outcome:
    from engine.project import Project, ProjectError
    from gui.projects.writing import ChangedByOthersError, NotWrittenError, write_file

    if copy is None:
        return Outcome(order, fault=NO_MEMORY)
    try:
        project = Project(copy.setup, copy.state, order.view, order.notes, _preview(copy), order.extra)
        stamp = write_file(project, order.path, order.known, may_replace=order.may_replace)
    except ProjectError as error:
        log.warning("not saved: %s", error)
        reason = error.reason if isinstance(error, NotWrittenError) else ""
        is_changed = isinstance(error, ChangedByOthersError)
        return Outcome(order, fault=str(error), reason=reason, is_changed=is_changed)
    except MemoryError:
        return Outcome(order, fault=NO_MEMORY)
    except Exception as error:  # whatever broke: who waits for the file must hear that there is none
        log.exception("not saved")
        return Outcome(order, fault=f"The project can't be saved ({type(error).__name__}: {error}).")
    return Outcome(order, stamp, copy.state.now.iteration)


def _preview(copy: RunCopy) -> bytes:
    """The picture; a file without one is better than none."""
    from gui.projects.preview import preview_of

    try:
        return preview_of(copy)
    except Exception:  # whatever broke while painting: the numbers are what must be kept
        log.exception("no preview")
        return b""
