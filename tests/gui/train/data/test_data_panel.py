"""The data panel: it shows a set-up and turns what a person does into wishes for other data."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from engine.data import DataSpec, GivenExamples, Table, build_dataset
from engine.setup import Setup
from gui.appearance import Appearance
from gui.train.data.panel import DataPanel


class Shown:
    """A panel, the wishes it made, and a way to grant them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.panel = DataPanel(Appearance("light"))
        qtbot.addWidget(self.panel)
        self.panel.resize(224, 600)
        self.wishes: list[tuple[DataSpec, str, str]] = []
        self.panel.data_requested.connect(self._on_wish)
        self.panel.show()
        qtbot.waitExposed(self.panel)

    def show(self, spec: DataSpec, **training: Any) -> None:
        dataset = build_dataset(spec)
        setup = Setup(data=spec)
        setup = replace(setup, training=replace(setup.training, **training)).fitted_to(dataset)
        self.panel.set_setup(setup, dataset)

    def _on_wish(self, spec: DataSpec, text: str, merge_key: str) -> None:
        self.wishes.append((spec, text, merge_key))


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    made = Shown(qtbot)
    made.show(DataSpec(noise=10.0, seed=2))
    return made


def test_that_showing_a_set_up_wishes_for_nothing(shown: Shown) -> None:
    shown.show(DataSpec("breast_cancer", scaling="min_max", train_share=70.0, seed=3))
    shown.show(DataSpec("moons", noise=50.0, seed=9))
    assert shown.wishes == []


def test_that_it_says_how_much_data_there_is(shown: Shown) -> None:
    details = []
    for source in ("circle", "iris", "digits"):
        shown.show(DataSpec(source))
        details.append(shown.panel.controls.header.detail())
    assert details == ["500 points", "150 rows", "1\u00a0797 pictures"]


def test_that_a_dragged_noise_is_one_undo_step_with_its_number(qtbot: QtBot, shown: Shown) -> None:
    slider = shown.panel.controls.noise
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(96, 28))
    qtbot.mouseMove(slider, QPoint(140, 28))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(140, 28))
    assert [text for _, text, _ in shown.wishes] == ["Noise 25 %", "Noise 35 %"]
    assert {key for _, _, key in shown.wishes} == {"noise"}
    assert shown.wishes[-1][0] == DataSpec(noise=35.0, seed=2)


def test_that_the_train_share_can_be_typed(qtbot: QtBot, shown: Shown) -> None:
    slider = shown.panel.controls.share
    slider.open_field("6")
    qtbot.keyClicks(slider.field, "3")
    qtbot.keyClick(slider.field, Qt.Key.Key_Return)
    assert shown.wishes == [
        (DataSpec(noise=10.0, seed=2, train_share=63.0), "Train share 63 %", "train share")
    ]
    shown.show(shown.wishes[0][0])
    assert slider.text() == "63 %"


@pytest.mark.parametrize(("typed", "size"), [("17", 17), ("all", None), ("9999", None)])
def test_that_any_batch_size_can_be_typed(qtbot: QtBot, shown: Shown, typed: str, size: int | None) -> None:
    slider = shown.panel.controls.batch
    slider.open_field(typed)
    with qtbot.waitSignal(shown.panel.batch_size_changed) as changed:
        qtbot.keyClick(slider.field, Qt.Key.Key_Return)
    assert changed.args == [size]
    assert shown.wishes == []


def test_that_the_end_of_the_batch_slider_is_all(qtbot: QtBot, shown: Shown) -> None:
    slider = shown.panel.controls.batch
    with qtbot.waitSignal(shown.panel.batch_size_changed) as changed:
        qtbot.keyClick(slider, Qt.Key.Key_End)
    assert changed.args == [None]
    assert slider.text() == "all"


def test_that_a_batch_larger_than_the_training_part_reads_all(shown: Shown) -> None:
    shown.show(DataSpec(train_share=10.0), batch_size=400)
    assert shown.panel.controls.batch.text() == "all"


def test_that_a_new_sample_has_the_next_seed_and_enter_repeats_it(qtbot: QtBot, shown: Shown) -> None:
    seed = shown.panel.controls.seed
    qtbot.mouseClick(seed.next_button, Qt.MouseButton.LeftButton)
    shown.show(shown.wishes[-1][0])
    qtbot.keyClick(seed.field, Qt.Key.Key_Return)
    assert [(spec.seed, text) for spec, text, _ in shown.wishes] == [
        (3, "Sample of seed 3"),
        (3, "Same sample (seed 3)"),
    ]


def test_that_noise_is_for_generated_data_and_scaling_for_tables(shown: Shown) -> None:
    controls = shown.panel.controls
    assert controls.noise.isVisible()
    assert not controls.treatment.isVisible()
    shown.show(DataSpec("iris"))
    assert not controls.noise.isVisible()
    assert controls.scaling.isVisible()
    assert controls.notes.text() == "Inputs not scaled."


def test_that_another_scaling_is_a_wish(shown: Shown) -> None:
    shown.show(DataSpec("iris"))
    scaling = shown.panel.controls.scaling
    scaling.setCurrentIndex(scaling.findData("min_max"))
    scaling.activated.emit(scaling.currentIndex())
    assert [(spec.scaling, text) for spec, text, _ in shown.wishes] == [("min_max", "Scaling: min-max")]


def test_that_rows_left_out_and_the_target_are_always_said(shown: Shown) -> None:
    columns = build_dataset(DataSpec("iris"))
    table = Table(("a", "b", "c", "d"), columns.raw, columns.raw[0], (), "size", "flowers.csv", 152, 2)
    shown.show(DataSpec("csv", table=table, scaling="standardise"))
    notes = shown.panel.controls.notes.text()
    assert notes.startswith(
        "flowers.csv: number in “size”. 2 incomplete rows of 152 left out. Inputs scaled to mean 0"
    )


@pytest.mark.parametrize(
    ("source", "scaling", "text"),
    [("moons", "none", "Data: Moons"), ("breast_cancer", "standardise", "Data: Cancer, standardise")],
)
def test_that_a_thumbnail_asks_for_its_data(
    qtbot: QtBot, shown: Shown, source: str, scaling: str, text: str
) -> None:
    tile = shown.panel.controls.thumbnails.tiles[source]
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert shown.wishes == [(DataSpec(source, noise=10.0, seed=2, scaling=scaling), text, "")]


def test_that_the_present_thumbnail_asks_for_nothing(qtbot: QtBot, shown: Shown) -> None:
    qtbot.mouseClick(shown.panel.controls.thumbnails.tiles["circle"], Qt.MouseButton.LeftButton)
    assert shown.wishes == []


def test_that_import_is_a_wish(qtbot: QtBot, shown: Shown) -> None:
    with qtbot.waitSignal(shown.panel.import_requested):
        qtbot.mouseClick(shown.panel.controls.import_button, Qt.MouseButton.LeftButton)


def test_that_two_drawn_points_make_a_data_set(qtbot: QtBot, shown: Shown) -> None:
    panel, draw = shown.panel, shown.panel.controls.draw
    panel.add_point(1.0, 1.0)
    assert shown.wishes == [], "drawing is off"
    with qtbot.waitSignal(panel.draw_toggled):
        qtbot.mouseClick(panel.controls.draw_button, Qt.MouseButton.LeftButton)
    assert draw.isVisible()
    with qtbot.waitSignal(panel.drawing_changed) as pending:
        panel.add_point(1.0, 2.0)
    assert pending.args == [((1.0, 2.0, 1),)]
    with qtbot.waitSignal(panel.draw_class_changed) as chosen:
        qtbot.mouseClick(draw.chips[0], Qt.MouseButton.LeftButton)
    assert chosen.args == [0]
    with qtbot.waitSignal(panel.drawing_changed) as pending:
        panel.add_point(-1.0, 2.0)
    assert pending.args == [None]
    ((spec, text, _),) = shown.wishes
    assert (spec.source, spec.points, text) == (
        "drawn",
        ((1.0, 2.0, 1), (-1.0, 2.0, 0)),
        "Draw points of class 0",
    )
    shown.show(spec)
    panel.add_point(0.0, 0.0)
    assert len(shown.wishes[-1][0].points) == 3


def test_that_a_quick_stroke_is_one_undo_step(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.train.data.panel.STROKE_MS", 60_000)
    first = ((0.0, 0.0, 0), (1.0, 1.0, 1))
    shown.show(DataSpec("drawn", points=first))
    shown.panel.controls.draw_button.click()
    for x1 in (0.1, 0.2, 0.3):
        shown.panel.add_point(x1, 0.0)
        shown.show(shown.wishes[-1][0])
    shown.panel.controls.draw.chips[0].click()
    shown.panel.add_point(0.4, 0.0)
    keys = [key for _, _, key in shown.wishes]
    assert keys[0] == keys[1] == keys[2] != keys[3]
    assert all(keys)


def test_that_a_drawn_point_can_be_taken_away(shown: Shown) -> None:
    shown.show(DataSpec("drawn", points=((0.0, 0.0, 0), (1.0, 1.0, 1), (2.0, 2.0, 1))))
    shown.panel.remove_point(1)
    assert shown.wishes == [], "drawing is off"
    shown.panel.controls.draw_button.click()
    shown.panel.remove_point(1)
    shown.panel.remove_point(7)
    assert [spec.points for spec, _, _ in shown.wishes] == [((0.0, 0.0, 0), (2.0, 2.0, 1))]


def test_that_drawing_goes_on_from_the_points_that_are_there(qtbot: QtBot, shown: Shown) -> None:
    shown.panel.controls.draw_button.click()
    qtbot.mouseClick(shown.panel.controls.draw.start_button, Qt.MouseButton.LeftButton)
    ((spec, _, _),) = shown.wishes
    assert spec.source == "drawn"
    assert len(spec.points) == 500
    shown.show(spec)
    assert not shown.panel.controls.draw.start_button.isEnabled()


def test_that_clear_empties_the_sheet_until_new_points_come(qtbot: QtBot, shown: Shown) -> None:
    shown.show(DataSpec("drawn", points=((0.0, 0.0, 0), (1.0, 1.0, 1))))
    shown.panel.controls.draw_button.click()
    with qtbot.waitSignals([shown.panel.draw_cleared, shown.panel.drawing_changed]):
        qtbot.mouseClick(shown.panel.controls.draw.clear_button, Qt.MouseButton.LeftButton)
    shown.panel.add_point(2.0, 2.0)
    shown.panel.add_point(3.0, 3.0)
    assert shown.wishes[-1][0].points == ((2.0, 2.0, 1), (3.0, 3.0, 1))


def test_that_a_sheet_that_was_never_finished_is_forgotten(shown: Shown) -> None:
    shown.panel.controls.draw_button.click()
    shown.panel.add_point(2.0, 2.0)
    shown.panel.controls.draw_button.click()
    shown.panel.controls.draw_button.click()
    assert "2 points make a data set" in shown.panel.controls.draw.line.text()


def test_that_other_edits_leave_a_begun_sheet_alone(shown: Shown) -> None:
    spec = DataSpec("drawn", points=((0.0, 0.0, 0), (1.0, 1.0, 1)))
    shown.show(spec)
    shown.panel.controls.draw_button.click()
    shown.panel.controls.draw.clear_button.click()
    shown.panel.add_point(2.0, 2.0)
    shown.show(spec, alpha=0.3)
    shown.panel.add_point(3.0, 3.0)
    assert shown.wishes[-1][0].points == ((2.0, 2.0, 1), (3.0, 3.0, 1))


def test_that_undo_brings_the_points_of_before_back_to_the_sheet(shown: Shown) -> None:
    shown.panel.controls.draw_button.click()
    first = ((0.0, 0.0, 0), (1.0, 1.0, 1))
    shown.show(DataSpec("drawn", points=(*first, (2.0, 2.0, 0))))
    shown.show(DataSpec("drawn", points=first))
    shown.panel.add_point(3.0, 3.0)
    assert shown.wishes[-1][0].points == (*first, (3.0, 3.0, 1))


def test_that_every_button_has_a_name_and_a_tooltip(shown: Shown) -> None:
    for button in shown.panel.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text()
        assert button.toolTip()


def test_that_nothing_is_cut_at_the_width_of_the_column(shown: Shown) -> None:
    for spec in (DataSpec(), DataSpec("breast_cancer", scaling="standardise")):
        shown.show(spec)
        assert shown.panel.minimumSizeHint().width() <= 224


def test_that_drawing_needs_the_plane(shown: Shown) -> None:
    shown.show(DataSpec("circle"))
    button = shown.panel.controls.draw_button
    button.setChecked(True)
    shown.show(DataSpec("iris"))
    assert not button.isChecked()
    assert not button.isEnabled()
    assert "plane" in button.toolTip()
    shown.show(DataSpec("circle"))
    assert button.isEnabled()


def test_that_given_examples_are_counted_and_leave_nothing_to_split(shown: Shown) -> None:
    controls = shown.panel.controls
    shown.show(DataSpec("given", given=GivenExamples(((0.5,), (0.3,)), ((1.0,),))))
    assert controls.header.detail() == "1 example"
    assert [part.isVisible() for part in (controls.share, controls.seed, controls.noise, controls.batch)] == [
        False
    ] * 4
    assert not controls.draw_button.isEnabled()
    shown.show(DataSpec("given", given=GivenExamples(((0.5, 0.1),), ((1.0, 0.0),))))
    assert controls.header.detail() == "2 examples"
    assert controls.batch.isVisible()
    shown.show(DataSpec())
    assert all(part.isVisible() for part in (controls.share, controls.seed, controls.noise, controls.batch))


def test_that_another_set_leaves_the_given_examples_behind(shown: Shown) -> None:
    shown.show(DataSpec("given", given=GivenExamples(((0.5,), (0.3,)), ((1.0,),))))
    shown.panel.controls.thumbnails.source_chosen.emit("moons")
    spec, text, _ = shown.wishes[-1]
    assert (spec.source, spec.given, text) == ("moons", None, "Data: Moons")
