"""Every text of the transport bar: tool-tips with formula and key, and why Run can't be pressed. No Qt."""

from __future__ import annotations

from typing import Protocol

from gui.formula_html import formula_html

RESET = "<b>Reset</b><br>Begin again from the same start weights (R)"
NEW_WEIGHTS = "<b>New weights</b><br>Begin again from other random start weights (Shift+R)"
UPDATE = "<b>One update</b><br>One mini-batch: forward, backward, W := W − α dW ( . )"
EPOCH = "<b>One epoch</b><br>Updates until every training example was used once more ( , )"
ALPHA = (
    "<b>Learning rate α</b><br>How far one update goes: W := W − α dW"
    "<br>Any positive number; Up, Down: next usual step. Applies to the running network"
)
APPLIES = "Applies from the next update on; the weights stay"
COST = "What training makes small: the average loss over the examples"
START = "How W begins; every b begins at 0. A change begins the run again"
RUN_HINTS = {
    "idle": "<b>Run</b><br>Train until Pause (Space)",
    "paused": "<b>Run</b><br>Go on training until Pause (Space)",
    "finished": "<b>Run</b><br>The epochs asked for are done; go on training (Space)",
    "running": "<b>Pause</b><br>Stop after the present update; every number stays (Space)",
    "diverged": (
        "<b>The run diverged</b>: a number became infinite or undefined."
        "<br>Reset (R), undo (Ctrl+Z), or take new weights and a smaller learning rate"
    ),
    "failed": (
        "<b>The run was stopped by an error</b>"
        "<br>Reset (R) or undo (Ctrl+Z) begins again; the log has the details"
    ),
}
ENDED = ("diverged", "failed")  # states that only a reset or an undo leaves


class Row(Protocol):
    """What the rows of the engine's tables have in common."""

    @property
    def label(self) -> str: ...
    @property
    def formula(self) -> str: ...


def row_hint(caption: str, row: Row, explanation: str = "") -> str:
    """The tool-tip of a combo that shows this row: its caption, its label and its formula."""
    lines = [f"<b>{caption}: {row.label}</b>", formula_html(row.formula)]
    return "<br>".join([*lines, explanation] if explanation else lines)
