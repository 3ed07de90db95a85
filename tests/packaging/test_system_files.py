"""What systems read about the program: menu entry, metadata, file type, version resource, Info.plist."""

from __future__ import annotations

import configparser
import os
import plistlib
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from system_files import MIME_TYPE, info_plist, version_resource

from engine.asset_paths import asset_path
from gui.version import VERSION

LINUX = Path(__file__).resolve().parents[2] / "packaging" / "linux"
NAME = "org.chalknet.Chalknet"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_that_the_menu_entry_starts_the_program_with_a_file() -> None:
    entry = desktop_entry(LINUX / f"{NAME}.desktop")
    assert entry["Exec"] == "chalknet %f"
    assert entry["Icon"] == NAME
    assert entry["MimeType"] == f"{MIME_TYPE};"


def desktop_entry(path: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[method-assign, assignment]
    parser.read(path, encoding="utf-8")
    return parser["Desktop Entry"]


def test_that_the_metadata_names_this_version_and_its_menu_entry() -> None:
    root = ET.parse(LINUX / f"{NAME}.metainfo.xml").getroot()
    assert root.findtext("id") == NAME
    assert root.findtext("launchable") == f"{NAME}.desktop"
    assert root.findtext("provides/mediatype") == MIME_TYPE
    releases = root.findall("releases/release")
    assert releases[0].get("version") == VERSION


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstreamcli is not installed")
def test_that_appstreamcli_finds_no_fault() -> None:
    path = str(LINUX / f"{NAME}.metainfo.xml")
    command = ["appstreamcli", "validate", "--no-net", path]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stdout


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed"
)
def test_that_desktop_file_validate_finds_no_fault() -> None:
    command = ["desktop-file-validate", str(LINUX / f"{NAME}.desktop")]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stdout


def test_that_chalk_files_have_a_type() -> None:
    root = ET.parse(LINUX / f"{NAME}.mime.xml").getroot()
    kind = root.find(f"{MIME}mime-type")
    assert kind is not None
    assert kind.get("type") == MIME_TYPE
    glob = kind.find(f"{MIME}glob")
    assert glob is not None
    assert glob.get("pattern") == "*.chalk"


def test_that_the_version_resource_says_the_version_in_numbers_and_words() -> None:
    text = version_resource("1.20.3")
    assert "filevers=(1, 20, 3, 0), prodvers=(1, 20, 3, 0)" in text
    assert "StringStruct('FileVersion', '1.20.3')" in text
    assert compile(text, "resource", "eval")


def test_that_info_plist_declares_the_file_type() -> None:
    entries = plistlib.loads(plistlib.dumps(info_plist("1.20.3")))
    assert entries["CFBundleShortVersionString"] == "1.20.3"
    declared = entries["UTExportedTypeDeclarations"][0]
    assert entries["CFBundleDocumentTypes"][0]["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert declared["UTTypeTagSpecification"]["public.filename-extension"] == ["chalk"]
    assert declared["UTTypeTagSpecification"]["public.mime-type"] == [MIME_TYPE]


@pytest.mark.skipif(os.name != "posix", reason="the menu of Linux")
def test_that_the_program_is_added_to_the_menu_and_taken_out_again(tmp_path: Path) -> None:
    package = tmp_path / "a folder & 100 % of $HOME"
    shutil.copytree(LINUX, package / "desktop")
    icons = package / "_internal" / "assets" / "icons"
    shutil.copytree(asset_path("icons"), icons)
    data = tmp_path / "data"
    add_to_menu(package, data)
    entry = desktop_entry(data / "applications" / f"{NAME}.desktop")
    expected = str(package / "chalknet").replace("$", "\\\\$").replace("%", "%%")
    assert entry["Exec"] == f'"{expected}" %f'
    icon = data / "icons" / "hicolor" / "48x48" / "apps" / f"{NAME}.png"
    assert icon.read_bytes() == (icons / "chalknet-48.png").read_bytes()
    assert (data / "mime" / "packages" / f"{NAME}.mime.xml").is_file()
    add_to_menu(package, data, "--remove")
    assert not [path for path in data.rglob("*") if path.is_file() and NAME in path.name]


def add_to_menu(package: Path, data: Path, *arguments: str) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": str(data), "XDG_DATA_HOME": str(data)}
    command = ["/bin/sh", str(package / "desktop" / "add-to-menu"), *arguments]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60, env=environment)
    assert ended.returncode == 0, ended.stderr
