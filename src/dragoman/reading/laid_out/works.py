"""Works: rows and sheets that tell of a piece of work or a treaty, as activities and instruments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.models import Activity, Event, Evidence, Instrument, Party, Role
from dragoman.reading.aid.terms import find_terms
from dragoman.reading.drafting.drafting import country_of
from dragoman.reading.laid_out.facts import Facts
from dragoman.reading.laid_out.surroundings import both
from dragoman.reading.layout.headings import instrument_in, stage_in
from dragoman.reading.layout.treaties import said
from dragoman.reading.layout.values import place_of, time_of, times_of
from dragoman.values import CountryCode, Edtf

# The share of such entries that was right where it was measured, before the curves of ``calibration`` are applied.
CONFIDENCE = {"activity": 0.84, "instrument": 0.93, "event": 0.9}
_BINDING = ("agreement", "memorandum", "contract", "declaration", "resolution")
_DAY = 10  # characters of an EDTF day


class Work(Facts):
    """A row as the entries that it makes; ``alone`` if it is a sheet of its own, which tells its signing too."""

    def entries(self) -> Iterator[Activity | Instrument | Event]:
        """What the row tells, and its signing if a sheet tells the day of that."""
        name = self.cell("name", "treaty") or self.title or self.plain_name()
        type_ = instrument_in(name) if self.amount is None else None
        is_treaty = type_ in _BINDING or (type_ is not None and self.cell("treaty", "force"))
        thing = self.instrument(name) if is_treaty else self.activity(name)
        yield thing
        if self.alone and (signing := self.signing(thing)):
            yield signing

    def plain_name(self) -> str:
        """What it is called if nothing names it: "Loan of Japan to Jordan"."""
        type_ = self.type()
        sides = [party.name for party in self.sides(type_) if party.role != "implementer"]
        return f"{type_.replace('_', ' ').capitalize()} of {' to '.join(sides)}" if sides else type_.capitalize()

    def activity(self, name: str) -> Activity:
        """The row as a piece of work."""
        stage = self.stage()
        when, due = self.times(stage)
        type_ = self.type()
        who = self.sides(type_)
        return Activity(
            type=type_,
            title=_title(name),
            parties=who,
            date=when,
            due=due,
            place=place_of(self.cell("place") or "") or country_of(who, ("recipient",)),
            stage=stage,
            amount=self.amount,
            terms=find_terms(self.terms()) if type_ == "loan" else None,
            evidence=self.evidence,
            confidence=CONFIDENCE["activity"],
            why=("activity: the row of a table or a sheet, by its headings",),
        )

    def instrument(self, name: str) -> Instrument:
        """The row as a treaty or another paper."""
        above = " ".join(self.around.lines[:2])
        dates = (field.cell.text for field in self.fields("force", "signed", "decided"))
        undated = next((text for text in dates if not times_of(text, self.around.anchor)), "")
        stage = stage_in(self.cell("stage") or undated)
        force = self.time("force")
        told = Edtf(force.partition("/")[0]) if force else self.time("signed") or self.time("decided")
        if stage is None:
            ahead = told is not None and told.begins_after(self.around.anchor)
            stage = "planned" if ahead or said("planned").search(above) else "agreed"
            stage = (
                "underway" if self.cell("force") or (said("in_force").search(above) and stage == "agreed") else stage
            )
        stage = "underway" if stage == "done" else stage
        when = told or self.above()
        codes = self.around.states()[:2]
        roles: tuple[Role, Role] = ("participant", "participant")
        return Instrument(
            type=instrument_in(name) or "agreement",
            title=_title(name),
            name=_title(name),
            parties=both(codes[0], codes[1], roles) if len(codes) > 1 else tuple(_one(code) for code in codes),
            date=when,
            due=when if stage in ("planned", "proposed") else None,
            stage=stage,
            evidence=self.evidence,
            confidence=CONFIDENCE["instrument"],
            why=("instrument: the row of a table or a sheet, by its headings",),
        )

    def signing(self, thing: Activity | Instrument) -> Event | None:
        """The signing, if a field tells its day."""
        field = next(self.fields("signed"), None)
        when = time_of(field.cell.text, self.around.anchor) if field else None
        if field is None or when is None or len(when) != _DAY:
            return None
        ahead = thing.stage in ("planned", "proposed")
        sides = [party for party in thing.parties if party.role != "implementer"] or thing.parties
        parties = tuple(Party(name=party.name, code=party.code, role="participant") for party in sides)
        return Event(
            type="signing",
            title=f"Signing of {thing.title}",
            parties=parties,
            date=when,
            due=when if ahead else None,
            place=place_of(field.cell.text),
            stage="planned" if ahead else "done",
            plover="AGREE",
            evidence=(Evidence(start=field.cell.start, end=field.cell.end),),
            confidence=CONFIDENCE["event"],
            why=("event: the day of signing in a sheet",),
        )

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """From the first field to the last."""
        return (Evidence(start=self.row.start, end=self.row.end),)


def _title(name: str) -> str:
    plain = re.sub(r"\s+", " ", name).strip(' .;,:*_"“”')
    return plain[:1].upper() + plain[1:] if plain else name


def _one(code: CountryCode) -> Party:
    return Party(name=code.country, code=code, role="participant")
