"""The last pass over a whole document: what is told twice is joined, and dates and places are carried on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from dragoman.knowledge import any_of, word_set
from dragoman.models import Activity, Amount, Entry, Event, Evidence, Instrument, Staged
from dragoman.reading.drafting import stays
from dragoman.reading.whole.likeness import likeness, words_of
from dragoman.reading.whole.same_instrument import instrument_words, named_words, same_instrument
from dragoman.reading.whole.series import with_series
from dragoman.reading.whole.setting import settle
from dragoman.reading.whole.summed_up import one_by_one
from dragoman.reading.whole.told import Told
from dragoman.values import Edtf

# Entries of a kind that a new one is compared with: no document of usual length has as many, and in a longer one what
# is told again is told nearby.
_WINDOW = 300
_NOTHING = Told()
_PUT_OFF = {"suspended", "planned"}  # of one clause: what was to be and what is to be instead


def finish(
    entries: Sequence[Entry],
    published: Edtf | None = None,
    told: Told = _NOTHING,
    floors: Mapping[str, float] | None = None,
    once_more: Sequence[int] = (),
    rows: Sequence[range] = (),
) -> list[Entry]:
    """All that was read of a document, joined, with dates and places carried on, in the order of the text.

    ``once_more`` are the offsets at which the text says that something is given that was not told before, ``rows`` the
    stretches each of which tells of another thing.
    """
    ranked = sorted(entries, key=lambda e: (-(e.salience or 0), -(1 if e.confidence is None else e.confidence)))
    joined = one_by_one(join(ranked, floors, once_more, rows))
    arrivals = {e.evidence for e in joined if isinstance(e, Event) and e.date and stays.is_arrival(e.date)}
    settled = settle([_closed(entry) for entry in joined], published, told, arrivals)
    return with_series(sorted(settled, key=lambda e: e.evidence[0].start))


def join(
    ranked: Sequence[Entry],
    floors: Mapping[str, float] | None = None,
    once_more: Sequence[int] = (),
    rows: Sequence[range] = (),
) -> list[Entry]:
    """The entries, best first, without those that tell again what a better one tells; these give it their evidence.

    An entry whose confidence is below the floor of its kind is only ever told again: alone it is dropped.
    """
    kept: dict[str, list[Entry]] = defaultdict(list)
    for entry in ranked:
        alike = kept[entry.kind]
        for n in range(max(0, len(alike) - _WINDOW), len(alike)):
            if same_thing(alike[n], entry) and not _parted(alike[n], entry, once_more, rows):
                alike[n] = _with_evidence(alike[n], entry)
                break
        else:
            if entry.confidence is None or entry.confidence >= (floors or {}).get(entry.kind, 0):
                alike.append(entry)
    return [entry for entries in kept.values() for entry in entries]


def _parted(a: Entry, b: Entry, once_more: Sequence[int], rows: Sequence[range]) -> bool:
    """Whether two entries stand in different rows of a table, or one of two activities told in different words is told
    as another one than was told before."""
    if rows and _in_different_rows(a, b, rows):
        return True
    if not once_more or a.kind != "activity" or _overlap(a.evidence, b.evidence):
        return False
    one, other = ([e for e in each.evidence if any(e.start <= at < e.end for at in once_more)] for each in (a, b))
    return bool(one) != bool(other)


def _in_different_rows(a: Entry, b: Entry, rows: Sequence[range]) -> bool:
    one, other = (next((row for row in rows if each.evidence[0].start in row), None) for each in (a, b))
    return one is not None and other is not None and one != other


def same_thing(a: Entry, b: Entry) -> bool:
    """Whether two entries of one document speak of the same thing."""
    if a.kind != b.kind:
        return False
    if isinstance(a, Event) and isinstance(b, Event):
        return _same_event(a, b)
    if isinstance(a, Instrument) and isinstance(b, Instrument):
        return a.type == b.type and same_instrument(a, b)
    if isinstance(a, Activity) and isinstance(b, Activity):
        if a.amount and b.amount:
            return _sum(a.amount) == _sum(b.amount)
        if _go_opposite_ways(a, b):
            return False
        if _is_one_of(a, b) or _is_one_of(b, a):
            return False
        told_together = _overlap(a.evidence, b.evidence) > 0.3
        alike = told_together or likeness(a.title, b.title) >= 0.5
        if alike and (fields := _fields_of(a, b)) is not None:
            one, other = map(words_of, fields)
            return likeness(*fields) >= 0.5 or (told_together and (one <= other or other <= one))
        return alike
    return False


def _is_one_of(one: Activity, many: Activity) -> bool:
    """Whether one has a number and the other is what has gone on since then: "the 12th team", "teams since 1990"."""
    goes_on = many.date is not None and many.date.endswith("/..")
    return goes_on and bool(_ORDINAL.search(one.title)) and not _ORDINAL.search(many.title)


def _go_opposite_ways(a: Activity, b: Activity) -> bool:
    """Whether of two flows the one goes from a state to another, and the other back."""
    role = "exporter" if a.type == "trade" else "source"
    givers = [{p.code for p in each.parties if p.role == role} for each in (a, b)]
    return a.type == b.type and a.type in ("trade", "investment") and all(givers) and givers[0].isdisjoint(givers[1])


def _fields_of(a: Activity, b: Activity) -> tuple[str, str] | None:
    """The fields of two pieces of joint work that name them: "cooperation in mining", "to cooperate in trade"."""
    one, other = (_field().search(each.title) for each in (a, b))
    return (one["field"], other["field"]) if one and other else None


@cache
def _field() -> re.Pattern[str]:
    work = any_of("fields.toml", "shared"), any_of("fields.toml", "joining")
    return re.compile(rf"\b(?:{'|'.join(work)})\b.*?\s(?:in|on)\s(?P<field>.+)", re.I)


def _sum(amount: Amount) -> tuple[object, ...]:
    """What an amount comes to, a range too."""
    return amount.value, amount.low, amount.high, amount.unit


def _same_event(a: Event, b: Event) -> bool:
    if a.type != b.type or ({a.stage, b.stage} == _PUT_OFF and a.evidence == b.evidence):
        return False
    who_a, who_b = ({p.code or p.name for p in e.parties} for e in (a, b))
    if a.type == "visit":
        same_way = all(_codes(a, role) & _codes(b, role) for role in ("source", "host"))
        if not same_way and not (_says_no_way(a, b) and who_a == who_b and _overlap(a.evidence, b.evidence) > _CLAUSE):
            return False
        if a.date is None or b.date is None:
            return not (_is_history(a, b) or _is_history(b, a))
        return stays.may_be_one(a.date, b.date)
    if a.date and b.date and not _meet(a.date, b.date):
        return False
    alike = likeness(a.title, b.title) >= 0.6 or _is_bare(a, b) or _is_signed_again(a, b) or _is_same_session(a, b)
    return _overlap(a.evidence, b.evidence) > 0.5 or (alike and bool(who_a & who_b))


def _is_bare(a: Event, b: Event) -> bool:
    """Whether one of them is told in a single word ("the talks") that stands in what the other is called too."""
    bare, full = sorted((a, b), key=lambda event: len(words_of(event.title)))
    one, other = words_of(bare.title), words_of(full.title)
    states = [{p.code for p in event.parties if p.code} for event in (bare, full)]
    return len(one) == 1 and one < other and bare.date is None and bare.stage == full.stage and states[0] <= states[1]


def _is_same_session(a: Event, b: Event) -> bool:
    """Whether both are called by the same number: "the 21st Joint Committee meeting", "the 21st session of it"."""
    one, other = (set(_ORDINAL.findall(event.title.casefold())) for event in (a, b))
    return a.type == "meeting" and len(one) == 1 and one == other


_ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th)\b(?! century| anniversary)")


def _is_signed_again(a: Event, b: Event) -> bool:
    """Whether one tells once more, and without a time, of a signing: "the deals were signed at the palace by both"."""
    if a.type != "signing" or a.stage != b.stage or (a.date and b.date):
        return False
    return any(_is_of_the_text(event.title) and event.date is None for event in (a, b))


def _is_of_the_text(title: str) -> bool:
    """Whether a signing is called after nothing but a word for a text: "Documents signed in Lima by …"."""
    noun, _, rest = title.casefold().partition(" ")
    texts = instrument_words() | word_set("pledges.toml", "texts")
    return noun.rstrip("s") in texts and rest.split(" ", 1)[0] in word_set("pledges.toml", "signed")


_YEAR = 4  # characters of an EDTF year


def _is_history(old: Event, new: Event) -> bool:
    """Whether one visit is told by its year alone, and the other, of which no time is told, is not over yet."""
    return bool(old.date) and len(old.date or "") == _YEAR and old.stage == "done" != new.stage


_CLAUSE = 0.5  # share of the words in common from which on two predicates stand in one clause


def _says_no_way(*visits: Event) -> bool:
    """Whether of one of the visits it is not known who comes to whom."""
    return any(not (_codes(visit, "source") and _codes(visit, "host")) for visit in visits)


def _codes(event: Event, role: str) -> set[str]:
    return {p.code or p.name for p in event.parties if p.role == role}


def _meet(a: Edtf, b: Edtf) -> bool:
    """Whether two dates have a day in common."""
    if not (a.first and a.last and b.first and b.last):
        return True
    return a.first <= b.last and b.first <= a.last


def _with_evidence(kept: Entry, other: Entry) -> Entry:
    more = tuple(e for e in other.evidence if not any(e.start < k.end and k.start < e.end for k in kept.evidence))
    update: dict[str, object] = {"evidence": tuple(sorted(kept.evidence + more, key=lambda e: e.start))}
    if isinstance(kept, Instrument) and isinstance(other, Instrument) and not named_words(kept) and named_words(other):
        update |= {"title": other.title, "name": other.name}
    when = _date_of_both(kept, other)
    if when != kept.date:
        update["date"] = when
        if isinstance(kept, Staged) and kept.due in (None, kept.date) and kept.stage in ("planned", "proposed"):
            update["due"] = when
    if by := _by_when(kept, other):
        update["due"] = by
    return kept.model_copy(update=update)


def _date_of_both(kept: Entry, other: Entry) -> Edtf | None:
    """The date of what is told twice; that of a treaty in force does not date the one that is newly agreed on."""
    if _is_visit(kept) and _is_visit(other):
        return stays.of_both(kept.date, other.date)
    new = isinstance(kept, Instrument) and isinstance(other, Instrument) and kept.stage == "agreed" != other.stage
    return kept.date if new else kept.date or other.date


def _by_when(kept: Entry, other: Entry) -> Edtf | None:
    """By when work or a treaty that was agreed on is to come about, if only the other says it."""
    if not (isinstance(kept, Activity | Instrument) and isinstance(other, Activity | Instrument)):
        return None
    return other.due if kept.due is None and kept.stage == "agreed" and other.stage == "planned" else None


def _is_visit(entry: Entry) -> bool:
    return isinstance(entry, Event) and entry.type == "visit"


def _closed(entry: Entry) -> Entry:
    """A visit of which only the arrival or the departure is told has the date of that."""
    if not isinstance(entry, Event) or not _is_visit(entry) or entry.date is None:
        return entry
    when = stays.closed(entry.date)
    return entry.model_copy(update={"date": when, "due": when if entry.due == entry.date else entry.due})


def _overlap(a: tuple[Evidence, ...], b: tuple[Evidence, ...]) -> float:
    """Share of the shorter evidence that both rest on."""
    both = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)
    return both / max(1, min(sum(x.end - x.start for x in a), sum(y.end - y.start for y in b)))
