"""Python's own import instead of PySide's, which reads the source of every module that it has imported. No Qt.

It looks whether a module uses PySide, for `from __feature__ import snake_case` and the like, which Chalknet has
no use for. In a start that is 250 files, and their texts stay in memory.
"""

from __future__ import annotations

import builtins


def import_plainly() -> None:
    """Put Python's own back, where PySide has put its own in its place."""
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
