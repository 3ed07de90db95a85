"""The formulas that a lab draws are those that it says, from which the book of formulas is written."""

from __future__ import annotations

import pytest

from gui.labs.readouts import Readouts

SETTINGS = [
    *(("activations", {"function": function}) for function in ("sigmoid", "tanh", "relu", "leaky_relu")),
    ("activations", {"layers": 12}),
    *(("slope", {"function": function}) for function in ("3a", "a^2", "a^3", "log a")),
    ("neuron", {}),
    ("neuron", {"activation": "linear"}),
]


@pytest.mark.parametrize(("key", "settings"), SETTINGS)
def test_that_every_formula_of_a_lab_is_listed(make, key, settings):
    lab = make(key, **settings)
    drawn = {row.latex for readouts in lab.findChildren(Readouts) for row in readouts.rows() if row.latex}
    assert drawn
    assert drawn <= set(lab.latex)
