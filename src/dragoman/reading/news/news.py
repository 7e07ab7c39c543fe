"""News: the event that the lead sentence of a news text reports, in PLOVER's terms.

Of the acts that the rules find in it, the likeliest is meant; where they find none, or none that is likely, it is the
act that sentences of such words tell.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import cast

from spacy.tokens import Span, Token

from dragoman.knowledge import column_set
from dragoman.models import Entry, Event, EventType, PloverType, Role
from dragoman.reading.drafting.drafting import parties, trim
from dragoman.reading.drafting.titles import as_headline, label
from dragoman.reading.frames.frames import verb_phrase
from dragoman.reading.news.belonging import by_token, international
from dragoman.reading.news.likely_acts import likely_acts, telling
from dragoman.reading.news.plover import PloverEvent, find_plover
from dragoman.reading.news.sides import sides
from dragoman.reading.page import Page

# What kind of event a PLOVER type is, when nothing else is known of it.
_TYPE: dict[PloverType, EventType] = {
    "CONSULT": "meeting", "AID": "delivery", "SANCTION": "sanction", "PROTEST": "protest", "MOBILIZE": "force",
    "COERCE": "force", "ASSAULT": "force", "RETREAT": "other", "CONCEDE": "other", "COOPERATE": "other",
}  # fmt: skip
_LEAD = 2  # sentences: a headline and the first sentence under it
# What a type that no rule finds weighs beside one that a rule is sure of: chosen on own leads that were in no training.
_UNTOLD = 0.15
# The context is surer than it should be: by this power its chances become what they are worth beside the rules.
_DOUBT = 0.5
# Where no rule finds any act, it must be so likely that words of such meaning tell one.
_LIKELY = 0.3
# Acts that may be told as an activity too.
_ACTIVE: frozenset[PloverType] = frozenset(("AID", "COOPERATE", "AGREE", "SUPPORT"))
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FRESH = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|said|says|reported)\b", re.IGNORECASE
)


def is_lead(page: Page) -> bool:
    """Whether the text is no more than the lead of some news: one or two sentences that name no year.

    Of two sentences one tells the weekday or who said so.
    """
    if len(page.sentences) > _LEAD or _YEAR.search(page.text):
        return False
    return len(page.sentences) == 1 or bool(_FRESH.search(page.text))


def read_news(page: Page, untrue: Collection[int] = (), undone: Collection[int] = ()) -> Event | None:
    """The main event of the lead, None for a government's own release and where the lead tells no event.

    What the tokens ``untrue`` tell is said to be untrue, and no event; what the verbs ``undone`` tell nobody did, and
    somebody who says so denies it.
    """
    if page.home is not None:
        return None
    acts = (act for sent in page.sentences[:_LEAD] if (act := _act(page, sent)) is not None)
    told = (_denial(act, page) if act.head in undone and _is_denied(page.doc[act.head]) else act for act in acts)
    found = [act for act in told if act is not None and act.head not in untrue]
    return _event(max(found, key=lambda act: act.score), page) if found else None


def _is_denied(verb: Token) -> bool:
    """Whether "not" or "never" stands by a verb; who refuses or fails to do something acts."""
    return verb.pos_ == "VERB" and any(child.dep_ == "neg" for child in verb.children)


def _denial(act: PloverEvent, page: Page) -> PloverEvent | None:
    """What was not done as the denial of who is told to say so; nothing if nobody is."""
    verb = page.doc[act.head]
    says = verb.dep_ == "ccomp" and verb.head.lemma_ in column_set("reporting.tsv", "lemma")
    return replace(act, type="REJECT", act="REJECT") if says else None


def once(lead: Event, told: Sequence[Entry]) -> tuple[Event, list[Entry]]:
    """The event of so short a text and what else it tells, without what tells the event again.

    An event of the same PLOVER type gives it its own, narrower type and its title, and so does one that is planned to
    an intent ("will visit": AGREE); and where the act is no giving and no joint work, there is no activity either.
    """
    (where,) = lead.evidence
    within = [entry for entry in told if where.start <= entry.evidence[0].start < where.end]
    same = [entry for entry in within if isinstance(entry, Event) and _is_same(lead, entry)]
    rest = [entry for entry in told if entry not in same and (lead.plover in _ACTIVE or entry.kind != "activity")]
    if same:
        best = max(same, key=lambda entry: entry.confidence or 0)
        update = {"type": best.type, "title": best.title, "date": lead.date or best.date}
        lead = lead.model_copy(update=update | {"place": lead.place or best.place})
    return lead, rest


def _is_same(lead: Event, other: Event) -> bool:
    """Whether an event is what the lead tells, or what it says will be."""
    intended = lead.plover == "AGREE" and lead.stage == other.stage == "planned"
    return other.plover == lead.plover or intended


def is_retold(lead: Event, told: Sequence[Entry]) -> bool:
    """Whether help, trade or joint work that a longer text leads with is told by an activity or a figure as well.

    It is no event beside these: what a text announces stands in the ledger as the thing announced.
    """
    (where,) = lead.evidence
    within = (entry for entry in told if entry.kind in ("activity", "figure"))
    return lead.plover in _ACTIVE and any(
        where.start <= e.start < where.end for entry in within for e in entry.evidence
    )


def _act(page: Page, sent: Span) -> PloverEvent | None:
    """The act that a sentence tells; what a longer text is about, the rules alone must find."""
    told = find_plover(page, sent)
    if len(page.sentences) > _LEAD:
        return told[0] if told and any(token.pos_ in ("VERB", "AUX") for token in sent) else None
    chances = likely_acts(sent)
    by_rule = {act.type: act for act in reversed(told)}
    weights = {
        type_: chance**_DOUBT * max(_UNTOLD, by_rule[type_].score if type_ in by_rule else 0)
        for type_, chance in cast(dict[PloverType, float], chances).items()
    }
    if not weights:
        return told[0] if told else None
    best = max(weights, key=lambda type_: weights[type_])
    act = by_rule.get(best)
    if act is None or _aside(page, act, telling(sent)):
        act = _by_verb(page, sent, best) or act or (replace(told[0], type=best, act=best) if told else None)
    if act is None or (not told and chances[best] < _LIKELY):
        return None
    # That a lead tells an act is sure, and what is open is which.
    return replace(act, score=round(0.5 + 0.4 * weights[best] / sum(weights.values()), 3))


def _aside(page: Page, act: PloverEvent, verb: Token) -> bool:
    """Whether mere nouns beside the verb tell the act, without those who do it."""
    beside = act.head != verb.i and page.doc[act.head] in verb.subtree
    return beside and not any(actor.code or international(actor) for actor in act.sources)


def _by_verb(page: Page, sent: Span, type_: PloverType) -> PloverEvent | None:
    """The act with those who do what the sentence's verb tells, None if nobody of any state does, or has it done."""
    verb = telling(sent)
    sources, targets = sides(by_token(page.actors_in(sent), sent), verb, type_)
    if verb.pos_ not in ("VERB", "AUX") or not any(actor.code for actor in (*sources, *targets)):
        return None
    return PloverEvent(
        type=type_,
        act=type_,
        trigger=(verb.idx, verb.idx + len(verb)),
        predicate=verb.lemma_.lower(),
        sources=sources,
        targets=targets,
        score=0.0,
        why=(f"{verb.lemma_} among such words: {type_}",),
        head=verb.i,
    )


def _event(told: PloverEvent, page: Page) -> Event:
    head = page.doc[told.head]
    target: Role = "target"
    named: list[tuple[object, Role]] = [(a, "source") for a in told.sources]
    named += [(a, target) for a in told.targets]
    sent = head.sent
    return Event(
        type=_TYPE.get(told.type, "statement"),
        title=label(as_headline(verb_phrase(head), page), page),
        parties=parties(named, keep_all=True),  # type: ignore[arg-type]
        date=next((d.edtf for d in page.dates_in(sent) if d.edtf and d.kind == "date"), None),
        stage="planned" if told.type != told.act and told.type in ("AGREE", "THREATEN") else "done",
        plover=told.type,
        evidence=(trim(page.text, sent.start_char, sent.end_char),),
        salience=1.0,
        confidence=round(min(0.9, told.score), 3),
        why=told.why,
    )
