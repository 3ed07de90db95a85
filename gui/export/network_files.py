"""The playground's network as files: scripts, a model, weights; and weights that come back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QFileDialog

from engine.data import Dataset
from engine.data.given import MAX_NUMBERS
from engine.export import FORMATS, ExportError, read_weights
from engine.given import GivenWeights
from engine.network import Network
from engine.setup import Setup
from engine.snapshot import Snapshot
from engine.spec import NetworkSpec, SpecError
from gui import edits
from gui.export.errands import Errands, write_whole
from gui.export.file_names import ask_where, slug
from gui.titles import name_of
from gui.training.run_state import RunState
from gui.widgets.numbers import grouped_text

if TYPE_CHECKING:
    from gui.main_window import MainWindow

POLL_MS = 15
WEIGHTS = "Weights (*.npz);;All files (*)"
BYTES_A_NUMBER, BYTES_A_LAYER = 8, 10_000  # of an NPZ file: the numbers, and what stands round two arrays


class NetworkFiles(QObject):
    """Of one window. What is written is the network as it stands: the newest snapshot that fits the set-up of now."""

    def __init__(self, window: MainWindow, errands: Errands) -> None:
        super().__init__(window)
        self._window, self._errands = window, errands
        self._orders: list[tuple[str, Path]] = []
        self._is_old = False
        window.document.changed.connect(self._on_changed)
        window.controller.snapshot_taken.connect(self._on_snapshot)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._write_when_ready)

    @property
    def is_waiting(self) -> bool:
        """Whether something waits for the numbers of an edit that was made a moment ago."""
        return bool(self._orders)

    def choose_file(self, key: str) -> None:
        """Ask for a file and write the network in one of engine.export.FORMATS."""
        form, document = FORMATS[key], self._window.document
        stem = slug(name_of(document.setup, document.dataset))
        try:
            path = ask_where(self._window, f"Export: {form.label}", stem, form.suffix, form.label)
        except ExportError as error:
            self._window.status.show_message(str(error), "err")
            return
        if path is not None:
            self.write(key, path)

    def write(self, key: str, path: Path) -> None:
        """Write the network into a file, as soon as its numbers are known here."""
        self._orders.append((key, path))
        self._write_when_ready()

    def choose_weights(self) -> None:
        """Ask for an NPZ file and take its weights."""
        name, _ = QFileDialog.getOpenFileName(self._window, "Weights from a file", "", WEIGHTS)
        if name:
            self.take_weights(Path(name))

    def take_weights(self, path: Path) -> None:
        """Begin again from the weights of a file, as one undo step. What does not fit changes nothing."""
        spec = self._window.document.setup.network
        self._errands.do(partial(_given_in, path, spec), partial(self._on_weights, path.name, spec))

    def close(self) -> None:
        """Write nothing any more."""
        self._poll.stop()
        self._orders.clear()

    @Slot()
    def _write_when_ready(self) -> None:
        snapshot = self._fresh_snapshot()
        if snapshot is None:
            self._poll.start()
            return
        self._poll.stop()
        document = self._window.document
        orders, self._orders = self._orders, []
        for key, path in orders:
            work = partial(_write, key, path, document.setup, document.dataset, snapshot)
            self._errands.do(work, self._on_written)

    def _fresh_snapshot(self) -> Snapshot | None:
        controller, snapshot = self._window.controller, self._window.last_snapshot
        is_last = controller.state is RunState.RUNNING or controller.is_settled
        return None if self._is_old or not is_last else snapshot

    @Slot()
    def _on_changed(self) -> None:
        self._is_old = True

    @Slot()
    def _on_snapshot(self) -> None:
        self._is_old = False

    def _on_written(self, sentence: str) -> None:
        self._window.status.show_message(sentence, "info")

    def _on_weights(self, name: str, spec: NetworkSpec, weights: GivenWeights) -> None:
        document = self._window.document
        if document.setup.network != spec:
            text = f"{name} was read for a network that is another one by now: choose it again"
            self._window.status.show_message(text, "err")
            return
        document.push(edits.take_weights(document.setup, document.dataset, weights, name))
        self._window.status.show_message(f"The network begins with the weights of {name}", "info")


def _write(key: str, path: Path, setup: Setup, dataset: Dataset, snapshot: Snapshot) -> str:
    network = Network(setup.network)
    W, b = snapshot.W[1:], snapshot.b[1:]
    network.set_parameters([W_l for W_l in W if W_l is not None], [b_l for b_l in b if b_l is not None])
    write_whole(path, FORMATS[key].write(setup, network, dataset))
    updates = f"{grouped_text(snapshot.iteration)} update{'' if snapshot.iteration == 1 else 's'}"
    return f"{path.name} written: {FORMATS[key].label}, the network after {updates}"


def _given_in(path: Path, spec: NetworkSpec) -> GivenWeights:
    for l in range(1, spec.L + 1):
        count = spec.sizes[l] * spec.sizes[l - 1]
        if count > MAX_NUMBERS:
            found, most = grouped_text(count), grouped_text(MAX_NUMBERS)
            raise ExportError(f"W[{l}] has {found} numbers; a file may bring {most} a matrix")
    usual = spec.parameter_count * BYTES_A_NUMBER + spec.L * BYTES_A_LAYER
    try:
        if path.stat().st_size > 2 * usual:
            raise ExportError(f"{path.name} is larger than the weights of this network can be")
        content = path.read_bytes()
    except OSError as error:
        raise ExportError(f"{path.name} can't be read: {error.strerror}") from error
    W, b = read_weights(content, spec, path.name)
    try:
        return GivenWeights(
            tuple(tuple(map(tuple, W_l.tolist())) for W_l in W), tuple(tuple(b_l[:, 0].tolist()) for b_l in b)
        )
    except SpecError as error:
        raise ExportError(f"{path.name}: {error}") from error
