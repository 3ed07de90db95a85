"""Edits of a set-up as plain values: what changes, which old layer and input each new one is, and its text.

Every function takes the present set-up and data and returns an `Edit`; nothing is changed here and no Qt is
needed. The document pushes edits on its undo stack.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.activations import ACTIVATIONS
from engine.costs import COSTS
from engine.data import Dataset, DataSpec
from engine.given import GivenWeights
from engine.initializers import INITIALIZERS
from engine.optimizers import OPTIMIZERS
from engine.setup import Setup
from engine.spec import LayerSpec, NetworkSpec

NEW_LAYER_UNITS = 2
MAX_HIDDEN_LAYERS = 8
MAX_UNITS_BY_HAND = 64
MAX_UNITS = 1024

Origin = tuple[int | None, ...]


@dataclass(frozen=True)
class Edit:
    """One undo step: the set-up after it and where its layers and inputs come from.

    layer_origin[l-1] is the old number of new layer l, input_origin[j] the old index of new input j; None
    means new. restart: the run begins again from fresh weights. Edits with the same merge_key that follow
    one another become one undo step (a dragged slider).
    """

    text: str
    setup: Setup
    dataset: Dataset
    layer_origin: Origin
    input_origin: Origin
    restart: bool = False
    merge_key: str = ""


def _same(setup: Setup) -> tuple[Origin, Origin]:
    return tuple(range(1, setup.network.L + 1)), tuple(range(setup.network.inputs))


def _network_edit(
    text: str,
    setup: Setup,
    dataset: Dataset,
    network: NetworkSpec,
    origin: Origin | None = None,
    merge_key: str = "",
) -> Edit:
    layers, inputs = _same(setup)
    after = setup.with_network(network)
    return Edit(text, after, dataset, origin or layers, inputs, merge_key=merge_key)


def set_units(setup: Setup, dataset: Dataset, l: int, units: int) -> Edit:
    """Give hidden layer l this many units; the first ones stay."""
    before = setup.network.layer(l)
    text = f"Layer {l}: {before.units} to {units} units"
    return _network_edit(text, setup, dataset, setup.network.with_layer(l, replace(before, units=units)))


def set_activation(setup: Setup, dataset: Dataset, l: int, activation: str) -> Edit:
    """Give layer l another activation."""
    layer = replace(setup.network.layer(l), activation=activation)
    text = f"Layer {l}: {ACTIVATIONS[activation].label}"
    return _network_edit(text, setup, dataset, setup.network.with_layer(l, layer))


def set_leaky_slope(setup: Setup, dataset: Dataset, l: int, slope: float) -> Edit:
    """Change the slope of layer l's leaky ReLU below zero."""
    layer = replace(setup.network.layer(l), leaky_slope=slope)
    network = setup.network.with_layer(l, layer)
    return _network_edit(f"Layer {l}: leaky slope {slope:g}", setup, dataset, network, merge_key=f"slope {l}")


def add_layer(setup: Setup, dataset: Dataset, after: int) -> Edit:
    """Put a new hidden layer behind layer `after` (0: behind the inputs)."""
    layers = list(setup.network.layers)
    activation = layers[max(after - 1, 0)].activation if len(layers) > 1 and after < len(layers) else "tanh"
    activation = activation if ACTIVATIONS[activation].hidden else "tanh"
    layers.insert(after, LayerSpec(NEW_LAYER_UNITS, activation))
    old = list(range(1, setup.network.L + 1))
    origin: Origin = (*old[:after], None, *old[after:])
    network = replace(setup.network, layers=tuple(layers))
    return _network_edit(f"Add layer {after + 1}", setup, dataset, network, origin)


def remove_layer(setup: Setup, dataset: Dataset, l: int) -> Edit:
    """Take hidden layer l out."""
    layers = setup.network.layers
    network = replace(setup.network, layers=(*layers[: l - 1], *layers[l:]))
    origin: Origin = tuple(k for k in range(1, setup.network.L + 1) if k != l)
    return _network_edit(f"Remove layer {l}", setup, dataset, network, origin)


def set_cost(setup: Setup, dataset: Dataset, cost: str) -> Edit:
    """Judge the network by another cost."""
    return _network_edit(f"Cost: {COSTS[cost].label}", setup, dataset, replace(setup.network, cost=cost))


def set_regularization(setup: Setup, dataset: Dataset, kind: str, rate: float) -> Edit:
    """Switch on L1 or L2 with this rate, or neither ("none")."""
    text = "No regularisation" if kind == "none" or rate == 0 else f"{kind.upper()} {rate:g}"
    l1, l2 = (rate if kind == "l1" else 0.0), (rate if kind == "l2" else 0.0)
    return _network_edit(text, setup, dataset, replace(setup.network, l1=l1, l2=l2))


def set_initialization(setup: Setup, dataset: Dataset, key: str) -> Edit:
    """Start the weights in another way: the run begins again."""
    edit = _network_edit(
        f"Start weights: {INITIALIZERS[key].label}",
        setup,
        dataset,
        replace(setup.network, initialization=key),
    )
    return replace(edit, setup=replace(edit.setup, weights=None), restart=True)


def set_alpha(setup: Setup, dataset: Dataset, alpha: float) -> Edit:
    """Another learning rate, from the next update on."""
    return _training_edit(f"Learning rate {alpha:g}", setup, dataset, alpha=alpha)


def set_optimizer(setup: Setup, dataset: Dataset, key: str) -> Edit:
    """Another optimiser, from the next update on."""
    return _training_edit(f"Optimiser: {OPTIMIZERS[key].label}", setup, dataset, optimizer=key)


def set_batch_size(setup: Setup, dataset: Dataset, size: int | None) -> Edit:
    """Another mini-batch size; None takes all training examples at once."""
    text = "Batch: all examples" if size is None else f"Batch size {size}"
    return _training_edit(text, setup, dataset, merge_key="batch size", batch_size=size)


def _training_edit(
    text: str, setup: Setup, dataset: Dataset, merge_key: str = "", **changes: float | str | None
) -> Edit:
    training = replace(setup.training, **changes)  # type: ignore[arg-type]
    layers, inputs = _same(setup)
    return Edit(text, replace(setup, training=training), dataset, layers, inputs, merge_key=merge_key)


def new_weights(setup: Setup, dataset: Dataset) -> Edit:
    """Begin again from other random weights; given ones go."""
    seed = setup.weights_seed + 1
    layers, inputs = _same(setup)
    after = replace(setup, weights_seed=seed, weights=None)
    return Edit(f"New weights (seed {seed})", after, dataset, layers, inputs, restart=True)


def reset(setup: Setup, dataset: Dataset) -> Edit:
    """Begin again from the same start weights."""
    layers, inputs = _same(setup)
    return Edit("Reset", setup, dataset, layers, inputs, restart=True)


def set_data(setup: Setup, dataset: Dataset, text: str, merge_key: str = "") -> Edit:
    """Take this data. What fits is kept: another sample or noise goes on, another source begins again.

    Given weights and the texts of an exercise belong to its data: another source leaves them behind.
    """
    after = replace(setup, data=dataset.spec)
    restart = _is_another_problem(setup.data, dataset.spec)
    if setup.data.source != dataset.spec.source or setup.data.given != dataset.spec.given:
        after = replace(after, weights=None, title="", about="")
    after = after.fitted_to(dataset)
    layers, _ = _same(setup)
    output = setup.network.layers[-1] == after.network.layers[-1]
    origin: Origin = layers if output else (*layers[:-1], None)
    return Edit(text, after, dataset, origin, _input_origin(setup, dataset), restart, merge_key)


def take_setup(after: Setup, dataset: Dataset, text: str) -> Edit:
    """Replace the whole set-up: nothing of the old network stays."""
    after = after.fitted_to(dataset)
    layers: Origin = (None,) * after.network.L
    inputs: Origin = (None,) * after.network.inputs
    return Edit(text, after, dataset, layers, inputs, restart=True)


def take_weights(setup: Setup, dataset: Dataset, weights: GivenWeights, name: str) -> Edit:
    """Begin again with the weights of a file, which fit the network."""
    layers, inputs = _same(setup)
    after = replace(setup, weights=weights)
    return Edit(f"Weights of {name}", after, dataset, layers, inputs, restart=True)


def _is_another_problem(before: DataSpec, after: DataSpec) -> bool:
    return _problem(before) != _problem(after)


def _problem(data: DataSpec) -> tuple[object, ...]:
    return data.source, data.table, data.given, data.scaling


def _input_origin(setup: Setup, dataset: Dataset) -> Origin:
    if not dataset.is_plane:
        same = setup.network.inputs == dataset.inputs
        return tuple(range(dataset.inputs)) if same else (None,) * dataset.inputs
    before = list(setup.data.inputs)
    return tuple(before.index(key) if key in before else None for key in dataset.spec.inputs)
