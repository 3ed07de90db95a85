"""A set-up: everything that decides a run, as one frozen value that reads from and writes to JSON.

It holds what was asked for (data, network, training, seed of the weights), never a trained number.
The window's document holds one, `main.py train FILE` and `--screenshot ... FILE` read one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from reprlib import repr as shown
from typing import Any

from engine.data import SOURCES, Dataset, DataSpec, GivenExamples, Table, output_of
from engine.given import GivenWeights, fault_of_given, weights_as_json, weights_from
from engine.setup_values import SetupError, frozen, section, text_of, whole_number
from engine.spec import LayerSpec, NetworkSpec, SpecError, TrainingSpec

FORMAT = "chalknet-setup"
VERSION = 1
MAX_BYTES = 4_000_000
MAX_PARAMETERS = 50_000_000

__all__ = ["Setup", "SetupError", "as_content", "from_content", "from_json", "read_setup", "to_json"]


@dataclass(frozen=True)
class Setup:
    """Data, network, training and the seed that W starts from. The default is the first start's circle.

    weights: start weights that are typed; the seed has no say then. title, about: what it is called and what it shows,
    of an exercise; "" for any other.
    """

    data: DataSpec = field(default_factory=DataSpec)
    network: NetworkSpec = field(
        default_factory=lambda: NetworkSpec(2, (LayerSpec(4), LayerSpec(2), LayerSpec(1, "sigmoid")))
    )
    training: TrainingSpec = field(default_factory=lambda: TrainingSpec(alpha=0.1, batch_size=10))
    weights_seed: int = 0
    weights: GivenWeights | None = None
    title: str = ""
    about: str = ""

    def fitted_to(self, dataset: Dataset) -> Setup:
        """The same set-up with n[0], the output layer and the cost that this data needs.

        Given examples leave output layer and cost as they are, where the layer has their size.
        """
        output, cost = output_of(dataset)
        network = self.network
        if dataset.spec.source == "given" and network.sizes[-1] == dataset.outputs:
            output, cost = network.layers[-1], network.cost
        layers = (*network.layers[:-1], output)
        return self.with_network(replace(network, inputs=dataset.inputs, layers=layers, cost=cost))

    def with_network(self, network: NetworkSpec) -> Setup:
        """The same set-up with another network, and with given weights only if they fit it."""
        weights = self.weights if self.weights is not None and self.weights.fits(network) else None
        return replace(self, network=network, weights=weights)


def to_json(setup: Setup, *, one_line: bool = False) -> str:
    """The set-up as JSON, indented for a file or as one line for a message; `from_json` gives an equal one back.

    Raises SetupError for data of an imported table: its rows belong to a file of their own.
    """
    if setup.data.source == "csv":
        raise SetupError("an imported table can't be written into a set-up; keep its CSV file beside it")
    return json.dumps(
        {"format": FORMAT, "version": VERSION, **as_content(setup)}, indent=None if one_line else 1
    )


def as_content(setup: Setup) -> dict[str, Any]:
    """The set-up as values of JSON, without the rows of an imported table; `from_content` reads it."""
    content = {
        "data": _data_content(setup.data),
        "network": asdict(setup.network),
        "training": asdict(setup.training),
        "weights_seed": setup.weights_seed,
    }
    content |= {key: text for key, text in (("title", setup.title), ("about", setup.about)) if text}
    if setup.weights is not None:
        content["weights"] = weights_as_json(setup.weights)
    return content


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
    return from_content(content, name)


def from_content(content: Mapping[str, Any], name: str = "the set-up", table: Table | None = None) -> Setup:
    """Build from what `as_content` gave. table: that of the source "csv", which is unknown without one.

    Raises SetupError for wrong types, unknown keys or values out of range.
    """
    try:
        return _build(content, table)
    except (SpecError, TypeError, ValueError) as error:
        raise SetupError(f"{name}: {error}") from error


def _build(content: Mapping[str, Any], table: Table | None) -> Setup:
    setup = Setup(
        frozen(DataSpec, _data_values(section(content, "data"), table), "data"),
        _network_of(content),
        frozen(TrainingSpec, section(content, "training"), "training"),
        whole_number("weights_seed", content.get("weights_seed", 0)),
        weights_from(content["weights"]) if content.get("weights") is not None else None,
        text_of(content, "title"),
        text_of(content, "about"),
    )
    whole_number("training: seed", setup.training.seed)
    fault = fault_of_given(setup.data, setup.network, setup.weights)
    if fault:
        raise SetupError(fault)
    return setup


def _network_of(content: Mapping[str, Any]) -> NetworkSpec:
    values = dict(section(content, "network"))
    layers = values.pop("layers", None)
    if not isinstance(layers, list):
        raise SetupError('"network" needs "layers", a list')
    values["layers"] = tuple(frozen(LayerSpec, layer, f"layer {l}") for l, layer in enumerate(layers, 1))
    network = frozen(NetworkSpec, values, "network")
    if network.parameter_count > MAX_PARAMETERS:
        raise SetupError(
            f"the network has {network.parameter_count} parameters, the limit is {MAX_PARAMETERS}"
        )
    return network


def _data_content(data: DataSpec) -> dict[str, Any]:
    # A table may still be there from before another source was chosen, and so may given examples.
    content = {
        spec.name: getattr(data, spec.name) for spec in fields(data) if spec.name not in ("table", "given")
    }
    if data.source == "given" and data.given is not None:
        content["given"] = asdict(data.given)
    return content


def _data_values(section: Mapping[str, Any], table: Table | None) -> dict[str, Any]:
    data = dict(section)
    source, inputs, points = data.get("source"), data.get("inputs"), data.get("points", [])
    if not isinstance(source, str) or source not in SOURCES or (source == "csv" and table is None):
        raise SetupError(f"data source {shown(source)} is unknown")
    if "inputs" in data and not isinstance(inputs, list):
        raise SetupError(f"data: inputs must be a list, not {shown(inputs)}")
    if not isinstance(points, list) or not all(isinstance(point, list) for point in points):
        raise SetupError("data: points must be a list of lists [x1, x2, class]")
    if isinstance(inputs, list):
        data["inputs"] = tuple(inputs)
    data["points"] = tuple(tuple(point) for point in points)
    if data.get("given") is not None:
        data["given"] = frozen(GivenExamples, data["given"], "given")
    if source == "csv":
        data["table"] = table
    return data


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number that a set-up may hold")
