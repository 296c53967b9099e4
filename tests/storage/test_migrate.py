"""Migrating from nothing gives the very tables the code speaks of, and a failed migration gives nothing."""

import contextlib
import re
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, text

from storage import migrate as migrate_module
from storage.db import Database, DatabaseNewer, open_database
from storage.migrate import MIGRATIONS, current_revision, draft, known_revisions, migrate
from storage.tables import metadata

HOUSE = Path(__file__).parents[2]
# Alembic compares all but indexes over expressions, and says so; the comparison of definitions sees them.
EXPRESSIONS_UNSEEN = pytest.mark.filterwarnings("ignore:.*expression-based index")


@pytest.fixture
def connection() -> Iterator[Connection]:
    """An empty database in memory."""
    engine = create_engine("sqlite://", isolation_level="AUTOCOMMIT")
    with engine.connect() as opened:
        yield opened
    engine.dispose()


def schema(connection: Connection) -> dict[str, list[str]]:
    """Every table and index with the parts of its definition, in an order of their own."""
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    return {name: parts(sql) for name, sql in rows if name not in ("alembic_version", "sqlite_sequence")}


def parts(sql: str) -> list[str]:
    return sorted(re.sub(r"\s+", " ", line).strip(" ,") for line in sql.splitlines())


def test_migrating_from_nothing_gives_the_tables(connection: Connection) -> None:
    migrate(connection)
    with create_engine("sqlite://", isolation_level="AUTOCOMMIT").connect() as other:
        metadata.create_all(other)
        assert schema(connection) == schema(other)


@EXPRESSIONS_UNSEEN
def test_alembic_sees_nothing_left_to_do(connection: Connection) -> None:
    migrate(connection)
    context = MigrationContext.configure(connection, opts={"compare_server_default": True})
    assert compare_metadata(context, metadata) == []


def test_file_names_tell_the_revisions() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    told = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(told)) == known_revisions()


def test_every_step_can_be_gone_back(connection: Connection) -> None:
    migrate(connection)
    command.downgrade(migrate_module._config(connection), "base")
    assert schema(connection) == {}
    migrate(connection)
    assert current_revision(connection) == known_revisions()[-1]


def test_migrating_twice_is_migrating_once(connection: Connection) -> None:
    assert current_revision(connection) is None
    migrate(connection)
    once = schema(connection)
    migrate(connection)
    assert schema(connection) == once


def test_a_newer_database_is_not_touched(connection: Connection) -> None:
    migrate(connection)
    connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseNewer, match="9999"):
        migrate(connection)


BROKEN = """
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade():
    op.create_table("half", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("CREATE TABLE child (id INTEGER REFERENCES half (id))")
    THEN
"""
POINTS_NOWHERE = "op.execute('INSERT INTO child VALUES (7)')"


@pytest.mark.parametrize("then", ["op.execute('nonsense')", "raise KeyboardInterrupt", POINTS_NOWHERE])
def test_a_migration_that_fails_leaves_nothing(
    connection: Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: str
) -> None:
    with_migrations(tmp_path, monkeypatch, broken=BROKEN.replace("THEN", then))
    with pytest.raises(BaseException, match=r"nonsense|point nowhere|^$"):
        migrate(connection)
    assert schema(connection) == {}
    assert current_revision(connection) is None
    assert connection.scalar(text("PRAGMA foreign_keys")) == 1


PARENT_AND_CHILD = """
from alembic import op

revision = "0001"
down_revision = None


def upgrade():
    op.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY, age INTEGER)")
    op.execute("CREATE TABLE child (id INTEGER REFERENCES parent (id) ON DELETE CASCADE)")
    op.execute("INSERT INTO parent VALUES (7, 40)")
    op.execute("INSERT INTO child VALUES (7)")
"""
PARENT_CHANGED = """
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    with op.batch_alter_table("parent") as parent:
        parent.drop_column("age")
"""


async def test_changing_a_table_keeps_what_hangs_on_it(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_migrations(tmp_path, monkeypatch, first=PARENT_AND_CHILD, second=PARENT_CHANGED)
    database = await open_database(url)
    await database.migrate()
    assert await database.read(lambda conn: conn.execute(text("SELECT * FROM parent")).all()) == [(7,)]
    assert await database.read(lambda conn: conn.scalars(text("SELECT id FROM child")).all()) == [7]
    await database.run(lambda conn: conn.execute(text("DELETE FROM parent")).rowcount)
    assert await database.read(lambda conn: conn.scalars(text("SELECT id FROM child")).all()) == []
    await database.close()


def with_migrations(folder: Path, monkeypatch: pytest.MonkeyPatch, **versions: str) -> None:
    """Lets the code find these migrations instead of ours."""
    (folder / "versions").mkdir()
    for name in ("env.py", "script.py.mako"):
        (folder / name).write_text((MIGRATIONS / name).read_text())
    for number, (name, script) in enumerate(versions.items(), start=1):
        (folder / "versions" / f"{number:04}_{name}.py").write_text(script)
    monkeypatch.setattr(migrate_module, "MIGRATIONS", folder)


@EXPRESSIONS_UNSEEN
def test_a_draft_makes_what_is_missing(
    connection: Connection,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with_migrations(tmp_path, monkeypatch)
    (path,) = draft("all tables")
    assert path == tmp_path / "versions" / "0001_all_tables.py"
    assert "###" not in path.read_text()
    migrate(connection)
    with create_engine("sqlite://", isolation_level="AUTOCOMMIT").connect() as other:
        metadata.create_all(other)
        assert schema(connection) == schema(other)


async def test_a_database_migrates_itself_and_stays_usable(sqlite_database: Database, path: Path) -> None:
    await sqlite_database.migrate()
    assert await sqlite_database.read(current_revision) == known_revisions()[-1]
    assert await sqlite_database.run(lambda conn: conn.scalar(text("PRAGMA foreign_keys"))) == 1
    with contextlib.closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_units_wait_for_a_migration_and_then_run(url: str) -> None:
    database = await open_database(url)
    try:
        migrating = database.migrate()
        counting = database.run(lambda conn: conn.scalar(text("SELECT count(*) FROM persons")))
        await migrating
        assert await counting == 0
    finally:
        await database.close()


def test_alembic_stays_out_of_a_start_that_has_nothing_to_migrate(tmp_path: Path) -> None:
    script = """
        import asyncio, sys
        from storage.db import open_database

        async def main():
            database = await open_database(f"sqlite:///{sys.argv[1]}")
            await database.migrate()
            await database.close()

        asyncio.run(main())
        print("alembic" in sys.modules)
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(tmp_path / "rakezet.db")]
    told = [subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=True).stdout for _ in "12"]
    assert told == ["True\n", "False\n"]
