"""Surroundings: what the lines above a table or a sheet tell of all that stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.models import Party, Role
from dragoman.reading.drafting.choice import gives_as_a_rule
from dragoman.reading.layout.cells import lines_of
from dragoman.reading.layout.values import states_in
from dragoman.reading.states.gazetteer import OF_A_STATE, find_names
from dragoman.values import CountryCode, CurrencyCode, Edtf

_LINES, _FAR = 4, 1200  # lines above that may tell, and characters in which they stand
_STATES = OF_A_STATE | {"capital"}
_LONGEST = 400  # characters of a line; of a longer one only the end tells


@dataclass(frozen=True)
class Surroundings:
    """``lines`` are those above, the nearest first, and the title of the text.

    ``pair`` are the states that the text is about, ``home`` the one whose government speaks, ``dollar`` what "$" means.
    """

    text: str
    lines: tuple[str, ...]
    anchor: Edtf | None
    home: CountryCode | None
    pair: tuple[CountryCode, ...]
    dollar: CurrencyCode

    def states(self) -> list[CountryCode]:
        """The states that the lines name, in the order of the nearest line that names one, then the others."""
        named = [name for line in self.lines for name in states_in(line)]
        plain = [name.code for name in named if name.kind in _STATES]
        towns = [name.code for name in named if name.kind not in _STATES]
        home = [self.home] if self.home else []
        return [code for code in dict.fromkeys([*plain, *self.pair, *home, *towns]) if code]

    def funder(self, but: CountryCode | None = None) -> CountryCode | None:
        """The state that gives by what the lines say: one that does so as a rule, else the first."""
        others = [code for code in self.states() if code != but]
        gives = [code for code in others if gives_as_a_rule(code, self.home)]
        return next(iter(gives or others), None)

    def recipient(self, but: CountryCode | None = None) -> CountryCode | None:
        """The state that receives by what the lines say: one that does not give as a rule, else the last."""
        others = [code for code in self.states() if code != but]
        takes = [code for code in others if not gives_as_a_rule(code, self.home)]
        return next(iter(takes or others), None)

    def organisation(self) -> Party | None:
        """The first international organisation that the lines name."""
        for line in self.lines:
            for name in find_names(line):
                if name.kind == "organisation" and name.code is None:
                    return Party(name=line[name.start : name.end], role="funder")
        return None


def lines_above(text: str, at: int) -> Iterator[str]:
    """The lines before a place, the nearest first."""
    begin = max(0, at - _FAR)
    for line in list(lines_of(text[begin:at]))[: -_LINES - 1 : -1]:
        yield line.text[-_LONGEST:].strip(" \t#*_|")


def both(first: CountryCode, second: CountryCode, roles: tuple[Role, Role]) -> tuple[Party, Party]:
    """Two states as the parties of one thing."""
    return (
        Party(name=first.country, code=first, role=roles[0]),
        Party(name=second.country, code=second, role=roles[1]),
    )
