"""Flows: sums of trade and investment told as totals of many deals ("exports were worth 3 million euros").

They are figures and never the amount of a piece of work or a deal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeGuard, get_args

from spacy.tokens import Token

from dragoman.knowledge import read_toml
from dragoman.models import Activity, Figure, Measure
from dragoman.reading.figures.features import place_of
from dragoman.reading.frames.slots import ACTED_ON, acted_on, subject_of
from dragoman.reading.frames.speech import shared_tense
from dragoman.reading.page import Page
from dragoman.reading.quantities.numbers import Quantity
from dragoman.reading.quantities.units import measure_of

if TYPE_CHECKING:
    from dragoman.models import Entry
    from dragoman.values import Edtf

_LINKS = ("prep", "pobj", "acomp", "npadvmod", "nummod", "quantmod", "attr", "dobj", "oprd", "appos", "amod", "advmod")
_TOLD = ("past", "perfect", "present")
_ONE = ("a", "an", "the", "this", "that", "its", "their")
_PERIOD = 10  # characters of the EDTF of a day: what is shorter, or has a slash, is a period


def flow_of(page: Page, quantity: Quantity) -> Measure | None:
    """What flow a sum or a quantity of goods is the total of, None if it is none that the past or present knows."""
    if quantity.unit is None or not (quantity.kind == "money" or measure_of(quantity.unit) == "weight"):
        return None
    below: Token | None = None
    for token in (top := place_of(page, quantity).top, *top.ancestors):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("acl", *_LINKS):
            return _of_verb(token, page, direct=quantity.kind == "money" and below in (None, top))
        if token is not top and token.pos_ in ("NOUN", "PROPN") and (flow := flow_noun(token)):
            return flow if flow != "investment" else None
        if token is not top and (dealt := _dealt(token)) is not None:
            return _of_verb(dealt, page, direct=False)
        if token is not top and token.pos_ in ("NOUN", "PROPN") and token.dep_ not in _LINKS:
            return None
        below = token
    return None


def flow_noun(token: Token) -> Measure | None:
    """What flow a noun names: "exports", "the value of trade", "private investment"; None for a single deal."""
    known, lemma = read_toml("flows.toml"), token.lemma_.lower()
    if lemma in known["whole"]:
        return _measure(known["whole"][lemma])
    if lemma in known["plural"] and token.tag_ in ("NNS", "NNPS"):
        return _measure(known["plural"][lemma])
    if lemma in known["invested"]["nouns"] and _is_overall(token):
        return "investment"
    if lemma in known["sums"]["nouns"]:
        inner = (t for c in token.children for t in (c.children if c.lower_ == "of" else (c,)) if c.dep_ != "relcl")
        return next(filter(None, (flow_noun(t) for t in inner if t.dep_ in ("pobj", "compound"))), None)
    return None


def _is_overall(token: Token) -> bool:
    before = {child.lower_ for child in token.children if child.i < token.i}
    if not before.isdisjoint(read_toml("flows.toml")["invested"]["overall"]):
        return True
    return token.tag_ in ("NNS", "NNPS") or before.isdisjoint(_ONE)


def _of_verb(verb: Token, page: Page, *, direct: bool) -> Measure | None:
    known = read_toml("flows.toml")
    if shared_tense(verb) not in _TOLD and verb.dep_ != "amod":
        return None
    lemma = verb.lemma_.lower()
    if lemma in known["dealing"]:
        if any(t.lemma_.lower() in read_toml("pledges.toml")["stakes"] for t in verb.children):
            return None
        return _measure(known["dealing"][lemma]) if direct or _is_of_many(verb, page) else None
    if lemma in known["stating"]["subject"] and (subject := _subject(verb)) is not None:
        return flow_noun(meant(subject))
    if lemma in known["stating"]["object"]:
        return next(filter(None, (flow_noun(child) for child in verb.children if child.dep_ == "dobj")), None)
    return None


def meant(subject: Token) -> Token:
    """The subject, or what "it" goes on telling of: the subject of the sentence before."""
    start = subject.sent.start
    if subject.lower_ not in ("it", "they", "this") or not start:
        return subject
    return subject_of(subject.doc[start - 1].sent.root) or subject


def _subject(verb: Token) -> Token | None:
    """The subject; one that the parse takes for a part of the time before it too: "In 2016 exports were worth …"."""
    if (subject := subject_of(verb)) is not None:
        return subject
    behind = (t for c in verb.lefts if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj")
    return next((t for t in behind if any(child.like_num for child in t.lefts)), None)


def _dealt(goods: Token) -> Token | None:
    """The verb of "Malta exported goods worth …" where the parse takes it for a word that only tells what goods."""
    told = (child for child in goods.lefts if child.dep_ == "amod" and child.pos_ == "VERB")
    return next((verb for verb in told if verb.lemma_.lower() in read_toml("flows.toml")["dealing"]), None)


def _is_of_many(verb: Token, page: Page) -> bool:
    """Whether goods in general were dealt in, or over a time: "imported cars worth 3 million euros in 2019"."""
    if shared_tense(verb) == "present":
        return False
    objects = acted_on(verb)
    of = [t for o in objects for c in o.children if c.lower_ == "of" for t in c.children]  # "3 tonnes of goods"
    bought = [verb.head, *objects, *of]
    if any(t.lemma_.lower() in read_toml("flows.toml")["goods"]["general"] for t in bought):
        return True
    times = [d.edtf for d in page.dates_in(verb.sent) if d.edtf and d.kind in ("date", "range", "since")]
    return any(len(when) < _PERIOD or "/" in when for when in times)


def _measure(name: str) -> Measure:
    if name not in get_args(Measure):
        raise ValueError(f"no measure: {name}")
    return name  # type: ignore[return-value]


def without_totals(told: Sequence[Entry], page: Page) -> list[Entry]:
    """The entries but for the activities whose amount is no single one's.

    It is the total of a flow, or of activities told beside it, what a flow is to come to, what a work yields, or how
    many works there are.
    """
    flows = [q for q in page.quantities if flow_of(page, q) or is_collective(page, q)]
    paid = sorted((e for e in told if isinstance(e, Activity)), key=lambda e: e.evidence[0].start)
    totals = [
        q for q in page.quantities if q.kind == "money" and _TOTAL.search(page.text, max(0, q.start - _NEAR), q.start)
    ]
    return [
        e
        for e in told
        if not (isinstance(e, Activity) and (_is_total(e, flows) or (_is_total(e, totals) and _adds_up(e, paid))))
    ]


def without_sums_since(told: Iterable[Entry], figures: Sequence[Figure]) -> list[Entry]:
    """The entries but for the giving of what was given in all "since 1990" or in many years, which a figure tells."""
    in_all = [figure for figure in figures if figure.date and _is_long(figure.date)]
    return [e for e in told if not (_is_over(e) and any(is_given(figure, e) for figure in in_all))]


def _is_long(time: Edtf) -> bool:
    """Whether a time has no end, or is one of many years: "from 1991 to 2021"."""
    if time.endswith("/.."):
        return True
    return bool(time.first and time.last and (time.last - time.first).days > _MANY_YEARS * 365)


_MANY_YEARS = 8  # longer than one project


def _is_over(entry: Entry) -> TypeGuard[Activity]:
    return isinstance(entry, Activity) and entry.stage in ("done", "underway") and bool(entry.amount)


def without_amounts(figures: Iterable[Figure], told: Iterable[Entry]) -> list[Figure]:
    """The figures but for the goods and heads that are the amount of an activity, which stands on it alone.

    A sum of money may be told as a total as well as given: that is left to what decides on figures.
    """
    given = [entry for entry in told if isinstance(entry, Activity) and entry.amount]
    return [f for f in figures if (f.unit and f.unit.is_money) or not any(is_given(f, activity) for activity in given)]


def is_given(figure: Figure, activity: Activity) -> bool:
    """Whether a figure is the amount of an activity, told at the same place."""
    amount = activity.amount
    same = amount is not None and (figure.value, figure.low, figure.high, figure.unit) == (
        amount.value, amount.low, amount.high, amount.unit,
    )  # fmt: skip
    return same and any(e.start < f.end and f.start < e.end for e in activity.evidence for f in figure.evidence)


def _is_total(activity: Activity, flows: Iterable[Quantity]) -> bool:
    amount = activity.amount
    if amount is None:
        return False
    same = (
        q for q in flows if (q.value, q.low, q.high, q.unit) == (amount.value, amount.low, amount.high, amount.unit)
    )
    return any(e.start <= q.start < e.end for q in same for e in activity.evidence)


def _adds_up(activity: Activity, paid: Sequence[Activity]) -> bool:
    """Whether the sums of the activities told right after it, or right before, come to its own: these are its parts."""
    amount = activity.amount
    if amount is None or not amount.value:
        return False
    at = paid.index(activity)
    for side in (paid[at + 1 :], paid[at - 1 :: -1] if at else []):
        reached, sums = 0.0, set[float]()
        for other in side[:_PARTS]:
            part = other.amount.value if other.amount and other.amount.unit == amount.unit else None
            if part is None or part == amount.value or part in sums:
                continue
            sums.add(part)
            reached += part
            if len(sums) > 1 and abs(reached - amount.value) <= _ROUNDED * amount.value:
                return True
    return False


def is_collective(page: Page, quantity: Quantity) -> bool:
    """Whether a quantity is no single deal's or gift's, though it is none of trade's totals.

    It is what a flow is to come to, what a work yields, how many works there are or how many people have been taught.
    """
    if _is_reached(page, quantity) or _is_yield(page, quantity) or _is_of_works(page, quantity):
        return True
    return _counts_works(quantity) or _is_record(page, quantity)


def _is_reached(page: Page, quantity: Quantity) -> bool:
    """Whether a sum is what a flow is to come to: "bring trade to 5 billion dollars", "raise it to 5 billion"."""
    top = place_of(page, quantity).top
    verb = top.head.head if top.dep_ == "pobj" and top.head.lower_ == "to" else None
    if quantity.kind != "money" or verb is None or verb.lemma_.lower() not in read_toml("flows.toml")["raising"]:
        return False
    raised = [child for child in verb.children if child.dep_ == "dobj"]
    return any(child.pos_ == "PRON" or flow_noun(child) for child in raised)


def _is_yield(page: Page, quantity: Quantity) -> bool:
    """Whether it is what a work yields, once it is there: "the plant will generate 300 gigawatt-hours a year"."""
    if quantity.kind != "measure":
        return False
    top = place_of(page, quantity).top
    return top.dep_ == "dobj" and top.head.lemma_.lower() in read_toml("flows.toml")["yielding"]


def _is_of_works(page: Page, quantity: Quantity) -> bool:
    """Whether a sum went to so many pieces of work: "put 600 million dollars into 70 projects"."""
    if quantity.kind != "money":
        return False
    worth = _WORTH.search(page.text, max(0, quantity.start - _NEAR), quantity.start)
    before = place_of(page, quantity).sentence.start_char
    if worth and any(
        before <= o.start and 0 <= worth.start() - o.end <= _NEAR and _counts_works(o) for o in page.quantities
    ):
        return True
    if not (into := _INTO.match(page.text, quantity.end)):
        return False
    return any(0 <= other.start - into.end() <= _NUMBER and _counts_works(other) for other in page.quantities)


_INTO = re.compile(r"\s(?:in|into|for|on|to)\s(?:(?:more than|over|about|some|nearly|almost|at least|the)\s)?")
_WORTH = re.compile(r"\b(?:worth|totall?ing|valued at|with a (?:total |combined )?(?:value|cost) of) $")
_NUMBER = 1  # characters before a number within which it is reckoned to begin


def _counts_works(quantity: Quantity) -> bool:
    """Whether it counts pieces of work: "carries out 14 projects" tells of no one of them."""
    if quantity.kind != "count" or quantity.unit is None or quantity.value == 1:
        return False
    return quantity.unit.split()[-1] in read_toml("flows.toml")["works"]


def _is_record(page: Page, quantity: Quantity) -> bool:
    """Whether it is how many people have been taught over the years: "has trained 4,000 officers so far".

    So is how many are somewhere: "200 nurses work in Peru".
    """
    if quantity.kind != "count" or quantity.unit is None or not quantity.value:
        return False
    known, top = read_toml("flows.toml")["record"], place_of(page, quantity).top
    if top.dep_ == "nsubj" and top.head.lemma_.lower() in known["dwelling"]:
        return shared_tense(top.head) in ("present", "progressive")
    verb = top.head if top.dep_ in ACTED_ON else None
    if verb is None or verb.lemma_.lower() not in known["verbs"] or shared_tense(verb) not in ("past", "perfect"):
        return False
    if quantity.value >= known["many"]:
        return True
    since = any(d.kind == "since" for d in page.dates_in(verb.sent))
    return shared_tense(verb) == "perfect" and (since or any(c.lower_ in known["lasting"] for c in verb.subtree))


_TOTAL = re.compile(r"\b(?:total|combined|altogether|overall)\b[^.;]*$", re.IGNORECASE)
_NEAR = 40  # characters before a sum in which it is called a total
_PARTS, _ROUNDED = 20, 0.001
