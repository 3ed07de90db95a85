"""Where the texts of licences lie, in the program's folder or among the assets, and how they are read in a window."""

from __future__ import annotations

import re
from pathlib import Path

from engine.asset_paths import asset_path

FULL_LINE = 50  # letters; a line that long ends because the page does, and not because the sentence does
LIST_MARK = re.compile(r"\d+[.)]\s|[-*•]\s|\(")
RULE = re.compile(r"[-=_]{8,}")


def root_text(name: str) -> str:
    """A text beside the program: LICENSE, THIRD_PARTY.md; "" if it did not come along.

    A source folder and a package have it in their own folder, an installed wheel with its other notes.
    """
    root = asset_path().parent
    wheels = root.glob("chalknet-*.dist-info")
    places = [root / name, *(wheel / "licenses" / name for wheel in wheels)]
    return next((text for text in map(_read, places) if text), "")


def asset_text(*parts: str) -> str:
    """A text among the assets."""
    return _read(asset_path(*parts))


def in_paragraphs(text: str) -> str:
    """The same words without the line ends of a typewriter's page, so that a window of any width can break them."""
    lines: list[str] = []
    before = ""
    for line in map(str.strip, text.replace("\f", "").splitlines()):
        if RULE.fullmatch(line):
            continue
        if lines and line and len(before) >= FULL_LINE and not LIST_MARK.match(line):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
        before = line
    return "\n".join(lines)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
