"""What came of an exercise: how many right at once, right later, wrong, and which slips were made."""

from __future__ import annotations

from collections import Counter

from engine.step.pencil import Place, Verdict
from engine.step.slips import label_of


class Score:
    """Takes every verdict on an answer; what can't be read does not count."""

    def __init__(self) -> None:
        self._verdicts: dict[Place, list[Verdict]] = {}

    def record(self, place: Place, verdict: Verdict) -> None:
        """One more answer for a place. The same verdict once more, as when a field is left again, counts once."""
        known = self._verdicts.setdefault(place, [])
        if verdict.kind != "unreadable" and known[-1:] != [verdict]:
            known.append(verdict)

    def clear(self) -> None:
        """Begin again."""
        self._verdicts.clear()

    @property
    def right_at_once(self) -> int:
        """Places whose every answer was right."""
        return sum(all(v.kind == "right" for v in tried) for tried in self._tried())

    @property
    def right_later(self) -> int:
        """Places whose last answer is right, after a wrong one."""
        return sum(tried[-1].kind == "right" for tried in self._tried()) - self.right_at_once

    @property
    def wrong(self) -> int:
        """Places whose last answer is wrong."""
        return sum(tried[-1].kind == "wrong" for tried in self._tried())

    @property
    def slips(self) -> tuple[tuple[str, str, int], ...]:
        """(key, in words, how often), the most frequent first."""
        counts = Counter(v.slip for tried in self._tried() for v in tried if v.slip)
        return tuple((key, label_of(key), count) for key, count in counts.most_common())

    def _tried(self) -> list[list[Verdict]]:
        return [verdicts for verdicts in self._verdicts.values() if verdicts]
