"""docs/lessons.md: its whole lesson is sound, and it names everything that a lesson may hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.labs.table import LABS
from engine.lessons import check_text, controls, questions, reading, scene_kinds, setups
from engine.lessons.lab_list import labs_as_markdown
from engine.lessons.lesson import PANELS

DOCS = (Path(__file__).resolve().parents[3] / "docs" / "lessons.md").read_text(encoding="utf-8")
DESCRIPTION = DOCS[DOCS.index("## The front matter") :].splitlines()
TICKED = " ".join(word for line in DESCRIPTION for word in re.findall(r"`([^`]+)`", line))


def test_the_whole_lesson_of_the_documentation_is_sound() -> None:
    found = re.search(r"````markdown\n(.*?)````", DOCS, re.DOTALL)
    assert found is not None
    lesson, faults = check_text(found[1], "the example")
    assert [str(fault) for fault in faults] == []
    assert lesson is not None
    assert [scene.kind for scene in lesson.scenes] == ["graph", "graph", "train"]
    assert sum(scene.question is not None for scene in lesson.scenes) == 2


@pytest.mark.parametrize(
    "keys",
    [
        reading.FRONT_KEYS,
        scene_kinds.COMMON_KEYS,
        scene_kinds.WHICH_KEYS,
        scene_kinds.TRAIN_KEYS,
        scene_kinds.STEP_KEYS,
        scene_kinds.GRAPH_KEYS,
        scene_kinds.LAB_KEYS,
        setups.DATA_KEYS,
        setups.NETWORK_KEYS,
        setups.TRAINING_KEYS,
        questions.KINDS,
        questions.KEYS["choice"],
        questions.KEYS["number"],
        questions.FACT_KEYS,
        controls.TRAIN_CONTROLS,
        controls.STEP_CONTROLS,
        controls.GRAPH_CONTROLS,
        controls.LAB_CONTROLS,
        PANELS,
    ],
)
def test_every_key_and_every_control_is_described(keys: tuple[str, ...]) -> None:
    missing = [key for key in keys if not re.search(rf"(?<!\w){re.escape(key)}(?!\w)", TICKED)]
    assert missing == []


def test_every_lab_is_described_and_listed_with_its_settings() -> None:
    listed = labs_as_markdown()
    for key, row in LABS.items():
        assert f"`{key}`" in DOCS
        assert f"| `{key}` " in listed
        assert all(f"`{name} = " in listed for name in row.settings)
