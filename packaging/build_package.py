"""Builds the program that starts without Python, into dist/: a packed folder, or with --onefile a single file. With
--folder nothing is packed: the smoke test is run with what was built.

Run by script/package. Prints what it has made; exit code 1 when PyInstaller or a check fails.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

from archives import pack_tar, pack_zip
from check_program import check_program, try_program
from report import Figures, print_report

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
WORK = ROOT / "build" / "package"
BESIDE = ("LICENSE", "THIRD_PARTY.md")
SYSTEM = {"Windows": "windows", "Darwin": "macos"}.get(platform.system(), "linux")


def main() -> int:
    """Build, then check and report if asked."""
    wishes = _arguments()
    sys.path.insert(0, str(ROOT))
    from gui.version import VERSION

    name = f"chalknet-{VERSION}-{SYSTEM}-{platform.machine().lower()}"
    begun = time.perf_counter()
    program = build(one_file=wishes.onefile)
    built = time.perf_counter()
    if wishes.folder:
        print(f"{program.relative_to(ROOT)}  built in {built - begun:.0f} s")
        (check_program if wishes.check else try_program)(program)
        return 0
    made = _keep_file(program, name) if wishes.onefile else pack(program, name)
    write_checksum(made)
    print(f"{made.relative_to(ROOT)}  {made.stat().st_size / 1e6:.1f} MB")
    if wishes.check:
        check_program(program if not wishes.onefile else made)
    if wishes.report:
        folder = None if wishes.onefile else folder_of(program)
        print_report(
            Figures(program if folder else made, folder, made, built - begun, time.perf_counter() - built)
        )
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="script/package", description="Build the program that needs no Python."
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--onefile", action="store_true", help="one file instead of a packed folder; starts slower"
    )
    form.add_argument(
        "--folder", action="store_true", help="pack nothing: build the folder and run its smoke test"
    )
    parser.add_argument(
        "--check", action="store_true", help="run what was built: commands, lesson, smoke test"
    )
    parser.add_argument(
        "--report", action="store_true", help="print sizes, build time and time to the first paint"
    )
    return parser.parse_args()


def build(one_file: bool) -> Path:
    """Run PyInstaller on chalknet.spec. Returns the program that can be started in a terminal."""
    WORK.mkdir(parents=True, exist_ok=True)
    staging = WORK / ("onefile" if one_file else "folder")
    environment = {**os.environ, "CHALKNET_ONEFILE": "1" if one_file else "0"}
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += [
        "--distpath",
        str(staging),
        "--workpath",
        str(WORK),
        str(ROOT / "packaging" / "chalknet.spec"),
    ]
    if subprocess.run(command, check=False, cwd=ROOT, env=environment).returncode != 0:
        raise SystemExit("chalknet: PyInstaller failed; see above")
    suffix = ".exe" if SYSTEM == "windows" else ""
    if one_file:
        return staging / f"chalknet{suffix}"
    if SYSTEM == "macos":
        return staging / "Chalknet.app" / "Contents" / "MacOS" / "chalknet"
    _add_files_beside(staging / "chalknet")
    return staging / "chalknet" / ("chalknet-console.exe" if suffix else "chalknet")


def _add_files_beside(folder: Path) -> None:
    """What a person looks for at the top: licences, and on Linux what puts the program into the menu."""
    for name in BESIDE:
        shutil.copy(ROOT / name, folder)
    if SYSTEM == "linux":
        shutil.copytree(ROOT / "packaging" / "linux", folder / "desktop")


def folder_of(program: Path) -> Path:
    """The folder (or .app) that is packed, of the program inside."""
    return program.parents[2] if SYSTEM == "macos" else program.parent


def pack(program: Path, name: str) -> Path:
    """The archive of the folder: tar.xz, a zip on Windows and macOS; inside is one folder."""
    DIST.mkdir(exist_ok=True)
    folder = folder_of(program)
    if SYSTEM == "linux":
        return pack_tar(folder, DIST / f"{name}.tar.xz", top=name)
    return pack_zip(folder, DIST / f"{name}.zip", top=folder.name if SYSTEM == "macos" else name)


def _keep_file(program: Path, name: str) -> Path:
    DIST.mkdir(exist_ok=True)
    return Path(shutil.copy(program, DIST / f"{name}-onefile{program.suffix}"))


def write_checksum(file: Path) -> None:
    """FILE.sha256 beside the file, as sha256sum writes and checks it."""
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    file.with_name(f"{file.name}.sha256").write_text(
        f"{digest}  {file.name}\n", encoding="utf-8", newline="\n"
    )


if __name__ == "__main__":
    sys.exit(main())
