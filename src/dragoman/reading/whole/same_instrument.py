"""Same instrument: whether two phrases of one document name one agreement, plan or body."""

from __future__ import annotations

import re
from functools import cache

from dragoman.knowledge import read_tsv, word_set
from dragoman.models import Instrument
from dragoman.reading.whole.likeness import likeness, words_of


def same_instrument(a: Instrument, b: Instrument) -> bool:
    """Whether the names are alike, or one shortens the other ("the programme", "the Grassroots programme")."""
    if _are_on_other_fields(a, b):
        return False
    if likeness(a.name or a.title, b.name or b.title) >= 0.6:
        return True
    one, other = named_words(a), named_words(b)
    if a.type in _MANY_KINDS and one and other and one != other and _kinds(a).isdisjoint(_kinds(b)):
        return False  # "a health programme" is not all of "the national health insurance scheme"
    codes_a, codes_b = ({p.code for p in e.parties if p.code} for e in (a, b))
    return (one <= other or other <= one) and (codes_a <= codes_b or codes_b <= codes_a)


_MANY_KINDS = ("plan", "programme")  # an agreement may be called a treaty, a pact and an FTA in one text


def _kinds(instrument: Instrument) -> set[str]:
    """The words of a name that tell what kind of instrument it is."""
    return words_of(instrument.name or instrument.title) & instrument_words()


def _are_on_other_fields(a: Instrument, b: Instrument) -> bool:
    """Whether two are of one kind but on different things or with different sides: "pact on fish", "pact with Togo"."""
    one, other = (_FIELD_OR_SIDE.split((e.name or e.title).casefold(), 1) for e in (a, b))
    if len(one) < 2 or len(other) < 2 or (one[0] != other[0] and a.type != "mission"):
        return False
    return words_of(one[1]).isdisjoint(words_of(other[1]))


_FIELD_OR_SIDE = re.compile(r"\s(?:on|with|in)\s")


def named_words(instrument: Instrument) -> set[str]:
    """The words that name an instrument, without those for its kind, praise, and what is told of it behind its name."""
    name = _TOLD_OF.split(instrument.name or instrument.title, 1)[0]
    plain = words_of(" ".join(_SMALL.findall(name)))
    first = words_of(name.split(" ", 1)[0].split("-")[0]) if plain & instrument_words() else set()
    return words_of(name) - instrument_words() - ((plain | first) & _no_names())


# Words in small letters: in "Additional Protocol" and "Joint Commission" the first is part of the name.
_SMALL = re.compile(r"\b[a-z]+\b")


@cache
def _no_names() -> frozenset[str]:
    """What praises an instrument, as it stands in titles that are compared."""
    return frozenset(word for one in word_set("fields.toml", "praising") for word in words_of(one))


# "(the plan) proposed by …", "(the programme) aimed at …", "(an agreement) to cut …".
_TOLD_OF = re.compile(r"\s(?:\w{2,}ed|(?!understanding\b)\w{2,}ing|to|that|which|put|made|set)\s", re.I)


@cache
def instrument_words() -> frozenset[str]:
    """The words by which instruments are called ("agreement", "plan"), as they stand in titles that are compared."""
    lemmas = {row["lemma"] for row in read_tsv("frames.tsv") if row["kind"] == "instrument" and row["pos"] == "noun"}
    return frozenset(word for lemma in lemmas for word in words_of(lemma))
