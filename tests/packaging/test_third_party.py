"""THIRD_PARTY.md against the pinned requirements, the texts and the bundled files."""

from __future__ import annotations

import re
from pathlib import Path

import third_party
from contents import EXCLUDED_MODULES

from engine.asset_paths import asset_path

ROOT = Path(__file__).resolve().parents[2]


def test_that_the_page_is_up_to_date() -> None:
    page = third_party.PAGE.read_text(encoding="utf-8")
    assert page == third_party.page(), "run packaging/third_party.py"


def test_that_every_pinned_package_is_listed_with_its_version() -> None:
    listed = {part["package"] for part in third_party.parts() if "package" in part}
    assert listed == set(third_party.pinned_versions())


def test_that_every_part_has_a_licence_and_its_text() -> None:
    for part in third_party.parts():
        assert part["licence"]
        for text in part["texts"]:
            path = asset_path(*text.split("/")) if "/" in text else asset_path("licences", text)
            assert path.stat().st_size > 900, text


def test_that_copied_texts_are_those_of_the_installed_packages() -> None:
    for text, package in third_party.COPIED.items():
        shipped = (third_party.LICENCES / text).read_text(encoding="utf-8")
        assert shipped == third_party.installed_text(package), "run packaging/third_party.py"


def test_that_versions_of_faces_are_those_of_the_fonts() -> None:
    page = asset_path("fonts", "README.md").read_text(encoding="utf-8")
    faces = [part for part in third_party.parts() if part["texts"][0].startswith("fonts/")]
    assert len(faces) == 3
    for part in faces:
        assert f"{part['name'].removesuffix(' (files)')} {part['version']}" in page


def test_that_the_duties_of_the_lgpl_are_said() -> None:
    page = third_party.page()
    for words in ("replace", "source", "Lesser General Public License", "download.qt.io"):
        assert words in page
    text = asset_path("licences", "LGPL-3.0.txt").read_text(encoding="utf-8")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text


def test_that_the_package_is_built_with_what_the_program_runs_with() -> None:
    """requirements/package.txt pins the same versions with the same hashes as run.txt, and adds PyInstaller."""
    run, package = (pins(ROOT / "requirements" / name) for name in ("run.txt", "package.txt"))
    assert {name: package[name] for name in run} == run
    assert "pyinstaller" in package
    assert not {"matplotlib", "pillow", "onnx"} & set(package)
    assert "PIL" in EXCLUDED_MODULES


def pins(path: Path) -> dict[str, str]:
    blocks = re.split(r"\n(?=\S)", path.read_text(encoding="utf-8"))
    return {block.split("==")[0]: block.strip() for block in blocks if "==" in block}
