"""A lesson of the course, page by page, with its scenes alive."""

from __future__ import annotations

from engine.lessons import Scene
from gui.course.library import Entry
from gui.course.stage.stage import Stage
from gui.smoke.ground import CheckError, Ground, Until, Walk


def check_lesson(ground: Ground) -> Walk:
    """The lesson with scenes of the most kinds: every page of it, and an update in a scene that trains."""
    workspaces = ground.window.workspaces
    workspaces.show("course")
    course = workspaces.course_place.course
    yield Until(lambda: bool(course.library.entries), lambda: f"there are no lessons{ground.said}")
    entry = max(course.library.entries, key=lambda entry: len(_kinds(entry)))
    course.open_lesson(entry.slug, 0)
    for index, scene in enumerate(entry.lesson.scenes):
        if index:
            workspaces.step_to("next_page")
        yield from _scene_stands(course.stage, scene, f"{course.place}")
        if scene.kind == "train":
            yield from _one_update(ground, course.stage)
    yield ground.rest("the lesson")
    if course.lessons.index != len(entry.lesson.scenes) - 1:
        raise CheckError(f"its last page was not reached: {course.place}")
    return f"{course.place}, with {', '.join(sorted(_kinds(entry)))}"


def _kinds(entry: Entry) -> set[str]:
    return {scene.kind for scene in entry.lesson.scenes}


def _scene_stands(stage: Stage, scene: Scene, place: str) -> Walk:
    def is_there() -> bool:
        if stage.scene is None and stage.notice.text():
            raise CheckError(f"{place}: {stage.notice.text()}")
        is_right = scene.kind in (stage.kind, "same")
        return is_right and stage.scene is not None and stage.scene.is_ready and stage.scene.isVisible()

    yield Until(is_there, lambda: f"{place}: the scene did not come")
    return place


def _one_update(ground: Ground, stage: Stage) -> Walk:
    if stage.is_running:
        ground.window.workspaces.run_or_play()
        yield Until(lambda: not stage.is_running, lambda: "the scene could not be paused")
    yield ground.rest("the scene")
    before = stage.counter_text
    ground.window.workspaces.update_once()
    yield Until(lambda: stage.counter_text != before, lambda: f"the scene stays at update {before}")
    return stage.counter_text
