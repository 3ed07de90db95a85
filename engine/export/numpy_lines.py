"""The NumPy lines of one update, in the notes' notation: the expressions are those of the engine's tables."""

from __future__ import annotations

from engine.activations import ACTIVATIONS
from engine.costs import COSTS
from engine.export.code_text import with_comments
from engine.export.worked_update import WorkedUpdate
from engine.optimizers import OPTIMIZERS
from engine.spec import NetworkSpec
from engine.step.names import line_names


def activation_lines(work: WorkedUpdate) -> list[str]:
    """A function for each activation that is too long for a line of its layer, and the space behind it."""
    lines = []
    for key in sorted({layer.activation for layer in work.spec.layers}):
        row = ACTIVATIONS[key]
        if row.numpy_far:
            expression = row.numpy_far if work.is_far(key) else row.numpy
            lines += [f"def {key}(Z):", f"    return {expression.format(Z='Z')}", "", ""]
    return lines


def forward_lines(spec: NetworkSpec) -> list[str]:
    """The function `forward`."""
    products = []
    for l in range(1, spec.L + 1):
        n, n_prev = spec.sizes[l], spec.sizes[l - 1]
        products.append((f"Z{l} = W{l} @ {_input(l)} + b{l}", f"({n}, {n_prev})({n_prev}, m) + ({n}, 1)"))
        products.append((f"A{l} = {_activation(spec, l)}", ""))
    results = ", ".join(f"Z{l}, A{l}" for l in range(1, spec.L + 1))
    return [
        "def forward(X):",
        '    """Z and A of every layer, with the parameters as they are now."""',
        *with_comments(products, "    "),
        f"    return {results}",
    ]


def forward_call(spec: NetworkSpec) -> str:
    """The line that runs it."""
    return f"{', '.join(f'Z{l}, A{l}' for l in range(1, spec.L + 1))} = forward(X)"


def cost_lines(work: WorkedUpdate) -> list[str]:
    """The function `cost`, of A[L], or of Z[L] where A[L] has lost digits."""
    spec, lines = work.spec, COSTS[work.spec.cost].lines
    L = spec.L
    line = lines.J_from_Z if work.log_loses_digits and lines.J_from_Z is not None else lines.J
    layers = range(1, L + 1)
    penalties = [f"    J = J + lambda2 / 2 * np.sum(W{l} ** 2)" for l in layers if spec.l2]
    penalties += [f"    J = J + lambda1 * np.sum(np.abs(W{l}))" for l in layers if spec.l1]
    why = ["    # From Z, because log A has lost digits: some outputs are nearly 0 or 1."]
    return [
        f"def cost({cost_argument(work)}, Y):",
        '    """J: the loss, averaged over the examples'
        + (", with the regularisation." if penalties else ".")
        + '"""',
        "    m = Y.shape[1]",
        *(why if line is not lines.J else []),
        f"    J = {line.numpy.format(A=f'A{L}', Z=f'Z{L}')}",
        *penalties,
        "    return J",
    ]


def cost_argument(work: WorkedUpdate) -> str:
    """What `cost` starts from: "A2" or "Z2"."""
    return f"{'Z' if work.log_loses_digits else 'A'}{work.spec.L}"


def backward_lines(spec: NetworkSpec) -> list[str]:
    """From dZ[L] to dW[1], db[1], a block for each layer."""
    L, lines = spec.L, COSTS[spec.cost].lines
    blocks = []
    for l in range(L, 0, -1):
        n, n_prev = spec.sizes[l], spec.sizes[l - 1]
        of_dA = lines.dA.numpy.format(A=f"A{L}") if l == L else f"W{l + 1}.T @ dZ{l + 1}"
        block = [(f"dA{l} = {of_dA}", f"({n}, m)"), (f"dZ{l} = {_through(spec, l)}", f"({n}, m)")]
        if l == L and COSTS[spec.cost].dZ is not None:
            block = [(f"dZ{L} = A{L} - Y", f"({n}, m): dA{L} * g'(Z{L}), simplified")]
        block.append(
            (f"dW{l} = (1 / m) * dZ{l} @ {_input(l)}.T{_penalty_slope(spec, l)}", f"({n}, {n_prev})")
        )
        block.append((f"db{l} = (1 / m) * np.sum(dZ{l}, axis=1, keepdims=True)", f"({n}, 1)"))
        blocks += ["", *with_comments(block)]
    return blocks[1:]


def memory_lines(work: WorkedUpdate) -> list[str]:
    """The optimiser's memory at its start; nothing for one that has none."""
    optimizer = OPTIMIZERS[work.training.optimizer]
    has_t = any("**t" in line.numpy for line in optimizer.lines)
    return [
        *(
            f"{name}W{l}, {name}b{l} = np.zeros_like(W{l}), np.zeros_like(b{l})"
            for name in optimizer.memory
            for l in range(1, work.spec.L + 1)
        ),
        *(["t = 1"] if has_t else []),
    ]


def update_lines(work: WorkedUpdate) -> list[str]:
    """W[l] and b[l] by the optimiser."""
    optimizer, found = OPTIMIZERS[work.training.optimizer], []
    for l in range(1, work.spec.L + 1):
        for symbol in "Wb":
            names = {"W": f"{symbol}{l}", "g": f"d{symbol}{l}"}
            names |= {name: f"{name}{symbol}{l}" for name in optimizer.memory}
            found += [f"{names[line.result]} = {line.numpy.format(**names)}" for line in optimizer.lines]
        found += [""] * (len(optimizer.lines) > 1 and l < work.spec.L)
    return found


def _input(l: int) -> str:
    return f"A{l - 1}" if l > 1 else "X"


def _activation(spec: NetworkSpec, l: int) -> str:
    layer = spec.layer(l)
    row = ACTIVATIONS[layer.activation]
    return f"{row.key}(Z{l})" if row.numpy_far else row.numpy.format(**line_names(layer, l))


def _through(spec: NetworkSpec, l: int) -> str:
    """dA[l] * g'(Z[l]); a slope that is 1 everywhere is not written."""
    layer = spec.layer(l)
    row = ACTIVATIONS[layer.activation]
    return f"dA{l}" if row.slope_text == "1" else f"dA{l} * {row.slope_numpy.format(**line_names(layer, l))}"


def _penalty_slope(spec: NetworkSpec, l: int) -> str:
    return (f" + lambda2 * W{l}" if spec.l2 else "") + (f" + lambda1 * np.sign(W{l})" if spec.l1 else "")
