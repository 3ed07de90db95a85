"""The inputs: switched on and off, at least one stays; columns of a table are listed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.data import FEATURES, DataSpec, build_dataset
from engine.setup import Setup
from gui.appearance import Appearance
from gui.train.data.columns_list import FEW, ends_text
from gui.train.data.feature_pictures import GRID, feature_levels
from gui.train.data.inputs_panel import InputsPanel


@pytest.fixture
def panel(qtbot: QtBot) -> InputsPanel:
    widget = InputsPanel(Appearance("light"))
    qtbot.addWidget(widget)
    widget.resize(224, 300)
    show(widget, DataSpec())
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def show(panel: InputsPanel, spec: DataSpec) -> None:
    dataset = build_dataset(spec)
    panel.set_setup(Setup(data=spec).fitted_to(dataset), dataset)


def test_that_it_shows_the_inputs_of_the_set_up(panel: InputsPanel) -> None:
    show(panel, DataSpec(inputs=("x2", "sin_x1", "x1_x2")))
    assert {key for key, box in panel.boxes.items() if box.isChecked()} == {"x2", "sin_x1", "x1_x2"}
    assert panel.header.detail() == "n[0] = 3"


@pytest.mark.parametrize("key", [key for key in FEATURES if key not in ("x1", "x2")])
def test_that_switching_an_input_on_asks_for_it(qtbot: QtBot, panel: InputsPanel, key: str) -> None:
    with qtbot.waitSignal(panel.data_requested) as wish:
        qtbot.mouseClick(panel.boxes[key], Qt.MouseButton.LeftButton)
    assert wish.args == [DataSpec(inputs=("x1", "x2", key)), f"Input {FEATURES[key].label} on", ""]


def test_that_switching_an_input_off_by_keyboard_asks_for_the_rest(qtbot: QtBot, panel: InputsPanel) -> None:
    with qtbot.waitSignal(panel.data_requested) as wish:
        qtbot.keyClick(panel.boxes["x1"], Qt.Key.Key_Space)
    assert wish.args == [DataSpec(inputs=("x2",)), "Input x₁ off", ""]


def test_that_the_last_input_stays_on_and_it_is_said_why(qtbot: QtBot, panel: InputsPanel) -> None:
    show(panel, DataSpec(inputs=("x2",)))
    with qtbot.assertNotEmitted(panel.data_requested):
        qtbot.mouseClick(panel.boxes["x2"], Qt.MouseButton.LeftButton)
    assert panel.boxes["x2"].isChecked()
    assert panel.message.isVisible()
    qtbot.mouseClick(panel.boxes["x1"], Qt.MouseButton.LeftButton)
    assert not panel.message.isVisible()


def test_that_the_order_of_the_inputs_is_that_of_the_table(qtbot: QtBot, panel: InputsPanel) -> None:
    show(panel, DataSpec(inputs=("sin_x2", "x1")))
    with qtbot.waitSignal(panel.data_requested) as wish:
        qtbot.mouseClick(panel.boxes["x1_squared"], Qt.MouseButton.LeftButton)
    assert wish.args is not None
    assert wish.args[0].inputs == ("x1", "x1_squared", "sin_x2")


def test_that_a_table_lists_its_columns_with_their_ranges(qtbot: QtBot, panel: InputsPanel) -> None:
    show(panel, DataSpec("breast_cancer"))
    assert panel.header.detail() == "n[0] = 30"
    assert not panel.boxes["x1"].isVisible()
    assert panel.columns.rows.accessibleName().count(",") == FEW - 1
    few = panel.columns.rows.height()
    qtbot.mouseClick(panel.columns.more_button, Qt.MouseButton.LeftButton)
    assert panel.columns.rows.height() == few / FEW * 30
    show(panel, DataSpec("iris"))
    assert not panel.columns.more_button.isVisible()
    show(panel, DataSpec())
    assert panel.boxes["x1"].isVisible()


def test_that_pictures_say_their_size(panel: InputsPanel) -> None:
    show(panel, DataSpec("digits"))
    assert panel.columns.rows.accessibleName() == "Inputs: 8 × 8 pixels"


def test_that_ranges_are_written_out_with_true_minus_signs() -> None:
    assert ends_text(-0.012345, 2501.3) == "\u22120.0123 … 2500"


def test_that_compact_inputs_stand_in_two_columns(qtbot: QtBot, panel: InputsPanel) -> None:
    high = panel.sizeHint().height()
    panel.set_compact(True)
    qtbot.waitUntil(lambda: panel.sizeHint().height() < high - 60)
    panel.set_compact(False)
    qtbot.waitUntil(lambda: panel.sizeHint().height() == high)


@pytest.mark.parametrize("key", list(FEATURES))
def test_that_a_picture_has_the_sign_of_its_input(key: str) -> None:
    levels = feature_levels(key).astype(float) / 127.5 - 1
    assert levels.shape == (GRID, GRID)
    is_square = key.endswith("squared")
    assert levels.min() >= -0.01 if is_square else levels.min() < -0.9
    assert levels.max() > 0.9
    top_right, bottom_left = levels[0, -1], levels[-1, 0]
    if key in ("x1", "x2"):
        assert top_right > 0.9 > -0.9 > bottom_left
