"""A short label for a piece of aid: what its account's first sentence says is given or done, and to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from spacy.tokens import Span, Token

from dragoman.knowledge import column_set, word_set
from dragoman.reading.drafting.titles import label
from dragoman.reading.frames.slots import SUBJECTS, subject_of
from dragoman.reading.page import Page

_LONGEST = 26
_SHORTEST = 5
_LEADING = {"prep", "punct", "cc", "det", "aux", "case", "mark"}
_VERBS = ("VERB", "AUX")
_ENOUGH = 4  # words that name the work when what frames them is left out
_MODIFYING = ("compound", "nmod", "poss", "amod")
_ABOUT = ("prep", "npadvmod", "advmod", "advcl", "punct", "mark", "cc")


def title_of_account(page: Page, place: str | None = None) -> str:
    """The first full sentence without who gives, when, how much, and who signed: the words that name the work.

    ``place`` is where it is done; a team is told by its number and that.
    """
    numbered = one_of_many(page)
    team = subject_of(numbered.root) if numbered is not None else None
    if team is not None:
        words = [token for token in team.subtree if token.i <= team.i]
        return label(_trimmed(words), page) + (f" in {place}" if place else "")
    sent = _telling(page)
    root = _verb(sent)
    words = _trimmed(_unwrapped(_trimmed(list(_naming(page, sent, _foreground(root) | _setting(root))))))
    if len(words) < _ENOUGH:
        words = _trimmed(list(_naming(page, sent, _foreground(root))))
        if len(words) < _SHORTEST:
            words = _trimmed(list(_naming(page, sent, frozenset())))
    return label(words or list(sent), page)


def one_of_many(page: Page) -> Span | None:
    """The sentence on the team that an account is about if it begins with what has gone on for long.

    "Cuba has been sending doctors since 1990. The 12th team arrived in 2014": the account is of the 12th.
    """
    first, *others = page.sentences
    since = any(d.kind == "since" for d in page.dates_in(first))
    if not since or not any(child.lemma_ == "have" and child.dep_ == "aux" for child in first.root.children):
        return None
    return next((sent for sent in others if _is_numbered(sent.root)), None)


def telling(page: Page) -> Span:
    """The sentence that tells of the aid: as a rule the first, where that is more than a word such as "Summary:"."""
    first = page.sentences[0]
    return one_of_many(page) or (first if len(first) > _SHORTEST else _telling(page))


def _is_numbered(verb: Token) -> bool:
    """Whether the subject is a team that has a number: "the 12th team"."""
    subject = subject_of(verb)
    if subject is None or subject.lemma_.lower() not in word_set("giving.toml", "teams"):
        return False
    return any(_ORDINAL.fullmatch(child.lower_) or child.ent_type_ == "ORDINAL" for child in subject.children)


_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


def _trimmed(words: list[Token]) -> list[Token]:
    """The words without articles and prepositions at either end."""
    while words and (words[0].dep_ in _LEADING or words[0].lower_ == "worth" or not words[0].text[:1].isalnum()):
        words = words[1:]
    words = words[:_LONGEST]
    while words and words[-1].dep_ in _LEADING:
        words = words[:-1]
    return words


def _telling(page: Page) -> Span:
    """The first sentence that is one, and no heading like "Summary:"; of news that which says that a sum is given."""
    sentences = list(page.doc.sents)
    full = [s for s in sentences if s.root.pos_ in _VERBS and len(s) > _SHORTEST]
    giving = (s for s in full if page.anchor is not None and _gives_sum(s, page))
    return next(giving, next(iter(full), sentences[0]))


def _gives_sum(sent: Span, page: Page) -> bool:
    """Whether a sentence says who gives a sum of money: "Norway will grant 2 million euros for a port"."""
    sums = any(quantity.kind == "money" for quantity in page.quantities_in(sent))
    return sums and sent.root.lemma_ in word_set("giving.toml", "given_or_sent")


def _verb(sent: Span) -> Token:
    """The verb that tells of the work: the one above, or what it reports ("it was reported that China gave")."""
    root = sent.root
    for _ in range(2):
        if root.lemma_.lower() not in column_set("reporting.tsv", "lemma"):
            break
        told = next((child for child in root.children if child.dep_ == "ccomp" and child.pos_ in _VERBS), None)
        if told is None or told.i < root.i:
            break
        root = told
    return root


def _foreground(root: Token) -> frozenset[int]:
    """Who acts, and the verb: the numbers of these tokens, and of all before a verb whose words are reported."""
    if root.pos_ not in _VERBS:
        return frozenset()
    sides = (
        child for child in root.children if child.dep_ == "nsubj" or (child.dep_ == "dative" and child.pos_ != "ADP")
    )
    subject = {token.i for child in sides for token in child.subtree}
    reporting = set() if root.head == root else {t.i for t in root.sent if t.i < root.left_edge.i}
    return _predicate(root) | subject | reporting


def _predicate(root: Token) -> frozenset[int]:
    """The verb and what helps it."""
    return frozenset({root.i, *(child.i for child in root.children if child.dep_ in ("aux", "auxpass", "prt"))})


def _setting(root: Token) -> frozenset[int]:
    """What stands before the subject: "during a visit to Oslo", "after the flood"."""
    subject = next((child for child in root.children if child.dep_ in SUBJECTS), None)
    if root.pos_ not in _VERBS or subject is None:
        return frozenset()
    before = (child for child in root.children if child.i < subject.left_edge.i and child.dep_ in _ABOUT)
    return frozenset(token.i for child in before for token in child.subtree)


def _unwrapped(words: list[Token]) -> list[Token]:
    """The words behind what only frames them: "an agreement to", "a memorandum on", "a plan under which"."""
    frame = next((t for t in words if t.pos_ in ("NOUN", "PROPN") and t.dep_ not in _MODIFYING), None)
    if frame is None or not _is_frame(frame):
        return _without_giving(words)
    behind = [t for t in words if t.i > frame.i]
    onward = behind if behind and behind[0].lower_ in word_set("titles.toml", "on") else []
    for inner in (*map(_inner, frame.children), {t.i for t in onward}):
        within = _unwrapped(_trimmed([t for t in behind if t.i in inner]))
        if sum(t.is_alpha for t in within) >= _ENOUGH and not _is_frame(within[0]):
            return within
    return words


def _is_frame(token: Token) -> bool:
    return token.lemma_.lower() in word_set("titles.toml", "framing")


def _without_giving(words: list[Token]) -> list[Token]:
    """The words without the verb that says that what they name is given: "(to provide) ten buses to Chad"."""
    verb = words[0] if words else None
    given = verb is not None and verb.pos_ == "VERB" and verb.lemma_ in word_set("giving.toml", "given_or_sent")
    has_object = verb is not None and [child.dep_ for child in verb.rights if child.dep_ in ("dobj", "dative")] == [
        "dobj"
    ]
    return words[1:] if given and has_object and len(words) > _ENOUGH else words


def _inner(child: Token) -> set[int]:
    """The words of the work in what hangs on a noun that frames it, without who does it."""
    if child.dep_ == "prep" and child.lower_ in word_set("titles.toml", "on"):
        return {t.i for of in child.children for t in of.subtree}
    if child.dep_ in ("acl", "relcl") and child.tag_ != "VBN":
        actors = {t.i for of in child.children if of.dep_ == "nsubj" for t in of.subtree}
        return {t.i for t in child.subtree} - actors - {t.i for t in child.lefts if t.dep_ in ("aux", "prep")}
    return set()


def _naming(page: Page, sent: Span, aside: frozenset[int]) -> Iterator[Token]:
    """The words of the sentence without those ``aside``, dates, persons, sums, brackets, and what led up to these."""
    gone = [(d.start, d.end) for d in page.dates]
    gone += [(a.start, a.end) for a in page.actors if a.kind == "person"]
    gone += [(q.start, q.end) for q in page.quantities if q.kind == "money"]
    # News may name in such a clause what a later text calls the thing by, an account of its own does not.
    clauses = [token for token in sent if page.anchor is None and _tells_more(token)]
    told_more = {token.i for clause in clauses for token in clause.subtree}
    left_out = {t.i for t in sent if any(start <= t.idx < end for start, end in gone)} | told_more | aside
    depth = 0
    for token in sent:
        depth += token.text == "("
        inside = depth > 0
        depth -= token.text == ")" and depth > 0
        if not inside and token.i not in left_out and not _leads_nowhere(token, left_out):
            yield token


def _tells_more(verb: Token) -> bool:
    """Whether it is the verb of a clause that tells more of what is named: "a road, which will link"."""
    return verb.dep_ == "relcl" and any(t.tag_ in ("WDT", "WP") for t in verb.lefts if t.dep_ in SUBJECTS)


def _leads_nowhere(token: Token, left_out: AbstractSet[int]) -> bool:
    """Whether it is the "of" or "worth" of what is left out, or the article of who is."""
    children = [child for child in token.children if child.dep_ != "punct"]
    if token.dep_ == "prep" or token.lower_ == "worth":
        return bool(children) and all(child.i in left_out for child in children)
    return token.dep_ == "det" and token.head.i in left_out
