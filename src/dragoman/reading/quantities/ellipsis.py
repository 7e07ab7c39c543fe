"""Units that a number leaves out because the words around it tell them: "80 million yuan, 15 million of which"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from dragoman.knowledge import any_of, read_tsv
from dragoman.reading.language import starts_of, text_of
from dragoman.reading.quantities.counted import counted_noun
from dragoman.reading.quantities.units import people

if TYPE_CHECKING:
    from dragoman.reading.quantities.numbers import Quantity

# A sum takes its currency from one that stands at most so many characters away.
_NEAR = 250
_MAGNITUDE = 1000
_TO = re.compile(
    r"(?:,?(?: up| down)? (?:to|from|versus)|(?: [a-z ]{1,30})?,? (?:(?:up|down) from|against|compared (?:with|to))) "
)
_BEHIND = 40  # characters before a number in which what it tells the size of stands
_BAND = re.compile(
    rf"\b{any_of('number_cues.toml', 'bands')}(?: [a-z]+)?"
    r" (?:(?:of|is|was|stands at|stood at|numbers|numbered) (?:[a-z]+ ){0,2}|from (?:\w+ to )?)$",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\bof (?:the|its|their|those|these|all|some)? ?$", re.IGNORECASE)
_OF_THOSE = re.compile(r" of (?:them|whom|which),?(?: (?:are|were|is|was))? ")
_WAS = re.compile(r"(?:,? (?:up|down) from|, (?:against|compared with|compared to)) ")
_COORDINATED = (" and ", " or ", " to ", ", and ", ", or ")
_FROM = re.compile(r"\bfrom $")
_GROWING = re.compile(rf"{any_of('number_cues.toml', 'growing')}{any_of('number_cues.toml', 'growing_endings')}?\b")
# "The number of flights from four to seven": what it is the number of.
_NUMBER_OF = re.compile(
    r"\bnumber of [a-z -]{3,40}? (?:from|to|at|was|is|stood at|stands at|reached)(?: [\w,.]+ to)? $", re.IGNORECASE
)
_SHARED = ("go", "went", "to", "in", "from", "for", "are", "were", "have", "had", "will", "at", "on")
_GROWN = 20  # times: what grew or fell by more is hardly counted in the same unit
_OF_PEOPLE = re.compile(rf"\b{any_of('number_cues.toml', 'peopled')}\b[^.]{{0,30}}$", re.IGNORECASE)


def fill_units(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities, the bare ones with the unit that the text lets understand, where it does; needs sentences."""
    if not doc.has_annotation("SENT_START"):
        yield from quantities
        return
    text, starts = text_of(doc), starts_of(doc)
    quantities = _listed(quantities, text)
    last: Quantity | None = None
    paid: Quantity | None = None
    for at, quantity in enumerate(quantities):
        if quantity.kind == "bare":
            token = doc[bisect_right(starts, quantity.end - 1) - 1]
            following = quantities[at + 1] if at + 1 < len(quantities) else None
            quantity = (
                _people(quantity, token) or _are(quantity, token) or _of_those(quantity, token, last, text)
                or _of_them(quantity, token, _in_sentence(quantities, at, token)) or _band(quantity, text)
                or _number_of(quantity, token) or _come_to(quantity, token)
                or _price(quantity, last, text) or _same(quantity, token, last, text)
                or _grown(quantity, token, last, text) or _money(quantity, paid, following, text)
                or _as_next(quantity, following, text) or quantity
            )  # fmt: skip
        yield quantity
        last = quantity if quantity.kind != "bare" else last
        if quantity.kind not in ("bare", "share"):  # of a sum there are shares before its parts are told
            paid = quantity


def _listed(quantities: Sequence[Quantity], text: str) -> Sequence[Quantity]:
    """ "At 20, 30 and 50 euros": what is named behind the last sum is meant for all of them."""
    found = list(quantities)
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        joint = text[one.end : other.start]
        if one.kind != "bare" or other.kind != "money" or not (one.value and other.value):
            continue
        joined = joint in _COORDINATED or (joint == ", " and other is not quantities[at + 1])
        if joined and text[other.start].isdigit() and 1 / _GROWN <= one.value / other.value <= _GROWN:
            found[at] = replace(one, unit=other.unit, kind="money")
    return found


def _people(quantity: Quantity, token: Token) -> Quantity | None:
    """ "70,000 injured so far" are people."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if following.tag_ not in ("VBN", "VBD", "JJ") or following.lower_ not in people():
        return None
    end = following.idx + len(following)
    return replace(quantity, end=end, unit="person", kind="count", noun=(following.idx, end))


def _in_sentence(quantities: Sequence[Quantity], at: int, token: Token) -> list[Quantity]:
    """The quantities before the one at ``at``, in the sentence of its token, in their order."""
    start: int = token.sent.start_char
    return [*takewhile(lambda q: q.start >= start, (quantities[i] for i in range(at - 1, -1, -1)))][::-1]


def _of_them(quantity: Quantity, token: Token, told: Sequence[Quantity]) -> Quantity | None:
    """ "Of the 850 doctors 53 worked in Italy": what does something, told without a noun, is of those counted."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    here = [q for q in told if q.kind == "count" and q.value and quantity.value]
    whole = max(here, key=lambda q: q.value or 0, default=None)
    if whole is None or (whole.value or 0) <= (quantity.value or 0) or following.lower_ in people():
        return None
    does = following.tag_ in ("VBD", "VBP") and following.lemma_ != "be"
    text = text_of(token.doc)
    shared = following.lower_ in _SHARED and _OF_THE.search(text, max(0, whole.start - 10), whole.start)
    if not (does or shared):
        return None
    return replace(quantity, unit=whole.unit, kind="count", noun=whole.noun)


def _are(quantity: Quantity, token: Token) -> Quantity | None:
    """ "Of the 1,140 rescued, 312 were women"."""
    behind = token.doc[token.i + 1 : token.i + 4]
    if len(behind) < 2 or behind[0].lemma_ != "be" or behind[0].lower_ == "is":
        return None
    nouns = [word for word in behind[1:] if word.tag_ == "NNS"]
    if not nouns or any(word.tag_ != "JJ" for word in behind[1:] if word.i < nouns[0].i):
        return None
    end = nouns[0].idx + len(nouns[0])
    return replace(quantity, unit=counted_noun(nouns[0]), kind="count", noun=(behind[1].idx, end))


def _band(quantity: Quantity, text: str) -> Quantity | None:
    """ "A crew of 27", "a workforce of more than 300": of people."""
    band = _BAND.search(text, max(0, quantity.start - _BEHIND), quantity.start)
    return replace(quantity, unit="person", kind="count") if band else None


def is_number_of(text: str, at: int) -> bool:
    """Whether a number at ``at`` tells of how many people something is made, or is called the number of something."""
    return bool(_BAND.search(text, max(0, at - _BEHIND), at) or _NUMBER_OF.search(text, max(0, at - 2 * _BEHIND), at))


def _of_those(quantity: Quantity, token: Token, last: Quantity | None, text: str) -> Quantity | None:
    """ "90 prisoners, 19 of them Danes": what is named, or else what the number before counts."""
    match = _OF_THOSE.match(text, quantity.end)
    if not match or last is None or last.kind == "money" or last.end < token.sent.start_char:
        return None
    word = token.doc.char_span(match.end(), match.end() + 1, alignment_mode="expand")
    if word is not None and word[0].tag_ in ("NNS", "NNPS"):
        noun = word[0]
        return replace(quantity, unit=counted_noun(noun), kind="count", noun=(noun.idx, noun.idx + len(noun)))
    return replace(quantity, unit=last.unit, kind=last.kind, noun=last.noun) if last.kind == "count" else None


def _number_of(quantity: Quantity, token: Token) -> Quantity | None:
    """ "The number of tourists grew to 250,000": tourists."""
    for word in token.sent:
        if word.lemma_ not in ("number", "total") or abs(word.i - token.i) > 40:
            continue
        for of in word.children:
            noun = next((c for c in of.children if c.dep_ == "pobj"), None) if of.lower_ == "of" else None
            if noun is not None and noun.idx > word.idx and noun.tag_ in ("NNS", "NNPS", "VBN", "JJ"):
                unit = counted_noun(noun) if noun.tag_.startswith("NN") else people().get(noun.lower_)
                if unit:
                    span = (_phrase_start(noun), noun.idx + len(noun))
                    return replace(quantity, unit=unit, kind="count", noun=span)
    return None


def _come_to(quantity: Quantity, token: Token) -> Quantity | None:
    """ "Visitors rose to 30,000": who has come to a number is counted by it; flows of money are not."""
    to = token.head if token.dep_ in ("pobj", "nummod") else token
    verb = to.head
    if to.lower_ != "to" or verb.pos_ != "VERB" or not _GROWING.match(verb.text):
        return None
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.tag_ != "NNS" or subject.lemma_.lower() in _measured():
        return None
    return replace(quantity, unit=counted_noun(subject), kind="count", noun=(_phrase_start(subject), _end(subject)))


def _end(noun: Token) -> int:
    return noun.idx + len(noun)


@cache
def _measured() -> frozenset[str]:
    """Nouns of which sums and shares are told."""
    return frozenset(row["lemma"] for row in read_tsv("measures.tsv"))


def _phrase_start(noun: Token) -> int:
    """Where the noun with its own adjectives and compounds begins."""
    return min([noun.idx, *(c.idx for c in noun.lefts if c.dep_ in ("amod", "compound") and c.i == noun.i - 1)])


def _price(quantity: Quantity, last: Quantity | None, text: str) -> Quantity | None:
    """ "80 euros, 40 for children"."""
    if last is None or last.kind != "money" or text[last.end : quantity.start] not in (", ", " and ", ", or ", " or "):
        return None
    return replace(quantity, unit=last.unit, kind="money") if text.startswith(" for ", quantity.end) else None


def _same(quantity: Quantity, token: Token, last: Quantity | None, text: str) -> Quantity | None:
    """ "150,000 people in the east and 100,000 in the west": the same thing is counted."""
    if last is None or last.kind != "count" or last.end < token.sent.start_char:
        return None
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    coordinated = re.search(r"(?:\band|,|\bor)\s*$", text[last.end : quantity.start])
    if not coordinated or following not in ("in", "from", "at"):
        return None
    return replace(quantity, unit=last.unit, kind="count", noun=last.noun)


def _grown(quantity: Quantity, token: Token, last: Quantity | None, text: str) -> Quantity | None:
    """ "Output fell from 1.8 million tonnes to 1.2 million", "it is 5 per cent, up from 4"."""
    if last is None or last.end < token.sent.start_char:
        return None
    joint = _WAS if last.kind == "share" else _TO  # "rose 5 per cent to 45" tells no two shares
    if not joint.fullmatch(text, last.end, quantity.start) or not (quantity.value and last.value):
        return None
    alike = 1 / _GROWN < quantity.value / last.value < _GROWN
    return replace(quantity, unit=last.unit, kind=last.kind, noun=last.noun) if alike else None


def _as_next(quantity: Quantity, following: Quantity | None, text: str) -> Quantity | None:
    """ "200,000 and 600,000 subscribers", "from 900 to 600 troops": both are subscribers; a magnitude may be
    meant for both or for one.
    """
    if following is None or following.kind == "bare":
        return None
    joint = text[quantity.end : following.start]
    if joint == " to " and _FROM.search(text, 0, quantity.start) and quantity.value and following.value:
        alike = 1 / _GROWN < quantity.value / following.value < _GROWN
        return replace(quantity, unit=following.unit, kind=following.kind, noun=following.noun) if alike else None
    if joint not in (" and ", " or "):
        return None
    alike = quantity.value is not None and following.value is not None and following.value < _MAGNITUDE * quantity.value
    return replace(quantity, unit=following.unit, kind=following.kind, noun=following.noun) if alike else None


def _money(quantity: Quantity, last: Quantity | None, following: Quantity | None, text: str) -> Quantity | None:
    """A bare "15 million" beside "80 million yuan" is in yuan."""
    high = quantity.high or quantity.value or 0
    written = text[quantity.start : quantity.end].lower()
    if high < _MAGNITUDE or not re.search("illion|crore|lakh|thousand|bn", written):
        return None
    if _OF_PEOPLE.search(text[max(0, quantity.start - 60) : quantity.start]):
        return None
    for other in (last, following):
        if other is not None and other.kind == "money" and _apart(quantity, other) < _NEAR:
            return replace(quantity, unit=other.unit, kind="money")
    return None


def _apart(a: Quantity, b: Quantity) -> int:
    return max(a.start, b.start) - min(a.end, b.end)
