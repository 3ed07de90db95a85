"""Pages with values, and set-ups as a lesson holds them."""

from __future__ import annotations

from typing import Any

from engine.asset_paths import asset_path
from engine.lessons.lesson import Scene
from engine.run import build
from engine.setup import Setup, read_setup


def scene(values: Any, *lit: str) -> Scene:
    """A page with these values."""
    return Scene("A page", "Some text.", values, lit=lit)


def fitted(setup: Setup) -> Setup:
    """The set-up as a lesson holds it: fitted to its data."""
    return build(setup)[0]


def stored(*path: str) -> Setup:
    """A set-up that comes along."""
    return fitted(read_setup(asset_path(*path)))
