"""What is said of a piece of work that was left behind: its name, what it is, and how old. No widgets."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from engine.data import SOURCES
from gui.crash.home import without_home
from gui.projects.recovery import Found
from gui.widgets.numbers import grouped_text

MINUTE, HOUR = 60, 3600
DAMAGED = "Its file is damaged: nothing of it can be read"


def name_of_found(found: Found) -> str:
    """The name of the file that it belongs to, or that there is none."""
    if found.path is not None:
        return found.path.stem
    return "Not saved yet" if found.project is not None else "Unreadable"


def what_of_found(found: Found) -> str:
    """Such as "Circle · 2-4-2-1 · update 12,345"."""
    if found.project is None:
        return DAMAGED
    setup, state = found.project.setup, found.project.state
    table = setup.data.table if setup.data.source == "csv" else None
    data = setup.title or (table.source if table is not None else SOURCES[setup.data.source].label)
    count = state.now.iteration if state is not None else 0
    update = f"update {grouped_text(count)}" if count else "not trained"
    return " · ".join((data, "-".join(map(str, setup.network.sizes)), update))


def when_of_found(found: Found, now: datetime) -> str:
    """Such as "7 minutes ago, today at 14:03 · in ~/lectures"."""
    when = f"{age_text(found.saved, now)}, {moment_text(found.saved, now)}"
    return f"{when} · in {without_home(str(found.path.parent))}" if found.path is not None else when


def age_text(moment: datetime, now: datetime) -> str:
    """How long ago a moment is, such as "7 minutes ago"; one that is still to come, by a clock that was set, is now."""
    seconds = max(0.0, (now - moment).total_seconds())
    if seconds < MINUTE:
        return "Just now"
    if seconds < HOUR:
        return _counted(int(seconds // MINUTE), "minute")
    if seconds < 24 * HOUR:
        return _counted(int(seconds // HOUR), "hour")
    return _counted(max(1, (now.date() - moment.date()).days), "day")


def moment_text(moment: datetime, now: datetime) -> str:
    """Such as "today at 14:03"."""
    days: dict[date, str] = {now.date(): "today", (now - timedelta(days=1)).date(): "yesterday"}
    day = days.get(moment.date(), f"on {moment.day} {moment:%B %Y}")
    return f"{day} at {moment:%H:%M}"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'} ago"
