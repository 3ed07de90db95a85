"""Train: there from the start, with the transport above it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from gui.tab_order import Part, by_columns
from gui.train.output.page_choice import NAMES as PAGES
from gui.train.plots.tabs import TABS
from gui.workspaces.place import Place


class TrainPlace(Place):
    """Train in one window."""

    key = "train"
    edits_playground = can_reset = True

    def widgets(self) -> Sequence[QWidget]:
        return (self._window.transport, self._window.workspace)

    def view(self) -> dict[str, Any]:
        workspace = self._window.workspace
        boxes = workspace.output_panel.options
        return {
            "output_page": workspace.output_panel.pages.chosen,
            "plots_tab": workspace.plots_tabs.tabs.key(),
            "log_cost": workspace.cost_plot.log_button.isChecked(),
            "training_points": boxes.train.isChecked(),
            "test_points": boxes.test.isChecked(),
            "discretise": boxes.discretise.isChecked(),
            "show_values": workspace.network_view.shows_values,
        }

    def take_view(self, view: Mapping[str, Any]) -> None:
        workspace = self._window.workspace
        page, tab = view.get("output_page"), view.get("plots_tab")
        workspace.output_panel.show_page(page if page in list(PAGES) else "")
        workspace.plots_tabs.show_tab(tab if tab in [key for key, _ in TABS] else TABS[0][0])
        workspace.cost_plot.log_button.setChecked(view.get("log_cost") is True)
        boxes = workspace.output_panel.options
        boxes.train.setChecked(view.get("training_points") is not False)
        boxes.test.setChecked(view.get("test_points") is True)
        boxes.discretise.setChecked(view.get("discretise") is True)
        workspace.network_view.set_show_values(view.get("show_values") is True)

    def tab_parts(self) -> list[Part]:
        return [Part(self._window.transport, by_columns), *self._window.workspace.tab_parts()]
