"""Updates a second: the engine against a textbook NumPy loop, scikit-learn and PyTorch, one BLAS thread.

`python -m benchmarks.engine [--rounds N] [--cases abcd]`. All contestants take turns within a round, so a
machine that is busy for a while slows all of them; the figures are medians over the rounds.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

# Read once, when NumPy is imported: two threads make small products many times slower.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from benchmarks.contestants import CONTESTANTS, Case

if TYPE_CHECKING:
    from benchmarks.contestants import Run


def tiny(optimizer: str = "gradient_descent") -> Case:
    """2-4-2-1 on a circle."""
    generator = np.random.default_rng(0)
    X = generator.uniform(-5, 5, (2, 250))
    Y = (np.hypot(X[0], X[1]) < 2.5)[None].astype(float)
    is_plain = optimizer == "gradient_descent"
    return Case(
        title=f"({'a' if is_plain else 'd'}) 2-4-2-1 tanh, batch 10, float64{'' if is_plain else ', Adam'}",
        sizes=(2, 4, 2, 1),
        activation="tanh",
        X=X,
        Y=Y,
        batch_size=10,
        dtype="float64",
        optimizer=optimizer,
        alpha=0.1 if is_plain else 0.01,
        epochs=80,
        targets={"textbook": 5.0, "scikit-learn": 10.0} if is_plain else {},
    )


def digits() -> Case:
    """784-128-64-10 on pictures of noise: only the time counts."""
    generator = np.random.default_rng(0)
    return Case(
        title="(b) 784-128-64-10 ReLU, batch 64, float32",
        sizes=(784, 128, 64, 10),
        activation="relu",
        X=generator.uniform(0, 1, (784, 6000)).astype("float32"),
        Y=np.eye(10, dtype="float32")[generator.integers(0, 10, 6000)].T,
        batch_size=64,
        dtype="float32",
        optimizer="gradient_descent",
        alpha=0.01,
        epochs=2,
        targets={"textbook": 1.3, "scikit-learn": 1.5},
    )


def cats() -> Case:
    """12288-7-1 on 209 pictures of noise, all at once."""
    generator = np.random.default_rng(0)
    return Case(
        title="(c) 12288-7-1 ReLU, full batch of 209, float64",
        sizes=(12288, 7, 1),
        activation="relu",
        X=generator.uniform(0, 1, (12288, 209)),
        Y=(generator.random((1, 209)) < 0.4).astype(float),
        batch_size=209,
        dtype="float64",
        optimizer="gradient_descent",
        alpha=0.0075,
        epochs=20,
        targets={"textbook": 1.1},
    )


CASES: dict[str, Callable[[], Case]] = {"a": tiny, "b": digits, "c": cats, "d": lambda: tiny("adam")}


def measure(case: Case, rounds: int) -> dict[str, list[float]]:
    """Updates a second of every contestant that is installed, in every round."""
    runs: dict[str, Run] = {}
    for name, prepare in CONTESTANTS.items():
        run = prepare(case)
        if run is not None:
            run(case.epochs)
            runs[name] = run
    speeds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            began = time.perf_counter()
            run(case.epochs)
            speeds[name].append(case.epochs * case.updates_per_epoch / (time.perf_counter() - began))
    return speeds


def report(case: Case, speeds: dict[str, list[float]]) -> bool:
    """Print the table of one case; True unless a target was missed."""
    print(f"\n{case.title}")
    print(f"  {'':14}{'updates/s':>12}{'engine is':>14}{'to reach':>12}")
    all_reached = True
    for name in CONTESTANTS:
        if name not in speeds:
            print(f"  {name:14}{'not installed':>26}")
            continue
        line = f"  {name:14}{np.median(speeds[name]):12,.0f}"
        if name != "engine":
            ratio = float(np.median(np.divide(speeds["engine"], speeds[name])))
            line += f"{ratio:9.2f} times"
            target = case.targets.get(name)
            if target is not None:
                reached = ratio >= target
                all_reached = all_reached and reached
                line += f"{target:9.1f}  {'reached' if reached else 'MISSED'}"
        print(line)
    return all_reached


def main() -> int:
    """0 if every target was reached, else 1."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9, help="turns of each contestant (default 9)")
    parser.add_argument("--cases", default="abcd", help="which of a, b, c, d (default all)")
    options = parser.parse_args()
    unknown = set(options.cases) - set(CASES)
    if unknown or options.rounds < 1:
        parser.error("cases are letters of abcd, rounds is at least 1")
    threads = os.environ["OPENBLAS_NUM_THREADS"]
    print(f"NumPy {np.__version__}, OPENBLAS_NUM_THREADS={threads}, median of {options.rounds} rounds")
    results = []
    for letter in options.cases:
        case = CASES[letter]()
        results.append(report(case, measure(case, options.rounds)))
    return 0 if all(results) else 1


if __name__ == "__main__":
    raise SystemExit(main())
