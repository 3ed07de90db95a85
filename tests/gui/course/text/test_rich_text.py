"""The text of a lesson on the screen: nothing cut or overlapping, formulas that come later, links, copying."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui import formulas
from gui.appearance import Appearance
from gui.course.text.looks import CODE, LESSON, metrics
from gui.course.text.markdown import formulas_in, parse_markdown
from gui.course.text.measuring import lay_out
from gui.course.text.rich_text import RichText

TEXT = r"""Backward, every layer multiplies by the slope of its activation:
$$dZ^{[l]} = \left(W^{[l+1]T} dZ^{[l+1]}\right) * g'(Z^{[l]})$$

The slope of the sigmoid is never more than 0.25 ($\frac{da}{dz} = a(1 - a)$), and almost nothing once $|z|$ is large.

**Try it.** Drag $z$ to 4, then run `np.dot(w.T, X) + b` and see [Shallow networks](lesson:shallow) again.

- One item with a long text that has to be broken at least once at every width
- averyverylongwordwithoutanyspacethatcannotstandonasinglelineofthislessonatall

```
for i in range(m):
    z = np.dot(w.T, x[:, i]) + b  # a comment that is too long for the column
```
"""


@pytest.fixture
def text(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(432, 700)
    text = RichText(Appearance("light"), parent=window)
    text.setGeometry(28, 0, 376, 600)
    text.kept_window = window
    window.show()
    return text


def show(text, markdown, qtbot):
    text.set_text(markdown)
    text.laid_out()
    qtbot.waitUntil(lambda: not formulas.shelf().is_waiting, timeout=20000)
    qtbot.waitUntil(
        lambda: all(p.piece.width > 0 for p in text.laid_out().placed() if p.piece.latex), timeout=5000
    )


@pytest.mark.parametrize("width", range(304, 425, 8))
def test_that_nothing_is_cut_or_overlaps_at_any_width_of_the_column(qapp, width):
    for latex in formulas_in(TEXT):
        formulas.render(latex)
    laid = lay_out(parse_markdown(TEXT), LESSON, width)
    assert all(below.top >= above.bottom - 1e-6 for above, below in pairwise(laid.lines))
    for line in laid.lines:
        for placed in line.placed:
            assert placed.x >= -1e-6
            assert placed.x + placed.piece.width <= width + 1e-6
            assert line.top <= placed.baseline - placed.piece.ascent + 1e-6
            assert placed.baseline + placed.piece.descent <= line.bottom + 1e-6
        for left, right in pairwise(line.placed):
            assert left.x + left.piece.width <= right.x + 1e-6


def test_that_a_line_has_at_most_about_sixty_two_letters(qapp):
    words = "the first layers hear next to nothing of a signal " * 12
    laid = lay_out(parse_markdown(words), LESSON, 2000)
    longest = max(len(" ".join(p.piece.text for p in line.placed)) for line in laid.lines)
    assert 52 <= longest <= 66


def test_that_lines_of_plain_text_are_twenty_three_pixels_high(qapp):
    laid = lay_out(parse_markdown("some words " * 30), LESSON, 376)
    assert {round(line.height, 6) for line in laid.lines} == {23.0}
    assert metrics("lesson").height() < 23


def test_that_a_formula_that_comes_later_finds_its_room(text, qtbot):
    latex = r"q_{7,3}^{[5]} + \frac{u}{v}"
    text.set_text(f"Words before ${latex}$ and behind.")
    before = [p.piece.width for p in text.laid_out().placed() if p.piece.latex]
    show(text, f"Words before ${latex}$ and behind.", qtbot)
    after = [p.piece.width for p in text.laid_out().placed() if p.piece.latex]
    assert before == [0.0]
    assert after[0] > 20


def test_that_a_click_on_a_link_follows_it(text, qtbot):
    show(text, "Go to [the next lesson](lesson:beta) now.", qtbot)
    placed = next(p for p in text.laid_out().placed() if p.piece.link)
    middle = QPoint(int(placed.x + placed.piece.width / 2), int(placed.baseline - 4))
    with qtbot.waitSignal(text.link_followed) as followed:
        QTest.mouseClick(text, Qt.MouseButton.LeftButton, pos=middle)
    assert followed.args == ["beta"]
    assert text.link_at(2, 8) == ""


def test_that_the_keyboard_goes_from_link_to_link(text, qtbot):
    show(text, "[One](lesson:one) and [two](lesson:two).", qtbot)
    text.setFocus(Qt.FocusReason.TabFocusReason)
    followed = []
    text.link_followed.connect(followed.append)
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClick(text, Qt.Key.Key_Tab)
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert followed == ["one", "two"]


def drag(text, start, end):
    """Press, move, release; QTest's own move carries no button."""
    for kind, place in (
        (QEvent.Type.MouseButtonPress, start),
        (QEvent.Type.MouseMove, end),
        (QEvent.Type.MouseButtonRelease, end),
    ):
        held = (
            Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        )
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        where = QPointF(*place)
        event = QMouseEvent(
            kind, where, text.mapToGlobal(where), button, held, Qt.KeyboardModifier.NoModifier
        )
        QGuiApplication.sendEvent(text, event)


def test_that_what_is_drawn_over_is_copied(text, qtbot):
    show(text, "Some **plain** words.\n\nAnd more.", qtbot)
    first, last = text.laid_out().lines[0], text.laid_out().lines[-1]
    plain, more = first.placed[1], last.placed[-1]
    drag(text, (plain.x, first.baseline), (more.x + more.piece.width + 5, last.baseline))
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "plain words.\nAnd more."


def test_that_everything_can_be_selected(text, qtbot):
    show(text, "Some **plain** words.\n\nAnd more.", qtbot)
    QTest.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert text.selected_text() == "Some plain words.\nAnd more."


def test_that_formulas_are_copied_as_latex(text, qtbot):
    show(text, "The slope $a(1 - a)$ counts.", qtbot)
    text.copy()
    assert QGuiApplication.clipboard().text() == "The slope $a(1 - a)$ counts."


def test_that_the_words_are_there_for_who_can_not_see(text):
    text.set_text("**Try it.** Drag $z$.")
    assert text.accessibleName() == "Try it. Drag z."


def test_that_one_code_with_blanks_has_one_ground_on_each_line(text, qtbot):
    text.set_text("Write `J = -(1 / m) * np.sum(Y * np.log(A))` and then `b` `c`.")
    theme = Appearance("light").theme
    image, grounds = text.grab().toImage(), 0
    for line in text.laid_out().lines:
        coded = [placed for placed in line.placed if placed.piece.style.endswith(CODE)]
        for left, right in pairwise(coded):
            middle = (left.x + left.piece.width + right.x) / 2
            found = image.pixelColor(round(middle), round(line.baseline - 4))
            assert (found == theme.color("hover")) == right.piece.goes_on
            grounds += right.piece.goes_on
    assert grounds > 4


@pytest.mark.parametrize("together", ["85.6 %", "100 m²", "24 000 €", "5 ms", "1 014", "a\u00a0b"])
def test_that_a_number_and_its_unit_stay_on_one_line_at_any_width(qapp, together):
    blocks = parse_markdown(
        f"of the training points are right, where the deep network had {together}, and not more."
    )
    for width in range(120, 420, 3):
        assert any(together in placed.piece.text for placed in lay_out(blocks, LESSON, width).placed())


def test_that_other_words_behind_a_number_may_stand_on_the_next_line(qapp):
    placed = lay_out(parse_markdown("of 300 updates, 5 sums"), LESSON, 400).placed()
    assert [p.piece.text for p in placed] == ["of", "300", "updates,", "5", "sums"]
