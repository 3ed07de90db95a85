"""What helps whoever mends a fault, as one text: versions, system, screens, look, places, the last lines of the log.

Nothing personal: the home folder is written as ~, and the name of the computer is not asked for.
"""

from __future__ import annotations

import platform
import sys

from PySide6.QtCore import QSysInfo
from PySide6.QtGui import QGuiApplication, QScreen

from gui.appearance import Appearance
from gui.crash.home import without_home
from gui.crash.run_log import log_file, recent_lines
from gui.settings import Settings
from gui.version import VERSION
from gui.versions import versions

LOG_LINES = 40


def diagnostics_text(appearance: Appearance, settings: Settings, traceback: str = "") -> str:
    """Everything, with the traceback of a fault in front of the log if there is one."""
    file = log_file()
    others = ", ".join(f"{name} {version}" for name, version in versions().items())
    looks = appearance.theme.name + (" (as the system)" if appearance.choice == "system" else "")
    lines = [
        f"Chalknet {VERSION}{' (packaged)' if hasattr(sys, '_MEIPASS') else ''}",
        others,
        f"System: {_system()}",
        *(f"Screen: {_screen(screen)}" for screen in QGuiApplication.screens()),
        f"Theme: {looks}",
        f"Settings: {'a temporary profile' if settings.is_temporary else settings.path}",
        f"Log: {file if file is not None else 'in memory only'}",
    ]
    if traceback:
        lines += ["", traceback.rstrip()]
    log_lines = recent_lines(LOG_LINES)
    lines += [
        "",
        f"The last {len(log_lines)} lines of the log:" if log_lines else "The log is empty",
        *log_lines,
    ]
    return without_home("\n".join(lines) + "\n")


def _system() -> str:
    kernel = f"{platform.system()} {platform.release()}"
    parts = (QSysInfo.prettyProductName(), kernel, QSysInfo.currentCpuArchitecture())
    return f"{', '.join(parts)}, Qt platform {QGuiApplication.platformName()}"


def _screen(screen: QScreen) -> str:
    size = screen.size()
    scale = f"{100 * screen.devicePixelRatio():.0f} %"
    return f"{size.width()} × {size.height()} at {scale}, {screen.logicalDotsPerInch():.0f} dpi"
