"""Document in, reading out: the way through the room."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from dragoman.models import Activity, Document, Entry, Event, Evidence, Figure, Heading, Reading
from dragoman.reading.aid.aid import read_main_activity, sector_of
from dragoman.reading.aid.counts import without_count
from dragoman.reading.dating import day_of_writing
from dragoman.reading.drafting.gifts import of_money, without_goods_of
from dragoman.reading.figures.allotted import read_allotted
from dragoman.reading.figures.drawn import as_drawn, with_drawn
from dragoman.reading.figures.figures import below_headline, read_figures
from dragoman.reading.figures.flows import is_given, without_amounts, without_sums_since, without_totals
from dragoman.reading.figures.listed import read_listed, without_what_is_listed
from dragoman.reading.figures.suppliers import read_suppliers
from dragoman.reading.figures.worth import with_worth, without_worth
from dragoman.reading.frames.denials import denied
from dragoman.reading.frames.figurative import is_figurative
from dragoman.reading.frames.frames import Frame, find_frames
from dragoman.reading.frames.negation import not_done
from dragoman.reading.frames.questions import asked, is_asked
from dragoman.reading.frames.topics import discussed, is_topic
from dragoman.reading.frames.voices import Voices
from dragoman.reading.judging.judge import THRESHOLD, judge, understood
from dragoman.reading.laid_out.holders import read_holders
from dragoman.reading.laid_out.reading import as_laid_out, read_laid_out
from dragoman.reading.layout.layout import rows_of
from dragoman.reading.news.acts import with_act
from dragoman.reading.news.news import is_lead, is_retold, once, read_news
from dragoman.reading.page import Page
from dragoman.reading.paging import build_page
from dragoman.reading.scoring.calibration import calibrated
from dragoman.reading.scoring.context import Understood
from dragoman.reading.states.home import state_of_source
from dragoman.reading.stretches import stretches
from dragoman.reading.tenures.tenures import read_tenures
from dragoman.reading.whole import whole
from dragoman.reading.whole.once_more import once_more
from dragoman.reading.whole.told import told_on
from dragoman.values import Edtf

_ROOM = Path(__file__).parent


def _fingerprint() -> str:
    """Eight digits that change whenever the knowledge or the trained models change."""
    found = sha256()
    for folder in (_ROOM.parent / "knowledge", _ROOM / "trained"):
        for path in sorted(folder.iterdir()):
            if path.suffix in (".tsv", ".toml", ".npz", ".json"):
                found.update(path.read_bytes())
    return found.hexdigest()[:8]


# Who reads: a ledger reads a document again when this has changed.
READER = f"dragoman {version('dragoman')} with knowledge {_fingerprint()}"


class Reader:
    """Reads documents; one reader can read any number of them."""

    def read(self, document: Document) -> Reading:
        """All that the document says, as entries in the order of the text. If it has no date its dateline gives it."""
        if document.date is None:
            document = document.model_copy(update={"date": day_of_writing(document.text)})
        pieces = list(self._pieces(document))
        told = [entry for piece in pieces for entry in piece]
        found = whole.join(told, once_more=once_more(document.text), rows=rows_of(document.text))
        found = sorted(map(calibrated, found), key=lambda entry: entry.evidence[0].start)
        heading = Heading(id=document.id, title=document.title, date=document.date, language=document.language)
        return Reading(document=heading, entries=tuple(found))

    def _pieces(self, document: Document) -> Iterator[list[Entry]]:
        """The entries of each stretch of the document, joined and dated."""
        home = state_of_source(document.sources)
        for offset, text in stretches(document.text):
            page = build_page(text, document.date, document.title, home)
            yield [_moved(_with_sector(entry, page), offset) for entry in read_page(page, page.anchor)]


def read_page(page: Page, published: Edtf | None) -> list[Entry]:
    """What one page says, joined and dated; the confidence is the score that the models gave."""
    voices = Voices(page)
    found = [_attributed(entry, voices) for entry in entries_of(page)]
    more = once_more(page.text)
    return whole.finish(found, published, told_on(page), THRESHOLD, more, page.layout.rows())


def entries_of(page: Page) -> Iterator[Entry]:
    """What one page says, before what is told twice is joined."""
    untrue = denied(page)
    left_out = untrue | not_done(page)
    frames = _frames(page, left_out)
    around = understood(frames, page)
    told, figures = _judged(frames, page, around), read_figures(page, around)
    account = read_main_activity(page) if page.layout.is_plain and not untrue else None
    if account is not None:
        account = of_money(account, told)
        told = [*without_goods_of(account, told, page), account]
        figures = without_count(figures, account)
    if account is None or is_lead(page):
        lead = None if page.layout.found else read_news(page, untrue, left_out)
        told = told if lead is None else _with_lead(told, lead, figures, page)
    told = as_drawn(with_worth(as_laid_out(without_totals(told, page), page), page), page)
    if account is None:
        told = without_sums_since(told, [*filter(_stands, figures)])
    listed = list(read_listed(page))
    yield from without_what_is_listed(told, listed)
    yield from listed
    yield from read_suppliers(page)
    yield from _sums(figures, told, page)
    tenures = read_tenures(page)
    yield from tenures
    yield from read_holders(page, tenures)
    yield from read_laid_out(page, told)


def _frames(page: Page, left_out: Collection[int]) -> list[Frame]:
    """The frames of what is told: not what is only talked about, a figure of speech or, by its head, left out."""
    talked = discussed(page)
    said = (frame for frame in find_frames(page) if frame.head.i not in left_out)
    return [frame for frame in said if not is_topic(frame, talked) and not is_figurative(frame)]


def _judged(frames: Sequence[Frame], page: Page, around: Understood) -> list[Entry]:
    """The entries that the frames are, but for what is asked; statements and the use of force with their act."""
    questions = asked(page)
    judged = (entry for entry in judge(frames, page, around) if not is_asked(entry, questions))
    return [with_act(entry, page) if _stands(entry) else entry for entry in judged]


def _with_lead(told: list[Entry], lead: Event, figures: Sequence[Entry], page: Page) -> list[Entry]:
    """With the event of the lead, unless it is told anyhow."""
    if is_lead(page):
        lead, told = once(lead, [entry for entry in told if _stands(entry)])
    elif is_retold(lead, [*filter(_stands, told), *figures]):
        return told
    return told if any(_tells_lead(entry, lead, page) for entry in told) else [*told, lead]


def _sums(figures: Sequence[Figure], told: Sequence[Entry], page: Page) -> Iterator[Entry]:
    """What sums go to, and the figures that no other entry tells."""
    allotted = list(read_allotted(page))
    yield from allotted
    figures = [f for f in below_headline(figures, page.text) if not any(is_given(f, sum_) for sum_ in allotted)]
    figures = with_drawn(without_worth(figures, told, page), page)
    yield from without_amounts(figures, filter(_stands, told)) if page.anchor else figures


def _stands(entry: Entry) -> bool:
    return (entry.confidence or 0) >= THRESHOLD.get(entry.kind, 0)


def _tells_lead(entry: Entry, lead: Event, page: Page) -> bool:
    """Whether an event tells in full what the lead or the headline of a longer text sums up."""
    if not isinstance(entry, Event) or not _stands(entry):
        return False
    if not {party.code for party in lead.parties if party.code} <= {party.code for party in entry.parties}:
        return False
    if entry.evidence[0].start >= lead.evidence[0].end:
        return entry.plover == lead.plover
    return len(page.sentences) > _NOTE and entry.evidence[0].end > lead.evidence[0].start


_NOTE = 2  # sentences: of so short a text the lead is the news, whatever else it tells


def _with_sector(entry: Entry, page: Page) -> Entry:
    """An activity with the sector that the words of its title and evidence speak of, if they do so clearly."""
    if not isinstance(entry, Activity) or entry.sector is not None:
        return entry
    sector, _, because = sector_of(" ".join((entry.title, *(e.quote(page.text) for e in entry.evidence))))
    if sector is None:
        return entry
    return entry.model_copy(update={"sector": sector, "why": (*entry.why, f"sector {sector}: {', '.join(because)}")})


def _attributed(entry: Entry, voices: Voices) -> Entry:
    """The entry with the name of the person whose words its evidence reports."""
    if entry.said_by is not None:
        return entry
    speaker = voices.at(entry.evidence[0].start, entry.evidence[-1].end)
    return entry.model_copy(update={"said_by": speaker.name}) if speaker is not None else entry


def _moved(entry: Entry, by: int) -> Entry:
    if not by:
        return entry
    evidence = tuple(Evidence(start=e.start + by, end=e.end + by) for e in entry.evidence)
    return entry.model_copy(update={"evidence": evidence})
