"""Pages painted into pictures: there is ink where it should be, none elsewhere, and no colour."""

from __future__ import annotations

import numpy as np
import pytest

from gui.sheet.marks import Box, Circle, Math, Text
from gui.sheet.paper import MARGIN
from tests.gui.sheet.sheets import DOTS_PER_INCH, picture, sheet

DARK = 128
MARKED = 230  # thin lines are grey in a picture of so few dots
SCALE = DOTS_PER_INCH / 72
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("answers", [False, True])
@pytest.mark.parametrize("name", ["exercise", "deep", "circle", "iris"])
def test_that_pages_are_black_on_white_with_clean_margins(name: str, answers: bool, paper: str) -> None:
    found = sheet(name, answers=answers, paper=paper)
    for page in found.pages:
        pixels = picture(found, page)
        blue, green, red = (pixels[:, :, channel] for channel in range(3))
        assert (blue == green).all()  # grey at most, where edges are smoothed
        assert (green == red).all()
        dark = blue < DARK
        assert 0.001 < dark.mean() < 0.12
        edge = int(MARGIN * SCALE) - 2
        inside = np.zeros_like(dark)
        inside[edge:-edge, edge:-edge] = True
        assert not (dark & ~inside).any()


def test_that_every_text_and_formula_leaves_ink_in_its_place() -> None:
    found = sheet("worked", answers=True)
    for page in found.pages:
        dark = picture(found, page)[:, :, 0] < DARK
        for mark in page.marks:
            if isinstance(mark, Text | Math) and mark.width:
                left, top, right, bottom = (side * SCALE for side in mark.bounds)
                there = dark[int(top) : int(bottom) + 1, int(left) : int(right) + 1]
                assert there.sum() >= 2, mark


def test_that_boxes_are_empty_inside_their_lines() -> None:
    found = sheet("worked", answers=False)
    seen = 0
    for page in found.pages:
        marked = picture(found, page)[:, :, 0] < MARKED
        for mark in page.marks:
            if isinstance(mark, Box):
                left, top, right, bottom = (round(side * SCALE) for side in mark.bounds)
                assert not marked[top + 2 : bottom - 1, left + 2 : right - 1].any()
                assert marked[top - 1 : top + 2, left + 4 : right - 4].any(axis=0).all()
                seen += 1
    assert seen == 44


def test_that_lines_of_the_drawn_network_end_at_its_circles() -> None:
    found = sheet("deep", answers=False)
    pixels = picture(found, found.pages[0])[:, :, 0]
    circles = [mark for mark in found.pages[0].marks if isinstance(mark, Circle)]
    assert len(circles) == 17
    for circle in circles:
        row = pixels[round(circle.y * SCALE)]
        for side in (-1, 1):
            inside = round((circle.x + side * 0.86 * circle.radius) * SCALE)
            outline = round((circle.x + side * circle.radius) * SCALE)
            assert row[inside] > MARKED
            assert row[outline - 1 : outline + 2].min() < DARK
