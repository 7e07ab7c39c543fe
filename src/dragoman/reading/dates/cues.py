"""Cues: what the words around a date tell of it, from ``knowledge/date_cues.toml``."""

from __future__ import annotations

import re
from functools import cache

from dragoman.knowledge import read_toml

_REACH = 300  # characters of the sentence, either side, in which a tense is looked for
_LONGEST = 16  # characters of a verb
_ACROSS = 60  # characters that a verb after the date counts as farther away than one before it


@cache
def words(*names: str) -> str:
    """The lists ``names`` as one regular expression that matches whole words."""
    lists = read_toml("date_cues.toml")
    return r"\b(?:" + "|".join(word for name in names for word in lists[name]) + r")\b"


# The end of a sentence: its mark, but for those of "Mr.", "J." and "Sept.", or a blank line; no small letter follows.
_SENTENCE_END = re.compile(
    r"[.!?](?<!\bMr.)(?<!\bDr.)(?<!\bMrs.)(?<!\bMs.)(?<!\bSt.)(?<!\bNo.)(?<!\bHon.)(?<!\b[A-Z].)(?<!\bSept.)"
    r"(?<!\bJan.|\bFeb.|\bMar.|\bApr.|\bJun.|\bJul.|\bAug.|\bSep.|\bOct.|\bNov.|\bDec.)['\"”’)]*\s++(?=[^a-z])"
    r"|\n[ \t]{0,80}\n\s{0,80}+(?=[^a-z\s])"
)

# Behind a date: a noun of which it is an attribute ("the June 2016 treaty"), or the subject of the clause.
_ATTRIBUTED = re.compile(r"\s+(?!" + words("no_noun") + r")[a-z]{4,}")
_ATTRIBUTE = re.compile(r"\s+[A-Za-z][a-z]{3,}")
# Between two dates: a verb in the present, "…, now employs …".
_NOW = re.compile(r",\s+(?:[a-z]+ly\s+|now\s+)?(?!was|has|its|his|this|as\b|plus|us\b)[a-z]{3,}s\s+(?!of\b|and\b)")

# Before a date, up to it.
_DETERMINED = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s+\Z")
_OWNED = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Mm]y|[Oo]ur)\s+\Z")
_WRITTEN = re.compile(words("written") + r" (?:of|dated)\s+\Z")  # "my letter of"
_DUE = re.compile(r"\bdue\s+\Z")  # "bonds due"
_MEASURED = re.compile(words("measured") + r"\s+(?:through|to|until)\s+\Z")  # "the nine months through"
_LASTED = re.compile(words("lasted") + r"[^.;]{0,40}?\b(?:until|till)\s+\Z")  # "ruled the state until"
_WILL = re.compile(words("promised") + r"[^.;,]*\Z")  # "opens its doors on"
_CLAUSE = re.compile(r"[,;:—–]\s*(?:and\s+|but\s+)?(?:on|in|from|by)\s+(?:the\s+)?\Z", re.IGNORECASE)
_SAID_OF = re.compile(r"\bthat\s+(?:on|in|from|by)\s+(?:the\s+)?\Z")  # "announced that in September it will begin"
_ADJUNCT = re.compile(words("before_date") + r"\s+(?:the\s+)?\Z", re.IGNORECASE)

# A verb of the past. Not what looks like one after another verb: "could hit", "will have", "to be signed".
_NOT_YET = (
    r"(?<!\bbe |\bto )(?<!\bmay |\bcan )(?<!\bwill |\bmust )(?<!\bcould |\bwould |\bmight |\bshall )(?<!\bshould )"
)
_PAST = rf"{_NOT_YET}(?!{words('not_past')}){words('past')}"
_PAST_BEFORE = re.compile(_PAST + r"\s+\Z")
# What tells the tense of a clause, and on which side of the day of writing it lies.
_TENSES = ((re.compile(words("future") + r"|['’]ll\b"), 1), (re.compile(_PAST), -1))
# "Had hoped to", "was too ill to": of which little says on which side of the day of writing its time lies.
_ONCE_HAD = re.compile(
    r"\b(?:was|were|had been)\s+(?:not\s+)?(?:too\s+\w+|(?:un)?able|forced|obliged|unwilling|(?:not\s+)?allowed)\s+\Z"
    r"|\bhad\s+(?:(?:not|also|once|originally|earlier|initially|first|to|[a-z]+ed)\s+){0,4}\Z"
)
_COMPARED = re.compile(r"\b(?:from|than|against|with)\s+(?:that of\s+)?\Z")
_HABITUAL = re.compile(words("habitual") + r"[^.;]{0,60}\Z")
_DELIVERED = re.compile(r"['’]?s?\s+" + words("delivered"))  # "May | wheat"
_TO_DELIVER = re.compile(words("delivered") + r"\s+(?:for|in)\s+\Z", re.IGNORECASE)  # "contracts for | January"
_AS_IT_WAS = re.compile(  # "more than in", "the same as on", "up from"
    r"\b(?:(?:than|(?<!early )(?<!late )(?<!soon )as)(?: (?:it|they) (?:was|were|did|had))? (?:in|on)"
    r"|(?:up|down|unchanged) from)\s+\Z"
)

# What stands before and after numbers that count, or that can be nothing but years.
COUNTING = re.compile(r"[ -]?(?:" + words("counting") + "|[%°])", re.IGNORECASE)
NUMBERING = re.compile(
    r"(?:" + words("numbering") + r"\.?\s*|[$€£¥#\w]|(?<!\d{4})/|\d[.,]|(?<!\b\d{4})(?<=\d)-)\Z", re.IGNORECASE
)
SURELY_DATING = re.compile(words("surely_dating") + r"[\s-]*\Z|[(,]\s*\Z", re.IGNORECASE)

# "The Sunday Times", the name of a paper; "within two weeks", what is left of a time; "by ten", where ten is an hour.
PAPER = re.compile(r"\s+" + words("papers"))
TIME_LEFT = re.compile(words("time_left") + r"\s+(?:the\s+)?\Z", re.IGNORECASE)
AT_AN_HOUR = re.compile(words("before_hour") + r"\s+\Z", re.IGNORECASE)


def sentence_ends(text: str) -> list[int]:
    """Where sentences begin, the first excepted."""
    return [match.end() for match in _SENTENCE_END.finditer(text)]


def is_attribute(text: str, start: int, end: int) -> bool:
    """Whether a date only tells of one thing: "the June 2016 treaty", "the bonds due 2019"."""
    if _DUE.search(text, max(0, start - 8), start):  # "bonds due 2004"
        return True
    return bool(_DETERMINED.search(text, max(0, start - 8), start) and _ATTRIBUTE.match(text, end))


def is_of_thing(text: str, start: int, end: int) -> bool:
    """Whether a date only says which of several things is meant: "his 2014 visit", "my letter of 10 May"."""
    return bool(_OWNED.search(text, max(0, start - 8), start) and _ATTRIBUTE.match(text, end)) or bool(
        _WRITTEN.search(text, max(0, start - 40), start)
    )


def is_past(text: str, start: int) -> bool:
    """Whether a length of time ends then that is told as over: "in the nine months through September", "ruled until
    May"."""
    over = _MEASURED.search(text, max(0, start - 24), start) or _LASTED.search(text, max(0, start - _ACROSS), start)
    return bool(over) and not is_promised(text, start)


def turns_to_now(text: str, start: int, end: int) -> bool:
    """Whether the words between two dates go on to what is now: "founded in 1971, reports its results in March"."""
    return bool(_NOW.search(text, start, end)) and not _TENSES[1][0].search(text, start, end)


def is_promised(text: str, start: int) -> bool:
    """Whether the clause of a date says that something will be then."""
    return bool(_WILL.search(text, max(0, start - _REACH), start))


def is_compared(text: str, start: int) -> bool:
    """Whether a time is only one with which another is compared: "from a month earlier"."""
    return bool(_COMPARED.search(text, max(0, start - 16), start))


def is_habitual(text: str, start: int) -> bool:
    """Whether the clause of a date tells of what comes again: "usually lasts from June to September"."""
    return bool(_HABITUAL.search(text, max(0, start - _REACH), start))


def is_delivered(text: str, start: int, end: int) -> bool:
    """Whether a month is that in which what is traded is delivered, the next one of its name: "May wheat"."""
    return bool(_DELIVERED.match(text, end) or _TO_DELIVER.search(text, max(0, start - 24), start))


def tense(text: str, start: int, end: int) -> int:
    """The side of the nearest word of the sentence that has one: 1 what is to come, -1 what was, 0 not to be told.

    A date goes with the verb before it, unless it begins its clause; as an attribute ("the 8 October earthquake") it
    goes with none.
    """
    if is_delivered(text, start, end):
        return 1
    if _AS_IT_WAS.search(text, max(0, start - 24), start):  # "more than in May"
        return -1
    left, right = _sentence_around(text, start, end)
    lead = text[left:start]
    if said := _SAID_OF.search(lead):
        left, lead = left + said.start(), said.group()
    owned = text.startswith("the ", start)
    if (
        (owned or not _ADJUNCT.search(lead))
        and _ATTRIBUTED.match(text, end)
        and not _PAST_BEFORE.search(lead[-_LONGEST:])
    ):
        return 0
    begins = len(lead) < 14 or bool(_CLAUSE.search(lead))
    sides = []
    for pattern, side in _TENSES:
        for match in pattern.finditer(text, left, right):
            after = match.start() - end
            distance = after + (0 if begins else _ACROSS) if after >= 0 else start - match.end()
            once = side > 0 and _ONCE_HAD.search(text, left, match.start())
            sides.append((distance, -side, 0 if once else side))
    return min(sides)[2] if sides else 0


def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence that the date is in, or as much of it as is near."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, low, start)]
    after = _SENTENCE_END.search(text, end, high)
    return (ends[-1] if ends else low), (after.start() if after else high)
