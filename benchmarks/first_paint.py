"""Starts the program as main.py does and prints when its frame and when its content was first painted, then quits."""

from __future__ import annotations

import os
import sys
import time
from typing import Any

from main import set_thread_counts

if "DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> int:
    """Run the program until its window has painted twice."""
    set_thread_counts(os.environ)
    from gui.command_line import load_app, parse_options

    options = parse_options(["--temp-profile"])
    app = load_app()

    class ReportingWindow(app.MainWindow):  # type: ignore[name-defined, misc]
        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            self.painted.connect(self.report)

        def report(self) -> None:
            """Called when a picture is painted as a whole; the first UpdateRequest comes before it."""
            print(time.time())
            if self.is_filled:
                self.close()

    app.MainWindow = ReportingWindow  # type: ignore[attr-defined]
    exit_code: int = app.run(options)
    return exit_code


if __name__ == "__main__":
    sys.exit(main())
