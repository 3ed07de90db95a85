"""Scenes with labs: settings are checked by the lab's own row, facts are the lab's own numbers."""

from __future__ import annotations

import pytest

from engine.labs import table as labs
from engine.labs.table import LABS
from engine.lessons import LabValues, check_text, parse_lesson, scene_values, write_scene
from tests.engine.lessons.lesson_texts import lesson_text, line_of, scene_page

LAB = 'lab = "activations"\nsettings = { function = "sigmoid", z = 4 }\nlit = ["z", "run"]'
BELOW = LAB + '\nbelow = { lab = "vanishing", settings = { layers = 3 } }'


def faults(text: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.text) for fault in check_text(text, "lesson")[1]]


def test_a_lab_scene_holds_all_settings_of_its_lab() -> None:
    values = parse_lesson(lesson_text(scene_page(LAB))).scenes[0].values
    assert isinstance(values, LabValues)
    assert values.settings == labs.checked("activations", {"function": "sigmoid", "z": 4})


def test_facts_of_a_lab_are_those_that_it_shows_and_its_settings() -> None:
    found = scene_values(parse_lesson(lesson_text(scene_page(LAB))).scenes[0])
    shown = labs.facts("activations", {"function": "sigmoid", "z": 4})
    assert found["slope"] == shown["slope"]
    assert round(found["slope"], 4) == 0.0177
    assert found["z"] == 4


def test_a_second_lab_below_brings_its_numbers_along() -> None:
    scene = parse_lesson(lesson_text(scene_page(BELOW))).scenes[0]
    assert isinstance(scene.values, LabValues)
    assert scene.values.below is not None
    assert scene.values.below.settings["layers"] == 3
    assert scene_values(scene)["below_layers"] == 3
    assert parse_lesson(lesson_text(write_scene(scene))).scenes[0] == scene


@pytest.mark.parametrize(
    ("block", "part", "says"),
    [
        (LAB.replace("z =", "zz ="), "settings = ", "settings: 'zz' is unknown"),
        (LAB.replace("z = 4", "z = 400"), "settings = ", "settings: z must be at most"),
        (LAB.replace('"sigmoid"', '"sigmod"'), "settings = ", "settings: function must be one of"),
        (LAB.replace("settings = {", "settings = 3 # {"), "settings = ", "settings must be a table"),
        (LAB.replace('"run"', '"ran"'), "lit = ", "'ran' can't be lit here; did you mean run?"),
        (
            BELOW.replace("vanishing", "vanish"),
            "below = ",
            "there is no lab 'vanish'; did you mean vanishing?",
        ),
        (BELOW.replace("layers = 3", "layers = 300"), "below = ", "settings: layers must be at most"),
        (LAB + "\nbelow = 3", "below = ", "below must be a table"),
        (LAB + "\nseed = 3", "seed = ", "'seed' is unknown"),
    ],
)
def test_a_lab_scene_is_checked_and_the_line_named(block: str, part: str, says: str) -> None:
    text = lesson_text(scene_page(block))
    assert any(line == line_of(text, part) and says in words for line, words in faults(text)), faults(text)


@pytest.mark.parametrize("key", sorted(LABS))
def test_every_lab_opens_in_a_lesson_as_it_comes(key: str) -> None:
    text = lesson_text(scene_page(f'lab = "{key}"'))
    assert faults(text) == []
    scene = parse_lesson(text).scenes[0]
    assert parse_lesson(lesson_text(write_scene(scene))).scenes[0] == scene
