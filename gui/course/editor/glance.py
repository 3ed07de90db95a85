"""The page of a half-written lesson where the cursor stands: its words also where its block has a fault. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from engine.lessons import LessonFault, Scene
from engine.lessons.errors import Faults
from engine.lessons.pages import Page, split_file
from engine.lessons.reading import Examined, examine
from gui.course.editor.draft import fault_in, page_at, title_of

NO_PAGE = "no page yet: one begins with # and its title"


@dataclass(frozen=True)
class Glance:
    """What the preview shows. scene: None where its block can't be read, which fault tells."""

    crumb: str = ""
    count: str = ""
    title: str = ""
    text: str = ""
    scene: Scene | None = None
    fault: str = ""


class HalfWritten:
    """A text as far as it can be read; `at` gives the page of a line."""

    def __init__(self, text: str = "") -> None:
        self._title = title_of(text)
        self._examined: Examined = examine(text, "This lesson")
        self._pages: list[Page] = split_file(text, Faults()).pages
        self._faults: list[LessonFault] = self._examined.faults.in_order()

    def at(self, line: int) -> Glance:
        """The page that a line, from 1, belongs to."""
        pages = self._pages
        if not pages:
            return Glance(self._title, fault=NO_PAGE)
        index = page_at(pages, line)
        page = pages[index]
        scenes = (read.scene for read in self._examined.scenes if read.page.line == page.line)
        scene = next(scenes, None)
        text = "\n".join(words for _, words in page.text)
        fault = "" if scene is not None else fault_in(self._faults, pages, index)
        return Glance(self._title, f"page {index + 1} of {len(pages)}", page.title, text, scene, fault)
