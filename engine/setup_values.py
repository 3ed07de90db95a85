"""Values out of JSON, checked one by one: what is wrong, and where, in one sentence."""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping
from dataclasses import fields
from reprlib import repr as shown
from typing import Any, TypeVar

Spec = TypeVar("Spec")


class SetupError(ValueError):
    """A set-up file that can't be used; one sentence says what is wrong and where."""


def section(content: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """The object under a key. Raises SetupError."""
    found = content.get(key)
    if not isinstance(found, dict):
        raise SetupError(f'"{key}" is missing or not an object')
    return found


def text_of(content: Mapping[str, Any], key: str) -> str:
    """The text under a key, "" where there is none. Raises SetupError."""
    text = content.get(key, "")
    if not isinstance(text, str):
        raise SetupError(f"{key} must be text, not {shown(text)}")
    return text


def whole_number(where: str, value: Any) -> int:
    """A whole number from 0. Raises SetupError."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise SetupError(f"{where} must be a whole number from 0, not {shown(value)}")
    return value


def frozen(kind: type[Spec], values: Any, where: str) -> Spec:
    """A dataclass made of an object whose keys are its fields. Raises SetupError, or what the class itself raises."""
    if not isinstance(values, Mapping):
        raise SetupError(f"{where} is not an object")
    known = {spec_field.name: spec_field for spec_field in fields(kind)}  # type: ignore[arg-type]
    for key, value in values.items():
        if key not in known:
            raise SetupError(f"{where} has an unknown key {shown(key)}")
        _require_kind(where, key, value, str(known[key].type))
    return kind(**values)


def _require_kind(where: str, key: str, value: Any, kind: str) -> None:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    # A whole number may be too large to become a float, and then isfinite fails on it.
    finite = number and abs(value) <= sys.float_info.max and math.isfinite(value)
    if kind == "int" and not (isinstance(value, int) and number):
        raise SetupError(f"{where}: {key} must be a whole number, not {shown(value)}")
    if kind == "float" and not finite:
        raise SetupError(f"{where}: {key} must be a number, not {shown(value)}")
    if kind == "str" and not isinstance(value, str):
        raise SetupError(f"{where}: {key} must be text, not {shown(value)}")
    if kind == "int | None" and not (value is None or (isinstance(value, int) and number)):
        raise SetupError(f"{where}: {key} must be a whole number or null, not {shown(value)}")
