"""The lab of the bowl (C2): the cost over two parameters, from above or as a landscape, and descents on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from engine.labs.bowl import MOST_STARTS, ROW, losses_of, starts_of, starts_text
from engine.labs.cost_plane import Path
from engine.setup import Setup
from gui.appearance import Appearance
from gui.labs.bowl.board import Board
from gui.labs.bowl.panel import BowlPanel
from gui.labs.bowl.supply import Supply
from gui.labs.bowl.words import LOSSES
from gui.labs.bowl.work import NETWORK, Descents, Sheet
from gui.labs.panel_lab import PanelLab
from gui.labs.run_button import PAUSE
from gui.widgets import PanelHeader, Segmented

VIEWS = (("contours", "from above"), ("surface", "landscape"))
MODES = (("logistic", "logistic regression"), (NETWORK, "my network"))
STACKED_WIDTH, STACKED_HEIGHT = 1100, 480
USUAL_START = (-3.0, 3.5)
FRAME_MS, FRAMES = 33, 120  # of a run: each frame goes on by a 120th of the path


class BowlLab(PanelLab):
    """Face: see `Lab`; `set_network` gives it the network of the playground. Its controls: loss, data, alpha, updates,
    view, mode, run, and starts (the map).
    """

    key = "bowl"
    shares, least, most = (7, 4), 300, 400
    end_word = PAUSE

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.views = Segmented(appearance, VIEWS, self)
        self.views.setAccessibleName("View")
        self.modes = Segmented(appearance, MODES, self)
        self.modes.setAccessibleName("Whose cost")
        self.boards = (Board(appearance), Board(appearance))
        self.panel = BowlPanel(appearance, self)
        self._supply = Supply(self)
        self._paths: dict[str, tuple[Path, ...]] = {}
        self._shown: int | None = None  # updates shown while it runs; None: all
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_frame)
        self._lay_out()
        self._connect()
        self._show_settings()

    # The face of a lab.

    @property
    def is_running(self) -> bool:
        return self._timer.isActive()

    @property
    def is_paused(self) -> bool:
        return self._shown is not None and not self.is_running

    @property
    def is_settled(self) -> bool:
        return not (self.is_running or self._supply.is_busy)

    def set_settings(self, settings: Mapping[str, object]) -> None:
        """As in `Lab`; descents are shown to their ends."""
        self.stop()
        self._shown = None
        super().set_settings(settings)
        self._show_paths()

    def set_network(self, setup: Setup) -> None:
        """Take over a network with its data and weights, for the mode "network"."""
        if self._supply.set_network(setup):
            self._show_settings()

    def set_playground(self, setup: Setup) -> None:
        self.set_network(setup)

    def start(self) -> None:
        if not self.is_running:
            self._shown = self._shown or 0
            self._timer.start()
            self._show_paths()
            self.run_changed.emit()

    def stop(self) -> None:
        self._timer.stop()
        self._show_paths()
        self.run_changed.emit()

    def step_once(self) -> None:
        self.stop()
        most = int(self._number("updates"))
        if self._shown is not None and self._shown < most:
            self._shown += 1
            self._show_paths()
        else:
            self._shown = None
            self._change(updates=min(most + 1, 2000))

    def close_down(self) -> None:
        self._timer.stop()
        self._supply.close()

    # How it is done.

    def _lay_out(self) -> None:
        header = PanelHeader(self._appearance, "The bowl")
        header.add_widget(self.modes)
        header.add_widget(self.views)
        self._boards_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._boards_row.setSpacing(12)
        for board in self.boards:
            self._boards_row.addWidget(board, 1)
        self._lay_out_beside(header, self._boards_row, self.panel)

    def _connect(self) -> None:
        controls = {"loss": self.panel.loss, "data": self.panel.data, "alpha": self.panel.alpha}
        controls |= {
            "updates": self.panel.updates,
            "view": self.views,
            "mode": self.modes,
            "run": self.panel.run,
        }
        controls |= dict.fromkeys(("starts", "start_w", "start_b"), self.boards[0])
        for name, widget in controls.items():
            self._name_control(name, widget)
        self.views.chosen.connect(lambda key: self._change(view=key))
        self.modes.chosen.connect(lambda key: self._change(mode=key))
        self.panel.changed.connect(lambda name, value: self._change(**{name: value}))
        self.panel.run_requested.connect(lambda: self.stop() if self.is_running else self.start())
        self.panel.step_requested.connect(self.step_once)
        self.panel.start_again_requested.connect(self._on_start_again)
        for board, other in zip(self.boards, self.boards[::-1], strict=True):
            board.landscape.turned.connect(other.landscape.set_eye)
            board.start_moved.connect(self._on_start_moved)
            board.start_added.connect(self._on_start_added)
        self._supply.sheet_made.connect(self._on_sheet)
        self._supply.descents_made.connect(self._on_descents)
        self._supply.plane_changed.connect(self._on_plane_changed)

    @property
    def _is_network(self) -> bool:
        return self._text("mode") == NETWORK

    @property
    def _losses(self) -> tuple[str, ...]:
        return (NETWORK,) if self._is_network else losses_of(self._text("loss"))

    @property
    def _names(self) -> tuple[str, str]:
        plane = self._supply.plane
        return (
            (plane.first.label, plane.second.label) if self._is_network and plane is not None else ("w", "b")
        )

    def _starts(self) -> tuple[tuple[float, float], ...]:
        first = self._number("start_w"), self._number("start_b")
        plane = self._supply.plane
        if self._is_network and plane is not None and first == USUAL_START:
            first = plane.here  # where the network is, as long as no start was chosen
        try:
            return (first, *starts_of(self._text("starts")))
        except ValueError as error:
            self.told.emit(str(error))
            return (first,)

    @Slot()
    def _on_start_again(self) -> None:
        self.stop()
        self._shown = None
        usual = {name: ROW.settings[name].default for name in ("start_w", "start_b", "starts")}
        self._change(**usual)
        self._show_paths()

    @Slot(int, float, float)
    def _on_start_moved(self, index: int, u: float, v: float) -> None:
        self._timer.stop()
        self._shown = None
        u, v = round(u, 2), round(v, 2)
        if index == 0:
            self._change(start_w=u, start_b=v)
            return
        starts = list(self._starts()[1:])
        starts[index - 1] = (u, v)
        self._change(starts=starts_text(tuple(starts)))

    @Slot(float, float)
    def _on_start_added(self, u: float, v: float) -> None:
        starts = self._starts()[1:]
        if len(starts) >= MOST_STARTS:
            self.told.emit(f"{MOST_STARTS + 1} starts are the most")
            return
        self._timer.stop()
        self._shown = None
        self._change(starts=starts_text((*starts, (round(u, 2), round(v, 2)))))

    def _show_settings(self) -> None:
        self.views.set_key(self._text("view"))
        self.modes.set_key(self._text("mode"))
        for board in self.boards:
            board.set_view(self._text("view"))
        if self._is_network:
            is_new = self._supply.ask_for_network(self._text("first"), self._text("second"))
        else:
            is_new = self._supply.ask_for_logistic(self._losses, self._text("data"))
        if is_new:
            self._paths = {}
            self._show_paths()
        self._show_boards()
        self._ask_for_descents()

    def _show_boards(self) -> None:
        losses = self._losses
        self.panel.show_settings(dict(self._settings), self._names)
        self.boards[1].setVisible(len(losses) > 1)
        for board, loss in zip(self.boards, losses, strict=False):
            board.set_title(LOSSES[loss].capitalize() if len(losses) > 1 else "")
            board.set_starts(self._starts())

    def _ask_for_descents(self) -> None:
        alpha, updates = self._number("alpha"), int(self._number("updates"))
        self._supply.ask_for_descents(self._losses, self._text("data"), self._starts(), alpha, updates)

    @Slot()
    def _on_plane_changed(self) -> None:
        loaded, plane = self._supply.loaded, self._supply.plane
        if loaded is not None and plane is not None:
            self.panel.set_parameters(loaded.parameters)
            self.panel.first.set_key(plane.first.key)
            self.panel.second.set_key(plane.second.key)
            self._show_boards()
            self._ask_for_descents()

    @Slot(object)
    def _on_sheet(self, sheet: Sheet) -> None:
        if sheet.loss in self._losses:
            self.boards[self._losses.index(sheet.loss)].set_sheet(sheet, self._names)

    @Slot(object)
    def _on_descents(self, made: Descents) -> None:
        self._paths[made.loss] = made.paths
        self._show_paths()

    @Slot()
    def _on_frame(self) -> None:
        most = int(self._number("updates"))
        self._shown = min((self._shown or 0) + max(1, most // FRAMES), most)
        if self._shown >= most:
            self._shown = None
            self._timer.stop()
            self.run_changed.emit()
        self._show_paths()

    def _show_paths(self) -> None:
        shown = {loss: tuple(self._cut(path) for path in paths) for loss, paths in self._paths.items()}
        for board, loss in zip(self.boards, self._losses, strict=False):
            board.set_paths(shown.get(loss, ()))
        self.panel.show_paths(self._losses, shown, self._paths, dict(self._settings))
        self.panel.show_running(self.is_running)

    def _cut(self, path: Path) -> Path:
        if self._shown is None:
            return path
        end = min(self._shown, path.updates) + 1
        return replace(path, u=path.u[:end], v=path.v[:end], J=path.J[:end])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two maps stand one above the other where they would be narrower than high."""
        stacks = self.width() < STACKED_WIDTH and self.height() > STACKED_HEIGHT
        way = QBoxLayout.Direction.TopToBottom if stacks else QBoxLayout.Direction.LeftToRight
        self._boards_row.setDirection(way)
        super().resizeEvent(event)
        self._show_paths()
