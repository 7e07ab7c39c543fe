"""A text as a page: parsed, with its dates, sums and actors found."""

from __future__ import annotations

import re

import pycountry
from babel.numbers import get_currency_name, get_territory_currencies

from dragoman.knowledge import any_of
from dragoman.models import Document
from dragoman.reading.capitals import in_small_letters
from dragoman.reading.chronology import in_their_years
from dragoman.reading.dating import dates_of, day_of_writing, without_dateline
from dragoman.reading.frames.voices import Voices
from dragoman.reading.language import block_starts, parse
from dragoman.reading.layout.layout import Layout
from dragoman.reading.page import Page
from dragoman.reading.people.actors import find_actors
from dragoman.reading.quantities.money import the_dollar_of
from dragoman.reading.quantities.numbers import find_quantities
from dragoman.reading.reach import within_reach
from dragoman.reading.states.home import home_state, state_of_source
from dragoman.values import CountryCode, CurrencyCode, Edtf

# "NZ$" names no state, and what is "Chernobyl-affected" does not lie there.
_NO_NAME = re.compile(rf"[$€£¥]|-{any_of('place_names.toml', 'only_named')}\b")


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
    page.dates = in_their_years(page.dates, text, doc.sents)
    if page.dollar == "USD" and home != "USA":
        page.dollar = the_dollar_of(text) or page.dollar
    page.quantities = find_quantities(doc, page.dollar)
    page.actors = [a for a in find_actors(doc, page.home) if not _NO_NAME.match(text, a.end)]
    page.actors = sorted([*page.actors, *Voices(page).pronouns()], key=lambda actor: actor.start)
    page.pair, page.body = page.find_pair(), page.find_body()
    return page


def dollar_of(home: CountryCode | None) -> CurrencyCode:
    """What a bare "$" means in a text of the state ``home``: its own dollar if it has one, else that of the USA."""
    state = pycountry.countries.get(alpha_3=home) if home else None
    money = get_territory_currencies(state.alpha_2) if state else []
    own = [code for code in money if get_currency_name(code, locale="en").endswith("Dollar")]
    return CurrencyCode(own[0] if own else "USD")
