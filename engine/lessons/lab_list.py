"""The labs as the table that docs/lessons.md holds: settings with their limits, and the names of their facts."""

from __future__ import annotations

from engine.labs.table import LABS, LabRow, Setting, facts

HEAD = "| lab | settings (and what they are by default) | values for facts |\n| --- | --- | --- |"


def labs_as_markdown() -> str:
    """The table, one lab a line, in the order of the course."""
    return "\n".join([HEAD, *(_line(row) for row in LABS.values())])


def _line(row: LabRow) -> str:
    settings = ", ".join(_setting(name, setting) for name, setting in row.settings.items())
    names = " ".join(_shortened(list(facts(row.key, {})))) or "none"
    return f"| `{row.key}` ({row.chapter}): {row.title} | {settings or 'none'} | `{names}` |"


def _setting(name: str, setting: Setting) -> str:
    default = f'"{setting.default}"' if isinstance(setting.default, str) else str(setting.default).lower()
    if setting.choices:
        limits = f" of {' '.join(setting.choices)}"
    elif setting.low is not None and setting.high is not None:
        limits = f" from {setting.low:g} to {setting.high:g}"
    else:
        limits = ""
    text = f"`{name} = {default}`{limits}"
    return text.replace("|", r"\|")


def _shortened(names: list[str]) -> list[str]:
    """Of a long row of numbered names only the first ones."""
    return names if len(names) <= 24 else [*names[:24], "..."]
