"""The address of a TensorFlow Playground: what it looks like, and what it says. No NumPy.

playground.tensorflow.org/#key=value&key=value...: it holds a whole set-up, and no weights. Forks have other hosts.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

MAX_LETTERS = 4000
HOST = "playground.tensorflow.org"
INPUTS = ("x", "y", "xTimesY", "xSquared", "ySquared", "cosX", "cosY", "sinX", "sinY")
KEYS = frozenset(
    (
        *("activation", "regularization", "regularizationRate", "learningRate", "batchSize", "problem"),
        *("dataset", "regDataset", "noise", "percTrainData", "networkShape", "seed", "initZero"),
        *("showTestData", "discretize", "hideText", "collectStats", "tutorial"),
        *INPUTS,
    )
)
_SITE = re.compile(rf"(?:https?://)?{re.escape(HOST)}(?:[/?#]\S*)?", re.IGNORECASE)
_PAIRS = re.compile(r"(?:https?://\S+#|#)?(\w+=[^\s&]*(?:&\w*(?:=[^\s&]*)?)*)", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether this is an address of the playground, with or without its host, or of a fork."""
    text = text.strip()
    if len(text) > MAX_LETTERS:
        return False
    if _SITE.fullmatch(text):
        return True
    return _PAIRS.fullmatch(text) is not None and bool(KEYS & set(said_by(text)))


def said_by(text: str) -> dict[str, str]:
    """What an address says, by key; of a key that comes twice, the last."""
    text = text.strip()
    before, mark, behind = text.partition("#")
    pairs = behind if mark else "" if _SITE.fullmatch(text) else before
    said = {}
    for pair in pairs.split("&"):
        key, is_said, value = pair.partition("=")
        if is_said:
            said[key] = unquote(value)
    return said
