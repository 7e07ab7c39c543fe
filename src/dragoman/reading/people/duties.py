"""Posts that a text tells by what a person does: "who is in charge of trade with Peru", "headed the embassy in Lima".

They have no noun of their own to grow around, so they are read off the parse: the clause that hangs on a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from dragoman.knowledge import read_toml
from dragoman.reading.people.names import Mention
from dragoman.reading.people.post_fields import words
from dragoman.reading.people.posts import Post
from dragoman.reading.states.bodies import Layout, body_words, is_capitalised

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_OVER = frozenset(("for", "of", "with"))
_LONGEST = 16  # tokens


def duties(layout: Layout, mention: Mention) -> Iterator[Post]:
    """The posts that clauses about a person tell without a noun for them."""
    span = layout.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return
    for clause in _clauses(layout, span):
        if (post := _charge(clause) or _lead(layout, clause)) is not None:
            yield post


def _clauses(layout: Layout, person: Span) -> Iterator[Token]:
    """The verbs that a person is the subject of: its own, the one right behind its name, and that of "who"."""
    subjects = [person.root, *(token for token in layout.doc[person.end : person.end + 2] if token.lower_ == "who")]
    verbs = [token.head for token in subjects if token.dep_ in _SUBJECTS]
    verbs += [token for token in layout.doc[person.end : person.end + 1] if token.pos_ == "VERB"]
    yield from dict.fromkeys(verb for verb in verbs if verb.pos_ in ("VERB", "AUX"))


def _charge(clause: Token) -> Post | None:
    """ "(who is) responsible for trade with Peru", up to the next comma."""
    for token in clause.subtree if clause.lemma_ in ("be", "charge") else ():
        if token.lower_ not in words("charged") or token.i < clause.i or token.i - clause.i > 3:
            continue
        first = token.nbor(-1) if token.nbor(-1).lower_ == "in" else token
        if not any(child.lower_ in _OVER for child in (*token.children, *clause.children) if child.i > token.i):
            return None
        last = _end(token, {t.i for t in clause.subtree})
        return _post(first.i, last, token.i + 1, token.doc[first.i : last].text) if last - token.i > 2 else None
    return None


def _end(token: Token, clause: set[int]) -> int:
    """The token behind the words that go on from ``token`` within its clause without a break."""
    i = token.i + 1
    while i < len(token.doc) and i in clause and not token.doc[i].is_punct and i - token.i < _LONGEST:
        i += 1
    return i


def _lead(layout: Layout, clause: Token) -> Post | None:
    """ "(who) headed the embassy in Lima": the head of it, if it is a body and no delegation."""
    body = next((child for child in clause.children if child.dep_ == "dobj"), None)
    noun = read_toml("posts.toml")["duties"].get(clause.lemma_.lower())
    if body is None or noun is None:
        return None
    if body.lower_ not in words("seats") and not (body.lower_ in body_words() and is_capitalised(body)):
        return None
    first, last = body.left_edge.i, _end(body, {t.i for t in clause.subtree})
    return _post(first, last, body.i, f"{noun} of {layout.doc[first:last].text}", layout)


def _post(first: int, last: int, head: int, text: str, layout: Layout | None = None) -> Post:
    names = layout.within(first, last) if layout else ()
    return Post(first, last, head, " ".join(text.split()), former=False, coming=False, names=names)
