"""Projects: the files (.chalk) that keep a set-up, its run, the view and notes, exactly. See docs/project-format.md.

`write_project` and `save_project` may be called on any thread, with a state that `Session.project_state` copied;
`read_project` and `resume` too. Each raises `ProjectError` alone, and then nothing was changed.
"""

from engine.project.errors import ProjectError
from engine.project.migrations import VERSION
from engine.project.project import SUFFIX, Project, is_project_file
from engine.project.reading import parse_project, read_project
from engine.project.resuming import resume
from engine.project.saving import FileStamp, save_project, stamp_of
from engine.project.writing import write_project

__all__ = [
    "SUFFIX",
    "VERSION",
    "FileStamp",
    "Project",
    "ProjectError",
    "is_project_file",
    "parse_project",
    "read_project",
    "resume",
    "save_project",
    "stamp_of",
    "write_project",
]
