"""Facts: what the fields of one row or sheet of works say: the sum, the kind, how far it has come, when, and who."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dragoman.knowledge import any_of
from dragoman.models import Amount, Party, Role, Stage
from dragoman.reading.laid_out.surroundings import Surroundings
from dragoman.reading.layout.cells import Field, Row
from dragoman.reading.layout.headings import Role as Meaning
from dragoman.reading.layout.headings import Scale, form_in, role_of, says, stage_in, unit_in
from dragoman.reading.layout.values import (
    amount_of,
    number_of,
    party_of,
    state_of,
    states_in,
    time_of,
    times_of,
)
from dragoman.values import CountryCode, Edtf

_AID = ("grant", "loan", "technical_assistance", "in_kind", "debt_relief", "construction", "cooperation")
_STATE_ORGAN = re.compile(rf"\b{any_of('headings.toml', 'plain', 'organs')}\b", re.I)


@dataclass(frozen=True)
class Facts:
    """A row with what its fields say; ``title`` is what stands above them if none of them names the thing."""

    row: Row
    around: Surroundings
    title: str | None = None
    alone: bool = False

    def cell(self, *meanings: Meaning) -> str | None:
        """What stands under the first heading that means the first of these, else the next."""
        return next((field.cell.text for field in self.fields(*meanings)), None)

    def fields(self, *meanings: Meaning) -> Iterator[Field]:
        """The fields under headings of these meanings, in the order of the meanings; a dash tells nothing."""
        for meaning in meanings:
            for field in self.row.fields:
                if role_of(field.heading) == meaning and any(map(str.isalnum, field.cell.text)):
                    yield field

    @cached_property
    def amount(self) -> Amount | None:
        """The sum that the row tells: with the currency in its cell, its heading or above the table."""
        for field in (*self.fields("sum", "cost"), *self.unnamed_sums()):
            told = amount_of(field.cell.text, self.around.dollar)
            if told and told.unit and told.unit.is_money:
                return told
            unit, number = self.unit(field.heading), number_of(field.cell.text)
            if number and unit and unit.is_money:
                return number.of(unit)
        return None

    def unnamed_sums(self) -> Iterator[Field]:
        """The fields under headings that tell a currency and nothing else: "USD '000"."""
        for field in self.row.fields:
            unit = (
                unit_in(field.heading, self.around.text, self.around.dollar) if role_of(field.heading) is None else None
            )
            if unit and unit.is_money:
                yield field

    def unit(self, heading: str) -> Scale | None:
        """The unit of a heading, else the one told by its neighbours or above the table."""
        for line in (heading, *(f.heading for f in self.row.fields), *self.around.lines):
            found = unit_in(line, self.around.text, self.around.dollar)
            if found and found.is_money:
                return found
        return None

    def type(self) -> str:
        """Grant, loan or other, by the words for the form, the sum and the parties, else those above."""
        sums = list(self.fields("sum", "cost"))
        own = [self.cell("form"), *(f.cell.text for f in sums), *(f.heading for f in sums if self.amount)]
        own += [field.heading for field in self.fields("giver", "taker", "doer", "terms")]
        if any(True for _ in self.fields("terms")):
            own.append("loan")
        own += [field.heading for field in self.fields("number")]
        for words in (*filter(None, own), *self.around.lines, self.cell("name") or ""):
            if form := form_in(words):
                return "trade" if form == "construction" and says(self.cell("name") or "", "supplies") else form
        return "grant" if self.amount else "cooperation"

    def terms(self) -> str:
        """The conditions of a loan as one text."""
        return ". ".join(f"{field.heading} {field.cell.text}" for field in self.fields("terms"))

    def stage(self) -> Stage:
        """How far it has come by its status, else by its times, else by what is said above."""
        if said := stage_in(self.cell("stage") or ""):
            return said
        above = next((line for line in self.around.lines if says(line, "pledges") or stage_in(line)), "")
        headings = " ".join(field.heading for field in self.fields("sum"))
        if says(headings, "pledges") and "pledge" in headings.lower():
            return "planned"
        when = self.span()
        today = self.around.anchor.first if self.around.anchor else None
        if when and today:
            if when.last and when.last < today:
                return "done"
            return "planned" if when.first and when.first > today else "underway"
        if self.cell("signed", "decided"):
            return "agreed"
        return stage_in(above) or "agreed"

    def time(self, meaning: Meaning) -> Edtf | None:
        """The time under a heading of that meaning."""
        return time_of(self.cell(meaning) or "", self.around.anchor)

    def span(self) -> Edtf | None:
        """The time that the work takes."""
        begin, end = self.time("begin"), self.time("end")
        period = self.time("period")
        if period is None and begin and end and begin.begins_by(end):
            period = Edtf(f"{begin.split('/')[0]}/{end.split('/')[-1]}")
        if period is None and begin:
            period = begin if "/" in begin else Edtf(f"{begin}/..")
        return period

    def times(self, stage: Stage) -> tuple[Edtf | None, Edtf | None]:
        """When it is done, or was agreed on, and by when it is to be."""
        span, end = self.span(), self.time("end")
        told = self.time("signed") or self.time("decided") or self.time("force")
        if stage in ("planned", "proposed"):
            when = span or end or told or self.above()
            return when, (when if when != self.around.anchor else None)
        if stage == "agreed":
            return told or (span and Edtf(span.split("/")[0])) or self.above(), end or (_last(span) if span else None)
        if stage == "done":
            return (span if span and "/.." not in span else told or end or span), None
        return span or told, None

    def above(self) -> Edtf | None:
        """The last time that the lines above tell, the nearest line first."""
        for line in self.around.lines:
            if told := times_of(line, self.around.anchor):
                return told[-1].edtf
        return None

    def sides(self, type_: str) -> tuple[Party, ...]:
        """Who gives, who receives and who carries it out."""
        roles: tuple[Role, Role] = ("funder", "recipient") if type_ in _AID else ("source", "recipient")
        giver, taker = self.party("giver", roles[0]), self.party("taker", roles[1])
        if taker is None and (code := self.named(giver.code if giver else None)):
            taker = Party(name=code.country, code=code, role=roles[1])
        if taker is None and (code := self.around.recipient(giver.code if giver else self.around.funder())):
            taker = Party(name=code.country, code=code, role=roles[1])
        known = taker.code if taker else None
        if giver is None and (code := self.around.funder(known)):
            giver = Party(name=code.country, code=code, role=roles[0])
        if giver is None:
            giver = self.around.organisation()
        of_state = giver and giver.code is None and (_STATE_ORGAN.search(giver.name) or type_ == "investment")
        if giver and of_state and (code := self.around.funder(known)):
            giver = giver.model_copy(update={"code": code})
        workers = [party_of(field.cell.text, "implementer") for field in self.fields("doer")]
        workers = [
            w.model_copy(update={"code": known}) if w.code is None and _STATE_ORGAN.search(w.name) else w
            for w in workers
        ]
        return tuple(party for party in (giver, taker, *workers) if party is not None)

    def named(self, but: CountryCode | None) -> CountryCode | None:
        """The one state that the name of the work, or its place, tells: "schools in Khorezm"."""
        words = f"{self.cell('name') or self.title or ''}. {self.cell('place') or ''}"
        codes = {name.code for name in states_in(words) if name.code and name.code != but}
        return codes.pop() if len(codes) == 1 else None

    def party(self, meaning: Meaning, role: Role) -> Party | None:
        """The party under a heading of that meaning, a state before all others."""
        cells = [field.cell.text for field in self.fields(meaning)]
        cell = next((text for text in cells if state_of(text)), cells[0] if cells else None)
        return party_of(cell, role) if cell else None


def _last(span: Edtf) -> Edtf | None:
    end = span.split("/")[-1]
    return Edtf(end) if "/" in span and end != ".." else None
