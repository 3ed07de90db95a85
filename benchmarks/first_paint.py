"""Starts the program as main.py does and prints the time of the first painted frame, then quits."""

from __future__ import annotations

import os
import sys
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
if "DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> int:
    """Run the program until its window has painted once."""
    from PySide6.QtCore import QEvent, QTimer

    import gui.app
    from gui.command_line import parse_options

    class ReportingWindow(gui.app.MainWindow):
        painted = False

        def event(self, event: QEvent) -> bool:
            handled = super().event(event)
            if event.type() == QEvent.Type.UpdateRequest and not self.painted:
                self.painted = True
                print(time.time())
                QTimer.singleShot(0, self.close)
            return handled

    gui.app.MainWindow = ReportingWindow  # type: ignore[misc]
    return gui.app.run(parse_options(["--temp-profile"]))


if __name__ == "__main__":
    sys.exit(main())
