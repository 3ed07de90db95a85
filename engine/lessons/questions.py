"""A scene's question and its facts, read and checked as far as that goes without computing."""

from __future__ import annotations

from typing import Any

from engine.lessons.lesson import Fact, Question
from engine.lessons.reader import Reader
from engine.lessons.shapes import read_shape
from engine.lessons.typed_figure import read_figure

KINDS = ("choice", "number", "shape", "prediction")
KEYS = {
    "choice": ("kind", "text", "choices", "answer", "explanation"),
    "number": ("kind", "text", "answer", "decimals", "explanation"),
    "shape": ("kind", "text", "answer", "explanation"),
    "prediction": ("kind", "text", "answer", "decimals", "explanation"),
}
FACT_KEYS = ("says", "is")
LEAST_CHOICES, MOST_CHOICES = 2, 8
MOST_DECIMALS = 12
MOST_FACTS = 100


def read_question(reader: Reader) -> Question | None:
    """The question of a scene; None where it has none, or one with a fault."""
    part = reader.sub("question")
    if part is None:
        return None
    if "kind" not in part:
        part.fault(
            "", f"question: kind is missing: write kind = {', '.join(map(repr, KINDS))}".replace("'", '"')
        )
        return None
    kind = part.choice("kind", KINDS, "")
    if kind not in KEYS:
        return None
    part.refuse_unknown(KEYS[kind])
    text, explanation = part.text("text", required=True), part.text("explanation")
    answer, choices = _answer(part, kind), _choices(part) if kind == "choice" else ()
    if kind == "choice" and choices and isinstance(answer, int) and not 1 <= answer <= len(choices):
        part.fault("answer", f"question: answer must be from 1 to {len(choices)}, the number of a choice")
    decimals = part.whole("decimals", 0, 0, MOST_DECIMALS) if "decimals" in part else None
    return Question(kind, text, choices, answer, decimals, explanation, part.line())  # type: ignore[arg-type]


def _choices(part: Reader) -> tuple[str, ...]:
    choices = part.texts("choices")
    if not LEAST_CHOICES <= len(choices) <= MOST_CHOICES:
        part.fault("choices", f"question: give {LEAST_CHOICES} to {MOST_CHOICES} choices, not {len(choices)}")
    if len(set(choices)) < len(choices):
        part.fault("choices", "question: two of the choices are the same")
    return choices


def _answer(part: Reader, kind: str) -> int | str | None:
    answer: Any = part.table.get("answer")
    if answer is None:
        if kind != "prediction":
            part.fault("", "question: answer is missing")
        return None
    is_whole = isinstance(answer, int) and not isinstance(answer, bool)
    if kind == "choice":
        if is_whole:
            return int(answer)
        part.fault("answer", "question: answer must be the number of the right choice, from 1")
        return None
    if kind != "shape" and (is_whole or isinstance(answer, float)):
        return repr(answer)
    answer = part.text("answer")
    if kind == "shape" and answer and read_shape(answer) is None:
        part.fault("answer", f'question: answer must be a shape such as "(4, 3)", not {answer[:40]!r}')
    return answer or None


def read_facts(reader: Reader) -> tuple[Fact, ...]:
    """The facts of a scene."""
    facts = []
    for part in reader.subs("fact", MOST_FACTS):
        part.refuse_unknown(FACT_KEYS)
        says, expression = part.text("says", required=True), part.text("is", required=True)
        if says and read_figure(says) is None:
            part.fault(
                "says",
                f'fact: says must be one number as the text writes it, such as "0.0177", not {says[:40]!r}',
            )
        elif says and expression:
            facts.append(Fact(says, expression, part.line()))
    return tuple(facts)
