"""The project is saved, lost, and opened again with the very same numbers."""

from __future__ import annotations

from gui.projects.saver import Outcome
from gui.smoke.ground import CheckError, Ground, Until, Walk, are_same, parameters_of


def check_saving(ground: Ground) -> Walk:
    """The window's own way into a file, behind its file dialog."""
    projects = ground.window.projects
    outcomes: list[Outcome] = []
    ground.snapshot, ground.view = ground.newest, projects.view_now()
    connection = projects.saver.written.connect(outcomes.append)
    projects.saving.save_to(ground.project)
    yield Until(lambda: bool(outcomes), lambda: f"the file was not written{ground.said}")
    projects.saver.written.disconnect(connection)
    if outcomes[0].fault:
        raise CheckError(outcomes[0].fault)
    yield ground.rest("the save")
    if projects.path != ground.project or projects.changes.is_unsaved:
        raise CheckError("the window does not take the file for its own")
    size = ground.project.stat().st_size
    return f"{ground.project.name}, {size / 1000:.0f} kB, after update {ground.snapshot.iteration}"


def check_opening(ground: Ground) -> Walk:
    """A new project takes its place; then the file is opened, and everything is what it was."""
    window, saved = ground.window, ground.snapshot
    assert saved is not None
    window.projects.new()
    yield ground.rest("the new project")
    is_new = window.projects.path is None
    if not is_new or are_same(parameters_of(ground.newest), parameters_of(saved)):
        raise CheckError(f"no new project was begun before{ground.said}")
    window.files.open(ground.project)
    yield ground.rest("reading")
    if window.projects.path != ground.project:
        raise CheckError(f"the window did not take it{ground.said}")
    opened = ground.newest
    if not are_same(parameters_of(opened), parameters_of(saved)):
        raise CheckError("the weights are not those that were saved")
    if (opened.iteration, opened.cost_train) != (saved.iteration, saved.cost_train):
        raise CheckError(f"J is {opened.cost_train} after update {opened.iteration}, another moment")
    yield Until(lambda: not _changed(ground), lambda: f"other than saved: {', '.join(_changed(ground))}")
    return f"{len(parameters_of(opened))} arrays, equal to the last bit"


def _changed(ground: Ground) -> list[str]:
    """What of the window is not as it was saved."""
    before, now = ground.view or {}, ground.window.projects.view_now()
    return sorted(key for key in {*before, *now} if before.get(key) != now.get(key))
