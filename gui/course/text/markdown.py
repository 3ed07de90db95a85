r"""The Markdown that lessons are written in, as blocks of spans. No Qt.

Paragraphs, `## headings`, lists (`-`, `1.`), fenced code, `**bold**`, `*italics*`, `` `code` ``, `$formula$`,
`$$display formula$$`, `[words](lesson:slug)`. A backslash takes the meaning from the sign behind it.
Anything else is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

SpanKind = Literal["text", "code", "math"]
BlockKind = Literal["paragraph", "heading", "item", "display", "code"]

HEADING = re.compile(r"(#{1,6})\s+(.*)")
ITEM = re.compile(r"(\s*)(?:[-+*]|(\d{1,3})[.)])\s+(.*)")
FENCE = re.compile(r"\s*(```|~~~)")
DISPLAY = re.compile(r"(\$\$.*?\$\$)", re.DOTALL)
INLINE = re.compile(
    r"\\(?P<escaped>[\\`*$\[\]()#_-])"
    r"|`(?P<code>[^`]+)`"
    r"|\$(?P<math>[^$\s](?:[^$]*[^$\s])?)\$"
    r"|\*\*(?P<bold>\S(?:.*?\S)?)\*\*"
    r"|(?<![\w*])\*(?P<italic>[^\s*](?:[^*]*[^\s*])?)\*(?!\w)"
    r"|\[(?P<label>[^\]]+)\]\((?P<target>[^)\s]*)\)",
    re.DOTALL,
)
BLANKS = re.compile(r"[^\S\u00a0\u202f]+")  # what keeps words together is kept
BULLET = "\u2022"


@dataclass(frozen=True)
class Span:
    """A piece of a block; kind "math": the text is LaTeX. link: a lesson's slug, "" for none."""

    text: str
    kind: SpanKind = "text"
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True)
class Block:
    """level: of a heading from 1, of a list's item from 0; marker: of an item, such as "2."."""

    kind: BlockKind
    spans: tuple[Span, ...]
    level: int = 0
    marker: str = ""


def parse_markdown(text: str) -> tuple[Block, ...]:
    """The blocks of a text. Never fails: what is not understood stands there as it was written."""
    blocks: list[Block] = []
    for group in _groups(text.replace("\r\n", "\n").split("\n")):
        blocks += _blocks(group)
    return tuple(blocks)


def plain_text(blocks: tuple[Block, ...]) -> str:
    """What a reader without eyes gets: words, LaTeX as it was written, one block a line."""
    return "\n".join(
        f"{block.marker} " * bool(block.marker) + "".join(span.text for span in block.spans)
        for block in blocks
    )


def formulas_in(text: str) -> Iterator[str]:
    """The LaTeX of every formula of a text."""
    for block in parse_markdown(text):
        yield from (span.text for span in block.spans if span.kind == "math")


def _groups(lines: list[str]) -> Iterator[list[str]]:
    """Lines that belong together: what stands between blank lines, and each fenced block whole."""
    group: list[str] = []
    fence = ""
    for line in lines:
        mark = FENCE.match(line)
        if fence:
            group.append(line)
            if mark and mark[1] == fence:
                yield group
                group, fence = [], ""
        elif mark:
            if group:
                yield group
            group, fence = [line], mark[1]
        elif line.strip():
            group.append(line)
        elif group and "\n".join(group).count("$$") % 2 == 0:
            yield group
            group = []
    if group:
        yield group


def _blocks(lines: list[str]) -> Iterator[Block]:
    if FENCE.match(lines[0]):
        ends = len(lines) > 1 and FENCE.match(lines[-1])
        inner = lines[1:-1] if ends else lines[1:]
        yield Block("code", (Span("\n".join(inner), "code"),))
        return
    waiting: list[str] = []
    item: Block | None = None
    for line in lines:
        in_formula = "\n".join(waiting).count("$$") % 2 == 1
        heading = None if in_formula else HEADING.fullmatch(line.strip())
        begun = None if in_formula else ITEM.fullmatch(line)
        if heading or begun:
            yield from _close(waiting, item)
            waiting, item = [], None
        if heading:
            yield Block("heading", _spans(heading[2]), len(heading[1]))
        elif begun:
            marker = f"{begun[2]}." if begun[2] else BULLET
            item = Block("item", (), len(begun[1].expandtabs(4)) // 2, marker)
            waiting = [begun[3]]
        else:
            waiting.append(line)
    yield from _close(waiting, item)


def _close(lines: list[str], item: Block | None) -> Iterator[Block]:
    """The block of these lines; a display formula in their midst stands by itself."""
    for part in DISPLAY.split("\n".join(lines)):
        latex = part[2:-2].strip() if part.startswith("$$") and part.endswith("$$") and len(part) > 4 else ""
        if latex:
            yield Block("display", (Span(latex, "math"),), item.level + 1 if item else 0)
        elif part.strip():
            spans = _spans(BLANKS.sub(" ", part).strip(" "))
            yield replace(item, spans=spans) if item else Block("paragraph", spans)
            item = replace(item, marker="") if item else None


def _spans(text: str, like: Span | None = None) -> tuple[Span, ...]:
    like = like or Span("")
    spans: list[Span] = []
    position = 0
    for found in INLINE.finditer(text):
        if found.start() > position:
            spans.append(replace(like, text=text[position : found.start()]))
        spans += _marked(found, like)
        position = found.end()
    if position < len(text):
        spans.append(replace(like, text=text[position:]))
    return tuple(_joined(spans))


def _marked(found: re.Match[str], like: Span) -> tuple[Span, ...]:
    match found.lastgroup:
        case "escaped":
            return (replace(like, text=found["escaped"]),)
        case "code":
            return (replace(like, text=found["code"], kind="code"),)
        case "math":
            return (replace(like, text=found["math"], kind="math"),)
        case "bold":
            return _spans(found["bold"], replace(like, bold=True))
        case "italic":
            return _spans(found["italic"], replace(like, italic=True))
    # Lessons lead to one another and nowhere else: of any other address the words are left.
    slug = found["target"].removeprefix("lesson:") if found["target"].startswith("lesson:") else ""
    return _spans(found["label"], replace(like, link=slug or like.link))


def _joined(spans: list[Span]) -> Iterator[Span]:
    """Neighbours that differ in nothing but their words become one."""
    last: Span | None = None
    for span in spans:
        if last is not None and last.kind == span.kind == "text" and replace(last, text=span.text) == span:
            last = replace(last, text=last.text + span.text)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last
