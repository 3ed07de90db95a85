"""What is found wrong with a lesson."""

from __future__ import annotations

from engine.lessons import check_text
from tests.engine.lessons.lesson_texts import line_of


def found(text: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.text) for fault in check_text(text, "lesson")[1]]


def only_fault(text: str) -> tuple[int, str]:
    faults = found(text)
    assert len(faults) == 1, faults
    return faults[0]


def check_said(text: str, part: str, says: str) -> None:
    """These words are among the faults, at the line that `part` stands in."""
    assert any(line == line_of(text, part) and says in words for line, words in found(text)), found(text)
