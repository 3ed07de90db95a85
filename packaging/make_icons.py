"""Makes every icon file from the two drawings in assets/icons: `python packaging/make_icons.py`, with PySide6.

chalknet-small.svg is the same mark with fewer strokes: at 32 pixels and below, six edges would be grey.
"""

from __future__ import annotations

import os
from pathlib import Path

from icon_files import icns_file, ico_file
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
DRAWINGS = ROOT / "assets" / "icons"
FOR_SYSTEMS = ROOT / "packaging" / "icons"
PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)  # shipped: the window's icon, and those of Linux menus
SMALL = 32
LARGEST = 1024


def draw_icon(size: int) -> QImage:
    """The mark as a square picture of so many pixels, transparent around it."""
    name = "chalknet-small.svg" if size <= SMALL else "chalknet.svg"
    picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(DRAWINGS / name)).render(painter)
    painter.end()
    return picture


def png_file(picture: QImage) -> bytes:
    """The bytes of a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "PNG"):  # type: ignore[call-overload]  # PySide6's types know file names only
        raise OSError("Qt can't write PNG pictures")
    return bytes(content.data())


def main() -> None:
    """Write assets/icons/chalknet-*.png, packaging/icons/chalknet.ico and chalknet.icns."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    pictures = {size: png_file(draw_icon(size)) for size in (*PNG_SIZES, LARGEST)}
    for size in PNG_SIZES:
        (DRAWINGS / f"chalknet-{size}.png").write_bytes(pictures[size])
    FOR_SYSTEMS.mkdir(exist_ok=True)
    (FOR_SYSTEMS / "chalknet.ico").write_bytes(ico_file(pictures))
    (FOR_SYSTEMS / "chalknet.icns").write_bytes(icns_file(pictures))
    application.quit()


if __name__ == "__main__":
    main()
