"""The scrolling part of the output column."""

from __future__ import annotations

import pytest

from gui.appearance import Appearance
from gui.train.output.column import OutputColumn
from gui.train.output.section import Section


class Block(Section):
    """A part of a fixed height."""

    def __init__(self, appearance: Appearance, height: int) -> None:
        super().__init__(appearance)
        self.wanted = height

    def height_for(self, width: int) -> int:
        return self.wanted


@pytest.fixture
def blocks(qapp):
    appearance = Appearance("light")
    return [Block(appearance, height) for height in (100, 50, 200)]


@pytest.fixture
def column(qtbot, blocks):
    made = OutputColumn(Appearance("light"), blocks)
    qtbot.addWidget(made)
    made.resize(340, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_that_parts_stand_one_below_the_other_at_full_width(column, blocks):
    assert [block.geometry().top() for block in blocks] == [0, 100, 150]
    assert {block.width() for block in blocks} == {340}
    assert not column._bar.isVisible()


def test_that_hidden_parts_leave_no_gap(column, blocks):
    blocks[1].hide()
    column.arrange()
    assert blocks[2].geometry().top() == 100


def test_that_the_scroll_bar_takes_no_width_from_the_parts(qtbot, column, blocks):
    column.resize(340, 200)
    qtbot.waitUntil(column._bar.isVisible, timeout=1000)
    assert {block.width() for block in blocks} == {340}
    assert column._bar.geometry().right() == 339
    column._bar.setValue(column._bar.maximum())
    assert column.verticalScrollBar().value() == 150
    assert blocks[2].mapTo(column, blocks[2].rect().bottomLeft()).y() == 199


def test_that_a_wide_column_widens_its_parts(column, blocks):
    column.resize(500, 400)
    assert {block.width() for block in blocks} == {500}
