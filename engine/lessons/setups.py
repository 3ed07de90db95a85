"""The set-up of a train or step scene: one that comes along by its name, tables of its own, or both."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Any, Literal

from engine.activations import ACTIVATIONS
from engine.costs import COSTS
from engine.data import (
    SCALINGS,
    SOURCES,
    DataError,
    Dataset,
    DataSpec,
    GivenExamples,
    TableError,
    build_dataset,
)
from engine.data.location import exercise_folder, setup_folder
from engine.given import fault_of_given, weights_from
from engine.initializers import INITIALIZERS
from engine.lessons.nearest import did_you_mean
from engine.lessons.reader import Reader
from engine.optimizers import OPTIMIZERS
from engine.setup import Setup, SetupError, read_setup
from engine.spec import LayerSpec, NetworkSpec, SpecError, TrainingSpec

KEYS = ("setup", "data", "network", "training", "weights", "seed")
DATA_KEYS = (
    "source", "noise", "seed", "train_share", "inputs", "scaling", "points", "X", "Y", "input_names",
)  # fmt: skip
NETWORK_KEYS = ("layers", "initialization", "cost", "l1", "l2")
TRAINING_KEYS = ("optimizer", "alpha", "batch_size", "seed")
MAX_SEED = 999_999_999
MAX_LAYERS, MAX_UNITS, MAX_PARAMETERS = 12, 1000, 300_000

LAYER = re.compile(r"(\d{1,6})\s+([a-z_]+)(?:\s+(-?\d*\.?\d+))?")
COST_OF = {"sigmoid": "binary_cross_entropy", "softmax": "categorical_cross_entropy"}
OTHER_COST = "mean_squared_error"

Part = Literal["setup", "data", "network", "training", "weights"]


class _PartError(ValueError):
    """A part of the set-up that can't be used; `key` is where."""

    def __init__(self, key: str, text: str) -> None:
        super().__init__(text)
        self.key = key


def named_setups() -> dict[str, Any]:
    """The set-ups that come along by name: path of each."""
    paths = [*setup_folder().glob("*.json"), *exercise_folder().glob("*.json")]
    return {path.stem: path for path in sorted(paths)}


@lru_cache(maxsize=12)
def dataset_of(data: DataSpec) -> Dataset:
    """The data of a recipe; the last ones are kept. Raises DataError or TableError."""
    return build_dataset(data)


def setup_from(reader: Reader) -> Setup | None:
    """The set-up that a scene's tables describe, fitted to its data; None where something is wrong."""
    try:
        return _setup(reader)
    except _PartError as problem:
        reader.fault(problem.key, str(problem))
    return None


def _setup(reader: Reader) -> Setup:
    base = _base(reader)
    data = _data(reader, base.data)
    network = _network(reader, base.network)
    seed = reader.whole("seed", base.weights_seed, 0, MAX_SEED)
    training = _training(reader, base.training, seed if "seed" in reader else base.training.seed)
    try:
        dataset = dataset_of(data)
    except (DataError, TableError) as error:
        raise _PartError("data" if "data" in reader else "setup", f"data: {error}") from error
    setup = replace(
        base, data=data, network=network, training=training, weights_seed=seed, title="", about=""
    )
    if "weights" not in reader and "seed" in reader:
        setup = replace(setup, weights=None)
    fitted = setup.fitted_to(dataset)
    network_table = reader.table.get("network")
    if isinstance(network_table, dict) and "layers" in network_table:
        _require_output(network, fitted.network, dataset)
    return _with_weights(reader, fitted)


def _base(reader: Reader) -> Setup:
    if "setup" not in reader:
        return Setup()
    name, known = reader.text("setup"), named_setups()
    if name not in known:
        raise _PartError("setup", f"there is no set-up {name!r}{did_you_mean(name, known)}")
    try:
        return read_setup(known[name])
    except SetupError as error:
        raise _PartError("setup", str(error)) from error


def _data(reader: Reader, base: DataSpec) -> DataSpec:
    part = reader.sub("data")
    if part is None:
        return base
    part.refuse_unknown(DATA_KEYS)
    typed = "X" in part or "Y" in part
    source = part.choice(
        "source", [key for key in SOURCES if key != "csv"], "given" if typed else base.source
    )
    try:
        return replace(
            base,
            source=source,
            noise=part.number("noise", base.noise, 0, 80),
            seed=part.whole("seed", base.seed, 0, MAX_SEED),
            train_share=part.number("train_share", base.train_share, 10, 90),
            inputs=part.texts("inputs") if "inputs" in part else base.inputs,
            scaling=part.choice("scaling", list(SCALINGS), base.scaling),
            points=_points(part, base),
            given=_given(part) if typed else base.given,
        )
    except DataError as error:
        raise _PartError("data", f"data: {error}") from error


def _points(part: Reader, base: DataSpec) -> tuple[tuple[float, float, int], ...]:
    points = part.table.get("points", base.points)
    if not isinstance(points, (list, tuple)) or not all(isinstance(p, (list, tuple)) for p in points):
        raise _PartError("data", "data: points must be a list of [x1, x2, class]")
    return tuple(tuple(point) for point in points)


def _given(part: Reader) -> GivenExamples:
    for name in ("X", "Y"):
        if name not in part:
            raise _PartError(
                "data", f"data: typed examples need X and Y, one example a column; {name} is missing"
            )
    return GivenExamples(part.table["X"], part.table["Y"], part.texts("input_names"))


def _network(reader: Reader, base: NetworkSpec) -> NetworkSpec:
    part = reader.sub("network")
    if part is None:
        return base
    part.refuse_unknown(NETWORK_KEYS)
    layers = _layers(part.text("layers")) if "layers" in part else base.layers
    usual = COST_OF.get(layers[-1].activation, OTHER_COST) if "layers" in part else base.cost
    try:
        network = replace(
            base,
            layers=layers,
            cost=part.choice("cost", list(COSTS), usual),
            l1=part.number("l1", base.l1, 0, 1e6),
            l2=part.number("l2", base.l2, 0, 1e6),
            initialization=part.choice("initialization", list(INITIALIZERS), base.initialization),
        )
    except SpecError as error:
        raise _PartError("network", f"network: {error}") from error
    return network


def _layers(text: str) -> tuple[LayerSpec, ...]:
    """ "4 tanh, 1 sigmoid"; a leaky ReLU's slope may follow: "4 leaky_relu 0.1"."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) > MAX_LAYERS:
        raise _PartError(
            "network", f"network: a lesson's network has at most {MAX_LAYERS} layers, not {len(parts)}"
        )
    return tuple(_layer(part) for part in parts)


def _layer(part: str) -> LayerSpec:
    found = LAYER.fullmatch(part)
    if found is None:
        raise _PartError("network", f'network: layers are written "4 tanh, 1 sigmoid", not {part!r}')
    units, activation = int(found[1]), found[2]
    if activation not in ACTIVATIONS:
        raise _PartError(
            "network", f"network: activation {activation!r} is unknown{did_you_mean(activation, ACTIVATIONS)}"
        )
    if not 1 <= units <= MAX_UNITS:
        raise _PartError("network", f"network: a layer has 1 to {MAX_UNITS} units, not {units}")
    return LayerSpec(units, activation, float(found[3]) if found[3] else 0.01)


def _training(reader: Reader, base: TrainingSpec, seed: int) -> TrainingSpec:
    part = reader.sub("training")
    if part is None:
        return replace(base, seed=seed)
    part.refuse_unknown(TRAINING_KEYS)
    size = part.whole("batch_size", base.batch_size or 0, 0, 1_000_000)
    return TrainingSpec(
        optimizer=part.choice("optimizer", list(OPTIMIZERS), base.optimizer),
        alpha=part.number("alpha", base.alpha, 1e-9, 1e9),
        batch_size=size or None,
        seed=part.whole("seed", seed, 0, MAX_SEED),
    )


def _require_output(asked: NetworkSpec, fitted: NetworkSpec, dataset: Dataset) -> None:
    """The data decide the output layer; silently replacing what a lecturer wrote would puzzle."""
    wanted, written = fitted.layers[-1], asked.layers[-1]
    if (wanted.units, wanted.activation, fitted.cost) != (written.units, written.activation, asked.cost):
        source = SOURCES[dataset.spec.source].label
        raise _PartError(
            "network",
            f"network: the data {source} need the output layer {wanted.units} {wanted.activation} and the cost "
            f"{fitted.cost}, not {written.units} {written.activation} and {asked.cost}",
        )


def _with_weights(reader: Reader, setup: Setup) -> Setup:
    network = setup.network
    if network.parameter_count > MAX_PARAMETERS:
        key = "network" if "network" in reader else "setup"
        raise _PartError(
            key,
            f"the network has {network.parameter_count} parameters; a lesson's has at most {MAX_PARAMETERS}",
        )
    try:
        if "weights" in reader:
            setup = replace(setup, weights=weights_from(reader.table["weights"]))
        fault = fault_of_given(setup.data, network, setup.weights)
    except SpecError as error:
        raise _PartError("weights", str(error)) from error
    if fault:
        key = "weights" if fault.startswith("weights") and "weights" in reader else "data"
        raise _PartError(key if key in reader else "network", fault)
    return setup
