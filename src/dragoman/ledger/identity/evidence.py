"""What speaks for and against two entries being one thing: points, with the reason in words.

Each rule looks at one side of two entries (states, days, words …) and adds what it finds. The points were set by hand:
1 is a hint, 2 a fact that many things share, 4 one that few share. ``JOIN`` points make one thing of two entries,
``DOUBT`` points a question for a person. A rule that finds the impossible sets the two apart, whatever else is alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.knowledge import read_toml
from dragoman.ledger.actors.names import PERHAPS, SURE, same_person
from dragoman.ledger.identity.features import PROPER, Features
from dragoman.ledger.identity.going_on import goes_on
from dragoman.ledger.identity.words import Weights, split

JOIN = 5.0
DOUBT = 3.5
TOLD_APART = 4.0
"""What counts against two entries of one document: the reading joins what is told twice, but misses some."""
BACKED = 0.5
"""What a word that givers are called by counts for: one foundation pays for many things."""
_STATE = 0.4
"""What it counts that two are in one state, of which only the name is told."""
_GOES_ON = 3.0
"""What it counts for that one begins with "it" or "the line" right after the other."""
BARE = 0.35
"""A name of less weight says only what kind of thing it is."""
_SAID = 0.65
"""The share of its weight that a name has at least where the sentence itself, or the one that it points to, has it."""
_ITSELF = 0.7
"""The share of its weight that a word has at least which the quote itself says."""
_RARE = 0.9
"""From this weight on a word that both names have tells more than that the same is spoken of."""


@dataclass(slots=True)
class Evidence:
    """The points so far and their reasons; ``apart`` says why the two cannot be one thing.

    ``scale`` is what a point counts: more where few facts are told of things that are seldom alike by chance.
    ``together`` are the points that being told apart in one document has cost, ``sum`` those for an equal sum.
    """

    points: float = 0.0
    reasons: list[tuple[float, str | Weights]] = field(default_factory=list)
    apart: str | None = None
    scale: float = 1.0
    together: float = 0.0
    sum: float = 0.0

    def add(self, points: float, reason: str | Weights) -> None:
        """Count what speaks for (or, below 0, against) the two; words that they share are a reason, too."""
        self.points += self.scale * points
        self.reasons.append((self.scale * points, reason))

    @property
    def against(self) -> float:
        """How much speaks against the two."""
        return -sum(points for points, _ in self.reasons if points < 0)

    def words(self) -> tuple[str, ...]:
        """The reasons, the weightiest first, those against with "but" before them."""
        ordered = sorted(self.reasons, key=lambda reason: -abs(reason[0]))
        return tuple(f"but {_spoken(why)}" if points < 0 else _spoken(why) for points, why in ordered)


def _spoken(reason: str | Weights) -> str:
    if isinstance(reason, str):
        return reason
    telling = sorted(reason, key=lambda word: (-reason[word], word))[:3]
    return f"words in common: {', '.join(telling)}"


def states(a: Features, b: Features, found: Evidence) -> None:
    """The states that take part, wherever it happens."""
    if not a.states or not b.states:
        found.add(-0.5, "the states are not told")
    elif a.states == b.states:
        found.add(1.5, "the same states" if len(a.states) > 1 else "the same state")
    elif not a.states & b.states:
        found.apart = "different states"
    elif a.states <= b.states or b.states <= a.states:
        many = len(a.states & b.states) > 1 or a.kind == "activity"
        found.add(0.75 if many else 0.25, "one names further states")
    elif len(a.states & b.states) == 1 and {a.kind, b.kind} & {"instrument", "tenure"}:
        found.apart = "with different states"
    else:
        found.add(-3.5 if a.kind == "activity" else -2.5, "partly different states")


def counted(a: Features, b: Features, found: Evidence) -> None:
    """Ordinals: the eighth and the ninth of a series are never one."""
    if not a.ordinals or not b.ordinals:
        return
    if a.formats and b.formats and not a.formats & b.formats:
        found.add(-2.0, "of another series")
    elif same := a.ordinals & b.ordinals:
        found.add(4.0, f"the same number: {min(f'{series} {number}' for series, number in same)}")
    elif {series for series, _ in a.ordinals} & {series for series, _ in b.ordinals}:
        found.apart = "different numbers of a series"


def people(a: Features, b: Features, found: Evidence) -> None:
    """Persons who take part under their names."""
    if not a.people or not b.people:
        return
    best, whose = 0.0, ""
    for one in a.people:
        for other in b.people:
            likeness = same_person(one, other).score
            if likeness > best:
                best, whose = likeness, max(one, other, key=len)
    if best >= SURE:
        found.add(2.0, f"the same person: {whose}")
    elif best >= PERHAPS:
        found.add(1.5, f"the same surname: {whose}")
    elif short := _first_name(a.people, b.people) or _first_name(b.people, a.people):
        found.add(1.5, f"one name holds the other: {short}")
    else:
        found.add(-1.5, "other persons")


def _first_name(short: tuple[str, ...], long: tuple[str, ...]) -> str | None:
    """A single name that a longer one begins with: Vietnamese or Ethiopians go by the name that is given to them."""
    first = {split(name)[0] for name in long if len(split(name)) > 1}
    return next((name for name in short if len(split(name)) == 1 and split(name)[0] in first), None)


def bodies(a: Features, b: Features, found: Evidence, much: float = 0.75) -> None:
    """Organisations that take part."""
    best = max((alike(one, other) for one in a.bodies for other in b.bodies), default=0.0)
    if best >= 0.6:
        found.add(much, "the same organisation")


def places(a: Features, b: Features, found: Evidence, much: float = 1.5, other: float = -1.5) -> None:
    """Where it happens; ``much`` is what one place counts for, ``other`` what another state does."""
    if not a.place or not b.place:
        return
    if a.kind == "activity" and not (a.there and b.there):
        if not a.there and not b.there and a.place != b.place:
            return  # where it is reported may stand for where it is done
        much, other = much / 2, other / 2
    state = " ".join(split(a.country.country)) if a.country else None
    if a.place == b.place:
        found.add(_STATE if a.kind == "activity" and a.place == state else much, f"the same place: {a.place.title()}")
    elif a.country and b.country and a.country != b.country:
        found.add(other, "in another state")
    elif a.country and a.country == b.country:
        whole = state in (a.place, b.place)
        found.add(_STATE if whole else -much, "in the same state" if whole else "at another place")


def another(a: Features, b: Features, found: Evidence) -> None:
    """What is told later as one more of its kind is not what was told before."""
    if a.published and b.published and a.published != b.published:
        later, earlier = (a, b) if a.published > b.published else (b, a)
        if later.once_more and not earlier.another:
            found.apart = "told as one more"
        elif later.another:
            found.add(-2.0, "told as another one")


def only(a: Features, b: Features, found: Evidence) -> None:
    """Where one document says that the states have only one of a type, every other one of that type is that."""
    alike = a.type == b.type and a.states == b.states and len(a.states) > 1
    if alike and (a.only or b.only) and a.type in read_toml("identity.toml")["only"]["types"]:
        found.add(5.0, f"the only {a.type} of these states")


def document(a: Features, b: Features, found: Evidence) -> None:
    """The reading joins what one document tells twice: what it kept apart is seldom one thing."""
    if goes_on(a, b):
        found.add(_GOES_ON, "one goes on from the sentence of the other")
    elif a.document == b.document and a.heads != b.heads:
        found.together = 1.0
        found.add(-1.0, "told apart in heading and text")
    elif a.document == b.document:
        found.together = TOLD_APART
        found.add(-TOLD_APART if a.type == b.type else -TOLD_APART - 1, "told apart in one document")


def wording(a: Features, b: Features, found: Evidence, most: float, each: float = 2.0, strange: float = 1.5) -> float:
    """Words that title or name share: rare ones weigh more, up to ``most`` points; names on both sides speak against.

    Gives the weight of what they share.
    """
    # One document uses the same words around whatever it tells: only what the entries are called counts there.
    apart = a.document == b.document and not goes_on(a, b)
    mine, yours = (a.words, b.words) if apart else (a.context, b.context)
    backers = a.backers | b.backers
    shared = mine.keys() & yours.keys()
    weights = {word: min(mine[word], yours[word]) * (BACKED if word in backers else 1.0) for word in shared}
    points = each * sum(value * value for value in weights.values())
    weight = sum(weights.values())
    if points >= 0.3:
        found.add(min(most, points), weights)
    less = min(sum(weight for word, weight in each.words.items() if word not in backers) for each in (a, b))
    named = sum(a.words[word] for word in weights if word in a.words and word in b.words and word not in backers)
    if named >= 1.0 and named >= 0.8 * less:
        found.add(1.0, "one says all that the other says")
    own, theirs = _beyond(a.names, yours), _beyond(b.names, mine)
    if own and theirs:
        found.add(-strange, f"different names: {own}, {theirs}")
    elif less >= 1.0 and weight < 0.25 * less:
        found.add(-1.0, "other words")
    return weight


def naming(a: Features, b: Features, found: Evidence) -> None:
    """Of two names of several words one holds the other: "free trade agreement" with whatever else; or one is bare."""
    if a.document != b.document and (_bare_for(a, b) or _bare_for(b, a)):
        found.add(2.25, "one is named where the other is spoken of")
        return
    shared = a.words.keys() & b.words.keys()
    if shared and a.words.keys() == b.words.keys():
        found.add(2.5 if len(shared) > 1 else 1.25, "the same name")
    elif len(shared) > 1 and (len(shared) == len(a.words) or len(shared) == len(b.words)):
        found.add(2.0, "one name holds the other")
    elif (
        shared
        and a.states == b.states
        and not a.formats
        and (len(shared) == len(a.words) or len(shared) == len(b.words))
    ):
        found.add(1.5, "one name holds the other")
    elif rare := [word for word in shared if a.words[word] >= _RARE]:
        found.add(1.0, f"both are called so: {min(rare)}")


def _bare_for(bare: Features, named: Features) -> bool:
    """Whether a mere "the agreement", or one that is called by less, stands among the words that name the other."""
    said = named.words.keys() & bare.context.keys()
    if len(said) < 2 or len(said) < len(named.words):
        return False
    itself = all(bare.context[word] >= _ITSELF * named.words[word] for word in said)
    return bare.weight < BARE or (itself and bare.words.keys() <= named.words.keys())


def things(a: Features, b: Features, found: Evidence) -> None:
    """What it is for: a school is no hospital, whatever else the two have in common."""
    if not a.things or not b.things:
        return
    shared = a.things.keys() & b.things.keys()
    if not shared:
        others = f"for other things: {min(a.things)}, {min(b.things)}"
        if a.firm and b.firm:
            found.apart = others
        elif not _one_name(a, b):
            found.add(-3.0, others)
    elif not any(a.things[group] & b.things[group] for group in shared):
        found.add(-1.5, "for like things by other names")
    elif a.firm and b.firm and a.document != b.document:
        found.add(0.4, "for the same sort of thing")


def _one_name(a: Features, b: Features) -> bool:
    """Whether what is said of both holds one proper name, that of no giver."""
    backers = a.backers | b.backers
    return any(
        min(weight, b.context[word]) >= PROPER * _SAID and word not in backers
        for word, weight in a.context.items()
        if word in b.context and word not in a.towns | b.towns
    )


def towns(a: Features, b: Features, found: Evidence) -> None:
    """Cities in the names: a school in Bergen is not one in Oslo."""
    if a.towns and b.towns and not (a.towns & b.context.keys() or b.towns & a.context.keys()):
        found.add(-2.0, f"in other towns: {min(a.towns).title()}, {min(b.towns).title()}")


def _beyond(names: Iterable[str], words: Weights) -> str | None:
    """The first of the names that is not among the words."""
    return next((name for name in names if name not in words), None)


def alike(one: Weights, other: Weights) -> float:
    """How much of all the weight two sets of words share, from 0 to 1."""
    shared = sum(one[word] for word in one.keys() & other.keys())
    whole = sum(one.values()) + sum(other.values()) - shared
    return shared / whole if whole else 0.0


def names_beyond(one: Weights, other: Weights) -> str | None:
    """A proper name that only the first has, None if there is none."""
    return _beyond(sorted(word for word, weight in one.items() if weight >= PROPER), other)
