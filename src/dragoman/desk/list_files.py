"""Lists as files: CSV and JSON of exactly what a page shows."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from starlette.responses import Response

from dragoman.desk.listing import Shown
from dragoman.exchange.tables import plain_cell


def answer[Row](shown: Shown[Row], name: str) -> Response | None:
    """The rows as CSV or JSON if that is asked for; ``name`` is what a file of it is called."""
    match shown.format:
        case "csv":
            headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
            return Response(to_csv(shown), media_type="text/csv; charset=utf-8", headers=headers)
        case "json":
            return Response(to_json(shown), media_type="application/json")
    return None


def to_csv[Row](shown: Shown[Row]) -> str:
    """The rows as RFC 4180 has it. Cells that a spreadsheet would take for a formula begin with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.name for column in shown.listing.columns])
    writer.writerows([_cell(column.value(row)) for column in shown.listing.columns] for row in shown.rows)
    return out.getvalue()


def to_json[Row](shown: Shown[Row]) -> str:
    """The rows as objects, with how many there are in all."""
    rows = [{column.name: column.value(row) for column in shown.listing.columns} for row in shown.rows]
    body = {"total": shown.total, "page": shown.page, "pages": shown.pages, "rows": rows}
    return json.dumps(body, ensure_ascii=False, default=str)


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple):
        value = "; ".join(str(each) for each in value)
    return plain_cell(value)
