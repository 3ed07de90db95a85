"""The network as a NumPy script that stands alone: a student takes it home, reads it, runs it, changes it."""

from __future__ import annotations

from engine.data import Dataset
from engine.export.about_data import data_sentences, network_lines, sizes_of, title_of
from engine.export.code_text import array_lines, comments, heading
from engine.export.numpy_lines import (
    activation_lines,
    backward_lines,
    cost_argument,
    cost_lines,
    forward_call,
    forward_lines,
    memory_lines,
    update_lines,
)
from engine.export.worked_update import WorkedUpdate, work_out
from engine.network import Network
from engine.optimizers import OPTIMIZERS
from engine.setup import Setup

NOTATION = """\
The notation is that of the notes: examples are columns, layers count from 1, A[0] = X. Z, A and their
derivatives dZ, dA belong to single examples; dW, db are derivatives of the cost J, with 1/m."""


def numpy_script(setup: Setup, network: Network, dataset: Dataset) -> str:
    """Parameters with every digit, the first training examples, forward, cost, backward and one update.

    The optimiser begins afresh. Run, the script prints J before and after and checks both against the engine's.
    Raises ExportError for a network that is too large for a text, and for numbers that are not finite.
    """
    work = work_out(network, setup.training, dataset)
    lines = [
        *_opening(setup, work),
        *_examples(setup, dataset, work),
        *_parameters(work),
        *_functions(work),
        *_update(work),
        *_check(work),
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _opening(setup: Setup, work: WorkedUpdate) -> list[str]:
    spec = work.spec
    return [
        f'"""{title_of(setup)}: a {sizes_of(spec)} network, and one update of it, in NumPy.',
        "",
        *(f"    {line}" for line in network_lines(setup, spec)),
        "",
        NOTATION,
        "",
        "It needs NumPy and nothing else. Exported from Chalknet.",
        '"""',
        "",
        "import numpy as np",
    ]


def _examples(setup: Setup, dataset: Dataset, work: WorkedUpdate) -> list[str]:
    lines = heading("Examples")
    for sentence in data_sentences(setup, dataset, work.m):
        lines += comments(sentence)
    lines += ["", *array_lines("X", work.X), *array_lines("Y", work.Y), "m = X.shape[1]"]
    if dataset.scaling is not None:
        lines += ["", "# Values of your own come in as X = (values - offset) / size, row by row."]
        lines += array_lines("offset", dataset.scaling.offset)
        lines += array_lines("size", dataset.scaling.size)
    return lines


def _parameters(work: WorkedUpdate) -> list[str]:
    spec, lines = work.spec, heading("Parameters")
    for l in range(1, spec.L + 1):
        n, n_prev = spec.sizes[l], spec.sizes[l - 1]
        lines.append(f"# Layer {l}: W[{l}] ({n}, {n_prev}), b[{l}] ({n}, 1).")
        lines += [*array_lines(f"W{l}", work.before.W[l]), *array_lines(f"b{l}", work.before.b[l]), ""]
    lines.append(f"alpha = {work.training.alpha!r}  # learning rate")
    if spec.l2:
        lines.append(f"lambda2 = {spec.l2!r}  # L2 regularisation")
    if spec.l1:
        lines.append(f"lambda1 = {spec.l1!r}  # L1 regularisation")
    return lines


def _functions(work: WorkedUpdate) -> list[str]:
    activations = activation_lines(work)
    return [
        *heading("Forward pass and cost"),
        *activations,
        *forward_lines(work.spec),
        "",
        "",
        *cost_lines(work),
    ]


def _update(work: WorkedUpdate) -> list[str]:
    memory = memory_lines(work)
    begins = ["# The optimiser begins here: nothing in its memory, this is its first update.", *memory, ""]
    return [
        *heading("One update"),
        "# Forward: what the network says to the examples, and what that costs.",
        forward_call(work.spec),
        f"J = cost({cost_argument(work)}, Y)",
        'print(f"J before the update: {J:.12g}")',
        "",
        "# Backward, from the last layer to the first.",
        *backward_lines(work.spec),
        "",
        *(begins if memory else []),
        f"# {OPTIMIZERS[work.training.optimizer].meaning.format(what='parameters')}",
        *update_lines(work),
    ]


def _check(work: WorkedUpdate) -> list[str]:
    return [
        *heading("The same examples again"),
        forward_call(work.spec),
        f"J_after = cost({cost_argument(work)}, Y)",
        'print(f"J after the update:  {J_after:.12g}")',
        "",
        "# What Chalknet found.",
        f"assert np.isclose(J, {work.J!r}, rtol=1e-9, atol=1e-12)",
        f"assert np.isclose(J_after, {work.J_after!r}, rtol=1e-9, atol=1e-12)",
        'print("Both are what Chalknet found.")',
    ]
