"""Check lessons in a terminal: `main.py lesson-check FILE...`.

Prints `name:line: fault` for everything that is wrong, or one line for a sound lesson. Exit codes: 0 nothing found,
1 faults.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from engine.lessons.checking import check
from engine.lessons.lab_list import labs_as_markdown
from engine.lessons.lesson import Lesson

OK, FAULTS = 0, 1


def check_in_terminal(files: Sequence[Path]) -> int:
    """Check every file; returns the exit code."""
    code = OK
    for file in files:
        lesson, faults = check(file)
        for fault in faults:
            print(f"{file}:{fault.line}: {fault.text}")
        if faults:
            code = FAULTS
        elif lesson is not None:
            print(f"{file}: {_summary(lesson)}, nothing wrong")
    return code


def list_labs() -> int:
    """Print the labs for whoever writes a lesson; returns the exit code."""
    print(labs_as_markdown())
    return OK


def _summary(lesson: Lesson) -> str:
    facts = sum(len(scene.facts) for scene in lesson.scenes)
    questions = sum(scene.question is not None for scene in lesson.scenes)
    return f"{_count(len(lesson.scenes), 'scene')}, {_count(facts, 'fact')}, {_count(questions, 'question')}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
