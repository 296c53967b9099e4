"""Tells Alembic which tables we have and which connection to use, and how a drafted migration reads."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from alembic.operations.ops import (
    CreateIndexOp,
    CreateTableOp,
    DropTableOp,
    MigrateOperation,
    MigrationScript,
    ModifyTableOps,
)
from alembic.runtime.migration import MigrationContext
from sqlalchemy.types import JSON, BigInteger

from storage.columns import Instant
from storage.tables import metadata


def plain_type(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """A migration is history: it names plain types, not ours, which may change."""
    if kind != "type":
        return False
    if isinstance(item, Instant):
        return "sa.BigInteger()"
    if isinstance(item, JSON):
        return "JSON"
    if isinstance(item, BigInteger):
        return "ROW_ID"
    return False


def tidy(_context: MigrationContext, _revision: object, scripts: list[MigrationScript]) -> None:
    """In a draft, a new table has its indexes right below it, and a dropped one takes its own away."""
    for script in scripts:
        for operations in (script.upgrade_ops, script.downgrade_ops):
            if operations is not None:
                operations.ops = [tidied for op in operations.ops for tidied in _tidied(op, operations.ops)]


def _tidied(op: MigrateOperation, siblings: list[MigrateOperation]) -> list[MigrateOperation]:
    if isinstance(op, CreateTableOp):
        indexes = sorted(metadata.tables[op.table_name].indexes, key=lambda index: str(index.name))
        return [op, *map(CreateIndexOp.from_index, indexes)]
    whole = {it.table_name for it in siblings if isinstance(it, CreateTableOp | DropTableOp)}
    return [] if isinstance(op, ModifyTableOps) and op.table_name in whole else [op]


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    render_item=plain_type,
    process_revision_directives=tidy,
    compare_server_default=True,
)
with context.begin_transaction():
    context.run_migrations()
