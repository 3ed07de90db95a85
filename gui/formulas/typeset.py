"""Typesets LaTeX with ziamath. Slow (0.3 s to import, 15 to 60 ms a formula): never on the window's thread.

ziamath's drawing (SVG) places glyphs by reference: `<use href="#font_7" x y width height>` shows the symbol of glyph 7,
whose viewBox then fills that rectangle. Its face is the bundled one, STIX Two Math.
"""

from __future__ import annotations

import logging
import threading
import warnings
from collections.abc import Iterator
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from gui.formulas.book import Entry
from gui.formulas.composition import Bar, Composition, Mark
from gui.formulas.spacing import tidy

log = logging.getLogger(__name__)

UNITS = 1000  # to the em
SYMBOL_UNITS = 12  # to the em in ziafont's symbols, whatever the formula's size
DECIMALS = 6  # of its numbers: with its own 3, points of outlines would move
MISSING_GLYPH = 0

_one_at_a_time = threading.Lock()  # ziamath keeps its settings and faces in module variables


class TypesetError(ValueError):
    """LaTeX that can't be typeset."""


def typeset(latex: str) -> Entry:
    """Compose a formula in display style. Raises TypesetError where ziamath can't read it or nothing would be seen."""
    with _one_at_a_time:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                math = _mathematics(latex)
                picture = math.svgxml()
        except Exception as problem:  # its parsers raise whatever they run into
            raise TypesetError(f"{latex}: {problem}") from problem
    box = math.node.bbox
    symbols = {element.attrib["id"]: element for element in picture.iter("symbol")}
    composition = Composition(
        width=round(box.xmax - box.xmin),
        ascent=round(box.ymax),
        descent=round(-box.ymin),
        marks=tuple(_marks(picture, symbols, box.xmin)),
        bars=tuple(_bars(picture, box.xmin)),
    )
    if not composition.marks and not composition.bars:
        raise TypesetError(f"{latex}: nothing to be seen")
    return Entry(composition, {_glyph(symbol): _outline(symbol) for symbol in symbols.values()})


def typeset_or_none(latex: str) -> Entry | None:
    """The same, None where it can't be typeset."""
    try:
        return typeset(latex)
    except TypesetError as problem:
        log.info("a formula is shown as LaTeX: %s", problem)
        return None


def _mathematics(latex: str) -> Any:
    from ziamath.escapes import unescape
    from ziamath.tex import tex2mml

    tree = fromstring(unescape(tex2mml(latex)))
    tidy(tree)
    return _ziamath().Math(tree, size=UNITS, margin=0)


@cache
def _ziamath() -> Any:
    import ziamath
    from ziamath.config import config

    config.svg2 = True
    config.precision = DECIMALS
    return ziamath


def _marks(picture: Element, symbols: dict[str, Element], left: float) -> Iterator[Mark]:
    for use in picture.iter("use"):
        symbol = symbols[use.attrib["href"].removeprefix("#")]
        if next(symbol.iter("path"), None) is None:  # a space
            continue
        glyph = _glyph(symbol)
        if glyph < 0:  # numbered by its pieces, whatever its height: two of them could be taken for one
            raise TypesetError("a sign would be put together from pieces; bars are written unstretched")
        if glyph == MISSING_GLYPH:
            raise TypesetError("the face has no glyph for one of the signs")
        x, y, _width, height = (float(word) for word in symbol.attrib["viewBox"].split())
        factor = float(use.attrib["height"]) / height
        origin_x = float(use.attrib["x"]) - x * factor - left
        origin_y = float(use.attrib["y"]) - y * factor
        yield Mark(glyph, round(origin_x), round(origin_y), round(factor * SYMBOL_UNITS))


def _bars(picture: Element, left: float) -> Iterator[Bar]:
    for rect in picture.iter("rect"):
        x, y, width, height = (float(rect.attrib[name]) for name in ("x", "y", "width", "height"))
        yield Bar(round(x - left), round(y), round(width), round(height))


def _glyph(symbol: Element) -> int:
    return int(symbol.attrib["id"].rpartition("_")[2])


def _outline(symbol: Element) -> str:
    words = " ".join(path.attrib["d"] for path in symbol.iter("path")).split()
    return " ".join(
        word if word.isalpha() else f"{round(float(word) * UNITS / SYMBOL_UNITS)}" for word in words
    )
