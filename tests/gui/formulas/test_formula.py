"""Formulas drawn: at any size, in any colour, along the pixels."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from engine.step.tape import record_tape
from gui.formula_books.catalogue import small_moment
from gui.formulas import draw_centered, render
from tests.gui.formulas.formula_pictures import box_of, ink_of, picture, pixels_of

pytestmark = pytest.mark.usefixtures("qapp")
FORMULA = r"dW^{[1]} = \frac{1}{m}\, dZ^{[1]} X^{T}"


def test_a_formula_is_drawn_in_the_colour_of_the_pen():
    image = pixels_of(picture(render(FORMULA), 40, "#0000ff"))
    inked = image[image.sum(axis=2) < 500]
    assert len(inked) > 200
    assert (inked[:, 0] == 255).all()  # blue stays, red and green go


def test_the_ink_grows_with_the_square_of_the_size():
    formula = render(FORMULA)
    small, large = ink_of(formula, 30).dark, ink_of(formula, 60).dark
    assert 3.3 < large / small < 4.8


@pytest.mark.parametrize("pixels", [13, 18, 34, 50])
def test_the_ink_stays_in_the_box_that_the_formula_names(pixels):
    ink = ink_of(render(FORMULA), pixels)
    assert ink.outside == 0
    assert 0.04 < ink.dark / ink.area < 0.3


def test_the_bar_of_a_fraction_is_a_whole_row_of_pixels_at_thirteen():
    formula = render(r"\frac{1}{m}")
    image = pixels_of(picture(formula, 13)).max(axis=2)
    darkest = image.min(axis=1)
    row = int(np.argmax((image < 10).sum(axis=1)))
    assert (image[row] < 10).sum() >= formula.bars[0].width() * 13 - 2
    assert darkest[row] == 0


def test_a_painter_that_is_moved_and_magnified_draws_the_same_larger():
    formula = render("X")
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.translate(10, 10)
    painter.scale(2, 2)
    painter.setPen(QColor("black"))
    draw_centered(painter, 15, 15, formula, 10)
    painter.end()
    rows, columns = np.nonzero(pixels_of(image).max(axis=2) < 160)
    assert abs((columns.min() + columns.max() + 1) / 2 - 40) < 2
    assert abs(rows.max() + 1 - 40) <= 1
    assert box_of(formula, 20).height() - 3 < rows.max() - rows.min() < box_of(formula, 20).height() + 3


def test_what_cannot_be_typeset_is_shown_as_it_was_typed():
    formula = render(r"\frac{1}{")
    assert formula.is_fallback
    ink = ink_of(formula, 20)
    assert ink.dark > 40
    assert ink.outside == 0
    assert formula.width > 2


@pytest.mark.parametrize(("l1", "l2", "bars"), [(0.1, 0.0, 2), (0.0, 0.1, 4), (0.1, 0.1, 6)])
def test_the_bars_of_the_penalty_are_inked(l1, l2, bars):
    spec = NetworkSpec(2, (LayerSpec(1, "sigmoid"),), l1=l1, l2=l2)
    formula = record_tape(small_moment(spec, TrainingSpec())).row("J").equation.formula
    _, _, penalty = formula.partition(r"\right) + ")
    assert bars_in(render(penalty), 80) == bars


def bars_in(formula, pixels):
    """How many upright strokes have the height of the letters and more."""
    dark = pixels_of(picture(formula, pixels)).max(axis=2) < 160
    upright = (
        np.lib.stride_tricks.sliding_window_view(dark, round(0.85 * pixels), axis=0).all(axis=2).any(axis=0)
    )
    return int((np.diff(upright.astype(int)) == 1).sum())
