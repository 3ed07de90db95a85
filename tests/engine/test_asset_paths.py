"""Where bundled files are looked for."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from engine.asset_paths import asset_path


def test_that_assets_are_found_in_a_source_folder_from_anywhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert asset_path("tokens.json").is_file()


def test_that_a_frozen_program_looks_where_it_was_unpacked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert asset_path("fonts", "a.otf") == tmp_path / "assets" / "fonts" / "a.otf"
