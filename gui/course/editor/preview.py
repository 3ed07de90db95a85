"""How the page under the cursor will look: its text, its scene, or both where there is room."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.lessons import Scene
from gui.appearance import Appearance
from gui.course.editor.glance import Glance
from gui.course.page_text import PageText
from gui.course.question.answer import Answer
from gui.course.reading_column import NARROWEST, WIDEST, WIDTH
from gui.course.stage.stage import Stage
from gui.widgets import PanelHeader, Segmented, Separator

BOTH = WIDTH + 760  # from this width on text and scene stand side by side
TEXT, SCENE = "text", "scene"


class Preview(QWidget):
    """`show_page` shows a page; the stage is lent by `take_stage`."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage: Stage | None = None
        self._scene: Scene | None = None
        self._staged: Scene | None = None
        self.head = PanelHeader(appearance, "Preview")
        self.choice = Segmented(appearance, [(TEXT, "Text"), (SCENE, "Scene")])
        self.choice.setAccessibleName("Preview of")
        self.head.add_widget(self.choice)
        self.page = PageText(appearance)
        self.page.setMinimumWidth(NARROWEST)
        self.page.setMaximumWidth(WIDEST)
        self._body = QHBoxLayout()
        self._body.setSpacing(0)
        self._body.addWidget(self.page, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Separator(appearance))
        column.addLayout(self._body, 1)
        self.choice.chosen.connect(self._arrange)

    def take_stage(self, stage: Stage) -> None:
        """Show scenes on this stage from now on; it comes when the first scene is wanted, as a move costs a blink."""
        self._stage, self._staged = stage, None
        self._arrange()

    @property
    def _has_stage(self) -> bool:
        return self._stage is not None and self._body.indexOf(self._stage) >= 0

    def show_page(self, glance: Glance) -> None:
        """Show a page."""
        scene = glance.scene
        self.head.set_subtitle(glance.fault or glance.count)
        question = scene.question if scene is not None else None
        self.page.set_page(glance.crumb, glance.count, glance.title, glance.text, question, Answer())
        self.page.set_note(scene.note if scene is not None else "", shown=True)
        self._scene = scene
        self._stage_it()

    @Slot()
    def _arrange(self) -> None:
        both = self.width() >= BOTH
        self.choice.setVisible(not both)
        shows_scene = both or self.choice.key() == SCENE
        self.page.setVisible(both or not shows_scene)
        if self._stage is not None and shows_scene and self._body.indexOf(self._stage) < 0:
            self._body.addWidget(self._stage, 3)
        if self._has_stage:
            assert self._stage is not None
            self._stage.setVisible(shows_scene)
        self._stage_it()

    def _stage_it(self) -> None:
        """A scene is opened when it is seen, and not again for a change of the words beside it."""
        if self._stage is None or not self._has_stage or self._stage.isHidden() or self._scene is None:
            return
        same = self._staged is not None and self._staged.opened_with == self._scene.opened_with
        if not same or self._staged is None or self._staged.lit != self._scene.lit:
            self._staged = self._scene
            self._stage.show_scene(self._scene)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
