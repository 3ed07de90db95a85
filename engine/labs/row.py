"""One lab as a row: its settings with their limits, and the numbers that it shows at given settings."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Value = float | int | str | bool
Settings = Mapping[str, Value]

LONGEST_TEXT = 200


@dataclass(frozen=True)
class Setting:
    """One setting: its default, and either its ends or its choices.

    The default's type says what it takes: a switch, a whole number, any number or a text. low and high are allowed.
    """

    default: Value
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()
    about: str = ""

    def checked(self, name: str, value: object) -> Value:
        """The value in the setting's own type. Raises ValueError with one sentence."""
        if isinstance(self.default, bool):
            if isinstance(value, bool):
                return value
            raise ValueError(f"{name} must be true or false, not {value!r}")
        if isinstance(self.default, str):
            return self._checked_text(name, value)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise ValueError(f"{name} must be a number, not {value!r}")
        if isinstance(self.default, int) and value != int(value):
            raise ValueError(f"{name} must be a whole number, not {value!r}")
        if self.low is not None and value < self.low:
            raise ValueError(f"{name} must be at least {self.low:g}, not {value:g}")
        if self.high is not None and value > self.high:
            raise ValueError(f"{name} must be at most {self.high:g}, not {value:g}")
        return int(value) if isinstance(self.default, int) else float(value)

    def _checked_text(self, name: str, value: object) -> str:
        if not isinstance(value, str):
            raise ValueError(f"{name} must be a text, not {value!r}")  # noqa: TRY004  a lesson's fault, as the others
        if self.choices and value not in self.choices:
            raise ValueError(f"{name} must be one of {', '.join(self.choices)}, not {value!r}")
        if len(value) > LONGEST_TEXT:
            raise ValueError(f"{name} may have {LONGEST_TEXT} characters, it has {len(value)}")
        return value


@dataclass(frozen=True)
class LabRow:
    """A lab: its key, title, chapter of the course ("C6"), one sentence about it, its settings by name.

    facts(settings): every number that the lab shows at these settings (checked, complete), by a plain name. It takes
    less than a second and gives the same each time.
    """

    key: str
    title: str
    chapter: str
    about: str
    settings: Mapping[str, Setting] = field(default_factory=dict)
    facts: Callable[[Settings], dict[str, float]] = lambda _settings: {}
