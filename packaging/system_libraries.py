"""The copyright files of the Debian or Ubuntu packages that libraries of the building system came from."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

DOCUMENTS = Path("/usr/share/doc")
INSIDE = "assets/licences/system"


def system_licences(files: Iterable[str], work: Path) -> list[tuple[str, str, str]]:
    """Entries for PyInstaller: each package's copyright file, and versions.txt, which is written into `work`.

    files: the libraries that go into the package. Empty where there is no dpkg, as on Windows and macOS.
    """
    if shutil.which("dpkg-query") is None:
        return []
    packages = owners_of(files)
    versions = work / "versions.txt"
    versions.write_text("".join(f"{name} {version_of(name)}\n" for name in packages), encoding="utf-8")
    entries = [(f"{INSIDE}/versions.txt", str(versions), "DATA")]
    for name in packages:
        text = DOCUMENTS / name / "copyright"
        if not text.is_file():
            raise SystemExit(f"chalknet: {text} is missing, and a library of {name} goes into the package")
        entries.append((f"{INSIDE}/{name}.txt", str(text.resolve()), "DATA"))
    return entries


def owners_of(files: Iterable[str]) -> list[str]:
    """The sorted names of the packages that files belong to; files that are no system's belong to none."""
    paths: set[str] = set()
    for file in files:
        real = Path(file).resolve().as_posix()
        # A Debian root with merged /usr knows a library under the path it had before.
        paths.update((real, real.removeprefix("/usr")))
    return sorted({line.split(":")[0] for line in _ask("--search", *sorted(paths)).splitlines()})


def version_of(package: str) -> str:
    """The installed version of a package; where it is installed for two architectures, the first."""
    return _ask("--show", "--showformat", "${Version}\n", package).splitlines()[0]


def _ask(*arguments: str) -> str:
    """What dpkg-query prints. It fails when one of several files is nobody's, and still names the others."""
    return subprocess.run(["dpkg-query", *arguments], check=False, capture_output=True, text=True).stdout
