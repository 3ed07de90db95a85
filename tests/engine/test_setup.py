"""Set-ups read from and write to JSON; every fault is refused in one sentence that names it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.activations import ACTIVATIONS
from engine.costs import COSTS
from engine.data import FEATURES, SCALINGS, SOURCES, DataSpec, Table, build_dataset
from engine.initializers import INITIALIZERS
from engine.optimizers import OPTIMIZERS
from engine.setup import MAX_BYTES, Setup, SetupError, from_json, read_setup, to_json
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec

FINITE = st.floats(-1e6, 1e6)
HIDDEN = [key for key, row in ACTIVATIONS.items() if row.hidden]
LAYERS = st.builds(LayerSpec, st.integers(1, 20), st.sampled_from(HIDDEN), FINITE)
DATA = st.builds(
    DataSpec,
    source=st.sampled_from([key for key in SOURCES if key not in ("csv", "given")]),
    noise=st.floats(0, 80),
    seed=st.integers(0, 2**64),
    train_share=st.floats(10, 90),
    inputs=st.lists(st.sampled_from(list(FEATURES)), min_size=1, unique=True).map(tuple),
    scaling=st.sampled_from(list(SCALINGS)),
    points=st.lists(st.tuples(FINITE, FINITE, st.sampled_from([0, 1])), max_size=5).map(tuple),
)
NETWORKS = st.builds(
    lambda inputs, layers, cost, l1, l2, start: NetworkSpec(
        inputs, (*layers, LayerSpec(2, (COSTS[cost].outputs or ("linear",))[0])), cost, l1, l2, start
    ),
    st.integers(1, 9),
    st.lists(LAYERS, max_size=3),
    st.sampled_from(list(COSTS)),
    st.floats(0, 10),
    st.floats(0, 10),
    st.sampled_from(list(INITIALIZERS)),
)
TRAININGS = st.builds(
    TrainingSpec,
    st.sampled_from(list(OPTIMIZERS)),
    st.floats(1e-9, 1e3),
    st.none() | st.integers(1, 10_000),
    st.integers(0, 2**40),
)
SETUPS = st.builds(
    Setup,
    DATA,
    NETWORKS,
    TRAININGS,
    st.integers(0, 2**40),
    title=st.text(max_size=9),
    about=st.text(max_size=9),
)

TABLE = Table(("a",), np.array([[1.0, 2.0]]), np.array([0, 1]), ("no", "yes"), "t", "t.csv", 2)


def changed(path: str, value: Any) -> str:
    """The default set-up as JSON with the value at a dotted path replaced; the value None takes it out."""
    content = json.loads(to_json(Setup()))
    *parents, last = path.split(".")
    place = content
    for key in parents:
        place = place[int(key) if key.isdigit() else key]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return json.dumps(content)


def fault_of(text: str) -> str:
    with pytest.raises(SetupError) as caught:
        from_json(text, "my.json")
    return str(caught.value)


@given(setup=SETUPS)
def test_that_a_setup_is_read_back_as_it_was_written(setup: Setup) -> None:
    assert from_json(to_json(setup)) == setup


def test_that_a_setup_is_read_from_a_file(tmp_path: Path) -> None:
    setup = Setup(
        data=DataSpec("spiral", noise=5), training=TrainingSpec("adam", 0.01, None, 7), weights_seed=3
    )
    path = tmp_path / "größe.json"
    path.write_text(to_json(setup), encoding="utf-8")
    assert read_setup(path) == setup


def test_that_the_first_start_is_the_circle_with_a_2_4_2_1_network() -> None:
    setup = Setup()
    assert setup.data.source == "circle"
    assert setup.network.sizes == (2, 4, 2, 1)
    assert setup == setup.fitted_to(build_dataset(setup.data))


@pytest.mark.parametrize(
    ("source", "sizes", "activation", "cost"),
    [
        ("xor", (2, 4, 2, 1), "sigmoid", "binary_cross_entropy"),
        ("blobs", (2, 4, 2, 3), "softmax", "categorical_cross_entropy"),
        ("plane", (2, 4, 2, 1), "linear", "mean_squared_error"),
        ("digits", (64, 4, 2, 10), "softmax", "categorical_cross_entropy"),
    ],
)
def test_that_a_setup_fits_itself_to_its_data(
    source: str, sizes: tuple[int, ...], activation: str, cost: str
) -> None:
    network = Setup().fitted_to(build_dataset(DataSpec(source))).network
    assert network.sizes == sizes
    assert network.layers[-1].activation == activation
    assert network.cost == cost


def test_that_a_setup_with_an_imported_table_is_not_written() -> None:
    with pytest.raises(SetupError, match=r"imported table can't be written .* keep its CSV file beside it"):
        to_json(Setup(data=DataSpec("csv", table=TABLE)))


def test_that_a_table_from_before_does_not_keep_another_source_from_being_written() -> None:
    setup = Setup(data=DataSpec("xor", table=TABLE))
    assert from_json(to_json(setup)) == replace(setup, data=DataSpec("xor"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is not valid JSON"),
        ("{", "is not valid JSON"),
        ("[" * 200_000, "is not valid JSON"),
        ('{"x": NaN}', "NaN is not a number that a set-up may hold"),
        ('{"x": -Infinity}', "-Infinity is not a number"),
        ('{"x": ' + "9" * 5000 + "}", "is not valid JSON"),
        ("[]", '"format" must be "chalknet-setup"'),
        ("{}", '"format" must be "chalknet-setup"'),
        ('{"format": "other"}', '"format" must be "chalknet-setup"'),
        (changed("version", 2), "has version 2; this program reads version 1"),
        (changed("version", None), "has version None; this program reads version 1"),
    ],
)
def test_that_a_text_that_is_no_setup_is_refused(text: str, message: str) -> None:
    fault = fault_of(text)
    assert fault.startswith("my.json")
    assert message in fault


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("data", None, '"data" is missing or not an object'),
        ("network", [], '"network" is missing or not an object'),
        ("training", 3, '"training" is missing or not an object'),
        ("weights_seed", -1, "weights_seed must be a whole number from 0, not -1"),
        ("weights_seed", 1.5, "weights_seed must be a whole number from 0, not 1.5"),
        ("weights_seed", True, "weights_seed must be a whole number from 0, not True"),
        ("data.source", "ring", "data source 'ring' is unknown"),
        ("data.source", "csv", "data source 'csv' is unknown"),
        ("data.source", ["circle"], "data source ['circle'] is unknown"),
        ("data.source", None, "data source None is unknown"),
        ("data.noise", 90, "noise must be from 0 to 80 percent, not 90"),
        ("data.noise", "5", "data: noise must be a number, not '5'"),
        ("data.noise", 10**400, "data: noise must be a number, not 1000"),
        ("data.seed", 1.5, "data: seed must be a whole number, not 1.5"),
        ("data.seed", -1, "seed must be a whole number from 0, not -1"),
        ("data.train_share", 95, "train_share must be from 10 to 90 percent, not 95"),
        ("data.inputs", [], "inputs must name at least one of x1"),
        ("data.inputs", "x1", "data: inputs must be a list, not 'x1'"),
        ("data.inputs", ["x9"], "inputs 'x9' is unknown"),
        ("data.inputs", [["x1"]], "inputs ['x1'] is unknown"),
        ("data.scaling", "log", "scaling 'log' is unknown"),
        ("data.points", 5, "data: points must be a list of lists"),
        ("data.points", [5], "data: points must be a list of lists"),
        ("data.points", [[1, 2]], "point 1 must be x1, x2 and the class 0 or 1"),
        ("data.points", [[1, 2, 7]], "point 1 must be x1, x2 and the class 0 or 1"),
        ("data.points", [[1, 10**400, 1]], "point 1 must be x1, x2 and the class 0 or 1"),
        ("data.table", {"X": [1]}, "table must be an imported table or nothing"),
        ("data.colour", 1, "data has an unknown key 'colour'"),
        ("network.inputs", 0, "a network needs at least 1 input, not 0"),
        ("network.inputs", "2", "network: inputs must be a whole number, not '2'"),
        ("network.inputs", None, "inputs"),
        ("network.layers", {}, '"network" needs "layers", a list'),
        ("network.layers", [], "a network needs at least one layer"),
        ("network.layers", [4], "layer 1 is not an object"),
        ("network.layers.1.units", 0, "a layer needs at least 1 unit, not 0"),
        ("network.layers.1.units", True, "layer 2: units must be a whole number, not True"),
        ("network.layers.0.units", 10**9, "parameters, the limit is 50000000"),
        ("network.layers.0.activation", "swish", "activation 'swish' is unknown"),
        ("network.layers.0.activation", 1, "layer 1: activation must be text, not 1"),
        ("network.layers.0.activation", "softmax", "softmax belongs to the output layer"),
        ("network.layers.0.leaky_slope", "x", "layer 1: leaky_slope must be a number, not 'x'"),
        ("network.layers.0.width", 2, "layer 1 has an unknown key 'width'"),
        ("network.cost", "hinge", "cost 'hinge' is unknown"),
        ("network.cost", "categorical_cross_entropy", "needs an output of softmax, not sigmoid"),
        ("network.l1", -1, "l1 must not be negative"),
        ("network.l2", "0", "network: l2 must be a number, not '0'"),
        ("network.initialization", "magic", "initialization 'magic' is unknown"),
        ("training.optimizer", "newton", "optimizer 'newton' is unknown"),
        ("training.alpha", 0, "alpha must be a positive number, not 0"),
        ("training.alpha", False, "training: alpha must be a number, not False"),
        ("training.batch_size", 0, "batch_size must be at least 1"),
        ("training.batch_size", 2.5, "training: batch_size must be a whole number or null, not 2.5"),
        ("training.seed", -3, "training: seed must be a whole number from 0, not -3"),
        ("title", 5, "title must be text, not 5"),
        ("about", ["x"], "about must be text, not ['x']"),
    ],
)
def test_that_a_wrong_value_is_named(path: str, value: Any, message: str) -> None:
    fault = fault_of(changed(path, value))
    assert fault.startswith("my.json: ")
    assert message in fault
    assert "\n" not in fault


def test_that_an_infinite_number_and_a_very_long_value_are_refused_in_a_short_sentence() -> None:
    assert "alpha must be a number, not inf" in fault_of(
        changed("training.alpha", 7).replace("7", "1e999", 1)
    )
    assert len(fault_of(changed("data.source", "x" * 100_000))) < 200
    assert len(fault_of(changed("data.noise", 10**4000))) < 200


def test_that_a_file_that_can_not_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"^no\.json can't be read: No such file"):
        read_setup(tmp_path / "no.json")
    with pytest.raises(SetupError, match="can't be read"):
        read_setup(tmp_path)
    path = tmp_path / "data.json"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SetupError, match=r"^data\.json is not text: not a set-up$"):
        read_setup(path)
    path.write_bytes(b" " * (MAX_BYTES + 1))
    with pytest.raises(SetupError, match=r"^data\.json is larger than 4 MB: not a set-up$"):
        read_setup(path)
