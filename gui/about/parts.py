"""What Chalknet contains: name, version, licence, what it is for, and the text of its licence.

The list is assets/licences/parts.json; the versions are those of what runs.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import qVersion

from gui.about.licence_texts import asset_text, root_text
from gui.version import VERSION
from gui.versions import version_of

NOTICES = "THIRD_PARTY.md"
QT_SOURCES = "https://download.qt.io/official_releases/qt/{minor}/{version}/single/"
PYSIDE_SOURCES = "https://download.qt.io/official_releases/QtForPython/pyside6/PySide6-{version}-src/"
LGPL = (
    "{name} is used unchanged under the GNU Lesser General Public License, version 3, which follows below. You may "
    "replace its libraries, files of their own beside the program, by your own versions of them, and take the "
    "program apart to find faults in such a change.\n\nIts source code is to be had at\n{source}\n\n\n"
)
MODULES = {"pyside6-essentials": "PySide6"}  # where a package is imported under another name
FILES_MARK = " (files)"  # what a wheel brings as well; of no matter here


@dataclass(frozen=True)
class Part:
    """One thing inside. text() reads the licence, or what else there is to say; "" if nothing was found."""

    name: str
    version: str
    licence: str
    purpose: str
    text: Callable[[], str]
    is_markdown: bool = False


def parts() -> tuple[Part, ...]:
    """Everything: the program itself, the notices as one page where they come along, then part by part."""
    purpose = "a playground in which one sees how a neural network learns"
    found = [Part("Chalknet", VERSION, "MIT", purpose, partial(root_text, "LICENSE"))]
    if root_text(NOTICES):
        purpose = "what is inside and under which licences"
        found.append(Part("All notices", "", "", purpose, partial(root_text, NOTICES), is_markdown=True))
    content: list[dict[str, Any]] = json.loads(asset_text("licences", "parts.json") or "[]")
    return (*found, *map(_part, content))


def _part(content: dict[str, Any]) -> Part:
    name = content["name"].removesuffix(FILES_MARK)
    version = _version(name, content)
    texts = content["texts"]
    is_markdown = texts[0].endswith(".md")
    read = partial(_texts, _source_note(name, version), texts)
    return Part(name, version, content["licence"], content["purpose"], read, is_markdown)


def _version(name: str, content: dict[str, Any]) -> str:
    if name == "Python":
        return platform.python_version()
    if name == "Qt":
        return qVersion() or ""
    if "package" in content:
        return version_of(MODULES.get(content["package"], content["package"]))
    noted = content["version"].split(",")[0]
    return noted if noted[:1].isdigit() else ""


def _source_note(name: str, version: str) -> str:
    """Where the source of what is under the LGPL is to be had; "" of everything else."""
    if name == "Qt":
        minor = ".".join(version.split(".")[:2])
        return LGPL.format(name=name, source=QT_SOURCES.format(minor=minor, version=version))
    if name.startswith(("PySide6", "shiboken6")):
        return LGPL.format(name=name, source=PYSIDE_SOURCES.format(version=version))
    return ""


def _texts(note: str, names: Sequence[str]) -> str:
    """The texts of a part's licence: beside the fonts and the data, or in the folder of licences."""
    found = [asset_text(*name.split("/")) if "/" in name else asset_text("licences", name) for name in names]
    return note + "\n\n\n".join(text for text in found if text)
