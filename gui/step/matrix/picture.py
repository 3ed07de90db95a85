"""An equation made ready to be painted: what is selected, where its windows stand, everything in its place."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from PySide6.QtGui import QImage

from engine.step.expansion import Expansion
from engine.step.row import Equation, Operand
from gui.step.math_text import math_size
from gui.step.matrix.bands import bands
from gui.step.matrix.block_geometry import MapBlock, Span
from gui.step.matrix.cells import Matrix, widest_text
from gui.step.matrix.equation_geometry import arrange
from gui.step.matrix.items import NAME_BAND, Arrangement, Item, MatrixItem, Room, SignItem
from gui.step.matrix.links import PRODUCT, linked_axes, product_in
from gui.step.matrix.map_geometry import arrange_maps
from gui.step.matrix.map_image import MapImages
from gui.step.matrix.palette import width_of
from gui.step.matrix.plan_geometry import best_plan
from gui.step.matrix.sign_text import Fences, sign_pixels, sign_width
from gui.step.matrix.window_geometry import MOST_WHOLE, AxisWindow
from gui.step.number_format import constant_text, sign_text
from gui.step.pencil.paper import Answer
from gui.theme import Theme
from gui.widgets.painting import text_width

NAME_PIXELS, NAME_GAP = 18, 8
MOST_AS_CELLS = 40  # with more rows or columns an equation is shown as maps at first
EM = 100
PARAMETERS = ("W", "b")  # also dW, and vW and sb of an optimiser's memory
FENCE_ROOM = 5.0  # a bracket that grows is so much wider than one in the text
MARK_EM = 1.6  # for the ticks and crosses of pencil mode, in the size of the numbers


class EquationPicture:
    """An equation with the matrices of its operands and, at the end, of its result. `fit` puts all in its place."""

    def __init__(self, equation: Equation, matrices: Sequence[Matrix], marks: frozenset[int]) -> None:
        self.equation = equation
        self.marks = marks
        self.result = len(equation.operands)
        self._layout = _joined(equation.layout)
        self.shown = [part for part in self._layout if isinstance(part, int)] + [self.result]
        self.sign_pixels = sign_pixels([part for part in self._layout if isinstance(part, str)])
        self.matrices = [matrices[index] for index in self.shown]
        shapes = [(matrix.operand.array.shape[0], matrix.operand.array.shape[1]) for matrix in self.matrices]
        self._axes = linked_axes(shapes, self._product(shapes))
        self._starts: dict[int, int] = {}
        self.spans: list[tuple[Span, ...]] = [()] * len(self.shown)
        self.cell: tuple[int, int] | None = None
        longest = max(max(shape) for shape in shapes)
        self.can_be_map = longest > MOST_WHOLE
        self.is_large = longest > MOST_AS_CELLS
        self.is_map = False
        self.blanks: Mapping[tuple[int, int], Answer] = {}
        self.has_marks = False
        self.arrangement = Arrangement((), (), 0.0, 0.0)
        self.top, self.bottom = 0.0, math.inf  # above and below nothing is seen
        self._room = Room(0.0, 0.0)
        self._images = MapImages()

    def fit(self, room: Room, as_map: bool) -> None:
        """Find everything's place in a room."""
        self._room, self.is_map = room, as_map and self.can_be_map
        items = self._items()
        if self.is_map:
            self.arrangement = arrange_maps(items, room)
        else:
            self.arrangement = arrange(items, best_plan(items, room), room.width, self._starts)

    def select(self, cell: tuple[int, int] | None, expansion: Expansion | None) -> None:
        """Mark a cell of the result and the bands that it is made of, and bring them into sight."""
        self.cell = cell
        found: Mapping[int, tuple[Span, ...]] = bands(expansion) if expansion is not None else {}
        self.spans = [found.get(operand, ()) for operand in self.shown]
        if cell is not None:
            k, i = cell
            self.spans[-1] = (Span(k, k, i, i),)
            self.fit(self._room, self.is_map)
            self.bring_into_sight()

    def scroll(self, matrix: int, side: int, start: int) -> bool:
        """Let the window over a matrix's rows (side 0) or columns (1) begin elsewhere; False where it can't move."""
        window = self.windows(matrix)[side]
        moved = window.moved_to(start)
        if moved.start == window.start:
            return False
        self._starts[self._axes[matrix][side]] = moved.start
        self.fit(self._room, self.is_map)
        return True

    def windows(self, matrix: int) -> tuple[AxisWindow, AxisWindow]:
        """What is seen of a matrix's rows and columns."""
        block = self.arrangement.matrices[matrix].block
        return block.rows, block.columns

    def fences(self) -> list[Fences]:
        """Of every sign, which of its brackets enclose a single matrix, and how high that is."""
        heights = [placed.block.body.height for placed in self.arrangement.matrices]
        found, matrix = [], 0
        for place, part in enumerate([*self._layout, "="]):
            if isinstance(part, int):
                matrix += 1
                continue
            opens, closes = _fenced(self._layout, place)
            found.append(Fences(heights[matrix] if opens else 0.0, heights[matrix - 1] if closes else 0.0))
        return found

    def label(self, matrix: int) -> str:
        """What stands beside a matrix's name: its shape, and whether it is from before or after."""
        operand = self.matrices[matrix].operand
        rows, columns = operand.array.shape
        twins = [other.operand.name for other in self.matrices].count(operand.name)
        when = "" if twins < 2 else " after" if matrix == len(self.shown) - 1 else " before"
        return f"({rows}, {columns}){when}"

    def range_text(self, matrix: int) -> str:
        """What the strongest colours of a map stand for: ±0.0312."""
        largest = self.matrices[matrix].extent.largest
        return f"±{constant_text(float(f'{largest:.3g}'))}" if largest else "all 0"

    def map_image(self, theme: Theme, matrix: int, block: MapBlock) -> QImage:
        """A matrix as a picture."""
        return self._images.image(theme, matrix, self.matrices[matrix], block)

    def name_width(self, matrix: int) -> float:
        """How wide the name is, as typeset."""
        operand = self.matrices[matrix].operand
        return math_size(operand.latex, operand.name, NAME_PIXELS)[0]

    def name_y(self, matrix: int) -> float:
        """The middle of a matrix's name: above it, or at the upper edge of what is seen while that cuts through it."""
        top, bottom = self.arrangement.line_of(matrix)
        return max(top, min(self.top, bottom - NAME_BAND)) + NAME_BAND / 2

    def seen_of(self, matrix: int) -> tuple[float, float]:
        """From where to where a matrix's rows are seen: a name that stays in sight covers what is below it."""
        name = self.name_y(matrix)
        is_held = name != self.arrangement.matrices[matrix].name_y
        return name + NAME_BAND / 2 if is_held else self.top, self.bottom

    def matrix_at(self, x: float, y: float, reach: float = 0.0) -> int | None:
        """The matrix whose cells, enlarged by `reach`, lie under a point."""
        for index, placed in enumerate(self.arrangement.matrices):
            if placed.block.body.grown(reach).has(x, y):
                return index
        return None

    def place_text(self, matrix: int, row: int, column: int) -> str:
        """A cell by its name: dW[1], row 2, column 1."""
        return f"{self.matrices[matrix].operand.name}, row {row + 1}, column {column + 1}"

    def _product(self, shapes: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
        by_operand = {operand: place for place, operand in enumerate(self.shown)}
        sizes = [
            shapes[by_operand[index]] if index in by_operand else (0, 0) for index in range(self.result + 1)
        ]
        found = product_in(self._layout, sizes)
        return None if found is None else (by_operand[found[0]], by_operand[found[1]])

    def bring_into_sight(self) -> None:
        """Move the windows to what is marked."""
        for matrix in reversed(range(len(self.shown))):
            for span in self.spans[matrix][:1]:
                ends = ((span.first_row, span.last_row), (span.first_column, span.last_column))
                for side, (first, last) in enumerate(ends):
                    window = self.windows(matrix)[side]
                    if window.slot_span(first, last) is None or first == last:
                        self.scroll(matrix, side, window.bringing(first).start)

    def _items(self) -> tuple[Item, ...]:
        items: list[Item] = []
        place = 0
        last = max(index for index, part in enumerate(self._layout) if isinstance(part, int))
        for index, part in enumerate(self._layout):
            if isinstance(part, int):
                items.append(self._matrix_item(place))
                place += 1
            else:
                closes = part[0] in ")²" or (index > last and part[0] != "+")
                width = sign_width(part, self.sign_pixels) + FENCE_ROOM * sum(_fenced(self._layout, index))
                items.append(SignItem(part, width, closes, joins=part == PRODUCT))
        equals = SignItem("=", sign_width("=", self.sign_pixels))
        return (*items, equals, self._matrix_item(place))

    def _matrix_item(self, matrix: int) -> MatrixItem:
        shown = self.matrices[matrix]
        rows, columns = shown.operand.array.shape
        text, has_minus = widest_text(shown)
        is_marked = self.has_marks and matrix == len(self.shown) - 1
        em = (width_of(text, EM) + (width_of("−", EM) if has_minus or is_marked else 0.0)) / EM
        em += MARK_EM if is_marked else 0.0
        label = self.name_width(matrix) + NAME_GAP + text_width(self.label(matrix), "small")
        examples = _examples_side(shown.operand)
        axis = None if examples is None else self._axes[matrix][examples]
        return MatrixItem(rows, columns, *self._axes[matrix], em, label, axis)


def operands_of(equation: Equation) -> list[Operand]:
    """All arrays of an equation, its result at the end."""
    return [*equation.operands, equation.result]


def _examples_side(operand: Operand) -> int | None:
    """Whether a matrix has its examples along its rows (0) or its columns (1); None: it is one of parameters."""
    if operand.symbol.endswith(PARAMETERS):
        return None
    return 0 if operand.is_transposed else 1


def _fenced(layout: Sequence[str | int], place: int) -> tuple[bool, bool]:
    """Whether the sign at this place opens a bracket round a single matrix, and whether it closes one."""
    return _encloses(layout[place : place + 3]), place >= 2 and _encloses(layout[place - 2 : place + 1])


def _encloses(parts: Sequence[str | int]) -> bool:
    """Whether these are a sign with an opening bracket, a matrix, and the closing bracket."""
    if len(parts) < 3 or not isinstance(parts[1], int):
        return False
    before, _, after = parts
    return (
        isinstance(before, str) and isinstance(after, str) and before.endswith("(") and after.startswith(")")
    )


def _joined(layout: Sequence[str | int]) -> list[str | int]:
    """Neighbouring signs as one, with the signs of mathematics; a sum may break before a further "+"."""
    joined: list[str | int] = []
    for part in layout:
        if isinstance(part, str):
            part = sign_text(part)
            if joined and isinstance(joined[-1], str) and part != "+":
                space = "" if part[0] in "()" else " "
                joined[-1] = f"{joined[-1]}{space}{part}"
                continue
        joined.append(part)
    return joined
