"""How PyTorch writes layers, costs and optimisers: one row each, beside the tables of the engine."""

from __future__ import annotations

from typing import TypeVar

from engine.export.errors import ExportError
from engine.export.worked_update import KINKED, WorkedUpdate
from engine.spec import LayerSpec

Row = TypeVar("Row")

FUNCTIONAL = "torch.nn.functional"

# A module between the layers. At the end a sigmoid or softmax of a cross-entropy is left to the loss.
MODULES = {
    "sigmoid": "torch.nn.Sigmoid()",
    "tanh": "torch.nn.Tanh()",
    "relu": "torch.nn.ReLU()",
    "leaky_relu": "torch.nn.LeakyReLU({slope})",
    "linear": "",
    "softmax": "torch.nn.Softmax(dim=1)",
}

# J without regularisation, of the model's output and Y, rows. Sums over units, means over examples.
LOSSES = {
    "binary_cross_entropy": f'{FUNCTIONAL}.binary_cross_entropy_with_logits(Z, Y, reduction="sum") / len(X)',
    "categorical_cross_entropy": f'{FUNCTIONAL}.cross_entropy(Z, Y, reduction="sum") / len(X)',
    "mean_squared_error": "torch.sum((A - Y) ** 2) / (2 * len(X))",
}

# The same update rules as in the notes. PyTorch's momentum would take the first gradient whole: its memory is set to 0.
OPTIMIZERS = {
    "gradient_descent": ["optimizer = torch.optim.SGD(model.parameters(), lr={alpha})"],
    "momentum": [
        "optimizer = torch.optim.SGD(model.parameters(), lr={alpha}, momentum=0.9, dampening=0.9)",
        "for parameter in model.parameters():  # v begins at 0, as in the notes",
        '    optimizer.state[parameter]["momentum_buffer"] = torch.zeros_like(parameter)',
    ],
    "rmsprop": ["optimizer = torch.optim.RMSprop(model.parameters(), lr={alpha}, alpha=0.9, eps=1e-8)"],
    "adam": ["optimizer = torch.optim.Adam(model.parameters(), lr={alpha}, betas=(0.9, 0.999), eps=1e-8)"],
}

KINK = [
    "class KinkedReLU(torch.nn.Module):",
    '    """ReLU whose derivative at z = 0 is 1, as in the notes; PyTorch\'s own takes the other side."""',
    "",
    "    def __init__(self, slope=0.0):",
    "        super().__init__()",
    "        self.slope = slope",
    "",
    "    def forward(self, Z):",
    "        return torch.where(Z >= 0, Z, self.slope * Z)",
]


def leaves_output_to_loss(work: WorkedUpdate) -> bool:
    """Whether the model ends with Z[L] and its loss does the rest."""
    return work.spec.cost != "mean_squared_error"


def module_lines(work: WorkedUpdate) -> list[str]:
    """What stands inside `torch.nn.Sequential(...)`. Raises ExportError for an activation without a row."""
    spec, lines = work.spec, []
    for l, layer in enumerate(spec.layers, start=1):
        lines.append(f"torch.nn.Linear({spec.sizes[l - 1]}, {spec.sizes[l]}),")
        module = _module(layer, work.meets_a_kink)
        if module and not (l == spec.L and leaves_output_to_loss(work)):
            lines.append(f"{module},")
    return lines


def loss_line(work: WorkedUpdate) -> str:
    """The expression of J. Raises ExportError for a cost without a row."""
    return _row(LOSSES, work.spec.cost)


def optimizer_lines(work: WorkedUpdate) -> list[str]:
    """What makes the optimiser. Raises ExportError for one without a row."""
    return [
        line.format(alpha=repr(work.training.alpha)) for line in _row(OPTIMIZERS, work.training.optimizer)
    ]


def _module(layer: LayerSpec, with_kink: bool) -> str:
    slope = repr(float(layer.leaky_slope))
    if with_kink and layer.activation in KINKED:
        return "KinkedReLU()" if layer.activation == "relu" else f"KinkedReLU({slope})"
    text: str = _row(MODULES, layer.activation)
    return text.format(slope=slope)


def _row(table: dict[str, Row], key: str) -> Row:
    if key not in table:
        raise ExportError(f"{key} can't be written in PyTorch yet; NumPy takes it")
    return table[key]
