"""Tables for other programs."""

from __future__ import annotations

import csv
import io

import numpy as np

from gui.data_table import DataTable, table_text


def test_that_every_number_reads_back_as_itself():
    numbers = np.array([0.1, 1 / 3, -2e-300, 1e22, 12345678.875])
    table = DataTable(("iteration", "J"), (np.arange(5), numbers))
    rows = list(csv.reader(io.StringIO(table_text(table))))
    assert rows[0] == ["iteration", "J"]
    assert [int(row[0]) for row in rows[1:]] == [0, 1, 2, 3, 4]
    assert [float(row[1]) for row in rows[1:]] == numbers.tolist()


def test_that_what_was_not_measured_is_left_empty_and_what_overflowed_is_said():
    text = table_text(DataTable(("a", "b"), (np.array([np.nan, 1.0]), np.array([np.inf, -np.inf]))))
    assert text == "a,b\n,inf\n1.0,-inf\n"


def test_that_a_name_with_a_comma_is_quoted():
    assert table_text(DataTable(("x, up", "y"), (["a,b"], [1]))) == '"x, up",y\n"a,b",1\n'


def test_that_spreadsheets_get_tabs():
    assert table_text(DataTable(("x", "y"), ([1], [2.5])), "\t") == "x\ty\n1\t2.5\n"


def test_that_numbers_are_counted():
    assert DataTable(("x", "y"), ([1, 2], [3, 4])).count == 4
