"""All formulas of the window, by their LaTeX: those of tapes at once, others as soon as a thread has made them."""

from __future__ import annotations

from functools import cache, partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QPainterPath

from gui.formulas.book import Entry, Library
from gui.formulas.formula import Formula, build, fallback, outline_path
from gui.formulas.typeset import typeset_or_none
from gui.formulas.typesetter import Typesetter


class Shelf(QObject):
    """Signals: ready(latex), when a formula that `get` did not have can be had. Lives in the window's thread."""

    ready = Signal(str)
    _was_made = Signal(str, object)

    def __init__(self, library: Library | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library or Library()
        self._formulas: dict[str, Formula] = {}
        self._awaited: set[str] = set()  # asked for; also what is made and has not arrived yet
        self._glyphs: dict[int, QPainterPath] = {}
        self._typesetter = Typesetter(self._make, self._was_made.emit)
        # The signal is sent by the typesetter's thread.
        self._was_made.connect(self._on_was_made, Qt.ConnectionType.QueuedConnection)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    @property
    def is_waiting(self) -> bool:
        """Whether a formula that was asked for is still to come."""
        return self._typesetter.is_working

    def get(self, latex: str) -> Formula | None:
        """The formula, or None: then it is being typeset, and `ready` will say so."""
        known = self._known(latex)
        if known is None and latex not in self._awaited:
            self._awaited.add(latex)
            self._typesetter.ask(latex)
        return known

    def render(self, latex: str) -> Formula:
        """The formula here and now; what is in no book takes 15 to 60 ms, the first one 0.3 s."""
        return self._known(latex) or self._put(latex, self._make(latex))

    def read_ahead(self, book: str) -> None:
        """Have the thread read a book, CELLS or COURSE, so that nobody waits for it later."""
        self._typesetter.prepare(partial(self._library.read, book))

    def close(self) -> None:
        """Give up what is still to be typeset and wait for the thread, a few hundredths of a second."""
        self._typesetter.close()
        self._awaited.clear()

    def _known(self, latex: str) -> Formula | None:
        known = self._formulas.get(latex)
        if known is None and (entry := self._library.at_once(latex)):
            known = self._put(latex, entry)
        return known

    def _make(self, latex: str) -> Entry | None:
        return self._library.find(latex) or typeset_or_none(latex)

    def _put(self, latex: str, made: Entry | None) -> Formula:
        formula = fallback(latex) if made is None else build(made.composition, self._outlines_of(made))
        self._formulas[latex] = formula
        return formula

    def _outlines_of(self, made: Entry) -> dict[int, QPainterPath]:
        for mark in made.composition.marks:
            if mark.glyph not in self._glyphs:
                self._glyphs[mark.glyph] = outline_path(made.outlines[mark.glyph])
        return self._glyphs

    def _on_was_made(self, latex: str, made: Entry | None) -> None:
        self._awaited.discard(latex)
        if latex not in self._formulas:
            self._put(latex, made)
        self.ready.emit(latex)


@cache
def shelf() -> Shelf:
    """The shelf that all views share."""
    return Shelf()


def get(latex: str) -> Formula | None:
    """The formula from the shared shelf, or None while it is being typeset; `shelf().ready` then says so."""
    return shelf().get(latex)


def render(latex: str) -> Formula:
    """The formula from the shared shelf at once, however long it takes: for printed sheets."""
    return shelf().render(latex)
