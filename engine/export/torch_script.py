"""The network as a PyTorch script: a model, its loss, and one update by PyTorch's own optimiser."""

from __future__ import annotations

from engine.data import Dataset
from engine.export.about_data import data_sentences, network_lines, sizes_of, title_of
from engine.export.code_text import array_lines, comments, heading
from engine.export.torch_lines import (
    KINK,
    leaves_output_to_loss,
    loss_line,
    module_lines,
    optimizer_lines,
)
from engine.export.worked_update import WorkedUpdate, work_out
from engine.network import Network
from engine.setup import Setup

TENSOR = "torch.tensor"
OUTPUTS = {"binary_cross_entropy": "torch.sigmoid(Z)", "categorical_cross_entropy": "torch.softmax(Z, dim=1)"}


def torch_script(setup: Setup, network: Network, dataset: Dataset) -> str:
    """Model and parameters in float64, the first training examples as rows, and one update.

    The optimiser begins afresh. Run, the script prints J before and after and checks both against the engine's.
    Raises ExportError for a network that is too large for a text, and for numbers that are not finite.
    """
    work = work_out(network, setup.training, dataset)
    lines = [
        *_opening(setup, work),
        *_examples(setup, dataset, work),
        *_model(work),
        *_cost(work),
        *_update(work),
        *_check(work),
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _opening(setup: Setup, work: WorkedUpdate) -> list[str]:
    return [
        f'"""{title_of(setup)}: a {sizes_of(work.spec)} network, and one update of it, in PyTorch.',
        "",
        *(f"    {line}" for line in network_lines(setup, work.spec)),
        "",
        "Examples are rows, as PyTorch has them: X here is X' of the notes. W and b are those of the notes.",
        "",
        "It needs PyTorch and nothing else. Exported from Chalknet.",
        '"""',
        "",
        "import torch",
        "",
        "torch.set_default_dtype(torch.float64)  # as many digits as Chalknet itself",
    ]


def _examples(setup: Setup, dataset: Dataset, work: WorkedUpdate) -> list[str]:
    lines = heading("Examples")
    for sentence in data_sentences(setup, dataset, work.m):
        lines += comments(sentence.replace("Rows of X", "Columns of X").replace("a row for", "a column for"))
    lines += ["", *array_lines("X", work.X.T, TENSOR), *array_lines("Y", work.Y.T, TENSOR)]
    if dataset.scaling is not None:
        lines += ["", "# Values of your own come in as X = (values - offset) / size, column by column."]
        lines += array_lines("offset", dataset.scaling.offset[:, 0], TENSOR)
        lines += array_lines("size", dataset.scaling.size[:, 0], TENSOR)
    return lines


def _model(work: WorkedUpdate) -> list[str]:
    spec, lines = work.spec, heading("Model")
    if work.meets_a_kink:
        lines += [*KINK, "", ""]
    lines += ["model = torch.nn.Sequential(", *(f"    {line}" for line in module_lines(work)), ")", ""]
    for l in range(1, spec.L + 1):
        lines += array_lines(f"W{l}", work.before.W[l], TENSOR)
        lines += [*array_lines(f"b{l}", work.before.b[l][:, 0], TENSOR), ""]
    W, b = (", ".join(f"{symbol}{l}" for l in range(1, spec.L + 1)) for symbol in "Wb")
    return [
        *lines,
        "layers = [module for module in model if isinstance(module, torch.nn.Linear)]",
        "with torch.no_grad():",
        f"    for layer, W, b in zip(layers, [{W}], [{b}]):",
        "        layer.weight.copy_(W)",
        "        layer.bias.copy_(b)",
    ]


def _cost(work: WorkedUpdate) -> list[str]:
    spec = work.spec
    rates = [
        f"lambda{power} = {rate!r}  # L{power} regularisation"
        for power, rate in ((2, spec.l2), (1, spec.l1))
        if rate
    ]
    lines = [*heading("Cost"), *rates, *([""] * 2 if rates else [])]
    if leaves_output_to_loss(work):
        lines += [
            "def predict(X):",
            '    """A of the last layer."""',
            "    Z = model(X)  # the model ends with Z: its loss is exact even where A would round to 0 or 1",
            f"    return {OUTPUTS[spec.cost]}",
            "",
            "",
        ]
    return [
        *lines,
        "def cost(X, Y):",
        '    """J: the loss, averaged over the examples.' + _regularised(work),
        f"    {'Z' if leaves_output_to_loss(work) else 'A'} = model(X)",
        f"    J = {loss_line(work)}",
        *_penalties(work),
        "    return J",
    ]


def _regularised(work: WorkedUpdate) -> str:
    return ' W is regularised, b is not."""' if work.spec.l1 or work.spec.l2 else '"""'


def _penalties(work: WorkedUpdate) -> list[str]:
    l1, l2, lines = work.spec.l1, work.spec.l2, []
    if l1 or l2:
        lines.append("    for layer in layers:")
    if l2:
        lines.append("        J = J + lambda2 / 2 * torch.sum(layer.weight**2)")
    if l1:
        lines.append("        J = J + lambda1 * torch.sum(torch.abs(layer.weight))")
    return lines


def _update(work: WorkedUpdate) -> list[str]:
    return [
        *heading("One update"),
        *optimizer_lines(work),
        "",
        "J = cost(X, Y)",
        "optimizer.zero_grad()",
        "J.backward()  # the gradients are in layers[0].weight.grad, layers[0].bias.grad, ...",
        "optimizer.step()",
        "J_after = cost(X, Y)",
    ]


def _check(work: WorkedUpdate) -> list[str]:
    return [
        *heading("What Chalknet found"),
        'print(f"J before the update: {J.item():.12g}")',
        'print(f"J after the update:  {J_after.item():.12g}")',
        f"assert torch.isclose(J, torch.tensor({work.J!r}), rtol=1e-9, atol=1e-12)",
        f"assert torch.isclose(J_after, torch.tensor({work.J_after!r}), rtol=1e-9, atol=1e-12)",
        'print("Both are what Chalknet found.")',
    ]
