"""What the reading knows of the world, as data files that a person can edit without code.

Each file is a table (TSV: a header line, then one entry a line) or a TOML file. Lines that begin with ``#`` and
empty lines are left out of tables. The codes in the files are checked by the tests.
"""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.errors import KnowledgeError

FOLDER = Path(__file__).parent


@cache
def read_tsv(name: str) -> tuple[dict[str, str], ...]:
    """The rows of the table ``name`` (such as ``states.tsv``) as mappings of column to cell, cells stripped.

    Raises ``KnowledgeError`` with file and line for a row that has more or fewer cells than the header.
    """
    lines = enumerate(_text(name).splitlines(), 1)
    kept = [(number, line) for number, line in lines if line.strip() and not line.startswith("#")]
    if not kept:
        raise KnowledgeError(f"{name}: the table is empty")
    header = [cell.strip() for cell in kept[0][1].split("\t")]
    rows = []
    for number, line in kept[1:]:
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != len(header):
            raise KnowledgeError(f"{name}, line {number}: {len(cells)} cells, but the header has {len(header)}")
        rows.append(dict(zip(header, cells, strict=True)))
    return tuple(rows)


@cache
def read_toml(name: str) -> dict[str, Any]:
    """The content of the TOML file ``name``; raises ``KnowledgeError`` with file and line if it is malformed."""
    try:
        return tomllib.loads(_text(name))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{name}: {error}") from error


@cache
def column_set(name: str, column: str) -> frozenset[str]:
    """The cells of one column of the table ``name``, as a set."""
    return frozenset(row[column] for row in read_tsv(name))


@cache
def word_set(name: str, *path: str) -> frozenset[str]:
    """The list that the TOML file ``name`` holds under the keys ``path``, as a set; of a table, its keys."""
    return frozenset(_at(name, path))


@cache
def any_of(name: str, *path: str) -> str:
    """The same list as one group of a regular expression, its entries tried in the order of the file.

    An entry may itself be a regular expression; of two that begin alike the longer one has to stand first.
    """
    return f"(?:{'|'.join(_at(name, path))})"


def _at(name: str, path: tuple[str, ...]) -> Any:
    """What a TOML file holds under these keys; raises ``KnowledgeError`` if it has no such key."""
    found: Any = read_toml(name)
    for key in path:
        try:
            found = found[key]
        except (KeyError, TypeError) as error:
            raise KnowledgeError(f"{name}: it has no {'.'.join(path)}") from error
    return found


@cache
def read_json(name: str) -> Any:
    """The content of the JSON file ``name``; raises ``KnowledgeError`` with file and line if it is malformed."""
    try:
        return json.loads(_text(name))
    except json.JSONDecodeError as error:
        raise KnowledgeError(f"{name}: {error}") from error


def _text(name: str) -> str:
    try:
        return (FOLDER / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{name}: {error}") from error
