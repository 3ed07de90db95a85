"""Small lessons for tests: front matter and pages that are right, to be broken in one place."""

from __future__ import annotations

FRONT = """---
title: A lesson
chapter: C3
order: 7
minutes: 5
about: What it is about
words: slope, rise over run
---
"""

GRAPH = """# Follow the numbers
Press next: with $a = 5$ it comes to $J = 33$.

```scene
workspace = "graph"
expression = "J = 3*(a + b*c)"
at = { a = 5, b = 3, c = 2 }
lit = ["next"]

[[fact]]
says = "33"
is = "J"
```
"""

TRAIN = """# A network
It has 2 inputs and 3 units.

```scene
workspace = "train"
data = { source = "gauss", noise = 10, seed = 1 }
network = { layers = "3 tanh, 1 sigmoid" }
training = { alpha = 0.5, batch_size = 10 }
seed = 4
updates = 25
```
"""

STEP = """# One update
The output is 0.5239.

```scene
workspace = "step"
setup = "worked-example"
row = "dW[1]"
cell = [2, 1]

[[fact]]
says = "0.5239"
is = "A2_1_1"
```
"""

CHOICE = """
[question]
kind = "choice"
text = "Which way?"
choices = ["up", "down"]
answer = 2
explanation = "Down."
"""


def lesson_text(*pages: str, front: str = FRONT) -> str:
    """A whole lesson; without pages one graph."""
    return front + "\n".join(pages or (GRAPH,))


def graph_page(text: str, more: str = "", title: str = "A page") -> str:
    """A page on J = 3(a + b c) with this text, and more in its block."""
    block = 'workspace = "graph"\nexpression = "J = 3*(a + b*c)"\nat = { a = 5, b = 3, c = 2 }'
    return f"# {title}\n{text}\n\n```scene\n{block}\n{more}\n```\n"


def scene_page(block: str, text: str = "Words.") -> str:
    """A page with a block of its own."""
    return f"# A page\n{text}\n\n```scene\n{block}\n```\n"


def line_of(text: str, part: str) -> int:
    """The line in which a part stands for the first time."""
    assert part in text
    return text[: text.index(part)].count("\n") + 1
