"""The whole right column with really trained networks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from engine.data import DataSpec, GivenExamples, build_dataset
from engine.snapshot import Divergence
from tests.gui.train.output.output_runs import run_of
from tests.gui.train.output.panels import SOURCES, Shown


@pytest.fixture
def shown(qtbot):
    return Shown(qtbot)


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("circle", {"confusion"}),
        ("blobs", {"confusion"}),
        ("multi_gauss", set()),
        ("iris", {"chooser", "confusion"}),
        ("digits", {"choice", "confusion", "mistakes"}),
    ],
)
def test_that_only_what_the_data_has_is_shown(qtbot, shown, source, parts):
    shown.show(qtbot, source)
    names = ("choice", "chooser", "confusion", "mistakes", "weights")
    assert {name for name in names if getattr(shown.panel, name).isVisible()} == parts


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("circle", {"output_grid": 80, "plane": ("inputs", 0, 1), "confusion": True, "mistakes": 0}),
        ("multi_gauss", {"output_grid": 80, "plane": ("inputs", 0, 1), "confusion": False, "mistakes": 0}),
        ("digits", {"output_grid": 0, "plane": ("components", 0, 1), "confusion": True, "mistakes": 12}),
    ],
)
def test_that_it_wishes_for_what_it_shows_and_for_nothing_while_hidden(qtbot, shown, source, expected):
    shown.show(qtbot, source)
    assert shown.wishes == expected
    shown.panel.hide()
    assert shown.wishes == {**expected, "output_grid": 0, "confusion": False, "mistakes": 0}
    shown.panel.show()
    assert shown.wishes == expected


def test_that_a_large_picture_wishes_for_a_finer_map(qtbot, shown):
    shown.show(qtbot, "circle")
    shown.panel.resize(600, 900)
    qtbot.waitUntil(lambda: shown.wishes["output_grid"] == 100, timeout=1000)


def test_that_showing_the_same_twice_wishes_for_nothing_new(qtbot, shown):
    run = shown.show(qtbot, "circle")
    before = shown.wish_count, shown.panel.grab().toImage()
    shown.panel.set_setup(run.setup, run.dataset)
    shown.panel.show_snapshot(run.snapshot(**shown.wishes))
    assert (shown.wish_count, shown.panel.grab().toImage()) == before


@pytest.mark.parametrize(("source", "page"), [("iris", "confusion"), ("digits", "confusion"), ("blobs", "")])
def test_that_many_classes_off_the_plane_begin_with_the_confusion_matrix(qtbot, shown, source, page):
    shown.panel.resize(300, 608)
    shown.show(qtbot, source)
    assert shown.panel.pages.page == page
    assert shown.panel.confusion.isVisible()


def test_that_a_chosen_page_wishes_only_for_its_own_and_stays_for_other_data(qtbot, shown):
    shown.panel.resize(300, 608)
    shown.show(qtbot, "digits")
    panel = shown.panel
    plane = panel.choice.row.part_rect(0).center().toPoint()
    qtbot.mouseClick(panel.choice.row, Qt.MouseButton.LeftButton, pos=plane)
    assert panel.picture.isVisible()
    assert not panel.confusion.isVisible()
    assert (shown.wishes["output_grid"], shown.wishes["confusion"]) == (80, False)
    shown.show(qtbot, "iris")
    assert panel.picture.isVisible()
    qtbot.keyClick(panel.choice.row, Qt.Key.Key_Right)
    assert panel.confusion.isVisible()
    assert (shown.wishes["output_grid"], shown.wishes["confusion"]) == (0, True)


def test_that_the_weights_of_pictures_have_a_page_of_their_own(qtbot, shown):
    shown.panel.resize(300, 608)
    shown.show(qtbot, "digits")
    shown.panel.show_page("weights")
    weights = shown.panel.weights
    assert weights.isVisible()
    assert not shown.panel.confusion.isVisible()
    assert weights.mapTo(shown.panel, QPoint(0, weights.height())).y() <= 608


def test_that_drawing_brings_the_plane_back(qtbot, shown):
    shown.panel.resize(300, 548)
    shown.show(qtbot, "circle")
    shown.panel.show_page("confusion")
    assert not shown.panel.picture.isVisible()
    shown.panel.set_draw_mode(True, 0)
    assert shown.panel.picture.isVisible()
    shown.panel.set_draw_mode(False)
    assert not shown.panel.picture.isVisible()


def test_that_the_numbers_of_the_snapshot_are_shown(qtbot, shown):
    run = shown.show(qtbot, "circle")
    snapshot = run.snapshot(**shown.wishes)
    assert shown.panel.header.detail() == f"epoch {snapshot.epoch}"
    assert shown.panel.readouts.rows[0] == (
        "Cost J",
        f"{snapshot.cost_train:.4f}",
        f"{snapshot.cost_test:.4f}",
    )


def test_that_texts_follow_a_fast_run_with_the_last_number(qtbot, shown):
    run = shown.show(qtbot, "circle")
    snapshot = run.snapshot(**shown.wishes)
    for epoch in range(1000, 1050):
        shown.panel.show_snapshot(replace(snapshot, epoch=epoch))
    assert shown.panel.header.detail() != "epoch 1049"
    qtbot.waitUntil(lambda: shown.panel.header.detail().endswith("049"), timeout=1000)


def test_that_the_picture_follows_every_snapshot(qtbot, shown):
    run = shown.show(qtbot, "circle")
    snapshot = run.snapshot(**shown.wishes)
    before = shown.panel.picture.grab().toImage()
    shown.panel.show_snapshot(replace(snapshot, output_map=1 - snapshot.output_map))
    assert shown.panel.picture.grab().toImage() != before


def test_that_another_plane_is_wished_for_and_its_points_are_shown(qtbot, shown):
    run = shown.show(qtbot, "iris")
    panel = shown.panel
    before = panel.picture.grab().toImage()
    middle = panel.chooser.kind.part_rect(0).center().toPoint()
    qtbot.mouseClick(panel.chooser.kind, Qt.MouseButton.LeftButton, pos=middle)
    assert shown.wishes["plane"] == ("inputs", 0, 1)
    panel.show_snapshot(run.snapshot(**shown.wishes))
    assert panel.picture.grab().toImage() != before
    assert panel.picture.y() == panel.chooser.height_for(340)


def test_that_a_diverged_run_is_said_above_the_picture_that_stays(qtbot, shown):
    run = shown.show(qtbot, "circle")
    panel = shown.panel
    snapshot = run.snapshot(**shown.wishes)
    before = panel.picture.grab().toImage()
    broken = replace(
        snapshot,
        output_map=np.full_like(snapshot.output_map, np.nan),
        divergence=Divergence(77, 2, "W"),
        state="diverged",
    )
    panel.show_snapshot(broken)
    qtbot.waitUntil(panel.notice.isVisible, timeout=1000)
    assert panel.notice.text.startswith("Diverged at update 77, layer 2: W[2] is not finite.")
    assert panel.picture.grab().toImage() == before
    assert panel.column.y() == panel.notice.geometry().bottom() + 1
    panel.show_snapshot(snapshot)
    qtbot.waitUntil(panel.notice.isHidden, timeout=1000)
    assert panel.column.y() == panel.header.height()


def test_that_the_check_boxes_change_the_picture(qtbot, shown):
    shown.show(qtbot, "circle")
    panel, images = shown.panel, []
    images.append(panel.picture.grab().toImage())
    for box in (panel.options.test, panel.options.train, panel.options.discretise):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
        images.append(panel.picture.grab().toImage())
    assert all(a != b for i, a in enumerate(images) for b in images[:i])


def test_that_drawn_points_are_signalled_with_their_place(qtbot, shown):
    shown.show(qtbot, "circle")
    panel = shown.panel
    panel.set_draw_mode(True, 1)
    assert "class 1" in panel.options.note
    x, y = panel.picture.frame.to_pixel(2.0, -3.0)
    with qtbot.waitSignal(panel.point_drawn, timeout=1000) as drawn:
        qtbot.mouseClick(panel.picture, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    assert drawn.args == pytest.approx([2.0, -3.0], abs=0.05)
    panel.set_draw_mode(False)
    with qtbot.assertNotEmitted(panel.point_drawn):
        qtbot.mouseClick(panel.picture, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))


def test_that_a_removed_point_is_signalled_by_its_index(qtbot, shown):
    spec = DataSpec("drawn", points=((1.0, 1.0, 0), (-2.0, 3.0, 1), (2.0, 0.0, 1), (0.0, -4.0, 0)))
    dataset = build_dataset(spec)
    setup = replace(run_of("circle").setup, data=spec).fitted_to(dataset)
    shown.panel.set_setup(setup, dataset)
    shown.panel.show()
    qtbot.waitExposed(shown.panel)
    shown.panel.set_draw_mode(True, 0)
    x, y = shown.panel.picture.frame.to_pixel(2.0, 0.0)
    with qtbot.waitSignal(shown.panel.point_removed, timeout=1000) as removed:
        qtbot.mouseClick(shown.panel.picture, Qt.MouseButton.RightButton, pos=QPoint(round(x), round(y)))
    assert removed.args == [2]


def test_that_one_data_set_follows_another(qtbot, shown):
    for source in (*SOURCES, "circle"):
        run = shown.show(qtbot, source)
        qtbot.waitUntil(lambda run=run: len(shown.panel.readouts.rows[0][1]) == 6, timeout=1000)
        assert not shown.panel.grab().isNull()
        if shown.panel.picture.isVisible():
            assert shown.panel.picture._map._field.shape[0] == run.setup.network.sizes[-1]


@pytest.mark.parametrize(
    ("X", "Y", "symbol", "has_matrix"),
    [
        (((0.5,), (0.3,)), ((1.0,),), "ŷ", True),
        (((0.05,), (0.1,)), ((0.01,), (0.99,)), "ŷ₁", False),
        (((1.0,),), ((1.7,),), "ŷ", False),
        (((0.5, 0.1), (0.3, 0.2), (0.1, 0.9)), ((1.0, 0.0),), "ŷ", True),
        (((0.5, 0.1), (0.3, 0.2)), ((1.0, 0.0), (0.0, 1.0)), "ŷ", True),
    ],
)
def test_that_a_few_given_examples_can_be_shown(qtbot, shown, X, Y, symbol, has_matrix):
    run = shown.show(qtbot, "given", given=GivenExamples(X, Y))
    panel = shown.panel
    assert panel.subtitle == f"{symbol} over the plane"
    assert panel.readouts.rows[0][2] == "–"
    assert panel.confusion.isVisible() == has_matrix
    assert run.dataset.examples == len(X[0])
    assert not panel.grab().isNull()


def test_that_the_boxes_agree_with_the_picture_while_points_are_drawn(qtbot, shown):
    shown.show(qtbot, "circle")
    panel = shown.panel
    for points in ((), ((1.0, 1.0, 0), (2.0, 0.0, 1)), None):
        panel.set_draw_mode(points is not None)
        if points:
            panel.show_drawing(points)
        assert panel.options.test.isChecked() is panel.picture.shows_all_points is bool(points)


@pytest.mark.parametrize(("source", "word"), [("digits", "pictures"), ("iris", "rows"), ("circle", "points")])
def test_that_the_confusion_matrix_calls_the_examples_what_they_are(qtbot, shown, source, word):
    shown.show(qtbot, source)
    assert shown.panel.confusion.detail.endswith(f" {word}")
