"""Titles: a short label in plain words for what a stretch of the text tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.reading.frames.frames import Frame, noun_phrase
from dragoman.reading.frames.negation import is_negated
from dragoman.reading.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASIDE = frozenset(("relcl", "acl", "advcl", "appos", "parataxis", "conj", "cc", "punct"))
_BARE, _NAMED = 5, 10  # words of a participle's clause that tell little, and of the noun before it
_FIRST_PERSON = {"i", "we", "us", "me", "our", "my", "ours"}


def title_of(frame: Frame, page: Page) -> str:
    """A short label as a headline has it: the words of the phrase without helping verbs, dates and sums, with the
    actors' names for the pronouns."""
    words = frame.core
    head = frame.head
    if head.dep_ == "acl" and head.tag_ == "VBN" and sum(t.is_alpha for t in words) <= _BARE:
        words = [*noun_phrase(head.head, _NAMED, _ASIDE), *words]  # "a committee set up in 1992"
    return label(as_headline(words, page), page)


def as_headline(words: list[Token], page: Page) -> list[Token]:
    """The words without what a headline leaves out, all of them if none would be left."""
    gone = {t.i for t in words if _is_helper(t) or t.lower_ in _SMALL_TALK} | _fields(words, page)
    gone |= {t.i for t in words if t.dep_ in ("prep", "agent") and _governs_only(t, gone)}
    return [t for t in words if t.i not in gone] or words


_PAST = {"have", "has", "had", "having", "was", "were", "is", "are", "am", "been", "being", "did", "does", "do",
         "'ve", "’ve", "'s", "’s", "'re", "’re"}  # fmt: skip
_FUTURE = {"will", "shall", "would", "'ll", "’ll"}
_SMALL_TALK = {"also", "already", "mr", "mrs", "ms", "dr", "mr.", "mrs.", "ms.", "dr."}


def _is_helper(token: Token) -> bool:
    """Whether it only helps another verb to its tense or its passive; "did not" and "is to" say more."""
    if token.dep_ not in ("aux", "auxpass") or token.lower_ not in _PAST:
        return False
    if token.lower_ in ("have", "been") and any(
        child.lower_ == "to" and child.i < token.i for child in token.head.lefts
    ):
        return False  # "was to have met", "was to have been held"
    return not is_negated(token.head)


def _fields(words: list[Token], page: Page) -> set[int]:
    """The words of dates, and of sums that stand before a noun: an entry has fields of its own for them."""
    first, last = words[0].idx, words[-1].idx
    found: set[int] = set()
    for mention in (d for d in page.dates if d.kind in ("date", "range") and first <= d.start <= last):
        inside = [t for t in words if mention.start <= t.idx < mention.end]
        if all(t.head in inside or t.dep_ in ("pobj", "npadvmod") for t in inside):
            found |= {t.i for t in inside}
    for quantity in (q for q in page.quantities if q.kind == "money" and first <= q.start <= last):
        inside = [t for t in words if quantity.start <= t.idx < quantity.end]
        if all(t.head in inside or t.dep_ in ("nummod", "compound", "nmod", "amod", "quantmod") for t in inside):
            found |= {t.i for t in inside}
    return found


def _governs_only(token: Token, gone: set[int]) -> bool:
    children = list(token.children)
    return bool(children) and all(child.i in gone for child in children)


def label(words: list[Token], page: Page) -> str:
    """The words, joined as they stand, pronouns replaced by the names of those that they stand for."""
    words = [t for t in words if not any(t.idx in line for line in page.datelines)] or words
    words = _without_time_of(_without_end_of_date(words, page), page)
    parts: list[str] = []
    last: Token | None = None
    for token in _without_fringe(words):
        if parts and last is not None and last.i + 1 != token.i:
            parts.append(" ")
        last = token
        if token.tag_ in ("WDT", "WP") and token.dep_ in ("nsubj", "nsubjpass", "dobj"):
            parts.append(_antecedent(token))
            continue
        if token.tag_ == "WP$" and (owner := _antecedent(token).strip()):
            parts.append(f"{owner}’s ")
            continue
        stands_in = token.pos_ == "PRON"
        end = token.idx + len(token)  # of "His Majesty" no word alone is a person
        actor = next((a for a in page.actors if (a.start, a.end) == (token.idx, end)), None) if stands_in else None
        if actor is None and not parts and (_stands_for_nothing(token) or token.tag_ == "TO"):
            continue
        if page.home and _is_our_country(token):
            parts.append("" if token.dep_ == "poss" else page.home.country + token.whitespace_)
            continue
        if token.dep_ == "det" and token.lower_ in ("the", "a", "an", "this", "these", "that") and not parts:
            continue
        named = actor is not None and actor.name.rsplit(None, 1)[-1] in re.findall(r"[\w’'-]+", "".join(parts))
        if named and token.lower_ not in _FIRST_PERSON:
            actor = None  # "Silva thanked her host" names her already
        if actor is not None:
            parts.append(actor.name + ("’s " if token.dep_ == "poss" else " "))
        elif token.pos_ == "PRON" and token.lower_ in _FIRST_PERSON and page.home:
            parts.append(page.home.country + ("’s " if token.dep_ == "poss" else " "))
        elif token.dep_ in ("aux", "auxpass") and token.lower_ in _FUTURE:
            parts.append("to ")
        else:
            parts.append("to " if parts and _shares_helper(token, words) else "")
            word = _of_one(token) if page.home and _is_ours(token) else token.text
            parts.append(word + (" " if token.whitespace_ else ""))
    text = re.sub(r"\s*\([^()]*$", "", re.sub(r"\s+", " ", "".join(parts)))
    text = _LEFT_OVER.sub("", _EMPTY_ASIDE.sub("", text))
    text = _DATELINE.sub("", re.sub(r"\s+(?=[,.;:)])", "", text), count=1).strip(" ,.;:–-*|#")
    return text[:1].upper() + text[1:] if text else " ".join(t.text for t in words)


_EMPTY_ASIDE = re.compile(r"\s*,\s*,")  # what is left of an aside between commas
_LEFT_OVER = re.compile(r"\s*,\s*[.;:].*$")  # what is left of a part that tells something else


def _without_time_of(words: list[Token], page: Page) -> list[Token]:
    """The words without the time that they begin with as an owner: "this year's summit", "today's signing"."""
    end = next((i for i, t in enumerate(words[:_OWNING_TIME]) if t.tag_ == "POS"), 0)
    if not end or end + 1 == len(words):
        return words
    timed = any(d.start <= words[end - 1].idx < d.end for d in page.dates_in(words[0].sent))
    return words[end + 1 :] if timed else words


_OWNING_TIME = 4  # words up to its possessive: "the past two years'"


def _is_our_country(token: Token) -> bool:
    """Whether it is one of the words of "my country", which the name of the state takes the place of."""
    first = [child for child in token.children if child.dep_ == "poss"] if token.dep_ != "poss" else [token]
    country = token.head if token.dep_ == "poss" else token
    return country.lower_ in ("country", "nation") and any(t.lower_ in _FIRST_PERSON for t in first)


def _is_ours(verb: Token) -> bool:
    """Whether "we" or "I" stand before a verb in the present, which the name of one state takes the place of."""
    return verb.tag_ == "VBP" and any(c.dep_ == "nsubj" and c.lower_ in _FIRST_PERSON for c in verb.children)


def _of_one(verb: Token) -> str:
    """A verb in the present as it is said of one: "wants", "carries", "has"."""
    base = verb.text
    if base.lower() in _ODD:
        return _ODD[base.lower()]
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ies"
    return f"{base}es" if re.search(r"(?:s|sh|ch|x|z|o)$", base) else f"{base}s"


_ODD = {"have": "has", "'ve": "has", "’ve": "has", "are": "is", "am": "is", "'re": "is", "’re": "is", "'m": "is"}


def _without_end_of_date(words: list[Token], page: Page) -> list[Token]:
    """The words without the rest of a date that the parse took for part of a name: "(On May 4,) 2010 Chile gave"."""
    cut = next((d for d in page.dates if words and d.start < words[0].idx < d.end), None)
    return [t for t in words if cut is None or t.idx >= cut.end] or words


def _shares_helper(token: Token, words: list[Token]) -> bool:
    """Whether a verb has its "will" or "to" from one before it that is not told: "(will sell cars and) buy lorries"."""
    if token.tag_ != "VB" or token.dep_ != "conj" or token.head.pos_ != "VERB" or token.head in words:
        return False
    return not any(child.dep_ == "aux" for child in token.children)


# What a story begins with: "LIMA, 5 May 2014 - ", "Suva (PACNEWS) – ", and what is left of it without the day.
_DATELINE = re.compile(
    r"^(?:[^,()]{2,40}(?:[,)]|\([^)]{2,30}\)),?|[A-Z][A-Z .'’-]+)(?:[ ,][\w ,]{0,24})?\s?[-–—]{1,2}\s(?=\S)"
)
_FRINGE = {"ADP", "CCONJ", "SCONJ", "PUNCT", "PART", "SPACE", "ADV"}
_LEADING_ON = {"ADP", "CCONJ", "DET"}
_SETTING = {"prep", "npadvmod", "advmod", "mark"}  # what tells when and where, at the head of a clause


def _without_fringe(words: list[Token]) -> list[Token]:
    """The words without what leads up to them ("In 2023, ", "a week earlier, ") and what leads on to others ("for")."""
    while len(words) > 1 and words[-1].pos_ in _LEADING_ON and words[-1].dep_ != "prt":
        words = words[:-1]
    while words and (words[0].pos_ in _FRINGE or _leads_up(words[0])):
        top = words[0]
        while top.dep_ not in _SETTING and top.head != top and top.head in words:
            top = top.head
        aside = {t.i for t in top.subtree} if top.dep_ in _SETTING else {words[0].i}
        rest = [t for t in words if t.i not in aside]
        words = rest if len(rest) > 1 else words[1:]
    return words


def _leads_up(token: Token) -> bool:
    """Whether the token opens a phrase of time before the clause, or a relative clause that it is no part of."""
    if token.tag_ in ("WDT", "WP", "WRB"):
        return token.dep_ not in ("nsubj", "nsubjpass", "dobj")
    adverbs = (t for t in (token, token.head) if t.dep_ == "npadvmod" and t.i >= token.i)
    return any(not t.nbor().text.startswith(("-", "–")) for t in adverbs if t.i + 1 < len(t.doc))  # "duty-free"


def _stands_for_nothing(token: Token) -> bool:
    """Whether it is a subject of which nothing is known ("it", "they", "this"), or a helping verb behind one."""
    if token.dep_ in ("aux", "auxpass"):
        return any(_stands_for_nothing(child) for child in token.head.lefts if child.pos_ == "PRON")
    return token.dep_ in ("nsubj", "nsubjpass") and token.lower_ in _UNKNOWN


_UNKNOWN = {"it", "they", "this", "these", "that", "which", "who", "there"}


def _antecedent(pronoun: Token) -> str:
    """The noun that a relative pronoun stands for, with its modifiers."""
    for token in pronoun.ancestors:
        if token.dep_ == "relcl":
            return " ".join(t.text for t in noun_phrase(token.head, 10)) + " "
    return ""
