"""A lesson that is right: what is read, and that files of any kind never stop the course from opening."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from engine.lessons import (
    BrokenLesson,
    GraphValues,
    Lesson,
    LessonFault,
    SameValues,
    StepValues,
    TrainValues,
    all_lessons,
    lessons_in,
    parse_lesson,
    read_lesson,
)
from engine.lessons.lesson import SHOWN_AT_FIRST
from engine.setup import Setup
from tests.engine.lessons.lesson_texts import CHOICE, GRAPH, STEP, TRAIN, graph_page, lesson_text, scene_page


def test_the_front_matter_says_what_a_lesson_is() -> None:
    lesson = parse_lesson(lesson_text())
    assert (lesson.title, lesson.chapter, lesson.order, lesson.minutes) == ("A lesson", "C3", 7, 5)
    assert (lesson.about, lesson.words) == ("What it is about", ("slope", "rise over run"))


def test_every_heading_begins_a_page_with_its_text_and_its_line() -> None:
    lesson = parse_lesson(lesson_text(GRAPH, TRAIN, STEP))
    assert [scene.title for scene in lesson.scenes] == ["Follow the numbers", "A network", "One update"]
    assert [scene.kind for scene in lesson.scenes] == ["graph", "train", "step"]
    assert lesson.scenes[0].text == "Press next: with $a = 5$ it comes to $J = 33$."
    assert lesson.scenes[0].line == 9


def test_text_may_stand_before_and_behind_the_block() -> None:
    page = scene_page('workspace = "graph"\nexpression = "a"\nat = { a = 1 }') + "\nAnd then this.\n"
    assert parse_lesson(lesson_text(page)).scenes[0].text == "Words.\n\n\nAnd then this."


def test_a_hash_inside_fenced_code_begins_no_page() -> None:
    page = graph_page("Read this:\n\n```python\n# a comment\nx = 1\n```")
    (scene,) = parse_lesson(lesson_text(page)).scenes
    assert "# a comment" in scene.text


def test_a_graph_scene_holds_its_expression_and_its_numbers() -> None:
    values = parse_lesson(lesson_text()).scenes[0].values
    assert values == GraphValues("J = 3*(a + b*c)", {"a": 5.0, "b": 3.0, "c": 2.0})


def test_a_train_scene_holds_a_set_up_that_fits_its_data() -> None:
    values = parse_lesson(lesson_text(TRAIN)).scenes[0].values
    assert isinstance(values, TrainValues)
    setup = values.setup
    assert (setup.data.source, setup.data.noise, setup.data.seed) == ("gauss", 10, 1)
    assert setup.network.sizes == (2, 3, 1)
    assert (setup.training.alpha, setup.training.batch_size) == (0.5, 10)
    assert (setup.weights_seed, setup.training.seed) == (4, 4)
    assert (values.updates, values.run, values.show) == (25, False, SHOWN_AT_FIRST)


def test_a_train_scene_without_tables_is_the_first_start() -> None:
    values = parse_lesson(lesson_text(scene_page('workspace = "train"'))).scenes[0].values
    assert values == TrainValues(Setup())


def test_tables_change_parts_of_a_set_up_that_comes_along() -> None:
    page = scene_page(
        'workspace = "train"\nsetup = "spiral"\ntraining = { alpha = 1 }\nrun = true\nshow = ["cost"]'
    )
    values = parse_lesson(lesson_text(page)).scenes[0].values
    assert isinstance(values, TrainValues)
    assert (values.setup.data.source, values.setup.training.optimizer) == ("spiral", "adam")
    assert (values.setup.training.alpha, values.run, values.show) == (1.0, True, ("cost",))


def test_a_batch_size_of_0_means_all_examples() -> None:
    page = scene_page('workspace = "train"\ntraining = { batch_size = 0 }')
    values = parse_lesson(lesson_text(page)).scenes[0].values
    assert isinstance(values, TrainValues)
    assert values.setup.training.batch_size is None


def test_typed_examples_and_weights_become_a_set_up() -> None:
    page = scene_page(
        'workspace = "step"\ndata = { X = [[0.5, 1.0]], Y = [[1, 0]], input_names = ["size"] }\n'
        'network = { layers = "2 leaky_relu 0.1, 1 linear" }\n'
        "weights = [\n { W = [[0.2], [0.4]], b = [0, 1] },\n { W = [[1, -1]], b = [0.5] },\n]\ncolumns = 2"
    )
    values = parse_lesson(lesson_text(page)).scenes[0].values
    assert isinstance(values, StepValues)
    setup = values.setup
    assert setup.data.given is not None
    assert setup.data.given.input_names == ("size",)
    assert setup.network.cost == "mean_squared_error"
    assert setup.network.layers[0].leaky_slope == 0.1
    assert setup.weights is not None
    assert setup.weights.W[1] == ((1.0, -1.0),)
    assert values.columns == 2


def test_a_seed_takes_the_given_weights_of_a_set_up_away() -> None:
    page = scene_page('workspace = "step"\nsetup = "worked-example"\nseed = 3')
    values = parse_lesson(lesson_text(page)).scenes[0].values
    assert isinstance(values, StepValues)
    assert values.setup.weights is None


def test_a_step_scene_holds_its_row_its_cell_and_its_columns() -> None:
    values = parse_lesson(lesson_text(STEP)).scenes[0].values
    assert isinstance(values, StepValues)
    assert (values.row, values.cell, values.columns, values.pencil) == ("dW[1]", (2, 1), "batch", False)


def test_a_scene_that_stays_the_same_knows_what_it_keeps_through_any_number_of_pages() -> None:
    same = scene_page("same = true")
    lesson = parse_lesson(lesson_text(GRAPH, same, same))
    assert isinstance(lesson.scenes[2].values, SameValues)
    assert lesson.scenes[2].opened_with == lesson.scenes[0].values


def test_questions_are_read() -> None:
    lesson = parse_lesson(lesson_text(graph_page("Words.", CHOICE)))
    question = lesson.scenes[0].question
    assert question is not None
    assert (question.kind, question.choices, question.answer) == ("choice", ("up", "down"), 2)
    assert (question.text, question.explanation) == ("Which way?", "Down.")


def test_the_answer_to_a_number_may_be_a_number() -> None:
    asked = '[question]\nkind = "number"\ntext = "What?"\nanswer = 0.25\ndecimals = 2'
    question = parse_lesson(lesson_text(graph_page("Words.", asked))).scenes[0].question
    assert question is not None
    assert (question.answer, question.decimals) == ("0.25", 2)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_read(ending: str) -> None:
    text = lesson_text(GRAPH, TRAIN)
    assert parse_lesson("\ufeff" + text.replace("\n", ending)) == parse_lesson(text)


def test_a_lesson_in_a_file_knows_its_path(tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    path.write_text(lesson_text(), encoding="utf-8")
    assert read_lesson(path).path == path


def test_a_folder_is_read_in_the_order_of_the_course_with_broken_lessons_last(tmp_path: Path) -> None:
    for name, order in (("a", 30), ("b", 4), ("c", 11)):
        text = lesson_text().replace("order: 7", f"order: {order}").replace("A lesson", name)
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    (tmp_path / "0.md").write_text("nothing", encoding="utf-8")
    (tmp_path / "README.md").write_text("what lies here", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no lesson", encoding="utf-8")
    found = lessons_in(tmp_path)
    assert [lesson.title for lesson in found if isinstance(lesson, Lesson)] == ["b", "c", "a"]
    assert isinstance(found[-1], BrokenLesson)
    assert found[-1].fault.line == 1
    assert len(found) == 4


def test_a_folder_that_is_not_there_has_no_lessons(tmp_path: Path) -> None:
    assert lessons_in(tmp_path / "nowhere") == ()


def test_a_persons_own_lessons_come_behind_those_of_the_course(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text(lesson_text(), encoding="utf-8")
    found = all_lessons(tmp_path)
    assert found[:-1] == all_lessons()
    assert isinstance(found[-1], Lesson)
    assert found[-1].path == tmp_path / "mine.md"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "---"),
        (b"\xff\xfe\x00\x01" * 50, "UTF-8"),
        (b"---\ntitle: \x00\n---\n", "zero byte"),
        (lesson_text(scene_page("a = " + "[" * 20_000)).encode(), "nested"),
        (lesson_text(scene_page("a = " + "[" * 40 + "]" * 40)).encode(), "nested"),
        (lesson_text(scene_page("a." * 9000 + "b = 1")).encode(), "12 parts"),
        (lesson_text(scene_page("a = " + "9" * 5000)).encode(), "too l"),
        (lesson_text(scene_page("a = 1e999")).encode(), "finite"),
        (lesson_text(scene_page("seed = 1" + "0" * 400)).encode(), "finite"),
        (lesson_text(*[GRAPH] * 61).encode(), "at most 60 pages"),
        (lesson_text(graph_page("word " * 5000)).encode(), "20000 characters"),
        (b"# " * 400_000, "---"),
        (b"---\n" * 200_000, "missing"),
        (b"`" * 900_000, "---"),
    ],
    ids=lambda value: None if isinstance(value, bytes) else value,
)
def test_a_file_of_any_kind_becomes_a_broken_lesson_and_says_why(
    tmp_path: Path, content: bytes, says: str
) -> None:
    (tmp_path / "odd.md").write_bytes(content)
    (found,) = lessons_in(tmp_path)
    assert isinstance(found, BrokenLesson)
    assert says in found.fault.text
    assert "Error" not in found.fault.text


def test_a_file_of_a_hundred_megabytes_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    (found,) = lessons_in(tmp_path)
    assert isinstance(found, BrokenLesson)
    assert "larger than 1 MB" in found.fault.text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a pipe in a folder")
def test_a_pipe_that_nobody_writes_to_does_not_hold_the_course_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (found,) = lessons_in(tmp_path)
    assert isinstance(found, BrokenLesson)


def test_a_missing_file_is_a_fault_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(LessonFault, match="there is no such file"):
        read_lesson(tmp_path / "nowhere.md")
