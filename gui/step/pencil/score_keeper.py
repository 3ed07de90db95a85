"""The score's page: made known beside the numbers at the end of an exercise, and put away with it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gui.appearance import Appearance
from gui.step.centre import StepCentre
from gui.step.pencil.cover_page import CoverPage
from gui.step.pencil.pencil import Pencil
from gui.step.pencil.score_page import ScorePage

SCORE = "score"
TELLING = frozenset({"chain", "check"})  # pages that would give answers away


class ScoreKeeper(QObject):
    """Signals: again_requested(), new_requested()."""

    again_requested = Signal()
    new_requested = Signal()

    def __init__(
        self, appearance: Appearance, centre: StepCentre, pencil: Pencil, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._centre, self._pencil = centre, pencil
        self._is_out = self._is_covering = False
        self.page = ScorePage(appearance, centre)
        self.cover = CoverPage(appearance, centre)
        self.page.hide()
        self.cover.hide()
        self.page.again_requested.connect(self.again_requested)
        self.page.new_requested.connect(self.new_requested)

    def show(self) -> None:
        """Bring the page to the front."""
        if not self._is_out:
            self._centre.add_page(SCORE, "Score", self.page)
            self._is_out = True
        self.refresh()
        self._centre.show_page(SCORE)

    def put_away(self) -> None:
        """Take the page away, and what covers others."""
        if self._is_out:
            self._centre.remove_page(SCORE)
            self._is_out = False
        self.refresh()

    def refresh(self) -> None:
        """Show the score as it stands, and cover what would tell the answers."""
        pencil = self._pencil
        hides = pencil.is_on and bool(pencil.open_places())
        if hides != self._is_covering:
            self._is_covering = hides
            self._centre.cover_pages(self.cover if hides else None, TELLING)
        if self._is_out:
            places = pencil.places()
            paper = pencil.paper
            self.page.show_score(pencil.what(), pencil.tally(), paper.score(places), paper.hints(places))
