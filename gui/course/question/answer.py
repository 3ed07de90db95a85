"""What was answered to a question, as it is kept. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Answer:
    """given: the number of a choice from 1, or what was typed; "" for nothing yet.

    is_right: None while it is being judged, and for a prediction that nothing is computed for. said: a sentence of
    the judge. is_explained: whether the explanation is shown.
    """

    given: str = ""
    is_right: bool | None = None
    said: str = ""
    is_explained: bool = False

    @property
    def is_given(self) -> bool:
        """Whether something was answered."""
        return bool(self.given)

    def as_json(self) -> dict[str, Any]:
        """A form for files."""
        return {
            "given": self.given,
            "right": self.is_right,
            "said": self.said,
            "explained": self.is_explained,
        }


def answer_from(content: object) -> Answer:
    """The answer of `as_json`; an empty one for anything else."""
    if not isinstance(content, dict):
        return Answer()
    given, right, said = content.get("given"), content.get("right"), content.get("said")
    if not isinstance(given, str) or not isinstance(said, str) or right not in (True, False, None):
        return Answer()
    return Answer(given, right, said, content.get("explained") is True)
