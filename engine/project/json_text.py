"""project.json as text, and back, with everything counted before and after it is parsed."""

from __future__ import annotations

import json
import math
from reprlib import repr as shown
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
        content = json.loads(data.decode("utf-8"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise Damage(WHERE, f"not valid JSON ({error})") from error
    if not isinstance(content, dict):
        raise Damage(WHERE, "not an object")
    _check_values(content)
    return content


def _check_values(content: dict[str, Any]) -> None:
    level: list[Any] = [content]
    for _ in range(MAX_DEPTH):
        below: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                below += value.values()
                below += value
            elif isinstance(value, list):
                below += value
            else:
                _check_plain(value)
        level = below
        if not level:
            return
    raise Damage(WHERE, f"it is nested more than {MAX_DEPTH} deep")


def _check_plain(value: Any) -> None:
    if isinstance(value, float) and not math.isfinite(value):
        raise Damage(WHERE, f"it holds {value}, which is no finite number")
    if isinstance(value, int) and abs(value) >= 10**MAX_DIGITS:
        raise Damage(WHERE, f"it holds a whole number of more than {MAX_DIGITS} digits")
    if isinstance(value, str) and not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise Damage(WHERE, f"it holds half a character in {shown(value)}") from error


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no finite number")
