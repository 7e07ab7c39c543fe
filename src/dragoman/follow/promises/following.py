"""Following promises: from the records of a ledger to what became of each of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.follow.promises.openings import OPEN
from dragoman.follow.promises.passages import Passages, concerns
from dragoman.follow.promises.promise import Promise, Told
from dragoman.follow.promises.seeking import Answer, Seeker
from dragoman.follow.promises.threads import Thread, Threads
from dragoman.follow.promises.verdicts import judge, kept_by
from dragoman.follow.wording import shorten
from dragoman.ledger import Ledger, StoredEntry
from dragoman.ledger.identity.words import weigh
from dragoman.ledger.states import actors_of, states_of
from dragoman.models import Entry, Event
from dragoman.values import CountryCode

_WIDTH = 120


def promises(ledger: Ledger, *, states: Sequence[CountryCode] = (), as_of: date | None = None) -> list[Promise]:
    """The promises in which all of ``states`` take part, as they stand on the day ``as_of`` (today if not given).

    What documents of later days say is left out. Promises stand in the order in which they were first told.
    """
    as_of = as_of or date.today()
    entries = {each.key: each for each in ledger.entries() if _published_by(each, as_of)}
    wanted = {each.document.sha256 for each in entries.values() if states_of(each.entry).issuperset(states)}
    documents = [each for each in ledger.documents() if each.sha256 in wanted]
    passages = Passages(
        ((document, ledger.text(document.sha256)) for document in documents),
        (each for each in entries.values() if each.document.sha256 in wanted),
    )
    records = [record for record in ledger.records() if states_of(record.best).issuperset(states)]
    return _followed(Threads(passages, entries, records), passages, states, as_of)


def _followed(held: Threads, passages: Passages, states: Sequence[CountryCode], as_of: date) -> list[Promise]:
    """Each promise once: one that tells an earlier promise anew belongs to that."""
    threads = [thread for thread in held.all() if states_of(thread.opening.entry).issuperset(states)]
    seeker = Seeker(passages, held)
    found, repeated = [], set()
    for thread, answers in zip(threads, seeker.seek(threads), strict=True):
        lonely = len({told.sha256 for told in thread.told}) == 1
        if lonely and thread.place in repeated:
            continue
        told = _history(thread, answers, seeker)
        repeated |= {(each.sha256, each.start) for each in _told_anew(answers, told)}
        found.append(_promise(thread, told, passages, as_of))
    return found


def _history(thread: Thread, answers: Sequence[Answer], seeker: Seeker) -> list[Told]:
    """What is told until the promise was kept or given up; from then on only its own record speaks of it."""
    told = [*thread.told, *map(seeker.tell, answers)]
    told.sort(key=lambda each: (each.published is None, each.published or "", each.sha256, each.start))
    kept = kept_by(thread.opening.entry, told)
    ends = [place for place, each in enumerate(told, 1) if each is kept or (each.stage == "cancelled" and each.because)]
    end = min(ends, default=len(told))
    return [*told[:end], *(each for each in told[end:] if not each.because)]


def _told_anew(answers: Sequence[Answer], history: Sequence[Told]) -> list[Told]:
    """The tellings of other records, or of none, that hold out just the same."""
    again = {(each.passage.source.document.sha256, each.passage.start) for each in answers if each.repeats}
    return [told for told in history if told.stage in OPEN and (told.sha256, told.start) in again]


def _promise(thread: Thread, history: Sequence[Told], passages: Passages, as_of: date) -> Promise:
    entry = thread.opening.entry
    judged = judge(entry, history, as_of)
    states = actors_of(entry)
    last = max((each.published.last for each in history if each.published and each.published.last), default=None)
    since = [each for each in passages.sources.values() if last and each.day > last.toordinal()]
    others = (told.record for told in history if told.record and told.record != thread.record)
    return Promise(
        title=_title(entry, thread.first.quote),
        kind=entry.kind,
        type=getattr(entry, "type", entry.kind),
        verdict=judged.verdict,
        due=judged.due,
        happened=judged.happened,
        days_late=judged.days_late,
        parties=entry.parties,
        said_by=entry.said_by,
        states=tuple(sorted(states)),
        last_mention=last,
        documents_since=sum(concerns(each, states) for each in since),
        record=thread.record,
        met_by=tuple(dict.fromkeys(others)),
        history=tuple(history),
    )


def _title(entry: Entry, quote: str) -> str:
    """The title of the entry, unless it says other things than the sentence: then that itself, cut short."""
    own, said = weigh(entry.title), weigh(quote)
    whole = sum(own.values())
    fits = whole and sum(weight for word, weight in own.items() if word in said) >= whole / 2
    return entry.title if fits or isinstance(entry, Event) else shorten(quote, _WIDTH)


def _published_by(stored: StoredEntry, day: date) -> bool:
    published = stored.document.date
    return not published or not published.first or published.first <= day
