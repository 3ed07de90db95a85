"""The window itself: its frame, what Qt tells it, and where things stand. What is in it is made by `window_content`.

It imports neither the engine nor any view, so that a frame is on the screen while these are being loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QHideEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QGridLayout, QMainWindow, QMenu, QWidget

from gui.appearance import Appearance
from gui.empty_page import EmptyPage
from gui.menu_strip import MenuStrip
from gui.options import WORKSPACES
from gui.rail import Rail
from gui.settings import Settings
from gui.style import apply_style
from gui.tab_order import Part, by_rows, move_focus
from gui.window_size import FIRST_SIZE, MINIMUM, must_fill_screen

if TYPE_CHECKING:
    from engine.data import Dataset
    from engine.setup import Setup
    from engine.snapshot import Snapshot
    from gui.data_loading import DataLoader
    from gui.document import Document
    from gui.editing import Editing
    from gui.export import Exports
    from gui.files import FileActions
    from gui.load_ahead import LoadAhead
    from gui.menus import Menus
    from gui.projects.projects import Projects
    from gui.status_bar import StatusBar
    from gui.train.transport.bar import TransportBar
    from gui.train.workspace import TrainWorkspace
    from gui.training.controller import TrainingController
    from gui.window_actions import WindowActions
    from gui.workspaces import Workspaces

SECOND_PICTURE_MS = 50
REPAINT_MS = (
    300  # Qt's Wayland leaves parts of a window black that has left full screen, until they are painted again
)
FRAME_MS = 300  # so long at most the frame is waited for; a window that starts as an icon paints none


class MainWindow(QMainWindow):
    """The one window. It comes in three steps, each with a picture of its own: its frame, made by `MainWindow(...)`;
    what shows and trains a network, by `fill`; and by itself what only a run and the other workspaces need.

    Signals: painted(), when the first picture of a step is on the screen; built(), when curves can be drawn too.
    """

    painted = Signal()
    built = Signal()

    # All made by `fill`, which nobody comes before.
    document: Document
    controller: TrainingController
    loader: DataLoader
    editing: Editing
    transport: TransportBar
    workspace: TrainWorkspace
    status: StatusBar
    files: FileActions
    workspaces: Workspaces
    exports: Exports
    projects: Projects
    load_ahead: LoadAhead
    actions_: WindowActions
    menus: Menus

    def __init__(self, appearance: Appearance, settings: Settings) -> None:
        super().__init__()
        self.appearance = appearance
        self.settings = settings
        self.last_snapshot: Snapshot | None = None
        self.is_filled = self.is_built = False
        self._has_painted = False
        self._arranged_for = QSize()
        self._on_theme_changed()  # before there are widgets that it would have to restyle
        appearance.changed.connect(self._on_theme_changed)
        self._centre = QWidget(self)
        self.setCentralWidget(self._centre)
        self.rail = Rail(appearance, tuple(WORKSPACES.items()), self._centre)
        self._empty_page = EmptyPage(appearance, self._centre)
        self.menu_strip = MenuStrip(appearance)
        self.setMenuWidget(self.menu_strip)
        self._lay_out()

    def restore(self, size: QSize | None) -> None:
        """Take the remembered place and size, or this size."""
        if size is not None:
            self.resize(size)
        elif not self.restoreGeometry(self.settings.data("geometry")):
            self.resize(FIRST_SIZE)
            if must_fill_screen(self.screen().availableGeometry().size()):
                self.setWindowState(Qt.WindowState.WindowMaximized)

    def show_frame(self) -> None:
        """Show the window, and come back as soon as its frame is painted: what follows keeps the thread for a while."""
        loop = QEventLoop(self)
        self.painted.connect(loop.quit)
        QTimer.singleShot(FRAME_MS, loop, loop.quit)
        self.show()
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)  # keys and clicks find the content
        loop.deleteLater()

    def fill(self, setup: Setup, dataset: Dataset) -> None:
        """Make everything that shows, edits and trains a network, and show it where the window is shown."""
        from gui.window_content import make_content  # NumPy, the engine and every view: see above

        self._centre.hide()  # a widget that is made on a hidden one is laid out and painted once
        make_content(self, setup, dataset)
        for row, widget in enumerate((self.transport, self.workspace, self.status)):
            self._grid.addWidget(widget, row, 1)
        self._grid.removeWidget(self._empty_page)
        self._empty_page.deleteLater()
        self.setAcceptDrops(True)
        self.is_filled = True
        self._has_painted = False
        self._centre.show()
        self._centre.setFocus()
        if self.isVisible():
            self._stand()

    @Slot()
    def finish_building(self) -> None:
        """Make what a new window does not show: what draws curves, and Step, which may be wanted at any moment."""
        if self.is_built:
            return
        from gui.train.plots.curves import load_pyqtgraph

        load_pyqtgraph()
        self.workspace.finish_building()
        self._arrange()
        self.workspaces.prepare()
        self.is_built = True
        self.built.emit()

    def open_later(self, file: Path | None) -> None:
        """Import a table given on the command line, once the window stands."""
        self.files.open_later(file)

    def take_setup(self, setup: Setup, text: str, then: Callable[[], object] | None = None) -> None:
        """Replace everything by this set-up, as one undo step, as soon as its data are made; `then` follows that."""
        self.loader.request(setup.data, text, "", setup, then)

    def add_workspace(self, widget: QWidget) -> None:
        """Give a workspace with a bar of its own the place of the transport and what is below it."""
        self._grid.addWidget(widget, 0, 1, 2, 1)

    def add_view_actions(self, menu: QMenu, widget: QWidget) -> None:
        """Add what can be taken along of the view that a widget stands in to a context menu."""
        self.exports.add_actions(menu, widget)

    def _lay_out(self) -> None:
        self.setMinimumSize(MINIMUM)
        self._grid = grid = QGridLayout(self._centre)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.rail, 0, 0, 3, 1)
        grid.addWidget(self._empty_page, 0, 1, 3, 1)
        grid.setRowStretch(1, 1)
        grid.setColumnStretch(1, 1)
        # Nothing is focused at first, so that Space runs; Tab goes on from here.
        self._centre.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._centre.setFocus()

    def _stand(self) -> None:
        """The window is on the screen, and filled."""
        if not self._arranged_for.isValid():
            self._arrange()
        self.controller.set_painting(True)

    def _arrange(self) -> None:
        """Put the docks where they were; again for a window that was maximised while it came."""
        if self.size() == self._arranged_for:
            return
        self._arranged_for = self.size()
        if not self.workspace.restore_layout(self.settings.data("layout")):
            self.workspace.arrange(self.size())

    @Slot()
    def _on_theme_changed(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_style(application, self.appearance.theme)

    @Slot()
    def _on_painted(self) -> None:
        self.painted.emit()
        if self.is_filled:  # the data sets from files are in the second picture, which goes before the rest
            QTimer.singleShot(SECOND_PICTURE_MS, self, self.load_ahead.begin)

    @Slot()
    def _repaint(self) -> None:
        for widget in self.findChildren(QWidget):
            widget.update()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and self.is_filled:
            self.controller.on_painted()
            self.workspaces.on_painted()
        elif event.type() == QEvent.Type.Paint and not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self, self._on_painted)  # when the rest of the window is painted too
        return handled

    def focusNextPrevChild(self, forward: bool) -> bool:
        parts = self.workspaces.tab_parts() if self.is_filled else []
        return move_focus([Part(self.rail, by_rows), *parts], self, forward)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.is_filled:
            self._stand()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and QGuiApplication.platformName().startswith(
            "wayland"
        ):
            QTimer.singleShot(REPAINT_MS, self, self._repaint)

    def hideEvent(self, event: QHideEvent) -> None:
        if self.is_filled:
            self.controller.set_painting(False)
        super().hideEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.is_filled:
            from gui.widgets.more_actions import show_more

            show_more(self, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.is_filled:
            self.files.consider_drop(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.files.take_drop(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.is_filled:  # a few hundredths of a second later it can be closed
            event.ignore()
            return
        if not (self.workspaces.may_close() and self.projects.may_close()):
            event.ignore()
            return
        self.settings.remember("geometry", self.saveGeometry())
        self.settings.remember("layout", self.workspace.layout_state())
        for part in (
            self.load_ahead,
            self.projects,
            self.files,
            self.exports,
            self.workspaces,
            self.loader,
            self.controller,
        ):
            part.close()
        super().closeEvent(event)
