"""The table of labs: settings that are checked, facts that are quick and always the same."""

from __future__ import annotations

import math

import pytest

from engine.labs.row import Setting
from engine.labs.table import LABS, checked, facts


@pytest.mark.parametrize("key", LABS)
def test_that_the_defaults_of_every_lab_can_be_used(key):
    row = LABS[key]
    assert row.key == key
    assert row.title
    assert row.about
    assert row.chapter in {f"C{n}" for n in range(1, 10)}
    defaults = checked(key, {})
    assert defaults == {name: setting.default for name, setting in row.settings.items()}
    assert checked(key, defaults) == defaults


@pytest.mark.parametrize("key", LABS)
def test_that_the_facts_of_every_lab_are_numbers_and_come_out_the_same(key):
    first = facts(key, {})
    second = facts(key, {})
    assert first == second
    assert all(isinstance(value, int | float) and math.isfinite(value) for value in first.values())


def test_that_what_is_missing_takes_its_default():
    assert checked("activations", {"z": 4})["function"] == "sigmoid"
    assert checked("activations", {"z": 4})["z"] == 4.0


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"w": 1}, "no setting 'w'"),
        ({"function": "swish"}, "one of sigmoid, tanh"),
        ({"z": "4"}, "must be a number"),
        ({"z": True}, "must be a number"),
        ({"z": math.nan}, "must be a number"),
        ({"z": 7}, "at most 6"),
        ({"z": -6.5}, "at least -6"),
        ({"layers": 2.5}, "whole number"),
        ({"all": 1}, "true or false"),
        ({"function": 3}, "must be a text"),
    ],
)
def test_that_a_setting_that_can_not_be_used_is_refused_in_one_sentence(settings, said):
    with pytest.raises(ValueError, match=said):
        checked("activations", settings)


def test_that_an_unknown_lab_is_named():
    with pytest.raises(ValueError, match="'swings' is unknown"):
        checked("swings", {})


def test_that_a_text_may_not_be_endless():
    with pytest.raises(ValueError, match="200 characters"):
        Setting("(4, 3)").checked("left", "1," * 500)
