"""The numbers that a scene is set up with: a text may state them without a fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from engine.lessons.lesson import GraphValues, LabValues, Scene
from engine.lessons.text_numbers import stated_numbers
from engine.setup import Setup

# Of the block everything but what states, asks or computes.
NO_SETTINGS = ("fact", "question", "given", "note", "lit", "show")


def numbers_of_setting(scene: Scene, content: Mapping[str, Any]) -> list[float]:
    """Numbers in the block of a scene, also those in texts such as "4 tanh, 1 sigmoid" and the answer to a shape; of
    what the scene opens with also what is there by default."""
    found = [
        number for key, value in content.items() if key not in NO_SETTINGS for number in _numbers_in(value)
    ]
    question = scene.question
    if question is not None and question.kind == "shape" and isinstance(question.answer, str):
        found += _numbers_in(question.answer)
    opened = scene.opened_with
    if isinstance(opened, GraphValues):
        found += [*_numbers_in(opened.expression), *opened.at.values()]
    elif isinstance(opened, LabValues):
        found += _of_lab(opened)
    else:
        found += [*_of_setup(opened.setup), float(opened.updates)]
    return found


def _of_lab(values: LabValues) -> list[float]:
    below = _of_lab(values.below) if values.below is not None else []
    return [*(number for value in values.settings.values() for number in _numbers_in(value)), *below]


def _of_setup(setup: Setup) -> Iterator[float]:
    data, network, training = setup.data, setup.network, setup.training
    yield from (data.noise, data.train_share, data.seed, training.seed, setup.weights_seed)
    yield from (training.alpha, network.l1, network.l2, *network.sizes)
    yield from (layer.leaky_slope for layer in network.layers if layer.activation == "leaky_relu")
    if training.batch_size is not None:
        yield training.batch_size
    if data.source == "given" and data.given is not None:
        yield from (number for row in (*data.given.X, *data.given.Y) for number in row)
    if setup.weights is not None:
        yield from (number for W in setup.weights.W for row in W for number in row)
        yield from (number for b in setup.weights.b for number in b)


def _numbers_in(value: Any) -> list[float]:
    if isinstance(value, bool):
        return []
    if isinstance(value, (int, float)):
        return [float(value)]
    if isinstance(value, str):
        # In quotes a sign before a number is a minus just as well: "4-2-1", "2 - 3".
        return [stated.figure.value for stated in stated_numbers(value)]
    children = (
        value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    )
    return [number for child in children for number in _numbers_in(child)]
