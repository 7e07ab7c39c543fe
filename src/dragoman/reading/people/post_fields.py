"""The right side of a post: what it is of, for, to or at, up to the name of its holder."""

from __future__ import annotations

from functools import partial

from spacy.tokens import Token

from dragoman.knowledge import column_set, word_set
from dragoman.reading.states.bodies import Body, Layout, body_words, is_capitalised, rank_ahead

POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
HYPHENS = frozenset(("-", "–", "‑"))
AND = frozenset(("and", "&"))
_ARTICLES = frozenset(("the", "its", "his", "her", "their", "our", "a"))
# Words that the language model takes for one of these are not the beginning of a person's name.
_NO_PERSONS = frozenset(("ORG", "GPE", "FAC", "EVENT", "LAW", "NORP", "LOC"))


def words(section: str) -> frozenset[str]:
    """A word list of ``knowledge/posts.toml``."""
    return word_set("posts.toml", section)


def is_post_word(token: Token) -> bool:
    """Whether a post may be built on the word."""
    return token.lower_ in words("heads")


# Words of a post up to its head noun ("Ambassador Extraordinary and Plenipotentiary").
_WORDS = 5
_TITLE = 3  # from the noun that says it to its end ("Consul-General", "Chargé d'Affaires")
_FULL_NAME = 2  # words of a name that nothing announces
_common = partial(column_set, "common_words.tsv", "word")  # words that texts write in small letters too


class Fields:
    """Finds how far a post goes on after its head noun; ``persons`` are tokens at which a name begins."""

    def __init__(self, layout: Layout, bodies_at: dict[int, Body], persons: frozenset[int]) -> None:
        self.layout = layout
        self.doc = layout.doc
        self.bodies_at = bodies_at
        self.persons = frozenset(i for i in persons if i not in layout.at or self._is_person(i))

    def end_of(self, end: int, edge: int) -> int:
        """The end of the post whose head noun ends at token ``end``: over "of", "for", "to" and what follows them."""
        doc, first = self.doc, end
        while end + 1 < edge:
            link = doc[end].lower_
            if link == "to" and not self._goes_to(first, end):
                break
            if doc[end].is_space and end + 2 < edge:
                stop = self.end_of(end + 1, edge)
                return stop if stop > end + 1 else end
            if link in ("responsible", "charge") or (link == "in" and doc[end + 1].lower_ == "charge"):
                begin, link = end + (3 if link == "in" else 2), "charge"
            elif link in ("of", "for", "to", "in", "at", "with", "on"):
                begin = end + 1
            else:
                break
            if self._names_another(begin, edge):
                break
            begin = self._over_articles(begin, edge)
            posted = link == "in" and (self._is_sent(first) or doc[end - 1].lower_ in words("branches"))
            if begin >= edge or not (self._leads(link, begin) or (posted and self.layout.name_at(begin) is not None)):
                break
            stop = self._run(begin, edge)
            if stop == begin:
                break
            end = stop
        return end

    def _is_sent(self, end: int) -> bool:
        """Whether the post whose head ends at token ``end`` is sent somewhere: "our consul general in Lima"."""
        return any(token.lower_ in words("sent") for token in self.doc[max(0, end - _TITLE) : end])

    def _over_articles(self, i: int, edge: int) -> int:
        """Past articles, spaces and an adjective that only praises a name: "the prominent Trade Institute"."""
        while i + 1 < edge:
            token = self.doc[i]
            praise = token.pos_ == "ADJ" and token.is_lower and token.lower_ not in words("fields")
            praise = praise and is_capitalised(self.doc[i + 1])
            if not (token.is_space or token.lower_ in _ARTICLES or praise):
                break
            i += 1
        return i

    def _names_another(self, i: int, edge: int) -> bool:
        """Whether somebody else and the post of that one are named there: the adviser "to President Silva"."""
        first = i
        while i < edge and is_capitalised(self.doc[i]) and self.doc[i].lower_ in words("heads") | words("modifiers"):
            i += 1
        titled = self.doc[i - 1].lower_ in words("learned")  # "Minister of State Professor Silva"
        return first < i < edge and i in self.persons and self.doc[i - 1].lower_ in words("heads") and not titled

    def _goes_to(self, first: int, end: int) -> bool:
        """Whether "to" belongs to the post that ends at token ``end``: of an envoy, but of no president.

        ``first`` is where its head noun ends: the "Ambassador" of Chad, the "Chief" of Staff.
        """
        return any(t.lower_ in words("sent") | words("serving") for t in self.doc[max(0, first - _WORDS) : end])

    def _leads(self, link: str, begin: int) -> bool:
        """Whether the preposition ``link`` before token ``begin`` continues the post."""
        if link == "to":
            return is_capitalised(self.doc[begin])
        if link in ("in", "at", "with", "on"):
            name = self.layout.name_at(begin)
            return begin in self.bodies_at if name is None else name.kind in ("state", "organisation", "adjective")
        return True

    def holds_person(self, body: Body) -> bool:
        """Whether a person's name begins within what was taken for a body."""
        return any(i in self.persons for i in range(body.first + 1, body.last))

    def _run(self, i: int, edge: int) -> int:
        """The end of the fields, states and bodies from token ``i``; a person's name ends them."""
        doc, end, begin = self.doc, i, i
        while i < edge:
            token = doc[i]
            ranked = token.lower_.rstrip(".") in words("ranks") and self._name_ahead(i + 1)
            if i in self.persons or (i > begin and (ranked or rank_ahead(doc, i, edge) or self._unknown_name(i, edge))):
                break
            body = self.bodies_at.get(i)
            k = self.layout.at.get(i)
            if token.is_space:
                i += 1
            elif body and body.last > i + 1 and not self.holds_person(body):
                end = i = body.last
            elif k is not None:
                end = i = self.layout.spans[k][1]
            elif (
                token.lower_ in words("fields")
                or (token.pos_ in ("NOUN", "ADJ") and token.is_lower and (i == begin or self._follows_adjective(i)))
                or (is_capitalised(token) and token.is_alpha and not self._name_ahead(i, begin))
            ):
                end = i = i + 1
            elif token.lower_ in AND or token.text in (",", "-", "'s", "’s", "'", "’"):
                after = self._after_joint(i, edge)
                if after == i:
                    break
                i = after
            else:
                break
        return end

    def _follows_adjective(self, i: int) -> bool:
        """Whether that of a state stands right before token ``i``: "in charge of the Peruvian highlands"."""
        name = self.layout.name_at(i - 1)
        return name is not None and name.kind == "adjective"

    def _name_ahead(self, i: int, begin: int = -1) -> bool:
        """Whether a person's name may begin at ``i``: capitalised words that are no field, not right after "of"."""
        if i >= len(self.doc) or i == begin or not is_capitalised(self.doc[i]):
            return False
        if self.doc[i].ent_type_ in _NO_PERSONS and not self._after_state(i):
            return False
        if is_post_word(self.doc[i]) and i not in self.persons:
            return False  # "Secretary to the Foreign Minister"
        if i + 1 in self.persons and i not in self.persons:
            return False  # "Minister for Defence Materiel Mike Kelly": the name begins behind it
        before = self.doc[i - 1]
        known = before.lower_ in words("fields") or (i - 1) in self.layout.at
        return begin < 0 or known

    def _is_person(self, i: int) -> bool:
        """Whether the language model sees a person of several words begin at ``i``, whom a town is called like."""
        name, token = self.layout.name_at(i), self.doc[i]
        if name is None or name.kind not in ("city", "region") or i + 1 >= len(self.doc) or i + 1 in self.layout.at:
            return False
        return token.ent_type_ == "PERSON" and token.ent_iob_ == "B" and self.doc[i + 1].ent_iob_ == "I"

    def _unknown_name(self, i: int, edge: int) -> bool:
        """Whether words that no text writes in small letters, and no list knows, follow the fields of a post.

        The language model often takes both for one body: "Minister of Health Sabitha Perera".
        """
        before = self.doc[i - 1].lower_
        state = self.layout.name_at(i - 1)
        ruled = state is not None and state.kind == "state"  # "President of Chad Ana-Luz Silva"
        if not ruled and (before not in words("fields") | _common() or before in words("links") | body_words()):
            return False
        last = i
        while last < edge and (self._is_rare(last, ruled) or (last > i and self._joins(last))):
            last += 1
        if last - i < _FULL_NAME or any(k in self.persons for k in range(i + 1, last - 1)):
            return False
        return last >= edge or not is_capitalised(self.doc[last])

    def _joins(self, i: int) -> bool:
        """Whether a token joins the words of a name: a particle, a hyphen between two words."""
        return self.doc[i].lower_ in words("particles") or (self.doc[i].text in HYPHENS and self._is_rare(i + 1, True))

    def _is_rare(self, i: int, common: bool = False) -> bool:
        """Whether a word may be of a name alone; ``common``: though texts write it in small letters too."""
        if i >= len(self.doc):
            return False
        token = self.doc[i]
        if not (is_capitalised(token) and token.text[1:2].islower() and token.text.replace("-", "").isalpha()):
            return False
        known = token.lower_ in words("fields") | words("modifiers") | words("heads") or token.lower_ in body_words()
        return not known and self.layout.name_at(i) is None and (common or token.lower_ not in _common())

    def _after_state(self, i: int) -> bool:
        """Whether the entity that the language model sees around token ``i`` begins with a state: "Chad Ana Silva"."""
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
            if after < edge and doc[after].lower_ in AND:
                after += 1
        while after < edge and (doc[after].lower_ in ("the", "for") or doc[after].is_space):
            after += 1
        if after >= edge or after in self.persons:
            return i
        if is_post_word(doc[after]) and doc[after].lower_ not in words("fields"):
            return i
        if doc[i].text in HYPHENS or doc[i].text in POSSESSIVES:
            return after if is_capitalised(doc[after]) or doc[after].lower_ in words("fields") else i
        follows = doc[after].lower_ in words("fields") and not self._post_ahead(after, edge)
        return after if follows or (doc[i].lower_ in AND and self._is_unlisted(after, edge)) else i

    def _is_unlisted(self, i: int, edge: int) -> bool:
        """Whether a field that no list knows ends a post right before its holder: "Trade and Resilience Ana Silva"."""
        token = self.doc[i]
        field = is_capitalised(token) and token.is_alpha and i not in self.layout.at and not is_post_word(token)
        return field and token.ent_type_ not in ("PERSON", "GPE") and i + 1 < edge and i + 1 in self.persons

    def _post_ahead(self, i: int, edge: int) -> bool:
        """Whether the words from ``i`` are the fields of another post: "and Foreign Minister"."""
        for k in range(i, min(i + 5, edge)):
            if is_post_word(self.doc[k]):
                return True
            if self.doc[k].lower_ not in words("fields") | words("modifiers"):
                return False
        return False

    def _list_ahead(self, i: int, edge: int) -> bool:
        fields = words("fields")
        for k in range(i, min(i + 8, edge)):
            word = self.doc[k].lower_
            if word in AND:
                return k + 1 < edge and self.doc[k + 1].lower_ in fields
            if word != "," and word not in fields and not self.doc[k].is_space:
                return False
        return False
