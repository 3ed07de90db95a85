"""The line about a diverged run."""

from __future__ import annotations

import pytest

from engine.snapshot import Divergence
from gui.appearance import Appearance
from gui.train.output.notice import OutputNotice, divergence_text
from gui.widgets.numbers import grouped_text

BROKEN = Divergence(1234, 2, "W")


@pytest.fixture
def notice(qtbot):
    made = OutputNotice(Appearance("light"))
    qtbot.addWidget(made)
    return made


def test_that_it_says_where_what_and_what_to_do():
    assert divergence_text(BROKEN) == (
        f"Diverged at update {grouped_text(1234)}, layer 2: W[2] is not finite. "
        "Reset, or undo, or take a smaller learning rate."
    )


def test_that_it_takes_room_only_while_there_is_something_to_say(notice):
    assert notice.height_for(340) == 0
    assert notice.show_divergence(BROKEN)
    assert notice.height_for(340) >= 32
    assert notice.height_for(280) >= notice.height_for(500)
    assert not notice.show_divergence(BROKEN)
    assert notice.show_divergence(None)
    assert notice.height_for(340) == 0


def test_that_the_warning_sign_is_painted(notice):
    notice.show_divergence(BROKEN)
    notice.resize(340, notice.height_for(340))
    warn = notice.color("warn")
    image = notice.grab().toImage()
    colors = [image.pixelColor(x, y) for x in range(16, 32) for y in range(6, 24)]
    assert any(abs(c.red() - warn.red()) + abs(c.blue() - warn.blue()) < 30 for c in colors)
