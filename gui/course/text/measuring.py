"""From the blocks of a Markdown text to paragraphs of measured words, ready to be laid out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gui import formulas
from gui.course.text.flow_geometry import Flow, Paragraph, Piece, Word, flow
from gui.course.text.looks import BOLD, CODE, ITALIC, Look, metrics, widest
from gui.course.text.markdown import Block, Span

LIST_INDENT, MARKER_GAP = 22.0, 8.0
CODE_PAD, CODE_LINE, CODE_EDGE = 10.0, 20.0, 3.0
DISPLAY_GAP, ITEM_GAP, HEADING_GAP = 4.0, 5.0, 20.0
HEADING = "title"
BEARING = 1.0  # at both sides of a formula among words
TALL, TALL_SHARE = 1.9, 0.82  # in em: a fraction among words is set smaller
WHOLE_SHARE = 0.6  # of the width: longer pieces of code are broken at their spaces
BLANK = r"[^\S\u00a0\u202f]+"  # where a line may end
# A number is not parted from its unit, nor its thousands from the rest.
KEPT = r"(?<=\d) (?=(?:[%€°]|m²|(?:px|ms|µs|ns|s|min|kB|MB)(?!\w))|\d{3}(?!\d))"
PARTS = re.compile(rf"(?:{KEPT}|\S|[\u00a0\u202f])+|{BLANK}")


def lay_out(blocks: Sequence[Block], look: Look, width: float) -> Flow:
    """A text of this width at most. Formulas that are still being typeset take no room."""
    room = max(40.0, min(width, widest(look)))
    return flow([paragraph(block, look, room) for block in blocks], room)


def paragraph(block: Block, look: Look, width: float) -> Paragraph:
    """One block, measured for this width."""
    if block.kind == "code":
        return _code(block, look, width)
    token = HEADING if block.kind == "heading" else look.token
    left = LIST_INDENT * (block.level + 1) if block.kind == "item" else 0.0
    if block.kind == "display":
        left = LIST_INDENT * block.level
    face = metrics(token)
    return Paragraph(
        words=tuple(_words(block, token, look, width - left)),
        line=look.line,
        ascent=face.ascent(),
        descent=face.descent(),
        gap=_gap(block, look),
        left=left,
        marker=_marker(block, look) if block.marker else None,
    )


def _gap(block: Block, look: Look) -> float:
    gaps = {"heading": HEADING_GAP, "item": ITEM_GAP if block.marker == "\u2022" else ITEM_GAP + 1}
    return gaps.get(block.kind, look.gap)


def _marker(block: Block, look: Look) -> Piece:
    face = metrics(look.token)
    width = face.horizontalAdvance(block.marker)
    return Piece(block.marker, look.token, width, face.ascent(), face.descent(), MARKER_GAP)


def _words(block: Block, token: str, look: Look, width: float) -> Iterator[Word]:
    """Pieces without a space between them become one word."""
    word: list[Piece] = []
    space = 0.0
    for span in block.spans:
        for piece, before in _pieces(span, token, look, width, block.kind == "display"):
            if piece is None or before:
                if word:
                    yield _fitted(word, width)
                word = []
            space = before or space
            if piece is not None:
                word.append(piece if word else _spaced(piece, space))
                space = 0.0
    if word:
        yield _fitted(word, width)


def _fitted(word: Sequence[Piece], width: float) -> Word:
    """A word that is no wider than a line: a formula leaves room for the full stop behind it."""
    over = sum(piece.width for piece in word) - width
    formula = sum(piece.width for piece in word if piece.latex)
    if over <= 0.0 or formula <= over:
        return tuple(word)
    share = 1.0 - over / formula
    return tuple(_scaled(piece, share) if piece.latex else piece for piece in word)


def _scaled(piece: Piece, share: float) -> Piece:
    sizes = {name: share * getattr(piece, name) for name in ("width", "ascent", "descent", "pixels")}
    return replace(piece, **sizes)


def _spaced(piece: Piece, space: float) -> Piece:
    return Piece(**{**piece.__dict__, "space": space})


def _pieces(
    span: Span, token: str, look: Look, width: float, is_display: bool
) -> Iterator[tuple[Piece | None, float]]:
    """Each piece with the space before it; no piece for a space at the end."""
    if span.kind == "math":
        yield _formula(span, token, look, width, is_display), 0.0
        return
    style = _style(span, token)
    space = metrics(token).horizontalAdvance(" ")
    if span.kind == "code" and metrics(style).horizontalAdvance(span.text) < WHOLE_SHARE * width:
        yield _text(span.text, style, span.link), 0.0
        return
    if span.kind == "code":  # its pieces have edges of their own
        space = max(1.0, metrics(style).horizontalAdvance(" ") - 2 * CODE_EDGE)
    before, goes_on = 0.0, False
    for part in PARTS.findall(span.text):
        if part.isspace():
            before = space
            continue
        for chunk in _chunks(part, style, width):
            yield replace(_text(chunk, style, span.link), goes_on=goes_on), before
            goes_on = span.kind == "code"
            before = 0.01 if chunk is not part else 0.0  # a torn word may be broken where it was torn
        before = 0.0
    if before:
        yield None, before


def _chunks(part: str, style: str, width: float) -> list[str]:
    """A word that is too long for a line, torn into pieces that are not."""
    face = metrics(style)
    if face.horizontalAdvance(part) <= width:
        return [part]
    chunks, chunk = [], ""
    for letter in part:
        if chunk and face.horizontalAdvance(chunk + letter) > width - 2 * CODE_EDGE:
            chunks.append(chunk)
            chunk = ""
        chunk += letter
    return [*chunks, chunk]


def _style(span: Span, token: str) -> str:
    if span.kind == "code":
        return token.split("+", maxsplit=1)[0] + CODE
    return token + BOLD * span.bold + ITALIC * span.italic


def _text(text: str, style: str, link: str) -> Piece:
    face = metrics(style)
    width = face.horizontalAdvance(text) + (2 * CODE_EDGE if style.endswith(CODE) else 0.0)
    return Piece(text, style, width, face.ascent(), face.descent(), link=link)


def _formula(span: Span, token: str, look: Look, width: float, is_display: bool) -> Piece:
    formula = formulas.get(span.text)
    pixels = look.display if is_display else look.math
    if formula is None:
        return Piece(span.text, token, 0.0, 0.0, 0.0, latex=span.text, pixels=pixels, link=span.link)
    if not is_display and formula.height > TALL:
        pixels *= TALL_SHARE
    pixels = min(pixels, (width - 2 * BEARING) / formula.width)
    extra = DISPLAY_GAP if is_display else 0.0
    return Piece(
        span.text,
        token,
        formula.width * pixels + (0.0 if is_display else 2 * BEARING),
        formula.ascent * pixels + extra,
        formula.descent * pixels + extra,
        latex=span.text,
        pixels=pixels,
        link=span.link,
    )


def _code(block: Block, look: Look, width: float) -> Paragraph:
    """Lines stay lines; one that is too long is broken at a space. Indentation is the room of the first word."""
    style = look.token.split("+", maxsplit=1)[0] + CODE
    face = metrics(style)
    letter = face.horizontalAdvance(" ")
    words: list[Word] = []
    breaks: set[int] = set()
    for line in block.spans[0].text.split("\n"):
        breaks.add(len(words))
        before = 0.0
        indent = (len(line) - len(line.lstrip())) * letter
        words.append((Piece("", style, indent, face.ascent(), face.descent()),))
        for part in PARTS.findall(line.strip()):
            if part.isspace():
                before = len(part) * letter
                continue
            for chunk in _chunks(part, style, width - 2 * CODE_PAD - indent):
                advance = face.horizontalAdvance(chunk)
                words.append((Piece(chunk, style, advance, face.ascent(), face.descent(), before),))
                before = 0.0
    return Paragraph(
        words=tuple(words),
        line=CODE_LINE,
        ascent=face.ascent(),
        descent=face.descent(),
        gap=look.gap,
        pad=CODE_PAD,
        breaks=frozenset(breaks),
    )
