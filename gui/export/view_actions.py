"""What can be done with a view: its picture copied or saved, and the numbers of a plot."""

from __future__ import annotations

import math
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QMenu, QWidget

from engine.export import ExportError
from gui.data_table import DataTable, table_text
from gui.export.errands import Errands, write_whole
from gui.export.file_names import ask_where, slug
from gui.export.views import name_of_view, table_of, views_around
from gui.titles import name_of
from gui.widgets.numbers import grouped_text

if TYPE_CHECKING:
    from gui.export.svg_text import Drawing
    from gui.main_window import MainWindow

COPIED_TIMES = 2  # pixels of a copied picture to each of the view's
MOST_COPIED = 120_000  # numbers; more would hold the window up
TOO_MANY = f"More than {grouped_text(MOST_COPIED)} numbers: save them to a file"


class ViewActions(QObject):
    """Of one window."""

    def __init__(self, window: MainWindow, errands: Errands) -> None:
        super().__init__(window)
        self._window, self._errands = window, errands

    def add_to(self, menu: QMenu, widget: QWidget) -> None:
        """Add the entries of the view that a widget stands in, behind those that are there."""
        around = views_around(widget)
        if not around:
            return
        view, table = around[0], table_of(around[0])
        menu.setToolTipsVisible(True)
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction("Copy picture", partial(self.copy_picture, view))
        menu.addAction("Save picture…", partial(self.save_picture, view))
        for outer in [wider for wider in around[1:] if wider.size() != view.size()][:1]:
            text = f"Save picture of the whole {name_of_view(outer).lower()}…"
            menu.addAction(text, partial(self.save_picture, outer))
        if table is not None:
            menu.addSeparator()
            copy = menu.addAction("Copy data", partial(self.copy_data, table))
            if table.count > MOST_COPIED:
                copy.setEnabled(False)
                copy.setToolTip(TOO_MANY)
            menu.addAction("Save data (CSV)…", partial(self.save_data, view, table))

    def copy_picture(self, view: QWidget) -> None:
        """Put the picture on the clipboard, at twice its size."""
        from gui.export.pictures import image_of

        times = max(COPIED_TIMES, math.ceil(view.devicePixelRatioF()))
        QGuiApplication.clipboard().setImage(
            image_of(view, times, self._window.appearance.theme.color("panel"))
        )
        self._say(f"Picture of {self._words(view)} copied")

    def save_picture(self, view: QWidget) -> None:
        """Ask for form, size and file, and write the picture."""
        from gui.export.picture_dialog import PictureDialog

        dialog = PictureDialog(self._window.appearance, view, self._stem(view), self._window)
        dialog.accepted_as.connect(partial(self.write_picture, view))
        dialog.open()

    def write_picture(self, view: QWidget, path: Path, times: int) -> None:
        """Write a PNG with so many pixels to each of the view's, or for 0 an SVG."""
        from gui.export.pictures import drawing_of, image_of

        ground = self._window.appearance.theme.color("panel")
        if times:
            work = partial(_write_image, path, image_of(view, times, ground))
        else:
            title = f"{name_of_view(view) or 'Chalknet'}: {self._title()}"
            work = partial(_write_drawing, path, drawing_of(view, ground, title))
        self._errands.do(work, lambda _: self._say(f"Picture saved as {path.name}"))

    def copy_data(self, table: DataTable) -> None:
        """Put a plot's numbers on the clipboard: as a table for spreadsheets, and as CSV."""
        data = QMimeData()
        data.setText(table_text(table, "\t"))
        data.setData("text/csv", QByteArray(table_text(table).encode()))
        QGuiApplication.clipboard().setMimeData(data)
        rows = len(table.columns[0])
        self._say(f"{grouped_text(rows)} row{'' if rows == 1 else 's'} of data copied")

    def save_data(self, view: QWidget, table: DataTable) -> None:
        """Ask for a file and write a plot's numbers as CSV."""
        try:
            path = ask_where(self._window, "Save data", self._stem(view), ".csv", "CSV tables")
        except ExportError as error:
            self._window.status.show_message(str(error), "err")
            return
        if path is not None:
            work = partial(_write_table, path, table)
            self._errands.do(work, lambda _: self._say(f"Data saved as {path.name}"))

    def _say(self, text: str) -> None:
        self._window.status.show_message(text, "info")

    def _words(self, view: QWidget) -> str:
        return f"“{name_of_view(view)}”" if name_of_view(view) else "the window"

    def _title(self) -> str:
        return name_of(self._window.document.setup, self._window.document.dataset)

    def _stem(self, view: QWidget) -> str:
        return slug(self._title(), name_of_view(view) or "window")


def _write_image(path: Path, image: QImage) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise ExportError(f"The picture is too large for {path.name}: choose a smaller one")
    write_whole(path, bytes(buffer.data().data()))


def _write_drawing(path: Path, drawing: Drawing) -> None:
    from gui.export.svg_text import finished

    write_whole(path, finished(drawing))


def _write_table(path: Path, table: DataTable) -> None:
    write_whole(path, table_text(table).encode())
