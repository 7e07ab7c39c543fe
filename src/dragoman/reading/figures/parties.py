"""Whose a figure is: who sells and buys, gives and receives what it measures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from dragoman.knowledge import column_set, read_toml
from dragoman.models import Measure, Party, Role
from dragoman.reading.drafting.drafting import both_sides, parties
from dragoman.reading.figures.features import Place
from dragoman.reading.frames.slots import subject_of
from dragoman.reading.page import Page
from dragoman.reading.quantities.numbers import Quantity

if TYPE_CHECKING:
    from dragoman.reading.people.actors import Actor

# Who gives or sells, and who gets or buys; None where the parties stand side by side.
ROLES: dict[str, tuple[Role, Role]] = {
    "exports": ("exporter", "importer"),
    "imports": ("importer", "exporter"),
    "trade": ("participant", "participant"),
    "investment": ("source", "recipient"),
    "aid": ("funder", "recipient"),
    "grants": ("funder", "recipient"),
    "loans": ("funder", "recipient"),
    "cost": ("funder", "recipient"),
    "people": ("subject", "host"),
}
_BETWEEN: tuple[Role, Role] = ("participant", "participant")
_FAR_SIDE = frozenset(("to", "in", "into", "for", "towards", "toward", "from", "with"))
_GIVEN = frozenset(("aid", "grants", "loans"))
_FLOWS = frozenset(("exports", "imports", "trade", "investment"))
_STATES = ("state", "demonym")
_NAMED = (*_STATES, "government", "organisation", "group")
_WITHIN = ("compound", "amod", "poss", "nmod", "conj", "appos")
_BUYING = ("import", "buy", "purchase")
_PART = re.compile(r"[,;]| and | while | whereas ")


def parties_of(page: Page, quantity: Quantity, place: Place, measure: Measure) -> tuple[Party, ...]:
    """The actors of the clause, and the pair that the text is about where the clause names only one side."""
    first, second = ROLES.get(measure, _BETWEEN)
    here = [a for a in page.actors_in(place.sentence) if a.code or a.kind in ("organisation", "group")]
    here = _without_tellers(here, page, place)
    chosen = [a for a in here if a.kind in _NAMED] or here
    if measure in _FLOWS:
        chosen = list(_as_states(chosen))
    roles = [(actor, second if _is_far(page, actor, measure) and first != second else first) for actor in chosen]
    if measure in ("exports", "imports"):
        roles = _by_dealer(roles, page, place, (first, second)) or _two_sided(roles, page, second)
        roles = [one for one in roles if not _is_of_other(one, roles, page, quantity, place)]
    return both_sides(parties(roles), page, first, second)


def _as_states(actors: Sequence[Actor]) -> Iterator[Actor]:
    """Trade is that of states: where one is named, its offices and those of others take no part."""
    named = any(actor.kind in _STATES for actor in actors)
    for actor in actors:
        office = actor.code is not None and actor.kind in ("government", "organisation")
        if not office:
            yield actor
        elif not named and actor.code:
            yield replace(actor, name=actor.code.country, kind="state")


def _without_tellers(actors: list[Actor], page: Page, place: Place) -> list[Actor]:
    """The actors without those who only tell the number: "according to the customs service", "the bank put it at"."""
    left = [actor for actor in actors if not _tells(page.doc[actor.head], place)]
    return left if any(actor.code for actor in left) else actors


def _tells(token: Token, place: Place) -> bool:
    known, reporting = read_toml("flows.toml")["telling"], column_set("reporting.tsv", "lemma")
    while token.dep_ in _WITHIN and token.head is not token:
        token = token.head
    above = token.head
    if token.dep_ == "nsubj":
        said = above.lemma_ in reporting and any(c.dep_ == "ccomp" for c in above.children)
        after = above.lemma_ in reporting and above.dep_ in ("parataxis", "ROOT") and token.i > place.words.start
        return said or after or above.lemma_ in known["verbs"]
    if token.dep_ != "pobj":
        return False
    if above.lower_ == "to" and above.head.lower_ == "according":
        return True
    return above.lower_ in ("of", "by", "from") and above.head.lemma_.lower() in known["nouns"]


def _is_far(page: Page, actor: Actor, measure: Measure) -> bool:
    """Whether the actor stands behind "to", "in", "for": where a thing goes or happens, or comes from if it is bought.

    "Exports from Peru" are Peru's own; "imported Peruvian fish" is bought from Peru.
    """
    token = head = page.doc[actor.head]
    while token.dep_ in _WITHIN and token.head is not token:
        token = token.head
    if measure in _TRADED:
        measure = _traded_with(token) or measure
    if measure == "imports" and head.dep_ in ("amod", "compound", "poss", "nmod") and _is_bought(token):
        return True
    if measure in _GIVEN and token.dep_ in ("dobj", "dative") and token.head.pos_ == "VERB":
        return True  # "supported Chad with 3 million", "gave Chad 3 million"
    if token.dep_ != "pobj" or token.head.lower_ not in _FAR_SIDE:
        return False
    return token.head.lower_ in _OUTWARD.get(measure, _FAR_SIDE)


def _dealing() -> dict[str, Measure]:
    """What verbs of buying and selling measure."""
    return read_toml("flows.toml")["dealing"]  # type: ignore[no-any-return]


def trading_verb(place: Place) -> Token | None:
    """The verb of buying or selling that a number hangs on: "exporting goods worth 3 million dollars to Peru"."""
    for token in (place.top, *place.top.ancestors):
        if token.pos_ in ("VERB", "AUX"):
            return token if token.lemma_.lower() in _dealing() else None
    return None


def _by_dealer(
    roles: list[tuple[Actor, Role]], page: Page, place: Place, sides: tuple[Role, Role]
) -> list[tuple[Actor, Role]]:
    """Of two states the subject of a verb of buying or selling deals, and the other is whom it deals with."""
    verb = trading_verb(place)
    dealer = subject_of(verb) if verb is not None else None
    codes = {actor.code for actor, _ in roles}
    own = {actor.code for actor, _ in roles if dealer is not None and page.doc[actor.head] == dealer}
    if len(own) != 1 or len(codes) != _SEVERAL:
        return []
    return [(actor, sides[actor.code not in own]) for actor, _ in roles]


def _two_sided(roles: list[tuple[Actor, Role]], page: Page, other: Role) -> list[tuple[Actor, Role]]:
    """Of two states on one side the one whose trade it is called stays there: "trade between Chad and Togo … Togolese
    exports were 3 and imports 4 million"."""
    if len({role for _, role in roles}) != 1 or len({actor.code for actor, _ in roles}) != _SEVERAL:
        return roles
    heads = ((actor.code, page.doc[actor.head]) for actor, _ in roles)
    owners = {code for code, t in heads if t.dep_ in _WITHIN and t.head.lemma_.lower() in _dealing()}
    return roles if len(owners) != 1 else [(a, role if a.code in owners else other) for a, role in roles]


def _traded_with(token: Token) -> Measure | None:
    """Whether a party stands with exports or imports: in "Peru exported 3 tonnes to Chad against imports of 2" both do
    with the exports."""
    for above in (token, *token.ancestors):
        told = (above, *(child for child in above.lefts if child.dep_ == "amod" and child.pos_ == "VERB"))
        if (
            flow := next((_dealing()[t.lemma_.lower()] for t in told if t.lemma_.lower() in _dealing()), None)
        ) is not None:
            return flow
    return None


_TRADED = ("exports", "imports")
# For what goes out and comes in the prepositions of the far side are not the same.
_OUTWARD: dict[str, frozenset[str]] = {"exports": _FAR_SIDE - {"from"}, "imports": frozenset(("from", "with"))}


def _is_bought(goods: Token) -> bool:
    """Whether a noun is what is imported: "imported Danish ships", "imports of Danish ships"."""
    if goods.dep_ == "dobj":
        return goods.head.lemma_.lower() in _BUYING
    of = goods.head if goods.dep_ == "pobj" and goods.head.lower_ == "of" else None
    return of is not None and of.head.lemma_.lower() in _BUYING


def _is_of_other(
    one: tuple[Actor, Role], roles: Sequence[tuple[Actor, Role]], page: Page, quantity: Quantity, place: Place
) -> bool:
    """Whether an actor is one of several on its side and another is named with the number in its part of the sentence.

    "Chad bought 3 tonnes and Togo 5 tonnes."
    """
    alike = [actor for actor, role in roles if role == one[1]]
    if len({actor.code for actor in alike}) < _SEVERAL:
        return False
    start, end = part_of(page, quantity, place)
    within = [actor for actor in alike if start <= actor.start < end]
    return bool(within) and one[0] not in within


_SEVERAL = 2


def part_of(page: Page, quantity: Quantity, place: Place) -> tuple[int, int]:
    """The part of the sentence, in characters, that a number shares with none of its kind: between commas and "and"."""
    start, end = place.sentence.start_char, place.sentence.end_char
    alike = [q for q in page.quantities_in(place.sentence) if q.kind == quantity.kind]
    for other in alike:
        if other.end <= quantity.start:
            cut = [m.end() for m in _PART.finditer(page.text, other.end, quantity.start)]
            start = max(start, cut[-1] if cut else other.end)
        elif other.start >= quantity.end:
            cut = [m.start() for m in _PART.finditer(page.text, quantity.end, other.start)]
            end = min(end, cut[-1] if cut else other.start)
    return start, end
