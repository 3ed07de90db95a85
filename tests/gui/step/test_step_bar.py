"""The bar over Step: what it offers at which row, and that it fits."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.step.bar import NEXT, NEXT_UPDATE, StepBar
from tests.gui.step.tapes import start_network, worked_example


@pytest.fixture
def bar(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    bar = StepBar(Appearance("light"), ["2 s", "1 s", "0.4 s"], window)
    bar.set_training_examples(250)
    bar.resize(1208, 56)
    window.resize(1900, 60)
    window.show()
    bar.kept_window = window  # a window that Python forgets is deleted
    return bar


def shown(bar):
    placed = [bar.layout().itemAt(index).widget() for index in range(bar.layout().count())]
    widgets = [widget for widget in placed if widget is not None and widget.isVisible()]
    return sorted((w.geometry() for w in widgets), key=lambda rect: rect.left())


@pytest.mark.parametrize("width", [1208, 1368, 1848])
@pytest.mark.parametrize("tape", [worked_example, start_network])
@pytest.mark.parametrize("at_end", [False, True])
def test_that_nothing_overlaps_or_is_cut(qtbot, bar, width, tape, at_end):
    bar.set_tape(tape())
    bar.show_row(len(tape().rows) - 1 if at_end else 3)
    bar.resize(width, 56)
    qtbot.waitUntil(lambda: bar.width() == width)
    places = shown(bar)
    assert all(a.right() < b.left() for a, b in pairwise(places))
    assert places[0].left() >= 0
    assert places[-1].right() < width
    for button in (bar.play, bar.next, bar.pencil, bar.sheet, bar.examples):
        assert button.width() >= button.width_for(button.text())


def test_that_there_is_room_for_all_words_on_a_wide_screen(qtbot, bar):
    bar.set_tape(worked_example())
    bar.show_row(0)
    bar.resize(1848, 56)
    qtbot.waitUntil(lambda: bar.sheet.text() == "Sheet…")
    assert (bar.examples.text(), bar.pencil.text()) == ("Examples", "Pencil mode")


@pytest.mark.parametrize("tape", [worked_example, start_network])
def test_that_an_ordinary_window_has_all_words_too(qtbot, bar, tape):
    bar.set_tape(tape())
    bar.show_row(0)
    bar.resize(1368, 56)
    qtbot.waitUntil(lambda: bar.sheet.text() == "Sheet…")
    assert (bar.examples.text(), bar.pencil.text()) == ("Examples", "Pencil mode")


@pytest.mark.parametrize("width", [1208, 1368, 1848])
def test_that_next_is_not_stretched_for_what_it_says_at_the_end(qtbot, bar, width):
    bar.set_tape(start_network())
    bar.show_row(0)
    bar.resize(width, 56)
    qtbot.waitUntil(lambda: bar.width() == width)
    assert bar.next.width() <= bar.next.width_for(NEXT) + 18


def test_that_a_button_without_a_word_has_its_icon(bar):
    bar.set_tape(start_network())
    for width in range(640, 1900, 20):
        bar.resize(width, 56)
        assert all(button.text() or button.icon_name for button in (bar.examples, bar.pencil, bar.sheet))


def test_that_buttons_without_words_still_have_names(bar):
    bar.set_tape(start_network())
    bar.show_row(0)
    for button in (bar.first, bar.previous, bar.last, bar.examples, bar.pencil, bar.sheet):
        assert button.accessibleName()
        assert button.toolTip()


def test_that_the_phases_count_their_rows(bar):
    bar.set_tape(worked_example())
    bar.show_row(11)
    assert {phase: chip.progress for phase, chip in bar.phases.items()} == {
        "forward": "4 / 4",
        "cost": "1 / 1",
        "backward": "7 / 8",
        "update": "0 / 4",
    }


def test_that_at_the_end_the_next_row_is_the_next_update(qtbot, bar):
    bar.set_tape(worked_example())
    bar.show_row(15)
    assert bar.next.accessibleName() == NEXT
    with qtbot.waitSignal(bar.next_requested, timeout=1000):
        qtbot.mouseClick(bar.next, Qt.MouseButton.LeftButton)
    bar.show_row(16)
    assert bar.next.accessibleName() == NEXT_UPDATE
    assert not bar.last.isEnabled()
    with qtbot.waitSignal(bar.update_requested, timeout=1000):
        qtbot.mouseClick(bar.next, Qt.MouseButton.LeftButton)


def test_that_at_the_start_there_is_no_way_back(bar):
    bar.set_tape(worked_example())
    bar.show_row(0)
    assert not bar.previous.isEnabled()
    assert not bar.first.isEnabled()


@pytest.mark.parametrize("width", [1208, 1368, 1848])
def test_that_nothing_moves_from_row_to_row_or_while_it_plays(qtbot, bar, width):
    bar.resize(width, 56)
    qtbot.waitUntil(lambda: bar.width() == width)
    bar.set_tape(start_network())
    bar.show_row(0)
    before = shown(bar)
    for index in range(25):
        bar.set_playing(index % 2 == 0)
        bar.show_row(index)
        assert shown(bar) == before


@pytest.mark.parametrize("width", [1208, 1368, 1848])
def test_that_a_bar_fitted_at_the_last_row_is_laid_out_as_at_any_other(qtbot, bar, width):
    tape = start_network()
    places = {}
    for row in (0, len(tape.rows) - 1):
        bar.set_tape(tape)
        bar.show_row(row)
        for step in (width + 60, width):
            bar.resize(step, 56)
            qtbot.waitUntil(lambda step=step: bar.width() == step)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        places[row] = shown(bar)
    first, last = places.values()
    assert first == last


def test_that_the_button_names_the_key_that_works(bar):
    bar.set_tape(worked_example())
    bar.show_row(15)
    assert bar.next.key == "→"
    bar.show_row(16)
    assert bar.next.key == "."


def test_that_a_phase_is_asked_for_by_a_click(qtbot, bar):
    with qtbot.waitSignal(bar.phase_requested, timeout=1000) as asked:
        qtbot.mouseClick(bar.phases["update"], Qt.MouseButton.LeftButton)
    assert asked.args == ["update"]


def test_that_the_columns_on_offer_are_those_that_differ(bar):
    bar.set_tape(start_network())
    combo = bar.columns.combo
    assert [combo.itemText(i) for i in range(combo.count())] == ["Next batch (10)", "One example", "All 250"]
    bar.set_training_examples(1)
    bar.set_tape(worked_example())
    assert [combo.itemText(i) for i in range(combo.count())] == ["One example"]


def test_that_words_that_become_longer_later_find_their_room(qtbot, bar):
    bar.set_tape(worked_example())
    bar.show_row(0)
    bar.resize(1300, 56)
    before = bar.columns.width()
    bar.columns.combo.set_items([("batch", "Next batch (10 000)")])
    qtbot.waitUntil(lambda: bar.columns.width() > before)
    qtbot.waitUntil(lambda: all(a.right() < b.left() for a, b in pairwise(shown(bar))))


@pytest.mark.parametrize("width", [100, 640, 1208])
def test_that_a_bar_comes_to_rest_at_any_width(qtbot, bar, monkeypatch, width):
    fits = []
    fit = StepBar._fit
    monkeypatch.setattr(StepBar, "_fit", lambda self: (fits.append(width), fit(self)))
    bar.resize(width, 56)
    bar.set_tape(worked_example())
    for _ in range(20):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert 0 < len(fits) < 5
