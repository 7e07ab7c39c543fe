"""Following promises: from the records of a ledger to what became of each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from dragoman.follow.promises.passages import Passages
from dragoman.follow.promises.promise import Promise, Told
from dragoman.follow.promises.seeking import Answer, Seeker
from dragoman.follow.promises.threads import Thread, Threads
from dragoman.follow.promises.verdicts import judge, kept_by
from dragoman.follow.uncollected import uncollected
from dragoman.follow.wording import shorten
from dragoman.ledger import Ledger, StoredEntry
from dragoman.ledger.identity.words import weigh
from dragoman.ledger.states import actors_of, states_of
from dragoman.models import OPEN, Entry, Event
from dragoman.values import CountryCode

_WIDTH = 120


@uncollected()
def promises(ledger: Ledger, *, states: Sequence[CountryCode] = (), as_of: date | None = None) -> list[Promise]:
    """The promises in which all of ``states`` take part, as they stand on the day ``as_of`` (today if not given).

    What documents of later days say is left out. Promises stand in the order in which they were first told.
    """
    as_of = as_of or date.today()
    entries = [each for each in _told(ledger, states) if _published_by(each, as_of)]
    documents = {each.document.sha256: each.document for each in entries}
    passages = Passages(((documents[sha256], text) for sha256, text in ledger.texts(documents)), entries)
    records = list(ledger.records(states=states))
    known = {each.key: each for each in entries}
    beyond = {key for record in records for key in record.entries} - known.keys() if states else set()
    known |= {key: each for key, each in ledger.entries_with(beyond).items() if _published_by(each, as_of)}
    return _followed(Threads(passages, known, records), passages, states, as_of)


def _told(ledger: Ledger, states: Sequence[CountryCode]) -> Iterable[StoredEntry]:
    """All entries, or those of the documents in which these states have an entry together."""
    told = ledger.entries(states=states)
    return ledger.entries_of({each.document.sha256 for each in told}) if states else told


def _followed(held: Threads, passages: Passages, states: Sequence[CountryCode], as_of: date) -> list[Promise]:
    """Each promise once: one that tells an earlier one anew, or reads its sentence as another kind, belongs to that."""
    threads = [thread for thread in held.all() if states_of(thread.opening.entry).issuperset(states)]
    seeker = Seeker(passages, held)
    found: list[Promise] = []
    repeated: set[tuple[str, int]] = set()
    named: set[tuple[tuple[str, int], str]] = set()
    for thread, answers in zip(threads, seeker.seek(threads), strict=True):
        lonely = not thread.record or len({told.sha256 for told in thread.told}) == 1
        name = thread.place, thread.opening.entry.title
        if lonely and (thread.place in repeated or name in named):
            continue
        named.add(name)
        told = _history(thread, answers, seeker)
        repeated |= {(each.sha256, each.start) for each in _told_anew(answers, told)}
        found.append(_promise(thread, told, passages, as_of))
    return found


def _history(thread: Thread, answers: Sequence[Answer], seeker: Seeker) -> list[Told]:
    """What is told until the promise was kept or given up; from then on only its own record speaks of it."""
    parts: list[Told | Answer] = sorted([*thread.told, *answers], key=_order)
    heard: list[Told] = []
    kept_by(thread.opening.entry, _hear(parts, seeker, heard))
    return [*heard, *(each for each in parts[len(heard) :] if isinstance(each, Told))]


def _hear(parts: Iterable[Told | Answer], seeker: Seeker, heard: list[Told]) -> Iterator[Told]:
    """One telling after the other, noted in ``heard``, until an answer says that it was given up."""
    for each in parts:
        told = each if isinstance(each, Told) else seeker.tell(each)
        heard.append(told)
        yield told
        if told.stage == "cancelled" and told.because:
            return


def _order(part: Told | Answer) -> tuple[bool, str, str, int]:
    """By publication, then by document and text.

    What has no date comes last, but a promise that has none was made before the time that was set for it.
    """
    if isinstance(part, Told):
        when = part.published or part.due
        return when is None, when or "", part.sha256, part.start
    known = part.passage.source.document
    return known.date is None, known.date or "", known.sha256, part.passage.start


def _told_anew(answers: Sequence[Answer], history: Sequence[Told]) -> list[Told]:
    """The tellings of other records, or of none, that hold out just the same."""
    again = {(each.passage.source.document.sha256, each.passage.start) for each in answers if each.repeats}
    return [told for told in history if told.stage in OPEN and (told.sha256, told.start) in again]


def _promise(thread: Thread, history: Sequence[Told], passages: Passages, as_of: date) -> Promise:
    entry = thread.opening.entry
    judged = judge(entry, history, as_of)
    states = actors_of(entry)
    last = max((each.published.last for each in history if each.published and each.published.last), default=None)
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
        documents_since=passages.since(states, last.toordinal()) if last else 0,
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
