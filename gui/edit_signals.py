"""What editors of a network and of its training wish for, connected with what makes edits of it: in the window and in a
lesson's scene alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.course.stage.controls_strip import ControlsStrip
    from gui.editing import Editing
    from gui.train.network.view import NetworkView
    from gui.train.transport.bar import TransportBar


def connect_network(network: NetworkView, editing: Editing) -> None:
    """Layers, units, activations and single parameters, from the drawing."""
    network.units_requested.connect(editing.set_units)
    network.activation_requested.connect(editing.set_activation)
    network.leaky_slope_requested.connect(editing.set_leaky_slope)
    network.layer_add_requested.connect(editing.add_layer)
    network.layer_remove_requested.connect(editing.remove_layer)
    network.parameter_typed.connect(editing.type_parameter)


def connect_training(controls: TransportBar | ControlsStrip, editing: Editing) -> None:
    """How the network is trained, from a bar of controls."""
    controls.alpha_changed.connect(editing.set_alpha)
    controls.optimizer_chosen.connect(editing.set_optimizer)
    controls.cost_chosen.connect(editing.set_cost)
    controls.regularization_changed.connect(editing.set_regularization)
    controls.initialization_chosen.connect(editing.set_initialization)
