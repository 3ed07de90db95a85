"""Lines of many points: cut into segments and dashes."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from gui.train.plots.lines import dashes, draw_segments, line_pen, segments

RED = QColor(255, 0, 0)


def lengths(lines):
    return np.hypot(lines[:, 2] - lines[:, 0], lines[:, 3] - lines[:, 1])


def test_that_segments_join_neighbours():
    lines = segments(np.array([[0.0, 0.0], [1.0, 2.0], [3.0, 4.0]]))
    assert lines.tolist() == [[0, 0, 1, 2], [1, 2, 3, 4]]
    assert len(segments(np.empty((0, 2)))) == len(segments(np.zeros((1, 2)))) == 0


def test_that_dashes_of_a_straight_line_have_their_lengths():
    lines = dashes(np.array([[0.0, 5.0], [25.0, 5.0]]), 6.0, 4.0)
    assert lines[:, 0] == pytest.approx([0.0, 10.0, 20.0])
    assert lengths(lines) == pytest.approx([6.0, 6.0, 5.0])


def test_that_dashes_run_on_round_corners():
    corner = np.array([[0.0, 0.0], [3.0, 0.0], [3.0, 30.0]])
    lines = dashes(corner, 6.0, 4.0)
    assert lengths(lines).sum() == pytest.approx(6.0 + 6.0 + 6.0 + 3.0)
    assert lines[1].tolist() == pytest.approx([3.0, 0.0, 3.0, 3.0])


def test_that_a_line_that_jumps_about_is_not_dashed():
    wild = np.column_stack([np.arange(400.0), np.where(np.arange(400) % 2, 0.0, 100.0)])
    assert len(dashes(wild, 1.0, 4.5)) == 399


def test_that_points_on_one_spot_are_no_dashes():
    assert lengths(dashes(np.full((3, 2), 7.0), 1.0, 4.5)).sum() == 0.0


def test_that_segments_are_painted_where_they_are(qapp):
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setPen(line_pen(RED, 2.0))
    draw_segments(painter, segments(np.array([[5.0, 10.0], [20.0, 10.0], [30.0, 10.0]])))
    draw_segments(painter, np.empty((0, 4)))
    painter.end()
    assert all(image.pixelColor(x, 10) == RED for x in range(5, 30))
    assert image.pixelColor(34, 10).red() == image.pixelColor(15, 15).red() == 0
