"""Voices: whose words a stretch of text reports, and whom its pronouns mean."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cache

from spacy.symbols import VERB
from spacy.tokens import Span, Token

from dragoman.knowledge import column_set, read_toml, word_set
from dragoman.reading.page import Page
from dragoman.reading.people.actors import Actor
from dragoman.reading.people.names import titles_before
from dragoman.values import CountryCode

_QUOTE = re.compile(r'“[^”]{3,2000}”|"[^"\n]{3,2000}"', re.S)
_TURN = re.compile(r"^[ \t]*(?:[—–]|[QA]:|[A-Z][A-Z .]{2,30}:)[ \t]*", re.M)
_FIRST = {"i", "we", "us", "me", "our", "my", "ours", "myself", "ourselves"}
_THIRD = {"he", "she", "his", "her", "him"}


class Voices:
    """Who speaks where on a page; the text's own voice is None."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._people = [a for a in page.actors if a.kind == "person"]
        self._starts = [a.start for a in self._people]
        self._ranges = self._turns() + self._quotes() + self._reports()

    def at(self, start: int, end: int) -> Actor | None:
        """The person whose words hold the characters ``start`` to ``end``, None for the text's own."""
        for low, high, speaker in self._ranges:
            if low <= start and end <= high:
                return speaker
        return None

    def last_person(self, before: int) -> Actor | None:
        """The person named last before the character ``before``."""
        at = bisect_right(self._starts, before - 1)
        return self._named(self._people[at - 1]) if at else None

    def _named(self, person: Actor) -> Actor:
        """The person; for one called by the post alone, "the minister", the one named with such a post before.

        The state of a post that is a single word is only guessed, and does not decide.
        """
        if person.name != person.post:
            return person
        called = self.page.doc[person.head].lower_
        for other in reversed(self._people[: bisect_left(self._starts, person.start)]):
            same_post = other.post not in (None, other.name) and called in str(other.post).lower().split()
            if same_post and (" " not in person.name or other.code == person.code):
                return other
        return person

    def pronouns(self) -> list[Actor]:
        """Actors for the pronouns: "he" is the person named last, "we" the speaker or the state whose text it is."""
        found = []
        for token in self.page.doc:
            word = token.lower_
            if word in _FIRST:
                person = self.at(token.idx, token.idx + len(token))
                if person is not None and word not in ("i", "me", "my") and person.code:
                    person = replace(person, name=person.code.country, kind="state", post=None)
                person = person or self._own(word)
            elif word in _THIRD and (style := _style_of(token)) is not None:
                if (person := self._so_styled(token, style)) is not None:
                    found.append(replace(person, start=token.idx, end=style.idx + len(style), head=style.i))
                continue
            elif word in _THIRD:
                person = self.last_person(token.idx)
            elif word == "it":
                person = self._subject_before(token)
            else:
                continue
            if person is not None:
                found.append(replace(person, start=token.idx, end=token.idx + len(token), head=token.i))
        return found

    def _so_styled(self, pronoun: Token, style: Token) -> Actor | None:
        """Whom "His Majesty" means where no name follows: the king named last; None if the name follows."""
        end = style.idx + len(style)
        at = bisect_left(self._starts, end)
        if at < len(self._people) and titles_before().fullmatch(self.page.text, end + 1, self._people[at].start):
            return None
        if at < len(self._people) and self._people[at].start <= end + 1:
            return None
        posts = _styles()[style.lemma_.lower()]
        for person in reversed(self._people[:at]):
            if posts & set(str(person.post or "").lower().split()) or (not posts and person.code != self.page.home):
                return self._named(person)
        for post, state in read_toml("posts.toml")["plain"].items():  # "Her Majesty the Queen"
            if match := re.compile(rf",? the {post}\b(?! (?:of|and)\b)", re.IGNORECASE).match(self.page.text, end):
                return Actor(0, 1, self.page.text[pronoun.idx : match.end()], CountryCode(state), "person")
        return None

    def _subject_before(self, it: Token) -> Actor | None:
        """The state or body that an "it" that acts means: who says so ("Peru said it has given"), or acts besides.

        Else it is the subject of the sentence before.
        """
        verb = it.head
        if it.dep_ != "nsubj" or verb.pos_ != "VERB" or verb.lemma_ in ("seem", "appear"):
            return None
        if verb.dep_ in ("ccomp", "advcl") and (own := self._acting_at(verb.head)) is not None:
            return own
        return self._acting_at(it.doc[it.sent.start - 1].sent.root) if it.sent.start else None

    def _acting_at(self, verb: Token) -> Actor | None:
        """The state or body that is the subject of a verb."""
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        named = (a for a in self.page.actors if subject is not None and a.head == subject.i)
        return next((a for a in named if a.kind in ("state", "organisation", "government")), None)

    def _own(self, word: str) -> Actor | None:
        """The text's own "I" and "we": the head of government of the state whose release it is."""
        home = self.page.home
        if home is None:
            return None
        if word in ("i", "me", "my", "myself"):
            return Actor(
                0,
                1,
                f"Prime Minister of {home.country}"
                if _has_prime_minister(self.page)
                else f"Government of {home.country}",
                home,
                "person",
            )
        return Actor(0, 1, home.country, home, "state")

    def _turns(self) -> list[tuple[int, int, Actor]]:
        """The answers of an interview; who answers is the first named with a post before the first turn."""
        text = self.page.text
        turns = [m.start() for m in _TURN.finditer(self._broken_text())]
        if len(turns) < 3:
            return []
        guests = [a for a in self._people if a.post and a.start < turns[1]]
        guest = min(guests, key=lambda a: a.name == a.post, default=None)
        if guest is None:
            return []
        answers = []
        for low, high in zip(turns, [*turns[1:], len(text)], strict=True):
            if not text[low:high].rstrip().endswith("?"):
                answers.append((low, high, guest))
        return answers

    def _broken_text(self) -> str:
        """The text with a line break wherever a sentence begins: the parsed text has none of its own."""
        text = list(self.page.text)
        for sent in self.page.doc.sents:
            if sent.start_char > 0 and text[sent.start_char - 1] == " ":
                text[sent.start_char - 1] = "\n"
        return "".join(text)

    def _quotes(self) -> list[tuple[int, int, Actor]]:
        text, found = self.page.text, []
        for match in _QUOTE.finditer(text):
            # A quote that goes on after "he said." is still his: the sentences that touch it count.
            around = self._sentences(match.start() - 2, match.end() + 2)
            speaker = next((p for s in reversed(around) if (p := self._speaker_of(s))), None)
            if speaker is not None:
                found.append((match.start(), match.end(), speaker))
        return found

    def _sentences(self, start: int, end: int) -> list[Span]:
        return [s for s in self.page.doc.sents if s.start_char < end and start < s.end_char]

    def _reports(self) -> list[tuple[int, int, Actor]]:
        return [
            (sent.start_char, sent.end_char, speaker)
            for sent in self.page.doc.sents
            if (speaker := self._speaker_of(sent)) is not None
        ]

    def _speaker_of(self, sent: Span) -> Actor | None:
        """The person that a reporting verb or "according to" of the sentence names as the one who says it."""
        people = [a for a in self._people if sent.start_char <= a.start < sent.end_char]
        for token in sent:
            if token.pos == VERB and token.lemma_.lower() in column_set("reporting.tsv", "lemma"):
                for child in token.children:
                    if child.dep_ == "nsubj":
                        return self._person(child, people)
            elif token.lower_ == "to" and token.i > sent.start and token.nbor(-1).lower_ == "according":
                for child in token.children:
                    return self._person(child, people)
        return None

    def _person(self, token: Token, people: list[Actor]) -> Actor | None:
        inside = range(token.left_edge.i, token.right_edge.i + 1)
        for actor in people:
            if actor.head in inside or token.idx <= actor.start < token.idx + len(token):
                return self._named(actor)
        if token.lower_ in _THIRD or (token.pos_ == "NOUN" and token.lemma_.lower() in _posts()):
            return self.last_person(token.idx)
        return None


@cache
def _posts() -> frozenset[str]:
    return frozenset(
        {"minister", "president", "ambassador", "premier", "chancellor", "secretary", "official", "diplomat"}
    )


def _style_of(pronoun: Token) -> Token | None:
    """The word that makes a pronoun part of a title: the "Highness" of "Her Royal Highness"."""
    behind = pronoun.doc[pronoun.i + 1 : pronoun.i + 4]
    for token in behind:
        if token.lemma_.lower() in _styles():
            return token
        if token.lower_ not in word_set("posts.toml", "style_words"):
            return None
    return None


@cache
def _styles() -> dict[str, frozenset[str]]:
    """The titles that stand behind "his" and "her", each with the posts of those who have it, none for all."""
    return {style: frozenset(posts) for style, posts in read_toml("posts.toml")["styles"].items()}


def _has_prime_minister(page: Page) -> bool:
    return re.search(r"prime minister", page.text[:5000], re.I) is not None
