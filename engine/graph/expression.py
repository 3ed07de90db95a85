"""One expression: operator precedence with two stacks of its own, so that no depth of brackets is too deep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.graph.call_faults import check_count, no_function, not_the_end, opens_nothing
from engine.graph.fault import ExpressionFault
from engine.graph.functions import BINARY, CALLED, NEGATE, Function
from engine.graph.tokens import Token
from engine.graph.tree import Apply, Name, Number, Tree

OPERAND = "a number, a name or '('"


@dataclass
class _Pending:
    """A sign that waits for its right operand, or an open bracket; count: of a call's operands before this one."""

    token: Token
    function: Function | None
    is_bracket: bool = False
    count: int = 0


def read_expression(tokens: Sequence[Token], before: str, end: int) -> Tree:
    """The tree of these tokens. Precedence and associativity are Python's.

    before: what stands in front, for the fault where nothing follows; end: the column after the last token. Raises
    ExpressionFault.
    """
    return _Reader(tokens, before, end).read()


class _Reader:
    """Takes an operand, then what stands between it and the next, until the tokens end."""

    def __init__(self, tokens: Sequence[Token], before: str, end: int) -> None:
        self._tokens = tokens
        self._place = 0
        self._before = before
        self._end = end
        self._operands: list[Tree] = []
        self._pending: list[_Pending] = []

    def read(self) -> Tree:
        while True:
            self._take_operand()
            if not self._take_connection():
                return self._operands[0]

    def _token(self) -> Token | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _advance(self, token: Token) -> None:
        self._before = token.text
        self._place += 1

    def _take_operand(self) -> None:
        """Minus signs, brackets and functions that open, up to one number or name."""
        while (token := self._token()) is not None:
            if token.text == "-":
                self._pending.append(_Pending(token, NEGATE))
            elif token.text == "(":
                self._pending.append(_Pending(token, None, is_bracket=True))
            elif token.text in CALLED:
                token = self._open_call(token)
            else:
                self._operands.append(self._leaf(token))
                self._advance(token)
                return
            self._advance(token)
        raise ExpressionFault(self._end, self._expected())

    def _open_call(self, token: Token) -> Token:
        """A function's name, and the bracket after it, which is given back."""
        self._advance(token)
        bracket = self._token()
        if bracket is None or bracket.text != "(":
            column = self._end if bracket is None else bracket.column
            raise ExpressionFault(column, f"expected '(' after {token.text}, which is a function")
        self._pending.append(_Pending(token, CALLED[token.text], is_bracket=True))
        return bracket

    def _leaf(self, token: Token) -> Tree:
        if token.kind == "number":
            return Number(float(token.text), token.text, token.column)
        if token.kind == "name":
            following = self._tokens[self._place + 1 : self._place + 2]
            if following and following[0].text == "(":
                raise no_function(token)
            return Name(token.text, token.column)
        opened = self._pending[-1] if self._pending else None
        is_empty_call = opened is not None and opened.is_bracket and opened.count == 0
        if token.text == ")" and opened is not None and is_empty_call and opened.function is not None:
            check_count(opened.token, opened.function, opened.count)
        raise ExpressionFault(token.column, self._expected())

    def _expected(self) -> str:
        return f"expected {OPERAND}" + (f" after '{self._before}'" if self._before else "")

    def _take_connection(self) -> bool:
        """Brackets that close, then a sign or a comma; False at the end."""
        while (token := self._token()) is not None:
            if token.text == ")":
                self._close(token)
                self._advance(token)
                continue
            if token.text == ",":
                self._next_operand(token)
            elif token.text in BINARY:
                self._take_sign(token, BINARY[token.text])
            else:
                raise not_the_end(self._tokens[self._place - 1], token)
            self._advance(token)
            return True
        self._apply_all_above(0)
        if self._pending:
            raise ExpressionFault(self._opening().column, "this '(' is never closed: expected ')'")
        return False

    def _opening(self) -> Token:
        """The bracket that stands open: of a call it follows the name."""
        token = self._pending[-1].token
        return token if token.text == "(" else Token("sign", "(", _bracket_after(self._tokens, token))

    def _take_sign(self, token: Token, function: Function) -> None:
        # Equal ones are done from the left; a power waits for the power on its right.
        waits_for_equal = function.key == "power"
        self._apply_all_above(function.precedence + 1 if waits_for_equal else function.precedence)
        self._pending.append(_Pending(token, function))

    def _apply_all_above(self, precedence: int) -> None:
        """Apply the pending signs back to an open bracket, while they bind at least as tightly."""
        while self._pending and not self._pending[-1].is_bracket:
            function = self._pending[-1].function
            if function is None or function.precedence < precedence:
                return
            self._apply(function, self._pending.pop().token, function.least)

    def _apply(self, function: Function, token: Token, count: int) -> None:
        operands = tuple(self._operands[-count:])
        del self._operands[-count:]
        self._operands.append(Apply(function.key, operands, token.column))

    def _close(self, token: Token) -> None:
        self._apply_all_above(0)
        if not self._pending:
            raise opens_nothing(token)
        opened = self._pending.pop()
        if opened.function is not None:
            check_count(opened.token, opened.function, opened.count + 1)
            self._apply(opened.function, opened.token, opened.count + 1)

    def _next_operand(self, token: Token) -> None:
        self._apply_all_above(0)
        if not self._pending or self._pending[-1].function is None:
            raise ExpressionFault(
                token.column, "a comma stands between the operands of a function only, as in max(a, b)"
            )
        self._pending[-1].count += 1


def _bracket_after(tokens: Sequence[Token], name: Token) -> int:
    return next(token.column for token in tokens if token.column > name.column)
