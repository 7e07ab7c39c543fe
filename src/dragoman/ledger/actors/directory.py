"""All actors of a ledger, derived from its entries: who they are, under which names, and which entries name them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from dragoman.errors import NotFoundError
from dragoman.ledger.actors.actor import Actor, Holding
from dragoman.ledger.actors.holders import Holders, Term, known_holders
from dragoman.ledger.actors.identifiers import Identifier
from dragoman.ledger.actors.mentions import Mention, mentions_of, surnamed, surnames_of
from dragoman.ledger.actors.names import person_key, read_name
from dragoman.ledger.actors.naming import Naming, read_naming
from dragoman.ledger.actors.organisations import is_acronym, listed_name, organisation_key
from dragoman.ledger.actors.people import Days, Name, People, Person
from dragoman.ledger.actors.places import country_geonames, place_key
from dragoman.ledger.actors.posts import Post
from dragoman.ledger.keys import digest
from dragoman.ledger.stored import StoredEntry
from dragoman.reading.states.gazetteer import find_names, state_name
from dragoman.values import CountryCode, Edtf

type Identity = tuple[str, str | None, str]
"""Kind, state and key: what makes an actor that is no person."""


class Directory:
    """The actors of a ledger; ``identifiers`` are those that users gave."""

    def __init__(self, entries: Iterable[StoredEntry], identifiers: Iterable[Identifier] = ()) -> None:
        documents = groupby(entries, key=lambda stored: stored.document.sha256)
        mentions = [mention for _, stored in documents for mention in mentions_of(list(stored))]
        mentions = surnamed(mentions, surnames_of(m for m in mentions if m.naming.state))
        self._people = People(_names_of(mentions))
        self._ids: dict[Person, str] = self._person_ids()
        self._holders = Holders(self._terms(mentions))
        self._persons = {id: person for person, id in self._ids.items()}
        self._names: dict[str, Counter[str]] = defaultdict(Counter)
        self._entries: dict[str, dict[str, None]] = defaultdict(dict)
        self._postings: dict[str, list[Mention]] = defaultdict(list)
        self._of_entry: dict[str, dict[str, None]] = defaultdict(dict)
        self._identities: dict[str, Identity] = {}
        for mention in mentions:
            self._note(mention)
        self._given = {id: given for given in identifiers if (id := self._id_of(given))}
        actors = [self._actor(id) for id in self._entries]
        self._actors = {actor.id: actor for actor in sorted(actors, key=lambda a: (a.kind, -a.count, a.name, a.id))}

    def __iter__(self) -> Iterator[Actor]:
        """All actors that entries name: by kind, those that most entries name first."""
        return iter(self._actors.values())

    def get(self, id: str) -> Actor | None:
        """The actor with this whole id."""
        return self._actors.get(id)

    def only(self, id: str) -> Actor:
        """The actor with this id or with the only id that begins so; ``NotFoundError`` if it is none or several."""
        found = [exact] if (exact := self.get(id)) else [each for each in self if id and each.id.startswith(id)]
        if len(found) != 1:
            several = f"{id!r} may be any actor of {', '.join(each.id for each in found[:5])}"
            raise NotFoundError(several if found else f"there is no actor {id!r}")
        return found[0]

    def entries(self, id: str) -> tuple[str, ...]:
        """The keys of the entries that name an actor, in order of publication."""
        return tuple(self._entries.get(id, ()))

    def of_entry(self, key: str) -> tuple[str, ...]:
        """The ids of the actors that an entry names."""
        return tuple(self._of_entry.get(key, ()))

    def of(self, name: str, state: str | None = None, when: Edtf | date | None = None) -> Actor | None:
        """The actor that a name means in a state and at a date: a post is its holder at that date.

        None if nothing is known by that name, or several things are.
        """
        first, last = (when.first, when.last) if isinstance(when, Edtf) else (when, when)
        naming = read_naming(name, state)
        if naming is None or (naming.kind != "person" and not naming.proper and naming.kind != "state"):
            return None
        days = tuple(day for day in (first, last) if day)
        person = self._people.find(naming.state, name, days) if naming.kind in ("person", "organisation") else None
        id = self._ids.get(person) if person else self._id(Mention("", naming, first, last))
        if id is None:
            return None
        return self._actors.get(id) or (self._actor(id) if id in self._persons else None)

    def unknown(self, identifiers: Iterable[Identifier]) -> list[Identifier]:
        """Those identifiers whose actor no entry names."""
        return [given for given in identifiers if self._id_of(given) not in self._actors]

    # How it is derived

    def _person_ids(self) -> dict[Person, str]:
        """An id for each person, made of the state and the best name; namesakes are counted."""
        taken: Counter[tuple[str | None, str]] = Counter()
        ids = {}
        for person in self._people.persons:
            key = (person.state, person_key(person.name))
            taken[key] += 1
            ids[person] = digest(f"person {key[0]} {key[1]} {taken[key]}")
        return ids

    def _terms(self, mentions: Iterable[Mention]) -> Iterator[Term]:
        """The days on which documents show persons in posts."""
        for mention in mentions:
            if mention.tenure and mention.first and mention.last and (id := self._id(mention)):
                yield Term(mention.tenure, id, mention.first, mention.last)

    def _note(self, mention: Mention) -> None:
        """Write down which actor a mention is of."""
        id = self._id(mention)
        if id is None:
            return
        naming = mention.naming
        if id not in self._persons:
            self._identities.setdefault(id, (naming.kind, naming.state, naming.key))
        if (naming.proper and naming.kind != "post") or (naming.kind == "post" and id not in self._persons):
            self._names[id][naming.name] += 1
        if mention.tenure or mention.wording:
            self._postings[id].append(mention)
        self._entries[id][mention.entry] = None
        self._of_entry[mention.entry][id] = None

    def _id(self, mention: Mention) -> str | None:
        """The id of what a mention names; that of its holder for a post that exactly one person held then."""
        naming = mention.naming
        if naming.kind == "person":
            person = self._people.find(naming.state, naming.name, _spoken_of(mention))
            return self._ids.get(person) if person else None
        if naming.post:
            for first, last in _days(mention):
                if holder := self._holder(naming.post, first, last):
                    return holder
        return naming.state if naming.kind == "state" else _identifier(naming)

    def _id_of(self, given: Identifier) -> str | None:
        """The id of the actor that a user's identifier is for, None if no entry names it."""
        if given.kind == "person":
            person = self._people.find(given.state, given.name)
            return self._ids.get(person) if person else None
        if given.kind == "state":
            return given.state
        key = place_key if given.kind == "place" else organisation_key
        return _identifier(Naming(given.kind, given.state, key(given.name, given.state), given.name))

    def _holder(self, post: Post, first: date, last: date) -> str | None:
        """Who held a post: by the list in ``knowledge/``, else by the documents, else by the list's neighbours."""
        known = known_holders().covering(post, first, last)
        told = None if known else self._holders.at(post, first, last)
        known = known or (None if told else known_holders().at(post, first, last))
        person = self._people.find(post.state, known, (first, last)) if known else None
        return self._ids.get(person) if person else told

    def _actor(self, id: str) -> Actor:
        person = self._persons.get(id)
        names = self._names.get(id, Counter())
        ordered = tuple(sorted(names, key=lambda name: (-names[name], name)))
        kind, state, key = ("person", person.state, "") if person else self._identities[id]
        given = self._given.get(id)
        return Actor(
            id=id,
            kind=kind,
            name=person.name if person else _best_name(kind, state, key, ordered),
            names=ordered,
            code=CountryCode(state) if state else None,
            wikidata=given.wikidata if given else None,
            geonames=(given and given.geonames) or _geonames(kind, key),
            posts=tuple(_holdings(self._postings.get(id, []))),
            count=len(self._entries.get(id, ())),
        )


def _spoken_of(mention: Mention) -> Days:
    return tuple(dict.fromkeys(day for day in (mention.first, mention.published) if day))


def _names_of(mentions: Iterable[Mention]) -> dict[Name, Counter[Days]]:
    """How often each name of a person stands on which days."""
    found: dict[Name, Counter[Days]] = defaultdict(Counter)
    for mention in mentions:
        if mention.naming.kind == "person" and read_name(mention.naming.name).words:
            found[mention.naming.state, mention.naming.name][_spoken_of(mention)] += 1
    return found


def _days(mention: Mention) -> Iterator[tuple[date, date]]:
    """The days that are spoken of: those of the entry, or else the day of publication if it is among them."""
    if mention.first and mention.last:
        yield mention.first, mention.last
        if mention.published and mention.first < mention.published < mention.last:
            yield mention.published, mention.published


def _identifier(naming: Naming) -> str:
    return digest(f"{naming.kind} {naming.key}")


def _best_name(kind: str, state: str | None, key: str, names: tuple[str, ...]) -> str:
    """The name of a state, the full name that knowledge lists, or the most frequent one that is no acronym."""
    if kind == "state" and state:
        return state_name(state)
    listed = listed_name(key) if kind == "organisation" else None
    full = next((name for name in names if not is_acronym(name)), names[0] if names else key)
    name = listed or full
    if kind == "post" and state and not any(found.code == state for found in find_names(name)):
        return f"{name} ({state_name(state)})"
    return name


def _geonames(kind: str, key: str) -> str | None:
    if kind == "state":
        return country_geonames().get(key)
    return key.removeprefix("geonames ") if kind == "place" and key.startswith("geonames ") else None


def _holdings(mentions: Iterable[Mention]) -> Iterator[Holding]:
    """The posts of a person, each once, in order of the first day in it."""
    by_post: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_post[mention.tenure.key if mention.tenure else f"- {mention.wording}"].append(mention)
    held = []
    for group in by_post.values():
        wordings = Counter(mention.wording or "" for mention in group)
        to = group[0].tenure.to if group[0].tenure else None
        held.append(
            Holding(
                post=min(wordings, key=lambda words: (-wordings[words], words)),
                to=CountryCode(to) if to else None,
                first=min((m.first for m in group if m.first), default=None),
                last=max((m.last for m in group if m.last), default=None),
                entries=tuple(dict.fromkeys(mention.entry for mention in group)),
            )
        )
    yield from sorted(held, key=lambda holding: (holding.first or date.max, holding.post))
