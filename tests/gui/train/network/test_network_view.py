"""The whole network of the Train workspace: heads and drawing together."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt

from engine.setup import Setup
from engine.spec import LayerSpec, NetworkSpec
from gui.appearance import Appearance
from gui.train.network.view import NetworkView
from tests.gui.train.network.network_runs import run_of


def view_of(qtbot, run, size=(776, 517)):
    view = NetworkView(Appearance("light"))
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    qtbot.waitExposed(view)
    view.set_setup(run.setup, run.dataset)
    view.show_snapshot(run.snapshot())
    return view


@pytest.mark.parametrize("size", [(560, 300), (684, 440), (776, 517), (1256, 700)])
@pytest.mark.parametrize("hidden", [(), (4, 2), (4,) * 8])
def test_that_strip_and_drawing_share_the_height(qtbot, size, hidden):
    view = view_of(qtbot, run_of(hidden=hidden), size)
    assert view.strip.width() == view.canvas.width() == size[0]
    assert view.strip.geometry().bottom() + 1 == view.canvas.geometry().top()
    assert view.canvas.geometry().bottom() + 1 == size[1]


@pytest.mark.parametrize(
    ("source", "hidden"),
    [("circle", (4, 2)), ("iris", (5,)), ("digits", (16,)), ("blobs", (4,)), ("plane", ())],
)
def test_that_columns_of_heads_stand_over_columns_of_tiles(qtbot, source, hidden):
    view = view_of(qtbot, run_of(source, hidden))
    places = view.canvas.scene.places
    assert [head.title.cx for head in view.strip.places.heads] == pytest.approx([c.x for c in places.columns])


def test_that_every_wish_of_the_parts_is_a_signal_of_the_view(qtbot):
    view = view_of(qtbot, run_of())
    for part, signal, arguments in (
        (view.strip, "units_requested", [1, 5]),
        (view.strip, "activation_requested", [1, "relu"]),
        (view.strip, "leaky_slope_requested", [1, 0.5]),
        (view.strip, "layer_add_requested", [2]),
        (view.strip, "layer_remove_requested", [1]),
        (view.canvas, "parameter_typed", [1, 0, None, 2.5, 1]),
        (view.canvas, "unit_hovered", [1, 0]),
        (view.canvas, "unit_left", []),
        (view.canvas, "wishes_changed", [{"unit_grid": 8}]),
        (view.canvas, "show_values_changed", [True]),
    ):
        with qtbot.waitSignal(getattr(view, signal)) as told:
            getattr(part, signal).emit(*arguments)
        assert told.args == arguments


def test_that_keys_on_a_unit_reach_the_buttons_of_its_head(qtbot):
    view = view_of(qtbot, run_of())
    qtbot.keyClick(view.canvas, Qt.Key.Key_Down)  # selects the first unit
    with qtbot.waitSignal(view.units_requested) as asked:
        qtbot.keyClicks(view.canvas, "+")
    assert asked.args == [1, 5]
    with qtbot.waitSignal(view.layer_remove_requested) as asked:
        qtbot.keyClick(view.canvas, Qt.Key.Key_Delete)
    assert asked.args == [1]


def test_that_the_output_layer_cannot_be_changed_by_keys(qtbot):
    view = view_of(qtbot, run_of(hidden=()))
    view.canvas.clearFocus()
    view.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.assertNotEmitted(view.units_requested), qtbot.assertNotEmitted(view.layer_remove_requested):
        qtbot.keyClicks(view.canvas, "+-")
        qtbot.keyClick(view.canvas, Qt.Key.Key_Delete)


def test_that_setting_the_same_again_changes_nothing(qtbot):
    run = run_of()
    view = view_of(qtbot, run)
    before = view.grab().toImage()
    view.set_setup(run.setup, run.dataset)
    view.show_snapshot(run.snapshot())
    view.show_snapshot(run.snapshot())
    assert view.grab().toImage() == before


def test_that_a_leaky_relu_makes_room_for_its_slope(qtbot):
    run = run_of(hidden=(3,))
    view = view_of(qtbot, run)
    before = view.canvas.height()
    leaky = Setup(run.setup.data, NetworkSpec(2, (LayerSpec(3, "leaky_relu"), LayerSpec(1, "sigmoid"))))
    view.set_setup(leaky, run.dataset)
    assert view.canvas.height() < before
    view.set_setup(run.setup, run.dataset)
    assert view.canvas.height() == before


def test_that_all_values_are_shown_through_the_view(qtbot):
    view = view_of(qtbot, run_of())
    assert view.values_fit
    before = view.grab().toImage()
    view.set_show_values(True)
    assert view.grab().toImage() != before


def cost_of_a_frame(view, snapshots):
    """The median of the thread's own time, in ms: other programs on the machine do not count."""
    spent = []
    for snapshot in snapshots:
        begin = time.thread_time()
        view.show_snapshot(snapshot)
        view.canvas.grab()
        spent.append(time.thread_time() - begin)
    return 1000 * sorted(spent)[len(spent) // 2]


@pytest.mark.parametrize(
    ("source", "hidden", "limit"),
    [("circle", (4, 2), 8.0), ("spiral", (8, 8, 8), 12.0), ("digits", (64, 32), 12.0)],
)
def test_that_a_frame_is_far_from_costing_a_sixtieth_of_a_second(qtbot, source, hidden, limit):
    # The limits are several times what is measured, so that only a real slip breaks them.
    run = run_of(source, hidden)
    view = view_of(qtbot, run)
    snapshots = [run.snapshot(state="running") for _ in range(9)]
    assert cost_of_a_frame(view, snapshots) < limit
