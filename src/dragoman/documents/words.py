"""The word lists of this room: ``page.toml``, what is printed around a text, and ``code.toml``, what is no
document that is read."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(name: str, file: str = "page.toml") -> frozenset[str]:
    """One list of ``file``, in lower case."""
    return frozenset(_lists(file)[name])


@cache
def _lists(file: str) -> dict[str, list[str]]:
    return tomllib.loads(files("dragoman.documents").joinpath(file).read_text(encoding="utf-8"))
