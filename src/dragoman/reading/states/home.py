"""Which state's government speaks in a document, if it is a release or a speech of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

import pycountry

from dragoman.knowledge import any_of, read_toml
from dragoman.reading.scoring.linear import LinearModel, shares
from dragoman.reading.states.home_signs import pattern_of, rare, signs_of
from dragoman.values import CountryCode

_QUOTED = re.compile(r"[\"“][^\"”]{0,2000}[\"”]")
# Second-level names under which states put their governments, and the usual names of their offices.
_GOVERNMENT = re.compile(
    r"https?://(?:[\w-]+\.)*(?:gov|govt|go|gouv|gob|gub|mil|mfa|mofa|president|premier|government)\.([a-z]{2})(?=[:/]|$)",
    re.IGNORECASE,
)
# A text is spoken by somebody if it says so at least every so many words.
_SPARSE = 270
# How likely it must be that a state is the one that speaks, of those that are named, in a text that is clearly spoken
# by somebody and in one that may not be.
_SPOKEN, _LIKELY, _SURE = 3, 0.5, 0.9
_HEAD = 500  # characters at the head of a text in which its author is named


def home_state(text: str, year: int | None = None) -> CountryCode | None:
    """The state whose government speaks in ``text``, if it is a release of one; None for news and narratives.

    A release speaks in the first person outside quotations, or of "the Prime Minister" without a state. Its state
    comes first where two are paired, acts through its government, and is not the one that is travelled to; its leaders
    are named without it. ``year`` is that of publication.
    """
    spoken = spoken_in(text)
    voice = sum(weight * len(pattern.findall(spoken)) for weight, pattern in _voice())
    if not voice or _SPARSE * voice < len(text.split()) or _body_speaks(text):
        return None
    chances = chances_of(signs_of(text, spoken, year))
    best = max(chances, key=chances.__getitem__, default=None)
    return best if best and chances[best] >= (_LIKELY if voice >= _SPOKEN else _SURE) else None


def spoken_in(text: str) -> str:
    """The text with blanks for what it quotes."""
    return _QUOTED.sub(lambda quote: " " * len(quote.group()), text)


def chances_of(
    signs: Mapping[CountryCode, Mapping[str, float]], model: LinearModel | None = None
) -> dict[CountryCode, float]:
    """How likely each of the states is the one that speaks, if one of them is."""
    model = model or LinearModel.load("home")
    if not signs:
        return {}
    return dict(zip(signs, shares([model.score(seen, "yes") + rare(seen) for seen in signs.values()]), strict=True))


def state_of_source(sources: Iterable[str]) -> CountryCode | None:
    """The state on whose government's pages a text was published: "https://www.pm.gov.au/news", Australia."""
    for source in sources:
        if host := _GOVERNMENT.match(source):
            ending = host.group(1).upper()
            if country := pycountry.countries.get(alpha_2="GB" if ending == "UK" else ending):
                return CountryCode(country.alpha_3)
    return None


def _body_speaks(text: str) -> bool:
    """Whether the first paragraphs name an international body as who acts: "The European Union Delegation … today"."""
    return _bodies().search(text, 0, _HEAD) is not None


@cache
def _bodies() -> re.Pattern[str]:
    """A body that begins a line, or follows its dateline."""
    return re.compile(rf"(?:\A|\n|[–—-] )(?:The |the )?{any_of('home.toml', 'bodies')}\b")


@cache
def _voice() -> list[tuple[int, re.Pattern[str]]]:
    return [(row["weight"], pattern_of(row["pattern"])) for row in read_toml("home.toml")["voice"]]
