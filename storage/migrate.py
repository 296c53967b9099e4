"""Brings a database to this version's tables in one transaction: a crash half-way leaves the old ones.

Rules for later editors: `python -m storage.migrate NAME` drafts the next file in `migrations/versions` from
the difference between the last one and `tables.py`; read it, `ruff format` it, and test it with rows in the
tables. File names start with the revision (`0002_names.py`). Alembic is slow to import, so nothing here
imports it until there is something to migrate.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, create_engine, func, inspect, select, text

from storage.troubles import DatabaseNewer

if TYPE_CHECKING:  # for the type checker alone: see above
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
MIGRATING = 0x52414B455A4554
"""The number of PostgreSQL's lock that is held while migrating: "RAKEZET"."""


def known_revisions() -> tuple[str, ...]:
    """Every revision this version can handle, oldest first."""
    return tuple(sorted(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")))


def current_revision(connection: Connection) -> str | None:
    """The revision the database is at; None before its first migration."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def migrate(connection: Connection) -> None:
    """Brings the tables to the newest revision.

    `connection`: SQLite's, with no transaction of SQLite's open; or PostgreSQL's, and its transaction is committed by
    whoever opened it. Raises DatabaseNewer for a revision unknown here, and what Alembic and the database raise; then
    nothing changed.
    """
    if connection.dialect.name == "postgresql":
        # Processes that start together come one by one; the second finds nothing left to do.
        connection.execute(select(func.pg_advisory_xact_lock(MIGRATING)))
        if _is_due(connection):
            _upgrade(connection)
    elif _is_due(connection):
        _upgrade_file(connection)


def _is_due(connection: Connection) -> bool:
    revision = current_revision(connection)
    if revision is not None and revision not in known_revisions():
        raise DatabaseNewer(f"the database was written by a later version of this program (revision {revision})")
    return revision not in known_revisions()[-1:]


def _upgrade_file(connection: Connection) -> None:
    raw: Any = connection.connection.driver_connection
    # A table is changed by making it anew: with foreign keys on, dropping the old one deletes its children.
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        raw.execute("BEGIN IMMEDIATE")
        _upgrade(connection)
        _check_foreign_keys(raw)
        raw.execute("COMMIT")
    finally:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raw.execute("PRAGMA foreign_keys=ON")


def draft(name: str) -> list[Path]:
    """Writes the next migration file: what `tables.py` has and the migrations so far do not make."""
    from alembic import command  # heavy, see above

    number = f"{len(known_revisions()) + 1:04}"
    with create_engine("sqlite://", isolation_level="AUTOCOMMIT").connect() as connection:
        migrate(connection)
        made = command.revision(_config(connection), message=name, autogenerate=True, rev_id=number)
    scripts = made if isinstance(made, list) else [made]
    return [Path(script.path) for script in scripts if script is not None]


def _upgrade(connection: Connection) -> None:
    from alembic import command  # heavy, see above

    command.upgrade(_config(connection), "head")


def _config(connection: Connection) -> "Config":
    from alembic.config import Config  # heavy, see above

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return config


def _check_foreign_keys(raw: Any) -> None:
    broken = raw.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        tables = ", ".join(sorted({str(row[0]) for row in broken}))
        raise RuntimeError(f"the migration would leave rows that point nowhere, in: {tables}")


if __name__ == "__main__":
    sys.stdout.writelines(f"{path}\n" for path in draft(" ".join(sys.argv[1:])))
