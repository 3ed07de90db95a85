"""What pencil mode says under the matrices: what is asked, and what there is to say of an answer. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from engine.step.pencil import Verdict
from engine.step.row import Row
from gui.step.pencil.paper import Tally
from gui.widgets.numbers import grouped_text

RIGHT, WRONG, UNREADABLE = "Right", "Wrong", "No number"
TRY_AGAIN = "Look at the sum below, and try again."
SHOWN = "It is shown, and counts as wrong."
BEGIN = "Click a blank and type its number: Enter judges it and goes on"
SHOW, GO = "show", "go"


@dataclass(frozen=True)
class Saying:
    """text: what is said; word: before it, bold in `color`; icon: before both, "" for none."""

    text: str
    word: str = ""
    icon: str = ""
    color: str = "ink2"


def of_verdict(verdict: Verdict, name: str, *, is_elsewhere: bool = False) -> Saying:
    """What is said of an answer in the blank of this name; is_elsewhere: another blank is open by now."""
    if verdict.kind == "right":
        hint = verdict.hint.removeprefix("Right: ") or name
        return Saying(hint, RIGHT, "check", "run")
    hint = verdict.hint or TRY_AGAIN
    word = UNREADABLE if verdict.kind == "unreadable" else WRONG
    return Saying(f"{name}: {hint}" if is_elsewhere else hint, word, "close", "err")


def of_blank(name: str, decimals: int) -> Saying:
    """What is asked of the blank of this name."""
    return Saying(f"{name}, to {decimals} decimals: Enter judges it and goes on")


def of_shown(name: str) -> Saying:
    """A number that was asked to be shown."""
    return Saying(f"{name}: {SHOWN[0].lower()}{SHOWN[1:]}", "Shown", "eye", "ink2")


def of_row(row: Row, tally: Tally) -> Saying:
    """What is asked in a row while none of its blanks is begun with."""
    if not tally.count:
        return Saying("Nothing is asked in this row.")
    if tally.is_done:
        if tally.given:
            return Saying(f"{row.name} is filled in, {tally.given} shown.", "Done", "eye", "ink2")
        return Saying(f"All of {row.name} is right.", "Done", "check", "run")
    if tally.count < row.value.size:
        return Saying(f"{tally.count} of {grouped_text(row.value.size)} are asked. {BEGIN}.")
    return Saying(f"{BEGIN}.")


NOTHING_TYPED = Saying("Nothing is typed that is not right already.")
