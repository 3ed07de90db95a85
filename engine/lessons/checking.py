"""Everything that is wrong with a lesson's file, facts that are not so and numbers without a source among it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.lessons.computing import ComputingFault, compute
from engine.lessons.errors import Faults, LessonFault
from engine.lessons.lesson import Fact, Lesson, Question, Scene, StepValues
from engine.lessons.reading import Examined, ReadScene, examine, read_text
from engine.lessons.scene_values import scene_values, tape_of
from engine.lessons.sources import numbers_of_setting
from engine.lessons.text_numbers import formula_faults, stated_numbers
from engine.lessons.typed_figure import Figure, read_figure

EXACT = 1e-12


def faults_of(path: Path) -> list[LessonFault]:
    """Everything that a checker finds in a file, from its first line to its last; [] for a sound lesson."""
    return check(path)[1]


def check(path: Path) -> tuple[Lesson | None, list[LessonFault]]:
    """The lesson, as far as it can be shown, and everything that is wrong with it."""
    try:
        text = read_text(path)
    except LessonFault as fault:
        return None, [fault]
    return check_text(text, path.stem, path)


def check_text(text: str, name: str, path: Path | None = None) -> tuple[Lesson | None, list[LessonFault]]:
    """As `check`, of a text that stands in no file yet."""
    examined: Examined = examine(text, name, path)
    for read in examined.scenes:
        _check_scene(read, examined.faults)
    return examined.lesson, examined.faults.in_order()


def _check_scene(read: ReadScene, faults: Faults) -> None:
    scene = read.scene
    try:
        values = scene_values(scene)
        if isinstance(scene.values, StepValues):
            _check_tape(scene.values, read, faults)
    except ValueError as error:
        text = error.text if isinstance(error, LessonFault) else str(error)
        faults.add(read.block.line_of(("columns",)), text)
        return
    for index, fact in enumerate(scene.facts):
        _check_fact(fact, read.block.line_of(("fact", index)), values, faults)
    if scene.question is not None:
        _check_answer(scene.question, read, values, faults)
    _check_numbers(read, faults)
    for place, sentence in formula_faults(scene.text):
        faults.add(_line_of_text(read, place), sentence)


def _check_tape(values: StepValues, read: ReadScene, faults: Faults) -> None:
    tape = tape_of(values)
    names = {row.name: row for row in tape.rows}
    if isinstance(values.row, str) and values.row not in names:
        faults.add(
            read.block.line_of(("row",)), f"row: the tape has no {values.row}; it has {', '.join(names)}"
        )
    elif values.cell is not None:
        row = names[values.row] if isinstance(values.row, str) else tape.rows[values.row - 1]
        rows, columns = row.value.shape
        if values.cell[0] > rows or values.cell[1] > columns:
            where = read.block.line_of(("cell",))
            faults.add(
                where,
                f"cell: {row.name} has {rows} rows and {columns} columns, there is no {list(values.cell)}",
            )


def _check_fact(fact: Fact, line: int, values: dict[str, float], faults: Faults) -> None:
    figure = read_figure(fact.says)
    try:
        value = compute(fact.expression, values)
    except ComputingFault as fault:
        faults.add(line, f"fact {fact.says!r}: {fault}")
        return
    if figure is not None and not figure.agrees(value):
        faults.add(line, f"the text says {fact.says!r}, but {fact.expression.strip()[:60]} is {value:.8g}")


def _check_answer(question: Question, read: ReadScene, values: dict[str, float], faults: Faults) -> None:
    if question.kind not in ("number", "prediction") or not isinstance(question.answer, str):
        return
    try:
        compute(question.answer, values)
    except ComputingFault as fault:
        faults.add(read.block.line_of(("question", "answer")), f"question: answer: {fault}")


def _check_numbers(read: ReadScene, faults: Faults) -> None:
    """Every number that is stated has a source, and every fact is stated."""
    scene = read.scene
    sources = _Sources(read)
    texts: list[tuple[str, Any]] = [(scene.title, read.page.line), (scene.text, None)]
    question = scene.question
    if question is not None:
        texts.append((question.text, read.block.line_of(("question", "text"))))
        texts.append((_right_choice(question), read.block.line_of(("question", "choices"))))
        texts.append((question.explanation, read.block.line_of(("question", "explanation"))))
    stated: list[Figure] = []
    for text, line in texts:
        for number in stated_numbers(text):
            stated.append(number.figure)
            if not sources.has(number.figure):
                where = line if line is not None else _line_of_text(read, number.place)
                faults.add(where, _without_source(number.written))
    for index, fact in enumerate(scene.facts):
        if read_figure(fact.says) not in stated:
            where = read.block.line_of(("fact", index))
            faults.add(
                where, f"no text of this page says {fact.says!r}: write it there, or take the fact away"
            )


def _right_choice(question: Question) -> str:
    """Of the choices only the right one is a statement."""
    answer = question.answer
    there = isinstance(answer, int) and 1 <= answer <= len(question.choices)
    return question.choices[answer - 1] if isinstance(answer, int) and there else ""


def _without_source(written: str) -> str:
    return (
        f'where does {written} come from? Add a [[fact]] with says = "{written}" and is = ..., '
        f'or given = ["{written}"] where it is no result'
    )


class _Sources:
    """Where the numbers of a page may come from."""

    def __init__(self, read: ReadScene) -> None:
        scene: Scene = read.scene
        said = (read_figure(fact.says) for fact in scene.facts)
        self._said = {figure for figure in said if figure is not None}
        given = [read_figure(text) for text in scene.given]
        values = [figure.value for figure in given if figure is not None]
        self._values = [*values, *numbers_of_setting(scene, read.block.content)]

    def has(self, figure: Figure) -> bool:
        """A fact counts as it is written, 0.982 is no source for 0.98; settings and given numbers by their value."""
        if figure in self._said:
            return True
        return any(abs(figure.value - value) <= EXACT * max(1.0, abs(value)) for value in self._values)


def _line_of_text(read: ReadScene, place: int) -> int:
    """The line of the file where a place of the scene's text stands."""
    lines = read.page.text
    first = next((i for i, (_, line) in enumerate(lines) if line), 0)
    index = first + read.scene.text.count("\n", 0, place)
    return lines[min(index, len(lines) - 1)][0] if lines else read.page.line
