"""Which entries speak of one thing.

    quotes      what a document says around an entry
    features    what an entry is compared by (naming, named, things, words and counting read its names)
    compare     two entries: points for and against, with reasons (evidence, timing, amounts and kinds hold the rules)
    blocking    which entries are compared at all
    candidates  all entries of a ledger: their links
    clusters    groups out of links and decisions

All of it follows from the entries, the days of their documents and the knowledge files, from nothing else.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from dragoman.knowledge import FOLDER


@cache
def rules() -> str:
    """What identity goes by, in a few letters: changes with every change of these modules and of their knowledge."""
    digest = hashlib.sha256()
    for path in files():
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def files() -> list[Path]:
    """The modules that identity is told by and the knowledge that they read; a test holds that none is left out."""
    known = (
        "identity.toml", "common_words.tsv", "dates.toml", "numerals.tsv", "states.tsv", "places.tsv", "names.toml",
        "given_names.tsv", "bodies.toml", "organisations.tsv", "posts.toml", "ambiguous.tsv", "leaders.tsv",
        "place_names.toml",
    )  # fmt: skip
    beside = (
        "history.py", "states.py", "actors/names.py", "actors/spelling.py", "../reading/whole/once_more.py",
        "../reading/states/gazetteer.py", "../reading/states/known_names.py", "../reading/states/titled.py",
        "../reading/states/bare_cities.py", "../reading/states/shared_names.py",
    )  # fmt: skip
    folder = Path(__file__).parent
    return [
        *sorted(folder.glob("*.py")),
        *(folder.parent / name for name in beside),
        *(FOLDER / name for name in known),
    ]
