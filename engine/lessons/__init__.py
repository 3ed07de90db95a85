"""Lessons: one Markdown file each, with scenes in TOML. What may stand in one: docs/lessons.md.

Reading computes next to nothing; `scene_values`, `judge` and the checker compute what a scene shows.
"""

from engine.lessons.checking import check, check_text, faults_of
from engine.lessons.errors import LessonFault
from engine.lessons.judging import Verdict, judge
from engine.lessons.lesson import (
    BrokenLesson,
    Fact,
    GraphValues,
    LabValues,
    Lesson,
    Question,
    SameValues,
    Scene,
    StepValues,
    TrainValues,
)
from engine.lessons.reading import all_lessons, lessons_in, parse_lesson, read_lesson
from engine.lessons.scene_values import scene_values
from engine.lessons.searching import Hit, search
from engine.lessons.writing import write_lesson, write_scene

__all__ = [
    "BrokenLesson",
    "Fact",
    "GraphValues",
    "Hit",
    "LabValues",
    "Lesson",
    "LessonFault",
    "Question",
    "SameValues",
    "Scene",
    "StepValues",
    "TrainValues",
    "Verdict",
    "all_lessons",
    "check",
    "check_text",
    "faults_of",
    "judge",
    "lessons_in",
    "parse_lesson",
    "read_lesson",
    "scene_values",
    "search",
    "write_lesson",
    "write_scene",
]
