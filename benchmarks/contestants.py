"""Who trains against whom in `benchmarks.engine`: one case, and the same updates by four programs.

scikit-learn and PyTorch are optional: a contestant that is not installed is None.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.textbook import Textbook
from engine import LayerSpec, Network, NetworkSpec, Trainer, TrainingSpec

Array = NDArray[np.floating]
Run = Callable[[int], None]


@dataclass(frozen=True, eq=False)
class Case:
    """A network and its data. epochs: how many one round makes; targets: name -> how many times as fast."""

    title: str
    sizes: tuple[int, ...]
    activation: str
    X: Array
    Y: Array
    batch_size: int
    dtype: str
    optimizer: str
    alpha: float
    epochs: int
    targets: dict[str, float]

    @property
    def is_binary(self) -> bool:
        """One sigmoid unit; otherwise softmax."""
        return self.sizes[-1] == 1

    @property
    def activations(self) -> list[str]:
        """One an layer, the output's last."""
        return [self.activation] * (len(self.sizes) - 2) + ["sigmoid" if self.is_binary else "softmax"]

    @property
    def updates_per_epoch(self) -> int:
        """Batches, a last partial one included."""
        return -(-self.X.shape[1] // self.batch_size)


def engine(case: Case) -> Run:
    """Chalknet's trainer. Nothing is recorded, because the others compute no cost either."""
    layers = tuple(LayerSpec(n, g) for n, g in zip(case.sizes[1:], case.activations, strict=True))
    cost = "binary_cross_entropy" if case.is_binary else "categorical_cross_entropy"
    network = Network(NetworkSpec(case.sizes[0], layers, cost=cost), dtype=case.dtype)
    training = TrainingSpec(case.optimizer, case.alpha, case.batch_size)
    trainer = Trainer(network, case.X, case.Y, training)
    trainer.records_epochs = False
    return trainer.run_epochs


def textbook(case: Case) -> Run:
    """The student's loop."""
    loop = Textbook(
        case.sizes,
        case.activations,
        case.X,
        case.Y,
        case.batch_size,
        case.alpha,
        case.dtype,
        adam=case.optimizer == "adam",
    )
    return lambda epochs: loop.run(epochs * case.updates_per_epoch)


def scikit_learn(case: Case) -> Run | None:
    """MLPClassifier.fit, continued from round to round. It computes the loss of every batch; that can't be left out."""
    try:
        from sklearn.exceptions import ConvergenceWarning
        from sklearn.neural_network import MLPClassifier
    except ImportError:
        return None
    model = MLPClassifier(
        case.sizes[1:-1],
        activation=case.activation,
        solver="adam" if case.optimizer == "adam" else "sgd",
        alpha=0,
        batch_size=case.batch_size,
        learning_rate_init=case.alpha,
        momentum=0,
        nesterovs_momentum=False,
        tol=0,
        n_iter_no_change=10**9,
        warm_start=True,
    )
    X = np.ascontiguousarray(case.X.T, case.dtype)
    y = case.Y[0].astype(int) if case.is_binary else case.Y.argmax(axis=0)

    def run(epochs: int) -> None:
        model.max_iter = epochs
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            model.fit(X, y)

    return run


def pytorch(case: Case) -> Run | None:
    """Eager modules, one thread."""
    try:
        import torch
    except ImportError:
        return None
    torch.set_num_threads(1)
    kind = getattr(torch, case.dtype)
    modules: list[torch.nn.Module] = []
    for l in range(1, len(case.sizes)):
        modules.append(torch.nn.Linear(case.sizes[l - 1], case.sizes[l], dtype=kind))
        if l < len(case.sizes) - 1:
            modules.append(torch.nn.Tanh() if case.activation == "tanh" else torch.nn.ReLU())
    model = torch.nn.Sequential(*modules)
    optimizer_type = torch.optim.Adam if case.optimizer == "adam" else torch.optim.SGD
    optimizer = optimizer_type(model.parameters(), lr=case.alpha)
    loss = torch.nn.BCEWithLogitsLoss() if case.is_binary else torch.nn.CrossEntropyLoss()
    X = torch.tensor(case.X.T.copy(), dtype=kind)
    Y = torch.tensor(case.Y.T.copy(), dtype=kind) if case.is_binary else torch.tensor(case.Y.argmax(axis=0))

    def run(epochs: int) -> None:
        m, size = X.shape[0], case.batch_size
        for _ in range(epochs):
            order = torch.randperm(m) if size < m else slice(None)
            shuffled_X, shuffled_Y = X[order], Y[order]
            for start in range(0, m, size):
                optimizer.zero_grad()
                loss(model(shuffled_X[start : start + size]), shuffled_Y[start : start + size]).backward()
                optimizer.step()

    return run


CONTESTANTS: dict[str, Callable[[Case], Run | None]] = {
    "engine": engine,
    "textbook": textbook,
    "scikit-learn": scikit_learn,
    "PyTorch": pytorch,
}
