"""Full-text search: the documents and entries that hold what was asked for, the best first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Literal

from sqlalchemy import CTE, ColumnElement, Connection, Row, and_, column, func, or_, select, text

from dragoman.ledger.question import Question
from dragoman.ledger.rows import find_documents, find_entries
from dragoman.ledger.schema import documents, entries, entry_states, passages
from dragoman.ledger.stored import StoredDocument, StoredEntry
from dragoman.ledger.terms import terms_of
from dragoman.models import Kind, Model
from dragoman.values import CountryCode

SNIPPET = 240
"""Characters of a snippet, about."""

_AMONG = 10
"""As many matches as this for each hit that is asked for are looked at first."""
_NONE = -1e9  # below any score

# The weight of a word in a title is four times that of one in the text, on both databases. ``rank`` of FTS5 is the
# negative of Okapi BM25 with the weights that the migration set; PostgreSQL's rank by cover density is divided by
# 1 + the logarithm of the length.
_MATCHES = {
    "sqlite": "SELECT rowid AS number, -rank AS score FROM passage_index WHERE passage_index MATCH :asked",
    "postgresql": """
        SELECT number, ts_rank_cd('{0.25, 0.25, 0.25, 1.0}', title || words, CAST(:asked AS tsquery), 1) AS score
        FROM passages WHERE (title || words) @@ CAST(:asked AS tsquery)
    """,
}


_PLACE = [each for each in passages.c if each.name not in ("title", "words")]


class Hit(Model):
    """A document (``key`` is its SHA-256) or an entry that holds what was asked for.

    ``snippet`` is the place where most of it stands, ``marks`` the words of it there, as characters from and to
    (exclusive) of the snippet. ``score`` is the higher the better, and to be compared within one search only.
    """

    what: Literal["document", "event", "instrument", "activity", "figure", "tenure"]
    key: str
    title: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    score: float
    document: StoredDocument


def search(
    connection: Connection,
    question: Question,
    kinds: Sequence[Kind | Literal["document"]],
    states: Sequence[CountryCode],
    limit: int,
    offset: int,
) -> list[Hit]:
    """The hits that ``Ledger.search`` speaks of."""
    if not question.wanted:
        return []
    # To look at all of many thousand matches takes long, and what is asked for is nearly always among the best.
    rows = _ranked(connection, question, kinds, states, limit, offset, among=_AMONG * (limit + offset))
    if len(rows) < limit:
        rows = _ranked(connection, question, kinds, states, limit, offset, among=None)
    told = {each.key: each for each in find_entries(connection, entries.c.key.in_({row.entry for row in rows}))}
    of_hits = documents.c.sha256.in_({row.document for row in rows})
    held = {each.sha256: each for each in find_documents(connection, of_hits)}
    return [
        _of_entry(connection, question, told[row.entry], row.score)
        if row.entry
        else _of_document(connection, question, held[row.document], row)
        for row in rows
    ]


def _ranked(
    connection: Connection,
    question: Question,
    kinds: Sequence[Kind | Literal["document"]],
    states: Sequence[CountryCode],
    limit: int,
    offset: int,
    among: int | None,
) -> Sequence[Row[Any]]:
    """The places of the hits, looked for ``among`` so many of the best matches (and those that score like the last)."""
    matches = _matches(connection, question)
    if among is not None:
        least = select(matches.c.score).order_by(matches.c.score.desc()).offset(among).limit(1).scalar_subquery()
        matches = select(matches).where(matches.c.score >= func.coalesce(least, _NONE)).cte("best")
    # A long document is found once, by the best of its stretches.
    stretch = func.row_number().over(
        partition_by=(passages.c.document, passages.c.entry), order_by=(matches.c.score.desc(), passages.c.number)
    )
    ranked = (
        select(*_PLACE, matches.c.score, stretch.label("stretch"))
        .select_from(passages)
        .join(matches, matches.c.number == passages.c.number)
        .outerjoin(entries, entries.c.key == passages.c.entry)
        .where(passages.c.entry.is_(None) | ~entries.c.wrong, *_of_kinds(kinds), *map(_with_state, states))
        .subquery()
    )
    found = (
        select(ranked)
        .where(ranked.c.stretch == 1)
        .order_by(ranked.c.score.desc(), ranked.c.document, ranked.c.entry.is_not(None), ranked.c.number)
        .limit(limit)
        .offset(offset)
    )
    return connection.execute(found).all()


def count_hits(connection: Connection, question: Question, states: Sequence[CountryCode]) -> dict[str, int]:
    """How many documents and entries of each kind ``search`` finds."""
    if not question.wanted:
        return {}
    matches = _matches(connection, question)
    what = func.coalesce(entries.c.kind, "document").label("what")
    number = func.count(func.coalesce(passages.c.entry, passages.c.document).distinct()).label("number")
    found = (
        select(what, number)
        .select_from(passages)
        .join(matches, matches.c.number == passages.c.number)
        .outerjoin(entries, entries.c.key == passages.c.entry)
        .where(passages.c.entry.is_(None) | ~entries.c.wrong, *map(_with_state, states))
        .group_by(what)
    )
    return {row.what: row.number for row in connection.execute(found)}


def _matches(connection: Connection, question: Question) -> CTE:
    """The numbers of the passages that hold what was asked for, with their scores."""
    dialect = connection.dialect.name
    asked = question.to_tsquery() if dialect == "postgresql" else question.to_fts5()
    return text(_MATCHES[dialect]).bindparams(asked=asked).columns(column("number"), column("score")).cte("matches")


def _of_kinds(kinds: Sequence[str]) -> list[ColumnElement[bool]]:
    if not kinds:
        return []
    is_document = passages.c.entry.is_(None)
    of_kind = entries.c.kind.in_([kind for kind in kinds if kind != "document"])
    return [or_(is_document, of_kind) if "document" in kinds else of_kind]


def _with_state(code: CountryCode) -> ColumnElement[bool]:
    """Whether the state takes part in the entry, or in any entry of the document."""
    named = select(entry_states.c.entry).where(entry_states.c.code == code)
    told = (
        select(entries.c.document).join_from(entries, entry_states).where(entry_states.c.code == code, ~entries.c.wrong)
    )
    return or_(passages.c.entry.in_(named), and_(passages.c.entry.is_(None), passages.c.document.in_(told)))


def _of_entry(connection: Connection, question: Question, stored: StoredEntry, score: float) -> Hit:
    entry, document = stored.entry, stored.document
    words = " … ".join(_part(connection, document.sha256, each.start, each.end) for each in entry.evidence)
    snippet, marks = cut(words, question)
    known = {"key": stored.key, "title": entry.title, "score": score, "document": document}
    return Hit(what=entry.kind, snippet=snippet, marks=marks, **known)


def _of_document(connection: Connection, question: Question, document: StoredDocument, row: Row[Any]) -> Hit:
    snippet, marks = cut(_part(connection, document.sha256, row.start, row.end), question)
    known = {"key": document.sha256, "title": document.title or document.id, "score": row.score, "document": document}
    return Hit(what="document", snippet=snippet, marks=marks, **known)


def _part(connection: Connection, sha256: str, start: int, end: int) -> str:
    """Characters ``start`` to ``end`` of a document, whose whole text may be long."""
    part = func.substr(documents.c.text, start + 1, end - start)
    return str(connection.execute(select(part).where(documents.c.sha256 == sha256)).scalar_one())


def cut(words: str, question: Question) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The part of the words, of about ``SNIPPET`` characters, that answers most of the question, and its marks."""
    terms = list(terms_of(words))
    marks = question.marks(terms)
    start = _best(words, marks)
    end = start + SNIPPET
    # Whole words: the first and the last are those that lie within, or reach across, the edges.
    start = max((term.start for term in terms if term.start <= start), default=0) if start else 0
    end = next((term.end for term in terms if term.end >= end), len(words))
    before, after = "… " if start else "", " …" if end < len(words) else ""
    # One space for each sign of white space: marks keep their places.
    snippet = before + re.sub(r"\s", " ", words[start:end]) + after
    shift = len(before) - start
    return snippet, tuple((a + shift, b + shift) for a, b in marks if start <= a and b <= end)


def _best(words: str, marks: Sequence[tuple[int, int]]) -> int:
    """Where to begin so that the most different words are marked; a little before the first of them."""
    best, most = 0, 0
    for place, _ in marks:
        within = {words[a:b].casefold() for a, b in marks if place <= a and b <= place + SNIPPET * 3 // 4}
        if len(within) > most:
            best, most = place, len(within)
    return max(0, best - SNIPPET // 4)
