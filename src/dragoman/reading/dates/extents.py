"""Extents: the dates of a text as TIMEX3 marks them, each end of a range by itself and with the words that hedge it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from dragoman.knowledge import read_toml
from dragoman.reading.dates.finding import DateMention
from dragoman.reading.dates.words import unwrapped
from dragoman.values import Edtf

_JOINT = re.compile(r"\s*,?\s+(?:to|till?|until|through|thru|and)\s+|\s+[-–—/]\s+|\s?[–—]\s?|[-/]", re.IGNORECASE)
_HEDGE = re.compile(
    r"\b(?:(?:no |not )?(?:more|less|fewer|later|longer) than|at (?:least|most)|up to|almost|nearly|about|around"
    r"|roughly|approximately|some|just (?:over|under)|well over|only|barely|hardly|scarcely"
    r"|close to|another|the"
    r"|(?:(?<=\bin )|(?<=\bfor )|(?<=\bafter )|(?<=\bis )|(?<=\bare )|(?<=\bwas )|(?<=\bwere ))(?:over|under)"
    r")\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_THE_YEARS = re.compile(r"the\s+(?=\d{4}\s?[-–])", re.IGNORECASE)
_REST = re.compile(r"\bthe (?:rest|remainder|balance) of\s+\Z", re.IGNORECASE)
_EARLY_ON = re.compile(r"\b(?:early|late)\s+on\s+\Z", re.IGNORECASE)
_LONGER = re.compile(r"(?:longer|later)\b")
_OFTEN = re.compile(
    r"\b(?:once|twice|(?:two|three|four|five|six|seven|eight|nine|ten|several|many|\d+) times)\s+(?:in\s+)?\Z",
    re.IGNORECASE,
)
_TWICE = re.compile(r"\b(?:once|twice|thrice)-\Z", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:an?|the)\s+(?=(?:\d+\s)?\S+-)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?:an?|the)\s+(?=\w+-(?:quarter|half|century|earlier|ago|end|\d\d)\Z)", re.IGNORECASE)
_NOT_LONG = re.compile(r"\bnot (?:so |too |that |very )?\Z", re.IGNORECASE)
_OLD = re.compile(r"-old\b|\s+old\b")
_OR_TWO = re.compile(r"\s+or (?:two|three|so)\b")
_ZONE = re.compile(r"\s+\(?(?:[ECMP][SD]?T|GMT|UTC|[A-Z][a-z]+ (?:[Ss]tandard |[Dd]aylight )?[Tt]ime|local time)\b")
_ABOUT = re.compile(r"\b(?:about|around|approximately|nearly|almost)\s+\Z", re.IGNORECASE)
_RIGHT = re.compile(r"\bright\s+\Z", re.IGNORECASE)
_AGO = re.compile(r"\b(?:ago|later|earlier)\Z")
_REACH = 80  # characters in which the count of "as many" is told
_DAY = 10  # characters of an EDTF day
_CLOCK = re.compile(r"T\d\d:\d\d\Z")


def timexes(dates: Iterable[DateMention], text: str) -> list[DateMention]:
    """The dates of ``text`` with the extents of TIMEX3 (TimeML 1.2.1): a range is two of them."""
    found: list[DateMention] = []
    flat = unwrapped(text)
    for each in dates:
        for part in _ends(replace(each, text=flat[each.start : each.end]), flat):
            marked = _marked(part, flat)
            taken = bool(found) and marked.start < found[-1].end
            found.append(part if taken else marked)
    return [replace(each, text=text[each.start : each.end]) for each in found]


def _ends(date: DateMention, text: str) -> Iterator[DateMention]:
    """Both ends of a range; what is none, as it is."""
    timex, edtf = (date.timex or "").split("/"), (date.edtf or "").split("/")
    joints = list(_JOINT.finditer(text, date.start, date.end))
    if date.kind != "range" or len(timex) != 2 or not joints:
        yield date
        return
    spoken = [each for each in joints if each.group().strip(" ,\n").isalpha()]
    middle = (date.start + date.end) / 2
    joint = min(spoken or joints, key=lambda each: abs((each.start() + each.end()) / 2 - middle))
    places = ((date.start, joint.start()), (joint.end(), date.end))
    if article := _THE_YEARS.match(text, date.start, date.end):
        places = ((article.end(), joint.start()), places[1])
    for (start, end), code, value in zip(places, timex, (edtf[0], edtf[-1]), strict=True):
        day = Edtf(value) if value else None
        yield replace(date, start=start, end=end, text=text[start:end], timex=code, edtf=day, kind="date")


def _marked(date: DateMention, text: str) -> DateMention:
    """The date with its hedge ("nearly two years"), without the article of what it describes ("a two-day visit")."""
    start, end = date.start, date.end
    if date.kind == "duration" or (date.kind == "until" and (date.timex or "").startswith("P")):
        if article := _ARTICLE.match(text, start, end):
            start = article.end()
        elif date.text.startswith("many ") and text.endswith("as ", 0, start):
            return _as_many(date, text)
        elif lower := _lower_count().search(text, max(0, start - 24), start):
            start = lower.start()
        elif times := _OFTEN.search(text, max(0, start - 24), start):
            start = times.start()
        elif "-" not in date.text and (hedge := _HEDGE.search(text, max(0, start - 24), start)):
            start = hedge.start()
        if more := _OLD.match(text, end) or _OR_TWO.match(text, end):
            end = more.end()
    elif date.kind == "range" and (more := _OR_TWO.match(text, end)):  # "the past week or so"
        end = more.end()
    elif article := _ATTRIBUTE.match(text, start, end):
        start = article.end()
    elif date.text.lower() == "long ago":
        start = negated.start() if (negated := _NOT_LONG.search(text, max(0, start - 12), start)) else start
    elif _AGO.search(date.text) and (hedge := _HEDGE.search(text, max(0, start - 24), start)):
        start = start if _LONGER.match(hedge.group()) else hedge.start()
    elif date.kind == "set" and (twice := _TWICE.search(text, max(0, start - 16), start)):
        start = twice.start()
    elif date.kind == "set" and (times := _OFTEN.search(text, max(0, start - 24), start)):
        start = times.start()
    elif _CLOCK.search(date.timex or ""):
        end = zone.end() if (zone := _ZONE.match(text, end)) else end
        start = about.start() if (about := _ABOUT.search(text, max(0, start - 24), start)) else start
    elif date.edtf and len(date.edtf) == _DAY and (early := _EARLY_ON.search(text, max(0, start - 12), start)):
        start = early.start()
    elif date.kind == "date" and (rest := _REST.search(text, max(0, start - 24), start)):
        start = rest.start()
    elif date.timex == "PRESENT_REF" and (right := _RIGHT.search(text, max(0, start - 8), start)):
        start = right.start()
    return replace(date, start=start, end=end, text=text[start:end])


def _as_many(date: DateMention, text: str) -> DateMention:
    """The third attack in as many weeks: three."""
    start = date.start - len("as ")
    counts = _counts()
    told = re.findall(r"[^\W\d_]+|\d+", text[max(0, start - _REACH) : start].lower())
    number = next(
        (counts.get(word) or int(word) for word in reversed(told) if word in counts or word.isdecimal()), None
    )
    timex = date.timex and number and date.timex.replace("X", str(number))
    return replace(date, start=start, text=text[start : date.end], timex=timex or date.timex)


@cache
def _counts() -> dict[str, int]:
    """Number words and ordinals with what they count."""
    tables = read_toml("dates.toml")
    return {word: value for name in ("number", "ordinal") for word, value in tables[name].items() if value > 0}


@cache
def _lower_count() -> re.Pattern[str]:
    """The lower count of "four to six weeks", before the higher one."""
    numbers = "|".join(read_toml("dates.toml")["number"])
    return re.compile(
        rf"(?<![-\w.,$€£])(?:(?:the\s+)?(?:last|past|next|first|coming)\s+)?(?:\d{{1,3}}|{numbers})(?:\s?[-–]\s?|-?\s+(?:to|or)\s+)\Z",
        re.IGNORECASE,
    )
