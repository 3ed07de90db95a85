"""The signs of an equation: their names, their size, the brackets that enclose a matrix."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from gui.step.matrix.cells import shown_matrices
from gui.step.matrix.items import Room
from gui.step.matrix.picture import EquationPicture, operands_of
from gui.step.matrix.sign_text import LARGE, MIDDLE, Fences, draw_sign, sign_width
from gui.step.number_format import NumberFormat
from tests.gui.step.tapes import start_network, worked_example

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = 200
NONE = Fences()


def picture_of(row):
    picture = EquationPicture(
        row.equation, shown_matrices(operands_of(row.equation), NumberFormat()), frozenset()
    )
    picture.fit(Room(900.0, 600.0), False)
    return picture


def inked(text, fences=NONE):
    """The rows and columns with ink of a sign drawn in the middle of white paper."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setPen(QColor("black"))
    draw_sign(painter, SIZE / 2, SIZE / 2, text, LARGE, fences)
    painter.end()
    dark = np.frombuffer(image.constBits(), np.uint8).reshape(SIZE, -1)[:, :SIZE] < 128
    return np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))


def test_that_an_array_that_comes_again_is_called_with_its_layer():
    signs = [part for part in worked_example().row("J").equation.layout if isinstance(part, str)]
    assert any("log(1 − A[2])" in sign for sign in signs)
    signs = [part for part in worked_example().row("dA", 2).equation.layout if isinstance(part, str)]
    assert any("(1 − A[2])" in sign for sign in signs)


def test_that_the_signs_of_an_equation_have_one_size():
    assert picture_of(worked_example().row("Z", 1)).sign_pixels == LARGE
    assert picture_of(worked_example().row("J")).sign_pixels == MIDDLE


@pytest.mark.parametrize("row", [worked_example().row("A", 1), start_network().row("A", 1)])
def test_that_the_brackets_of_a_function_are_as_high_as_its_matrix(row):
    picture = picture_of(row)
    before, after, equals = picture.fences()
    height = picture.arrangement.matrices[0].block.body.height
    assert (before.opening, after.closing) == (height, height)
    assert equals == NONE == Fences(before.closing, after.opening)
    rows, _ = inked("σ(", before)
    assert rows[-1] - rows[0] >= min(height, SIZE - 1)


def test_that_a_bracket_round_more_than_a_matrix_stays_as_it_is():
    fences = picture_of(worked_example().row("J")).fences()
    assert [fence.opening > 0 for fence in fences] == [False, True, False, False]
    assert [fence.closing > 0 for fence in fences] == [False, False, True, False]


def test_that_the_layer_stands_above_its_letter():
    plain, raised = inked("A"), inked("A[2]")
    assert raised[0][0] < plain[0][0]
    assert raised[0][-1] <= plain[0][-1]
    assert sign_width("A[2]", LARGE) > sign_width("A", LARGE)
