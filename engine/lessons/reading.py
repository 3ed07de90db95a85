"""Reading lessons. A file that can't be read never raises where many are read: it becomes a `BrokenLesson`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from engine.data.location import lesson_folder
from engine.lessons.controls import controls_of
from engine.lessons.errors import Faults, LessonFault
from engine.lessons.lesson import BrokenLesson, Lesson, Scene
from engine.lessons.nearest import did_you_mean
from engine.lessons.pages import File, Line, Page, split_file
from engine.lessons.questions import read_facts, read_question
from engine.lessons.reader import Reader
from engine.lessons.scene_kinds import read_values
from engine.lessons.toml_block import Block, read_block
from engine.lessons.typed_figure import read_figure

MAX_BYTES = 1_000_000
MAX_FILES = 500
MAX_ORDER, MAX_MINUTES = 10_000, 600
FRONT_KEYS = ("title", "chapter", "order", "minutes", "about", "words")
NEEDED = ("title", "chapter", "order")


@dataclass(frozen=True)
class ReadScene:
    """A scene with what a checker wants to know besides: its page and its block."""

    scene: Scene
    page: Page
    block: Block


@dataclass(frozen=True)
class Examined:
    """What could be read of a text. lesson: None where there is any fault."""

    lesson: Lesson | None
    scenes: tuple[ReadScene, ...]
    faults: Faults


def parse_lesson(text: str, name: str = "the lesson", path: Path | None = None) -> Lesson:
    """The lesson in a text. Raises LessonFault, the first one; name stands for a title that is missing."""
    examined = examine(text, name, path)
    if examined.lesson is None:
        raise examined.faults.in_order()[0]
    return examined.lesson


def read_lesson(path: Path) -> Lesson:
    """The lesson in a file. Raises LessonFault, also for a file that can't be read."""
    return parse_lesson(read_text(path), path.stem, path)


def lessons_in(folder: Path) -> tuple[Lesson | BrokenLesson, ...]:
    """All *.md of a folder in the order of the course, broken ones last; () for a folder that can't be read.

    Names that begin with "README", "." or "_" are left out, and what is no file.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if _may_be_lesson(path))[:MAX_FILES]
    except OSError:
        return ()
    return _in_order([_read(path) for path in paths])


def all_lessons(user_folder: Path | None = None) -> tuple[Lesson | BrokenLesson, ...]:
    """The course's lessons, then those of a person's own folder."""
    own = lessons_in(user_folder) if user_folder is not None else ()
    return (*lessons_in(lesson_folder()), *own)


def read_text(path: Path) -> str:
    """The text of a file. Raises LessonFault for one that is missing, too large or no text."""
    try:
        if not path.is_file():
            raise LessonFault(1, "there is no such file" if not path.exists() else "this is no file")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise LessonFault(1, f"the file can't be read: {error.strerror}") from error
    if len(content) > MAX_BYTES:
        raise LessonFault(
            1, f"the file is larger than {MAX_BYTES // 1_000_000} MB: split it into several lessons"
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise LessonFault(line, "the file is not UTF-8 text: save it as UTF-8") from error
    if "\0" in text:
        raise LessonFault(
            text.count("\n", 0, text.index("\0")) + 1, "the file holds a zero byte: it is no text"
        )
    return text


def examine(text: str, name: str, path: Path | None = None) -> Examined:
    """Read as much of a text as can be read, and note every fault."""
    faults = Faults()
    file = split_file(text, faults)
    scenes: list[ReadScene] = []
    for page in file.pages:
        read = _scene(page, scenes[-1].scene if scenes else None, faults)
        if read is not None:
            scenes.append(read)
    if not file.pages and not faults.found:
        faults.add(max(1, text.count("\n")), "the lesson has no page: a page begins with # and its title")
    lesson = _lesson(file, name, path, tuple(read.scene for read in scenes), faults)
    return Examined(None if faults.found else lesson, tuple(scenes), faults)


def _lesson(file: File, name: str, path: Path | None, scenes: tuple[Scene, ...], faults: Faults) -> Lesson:
    front = file.front or {}
    for key, (line, _) in front.items():
        if key not in FRONT_KEYS:
            faults.add(line, f"{key} is unknown{did_you_mean(key, FRONT_KEYS)}")
    if file.front is not None:
        for key in NEEDED:
            if not front.get(key, (1, ""))[1]:
                faults.add(
                    front.get(key, (1, ""))[0], f"{key} is missing: write {key}: ... between --- and ---"
                )
    line, chapter = front.get("chapter", (1, ""))
    if chapter and not re.fullmatch(r"C[1-9]", chapter):
        faults.add(line, f"chapter must be C1 to C9, not {chapter[:20]!r}")
    words = front.get("words", (1, ""))[1]
    return Lesson(
        title=front.get("title", (1, name))[1] or name,
        chapter=chapter,
        order=_whole(front, "order", 0, MAX_ORDER, faults),
        minutes=_whole(front, "minutes", 10, MAX_MINUTES, faults),
        about=front.get("about", (1, ""))[1],
        words=tuple(word.strip() for word in words.split(",") if word.strip()),
        scenes=scenes,
        path=path,
    )


def _whole(front: dict[str, Line], key: str, default: int, most: int, faults: Faults) -> int:
    line, text = front.get(key, (1, ""))
    if not text:
        return default
    if re.fullmatch(r"[0-9]{1,6}", text) and int(text) <= most:
        return int(text)
    faults.add(line, f"{key} must be a whole number from 0 to {most}, not {text[:20]!r}")
    return default


def _scene(page: Page, before: Scene | None, faults: Faults) -> ReadScene | None:
    if not page.block_line:
        faults.add(
            page.line, f"the page {page.title[:60]!r} has no ```scene block: same = true keeps the one before"
        )
        return None
    block = read_block(page.block, page.block_line, faults)
    if block is None:
        return None
    reader = Reader(block, faults)
    values, question, facts = read_values(reader, before), read_question(reader), read_facts(reader)
    lit, given, note = reader.texts("lit"), _given(reader), reader.text("note")
    if values is None:
        return None
    text = "\n".join(line for _, line in page.text).strip("\n")
    scene = Scene(page.title, text, values, question, facts, lit, given, note, page.line)
    for control in lit:
        if control not in controls_of(scene.opened_with):
            known = did_you_mean(control, controls_of(scene.opened_with))
            reader.fault("lit", f"lit: {control!r} can't be lit here{known}")
    return ReadScene(scene, page, block)


def _given(reader: Reader) -> tuple[str, ...]:
    given = reader.texts("given")
    for text in given:
        if read_figure(text) is None:
            reader.fault(
                "given", f'given: {text[:40]!r} is no number: write them as the text does, such as "300"'
            )
    return given


def _may_be_lesson(path: Path) -> bool:
    named = path.suffix.lower() == ".md" and not path.name.startswith((".", "_", "README"))
    return named and not path.is_dir()


def _read(path: Path) -> Lesson | BrokenLesson:
    try:
        return read_lesson(path)
    except LessonFault as fault:
        return BrokenLesson(path, fault)
    except Exception as error:  # noqa: BLE001  whatever stands in somebody's file, the course must open
        return BrokenLesson(
            path, LessonFault(1, f"the lesson can't be read: {type(error).__name__}: {error}")
        )


def _in_order(lessons: list[Lesson | BrokenLesson]) -> tuple[Lesson | BrokenLesson, ...]:
    whole = [lesson for lesson in lessons if isinstance(lesson, Lesson)]
    broken = [lesson for lesson in lessons if isinstance(lesson, BrokenLesson)]
    return (*sorted(whole, key=lambda lesson: (lesson.order, lesson.title)), *broken)
