"""Posts as a text words them: "Deputy Minister of Commerce of China", "Chinese Ambassador to Togo".

A post grows around its head noun (``knowledge/posts.toml``): to the left over titles, fields and the name of a
state or body, to the right over "of", "for", "to" with fields, states and bodies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.knowledge import read_toml
from dragoman.reading.people.post_fields import AND, HYPHENS, POSSESSIVES, Fields, is_post_word, words
from dragoman.reading.states.bodies import LONGEST, Body, Layout, is_capitalised
from dragoman.reading.states.gazetteer import Name

_UNDER = ("-", "secretary")
_CROWNED = ("king", "queen")  # a post by themselves, if a name follows
_BEFORE_POSTS = frozenset(("the", "-", "and", "a", "an"))


@dataclass(frozen=True, slots=True)
class Post:
    """A post at tokens ``first`` to ``last`` (exclusive); ``head`` is its noun.

    ``former`` and ``coming`` say that the holder held it before or does not hold it yet; ``names`` are the states
    and bodies named in it.
    """

    first: int
    last: int
    head: int
    text: str
    former: bool
    coming: bool
    names: tuple[Name, ...]


def find_posts(layout: Layout, bodies: Sequence[Body], persons: frozenset[int]) -> list[Post]:
    """The posts of a document in text order; ``persons`` are tokens that a person's name is known to begin at."""
    bodies_at = {body.first: body for body in sorted(bodies, key=lambda b: b.last)}
    builder = _Builder(layout, bodies_at, persons)
    posts: list[Post] = []
    heads = words("heads")
    end = 0
    for token in layout.doc:
        if token.i < end or token.lower_ not in heads or not _is_head(token):
            continue
        head = _last_head(layout, token)
        post = builder.build(head, end)
        if post:
            posts.append(post)
            end = post.last
    return posts


def _is_head(token: Token) -> bool:
    if token.pos_ == "VERB" and not is_capitalised(token):
        return False
    if token.lower_ in words("modifiers") and _leads_to_head(token):
        return False
    if token.lower_ == "pm" and (token.is_lower or (token.i > 0 and token.nbor(-1).like_num)):
        return False  # an hour
    return token.lower_ != "charge" or _next_lower(token).startswith("d")


def _leads_to_head(token: Token) -> bool:
    """Whether a title is the first word of another, and no post: the "Deputy" of a Deputy Prime Minister."""
    for behind in token.doc[token.i + 1 : token.i + _TITLE]:
        if behind.is_space:
            continue  # a line that breaks within the post
        if behind.lower_ in words("heads"):
            return is_capitalised(token) == is_capitalised(behind)
        if behind.lower_ not in words("modifiers") and behind.lower_ not in words("fields"):
            return False
    return False


_TITLE = 4  # words from one title to the head of the post


def _next_lower(token: Token) -> str:
    return token.nbor().lower_ if token.i + 1 < len(token.doc) else ""


def _last_head(layout: Layout, token: Token) -> int:
    """The last of the head nouns that stand side by side: "Chief Executive Officer", "Vice-President"."""
    doc, i = layout.doc, token.i
    heads = words("heads")
    while i + 1 < len(doc) and not doc[i + 1].is_sent_start:
        step = 1
        while i + step + 1 < len(doc) and (
            doc[i + step].text in HYPHENS or doc[i + step].is_space or doc[i + step].lower_ in ("vice", "deputy")
        ):
            step += 1
        if doc[i + step].lower_ not in heads or doc[i + step].lower_ in (
            "king",
            "prince",
            "queen",
            "senator",
            "professor",
        ):
            break
        if is_capitalised(doc[i]) and not is_capitalised(doc[i + step]):
            break
        i += step
    return i


class _Builder:
    """Grows one post around its head noun."""

    def __init__(self, layout: Layout, bodies_at: dict[int, Body], persons: frozenset[int]) -> None:
        self.layout = layout
        self.doc = layout.doc
        self.bodies_at = bodies_at
        self.body_ends = {body.last for body in bodies_at.values()}
        self.persons = persons
        self.fields = Fields(layout, bodies_at, persons)

    def build(self, head: int, floor: int) -> Post | None:
        """The post around the noun ``head``, beginning at token ``floor`` or later; None if the noun alone is none."""
        start, end = self.layout.sentence(head)
        edge = min(end, head + LONGEST)
        first = self._left(head, max(start, head - LONGEST, floor))
        while first < head and (self.doc[first].is_space or self.doc[first].is_punct):
            first += 1
        former, coming = False, False
        while first < head and self._is_before_post(first):
            former |= self.doc[first].lower_ in words("former")
            coming |= self.doc[first].lower_ in words("coming")
            first += 1
        last = self.fields.end_of(self._tail(head, edge), edge)
        last = self._list_style(first, last, edge)
        if first > start:
            before = self.doc[first - 1].lower_
            former |= before in words("former")
            coming |= before in words("coming")
        names = self.layout.within(first, last)
        if self.doc[last - 1].lower_ == "marshal":
            return None
        crowned = self.doc[head].lower_ in _CROWNED and (head + 1 in self.persons or self._reigns(head))
        if self.doc[head].lower_ in words("weak") and last - first == 1 and not crowned:
            return None
        text = " ".join(self.doc[first:last].text.split())
        return Post(first, last, head, text, former, coming, names)

    def _reigns(self, head: int) -> bool:
        """Whether a name and the state that its bearer rules stand behind a crown: "King Tupou of Tonga"."""
        behind = self.doc[head + 1 : head + 4]
        if len(behind) < _TITLE - 1 or not self.doc[head].text[0].isupper() or behind[1].lower_ != "of":
            return False
        name = self.layout.name_at(behind[2].i)
        return behind[0].pos_ == "PROPN" and name is not None and name.kind == "state"

    def _is_before_post(self, i: int) -> bool:
        """Whether a word only leads up to the post: "the former"; the "New" of New Zealand does not."""
        return i not in self.layout.at and self.doc[i].lower_ in _BEFORE_POSTS | words("former") | words("coming")

    def _list_style(self, first: int, last: int, edge: int) -> int:
        """The end of a post that names its body after a comma, as lists do: "Mr X, President, Bank of Chad"."""
        if last + 1 >= edge or self.doc[last].text != "," or not first:
            return last
        before = self.doc[first - 1]
        body = self.bodies_at.get(last + 1)
        name = self.layout.name_at(last + 1)
        listed = before.text == "," or before.is_space or bool(self.doc[first].is_sent_start)
        if not listed:
            return last
        if body is not None and not self.fields.holds_person(body):
            return body.last
        return (
            self.layout.spans[self.layout.at[last + 1]][1] if name is not None and name.kind == "organisation" else last
        )

    def _left(self, head: int, edge: int) -> int:
        doc, i, listed = self.doc, head, False
        while i > edge:
            before = doc[i - 1]
            k = self.layout.at.get(i - 1)
            if k is not None:
                first = self.layout.spans[k][0]
                if first < edge:
                    break
                i = first
                if i > edge and not (doc[i - 1].text in HYPHENS or is_capitalised(doc[i - 1])):
                    break
            elif before.is_space:
                i -= 1
            elif before.text in POSSESSIVES:
                if i - 2 < edge or not (i - 2 in self.layout.at or i - 1 in self.body_ends):
                    break
                i -= 1
            elif before.text in HYPHENS or before.text == ".":
                if i - 2 < edge or doc[i - 2].is_punct or not self._titular(doc[i - 2]):
                    break
                i -= 1
            elif before.lower_ in AND or before.text == ",":
                if i - 2 < edge or not (self._field(doc[i - 2]) and self._field(doc[i])) or is_post_word(doc[i - 2]):
                    break
                if before.text == "," and not listed:
                    break
                listed = True  # "Trade, Industry and Energy Minister", but not "the group, Energy Minister Silva"
                i -= 2
            elif self._titular(before):
                i -= 1
            else:
                break
        return i

    def _titular(self, token: Token) -> bool:
        """Whether a word before the head belongs to the post."""
        if token.lower_ == "under" and token.nbor().lower_ not in _UNDER:
            return False  # "Under President Silva"
        if token.lower_ in words("modifiers") or token.lower_ in words("fields") or token.lower_ in words("former"):
            verb = token.pos_ in ("VERB", "AUX", "ADP", "DET") and not token.lower_.endswith("ing")
            return not verb or is_capitalised(token)
        if token.lower_ in words("coming"):
            return False
        capital = is_capitalised(token) and token.pos_ in ("PROPN", "NOUN", "ADJ") and not token.is_stop
        return capital and token.ent_type_ not in ("DATE", "PERSON") and token.lower_ not in words("honorifics")

    def _field(self, token: Token) -> bool:
        return token.lower_ in words("fields") or (is_capitalised(token) and token.lower_ in words("modifiers"))

    def _tail(self, head: int, edge: int) -> int:
        tails, end = read_toml("posts.toml")["tails"].get(self.doc[head].lower_, ()), head + 1
        while end < edge and tails:
            step = 1 if self.doc[end].text in HYPHENS or self.doc[end].is_space else 0
            if end + step >= edge or self.doc[end + step].lower_ not in tails:
                break
            end += step + 1
        while end - 1 > head and self.doc[end - 1].lower_ in ("and", "at", "."):
            end -= 1
        return end
