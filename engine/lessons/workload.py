"""How much a scene may compute when it opens. An estimate, not a clock: the same lesson is right on every machine."""

from __future__ import annotations

from engine.setup import Setup

MAX_UPDATES = 20_000
MAX_SECONDS = 2.0

# Measured on a plain laptop core: what an update costs at least, and products a second.
SECONDS_AN_UPDATE = 3e-5
PRODUCTS_A_SECOND = 1.5e9
PRODUCTS_A_PARAMETER = 3  # forward, backward to W, backward to A


def fault_of_work(setup: Setup, m: int, updates: int) -> str:
    """Why so many updates can't be made when a scene opens, in one sentence; "" where they can. m: of training."""
    batch = min(setup.training.batch_size or m, m)
    products = PRODUCTS_A_PARAMETER * setup.network.parameter_count * batch
    seconds = updates * (SECONDS_AN_UPDATE + products / PRODUCTS_A_SECOND)
    if seconds <= MAX_SECONDS:
        return ""
    possible = int(updates * MAX_SECONDS / seconds)
    return (
        f"{updates} updates of this network take too long when a scene opens; at most {possible} are possible"
    )
