"""Document in, reading out: the way through the room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pycountry
from babel.numbers import get_currency_name, get_territory_currencies

from dragoman.knowledge import any_of
from dragoman.models import Activity, Document, Entry, Event, Evidence, Heading, Reading
from dragoman.reading import whole
from dragoman.reading.actors import find_actors
from dragoman.reading.acts import with_act
from dragoman.reading.aid import read_main_activity, sector_of
from dragoman.reading.aid_counts import without_count
from dragoman.reading.allotted import read_allotted
from dragoman.reading.calibration import calibrated
from dragoman.reading.capitals import in_small_letters
from dragoman.reading.dating import dates_of, day_of_writing, without_dateline
from dragoman.reading.denials import denied
from dragoman.reading.drawn import as_drawn, with_drawn
from dragoman.reading.figurative import is_figurative
from dragoman.reading.figures import below_headline, read_figures
from dragoman.reading.flows import is_given, without_amounts, without_sums_since, without_totals
from dragoman.reading.frames import find_frames
from dragoman.reading.gazetteer import find_names
from dragoman.reading.gifts import of_money, without_goods_of
from dragoman.reading.home import home_state, state_of_source
from dragoman.reading.judge import THRESHOLD, judge, understood
from dragoman.reading.laid_out.holders import read_holders
from dragoman.reading.laid_out.layout import Layout, rows_of
from dragoman.reading.laid_out.reading import as_laid_out, read_laid_out
from dragoman.reading.language import block_starts, parse
from dragoman.reading.listed import read_listed, without_contracts
from dragoman.reading.money import the_dollar_of
from dragoman.reading.negation import not_done
from dragoman.reading.news import is_lead, is_retold, once, read_news
from dragoman.reading.numbers import find_quantities
from dragoman.reading.once_more import once_more
from dragoman.reading.page import Page
from dragoman.reading.questions import asked, is_asked
from dragoman.reading.reach import within_reach
from dragoman.reading.suppliers import read_suppliers
from dragoman.reading.tenures import read_tenures
from dragoman.reading.told import told_on
from dragoman.reading.topics import discussed, is_topic
from dragoman.reading.voices import Voices
from dragoman.reading.worth import with_worth, without_worth
from dragoman.values import CountryCode, CurrencyCode, Edtf

_ROOM = Path(__file__).parent


def _fingerprint() -> str:
    """Eight digits that change whenever the knowledge or the trained models change."""
    found = sha256()
    for folder in (_ROOM.parent / "knowledge", _ROOM / "trained"):
        for path in sorted(folder.iterdir()):
            if path.suffix in (".tsv", ".toml", ".npz", ".json"):
                found.update(path.read_bytes())
    return found.hexdigest()[:8]


# "NZ$" names no state, and what is "Chernobyl-affected" does not lie there.
_NO_NAME = re.compile(rf"[$€£¥]|-{any_of('place_names.toml', 'only_named')}\b")

# Who reads: a ledger reads a document again when this has changed.
READER = f"dragoman {version('dragoman')} with knowledge {_fingerprint()}"

# A longer text is read in stretches of about this many characters, so that memory stays bounded.
STRETCH = 40_000


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
    questions = asked(page)
    untrue = denied(page)
    talked, left_out = discussed(page), untrue | not_done(page)
    said = (frame for frame in find_frames(page) if frame.head.i not in left_out)
    frames = [frame for frame in said if not is_topic(frame, talked) and not is_figurative(frame)]
    around = understood(frames, page)
    judged = (entry for entry in judge(frames, page, around) if not is_asked(entry, questions))
    told = [with_act(entry, page) if _stands(entry) else entry for entry in judged]
    figures = read_figures(page, around)
    account = read_main_activity(page) if page.layout.is_plain and not untrue else None
    if account is not None:
        account = of_money(account, told)
        told = [*without_goods_of(account, told, page), account]
        figures = without_count(figures, account)
    if account is None or is_lead(page):
        lead = read_news(page, untrue, left_out) if not page.layout.found else None
        if lead is not None and is_lead(page):
            lead, told = once(lead, [entry for entry in told if _stands(entry)])
        elif lead is not None and is_retold(lead, [*filter(_stands, told), *figures]):
            lead = None
        if lead is not None and not any(_tells_lead(entry, lead, page) for entry in told):
            told.append(lead)
    told = as_drawn(with_worth(as_laid_out(without_totals(told, page), page), page), page)
    if account is None:
        told = without_sums_since(told, [*filter(_stands, figures)])
    listed = list(read_listed(page))
    yield from without_contracts(told, listed)
    yield from listed
    yield from read_suppliers(page)
    figures = list(below_headline(figures, page.text))
    allotted = list(read_allotted(page))
    yield from allotted
    figures = [figure for figure in figures if not any(is_given(figure, sum_) for sum_ in allotted)]
    figures = with_drawn(without_worth(figures, told, page), page)
    yield from without_amounts(figures, filter(_stands, told)) if page.anchor else figures
    tenures = read_tenures(page)
    yield from tenures
    yield from read_holders(page, tenures)
    yield from read_laid_out(page, told)


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


def page_of(document: Document, anchor: Edtf | None = None, *, as_prose: bool = False) -> Page:
    """The whole document as one page; ``anchor`` takes the place of the document's own date.

    ``as_prose`` takes tables and programmes for running text, and what is of one state alone is not left out: its
    words are all parsed.
    """
    home = state_of_source(document.sources)
    return build_page(document.text, anchor or document.date, document.title, home, as_prose=as_prose)


def build_page(
    text: str,
    anchor: Edtf | None = None,
    title: str | None = None,
    home: CountryCode | None = None,
    *,
    as_prose: bool = False,
) -> Page:
    """The parsed text with its dates, sums and actors found, pronouns among them.

    ``anchor`` is the day of publication and ``home`` the state whose government speaks; the text is asked for what is
    not known of them.
    """
    anchor = anchor or day_of_writing(text)
    home = home or home_state(text, anchor.first.year if anchor and anchor.first else None)
    written = in_small_letters(text)
    reached = written if as_prose else within_reach(written, home)
    layout = Layout() if as_prose else Layout.of(written, anchor, reached)
    text = layout.prose(reached)
    doc = parse(text, starts=layout.starts())
    page = Page(doc=doc, anchor=anchor, home=home, title=title, blocks=sum(1 for _ in block_starts(text)))
    page.layout, page.dollar = layout, dollar_of(home)
    # With its lines: a dateline is no part of the sentence below it.
    page.dates = without_dateline(dates_of(text, anchor), text, doc.sents)
    if page.dollar == "USD" and home != "USA":
        page.dollar = the_dollar_of(text) or page.dollar
    page.quantities = find_quantities(doc, page.dollar)
    page.actors = [a for a in find_actors(doc, page.home) if not _NO_NAME.match(text, a.end)]
    page.actors = sorted([*page.actors, *Voices(page).pronouns()], key=lambda actor: actor.start)
    page.pair, page.body = page.find_pair(), page.find_body()
    return page


def stretches(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces that end where a paragraph, or else a line or a sentence ends, each with its offset.

    Of a text of more than one piece, lines that stand in it again word for word are blanked out: they tell nothing
    new. A piece in which no state is named, nor anybody of one, tells nothing of states, and is left out.
    """
    if len(text) <= STRETCH:
        yield 0, text
        return
    start, told = 0, set[int]()
    while start < len(text):
        ends = (text.rfind(mark, start + 1, start + STRETCH) for mark in ("\n\n", "\n", ". ", " "))
        cut = next((end + 1 for end in ends if end > start), start + STRETCH)
        cut = cut if len(text) - start > STRETCH else len(text)
        piece = "".join(_unless_told(line, told) for line in _LINE.findall(text[start:cut]))
        if any(name.code for name in find_names(piece)):
            yield start, piece
        start = cut


_LINE = re.compile(r".+?(?:[.!?]\s|\n|$)|\s", re.S)
_BRIEF = 40  # characters: a shorter line may stand twice and mean something else each time


def _unless_told(line: str, told: set[int]) -> str:
    """The line, or as many blanks if it was told before."""
    if len(line) < _BRIEF:
        return line
    if hash(line) in told:
        return " " * len(line)
    told.add(hash(line))
    return line


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


def dollar_of(home: CountryCode | None) -> CurrencyCode:
    """What a bare "$" means in a text of the state ``home``: its own dollar if it has one, else that of the USA."""
    state = pycountry.countries.get(alpha_3=home) if home else None
    money = get_territory_currencies(state.alpha_2) if state else []
    own = [code for code in money if get_currency_name(code, locale="en").endswith("Dollar")]
    return CurrencyCode(own[0] if own else "USD")
