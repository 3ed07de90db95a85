"""What stands still below the network drawing: the legend and its range."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from gui.fonts import font
from gui.train.network.ground import GroundTexts, legend_texts, range_text
from gui.train.network.labels import sign_token

NOTE = "tile = activation over the plane"


@pytest.mark.parametrize(
    ("largest", "text"),
    [
        (3.0, "\u22123.0 … +3.0"),
        (9.96, "\u221210 … +10"),
        (123.4, "\u2212123 … +123"),
        (2e5, "\u22122·10⁵ … +2·10⁵"),
    ],
)
def test_that_the_range_of_the_edges_is_told_with_few_digits(largest, text):
    assert range_text(largest) == text


def test_that_the_words_for_edges_give_way_before_the_note_on_tiles_does(qapp):
    metrics = QFontMetricsF(font("caption"))
    texts = GroundTexts((), NOTE, range_text(3.0))
    roomy, narrow = (legend_texts(metrics, texts, room) for room in (600.0, 320.0))
    assert roomy == ("edge width = |w|, w = \u22123.0 … +3.0", NOTE)
    assert narrow == ("edge = w, \u22123.0 … +3.0", NOTE)
    assert legend_texts(metrics, texts, 150.0) == ("edge = w, \u22123.0 … +3.0",)


@pytest.mark.parametrize(
    ("value", "text", "token"),
    [(0.004, "0.00", "ink2"), (-0.004, "0.00", "ink2"), (0.006, "+0.01", "pos"), (-2.0, "\u22122.00", "neg")],
)
def test_that_a_number_which_reads_as_0_has_no_colour_of_a_sign(value, text, token):
    assert sign_token(value, text) == token
