"""The window stands and trains, and it closes."""

from __future__ import annotations

import math

from PySide6.QtGui import QGuiApplication

from gui.smoke.ground import CheckError, Ground, Until, Walk
from gui.training.run_state import RunState
from gui.unattended import window_picture

TRAINING_SECONDS = 60.0
STOPPED = (RunState.DIVERGED, RunState.FAILED, RunState.FINISHED)


def check_window(ground: Ground) -> Walk:
    """The window is on the screen, complete, and shows the network."""
    window = ground.window

    def stands() -> bool:
        handle = window.windowHandle()
        return window.is_built and window.last_snapshot is not None and handle.isExposed()

    yield Until(stands, lambda: "it did not come")
    yield ground.rest("what it begins with")
    return f"{window.width()} × {window.height()}, {QGuiApplication.platformName()}"


def check_training(ground: Ground) -> Walk:
    """Run, until the cost has halved, and pause; the window shows it in colours."""
    controller = ground.window.controller
    first = ground.newest.cost_train

    def has_halved() -> bool:
        return ground.newest.cost_train < first / 2

    def costs() -> str:
        return f"J went from {first:.4g} to {ground.newest.cost_train:.4g} only"

    controller.run()
    yield Until(lambda: has_halved() or controller.state in STOPPED, costs, TRAINING_SECONDS)
    controller.pause()
    yield ground.rest("the run")
    newest = ground.newest
    if newest.divergence is not None:
        raise CheckError(f"the run diverged: {newest.divergence.fault} after update {newest.iteration}")
    if controller.state in STOPPED:
        raise CheckError(f"the run {controller.state.value}{ground.said}")
    if not (has_halved() and math.isfinite(newest.cost_train)):
        raise CheckError(costs())
    if window_picture(ground.window).toImage().allGray():
        raise CheckError("the window has no colour")
    return f"J {first:.4f} to {newest.cost_train:.4f} in {newest.epoch} epochs"


def check_closing(ground: Ground) -> Walk:
    """The window closes, which ends the program."""
    yield ground.rest("what was under way")
    # From here on nothing waits: the program ends as soon as events are handled again.
    if not ground.window.close() or ground.window.isVisible():
        raise CheckError(f"it stays open{ground.said}")
    return "closed"
