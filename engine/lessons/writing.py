"""Scenes and lessons written as their file: what is written reads back as an equal one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from engine.data import DataSpec
from engine.given import weights_as_json
from engine.lessons.lesson import (
    SHOWN_AT_FIRST,
    Fact,
    GraphValues,
    LabValues,
    Lesson,
    Question,
    Scene,
    StepValues,
    TrainValues,
    Values,
)
from engine.setup import Setup, SetupError
from engine.spec import LayerSpec

BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
FENCE = "```"


def write_lesson(lesson: Lesson) -> str:
    """The whole file. Raises SetupError as `write_scene`."""
    front = [
        ("title", lesson.title),
        ("chapter", lesson.chapter),
        ("order", str(lesson.order)),
        ("minutes", str(lesson.minutes)),
        ("about", lesson.about),
        ("words", ", ".join(lesson.words)),
    ]
    head = "\n".join(f"{key}: {_one_line(text)}" for key, text in front if text)
    return f"---\n{head}\n---\n" + "\n".join(write_scene(scene) for scene in lesson.scenes)


def write_scene(scene: Scene) -> str:
    """One page: heading, text and block. Raises SetupError for data that a lesson can't hold: an imported table."""
    lines = [*_values_lines(scene.values)]
    lines += [
        f"{key} = {toml(list(value))}" for key, value in (("lit", scene.lit), ("given", scene.given)) if value
    ]
    if scene.note:
        lines.append(f"note = {toml(scene.note)}")
    for fact in scene.facts:
        lines += ["", *_fact_lines(fact)]
    if scene.question is not None:
        lines += ["", *_question_lines(scene.question)]
    text = scene.text.strip("\n")
    block = "\n".join([f"{FENCE}scene", *lines, FENCE])
    return f"# {_one_line(scene.title)}\n" + (f"{text}\n\n" if text else "\n") + block + "\n"


def toml(value: Any) -> str:
    """A value as TOML on one line. Raises TypeError for what TOML does not have."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # JSON escapes all that TOML wants escaped, but for DEL.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(key)} = {toml(item)}" for key, item in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(toml(item) for item in value)}]"
    raise TypeError(f"TOML has no {type(value).__name__}")


def _key(name: str) -> str:
    return name if BARE_KEY.fullmatch(name) else toml(name)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _values_lines(values: Values) -> list[str]:
    if isinstance(values, TrainValues):
        return _train_lines(values)
    if isinstance(values, StepValues):
        return _step_lines(values)
    if isinstance(values, GraphValues):
        return _graph_lines(values)
    if isinstance(values, LabValues):
        return _lab_lines(values)
    return ["same = true"]


def _train_lines(values: TrainValues) -> list[str]:
    lines = ['workspace = "train"', *_setup_lines(values.setup)]
    lines += ["run = true"] if values.run else []
    lines += [f"updates = {values.updates}"] if values.updates else []
    return lines + ([f"show = {toml(values.show)}"] if values.show != SHOWN_AT_FIRST else [])


def _step_lines(values: StepValues) -> list[str]:
    lines = ['workspace = "step"', *_setup_lines(values.setup)]
    lines += [f"updates = {values.updates}"] if values.updates else []
    lines.append(f"row = {toml(values.row)}")
    lines += [f"cell = {toml(values.cell)}"] if values.cell is not None else []
    lines.append(f"columns = {toml(values.columns)}")
    return lines + (["pencil = true"] if values.pencil else [])


def _graph_lines(values: GraphValues) -> list[str]:
    lines = ['workspace = "graph"', f"expression = {toml(values.expression)}", f"at = {toml(values.at)}"]
    lines += [f"event = {values.event}"] if values.event is not None else []
    lines += ["share = true"] if values.share else []
    return lines + ([f"nudge = {toml(values.nudge)}"] if values.nudge else [])


def _lab_lines(values: LabValues) -> list[str]:
    lines = [f"lab = {toml(values.key)}", f"settings = {toml(values.settings)}"]
    if values.below is not None:
        lines.append(f"below = {toml({'lab': values.below.key, 'settings': values.below.settings})}")
    return lines


def _setup_lines(setup: Setup) -> Iterable[str]:
    network, training = setup.network, setup.training
    rates = {name: rate for name, rate in (("l1", network.l1), ("l2", network.l2)) if rate}
    yield f"data = {toml(_data(setup.data))}"
    yield "network = " + toml(
        {
            "layers": ", ".join(_layer(layer) for layer in network.layers),
            "initialization": network.initialization,
            "cost": network.cost,
            **rates,
        }
    )
    yield "training = " + toml(
        {
            "optimizer": training.optimizer,
            "alpha": training.alpha,
            "batch_size": training.batch_size or 0,
            "seed": training.seed,
        }
    )
    yield f"seed = {setup.weights_seed}"
    if setup.weights is not None:
        yield f"weights = {toml(weights_as_json(setup.weights))}"


def _layer(layer: LayerSpec) -> str:
    usual = layer.leaky_slope == LayerSpec(1).leaky_slope
    return f"{layer.units} {layer.activation}" + ("" if usual else f" {layer.leaky_slope!r}")


def _data(data: DataSpec) -> dict[str, Any]:
    if data.source == "csv":
        raise SetupError(
            "an imported table can't be written into a lesson: choose data that come along, or draw some"
        )
    content: dict[str, Any] = {"source": data.source}
    if data.source == "given" and data.given is not None:
        content |= {"X": data.given.X, "Y": data.given.Y}
        return content | ({"input_names": data.given.input_names} if data.given.input_names else {})
    content |= {"noise": data.noise, "seed": data.seed, "train_share": data.train_share}
    content |= {"inputs": data.inputs} if data.inputs != DataSpec().inputs else {}
    content |= {"scaling": data.scaling} if data.scaling != "none" else {}
    return content | ({"points": data.points} if data.source == "drawn" else {})


def _fact_lines(fact: Fact) -> list[str]:
    return ["[[fact]]", f"says = {toml(fact.says)}", f"is = {toml(fact.expression)}"]


def _question_lines(question: Question) -> list[str]:
    lines = ["[question]", f"kind = {toml(question.kind)}", f"text = {toml(question.text)}"]
    lines += [f"choices = {toml(question.choices)}"] if question.choices else []
    lines += [f"answer = {toml(question.answer)}"] if question.answer is not None else []
    lines += [f"decimals = {question.decimals}"] if question.decimals is not None else []
    return lines + ([f"explanation = {toml(question.explanation)}"] if question.explanation else [])
