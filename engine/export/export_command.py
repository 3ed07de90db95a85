"""Export from a terminal: `main.py export FILE --as numpy|torch|onnx|npz --out OUT`.

What was written is said on stdout, faults on stderr. Exit codes: 0 written, 2 a file that can't be used or a network
that can't be exported, 3 the run diverged during the epochs before; written are then the last good parameters.
"""

from __future__ import annotations

import os
from pathlib import Path

from engine.export.about_data import sizes_of
from engine.export.errors import ExportError
from engine.export.formats import FORMATS
from engine.terminal import DIVERGED, INPUT_FAULTS, OK, fail, session_of


def export_in_terminal(file: Path | None, kind: str, out: Path, epochs: int, seed: int | None) -> int:
    """Write the network of a set-up or project, after so many more epochs, in the form `kind` of FORMATS.

    Returns the exit code.
    """
    try:
        session = session_of(file, seed)
        trainer = session.trainer
        trainer.run_epochs(epochs)
        write_whole(out, FORMATS[kind].write(session.setup, trainer.network, session.dataset))
    except (*INPUT_FAULTS, ExportError) as error:
        return fail(str(error))
    except OSError as error:
        return fail(f"{out} can't be written: {error.strerror}")
    print(
        f"{out}: {FORMATS[kind].label}, network {sizes_of(trainer.network.spec)} after {trainer.epoch} epochs"
    )
    broken = trainer.divergence
    if broken is None:
        return OK
    where = f"diverged at update {broken.iteration}: {broken.fault}"
    return fail(f"{where}; written are the last good parameters, of update {trainer.iteration}", DIVERGED)


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
