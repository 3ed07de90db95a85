"""PySide's own Python files, compiled. libshiboken carries them as text, which every start would compile anew.

PySide takes them from a folder beside its library instead, where there is one; its variable SBK_EMBED makes it.
"""

from __future__ import annotations

import os
import py_compile
import shutil
import subprocess
import sys
from pathlib import Path

import shiboken6

FOLDER = Path("shiboken6", "files.dir")


def compiled_support(work: Path) -> list[tuple[str, str, str]]:
    """What is to be added to the data of PyInstaller's analysis: (name inside the package, file, kind)."""
    if sys.platform == "darwin":
        return []  # the folder's name has a dot, which macOS takes for a bundle inside the .app
    sources = _unpack(work / "qt_support")
    entries = []
    for source in sorted(sources.rglob("*.py")):
        compiled = source.with_suffix(".pyc")
        inside = FOLDER / compiled.relative_to(sources)
        # By hash and unchecked: a start looks for no source, whose time an archive would not keep.
        mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
        py_compile.compile(
            str(source), str(compiled), inside.as_posix(), doraise=True, invalidation_mode=mode
        )
        entries.append((str(inside), str(compiled), "DATA"))
    return entries


def _unpack(work: Path) -> Path:
    """Let a copy of the package write its files down; the installed one stays as it is."""
    shutil.rmtree(work, ignore_errors=True)
    copy = work / "shiboken6"
    shutil.copytree(Path(shiboken6.__file__).parent, copy)
    environment = {**os.environ, "SBK_EMBED": "0", "PYTHONPATH": str(work)}
    subprocess.run([sys.executable, "-c", "import shiboken6"], check=True, env=environment)
    return work / FOLDER
