"""What the output column shows: the plane and the confusion matrix one below the other where both fit, else one page
of them. Pictures as data always have pages: the matrix of ten classes, the mistakes and the weights take a column each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data import Dataset
from gui.train.output.geometry import fits_with_picture, picture_side
from gui.train.output.page_choice import CONFUSION, PLANE, WEIGHTS
from gui.train.output.wishes import has_confusion

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.train.output.panel import OutputPanel

MANY_CLASSES = 3  # two classes are told by one line through the plane
BOTH = ""  # everything that the data has, one below the other
SUBTITLES = {CONFUSION: "ŷ against y", WEIGHTS: "W[1] as pictures"}


class Pages:
    """Decides which parts of the panel are seen, and gives the picture and the matrix their room."""

    def __init__(self, panel: OutputPanel) -> None:
        self._panel = panel
        self._has_confusion = self._has_pictures = False
        self._first = PLANE
        self.chosen = ""  # by a person; it stays while the data change
        self.is_drawing = False
        self.page = BOTH

    def set_dataset(self, dataset: Dataset) -> None:
        """Take other data. Three or more classes that lie in no plane are judged by their confusion matrix first."""
        self._has_confusion = has_confusion(dataset)
        self._has_pictures = dataset.picture_shape is not None and self._has_confusion
        is_first = not dataset.is_plane and len(dataset.class_names) >= MANY_CLASSES
        self._first = CONFUSION if is_first else PLANE

    def shows(self, page: str) -> bool:
        """Whether the parts of a page are seen."""
        return self.page in (BOTH, page)

    def arrange(self, width: int, height: int, notice: int) -> tuple[QWidget, ...]:
        """The parts to show in a column of this size, of which a notice takes some height; they know their room."""
        panel = self._panel
        self.page = self._page(width, height)
        above = (panel.choice,) if self.page else ()
        if self.page == CONFUSION:
            taken = self._heights(width, *above, panel.readouts)
            panel.confusion.set_room(height - notice - taken)
            return *above, panel.confusion, panel.readouts, *((panel.mistakes,) if self._has_pictures else ())
        if self.page == WEIGHTS:
            return *above, panel.weights, panel.readouts
        panel.confusion.set_room(None)
        plane = (*above, *self._plane(), panel.readouts)
        below = (panel.confusion,) if self._has_confusion and not self.page else ()
        self._fit_picture(width, height - notice, (*plane, *below))
        return plane + below

    def _page(self, width: int, height: int) -> str:
        panel = self._panel
        if not self._has_confusion:
            return BOTH
        others = self._heights(width, *self._plane(), panel.readouts) - panel.picture.side_for(width)
        others += panel.confusion.height_in(width, None)
        if fits_with_picture(others, height) and not self._has_pictures:
            return BOTH
        offered = (PLANE, CONFUSION, WEIGHTS) if self._has_pictures else (PLANE, CONFUSION)
        page = self.chosen if self.chosen in offered else self._first
        page = PLANE if self.is_drawing else page
        panel.choice.show_pages(offered, page)
        return page

    def _fit_picture(self, width: int, height: int, parts: tuple[QWidget, ...]) -> None:
        panel = self._panel
        for part in (panel.picture, panel.legend):
            part.set_most_side(None)
        wanted = panel.picture.side_for(width)
        side = picture_side(wanted, self._heights(width, *parts) - wanted, height)
        for part in (panel.picture, panel.legend):
            part.set_most_side(side)

    def _plane(self) -> tuple[QWidget, ...]:
        panel = self._panel
        chooser = (panel.chooser,) if panel.chooser.is_needed else ()
        return *chooser, panel.picture, panel.legend, panel.options

    def _heights(self, width: int, *parts: QWidget) -> int:
        return sum(part.height_for(width) for part in parts)  # type: ignore[attr-defined]
