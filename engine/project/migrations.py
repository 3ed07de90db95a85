"""The version of project.json, and pure functions that bring older ones up to it, one version at a time.

A new version: raise `VERSION`, add a row to `MIGRATIONS`, describe it in docs/project-format.md, and keep sample files
of it in tests/projects for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from reprlib import repr as shown
from typing import Any

from engine.project.errors import Damage

Content = dict[str, Any]
Migrations = Mapping[int, Callable[[Content], Content]]

VERSION = 1

# The function at n takes content of version n and returns that of version n + 1; it changes nothing in place.
MIGRATIONS: Migrations = {}


class NewerFormatError(ValueError):
    """A file of a version that is not known yet."""


def version_of(content: Content, newest: int = VERSION) -> int:
    """The version that content says it has. Raises NewerFormatError, or Damage where it says none."""
    version = content.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Damage("project.json", f"version must be a whole number from 1, not {shown(version)}")
    if version > newest:
        raise NewerFormatError(f"format {shown(version)}, this program reads up to {newest}")
    return version


def migrated(content: Content, migrations: Migrations = MIGRATIONS, newest: int = VERSION) -> Content:
    """Content brought up to the newest version; what was given stays as it is. Raises as `version_of`."""
    for version in range(version_of(content, newest), newest):
        content = {**migrations[version](content), "version": version + 1}
    return content
