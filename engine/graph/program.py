"""A typed text read into definitions, checked as a whole: names, circles, one output, not too large."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from engine.graph.expression import read_expression
from engine.graph.fault import ExpressionFault
from engine.graph.functions import CALLED
from engine.graph.names import AUTOMATIC, name_latex
from engine.graph.tokens import Token, tokens_of
from engine.graph.tree import Apply, Name, Tree, from_leaves

MAX_NODES = 200
UNNAMED = ("f", "J", "L", *AUTOMATIC)  # what an expression without a name is called: the first that is free


@dataclass(frozen=True, eq=False)
class Definition:
    """name = tree. column: of the name, or of the expression where none was typed."""

    name: str
    tree: Tree
    column: int

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Every name in the tree, from left to right, as often as it stands there."""
        return tuple(part for part in from_leaves(self.tree) if isinstance(part, Name))


@dataclass(frozen=True)
class Program:
    """The definitions as typed; variables in order of appearance.

    ordered: each definition after those that it uses, the output last.
    """

    text: str
    definitions: tuple[Definition, ...]
    variables: tuple[str, ...]
    ordered: tuple[Definition, ...]

    @property
    def output(self) -> str:
        """The name of the definition that no other uses."""
        return self.ordered[-1].name


def parse(text: str) -> Program:
    """Read definitions, separated by ; or new lines, in any order. An expression alone is called f.

    Raises ExpressionFault with the column of whatever can't be understood or used.
    """
    definitions = tuple(_definitions(text))
    if not definitions:
        raise ExpressionFault(1, "expected an expression, such as J = 3*(a + b*c)")
    _check_names(definitions)
    by_name = {definition.name: definition for definition in definitions}
    used = [name for definition in definitions for name in definition.names]
    variables = tuple(dict.fromkeys(part.name for part in used if part.name not in by_name))
    ordered = _in_order(by_name)
    _check_output(definitions, {part.name for part in used})
    _check_looks([*used, *(Name(definition.name, definition.column) for definition in definitions)])
    _check_size(definitions, variables)
    return Program(text, definitions, variables, ordered)


def _definitions(text: str) -> Iterator[Definition]:
    tokens = tokens_of(text)
    taken = {token.text for token in tokens}
    name = next(name for name in UNNAMED if name not in taken)
    group: list[Token] = []
    unnamed: int | None = None
    for token in (*tokens, Token("end", "", len(text) + 1)):
        if token.kind != "end":
            group.append(token)
            continue
        if group:
            if not _is_named(group) and unnamed is not None:
                raise ExpressionFault(
                    group[0].column,
                    "expected a name and '=': only one expression may be without, that in "
                    f"column {unnamed} is",
                )
            unnamed = unnamed if _is_named(group) else group[0].column
            yield _definition(group, name, token.column)
        group = []


def _is_named(group: Sequence[Token]) -> bool:
    return len(group) > 1 and group[1].text == "="


def _definition(group: Sequence[Token], name: str, end: int) -> Definition:
    first = group[0]
    if not _is_named(group):
        if first.text == "=":
            raise ExpressionFault(first.column, "expected a name before '='")
        _check_head(group)
        return Definition(name, read_expression(group, "", end), first.column)
    if first.kind != "name":
        raise ExpressionFault(first.column, f"expected a name before '=', not '{first.text}'")
    if first.text in CALLED:
        raise ExpressionFault(first.column, f"{first.text} is a function: expected another name")
    return Definition(first.text, read_expression(group[2:], "=", end), first.column)


def _check_head(group: Sequence[Token]) -> None:
    """f(a) = 3*a is how mathematicians write it."""
    texts = [token.text for token in group]
    if (
        len(group) > 1
        and group[0].kind == "name"
        and texts[0] not in CALLED
        and texts[1] == "("
        and "=" in texts
    ):
        raise ExpressionFault(group[1].column, f"expected '=' after {texts[0]}: a definition has a name only")


def _check_names(definitions: Sequence[Definition]) -> None:
    seen: dict[str, int] = {}
    for definition in definitions:
        if definition.name in seen:
            raise ExpressionFault(
                definition.column,
                f"{definition.name} is defined twice, in column {seen[definition.name]} already",
            )
        seen[definition.name] = definition.column


def _in_order(by_name: dict[str, Definition]) -> tuple[Definition, ...]:
    """Each definition after those that it uses. Raises ExpressionFault where they go round in a circle."""
    done: dict[str, Definition] = {}
    for start in by_name.values():
        trail = [start] if start.name not in done else []
        while trail:
            current = trail[-1]
            following = next((n for n in current.names if n.name in by_name and n.name not in done), None)
            if following is None:
                done[current.name] = trail.pop()
            elif by_name[following.name] in trail:
                raise _circle([d.name for d in trail], following)
            else:
                trail.append(by_name[following.name])
    return tuple(done.values())


def _circle(trail: list[str], closing: Name) -> ExpressionFault:
    names = [*trail[trail.index(closing.name) :], closing.name]
    if len(names) == 2:
        return ExpressionFault(closing.column, f"{closing.name} uses itself")
    return ExpressionFault(closing.column, f"a circle: {' uses '.join(names)}")


def _check_output(definitions: Sequence[Definition], used: set[str]) -> None:
    outputs = [definition for definition in definitions if definition.name not in used]
    if len(outputs) > 1:
        names = " and ".join(definition.name for definition in outputs)
        raise ExpressionFault(
            outputs[1].column, f"expected one output, but no definition uses {names}: only one may be unused"
        )


def _check_looks(names: Sequence[Name]) -> None:
    """x1 and x_1 would both be shown as x with the index 1."""
    by_look: dict[str, str] = {}
    for part in sorted(names, key=lambda name: name.column):
        first = by_look.setdefault(name_latex(part.name), part.name)
        if first != part.name:
            raise ExpressionFault(
                part.column, f"{part.name} and {first} look the same: expected {first} again"
            )


def _check_size(definitions: Sequence[Definition], variables: Sequence[str]) -> None:
    """Every variable and every operation may become a node, a definition without operation as well."""
    columns: list[int] = []
    found: set[str] = set()
    for definition in definitions:
        if not isinstance(definition.tree, Apply):
            columns.append(definition.column)
        for part in from_leaves(definition.tree):
            if isinstance(part, Apply):
                columns.append(part.column)
            elif isinstance(part, Name) and part.name in variables and part.name not in found:
                found.add(part.name)
                columns.append(part.column)
    if len(columns) > MAX_NODES:
        raise ExpressionFault(
            sorted(columns)[MAX_NODES],
            f"at most {MAX_NODES} variables and operations, these are {len(columns)}",
        )
