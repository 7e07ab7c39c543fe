"""What there is to read: files, the files of folders, and standard input."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.documents.words import words
from dragoman.errors import DocumentError

STDIN = "-"
_STDIN_NAME = "standard input"  # as messages and lists call it


@dataclass(frozen=True)
class Source:
    """One input: a file, or standard input where ``path`` is None. ``name`` is the path as the user gave it."""

    name: str
    path: Path | None = None

    @property
    def id(self) -> str:
        """The label of the document if the input itself has none: the file's name without its ending."""
        return _readable(self.path.stem) if self.path else "stdin"


def sources(paths: Iterable[str | Path | Source]) -> Iterator[Source | DocumentError]:
    """List the inputs that ``paths`` stand for, in a stable order, without opening them.

    A source stands for itself: a file that is to go by another name than its path.

    A folder gives its files and those of its folders, sorted by name; hidden ones (".git") and what programs
    leave behind ("Thumbs.db") are left out.
    What does not exist or cannot be listed is a ``DocumentError`` in its place.
    """
    for path in [paths] if isinstance(paths, (str, Path)) else paths:
        if isinstance(path, Source):
            yield path
            continue
        if str(path) == STDIN:
            yield Source(_STDIN_NAME)
            continue
        try:
            is_folder = Path(path).is_dir()
        except (OSError, ValueError) as error:
            yield unreadable(_readable(path), error)
            continue
        yield from _folder(Path(path)) if is_folder else [Source(_readable(path), Path(path))]


def count(paths: Iterable[str | Path | Source]) -> int:
    """How many inputs ``sources`` would list; a file of JSON lines, a feed or an archive counts as one."""
    return sum(1 for _ in sources(paths))


def unreadable(name: str, error: Exception) -> DocumentError:
    """Say in plain words why the system does not let us read ``name``."""
    match error:
        case FileNotFoundError():
            reason = "there is no such file or folder"
        case PermissionError():
            reason = "no permission to read it"
        case OSError() if error.strerror:
            reason = error.strerror.lower()
        case _:
            reason = str(error)
    return DocumentError(name, reason)


def _folder(folder: Path) -> Iterator[Source | DocumentError]:
    found = False
    for item in _files(folder):
        found = True
        yield item
    if not found:
        yield DocumentError(_readable(folder), "there is no file in the folder")


def _files(folder: Path) -> Iterator[Source | DocumentError]:
    try:
        children = sorted(folder.iterdir())
    except OSError as error:
        yield unreadable(_readable(folder), error)
        return
    for child in children:
        if _is_hidden(child.name):
            continue
        # A linked folder is not entered: it may hold the folder that it stands in.
        if child.is_dir() and not child.is_symlink():
            yield from _files(child)
        elif not child.is_dir():
            name = _readable(child)
            yield Source(name, child) if _may_end(child) else DocumentError(name, "it is no file")


def _is_hidden(name: str) -> bool:
    """Whether a file or folder is not for people: hidden (".git"), or left behind by a program ("~$report.docx")."""
    left = tuple(words("left_behind_beginnings", "code.toml"))
    return name.startswith((".", *left)) or name.lower() in words("left_behind", "code.toml")


def _may_end(path: Path) -> bool:
    """Whether this is not a pipe, a socket or a device, at which one may wait for ever. Who names one means it."""
    return path.is_file() or not path.exists()


def _readable(path: str | Path) -> str:
    """The path as text that can be stored: file names may hold bytes that are not UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")
