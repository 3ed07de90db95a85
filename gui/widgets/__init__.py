"""The controls of the chrome: ink on paper, chalk on slate, painted by hand so that every system shows the same."""

from __future__ import annotations

from gui.widgets.bar import Bar
from gui.widgets.button import Button
from gui.widgets.check_box import CheckBox
from gui.widgets.combo import Combo
from gui.widgets.field import Field
from gui.widgets.focus_ring import KEYBOARD_REASONS, FocusRing
from gui.widgets.labels import Caption, Label, LabeledControl
from gui.widgets.number_combo import RATES, NumberCombo
from gui.widgets.numbers import fixed_text, grouped_text, number_text, parse_number
from gui.widgets.painting import draw_box, draw_text, follow, text_width, type_font
from gui.widgets.panel_header import PanelHeader
from gui.widgets.reading_text import ReadingText
from gui.widgets.row_bar import RowBar
from gui.widgets.segmented import Segmented
from gui.widgets.separator import Separator
from gui.widgets.slider import Slider
from gui.widgets.tab_strip import TabStrip

__all__ = [
    "KEYBOARD_REASONS",
    "RATES",
    "Bar",
    "Button",
    "Caption",
    "CheckBox",
    "Combo",
    "Field",
    "FocusRing",
    "Label",
    "LabeledControl",
    "NumberCombo",
    "PanelHeader",
    "ReadingText",
    "RowBar",
    "Segmented",
    "Separator",
    "Slider",
    "TabStrip",
    "draw_box",
    "draw_text",
    "fixed_text",
    "follow",
    "grouped_text",
    "number_text",
    "parse_number",
    "text_width",
    "type_font",
]
