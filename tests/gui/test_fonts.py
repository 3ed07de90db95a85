"""The bundled faces: present, complete for the program's texts, with figures of equal width."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

from engine.asset_paths import asset_path
from gui.fonts import FONT_FILES, TYPE_TOKENS, font, load_fonts, math_font, math_italic


def has_glyph(face: QFont, letter: str) -> bool:
    return QRawFont.fromFont(face).supportsCharacter(ord(letter))


def test_that_all_bundled_fonts_load(qapp: QApplication) -> None:
    assert {"Inter", "STIX Two Math", "JetBrains Mono"} <= set(load_fonts())


@pytest.mark.parametrize("name", FONT_FILES)
def test_that_every_font_has_its_licence_beside_it(name: str) -> None:
    family = name.split("-", maxsplit=1)[0]
    licence = asset_path("fonts", f"OFL-{family}.txt").read_text(encoding="utf-8")
    assert licence.startswith("Copyright")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert name in asset_path("fonts", "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("token", TYPE_TOKENS)
def test_that_a_token_gets_the_bundled_face_in_its_weight_and_size(qapp: QApplication, token: str) -> None:
    raw = QRawFont.fromFont(font(token))
    assert raw.familyName() == TYPE_TOKENS[token].family
    assert raw.weight() == TYPE_TOKENS[token].weight.value
    assert raw.pixelSize() == TYPE_TOKENS[token].pixels


def test_that_a_weight_can_be_asked_for(qapp: QApplication) -> None:
    assert QRawFont.fromFont(font("body", QFont.Weight.Medium)).weight() == 500
    assert font("body").weight() == QFont.Weight.Normal


def test_that_a_font_that_was_changed_leaves_the_token_alone(qapp: QApplication) -> None:
    font("body").setPixelSize(99)
    assert font("body").pixelSize() == 13


@pytest.mark.parametrize("token", TYPE_TOKENS)
def test_that_figures_are_equally_wide(qapp: QApplication, token: str) -> None:
    metrics = QFontMetricsF(font(token))
    widths = [metrics.horizontalAdvance(figure * 8) for figure in "0123456789"]
    # Rounding to fractions of a pixel; without `tnum` it is 10 and more.
    assert max(widths) - min(widths) < 0.5


@pytest.mark.parametrize("letter", "ŷαx₁²−∂×·→⁻³σλ±…≤₀₉")
def test_that_text_and_formulas_have_every_sign_that_is_written(qapp: QApplication, letter: str) -> None:
    assert has_glyph(font("body"), letter)
    assert has_glyph(font("header"), letter)
    assert has_glyph(math_font(15), letter)


@pytest.mark.parametrize("letter", sorted(set(math_italic("WbZAXYJdhzxyαβγδεησφωΔΣ∂∇ŷ"))))
def test_that_the_formula_face_has_the_slanted_letters(qapp: QApplication, letter: str) -> None:
    assert has_glyph(math_font(15), letter)


def test_that_slanted_letters_are_the_mathematical_ones() -> None:
    assert math_italic("W") == "\U0001d44a"
    assert math_italic("h") == "\u210e"
    assert math_italic("α") == "\U0001d6fc"
    assert math_italic("ŷ") == "\U0001d466\u0302"
    assert math_italic("[2] = −1") == "[2] = −1"
