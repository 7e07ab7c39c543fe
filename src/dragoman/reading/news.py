"""News: the event that the lead sentence of a news text reports, in PLOVER's terms."""

from __future__ import annotations

import re

from dragoman.models import Event, EventType, PloverType, Role
from dragoman.reading.drafting import parties, trim
from dragoman.reading.frames import verb_phrase
from dragoman.reading.page import Page
from dragoman.reading.plover import PloverEvent, find_plover
from dragoman.reading.titles import label

# What kind of event a PLOVER type is, when nothing else is known of it.
_TYPE: dict[PloverType, EventType] = {
    "CONSULT": "meeting", "AID": "delivery", "SANCTION": "sanction", "PROTEST": "protest", "MOBILIZE": "force",
    "COERCE": "force", "ASSAULT": "force", "RETREAT": "other", "CONCEDE": "other", "COOPERATE": "other",
}  # fmt: skip
_LEAD = 2  # sentences: a headline and the first sentence under it
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FRESH = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|said|says|reported)\b", re.IGNORECASE
)


def is_lead(page: Page) -> bool:
    """Whether the text is no more than the lead of some news: one or two sentences that name no year.

    Of two sentences one tells the weekday or who said so.
    """
    if len(page.sentences) > _LEAD or _YEAR.search(page.text):
        return False
    return len(page.sentences) == 1 or bool(_FRESH.search(page.text))


def read_news(page: Page) -> Event | None:
    """The main event of the lead, None for a government's own release and where the lead tells no event."""
    if page.home is not None:
        return None
    found = [(n, event) for n, sent in enumerate(page.sentences[:_LEAD]) for event in find_plover(page, sent)[:1]]
    if not found:
        return None
    _, best = max(found, key=lambda pair: (pair[1].score, -pair[0]))
    return _event(best, page)


def _event(told: PloverEvent, page: Page) -> Event:
    head = page.doc[told.head]
    target: Role = "target"
    named: list[tuple[object, Role]] = [(a, "source") for a in told.sources]
    named += [(a, target) for a in told.targets]
    sent = head.sent
    return Event(
        type=_TYPE.get(told.type, "statement"),
        title=label(verb_phrase(head), page),
        parties=parties(named, keep_all=True),  # type: ignore[arg-type]
        date=next((d.edtf for d in page.dates_in(sent) if d.edtf and d.kind == "date"), None),
        stage="planned" if told.type != told.act and told.type in ("AGREE", "THREATEN") else "done",
        plover=told.type,
        evidence=(trim(page.text, sent.start_char, sent.end_char),),
        salience=1.0,
        confidence=round(min(0.9, told.score), 3),
        why=told.why,
    )
