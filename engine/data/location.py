"""The folders of what comes along: data, exercises, set-ups, lessons."""

from __future__ import annotations

from pathlib import Path

from engine.asset_paths import asset_path


def data_folder() -> Path:
    """The folder assets/data: the sets that come along."""
    return asset_path("data")


def exercise_folder() -> Path:
    """The folder assets/exercises: set-ups whose next update is worked through by hand."""
    return asset_path("exercises")


def setup_folder() -> Path:
    """The folder assets/setups: set-ups to open."""
    return asset_path("setups")


def lesson_folder() -> Path:
    """The folder assets/lessons: the course."""
    return asset_path("lessons")
