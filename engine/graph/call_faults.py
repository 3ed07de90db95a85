"""Faults in words: functions that don't exist or were given the wrong number of operands, signs that are missing."""

from __future__ import annotations

from difflib import get_close_matches

from engine.graph.fault import ExpressionFault
from engine.graph.functions import CALLED, Function
from engine.graph.tokens import Token

# Other names of the same functions, in the notes and in other languages.
_ALSO_CALLED = {
    "ln": "log",
    "sigma": "sigmoid",
    "logistic": "sigmoid",
    "maximum": "max",
    "minimum": "min",
    "lrelu": "leaky_relu",
    "root": "sqrt",
}


def no_function(token: Token) -> ExpressionFault:
    """A name with a bracket after it that is no function: the nearest one, and all that there are."""
    name = token.text.lower()
    near = _ALSO_CALLED.get(name) or next(iter(get_close_matches(name, CALLED, n=1)), None)
    if near is not None:
        return ExpressionFault(token.column, f"there is no function {token.text}: did you mean {near}?")
    return ExpressionFault(
        token.column,
        f"there is no function {token.text}, only {', '.join(CALLED)}; to multiply, put * before '('",
    )


def check_count(token: Token, function: Function, count: int) -> None:
    """Raise ExpressionFault at the function's name where it has not as many operands as it takes."""
    if function.least <= count <= function.most:
        return
    takes = str(function.most) if function.least == function.most else f"{function.least} or {function.most}"
    word = "operand" if takes == "1" else "operands"
    raise ExpressionFault(token.column, f"{token.text} takes {takes} {word}, here are {count}")


def opens_nothing(token: Token) -> ExpressionFault:
    """A bracket that closes what was never opened."""
    return ExpressionFault(token.column, "this ')' closes nothing: expected a '(' before it")


def not_the_end(before: Token, token: Token) -> ExpressionFault:
    """What can't follow an operand: a second '=', or another operand with no sign between them."""
    if token.text == "=":
        return ExpressionFault(
            token.column, "'=' stands only after the name at the beginning of a definition, as in J = 3*a"
        )
    return ExpressionFault(
        token.column,
        f"put * between '{before.text}' and '{token.text}': expected a sign after '{before.text}'",
    )
