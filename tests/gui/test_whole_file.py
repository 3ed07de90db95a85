"""A file is written whole or not at all, and the system's own words say why not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui.whole_file import write_whole

ROOT = Path(__file__).resolve().parents[2]
LIMITED = """
import resource, signal, sys
from pathlib import Path
from gui.whole_file import write_whole

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
print(write_whole(Path(sys.argv[1]), bytes(120_000)))
"""


@pytest.mark.parametrize("size", [0, 1, 20_000, 5_000_000])
def test_that_all_of_it_is_written_in_place_of_what_was_there(size, tmp_path):
    path, content = tmp_path / "a", os.urandom(size)
    path.write_text("old")
    assert write_whole(path, content) == ""
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["no/such/folder", "folder", "x" * 300])
def test_that_a_place_that_is_none_is_told(name, tmp_path):
    (tmp_path / "folder").mkdir()
    assert len(write_whole(tmp_path / name, b"new")) > 5
    assert [found.name for found in tmp_path.iterdir()] == ["folder"]


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
def test_that_a_disk_that_takes_only_a_part_of_it_leaves_the_old_file_and_says_why(tmp_path):
    path = tmp_path / "a"
    path.write_text("old")
    command = [sys.executable, "-c", LIMITED, str(path)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert ended.stdout.strip() == "File too large"
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
