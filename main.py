"""Start Chalknet from a source folder, `python main.py`, or as the installed command `chalknet`."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping

THREAD_VARIABLES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def set_thread_counts(environ: MutableMapping[str, str]) -> None:
    """One thread for NumPy's products, unless set: more make small products slower, and starve the window."""
    for name in THREAD_VARIABLES:
        environ.setdefault(name, "1")


def main() -> int:
    """Run the command line of this process and return its exit code."""
    set_thread_counts(os.environ)
    from gui.command_line import run_command  # NumPy reads the variables while it is imported

    return run_command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
