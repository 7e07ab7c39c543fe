"""Files that somebody sent: put into a folder under harmless names, archives unpacked, all of it within bounds."""

from __future__ import annotations

import gzip
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from dragoman.documents.sources import Source
from dragoman.errors import DocumentError

_PIECE = 1 << 16
_LONGEST_NAME = 120
_DIRECTORY_BYTES = 1024
"""Bytes that one file may take in the directory of an archive, which is read whole."""
_END_RECORD = struct.Struct("<4s4H2LH")  # APPNOTE.TXT 4.3.16, the end of the directory of an archive
_ODD = re.compile(r"[^\w .,()+@=–-]")


@dataclass
class Room:
    """How many files and bytes may still come out of an upload; what is taken is gone."""

    files: int
    bytes: int

    def take_file(self, name: str) -> None:
        """Room for one more file; ``DocumentError`` if there is none."""
        self.files -= 1
        if self.files < 0:
            raise DocumentError(name, "there are too many files in one upload")

    def take(self, number: int, name: str) -> None:
        """Room for so many bytes; ``DocumentError`` if there is none."""
        self.bytes -= number
        if self.bytes < 0:
            raise DocumentError(name, "it unpacks to more than is allowed")


def put(name: str, file: IO[bytes], folder: Path, room: Room) -> Iterator[Source | DocumentError]:
    """Put a file into the folder, or all files of an archive (zip, gz); what cannot be is a ``DocumentError``.

    ``name`` is what the sender calls it, and what the documents' source is called; no path of it is followed.
    """
    shown = safe_name(name)
    try:
        if shown.lower().endswith(".zip"):
            yield from _unzip(shown, file, folder, room)
        elif shown.lower().endswith(".gz"):
            with gzip.GzipFile(fileobj=file) as unpacked:
                yield _write(shown, shown[:-3], unpacked, folder, room)
        else:
            yield _write(shown, shown, file, folder, room)
    except DocumentError as error:
        yield error
    except (zipfile.BadZipFile, zlib.error, EOFError, gzip.BadGzipFile, struct.error, ValueError) as error:
        yield DocumentError(shown, f"it is damaged, or no archive ({error})")
    except RuntimeError as error:  # that of zipfile for other ways of packing, and for a password
        yield DocumentError(shown, f"it is packed in a way that cannot be opened ({error})")


def safe_name(name: str) -> str:
    """The last part of a name, of plain signs and no great length, with the ending that tells how to read it."""
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = _ODD.sub("_", last).strip(" .")
    stem, ending = PurePosixPath(plain).stem, PurePosixPath(plain).suffix
    return f"{stem[:_LONGEST_NAME]}{ending[:12]}" or "document"


def _unzip(name: str, file: IO[bytes], folder: Path, room: Room) -> Iterator[Source | DocumentError]:
    _check_directory(name, file, room)
    with zipfile.ZipFile(file) as archive:
        for info in archive.infolist():
            inner = PurePosixPath(info.filename.replace("\\", "/"))
            if info.is_dir() or inner.name.startswith(".") or "__MACOSX" in inner.parts:
                continue
            shown = "/".join([name, *(safe_name(part) for part in inner.parts if part not in ("/", ".", ".."))])
            if inner.suffix.lower() in (".zip", ".gz"):
                yield DocumentError(shown, "an archive within an archive is not opened")
                continue
            with archive.open(info) as unpacked:
                yield _write(shown, safe_name(info.filename), unpacked, folder, room)


def _check_directory(name: str, file: IO[bytes], room: Room) -> None:
    """``DocumentError`` if the directory of the archive is larger than that of so many files can be."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - (1 << 16) - _END_RECORD.size))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END_RECORD.size:
        raise DocumentError(name, "it is no zip archive")
    directory = _END_RECORD.unpack_from(tail, at)[5]
    if directory > max(room.files, 1) * _DIRECTORY_BYTES:
        raise DocumentError(name, "there are too many files in one upload")
    file.seek(0)


def _write(shown: str, name: str, file: IO[bytes] | gzip.GzipFile, folder: Path, room: Room) -> Source:
    """Copy piece by piece, so that what is too large is left before it is whole."""
    room.take_file(shown)
    own = folder / str(sum(1 for _ in folder.iterdir()))
    own.mkdir()
    path = own / name
    with path.open("xb") as kept:
        while piece := file.read(_PIECE):
            room.take(len(piece), shown)
            kept.write(piece)
    return Source(shown, path)
