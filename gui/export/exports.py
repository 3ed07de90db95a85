"""The menu File > Export, and what context menus of views offer. Light: the rest is imported when it is wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from gui.projects.short_names import shortened
from gui.titles import title_of
from gui.widgets import Label
from gui.widgets.more_actions import ask_focused

if TYPE_CHECKING:
    from gui.export.errands import Errands
    from gui.export.network_files import NetworkFiles
    from gui.export.view_actions import ViewActions
    from gui.main_window import MainWindow
    from gui.menus import Menus

MENU_KEYS = "Shift+F10"
PLAYGROUND = ("train", "step")  # the workspaces that show its network
ELSEWHERE = "Takes place in the playground: go to Train first"
MOST_LETTERS = 60  # of the heading
LOAD_HINT = "NPZ with the shapes of this network"
HEADING_MARGINS = (30, 5, 28, 5)  # as the entries below it in style.qss
BEHIND = "sheet"  # the entry of the File menu that the submenu follows
NETWORK = (
    ("numpy", "NumPy script…", "The network in plain NumPy, which checks itself"),
    ("torch", "PyTorch script…", "The network in PyTorch, which checks itself"),
    ("onnx", "ONNX model…", "For onnxruntime and other readers"),
    ("npz", "Weights (NPZ)…", "W1, b1, W2, … as NumPy arrays"),
)


class Exports(QObject):
    """Of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._errands: Errands | None = None
        self._network: NetworkFiles | None = None
        self._views: ViewActions | None = None
        self._of_views: list[QAction] = []

    @property
    def is_busy(self) -> bool:
        """Whether something is being written or read."""
        is_writing = self._errands is not None and self._errands.is_busy
        return is_writing or (self._network is not None and self._network.is_waiting)

    @property
    def network(self) -> NetworkFiles:
        """The network as files."""
        if self._network is None:
            from gui.export.network_files import NetworkFiles

            self._network = NetworkFiles(self._window, self._errands_now())
        return self._network

    @property
    def views(self) -> ViewActions:
        """Views as pictures and tables."""
        if self._views is None:
            from gui.export.view_actions import ViewActions

            self._views = ViewActions(self._window, self._errands_now())
        return self._views

    def adopt(self, menus: Menus) -> None:
        """Put the submenu into the File menu; its entries are among the actions as "export_numpy" and so on."""
        file = menus.menus["File"]
        entries = file.actions()
        behind = entries.index(menus.actions[BEHIND]) + 1
        self.menu = QMenu("Export", file)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._tell)
        self.heading = Label(self._window.appearance, "", "small", "ink2")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setContentsMargins(*HEADING_MARGINS)
        heading = QWidgetAction(self.menu)
        heading.setDefaultWidget(self.heading)
        heading.setEnabled(False)  # it can't be chosen; the arrow keys pass it over
        self.menu.addAction(heading)
        for key, text, hint in NETWORK:
            self._add(menus, f"export_{key}", text, hint).triggered.connect(partial(self._on_network, key))
        load = self._add(menus, "load_weights", "Weights from a file…", LOAD_HINT)
        load.triggered.connect(self._on_weights)
        self.menu.addSeparator()
        window = self._add(
            menus, "save_picture", "Picture of the window…", "PNG in one to four times its size, or SVG"
        )
        window.triggered.connect(self._on_window)
        self.pictures = self.menu.addMenu("Picture of a view")
        self.pictures.aboutToShow.connect(self._list_views)
        file.insertMenu(entries[behind], self.menu)
        # The Menu key is Qt's; this one it leaves alone on some systems.
        QShortcut(QKeySequence(MENU_KEYS), self._window).activated.connect(ask_focused)

    def add_actions(self, menu: QMenu, widget: QWidget) -> None:
        """Add what can be done with the view that a widget stands in to a context menu."""
        self.views.add_to(menu, widget)

    def close(self) -> None:
        """Nothing is written any more; what is being written is finished."""
        if self._network is not None:
            self._network.close()
        if self._errands is not None:
            self._errands.close()

    def _add(self, menus: Menus, key: str, text: str, hint: str) -> QAction:
        action = QAction(text, self._window)
        action.setToolTip(hint)
        action.setStatusTip(hint)
        menus.actions[key] = action
        self.menu.addAction(action)
        return action

    def _errands_now(self) -> Errands:
        if self._errands is None:
            from gui.export.errands import Errands

            self._errands = Errands(self)
            self._errands.failed.connect(self._on_failed)
        return self._errands

    def _on_network(self, key: str, _checked: bool = False) -> None:
        self.network.choose_file(key)

    @Slot()
    def _on_weights(self) -> None:
        self.network.choose_weights()

    @Slot()
    def _on_window(self) -> None:
        self.views.save_picture(self._window)

    @Slot()
    def _tell(self) -> None:
        """Say which network it is: always the playground's, whatever a lesson or a graph shows at the moment."""
        window = self._window
        is_seen = window.workspaces.current in PLAYGROUND
        title = shortened(title_of(window.document.setup, window.document.dataset), MOST_LETTERS)
        self.heading.setText(title if is_seen else f"The playground's network: {title}")
        load = window.menus.actions["load_weights"]
        load.setEnabled(is_seen)
        load.setToolTip(LOAD_HINT if is_seen else ELSEWHERE)

    @Slot()
    def _list_views(self) -> None:
        """One entry for every view on the screen; several of one name are counted."""
        from gui.export.views import name_of_view, views_in

        self.pictures.clear()
        seen: dict[str, int] = {}
        for view in views_in(self._window):
            name = name_of_view(view)
            seen[name] = seen.get(name, 0) + 1
            text = f"{name} {seen[name]}…" if seen[name] > 1 else f"{name}…"
            self.pictures.addAction(text, partial(self.views.save_picture, view))

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._window.status.show_message(sentence, "err")
