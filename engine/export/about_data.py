"""What an exported script says about the network and the examples in it."""

from __future__ import annotations

from engine.activations import ACTIVATIONS
from engine.costs import COSTS
from engine.data import SOURCES, Dataset
from engine.data.scaling import SCALINGS
from engine.export.code_text import listed, plain
from engine.optimizers import OPTIMIZERS
from engine.setup import Setup
from engine.spec import LayerSpec, NetworkSpec


def title_of(setup: Setup) -> str:
    """The set-up's title, the table's name, or that of the data set."""
    table = setup.data.table if setup.data.source == "csv" else None
    return plain(setup.title or (table.source if table is not None else SOURCES[setup.data.source].label))


def sizes_of(spec: NetworkSpec) -> str:
    """2-4-2-1."""
    return "-".join(str(n) for n in spec.sizes)


def network_lines(setup: Setup, spec: NetworkSpec) -> list[str]:
    """The layers, the cost and the optimiser, a line each."""
    lines = [f"layer {l}: {_layer(layer)}" for l, layer in enumerate(spec.layers, start=1)]
    penalties = [f"{name} {rate:g}" for name, rate in (("L2", spec.l2), ("L1", spec.l1)) if rate]
    regularised = f", regularised ({', '.join(penalties)})" if penalties else ""
    lines.append(f"cost:    {COSTS[spec.cost].label.lower()}{regularised}")
    training = setup.training
    lines.append(f"update:  {OPTIMIZERS[training.optimizer].label}, alpha {training.alpha:g}")
    return lines


def _layer(layer: LayerSpec) -> str:
    slope = f" (slope {layer.leaky_slope:g})" if layer.activation == "leaky_relu" else ""
    return f"{layer.units} unit{'s' * (layer.units > 1)}, {ACTIVATIONS[layer.activation].label}{slope}"


def data_sentences(setup: Setup, dataset: Dataset, m: int) -> list[str]:
    """Where the examples come from, and what the rows of X and Y are; m of them stand in the script."""
    return [_origin(setup, dataset, m), f"Rows of X: {listed(dataset.input_names)}.", _labels(dataset)]


def _origin(setup: Setup, dataset: Dataset, m: int) -> str:
    data, source = setup.data, SOURCES[setup.data.source]
    which = "These are all." if m == dataset.m else f"These are the first {m}."
    if data.source == "given":
        return f"Typed examples, {dataset.examples} of them. {which}"
    facts = [f"{dataset.m} training examples of {dataset.examples} (seed {data.seed})"]
    if source.generate is not None:
        facts.append(f"noise {data.noise:g} %")
    if dataset.scaling is not None:
        facts.append(f"scaled to {SCALINGS[data.scaling].note}")
    name = setup.data.table.source if data.source == "csv" and setup.data.table else source.label
    return f"{plain(name)}: {', '.join(facts)}. {which}"


def _labels(dataset: Dataset) -> str:
    names = dataset.class_names
    if dataset.task == "regression" or not names:
        return "Y: the values to be found."
    if names == ("0", "1"):
        return "Y: the class, 0 or 1."
    if dataset.task == "binary":
        return f"Y: 0 for {plain(names[0])}, 1 for {plain(names[1])}."
    return f"Y: a row for each class ({listed(names)}), 1 where the example belongs to it."
