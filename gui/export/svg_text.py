"""The second half of a picture as SVG: letters become outlines, and each widget is cut off where it ends.

Outlines look the same everywhere: nobody needs the faces that are bundled here. The words stay beside them as
`aria-label`, for screen readers and for whoever searches. No widget; may run on any thread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainterPath

from gui.fonts import CODE_FAMILY, TEXT_FAMILY

SVG = "http://www.w3.org/2000/svg"
LINK = "http://www.w3.org/1999/xlink"
MARK = "chalknet-part-"
CURVE_POINTS = 3  # of a cubic: two handles and the end
FONT = ("font-family", "font-size", "font-weight", "font-style", "letter-spacing")

ET.register_namespace("", SVG)
ET.register_namespace("xlink", LINK)


@dataclass(frozen=True)
class Drawing:
    """What QSvgGenerator wrote, the size of the picture, and what each marked part may cover.

    clips: for each part rectangles (x, y, width, height); most have one.
    """

    content: bytes
    size: tuple[int, int]
    clips: tuple[tuple[tuple[int, int, int, int], ...], ...]


def finished(drawing: Drawing) -> bytes:
    """The SVG file."""
    root = ET.fromstring(drawing.content)
    width, height = drawing.size
    root.set("width", str(width))
    root.set("height", str(height))
    sheet = root.find(_name("g"))
    definitions = root.find(_name("defs"))
    if sheet is None:
        return drawing.content
    if definitions is None:
        definitions = ET.Element(_name("defs"))
        root.insert(0, definitions)
    _place_clips(sheet, definitions)
    _gather(sheet, definitions, drawing)
    _outline(sheet)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _place_clips(sheet: ET.Element, definitions: ET.Element) -> None:
    """Say where the clip paths of QSvgGenerator lie.

    It writes them in the painter's coordinates, but uses them outside of the group that moves these to their place. The
    first group with a clip is the one that was moved as the painter was then.
    """
    unplaced = {f"url(#{path.get('id')})": path for path in definitions.iter(_name("clipPath"))}
    for piece in sheet:
        clip = unplaced.pop(piece.get("clip-path", ""), None)
        inner = piece.find(_name("g"))
        if clip is not None and inner is not None:
            for outline in clip:
                outline.set("transform", inner.get("transform", ""))


def _gather(sheet: ET.Element, definitions: ET.Element, drawing: Drawing) -> None:
    """Put what follows each mark into a group of its own, cut off where that part ends."""
    pieces, group = list(sheet), ET.Element(_name("g"))
    groups = [group]
    for piece in pieces:
        number = _mark_of(piece)
        if number is not None:
            group = _clipped(definitions, number, drawing)
            groups.append(group)
        elif len(piece):
            group.append(piece)
    sheet[:] = [group for group in groups if len(group)]


def _mark_of(piece: ET.Element) -> int | None:
    for text in piece.iter(_name("text")):
        words = (text.text or "").strip()
        return int(words.removeprefix(MARK)) if words.startswith(MARK) else None
    return None


def _clipped(definitions: ET.Element, number: int, drawing: Drawing) -> ET.Element:
    rects = drawing.clips[number]
    if rects == ((0, 0, *drawing.size),):
        return ET.Element(_name("g"))
    path = ET.SubElement(definitions, _name("clipPath"), {"id": f"part{number}"})
    outline = " ".join(f"M{x},{y} h{width} v{height} h{-width} Z" for x, y, width, height in rects)
    ET.SubElement(path, _name("path"), {"d": outline})
    return ET.Element(_name("g"), {"clip-path": f"url(#part{number})"})


def _outline(sheet: ET.Element) -> None:
    known: dict[tuple[str, ...], str] = {}
    for parent in list(sheet.iter()):
        for place, child in enumerate(list(parent)):
            if child.tag == _name("text"):
                parent[place] = _outlined(child, known)
        for name in FONT:
            parent.attrib.pop(name, None)


def _outlined(text: ET.Element, known: dict[tuple[str, ...], str]) -> ET.Element:
    words = text.text or ""
    key = (words, *(text.get(name, "") for name in FONT))
    if key not in known:
        known[key] = _outlines(words, text)
    looks = {name: text.get(name, "") for name in ("fill", "fill-opacity")}
    place = f"translate({text.get('x')},{text.get('y')})"
    path = {"d": known[key], "stroke": "none", "fill-rule": "nonzero", "transform": place, "role": "img"}
    return ET.Element(_name("path"), looks | path | {"aria-label": words.strip()})


def _outlines(words: str, text: ET.Element) -> str:
    size = float(re.sub(r"[^\d.]", "", text.get("font-size", "12")))
    font = _font(text, size)
    path = QPainterPath()
    path.addText(QPointF(), font, words)
    return " ".join(_orders(path, size / font.pixelSize()))


def _font(text: ET.Element, size: float) -> QFont:
    families = [name.strip(" '\"") for name in text.get("font-family", "").split(",")]
    font = QFont(families)
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight(int(text.get("font-weight", "400"))))
    font.setItalic(text.get("font-style") == "italic")
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # As in gui.fonts: figures of equal width, no ligatures in code.
    if families[0] == TEXT_FAMILY:
        font.setFeature(QFont.Tag("tnum"), 1)
    elif families[0] == CODE_FAMILY:
        font.setFeature(QFont.Tag("calt"), 0)
    return font


def _orders(path: QPainterPath, scale: float) -> Iterator[str]:
    kinds = QPainterPath.ElementType
    for index in range(path.elementCount()):
        element = path.elementAt(index)
        order = {kinds.MoveToElement: "M", kinds.LineToElement: "L", kinds.CurveToElement: "C"}
        yield f"{order.get(element.type, '')}{element.x * scale:.2f},{element.y * scale:.2f}"


def _name(tag: str) -> str:
    return f"{{{SVG}}}{tag}"
