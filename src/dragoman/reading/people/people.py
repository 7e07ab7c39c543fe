"""Persons and the posts that a text gives them, in the words that join the two.

"Prime Minister X", "X, Prime Minister of Y,", "the Prime Minister of Y, Mr X," and "X was Prime Minister" give X
that post; two posts joined by "and" both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from dragoman.knowledge import any_of, column_set
from dragoman.reading.people.chains import chains
from dragoman.reading.people.clauses import given_by, subject_of
from dragoman.reading.people.duties import duties
from dragoman.reading.people.names import NAME, Mention, Names, titles_before
from dragoman.reading.people.post_fields import words
from dragoman.reading.people.posts import Post, find_posts
from dragoman.reading.people.shared_posts import shared_posts
from dragoman.reading.states.bodies import Body, Layout, is_capitalised

_words = partial(any_of, "posts.toml")
_ARTICLES = rf"(?:{_words('leading_up')}\s+)*"
_APPOSED = re.compile(
    rf"(?:,|\(|\s[-–—])\s*"
    rf"(?:(?:who|which)\s+{_words('who_holds')}\s+)?"
    rf"{_ARTICLES}|\s*,?\s+as\s+(?:the\s+|a\s+)?", re.I
)  # fmt: skip
_COPULA = re.compile(
    rf"(?:,[^,.;]{{3,60}},|,)?\s*(?:who\s+)?(?:(?:has|have|had)\s+)?(?:{_words('adverbs')}\s+)*"
    rf"{_words('holding')}\s+{_ARTICLES}", re.I
)  # fmt: skip
_PRONOUN = re.compile(
    rf"(?:^|\W)(?:he|she)\s+(?:\w+\s+){{0,8}}?{_words('he_holds')}\s+{_ARTICLES}$|"
    r"\b(?:he|she)\b[^.]{0,300}\bas\s+(?:the\s+|an?\s+)?$", re.I
)  # fmt: skip
_AS = re.compile(r"\bas (?:the |an? )?$", re.I)
_TO_COMMA = re.compile(r"[^,.;:]{0,40},\s*")
_LETTERS = re.compile(r"[A-Z]{3,}")  # by which a body is called
_I = re.compile(r"[^.;!?]{0,60}?, I\b")
# "The Prime Minister and Mrs X": he is Mr X.
_SPOUSE = re.compile(r"\s+and\s+(?=Mrs\.?\s)")
_TO_NAME = re.compile(r"\s*(?:,|\(|:|\s[-–—])?\s*")
_PLAIN_TITLE = re.compile(r"(?:\s*\b(?:the|his|her|their|our|most|right)\b)*\s*", re.I)
_COMMA = re.compile(r",\s*(?:the\s+|a\s+)?$")
_NAME_AT_END = re.compile(rf"(?:^|[\s(])({NAME})$")
_NAME_ON_LINE = re.compile(rf"(?:^|\s\s|\n)\s*({NAME})(?:\s+[A-Z]{{2,4}})?\s\s+$")
_SUFFIX = re.compile(r"[\s,]*\(?([A-Za-z.]{2,6})\)?(?=[\s,.]|$)")
# How far from a post, in characters, its holder may be named before it, and before a pronoun.
_NEAR, _RECENT = 70, 500
_HE_SHE = frozenset(("he", "she"))
# The longest block, in tokens, that is a signature or a heading.
_HEADING = 14


def find_people(layout: Layout, bodies: Sequence[Body]) -> tuple[list[Mention], list[Post]]:
    """All mentions of persons in text order, with their posts, and the posts of which the text names no holder."""
    names = Names(layout)
    joiner = _Joiner(names)
    posts = find_posts(layout, bodies, names.openings())
    vacant = [post for chain in chains(layout, posts) if not joiner.join(chain) for post in chain]
    for mention, post in shared_posts(layout, names):
        mention.marked = True
        mention.posts += [post] if post.head not in {held.head for held in mention.posts} else []
    for mention in names:
        mention.posts += duties(layout, mention)
    return list(_short_forms(layout, _fullest(list(names)))), vacant


class _Joiner:
    """Joins posts to the names beside them."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.doc = names.doc
        self.plain = names.plain
        self.taken: set[int] = set()

    def join(self, chain: list[Post]) -> bool:
        """Give the posts of ``chain`` to the person named before or after them; False if nobody is."""
        first, last = self.doc[chain[0].first], self.doc[chain[-1].last - 1]
        end = last.idx + len(last)
        after = self._after(end, self._end_of_sentence(last.i))
        if after is not None and self._is_word(after, chain[-1]):
            self.names.forget(after)
            after = None
        before = self._before(first.idx)
        if before is not None and before.start in self.taken and after is not None:
            before = None
        if before is not None and after is not None:
            if len(chain) > 1:
                self._give(before, chain[:1])
                self._give(after, chain[1:])
                return True
            if "," in self.plain[end : after.start]:
                after = None
        holder = after or before or self._speaker(first.idx, end) or self._subject(first.idx, end)
        holder = holder or self._told_of(chain[0])
        if holder is not None:
            self._give(holder, chain)
        return holder is not None

    def _is_word(self, mention: Mention, post: Post) -> bool:
        """Whether what stands behind a post that says little by itself is no name: "Building Partner Capacity"."""
        token = self.names.token(mention.start)
        if _LETTERS.fullmatch(mention.name) and self.doc[post.head].lower_ in words("same_post"):
            return not self.doc[post.head].is_upper  # "the agency and its Chilean counterpart AGCID"
        if mention.marked or mention.posts or " " in mention.name or token is None or token.ent_type_ == "PERSON":
            return False
        common = mention.name.lower() in column_set("common_words.tsv", "word")
        return common and self.doc[post.head].lower_ in words("weak") - words("crowned")

    def _speaker(self, begin: int, end: int) -> Mention | None:
        """Who was named last, if a quoted speaker speaks in the post: "As the minister for trade, I would like"."""
        if not (_AS.search(self.plain, max(0, begin - 12), begin) and _I.match(self.plain, end)):
            return None
        return self.names.last_before(begin)

    def _subject(self, begin: int, end: int) -> Mention | None:
        """Who acts in the post that the sentence begins with: "As prime minister in 2007, Mr Silva visited Togo"."""
        as_ = _AS.search(self.plain, max(0, begin - 12), begin)
        comma = _TO_COMMA.match(self.plain, end) if as_ else None
        if not as_ or not comma:
            return None
        title = titles_before().match(self.plain, comma.end())
        return self.names.at(title.end() if title else comma.end())

    def _told_of(self, post: Post) -> Mention | None:
        """Who is said to hold the post by a clause further on: "She was Consul from 2004 to 2007 and became Envoy"."""
        noun = self.doc[post.head]
        verb = given_by(noun) if is_capitalised(noun) else None
        who = subject_of(verb) if verb is not None else None
        if who is None:
            return None
        he = who.lower_ in _HE_SHE
        earlier = self.names.last_before(who.idx if he else who.idx + len(who) + 1)
        return earlier if earlier is not None and who.idx - earlier.end < (_RECENT if he else 1) else None

    def _end_of_sentence(self, i: int) -> int:
        last = self.doc[self.names.layout.sentence(i)[1] - 1]
        return last.idx + len(last)

    def _give(self, holder: Mention, posts: list[Post]) -> None:
        self.taken.add(holder.start)
        holder.marked = True
        holder.posts += [post for post in posts if post not in holder.posts]

    def _after(self, end: int, edge: int) -> Mention | None:
        """The person named right after a post, or after a comma and an honorific."""
        gap = _SPOUSE.match(self.plain, end) or _TO_NAME.match(self.plain, end)
        start = gap.end() if gap else end
        apart = bool(gap and gap.group().strip())
        title = titles_before().match(self.plain, start)
        start = title.end() if title else start
        if start >= edge:
            return None
        called = title is not None and not _PLAIN_TITLE.fullmatch(title.group())
        if known := self.names.at(start):
            return known if called or not apart or " " in known.name else None
        if title and not called and not apart:
            return None
        mention = self.names.add(start, edge, called=called, beside=not apart)
        if mention is not None and apart and not called and not self.names.whole(mention):
            self.names.forget(mention)
            return None
        return mention

    def _before(self, begin: int) -> Mention | None:
        """The person whom the words before a post name as its holder."""
        holder = self.names.last_before(begin)
        if holder is not None and begin - holder.end < _NEAR:
            gap = _without_suffixes(self.plain[holder.end : begin])
            if _APPOSED.fullmatch(gap) or _COPULA.fullmatch(gap) or self._on_next_line(gap, begin):
                return holder
        return self._unknown(_COMMA, _NAME_AT_END, begin) or self._line_above(begin) or self._pronoun(begin)

    def _unknown(self, gap: re.Pattern[str], name: re.Pattern[str], begin: int) -> Mention | None:
        """A name that nothing but its place before a comma and the post shows."""
        comma = gap.search(self.plain, max(0, begin - 12), begin)
        match = name.search(self.plain, max(0, comma.start() - 60), comma.start()) if comma else None
        if not comma or not match or self.doc.char_span(match.start(1), comma.start()) is None:
            return None
        mention = self.names.add(match.start(1), comma.start())
        if mention is not None and (mention.end != comma.start() or not self.names.whole(mention)):
            self._take_back(mention)
            return None
        return mention

    def _line_above(self, begin: int) -> Mention | None:
        """A name that fills the line above the post, as in the head of a signed article."""
        match = _NAME_ON_LINE.search(self.plain, max(0, begin - 60), begin)
        if not match or " " not in match.group(1):
            return None
        mention = self.names.add(match.start(1), match.end(1))
        if mention is not None and mention.end < match.end(1):
            self._take_back(mention)
            return None
        return mention

    def _take_back(self, mention: Mention) -> None:
        if not mention.marked and not mention.posts:
            self.names.forget(mention)

    def _pronoun(self, begin: int) -> Mention | None:
        """The person of the last mention, if "he" or "she" takes the post: "She was Chief of Staff"."""
        token = self.names.token(begin)
        start = self.doc[self.names.layout.sentence(token.i)[0]].idx if token is not None else 0
        if not _PRONOUN.search(self.plain[start:begin]):
            return None
        earlier = self.names.last_before(start)
        return earlier if earlier is not None and begin - earlier.end < _RECENT else None

    def _on_next_line(self, gap: str, begin: int) -> bool:
        """A signature or a heading: the name ends a short block, the post begins the next one."""
        token = self.names.token(begin)
        if gap.strip() or token is None or not token.is_sent_start or not token.i:
            return False
        first, last = self.names.layout.sentence(token.i - 1)
        return last - first < _HEADING


def _without_suffixes(gap: str) -> str:
    """The text between a name and a post without "MP", "AO" and the like."""
    while (match := _SUFFIX.match(gap)) and match.group(1).strip(".").lower() in words("suffixes"):
        gap = gap[match.end() :]
    return gap


def _fullest(mentions: list[Mention]) -> list[Mention]:
    """Give short mentions ("Mr Aleinik", "Premier Wen") the full name that the document knows for them."""
    full: dict[str, str] = {}
    for mention in mentions:
        parts = mention.name.lower().split()
        if len(parts) > 1:
            full.setdefault(parts[0], mention.name)
            if full.setdefault(parts[-1], mention.name).lower().split()[-1] != parts[-1]:
                full[parts[-1]] = mention.name
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
