"""Labels and captioned controls."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gui.widgets import Caption, Combo, Label, LabeledControl, Separator


def test_that_a_label_follows_the_theme(qtbot, appearance):
    label = Label(appearance, "Seed", "small", "ink2")
    qtbot.addWidget(label)
    for choice in ("light", "dark"):
        appearance.choose(choice)
        assert label.palette().color(label.foregroundRole()) == appearance.theme.color("ink2")


def test_that_a_caption_names_its_control(qtbot, appearance):
    combo = Combo(appearance)
    control = LabeledControl(appearance, "Optimiser", combo)
    qtbot.addWidget(control)
    assert combo.accessibleName() == "Optimiser"
    assert control.sizeHint().height() == 39


def test_that_a_text_of_the_same_width_asks_for_no_new_layout(qtbot, appearance):
    caption = Caption(appearance, "epoch 123")
    qtbot.addWidget(caption)
    width = caption.sizeHint().width()
    caption.set_text("epoch 124")
    assert (caption.text(), caption.sizeHint().width()) == ("epoch 124", width)


def test_that_a_separator_is_one_pixel_wide(qtbot, appearance):
    lying, standing = Separator(appearance), Separator(appearance, Qt.Orientation.Vertical, 28)
    for separator in (lying, standing):
        qtbot.addWidget(separator)
    assert (lying.height(), standing.width(), standing.sizeHint().height()) == (1, 1, 28)
