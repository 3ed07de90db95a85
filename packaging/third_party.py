"""THIRD_PARTY.md and the licence texts: `python packaging/third_party.py` writes them anew after a version has changed.

assets/licences/parts.json is the list; versions come from requirements/run.txt, texts of Python packages from what is
installed. A test compares the page with both.
"""

from __future__ import annotations

import json
import re
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LICENCES = ROOT / "assets" / "licences"
PAGE = ROOT / "THIRD_PARTY.md"
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
# Text to the installed package whose licence files it repeats.
COPIED = {
    "NumPy.txt": "numpy",
    "pyqtgraph.txt": "pyqtgraph",
    "ziamath.txt": "ziamath",
    "ziafont.txt": "ziafont",
    "colorama.txt": "colorama",
}
TEMPLATE = ROOT / "packaging" / "THIRD_PARTY.template.md"


def parts() -> list[dict[str, Any]]:
    """The list: each part's name, licence (SPDX), texts, purpose, and where its version is from."""
    content: list[dict[str, Any]] = json.loads((LICENCES / "parts.json").read_text(encoding="utf-8"))
    return content


def pinned_versions() -> dict[str, str]:
    """Package to version, as requirements/run.txt pins them."""
    return dict(PINNED.findall((ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")))


def page() -> str:
    """The text of THIRD_PARTY.md."""
    pinned = pinned_versions()
    rows = []
    for part in parts():
        version = pinned[part["package"]] if "package" in part else part["version"]
        texts = ", ".join(f"`{text}`" for text in part["texts"])
        rows.append(f"| {part['name']} | {version} | {part['licence']} | {texts} | {part['purpose']} |\n")
    return TEMPLATE.read_text(encoding="utf-8").replace("ROWS\n", "".join(rows))


def installed_text(package: str) -> str:
    """The licence files of an installed package, one below the other, under their names where there are several."""
    files = [file for file in distribution(package).files or [] if "/licenses/" in file.as_posix()]
    texts = {
        file.as_posix().split("/licenses/")[1]: file.read_text() for file in sorted(files, key=_main_first)
    }
    if len(texts) == 1:
        return next(iter(texts.values()))
    return "\n".join(f"==== {name} ====\n\n{text.rstrip()}\n" for name, text in texts.items())


def _main_first(file: Any) -> tuple[int, str]:
    return len(file.parts), file.as_posix()


def main() -> None:
    """Write the copied texts and the page."""
    for text, package in COPIED.items():
        (LICENCES / text).write_text(installed_text(package), encoding="utf-8")
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
