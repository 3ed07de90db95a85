"""TOML in a lesson: read with faults at their true line, and the line of every key."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Sequence
from typing import Any

from engine.lessons.errors import Faults

MAX_CHARACTERS = 200_000
MAX_DEPTH = 12
MAX_SIZE = 1e300

# tomllib needs time that grows with the square of a key's parts.
LONG_KEY = re.compile(r"""(?<![\w"'.-])(?:["'\w-]+[ \t]*\.[ \t]*){12}""")
PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
LONG_STRING = re.compile(r'"""[\s\S]*?"""|\'\'\'[\s\S]*?\'\'\'')
HEADER = re.compile(r"\s*\[{1,2}\s*([\w.-]+)\s*\]{1,2}\s*(?:#.*)?")

Path = tuple[str | int, ...]


class Block:
    """A parsed block: `content`, and `line_of(path)`. first_line: of the file, where the block begins."""

    def __init__(self, lines: Sequence[str], first_line: int, content: dict[str, Any]) -> None:
        self.content = content
        self._first_line = first_line
        text = LONG_STRING.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), "\n".join(lines))
        self._lines = text.split("\n")

    def line_of(self, path: Path) -> int:
        """The line of the file where ("question", "answer") or ("fact", 2, "says") stands; as near as can be found."""
        start, end = 0, len(self._lines)
        names = [part for part in path if isinstance(part, str)]
        numbers = [part for part in path if isinstance(part, int)]
        header = self._header(names[:1], numbers[0] if numbers else 0)
        if header is not None:
            start, end = header
            names = names[1:]
        else:
            end = self._end_of_table(0)
        place = start
        for name in names:
            place = self._key(name, place, end)
        return self._first_line + min(place, max(len(self._lines) - 1, 0))

    def _header(self, names: list[str], number: int) -> tuple[int, int] | None:
        """The lines of the `number`-th table of this name, from 0."""
        for index, line in enumerate(self._lines):
            found = HEADER.fullmatch(line)
            if found is not None and names and found[1].split(".")[0] == names[0]:
                if number == 0:
                    return index, self._end_of_table(index + 1)
                number -= 1
        return None

    def _end_of_table(self, start: int) -> int:
        for index in range(start, len(self._lines)):
            if HEADER.fullmatch(self._lines[index]):
                return index
        return len(self._lines)

    def _key(self, name: str, start: int, end: int) -> int:
        """The first line from `start` on where the key is set; `start` itself where none is found."""
        written = re.compile(rf"""(?:^|[\s{{,.])["']?{re.escape(name)}["']?\s*[=.]""")
        for index in range(start, end):
            if written.search(self._lines[index]):
                return index
        return start


def read_block(lines: Sequence[str], first_line: int, faults: Faults) -> Block | None:
    """Parse; None where it is no TOML. `first_line` is the number of lines[0] in the file."""
    text = "\n".join(lines)
    if len(text) > MAX_CHARACTERS:
        faults.add(
            first_line, f"the block is longer than {MAX_CHARACTERS} characters: keep large data out of it"
        )
        return None
    for index, line in enumerate(lines):
        if LONG_KEY.search(line):
            faults.add(first_line + index, "there is a key of more than 12 parts: keys have one or two")
            return None
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        _add_toml_fault(str(error), lines, first_line, faults)
        return None
    except (ValueError, RecursionError):
        # A number of thousands of digits, or brackets in brackets without end.
        faults.add(
            first_line, "the block has a number that is too long or brackets that are nested too deeply"
        )
        return None
    return _sound(Block(lines, first_line, content), faults)


def _add_toml_fault(message: str, lines: Sequence[str], first_line: int, faults: Faults) -> None:
    found = PLACE.search(message)
    what = message[: found.start()] if found is not None else message
    line = int(found[1]) if found is not None and found[1] else len(lines)
    if what.startswith("Invalid value"):
        what += ': text stands in quotes, as in lab = "slope"'
    faults.add(first_line + max(0, min(line, len(lines)) - 1), f"not valid TOML: {what}")


def _sound(block: Block, faults: Faults) -> Block | None:
    """The block, or None for one that nobody could mean: nested without end, or with numbers that are none."""
    level: list[tuple[str, Any]] = list(block.content.items())
    for _ in range(MAX_DEPTH):
        for name, value in level:
            # An integer too large for a float makes isfinite fail, so the size comes first.
            if isinstance(value, (int, float)) and not (abs(value) < MAX_SIZE and math.isfinite(value)):
                faults.add(block.line_of((name,)), f"{name} holds a number that is not finite or too large")
                return None
        level = [(name, child) for name, value in level for child in _children(value)]
    if level:
        faults.add(block.line_of((level[0][0],)), f"{level[0][0]} is nested more than {MAX_DEPTH} deep")
        return None
    return block


def _children(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
