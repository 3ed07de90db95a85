"""A lab with a header, a picture below it and a panel of numbers beside that."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from gui.labs.lab import Lab
from gui.widgets import PanelHeader

PADDING, HEAD_MARGIN, GAP = 24, 8, 28


class PanelLab(Lab):
    """shares: of the width, the picture's and the panel's; least and most: the panel's width, in pixels."""

    shares = (6, 4)
    least, most = 300, 420

    def _lay_out_beside(self, header: PanelHeader, picture: QWidget | QLayout, panel: QWidget) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(HEAD_MARGIN, 0, HEAD_MARGIN, 0)
        head.addWidget(header)
        row = QHBoxLayout()
        row.setContentsMargins(PADDING, 8, PADDING, 12)
        row.setSpacing(GAP)
        if isinstance(picture, QWidget):
            row.addWidget(picture, self.shares[0])
        else:
            row.addLayout(picture, self.shares[0])
        row.addWidget(panel, self.shares[1])
        panel.setMinimumWidth(self.least)
        panel.setMaximumWidth(self.most)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(row, 1)
