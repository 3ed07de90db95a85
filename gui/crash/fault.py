"""One exception that nobody caught, as text: no object of it is kept, its frames would hold arrays. No Qt."""

from __future__ import annotations

import threading
import traceback
from dataclasses import dataclass, replace
from types import TracebackType

TRAINING = "training"
WINDOW = "window"
MOST_LETTERS = 20_000  # of a traceback: a mutual recursion is a thousand frames deep
MESSAGE_LETTERS = 300


@dataclass(frozen=True)
class Fault:
    """kind: the exception's class; message: what it said, in one line; place: "window", or the thread's name;
    details: the traceback; signature: equal for the same fault at the same line; times: how often it has happened.
    """

    kind: str
    message: str
    place: str
    details: str
    signature: str
    times: int = 1

    @property
    def sentence(self) -> str:
        """What happened, for a person."""
        if self.place == WINDOW:
            return "Chalknet could not finish what it was doing."
        if self.place == TRAINING:
            return "The training stopped. A reset or an undo lets it begin again."
        return f"A calculation in the background ({self.place}) stopped."

    @property
    def line(self) -> str:
        """The exception in one line: ValueError: shapes (2,3) and (4,) do not fit."""
        return f"{self.kind}: {self.message}" if self.message else self.kind

    def counted(self, times: int) -> Fault:
        """The same fault, so often."""
        return replace(self, times=times)


def fault_of(
    kind: type[BaseException],
    error: BaseException | None,
    trace: TracebackType | None,
    thread: threading.Thread | None = None,
) -> Fault:
    """Put an exception of a thread (this one if None) into words."""
    thread = thread or threading.current_thread()
    frames = traceback.extract_tb(trace)
    spot = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    place = WINDOW if thread is threading.main_thread() else thread.name
    message = " ".join(_words(error).split())
    details = "".join(traceback.format_exception(kind, error, trace))
    return Fault(
        kind.__name__, _cut(message, MESSAGE_LETTERS), place, shortened(details), f"{kind.__name__} {spot}"
    )


def shortened(details: str, limit: int = MOST_LETTERS) -> str:
    """The beginning and the end of a long traceback; the end says more."""
    if len(details) <= limit:
        return details
    head = limit // 4
    return f"{details[:head]}\n ... {len(details) - limit} letters left out ...\n{details[head - limit :]}"


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _words(error: BaseException | None) -> str:
    try:
        return "" if error is None else str(error)
    except Exception:  # noqa: BLE001  (the message of a fault may be broken itself; its class still says something)
        return ""
