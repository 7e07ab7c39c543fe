"""The language of a text, as an ISO 639-1 code."""

from __future__ import annotations

import math
import re

from dragoman.documents.words import words

_SAMPLE = 4000  # characters; language is plain from far fewer
_FEWEST = 20  # letters below which no language is named
_ENGLISH = 0.1  # share of words that are English alone; English news has 0.15 to 0.3
# By how much another language must lead English, in the classifier's log odds by the square root of the bytes: English
# lists of foreign names reach 2.0, a short sentence of Spanish 2.9, of Dutch or Danish 10.
_LEAD = 2.5
# Nigerian Pidgin, whose words are English: English with African names reaches 4, a short sentence of Pidgin 9.
_LEADS = {"pcm": 6.0}


def find_language(text: str) -> str | None:
    """The language that the beginning of ``text`` is written in, None if it is too short to tell."""
    tokens = re.findall(r"[^\W\d_]+", text[:_SAMPLE])
    if sum(map(len, tokens)) < _FEWEST:
        return None
    english = words("english_words")
    if sum(token.lower() in english for token in tokens) >= _ENGLISH * len(tokens):
        return "en"
    return _classified(" ".join(tokens))


def _classified(text: str) -> str:
    # Takes 0.7 seconds to load, more than reading a short document: so only for texts that are not plainly English.
    import py3langid

    ranked: list[tuple[str, float]] = py3langid.rank(text)
    best, odds = ranked[0]
    lead = (odds - dict(ranked)["en"]) / math.sqrt(len(text.encode()))
    return best if lead > _LEADS.get(best, _LEAD) else "en"
