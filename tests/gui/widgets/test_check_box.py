"""Check boxes: size, hit area, painting."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap

from gui.widgets import CheckBox


def test_that_the_text_belongs_to_the_hit_area(qtbot, appearance):
    box = CheckBox(appearance, "Test points")
    qtbot.addWidget(box)
    box.show()
    assert box.height() >= 24
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.sizeHint().width() - 3, 4))
    assert box.isChecked()


def test_that_the_box_is_ink_when_it_is_checked(qtbot, appearance):
    box = CheckBox(appearance, "Test points")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    assert box.grab().toImage().pixelColor(3, 6) == appearance.theme.color("panel")
    box.setChecked(True)
    assert box.grab().toImage().pixelColor(3, 6) == appearance.theme.color("ink")


def test_that_a_picture_stands_between_box_and_text(qtbot, appearance):
    box = CheckBox(appearance, "x\u2081")
    qtbot.addWidget(box)
    plain = box.sizeHint().width()
    picture = QPixmap(20, 20)
    picture.fill(QColor("red"))
    box.setIcon(QIcon(picture))
    box.resize(box.sizeHint())
    assert box.sizeHint().width() == plain + 30
    assert box.grab().toImage().pixelColor(34, 12) == QColor("red")
