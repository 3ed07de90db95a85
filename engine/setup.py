"""A set-up: everything that decides a run, as one frozen value that reads from and writes to JSON.

It holds what was asked for (data, network, training, seed of the weights), never a trained number.
The window's document holds one, `main.py train FILE` and `--screenshot ... FILE` read one.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from reprlib import repr as shown
from typing import Any, TypeVar

from engine.data import SOURCES, Dataset, DataSpec, output_of
from engine.spec import LayerSpec, NetworkSpec, SpecError, TrainingSpec

FORMAT = "chalknet-setup"
VERSION = 1
MAX_BYTES = 4_000_000
MAX_PARAMETERS = 50_000_000

Spec = TypeVar("Spec")


class SetupError(ValueError):
    """A set-up file that can't be used; one sentence says what is wrong and where."""


@dataclass(frozen=True)
class Setup:
    """Data, network, training and the seed that W starts from. The default is the first start's circle."""

    data: DataSpec = field(default_factory=DataSpec)
    network: NetworkSpec = field(
        default_factory=lambda: NetworkSpec(2, (LayerSpec(4), LayerSpec(2), LayerSpec(1, "sigmoid")))
    )
    training: TrainingSpec = field(default_factory=lambda: TrainingSpec(alpha=0.1, batch_size=10))
    weights_seed: int = 0

    def fitted_to(self, dataset: Dataset) -> Setup:
        """The same set-up with n[0], the output layer and the cost that this data needs."""
        output, cost = output_of(dataset)
        network = self.network
        layers = (*network.layers[:-1], output)
        return replace(self, network=replace(network, inputs=dataset.inputs, layers=layers, cost=cost))


def to_json(setup: Setup) -> str:
    """The set-up as indented JSON; `from_json` gives an equal one back.

    Raises SetupError for data of an imported table: its rows belong to a file of their own.
    """
    if setup.data.source == "csv":
        raise SetupError("an imported table can't be written into a set-up; keep its CSV file beside it")
    # A table may still be there from before another source was chosen; asdict would copy all of it.
    data = asdict(replace(setup.data, table=None))
    data.pop("table")
    content = {
        "format": FORMAT,
        "version": VERSION,
        "data": data,
        "network": asdict(setup.network),
        "training": asdict(setup.training),
        "weights_seed": setup.weights_seed,
    }
    return json.dumps(content, indent=1)


def read_setup(path: Path) -> Setup:
    """The set-up in a file. Raises SetupError with one sentence that names the fault."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise SetupError(f"{path.name} is larger than {MAX_BYTES // 1_000_000} MB: not a set-up")
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise SetupError(f"{path.name} can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SetupError(f"{path.name} is not text: not a set-up") from error
    return from_json(text, path.name)


def from_json(text: str, name: str = "the set-up") -> Setup:
    """Parse and check. Raises SetupError for bad JSON, wrong types, unknown keys or values out of range."""
    try:
        content = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise SetupError(f"{name} is not valid JSON: {error}") from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise SetupError(f'{name} is not a Chalknet set-up: "format" must be "{FORMAT}"')
    if content.get("version") != VERSION:
        raise SetupError(
            f"{name} has version {shown(content.get('version'))}; this program reads version {VERSION}"
        )
    try:
        return _build(content)
    except (SpecError, TypeError, ValueError) as error:
        raise SetupError(f"{name}: {error}") from error


def _build(content: Mapping[str, Any]) -> Setup:
    network = dict(_section(content, "network"))
    layers = network.pop("layers", None)
    if not isinstance(layers, list):
        raise SetupError('"network" needs "layers", a list')
    network["layers"] = tuple(_frozen(LayerSpec, layer, f"layer {l}") for l, layer in enumerate(layers, 1))
    data = _data_values(_section(content, "data"))
    seed = content.get("weights_seed", 0)
    training = _frozen(TrainingSpec, _section(content, "training"), "training")
    for where, value in (("weights_seed", seed), ("training: seed", training.seed)):
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise SetupError(f"{where} must be a whole number from 0, not {shown(value)}")
    setup = Setup(_frozen(DataSpec, data, "data"), _frozen(NetworkSpec, network, "network"), training, seed)
    if setup.network.parameter_count > MAX_PARAMETERS:
        count = setup.network.parameter_count
        raise SetupError(f"the network has {count} parameters, the limit is {MAX_PARAMETERS}")
    return setup


def _data_values(section: Mapping[str, Any]) -> dict[str, Any]:
    data = dict(section)
    source, inputs, points = data.get("source"), data.get("inputs"), data.get("points", [])
    if not isinstance(source, str) or source not in SOURCES or source == "csv":
        raise SetupError(f"data source {shown(source)} is unknown")
    if "inputs" in data and not isinstance(inputs, list):
        raise SetupError(f"data: inputs must be a list, not {shown(inputs)}")
    if not isinstance(points, list) or not all(isinstance(point, list) for point in points):
        raise SetupError("data: points must be a list of lists [x1, x2, class]")
    if isinstance(inputs, list):
        data["inputs"] = tuple(inputs)
    data["points"] = tuple(tuple(point) for point in points)
    return data


def _section(content: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    section = content.get(key)
    if not isinstance(section, dict):
        raise SetupError(f'"{key}" is missing or not an object')
    return section


def _frozen(kind: type[Spec], values: Any, where: str) -> Spec:
    if not isinstance(values, Mapping):
        raise SetupError(f"{where} is not an object")
    defaults = {spec_field.name: spec_field for spec_field in fields(kind)}  # type: ignore[arg-type]
    for key, value in values.items():
        if key not in defaults:
            raise SetupError(f"{where} has an unknown key {shown(key)}")
        _require_number_kind(where, key, value, str(defaults[key].type))
    return kind(**values)


def _require_number_kind(where: str, key: str, value: Any, kind: str) -> None:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    # A whole number may be too large to become a float, and then isfinite fails on it.
    finite = number and abs(value) <= sys.float_info.max and math.isfinite(value)
    if kind == "int" and not (isinstance(value, int) and number):
        raise SetupError(f"{where}: {key} must be a whole number, not {shown(value)}")
    if kind == "float" and not finite:
        raise SetupError(f"{where}: {key} must be a number, not {shown(value)}")
    if kind == "str" and not isinstance(value, str):
        raise SetupError(f"{where}: {key} must be text, not {shown(value)}")
    if kind == "int | None" and not (value is None or (isinstance(value, int) and number)):
        raise SetupError(f"{where}: {key} must be a whole number or null, not {shown(value)}")


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number that a set-up may hold")
