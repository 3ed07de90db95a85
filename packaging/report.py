"""The figures of a build: sizes, times, and how long a start takes to its first painted frame."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from statistics import median

from displays import has_xvfb
from first_paint import first_paints

STARTS = 5
LARGEST = 8


@dataclass(frozen=True)
class Figures:
    """What was built: the program, its folder (None for one file), the packed file, seconds of building and packing."""

    program: Path
    folder: Path | None
    packed: Path
    build_seconds: float
    pack_seconds: float


def print_report(figures: Figures) -> None:
    """Print all figures; MB are millions of bytes."""
    if figures.folder is not None:
        sizes = file_sizes(figures.folder)
        print(f"unpacked          {sum(sizes.values()) / 1e6:7.1f} MB in {len(sizes)} files   (under 220)")
        for name, size in sorted(sizes.items(), key=lambda item: -item[1])[:LARGEST]:
            print(f"                  {size / 1e6:7.1f} MB  {name}")
    print(f"packed            {figures.packed.stat().st_size / 1e6:7.1f} MB   (under 65 for the folder)")
    print(
        f"build time        {figures.build_seconds:7.1f} s, packing and checks {figures.pack_seconds:.1f} s"
    )
    if not has_xvfb():
        print("first paint       not measured: that needs Xvfb")
        return
    first, *warm = first_paints([str(figures.program)], STARTS + 1)
    clock, processor, complete = (
        median(getattr(paint, name) for paint in warm) for name in ("clock", "processor", "complete")
    )
    print(
        f"first paint       {clock:7.2f} s warm (median of {STARTS}; first start {first.clock:.2f} s)   (under 0.7)"
    )
    print(f"                  {processor:7.2f} s of it the processor's, what an idle machine needs")
    print(
        f"complete          {complete:7.2f} s: the picture as it stays (first start {first.complete:.2f} s)"
    )


def file_sizes(folder: Path) -> dict[str, int]:
    """Bytes of every file under its name inside the folder; a link counts nothing."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in files}
