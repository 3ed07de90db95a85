"""Spaces that LaTeX would set and ziamath doesn't, put into the MathML before it is drawn. No Qt, no ziamath.

`:=` becomes one sign; a minus behind `=` or `(` is the sign of its number, not a difference; a function's name keeps a
thin space from its neighbours, a sum from what stands before it.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

THIN = "0.167em"
OPENING = set("([{|,;") | {"=", "≔", "≈", "≤", "≥", "<", ">", "→", "←", "+", "−", "·", "*", "∗"}
SIGNS = {"−", "-", "+"}
ROWS = {"mrow", "math", "mtd", "mstyle"}
LARGE = {"∑", "∏"}


def tidy(element: Element) -> None:
    """Change the tree in place."""
    for child in element:
        tidy(child)
    if _tag(element) in ROWS:
        children = _with_assignments(list(element))
        _name_signs(children)
        element[:] = _spaced(children)


def _with_assignments(children: list[Element]) -> list[Element]:
    joined: list[Element] = []
    for child in children:
        if joined and _is_operator(child, "=") and _text(joined[-1]) == ":":
            joined[-1] = _like(child, "mo", text="≔")
        else:
            joined.append(child)
    return joined


def _name_signs(children: list[Element]) -> None:
    for before, child in zip([None, *children], children, strict=False):
        if _tag(child) == "mo" and _text(child) in SIGNS and "form" not in child.attrib:
            is_first = before is None or (_tag(before) == "mo" and _text(before) in OPENING)
            child.set("form", "prefix" if is_first else "infix")


def _spaced(children: list[Element]) -> list[Element]:
    spaced: list[Element] = []
    for index, child in enumerate(children):
        before = children[index - 1] if index else None
        if before is not None and _wants_space(before, child):
            spaced.append(_like(child, "mspace", width=THIN))
        spaced.append(child)
    return spaced


def _wants_space(before: Element, after: Element) -> bool:
    if _tag(before) in ("mo", "mspace") and not _is_function(before):
        return False
    if _is_function(before):
        return _tag(after) not in ("mo", "mspace")
    return _is_function(after) or _is_large(after)


def _is_function(element: Element) -> bool:
    name = _text(element)
    return _tag(element) in ("mi", "mo") and len(name) > 1 and name.isascii() and name.isalpha()


def _is_large(element: Element) -> bool:
    inner = element[0] if _tag(element).startswith(("munder", "mover", "msub", "msup")) else element
    return _tag(inner) == "mo" and _text(inner) in LARGE


def _is_operator(element: Element, text: str) -> bool:
    return _tag(element) == "mo" and _text(element) == text


def _like(model: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    made = Element(model.tag.replace(_tag(model), tag), attributes)
    made.text = text
    return made


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _text(element: Element) -> str:
    return (element.text or "").strip()
