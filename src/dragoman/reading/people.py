"""Persons and the posts that a text gives them, in the words that join the two.

A name is known by the honorific before it, by the post beside it, or by the language model. "Prime Minister X",
"X, Prime Minister of Y,", "the Prime Minister of Y, Mr X," and "X was Prime Minister" give X that post; two posts
joined by "and" both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Span, Token

from dragoman.reading.bodies import Body, Layout, body_words
from dragoman.reading.gazetteer import Name, fold
from dragoman.reading.posts import Post, find_posts, words

_INITIAL = r"[A-Z]\.?(?![\w'’])"
_PART = r"(?:[A-Z]['’])?[A-Z]\w*(?:[-'’]\w+)*"
_PARTICLE = r"(?:(?:{})[-' ’])".format(
    "|".join(
        (
            "al",
            "el",
            "bin",
            "binti",
            "ibn",
            "da",
            "de",
            "del",
            "della",
            "den",
            "der",
            "di",
            "do",
            "dos",
            "du",
            "la",
            "van",
            "von",
            "y",
            "abu",
            "ben",
            "ul",
            "ter",
        )
    )
)
_NAME = re.compile(
    rf"{_PARTICLE}{{0,2}}(?:{_INITIAL}\s*)*{_PART}(?:\s+{_PARTICLE}{{0,2}}(?:{_INITIAL}\s*)*{_PART}){{0,5}}"
)
_APPOSED = re.compile(
    r"(?:,|\(|\s[-–—])\s*(?:(?:who|which)\s+(?:is|was|has been|will be|will become|became|is also|served as|serves as)\s+)?"
    r"(?:(?:the|a|an|its|his|her|their|our|currently|now|then|also|as|visiting|newly|appointed)\s+)*$|\s*,?\s+as\s+(?:the\s+|a\s+)?$", re.I
)  # fmt: skip
_COPULA = re.compile(
    r",?\s*(?:who\s+)?(?:(?:has|have|had)\s+)?(?:(?:also|currently|now|later)\s+)*(?:is|was|became|becomes|been|being|remains|will\s+be|will\s+become|"
    r"(?:was|were|been|be)\s+(?:appointed|elected|named|sworn\s+in)(?:\s+as)?|serve[ds]?\s+as|serving\s+as|acts?\s+as|acted\s+as|appointed|as)\s+"
    r"(?:(?:the|a|an|also|currently|its|their|our|his|her|first|current|new|next)\s+)*$", re.I
)  # fmt: skip
# "The Prime Minister and Mrs X": he is Mr X.
_SPOUSE = re.compile(r"\s+and\s+(?=(?:Mrs)\.?\s)")
# Words that are surnames after an honorific: "Mr Do Muoi", "Mrs May".
_TITLES = frozenset(("mr", "mrs", "ms", "dr", "sir", "hon", "prof"))
_ALSO_NAMES = frozenset(("do", "an", "may", "so", "no", "will", "new", "day", "hall", "street", "house", "good"))
_PLAIN_TITLE = re.compile(r"(?:\s*\b(?:the|his|her|their|our|most|right)\b)*\s*", re.I)
_COMMA = re.compile(r",\s*(?:the\s+|a\s+)?$")
_LAST_NAME = re.compile(rf"(?:^|[\s(])({_NAME.pattern})$")
_LINE_NAME = re.compile(rf"(?:^|\s\s|\n)\s*({_NAME.pattern})(?:\s+[A-Z]{{2,4}})?\s\s+$")
_PRONOUN = re.compile(
    r"^(?:\W*|.*\W)(?:He|She|he|she)\s+(?:\w+\s+){0,8}?(?:is|was|became|become|been|served?|as|appointed|elected)\s+"
    r"(?:(?:also|as|the|a|an|later|currently)\s+)*$|^.*\b(?:[Hh]e|[Ss]he)\b[^.]*\bas\s+(?:the\s+|an?\s+)?$", re.S
)  # fmt: skip
_TO_NAME = re.compile(r"\s*(?:,|\(|:|\s[-–—])?\s*")


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
def _before_names() -> re.Pattern[str]:
    """Honorifics and ranks in a row, right before a name."""
    titles = sorted(words("honorifics") | words("ranks"), key=len, reverse=True)
    body = "|".join(re.escape(title) for title in titles)
    return re.compile(rf"(?:(?:{body})\b[.'’]?(?:\s*[-,]?\s+|\s*\n\s*|(?<=\.)))+", re.I)


_CALLED = re.compile(
    r"(?<![\w-])(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Messrs|Senator|Prof|Professor|Madame?|Hon|Honou?rable|Excellency|Majesty|Highness|H\.\s?E|HE|"
    r"MR|MRS|MS|DR|SIR|HON|HONOU?RABLE|EXCELLENCY|Tun|Datuk|Ratu|Sheikh|Lieutenant|Colonel|Admiral|Brigadier|Gen|Lt|Col|Maj|Capt)\b\.?,?\s+)+"
)  # fmt: skip


def find_people(layout: Layout, bodies: Sequence[Body]) -> list[Mention]:
    """All mentions of persons in text order, with the posts that stand beside them."""
    finder = _Finder(layout)
    finder.called()
    finder.named()
    posts = find_posts(layout, bodies, finder.starts())
    for chain in _chains(layout, posts):
        finder.join(chain)
    mentions = sorted(finder.mentions.values(), key=lambda m: m.start)
    return list(_short_forms(layout, _fullest(mentions)))


def _chains(layout: Layout, posts: Iterable[Post]) -> Iterator[list[Post]]:
    """Posts that one person holds together: "the Deputy Prime Minister and Minister for Trade"."""
    chain: list[Post] = []
    for post in posts:
        if chain and not _coordinated(layout, chain[-1], post):
            yield chain
            chain = []
        chain.append(post)
    if chain:
        yield chain


def _coordinated(layout: Layout, one: Post, other: Post) -> bool:
    doc = layout.doc
    between = " ".join(doc[i].lower_ for i in range(one.last, other.first) if not doc[i].is_space)
    if _nations(one) and _nations(other) and _nations(one)[0] != _nations(other)[0]:
        return False
    if "the" in between and (doc[one.head].lower_ in words("sent")) != (doc[other.head].lower_ in words("sent")):
        return False
    if between not in ("and", "&", ", and", "and the", "cum", ", and the", "as well as", "and his", "and also"):
        return False
    return not (_leads(layout, one) and _leads(layout, other)) and not doc[other.first].is_sent_start


def _nations(post: Post) -> list[str]:
    return [name.code for name in post.names if name.code and name.kind != "organisation"]


def _leads(layout: Layout, post: Post) -> bool:
    """Whether the post is one of those of which a person holds only one: "the Prime Minister", "the Chancellor"."""
    head = layout.doc[post.head]
    if head.lower_ == "minister":
        return post.head > post.first and layout.doc[post.head - 1].lower_ == "prime" and "eputy" not in post.text
    return head.lower_ in words("leading")


class _Finder:
    """Collects names of persons by their first character and joins posts to them."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.doc = layout.doc
        self.text = layout.text
        self.plain = fold(self.text)
        self.mentions: dict[int, Mention] = {}
        self.taken: set[int] = set()

    def starts(self) -> frozenset[int]:
        """Tokens at which a person's name, or the honorific before it, begins."""
        found = {token.i for m in self.mentions.values() if (token := self._token(m.start)) is not None}
        return frozenset(found | self._honorifics)

    def _token(self, offset: int) -> Token | None:
        span = self.doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span[0] if span else None

    def called(self) -> None:
        """Names after an honorific."""
        self._honorifics = set()
        for match in _CALLED.finditer(self.plain):
            if mention := self._name(match.end(), marked=True):
                mention.marked = True
                token = self._token(match.start())
                if token is not None:
                    self._honorifics.add(token.i)

    def named(self) -> None:
        """Names that the language model knows."""
        for span in self.doc.ents:
            if span.label_ != "PERSON":
                continue
            start = span.start_char
            title = _before_names().match(self.plain, start)
            if title and title.end() < span.end_char:
                start = title.end()
            self._name(start, limit=span.end_char)

    def _name(self, start: int, limit: int | None = None, marked: bool = False, beside: bool = False) -> Mention | None:
        """The name that begins at ``start``, trimmed of what is no name; None if nothing is left."""
        title = _before_names().match(self.plain, start) if marked else None
        if title:
            start = title.end()
        if start in self.mentions:
            return self.mentions[start]
        match = _NAME.match(self.plain, start)
        if not match:
            return None
        if (
            limit is not None
            and limit < match.end()
            and re.search(_PARTICLE.rstrip() + "$", self.plain[start:limit] + " ")
        ):
            limit = match.end()
        end = self._trim(start, match.end() if limit is None else min(max(limit, start), match.end()), marked, beside)
        if end - start < 2 or any(m.start < end and start < m.end for m in self.mentions.values()):
            return None
        name = " ".join(self.text[start:end].split())
        self.mentions[start] = Mention(start, end, name)
        return self.mentions[start]

    def _trim(self, start: int, end: int, marked: bool, beside: bool) -> int:
        """The end of the name: before a sentence's end, a title, a state, a suffix or a word that no name has."""
        first = self._token(start)
        if first is None:
            return start
        kept = start
        for match in re.finditer(r"\S+", self.plain[start:end]):
            begin = start + match.start()
            word = match.group().strip(".,'’").lower()
            token = self._token(begin)
            called = marked and begin == start
            if (
                token is None
                or (token.is_sent_start and begin > start)
                or (word in words("not_names") and not (called and word in _ALSO_NAMES))
            ):
                break
            if begin > start and (word in words("suffixes") or word in words("heads") or word in _TITLES):
                break
            name = self.layout.name_at(token.i)
            if (
                name is not None
                and not (marked and begin == start)
                and not self._is_surname(begin > start or beside, token, name)
            ):
                break
            if word in words("fields") and not marked or word in words("heads"):
                break
            if begin > start and word in words("fields"):
                break
            kept = start + match.end()
        while kept > start and self.plain[kept - 1] in ".,'’- ":
            if (
                self.plain[kept - 1] == "."
                and self.plain[kept - 2 : kept - 1].isupper()
                and self.plain[kept - 3 : kept - 2] in " ."
            ):
                break
            kept -= 1
        for ending in ("'s", "’s"):
            if self.plain[start:kept].endswith(ending):
                kept -= 2
        return kept

    def _is_surname(self, later: bool, token: Token, name: Name) -> bool:
        """Whether a place's name is part of the person's: "Michael Jordan", "Lincoln Chafee"."""
        if name.kind in ("city", "region"):
            return later or self.plain[name.end : name.end + 2].strip().isupper()
        return later and name.kind in ("state", "capital") and token.ent_type_ == "PERSON"

    def join(self, chain: list[Post]) -> None:
        """Give the posts of ``chain`` to the person named beside them, before them or after them."""
        first, last = self.doc[chain[0].first], self.doc[chain[-1].last - 1]
        end = last.idx + len(last)
        after = self._after(end, last.sent.end_char)
        before = self._before(first.idx)
        if before is not None and before.start in self.taken and after is not None:
            before = None
        if before is not None and after is not None:
            if len(chain) > 1:
                self._give(before, chain[:1])
                self._give(after, chain[1:])
                return
            if "," in self.plain[end : after.start]:
                after = None
        holder = after or before
        if holder is not None:
            self._give(holder, chain)

    def _give(self, holder: Mention, posts: list[Post]) -> None:
        self.taken.add(holder.start)
        holder.marked = True
        holder.posts += [post for post in posts if post not in holder.posts]

    def _after(self, end: int, edge: int) -> Mention | None:
        gap = _SPOUSE.match(self.plain, end) or _TO_NAME.match(self.plain, end)
        start = gap.end() if gap else end
        title = _before_names().match(self.plain, start)
        apart = bool(gap and gap.group().strip())
        name_start = title.end() if title else start
        if name_start >= edge:
            return None
        called = title is not None and not _PLAIN_TITLE.fullmatch(title.group())
        known = self.mentions.get(name_start)
        if known:
            return known if called or not apart or " " in known.name else None
        if title and not called and not apart:
            return None
        mention = self._name(name_start, limit=edge, marked=called, beside=not apart)
        if mention is not None and apart and not called and not self._stands_alone(mention):
            del self.mentions[mention.start]
            return None
        return mention

    def _stands_alone(self, mention: Mention) -> bool:
        """Whether words after a comma are a whole name: two or more, all nouns, with an end to them."""
        span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        ended = re.match(
            r"\s*(?:[,.;:()]|$|(?:and|on|in|at|for|to|who|that|has|had|was|is)\b|[a-z]+(?:ed|s)\b)",
            self.plain[mention.end :],
        )
        nouns = span is not None and all(t.pos_ in ("PROPN", "PUNCT", "PART", "X") or not t.is_alpha for t in span)
        body = span is not None and any(token.lower_ in body_words() for token in span)
        return " " in mention.name and nouns and ended is not None and not body

    def _before(self, begin: int) -> Mention | None:
        near = [m for m in self.mentions.values() if m.end <= begin and begin - m.end < 70]
        if near:
            holder = max(near, key=lambda m: m.end)
            gap = self._without_suffixes(self.plain[holder.end : begin])
            if _APPOSED.fullmatch(gap) or _COPULA.fullmatch(gap) or self._on_next_line(holder, gap, begin):
                return holder
        return self._unknown_before(begin) or self._line_above(begin) or self._pronoun_before(begin)

    def _unknown_before(self, begin: int) -> Mention | None:
        """A name that nothing but its place before a comma and the post shows: "Matei Mateev, Deputy Minister"."""
        gap = _COMMA.search(self.plain, max(0, begin - 12), begin)
        if not gap:
            return None
        end = gap.start()
        match = _LAST_NAME.search(self.plain, max(0, end - 60), end)
        if not match or self.doc.char_span(match.start(1), end) is None:
            return None
        mention = self._name(match.start(1), limit=end)
        if mention is not None and (mention.end != end or not self._stands_alone(mention)):
            del self.mentions[mention.start]
            return None
        return mention

    def _line_above(self, begin: int) -> Mention | None:
        """A name that fills the line above the post, as in the head of a signed article."""
        match = _LINE_NAME.search(self.plain, max(0, begin - 60), begin)
        if not match or " " not in match.group(1):
            return None
        mention = self._name(match.start(1), limit=match.end(1))
        if mention is not None and mention.end < match.end(1):
            del self.mentions[mention.start]
            return None
        return mention

    def _pronoun_before(self, begin: int) -> Mention | None:
        """The person of the last mention, if "he" or "she" takes the post: "She was Chief of Staff"."""
        token = self._token(begin)
        if token is None:
            return None
        clause = self.plain[token.sent.start_char : begin]
        if not _PRONOUN.search(clause):
            return None
        earlier = [m for m in self.mentions.values() if m.end <= token.sent.start_char and begin - m.end < 500]
        return max(earlier, key=lambda m: m.end) if earlier else None

    def _without_suffixes(self, gap: str) -> str:
        """The text between a name and a post without "MP", "AO" and the like."""
        while match := re.match(r"[\s,]*\(?([A-Za-z.]{2,6})\)?(?=[\s,.]|$)", gap):
            if match.group(1).strip(".").lower() not in words("suffixes"):
                break
            gap = gap[match.end() :]
        return gap

    def _on_next_line(self, holder: Mention, gap: str, begin: int) -> bool:
        """A signature or a heading: the name ends a short block, the post begins the next one."""
        token = self._token(begin)
        if gap.strip(" \n.") or token is None or not token.is_sent_start or not token.i:
            return False
        return len(self.doc[token.i - 1].sent) < 14 and not gap.strip().endswith(".")


def _fullest(mentions: list[Mention]) -> list[Mention]:
    """Give short mentions ("Mr Aleinik", "Premier Wen") the full name that the document knows for them."""
    full: dict[str, str] = {}
    for mention in mentions:
        parts = mention.name.split()
        if len(parts) > 1:
            for part in (parts[-1], parts[0]):
                known = full.get(part.lower())
                if known is None or (part == parts[-1] and known.split()[-1].lower() != part.lower()):
                    full[part.lower()] = mention.name
    for mention in mentions:
        if " " not in mention.name:
            mention.name = full.get(mention.name.lower(), mention.name)
    return mentions


def _short_forms(layout: Layout, mentions: list[Mention]) -> Iterator[Mention]:
    """The mentions and, besides, every bare surname of a person who was named with a post or an honorific."""
    known = {m.name.split()[-1]: m.name for m in mentions if m.marked}
    taken = {i for m in mentions for i in range(m.start, m.end)}
    extra = [
        Mention(token.idx, token.idx + len(token), known[token.text])
        for token in layout.doc
        if token.text in known and token.idx not in taken and token.i not in layout.at
    ]
    yield from sorted([*mentions, *extra], key=lambda m: m.start)
