"""How smooth the real window is while it trains at full speed. Run: python -m benchmarks.frames

For each network: frames a second, percentiles of the interval between painted frames, the longest time
that the GUI thread was busy at a stretch, and updates a second against the same engine without a window.
At the end the time from starting the process to the first picture. Offscreen unless DISPLAY is set.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from engine.data import DataSpec, build_dataset, preview, read_table
from engine.session import Session
from engine.setup import Setup
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec

WARM_UP = 1.0
HEARTBEAT_MS = 4

DIGITS = NetworkSpec(
    64, (LayerSpec(64, "relu"), LayerSpec(32, "relu"), LayerSpec(10, "softmax")), "categorical_cross_entropy"
)


@dataclass(frozen=True)
class Case:
    """A network to watch, and what is to be reached."""

    name: str
    setup: Setup
    frames_per_second: float
    p99_ms: float
    block_ms: float
    share: float


CASES = (
    Case("start network 2-4-2-1, circle", Setup(), 60, 25, 50, 0.45),
    Case(
        "digits 64-64-32-10",
        replace(Setup(), data=DataSpec("digits", scaling="min_max", train_share=80), network=DIGITS),
        30,
        50,
        50,
        0.0,
    ),
)

WIDE = NetworkSpec(
    784,
    (LayerSpec(128, "relu"), LayerSpec(64, "relu"), LayerSpec(10, "softmax")),
    "categorical_cross_entropy",
    initialization="he",
)


def wide_case(rows: int = 1500) -> Case:
    """A table of 784 columns of noise and ten classes, as large as pictures of 28 x 28."""
    numbers = np.random.default_rng(0)
    values = np.column_stack([numbers.integers(0, 255, (rows, WIDE.inputs)), numbers.integers(10, size=rows)])
    names = [*(f"p{i}" for i in range(WIDE.inputs)), "class"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "wide.csv"
        np.savetxt(path, values, "%d", ",", header=",".join(names), comments="")
        table = read_table(path, preview(path).choices())
    data = DataSpec("csv", table=table, scaling="min_max")
    setup = replace(Setup(), data=data, network=WIDE, training=TrainingSpec("adam", 0.001, 64))
    return Case("table 784-128-64-10", setup, 30, 50, 20, 0.45)


def engine_alone(setup: Setup, seconds: float) -> float:
    """Updates a second of the same session without a window."""
    dataset = build_dataset(setup.data)
    session = Session(setup.fitted_to(dataset), dataset)
    session.run_updates(200)
    began, first = time.perf_counter(), session.trainer.iteration
    while time.perf_counter() - began < seconds:
        session.run_updates(100)
    return (session.trainer.iteration - first) / (time.perf_counter() - began)


def watch(setup: Setup, seconds: float) -> dict[str, float]:
    """Run the real window at full speed and measure it."""
    if "DISPLAY" not in os.environ:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEvent, QTimer

    from gui.app import SWITCH_INTERVAL, make_application
    from gui.appearance import Appearance
    from gui.main_window import MainWindow
    from gui.settings import Settings
    from gui.start import settle_memory
    from gui.training.speed import SPEEDS

    sys.setswitchinterval(SWITCH_INTERVAL)
    application = make_application()
    appearance = Appearance("light")
    dataset = build_dataset(setup.data)
    paints: list[float] = []
    beats: list[float] = []

    class WatchedWindow(MainWindow):
        shown = None  # a frame counts when it shows another snapshot than the frame before

        def event(self, event: QEvent) -> bool:
            handled = super().event(event)
            if event.type() == QEvent.Type.UpdateRequest and self.last_snapshot is not self.shown:
                self.shown = self.last_snapshot
                paints.append(time.perf_counter())
            return handled

    window = WatchedWindow(appearance, Settings(temporary=True))
    window.fill(setup.fitted_to(dataset), dataset)
    window.resize(1440, 900)
    window.show()
    window.finish_building()
    settle_memory()
    window.controller.set_speed(len(SPEEDS) - 1)
    window.controller.run()
    heartbeat = QTimer()
    heartbeat.setInterval(HEARTBEAT_MS)
    heartbeat.timeout.connect(lambda: beats.append(time.perf_counter()))
    heartbeat.start()
    marks: list[tuple[float, int]] = []

    def mark() -> None:
        assert window.last_snapshot is not None
        marks.append((time.perf_counter(), window.last_snapshot.iteration))
        if len(marks) == 2:
            application.quit()

    QTimer.singleShot(int(WARM_UP * 1000), mark)
    QTimer.singleShot(int((WARM_UP + seconds) * 1000), mark)
    window.projects.asks = False  # quitting closes the window
    application.exec()
    window.close()
    window.deleteLater()
    (began, first), (ended, last) = marks
    inside = np.array([t for t in paints if began <= t <= ended])
    gaps = 1000 * np.diff(inside)
    blocks = 1000 * np.diff([t for t in beats if began <= t <= ended]) - HEARTBEAT_MS
    return {
        "frames/s": (len(inside) - 1) / (ended - began),
        "p50": float(np.percentile(gaps, 50)),
        "p95": float(np.percentile(gaps, 95)),
        "p99": float(np.percentile(gaps, 99)),
        "block": float(blocks.max()),
        "updates/s": (last - first) / (ended - began),
    }


def first_paints(runs: int) -> tuple[float, float]:
    """Median seconds from starting `python main.py` to its painted frame, and to its painted content, with compiled
    files at hand.
    """
    command = [sys.executable, "-m", "benchmarks.first_paint"]
    times = []
    with tempfile.TemporaryDirectory() as folder:
        compiled = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
        compiled.pop("PYTHONDONTWRITEBYTECODE", None)
        for _ in range(1 + runs):
            began = time.time()
            ended = subprocess.run(command, env=compiled, capture_output=True, text=True, check=True)
            frame, content = map(float, ended.stdout.split())
            times.append((frame - began, content - began))
    frames, contents = zip(*times[1:], strict=True)  # the first one compiles
    return statistics.median(frames), statistics.median(contents)


def report(case: Case, seconds: float) -> None:
    """Measure one case and print it beside what is to be reached."""
    alone = engine_alone(case.setup, seconds / 4)
    seen = watch(case.setup, seconds)
    alone = (alone + engine_alone(case.setup, seconds / 4)) / 2
    share = seen["updates/s"] / alone
    print(f"\n{case.name}")
    print(f"  frames/s            {seen['frames/s']:8.1f}   to reach: {case.frames_per_second:.0f}")
    interval = f"{seen['p50']:6.1f} {seen['p95']:6.1f} {seen['p99']:6.1f} ms"
    print(f"  interval p50/p95/p99 {interval}   p99 under {case.p99_ms:.0f}")
    print(f"  longest block       {seen['block']:8.1f} ms   under {case.block_ms:.0f}")
    print(f"  updates/s           {seen['updates/s']:8.0f}   engine alone {alone:.0f}")
    print(f"  share               {100 * share:8.0f} %   to reach: {100 * case.share:.0f} %")


def main() -> None:
    """Print every case and the first paint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10.0)
    options = parser.parse_args()
    for case in (*CASES, wide_case()):
        report(case, options.seconds)
    frame, content = first_paints(5)
    print(
        f"\nfirst paint of python main.py: {frame:.2f} s, with its content {content:.2f} s (medians of 5)   under 0.8"
    )


if __name__ == "__main__":
    main()
