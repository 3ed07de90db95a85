"""What a printed sheet gives: examples, parameters, activations, cost and optimiser, in rows with a label each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.activations import ACTIVATIONS
from engine.costs import COSTS
from engine.optimizers import OPTIMIZERS
from engine.spec import LayerSpec
from engine.step.moment import Moment
from engine.step.names import latex, plain, shape
from engine.step.row import Array
from gui.fonts import math_italic
from gui.sheet.asked import MOST, corner, part_shown
from gui.sheet.faces import BODY, FORMULA, NUMBER, SMALL, STRONG
from gui.sheet.figures import are_rounded, given_style, short_text
from gui.sheet.grid import numbers
from gui.sheet.heading import heading
from gui.sheet.pages import Block
from gui.sheet.piece import Piece, below, beside, formula, line_gap, number, paragraph, space, words

LABEL_WIDTH = 96.0
ITEM_GAP, LINE_GAP, ROW_GAP, SIGN_GAP = 26.0, 8.0, 9.0, 5.0
LOGARITHM = "log is the natural logarithm"
ROUNDED = (
    "Given numbers with four decimals are rounded; the answers come from the unrounded ones, so that a last digit may "
    "differ."
)

OUTPUT = re.compile(r"(?<![\\a-z])a(?![a-z])")  # the letter a by itself

Named = tuple[str, int, Array]  # symbol, layer and the numbers


def given_blocks(moment: Moment, room: float) -> list[Block]:
    """A heading, then row after row."""
    width = room - LABEL_WIDTH
    examples = "Example" if moment.m == 1 else "Examples"
    rows = [_matrices(examples, _data(moment), width, _which_examples(moment))]
    for l in range(1, moment.spec.L + 1):
        layer = moment.spec.layer(l)
        label = f"Layer {l}"
        rows.append(_matrices(label, _parameters(moment, l), width, kind=ACTIVATIONS[layer.activation].label))
        if _has_memory(moment):
            rows.append(_matrices("", _memory(moment, l), width))
    rows += [_row("Activation", items, width, kind=name) for name, items in _activations(moment.spec.layers)]
    rows += [_row("Cost", _cost(moment), width), _row("Update", _update(moment), width)]
    blocks = [heading("Given", room), *(Block(row, ROW_GAP) for row in rows)]
    if any(are_rounded(corner(array)) for _, _, array in _all(moment)):
        blocks[-1] = replace(blocks[-1], keeps=True)
        blocks.append(Block(paragraph(ROUNDED, SMALL, room), ROW_GAP))
    return blocks


def _all(moment: Moment) -> Iterator[Named]:
    yield from _data(moment)
    for l in range(1, moment.spec.L + 1):
        yield from (*_parameters(moment, l), *_memory(moment, l))


def _data(moment: Moment) -> list[Named]:
    return [("X", 0, moment.X), ("Y", 0, moment.Y)]


def _parameters(moment: Moment, l: int) -> list[Named]:
    return [("W", l, moment.W[l]), ("b", l, moment.b[l])]


def _memory(moment: Moment, l: int) -> list[Named]:
    found = []
    for name, pairs in moment.memory.items():
        found += [(name + of, l, array) for of, array in zip("Wb", pairs[l], strict=True)]
    return found


def _has_memory(moment: Moment) -> bool:
    return any(array.any() for pairs in moment.memory.values() for pair in pairs[1:] for array in pair)


def _matrices(label: str, arrays: Sequence[Named], room: float, note: str = "", kind: str = "") -> Piece:
    items = [_named(*named, room) for named in arrays]
    cut = [f"{plain(name, l)} {shape(array)}" for name, l, array in arrays if part_shown(*array.shape)]
    notes = [f"Only a corner of {' and '.join(cut)} is shown."] if cut else []
    return _row(label, items, room, [note, *notes] if note else notes, kind)


def _named(name: str, l: int, array: Array, room: float) -> Piece:
    lead = beside([formula(latex(name, l), FORMULA), number("=", NUMBER)], SIGN_GAP)
    style = given_style(corner(array), fine=name[0] in "vs")
    return beside([lead, numbers(array, style, room - lead.width - SIGN_GAP)], SIGN_GAP)


def _which_examples(moment: Moment) -> str:
    """Where the columns come from, unless they are simply the first ones, or too many to be printed."""
    chosen = moment.example_numbers
    if chosen == tuple(range(1, moment.m + 1)) or moment.m > MOST:
        return ""
    if moment.m == 1:
        return f"This is training example {chosen[0]}."
    return f"The columns are the training examples {', '.join(str(i) for i in chosen)}."


def _activations(layers: Sequence[LayerSpec]) -> Iterator[tuple[str, list[Piece]]]:
    """Name and formulas of every activation that is used."""
    for key in dict.fromkeys(layer.activation for layer in layers):
        row = ACTIVATIONS[key]
        if key == "softmax":
            yield row.label, [formula(f"a_k = {row.formula}", FORMULA)]
            continue
        texts = (f"g(z) = {row.formula}", f"g'(z) = {row.slope_formula}")
        items = [formula(text.replace("& z", r"& \quad z"), FORMULA) for text in texts]
        if OUTPUT.search(row.slope_formula):
            items.append(words("with a = g(z)", BODY))
        slopes = dict.fromkeys(layer.leaky_slope for layer in layers if layer.activation == key)
        if key == "leaky_relu":
            items += [_value(math_italic("s"), slope) for slope in slopes]
        yield row.label, items


def _cost(moment: Moment) -> list[Piece]:
    spec = moment.spec
    label = COSTS[spec.cost].label
    has_logarithm = "log" in COSTS[spec.cost].formula
    items = [words(f"{label}; {LOGARITHM}" if has_logarithm else label, BODY)]
    for index, rate in ((1, spec.l1), (2, spec.l2)):
        if rate:
            items.append(_value(math_italic("λ") + "₁₂"[index - 1], rate))
    return [*items, _value(math_italic("m"), moment.m)]


def _update(moment: Moment) -> list[Piece]:
    training = moment.training
    optimizer = OPTIMIZERS[training.optimizer]
    items = [words(optimizer.label, BODY), _value(math_italic("α"), training.alpha)]
    if optimizer.memory:
        items.append(_value(math_italic("t"), moment.t + 1))
    if optimizer.memory and not _has_memory(moment):
        items.append(words(f"{' and '.join(optimizer.memory)} begin at 0", BODY))
    if moment.iteration:
        items.append(words(f"after {moment.iteration} updates of the run", BODY))
    return items


def _value(name: str, value: float) -> Piece:
    return number(f"{name} = {short_text(value)}", NUMBER)


def _row(label: str, items: Sequence[Piece], room: float, notes: Sequence[str] = (), kind: str = "") -> Piece:
    """Label, then the items in as many lines as they need, then notes in small letters."""
    flowing: list[list[Piece]] = [[]]
    for item in items:
        used = sum(piece.width + ITEM_GAP for piece in flowing[-1])
        if flowing[-1] and used + item.width > room:
            flowing.append([])
        flowing[-1].append(item)
    content = [beside(line, ITEM_GAP) for line in flowing] + [paragraph(note, SMALL, room) for note in notes]
    titles = [words(label, BODY, STRONG), *([words(kind, SMALL)] if kind else [])]
    left = below(titles, line_gap(SMALL))
    return beside([left, space(LABEL_WIDTH - left.width), below(content, LINE_GAP)])
