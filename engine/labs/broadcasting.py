"""The lab of broadcasting (C5): the calories table, sums, two shapes, reshape and arrays of one axis."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from engine.labs.array_lines import Demonstration, Line, Table
from engine.labs.broadcast import OPERATORS, broadcast, compute, require_small, sentences
from engine.labs.row import LabRow, Setting, Settings
from engine.labs.shape_text import Shape, parse_shape, shape_text

Array = NDArray[np.floating]
NUTRIENTS = ("carbohydrate", "protein", "fat")
FOODS = ("apples", "beef", "eggs", "potatoes")
# Calories in 100 g.
CALORIES = np.array([[56.0, 0.0, 4.4, 68.0], [1.2, 104.0, 52.0, 8.0], [1.8, 135.0, 99.0, 0.9]])
SMALL = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
RANK_1 = np.array([0.5, -1.0, 2.0, 1.5, -0.5])
SIGNS = {"+": "+", "-": "−", "*": "∗", "/": "/"}
MOST_DRAWN_AXES = 2


def calories(_settings: Settings) -> Demonstration:
    """Percentages of carbohydrate, protein and fat in each food, without a loop."""
    A = CALORIES
    cal = A.sum(axis=0)
    percent = 100 * A / cal.reshape(1, 4)
    table = Table("A", A, rows=NUTRIENTS, columns=FOODS)
    share = Table("percent", percent)
    row = Table("cal.reshape(1, 4)", cal.reshape(1, 4), A.shape)
    lines = (
        Line("cal = A.sum(axis=0)", (table, "→", Table("cal", cal, columns=FOODS)), {"A": A}, "down"),
        Line(
            "percent = 100 * A / cal.reshape(1, 4)",
            ("100 ·", Table("A", A), "/", row, "=", share),
            {"A": A, "cal": cal},
            "each",
        ),
        Line(
            "percent.sum(axis=0)",
            (Table("sum", percent.sum(axis=0)),),
            {"percent": percent},
        ),
    )
    about = (
        "The one row acts as if it stood there three times; nothing is copied. Every column adds up to 100."
    )
    return Demonstration((lines,), about)


def sums(_settings: Settings) -> Demonstration:
    """Sums down the columns and along the rows, with and without the axis that is summed away."""
    return Demonstration(
        (
            (_sum_line(0, keepdims=False), _sum_line(0, keepdims=True)),
            (_sum_line(1, keepdims=False), _sum_line(1, keepdims=True)),
        ),
        "axis=0 sums down the columns, axis=1 along the rows. The axis that is summed disappears; keepdims=True "
        "leaves it with length 1.",
    )


def _sum_line(axis: int, *, keepdims: bool) -> Line:
    code = f"A.sum(axis={axis}, keepdims=True)" if keepdims else f"A.sum(axis={axis})"
    result = SMALL.sum(axis=axis, keepdims=keepdims)
    parts = (Table("A", SMALL), "→", Table("sum", result))
    return Line(code, parts, {"A": SMALL}, "along" if axis else "down")


def add_column(settings: Settings) -> Demonstration:
    """A number and a column beside every column of a matrix."""
    operator = str(settings["operator"])
    a, c = np.array([[1.0], [2.0], [3.0], [4.0]]), np.array([[100.0], [200.0]])
    lines = (
        _each_line("a", a, "", np.array(100.0), operator, code=f"a {operator} 100"),
        _each_line("A", SMALL, "c", c, operator),
    )
    about = "A number acts as if it stood everywhere, a column (m, 1) as if it stood there n times. Nothing is copied."
    return Demonstration((lines,), about, broadcast(SMALL.shape, c.shape))


def add_row(settings: Settings) -> Demonstration:
    """A row with every row of a matrix, as (n,) and as (1, n)."""
    operator = str(settings["operator"])
    r = np.array([100.0, 200.0, 300.0])
    lines = (
        _each_line("A", SMALL, "r", r.reshape(1, 3), operator),
        _each_line("A", SMALL, "v", r, operator),
    )
    about = "A row (1, n) acts as if it stood there m times. (n,) gets its missing axis in front, so it is a row too."
    return Demonstration((lines,), about, broadcast(SMALL.shape, r.shape))


def two_shapes(settings: Settings) -> Demonstration:
    """Two arrays of the typed shapes. Raises ValueError for a text that is no shape, or a shape that is too long."""
    left, right = parse_shape(str(settings["left"])), parse_shape(str(settings["right"]))
    require_small(left, right)
    a, b = _counted(left, 1.0), _counted(right, 10.0)
    operator = str(settings["operator"])
    fit = broadcast(left, right)
    if max(len(left), len(right)) > MOST_DRAWN_AXES:
        result, error = compute(a, b, operator)
        shape = "" if result is None else f"(a {operator} b).shape is {shape_text(result.shape)}"
        line = Line(f"a {operator} b", (), {"a": a, "b": b}, about=shape, error=error)
        return Demonstration(((line,),), " ".join(sentences(fit)), fit)
    line = _each_line("a", a, "b", b, operator)
    return Demonstration(((line,),), " ".join(sentences(fit)), fit)


def _counted(shape: Shape, step: float) -> Array:
    count = int(np.prod(shape, dtype=int))
    return (step * np.arange(1.0, count + 1)).reshape(shape)


def _each_line(
    left_name: str, left: Array, right_name: str, right: Array, operator: str, code: str = ""
) -> Line:
    fit = broadcast(left.shape, right.shape)
    result, error = compute(left, right, operator)
    acts_as = fit.result or ()
    given = {name: array for name, array in ((left_name, left), (right_name, right)) if name}
    parts: tuple[Table | str, ...] = (
        Table(left_name, left, acts_as),
        SIGNS[operator],
        Table(right_name or f"{float(right):g}", right, acts_as),
    )
    if result is not None:
        parts = (*parts, "=", Table("", result))
    return Line(code or f"{left_name} {operator} {right_name}", parts, given, "each", error=error)


def reshape(_settings: Settings) -> Demonstration:
    """The same four numbers in other shapes; more numbers don't come into being."""
    cal = CALORIES.sum(axis=0)
    given = {"cal": cal}
    tile = Line("np.tile(cal, (3, 1))", (Table("", np.tile(cal, (3, 1))),), given, about="really copies")
    return Demonstration(
        (
            (Line("cal", (Table("", cal),), given), _reshape_line(cal, (1, 4)), _reshape_line(cal, (4, 1))),
            (_reshape_line(cal, (2, 2)), _reshape_line(cal, (3, 4)), tile),
        ),
        "reshape rearranges the numbers that are there, it repeats nothing. Broadcasting needs no copies at all.",
    )


def _reshape_line(cal: Array, shape: tuple[int, int]) -> Line:
    code = f"cal.reshape({shape[0]}, {shape[1]})"
    try:
        return Line(code, (Table("", cal.reshape(shape)),), {"cal": cal})
    except ValueError as error:
        return Line(code, (), {"cal": cal}, error=str(error))


def rank_1(_settings: Settings) -> Demonstration:
    """The trap of shape (5,), and beside it a true column."""
    a, c = RANK_1, RANK_1.reshape(5, 1)
    dot = np.array(np.dot(a, a.T))
    lines = (
        Line("a.T", (Table("a", a), "→", Table("a.T", a.T)), {"a": a}, about="the same array again"),
        Line(
            "np.dot(a, a.T)",
            (Table("a", a), "·", Table("a.T", a.T), "=", Table("", dot)),
            {"a": a},
            "dot",
            "one number",
        ),
        Line(
            "c = a.reshape(5, 1); np.dot(c, c.T)",
            (Table("c", c), "·", Table("c.T", c.T), "=", Table("", np.dot(c, c.T))),
            {"a": a},
            "outer",
            "a column times a row is a matrix",
        ),
    )
    about = (
        "An array of shape (5,) is neither row nor column. "
        "Make it a column with reshape, and say so: assert c.shape == (5, 1)."
    )
    return Demonstration((lines,), about)


EXAMPLES: Mapping[str, Callable[[Settings], Demonstration]] = {
    "calories": calories,
    "sums": sums,
    "add_column": add_column,
    "add_row": add_row,
    "shapes": two_shapes,
    "reshape": reshape,
    "rank_1": rank_1,
}


def demonstration(settings: Settings) -> Demonstration:
    """What the lab shows at these settings. Raises ValueError where the typed shapes can't be shown."""
    return EXAMPLES[str(settings["example"])](settings)


def facts(_settings: Settings) -> dict[str, float]:
    """The calories: cal_1 ... cal_4 of the foods, percent_1_1 ... percent_3_4; dot: np.dot(a, a.T) of the trap."""
    cal = CALORIES.sum(axis=0)
    percent = 100 * CALORIES / cal.reshape(1, 4)
    found = {f"cal_{i + 1}": float(value) for i, value in enumerate(cal)}
    found |= {f"percent_{k + 1}_{i + 1}": float(value) for (k, i), value in np.ndenumerate(percent)}
    return found | {"dot": float(np.dot(RANK_1, RANK_1.T))}


ROW = LabRow(
    "broadcasting",
    "Broadcasting",
    "C5",
    "A small array acts as if it were repeated; nothing is copied",
    {
        "example": Setting("calories", choices=tuple(EXAMPLES), about="what is shown"),
        "left": Setting("(4, 3)", about="shape of the left array, for the example shapes"),
        "right": Setting("(3,)", about="shape of the right array, for the example shapes"),
        "operator": Setting("+", choices=tuple(OPERATORS), about="for add_column, add_row and shapes"),
    },
    facts,
)
