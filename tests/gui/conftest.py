"""What the tests of windows share."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _no_formula_is_waited_for() -> Iterator[None]:
    """A view may have asked for formulas that no test needs: give them up before threads are counted."""
    yield
    module = sys.modules.get("gui.formulas.formula_shelf")
    if module is not None and module.shelf.cache_info().currsize:
        module.shelf().close()
