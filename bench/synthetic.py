"""A ledger of any size, made up: visits, meetings, grants, loans, agreements, figures and posts, told and told again.

States, towns and names are drawn from lists, so that many things look alike, as they do in real ledgers: a pair of
states has several visits a year, and two grants may have one size. All follows from the seed.
"""

from __future__ import annotations

import hashlib
import random
from bisect import bisect, insort
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

from dragoman.models import Activity, Document, Entry, Event, Figure, Heading, Instrument, Reading, Tenure

STATES = {
    "CHL": ("Chile", "Chilean", ("Santiago", "Valparaíso", "Concepción", "Arica")),
    "VNM": ("Vietnam", "Vietnamese", ("Hanoi", "Hue", "Da Nang", "Vinh")),
    "NOR": ("Norway", "Norwegian", ("Oslo", "Bergen", "Tromsø", "Bodø")),
    "KEN": ("Kenya", "Kenyan", ("Nairobi", "Mombasa", "Kisumu", "Eldoret")),
    "PER": ("Peru", "Peruvian", ("Lima", "Cusco", "Arequipa", "Iquitos")),
    "KAZ": ("Kazakhstan", "Kazakh", ("Astana", "Almaty", "Shymkent", "Aktau")),
    "MAR": ("Morocco", "Moroccan", ("Rabat", "Fes", "Agadir", "Oujda")),
    "FIN": ("Finland", "Finnish", ("Helsinki", "Turku", "Oulu", "Vaasa")),
    "LKA": ("Sri Lanka", "Sri Lankan", ("Colombo", "Kandy", "Galle", "Jaffna")),
    "GHA": ("Ghana", "Ghanaian", ("Accra", "Kumasi", "Tamale", "Cape Coast")),
    "POL": ("Poland", "Polish", ("Warsaw", "Gdańsk", "Łódź", "Lublin")),
    "NPL": ("Nepal", "Nepalese", ("Kathmandu", "Pokhara", "Biratnagar", "Butwal")),
}
OBJECTS = ("school", "hospital", "bridge", "water works", "radio station", "library", "clinic", "fishing port")
FIELDS = ("taxation", "air services", "fisheries", "customs", "seafarers", "extradition", "tourism", "plant health")
GOODS = ("salmon", "coffee", "copper", "tea", "timber", "machinery", "phosphate", "garments")
FIRST = ("Ana", "Ingrid", "Minh", "Joseph", "Aigul", "Karim", "Elena", "Tuan", "Wanjiru", "Pekka", "Nimal", "Akosua")
LAST = ("Dahl", "Rojas", "Nguyen", "Otieno", "Serikov", "Alaoui", "Virtanen", "Perera", "Mensah", "Kowalski", "Thapa")
POSTS = ("foreign minister", "president", "prime minister", "trade minister", "ambassador", "minister of health")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
BEGIN = date(2000, 1, 1)
DAYS = 25 * 365
_LINE = 90
"""Characters of the text for each entry, whose title stands there."""


def readings(entries: int, seed: int = 1, *, paired: bool = False) -> Iterator[tuple[Document, Reading]]:
    """Documents with readings of so many entries in all. A larger ledger begins with the documents of a smaller one.

    Each document speaks of many states; ``paired`` ones are mostly about two, some pairs far more often than others,
    and tell again what happened of late between these.
    """
    return ((document, reading) for document, reading, _ in told(entries, seed, paired=paired))


def told(entries: int, seed: int = 1, *, paired: bool = False) -> Iterator[tuple[Document, Reading, list[Thing]]]:
    """The same, with the things that the entries of each document tell."""
    draw = random.Random(seed)
    number = made = 0
    things: list[Thing] = []
    between: dict[tuple[str, str], list[Thing]] = {pair: [] for pair in PAIRS}
    while made < entries:
        number += 1
        published = BEGIN + timedelta(days=draw.randrange(DAYS))
        size = draw.randint(4, 14)
        if paired:
            chosen = [_of_pair(draw, between, published, pair) for pair in _pairs(draw, size)]
        else:
            chosen = [_told_again(draw, things) or _new(draw, things, published) for _ in range(size)]
        chosen = list(dict.fromkeys(chosen))[: entries - made]
        when = max([published, *(day for day, _, _ in chosen)])
        body = tuple(_entry(thing, draw, when, place) for place, thing in enumerate(chosen))
        made += len(body)
        text = "".join(f"{f'{entry.title}.':<{_LINE}}" for entry in body) + f"\n\n{number}"
        name, sha = f"made-up-{number}", hashlib.sha256(text.encode()).hexdigest()
        document = Document(
            id=name, text=text, sha256=sha, title=f"News {number}", date=when.isoformat(), language="en"
        )
        yield document, Reading(document=Heading(id=name, date=document.date, language="en"), entries=body), chosen


type Thing = tuple[date, tuple[str, str], int]
"""A day, two states and a seed of all that else tells the thing from others."""
PAIRS = tuple(combinations(sorted(STATES), 2))
_SHARES = [1 / place for place in range(1, len(PAIRS) + 1)]
"""How often a paired document is about each pair: one in five about the first, as in the ledger of an embassy."""
_RECENT = timedelta(days=400)


def _new(draw: random.Random, things: list[Thing], published: date) -> Thing:
    thing = published, draw.choice(PAIRS), draw.randrange(1 << 30)
    things.append(thing)
    return thing


def _told_again(draw: random.Random, things: list[Thing]) -> Thing | None:
    """One of the latest things, two times in five."""
    return draw.choice(things[-400:]) if things and draw.random() < 0.4 else None


def _pairs(draw: random.Random, number: int) -> list[tuple[str, str]]:
    """The pair that a document is about, so many times, with another one here and there."""
    about = draw.choices(PAIRS, _SHARES)[0]
    return [about if draw.random() < 0.9 else draw.choice(PAIRS) for _ in range(number)]


def _of_pair(
    draw: random.Random, between: dict[tuple[str, str], list[Thing]], published: date, pair: tuple[str, str]
) -> Thing:
    """Something between two states, two times in five what happened in the months before."""
    things = between[pair]
    first, last = (bisect(things, day, key=lambda thing: thing[0]) for day in (published - _RECENT, published))
    if first < last and draw.random() < 0.4:
        return draw.choice(things[first:last])
    thing = published, pair, draw.randrange(1 << 30)
    insort(things, thing)
    return thing


def _entry(thing: Thing, draw: random.Random, published: date, place: int) -> Entry:
    """The thing as one document tells it: before it or after it, in these words or those."""
    day, (one, other), seed = thing
    own = random.Random(seed)
    if own.random() < 0.5:
        one, other = other, one
    made = own.choice((_visit, _meeting, _grant, _loan, _agreement, _figure, _post))
    ahead = published <= day + timedelta(days=own.randint(0, 120))
    return made(own, draw, one, other, day + timedelta(days=30), "planned" if ahead else "done", place)


def _common(place: int, one: str, other: str, roles: tuple[str, str]) -> dict[str, object]:
    parties = [
        {"name": STATES[code][0], "code": code, "role": role} for code, role in zip((one, other), roles, strict=True)
    ]
    return {"parties": parties, "evidence": [{"start": place * _LINE, "end": place * _LINE + 40}], "confidence": 0.8}


def _name(own: random.Random) -> str:
    return f"{own.choice(FIRST)} {own.choice(LAST)}"


def _when(draw: random.Random, day: date) -> str:
    return draw.choice((day.isoformat(), day.isoformat(), day.isoformat()[:7]))


def _visit(own: random.Random, draw: random.Random, one: str, other: str, day: date, stage: str, place: int) -> Entry:
    person, town = _name(own), own.choice(STATES[other][2])
    post = own.choice(POSTS)
    common = _common(place, one, other, ("source", "host"))
    party = {"name": person, "code": one, "role": "source"}
    title = draw.choice((f"Visit of the {STATES[one][1]} {post} to {STATES[other][0]}", f"{person} visits {town}"))
    common["parties"] = [*common["parties"], party]  # type: ignore[misc]
    where = {"name": town, "country": other} if draw.random() < 0.6 else None
    return Event.model_validate(
        common | {"type": "visit", "title": title, "date": _when(draw, day), "stage": stage, "place": where}
    )


def _meeting(own: random.Random, draw: random.Random, one: str, other: str, day: date, stage: str, place: int) -> Entry:
    nth, town = own.choice(ORDINALS), own.choice(STATES[other][2])
    body = own.choice(("joint commission", "economic dialogue", "round of consultations"))
    title = draw.choice((f"{nth.title()} {body}", f"{nth.title()} meeting of the {body} in {town}"))
    common = _common(place, one, other, ("participant", "participant"))
    where = {"name": town, "country": other} if draw.random() < 0.7 else None
    return Event.model_validate(
        common | {"type": "meeting", "title": title, "date": _when(draw, day), "stage": stage, "place": where}
    )


def _grant(own: random.Random, draw: random.Random, one: str, other: str, day: date, stage: str, place: int) -> Entry:
    thing, town = own.choice(OBJECTS), own.choice(STATES[other][2])
    value = own.choice((25_000.0, 50_000.0, 1_000_000.0, float(own.randint(20, 900)) * 1000))
    title = draw.choice(
        (f"{STATES[one][1]} grant for a {thing} in {town}", f"{thing.title()} in {town} is to get a grant")
    )
    common = _common(place, one, other, ("funder", "recipient"))
    known = {"type": "grant", "title": title, "date": str(day.year), "stage": stage}
    return Activity.model_validate(common | known | {"amount": {"value": value, "unit": "USD"}})


def _loan(own: random.Random, draw: random.Random, one: str, other: str, day: date, stage: str, place: int) -> Entry:
    thing, town = own.choice(OBJECTS), own.choice(STATES[other][2])
    value = float(own.randint(5, 400)) * 1e6
    restated = value * 1.5 if draw.random() < 0.1 else value
    common = _common(place, one, other, ("funder", "recipient"))
    known = {"type": "loan", "title": f"Loan for the {thing} of {town}", "date": None, "stage": stage}
    return Activity.model_validate(common | known | {"amount": {"value": restated, "unit": "USD"}})


def _agreement(
    own: random.Random, draw: random.Random, one: str, other: str, day: date, stage: str, place: int
) -> Entry:
    field = own.choice(FIELDS)
    name = draw.choice((f"Agreement on {field}", f"{STATES[one][0]}–{STATES[other][0]} {field} agreement"))
    known = {"type": "agreement", "title": name, "name": name, "stage": "agreed", "date": _when(draw, day)}
    return Instrument.model_validate(_common(place, one, other, ("participant", "participant")) | known)


def _figure(own: random.Random, draw: random.Random, one: str, other: str, day: date, stage: str, place: int) -> Entry:
    goods, value = own.choice(GOODS), float(own.randint(1, 900))
    known = {"title": f"{STATES[one][1]} {goods} exports", "measure": "exports", "of": goods, "value": value}
    common = _common(place, one, other, ("exporter", "importer"))
    return Figure.model_validate(common | known | {"unit": "tonne", "date": str(day.year - 1)})


def _post(own: random.Random, draw: random.Random, one: str, other: str, day: date, stage: str, place: int) -> Entry:
    person, post = _name(own), own.choice(POSTS)
    known = {
        "title": f"{person}, {post}",
        "person": person,
        "post": post,
        "of": STATES[one][0],
        "date": day.isoformat(),
    }
    common = _common(place, one, other, ("holder", "subject"))
    common["parties"] = common["parties"][:1]  # type: ignore[index]
    return Tenure.model_validate(common | known)
