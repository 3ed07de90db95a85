"""The page at the end of an exercise: what was right at once, right later and wrong, and which slips were made."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from engine.step.score import Score
from gui.appearance import Appearance
from gui.step.pencil.paper import Tally
from gui.step.pencil.score_figures import Figure, ScoreFigures
from gui.step.pencil.slip_list import Made, SlipList
from gui.widgets import Button, Label
from gui.widgets.ground import PanelGround

PADDING, GAP, BLOCK_GAP = 32, 8, 20
OTHER = "No slip that can be named: work the number out once more."


class ScorePage(QScrollArea):
    """`show_score`. Signals: again_requested(), new_requested()."""

    again_requested = Signal()
    new_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title = Label(appearance, "", "heading", "ink")
        self.summary = Label(appearance, "", "body", "ink2")
        self.figures = ScoreFigures(appearance)
        self.slips_title = Label(appearance, "", "header", "ink")
        self.slips = SlipList(appearance)
        self.again = Button(appearance, "Again", "reset")
        self.again.setToolTip("The same blanks, empty once more")
        self.new = Button(appearance, "New exercise…", "new_weights")
        self.new.setToolTip("Other numbers, or another network")
        self.again.clicked.connect(self.again_requested)
        self.new.clicked.connect(self.new_requested)
        self._lay_out(appearance)

    def show_score(self, what: str, tally: Tally, score: Score, hints: Mapping[str, str]) -> None:
        """Show what came of an exercise; hints: for each slip the sentence that was said of it."""
        blank = tally.count - score.right_at_once - score.right_later - score.wrong
        self.title.setText("All done" if tally.is_done else "So far")
        self.summary.setText(f"{what}: {tally.text}")
        self.figures.show_figures(
            (
                Figure(score.right_at_once, "right at once", "check", "run"),
                Figure(score.right_later, "right later", "redo", "ink2"),
                Figure(score.wrong, "wrong or shown", "close", "err"),
                Figure(blank, "still blank", "pencil", "ink3"),
            )
        )
        made = [Made(words, count, hints.get(key, "")) for key, words, count in score.slips]
        unnamed = tally.slips - sum(slip.count for slip in made)
        if unnamed > 0:
            made.append(Made("other", unnamed, OTHER))
        self.slips_title.setText("Slips" if made else "No slips: every answer was right.")
        self.slips.show_slips(made)

    def _lay_out(self, appearance: Appearance) -> None:
        page = PanelGround(appearance)
        column = QVBoxLayout(page)
        column.setContentsMargins(PADDING, BLOCK_GAP, PADDING, BLOCK_GAP)
        column.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.title, 1)
        head.addWidget(self.again)
        head.addWidget(self.new)
        column.addLayout(head)
        column.addWidget(self.summary)
        column.addSpacing(GAP)
        column.addWidget(self.figures)
        column.addSpacing(GAP)
        column.addWidget(self.slips_title)
        column.addWidget(self.slips)
        column.addStretch(1)
        self.setWidget(page)
