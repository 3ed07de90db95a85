"""The About window: what it says of itself, of what is inside and of the network; what it copies; its keys."""

from __future__ import annotations

import platform
import re
from pathlib import Path

import numpy as np
import pytest
from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel

from engine.asset_paths import asset_path
from gui.about.about_dialog import AboutDialog
from gui.about.licence_texts import in_paragraphs
from gui.about.markdown_text import MarkdownText
from gui.about.parts import parts
from gui.appearance import Appearance
from gui.crash.home import without_home
from gui.diagnostics import diagnostics_text
from gui.settings import Settings
from gui.version import VERSION
from gui.versions import UNKNOWN, versions


@pytest.fixture
def about(qtbot):
    dialog = AboutDialog(Appearance("light"), Settings(temporary=True))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def part(name):
    return next(part for part in parts() if part.name == name)


def words(dialog):
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_that_it_says_its_version_and_that_there_is_no_network_access(about):
    assert f"Chalknet {VERSION}" in words(about)
    assert "No network access, ever" in words(about)


def test_that_it_names_every_version(qapp):
    found = {part.name: part.version for part in parts()}
    assert found["Python"] == platform.python_version()
    assert found["Qt"] == qVersion()
    assert found["PySide6 Essentials"] == pyside_version
    assert found["NumPy"] == np.__version__
    assert re.match(r"\d+\.\d+", found["pyqtgraph"])
    assert re.match(r"\d+\.\d+", found["ziamath"])
    assert UNKNOWN not in found.values()
    assert {"ziafont", "latex2mathml", "colorama", "Inter"} <= found.keys()


def test_that_the_fonts_have_the_versions_that_their_folder_notes(qapp):
    notes = asset_path("fonts", "README.md").read_text(encoding="utf-8")
    for family in ("Inter", "JetBrains Mono", "STIX Two Math"):
        assert part(family).version
        assert f"{family} {part(family).version}" in notes


def test_that_every_licence_that_lies_in_the_folder_is_shown_whole(qapp):
    def squeezed(text):
        return "".join(text.split())

    root = asset_path().parent
    files = [root / "LICENSE", *asset_path("fonts").glob("OFL-*.txt"), *asset_path("licences").glob("*.txt")]
    assert len(files) > 10
    shown = "".join(squeezed(in_paragraphs(part.text())) for part in parts())
    for file in files:
        assert squeezed(in_paragraphs(file.read_text(encoding="utf-8"))) in shown, file.name


@pytest.mark.parametrize("name", ["Qt", "PySide6 Essentials", "shiboken6"])
def test_that_the_lgpl_and_the_source_of_qt_are_named(qapp, name):
    text = part(name).text()
    assert "Lesser General Public License" in text
    assert "https://download.qt.io/official_releases/" in text
    assert part(name).version in text


def test_that_the_notices_are_shown_when_they_come_along(qapp, tmp_path, monkeypatch):
    notes = asset_path("licences", "parts.json").read_text(encoding="utf-8")
    folder = tmp_path / "assets" / "licences"
    folder.mkdir(parents=True)
    (folder / "parts.json").write_text(notes, encoding="utf-8")
    elsewhere = tmp_path.joinpath
    monkeypatch.setattr("gui.about.licence_texts.asset_path", lambda *parts: elsewhere("assets", *parts))
    assert "All notices" not in [part.name for part in parts()]
    (tmp_path / "THIRD_PARTY.md").write_text("# Notices\n\nOf everybody", encoding="utf-8")
    assert "Of everybody" in part("All notices").text()
    assert part("Qt").version == qVersion()


def test_that_every_part_shows_a_text(about, qtbot):
    for _ in parts():
        assert about.view.text.toPlainText().strip()
        assert about.view.title.text().startswith(parts()[about.list.index].name)
        qtbot.keyClick(about.list, Qt.Key.Key_Down)


def test_that_arrows_and_the_mouse_choose_what_is_shown(about, qtbot):
    qtbot.keyClick(about.list, Qt.Key.Key_Down)
    assert about.view.title.text() == "All notices"
    qtbot.keyClick(about.list, Qt.Key.Key_End)
    assert about.list.index == len(parts()) - 1
    place = about.list.row_rect(3).center().toPoint()
    qtbot.mouseClick(about.list, Qt.MouseButton.LeftButton, pos=place)
    assert about.view.title.text() == f"Qt {qVersion()}"


def test_that_a_row_that_arrows_choose_is_seen(about, qtbot):
    row = about.list.row_rect(len(parts()) - 1).toRect()
    assert not about.list.visibleRegion().boundingRect().contains(row)
    qtbot.keyClick(about.list, Qt.Key.Key_End)
    assert about.list.visibleRegion().boundingRect().contains(row)


def test_that_tab_reaches_every_control(about, qtbot):
    reached = set()
    for _ in range(8):
        reached.add(about.focusWidget())
        qtbot.keyClick(about.focusWidget(), Qt.Key.Key_Tab)
    assert {about.list, about.view.text, about.copy_button, about.close_button} <= reached


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_that_enter_and_escape_close_it(about, qtbot, key):
    qtbot.keyClick(about.list, key)
    assert not about.isVisible()


def test_that_enter_on_copy_copies(about, qtbot):
    about.copy_button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(about.copy_button, Qt.Key.Key_Return)
    assert about.isVisible()
    assert about.copied.text() == "Copied"
    assert VERSION in QGuiApplication.clipboard().text()


def test_that_diagnostics_name_versions_system_screen_theme_and_settings(qapp):
    text = diagnostics_text(Appearance("dark"), Settings())
    for name, version in versions().items():
        assert f"{name} {version}" in text
    assert platform.system() in text
    assert "Screen: " in text
    assert "Theme: dark" in text
    assert Settings().path.replace(str(Path.home()), "~") in text
    assert "a temporary profile" in diagnostics_text(Appearance("dark"), Settings(temporary=True))


def test_that_diagnostics_do_not_name_the_home_folder(qapp):
    trace = f'File "{Path.home() / "deep" / "file.py"}", line 3'
    text = diagnostics_text(Appearance("light"), Settings(temporary=True), trace)
    assert str(Path("~") / "deep" / "file.py") in text
    assert str(Path.home()) + "/deep" not in text


@pytest.mark.parametrize(
    ("text", "home", "expected"),
    [
        ("/people/ann/x.py", "/people/ann", "~/x.py"),
        ('File "/people/ann/x.py"', "/people/ann", 'File "~/x.py"'),
        ("/people/anna/x.py", "/people/ann", "/people/anna/x.py"),
        ("/data/people/ann/x.py", "/people/ann", "/data/people/ann/x.py"),
        ("log: /people/ann", "/people/ann", "log: ~"),
        ("anything / else", "/", "anything / else"),
    ],
)
def test_that_only_the_home_folder_itself_is_shortened(text, home, expected):
    assert without_home(text, Path(home)) == expected


def test_that_paragraphs_of_a_typed_page_are_joined_and_lists_are_not():
    page = (
        "Permission is granted to everybody who obtains a copy of this\nsoftware.\n\n"
        "1) The first of the conditions, which is long enough for two of\nthem.\n2) The second.\n"
    )
    joined = in_paragraphs(page).splitlines()
    assert joined[0].endswith("a copy of this software.")
    assert joined[2].endswith("for two of them.")
    assert joined[3] == "2) The second."


def test_that_it_has_no_button_of_the_systems_own_look(about):
    assert {type(button).__module__ for button in about.findChildren(QAbstractButton)} == {
        "gui.widgets.button"
    }


def test_that_a_text_in_markdown_follows_the_theme(qtbot):
    appearance = Appearance("light")
    view = MarkdownText(appearance)
    qtbot.addWidget(view)
    view.show_markdown("# Head\n\n| a | b |\n| --- | --- |\n| 1 | `2` |\n")
    appearance.choose("dark")
    assert view.palette().text().color() == appearance.theme.color("ink")
    assert view.toPlainText().split() == ["Head", "a", "b", "1", "2"]
    assert view.textCursor().charFormat().font().pixelSize() == 15
