"""Names as they look: x1 is x with the index 1, alpha a Greek letter, yhat a y with a hat, z[1]_2 of layer 1."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import count

GREEK = (
    *("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu"),
    *("nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"),
    *("Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Phi", "Psi", "Omega"),
)
AUTOMATIC = ("u", "v", "w", "p", "q", "r", "s", "t", "h", "k")  # none of the notation: g, m, n mean something

_INDICES = r"(?:_[A-Za-z0-9]+)*"
_PARTS = re.compile(
    rf"(?P<stem>[A-Za-z]+)(?P<digits>[0-9]*)(?P<rest>{_INDICES})(?:\[(?P<layer>[0-9]+)\](?P<after>{_INDICES}))?"
)


@cache
def name_latex(name: str) -> str:
    r"""x_{1}, \alpha, w_{2,1}, z^{[1]}_{2}, \hat{y}, \mathrm{loss}."""
    parts = _PARTS.fullmatch(name)
    if parts is None:  # letters after digits, as in a1b
        return rf"\mathrm{{{name.replace('_', ' ')}}}"
    words = [word for word in (parts["rest"] + (parts["after"] or "")).split("_") if word]
    indices = [*([parts["digits"]] if parts["digits"] else []), *words]
    layer = f"^{{[{parts['layer']}]}}" if parts["layer"] else ""
    below = f"_{{{','.join(_index(word) for word in indices)}}}" if indices else ""
    return _stem(parts["stem"]) + layer + below


def _stem(stem: str) -> str:
    if len(stem) == 1:
        return stem
    if stem in GREEK:
        return f"\\{stem}"
    if stem.endswith("hat") and len(stem) == 4:
        return rf"\hat{{{stem[0]}}}"
    return rf"\mathrm{{{stem}}}"


def _index(word: str) -> str:
    return word if word.isdigit() or len(word) == 1 else rf"\mathrm{{{word}}}"


def free_names(taken: Collection[str]) -> Iterator[str]:
    """u, v, w, ..., then u_1, u_2, ...: names that nobody has taken, and none that looks like one of those."""
    seen = {name_latex(name) for name in taken}
    yield from (name for name in AUTOMATIC if name_latex(name) not in seen)
    for number in count(1):
        if name_latex(f"u_{number}") not in seen:
            yield f"u_{number}"
