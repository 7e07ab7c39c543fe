"""A PostgreSQL database: which addresses are taken, what is refused and why, and who may do what."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, inspect

from dragoman.errors import LedgerError
from dragoman.ledger import Ledger, schema


@pytest.fixture
def address(server):
    with server.database() as address:
        yield address


@pytest.fixture
def sql(server, address):
    def ask(*statements):
        return server.ask(*statements, database=server.name(address))

    return ask


def test_a_new_ledger_has_the_tables_of_the_schema(address):
    Ledger.open(address).close()
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []
    engine.dispose()


def test_an_empty_database_is_left_empty_by_who_only_asks(address):
    with pytest.raises(LedgerError, match="no ledger is in this database"):
        Ledger.open(address, create=False)
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"))
    assert inspect(engine).get_table_names() == []
    engine.dispose()


def test_text_is_in_the_order_of_code_points(address, sample):
    with Ledger.open(address) as ledger:
        for name in ("b", "Z", "é", "a"):
            document = sample.new_document(f"Text {name}.", name)
            ledger.add(sample.new_reading(document), document, sample.reader)
        assert [document.id for document in ledger.documents()] == ["Z", "a", "b", "é"]


def test_postgres_is_another_word_for_it(address):
    with Ledger.open(address.replace("postgresql://", "postgres://")) as ledger:
        assert ledger.name == address


def test_a_database_of_another_program_is_refused_and_left_alone(address, sql):
    sql("CREATE TABLE alembic_version (version_num text)", "INSERT INTO alembic_version VALUES ('0002')")
    with pytest.raises(LedgerError, match=r"is not a ledger \(a database of another program\)"):
        Ledger.open(address)
    assert sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'") == [("alembic_version",)]


def test_a_newer_ledger_is_refused(address, sql):
    Ledger.open(address).close()
    sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerError, match="was written by a newer Dragoman"):
        Ledger.open(address)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("postgresql://anna:secret@127.0.0.1:1/news", r"refuses or has ended the connection \(Connection refused\)"),
        ("postgresql://anna:secret@127.0.0.1:news/x", "not of the form postgresql://user@host/database"),
        ("postgresql://anna:secret@/x?host=/nowhere", "No such file or directory"),
        ("postgresql://anna:secret@/x?hots=/nowhere", 'invalid connection option "hots"'),
    ],
)
def test_an_address_where_nothing_is(address, reason):
    with pytest.raises(LedgerError, match=reason) as error:
        Ledger.open(address)
    assert "secret" not in str(error.value)


def test_a_database_that_is_not_there(server):
    with pytest.raises(LedgerError, match='database "nothing" does not exist'):
        Ledger.open(server.address("nothing"))


def test_who_may_only_read_reads_and_is_told_so(address, sql, sample):
    with Ledger.open(address) as ledger:
        ledger.add(sample.reading, sample.document, sample.reader)
    role = "guest_of_" + address.partition("@/")[2].partition("?")[0]
    sql(f"CREATE ROLE {role} LOGIN", f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}")
    with Ledger.open(address.replace("dragoman@", f"{role}@")) as ledger:
        assert len(list(ledger.entries())) == len(sample.all)
        with pytest.raises(LedgerError, match=r"no permission \(permission denied for table .*\)"):
            ledger.add(sample.reading, sample.document, "a newer reader")
    sql(f"DROP OWNED BY {role}", f"DROP ROLE {role}")


def test_who_may_not_make_tables_is_told_so(address, sql):
    sql("REVOKE CREATE ON SCHEMA public FROM PUBLIC", "CREATE ROLE passer_by LOGIN")
    with pytest.raises(LedgerError, match=r"no permission \(permission denied for schema public\)"):
        Ledger.open(address.replace("dragoman@", "passer_by@"))
    sql("DROP ROLE passer_by")


def test_a_sign_that_the_server_cannot_hold(address, sample):
    with Ledger.open(address) as ledger, pytest.raises(LedgerError, match="cannot hold this"):
        ledger.add(sample.reading, sample.document, "reader \0")
