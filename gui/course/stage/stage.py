"""The stage: the live scene of a lesson's page, whatever kind it is, behind one face.

Scenes are made when the first of their kind is shown and kept; train and step scenes share one run with its thread.
A scene that can't be shown is a sentence on the stage, never an exception.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent, QUndoStack
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from engine.lessons.lesson import GraphValues, LabValues, Scene, StepValues, TrainValues
from engine.setup import Setup
from gui.appearance import Appearance
from gui.course.stage.capture import scene_of
from gui.course.stage.lab_scene import LabScene
from gui.course.stage.notice import Notice
from gui.course.stage.scene import StageScene
from gui.course.stage.scene_run import SceneRun
from gui.course.stage.stage_face import Opened, StageFace
from gui.course.stage.step_scene import StepScene
from gui.course.stage.train_scene import TrainScene
from gui.step.number_format import NumberFormat
from gui.training.run_state import RunState

if TYPE_CHECKING:
    from gui.graph.state import GraphState

log = logging.getLogger(__name__)


class Stage(StageFace):
    """Signals: changed(), what the stage says of itself is new (controls, state, counter, status_parts);
    told(str), one line for the status bar; failed(str), why the scene can't be shown, which the stage says, too.
    """

    view_name = "Stage"
    changed = Signal()
    told = Signal(str)
    failed = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._format = NumberFormat()
        self._run: SceneRun | None = None
        self._playground: Setup | None = None
        self._scenes: dict[type, StageScene] = {}
        self._said = ""
        self.notice = Notice(appearance, self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.notice)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    @property
    def undo_stack(self) -> QUndoStack | None:
        """The edits of this scene, where it has any."""
        return self._run.undo_stack if self._run is not None and self.kind == "train" else None

    def show_scene(self, scene: Scene) -> None:
        """Open a scene; one that keeps the scene before leaves it as it is, if that one is still there."""
        values = scene.opened_with
        self._lit = scene.lit
        self._say_nothing()
        if scene.kind == "same" and self._scene is not None and values == self._opened:
            self._light()
            self.changed.emit()
        else:
            self._open(values)

    @Slot()
    def reset(self) -> None:
        """The scene as it was opened."""
        if self._opened is not None:
            self._say_nothing()
            self._open(self._opened, anew=True)

    @Slot()
    def restart(self) -> None:
        """From its beginning again, with the settings of now."""
        if self._scene is not None and self._scene.is_ready:
            self._say_nothing()
            self._keep_keyboard()
            self._scene.restart()
            self._show()

    def capture(self) -> Scene | None:
        """The present state as a scene; None where there is none."""
        if self._scene is None or not self._scene.is_ready:
            return None
        return scene_of(self._scene.values())

    def take(self) -> Setup | GraphState | None:
        """What Train, Step or Graph open to go on from here: a set-up with the weights of now, or a graph."""
        return None if self._scene is None or not self._scene.is_ready else self._scene.take()

    @Slot()
    def run(self) -> None:
        """Go on by itself."""
        if self._scene is not None:
            self._scene.run()

    @Slot()
    def pause(self) -> None:
        """Stand still."""
        if self._scene is not None:
            self._scene.pause()

    @Slot()
    def step_once(self) -> None:
        """One update."""
        if self._scene is not None:
            self._scene.step_once()

    @Slot()
    def next_step(self) -> None:
        """One row or event forwards."""
        if self._scene is not None:
            self._scene.next_step()

    @Slot()
    def previous_step(self) -> None:
        """One row or event backwards."""
        if self._scene is not None:
            self._scene.previous_step()

    @Slot()
    def on_painted(self) -> None:
        """A frame of the window is on the screen: what trains may go on."""
        if self._run is not None:
            self._run.on_painted()

    def set_number_format(self, number_format: NumberFormat) -> None:
        """Write the numbers of steps with other decimals."""
        self._format = number_format
        scene = self._scenes.get(StepValues)
        if isinstance(scene, StepScene):
            scene.set_number_format(number_format)

    def set_playground(self, setup: Setup) -> None:
        """The playground's network with its weights of now, for labs that look at it."""
        self._playground = setup
        labs = self._scenes.get(LabValues)
        if isinstance(labs, LabScene):
            labs.set_playground(setup)

    def close_down(self) -> None:
        """End every thread; the stage is not used any more."""
        for scene in self._scenes.values():
            scene.close_down()
        if self._run is not None:
            self._run.close_down()

    def _open(self, values: Opened, *, anew: bool = False) -> None:
        self._keep_keyboard()
        try:
            scene = self._scene_for(values)
            if self._scene is not None and self._scene is not scene:
                self._scene.leave()
            self._scene, self._opened = scene, values
            (scene.reset if anew else scene.open)(values)
        except Exception as error:  # whatever a lesson asks for, the window lives on and says it
            if not isinstance(error, ValueError):
                log.exception("a scene could not be opened")
            self._fail(str(error) or type(error).__name__)
            return
        self._show()

    def _keep_keyboard(self) -> None:
        """What is hidden hands the keyboard on to anything; the stage keeps it."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _scene_for(self, values: Opened) -> StageScene:
        kind = type(values)
        if kind not in self._scenes:
            self._scenes[kind] = scene = self._make(kind)
            scene.hide()
            scene.changed.connect(self._on_changed)
            scene.lights_moved.connect(self._light)
            scene.told.connect(self._say)
            scene.failed.connect(self._fail)
            self._stack.addWidget(scene)
        return self._scenes[kind]

    def _make(self, kind: type) -> StageScene:
        if kind is LabValues:
            return LabScene(self._appearance, self, self._playground)
        if kind is GraphValues:
            from gui.course.stage.graph_scene import GraphScene  # few lessons have graphs

            return GraphScene(self._appearance, self)
        if self._run is None:
            self._run = SceneRun(self)
            self._run.set_painting(self.isVisible())
            self._run.opened.connect(self._show)
            self._run.failed.connect(self._fail)
            self._run.state_changed.connect(self._on_state)
        if kind is TrainValues:
            return TrainScene(self._appearance, self._run, self)
        scene = StepScene(self._appearance, self._run, self)
        scene.set_number_format(self._format)
        return scene

    @Slot()
    def _show(self) -> None:
        """Bring the scene to the front as soon as there is something in it."""
        if self._scene is None:
            return
        is_ready = self._scene.is_ready
        if not is_ready:
            self.notice.say("")
        self._stack.setCurrentWidget(self._scene if is_ready else self.notice)
        self._light()
        self.changed.emit()

    @Slot()
    def _light(self) -> None:
        if self._scene is not None and self._scene.is_ready:
            self._scene.light(self._lit)

    @Slot()
    def _on_changed(self) -> None:
        if self.sender() is not self._scene:
            return
        if self._stack.currentWidget() is not self._scene:
            self._show()
        self.changed.emit()

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        if self._scene is not None:
            self._scene.leave()
        self._scene = None
        self.notice.say(f"This scene can't be shown: {sentence}")
        self._stack.setCurrentWidget(self.notice)
        self.failed.emit(sentence)
        self.changed.emit()

    @Slot(str)
    def _say(self, text: str) -> None:
        self._said = text
        self.told.emit(text)

    def _say_nothing(self) -> None:
        """What a scene said of itself is not true of the next one; what others said stays."""
        if self._said:
            self._say("")

    @Slot(object, str)
    def _on_state(self, state: RunState, detail: str) -> None:
        if state is RunState.FAILED and self.kind in ("train", "step"):
            self._fail(detail)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._run is not None:
            self._run.set_painting(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pause()
        self._say_nothing()
        if self._run is not None:
            self._run.set_painting(False)
