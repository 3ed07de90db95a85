"""What is there, and what is not there yet, when the first picture of the window is on the screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import gc, json, linecache, sys
from pathlib import Path
from gui.command_line import load_app, parse_options

app = load_app()
opened = []
finished = {"pyqtgraph", "gui.train.plots.distributions_view", "gui.train.plots.weights_view"}
never = {"gui.about", "gui.unattended", "gui.smoke", "gui.importing", "gui.projects.question"}
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)

class Window(app.MainWindow):
    def settle(self):
        workspace = self.workspace
        print(json.dumps({
            "loaded": sorted({*finished, *never} & set(sys.modules)),
            "sources": [name for name in linecache.cache if {"engine", "gui"} & set(Path(name).parts)],
            "shown": [view.isVisible() for view in (workspace.cost_plot.canvas, workspace.plots_tabs.gradient_plot)],
            "sizes": [dock.height() for dock in (workspace.cost_plot, workspace.plots_tabs)],
            "books": [path for path in opened if path.endswith(".json.gz")],
            "collects": gc.isenabled(),
        }))
        self.built.connect(self.close)
        self.finish_building()
        assert finished <= set(sys.modules)

app.MainWindow = Window
sys.exit(app.run(parse_options(["--temp-profile", "--size", "1440x900"])))
"""


@pytest.fixture(scope="module")
def first_picture() -> dict:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def test_that_the_first_picture_waits_for_nothing_that_it_does_not_show(first_picture):
    assert first_picture["loaded"] == []
    assert first_picture["books"] == []


def test_that_pyside_reads_no_module_for_features_that_nobody_uses(first_picture):
    assert first_picture["sources"] == []


def test_that_the_first_picture_has_both_plots_in_their_places(first_picture):
    assert first_picture["shown"] == [True, True]
    assert len(set(first_picture["sizes"])) == 1
    assert first_picture["sizes"][0] > 200


def test_that_the_collector_runs_again_after_the_start(first_picture):
    assert first_picture["collects"]
