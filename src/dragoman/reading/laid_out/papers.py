"""Lists of papers as instruments: one for each item, at the stage and date that item and heading tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.knowledge import any_of
from dragoman.models import Entry, Event, Evidence, Instrument, Party, Stage
from dragoman.reading.judging.judge import THRESHOLD
from dragoman.reading.layout.cells import Cell
from dragoman.reading.layout.treaties import Papers, is_bare, said, type_of
from dragoman.reading.layout.values import place_of, states_in, times_of
from dragoman.values import CountryCode, Edtf

_TOLD_OF = re.compile(
    rf"\s*(?:\(|;|,? (?:which|that)\b|[,–—-]? ?\b{any_of('headings.toml', 'papers', 'telling')}\b)", re.I
)
_CONFIDENCE = 0.9  # before the curve of ``calibration``


def as_listed(
    told: Sequence[Entry], lists: Sequence[Papers], pair: Sequence[CountryCode], published: Edtf | None
) -> list[Entry]:
    """The entries with one paper for each item of the lists, at the stage and date that item and heading tell.

    Of an item nothing else is told than its paper and a signing that it dates itself.
    """
    out = [entry for entry in told if not any(_is_of_heading(entry, papers) for papers in lists)]
    for papers in lists:
        for item in papers.items:
            if type_of(item) is None or not is_bare(item):
                continue
            inside = [entry for entry in out if item.start - _BULLET <= entry.evidence[0].start < item.end]
            found = [entry for entry in inside if isinstance(entry, Instrument)]
            best = min(found, key=lambda entry: entry.evidence[0].start, default=None)
            own = times_of(item.text, published)
            kept = [e for e in inside if isinstance(e, Event) and e.type == "signing" and own][:1]
            gone = {id(entry) for entry in inside}
            out = [entry for entry in out if id(entry) not in gone]
            out += [_with_heading(best or _paper(item, papers, pair), item, papers, published), *kept]
        out += _signing(papers, out, pair, published)
    return out


def _signing(
    papers: Papers, told: Sequence[Entry], pair: Sequence[CountryCode], published: Edtf | None
) -> Iterator[Event]:
    """The signing of which a heading tells, with its day, if nothing else tells one."""
    when = _last(papers.heading, published)
    stage = _stage(papers.heading, "")
    if when is None or stage not in ("agreed", "planned") or not said("signed").search(papers.heading):
        return
    if any(isinstance(e, Event) and e.type == "signing" and (e.confidence or 0) >= THRESHOLD["event"] for e in told):
        return
    codes = list(dict.fromkeys([*(name.code for name in states_in(papers.heading) if name.code), *pair]))[:2]
    yield Event(
        type="signing",
        title=papers.heading[-_TITLE:].strip(" .:;*#_"),
        parties=tuple(Party(name=code.country, code=code, role="participant") for code in codes),
        date=when,
        due=when if stage == "planned" else None,
        place=place_of(papers.heading),
        stage="planned" if stage == "planned" else "done",
        plover="AGREE",
        evidence=(Evidence(start=papers.lead.start, end=papers.lead.stop),),
        confidence=_HEADED,
        why=("event: the heading of a list of papers",),
    )


_TITLE = 120  # characters
_HEADED = 0.7  # of a signing that only a heading tells, before the curve of ``calibration``


def _is_of_heading(entry: Entry, papers: Papers) -> bool:
    """Whether an entry is only what the heading calls the items ("Agreements in force", "the following documents")."""
    return entry.kind in ("instrument", "activity") and entry.evidence[0].start in papers.lead


def _with_heading(paper: Instrument, item: Cell, papers: Papers, published: Edtf | None) -> Instrument:
    when = _force(item.text, published) or _first(item.text, published)
    stage = _stage(papers.heading, item.text) or ("agreed" if when else paper.stage)
    when = when or _last(papers.heading, published) or (paper.date if stage != "underway" else None)
    title = _title(item)
    return paper.model_copy(
        update={
            "type": type_of(item) or paper.type,
            "title": title,
            "name": title,
            "stage": stage,
            "date": when,
            "due": when if stage in ("planned", "proposed") else None,
            "evidence": (Evidence(start=item.start, end=item.end),),
            "confidence": max(paper.confidence or 0, _CONFIDENCE),
            "why": (*paper.why, "instrument: an item in a list of papers"),
        }
    )


def _stage(heading: str, item: str) -> Stage | None:
    for words in (item, heading):
        if said("planned").search(words):
            return "planned"
        if said("force").search(words) or said("in_force").search(words):
            return "underway"
        if words is heading and said("signed").search(words):
            return "agreed"
    return None


def _force(text: str, published: Edtf | None) -> Edtf | None:
    """The day on which it entered into force, if the item tells that."""
    found = said("force").search(text)
    told = times_of(re.split(r"[,;)]", text[found.end() :])[0], published) if found else []
    return Edtf(told[0].edtf.partition("/")[0]) if told and told[0].edtf else None


def _first(text: str, published: Edtf | None) -> Edtf | None:
    """The time of which the item tells behind its name; a span of years belongs to the name."""
    behind = _TOLD_OF.search(text)
    told = times_of(text[behind.start() :], published) if behind else []
    return told[0].edtf if told else None


def _last(text: str, published: Edtf | None) -> Edtf | None:
    told = [d for d in times_of(text, published) if d.kind == "date"]
    return told[-1].edtf if told else None


def _title(item: Cell) -> str:
    behind = _TOLD_OF.search(item.text)
    plain = item.text[: behind.start()] if behind and behind.start() > _SHORTEST else item.text
    plain = re.sub(r"\s+", " ", plain).strip(' .;,:*_"“”')
    return plain[:1].upper() + plain[1:]


_SHORTEST = 8  # characters of a title
_BULLET = 6  # characters before an item that may be its number


def _paper(item: Cell, papers: Papers, pair: Sequence[CountryCode]) -> Instrument:
    """The paper of an item in which the parse saw none."""
    named = [name.code for words in (item.text, papers.heading) for name in states_in(words) if name.code]
    codes = list(dict.fromkeys([*named, *pair]))[:2]
    title = _title(item)
    return Instrument(
        type=type_of(item) or "agreement",
        title=title,
        name=title,
        parties=tuple(Party(name=code.country, code=code, role="participant") for code in codes),
        stage="agreed",
        evidence=(Evidence(start=item.start, end=item.end),),
    )
