"""Whether an answer to a lesson's question is right, and what is said then."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from engine.lessons.computing import compute
from engine.lessons.lesson import Question, Scene
from engine.lessons.scene_values import scene_values
from engine.lessons.shapes import read_shape
from engine.step.typed_number import TypedNumber, read_number

LEAST_DIGITS = 1  # significant ones that an answer without asked decimals must have

CHOOSE = "Choose one of the answers."
NO_NUMBER = "Type a number such as 0.25, with a point or a comma."
NO_SHAPE = "Type a shape such as (4, 3)."
WRITE = "Write down what you expect: there is no wrong answer."


@dataclass(frozen=True)
class Verdict:
    """text: one sentence for the reader. is_right None: it could not be read, and nothing is given away."""

    is_right: bool | None
    text: str


def judge(
    question: Question, answer: int | str, scene: Scene, values: Mapping[str, float] | None = None
) -> Verdict:
    """Judge what a reader chose (from 1) or typed.

    values: what `scene_values(scene)` gave, where somebody has it; computing them takes up to two seconds. Raises
    ValueError where an answer must be computed and can't be, which a checked lesson never does.
    """
    if question.kind == "choice":
        return _choice(question, answer)
    typed = str(answer).strip()
    if question.kind == "shape":
        return _shape(question, typed)
    if question.kind == "prediction" and not typed:
        return Verdict(None, WRITE)
    number = read_number(typed)
    if question.kind == "number" and number is None:
        return Verdict(None, NO_NUMBER)
    if not isinstance(question.answer, str):
        return Verdict(True, "")
    expected = compute(question.answer, scene_values(scene) if values is None else values)
    if question.kind == "prediction":
        return _prediction(question, number, expected)
    return _number(question, number, expected) if number is not None else Verdict(None, NO_NUMBER)


def _choice(question: Question, answer: int | str) -> Verdict:
    chosen = question.choices.index(answer) + 1 if answer in question.choices else answer
    if not isinstance(chosen, int) or not 1 <= chosen <= len(question.choices):
        return Verdict(None, CHOOSE)
    return Verdict(True, "Right.") if chosen == question.answer else Verdict(False, "Not this one.")


def _shape(question: Question, typed: str) -> Verdict:
    shape, expected = read_shape(typed), read_shape(str(question.answer))
    if shape is None or expected is None:
        return Verdict(None, NO_SHAPE)
    if shape == expected:
        return Verdict(True, "Right.")
    if shape == expected[::-1]:
        return Verdict(False, "The other way round: rows first, then columns.")
    if len(shape) != len(expected):
        return Verdict(
            False, f"Not this one: it has {len(expected)} number{'' if len(expected) == 1 else 's'}."
        )
    return Verdict(False, "Not this one.")


def _number(question: Question, typed: TypedNumber, expected: float) -> Verdict:
    asked = question.decimals if question.decimals is not None else _least_decimals(expected)
    if _agrees(typed.value, expected, max(typed.decimals, asked)):
        return Verdict(True, "Right.")
    if typed.decimals < asked and _agrees(typed.value, expected, typed.decimals):
        return Verdict(False, f"Right as far as it goes: give {asked} decimal{'' if asked == 1 else 's'}.")
    if typed.value and _agrees(-typed.value, expected, max(typed.decimals, asked)):
        return Verdict(False, "Nearly: look at the sign.")
    return Verdict(False, "Not this one.")


def _prediction(question: Question, typed: TypedNumber | None, expected: float) -> Verdict:
    decimals = question.decimals if question.decimals is not None else max(2, _least_decimals(expected) + 1)
    shown = _shown(expected, decimals)
    if typed is None:
        return Verdict(True, f"It is {shown}.")
    if _agrees(typed.value, expected, typed.decimals):
        return Verdict(True, f"Just so: it is {shown}.")
    return Verdict(True, f"You expected {_shown(typed.value, typed.decimals)}. It is {shown}.")


def _agrees(value: float, expected: float, decimals: int) -> bool:
    return abs(value - expected) <= 0.5 * 10.0**-decimals * (1 + 1e-9) + 1e-12 * abs(expected)


def _least_decimals(expected: float) -> int:
    """Enough decimals for the first digit that is not 0: "0" is no answer where it is 0.00098."""
    if expected == 0 or not math.isfinite(expected):
        return 0
    # A whole number needs none, and 0.25 not more than it has.
    needed = LEAST_DIGITS - 1 - math.floor(math.log10(abs(expected)))
    return max(0, needed)


def _shown(value: float, decimals: int) -> str:
    text = f"{value:.{min(decimals, 12)}f}"
    if "." in text and abs(value) >= 1:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "−")
