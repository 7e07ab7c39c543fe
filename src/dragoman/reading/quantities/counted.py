"""What a number counts: the noun phrase behind it, and that noun in the singular."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.reading.quantities.units import nationals, people, plurals

# How many words may stand between a number and the noun that it counts ("170 Federal Police and State police").
_FAR = 10
_OUTSIDE = frozenset(("AUX", "SCONJ", "INTJ", "SPACE"))
_RUN = frozenset(("ADJ", "NOUN", "PROPN"))
# "Service man" says who is counted, where "business people" and "army personnel" are just persons.
_WHO = frozenset(("man", "woman"))
_DEPENDENT = frozenset(("nummod", "quantmod", "compound", "amod", "appos", "npadvmod", "nmod", "punct"))


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun phrase: its characters, and its head noun in the singular ("training centre")."""

    start: int
    end: int
    unit: str


def counted_by(doc: Doc, first: int, last: int, value: float) -> Counted | None:
    """The noun phrase counted by the number at tokens ``first`` to ``last``; None if nothing is counted."""
    begin = last + 1
    joined = begin < len(doc) and doc[begin].text == "-" and not doc[last].whitespace_ and not doc[begin].whitespace_
    if joined:
        return _joined(doc, begin + 1)
    if begin >= len(doc) or doc[begin].is_sent_start:
        return None
    if doc[begin].pos_ == "CCONJ" and begin + 1 < len(doc) and doc[begin + 1].like_num:
        return None  # "10 and 20 million euros"
    if doc[begin].lower_ == "of":
        return _part(doc, begin) if value > 1 else None
    head = _head_by_parse(doc, first, last) or _head_by_run(doc, begin)
    if head is not None and head.lower_ == "head" and doc[head.i + 1 : head.i + 2].text == "of":  # "of cattle"
        return _part(doc, head.i + 1)
    return _phrase(doc, begin, head, value) if head is not None else None


def is_of_year(doc: Doc, counted: Counted, year: float) -> bool:
    """Whether a noun behind four digits is one thing of that year and not so many: "a 2011 report", "May 2009 Mali"."""
    head = doc.char_span(counted.start, counted.end, alignment_mode="expand")
    if head is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return False
    noun = head[-1]
    return noun.tag_ in ("NN", "NNP") and noun.lower_ not in plurals() and noun.lower_ not in people()


def is_one_thing(text: str, noun: tuple[int, int] | None, unit: str | None) -> bool:
    """Whether a number only tells what one thing is like: "a 52-seat aircraft"; but "a 12-man team" is 12 people."""
    return noun is not None and text[noun[0] - 1] == "-" and unit not in people().values()


# What numbers of four digits are years if nothing more is known of them.
_FIRST_YEAR, _LAST_YEAR = 1900, 2050


def singular(token: Token) -> str:
    """The noun in the singular; acronyms keep their capitals ("DVD")."""
    if (known := plurals().get(token.lower_)) is not None:
        return known
    if token.text[:-1].isupper() and len(token.text) > 2:
        return token.text[:-1] if token.text.endswith("s") else token.text
    lemma = str(token.lemma_).lower()
    if token.tag_ in ("NNS", "NNPS", "NNP") and lemma == token.lower_:
        return _without_plural(lemma)
    return lemma


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 5:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def _head_by_parse(doc: Doc, first: int, last: int) -> Token | None:
    """The noun that the parse hangs the number on, if it stands behind it in the same noun phrase."""
    token = doc[last]
    for _ in range(last - first):
        token = token.head if first <= token.head.i <= last else token
    head = _plural_above(token.head, last)
    if token.dep_ not in _DEPENDENT or not last < head.i <= last + _FAR or head.pos_ not in ("NOUN", "PROPN"):
        return None
    if head.i + 1 < len(doc) and doc[head.i + 1].tag_ == "POS" and head.head.i > head.i:
        head = head.head
    between = doc[last + 1 : head.i]
    return head if all(t.pos_ not in _OUTSIDE and t.text not in ",;:()" for t in between) else None


def _plural_above(head: Token, last: int) -> Token:
    """The plural that a noun in the singular belongs to: of "100,000 COVID-19 vaccine doses" the doses."""
    above = head.head if head.dep_ == "compound" and head.tag_ in ("NN", "NNP") else head
    return above if above.tag_ == "NNS" and head.i > last else head


def _head_by_run(doc: Doc, begin: int) -> Token | None:
    """The last noun of the unbroken run of adjectives and nouns that follows."""
    head = None
    for token in doc[begin : begin + _FAR]:
        participle = token.tag_ in ("VBN", "VBG") and token.i + 1 < len(doc) and doc[token.i + 1].pos_ in _RUN
        hyphen = token.text == "-" and head is not None
        if token.is_sent_start or not (token.pos_ in _RUN or participle or hyphen):
            break
        head = token if token.pos_ in ("NOUN", "PROPN") else head
    return head


def _part(doc: Doc, of: int) -> Counted | None:
    """ "1,000 of the country's teachers": what the noun phrase after "of" names."""
    inside = [child for child in doc[of].children if child.dep_ == "pobj" and child.pos_ in ("NOUN", "PROPN")]
    if not inside or inside[0].i - of > _FAR or inside[0].tag_ not in ("NNS", "NNPS"):
        return None
    return _phrase(doc, of + 1, inside[0], 2)


def _joined(doc: Doc, at: int) -> Counted | None:
    """ "a 540-student school" counts students, "the 100,000-strong community" people."""
    if at >= len(doc):
        return None
    token = doc[at]
    if token.lower_ == "strong":
        return Counted(token.idx, token.idx + len(token), "person")
    if token.pos_ not in ("NOUN", "PROPN", "ADJ") or not token.is_lower:
        return None
    return Counted(token.idx, token.idx + len(token), counted_noun(token))


def _phrase(doc: Doc, begin: int, head: Token, value: float) -> Counted | None:
    if not head.text[0].isalpha() or _is_time_of_telling(head):
        return None
    plural = head.tag_ in ("NNS", "NNPS") or value <= 1 or singular(head) in people() or _is_national(head)
    if not plural:  # "a 20 member business delegation" has 20 members
        nouns = [t for t in doc[begin : head.i] if t.tag_ in ("NN", "NNS") and t.pos_ == "NOUN" and t.is_alpha]
        head = nouns[0] if nouns and nouns[0].i == begin else head
    start = doc[begin]
    return Counted(start.idx, head.idx + len(head), counted_noun(head, begin))


def _is_time_of_telling(head: Token) -> bool:
    """Whether a noun behind a number only tells when: "from 5,200 to 800 last year"."""
    before = head.nbor(-1).lower_ if head.i else ""
    return head.lemma_.lower() in _TIMES and before in ("last", "this", "next")


_TIMES = frozenset(("year", "month", "week", "quarter", "season", "summer", "winter", "spring", "autumn"))


def _is_national(token: Token) -> bool:
    if not token.text[0].isupper():
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    return token.lower_ in nationals() or f"{before} {token.lower_}" in nationals()  # "Sri Lankans"


def counted_noun(head: Token, begin: int = 0) -> str:
    """The unit that a counted noun gives; ``begin`` is where the words behind the number begin.

    "person" for nationals, personnel and the members of nothing that is named, else the noun with the one compound
    noun right before it ("training centre").
    """
    if _is_national(head):
        return "person"
    noun = singular(head)
    if noun == "member" and head.tag_ == "NNS" and not any(child.lower_ == "of" for child in head.rights):
        return "person"
    before = head.nbor(-1) if head.i else head
    compound = before.head == head and before.dep_ == "compound" and before.tag_ == "NN" and before.is_lower
    compound = compound and before.i >= begin and not (before.i > begin and before.nbor(-1).text == "-")
    if noun in people() and not (compound and noun in _WHO):
        return people()[noun]
    return f"{before.lower_} {noun}" if compound and before.is_alpha else noun
