"""The program's icon: one picture for every size, so that the small ones are those that were drawn to be small."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from engine.asset_paths import asset_path

SIZES = (16, 24, 32, 48, 64, 128, 256)


def window_icon() -> QIcon:
    """Needs a QGuiApplication. Qt reads each picture when it first wants it."""
    icon = QIcon()
    for size in SIZES:
        icon.addFile(str(asset_path("icons", f"chalknet-{size}.png")))
    return icon
