"""Where things stand on printed pages: within the margins, apart from one another, nothing split."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from gui.sheet.marks import Box, Math, Text
from gui.sheet.pages import Block, Page, put_on_pages
from gui.sheet.paper import MARGIN, MM, PAPERS
from gui.sheet.piece import Piece
from gui.sheet.sheet import Sheet
from tests.gui.sheet.sheets import SETUPS, sheet

NEAR = 0.6  # points
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(
    scope="module",  # frozen, and slow to compose
    params=[(name, answers, paper) for name in SETUPS for answers in (False, True) for paper in PAPERS],
)
def printed(request: pytest.FixtureRequest) -> Sheet:
    name, answers, paper = request.param
    return sheet(name, answers=answers, paper=paper, about="Some words about it. " * 9)


def solid(page: Page) -> list[Text | Math | Box]:
    """What must not be covered by anything else."""
    found = [mark for mark in page.marks if isinstance(mark, Text | Math | Box)]
    return [mark for mark in found if mark.width > 0]


def test_that_nothing_stands_in_the_margins(printed: Sheet) -> None:
    right, bottom = printed.paper.width - MARGIN, printed.paper.height - MARGIN
    for page in printed.pages:
        assert page.marks
        for mark in page.marks:
            bounds = mark.bounds
            assert bounds.left >= MARGIN - NEAR, mark
            assert bounds.top >= MARGIN - NEAR, mark
            assert bounds.right <= right + NEAR, mark
            assert bounds.bottom <= bottom + NEAR, mark


def test_that_nothing_overlaps(printed: Sheet) -> None:
    for page in printed.pages:
        left, top, right, bottom = np.array([mark.bounds for mark in solid(page)]).T
        across = np.minimum.outer(right, right) - np.maximum.outer(left, left)
        down = np.minimum.outer(bottom, bottom) - np.maximum.outer(top, top)
        pairs = np.argwhere(np.triu((across >= NEAR) & (down >= NEAR), 1))
        assert not [(solid(page)[one], solid(page)[other]) for one, other in pairs]


def test_that_blocks_follow_one_another_down_the_page(printed: Sheet) -> None:
    for page in printed.pages:
        assert page.blocks[0][0] == pytest.approx(MARGIN)
        for before, after in pairwise(page.blocks):
            assert before[1] <= after[0]
        assert page.blocks[-1][1] <= MARGIN + printed.paper.column + NEAR


def test_that_equals_signs_of_results_stand_in_one_column() -> None:
    found = sheet("exercise", answers=False)
    behind_the_first = [mark for page in found.pages[1:] for mark in page.marks]
    signs = [mark.x for mark in behind_the_first if isinstance(mark, Text) and mark.text == "="]
    assert len(signs) == 14
    assert max(signs) - min(signs) < NEAR


def test_that_boxes_are_large_enough_to_write_in() -> None:
    for name in ("exercise", "deep", "circle"):
        for mark in [
            m for page in sheet(name, answers=False).pages for m in page.marks if isinstance(m, Box)
        ]:
            assert mark.width >= 19 * MM
            assert mark.height == pytest.approx(9 * MM)


def test_that_eight_columns_of_boxes_become_narrower_and_stay_on_the_page() -> None:
    widths = {
        round(mark.width / MM, 3)
        for page in sheet("wide", answers=False).pages
        for mark in page.marks
        if isinstance(mark, Box)
    }
    assert min(widths) >= 15
    assert max(widths) == pytest.approx(22)


def piece(height: float) -> Piece:
    return Piece(100.0, 10.0, height - 10.0)


def test_that_a_block_which_does_not_fit_any_more_begins_a_page() -> None:
    paper = PAPERS["a4"]
    block = Block(piece(paper.column * 0.4), before=5.0)
    pages = put_on_pages([block] * 5, paper)
    assert [len(page.blocks) for page in pages] == [2, 2, 1]


def test_that_a_heading_goes_with_what_follows_it() -> None:
    paper = PAPERS["a4"]
    pages = put_on_pages(
        [
            Block(piece(paper.column - 60.0), 0.0),
            Block(piece(20.0), 10.0, keeps=True),
            Block(piece(40.0), 5.0),
        ],
        paper,
    )
    assert [len(page.blocks) for page in pages] == [1, 2]


def test_that_room_above_a_block_is_left_out_at_the_top_of_a_page() -> None:
    pages = put_on_pages([Block(piece(50.0), before=30.0)], PAPERS["letter"])
    assert pages[0].blocks == ((pytest.approx(MARGIN), pytest.approx(MARGIN + 50.0)),)
