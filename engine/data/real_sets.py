"""The real data sets that come along in assets/data (sources and licences: see the README there)."""

from __future__ import annotations

import gzip
from functools import lru_cache

import numpy as np

from engine.data.location import data_folder
from engine.data.table import Table, TableError


@lru_cache(maxsize=8)
def load_set(file: str, class_names: tuple[str, ...]) -> Table:
    """A set from a comma-separated file with a header row; the last column names the class.

    file: its name in `data_folder()`, .gz if compressed. class_names: the classes in the order of their
    numbers. Raises TableError if the file is missing or damaged.
    """
    path = data_folder() / file
    try:
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
        header, *lines = text.splitlines()
        rows = [line.rpartition(",") for line in lines]
        X = np.loadtxt([values for values, _, _ in rows], delimiter=",", ndmin=2).T
        labels = np.array([class_names.index(name) for _, _, name in rows], dtype=np.int64)
        names = header.split(",")
        return Table(tuple(names[:-1]), X, labels, class_names, names[-1], path.stem, len(rows))
    except (OSError, EOFError, ValueError) as error:
        raise TableError(f"{path} is missing or damaged ({error}); install the program again") from error
