"""The file behind a text table: whether it can be one, its encoding, and its lines, with bounded memory."""

from __future__ import annotations

import codecs
import io
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.data.table import TableError

TABLE_SUFFIXES = (".csv", ".tsv", ".txt")
MAX_BYTES = 2_000_000_000
MAX_LINE = 4_000_000
SAMPLE_BYTES = 200_000
BLOCK_BYTES = 1 << 20

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1a"))
MAX_CONTROL_SHARE = 0.02


def is_table_file(path: Path) -> bool:
    """Whether a file's name says that it is a text table."""
    return path.suffix.lower() in TABLE_SUFFIXES


class ReadingCancelled(Exception):
    """The person gave up reading a file; nothing was changed."""


@dataclass(frozen=True)
class Scan:
    """What one pass over the bytes tells. lines: at least as many as there are."""

    encoding: str
    lines: int


def checked_size(path: Path) -> int:
    """The size in bytes of a file that may be a table. Raises TableError."""
    try:
        status = path.stat()
    except OSError as error:
        raise unreadable(path, error) from error
    except ValueError as error:
        raise TableError(f"{path.name!r} is not a file name: choose a file") from error
    if stat.S_ISDIR(status.st_mode):
        raise TableError(f"{path.name} is a folder: choose a file in it")
    if not stat.S_ISREG(status.st_mode):
        raise TableError(f"{path.name} is not an ordinary file: save the table as a file first")
    if status.st_size == 0:
        raise TableError(f"{path.name} is empty: choose a file with rows")
    if status.st_size > MAX_BYTES:
        size, limit = status.st_size / 1e9, MAX_BYTES / 1e9
        raise TableError(f"{path.name} has {size:.1f} GB, the limit is {limit:g} GB: take a part of its rows")
    return status.st_size


def unreadable(path: Path, error: OSError) -> TableError:
    """The sentence for a file that the system refuses."""
    return TableError(f"{path.name} can't be read ({error.strerror}): check its place and its permissions")


def read_sample(path: Path) -> tuple[str, str, bool]:
    """The first 200 kB as text, whole lines only; the encoding; whether that is the whole file.

    Wide tables give a few lines more. Raises TableError.
    """
    size = checked_size(path)
    try:
        with path.open("rb") as file:
            data = file.read(SAMPLE_BYTES)
            if data.count(b"\n") < 3:
                data += file.read(2 * MAX_LINE)
    except OSError as error:
        raise unreadable(path, error) from error
    refuse_binary(path, data)
    whole = len(data) >= size
    encoding, text = _decoded(data, whole)
    if not text.strip():
        raise TableError(f"{path.name} holds only blank lines: choose a file with rows")
    if not whole:
        text = text[: max(text.rfind("\n"), text.rfind("\r")) + 1]
        if not text:
            raise TableError(f"{path.name}, line 1 is longer than {MAX_LINE} characters: not a table")
    return text, encoding, whole


def refuse_binary(path: Path, data: bytes) -> None:
    """Raise TableError if the first bytes are not those of a text file."""
    if data.startswith(_UTF16) or _looks_like_utf16(data):
        raise TableError(f"{path.name} is UTF-16 text: save it as UTF-8 and open that")
    if data.startswith((_ZIP, _OLD_EXCEL)):
        raise TableError(f"{path.name} is a workbook or an archive, not text: save the sheet as CSV")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls > MAX_CONTROL_SHARE * len(data):
        raise TableError(f"{path.name} is not text: choose a CSV file")


def scan(path: Path, size: int, progress: Progress, cancelled: Cancelled) -> Scan:
    """One quick pass: every byte is looked at for its encoding, lines are counted. Raises TableError."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf8, ends, done = True, 0, 0
    for block in _blocks(path):
        if cancelled():
            raise ReadingCancelled
        if done == 0:
            refuse_binary(path, block)
        if b"\0" in block:
            raise TableError(f"{path.name} is not text (it holds a zero byte): choose a CSV file")
        ends += block.count(b"\n") + block.count(b"\r") - block.count(b"\r\n")
        is_utf8 = is_utf8 and _decodes(decoder, block, final=False)
        done += len(block)
        progress(min(1.0, done / size))
    is_utf8 = is_utf8 and _decodes(decoder, b"", final=True)
    return Scan("utf-8-sig" if is_utf8 else "latin-1", ends + 1)


class Lines:
    """The lines of an open file, for the csv module. Lines of any length are met with bounded memory.

    is_unusual is set when a line is longer than `long` characters or holds an underscore (`float` would take
    1_000 for a number), and cleared by whoever looked at it.
    """

    def __init__(self, file: io.TextIOBase, name: str, long: int) -> None:
        self._file = file
        self._name = name
        self._long = long
        self.is_unusual = False

    def __iter__(self) -> Iterator[str]:
        number = 0
        while line := self._file.readline(MAX_LINE + 1):
            number += 1
            if len(line) > self._long or "_" in line:
                self.is_unusual = True
                if len(line) > MAX_LINE:
                    raise TableError(f"{self._name}, line {number} is longer than {MAX_LINE} characters")
            yield line


def _blocks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while block := file.read(BLOCK_BYTES):
                yield block
    except OSError as error:
        raise unreadable(path, error) from error


def _decoded(data: bytes, whole: bool) -> tuple[str, str]:
    try:
        # The end may be in the middle of a character, so the decoder must not expect it to be complete.
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(data, final=whole)
        return ("utf-8-sig", text)
    except UnicodeDecodeError:
        return ("latin-1", data.decode("latin-1"))


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes, final: bool) -> bool:
    try:
        decoder.decode(block, final)
    except UnicodeDecodeError:
        return False
    return True


def _looks_like_utf16(data: bytes) -> bool:
    """Whether nearly every other byte is zero, as in UTF-16 text of a European language without a mark."""
    even, odd = data[:2000:2].count(0), data[1:2000:2].count(0)
    half = min(len(data), 2000) / 2
    return half >= 2 and max(even, odd) > 0.4 * half and min(even, odd) < 0.1 * half
