"""What the bowl lab says about descents. No Qt."""

from __future__ import annotations

import math

from engine.labs.cost_plane import Path
from gui.widgets.numbers import fixed_text, grouped_text, number_text

LOSSES = {"cross_entropy": "cross-entropy", "squared_error": "squared error", "network": "network"}
TOGETHER = 0.02  # ends that are so near each other are one bottom
SLOW_SHARE, TIME = 0.5, 30


def sentence(losses: tuple[str, ...], all_paths: dict[str, tuple[Path, ...]], data: str, alpha: float) -> str:
    """What the descents show, for each surface that is shown."""
    said = [_about(loss, all_paths[loss], data, alpha) for loss in losses if all_paths.get(loss)]
    if losses == ("network",):
        said = [f"{text} All other weights stay as they are." for text in said]
    if len(said) <= 1:
        return "".join(said)
    names = [LOSSES[loss].capitalize() for loss in losses if all_paths.get(loss)]
    return "\n".join(f"{name}: {text[0].lower()}{text[1:]}" for name, text in zip(names, said, strict=True))


def _about(loss: str, paths: tuple[Path, ...], data: str, alpha: float) -> str:
    verdicts = [path.verdict() for path in paths]
    updates = updates_text(paths[0].updates)
    if "jumps" in verdicts:
        return f"α = {number_text(alpha)} is too large: descent jumps to and fro and never settles."
    if "left" in verdicts:
        return f"α = {number_text(alpha)} is too large: descent has left the picture for good."
    if data == "separable" and loss != "network":
        w = fixed_text(float(paths[0].u[-1]), 2)
        no_bottom = "The classes can be separated, so there is no bottom: w grows for ever."
        return f"{no_bottom} It is {w} after {updates}."
    if all(verdict == "settled" for verdict in verdicts):
        return _settled(paths)
    if loss == "squared_error" and any(_is_stuck(path) for path in paths):
        return "Far from the bottom this surface is almost flat: on such a plateau descent hardly moves."
    return f"On its way down after {updates}."


def updates_text(count: int) -> str:
    """1 update, 1 000 updates."""
    return f"{grouped_text(count)} update" + ("s" if count != 1 else "")


def _settled(paths: tuple[Path, ...]) -> str:
    u, v = float(paths[0].u[-1]), float(paths[0].v[-1])
    same = all(math.hypot(float(path.u[-1]) - u, float(path.v[-1]) - v) < TOGETHER for path in paths)
    if not same:
        return f"Descent has settled, from {len(paths)} starts at different places: this surface is no bowl."
    place = f"w = {fixed_text(u, 2)}, b = {fixed_text(v, 2)}"
    return (
        f"Every start comes to the same bottom: {place}."
        if len(paths) > 1
        else f"Settled at the bottom: {place}."
    )


def _is_stuck(path: Path) -> bool:
    """J has had time and has not even halved."""
    return path.updates >= TIME and float(path.J[-1]) > SLOW_SHARE * float(path.J[0])
