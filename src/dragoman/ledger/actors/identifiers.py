"""Identifiers of actors in Wikidata and GeoNames, as a user gives them in a table."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, model_validator

from dragoman.errors import KnowledgeError
from dragoman.models import Model
from dragoman.values import CountryCode

COLUMNS = ("kind", "name", "state", "wikidata", "geonames")


class Identifier(Model):
    """What Wikidata and GeoNames call an actor, which is known by its kind, its name and the state that it belongs to.

    A state is known by its code; its name may be anything.
    """

    kind: Literal["state", "organisation", "person", "place"]
    name: Annotated[str, Field(min_length=1)]
    state: CountryCode | None = None
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9][0-9]*$")] | None = None
    geonames: Annotated[str, Field(pattern=r"^[1-9][0-9]*$")] | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Identifier:
        if not self.wikidata and not self.geonames:
            raise ValueError("there is neither a wikidata nor a geonames id")
        if self.kind == "state" and not self.state:
            raise ValueError("a state needs its code in the column state")
        return self


def read_identifiers(path: Path) -> list[Identifier]:
    """The rows of a table with the columns kind, name, state, wikidata and geonames, parted by tabs or commas.

    ``KnowledgeError`` names the file and the line of a row that is wrong; then none is read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            rows = csv.DictReader(file, delimiter="\t" if "\t" in first else ",", strict=True)
            _check_header(path, rows.fieldnames or ())
            return [_identifier(path, rows.line_num, row) for row in rows]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise KnowledgeError(f"{path}: {reason}") from error


def _check_header(path: Path, header: Any) -> None:
    missing = [name for name in ("kind", "name") if name not in header]
    unknown = [str(name) for name in header if name not in COLUMNS]
    if missing or unknown:
        wrong = f"no column {missing[0]!r}" if missing else f"unknown column {unknown[0]!r}"
        raise KnowledgeError(f"{path}, line 1: {wrong}; the columns are {', '.join(COLUMNS)}")


def _identifier(path: Path, line: int, row: dict[str, Any]) -> Identifier:
    if None in row:
        raise KnowledgeError(f"{path}, line {line}: more cells than the header has")
    cells = {name: cell.strip() for name, cell in row.items() if cell and cell.strip()}
    try:
        return Identifier.model_validate(cells)
    except ValidationError as error:
        problem = error.errors()[0]
        where = "".join(f"{part}: " for part in problem["loc"])
        raise KnowledgeError(f"{path}, line {line}: {where}{problem['msg'].removeprefix('Value error, ')}") from error
