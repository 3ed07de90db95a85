"""Everything in the window that knows a network: made, placed in its frame and connected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data import Dataset
from engine.setup import Setup
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
from gui.wiring import Wiring
from gui.workspaces import Workspaces

if TYPE_CHECKING:
    from gui.main_window import MainWindow


def make_content(window: MainWindow, setup: Setup, dataset: Dataset) -> None:
    """Give the window its parts, in the order in which they need each other."""
    window.document = Document(setup, dataset, window)
    window.controller = TrainingController(window.document.setup, dataset, window)
    window.loader = DataLoader(window)
    window.editing = Editing(window.document, window)
    # The parent from the beginning: a widget that is adopted later is restyled with all that it holds.
    centre = window.centralWidget()
    window.transport = TransportBar(window.appearance, centre)
    window.workspace = TrainWorkspace(window.appearance, centre)
    window.status = StatusBar(window.appearance, centre)
    window.files = FileActions(window)
    window.workspaces = Workspaces(window)
    window.exports = Exports(window)
    window.projects = Projects(window)
    window.load_ahead = LoadAhead(window)
    window.actions_ = WindowActions(window)
    window.menus = Menus(window, window.menu_strip.bar, window.actions_.handlers())
    window.actions_.adopt(window.menus)
    Wiring(window).show_setup()
