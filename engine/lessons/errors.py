"""What is wrong with a lesson, and in which line of its file."""

from __future__ import annotations

from dataclasses import dataclass, field


class LessonFault(ValueError):
    """One fault of a lesson. line: of the file, from 1; text: one sentence that says what and what to do."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(f"line {line}: {text}")
        self.line = line
        self.text = text


@dataclass
class Faults:
    """Collects faults, so that a lecturer hears of all of them at once; at most MOST are kept."""

    found: list[LessonFault] = field(default_factory=list)

    MOST = 200

    def add(self, line: int, text: str) -> None:
        """Note a fault at a line of the file."""
        if len(self.found) < self.MOST:
            self.found.append(LessonFault(line, text))

    def in_order(self) -> list[LessonFault]:
        """From the first line to the last; of one line as they were found."""
        return sorted(self.found, key=lambda fault: fault.line)
