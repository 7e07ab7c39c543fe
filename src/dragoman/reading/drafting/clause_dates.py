"""Dates of clauses: which of the times of a clause is that of what a predicate tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.knowledge import any_of, column_set, word_set
from dragoman.values import Edtf

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.reading.dates import DateMention
    from dragoman.reading.frames.frames import Frame


def date_nearest(dates: Sequence[DateMention], frame: Frame) -> Edtf | None:
    """The time that goes with the frame's verb and stands nearest to its head, or one within it that tells more.

    "Arrives on 3 May and signs the pact on 5 May": each verb has its own; "the visit this year is to be on
    5 May": the day.
    """
    dates = [d for d in dates if not any(is_other(d, frame) for is_other in _OTHERS)]
    if not dates:
        return None
    best = min(dates, key=lambda date: (_rank(date, frame), abs(date.start - frame.head.idx))).edtf
    within = (
        d.edtf for d in dates if frame.start <= d.start < frame.end and d.edtf and best and _tells_more(d.edtf, best)
    )
    return next(within, best)


def _is_term(date: DateMention, frame: Frame) -> bool:
    """Whether years are those that a plan is for, which do not tell when it was agreed on: "a plan for 2022-2025"."""
    if date.kind != "range" or len(date.edtf or "") != _YEARS:
        return False
    before = frame.sent.text[: date.start - frame.sent.start_char]
    return bool(_PLAN_FOR.search(before) or (frame.kind != "activity" and _FOR_YEARS.search(before)))


def _is_aside(date: DateMention, frame: Frame) -> bool:
    """Whether a time is that of something else, which only tells how long ago: "since taking office in May"."""
    span = frame.sent.doc.char_span(date.start, date.end, alignment_mode="expand")
    if span is None:
        return False
    for token in span.root.ancestors:
        if token in (frame.verb, frame.head):
            return False
        if token.dep_ == "pcomp" and token.tag_ == "VBG" and token.head.lower_ in _SINCE:
            return True
        if token.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ in _SINCE for child in token.lefts):
            return True  # "signed after talks had begun in May"
        founded = token.tag_ == "VBN" and token.lemma_ in word_set("pledges.toml", "founded")
        if founded and token.dep_ in ("advcl", "acl") and frame.verb is not None and token.i < frame.verb.i:
            return True  # "founded in 1897, the club gave"
    return False


def _is_of_another_clause(date: DateMention, frame: Frame) -> bool:
    """Whether a time is that of a relative clause or of reported words that the frame is no part of.

    "The bridge, which was built in 2010, was opened"; "it is to be signed in May, he said after meeting the minister".
    """
    span = frame.sent.doc.char_span(date.start, date.end, alignment_mode="expand")
    own = {frame.head, *frame.head.ancestors}
    for token in (span.root, *span.root.ancestors) if span is not None else ():
        if token in own:
            return False
        if token.dep_ == "relcl" and token.pos_ in ("VERB", "AUX"):
            return date.kind != "since" and token.head != frame.head and token.lemma_ not in _HAPPENS
        if (noun := _set_apart_from(token)) is not None and noun not in own:
            told_of = frame.head.pos_ != "VERB" and frame.head.is_ancestor(noun)  # "the treaty of Lima, signed in May"
            return date.kind != "since" and not told_of
        if token.dep_ == "acl" and token.tag_ == "VBN" and _is_before_or_about(token.head):
            return token.head not in own and date.kind != "since"  # "lent ships after talks held in Suva in May"
        if token.dep_ == "ccomp" and token.head in own and token.head != frame.head:
            return token.head.lemma_ in column_set("reporting.tsv", "lemma")
    return False


def _is_of_a_joined_clause(date: DateMention, frame: Frame) -> bool:
    """Whether a time is told with a verb that is joined to the frame's: of a meeting before, of what else it "will" do.

    "To carry out what the meeting in May decided and widen the trade"; "will send doctors and will build a school
    this year".
    """
    span = frame.sent.doc.char_span(date.start, date.end, alignment_mode="expand")
    verb = frame.verb
    if span is None or verb is None:
        return False
    above = list(span.root.ancestors)
    told = next((token for token in above if token.pos_ in ("VERB", "AUX")), None)
    if told is None or told == verb:
        return False
    if date.end <= verb.idx:
        noun = above[1] if len(above) > 1 and above[0].pos_ == "ADP" else None
        if noun is None or noun.lemma_.lower() not in word_set("visits.toml", "errands"):
            return False
        handled = noun.dep_ == "dobj" or noun.head.lower_ == "of"
        return handled and noun not in (frame.head, *frame.head.ancestors)
    while verb.dep_ == "xcomp" and verb.head.pos_ == "VERB":
        verb = verb.head
    of_its_own = told.dep_ == "conj" and told.head == verb and date.start >= told.idx
    return of_its_own and all(any(child.tag_ == "MD" for child in one.children) for one in (told, verb))


def _is_owned_by_another(date: DateMention, frame: Frame) -> bool:
    """Whether a time only tells of which of its kind another thing is, which the frame's act comes after or is about.

    "Further to talks at last year's forum, Chile lends"; "condemned Tuesday's attack"; but "signed at last year's
    forum".
    """
    span = frame.sent.doc.char_span(date.start, date.end, alignment_mode="expand")
    if span is None or span.root.dep_ != "poss" or not _OWNS.match(frame.sent.doc.text, date.end):
        return False
    noun = span.root.head
    if noun == frame.head or noun.is_ancestor(frame.head) or frame.verb is None:
        return False
    if noun.dep_ == "pobj":
        return noun.head.lower_ not in _TAKING_PLACE or noun.head.head not in (frame.head, frame.verb)
    return noun.dep_ == "dobj" and frame.types[:1] == ("statement",)


def _is_of_level(date: DateMention, frame: Frame) -> bool:
    """Whether a year only tells what something is measured by: "28 per cent below 2005 levels"."""
    sent = frame.sent
    return len(date.edtf or "") == _YEAR and _LEVEL.match(sent.text, date.end - sent.start_char) is not None


def _is_when_another_happened(date: DateMention, frame: Frame) -> bool:
    """Whether a time hangs on a noun that only tells what went before: "to meet them after the vote in May"."""
    span = frame.sent.doc.char_span(date.start, date.end, alignment_mode="expand")
    verb = frame.head.head
    if frame.head.dep_ == "nsubj" and verb.lemma_ == "follow" and date.start > verb.idx:
        return True  # "the signing follows the offer of May"
    above = list(span.root.ancestors) if span is not None else []
    noun = next((token for token in above[:_PHRASES] if token.pos_ in ("NOUN", "PROPN")), None)
    if noun is None or (noun != above[0] and above[0].pos_ != "ADP"):
        return False
    own = {frame.head, *frame.head.ancestors}
    return noun not in own and noun.dep_ == "pobj" and noun.head.lower_ in _AFTER


def _is_before_or_about(noun: Token) -> bool:
    """Whether something else happens after, before or over what a noun names."""
    return noun.dep_ == "pobj" and noun.head.lower_ in _APART


def _set_apart_from(token: Token) -> Token | None:
    """The noun from which a comma parts a participle that tells of it: "the market, lost to fire in 2016"."""
    if token.tag_ != "VBN" or token.dep_ not in ("acl", "advcl") or token.i - token.sent.start < _NOUN_AND_COMMA:
        return None
    comma, noun = token.nbor(-1), token.nbor(-2)
    return noun if comma.text == "," and noun.pos_ in ("NOUN", "PROPN") else None


def _rank(date: DateMention, frame: Frame) -> int:
    """0 if the date goes with the frame's verb, 1 if with another, -1 if it stands before the noun that tells it."""
    span = frame.sent.doc.char_span(date.start, date.end, alignment_mode="expand")
    if span is not None and frame.head.pos_ != "VERB" and span.root.head == frame.head and span.root.i < frame.head.i:
        return -1  # "the 2009 council and the 2010 elections"
    if span is None or frame.verb is None:
        return 0
    above = list(span.root.ancestors)
    verb = next((token for token in above if token.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb == frame.verb:
        return 0
    of_head = verb.dep_ in ("acl", "relcl") and verb.head == frame.head and frame.head.pos_ != "VERB"
    return int(not of_head and frame.head not in above[: above.index(verb)])


def _tells_more(one: Edtf, other: Edtf) -> bool:
    """Whether the first of two times is given in days and lies within the second, a whole year or month."""
    days = all(len(end) == _DAY for end in one.split("/"))
    whole = len(other) in (_YEAR, _MONTH)
    return bool(
        days
        and whole
        and one.first
        and one.last
        and other.first
        and other.last
        and other.first <= one.first
        and one.last <= other.last
    )


_HAPPENS = (
    "take",
    "hold",
    "last",
    "fall",
    "open",
    "begin",
    "start",
    "end",
)  # "talks in Lima, which were held on 3 May"
# What makes a time one of something else.
_OTHERS = (
    _is_term, _is_aside, _is_of_another_clause, _is_of_a_joined_clause, _is_owned_by_another, _is_when_another_happened,
    _is_of_level,
)  # fmt: skip
_AFTER = ("after", "following", "since")
_PHRASES = 2  # the preposition before a time, and the noun that it hangs on
_LEVEL = re.compile(rf" {any_of('date_cues.toml', 'called_by_year')}\b")
_OWNS = re.compile(r"['’]s?\s")
_APART = ("after", "following", "since", "before", "about", "over", "despite")
_TAKING_PLACE = ("at", "during", "in", "on", "by")
_FOR_YEARS = re.compile(r"\bfor (?:the (?:years |period )?)?\Z", re.IGNORECASE)
_SINCE = ("since", "after", "before", "following")
_NOUN_AND_COMMA = 2  # words
_YEAR, _MONTH, _DAY, _YEARS = 4, 7, 10, 9  # characters of an EDTF year, month and day, and of years
_PLAN_FOR = re.compile(
    rf"\b{any_of('giving.toml', 'made_for_years')}s?"
    r"(?: of \w+)? (?:for|covering|in) (?:the (?:years |period )?)?\Z",
    re.IGNORECASE,
)
