"""Where the card with the exact values stands."""

from __future__ import annotations

import pytest

from gui.train.plots.readout import COLUMN_WIDTH, PADDING, card_place
from gui.train.plots.series import Box

BOX = Box(44.0, 9.0, 190.0, 125.0)


def test_that_the_card_stands_right_of_the_cursor_while_there_is_room():
    assert card_place(3, 60.0, BOX, 240.0).left > 60.0
    assert card_place(3, 200.0, BOX, 240.0).left + card_place(3, 200.0, BOX, 240.0).width < 200.0


@pytest.mark.parametrize("count", [1, 3, 7, 9, 10, 14])
@pytest.mark.parametrize("x", [44.0, 130.0, 234.0])
def test_that_the_card_never_leaves_the_plot_below_and_holds_every_row(count, x):
    card = card_place(count, x, BOX, 240.0)
    columns = round((card.width - 2 * PADDING) / COLUMN_WIDTH)
    assert card.left >= 0.0
    assert card.top + card.height <= BOX.bottom + 1e-6
    assert card.rows * columns >= count
    assert card.row_height >= 12.0


def test_that_nine_layers_fit_into_one_column_at_the_smallest_window():
    assert card_place(9, 60.0, BOX, 240.0).rows == 9
