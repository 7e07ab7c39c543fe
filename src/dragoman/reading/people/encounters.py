"""Encounters: what a sentence tells of who meets, receives or invites whom, for the state of a post that names none."""

from __future__ import annotations

import re
from functools import cache, partial
from itertools import pairwise, takewhile

from dragoman.knowledge import any_of, word_set
from dragoman.reading.people.post_fields import words
from dragoman.reading.people.posts import Post
from dragoman.reading.states.bodies import Layout
from dragoman.reading.states.datelines import behind_dateline
from dragoman.reading.states.gazetteer import FOR_A_STATE
from dragoman.values import CountryCode

_words = partial(any_of, "encounters.toml")
# "Met ", "talks with the new ", "a meeting with his colleague, ".
_MEETING = re.compile(rf"\b{_words('meeting')}(?: {_words('between')})*,?\s+\Z")
# "Met President Lagos and the ".
_MEETING_BOTH = re.compile(
    rf"\b{_words('meeting_both')} (?:(?!\b(?:who|that|said|on|in|to)\b)[^.;:]){{0,80}}\band (?:the |his |her )?\Z"
)
# "Met Vice-President Rojas, Treasury Secretary Silva and ".
_MEETING_LIST = re.compile(
    rf"\b{_words('meeting_both')} (?:the )?(?:(?:[A-Z][\w.'’-]*|of|the|and|for|&),? ){{2,60}}"
    r"(?:(?<=, )|(?<=and )|(?<=and the ))\Z"
)
# "Received the new ", "will meet with ", "held talks with".
_MET = re.compile(rf"\b{_words('met')}\b")
_ENCOUNTER = re.compile(rf"\b{_words('anywhere')}\b", re.IGNORECASE)
# How a state is called in full: "the Grand Duchy of".
_REALM = r"(?:(?:[A-Z][a-z]+ ){1,3}of\s+(?:the\s+)?)?"
# "Ambassador of Chad to the Republic of ".
_TO = re.compile(rf"\s+to\s+(?:the\s+)?{_REALM}")
_LISTED = re.compile(r"\s*(?:,|and|, and|&)\s+(?:the\s+)?")  # between the states of a journey
_SENT_TO = re.compile(r"\s+(?:to|in)\s+(?:the\s+)?")
_INVITED = re.compile(rf"\b{_words('invited')}(?: (?:the|his|her))?\s+\Z")
_SAID = rf"{_words('said')}\b"
_SAID_BY = re.compile(rf"(?:[,”\"] ?{_words('said_by')}|\baccording to)(?: the)?\s+\Z")
_ASIDE = re.compile(r",\s+(?:who|which|where|whose)\b")
_VERB_AND_PREPOSITION = 8  # words: "carried out a two-day official visit to the"
_CLAUSE = re.compile(r"[,;:]|\b(?:and|that|who|which|as|if)\b")  # what another clause begins with
_TOGETHER = re.compile(r",?\s+and\s+(?:the\s+|his\s+|her\s+)?")


def is_met(layout: Layout, post: Post) -> bool:
    """Whether the sentence says that somebody meets the holder, who is then of another state."""
    return met_by(layout, post) is not None


def met_by(layout: Layout, post: Post) -> str | None:
    """The words of the sentence before the one by which somebody meets the holder; None if nobody does."""
    start, _ = layout.sentence(post.head)
    begin, end = layout.doc[start].idx, layout.doc[post.first].idx
    told = (_MEETING, _MEETING_BOTH, _MEETING_LIST)
    met = next((found for each in told if (found := each.search(layout.text, begin, end))), None)
    return layout.text[begin : met.start()] if met else None


def tells_of_company(text: str) -> bool:
    """Whether it says that visitors come with others."""
    return any(part in text for part in word_set("encounters.toml", "accompanied"))


def speaks_last(layout: Layout, post: Post, person: str) -> bool:
    """Whether a sentence ends with the holder as the one who said it: "…, Defence Minister Silva announced."."""
    before = layout.text[max(0, layout.doc[post.first].idx - 6) : layout.doc[post.first].idx]
    return speaks(layout, post, person) and bool(re.search(r",\s+(?:the )?$", before))


def signs_beside(layout: Layout, post: Post, person: str) -> CountryCode | None:
    """The state of the post that is named right behind the holder, another's: "Minister X and Cuban Minister Y"."""
    last = layout.doc[post.last - 1]
    start = layout.text.find(person, last.idx + len(last), last.idx + len(last) + len(person) + 10)
    joined = _TOGETHER.match(layout.text, start + len(person)) if start >= 0 else None
    name = next((n for n in layout.names if joined and n.start == joined.end() and n.kind in FOR_A_STATE), None)
    if name is None:
        return None
    behind = layout.text[name.end : name.end + 40].lower().split()[:4]
    return name.code if not (words("strong") | {"counterpart", "counterpart,"}).isdisjoint(behind) else None


def is_quoted(layout: Layout, post: Post) -> bool:
    """Whether a quotation or report before the post is put into its holder's mouth: "…," said Minister Silva."""
    first = layout.doc[post.first].idx
    return _SAID_BY.search(layout.text, max(0, first - 20), first) is not None


def speaks(layout: Layout, post: Post, person: str) -> bool:
    """Whether the holder, named behind the post, is the one who says something."""
    last = layout.doc[post.last - 1]
    behind = layout.text[last.idx + len(last) : last.idx + len(last) + len(person) + 30]
    return re.match(rf"\s*{re.escape(person)}(?:['’]s? office)?\s+{_SAID}", behind) is not None


def of_others(layout: Layout, post: Post, person: str) -> set[CountryCode | None]:
    """The states that a sentence tells to be those of others than the holder."""
    beside = {signs_beside(layout, post, person)} if person else set()
    return beside | of_those_met(layout, post) | goes_to(layout, post, person)


def of_those_met(layout: Layout, post: Post) -> set[CountryCode]:
    """The states named behind the verb by which the holder meets somebody: they are the others' own.

    "Minister Silva received the Greek envoy"; in whose capital they met is more likely his.
    """
    first, last = layout.sentence(post.head)
    if is_met(layout, post) or any(n.code and n.kind in FOR_A_STATE for n in layout.within(first, post.first)):
        return set()
    begin, end = layout.doc[post.last - 1].idx, layout.doc[last - 1].idx + len(layout.doc[last - 1])
    aside = _ASIDE.search(layout.text, begin, end)  # "received the envoy, who leaves Chile"
    end = aside.start() if aside else end
    behind = [n for n in layout.within(post.last, last) if n.code and n.kind in FOR_A_STATE and n.start < end]
    met = _MET.search(layout.text, begin, behind[0].start) if behind else None
    there = {
        n.code for n in behind if n.kind == "capital" and layout.text[max(0, n.start - 4) : n.start].endswith(" in ")
    }
    return ({n.code for n in behind if n.code} - there or {n.code for n in behind if n.code}) if met else set()


def inviting(layout: Layout, post: Post) -> CountryCode | None:
    """The state that a sentence says is visited on the invitation of the holder: his own."""
    first, _ = layout.sentence(post.head)
    named = [n for n in layout.within(first, post.first) if n.code and n.kind in FOR_A_STATE]
    invited = _INVITED.search(layout.text, layout.doc[first].idx, layout.doc[post.first].idx)
    if not named or not invited or not travel().search(layout.text, max(0, named[-1].start - 40), named[-1].start):
        return None
    return named[-1].code


def at_home(layout: Layout, post: Post, person: str, here: CountryCode) -> bool:
    """Whether the holder speaks, or the sentence begins with him, and it names no state that could be his own.

    Who travels, or acts together with the state ``here`` where the text is dated, is a guest there; who gives a dinner
    is not.
    """
    if is_quoted(layout, post):
        return True
    first, last = layout.sentence(post.head)
    first = behind_dateline(layout, first, post.first)
    if any(n.code and n.kind in FOR_A_STATE for n in layout.within(first, post.first)):
        return False
    acts = [n for n in layout.within(post.last, last) if n.code == here and n.kind in FOR_A_STATE]
    guest = any(not layout.text[: n.start].endswith((" to ", " to the ")) for n in acts)
    travels = any(token.lower_ in words("travels") for token in layout.doc[post.last : last])
    begins = post.first - first <= 1 and not guest and not travels
    return speaks(layout, post, person) or is_host(layout, post) or begins


def is_host(layout: Layout, post: Post) -> bool:
    """Whether something is told to be given by the holder: "at a dinner hosted by President Silva"."""
    first = layout.doc[post.first].idx
    return re.search(r"\bhosted by(?: the)?\s+\Z", layout.text[max(0, first - 20) : first]) is not None


def goes_to(layout: Layout, post: Post, person: str) -> set[CountryCode]:
    """The states to which the holder is told to go: "President Silva visited Accra and Lima", "Mr Silva to Accra"."""
    last = layout.doc[post.last - 1]
    start = layout.text.find(person, last.idx + len(last), last.idx + len(last) + len(person) + 10)
    if not person or start < 0:
        return set()
    end = start + len(person)
    behind = [n for n in layout.within(post.last, layout.sentence(post.head)[1]) if n.start >= end]
    behind = [n for n in behind if n.code and n.kind in FOR_A_STATE]
    between = layout.text[end : behind[0].start] if behind else ""
    if not behind or len(between.split()) > _VERB_AND_PREPOSITION or _CLAUSE.search(between, 1):
        return set()
    if not (travel().search(layout.text, end, behind[0].start) or _TO.fullmatch(layout.text, end, behind[0].start)):
        return set()
    listed = takewhile(lambda two: _LISTED.fullmatch(layout.text, two[0].end, two[1].start), pairwise(behind))
    return {name.code for name in (behind[0], *(other for _, other in listed)) if name.code}


def receives_ambassador(layout: Layout, post: Post) -> CountryCode | None:
    """The state to which an ambassador is sent whom the sentence lets the holder meet: whom else he meets there."""
    first, last = layout.sentence(post.head)
    if not _ENCOUNTER.search(layout.doc[first:last].text):
        return None
    named = [*layout.within(first, post.first), None, *layout.within(post.last, last)]
    for sender, host in pairwise(named):
        if sender is None or host is None or not (sender.code and host.code):
            continue
        before = layout.text[max(layout.doc[first].idx, sender.start - 50) : sender.start]
        if "mbassador" in before and _SENT_TO.fullmatch(layout.text[sender.end : host.start]):
            return host.code
    return None


def meeting_place(layout: Layout, post: Post) -> CountryCode | None:
    """The state in which a sentence that begins with a place says that somebody of another is met there.

    A part of a sentence behind a semicolon counts as one.
    """
    start, _ = layout.sentence(post.head)
    start = max([start, *(i + 1 for i in range(start, post.first) if layout.doc[i].text == ";")])
    named = layout.within(start, post.first)
    if not named or len({n.code for n in named}) > 1 or named[0].kind not in ("capital", "city", "state"):
        return None
    return named[0].code if layout.doc[start].lower_ in ("in", "at") else None


@cache
def travel() -> re.Pattern[str]:
    """What stands before a place to which somebody goes: "finished her visit to"."""
    return re.compile(rf"\b{any_of('posts.toml', 'travels')}\s+(?:in|to|of|for)?\s*(?:the\s+)?{_REALM}$")
