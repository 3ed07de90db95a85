"""Combo boxes: keys, what a person chose, the wheel."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication

from gui.style import apply_style
from gui.widgets import Combo

ITEMS = [("a", "Alpha"), ("b", "Beta"), ("c", "Gamma")]


def make(qtbot, appearance) -> Combo:
    combo = Combo(appearance)
    combo.set_items(ITEMS)
    qtbot.addWidget(combo)
    combo.show()
    return combo


def wheel(combo: Combo) -> QWheelEvent:
    middle = QPointF(combo.rect().center())
    event = QWheelEvent(
        middle,
        combo.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, event)
    return event


def test_that_setting_a_key_says_nothing(qtbot, appearance):
    combo = make(qtbot, appearance)
    with qtbot.assertNotEmitted(combo.key_chosen), qtbot.assertNotEmitted(combo.currentIndexChanged):
        combo.set_key("b")
        combo.set_key("unknown")
    assert combo.key() == "b"


def test_that_an_arrow_key_chooses(qtbot, appearance):
    combo = make(qtbot, appearance)
    combo.setFocus()
    with qtbot.waitSignal(combo.key_chosen, timeout=1000) as chosen:
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert chosen.args == ["b"]


def test_that_choosing_what_holds_already_says_nothing(qtbot, appearance):
    combo = make(qtbot, appearance)
    with qtbot.assertNotEmitted(combo.key_chosen):
        combo.activated.emit(0)


def test_that_other_items_keep_the_chosen_key(qtbot, appearance):
    combo = make(qtbot, appearance)
    combo.set_key("b")
    with qtbot.assertNotEmitted(combo.key_chosen):
        combo.set_items([("c", "Gamma"), ("b", "Beta")])
    assert combo.key() == "b"


def test_that_the_wheel_turns_only_a_focused_combo(qtbot, appearance):
    combo = make(qtbot, appearance)
    combo.clearFocus()
    assert not wheel(combo).isAccepted()
    assert combo.key() == "a"
    combo.activateWindow()
    combo.setFocus()
    qtbot.waitUntil(combo.hasFocus)
    wheel(combo)
    assert combo.key() == "b"


def test_that_there_is_room_for_every_text_and_picture(qtbot, appearance):
    combo = make(qtbot, appearance)
    plain = combo.sizeHint().width()
    picture = QPixmap(18, 12)
    picture.fill(QColor("red"))
    combo.setItemIcon(0, QIcon(picture))
    assert combo.sizeHint().width() == plain + 18 + 6
    assert combo.height() == 24


def test_that_the_list_elides_no_text_beside_a_picture(qtbot, appearance):
    apply_style(QApplication.instance(), appearance.theme)
    combo = Combo(appearance)
    combo.set_items([("a", "tanh"), ("b", "leaky ReLU")])
    picture = QPixmap(18, 12)
    picture.fill(QColor("black"))
    for index in range(2):
        combo.setItemIcon(index, QIcon(picture))
    qtbot.addWidget(combo)
    combo.setFixedWidth(60)
    combo.show()
    combo.showPopup()
    list_view = combo.view()
    assert list_view.viewport().width() >= list_view.sizeHintForColumn(0)
    combo.hidePopup()
    QApplication.instance().setStyleSheet("")
