"""Export from a terminal: `main.py export FILE --as numpy|torch|onnx|npz --out OUT`.

What was written is said on stdout, faults on stderr. Exit codes: 0 written, 2 a file that can't be used or a network
that can't be exported, 3 the run diverged during the epochs before; written are then the last good parameters.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from engine.data import Dataset
from engine.export.about_data import sizes_of
from engine.export.errors import ExportError
from engine.export.formats import FORMATS
from engine.project import is_project_file, read_project, resume
from engine.run import build
from engine.setup import Setup
from engine.train_command import BAD_FILE, DIVERGED, INPUT_FAULTS, OK, setup_of, with_seed
from engine.trainer import Trainer


def export_in_terminal(file: Path | None, kind: str, out: Path, epochs: int, seed: int | None) -> int:
    """Write the network of a set-up or project, after so many more epochs, in the form `kind` of FORMATS.

    Returns the exit code.
    """
    try:
        setup, dataset, trainer = _opened(file, seed)
        trainer.run_epochs(epochs)
        write_whole(out, FORMATS[kind].write(setup, trainer.network, dataset))
    except (*INPUT_FAULTS, ExportError) as error:
        return _fail(str(error), BAD_FILE)
    except OSError as error:
        return _fail(f"{out} can't be written: {error.strerror}", BAD_FILE)
    print(
        f"{out}: {FORMATS[kind].label}, network {sizes_of(trainer.network.spec)} after {trainer.epoch} epochs"
    )
    broken = trainer.divergence
    if broken is None:
        return OK
    where = f"diverged at update {broken.iteration}: {broken.fault}"
    return _fail(f"{where}; written are the last good parameters, of update {trainer.iteration}", DIVERGED)


def _opened(file: Path | None, seed: int | None) -> tuple[Setup, Dataset, Trainer]:
    if file is None or not is_project_file(file):
        return build(with_seed(setup_of(file), seed))
    if seed is not None:
        raise ExportError(f"{file.name} has weights of its own: leave --seed out, or export a set-up")
    dataset, session = resume(read_project(file), file.name)
    return session.setup, dataset, session.trainer


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all, in place of one that was. Raises OSError."""
    if path.exists() and not path.is_file():
        path.write_bytes(content)  # a device or a pipe can't be replaced
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _fail(problem: str, code: int) -> int:
    print(f"chalknet: {problem}", file=sys.stderr)
    return code
