"""The controls of the column heads: units, activation, slope, layers."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication

from engine.activations import ACTIVATIONS
from engine.setup import Setup
from engine.spec import LayerSpec, NetworkSpec
from gui.appearance import Appearance
from gui.tab_order import Part, by_columns, tab_stops
from gui.train.network.activation_choice import curve_points
from gui.train.network.head_strip import HeadStrip
from gui.train.network.places import Shape

LEFT = Qt.MouseButton.LeftButton


def setup_of(*layers):
    return Setup(network=NetworkSpec(2, (*layers, LayerSpec(1, "sigmoid"))))


def strip_of(qtbot, *layers, width=776):
    strip = HeadStrip(Appearance("light"))
    qtbot.addWidget(strip)
    show(strip, setup_of(*layers), width)
    strip.show()
    qtbot.waitExposed(strip)
    return strip


def show(strip, setup, width=776):
    network = setup.network
    has_slope = any(layer.activation == "leaky_relu" for layer in network.layers)
    shape = Shape(network.sizes, has_slope=has_slope)
    strip.set_setup(setup, shape)
    strip.resize(width, strip.height_for(width))


@pytest.fixture
def strip(qtbot):
    return strip_of(qtbot, LayerSpec(4), LayerSpec(2))


def test_that_each_column_has_its_head(strip):
    assert [head.title.text() for head in strip.heads] == ["Inputs", "Layer 1", "Layer 2", "Layer 3 · output"]
    assert [head.count.text() for head in strip.heads] == ["2 inputs", "4 units", "2 units", "1 unit"]
    assert [head.choice.currentText() for head in strip.heads[1:]] == ["tanh", "tanh", "sigmoid"]


@pytest.mark.parametrize(("button", "units"), [("plus", 5), ("minus", 3)])
def test_that_plus_and_minus_change_the_units_by_one(qtbot, strip, button, units):
    with qtbot.waitSignal(strip.units_requested) as asked:
        qtbot.mouseClick(getattr(strip.heads[1], button), LEFT)
    assert asked.args == [1, units]


def test_that_minus_at_one_unit_removes_the_layer(qtbot):
    strip = strip_of(qtbot, LayerSpec(4), LayerSpec(1))
    with (
        qtbot.waitSignal(strip.layer_remove_requested) as asked,
        qtbot.assertNotEmitted(strip.units_requested),
    ):
        qtbot.mouseClick(strip.heads[2].minus, LEFT)
    assert asked.args == [2]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_that_the_keyboard_presses_the_buttons(qtbot, strip, key):
    with qtbot.waitSignal(strip.units_requested) as asked:
        qtbot.keyClick(strip.heads[2].plus, key)
    assert asked.args == [2, 3]


def test_that_plus_stops_at_64_and_says_how_to_get_more(qtbot):
    strip = strip_of(qtbot, LayerSpec(64))
    head = strip.heads[1]
    assert not head.plus.isEnabled()
    assert "click the number" in head.plus.toolTip()
    strip.step_units(1, 1)
    with qtbot.waitSignal(strip.units_requested) as asked:
        strip.step_units(1, -1)
    assert asked.args == [1, 63]


@pytest.mark.parametrize(("text", "units"), [("128", 128), ("1024", 1024), ("1", 1)])
def test_that_a_click_on_the_number_types_any_number_of_units(qtbot, strip, text, units):
    head = strip.heads[1]
    qtbot.mouseClick(head.count, LEFT)
    field = head._field
    assert field.isVisible()
    assert field.hasFocus()
    qtbot.keyClicks(field, text)
    with qtbot.waitSignal(strip.units_requested) as asked:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert asked.args == [1, units]
    assert not field.isVisible()


@pytest.mark.parametrize("text", ["0", "1025", "2.5", "many", "-3"])
def test_that_a_number_of_units_that_cannot_be_is_marked_and_kept(qtbot, strip, text):
    head = strip.heads[1]
    qtbot.mouseClick(head.count, LEFT)
    qtbot.keyClicks(head._field, text)
    with qtbot.assertNotEmitted(strip.units_requested):
        qtbot.keyClick(head._field, Qt.Key.Key_Return)
        assert "from 1 to 1024" in head._field.message
        assert head._field.text() == text
        qtbot.keyClick(head._field, Qt.Key.Key_Escape)
    assert not head._field.isVisible()
    assert head.count.hasFocus()


def test_that_a_hidden_layer_may_have_every_activation_for_inside(qtbot, strip):
    choice = strip.heads[1].choice
    offered = {choice.itemData(i) for i in range(choice.count())}
    assert offered == {key for key, row in ACTIVATIONS.items() if row.hidden}
    with qtbot.waitSignal(strip.activation_requested) as asked:
        choice.activated.emit(choice.findData("relu"))
    assert asked.args == [1, "relu"]


def test_that_the_choice_goes_back_when_a_wish_is_not_granted(strip):
    choice = strip.heads[1].choice
    choice.setCurrentIndex(choice.findData("relu"))
    show(strip, setup_of(LayerSpec(4), LayerSpec(2)))
    assert choice.key() == "tanh"


def test_that_the_formula_follows_a_granted_wish(strip):
    choice = strip.heads[1].choice
    choice.setCurrentIndex(choice.findData("relu"))
    show(strip, setup_of(LayerSpec(4, "relu"), LayerSpec(2)))
    assert "ReLU" in choice.toolTip()


def test_that_the_activation_of_the_output_is_fixed_and_says_why(strip):
    choice = strip.heads[3].choice
    assert not choice.isEnabled()
    assert "follows the data" in choice.toolTip()
    assert "Two classes take sigmoid" in choice.accessibleDescription()
    assert strip.heads[3].plus is None
    assert strip.heads[3].minus is None


def test_that_the_tool_tip_of_an_activation_has_its_formula(strip):
    assert "g(z) = " in strip.heads[1].choice.toolTip()
    assert "e<sup>" in strip.heads[1].choice.toolTip()


@pytest.mark.parametrize("key", ACTIVATIONS)
def test_that_the_curve_of_every_activation_fills_its_box(key):
    points = curve_points(ACTIVATIONS[key], 0.1)
    assert np.isfinite(points).all()
    assert points.min() >= 0
    assert points.max() <= 1
    assert np.ptp(points[:-2, 1]) == pytest.approx(1, abs=0.1)
    assert (np.diff(points[:-2, 1]) <= 1e-12).all()


def test_that_circles_add_a_layer_behind_theirs(qtbot, strip):
    assert len(strip.adders) == 3
    for after, adder in enumerate(strip.adders):
        with qtbot.waitSignal(strip.layer_add_requested) as asked:
            qtbot.mouseClick(adder, LEFT)
        assert asked.args == [after]


def test_that_there_is_an_end_at_eight_hidden_layers(qtbot):
    strip = strip_of(qtbot, *[LayerSpec(2)] * 8)
    assert not any(adder.isEnabled() for adder in strip.adders)
    assert "8" in strip.adders[0].toolTip()
    assert not any(action.isEnabled() for action in strip.menu_for(0).actions())


def hover(widget):
    point = QPoint(widget.width() // 2, widget.height() // 2).toPointF()
    QApplication.sendEvent(widget, QEnterEvent(point, point, widget.mapToGlobal(point)))


def test_that_the_close_mark_shows_on_hover_and_removes_the_layer(qtbot, strip):
    title = strip.heads[2].title
    assert not title.close_mark.isVisible()
    hover(title)
    assert title.close_mark.isVisible()
    assert title.rect().contains(title.close_mark.geometry())
    with qtbot.waitSignal(strip.layer_remove_requested) as asked:
        qtbot.mouseClick(title.close_mark, LEFT)
    assert asked.args == [2]
    assert strip.heads[0].title.close_mark is None
    assert strip.heads[3].title.close_mark is None


@pytest.mark.parametrize(
    ("l", "texts"),
    [
        (0, ["Add a layer behind"]),
        (1, ["Add a layer before", "Add a layer behind", "", "Remove layer 1"]),
        (3, ["Add a layer before"]),
    ],
)
def test_that_the_menu_of_a_head_adds_and_removes(qtbot, strip, l, texts):
    menu = strip.menu_for(l)
    assert [action.text() for action in menu.actions()] == texts
    with qtbot.waitSignal(strip.layer_add_requested) as asked:
        menu.actions()[0].trigger()
    assert asked.args == [max(l - 1, 0)]
    if l == 1:
        with qtbot.waitSignal(strip.layer_remove_requested) as asked:
            menu.actions()[-1].trigger()
        assert asked.args == [1]


def leaky_strip(qtbot):
    return strip_of(qtbot, LayerSpec(4, "leaky_relu", 0.05), LayerSpec(2))


def test_that_only_a_leaky_relu_shows_its_slope(qtbot):
    strip = leaky_strip(qtbot)
    assert strip.heads[1].slope.isVisible()
    assert strip.heads[1].slope.slope == 0.05
    assert not strip.heads[2].slope.isVisible()
    show(strip, setup_of(LayerSpec(4), LayerSpec(2)))
    assert not strip.heads[1].slope.isVisible()


def test_that_the_slope_is_dragged_sideways(qtbot):
    strip = leaky_strip(qtbot)
    slope = strip.heads[1].slope
    asked = []
    strip.leaky_slope_requested.connect(lambda l, value: asked.append((l, value)))
    qtbot.mousePress(slope, LEFT, pos=QPoint(20, 10))
    for x in (22, 26, 35, 50):
        qtbot.mouseMove(slope, QPoint(x, 10))
    qtbot.mouseRelease(slope, LEFT, pos=QPoint(50, 10))
    assert asked[-1] == (1, 0.15)
    assert not slope._field.isVisible()


@pytest.mark.parametrize(("key", "value"), [(Qt.Key.Key_Up, 0.06), (Qt.Key.Key_Left, 0.04)])
def test_that_arrows_change_the_slope(qtbot, key, value):
    strip = leaky_strip(qtbot)
    with qtbot.waitSignal(strip.leaky_slope_requested) as asked:
        qtbot.keyClick(strip.heads[1].slope, key)
    assert asked.args == [1, value]


def test_that_the_slope_is_typed_after_a_click(qtbot):
    strip = leaky_strip(qtbot)
    slope = strip.heads[1].slope
    qtbot.mouseClick(slope, LEFT)
    qtbot.keyClicks(slope._field, "0,2")
    with qtbot.waitSignal(strip.leaky_slope_requested) as asked:
        qtbot.keyClick(slope._field, Qt.Key.Key_Return)
    assert asked.args == [1, 0.2]


def test_that_heads_are_kept_while_the_number_of_layers_stays(strip):
    before = list(strip.heads)
    show(strip, setup_of(LayerSpec(7, "relu"), LayerSpec(1)))
    assert strip.heads == before
    assert strip.heads[1].count.text() == "7 units"
    assert strip.heads[1].choice.key() == "relu"
    assert strip.heads[2].count.text() == "1 unit"
    show(strip, setup_of(LayerSpec(7)))
    assert len(strip.heads) == 3
    assert len(strip.adders) == 2


def test_that_tab_goes_through_the_heads_from_left_to_right(qtbot, strip):
    strip.activateWindow()
    first = strip.adders[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    seen = [first]
    for _ in range(10):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    one, two = strip.heads[1], strip.heads[2]
    assert seen[:11] == [
        strip.adders[0],
        one.minus,
        one.count,
        one.plus,
        one.choice,
        strip.adders[1],
        two.minus,
        two.count,
        two.plus,
        two.choice,
        strip.adders[2],
    ]


@pytest.mark.parametrize("width", [560, 776])
def test_that_the_window_goes_through_a_head_before_it_goes_on(qtbot, width):
    strip = strip_of(qtbot, LayerSpec(4, "leaky_relu"), LayerSpec(2), width=width)
    one, two = strip.heads[1], strip.heads[2]
    assert tab_stops([Part(strip, by_columns)], strip.window()) == [
        strip.adders[0],
        *(one.minus, one.count, one.plus, one.choice, one.slope),
        strip.adders[1],
        *(two.minus, two.count, two.plus, two.choice),
        strip.adders[2],
    ]


def test_that_everything_that_takes_the_keyboard_has_a_name(strip):
    for head in strip.heads:
        for widget in head.widgets():
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert widget.accessibleName()
    assert all(adder.accessibleName() for adder in strip.adders)


@pytest.mark.parametrize("width", [560, 684, 776, 1000, 1256])
@pytest.mark.parametrize("depth", range(9))
@pytest.mark.parametrize("activation", ["tanh", "leaky_relu"])
def test_that_no_two_widgets_overlap_at_any_depth_and_width(qtbot, width, depth, activation):
    strip = strip_of(qtbot, *[LayerSpec(64, activation)] * depth, width=width)
    widgets = [w for head in strip.heads for w in head.widgets() if w.isVisible()] + list(strip.adders)
    assert all(strip.rect().contains(widget.geometry()) for widget in widgets)
    clashes = [
        (a.accessibleName(), b.accessibleName())
        for i, a in enumerate(widgets)
        for b in widgets[i + 1 :]
        if a.geometry().intersects(b.geometry())
    ]
    assert not clashes


def test_that_the_list_of_activations_shows_their_curves(qtbot, strip):
    choice = strip.heads[1].choice
    assert choice.itemIcon(0).isNull()
    choice.showPopup()
    assert not any(choice.itemIcon(i).isNull() for i in range(choice.count()))
    choice.hidePopup()
