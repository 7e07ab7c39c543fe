"""Activities: work that is funded, carried out or intended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.knowledge import read_toml, word_set
from dragoman.models import Activity, Amount, Stage
from dragoman.reading.drafting.activity_parties import AID, parties_of
from dragoman.reading.drafting.drafting import date_of, evidence_of, place_of
from dragoman.reading.drafting.put_off import fate_of
from dragoman.reading.drafting.titles import title_of
from dragoman.reading.frames.announced import is_announced
from dragoman.reading.frames.contracts import is_bound
from dragoman.reading.frames.frames import Frame
from dragoman.reading.frames.leads import dated_by_lead, stage_of_item
from dragoman.reading.frames.negation import is_not_done
from dragoman.reading.frames.pledges import stage_of_work
from dragoman.reading.frames.slots import acted_on
from dragoman.reading.frames.speech import shared_tense, tense_of
from dragoman.reading.page import Page
from dragoman.reading.quantities.counted import is_one_thing
from dragoman.reading.quantities.units import measure_of
from dragoman.values import Edtf

if TYPE_CHECKING:
    from dragoman.reading.quantities.numbers import Quantity

# Without money, what is given, sent, traded or built may be told by its number.
_COUNTED = ("in_kind", "technical_assistance", "exchange", "trade", "construction")
# Behind "in" stand places, and behind "to" those who get goods: "gave desks to 8 schools".
_PLACES = re.compile(r"\b(?:in|at|from|across|among)\s+(?:the\s+|some\s+|about\s+|over\s+)?$")
_TAKERS = re.compile(rf"\bto\s+(?:the\s+|some\s+|about\s+)?$|{_PLACES.pattern}")
_SHORT = 12  # characters
_OWN = re.compile(r"\s+(?:[\w-]+\s+){0,2}")  # between a noun and its own sum: "5 million (new soft) loan"
_EXTENT = ("distance", "duration", "area")


def draft_activity(frame: Frame, page: Page, type_: str, stage: Stage) -> Activity:
    """The frame as an activity of ``type_`` at ``stage``.

    A verb alone, or what leads up to a list that it is an item of, may tell better how far it has come.
    """
    type_ = _by_object(frame, type_) or type_
    amount = _amount(frame, page, type_)
    told = fate_of(frame) or stage_of_work(frame, page.anchor) or stage_of_item(frame, page)
    stage = told or ("agreed" if amount and (is_bound(frame) or is_announced(frame, page)) else stage)
    if type_ == "debt_relief" and stage == "cancelled" and not is_not_done(frame.head):
        stage = "done"  # debts that are cancelled are relieved
    if stage == "underway" and _is_set_for_later(frame, page):
        stage = "planned"
    when, due = _times(frame, page, stage, paid=amount is not None)
    if stage == "underway" and _is_past(when, frame, page):
        stage = "done"
    who = parties_of(frame, page, type_)
    return Activity(
        type=type_,
        title=title_of(frame, page),
        parties=who,
        date=when,
        due=due,
        place=place_of(frame, who, ("recipient",)),
        stage=stage,
        amount=amount,
        evidence=evidence_of(frame, page),
    )


def _by_object(frame: Frame, type_: str) -> str | None:
    """The type that the object of a verb settles, if it is not ``type_`` anyhow.

    Debts are cancelled, loans are lent, stakes are invested in, trade is not given, contracts are won to sell or
    build, and to grant a permit is to give no money.
    """
    objects = _objects(frame)
    of = [t.lemma_.lower() for t in frame.core if t.dep_ == "pobj" and t.head.lower_ == "of"]
    known = read_toml("pledges.toml")
    if frame.head.lemma_ in known["forgiving"] and any(word in known["debts"] for word in (*objects, *of)):
        return "debt_relief"
    if frame.head.lemma_ in known["acquiring"] and any(word in known["stakes"] for word in objects):
        return "investment"
    if type_ in AID and any(word in known["lent"] for word in objects):
        return "loan"
    if type_ in AID and any(word in known["exchanged"] for word in objects):
        return "trade"
    if type_ in _GIVEN and any(word in known["won"] for word in objects):
        return "trade"
    allowed = frame.head.lemma_ == "grant" and not any(q.kind == "money" for q in frame.quantities)
    return "cooperation" if allowed and any(word in known["allowed"] for word in objects) else None


def _objects(frame: Frame) -> list[str]:
    """What the head acts on."""
    return [child.lemma_.lower() for child in acted_on(frame.head)]


_GIVEN = ("grant", "in_kind", "technical_assistance")
_ENDING = ("end", "finish", "expire", "close")


def _is_past(when: Edtf | None, frame: Frame, page: Page) -> bool:
    """Whether work goes on no more: it was, and did not only begin, at a time that is over ("training in May 2019")."""
    if when is None or ".." in when or not when.ends_before(page.anchor):
        return False
    verbs = [token for token in (frame.verb, frame.head) if token is not None and token.pos_ == "VERB"]
    if any(verb.lemma_ in word_set("pledges.toml", "beginning") for verb in verbs):
        return False
    return frame.verb is None or shared_tense(frame.verb) not in ("present", "progressive")


def _is_set_for_later(frame: Frame, page: Page) -> bool:
    """Whether work is told in the present tense with a time to come: "construction starts next year"."""
    verb, when = frame.verb, date_of(frame, "planned", page.anchor)
    if verb is None or when is None or tense_of(verb) != "present" or verb.lemma_ in _ENDING:
        return False
    return when.begins_after(page.anchor) and any(
        d.edtf == when and d.kind != "until" and frame.start <= d.start < frame.end for d in frame.dates
    )


_YEARS = re.compile(r"\d{4}/\d{4}")
_SPAN = re.compile(r"[^/]+/(\d[^/]*)")
_TERM = re.compile(r"P(\d+)Y")
_FOR = re.compile(r"\bfor (?:the |past |last |more than |over |almost |nearly |about |some |now )*$")
_OVER = re.compile(r"\bover (?:a period of |the )?$")


def _times(frame: Frame, page: Page, stage: Stage, *, paid: bool) -> tuple[Edtf | None, Edtf | None]:
    """When it is done and by when it is to be: what is to be given "over five years" is due when these are over."""
    when = date_of(frame, stage, page.anchor)
    if when and stage in ("planned", "agreed") and when.ends_before(page.anchor) and _will_be(frame):
        when = None  # that of the flood for which help will be given
    years = _term(frame, page) if paid and stage in ("planned", "agreed") else None
    if years:
        return (years if stage == "planned" else when), Edtf(years[5:])
    if stage == "agreed":
        limit = next((d.edtf for d in frame.dates if d.kind == "until" and d.edtf), None)
        if when == limit and when and when.begins_after(page.anchor):
            when = None  # by then it is to be done: when it was agreed on is another time
        return when, limit or (when if when and when.begins_after(page.anchor) else None)
    if stage in ("underway", "done") and when is None:
        when = date_of(dated_by_lead(frame, page), stage, page.anchor)
    if stage == "underway" and when is None:
        return _for_years(frame, page), None
    if stage not in ("planned", "proposed") or when is None or when == page.anchor:
        return when, None  # on the day of publication things are told, not due
    span = _SPAN.fullmatch(when)
    return when, Edtf(span[1]) if span and (when.begins_by(page.anchor) or _YEARS.fullmatch(when)) else when


def _will_be(frame: Frame) -> bool:
    """Whether the verb tells what is to come; what "was pledged in May" has the date of the pledge."""
    return frame.verb is not None and tense_of(frame.verb) in ("future", "infinitive")


def _term(frame: Frame, page: Page) -> Edtf | None:
    """The years, from that of publication on, over which money is said to be given."""
    if page.anchor is None or page.anchor.first is None:
        return None
    first = page.anchor.first.year
    for mention in frame.dates:
        term = _TERM.fullmatch(mention.timex or "") if mention.kind == "duration" else None
        if term and (mention.text.startswith("over ") or _OVER.search(page.text, 0, mention.start)):
            return Edtf(f"{first:04}/{first + int(term[1]):04}")
    return None


def _for_years(frame: Frame, page: Page) -> Edtf | None:
    """The year since which something has gone on that has been done "for ten years"."""
    if page.anchor is None or page.anchor.first is None or frame.verb is None or tense_of(frame.verb) != "perfect":
        return None
    for mention in frame.dates:
        term = _TERM.fullmatch(mention.timex or "") if mention.kind == "duration" else None
        if term and (mention.text.startswith("for ") or _FOR.search(page.text, 0, mention.start)):
            return Edtf(f"{page.anchor.first.year - int(term[1]):04}/..")
    return None


def _amount(frame: Frame, page: Page, type_: str) -> Amount | None:
    """The money of the clause, or the goods or people that it counts; the nearest to the head if there are several."""
    if type_ == "cooperation":
        return None
    if not word_set("pledges.toml", "exchanged").isdisjoint(_objects(frame)):
        return None  # "to raise trade to 5 million": that is how much they trade
    money = [q for q in frame.quantities if q.kind == "money"]
    goods = (q for q in frame.quantities if type_ in _COUNTED and _is_counted(q, frame))
    counted = [q for q in goods if not is_one_thing(page.text, q.noun, q.unit)]
    if others := {"in_kind": _TAKERS, "technical_assistance": _PLACES}.get(type_):
        counted = [q for q in counted if not others.search(page.text, max(0, q.start - _SHORT), q.start)]
    known = [q for q in money if not _is_left_behind(q, money, page)] or counted
    if not known:
        return None
    own = (q for q in known if frame.head.pos_ != "VERB" and _OWN.fullmatch(page.text, q.end, frame.head.idx))
    return next(own, min(known, key=lambda q: abs(q.start - frame.head.idx))).amount


def _is_left_behind(quantity: Quantity, sums: list[Quantity], page: Page) -> bool:
    """Whether a sum is that from which one grows to another: "increase the grant from 3 to 5 million euros"."""
    return any(
        page.text[max(0, quantity.start - len("from ")) : quantity.start] == "from "
        and page.text[quantity.end : other.start] == " to "
        for other in sums
    )


def _is_counted(quantity: Quantity, frame: Frame) -> bool:
    """Whether it is so many things or people, or so much of a thing, that the frame's own words tell of."""
    if quantity.unit is None or not frame.core[0].idx <= quantity.start <= frame.core[-1].idx:
        return False
    extent = quantity.unit == "kilovolt" or measure_of(quantity.unit) in _EXTENT
    return quantity.kind == "count" or (quantity.kind == "measure" and not extent)
