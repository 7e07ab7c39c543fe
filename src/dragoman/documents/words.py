"""The words of ``page.toml``: what is printed around a text."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """One list of ``page.toml``, in lower case."""
    return frozenset(_lists()[name])


@cache
def _lists() -> dict[str, list[str]]:
    return tomllib.loads(files("dragoman.documents").joinpath("page.toml").read_text(encoding="utf-8"))
