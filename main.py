"""Start Chalknet from a source folder, `python main.py`, or as the installed command `chalknet`."""

from __future__ import annotations

import os
import sys

# NumPy reads these once, while it is imported. Several threads make small products slower, never faster.
THREAD_VARIABLES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def main() -> int:
    """Run the command line of this process and return its exit code."""
    for name in THREAD_VARIABLES:
        os.environ.setdefault(name, "1")
    from gui.command_line import run_command  # noqa: PLC0415 - after the variables above

    return run_command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
