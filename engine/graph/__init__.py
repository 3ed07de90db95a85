"""Computation graphs of typed expressions: values forward, derivatives backward, one event at a time.

`build_graph(text)` reads definitions without eval, `graph.at({"a": 5.0})` gives every value, slope and derivative.
No array and no network is needed; `graph_of_network` writes a small one out.
"""

from engine.graph.build import build_graph
from engine.graph.evaluation import Evaluation
from engine.graph.events import Event, Term
from engine.graph.fault import DomainFault, ExpressionFault, MissingValue
from engine.graph.functions import FUNCTIONS, Function
from engine.graph.gallery import GALLERY, Example
from engine.graph.graph import VARIABLE, Graph, Node
from engine.graph.network import NetworkGraph, Parameter, graph_of_network
from engine.graph.network_reading import FoundNetwork, network_of_graph
from engine.graph.nudging import Nudge, curve, nudge, nudge_from
from engine.graph.path_sums import Path, Paths, paths
from engine.graph.program import MAX_NODES, Definition, Program, parse
from engine.graph.share import share_text
from engine.graph.tokens import MAX_CHARACTERS

__all__ = [
    "FUNCTIONS",
    "GALLERY",
    "MAX_CHARACTERS",
    "MAX_NODES",
    "VARIABLE",
    "Definition",
    "DomainFault",
    "Evaluation",
    "Event",
    "Example",
    "ExpressionFault",
    "FoundNetwork",
    "Function",
    "Graph",
    "MissingValue",
    "NetworkGraph",
    "Node",
    "Nudge",
    "Parameter",
    "Path",
    "Paths",
    "Program",
    "Term",
    "build_graph",
    "curve",
    "graph_of_network",
    "network_of_graph",
    "nudge",
    "nudge_from",
    "parse",
    "paths",
    "share_text",
]
