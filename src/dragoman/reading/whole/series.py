"""Series: a meeting that is told by its number alone is of the body whose meeting was told before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.models import Entry, Event
from dragoman.reading.quantities.naming import ORDINAL

_NUMBER = rf"(?:{ORDINAL}|\d+(?:st|nd|rd|th))"
_MEETING = r"(?P<noun>meeting|session|round|summit)"
# "Tenth meeting", "the 3rd round"; and what tells whose meeting it is: "Ninth meeting of the commission".
_ALONE = re.compile(rf"(?:the )?{_NUMBER} {_MEETING}", re.IGNORECASE)
_OF_SOMEBODY = re.compile(rf"\b{_NUMBER} {_MEETING}\b(?=.*\w)", re.IGNORECASE)


def with_series(entries: Sequence[Entry]) -> list[Entry]:
    """The entries in the order of the text, numbered meetings of nobody with the parties of those told before."""
    found: list[Entry] = []
    last: dict[str, Event] = {}
    for entry in entries:
        if isinstance(entry, Event) and entry.type == "meeting":
            alone, whose = _ALONE.fullmatch(entry.title), _OF_SOMEBODY.search(entry.title)
            if alone and not entry.parties and (before := last.get(alone["noun"].casefold())):
                entry = entry.model_copy(update={"parties": before.parties})
            elif whose and entry.parties:
                last[whose["noun"].casefold()] = entry
        found.append(entry)
    return found
