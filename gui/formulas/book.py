"""The formulas that were typeset beforehand: three books in assets/formulas, which `script/make_formulas` writes.

Of a book only the strings are read at once; a formula's numbers are read when it is asked for.
"""

from __future__ import annotations

import gzip
import json
import logging
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from engine.asset_paths import asset_path
from gui.formulas.composition import Composition, unpack

log = logging.getLogger(__name__)


TAPES, CELLS, COURSE = "tapes.json.gz", "cells.json.gz", "course.json.gz"
LATER = (CELLS, COURSE)  # in the order in which a formula is looked for where neither is read


@dataclass(frozen=True)
class Entry:
    """A composition, and outlines of glyphs by number, its own among them: "M x y L x y Q x y x y Z", y downwards, in
    thousandths of an em.
    """

    composition: Composition
    outlines: Mapping[int, str]


@dataclass(frozen=True)
class Book:
    """formulas: LaTeX to the text form of its composition; outlines: glyph number to its outline.

    made_with: the typesetter and its version, "" in a book that does not say.
    """

    formulas: dict[str, str]
    outlines: dict[int, str]
    made_with: str = ""

    def find(self, latex: str) -> Entry | None:
        """A formula with the outlines that it needs, or None where the book has none."""
        packed = self.formulas.get(latex)
        return None if packed is None else Entry(unpack(packed), self.outlines)


class Library:
    """The books in a folder: the formulas of tapes, read when the first one is wanted, and those of single cells and
    of the course, which only `read` and `find` read, so that a thread can do it. A book that can't be read is empty.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or asset_path("formulas")
        self._later: dict[str, Book] = {}  # replaced, never changed: two threads look into it

    @cached_property
    def tapes(self) -> Book:
        """The book of tapes."""
        return read_book(self._folder / TAPES)

    def at_once(self, latex: str) -> Entry | None:
        """A formula from what is read; the book of tapes is."""
        books = (self.tapes, *self._later.values())
        return next((entry for book in books if (entry := book.find(latex))), None)

    def read(self, name: str) -> None:
        """Read a book, CELLS or COURSE, unless it is read."""
        if name not in self._later:
            self._later = {**self._later, name: read_book(self._folder / name)}

    def find(self, latex: str) -> Entry | None:
        """A formula from any book; those that are not read yet are read until one has it."""
        found = self.at_once(latex)
        for name in LATER:
            if found is None:
                self.read(name)
                found = self._later[name].find(latex)
        return found


def read_book(path: Path) -> Book:
    """The book in a file; an empty one, with a line in the log, where it can't be read."""
    try:
        content = json.loads(gzip.decompress(path.read_bytes()))
        outlines = {int(glyph): outline for glyph, outline in content["outlines"].items()}
        return Book(content["formulas"], outlines, content.get("made_with", ""))
    except (OSError, EOFError, ValueError, KeyError, zlib.error) as problem:
        log.warning("a book of formulas can't be read (%s): they are typeset while the program runs", problem)
        return Book({}, {})


def write_book(book: Book, path: Path) -> None:
    """Write a book; the same formulas give the same bytes with the same zlib."""
    content: dict[str, object] = {
        "formulas": dict(sorted(book.formulas.items())),
        "outlines": {str(glyph): book.outlines[glyph] for glyph in sorted(book.outlines)},
    }
    if book.made_with:
        content["made_with"] = book.made_with
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
