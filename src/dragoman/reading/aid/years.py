"""The years that an account of aid names, as candidates for that of its commitment: what each is told of.

A year is told of pledging, beginning, ending or something else by the cue that stands nearest to it in its sentence
(``knowledge/aid_cues.tsv``, group "time"), and stands to the other years by what these are told of: the only pledge, a
beginning before which no pledge is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.reading.aid.wording import lexicon, words_of
from dragoman.reading.drafting.choice import Candidate, Surroundings, order_of
from dragoman.reading.page import Page

if TYPE_CHECKING:
    from dragoman.reading.dates import DateMention

_KINDS = ("pledging", "beginning", "ending", "telling", "leading up")
_NOTHING = "nothing"
_BEHIND = 5  # characters by which a cue behind a date is nearer than one before it
# Years to the latest one, by the least of each class.
_GAPS = ((10, "10 or more"), (5, "5 to 9"), (2, "2 to 4"), (1, "1"), (0, "0"))
_MOST_YEARS = 5

Cue = tuple[int, str, str]  # where it begins, what it is a cue of, its words


def date_candidates(page: Page, flow: str) -> list[Candidate[tuple[DateMention, ...]]]:
    """The years that may be when the aid was committed: each with its mentions and all that is seen at them."""
    seen = Surroundings(page)
    years: dict[str, list[DateMention]] = defaultdict(list)
    for date in page.dates:
        if date.edtf and date.edtf[:4].isdigit() and date.kind in ("date", "range", "since", "until"):
            years[date.edtf[:4]].append(date)
    most = max(map(len, years.values()), default=0)
    cues = _cues(page)
    told = {year: [_told(date, page, cues) for date in mentions] for year, mentions in years.items()}
    kinds = {int(year): {kind for kind, _ in each} for year, each in told.items()}
    found = []
    for number, (year, mentions) in enumerate(years.items()):
        names = {f"{name} year" for name in order_of(number, len(years))}
        if len(years) > 1:
            names.add("earliest year" if year == min(years) else "latest year" if year == max(years) else "middle year")
            names |= {"most mentions"} if len(mentions) == most else set()
        names |= {name for _, each in told[year] for name in each}
        names |= set(_standing(int(year), kinds))
        names |= {f"{flow}: {name}" for name in names}
        for date in mentions:
            span = seen.span(date.start, date.end)
            names |= {*seen.around(span), f"kind {date.kind}", f"precise {min(len(date.edtf or ''), 11)}"}
            names |= {f"with “{word}”" for word in seen.sentence_words(span)}
        places = tuple((date.start, date.end) for date in mentions)
        found.append(Candidate(tuple(mentions), dict.fromkeys(names, 1.0), places))
    return found


def _cues(page: Page) -> list[Cue]:
    words = words_of(page.text)
    return [(words[at].start, kind, said) for at, kind, said in lexicon("aid_cues.tsv", "cue", "time").find(words)]


def _told(date: DateMention, page: Page, cues: Sequence[Cue]) -> tuple[str, list[str]]:
    """What a date is told of, and the cues around it in its sentence."""
    around = ((s.start_char, s.end_char) for s in page.sentences if s.start_char <= date.start < s.end_char)
    start, end = next(around, (0, len(page.text)))
    ahead = [cue for cue in cues if date.end <= cue[0] < end]
    back = [cue for cue in cues if start <= cue[0] < date.start]
    pairs = [(cue[0] - date.end, "behind", cue) for cue in ahead[:1]]
    pairs += [(date.start - cue[0] + _BEHIND, "before", cue) for cue in back[-1:]]
    if not pairs:
        return _NOTHING, [f"told: {_NOTHING}"]
    _, side, (_, kind, said) = min(pairs)
    to, since = ahead[0][1] if ahead else _NOTHING, back[-1][1] if back else _NOTHING
    names = [f"told: {kind}", f"told: {kind} {side}", f"told: “{said}”", f"ahead: {to}", f"back: {since}"]
    return kind, [*names, f"between {since} and {to}"]


def _standing(year: int, kinds: dict[int, set[str]]) -> Iterator[str]:
    """How a year stands to the others by what each is told of."""
    own = kinds[year]
    for kind in _KINDS:
        others = [other for other, told in kinds.items() if kind in told and other != year]
        when = "before" if year < min(others, default=0) else "after" if year > max(others, default=0) else "amid"
        if kind in own:
            yield f"the only {kind}" if not others else f"{when} other {kind}"
        elif others:
            yield from (f"another is {kind}", f"{when} {kind}")
        else:
            yield f"no {kind}"
        yield from (f"{one}, {f'{when} other {kind}' if others else f'no other {kind}'}" for one in own)
    gap = max(kinds) - year
    yield f"{next(name for least, name in _GAPS if gap >= least)} before the latest"
    if later := [other for other in kinds if other > year]:
        yield f"the next is {min(min(later) - year, _MOST_YEARS)} later"
    yield f"years: {min(len(kinds), _MOST_YEARS)}"
