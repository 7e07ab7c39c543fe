"""Phrases: rules over rows of words, and how a row is reduced by them.

A rule is a regular expression over word classes (the tables of ``knowledge/dates.toml`` and what the lexer finds by
itself) with a reader, which makes a meaning of the words or says None, if they mean no time here. What a rule has read
is one word for the rules of the next round.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from dragoman.reading.dates.meaning import Meaning
from dragoman.reading.dates.words import Token, symbols


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that fit a rule, with the text that they stand in."""

    tokens: list[Token]
    text: str

    def get(self, *classes: str) -> Any:
        """The value of the first word of one of these classes, None if there is none."""
        return next(iter(self.all(*classes)), None)

    def all(self, *classes: str) -> list[Any]:
        """The values of all words of these classes."""
        sign = symbols()
        wanted = [sign.get(name, name) for name in classes]
        return [token.value for token in self.tokens if token.symbol in wanted]

    @property
    def start(self) -> int:
        """Where the phrase begins, in characters."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where the phrase ends."""
        return self.tokens[-1].end

    @property
    def words(self) -> str:
        """The phrase as written."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The last characters before the phrase."""
        return self.text[max(0, self.start - 24) : self.start]

    @property
    def after(self) -> str:
        """The first characters after the phrase."""
        return self.text[self.end : self.end + 24]


class Rule(NamedTuple):
    """``pattern`` over word classes; what is read becomes a word of the class ``result``.

    A reader that finds several times in one phrase gives the words of each with their meaning; if it gives none, no
    other rule reads the phrase.
    """

    pattern: str
    read: Callable[[Phrase], Meaning | list[tuple[Token, Meaning]] | None]
    result: str = "point"


class Round:
    """Rules that are tried together: at the first place where one fits, the first that finds a meaning."""

    def __init__(self, rules: Iterable[Rule], shorthand: dict[str, str] | None = None) -> None:
        """``shorthand`` names pieces of patterns, in capital letters."""
        self._rules = list(rules)
        patterns = [_compiled(rule.pattern, shorthand or {}) for rule in self._rules]
        self._each = [re.compile(pattern) for pattern in patterns]
        self._any = re.compile("|".join(f"(?:{pattern})" for pattern in patterns))

    def reduce(self, row: list[Token], text: str) -> list[Token]:
        """The row with every phrase that a rule reads as one word."""
        signs = "".join([token.symbol for token in row])
        reduced: list[Token] = []
        done = at = 0
        while match := self._any.search(signs, at):
            found, end = self._read(row, signs, match.start(), text)
            if found:
                reduced += row[done : match.start()]
                reduced += found
                done = end
            at = end
        return reduced + row[done:]

    def _read(self, row: list[Token], signs: str, start: int, text: str) -> tuple[list[Token], int]:
        """What the first rule that has a meaning for the words at ``start`` makes of them, and where it ends."""
        for rule, pattern in zip(self._rules, self._each, strict=True):
            if (match := pattern.match(signs, start)) is None:
                continue
            phrase = Phrase(row[start : match.end()], text)
            meaning = rule.read(phrase)
            if isinstance(meaning, list):
                return _apart([token._replace(value=value) for token, value in meaning]), match.end()
            if meaning is not None:
                return [Token(symbols()[rule.result], phrase.start, phrase.end, meaning)], match.end()
        return [], start + 1


def _apart(tokens: list[Token]) -> list[Token]:
    """The words with a gap between each two, so that no later rule joins them."""
    gap = symbols()["gap"]
    return [piece for token in tokens for piece in (Token(gap, token.start, token.start), token)][1:]


def _compiled(pattern: str, shorthand: dict[str, str]) -> str:
    """The pattern with every class name replaced by its symbol; groups do not capture."""
    for name, piece in shorthand.items():
        pattern = re.sub(rf"\b{name}\b", f"({piece})", pattern)
    pattern = re.sub(r"[a-z_]+", lambda name: symbols()[name[0]], pattern)
    return re.sub(r"\((?!\?)", "(?:", pattern).replace(" ", "")
