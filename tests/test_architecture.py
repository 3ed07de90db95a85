"""Who may import whom, what no file may do, and how long a file may get. Read from the source, run in a bare Python."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("engine", "gui")
MAX_LINES = 300

# Geometry, edits and states are plain Python: testable without a window.
WITHOUT_QT = (
    "gui/edits.py",
    "gui/display.py",
    "gui/arguments.py",
    "gui/command_line.py",
    "gui/terminal_commands.py",
    "gui/version.py",
    "gui/training/mailbox.py",
    "gui/training/run_state.py",
    "gui/training/worker.py",
    "gui/training/commands.py",
)
FORBIDDEN_BUILTINS = {"eval", "exec", "compile", "__import__"}
FORBIDDEN_METHODS = {"terminate", "processEvents", "sleep"}
FORBIDDEN_MODULES = {"pickle", "cPickle", "shelve", "marshal", "dill", "joblib"}
# Written so that this file does not find itself.
MACHINE_TRACES = re.compile(r"/(?:home|Users|root|work)/\w|file:/{2}|(?<!emit-)index[-]url|find[-]links")


def python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def named(paths: list[Path]) -> list[object]:
    return [pytest.param(path, id=path.relative_to(ROOT).as_posix()) for path in paths]


@dataclass(frozen=True)
class Found:
    """What a file imports, anywhere in it, relative imports resolved; and the lines that do what is forbidden."""

    modules: tuple[str, ...]
    forbidden: tuple[str, ...]


@cache
def look_at(path: Path) -> Found:
    """Read once, although several tests ask."""
    package = path.relative_to(ROOT).parent.parts
    modules: list[str] = []
    forbidden: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            modules.append(".".join(part for part in (start, node.module) if part))
        elif isinstance(node, ast.Call) and is_forbidden(node.func):
            forbidden.append(f"line {node.lineno}: {ast.unparse(node.func)}")
        elif isinstance(node, ast.ExceptHandler) and node.type is None:
            forbidden.append(f"line {node.lineno}: a bare except")
    return Found(tuple(modules), tuple(forbidden))


def imported_modules(path: Path) -> tuple[str, ...]:
    return look_at(path).modules


def top(module: str) -> str:
    return module.split(".", maxsplit=1)[0]


@pytest.mark.parametrize("path", named(python_files("engine")))
def test_that_the_engine_imports_only_numpy_the_standard_library_and_itself(path: Path) -> None:
    allowed = {"numpy", "engine", *sys.stdlib_module_names}
    strangers = {module for module in imported_modules(path) if top(module) not in allowed}
    assert not strangers


@pytest.mark.parametrize("path", named(python_files("gui")))
def test_that_the_window_imports_only_what_the_program_depends_on(path: Path) -> None:
    allowed = {
        "numpy",
        "engine",
        "gui",
        "PySide6",
        "shiboken6",
        "pyqtgraph",
        "ziamath",
        *sys.stdlib_module_names,
    }
    strangers = {module for module in imported_modules(path) if top(module) not in allowed}
    assert not strangers


def test_that_the_engine_loads_in_a_python_without_qt() -> None:
    modules = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in python_files("engine")]
    script = f"""
import importlib, sys
for blocked in ("PySide6", "shiboken6", "pyqtgraph", "gui"):
    sys.modules[blocked] = None
for module in {[module.removesuffix(".__init__") for module in modules]!r}:
    importlib.import_module(module)
"""
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=False, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 0, ended.stderr


@pytest.mark.parametrize("path", named(python_files("gui/training")))
def test_that_the_training_thread_knows_no_widget_and_no_view(path: Path) -> None:
    modules = set(imported_modules(path))
    assert not {module for module in modules if top(module) in {"PySide6", "pyqtgraph"}} - {"PySide6.QtCore"}
    assert not {
        module for module in modules if top(module) == "gui" and not module.startswith("gui.training")
    }


@pytest.mark.parametrize("name", WITHOUT_QT)
def test_that_plain_parts_of_the_window_import_no_qt(name: str) -> None:
    qt = {module for module in imported_modules(ROOT / name) if top(module) in {"PySide6", "pyqtgraph"}}
    assert not qt


def geometry_files() -> list[Path]:
    return [path for path in python_files("gui") if path.stem.endswith("geometry")]


@pytest.mark.parametrize("path", named(geometry_files()))
def test_that_geometry_imports_no_qt(path: Path) -> None:
    assert not {module for module in imported_modules(path) if top(module) in {"PySide6", "pyqtgraph"}}


def test_that_pyqtgraph_is_imported_by_plots_only() -> None:
    users = {path for path in python_files("gui") if "pyqtgraph" in map(top, imported_modules(path))}
    assert users
    assert all(path.parent.name == "plots" for path in users)


def test_that_ziamath_is_imported_where_a_thread_uses_it_and_nowhere_else() -> None:
    users = {path for path in python_files("gui") if "ziamath" in map(top, imported_modules(path))}
    assert users == {ROOT / "gui" / "formulas" / "typeset.py"}


@pytest.mark.parametrize("path", named([*python_files(*PACKAGES), ROOT / "main.py"]))
def test_that_no_file_is_longer_than_three_hundred_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


@pytest.mark.parametrize("path", named([*python_files(*PACKAGES), ROOT / "main.py"]))
def test_that_no_file_does_what_is_forbidden(path: Path) -> None:
    assert not {module for module in imported_modules(path) if top(module) in FORBIDDEN_MODULES}
    assert not look_at(path).forbidden


def is_forbidden(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute):
        return function.attr in FORBIDDEN_METHODS
    return isinstance(function, ast.Name) and function.id in FORBIDDEN_BUILTINS | FORBIDDEN_METHODS


def test_that_every_json_file_of_the_assets_can_be_read() -> None:
    files = sorted((ROOT / "assets").rglob("*.json"))
    assert files
    for path in files:
        json.loads(path.read_text(encoding="utf-8"))


def tracked_files() -> list[Path]:
    """What a commit would hold; without git, all files outside hidden folders and caches."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        output = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True, timeout=60).stdout
    except (OSError, subprocess.CalledProcessError):
        return untracked_files()
    return [ROOT / name for name in output.decode().split("\0") if name and (ROOT / name).is_file()]


def untracked_files() -> list[Path]:
    found = []
    for folder, subfolders, names in os.walk(ROOT):
        subfolders[:] = [name for name in subfolders if name[0] not in "._"]
        found += [Path(folder, name) for name in names]
    return found


def test_that_no_file_names_a_folder_of_a_machine_or_a_package_index() -> None:
    texts = {".py", ".toml", ".txt", ".in", ".md", ".sh", ".cmd", ".cfg", ".json", ".yml", ".yaml", ""}
    for path in tracked_files():
        if path.suffix in texts and path.stat().st_size < 2_000_000:
            found = MACHINE_TRACES.search(path.read_text(encoding="utf-8", errors="replace"))
            assert found is None, f"{path.relative_to(ROOT)} says {found and found[0]!r}"


@pytest.mark.parametrize("name", ["run", "test", "bench"])
def test_that_every_requirement_is_pinned_with_hashes_and_no_index(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = text.replace("\\\n", " ").splitlines()
    assert len(entries) >= 5
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==[\w.]+ ", entry), entry
        assert "--hash=sha256:" in entry


def test_that_tests_run_with_the_very_versions_that_the_program_runs_with() -> None:
    def pins(name: str) -> set[str]:
        text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        return set(re.findall(r"^[a-z0-9-]+==[\w.]+", text, re.MULTILINE))

    assert pins("run") <= pins("test")


def test_that_widgets_have_no_colours_of_their_own() -> None:
    literal = re.compile(r"[\"']#[0-9a-fA-F]{6}[\"']")
    owners = {"gui/theme.py"}
    for path in python_files("gui"):
        name = path.relative_to(ROOT).as_posix()
        assert name in owners or not literal.search(path.read_text(encoding="utf-8")), name
