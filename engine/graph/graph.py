"""A computation graph as data: nodes in topological order, and nothing that depends on the variables' values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from engine.graph.functions import FUNCTIONS, Function
from engine.graph.looks import Piece, Style, look, name_piece, number_piece
from engine.graph.names import name_latex

if TYPE_CHECKING:
    from engine.graph.evaluation import Evaluation
    from engine.graph.events import Move

VARIABLE = "variable"

Operand = int | float  # an int is the index of a node, a float a number written into the node


@dataclass(frozen=True)
class Node:
    """A variable, or one operation on earlier nodes and numbers.

    name: typed (is_named) or found for it; kind: VARIABLE or a key of FUNCTIONS. operands: an int is a node's
    index, a float a number. label: LaTeX of what it does, "3 \\cdot v"; of a variable its name. latex: of its name.
    column: in the text.
    """

    index: int
    name: str
    is_named: bool
    kind: str
    operands: tuple[Operand, ...]
    label: str
    latex: str
    column: int

    @property
    def is_variable(self) -> bool:
        """Whether its value is given from outside."""
        return self.kind == VARIABLE

    @property
    def function(self) -> Function:
        """Its row of the table. Raises KeyError for a variable."""
        return FUNCTIONS[self.kind]


@dataclass(frozen=True, eq=False)
class Graph:
    """nodes: variables first, in order of appearance, then every operation after its operands; output: an index.

    definition_latex: one formula a definition, in the order in which they were typed.
    """

    text: str
    nodes: tuple[Node, ...]
    output: int
    definition_latex: tuple[str, ...]

    @cached_property
    def variables(self) -> tuple[str, ...]:
        """The variables' names, in order of appearance."""
        return tuple(node.name for node in self.nodes if node.is_variable)

    @cached_property
    def operations(self) -> tuple[Node, ...]:
        """The nodes that compute something, in the order of the forward pass."""
        return tuple(node for node in self.nodes if not node.is_variable)

    @cached_property
    def consumers(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """For each node where it is used: (node, position among its operands), earlier nodes first."""
        found: list[list[tuple[int, int]]] = [[] for _ in self.nodes]
        for node in self.operations:
            for position, operand in enumerate(node.operands):
                if isinstance(operand, int):
                    found[operand].append((node.index, position))
        return tuple(map(tuple, found))

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """The events of every evaluation without their numbers: first the forward pass, then the backward pass."""
        from engine.graph.events import moves_of  # events know their graph

        return moves_of(self)

    @cached_property
    def latex(self) -> str:
        """All definitions as one formula."""
        return r",\quad ".join(self.definition_latex)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {node.name: node.index for node in self.nodes}

    def index_of(self, name: str) -> int:
        """The node of this name. Raises KeyError where there is none."""
        return self._places[name]

    def pieces(self, node: Node) -> tuple[Piece, ...]:
        """The operands of a node as they stand in a formula."""
        return tuple(
            name_piece(self.nodes[operand].name) if isinstance(operand, int) else number_piece(operand)
            for operand in node.operands
        )

    def look(self, node: Node, style: Style) -> str:
        """What a node does, as LaTeX."""
        return (
            look(node.kind, self.pieces(node), style).latex if not node.is_variable else name_latex(node.name)
        )

    def at(self, values: Mapping[str, float]) -> Evaluation:
        """All values, slopes and derivatives where the variables have these values; other names are passed over.

        Raises MissingValue for a variable without one, ValueError for one that is no finite number.
        """
        from engine.graph.evaluation import evaluate  # an evaluation knows its graph

        return evaluate(self, values)
