"""What the plots show, as tables: the history's very numbers."""

from __future__ import annotations

import numpy as np
import pytest

from engine.history import History
from engine.snapshot import Histogram
from gui.chart.content import Content
from gui.chart.items import Axis, Bars, Curve, Marks
from gui.chart.table import chart_table
from gui.train.plots.tables import cost_table, gradient_table, histogram_table, matrix_table


@pytest.fixture
def history() -> History:
    """Seven rows in four buckets, so that low and high differ."""
    history = History(2, capacity=4)
    for row in range(7):
        history.append(
            row, row / 3, 1 / (row + 1), 2 / (row + 1), 0.125 * row, None, None, (row, 0.1), (1, 2)
        )
    return history


def test_that_the_costs_are_those_of_the_history(history):
    curves = history.curves()
    table = cost_table(curves, ["cost_train", "regularization"])
    assert table is not None
    assert table.names == (
        "iteration",
        "epoch",
        "cost_train_low",
        "cost_train_high",
        "regularization_low",
        "regularization_high",
    )
    for column, expected in zip(
        table.columns,
        [
            curves.iteration,
            curves.epoch,
            curves.low["cost_train"],
            curves.high["cost_train"],
            curves.low["regularization"],
            curves.high["regularization"],
        ],
        strict=True,
    ):
        np.testing.assert_array_equal(column, expected)
    assert (np.asarray(table.columns[2]) < np.asarray(table.columns[3])).any()


def test_that_each_layer_has_its_gradients(history):
    curves = history.curves()
    table = gradient_table(curves)
    assert table is not None
    assert table.names[2:] == ("rms_dW1_low", "rms_dW1_high", "rms_dW2_low", "rms_dW2_high")
    np.testing.assert_array_equal(table.columns[3], curves.high["rms_dW"][:, 0])
    np.testing.assert_array_equal(table.columns[4], curves.low["rms_dW"][:, 1])


def test_that_a_run_that_has_not_begun_has_no_table():
    curves = History(1).curves()
    assert cost_table(curves, ["cost_train"]) is None
    assert gradient_table(curves) is None
    assert matrix_table([]) is None
    assert histogram_table("W", [None, None]) is None
    assert chart_table(Content()) is None


def test_that_matrices_are_written_number_by_number():
    W, b = np.array([[0.5, -1.0, 2.0]]), np.array([[7.0]])
    table = matrix_table([("W1", W), ("b1", b)])
    assert table is not None
    rows = list(zip(*(list(column) for column in table.columns), strict=True))
    assert table.names == ("name", "row", "column", "value")
    assert rows == [("W1", 1, 1, 0.5), ("W1", 1, 2, -1.0), ("W1", 1, 3, 2.0), ("b1", 1, 1, 7.0)]


def test_that_histograms_have_edges_and_counts():
    layers = [None, Histogram(np.array([-1.0, 0.0, 1.0]), np.array([3, 4]))]
    table = histogram_table("dW", layers)
    assert table is not None
    rows = list(zip(*(list(column) for column in table.columns), strict=True))
    assert rows == [("dW2", -1.0, 0.0, 3), ("dW2", 0.0, 1.0, 4)]


def test_that_a_chart_gives_curves_marks_and_bars():
    content = Content(Axis(0, 2, "z"), Axis(0, 1, "a"))
    content.curves = [Curve((0, 1), (0.5, 0.25), name="sigmoid"), Curve((0,), (9,))]
    content.marks = [Marks((1,), (3,))]
    content.bars = Bars((0.5,))
    table = chart_table(content)
    assert table is not None
    assert table.names == ("name", "z", "a")
    assert list(zip(*(list(column) for column in table.columns), strict=True)) == [
        ("sigmoid", 0.0, 0.5),
        ("sigmoid", 1.0, 0.25),
        ("curve 2", 0.0, 9.0),
        ("points 1", 1.0, 3.0),
        ("bars", 1.0, 0.5),
    ]
