"""Course in the window: lessons and labs beside what they drive; into the playground and back; new lessons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from engine.setup import Setup
from gui.graph.state import GraphState
from gui.options import Options
from gui.status_texts import Stepping
from gui.tab_order import Part
from gui.workspaces.place import Place
from gui.workspaces.step_view import view_of_step

if TYPE_CHECKING:
    from engine.lessons import Scene
    from gui.course.workspace import CourseWorkspace
    from gui.main_window import MainWindow
    from gui.step.number_format import NumberFormat

STATES = {"diverged": "Diverged", "failed": "Stopped by an error", "finished": "Finished", "idle": "Ready"}
STEPS = ("next_step", "previous_step", "first_step", "last_step")  # also the names of a scene's methods


class CoursePlace(Place):
    """Course in one window."""

    key = "course"
    has_steps = True
    has_pages = True
    can_reset = True

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._course: CourseWorkspace | None = None
        self._start: Options | None = None

    @property
    def course(self) -> CourseWorkspace:
        """The workspace, made when it is first asked for."""
        if self._course is None:
            self._course = self._build()
        return self._course

    def prepare(self) -> None:
        _ = self.course

    def widgets(self) -> Sequence[QWidget]:
        return (self.course,)

    def focus(self) -> QWidget:
        return self.course

    def enter(self) -> None:
        from gui.course.stage.capture import with_weights

        self._window.controller.pause()
        self.course.set_playground(with_weights(self._window.document.setup, self._window.last_snapshot))
        start, self._start = self._start, None
        if start is not None and start.lesson:
            self.course.open_lesson(start.lesson, start.row - 1)
        elif start is not None and start.lab:
            self.course.open_lab(start.lab)

    def leave(self) -> None:
        if self.course.pages.has_stage:
            self.course.stage.pause()

    def start_in(self, options: Options) -> None:
        self._start = options

    def view(self) -> dict[str, Any]:
        if self._course is None or self._course.shown != "lesson":
            return {}
        lessons = self._course.lessons
        if lessons.entry is None:
            return {"lab": lessons.lab}
        return {"lesson": lessons.entry.slug, "page": lessons.index}

    def take_view(self, view: Mapping[str, Any]) -> None:
        from engine.labs.table import LABS

        lesson, lab, page = view.get("lesson"), view.get("lab"), view.get("page")
        self._start = None
        if isinstance(lesson, str) and lesson:
            self._start = Options(lesson=lesson, row=page + 1 if isinstance(page, int) else 1)
        elif isinstance(lab, str) and lab in LABS:
            self._start = Options(lab=lab)
        elif (
            self._course is not None and self._course.shown != "editor"
        ):  # what is written there is nobody's project
            self._course.show_contents()

    @property
    def keeps_save_key(self) -> bool:
        return self._course is not None and self._course.shown == "editor"

    def open_file(self, path: Path) -> None:
        """Open a lesson from anywhere."""
        self._window.workspaces.show(self.key)
        self.course.open_file(path)

    @Slot()
    def new_lesson(self) -> None:
        """A new lesson whose first page is what the window shows."""
        page = self._screen()
        self._window.workspaces.show(self.key)
        self.course.writing.new_with(page)

    def tab_parts(self) -> list[Part]:
        return self.course.tab_parts()

    def title(self) -> str:
        return self.course.title

    def standing(self) -> Stepping | None:
        course = self.course
        state = course.stage.state if course.shown == "lesson" else ""
        return Stepping(
            course.status_parts(),
            course.place or course.title,
            course.place,
            0,
            course.is_running,
            of_run=False,
            resting=STATES.get(state, "Paused") if state else "Course",
            playing="Running",
        )

    @property
    def undo_stack(self) -> QUndoStack | None:
        return self.course.stage.undo_stack if self.course.pages.has_stage else None

    def run_or_play(self) -> None:
        self.course.run_or_pause()

    def update_once(self) -> None:
        self.course.update_once()

    def reset(self) -> None:
        """The scene from its beginning, with the settings of now."""
        if self.course.shown == "lesson":
            self.course.stage.restart()

    def epoch_once(self) -> None:
        """There is no key for it in a lesson."""

    def step_to(self, key: str) -> None:
        course = self.course
        has_steps = course.shown == "lesson" and "steps" in course.stage.controls
        if has_steps and key in STEPS and course.stage.scene is not None:
            getattr(course.stage.scene, key)()
        elif key in ("next_step", "next_page"):
            course.next_page()
        elif key in ("previous_step", "previous_page"):
            course.previous_page()

    def on_painted(self) -> None:
        self.course.on_painted()

    def set_number_format(self, number_format: NumberFormat) -> None:
        """Write the numbers of steps with other decimals, once there are any."""
        if self._course is not None and self._course.pages.has_stage:
            self._course.stage.set_number_format(number_format)

    @property
    def is_settled(self) -> bool:
        return self._course is None or self._course.is_settled

    def may_close(self) -> bool:
        pages = self._course.pages if self._course is not None else None
        if pages is None or not pages.has_editor or not pages.editor.has_changes:
            return True
        self._window.workspaces.show(self.key)
        pages.show_editor()
        pages.editor.leave(self._close_window)
        return False

    @Slot()
    def _close_window(self) -> None:
        self._window.close()

    def close(self) -> None:
        if self._course is not None:
            self._course.close_down()

    def _build(self) -> CourseWorkspace:
        from gui import formulas

        formulas.shelf().read_ahead(formulas.COURSE)
        from engine.data.location import lesson_folder
        from gui.course.library import LessonFolders
        from gui.course.workspace import CourseWorkspace  # a part of a start that few need

        window = self._window
        folders = LessonFolders(lesson_folder(), user_lesson_folder())
        course = CourseWorkspace(window.appearance, window.settings, folders, window.centralWidget())
        course.hide()  # or its new parent would show it
        window.add_workspace(course)
        course.writing.set_screen(self._screen)
        course.status_changed.connect(self._on_status)
        course.run_changed.connect(self._on_status)
        course.told.connect(window.status.show_message)
        course.playground_requested.connect(self._on_playground)
        return course

    def _screen(self) -> str:
        """What the playground, or the lesson's own scene, shows now, as the text of a lesson's page; "" for nothing."""
        from engine.lessons import write_scene
        from engine.setup import SetupError

        try:
            scene = self._scene_of_screen()
            return write_scene(scene) if scene is not None else ""
        except SetupError as error:
            self._window.status.show_message(str(error), "err")
            return ""

    def _scene_of_screen(self) -> Scene | None:
        from gui.course.stage.capture import capture_playground

        window, workspaces = self._window, self._window.workspaces
        is_here = workspaces.current == self.key
        if is_here and self.course.shown == "lesson":
            return self.course.stage.capture()
        place = workspaces.last_playground if is_here else workspaces.current
        step = workspaces.step if place == "step" else None
        return capture_playground(
            place,
            window.document.setup,
            window.last_snapshot,
            tape=step.tape if step is not None else None,
            row=step.stepper.index if step is not None else 0,
            cell=step.stepper.cell if step is not None else None,
            pencil=step is not None and step.pencil.is_on,
            graph=workspaces.graph_place.graph.state() if place == "graph" else None,
        )

    @Slot()
    def _on_status(self) -> None:
        if self._window.workspaces.place is self:
            self._window.workspaces.follow_undo()
            self._window.workspaces.tell_status()

    @Slot(object)
    def _on_playground(self, taken: Setup | GraphState) -> None:
        from gui.course.stage.step_scene import StepScene

        workspaces = self._window.workspaces
        name = self.course.place or "the lesson"
        if isinstance(taken, GraphState):
            workspaces.graph_place.open_state(taken)
        elif isinstance(scene := self.course.stage.scene, StepScene):
            workspaces.step_place.open_setup(taken, f"Take over {name}", view=view_of_step(scene))
        else:
            self._window.take_setup(taken, f"Take over {name}")
            workspaces.show("train")


def user_lesson_folder() -> Path:
    """Where the person's own lessons lie."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(place) / "lessons"
