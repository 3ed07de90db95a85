"""Zip archives with a few known members, written always in the same way, and checked before anything is unpacked."""

from __future__ import annotations

import errno
import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Collection, Mapping
from typing import BinaryIO

from engine.project.errors import Damage
from engine.project.limits import may_take

STORED, DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED

_BEGIN = b"PK\3\4"
_END = struct.Struct("<4s4H2LH")  # the record that ends an archive
_END_64 = struct.Struct("<4sLQL")  # what stands before it where that record is too small
_MOST_MEMBERS = 32
_LONGEST_DIRECTORY = 200 * _MOST_MEMBERS
_REFUSED_FLAGS = 0x1 | 0x20 | 0x40 | 0x2000  # encrypted, patched, strongly encrypted, masked
_LEVEL = 4
_DATE = (1980, 1, 1, 0, 0, 0)  # fixed: equal projects give equal bytes

# All that zipfile raises over bytes that are no archive, or a broken one. RuntimeError: encrypted, or an unknown way.
FAULTS = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OverflowError, RuntimeError)


def pack(file: BinaryIO, members: Mapping[str, tuple[bytes, int]]) -> None:
    """Write an archive of these members, in this order, each with its compression."""
    with zipfile.ZipFile(file, "w", allowZip64=False) as archive:
        for name, (content, compression) in members.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system = 3  # the same on every system
            info.external_attr = 0o100644 << 16
            archive.writestr(info, content, compression, _LEVEL)


class Archive:
    """An archive whose directory was read and found sound; nothing is unpacked yet. Raises Damage.

    known: the only names that its members may have. where: how to call it in a sentence.
    """

    def __init__(self, file: BinaryIO, where: str, known: Collection[str]) -> None:
        self._where = where
        size = file.seek(0, io.SEEK_END)
        _check_end(file, size, where)
        try:
            self._zip = zipfile.ZipFile(file)
        except (*FAULTS, OSError) as error:
            _pass_on_what_the_disk_says(error)
            raise Damage(where, f"not a zip archive ({error})") from error
        self._members = {info.orig_filename: info for info in self._zip.infolist()}
        self._check(size, known)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the members."""
        return tuple(self._members)

    def is_compressed(self, name: str) -> bool:
        """Whether a member is."""
        return self._members[name].compress_type != STORED

    def read(self, name: str, most: int | None = None) -> bytes:
        """A member's bytes. Raises Damage for one that is missing, broken, or has more than `most` bytes."""
        info = self._members.get(name)
        if info is None:
            raise Damage(self._where, f"{name} is missing")
        if most is not None and info.file_size > most:
            raise Damage(self._where, f"{name} has {info.file_size} bytes, the limit is {most}")
        try:
            with self._zip.open(info) as member:
                # So many and no more: without a number, all is unpacked before it is cut to what the directory says.
                return member.read(info.file_size)
        except (*FAULTS, OSError) as error:
            _pass_on_what_the_disk_says(error)
            raise Damage(self._where, f"{name} can't be unpacked ({error})") from error

    def _check(self, size: int, known: Collection[str]) -> None:
        infos = self._zip.infolist()
        for info in infos:
            if info.orig_filename not in known:
                raise Damage(self._where, f"{info.orig_filename[:80]!r} does not belong into it")
            if info.flag_bits & _REFUSED_FLAGS:
                raise Damage(self._where, f"{info.filename} is encrypted")
            if info.compress_type not in (STORED, DEFLATED):
                raise Damage(
                    self._where, f"{info.filename} is compressed in the unknown way {info.compress_type}"
                )
            if stat.S_ISLNK(info.external_attr >> 16):
                raise Damage(self._where, f"{info.filename} is a link")
        if len(self._members) < len(infos):
            raise Damage(self._where, "a member is in it twice")
        if sum(info.compress_size for info in infos) > size:
            raise Damage(self._where, "its members are larger than the file")
        unpacked = sum(info.file_size for info in infos)
        if unpacked > may_take(size):
            raise Damage(self._where, f"{size} bytes would unpack to {unpacked}")


def _pass_on_what_the_disk_says(error: Exception) -> None:
    """A place before the file's begin, as a broken directory may name one, is no fault of the disk."""
    if isinstance(error, OSError) and error.errno != errno.EINVAL:
        raise error


def _check_end(file: BinaryIO, size: int, where: str) -> None:
    """The directory must be small: zipfile reads all of it at once, whatever it says."""
    file.seek(0)
    if file.read(len(_BEGIN)) != _BEGIN:
        raise Damage(where, "not a zip archive (it begins differently)")
    tail_size = _END.size + _END_64.size
    file.seek(max(0, size - tail_size))
    tail = file.read(tail_size)
    if len(tail) < _END.size:
        raise Damage(where, "not a zip archive (too short)")
    mark, _, _, here, members, directory, _, comment = _END.unpack(tail[-_END.size :])
    if mark != b"PK\5\6" or comment:
        raise Damage(where, "not a zip archive (its end is missing)")
    if members > _MOST_MEMBERS or here != members or directory > _LONGEST_DIRECTORY:
        raise Damage(where, f"a directory of {members} members and {directory} bytes is none of ours")
    if tail.startswith(b"PK\6\7"):
        raise Damage(where, "it is written for files of more than 2 GB")
