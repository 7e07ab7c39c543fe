"""Posts as a text words them: "Deputy Minister of Commerce of China", "Chinese Ambassador to Togo".

A post grows around its head noun (``knowledge/posts.toml``): to the left over titles, fields and the name of a
state or body, to the right over "of", "for", "to" with fields, states and bodies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from dragoman.knowledge import read_toml
from dragoman.reading.bodies import Body, Layout, is_capitalised
from dragoman.reading.gazetteer import Name

_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_HYPHENS = frozenset(("-", "–", "‑"))
_AND = frozenset(("and", "&"))
# Words that belong to the head noun and follow it: "Director General", "Ambassador Extraordinary and Plenipotentiary".
_TAILS = {
    "director": ("general",), "secretary": ("general",), "governor": ("general",), "consul": ("general",),
    "attorney": ("general",), "auditor": ("general",), "inspector": ("general",), "solicitor": ("general",),
    "surgeon": ("general",), "ambassador": ("extraordinary", "and", "plenipotentiary", "designate", "at", "large"),
    "envoy": ("extraordinary", "and", "plenipotentiary"), "commander": ("in", "chief"), "editor": ("in", "chief"),
    "chargé": ("d'affaires", "d’affaires", "d'affairs", "a.i", "a.i.", "a.", "i.", "ad", "interim", "d", "affaires", "."),
    "chief": ("marshal",), "president": ("elect",), "minister": ("designate",), "officer": ("commanding",),
}  # fmt: skip
_TAILS["charge"] = _TAILS["chargé"]
# Words that the language model takes for one of these are not the beginning of a person's name.
_NO_PERSONS = frozenset(("ORG", "GPE", "FAC", "EVENT", "LAW", "NORP", "LOC"))


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


@cache
def words(section: str) -> frozenset[str]:
    """A word list of ``knowledge/posts.toml``."""
    return frozenset(read_toml("posts.toml")[section])


def find_posts(layout: Layout, bodies: Sequence[Body], persons: frozenset[int]) -> list[Post]:
    """The posts of a document in text order; ``persons`` are tokens that a person's name is known to begin at."""
    bodies_at = {body.first: body for body in sorted(bodies, key=lambda b: b.last)}
    posts: list[Post] = []
    heads = words("heads")
    end = 0
    for token in layout.doc:
        if token.i < end or token.lower_ not in heads or not _is_head(token):
            continue
        head = _last_head(layout, token)
        post = _Builder(layout, bodies_at, persons, end).build(head)
        if post:
            posts.append(post)
            end = post.last
    return posts


def _is_head(token: Token) -> bool:
    if token.pos_ == "VERB" and not is_capitalised(token):
        return False
    return token.lower_ != "charge" or _next_lower(token).startswith("d")


def _next_lower(token: Token) -> str:
    return token.nbor().lower_ if token.i + 1 < len(token.doc) else ""


def _last_head(layout: Layout, token: Token) -> int:
    """The last of the head nouns that stand side by side: "Chief Executive Officer", "Vice-President"."""
    doc, i = layout.doc, token.i
    heads = words("heads")
    while i + 1 < len(doc) and not doc[i + 1].is_sent_start:
        step = 1
        while i + step + 1 < len(doc) and (
            doc[i + step].text in _HYPHENS or doc[i + step].is_space or doc[i + step].lower_ in ("vice", "deputy")
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

    def __init__(self, layout: Layout, bodies_at: dict[int, Body], persons: frozenset[int], floor: int) -> None:
        self.layout = layout
        self.doc = layout.doc
        self.bodies_at = bodies_at
        self.body_ends = {body.last for body in bodies_at.values()}
        self.persons = persons.difference(layout.at)
        self.floor = floor

    def build(self, head: int) -> Post | None:
        sentence = self.doc[head].sent
        first = self._left(head, max(sentence.start, self.floor))
        while first < head and (self.doc[first].is_space or self.doc[first].is_punct):
            first += 1
        former, coming = False, False
        while first < head and self.doc[first].lower_ in words("former") | words("coming") | {
            "the",
            "-",
            "and",
            "a",
            "an",
        }:
            former |= self.doc[first].lower_ in words("former")
            coming |= self.doc[first].lower_ in words("coming")
            first += 1
        last = self._right(self._tail(head, sentence.end), head, sentence.end)
        last = self._list_style(first, last, sentence.end)
        if first > sentence.start:
            before = self.doc[first - 1].lower_
            former |= before in words("former")
            coming |= before in words("coming")
        names = self.layout.within(first, last)
        if self.doc[last - 1].lower_ == "marshal":
            return None
        if self.doc[head].lower_ in words("weak") and last - first == 1:
            return None
        text = " ".join(self.doc[first:last].text.split())
        return Post(first, last, head, text, former, coming, names)

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
        if body is not None and not self._holds_person(body):
            return body.last
        return (
            self.layout.spans[self.layout.at[last + 1]][1] if name is not None and name.kind == "organisation" else last
        )

    def _left(self, head: int, edge: int) -> int:
        doc, i = self.doc, head
        while i > edge:
            before = doc[i - 1]
            k = self.layout.at.get(i - 1)
            if k is not None:
                first = self.layout.spans[k][0]
                if first < edge:
                    break
                i = first
                if i > edge and not (doc[i - 1].text in _HYPHENS or is_capitalised(doc[i - 1])):
                    break
            elif before.is_space:
                i -= 1
            elif before.text in _POSSESSIVES:
                if i - 2 < edge or not (i - 2 in self.layout.at or i - 1 in self.body_ends):
                    break
                i -= 1
            elif before.text in _HYPHENS or before.text == ".":
                if i - 2 < edge or doc[i - 2].is_punct or not self._titular(doc[i - 2]):
                    break
                i -= 1
            elif before.lower_ in _AND or before.text == ",":
                if (
                    i - 2 < edge
                    or not (self._field(doc[i - 2]) and self._field(doc[i]))
                    or self._is_post_word(doc[i - 2])
                ):
                    break
                i -= 2
            elif self._titular(before):
                i -= 1
            else:
                break
        return i

    def _titular(self, token: Token) -> bool:
        """Whether a word before the head belongs to the post."""
        if token.lower_ in words("modifiers") or token.lower_ in words("fields") or token.lower_ in words("former"):
            verb = token.pos_ in ("VERB", "AUX", "ADP", "DET") and not token.lower_.endswith("ing")
            return not verb or is_capitalised(token)
        if token.lower_ in words("coming"):
            return False
        capital = is_capitalised(token) and token.pos_ in ("PROPN", "NOUN", "ADJ") and not token.is_stop
        return capital and token.ent_type_ not in ("DATE", "PERSON") and token.lower_ not in words("honorifics")

    def _field(self, token: Token) -> bool:
        return token.lower_ in words("fields") or (is_capitalised(token) and token.lower_ in words("modifiers"))

    def _is_post_word(self, token: Token) -> bool:
        return token.lower_ in words("heads")

    def _tail(self, head: int, edge: int) -> int:
        tails, end = _TAILS.get(self.doc[head].lower_, ()), head + 1
        while end < edge and tails:
            step = 1 if self.doc[end].text in _HYPHENS or self.doc[end].is_space else 0
            if end + step >= edge or self.doc[end + step].lower_ not in tails:
                break
            end += step + 1
        while end - 1 > head and self.doc[end - 1].lower_ in ("and", "at", "."):
            end -= 1
        return end

    def _right(self, end: int, head: int, edge: int) -> int:
        doc = self.doc
        while end + 1 < edge:
            link = doc[end].lower_
            if doc[end].is_space and end + 2 < edge:
                stop = self._right(end + 1, head, edge)
                return stop if stop > end + 1 else end
            if link in ("responsible", "charge") or (link == "in" and doc[end + 1].lower_ == "charge"):
                begin = end + (3 if link == "in" else 2)
            elif link in ("of", "for", "to", "in", "at", "with", "on"):
                begin = end + 1
            else:
                break
            while begin < edge and (
                doc[begin].is_space or doc[begin].lower_ in ("the", "its", "his", "their", "a", "prominent")
            ):
                begin += 1
            if begin >= edge or not self._leads(link, head, begin):
                break
            stop = self._field_run(begin, edge)
            if stop == begin:
                break
            end = stop
        return end

    def _leads(self, link: str, head: int, begin: int) -> bool:
        """Whether the preposition ``link`` before token ``begin`` continues the post."""
        name = self.layout.name_at(begin)
        match link:
            case "to":
                return is_capitalised(self.doc[begin])
            case "in" | "at" | "with" | "on":
                if name is not None:
                    return name.kind in ("state", "organisation", "adjective")
                return begin in self.bodies_at
            case _:
                return True

    def _field_run(self, i: int, edge: int) -> int:
        """The end of the fields, states and bodies from token ``i``; a person's name ends them."""
        doc, end, begin = self.doc, i, i
        while i < edge:
            token = doc[i]
            if i in self.persons or (
                i > begin and token.lower_.rstrip(".") in words("ranks") and self._name_ahead(i + 1)
            ):
                break
            body = self.bodies_at.get(i)
            k = self.layout.at.get(i)
            if token.is_space:
                i += 1
            elif body and body.last > i + 1 and not self._holds_person(body):
                end = i = body.last
            elif k is not None:
                end = i = self.layout.spans[k][1]
            elif token.lower_ in words("fields") or (i == begin and token.pos_ in ("NOUN", "ADJ") and token.is_lower):
                end = i = i + 1
            elif is_capitalised(token) and token.is_alpha and not self._name_ahead(i, begin):
                end = i = i + 1
            elif token.lower_ in _AND or token.text in (",", "-", "'s", "’s", "'", "’"):
                after = self._after_joint(i, edge)
                if after == i:
                    break
                i = after
            else:
                break
        return end

    def _holds_person(self, body: Body) -> bool:
        return any(i in self.persons for i in range(body.first + 1, body.last))

    def _name_ahead(self, i: int, begin: int = -1) -> bool:
        """Whether a person's name may begin at ``i``: capitalised words that are no field, not right after "of"."""
        if i >= len(self.doc) or i == begin or not is_capitalised(self.doc[i]):
            return False
        if self.doc[i].ent_type_ in _NO_PERSONS and not self._after_state(i):
            return False
        before = self.doc[i - 1]
        known = before.lower_ in words("fields") or (i - 1) in self.layout.at
        return begin < 0 or known

    def _after_state(self, i: int) -> bool:
        """Whether what the language model takes for one name with token ``i`` begins with a state: "Cambodia Nina Fukui"."""
        while i > 0 and self.doc[i].ent_iob_ == "I":
            i -= 1
        name = self.layout.name_at(i)
        return name is not None and name.kind == "state"

    def _after_joint(self, i: int, edge: int) -> int:
        """Where the list goes on after "and" or a comma at ``i``, or ``i`` if it does not."""
        doc, after = self.doc, i + 1
        if doc[i].text == ",":
            if not self._list_ahead(after, edge):
                return i
            if after < edge and doc[after].lower_ in _AND:
                after += 1
        while after < edge and (doc[after].lower_ in ("the", "for") or doc[after].is_space):
            after += 1
        if after >= edge or after in self.persons:
            return i
        if self._is_post_word(doc[after]) and doc[after].lower_ not in words("fields"):
            return i
        if doc[i].text in _HYPHENS or doc[i].text in _POSSESSIVES:
            return after if is_capitalised(doc[after]) or doc[after].lower_ in words("fields") else i
        follows = doc[after].lower_ in words("fields") and not self._post_ahead(after, edge)
        return after if follows else i

    def _post_ahead(self, i: int, edge: int) -> bool:
        """Whether the words from ``i`` are the fields of another post: "and Foreign Minister"."""
        for k in range(i, min(i + 5, edge)):
            if self._is_post_word(self.doc[k]):
                return True
            if self.doc[k].lower_ not in words("fields") | words("modifiers"):
                return False
        return False

    def _list_ahead(self, i: int, edge: int) -> bool:
        fields = words("fields")
        for k in range(i, min(i + 8, edge)):
            word = self.doc[k].lower_
            if word in _AND:
                return k + 1 < edge and self.doc[k + 1].lower_ in fields
            if word != "," and word not in fields and not self.doc[k].is_space:
                return False
        return False
