"""What is wrong with a typed expression, and where."""

from __future__ import annotations


class ExpressionFault(ValueError):
    """An expression that can't be used. column: from 1, over the whole text, a new line counting as one character.

    text: one sentence that says what is wrong and what was expected. str() gives "column 7: ...".
    """

    def __init__(self, column: int, text: str) -> None:
        super().__init__(f"column {column}: {text}")
        self.column = column
        self.text = text


class DomainFault(ValueError):
    """A value that doesn't exist, such as log 0; str() is the sentence."""


class MissingValue(ValueError):
    """A variable that was given no number. name: which one."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} has no value")
        self.name = name
