"""The bar over a lesson: the scene's run, which lesson, the presenter's notes, and the way to the playground.

It knows no scene but what `set_controls`, `set_running` and `set_counter` say; what a person does goes out as signals.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.course.counter import Counter
from gui.labs.halos import Halos
from gui.labs.run_button import PAUSE, RUN, STOP
from gui.widgets import Button, Caption, Combo, LabeledControl, RowBar

COMBO_WIDTH = 176  # at least; where there is room, what the longest name takes
PLAY = "Play"
ICONS = {PAUSE: "pause", STOP: "stop"}
PLACES = {"train": "Train", "step": "Step", "graph": "Graph"}
WORDS = {"contents": "Contents", "notes": "Notes", "again": "Reset the scene"}
# Whose words are shown, the wider the bar the more.
LEVELS = (("contents", "notes", "again"), ("contents", "notes"), ("contents",), ())


class CourseBar(RowBar):
    """Signals: restart_requested(), with the settings of now; reset_requested(), as the lesson set it up;
    run_requested() (run or pause), update_requested(), previous_requested(), next_requested() (steps of a scene),
    lesson_chosen(slug), contents_requested(), notes_toggled(bool), playground_requested().
    """

    restart_requested = Signal()
    reset_requested = Signal()
    run_requested = Signal()
    update_requested = Signal()
    previous_requested = Signal()
    next_requested = Signal()
    lesson_chosen = Signal(str)
    contents_requested = Signal()
    notes_toggled = Signal(bool)
    playground_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._controls: frozenset[str] = frozenset()
        self._counts = True
        self._halos = Halos(appearance, self)
        self._lit: frozenset[str] = frozenset()
        self._build()
        self._name_controls()
        self._lay_out()
        self._connect()
        self._place = " "
        self._show_controls()
        self.set_place("")

    def set_lessons(self, lessons: Sequence[tuple[str, str]]) -> None:
        """Offer these lessons: (slug, name)."""
        self.lesson.set_items(list(lessons))
        self._fit()

    def set_lesson(self, slug: str, alone: str = "") -> None:
        """Show which lesson is open. alone: the title of a lab without one."""
        self.lesson.set_key(slug)
        self._labeled_lesson.setVisible(not alone)
        self.title.set_text(alone)
        self.title.setVisible(bool(alone))
        self.notes.setVisible(not alone)
        self._fit()

    def set_controls(self, controls: Collection[str]) -> None:
        """What makes sense in this scene: "run", "update", "steps"."""
        if frozenset(controls) == self._controls:
            return
        self._controls = frozenset(controls)
        self._show_controls()

    def _show_controls(self) -> None:
        steps = "steps" in self._controls
        for widget, shown in (
            (self.run, bool(self._controls & {"run", "steps"})),
            (self.update_button, "update" in self._controls),
            (self.previous, steps),
            (self.next, steps),
        ):
            widget.setVisible(shown)
        self._show_counter()
        self.set_running(is_running=False)
        self._fit()

    def set_running(self, *, is_running: bool, end_word: str = PAUSE) -> None:
        """Show whether the scene goes on by itself. end_word: what ends that."""
        begin = PLAY if "steps" in self._controls else RUN
        self.run.set_text(end_word if is_running else begin)
        self.run.set_icon(ICONS[end_word] if is_running else "play")
        self.run.setAccessibleName(self.run.text())
        self.run.setMinimumWidth(max(self.run.width_for(word) for word in (begin, PAUSE)))

    def set_counter(self, caption: str, text: str) -> None:
        """What the scene counts; "" for nothing."""
        self.counter.set_counter(caption, text)
        if bool(caption) != self._counts:
            self._counts = bool(caption)
            self._show_counter()
            self._fit()

    def _show_counter(self) -> None:
        """The counter with its rule: where there is nothing to count there is no cell for it."""
        for widget in (self.counter, self._rule):
            widget.setVisible(self._counts and bool(self._controls))

    def set_place(self, place: str) -> None:
        """Where the scene can be taken: "train", "step", "graph", "" for nowhere."""
        if place == self._place:
            return
        self._place = place
        self.playground.setVisible(bool(place))
        if place:
            self.playground.set_text(f"Open in {PLACES[place]}")
            self.playground.set_icon(place)
            self.playground.setAccessibleName(self.playground.text())
        self._fit()

    def light(self, names: Collection[str]) -> None:
        """Put the yellow halo round "run", "update" or "reset", where the text speaks of them; off the others."""
        if frozenset(names) == self._lit:
            return
        self._lit = frozenset(names)
        known = {"run": self.run, "update": self.update_button, "reset": self.reset}
        self._halos.show_round(known[name] for name in sorted(names) if name in known)

    def set_notes(self, *, shown: bool) -> None:
        """Show whether the presenter's notes are shown."""
        self.notes.setChecked(shown)

    def _build(self) -> None:
        look = self._appearance
        self.reset = Button(look, "", "reset")
        self.run = Button(look, "Run", "play", "primary", "Space")
        self.update_button = Button(look, "One update", "update_step", key=".")
        self.previous = Button(look, "", "previous")
        self.next = Button(look, "", "next")
        self.counter = Counter(look)
        self.lesson = Combo(look)
        self.lesson.setFixedWidth(COMBO_WIDTH)
        self._labeled_lesson = LabeledControl(look, "Lesson", self.lesson)
        self.title = Caption(look, "", "title", "ink", height=self.minimumHeight() - 1)
        self.contents = Button(look, WORDS["contents"], "contents", "flat")
        self.notes = Button(look, WORDS["notes"], "note", "flat")
        self.notes.setCheckable(True)
        self.again = Button(look, WORDS["again"], "undo", "flat")
        self.playground = Button(look, "Open in Train", "train")

    def _name_controls(self) -> None:
        self._name(
            (self.reset, "Begin again", "Begin again with the settings of now (R)"),
            (self.run, "Run", "Let the scene run, or pause it (Space)"),
            (self.update_button, "One update", "One update of the scene (.)"),
            (self.previous, "One step back", "One step of the scene back"),
            (self.next, "One step on", "One step of the scene on (.)"),
            (self.lesson, "Lesson", "Open another lesson"),
            (self.contents, "Contents", "All chapters, lessons and labs"),
            (self.notes, "Notes", "Show the presenter's note below the text"),
            (self.again, "Reset the scene", "Everything as the lesson set it up"),
            (self.playground, "Open in Train", "Take this into the playground, as it is now"),
        )

    def _lay_out(self) -> None:
        self._add(self.reset, self.previous, self.run, self.next, self.update_button)
        self._rule = self._add_rule()
        self._add(self.counter)
        self._add_rule()
        self._add(self._labeled_lesson, self.title)
        self._row.addStretch(1)
        self._add(self.contents, self.notes, self.again, self.playground)

    def _connect(self) -> None:
        self.reset.clicked.connect(self.restart_requested)
        self.again.clicked.connect(self.reset_requested)
        self.run.clicked.connect(self.run_requested)
        self.update_button.clicked.connect(self.update_requested)
        self.previous.clicked.connect(self.previous_requested)
        self.next.clicked.connect(self.next_requested)
        self.lesson.key_chosen.connect(self.lesson_chosen)
        self.contents.clicked.connect(self.contents_requested)
        self.notes.clicked.connect(self.notes_toggled)
        self.playground.clicked.connect(self.playground_requested)

    def _fit(self) -> None:
        """The flat buttons lose their words where there is too little room, the last one first; what is left over
        lets the lesson's name be read as a whole.
        """
        self.lesson.setFixedWidth(COMBO_WIDTH)
        flat = {"contents": self.contents, "notes": self.notes, "again": self.again}
        for words in LEVELS:
            for key, button in flat.items():
                button.set_text(WORDS[key] if key in words else "")
            if self._has_room():
                break
        spare = max(0, self.width() - self._needed())
        wanted = self.lesson.sizeHint().width()
        self.lesson.setFixedWidth(max(COMBO_WIDTH, min(wanted, COMBO_WIDTH + spare)))

    def minimumSizeHint(self) -> QSize:
        return QSize(640, self.minimumHeight())
