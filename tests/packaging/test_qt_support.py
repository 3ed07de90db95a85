"""PySide's own Python files go into the package compiled, and PySide takes them from there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
from qt_support import compiled_support

ASK = "import PySide6.QtCore, sys; print(sys.modules['shibokensupport.signature.parser'].__file__)"


@pytest.mark.skipif(sys.platform == "darwin", reason="an .app has none of it")
def test_that_pyside_takes_the_compiled_files_of_the_package(tmp_path):
    shutil.copytree(Path(shiboken6.__file__).parent, tmp_path / "shiboken6")
    for name, file, _ in compiled_support(tmp_path / "work"):
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, place)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-c", ASK], env=environment, check=True, capture_output=True, text=True, timeout=60
    )
    assert Path(ended.stdout.strip()) == tmp_path / "shiboken6/files.dir/shibokensupport/signature/parser.pyc"
    assert ended.stderr == ""
