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
opened, pictures = [], []
content = {"numpy", "engine.network", "gui.train", "gui.training", "gui.workspaces", "gui.projects"}
finished = {"pyqtgraph", "gui.train.plots.distributions_view", "gui.train.plots.weights_view"}
never = {"gui.about", "gui.unattended", "gui.smoke", "gui.importing", "gui.projects.question"}
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)

class Window(app.MainWindow):
    def __init__(self, *given):
        super().__init__(*given)
        self.painted.connect(self.look)
        self.built.connect(self.end)

    def look(self):
        later = never | finished | (set() if self.is_filled else content)
        pictures.append({
            "loaded": sorted(later & set(sys.modules)),
            "sources": [name for name in linecache.cache if {"engine", "gui"} & set(Path(name).parts)],
            "books": [path for path in opened if path.endswith(".json.gz")],
            "is_filled": self.is_filled,
        })
        if self.is_filled:
            workspace = self.workspace
            views = workspace.cost_plot.canvas, workspace.plots_tabs.gradient_plot
            pictures[-1]["shown"] = [view.isVisible() for view in views]
            pictures[-1]["sizes"] = [dock.height() for dock in (workspace.cost_plot, workspace.plots_tabs)]
            pictures[-1]["collects"] = gc.isenabled()

    def end(self):
        assert finished <= set(sys.modules)
        print(json.dumps(pictures))
        self.close()

app.MainWindow = Window
sys.exit(app.run(parse_options(["--temp-profile", "--size", "1440x900"])))
"""


@pytest.fixture(scope="module")
def pictures() -> list[dict]:
    """What was there at each picture."""
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


def test_that_a_frame_comes_first_and_the_content_next(pictures):
    assert [picture["is_filled"] for picture in pictures] == [False, True]


def test_that_no_picture_waits_for_what_it_does_not_show(pictures):
    for picture in pictures:
        assert picture["loaded"] == []
        assert picture["books"] == []


def test_that_pyside_reads_no_module_for_features_that_nobody_uses(pictures):
    assert pictures[-1]["sources"] == []


def test_that_the_first_content_has_both_plots_in_their_places(pictures):
    assert pictures[-1]["shown"] == [True, True]
    assert len(set(pictures[-1]["sizes"])) == 1
    assert pictures[-1]["sizes"][0] > 200


def test_that_the_collector_runs_again_after_the_start(pictures):
    assert pictures[-1]["collects"]
