"""The bar at the bottom: the run's state, its speed, J and |dW| at the left, sizes at the right, messages between."""

from __future__ import annotations

import math

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.data import Dataset
from engine.setup import Setup
from engine.snapshot import Divergence, Snapshot
from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.status_texts import Part, Stepping, advice, number_parts, setup_text, state_word, stepping_advice
from gui.theme import Theme
from gui.widgets.painting import RIGHT, draw_text, follow, text_width
from gui.window_size import STATUS_HEIGHT

HEIGHT, PADDING, GAP = STATUS_HEIGHT, 16, 20
DOT, DOT_GAP, MARK = 8, 7, 13
TEXT_INTERVAL = 240  # ms: numbers as text change about four times a second
MESSAGE_TIME = 8000  # ms, for messages that only inform
STATE_COLORS = {"running": "run", "diverged": "warn", "failed": "err"}
ENDED = ("diverged", "failed")  # states that are said in Step, too
MESSAGE_COLORS = {"info": "ink2", "warn": "warn", "err": "err"}


class StatusBar(QWidget):
    """Painted as one widget; `show_snapshot` may be called every frame."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._state, self._detail = "idle", ""
        self._snapshot: Snapshot | None = None
        self._parts: tuple[Part, ...] = ()
        self._setup_text = ""
        self._stepping: Stepping | None = None
        self._under_mouse = ""
        self._corner: QWidget | None = None
        self._message, self._kind = "", "info"
        self._since_text = QElapsedTimer()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._refresh_numbers)
        self._message_end = QTimer(self)
        self._message_end.setSingleShot(True)
        self._message_end.timeout.connect(self.clear_message)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Status")
        self.setToolTip(
            "J: the cost over the training examples. |dW|: the root of the sum of all squares in dW[1] ... dW[L]"
        )
        follow(self, appearance)

    @property
    def message(self) -> str:
        """The message that shows, "" for none."""
        return self._message

    def set_state(self, state: str, detail: str = "") -> None:
        """Say a run's state: idle, running, paused, finished, diverged or failed, and what belongs to it."""
        if (state, detail) != (self._state, self._detail):
            self._state, self._detail = state, detail
            self._refresh_numbers()
            self._since_text.invalidate()

    def set_setup(self, setup: Setup, dataset: Dataset) -> None:
        """Say the sizes of network and data; the numbers of the network before it go."""
        self._setup_text = setup_text(setup, dataset)
        self._snapshot = None
        self._refresh_numbers()
        self._since_text.invalidate()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take new numbers; the text follows about four times a second."""
        self._snapshot = snapshot
        if not self._since_text.isValid() or self._since_text.elapsed() >= TEXT_INTERVAL:
            self._refresh_numbers()
        elif not self._late.isActive():
            self._late.start(TEXT_INTERVAL)

    def set_stepping(self, stepping: Stepping | None) -> None:
        """Say where on the tape the window stands, instead of the run's numbers; None: the run again."""
        self._stepping = stepping
        self._refresh_numbers()
        self._since_text.invalidate()

    def show_under_mouse(self, text: str) -> None:
        """Say what is under the mouse, as long as there is no message; "" if nothing."""
        self._under_mouse = text
        self.update()

    def set_corner(self, widget: QWidget) -> None:
        """Put a control into the right corner; its owner shows and hides it."""
        self._corner = widget
        widget.setParent(self)
        self._place_corner()

    def show_message(self, text: str, kind: str = "info") -> None:
        """Show one sentence. kind: "info" (goes by itself), "warn" or "err" (stay until the next message)."""
        self._message, self._kind = text, kind
        self._message_end.stop()
        if kind == "info" and text:
            self._message_end.start(MESSAGE_TIME)
        self.setAccessibleDescription(text)
        self.update()

    def clear_message(self) -> None:
        """Take the message away."""
        self.show_message("")

    def texts(self) -> tuple[str, ...]:
        """What stands in the bar from left to right, as plain text."""
        left = ["".join(piece for piece, _ in part) for part in self._parts]
        return (self._state_text(), *left, self._middle_text()[0], self._right_text())

    def _right_text(self) -> str:
        return self._setup_text if self._stepping is None else self._stepping.what

    @property
    def _tells_end(self) -> bool:
        """Whether the run has ended by itself, and that is what is looked at."""
        return self._state in ENDED and (self._stepping is None or self._stepping.of_run)

    def _state_text(self) -> str:
        if self._stepping is not None and not self._tells_end:
            return self._stepping.word
        return state_word(self._state, self._detail, self._divergence())

    def _divergence(self) -> Divergence | None:
        return self._snapshot.divergence if self._snapshot is not None else None

    def _middle_text(self) -> tuple[str, str]:
        """The message, or what to do about a run that ended by itself, and its colour token."""
        if self._message:
            return self._message, MESSAGE_COLORS[self._kind]
        if self._under_mouse and self._stepping is not None and not self._tells_end:
            return self._under_mouse, "ink2"
        if self._stepping is not None and not self._stepping.of_run:
            return "", "ink2"
        if self._stepping is not None:
            text = stepping_advice(self._state, self._divergence(), self._stepping.iteration)
        else:
            text = advice(self._state, self._divergence())
        return text, STATE_COLORS.get(self._state, "ink2")

    def _refresh_numbers(self) -> None:
        self._late.stop()
        self._since_text.restart()
        if self._stepping is not None:
            self._parts = self._stepping.parts
        elif self._snapshot is None:
            self._parts = ()
        else:
            self._parts = number_parts(self._snapshot, self._state == "running")
        self.update()

    def _paint_mark(self, painter: QPainter, theme: Theme) -> None:
        state = self._state
        if self._stepping is not None and not self._tells_end:
            state = "running" if self._stepping.is_playing else "paused"
        color = theme.color(STATE_COLORS.get(state, "pause"))
        middle = self.height() / 2
        if self._tells_end:
            left = PADDING - (MARK - DOT) / 2
            paint_icon(painter, "warning", QRectF(left, middle - MARK / 2, MARK, MARK), color)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color)
        painter.setBrush(color)
        painter.drawEllipse(QRectF(PADDING + 0.5, middle - DOT / 2 + 0.5, DOT - 1, DOT - 1))

    def _paint_left(self, painter: QPainter, theme: Theme) -> float:
        x = float(PADDING + DOT + DOT_GAP)
        word = self._state_text()
        self._put(painter, x, word, "small_strong", theme)
        x += text_width(word, "small_strong") + GAP
        for part in self._parts:
            for text, strong in part:
                token = "small_strong" if strong else "small"
                self._put(painter, x, text, token, theme)
                x += text_width(text, token)
            x += GAP
        return x

    def _put(self, painter: QPainter, x: float, text: str, token: str, theme: Theme) -> None:
        color = theme.color("ink" if token == "small_strong" else "ink2")
        width = math.ceil(text_width(text, token)) + 1
        draw_text(painter, QRectF(x, 0, width, self.height()), text, token, color)

    def _corner_width(self) -> int:
        corner = self._corner
        return 0 if corner is None or corner.isHidden() else corner.sizeHint().width() + GAP // 2

    def _place_corner(self) -> None:
        if self._corner is not None:
            size = self._corner.sizeHint()
            left = self.width() - PADDING // 2 - size.width()
            self._corner.setGeometry(left, (HEIGHT - size.height()) // 2 + 1, size.width(), size.height())

    def sizeHint(self) -> QSize:
        return QSize(640, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_corner()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("window"))
        painter.fillRect(0, 0, self.width(), 1, theme.color("line"))
        painter.translate(0, 0.5)
        self._paint_mark(painter, theme)
        x = self._paint_left(painter, theme)
        edge = self.width() - PADDING - self._corner_width()
        text, token = self._middle_text()
        what = self._right_text()
        if self._stepping is not None and x + text_width(text, "small") + GAP > edge - text_width(
            what, "small"
        ):
            what = self._stepping.brief
        right = edge - text_width(what, "small")
        if text:
            room = QRectF(x, 0, right - GAP - x, self.height())
            draw_text(painter, room, text, "small", theme.color(token))
        if right > x:
            place = QRectF(right - 1, 0, edge - right + 1, self.height())
            draw_text(painter, place, what, "small", theme.color("ink2"), RIGHT)
