"""Graphs to lay out: those of the gallery and random ones."""

from __future__ import annotations

import random

from engine.graph import GALLERY, build_graph
from gui.graph.columns_geometry import Skeleton
from gui.graph.skeleton import skeleton_of


def gallery_skeleton(key, *, share=False):
    example = next(example for example in GALLERY if example.key == key)
    return skeleton_of(build_graph(example.text, share=share))


def random_skeleton(seed, variables, operations):
    """Operations of one or two operands, which may be twice the same; the last one reaches everything."""
    draw = random.Random(seed)
    operands = [() for _ in range(variables)]
    unused = set(range(variables))
    while len(unused) > 1 or len(operands) < variables + operations:
        node = len(operands)
        used = [draw.choice(sorted(unused))]
        if draw.random() < 0.75 or len(operands) >= variables + operations:
            rest = sorted(unused - set(used)) or range(node)
            used.append(draw.choice(rest if draw.random() < 0.6 else range(node)))
        operands.append(tuple(enumerate(used)))
        unused = (unused - set(used)) | {node}
    return Skeleton(tuple(operands), frozenset(range(variables)), len(operands) - 1)
