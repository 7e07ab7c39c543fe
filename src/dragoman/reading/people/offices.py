"""Which state or organisation a post belongs to, and where its holder is accredited.

What the post's own words do not tell comes from what stands around it: "his Korean counterpart, Trade Minister
Yoon", "Prime Minister Clark of New Zealand", the leaders of ``knowledge/leaders.tsv``, titles that only some states
have, and the states that the document speaks of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from dragoman.knowledge import read_toml
from dragoman.reading.people.encounters import (
    at_home,
    inviting,
    is_met,
    meeting_place,
    met_by,
    of_others,
    receives_ambassador,
    speaks_last,
    tells_of_company,
    travel,
)
from dragoman.reading.people.names import Mention
from dragoman.reading.people.post_fields import words
from dragoman.reading.people.posts import Post
from dragoman.reading.people.seats import Seats, state_of_town
from dragoman.reading.people.spokesmen import gone_to, heads_paper, spoken_for, spoken_of
from dragoman.reading.states.bodies import Layout, body_words
from dragoman.reading.states.datelines import dateline_state
from dragoman.reading.states.gazetteer import FOR_A_STATE, Name, key_of, state_name
from dragoman.reading.states.leaders import famous_leader, known_leader
from dragoman.values import CountryCode

_LINK = re.compile(r"\s(?:of|for|at|in|with|on)\s+(?:the\s+)?")
_OF_STATE = re.compile(r",?\s+(?:of|from)\s+(?:the\s+)?$")
_LETTERS = re.compile(r"[A-Z]{3,8}")  # by which a body is called
_PARTNER = re.compile(r"\b(?:with|towards?|between) (?:the )?$")
_HE = re.compile(r"\s*(?:[^,.;]{1,60} )?(?:[Hh]e|[Ss]he)\b")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y)\b")


_IN_PASSING = 8  # a state of which others are named so many times as often is none of those that a text is about


@dataclass(frozen=True, slots=True)
class Office:
    """A post with the state or organisation it is of, that state's code, and where its holder is accredited."""

    post: Post
    of: str | None
    code: CountryCode | None
    to: str | None = None


class Offices:
    """Reads the offices of one document; ``home`` is the state whose government speaks."""

    def __init__(self, layout: Layout, home: CountryCode | None, year: int | None = None) -> None:
        self.layout = layout
        self.doc = layout.doc
        self.home = home
        self.year = year
        national = [n for n in layout.names if n.code and n.kind in FOR_A_STATE]
        self.counts = Counter(n.code for n in national if n.code)
        self.first_person = bool(_FIRST_PERSON.search(layout.text))
        self.dateline = dateline_state(layout)
        self.persons: dict[str, CountryCode] = {}
        self.accredited: dict[tuple[str, CountryCode], str] = {}
        self.seats = Seats(layout, home, self.dateline)

    def read(self, mention: Mention) -> list[Office]:
        """The offices that a mention gives its person."""
        beside = self._beside(mention)
        own = next((code for post in mention.posts if (code := self._own_code(post))), None)
        code = own or beside or self.persons.get(mention.name)
        offices = [self._office(post, mention, code) for post in mention.posts]
        code = next((office.code for office in offices if office.code), code)
        for office in offices:
            if office.code:
                self.seats.fill(office.post, office.code)
        if code:
            self.persons.setdefault(mention.name, code)
        return offices

    def code_of(self, mention: Mention) -> CountryCode | None:
        """The state of a person who is named without a post: as told elsewhere, beside the name, or as known."""
        full = " " in mention.name
        known = known_leader(mention.name, self.year, self.counts) if full else famous_leader(mention.name)
        return self.persons.get(mention.name) or self._beside(mention) or known

    def of_post(self, post: Post) -> CountryCode | None:
        """The state of a post that stands without its holder's name; None for one that any body may have."""
        own, to = self._ends(post)
        head = self.doc[post.head].lower_
        if own is None and any(name.kind == "organisation" and name.code is None for name in post.names):
            return None  # "the United Nations envoy"
        if head in words("weak") or head not in words("strong"):
            return own if head in words("leading") or head == "secretary" else None
        definite = bool(post.first) and self.doc[post.first - 1].lower_ == "the"
        if own is None and definite and (told := self.seats.state_of(post)):
            return told
        if own or self.home is None or definite:
            return own or self._guess(post, "", to)
        return self.home  # spoken to, or a label of who speaks: "Prime Minister, will you …"

    def _own_code(self, post: Post) -> CountryCode | None:
        """The state that the post's own words name as its own."""
        sender, _ = self._ends(post)
        return sender

    def _ends(self, post: Post) -> tuple[CountryCode | None, Name | None]:
        """Whose post it is and, for those who are sent, to whom: "Ambassador of Chad to Japan"."""
        to = None
        head = self.doc[post.head].lower_
        if head in words("sent"):
            for i in range(post.head + 1, post.last):
                if self.doc[i].lower_ in ("to", "in"):
                    to = next(
                        (n for n in post.names if n.start > self.doc[i].idx and (n.code or n.kind == "organisation")),
                        None,
                    )
                    break
        own = [n for n in post.names if n.code and (to is None or n.start < to.start) and not self._is_partner(n, post)]
        return (own[0].code if own else None), to

    def _is_partner(self, name: Name, post: Post) -> bool:
        """Whether the post is only concerned with the state: "Minister for Relations with Peru"."""
        behind = name.start > self.doc[post.head].idx
        return behind and bool(_PARTNER.search(self.layout.text, max(0, name.start - 16), name.start))

    def _office(self, post: Post, mention: Mention, code: CountryCode | None) -> Office:
        own, to = self._ends(post)
        code = own or code or self._guess(post, mention.name, to)
        head, organisation = self.doc[post.head].lower_, self._organisation(post)
        abroad = organisation is not None and not words("seats").isdisjoint(organisation.lower().split())
        first = self.doc[post.head].idx
        sender = own is None and any(n.kind == "organisation" and not n.code and n.start < first for n in post.names)
        national = () if sender else ("minister", "ambassador", *(("representative",) if code and to else ()))
        if organisation and not (abroad and code) and head not in national:
            if organisation.isupper() and own is None:
                code = self._explained(organisation) or self.persons.get(mention.name)
            international = any(n.kind == "organisation" and n.code is None for n in post.names)
            return Office(post, organisation, None if international and not own else code)
        target = None
        if to is not None:
            target = state_name(to.code) if to.code else self.layout.text[to.start : to.end]
            if code:
                self.accredited.setdefault((head, code), target)
        elif head in words("sent") and code:
            target = self.accredited.get((head, code)) or self._host(code)
        return Office(post, state_name(code) if code else None, code, target)

    def _organisation(self, post: Post) -> str | None:
        """The body that the post is in, by its name: "Chairman of the Trade Council", "Itochu Corporation Chairman"."""
        doc = self.doc
        right = doc[post.head + 1 : post.last].text
        match = _LINK.search(" " + right)
        if match and self._is_body(post.head + 1, post.last):
            return " ".join(right[match.end() - 1 :].split()) or None
        if not self._is_body(post.first, post.head):
            return None
        last = max(i for i in range(post.first, post.head) if self._is_body(i, i + 1))
        return " ".join(doc[post.first : last + 1].text.split())

    def _is_body(self, first: int, last: int) -> bool:
        for i in range(first, last):
            name = self.layout.name_at(i)
            if name is not None and name.kind == "organisation":
                return True
            if self.doc[i].lower_ in body_words() and self.doc[i].text[0].isupper():
                return True
            if name is None and _LETTERS.fullmatch(self.doc[i].text):
                return True
        return False

    def _explained(self, letters: str) -> CountryCode | None:
        """The state of a body of which only the letters stand in the post, if the text spells it out before them."""
        told = re.search(rf"([^.;]{{4,90}}?)(?:, | \(){re.escape(letters)}\b", self.layout.text)
        named = [n for n in self.layout.names if told and told.start(1) <= n.start < told.end(1) and n.code]
        return named[-1].code if named else None

    def _beside(self, mention: Mention) -> CountryCode | None:
        """A state right after the name ("Prime Minister Clark of New Zealand") or before "counterpart"."""
        first = bisect_left(self.layout.names, mention.start - 100, key=lambda name: name.start)
        for name in self.layout.names[first:]:
            if name.start > mention.end + 14:
                break
            if not name.code or name.kind not in FOR_A_STATE:
                continue
            if 0 <= name.start - mention.end < 14 and _OF_STATE.fullmatch(self.layout.text[mention.end : name.start]):
                return name.code
            between = self.layout.text[name.end : mention.start]
            if len(between) < 80 and name.end < mention.start and re.match(r"\s+counterparts?\b[^.;]*$", between):
                return name.code
        return None

    def _guess(self, post: Post, person: str, to: Name | None) -> CountryCode | None:
        """The state of a post that names none, from what is known of leaders and titles and from the document."""
        title = key_of(post.text)
        head = self.doc[post.head].lower_
        if known := known_leader(person, self.year, self.counts) or state_of_town(self.layout, post):
            return known
        if self.home and heads_paper(self.layout, post):
            return self.home
        goal = gone_to(self.layout, post)
        theirs = of_others(self.layout, post, person) | spoken_of(self.layout, post) | ({goal} if goal else set())
        hints = [
            code
            for code in read_toml("posts.toml")["hints"].get(title, ())
            if code in self.counts and code != self.home and code not in theirs
        ]
        if hints:
            return CountryCode(hints[0])
        if (chinese := self._chinese(person)) and "CHN" in self.counts:
            return chinese
        if to is None and (receiving := receives_ambassador(self.layout, post)):
            return receiving
        other = [code for code in self._nearest(post) if to is None or code != to.code]
        other = [code for code in other if code not in theirs] or other
        if person and to is None and (own := spoken_for(self.layout, post)):
            return own
        if person and speaks_last(self.layout, post, person):
            named = [n.code for n in self.layout.within(*self.layout.sentence(post.head)) if n.code in other]
            other = list(dict.fromkeys([*named, *other]))  # who is quoted speaks for the subject
        if here := self.dateline:
            if head in words("sent"):
                other = [code for code in other if code != here] or other
            elif self.home is None and person and here not in theirs and at_home(self.layout, post, person, here):
                return here
        if person and self.home is None and is_met(self.layout, post) and (host := meeting_place(self.layout, post)):
            return host
        if person and (visited := inviting(self.layout, post)):
            return visited
        if person and (subject := self._subject(post)):
            met = [code for code in (self.home, *other) if code and code != subject]
            if met:
                return met[0]
        abroad = [code for code in other if code != (self.home or other[0])]
        if person and abroad and is_met(self.layout, post):
            return abroad[0]
        if self.home:
            lacks = title in read_toml("posts.toml")["lacks"].get(self.home, ()) or (
                head == "ambassador" and to is None
            )
            abroad = [code for code in other if code != self.home]
            visitor = goal in (None, self.home) and self._of_their_party(post)
            foreign = lacks or (self.first_person and title == "prime minister") or visitor
            return abroad[0] if foreign and abroad else self.home
        if chinese:
            return None
        others = [code for code in other if code != "CHN" or len(self.counts) == 1]
        return others[0] if others else None

    def _subject(self, post: Post) -> CountryCode | None:
        """The state, if it was told, of who meets the holder: of the first named in the sentence, of "he" before it."""
        before = met_by(self.layout, post) or ""
        told = self.layout.text[: self.doc[self.layout.sentence(post.head)[0]].idx] if _HE.match(before) else ""
        last = max(((told.rfind(name.split()[-1]), code) for name, code in self.persons.items()), default=(-1, None))
        if last[0] >= 0:
            return last[1]
        found = [
            (re.search(rf"\b{re.escape(name.split()[-1])}\b", before), code) for name, code in self.persons.items()
        ]
        return min(((place.start(), code) for place, code in found if place), default=(0, None))[1]

    def _of_their_party(self, post: Post) -> bool:
        """Whether the sentence, or the one before it, says that visitors are accompanied."""
        start = self.doc[self.layout.sentence(post.head)[0]].idx
        return tells_of_company(self.layout.text[max(0, start - 150) : self.doc[post.head].idx])

    def _chinese(self, person: str) -> CountryCode | None:
        parts = person.lower().split()
        known = words("chinese")
        named = 1 < len(parts) < 4 and (
            parts[0] in known or (len(parts) == 2 and parts[1] in known and self.home is None)
        )
        return CountryCode("CHN") if named else None

    def _nearest(self, post: Post) -> list[CountryCode]:
        """The document's states: before the post in its sentence, after it, by frequency; last what is visited."""
        start, end = self.layout.sentence(post.head)
        before = [n.code for n in self.layout.within(start, post.first) if n.code and n.kind in FOR_A_STATE]
        after = [n.code for n in self.layout.within(post.last, end) if n.code and n.kind in FOR_A_STATE]
        most = max(self.counts.values(), default=0)
        passing = most if self.home is None else 0
        ranked = [code for code, n in self.counts.most_common() if n * _IN_PASSING > passing]
        ordered = dict.fromkeys([*reversed(before), *after, *ranked])
        behind, text = self.layout.within(post.last, end), self.layout.text
        abroad = {n.code for n in behind if travel().search(text, max(0, n.start - 40), n.start)}
        return sorted(ordered, key=lambda code: code in abroad and code not in before)

    def _host(self, sender: CountryCode) -> str | None:
        """Where an ambassador is, if the text does not say: the state that it speaks of most besides the sender."""
        others = [code for code, _ in self.counts.most_common() if code != sender]
        return state_name(others[0]) if others else None
