"""Tenures: who holds which post, according to the text.

One tenure a person and post in a document, with all its evidence; posts without a name are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.knowledge import column_set, word_set
from dragoman.models import Evidence, Party, Tenure
from dragoman.reading.dates.cues import is_of_thing
from dragoman.reading.page import Page
from dragoman.reading.people.actors import read_offices
from dragoman.reading.people.clauses import clause_of, given_by
from dragoman.reading.people.names import Mention
from dragoman.reading.people.offices import Office
from dragoman.reading.people.posts import Post
from dragoman.reading.states.known_names import key_of
from dragoman.reading.states.leaders import known_leader
from dragoman.reading.tenures.called import may_be_one
from dragoman.values import Edtf

_EMPTY = frozenset(["of", "the", "for", "to", "in", "at", "and", "a", "an", "'s", "’s", "&", ",", "-"])


# What was told to have been so many days before publication is dated by the publication.
_RECENT = 3
# Characters between a post and its holder's name from which on they are no phrase.
_FAR = 100


@dataclass
class _Holding:
    """A person in a post, gathered from all its mentions."""

    mention: Mention
    office: Office
    posts: list[Post] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


def read_tenures(page: Page) -> list[Tenure]:
    """The tenures of a page in the order of their first mention; evidence is in characters of ``page.doc``."""
    holdings: list[_Holding] = []
    for mention, offices in read_offices(page.doc, page.home, _year(page.anchor)):
        for office in offices:
            if _is_of_who_speaks(page, mention, office, offices) or _is_rank(page, office, offices):
                continue
            holding = next((h for h in holdings if _same(page, h, mention, office)), None)
            if holding is None:
                holding = _Holding(mention, office)
                holdings.append(holding)
            elif _is_fuller(office.post, holding.office.post):
                holding.office = office
            if _tells_more(mention.name, holding.mention.name):
                holding.mention = mention
            holding.posts.append(office.post)
            if (evidence := _evidence(page, mention, office)) not in holding.evidence:
                holding.evidence.append(evidence)
    return [_tenure(page, holding, _post(page, holding, holdings)) for holding in holdings]


def _post(page: Page, holding: _Holding, holdings: list[_Holding]) -> str:
    """The post as written; that of a "Chilean counterpart" as the one held by whose counterpart he is."""
    post, doc = holding.office.post, page.doc
    if doc[post.head].lower_ not in word_set("posts.toml", "same_post"):
        return post.text
    before = [h.office.post for h in holdings if h.office.post.last <= post.first]
    if not before:
        return post.text
    other = max(before, key=lambda held: held.last)
    states = [name for name in other.names if name.code]
    kept = [doc[i] for i in range(other.first, other.last) if not any(n.start <= doc[i].idx < n.end for n in states)]
    while kept and kept[-1].lower_ in _EMPTY:
        kept.pop()
    kept = kept[1:] if kept and kept[0].lower_ in _EMPTY else kept  # the "'s" of "Fiji's Minister"
    return " ".join([*doc[post.first : post.head].text.split(), *(token.text for token in kept)]) or post.text


def _year(anchor: Edtf | None) -> int | None:
    return anchor.first.year if anchor and anchor.first else None


def _same(page: Page, holding: _Holding, mention: Mention, office: Office) -> bool:
    """Whether an office is one that the person was already seen in: its words repeat or shorten the other's."""
    if holding.office.to and office.to and holding.office.to != office.to:
        return False
    slips = holding.office.of == office.of
    if not may_be_one(holding.mention.name, mention.name, slips=slips):
        return False
    one, other = _content(page, holding.office), _content(page, office)
    alike = word_set("posts.toml", "same_post")
    if slips and (one <= alike or other <= alike) and len(one) == len(other) == 1:
        return True  # "his counterpart, Ana Silva", and later "Minister Silva"
    return one <= other or other <= one


def _is_of_who_speaks(page: Page, mention: Mention, office: Office, offices: Sequence[Office]) -> bool:
    """Whether the post of who leads the speaking government is only joined to that of the one who is named behind it.

    "The Prime Minister and Defence Minister Ana Silva will visit Samoa."
    """
    post, end = office.post, office.post.last
    if page.home is None or not any(other.code == page.home for other in offices if other is not office):
        return False
    if key_of(post.text) != "prime minister" or page.doc[end].lower_ != "and" or mention.start < page.doc[end].idx:
        return False
    return known_leader(mention.name, _year(page.anchor)) != page.home


def _is_rank(page: Page, office: Office, offices: Sequence[Office]) -> bool:
    """Whether a post only says the rank of who holds the one before it: "the Minister of Trade, Ambassador Silva"."""
    post = office.post
    if post.last - post.first > 1 or page.doc[post.head].lower_ not in word_set("posts.toml", "as_ranks"):
        return False
    return any(page.doc[other.post.last : post.first].text == "," for other in offices)


def _is_fuller(post: Post, other: Post) -> bool:
    """Whether a post tells more than another wording of it: its state, or not in capitals as a heading does."""
    if other.text.isupper() and not post.text.isupper():
        return bool(post.names) or not other.names
    return len(post.text) > len(other.text) and bool(post.names) and not other.names


def _tells_more(name: str, other: str) -> bool:
    """Whether a name is the fuller of two that are one person's."""
    return len(name.split()) > len(other.split())


def _content(page: Page, office: Office) -> set[str]:
    """The words that tell one post from another: without the state, prepositions and "deputy"-less fillers."""
    doc, post = page.doc, office.post
    national = {
        i for name in post.names if name.kind != "organisation" for i in range(post.first, post.last)
        if name.start <= doc[i].idx < name.end
    }  # fmt: skip
    return {
        doc[i].lower_.rstrip("s")
        for i in range(post.first, post.last)
        if i not in national and doc[i].lower_ not in _EMPTY
    }


def _evidence(page: Page, mention: Mention, office: Office) -> Evidence:
    """The phrase from the post to the name, or from the name to the post; of what lies far apart the post alone."""
    first, last = page.doc[office.post.first], page.doc[office.post.last - 1]
    start, end = first.idx, last.idx + len(last)
    if max(start - mention.end, mention.start - end) > _FAR:
        return Evidence(start=start, end=end)
    return Evidence(start=min(mention.start, start), end=max(mention.end, end))


def _tenure(page: Page, holding: _Holding, post: str) -> Tenure:
    office, mention = holding.office, holding.mention
    return Tenure(
        title=f"{mention.name}, {post}",
        person=mention.name,
        post=post,
        of=office.of,
        to=office.to,
        parties=(Party(name=mention.name, code=office.code, role="holder"),),
        date=_date(page, holding),
        evidence=tuple(sorted(holding.evidence, key=lambda e: e.start)),
        why=(f"post: {post}",),
    )


def _date(page: Page, holding: _Holding) -> Edtf | None:
    """The term that the text gives, else the document's date if it shows the person in the post by then, else when."""
    posts = [post for post in holding.posts if post.former] or holding.posts
    if term := next((term for post in posts if (term := _term(page, post))), None):
        return term
    shown = [when for post in posts if (when := _shown(page, post))]
    return page.anchor if page.anchor in shown else next(iter(shown), None)


def _term(page: Page, post: Post) -> Edtf | None:
    """When the post is held, if the text says it: "Minister of Mines (1977-1982)", "was Consul from 2009 to 2012"."""
    last, dates = page.doc[post.last - 1], page.dates_in(page.doc[post.head].sent)
    for date in dates:
        if page.text[last.idx + len(last) : date.start].strip() == "(":
            return date.edtf
    for date in dates:
        if date.edtf and date.kind != "anniversary" and _is_held(page, post, date.start):
            return Edtf(f"../{date.edtf}") if date.kind == "until" and "/" not in date.edtf else date.edtf
    return None


def _is_held(page: Page, post: Post, offset: int) -> bool:
    """Whether the words at ``offset`` say when the post is held: they hang on the verb that gives it to its holder."""
    span = page.doc.char_span(offset, offset + 1, alignment_mode="expand")
    verb = given_by(page.doc[post.head])
    return span is not None and verb is not None and clause_of(span[0]) == verb


def _shown(page: Page, post: Post) -> Edtf | None:
    """When the text shows a person in a post: at the date of what is told, else at the document's."""
    sentence = page.doc[post.head].sent
    times = [
        d
        for d in page.dates_in(sentence)
        if d.kind != "anniversary"
        and not is_of_thing(page.text, d.start, d.end)
        and not _is_in_what_is_said(page, d.start, post.head)
    ]
    told = [d.edtf for d in times if d.edtf and d.edtf.first and not d.edtf.takes_years]
    anchor = page.anchor.first if page.anchor else None
    if anchor is None:
        return None if post.former else (told[0] if told else _running_date(page, sentence.start_char))
    past = [d for d in told if d.last and (anchor - d.last).days > _RECENT]
    if post.former:
        return past[0] if past else None
    return past[0] if past else page.anchor


def _is_in_what_is_said(page: Page, offset: int, post: int) -> bool:
    """Whether a date stands in what a holder says now: "Ambassador Soto said that trade had grown in 2020"."""
    verb = next((t for t in page.doc[post].ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_.lower() not in column_set("reporting.tsv", "lemma"):
        return False
    said = (clause for clause in verb.children if clause.dep_ == "ccomp" and page.doc[post] not in clause.subtree)
    return any(token.idx <= offset < token.idx + len(token) for clause in said for token in clause.subtree)


def _running_date(page: Page, offset: int) -> Edtf | None:
    """The date that the text told last before ``offset``, else the first one; "since 2004" dates no telling."""
    dated = [d for d in page.dates if d.edtf and d.edtf.first and d.edtf.last and not d.edtf.takes_years]
    before = [d for d in dated if d.end <= offset]
    return (before[-1] if before else dated[0]).edtf if dated else None
