"""What a change of version makes anew: all that is kept for finding documents and entries."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from dragoman.ledger import decisions, passages, rows, schema


def derive_anew(connection: Connection) -> None:
    """Fill the tables that follow from documents, entries and decisions, as this version of the program does."""
    decided = decisions.read(connection)
    connection.execute(delete(schema.decision_subjects))
    decisions.note_subjects(connection, decided)
    known = select(schema.documents.c.sha256, schema.documents.c.title)
    for sha256, title in connection.execute(known).all():
        text = rows.text_of(connection, sha256) or ""
        connection.execute(delete(schema.passages).where(schema.passages.c.document == sha256))
        passages.put_document(connection, sha256, title, text)
        read = rows.read_of(connection, schema.entries.c.document == sha256)
        passages.put_entries(connection, sha256, read.items(), text)
    for key, judgement in decisions.judgements(decided).items():
        rows.judge(connection, key, judgement)
