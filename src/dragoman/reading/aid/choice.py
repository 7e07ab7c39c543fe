"""Of the candidates for a side, a year or a sum of an account of aid the likeliest, and what spoke for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from dragoman.models import Party
from dragoman.reading.aid.implied import state_hinted, state_of_town
from dragoman.reading.aid.terms import find_workers
from dragoman.reading.drafting.choice import Candidate, gives_as_a_rule, state_candidates
from dragoman.reading.page import Page
from dragoman.reading.scoring.context import Asked, Chances, Understood, View, together
from dragoman.reading.scoring.linear import LinearModel
from dragoman.reading.states.gazetteer import find_names
from dragoman.reading.states.known_names import full_name
from dragoman.values import CountryCode

# How often the state of a town is the one that receives, where no other state is named.
IMPLIED = 0.8
# The same of a state that is only hinted at.
HINTED = 0.9
_UNSEEN: View = {}
_LEAD = 16  # characters
_CHANNEL = re.compile(r"\b(?:through|via|to) (?:the )?$")


def asked_of(question: str, candidate: Candidate[Any], page: Page) -> Asked:
    """A candidate as the context is asked about it: where it is named, and the sentences there."""
    sentences = [(sent.start_char, sent.end_char) for sent in page.sentences]
    around = [one for one in sentences if any(one[0] <= start < one[1] for start, _ in candidate.mentions)]
    return Asked(question, candidate.mentions, around)


@dataclass(frozen=True)
class Chosen[T]:
    """The likeliest candidate, its chance, and what spoke for it."""

    value: T
    chance: float
    because: tuple[str, ...]


def best[T](
    question: str, candidates: Sequence[Candidate[T]], page: Page, understood: Understood | None = None
) -> Chosen[T] | None:
    """The likeliest of the candidates (of equally likely ones the first), None if there is none.

    The context is left out where it does not help.
    """
    model = LinearModel.load(f"aid-{question}")
    asked = [asked_of(question, candidate, page) for candidate in candidates]
    views = understood.views(asked) if understood else [_UNSEEN for _ in asked]
    found = []
    for candidate, view in zip(candidates, views, strict=True):
        chance = together(model.probabilities(candidate.features), view.get("right"))["yes"]
        because = (*model.reasons(candidate.features, "yes"), *said_around(view.get("right"), "yes"))
        found.append(Chosen(candidate.value, chance, because))
    return max(found, key=lambda chosen: chosen.chance, default=None)


@dataclass(frozen=True)
class Sides:
    """Who gives and who receives; an international body may give."""

    giver: Chosen[CountryCode] | None = field(default=None)
    receiver: Chosen[CountryCode] | None = field(default=None)
    body: str | None = None

    @classmethod
    def of(cls, page: Page) -> Sides:
        """Of the states named, first the giver, then of the others the receiver.

        A state that stands alone and gives no aid as a rule receives it: "the school got its new wing in Mbeya". Where
        an international body is named and no state that gives as a rule, the body gives, unless a state only gives
        through it.
        """
        named = state_candidates(page)
        giver = best("giver", named, page)
        code = giver.value if giver else None
        if not gives_as_a_rule(code) and (body := _body(page)):
            told = {actor.code for actor in page.actors if actor.kind != "place"}  # not only the town of the news
            states = [one for one in named if one.value in told] or named
            return cls(None, best("receiver", states, page), body)
        receiver = best("receiver", state_candidates(page, code), page)
        if receiver is None and not gives_as_a_rule(code):
            return cls(None, giver)
        if receiver is None and (state := state_of_town(page.text)):
            receiver = Chosen(state, IMPLIED, ("a town",))
        if receiver is None and (state := state_hinted(page.text)):
            receiver = Chosen(state, HINTED, ("a name",))
        return cls(giver, receiver)

    def parties(self, page: Page) -> Iterator[Party]:
        """Funder, recipient and those who carry the work out."""
        if self.body is not None:
            yield Party(name=self.body, role="funder")
        for side, role in ((self.giver, "funder"), (self.receiver, "recipient")):
            if side is not None:
                yield Party(name=side.value.country, code=side.value, role=role)
        for actor in find_workers(page):
            yield Party(name=actor.name, code=actor.code, role="implementer")

    def why(self) -> Iterator[str]:
        """What spoke for each side."""
        if self.body is not None:
            yield f"given by {self.body}, the body that is named"
        if self.giver:
            yield f"given by {self.giver.value} by {listed(self.giver.because)}"
        if self.receiver:
            yield f"received by {self.receiver.value} by {listed(self.receiver.because)}"


def _body(page: Page) -> str | None:
    """The international body that is named most, but for those that something is given to or through."""
    behind = [
        name for name in find_names(page.text) if _CHANNEL.search(page.text, max(0, name.start - _LEAD), name.start)
    ]
    channels = {full_name(page.text[name.start : name.end]) for name in behind}
    return next((name for name, _ in page.bodies() if name not in channels), None)


def said_around(chances: Chances | None, label: str) -> tuple[str, ...]:
    """What the context says of an answer, among the reasons for it."""
    return (f"context={chances.get(label, 0.0):.2f}",) if chances else ()


def listed(because: Sequence[str]) -> str:
    """The reasons in one line."""
    return ", ".join(because) or "default"
