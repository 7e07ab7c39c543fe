"""Instruments: agreements, plans, programmes, dialogues, bodies and missions, which frame or bind."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from dragoman.knowledge import word_set
from dragoman.models import Instrument, Party, Stage
from dragoman.reading.drafting.drafting import both_sides, date_of, evidence_of, parties, place_of
from dragoman.reading.drafting.instrument_titles import instrument_title
from dragoman.reading.drafting.seated import since_reopened, stage_of_seat
from dragoman.reading.frames.frames import Frame
from dragoman.reading.frames.in_force import enters_into_force
from dragoman.reading.frames.pledges import deeds
from dragoman.reading.frames.speech import stages_of
from dragoman.reading.frames.treaties import stage_of_treaty
from dragoman.reading.page import Page
from dragoman.values import Edtf

_words = partial(word_set, "pledges.toml")

_TOWNS = 2  # of a twinning
_SEATED = ("mission", "body")
_PLACED = ("mission", "body", "programme")  # what works somewhere


def draft_instrument(frame: Frame, page: Page, type_: str, stage: Stage) -> Instrument:
    """The frame's noun phrase as an instrument of ``type_`` at ``stage``, unless its verb alone tells that."""
    seat = stage_of_seat(frame) if type_ in _SEATED else None
    frame = since_reopened(frame, page) if type_ in _SEATED else frame
    stage = seat or stage_of_treaty(frame, page.anchor) or stage
    title = _towns(frame) if type_ == "twinning" else None
    title = title or instrument_title(frame, page)
    when = _day_of_force(frame, page) or date_of(_told_of_force(frame), stage, page.anchor)
    if enters_into_force(frame) and when and when.begins_after(page.anchor):
        stage = "planned"
    if stage in ("planned", "proposed") and when and _is_past(when, frame, page):
        when = None  # that of the talks on it
    who = _parties(frame, page)
    return Instrument(
        type=type_,
        title=title,
        name=_name(title),
        parties=who,
        date=when,
        due=when if stage in ("planned", "proposed") else None,
        place=place_of(frame) if type_ in _PLACED else None,
        stage=stage,
        evidence=evidence_of(frame, page),
    )


def _is_past(when: Edtf, frame: Frame, page: Page) -> bool:
    """Whether a time is before publication, or the day of it that no words beside the instrument name."""
    if when.ends_before(page.anchor):
        return True
    return when == page.anchor and not any(d.edtf == when and frame.start <= d.start < frame.end for d in frame.dates)


def is_mere_tie(frame: Frame) -> bool:
    """Whether a noun tells how two sides stand to one another and nothing that they founded or signed.

    "They share a close partnership" names no instrument; "signed a partnership" and "the Pacific Partnership" do.
    """
    if frame.head.text not in _words("ties"):
        return False
    making = _words("founding") | _words("concluding") | stages_of("signing").keys()
    raised = frame.head.head.lower_ == "to" and frame.head.head.head.lemma_ in _words("raising")
    return not raised and not any(verb.lemma_ in making for verb in deeds(frame.head))


def _told_of_force(frame: Frame) -> Frame:
    """The frame of what enters into force with the times behind that verb alone."""
    verb = frame.verb if enters_into_force(frame) else None
    return replace(frame, dates=[d for d in frame.dates if d.start > verb.idx]) if verb is not None else frame


def _day_of_force(frame: Frame, page: Page) -> Edtf | None:
    """The day since which a treaty is in force that another verb tells more of: "was signed in May and is in force
    since 3 June"."""
    verb = frame.head.head if frame.head.dep_ in ("nsubj", "nsubjpass") else None
    for date in page.dates_in(frame.sent) if verb is not None else ():
        told = date.edtf and _IN_FORCE.search(frame.sent.text[: date.start - frame.sent.start_char])
        span = frame.sent.doc.char_span(date.start, date.end, alignment_mode="expand")
        if told and span is not None and any(one.dep_ == "conj" and one.head == verb for one in span.root.ancestors):
            return Edtf((date.edtf or "").removesuffix("/.."))
    return None


_IN_FORCE = re.compile(
    r"\b(?:in (?:force|effect)|(?:enter(?:s|ed)?|came|comes?) into (?:force|effect)|took effect)"
    r"\s+(?:since|on|in|from|as of)\s+(?:the\s+)?\Z"
)


def _towns(frame: Frame) -> str | None:
    """The title of a twinning of which the phrase itself names no town: after those who keep it."""
    if len(frame.core) > 1:
        return None
    towns = dict.fromkeys(a.name for _, a in frame.actors if a.kind in ("place", "government"))
    return f"Twinning of {' and '.join(towns)}" if len(towns) == _TOWNS else None


def _name(title: str) -> str:
    """The phrase without the words that only introduce it."""
    return re.sub(r"^(?:(?:a|an|the|our|new|first|annual|this|its|their)\s+)+", "", title, flags=re.I)


def _parties(frame: Frame, page: Page) -> tuple[Party, ...]:
    named = [(actor, "participant") for slot, actor in frame.actors if actor.kind != "place" and slot != "near"]
    if len({a.code for a, _ in named}) < 2:
        named += [
            (actor, "participant") for slot, actor in frame.actors if actor.kind in ("state", "demonym", "government")
        ]
    return both_sides(parties(named), page, "participant", "participant")  # type: ignore[arg-type]
