"""The lab of loops, used as a person does: really run, on its thread."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.labs.loop_texts import NO_LOOP, ONE_LOOP, TWO_LOOPS
from engine.labs.loops import STAGES, Timing
from gui.appearance import Appearance
from gui.labs.loops.code_geometry import ADVANCE, Loop, columns_of, letter_size, line_height, loops_of
from gui.labs.loops.lab import BEFORE
from gui.labs.loops.programs_view import PADDING, TEXTS
from gui.labs.loops.time_text import difference_text, factor_text, position, seconds_text, tick_text
from gui.labs.table import make_lab

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def lab(qtbot, qapp):
    lab = make_lab("loops", Appearance("light"))
    qtbot.addWidget(lab)
    lab.resize(776, 580)
    lab.set_settings({"m": 20, "n_x": 2})
    lab.show()
    yield lab
    lab.close_down()


def run(qtbot, lab):
    QTest.mouseClick(lab.run, LEFT)
    qtbot.waitUntil(lambda: lab.is_settled, timeout=20_000)


def test_that_nothing_is_claimed_before_it_is_measured(lab):
    assert lab.verdict.text() == ""
    assert lab.equal.text() == BEFORE
    assert lab.bars.texts == ("", "", "")
    assert lab.is_settled


def test_that_run_measures_all_three_and_says_the_factor(qtbot, lab):
    run(qtbot, lab)
    assert all(lab.bars.texts)
    assert lab.verdict.text().startswith("Stage 3 is ")
    assert lab.equal.text().startswith("The new w, b and J are ")
    assert lab.run.text() == "Run"
    assert lab.programs.running == -1


def test_that_the_run_tells_where_it_is(qtbot, lab):
    told = []
    lab.told.connect(told.append)
    run(qtbot, lab)
    assert told[0] == "Running stage 1 of 3"
    assert told[-1] == lab.verdict.text()


def test_that_a_second_click_stops_it(qtbot, lab):
    QTest.mouseClick(lab.run, LEFT)
    assert lab.is_running
    assert lab.run.text() == "Stop"
    QTest.mouseClick(lab.run, LEFT)
    assert not lab.is_running
    assert lab.run.text() == "Run"


def test_that_other_sizes_take_the_old_times_away(qtbot, lab):
    run(qtbot, lab)
    with qtbot.waitSignal(lab.settings_changed):
        QTest.keyClick(lab.m, Qt.Key.Key_Right)
    assert lab.settings()["m"] == 50
    assert lab.bars.texts == ("", "", "")
    assert lab.verdict.text() == ""


def test_that_features_are_chosen_with_the_mouse(qtbot, lab):
    QTest.mouseClick(lab.n_x, LEFT, pos=QPoint(lab.n_x.width() - 8, 28))
    assert lab.settings()["n_x"] == 100


def test_that_closing_during_a_run_ends_its_thread(qtbot, lab):
    lab.start()
    lab.close_down()
    assert lab.is_settled


def test_that_settings_go_in_and_out(qtbot, lab):
    with qtbot.assertNotEmitted(lab.settings_changed):
        lab.set_settings({"m": 500, "n_x": 10})
    assert lab.settings() == {"m": 500, "n_x": 10}
    assert lab.m.value() == 500


def test_that_a_bar_ends_at_its_time_on_the_axis(lab):
    timing = Timing(2, (1e-2, 1e-3, 1e-4), (1, 1, 1), 0.0, 0.5, is_over=True)
    lab.bars.set_timing(timing)
    first, second, third = (lab.bars.bar_rect(stage).width() for stage in range(3))
    assert first - second == pytest.approx(second - third)


def test_that_the_programs_can_be_read_in_the_smallest_lab(lab):
    assert lab.programs.letters >= 12


def test_that_in_a_lessons_lab_the_letters_take_the_room_there_is(qtbot, lab):
    lab.resize(776, 580)
    lab.layout().activate()
    view = lab.programs
    assert view.letters >= 14
    for place, text in zip(view.places(), TEXTS, strict=True):
        assert columns_of(text) * view.letters * ADVANCE <= place.width() - 2 * PADDING + 1
    assert view.places()[-1].right() == pytest.approx(view.width(), abs=1)


def test_that_loops_are_found_with_their_bodies():
    lines = TWO_LOOPS.split("\n")
    outer, *inner = loops_of(TWO_LOOPS)
    assert lines[outer.last].strip() == "db += dz"
    assert [lines[loop.first].strip() for loop in inner] == ["z += w[j, 0] * x[j]", "dw[j, 0] += x[j] * dz"]
    assert all(loop.first == loop.last for loop in inner)
    assert loops_of("for i in x:\n    a\nb\n") == (Loop(1, 1, 0),)
    assert len(loops_of(ONE_LOOP)) == 1
    assert loops_of(NO_LOOP) == ()


def test_that_letters_grow_with_the_room():
    texts = tuple(stage.text for stage in STAGES)
    assert letter_size(texts, 690, 300) < letter_size(texts, 1200, 600)
    assert line_height(12) == 16


@pytest.mark.parametrize(
    ("seconds", "text"), [(1.234, "1.23 s"), (0.0285, "28.5 ms"), (0.00012, "120 µs"), (2e-7, "0.20 µs")]
)
def test_that_times_are_said_with_three_figures(seconds, text):
    assert seconds_text(seconds) == text


def test_that_the_axis_reaches_from_a_microsecond_to_ten_seconds():
    assert [tick_text(exponent) for exponent in (-6, -5, -3, 0, 1)] == [
        "1 µs",
        "10 µs",
        "1 ms",
        "1 s",
        "10 s",
    ]
    assert position(1e-6) == 0
    assert position(100) == 1


def test_that_factors_and_differences_are_said():
    assert [factor_text(f) for f in (2785.4, 12.34)] == ["2\u00a0785", "12.3"]
    assert difference_text(0.0) == "exactly equal"
    assert difference_text(4.4e-16) == "equal up to 4.4·10⁻¹⁶"
