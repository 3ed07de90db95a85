"""The look of what Qt draws itself: Fusion, a palette from the theme, and assets/style.qss with its @tokens."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from engine.asset_paths import asset_path
from gui.application import Application
from gui.fonts import font
from gui.theme import Theme

FUSION_IS_SET = "fusion_is_set"
TOKEN = re.compile(r"@(\w+)")
Role = QPalette.ColorRole
# Which token each role of the palette takes.
ROLES: dict[QPalette.ColorRole, str] = {
    Role.Window: "panel",
    Role.WindowText: "ink",
    Role.Base: "panel",
    Role.AlternateBase: "sunken",
    Role.Text: "ink",
    Role.PlaceholderText: "ink3",
    Role.Button: "panel",
    Role.ButtonText: "ink",
    Role.BrightText: "err",
    Role.Highlight: "ink",
    Role.HighlightedText: "onink",
    Role.Accent: "ink",
    Role.Link: "ink",
    Role.LinkVisited: "ink2",
    Role.ToolTipBase: "panel",
    Role.ToolTipText: "ink",
    Role.Light: "panel",
    Role.Midlight: "hover",
    Role.Mid: "line",
    Role.Dark: "line2",
    Role.Shadow: "line2",
}
TEXT_ROLES = (Role.WindowText, Role.Text, Role.ButtonText, Role.ToolTipText, Role.HighlightedText)


def new_application(arguments: list[str]) -> Application:
    """An application in Fusion from the beginning: `setStyle` makes PySide build QStyle with its 30 enumerations."""
    application = Application([*arguments, "-style", "Fusion"])
    application.setProperty(FUSION_IS_SET, True)
    return application


def apply_style(application: QApplication, theme: Theme) -> None:
    """Give the whole program this theme; may be called again when the theme becomes another one."""
    # A style sheet hides the style below it, so that the program notes itself that it is there.
    if not application.property(FUSION_IS_SET):
        application.setStyle("Fusion")
        application.setProperty(FUSION_IS_SET, True)
    palette = palette_of(theme)
    application.setPalette(palette)
    QToolTip.setPalette(palette)
    QToolTip.setFont(font("small"))
    application.setStyleSheet(style_sheet(theme))


def palette_of(theme: Theme) -> QPalette:
    """A palette with every role that Fusion reads; disabled text has its own colour."""
    palette = QPalette()
    for role, token in ROLES.items():
        palette.setColor(role, theme.color(token))
    for role in TEXT_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.color("disabled"))
    palette.setColor(QPalette.ColorGroup.Disabled, Role.Highlight, theme.color("hover"))
    return palette


def style_sheet(theme: Theme) -> str:
    """The style sheet with this theme's colours. Raises KeyError for a token that the theme does not have."""
    return TOKEN.sub(lambda match: _hex(theme.color(match[1])), _source())


@cache
def _source() -> str:
    return asset_path("style.qss").read_text(encoding="utf-8")


def _hex(color: QColor) -> str:
    return color.name()
