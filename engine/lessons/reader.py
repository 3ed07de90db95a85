"""Reads values out of a block's table one by one. What is wrong becomes a fault at its line; the default goes on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from reprlib import repr as shown
from typing import Any

from engine.lessons.errors import Faults
from engine.lessons.nearest import did_you_mean
from engine.lessons.toml_block import Block, Path

MAX_TEXT = 4000
MAX_LIST = 200


class Reader:
    """One table of a block. path: where it stands; table: its content."""

    def __init__(
        self, block: Block, faults: Faults, path: Path = (), table: dict[str, Any] | None = None
    ) -> None:
        self._block = block
        self._faults = faults
        self._path = path
        self.table: dict[str, Any] = block.content if table is None else table

    @classmethod
    def empty(cls, beside: Reader) -> Reader:
        """A table without keys, for one that is missing."""
        return cls(beside._block, beside._faults, beside._path, {})

    def __contains__(self, key: str) -> bool:
        return key in self.table

    def line(self, key: str = "") -> int:
        """The line of a key, or of the table itself."""
        return self._block.line_of((*self._path, key) if key else self._path)

    def fault(self, key: str, text: str) -> None:
        """Note a fault at a key; "" is the table itself."""
        self._faults.add(self.line(key), text)

    def name(self, key: str) -> str:
        """How a fault calls a key: "data: noise", "alpha"."""
        words = [part for part in self._path if isinstance(part, str)]
        return f"{' '.join(words)}: {key}" if words else key

    def refuse_unknown(self, known: Iterable[str]) -> None:
        """Note every key that is not known, with the one that was probably meant."""
        names = list(known)
        for key in self.table:
            if key not in names:
                self.fault(key, f"{self.name(shown(key))} is unknown{did_you_mean(key, names)}")

    def text(self, key: str, default: str = "", *, required: bool = False) -> str:
        """A text of at most MAX_TEXT characters."""
        value = self.table.get(key)
        if value is None:
            if required:
                self.fault("", f'{self.name(key)} is missing: write {key} = "..."')
            return default
        if not isinstance(value, str):
            self.fault(key, f"{self.name(key)} must be text in quotes, not {shown(value)}")
            return default
        if len(value) > MAX_TEXT:
            self.fault(key, f"{self.name(key)} is longer than {MAX_TEXT} characters")
            return default
        return value

    def choice(self, key: str, choices: Sequence[str], default: str) -> str:
        """One of some words."""
        value = self.text(key, default)
        if key in self.table and isinstance(self.table[key], str) and value not in choices:
            self.fault(key, f"{self.name(key)} {shown(value)} is unknown{did_you_mean(value, choices)}")
            return default
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        """true or false."""
        value = self.table.get(key, default)
        if not isinstance(value, bool):
            self.fault(key, f"{self.name(key)} must be true or false, not {shown(value)}")
            return default
        return value

    def number(self, key: str, default: float, low: float, high: float) -> float:
        """A number from low to high."""
        value = self.table.get(key, default)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            self.fault(key, f"{self.name(key)} must be a number, not {shown(value)}")
        elif not low <= value <= high:
            self.fault(key, f"{self.name(key)} must be from {low:g} to {high:g}, not {shown(value)}")
        else:
            return float(value)
        return default

    def whole(self, key: str, default: int, low: int, high: int) -> int:
        """A whole number from low to high."""
        value = self.table.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int):
            self.fault(key, f"{self.name(key)} must be a whole number, not {shown(value)}")
        elif not low <= value <= high:
            self.fault(key, f"{self.name(key)} must be from {low} to {high}, not {shown(value)}")
        else:
            return value
        return default

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; () where it is missing."""
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            self.fault(key, f'{self.name(key)} must be a list of texts such as ["z"], not {shown(value)}')
            return ()
        if len(value) > MAX_LIST or any(len(text) > MAX_TEXT for text in value):
            self.fault(key, f"{self.name(key)} is too long")
            return ()
        return tuple(value)

    def sub(self, key: str) -> Reader | None:
        """The table under a key; None where there is none."""
        value = self.table.get(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.fault(key, f"{self.name(key)} must be a table such as {{ alpha = 0.1 }}, not {shown(value)}")
            return None
        return Reader(self._block, self._faults, (*self._path, key), value)

    def subs(self, key: str, most: int) -> list[Reader]:
        """The tables that [[key]] begins; [] where there are none."""
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.fault(key, f"{self.name(key)} must begin with [[{key}]] in double brackets")
            return []
        if len(value) > most:
            self.fault(key, f"there are {len(value)} {key}s; at most {most} are read")
        return [Reader(self._block, self._faults, (key, i), item) for i, item in enumerate(value[:most])]
