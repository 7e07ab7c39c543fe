"""The JSON Schema of the entry format, made from the models: ``python -m dragoman.exchange.schema``."""

from __future__ import annotations

import json
import sys
from typing import Any

from dragoman.models import Reading


def entry_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one line of the entry format, a ``Reading``."""
    schema = Reading.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dragoman entry format: one document and all that it says",
        **{key: value for key, value in schema.items() if key != "title"},
    }


def to_json() -> str:
    """The schema as the text of ``docs/entry.schema.json``."""
    return json.dumps(entry_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(to_json())
