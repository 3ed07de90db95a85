"""Equal sub-expressions written once: (a + b)*c + (a + b)*d becomes u = a + b; f = u*c + u*d."""

from __future__ import annotations

from engine.graph.build import Drafts, draft_nodes
from engine.graph.functions import FUNCTIONS
from engine.graph.names import free_names
from engine.graph.program import Definition, Program, parse
from engine.graph.tokens import MAX_CHARACTERS
from engine.graph.tree import Apply, Name, Number, Tree, from_leaves

ATOM = 10  # binds more tightly than any sign


def share_text(text: str) -> str:
    """The definitions, and in front of them what occurs more than once; values and derivatives stay.

    The same text where nothing is equal, or where the other would be longer than the grammar allows. Raises
    ExpressionFault as parse does.
    """
    program = parse(text)
    drafts = draft_nodes(program, share=True)
    if all(draft.occurrences == 1 for draft in drafts.nodes):
        return text
    names = _names(program, drafts)
    lines = [
        f"{names[place]} = {_written(part, drafts, names)}"
        for place, part in _first_parts(program, drafts).items()
        if place in names and drafts.nodes[place].name is None
    ]
    lines += [f"{definition.name} = {_body(definition, drafts, names)}" for definition in program.definitions]
    shared = "; ".join(lines)
    return shared if len(shared) <= MAX_CHARACTERS else text


def _names(program: Program, drafts: Drafts) -> dict[int, str]:
    """By node, how its operation is called in the text: as typed, or anew where it is used more than once."""
    uses = [0] * len(drafts.nodes)
    for draft in drafts.nodes:
        for operand in draft.operands:
            if isinstance(operand, int):
                uses[operand] += 1
    free = free_names({*program.variables, *(definition.name for definition in program.definitions)})
    return {
        index: draft.name or next(free)
        for index, draft in enumerate(drafts.nodes)
        if draft.name is not None or (uses[index] > 1 and draft.operands)
    }


def _first_parts(program: Program, drafts: Drafts) -> dict[int, Apply]:
    """For every node the operation that stands for it first, in topological order."""
    found: dict[int, Apply] = {}
    for definition in program.ordered:
        for part in from_leaves(definition.tree):
            place = drafts.found[id(part)]
            if isinstance(part, Apply) and isinstance(place, int):
                found.setdefault(place, part)
    return found


def _body(definition: Definition, drafts: Drafts, names: dict[int, str]) -> str:
    """A definition's right-hand side; its operation is written out unless the node bears another name."""
    place = drafts.found[id(definition.tree)]
    if isinstance(place, int) and names.get(place, definition.name) != definition.name:
        return names[place]
    return _written(definition.tree, drafts, names)


def _written(root: Tree, drafts: Drafts, names: dict[int, str]) -> str:
    """A tree as text, each named node in it by its name, the root itself written out."""
    results: dict[int, tuple[str, int]] = {}
    for part in from_leaves(root):
        results[id(part)] = _part_text(part, part is root, results, drafts, names)
    return results[id(root)][0]


def _part_text(
    part: Tree, is_root: bool, results: dict[int, tuple[str, int]], drafts: Drafts, names: dict[int, str]
) -> tuple[str, int]:
    """The text of a part and how tightly it holds together."""
    if isinstance(part, Name):
        return part.name, ATOM
    if isinstance(part, Number):
        return part.text, ATOM
    place = drafts.found[id(part)]
    if not is_root and isinstance(place, int) and place in names:
        return names[place], ATOM
    return applied(part.key, tuple(results[id(operand)] for operand in part.operands))


def applied(key: str, operands: tuple[tuple[str, int], ...]) -> tuple[str, int]:
    """A function of operands in the grammar, with brackets where they are needed."""
    function = FUNCTIONS[key]
    level = function.precedence
    if level == 0:
        return f"{function.sign}({', '.join(text for text, _ in operands)})", ATOM
    if key == "negate":
        return f"-{_bracketed(operands[0], level)}", level
    # A power waits for what is on its right and takes a minus there; the others are done from the left.
    left = _bracketed(operands[0], level + 1 if key == "power" else level)
    right = _bracketed(operands[1], FUNCTIONS["negate"].precedence if key == "power" else level + 1)
    gap = " " if level == 1 else ""
    return f"{left}{gap}{function.sign}{gap}{right}", level


def _bracketed(operand: tuple[str, int], level: int) -> str:
    text, own = operand
    return text if own >= level else f"({text})"
