"""Two small windows of the Help menu: what the keys do, and what this program is and contains."""

from __future__ import annotations

import platform

import numpy as np
from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from gui.fonts import font
from gui.menus import ITEMS, Menus
from gui.version import VERSION

MORE_KEYS = (
    ("Tab", "Go to the next control; into the network drawing"),
    ("Arrows", "In the drawing: from unit to unit, from layer to layer"),
    ("Enter, Esc", "Take over or drop a typed weight, bias or number"),
    ("Up, Down", "While typing a weight: change it by 0.1 (Shift 1, Ctrl 0.01)"),
)


def show_keys(window: QWidget, menus: Menus) -> None:
    """List every key of the menus, and those of the drawing."""
    rows = [
        (menus.actions[item.key].shortcut().toString(), item.text)
        for item in ITEMS
        if item.text and not menus.actions[item.key].shortcut().isEmpty()
    ]
    dialog, layout = _dialog(window, "Keys")
    form = QFormLayout()
    form.setHorizontalSpacing(24)
    for key, text in [*rows, *MORE_KEYS]:
        name = QLabel(key)
        name.setFont(font("header"))
        form.addRow(name, QLabel(text))
    layout.insertLayout(0, form)
    dialog.open()


def show_about(window: QWidget) -> None:
    """Say the versions and licences."""
    dialog, layout = _dialog(window, "About Chalknet")
    text = (
        f"<b>Chalknet {VERSION}</b><br>See how a neural network learns.<br><br>"
        f"Python {platform.python_version()}, NumPy {np.__version__}, "
        f"Qt {qVersion()} with PySide6 {pyside_version} (LGPL), pyqtgraph (MIT), ziamath (MIT)<br>"
        "Fonts: Inter, JetBrains Mono, STIX Two Math (SIL Open Font License)<br>"
        "Data: UCI Machine Learning Repository (CC BY 4.0)<br><br>"
        "Chalknet is free software under the MIT licence. It never uses the network."
    )
    label = QLabel(text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    layout.insertWidget(0, label)
    dialog.open()


def _dialog(window: QWidget, title: str) -> tuple[QDialog, QVBoxLayout]:
    dialog = QDialog(window)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 24, 24, 16)
    layout.setSpacing(16)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    return dialog, layout
