"""Where the words of a written-out sum stand: on one line if they fit, else broken between its terms. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gui.step.sum_words import Group, Word

LEAST_HEIGHT = 60
PADDING = 16
TIGHT = 2
RAISED, LIFT, LEAST_RAISED = 0.75, 0.2, 13
MOST_GROUPS_LARGE = 12  # more never fit on one line


@dataclass(frozen=True)
class SumSize:
    """Pixels of numbers and formulas, padding and height of a chip, the gap between words, the height of a line."""

    numbers: int
    formulas: int
    chip_padding: int
    chip_height: int
    gap: int
    line: int

    @property
    def raised(self) -> SumSize:
        """The same for what stands in an exponent: smaller, but still to be read."""
        return replace(
            self,
            numbers=max(LEAST_RAISED, round(RAISED * self.numbers)),
            formulas=max(LEAST_RAISED, round(RAISED * self.formulas)),
            chip_padding=self.chip_padding - 2,
            chip_height=round(RAISED * self.chip_height),
        )

    @property
    def lift(self) -> float:
        """How far an exponent stands above the middle of the line."""
        return LIFT * self.line


LARGE = SumSize(18, 20, 11, 32, 11, 44)
SMALL = SumSize(14, 18, 7, 26, 7, 36)


@dataclass(frozen=True)
class PlacedWord:
    """A word from x on, about the middle of its line at y."""

    word: Word
    x: float
    y: float
    width: float


@dataclass(frozen=True)
class Flow:
    """All words in their places; height: of the bar. end: where the last line ends."""

    words: tuple[PlacedWord, ...]
    size: SumSize
    height: int
    end: float


Measure = Callable[[Word, SumSize], tuple[float, float]]  # width and height


def flow(groups: Sequence[Group], room: float, measure: Measure) -> Flow:
    """Set the groups into a bar that is `room` wide."""
    inner = room - 2 * PADDING
    if len(groups) <= MOST_GROUPS_LARGE:
        large = _set(groups, inner, LARGE, _remembering(measure))
        if large.height <= LEAST_HEIGHT:
            return large
    return _set(groups, inner, SMALL, _remembering(measure))


def _remembering(measure: Measure) -> Measure:
    """The same, asked once for each word."""
    known: dict[Word, tuple[float, float]] = {}

    def remembered(word: Word, size: SumSize) -> tuple[float, float]:
        if word not in known:
            known[word] = measure(word, size)
        return known[word]

    return remembered


def _set(groups: Sequence[Group], room: float, size: SumSize, measure: Measure) -> Flow:
    lines: list[list[Word]] = [[]]
    for group in _that_fit(groups, room, size, measure):
        if lines[-1] and _length([*lines[-1], *group], size, measure) > room:
            lines.append([])
        lines[-1] += group
    placed: list[PlacedWord] = []
    top, x = 0.0, 0.0
    heights = [max(size.line, *(measure(word, size)[1] + 8 for word in line)) for line in lines]
    spare = max(0.0, LEAST_HEIGHT - sum(heights))
    top = spare / 2 if spare else 6.0
    for line, height in zip(lines, heights, strict=True):
        x = float(PADDING)
        for before, word in zip([None, *line], line, strict=False):
            x += 0 if before is None else _gap(before, word, size)
            width = measure(word, size)[0]
            placed.append(PlacedWord(word, x, top + height / 2, width))
            x += width
        top += height
    height = LEAST_HEIGHT if spare else round(top + 6)
    return Flow(tuple(placed), size, height, x)


def _that_fit(
    groups: Sequence[Group], room: float, size: SumSize, measure: Measure
) -> Iterator[Sequence[Word]]:
    """The groups; one that no line can hold in its pieces, which end where no bracket stands close to its number."""
    for group in groups:
        if len(group) == 1 or _length(group, size, measure) <= room:
            yield group
            continue
        piece = [group[0]]
        for before, word in pairwise(group):
            if before.kind == "sign" or word.tight_left:
                piece.append(word)
            else:
                yield piece
                piece = [word]
        yield piece


def _gap(before: Word, word: Word, size: SumSize) -> float:
    return TIGHT if before.tight_right or word.tight_left else size.gap


def _length(words: Sequence[Word], size: SumSize, measure: Measure) -> float:
    gaps = sum(_gap(before, word, size) for before, word in pairwise(words))
    return gaps + sum(measure(word, size)[0] for word in words)
