"""Packs a built folder. Names, order and owners do not depend on the machine that packs."""

from __future__ import annotations

import platform
import shutil
import subprocess
import tarfile
from pathlib import Path


def pack_tar(folder: Path, archive: Path, top: str) -> Path:
    """A tar.xz with everything of the folder under the name `top`; links and the right to start are kept."""
    with tarfile.open(archive, "w:xz", preset=6) as tar:
        for path in [folder, *sorted(folder.rglob("*"))]:
            inside = Path(top, path.relative_to(folder)).as_posix()
            tar.add(path, inside, recursive=False, filter=_anonymous)
    return archive


def _anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def pack_zip(folder: Path, archive: Path, top: str) -> Path:
    """A zip with everything of the folder under the name `top`. On macOS by ditto, which keeps an .app's links."""
    archive.unlink(missing_ok=True)
    if platform.system() == "Darwin":
        subprocess.run(["ditto", "-c", "-k", "--keepParent", str(folder), str(archive)], check=True)
        return archive
    renamed = folder.with_name(top)
    if renamed != folder:
        shutil.rmtree(renamed, ignore_errors=True)
        shutil.copytree(folder, renamed)
    shutil.make_archive(str(archive.with_suffix("")), "zip", folder.parent, top)
    return archive
