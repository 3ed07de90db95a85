"""From definitions to a graph: one node a variable and an operation, numbers written into the nodes that use them."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from engine.graph.fault import DomainFault, ExpressionFault
from engine.graph.functions import FUNCTIONS
from engine.graph.graph import VARIABLE, Graph, Node, Operand
from engine.graph.looks import Piece, look, name_piece, number_piece
from engine.graph.names import free_names, name_latex
from engine.graph.program import Definition, Program, parse
from engine.graph.tree import Apply, Name, Number, Tree, folded, from_leaves


def build_graph(text: str, share: bool = False) -> Graph:
    """The graph of the definitions in `text`; share: equal operations are one node.

    What has no variable in it becomes a number. Raises ExpressionFault for a text that can't be read, and for a
    number that doesn't exist, such as log(0).
    """
    program = parse(text)
    drafts = draft_nodes(program, share=share)
    return Graph(
        text=text,
        nodes=_finished(drafts.nodes, program),
        output=drafts.places[program.output],
        definition_latex=tuple(_definition_latex(definition) for definition in program.definitions),
    )


@dataclass
class Draft:
    """A node that has no name yet, or one that was typed. occurrences: how often the text asks for it."""

    kind: str
    operands: tuple[Operand, ...]
    column: int
    name: str | None = None
    occurrences: int = 1


@dataclass
class Drafts:
    """nodes: in topological order; places: of names; found: what every part of a tree became, by its id."""

    nodes: list[Draft] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    found: dict[int, Operand] = field(default_factory=dict)


def draft_nodes(program: Program, *, share: bool) -> Drafts:
    """Every node of a program. Raises ExpressionFault for a number that doesn't exist."""
    drafts = Drafts()
    known: dict[tuple[object, ...], int] | None = {} if share else None
    appearances = {
        part.name: part.column for d in reversed(program.definitions) for part in reversed(d.names)
    }
    for name in program.variables:
        drafts.places[name] = len(drafts.nodes)
        drafts.nodes.append(Draft(VARIABLE, (), appearances[name], name))
    for definition in program.ordered:
        for part in from_leaves(definition.tree):
            drafts.found[id(part)] = _operand(part, drafts, known)
        drafts.places[definition.name] = _root(definition, drafts)
    return drafts


def _operand(part: Tree, drafts: Drafts, known: dict[tuple[object, ...], int] | None) -> Operand:
    if isinstance(part, Number):
        return part.value
    if isinstance(part, Name):
        return drafts.places[part.name]
    operands = tuple(drafts.found[id(operand)] for operand in part.operands)
    if not any(isinstance(operand, int) for operand in operands):
        return constant(part, operands)
    key = _key(part.key, operands)
    if known is not None and key in known:
        drafts.nodes[known[key]].occurrences += 1
        return known[key]
    drafts.nodes.append(Draft(part.key, operands, part.column))
    if known is not None:
        known[key] = len(drafts.nodes) - 1
    return len(drafts.nodes) - 1


def _key(key: str, operands: tuple[Operand, ...]) -> tuple[object, ...]:
    """The same for equal operations; a + b and b + a are equal. A node's index is no number."""
    marked = [(isinstance(operand, float), operand, math.copysign(1, operand)) for operand in operands]
    return (key, *(sorted(marked) if FUNCTIONS[key].is_commutative else marked))


def constant(part: Apply, operands: tuple[float, ...]) -> float:
    """The value of a function of numbers alone. Raises ExpressionFault where there is none."""
    try:
        value = float(FUNCTIONS[part.key].value(*operands))
    except DomainFault as fault:
        raise ExpressionFault(part.column, str(fault)) from None
    except OverflowError:
        value = math.inf
    if not math.isfinite(value):
        raise ExpressionFault(part.column, "the result is too large a number")
    return value


def _root(definition: Definition, drafts: Drafts) -> int:
    """The node of a definition: that of its operation, or one of its own for a mere number or another name."""
    root = drafts.found[id(definition.tree)]
    if isinstance(root, int) and drafts.nodes[root].name is None:
        drafts.nodes[root].name = definition.name
        return root
    drafts.nodes.append(Draft("identity", (root,), definition.column, definition.name))
    return len(drafts.nodes) - 1


def _finished(drafts: list[Draft], program: Program) -> tuple[Node, ...]:
    names = free_names({*program.variables, *(definition.name for definition in program.definitions)})
    called = [draft.name or next(names) for draft in drafts]
    return tuple(
        Node(
            index=index,
            name=called[index],
            is_named=draft.name is not None,
            kind=draft.kind,
            operands=draft.operands,
            label=_label(draft, called, index),
            latex=name_latex(called[index]),
            column=draft.column,
        )
        for index, draft in enumerate(drafts)
    )


def _label(draft: Draft, called: list[str], index: int) -> str:
    if draft.kind == VARIABLE:
        return name_latex(called[index])
    pieces = (name_piece(called[o]) if isinstance(o, int) else number_piece(o) for o in draft.operands)
    return look(draft.kind, tuple(pieces), "label").latex


def _definition_latex(definition: Definition) -> str:
    return f"{name_latex(definition.name)} = {folded(definition.tree, _piece).latex}"


def _piece(part: Tree, operands: tuple[Piece, ...]) -> Piece:
    if isinstance(part, Number):
        return number_piece(part.value)
    return name_piece(part.name) if isinstance(part, Name) else look(part.key, operands)
