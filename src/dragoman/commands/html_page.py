"""The page of ``dragoman explain --html``: one file that needs nothing else, for the screen and for paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from string import Template

from dragoman.commands.explain import standing
from dragoman.follow.marking import Stretch, stretches
from dragoman.follow.wording import line_of, parted
from dragoman.models import Document, Entry, Reading
from dragoman.reading.reasons import in_words


def page(read: Sequence[tuple[Document, Reading]]) -> str:
    """A page with the text of each document, its entries marked, and below it why each was read so."""
    template = Template((files("dragoman.commands") / "explain.html").read_text(encoding="utf-8"))
    title = read[0][0].title or read[0][0].id if len(read) == 1 else f"{len(read)} documents"
    articles = "\n".join(_article(number, *each) for number, each in enumerate(read, start=1))
    return template.substitute(title=escape(title), articles=articles)


def _article(number: int, document: Document, reading: Reading) -> str:
    place = f"d{number}e"
    text = "".join(_stretch(stretch, reading.entries, place) for stretch in stretches(document.text, reading.entries))
    entries = "\n".join(_entry(n, entry, place) for n, entry in enumerate(reading.entries, start=1))
    return "\n".join((
        "<article>",
        f"<h1>{escape(document.title or document.id)}</h1>",
        f'<p class="from">{escape(", ".join((document.date or "no date", *document.sources)))}</p>',
        f'<div class="text" lang="{escape(document.language or "")}">{text}</div>',
        f"<h2>{len(reading.entries)} entries</h2>" if len(reading.entries) != 1 else "<h2>1 entry</h2>",
        '<p class="standing">The reasons are the features of the text that weighed most with the models.</p>',
        f"<ol>\n{entries}\n</ol>",
        "</article>",
    ))  # fmt: skip


def _stretch(stretch: Stretch, entries: Sequence[Entry], place: str) -> str:
    if not stretch.covered:
        return escape(stretch.words)
    told = [entries[number - 1] for number in stretch.covered]
    hint = "; ".join(map(line_of, told))
    links = "".join(f'<a href="#{place}{number}">{number}</a>' for number in stretch.ends)
    marked = f'<mark class="{told[0].kind}" title="{escape(hint)}">{escape(stretch.words)}</mark>'
    return f"{marked}<sup>{links}</sup>" if links else marked


def _entry(number: int, entry: Entry, place: str) -> str:
    label, rest = parted(entry)
    return "".join((
        f'<li id="{place}{number}">',
        f'<mark class="{entry.kind}">{escape(label)}</mark>{escape(rest)}',
        f'<p class="standing">{escape(_standing(entry))}</p>',
        *_reasons(entry),
        "</li>",
    ))  # fmt: skip


def _standing(entry: Entry) -> str:
    sure = "" if entry.confidence is None else f"{entry.confidence:.0%} sure"
    return ", ".join(filter(None, (entry.kind, standing(entry), sure)))


def _reasons(entry: Entry) -> Iterator[str]:
    if entry.why:
        yield "<ul>"
        yield from (f"<li>{escape(in_words(reason))}</li>" for reason in entry.why)
        yield "</ul>"
