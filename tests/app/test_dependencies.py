"""What pyproject.toml says of the packages, checked against those that are installed."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import PySide6
import pytest
from packaging.requirements import Requirement
from PySide6.QtCore import QObject

from gui.version import VERSION

ROOT = Path(__file__).resolve().parents[2]
INSTALLED = {"PySide6-Essentials": PySide6.__version__, "numpy": np.__version__}


def project() -> dict[str, Any]:
    content: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return content["project"]


def allowed(package: str, version: str, python: str) -> bool:
    requirements = [Requirement(text) for text in project()["dependencies"]]
    fitting = [
        requirement
        for requirement in requirements
        if requirement.name == package
        and (requirement.marker is None or requirement.marker.evaluate({"python_version": python}))
    ]
    assert len(fitting) == 1
    return fitting[0].specifier.contains(version)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is never freed from Python 3.12 on")
def test_that_calls_into_qt_do_not_use_up_none() -> None:
    """PySide6 6.12.0 loses a reference to None in every call that returns nothing, until Python aborts."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < 500


@pytest.mark.parametrize("package", INSTALLED)
def test_that_the_installed_version_is_one_that_the_project_allows(package: str) -> None:
    assert allowed(package, INSTALLED[package], f"{sys.version_info[0]}.{sys.version_info[1]}")


@pytest.mark.parametrize(
    ("version", "python", "expected"),
    [
        ("6.11.0", "3.11", False),
        ("6.11.1", "3.13", False),
        ("6.11.3", "3.11", True),
        ("6.12.0", "3.11", False),
        ("6.12.0", "3.12", True),
    ],
)
def test_that_broken_versions_of_qt_are_excluded(version: str, python: str, expected: bool) -> None:
    assert allowed("PySide6-Essentials", version, python) is expected


def test_that_the_version_is_written_once() -> None:
    assert project()["dynamic"] == ["version"]
    assert VERSION.count(".") == 2
