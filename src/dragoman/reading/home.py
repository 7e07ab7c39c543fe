"""Which state's government speaks in a document, if it is a release or a speech of one."""

from __future__ import annotations

import re
from collections import Counter

from spacy.tokens import Doc

from dragoman.reading.gazetteer import Name, find_names
from dragoman.values import CountryCode

_QUOTED = re.compile(r"[\"“][^\"”]{0,2000}[\"”]")
_LEADER = r"(?:Acting |Deputy )?(?:Prime Minister|President|Premier|Foreign Minister|Chancellor|General Secretary|King|Queen|Governor-General)"
_VOICE = (
    (3, re.compile(r"\b(?:my|our) (?:own )?(?:government|country|nation|foreign minister|ministers?|parliament|cabinet)\b", re.I)),
    (1, re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b")),
    (1, re.compile(rf"(?<![a-z] )(?<!’s )(?<!'s )\b(?:the )?{_LEADER}\b(?!,? (?:of|for) )(?!-)", re.I)),
    (2, re.compile(r"\b(?:media|press) (?:release|statement)\b|\bfor (?:press|media)\b", re.I)),
    (2, re.compile(r"\btoday (?:announced|said|signed|welcomed)\b|\bpleased to\b")),
)  # fmt: skip
_GOVERNMENT = r"[’']?s?\s(?:Federal |Commonwealth )?(?:Government|Defence Force|troops|taxpayers|contribution|commitment|assistance)\b"
# What stands before (first) or after (second) a state's name, and how much that speaks for its being the one that speaks.
_EVIDENCE = (
    (4, re.compile(r"(?i)\bvisit(?:s|ing)? (?:to )?$"), re.compile(r"(?i) (?:by|of) ")),
    (2, re.compile(r"(?i)\b(?:arrives?|arriving|guest) (?:in|of the) $"), re.compile("")),
    (-4, re.compile(rf"(?i)\b{_LEADER} of (?:the )?$"), re.compile("")),
    (-4, re.compile(r"(?i)\b(?:visit|visit to|visiting|travel to|go to|leave for|trip to|invitation of the|counterpart in) (?:the )?$"),
     re.compile("")),
    (-4, re.compile(r""), re.compile(rf"(?i)(?:[’']s|n)? (?:counterpart|{_LEADER})\b")),
    (4, re.compile(""), re.compile(_GOVERNMENT)),
    (3, re.compile(r""), re.compile(r"(?:n|ese)?(?:-| and (?:the )?)(?=[A-Z])")),
    (-2, re.compile(r"[a-z](?:-| and (?:the )?)$"), re.compile("")),
)  # fmt: skip


def home_state(doc: Doc) -> CountryCode | None:
    """The state whose government speaks in ``doc``, if it is a release of one; None for news and narratives.

    A release speaks in the first person outside quotations, or of "the Prime Minister" without a state. Its state
    comes first where two are paired, acts through its government, and is not the one that is travelled to.
    """
    whole = doc.text
    text = _QUOTED.sub(lambda quote: " " * len(quote.group()), whole)
    voice = sum(weight * len(pattern.findall(text)) for weight, pattern in _VOICE)
    if voice < 3 or 250 * voice < len(doc):
        return None
    scores: Counter[CountryCode] = Counter()
    for name in find_names(whole):
        if name.code and name.kind in ("state", "adjective", "people", "capital"):
            scores[name.code] += _weight(whole, name)
    best = scores.most_common(1)
    return best[0][0] if best and best[0][1] > 0 else None


def _weight(text: str, name: Name) -> int:
    """How much a mention speaks for its state being the one that speaks."""
    before = text[max(0, name.start - 40) : name.start]
    for weight, left, right in _EVIDENCE:
        if left.search(before) and right.match(text, name.end):
            return weight
    return 1
