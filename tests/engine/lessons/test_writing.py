"""What is written reads back as an equal scene, whatever stands in it."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import DataSpec, GivenExamples
from engine.lessons import (
    Fact,
    GraphValues,
    Question,
    SameValues,
    Scene,
    StepValues,
    TrainValues,
    parse_lesson,
    write_lesson,
    write_scene,
)
from engine.lessons.setups import named_setups
from engine.lessons.writing import toml
from engine.setup import Setup, SetupError, read_setup
from engine.spec import LayerSpec, NetworkSpec
from tests.engine.lessons.lesson_texts import (
    CHOICE,
    FRONT,
    GRAPH,
    STEP,
    TRAIN,
    graph_page,
    lesson_text,
    scene_page,
)

GRAPH_VALUES = GraphValues("J = 3*(a + b*c)", {"a": 5.0, "b": -3.25, "c": 1e-7}, 4, share=True, nudge="b")
SPIRAL = read_setup(named_setups()["spiral"])


def again(scene: Scene) -> Scene:
    return parse_lesson(FRONT + write_scene(scene)).scenes[0]


@pytest.mark.parametrize(
    "values",
    [
        GRAPH_VALUES,
        GraphValues("a", {"a": 1.0}),
        TrainValues(),
        TrainValues(SPIRAL, run=True, updates=120, show=("cost", "gradients")),
        TrainValues(
            replace(Setup(), data=DataSpec("drawn", points=((1.0, 2.0, 1), (0.5, -1.0, 0), (3.0, 1.0, 0))))
        ),
        TrainValues(
            replace(
                Setup(), data=DataSpec("xor", noise=12.5, seed=9, train_share=80, inputs=("x1", "sin_x2"))
            )
        ),
        StepValues(updates=7, row="dZ[2]", cell=(1, 3), columns=4, pencil=True),
        StepValues(row=5, columns="all"),
    ],
    ids=lambda values: type(values).__name__,
)
def test_a_scene_reads_back_as_it_was_written(values: Any) -> None:
    setup = getattr(values, "setup", None)
    if setup is not None:
        inputs = len(setup.data.inputs)
        values = replace(values, setup=setup.with_network(replace(setup.network, inputs=inputs)))
    question = Question("number", 'How "many"?', (), "J", 3, "Because \\ of $a^2$.")
    scene = Scene(
        "A title",
        "Some **text**\n\n$$a^2$$",
        values,
        question,
        (Fact("33", "J"),),
        (),
        ("12", "1.5"),
        "Say it.",
    )
    assert again(scene) == scene


@pytest.mark.parametrize("key", sorted(named_setups()))
def test_every_set_up_that_comes_along_can_be_captured(key: str) -> None:
    block = f'workspace = "train"\nsetup = "{key}"'
    scene = parse_lesson(lesson_text(scene_page(block))).scenes[0]
    assert again(scene) == scene


def test_typed_examples_leaky_slopes_and_rates_are_kept() -> None:
    network = NetworkSpec(
        1, (LayerSpec(2, "leaky_relu", 0.2), LayerSpec(1, "linear")), "mean_squared_error", l1=0.5, l2=0.25
    )
    data = DataSpec("given", given=GivenExamples(((1.0, 2.0),), ((0.0, 5.0),), ("size",)))
    scene = Scene("x", "", TrainValues(Setup(data, network)))
    assert again(scene) == scene


def test_a_lesson_reads_back_as_it_was_written() -> None:
    lesson = parse_lesson(
        lesson_text(GRAPH, scene_page("same = true"), TRAIN, graph_page("Hm.", CHOICE), STEP)
    )
    assert parse_lesson(write_lesson(lesson)) == lesson
    assert isinstance(lesson.scenes[1].values, SameValues)


def test_an_imported_table_is_refused_with_a_sentence(tmp_path: Path) -> None:
    from engine.data import preview, read_table

    path = tmp_path / "t.csv"
    path.write_text("a,b,c\n1,2,x\n3,4,y\n5,6,x\n", encoding="utf-8")
    table = read_table(path, preview(path).choices())
    setup = replace(Setup(), data=DataSpec("csv", table=table))
    with pytest.raises(SetupError, match="imported table"):
        write_scene(Scene("x", "", TrainValues(setup)))


texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
numbers = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**60), 2**60) | st.booleans()
things = st.recursive(
    texts | numbers,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(texts, things, max_size=5))
def test_any_value_is_written_as_toml_that_reads_back(content: dict[str, Any]) -> None:
    written = "x = " + toml(content)
    assert tomllib.loads(written)["x"] == content


@given(
    title=st.text(st.characters(categories=("L", "N")), min_size=1, max_size=20),
    note=texts,
    asked=texts.filter(bool),
    a=st.floats(-1e9, 1e9),
)
def test_any_words_in_a_scene_read_back(title: str, note: str, asked: str, a: float) -> None:
    scene = Scene(
        title, "Text.", GraphValues("f = a * 2", {"a": a}), Question("prediction", asked), note=note
    )
    assert again(scene) == scene
