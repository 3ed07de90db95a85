"""What pyproject.toml says of the wheel: every bundled file goes in, and the notices with it."""

from __future__ import annotations

import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from engine.asset_paths import asset_path

ROOT = Path(__file__).resolve().parents[2]


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_that_every_asset_goes_into_the_wheel() -> None:
    patterns = pyproject()["tool"]["setuptools"]["package-data"]["*"]
    files = [path for path in asset_path().rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert len(files) > 40
    assert not [path for path in files if not any(fnmatch(path.name, pattern) for pattern in patterns)]


def test_that_the_notices_go_into_the_wheel() -> None:
    names = pyproject()["project"]["license-files"]
    assert {"LICENSE", "THIRD_PARTY.md"} <= set(names)
    assert all(list(ROOT.glob(name)) for name in names)


def test_that_the_command_starts_a_function_that_is_there() -> None:
    import main

    module, function = pyproject()["project"]["scripts"]["chalknet"].split(":")
    assert module in pyproject()["tool"]["setuptools"]["py-modules"]
    assert callable(getattr(main, function))
