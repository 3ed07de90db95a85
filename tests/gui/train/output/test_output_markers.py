"""The marks of the classes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from gui.train.output.markers import MARKERS, SPRITE, marker_path, marker_sprite

INK, RING = QColor("#A34400"), QColor("#FFFFFF")


def test_that_ten_classes_have_ten_shapes(qapp):
    images = [marker_sprite(kind, INK, RING, True, 4.0).toImage() for kind in range(10)]
    assert len(MARKERS) == 10
    assert all(a != b for i, a in enumerate(images) for b in images[:i])
    assert marker_path(10) == marker_path(0)


@pytest.mark.parametrize("kind", range(10))
def test_that_a_mark_is_in_the_middle_and_inside_its_sprite(kind):
    box = marker_path(kind).boundingRect()
    assert abs(box.center().x()) < 1
    assert abs(box.center().y()) < 1.2
    assert 2.4 <= max(box.width(), box.height()) / 2 <= SPRITE / 2 - 1


@pytest.mark.parametrize("kind", range(10))
def test_that_training_marks_are_filled_and_test_marks_are_lines(qapp, kind):
    full = marker_sprite(kind, INK, RING, True, 4.0).toImage()
    line = marker_sprite(kind, INK, RING, False, 4.0).toImage()
    middle = round(SPRITE * 4 / 2)
    assert full.pixelColor(middle, middle) == INK
    assert line.pixelColor(middle, middle).alpha() < 255
    assert full.pixelColor(0, 0).alpha() == 0
