"""How promptly Step opens and follows the keys in the real window. Run: python -m benchmarks.step

For each network: from asking for Step, while it trains at full speed, to its first painted picture; and from a key
press to the painted row, over the whole tape forwards and backwards. Offscreen unless DISPLAY is set.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import statistics
import sys
import time
from dataclasses import dataclass, replace

from benchmarks.frames import CASES, wide_case
from engine.data import build_dataset
from engine.setup import Setup

KEY_LIMIT_MS = 50.0


@dataclass(frozen=True)
class Case:
    """A network to step through, and how long opening may take, in milliseconds."""

    name: str
    setup: Setup
    open_limit_ms: float


def cases() -> tuple[Case, ...]:
    """The start network, digits, and a wide network with batches of 64."""
    start, digits = CASES
    return (
        Case(start.name, start.setup, 100.0),
        Case(
            digits.name, replace(digits.setup, training=replace(digits.setup.training, batch_size=64)), 500.0
        ),
        Case("784-128-64-10, batch 64", wide_case().setup, 500.0),
    )


def main() -> int:
    """Print a table; exit code 1 if something is not reached."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="how often Step is opened (default: 5)")
    rounds = parser.parse_args().rounds
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    missed = 0
    print(
        f"{'':30} {'open median':>12} {'worst':>8} {'limit':>7}   {'key median':>11} {'p95':>7} {'worst':>8}   limit"
    )
    for case in cases():
        opened, keys = measure(case.setup, rounds)
        p95 = sorted(keys)[round(0.95 * (len(keys) - 1))]
        print(
            f"{case.name:30} {statistics.median(opened):9.0f} ms {max(opened):5.0f} ms {case.open_limit_ms:4.0f} ms"
            f"   {statistics.median(keys):8.1f} ms {p95:4.0f} ms {max(keys):5.0f} ms   {KEY_LIMIT_MS:.0f} ms"
        )
        missed += statistics.median(opened) > case.open_limit_ms or p95 > KEY_LIMIT_MS
    return 1 if missed else 0


def measure(setup: Setup, rounds: int) -> tuple[list[float], list[float]]:
    """Milliseconds of opening Step from a running network, and of each key press."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from gui.app import make_application
    from gui.appearance import Appearance
    from gui.main_window import MainWindow
    from gui.settings import Settings

    application = make_application()
    dataset = build_dataset(setup.data)
    window = MainWindow(Appearance("light"), Settings(temporary=True))
    window.fill(setup.fitted_to(dataset), dataset)
    window.resize(1440, 900)
    window.show()
    window.finish_building()

    def run_for(seconds: float) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            application.processEvents()
            time.sleep(0.001)

    opened = []
    for _ in range(rounds):
        window.workspaces.show("train")
        window.controller.run()
        run_for(1.0)
        seen: list[object] = []
        window.controller.tape_taken.connect(seen.append)
        began = time.perf_counter()
        window.workspaces.show("step")
        while not seen:
            application.processEvents()
        application.processEvents()  # lays out and paints
        opened.append(1000 * (time.perf_counter() - began))
        window.controller.tape_taken.disconnect(seen.append)
    run_for(1.5)
    keys = []
    tape = window.workspaces.step.tape
    assert tape is not None
    for key in [Qt.Key.Key_Right] * (len(tape.rows) - 1) + [Qt.Key.Key_Left] * (len(tape.rows) - 1):
        began = time.perf_counter()
        QTest.keyClick(window, key)
        application.processEvents()
        keys.append(1000 * (time.perf_counter() - began))
        run_for(0.02)
    window.projects.asks = False
    window.close()
    return opened, keys


if __name__ == "__main__":
    sys.exit(main())
