"""What stands still below the network drawing: the legend and its range."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from engine.spec import LayerSpec, NetworkSpec
from gui.fonts import font
from gui.train.network.ground import legend_texts, range_text
from gui.train.network.labels import sign_token
from gui.train.network.legend_words import legend_words
from tests.gui.train.network.network_runs import places_of, run_of

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


def words_of(sizes, source="circle", hidden="tanh", output="sigmoid"):
    layers = [LayerSpec(n, hidden) for n in sizes[1:-1]] + [LayerSpec(sizes[-1], output)]
    cost = {"sigmoid": "binary_cross_entropy", "softmax": "categorical_cross_entropy"}.get(
        output, "mean_squared_error"
    )
    network = NetworkSpec(sizes[0], tuple(layers), cost=cost)
    return legend_words(range_text(3.0), places_of(sizes), network, run_of(source).dataset)


def test_that_the_words_for_edges_give_way_before_the_note_on_tiles_does(qapp):
    metrics = QFontMetricsF(font("caption"))
    words = words_of((2, 4, 1), output="linear")
    roomy, narrow = (legend_texts(metrics, words, room) for room in (600.0, 320.0))
    assert roomy == ("edge width = |w|, w = \u22123.0 … +3.0", NOTE)
    assert narrow == ("edge = w, \u22123.0 … +3.0", NOTE)
    assert legend_texts(metrics, words, 150.0) == ("edge = w, \u22123.0 … +3.0",)


@pytest.mark.parametrize(
    ("hidden", "output", "said"),
    [
        ("tanh", "sigmoid", "output 0 … 0.5 … 1"),
        ("sigmoid", "sigmoid", "sigmoid 0 … 0.5 … 1"),
        ("tanh", "softmax", "output 0 … 1 in its class’s colour"),
        ("tanh", "linear", None),
    ],
)
@pytest.mark.parametrize("room", [400.0, 700.0])
def test_that_activations_between_0_and_1_are_not_called_negative(qapp, hidden, output, said, room):
    words = words_of((2, 4, 3 if output == "softmax" else 1), hidden=hidden, output=output)
    note = legend_texts(QFontMetricsF(font("caption")), words, room)[-1]
    assert note.startswith("tile = a")
    assert note.endswith(said) if said else ", " not in note


@pytest.mark.parametrize("room", [400.0, 700.0])
def test_that_the_bars_that_stand_for_biases_are_explained_where_there_are_any(qapp, room):
    metrics = QFontMetricsF(font("caption"))
    crowded, roomy = words_of((2, 8, 8, 8, 1)), words_of((2, 4, 2, 1))
    assert any(text.endswith("= b") for text in legend_texts(metrics, crowded, room))
    assert not any(text.endswith("= b") for text in legend_texts(metrics, roomy, room))
    assert legend_texts(metrics, crowded, room)[-1].startswith("tile = a")


@pytest.mark.parametrize("room", [100.0, 200.0, 300.0, 400.0, 500.0, 700.0])
def test_that_the_legend_never_runs_out_of_its_room_unless_only_the_edges_are_left(qapp, room):
    metrics = QFontMetricsF(font("caption"))
    for sizes in ((2, 8, 8, 8, 1), (2, 4, 1)):
        shown = legend_texts(metrics, words_of(sizes), room)
        used = sum(metrics.horizontalAdvance(text) for text in shown) + 32.0 * (len(shown) - 1)
        assert used <= room or len(shown) == 1


@pytest.mark.parametrize(
    ("value", "text", "token"),
    [(0.004, "0.00", "ink2"), (-0.004, "0.00", "ink2"), (0.006, "+0.01", "pos"), (-2.0, "\u22122.00", "neg")],
)
def test_that_a_number_which_reads_as_0_has_no_colour_of_a_sign(value, text, token):
    assert sign_token(value, text) == token


def test_that_the_pictures_of_digits_are_explained_in_the_narrowest_window(qapp):
    words = words_of((64, 64, 32, 10), "digits", output="softmax")
    shown = legend_texts(QFontMetricsF(font("caption")), words, 408.0)
    assert shown[1:] == ("bar = b", "tile = weights, distribution")
