"""None, L1 or L2, and the rate that appears with them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.appearance import Appearance
from gui.train.transport.regularization_control import FIRST_RATE, RegularizationControl


@pytest.fixture
def control(qtbot):
    control = RegularizationControl(Appearance("light"))
    qtbot.addWidget(control)
    control.show()
    control.activateWindow()
    return control


def test_that_the_rate_appears_with_a_kind(qtbot, control):
    assert not control.rate.isVisible()
    with qtbot.waitSignals([control.changed, control.width_changed], timeout=1000):
        qtbot.keyClick(control.kind, Qt.Key.Key_End)
    assert control.kind.key() == "l2"
    assert control.rate.isVisible()
    assert control.rate.value() == FIRST_RATE


def test_that_none_is_told_with_rate_zero(qtbot, control):
    control.set_rates(0.0, 0.1)
    with qtbot.waitSignal(control.changed, timeout=1000) as changed:
        qtbot.keyClick(control.kind, Qt.Key.Key_Home)
    assert changed.args == ["none", 0.0]
    assert not control.rate.isVisible()


def test_that_a_typed_rate_is_told_with_its_kind(qtbot, control):
    control.set_rates(0.1, 0.0)
    control.rate.lineEdit().selectAll()
    qtbot.keyClicks(control.rate, "0.02")
    with qtbot.waitSignal(control.changed, timeout=1000) as changed:
        qtbot.keyClick(control.rate, Qt.Key.Key_Return)
    assert changed.args == ["l1", 0.02]


@pytest.mark.parametrize(
    ("l1", "l2", "kind"), [(0.1, 0, "l1"), (0, 0.3, "l2"), (0, 0, "none"), (0.1, 0.3, "both")]
)
def test_that_what_a_set_up_holds_is_shown_without_a_signal(qtbot, control, l1, l2, kind):
    with qtbot.assertNotEmitted(control.changed):
        control.set_rates(l1, l2)
    assert control.kind.key() == kind
    assert control.rate.isVisible() == (kind in ("l1", "l2"))


def test_that_after_both_one_can_be_chosen(qtbot, control):
    control.set_rates(0.1, 0.3)
    with qtbot.waitSignal(control.changed, timeout=1000) as changed:
        qtbot.keyClick(control.kind, Qt.Key.Key_Home)
    assert changed.args == ["none", 0.0]
    control.set_rates(0.0, 0.0)
    assert control.kind.findData("both") < 0


def test_that_a_rate_of_zero_keeps_its_kind(control):
    control.set_rates(0.0, 0.1)
    control.rate.set_value(0.0)
    control.set_rates(0.0, 0.0)
    assert control.kind.key() == "l2"


def test_that_both_parts_fit_in_the_control(control):
    control.set_rates(0.0, 0.001)
    control.resize(control.width_needed(), 24)
    assert control.kind.geometry().right() < control.rate.x()
    assert control.rate.geometry().right() == control.width() - 1
