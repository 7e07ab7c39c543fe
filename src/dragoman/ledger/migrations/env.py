"""What Alembic runs: the steps, on the connection that ``database.migrate`` hands over, in its transaction."""

from alembic import context

from dragoman.ledger.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
