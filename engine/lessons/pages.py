"""The outside of a lesson's file: front matter, pages at "# " headings, and the fenced block of each page.

Knows nothing of what stands in a block. Lines are split at line feeds only, so that numbers agree with an editor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.lessons.errors import Faults

MAX_CHARACTERS = 1_000_000
MAX_SCENES = 60
MAX_TEXT = 20_000
MAX_TITLE = 200

FENCE = re.compile(r" {0,3}(`{3,}|~{3,})\s*([^`\s]*)[^`]*")
OTHER_HEADING = re.compile(r" {0,3}#{2,6}\s")
FRONT_KEY = re.compile(r"([A-Za-z_]+)\s*:(.*)")

Line = tuple[int, str]


@dataclass
class Page:
    """One page as it stands in the file. text: its lines with their numbers; block: the TOML, block_line: the number
    of its first line, 0: the page has no block."""

    line: int
    title: str
    text: list[Line] = field(default_factory=list)
    block: list[str] = field(default_factory=list)
    block_line: int = 0


@dataclass
class File:
    """The front matter as key: (line, text), None where there is none; and the pages."""

    front: dict[str, Line] | None
    pages: list[Page]


def split_file(text: str, faults: Faults) -> File:
    """Take a lesson's text apart; what is wrong goes to `faults`."""
    if len(text) > MAX_CHARACTERS:
        faults.add(1, f"the file is longer than {MAX_CHARACTERS} characters: split it into several lessons")
        return File(None, [])
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    front, after = _front_matter(lines, faults)
    pages = _pages(lines, after, faults)
    for page in pages:
        if sum(len(line) for _, line in page.text) > MAX_TEXT:
            faults.add(
                page.line, f"the page is longer than {MAX_TEXT} characters: two or three sentences read well"
            )
            page.text.clear()
    return File(front, pages)


def _front_matter(lines: list[str], faults: Faults) -> tuple[dict[str, Line] | None, int]:
    """Key: (line, text), or None, and the index of the first line behind."""
    if lines[0].strip() != "---":
        faults.add(
            1, "a lesson begins with a line --- and title: ..., chapter: C1, order: 1 before the next ---"
        )
        return None, 0
    front: dict[str, Line] = {}
    for index in range(1, len(lines)):
        line = lines[index].strip()
        if line == "---":
            return front, index + 1
        found = FRONT_KEY.fullmatch(line)
        if found is None:
            if line and not line.startswith("#"):
                faults.add(index + 1, "the lines between --- and --- must look like title: Activations")
        elif found[1] in front:
            faults.add(index + 1, f"{found[1]} stands here a second time: take one away")
        else:
            front[found[1]] = (index + 1, _unquoted(found[2].strip()))
        if len(front) > 100 or index > 200:
            break
    faults.add(1, "the first --- is never closed: put a second line --- behind title, chapter and order")
    return None, len(lines)


def _unquoted(text: str) -> str:
    quoted = len(text) >= 2 and text[0] == text[-1] and text[0] in "\"'"
    return text[1:-1] if quoted else text


def _pages(lines: list[str], start: int, faults: Faults) -> list[Page]:
    pages: list[Page] = []
    index = start
    while index < len(lines):
        is_heading = lines[index].startswith(("# ", "#\t")) or lines[index] == "#"
        fence = FENCE.fullmatch(lines[index])
        if is_heading:
            if len(pages) == MAX_SCENES:
                faults.add(
                    index + 1, f"a lesson has at most {MAX_SCENES} pages: split it into several lessons"
                )
                return pages
            pages.append(_page(index + 1, lines[index], faults))
        elif fence is not None:
            index = _fenced(lines, index, fence, pages, faults)
            continue
        else:
            _keep(lines[index], index + 1, pages, faults)
        index += 1
    return pages


def _page(line: int, heading: str, faults: Faults) -> Page:
    title = heading.strip().strip("#").strip()
    if not title:
        faults.add(line, "a page needs a title behind its #")
    if len(title) > MAX_TITLE:
        faults.add(line, f"the title is longer than {MAX_TITLE} characters")
    return Page(line, title[:MAX_TITLE])


def _keep(line: str, number: int, pages: list[Page], faults: Faults) -> None:
    """A line of a page's text."""
    if pages:
        if OTHER_HEADING.match(line):
            faults.add(
                number, "a page has one heading, # Title: write ## as a # of its own or as **bold** text"
            )
        pages[-1].text.append((number, line))
    # One fault is enough, however much stands there.
    elif line.strip() and not any("before the first page" in fault.text for fault in faults.found):
        faults.add(number, "there is text before the first page: begin a page with # and its title")


def _fenced(lines: list[str], start: int, fence: re.Match[str], pages: list[Page], faults: Faults) -> int:
    """A block from its ``` to the closing one; returns the index behind."""
    end = next((i for i in range(start + 1, len(lines)) if _closes(lines[i], fence[1])), len(lines))
    is_scene = fence[2] == "scene"
    if end == len(lines):
        faults.add(
            start + 1, f"the block that {fence[1]}{fence[2]} begins is never closed: put {fence[1]} behind it"
        )
    if not pages:
        faults.add(start + 1, "there is a block before the first page: begin a page with # and its title")
    elif not is_scene:
        pages[-1].text += [(i + 1, lines[i]) for i in range(start, min(end + 1, len(lines)))]
    elif pages[-1].block_line:
        faults.add(start + 1, "this page has a second ```scene block: keep one, or begin another page with #")
    else:
        pages[-1].block, pages[-1].block_line = lines[start + 1 : end], start + 2
    return end + 1


def _closes(line: str, fence: str) -> bool:
    stripped = line.strip()
    return len(stripped) >= len(fence) and not stripped.strip(fence[0])
