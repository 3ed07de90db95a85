"""The drawing under pointer and keyboard, with a really trained network."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from gui.appearance import Appearance
from gui.train.network.canvas import NetworkCanvas
from gui.train.network.hit import Target
from gui.train.network.places import Shape
from tests.gui.train.network.network_runs import run_of

SIZE = (776, 429)


def canvas_of(qtbot, run, theme="light", size=SIZE):
    canvas = NetworkCanvas(Appearance(theme))
    qtbot.addWidget(canvas)
    canvas.resize(*size)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.set_setup(run.setup, run.dataset, Shape(run.setup.network.sizes))
    canvas.show_snapshot(run.snapshot())
    return canvas


@pytest.fixture
def canvas(qtbot):
    return canvas_of(qtbot, run_of())


def middle(canvas, l, k):
    frame = canvas.scene.places.tile(l, k).frame
    return QPoint(round(frame.cx), round(frame.cy))


def bias(canvas, l, k):
    rect = canvas.scene.places.tile(l, k).bias
    return QPoint(round(rect.cx), round(rect.cy))


def on_edge(canvas, l, k, j, sample=12):
    x, y = canvas.scene.hits.along(l)[k, j, sample]
    return QPoint(round(x), round(y))


def hover(qtbot, canvas, point):
    """A move to where the pointer already is would be no event."""
    qtbot.mouseMove(canvas, QPoint(1, 1))
    qtbot.mouseMove(canvas, point)


def enter_by_tab(canvas):
    """The window's first widget may have got the focus when it was shown."""
    canvas.clearFocus()
    canvas.setFocus(Qt.FocusReason.TabFocusReason)


def press(qtbot, canvas, point):
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=point)


def test_that_hovering_a_tile_tells_its_unit_and_leaving_tells_that_too(qtbot, canvas):
    with qtbot.waitSignal(canvas.unit_hovered) as hovered:
        hover(qtbot, canvas, middle(canvas, 1, 2))
    assert hovered.args == [1, 2]
    with qtbot.waitSignal(canvas.unit_left):
        qtbot.mouseMove(canvas, QPoint(2, 2))
    assert canvas.card.rect is None


def test_that_hovering_an_edge_shows_its_weight_and_derivative(qtbot, canvas):
    hover(qtbot, canvas, on_edge(canvas, 3, 0, 1))
    assert canvas.marks.hovered == Target("edge", 3, 0, 1)
    weight = canvas.scene.snapshot.W[3][0, 1]
    assert canvas.card.text.startswith("w[3]1,2 ")
    assert f"{abs(weight):.3f}"[:4] in canvas.card.text
    assert "dw[3]1,2" in canvas.card.text
    assert not [solid for solid in canvas.scene.places.solids() if solid.overlaps(canvas.card.rect)]


def test_that_the_card_of_a_unit_says_its_bias_and_its_means(qtbot, canvas):
    hover(qtbot, canvas, middle(canvas, 2, 1))
    snapshot = canvas.scene.snapshot
    names = [part.split()[0] for part in canvas.card.text.split(", ")]
    assert names == ["b[2]2", "db[2]2", "z\u0304[2]2", "\u0101[2]2"]
    assert f"{abs(snapshot.unit_mean_z[2][1]):.5f}"[:5] in canvas.card.text


def test_that_the_card_of_an_input_says_its_mean(qtbot):
    canvas = canvas_of(qtbot, run_of("iris", (5,)))
    hover(qtbot, canvas, middle(canvas, 0, 2))
    mean = canvas.scene.snapshot.unit_activity[0][2]
    assert canvas.card.text.startswith("petal length")
    assert f"mean {mean:.3f}"[:8] in canvas.card.text


def test_that_the_card_follows_the_numbers(qtbot, canvas):
    hover(qtbot, canvas, on_edge(canvas, 3, 0, 1))
    before = canvas.card.text
    run = run_of(hidden=(4, 2), activation="relu")
    canvas.show_snapshot(run.snapshot())
    assert canvas.card.text != before


@pytest.mark.parametrize("kind", ["edge", "bias"])
def test_that_a_click_on_a_number_types_it(qtbot, canvas, kind):
    j = 1 if kind == "edge" else None
    press(qtbot, canvas, on_edge(canvas, 3, 0, 1) if kind == "edge" else bias(canvas, 3, 0))
    field = canvas.card.field
    assert field.hasFocus()
    qtbot.keyClicks(field, "-0,75")
    with qtbot.waitSignal(canvas.parameter_typed) as typed:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert typed.args[:4] == [3, 0, j, -0.75]
    assert canvas.card.field is None
    assert canvas.hasFocus()


def test_that_escape_leaves_the_number_as_it_was(qtbot, canvas):
    press(qtbot, canvas, bias(canvas, 1, 0))
    qtbot.keyClicks(canvas.card.field, "9")
    with qtbot.assertNotEmitted(canvas.parameter_typed):
        qtbot.keyClick(canvas.card.field, Qt.Key.Key_Escape)
    assert canvas.card.field is None


def test_that_enter_without_a_change_keeps_all_digits_of_the_number(qtbot, canvas):
    press(qtbot, canvas, bias(canvas, 1, 0))
    with qtbot.assertNotEmitted(canvas.parameter_typed):
        qtbot.keyClick(canvas.card.field, Qt.Key.Key_Return)
    assert canvas.card.field is None


@pytest.mark.parametrize(
    ("key", "modifier", "step"),
    [
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, 0.1),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, -0.1),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier, 1.0),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier, -0.01),
    ],
)
def test_that_arrows_nudge_the_number_at_once(qtbot, canvas, key, modifier, step):
    press(qtbot, canvas, bias(canvas, 2, 1))
    before = canvas.scene.snapshot.b[2][1, 0]
    with qtbot.waitSignal(canvas.parameter_typed) as typed:
        qtbot.keyClick(canvas.card.field, key, modifier)
    assert typed.args[:3] == [2, 1, None]
    assert typed.args[3] == pytest.approx(before + step, abs=1e-5)


def test_that_escape_after_a_nudge_brings_the_number_back(qtbot, canvas):
    press(qtbot, canvas, bias(canvas, 2, 1))
    before = canvas.scene.snapshot.b[2][1, 0]
    qtbot.keyClick(canvas.card.field, Qt.Key.Key_Up)
    with qtbot.waitSignal(canvas.parameter_typed) as typed:
        qtbot.keyClick(canvas.card.field, Qt.Key.Key_Escape)
    assert typed.args[3] == before


def test_that_all_values_of_one_field_are_one_run(qtbot, canvas):
    runs = []
    canvas.parameter_typed.connect(lambda l, k, j, value, run: runs.append(run))
    for _ in range(2):
        press(qtbot, canvas, bias(canvas, 2, 1))
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Escape):
            qtbot.keyClick(canvas.card.field, key)
    assert len(runs) == 6
    assert len(set(runs[:3])) == len(set(runs[3:])) == 1
    assert runs[0] != runs[3]


@pytest.mark.parametrize(
    ("text", "words"), [("abc", "Type a number"), ("1e9", "At most"), ("", "Type a number")]
)
def test_that_a_wrong_text_stays_and_is_marked_and_said(qtbot, canvas, text, words):
    press(qtbot, canvas, bias(canvas, 1, 0))
    field = canvas.card.field
    height = canvas.card.rect.h
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)
    with qtbot.assertNotEmitted(canvas.parameter_typed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert canvas.card.field is field
    assert field.text() == text
    assert words in field.message
    assert canvas.card.rect.h > height
    field.selectAll()
    qtbot.keyClicks(field, "2")
    assert field.message == ""


def test_that_a_click_elsewhere_takes_a_typed_number(qtbot, canvas):
    press(qtbot, canvas, bias(canvas, 1, 0))
    qtbot.keyClicks(canvas.card.field, "0.5")
    with qtbot.waitSignal(canvas.parameter_typed) as typed:
        press(qtbot, canvas, middle(canvas, 2, 0))
    assert typed.args[:4] == [1, 0, None, 0.5]
    assert canvas.card.field is None


def test_that_tab_enters_the_drawing_and_arrows_move_through_it(qtbot, canvas):
    enter_by_tab(canvas)
    assert canvas.marks.focused == Target("tile", 1, 0)
    for key, target in (
        (Qt.Key.Key_Down, Target("tile", 1, 1)),
        (Qt.Key.Key_Right, Target("tile", 2, 0)),
        (Qt.Key.Key_Left, Target("tile", 1, 1)),
        (Qt.Key.Key_Left, Target("tile", 0, 0)),
    ):
        qtbot.keyClick(canvas, key)
        assert canvas.marks.focused == target
    assert canvas.accessibleName()


def test_that_the_focused_unit_is_told_and_described(qtbot, canvas):
    with qtbot.waitSignal(canvas.unit_hovered) as hovered:
        enter_by_tab(canvas)
    assert hovered.args == [1, 0]
    assert canvas.accessibleDescription().startswith("b[1]1 ")


def test_that_enter_types_the_bias_and_shift_with_arrows_reaches_the_weights(qtbot, canvas):
    enter_by_tab(canvas)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert canvas.marks.selected == Target("bias", 1, 0)
    qtbot.keyClick(canvas.card.field, Qt.Key.Key_Escape)
    qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.marks.focused == Target("edge", 1, 0, 0)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    qtbot.keyClicks(canvas.card.field, "1.5")
    with qtbot.waitSignal(canvas.parameter_typed) as typed:
        qtbot.keyClick(canvas.card.field, Qt.Key.Key_Enter)
    assert typed.args[:4] == [1, 0, 0, 1.5]


def test_that_plus_minus_and_delete_speak_of_the_focused_layer(qtbot, canvas):
    enter_by_tab(canvas)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    with qtbot.waitSignal(canvas.units_stepped) as stepped:
        qtbot.keyClicks(canvas, "+")
    assert stepped.args == [2, 1]
    with qtbot.waitSignal(canvas.units_stepped) as stepped:
        qtbot.keyClicks(canvas, "-")
    assert stepped.args == [2, -1]
    with qtbot.waitSignal(canvas.removal_requested) as removal:
        qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert removal.args == [2]


def wheel(canvas, l, notches):
    point = QPointF(canvas.scene.places.columns[l].x, 100)
    event = QWheelEvent(
        point,
        canvas.mapToGlobal(point),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)
    return event.isAccepted()


def test_that_the_wheel_moves_an_elided_column_and_wishes_follow(qtbot):
    canvas = canvas_of(qtbot, run_of(hidden=(30,)))
    with qtbot.waitSignal(canvas.wishes_changed) as wishes:
        assert wheel(canvas, 1, -3)
    first = canvas.scene.places.columns[1].first
    assert first == 3
    assert wishes.args[0]["shown_units"][1][0] == 3
    assert not wheel(canvas, 0, -3)


def test_that_chevrons_turn_a_page_and_the_keyboard_scrolls_along(qtbot):
    canvas = canvas_of(qtbot, run_of(hidden=(30,)))
    column = canvas.scene.places.columns[1]
    shown = len(column.tiles)
    down = column.window.down
    press(qtbot, canvas, QPoint(round(down.cx), round(down.cy)))
    assert canvas.scene.places.columns[1].first == shown
    canvas.set_focused(Target("tile", 1, shown))
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.marks.focused == Target("tile", 1, shown - 1)
    assert canvas.scene.places.columns[1].first == shown - 1


def test_that_wishes_are_told_once_and_follow_the_size(qtbot):
    canvas = NetworkCanvas(Appearance("light"))
    qtbot.addWidget(canvas)
    run, told = run_of(), []
    canvas.wishes_changed.connect(told.append)
    canvas.resize(*SIZE)
    for _ in range(2):
        canvas.set_setup(run.setup, run.dataset, Shape(run.setup.network.sizes))
    assert len(told) == 1
    canvas.resize(560, 215)
    canvas.set_setup(run.setup, run.dataset, Shape(run.setup.network.sizes))
    assert told[-1]["unit_grid"] < told[0]["unit_grid"]


def test_that_texts_of_a_running_network_follow_some_times_a_second(qtbot, canvas):
    run = run_of()
    hover(qtbot, canvas, middle(canvas, 1, 0))
    canvas.show_snapshot(run.snapshot(state="running"))
    before = canvas.card.text
    other = run_of(activation="relu").snapshot(state="running")
    canvas.show_snapshot(other)
    assert canvas.card.text == before
    qtbot.waitUntil(lambda: canvas.card.text != before, timeout=2000)


def grabbed(canvas):
    picture: QImage = canvas.grab().toImage()
    return picture


def same(picture, point, color, tolerance=6):
    found = picture.pixelColor(point)
    return all(abs(a - b) <= tolerance for a, b in zip(found.getRgb()[:3], color.getRgb()[:3], strict=True))


@pytest.mark.parametrize("name", ["light", "dark"])
def test_that_ground_and_frames_have_the_colours_of_the_theme(qtbot, name):
    canvas = canvas_of(qtbot, run_of(), name)
    theme = canvas._appearance.theme
    picture = grabbed(canvas)
    assert same(picture, QPoint(3, 3), theme.color("sunken"))
    for l in (1, 2, 3):
        frame = canvas.scene.places.tile(l, 0).frame
        assert same(picture, QPoint(int(frame.x) + 1, round(frame.cy)), theme.layer_color(l))


def test_that_another_theme_is_taken_over(qtbot, canvas):
    light = grabbed(canvas).pixelColor(3, 3)
    canvas._appearance.choose("dark")
    dark: QColor = grabbed(canvas).pixelColor(3, 3)
    assert dark == canvas._appearance.theme.color("sunken")
    assert dark != light


def test_that_all_values_are_shown_on_wish_and_only_for_small_networks(qtbot, canvas):
    before = grabbed(canvas)
    with qtbot.waitSignal(canvas.show_values_changed) as changed:
        canvas.set_show_values(True)
    assert changed.args == [True]
    assert grabbed(canvas) != before
    canvas.set_show_values(False)
    assert grabbed(canvas) == before
    large = canvas_of(qtbot, run_of(hidden=(30,)))
    plain = grabbed(large)
    assert not large.values_fit
    large.set_show_values(True)
    assert grabbed(large) == plain


def test_that_the_menu_offers_all_values_where_they_fit(qtbot, canvas):
    menu = canvas._pointer.menu()
    action = menu.actions()[0]
    assert action.isEnabled()
    action.trigger()
    assert canvas.scene.show_values
    large = canvas_of(qtbot, run_of(hidden=(30,)))
    assert not large._pointer.menu().actions()[0].isEnabled()


@pytest.mark.parametrize(
    ("source", "hidden", "activation"),
    [
        ("circle", (), "tanh"),
        ("spiral", (8, 8, 8), "tanh"),
        ("circle", (4,) * 8, "leaky_relu"),
        ("blobs", (3,), "relu"),
        ("plane", (3,), "tanh"),
        ("digits", (64, 32), "relu"),
        ("iris", (5,), "sigmoid"),
        ("breast_cancer", (16,), "tanh"),
    ],
)
@pytest.mark.parametrize("size", [(560, 190), (684, 352), (1256, 612)])
def test_that_every_kind_of_data_is_drawn_in_every_size(qtbot, source, hidden, activation, size):
    canvas = canvas_of(qtbot, run_of(source, hidden, activation), size=size)
    empty = canvas.grab().toImage().pixelColor(1, 1)
    picture = grabbed(canvas)
    colors = {picture.pixel(x, y) for x in range(0, size[0], 5) for y in range(0, size[1], 5)}
    assert empty == canvas._appearance.theme.color("sunken")
    assert len(colors) > 20


def test_that_a_network_without_numbers_yet_is_drawn(qtbot):
    canvas = NetworkCanvas(Appearance("light"))
    qtbot.addWidget(canvas)
    canvas.resize(*SIZE)
    assert not canvas.grab().isNull()
    run = run_of()
    canvas.set_setup(run.setup, run.dataset, Shape(run.setup.network.sizes))
    assert not canvas.grab().isNull()
    canvas.edit(Target("bias", 1, 0))
    assert canvas.card.field is None


def test_that_numbers_stay_while_an_edit_waits_for_its_first_snapshot(qtbot, canvas):
    run = run_of()
    before = grabbed(canvas)
    canvas.set_setup(run.setup, run.dataset, Shape(run.setup.network.sizes))
    assert grabbed(canvas) == before


def test_that_a_field_closes_when_its_unit_goes(qtbot, canvas):
    press(qtbot, canvas, bias(canvas, 1, 3))
    assert canvas.card.field is not None
    run = run_of(hidden=(2, 2))
    canvas.set_setup(run.setup, run.dataset, Shape(run.setup.network.sizes))
    assert canvas.card.field is None
    assert canvas.marks.selected is None


def test_that_the_pointer_leaving_the_drawing_hovers_nothing(qtbot, canvas):
    hover(qtbot, canvas, middle(canvas, 1, 2))
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert canvas.marks.hovered is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Plus])
def test_that_keys_mean_nothing_while_nothing_is_selected(qtbot, canvas, key):
    canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    canvas.set_focused(None)
    with qtbot.assertNotEmitted(canvas.removal_requested), qtbot.assertNotEmitted(canvas.units_stepped):
        qtbot.keyClick(canvas, key)
    assert canvas.card.field is None
