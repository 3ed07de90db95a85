"""A display of one's own: Xvfb, for starts that should meet the real platform plug-in where nobody sits."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SCREEN = "1920x1200x24"


def has_xvfb() -> bool:
    """Whether there is an Xvfb to be started."""
    return shutil.which("Xvfb") is not None


@contextmanager
def virtual_display(screen_folder: Path | None = None) -> Iterator[str]:
    """Start Xvfb on a number that is free; gives its name, such as ":1". screen_folder: where it is to keep its screen
    as a file. It ends with the block. Raises SystemExit where it does not start.
    """
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]
    command += ["-fbdir", str(screen_folder)] if screen_folder is not None else []
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise SystemExit("chalknet: Xvfb does not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
