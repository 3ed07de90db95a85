"""The confusion matrix."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint

from gui.appearance import Appearance
from gui.train.output.confusion_matrix import ConfusionMatrix
from tests.gui.train.output.output_runs import run_of

COUNTS = np.array([[123, 8], [3, 116]])


@pytest.fixture
def appearance(qapp):
    return Appearance("light")


@pytest.fixture
def matrix(qtbot, appearance):
    made = ConfusionMatrix(appearance)
    qtbot.addWidget(made)
    made.set_classes(("0", "1"), "test", 250)
    made.show_counts(COUNTS)
    made.resize(340, made.height_for(340))
    made.show()
    qtbot.waitExposed(made)
    return made


def hover(qtbot, matrix, row, column):
    x, y, width, height = matrix.grid(matrix.width()).cell(row, column)
    qtbot.mouseMove(matrix, QPoint(x + width // 2, y + height // 2))


def test_that_the_cell_under_the_mouse_says_its_sentence(qtbot, matrix):
    assert matrix.sentence == ""
    hover(qtbot, matrix, 0, 1)
    assert matrix.sentence == "8 of 131 points of class 0 were given class 1 (6.1 %)"
    assert matrix.accessibleDescription() == matrix.sentence
    hover(qtbot, matrix, 1, 1)
    assert matrix.sentence == "116 of 119 points of class 1 were given class 1 (97.5 %)"
    qtbot.mouseMove(matrix, QPoint(2, 2))
    assert matrix.sentence == ""


def test_that_two_classes_have_the_colours_of_the_picture(matrix):
    for row in range(2):
        assert matrix.tint(row, 0).red() > matrix.tint(row, 0).blue()
        assert matrix.tint(row, 1).blue() > matrix.tint(row, 1).red()


def test_that_more_classes_are_blue_on_the_diagonal_and_orange_beside_it(matrix):
    matrix.set_classes(("a", "b", "c"), "test", 90)
    matrix.show_counts(np.array([[20, 5, 5], [0, 30, 0], [3, 3, 24]]))
    assert matrix.tint(0, 0).blue() > matrix.tint(0, 0).red()
    assert matrix.tint(0, 1).red() > matrix.tint(0, 1).blue()
    assert matrix.tint(1, 0) == matrix.appearance.theme.signed(0.0)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_ink_is_readable_on_the_strongest_cell(matrix, appearance, theme):
    appearance.choose(theme)
    matrix.show_counts(np.array([[50, 0], [0, 50]]))
    ink = luminance(appearance.theme.color("ink"))
    for cell in ((0, 0), (1, 1)):
        ground = luminance(matrix.tint(*cell))
        light, dark = max(ink, ground), min(ink, ground)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(color):
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_that_a_class_without_examples_has_neutral_cells(qtbot, matrix):
    matrix.show_counts(np.array([[0, 0], [3, 116]]))
    assert matrix.tint(0, 0) == matrix.appearance.theme.signed(0.0)
    hover(qtbot, matrix, 0, 0)
    assert matrix.sentence == "0 of 0 points of class 0 were given class 0"


def test_that_counts_of_other_classes_or_none_are_left_alone(qtbot, matrix):
    before = matrix.grab().toImage()
    matrix.show_counts(None)
    matrix.show_counts(np.ones((3, 3), np.int64))
    assert matrix.grab().toImage() == before


@pytest.mark.parametrize("source", ["iris", "digits", "breast_cancer"])
@pytest.mark.parametrize("width", [280, 300, 340])
def test_that_real_matrices_fit_the_column(matrix, source, width):
    run = run_of(source)
    matrix.set_classes(run.dataset.class_names, "test", len(run.dataset.labels_test))
    matrix.show_counts(run.snapshot(output_grid=0).confusion)
    grid = matrix.grid(width)
    assert grid.right <= width - 10
    assert grid.left >= 30
    assert matrix.height_for(width) >= grid.bottom
