"""project.json as text, and back, with everything counted before and after it is parsed."""

from __future__ import annotations

import json
from typing import Any

from engine.project.errors import Damage
from engine.project.limits import MAX_DEPTH, MAX_DIGITS, MAX_JSON, MAX_VALUES

WHERE = "project.json"


def as_text(content: dict[str, Any]) -> bytes:
    """Content as indented JSON. Raises Damage for what `from_text` would refuse, or what is no JSON at all."""
    try:
        text = json.dumps(content, indent=1, allow_nan=False, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise Damage(WHERE, f"something can't be written as JSON ({error})") from error
    data = text.encode("utf-8", "replace")  # half a character, as a broken paste may leave it, becomes "?"
    from_text(data)
    return data


def from_text(data: bytes) -> dict[str, Any]:
    """The object in a text of JSON. Raises Damage for what is not JSON, too large, too deep or not finite."""
    if len(data) > MAX_JSON:
        raise Damage(WHERE, f"it has {len(data)} bytes, the limit is {MAX_JSON}")
    # A short text can make a large object: what makes values is counted while it is still text.
    if sum(map(data.count, (b",", b"[", b"{"))) > MAX_VALUES:
        raise Damage(WHERE, f"it holds more than {MAX_VALUES} values")
    try:
        content = json.loads(data.decode("utf-8"), parse_constant=_refuse_constant, parse_int=_integer)
        # Written again, and not used: the quickest way to meet every float that is infinite and every half character.
        json.dumps(content, allow_nan=False, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise Damage(WHERE, f"not valid JSON ({error})") from error
    if not isinstance(content, dict):
        raise Damage(WHERE, "not an object")
    _check_depth(content)
    return content


def _check_depth(content: dict[str, Any]) -> None:
    level: list[Any] = [content]
    for _ in range(MAX_DEPTH):
        inside = (value.values() if isinstance(value, dict) else value for value in level)
        level = [value for values in inside for value in values if isinstance(value, dict | list)]
        if not level:
            return
    raise Damage(WHERE, f"it is nested more than {MAX_DEPTH} deep")


def _integer(text: str) -> int:
    if len(text) > MAX_DIGITS:
        raise ValueError(f"a whole number of {len(text)} digits")
    return int(text)


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no finite number")
