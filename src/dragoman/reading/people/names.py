"""Names of persons in a text, each known by an honorific before it, a post beside it, or the language model."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Token

from dragoman.knowledge import any_of, read_toml
from dragoman.reading.people.post_fields import words
from dragoman.reading.people.posts import Post
from dragoman.reading.states.bodies import Layout, body_words, is_capitalised
from dragoman.reading.states.gazetteer import Name, fold

_INITIAL = r"[A-Z]\.?(?![\w'’])"
_PART = r"(?:[A-Z]['’])?[A-Z]\w*(?:[-'’]\w+)*"
_PARTICLE = rf"(?:{any_of('posts.toml', 'joining')}[-' ’])"
_WORD = rf"{_PARTICLE}{{0,2}}(?:{_INITIAL}\s*){{0,4}}{_PART}"
NAME = rf"{_WORD}(?:\s+{_WORD}){{0,5}}"
_NAME = re.compile(NAME)
_CAPITAL = re.compile(r"\s+[A-Z]")
_REST = re.compile(r"(?:[-'’]\w{2,})?")  # of a name that the language model cuts in two: "Jin" of "Jin-young"
_ENDS_IN_PARTICLE = re.compile(_PARTICLE + "$")
_CLOSED = re.compile(r"\s*(?:[,.;:()]|$|(?:and|on|in|at|for|to|who|that|has|had|was|is)\b|[a-z]+(?:ed|s)\b)")


_JOINED = re.compile(r"\s*(?:,|and|&|, and)\s*")
_GOVERNMENT = 20  # characters that hold the word behind a name


@cache
def _governments() -> re.Pattern[str]:
    return re.compile(rf"\s+{any_of('bodies.toml', 'led')}s\b", re.IGNORECASE)


@dataclass
class Mention:
    """A person named at characters ``start`` to ``end``, with the posts given there.

    ``name`` is the fullest form in the document; ``marked`` says that an honorific or a post stands beside it.
    """

    start: int
    end: int
    name: str
    posts: list[Post] = field(default_factory=list)
    marked: bool = False


@cache
def titles_before() -> re.Pattern[str]:
    """Honorifics and ranks in a row, right before a name."""
    titles = sorted(words("honorifics") | words("ranks"), key=len, reverse=True)
    return re.compile(rf"(?:(?:{'|'.join(map(re.escape, titles))})\b[.'’]?(?:\s*[-,]?\s+|(?<=\.)))+", re.I)


@cache
def _called() -> re.Pattern[str]:
    """Honorifics that always announce a name, in a row."""
    titles = read_toml("posts.toml")["announcing"]
    forms = sorted({form for title in titles for form in (title, title.upper())}, key=len, reverse=True)
    begins = "".join(sorted({form[0] for form in forms}))
    return re.compile(rf"(?=[{begins}])(?<![\w-])(?:(?:{'|'.join(map(re.escape, forms))})\b\.?,?\s+)+")


class Names:
    """The names found so far in one document; ``plain`` is its text without accents, of the same length."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.doc = layout.doc
        self.plain = fold(layout.text)
        self._mentions: dict[int, Mention] = {}
        self._starts: list[int] = []
        self._openings: set[int] = set()
        self._after_honorifics()
        self._by_model()
        self._without_governments()

    def __iter__(self) -> Iterator[Mention]:
        return (self._mentions[start] for start in self._starts)

    def at(self, start: int) -> Mention | None:
        """The mention that begins at ``start``."""
        return self._mentions.get(start)

    def last_before(self, offset: int) -> Mention | None:
        """The last mention that ends at or before ``offset``."""
        place = bisect_right(self._starts, offset) - 1
        while place >= 0 and self._mentions[self._starts[place]].end > offset:
            place -= 1
        return self._mentions[self._starts[place]] if place >= 0 else None

    def openings(self) -> frozenset[int]:
        """Tokens at which a person's name, or the honorific before it, begins."""
        return frozenset(self._openings | {token.i for m in self if (token := self.token(m.start)) is not None})

    def token(self, offset: int) -> Token | None:
        """The token at a character."""
        span = self.doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span[0] if span else None

    def forget(self, mention: Mention) -> None:
        """Take back a mention that turned out to be no name."""
        del self._mentions[mention.start]
        self._starts.remove(mention.start)

    def add(
        self, start: int, limit: int | None = None, *, called: bool = False, beside: bool = False
    ) -> Mention | None:
        """The name that begins at ``start``, trimmed of what is no name; None if nothing is left.

        ``called``: an honorific precedes it; ``beside``: a post does, without a comma.
        """
        title = titles_before().match(self.plain, start) if called else None
        start = title.end() if title else start
        if start in self._mentions:
            return self._mentions[start]
        match = _NAME.match(self.plain, start)
        if not match:
            return None
        end = match.end()
        if limit is not None and limit < end and not _ENDS_IN_PARTICLE.search(self.plain[start:limit] + " "):
            end = max(limit + len(_REST.match(self.plain, limit)[0]), start)  # type: ignore[index]
        end = self._trim(start, end, called, beside)
        if end - start < 2 or self.plain[start:end].lower() in words("honorifics"):
            return None  # of "Dato' Seri Najib" the title alone is nobody
        if beside and (last := self.last_before(end)) and start < last.start and last.end == end and not last.marked:
            self.forget(last)  # the language model saw the surname alone
        if self._covered(start, end):
            return None
        insort(self._starts, start)
        self._mentions[start] = Mention(start, end, " ".join(self.layout.text[start:end].split()))
        return self._mentions[start]

    def whole(self, mention: Mention) -> bool:
        """Whether words set apart by a comma are a whole name: two or more, all nouns, with an end to them."""
        span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None or " " not in mention.name or not _CLOSED.match(self.plain, mention.end):
            return False
        nouns = all(t.pos_ in ("PROPN", "PUNCT", "PART", "X") or not t.is_alpha for t in span)
        return nouns and not any(token.lower_ in body_words() for token in span)

    def _after_honorifics(self) -> None:
        for match in _called().finditer(self.plain):
            mention = self.add(match.end(), called=True)
            opening = self.token(match.start())
            if mention is not None and opening is not None:
                mention.marked = True
                self._openings.add(opening.i)

    def _by_model(self) -> None:
        for start, end in self._persons():
            title = titles_before().match(self.plain, start)
            self.add(title.end() if title and title.end() < end else start, end)

    def _without_governments(self) -> None:
        """Forget those after whom governments are called: "the Menzies, Holt and Gorton governments"."""
        behind: Mention | None = None
        for mention in reversed([self._mentions[start] for start in self._starts]):
            gap = self.plain[mention.end : behind.start if behind else mention.end + _GOVERNMENT]
            called = _JOINED.fullmatch(gap) if behind else _governments().match(gap)
            behind = mention if called and not mention.marked else None
            if behind is not None:
                self.forget(mention)

    def _persons(self) -> Iterator[tuple[int, int]]:
        """What the language model takes for persons; two that nothing parts are one that it took apart."""
        spans = [span for span in self.doc.ents if span.label_ == "PERSON"]
        for number, span in enumerate(spans):
            if number and spans[number - 1].end == span.start:
                continue
            last = span
            for follower in spans[number + 1 :]:
                if follower.start != last.end:
                    break
                last = follower
            yield span.start_char, last.end_char

    def _covered(self, start: int, end: int) -> bool:
        place = bisect_left(self._starts, end)
        return place > 0 and self._mentions[self._starts[place - 1]].end > start

    def _trim(self, start: int, end: int, called: bool, beside: bool) -> int:
        """The end of the name: before a sentence's end, a title, a state, a suffix or a word that no name has."""
        kept = start
        for match in re.finditer(r"\S+", self.plain[start:end]):
            token = self.token(start + match.start())
            if token is None or self._stops(token, match.group(), token.idx > start, called, beside):
                break
            kept = start + match.end()
        while kept > start and self.plain[kept - 1] in ".,'’- ":
            if self.plain[kept - 1] == "." and re.search(r"[ .][A-Z]$", self.plain[start : kept - 1]):
                break
            kept -= 1
        return kept - 2 if self.plain[start:kept].endswith(("'s", "’s")) else kept

    def _stops(self, token: Token, written: str, later: bool, called: bool, beside: bool) -> bool:
        """Whether a word ends the name before it; ``later``: it is not the name's first."""
        word = written.strip(".,'’").lower()
        announced = called and not later
        if later and self._ends_person(token) and word not in words("strong") | words("suffixes"):
            return False  # "Tom Hall joined", "Paul Dean signed"
        if (later and token.is_sent_start) or word in words("heads"):
            return True
        if any(map(str.isdigit, written)) and not any(map(str.islower, written)):
            return True  # the number of a paper: "J12/92"
        if {word, re.split("['’]", word)[0]} & words("not_names") and not (announced and word in words("also_names")):
            return True
        if (later or not (called or beside)) and word in words("suffixes"):
            return True
        whole = called and token.ent_type_ == "PERSON" and token.ent_iob_ == "I"  # "Mr Michael Small"
        if later and not whole and (word in words("fields") or word in words("before_names")):
            return True
        if not called and word in words("fields"):
            return True
        name = self.layout.name_at(token.i)
        return name is not None and not announced and not self._is_surname(name, token, later or beside)

    def _ends_person(self, token: Token) -> bool:
        """Whether a word is the second and last of what the language model takes for a person."""
        first, behind = token.i - 1, token.i + 1
        if token.ent_type_ != "PERSON" or token.ent_iob_ != "I" or self.doc[first].ent_iob_ != "B":
            return False
        return behind >= len(self.doc) or (self.doc[behind].ent_iob_ != "I" and not is_capitalised(self.doc[behind]))

    def _is_surname(self, name: Name, token: Token, later: bool) -> bool:
        """Whether a place's name is part of the person's: "Michael Jordan", "Lincoln Chafee"."""
        if name.kind in ("city", "region"):
            return later or self.plain[name.end : name.end + 2].strip().isupper()
        if name.kind == "capital" and later and self._of_another_state(name, token):
            return True
        if name.kind == "adjective" and later and is_capitalised(token):  # "Bill English met"
            return name.end == token.idx + len(token) and not _CAPITAL.match(self.plain, name.end)
        return later and name.kind in ("state", "capital") and token.ent_type_ == "PERSON"

    def _of_another_state(self, name: Name, token: Token) -> bool:
        """Whether the state of a person named like a capital follows: "President Lagos of Chile"."""
        behind = self.doc[token.i + 1 : token.i + 3]
        state = self.layout.name_at(behind[1].i) if len(behind) == 2 and behind[0].lower_ == "of" else None
        return state is not None and state.kind == "state" and state.code != name.code
