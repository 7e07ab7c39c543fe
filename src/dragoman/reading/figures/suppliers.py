"""Suppliers: the trade and the investment that goes on between states by what one of them is to the other.

"Norway is a major supplier of gas to Poland", "Poland is one of the largest buyers of Norwegian gas", "Norway is the
third largest investor in Togo". A sum beside it is a figure, and then nothing more is told here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from dragoman.knowledge import word_set
from dragoman.models import Activity, ActivityType, Party, Role, Stage
from dragoman.reading.drafting.drafting import country_of, trim
from dragoman.reading.frames.frames import noun_phrase
from dragoman.reading.frames.negation import is_negated
from dragoman.reading.frames.slots import subject_of
from dragoman.reading.frames.speech import shared_tense
from dragoman.reading.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.values import CountryCode

_words = partial(word_set, "flows.toml")
_CONFIDENCE = 0.6
_LONGEST = 8  # words of what is supplied
_CLAUSES = frozenset({"relcl", "advcl", "acl", "appos", "parataxis"})
_BECOMING = ("become", "remain", "continue")


def read_suppliers(page: Page) -> Iterator[Activity]:
    """The trade and the investment that nouns for suppliers, buyers and investors tell of two states."""
    for sent in page.sentences:
        for noun in sent:
            type_ = _type_of(noun)
            told = _said_of(noun) if type_ else None
            if type_ is None or told is None:
                continue
            own, other = _sides(noun, told, page)
            if own and other and not _has_sum(noun, page):
                yield _draft(noun, told, type_, own, other, page)


def _type_of(noun: Token) -> ActivityType | None:
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN":
        return None
    if lemma in _words("suppliers") or lemma in _words("buyers"):
        return "trade"
    if lemma == "source" and any(of.lemma_.lower() == "investment" for of in _behind(noun, "of")):
        return "investment"
    return "investment" if lemma in _words("investors") else None


def _behind(noun: Token, preposition: str) -> list[Token]:
    return [t for child in noun.children if child.lower_ == preposition for t in child.children if t.dep_ == "pobj"]


def _said_of(noun: Token) -> tuple[Token, Token | None] | None:
    """Of whom the noun is said, and the verb that says it; it may stand beside a name without one."""
    top = noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ == "one":
        top = noun.head.head  # "one of the largest buyers"
    if top.dep_ == "appos":
        return _named_before(top), None
    verb = top.head
    if top.dep_ != "attr" or is_negated(verb):
        return None
    if any(child.lower_ == "no" for child in (*top.lefts, *noun.lefts)):
        return None
    subject = subject_of(verb)
    return (subject, verb) if subject is not None and subject.i < top.i else None


def _named_before(noun: Token) -> Token:
    """The name, or the first of several, behind which the noun stands: "Chile and Peru, both buyers of gas"."""
    first = noun.left_edge
    name = first.nbor(-2) if first.i > noun.sent.start + 1 and first.nbor(-1).text == "," else noun.head
    while name.dep_ in ("conj", "compound") and name.head.i < name.i:
        name = name.head
    return name


def _sides(
    noun: Token, told: tuple[Token, Token | None], page: Page
) -> tuple[tuple[CountryCode, ...], tuple[CountryCode, ...]]:
    """The states of which it is said, and those that they are it to; one of the pair if none is named."""
    subject = told[0]
    about = {t.i for t in noun.subtree}
    whole = {t.i for t in subject.subtree} - about
    own = _codes(whole, page)
    if not own:
        return (), ()
    other = tuple(code for code in _codes(about, page) if code not in own)
    if not other and own[0] in page.pair:
        other = tuple(code for code in page.pair if code not in own)
    return own, other[:1] if len(own) > 1 else other


def _codes(tokens: set[int], page: Page) -> tuple[CountryCode, ...]:
    return tuple(dict.fromkeys(a.code for a in page.actors if a.code and a.head in tokens and a.kind in _STATES))


_STATES = ("state", "demonym", "government", "adjective", "people", "pronoun")


def _has_sum(noun: Token, page: Page) -> bool:
    """Whether a sum follows in the sentence, which tells the same as a figure."""
    return any(q.kind == "money" and q.start > noun.idx for q in page.quantities_in(noun.sent))


def _draft(
    noun: Token,
    told: tuple[Token, Token | None],
    type_: ActivityType,
    own: Sequence[CountryCode],
    other: Sequence[CountryCode],
    page: Page,
) -> Activity:
    subject, verb = told
    buys = noun.lemma_.lower() in _words("buyers")
    givers, takers = (other, own) if buys else (own, other)
    roles: tuple[Role, Role] = ("exporter", "importer") if type_ == "trade" else ("source", "recipient")
    parties = tuple(
        Party(name=code.country, code=code, role=role)
        for codes, role in ((givers, roles[0]), (takers, roles[1]))
        for code in codes
    )
    words = [*subject.subtree, *noun.subtree]
    start, end = min(t.idx for t in words), max(t.idx + len(t) for t in words)
    return Activity(
        type=type_,
        title=_title(noun, type_, givers, takers),
        parties=parties,
        place=country_of(parties, ("recipient",)),
        stage=_stage(verb),
        evidence=(trim(page.text, start, end),),
        confidence=_CONFIDENCE,
        why=(f"activity: {noun.lemma_} of {'a state' if verb is None else 'what a state is'}",),
    )


def _title(noun: Token, type_: ActivityType, givers: Sequence[CountryCode], takers: Sequence[CountryCode]) -> str:
    giver, taker = (" and ".join(code.country for code in codes) for codes in (givers, takers))
    if type_ == "investment":
        return f"Investment of {giver} in {taker}"
    goods = next((of for of in _behind(noun, "of") if of.pos_ == "NOUN"), None)
    words = noun_phrase(goods, _LONGEST, _CLAUSES) if goods is not None else []
    what = "".join(t.text_with_ws for t in words).strip()
    return f"Supply of {what} from {giver} to {taker}" if what else f"Sales of {giver} to {taker}"


def _stage(verb: Token | None) -> Stage:
    if verb is None:
        return "underway"
    tense = shared_tense(verb)
    if tense in ("future", "infinitive"):
        return "underway" if verb.lemma_ in _BECOMING[1:] else "planned"
    return "done" if tense == "past" else "underway"
