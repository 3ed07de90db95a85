"""Small trainers."""

from __future__ import annotations

from engine import LayerSpec, NetworkSpec, Trainer, TrainingSpec
from tests.engine.networks import Array, examples_for, random_network

SPEC = NetworkSpec(2, (LayerSpec(4, "tanh"), LayerSpec(1, "sigmoid")))


def make_trainer(
    optimizer: str = "gradient_descent",
    batch_size: int | None = 4,
    m: int = 10,
    seed: int = 0,
    m_test: int = 6,
) -> Trainer:
    X, Y = examples_for(SPEC, m)
    X_test, Y_test = examples_for(SPEC, m_test, seed=1)
    training = TrainingSpec(optimizer, 0.1, batch_size, seed)
    return Trainer(random_network(SPEC), X, Y, training, X_test, Y_test)


def one_epoch_of_batches(trainer: Trainer) -> list[Array]:
    batches = []
    for _ in range(trainer.updates_per_epoch):
        batches.append(trainer.next_batch()[0])
        trainer.step()
    return batches
