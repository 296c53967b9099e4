"""A PostgreSQL database opens only when it may, is migrated once by many, and knows what only one may do."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, NullPool, create_engine, inspect, make_url, text

from storage import migrate as migrate_module
from storage.db import (
    Database,
    DatabaseNewer,
    DatabaseTrouble,
    DatabaseUnreadable,
    DatabaseUnsupported,
    SeatLost,
    database_path,
    database_trouble,
    open_database,
)
from storage.inbox import first_time
from storage.migrate import MIGRATING, known_revisions, migrate
from storage.tables import metadata
from tests.storage import postgres_server
from tests.storage.notes import make_notes, note, noted
from tests.storage.postgres_server import GUARDED, Server
from tests.storage.rows import NOW

HOUSE = Path(__file__).parents[2]
GUEST = f"guest_{os.getpid()}"
PATIENCE_SECONDS = 30


@pytest.fixture
def empty_url(postgres: Server) -> Iterator[str]:
    with postgres.database() as url:
        yield url


@asynccontextmanager
async def both(url: str) -> AsyncIterator[tuple[Database, Database]]:
    """The database opened twice, as two processes would."""
    one, other = await open_database(url), await open_database(url)
    try:
        yield one, other
    finally:
        await one.close()
        await other.close()


# -- settings --------------------------------------------------------------------------------------------------------


def settings(conn: Connection, *names: str) -> list[object]:
    return [conn.scalar(text(f"SHOW {name}")) for name in names]


async def test_each_connection_brings_the_promised_settings(postgres_database: Database) -> None:
    writing = ("transaction_isolation", "synchronous_commit", "lock_timeout", "idle_in_transaction_session_timeout")
    assert await postgres_database.run(settings, *writing) == ["read committed", "on", "5s", "30s"]
    reading = ("transaction_isolation", "transaction_read_only", "statement_timeout", "client_encoding")
    assert await postgres_database.read(settings, *reading) == ["repeatable read", "on", "2s", "UTF8"]


async def test_settings_in_the_address_stay(postgres_url: str) -> None:
    theirs = make_url(postgres_url).update_query_dict({"options": "-c work_mem=1234kB", "application_name": "theirs"})
    async with both(theirs.render_as_string(hide_password=False)) as (database, _):
        told = await database.run(settings, "work_mem", "application_name", "lock_timeout")
        assert told == ["1234kB", "theirs", "5s"]


async def test_two_processes_share_one_database(postgres_url: str) -> None:
    async with both(postgres_url) as (one, other):
        await one.run(make_notes)
        await other.run(note, "words")
        assert await one.read(noted) == ["words"]
        await one.close()
        assert await other.run(note, "more") == 2


async def test_a_reader_sees_one_moment(postgres_url: str) -> None:
    async with both(postgres_url) as (one, other):
        await one.run(make_notes)
        loop = asyncio.get_running_loop()

        def twice(conn: Connection) -> tuple[int, int]:
            before = len(noted(conn))
            asyncio.run_coroutine_threadsafe(other.run(note, "meanwhile"), loop).result(PATIENCE_SECONDS)
            return before, len(noted(conn))

        assert await one.read(twice) == (0, 0)
        assert len(await one.read(noted)) == 1


async def test_there_is_no_log_of_ours_to_empty(postgres_database: Database) -> None:
    assert await postgres_database.truncate_wal()


# -- what only one may do --------------------------------------------------------------------------------------------


async def test_only_one_process_may(postgres_url: str) -> None:
    async with both(postgres_url) as (one, other):
        seat = await one.only_one("sender")
        assert seat is not None
        assert await one.only_one("sender") is seat
        assert not await other.only_one("sender")
        assert await other.only_one("timers")
        await one.close()
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not await other.only_one("sender"):
                """The server notices when it notices."""


async def test_a_lost_connection_loses_what_it_held(postgres: Server, postgres_url: str) -> None:
    async with both(postgres_url) as (one, other):
        assert await one.only_one("sender")
        hang_up(postgres, postgres_url)
        assert await other.only_one("sender")
        assert not await one.only_one("sender")
        hang_up(postgres, postgres_url)
        seat = await one.only_one("sender")
        hang_up(postgres, postgres_url)
        anew = await one.only_one("sender")  # nobody was faster
        assert anew
        assert anew is not seat


async def test_a_seat_that_was_left_is_free_at_once(postgres_url: str) -> None:
    async with both(postgres_url) as (one, other):
        seat = await one.only_one("sender")
        assert seat is not None
        await seat.leave()
        assert seat.is_over
        assert await other.only_one("sender")
        with pytest.raises(SeatLost):
            await seat.run(first_time, bytes(16), NOW)


async def test_who_cannot_ask_may_not(postgres: Server, postgres_url: str) -> None:
    async with both(postgres_url) as (one, _):
        with closed_to_all(postgres, postgres_url):
            assert not await one.only_one("sender")
        assert await one.only_one("sender")


async def test_a_dead_process_holds_nothing(postgres_url: str) -> None:
    script = "\n".join(
        (
            "import asyncio, sys",
            "from storage.db import open_database",
            "async def main():",
            "    database = await open_database(sys.argv[1])",
            "    print(bool(await database.only_one('sender')), flush=True)",
            "    sys.stdin.readline()",
            "asyncio.run(main())",
        )
    )
    pipe = asyncio.subprocess.PIPE
    command = (sys.executable, "-c", script, postgres_url)
    process = await asyncio.create_subprocess_exec(*command, cwd=HOUSE, stdin=pipe, stdout=pipe)
    assert process.stdout
    async with both(postgres_url) as (database, _), asyncio.timeout(PATIENCE_SECONDS):
        assert await process.stdout.readline() == b"True\n"
        assert not await database.only_one("sender")
        process.kill()
        while not await database.only_one("sender"):
            """The server notices when it notices."""
    await process.wait()


async def test_a_file_held_alone_is_for_one_already(url: str, sqlite_database: Database) -> None:
    seat = await sqlite_database.only_one("sender")
    assert seat is not None
    assert await sqlite_database.only_one("sender") is seat
    assert await seat.run(first_time, bytes(16), NOW)
    assert (sqlite_database.shared, seat.is_over) == (False, False)
    beside = await open_database(url, alone=False)
    assert not await beside.only_one("sender")
    await beside.close()


def hang_up(postgres: Server, url: str) -> None:
    """The server ends every connection to one database."""
    ends = "SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity WHERE datname = :name"
    assert all(ended for (ended,) in postgres.tell(ends, name=make_url(url).database))


@contextmanager
def closed_to_all(postgres: Server, url: str) -> Iterator[None]:
    """The server refuses new connections to one database, and ends those there are."""
    name = make_url(url).database
    postgres.tell(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    hang_up(postgres, url)
    yield
    postgres.tell(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")


# -- migrating -------------------------------------------------------------------------------------------------------


@contextmanager
def directly(url: str) -> Iterator[Connection]:
    """A connection and transaction beside the house's own."""
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"), poolclass=NullPool)
    with engine.begin() as connection:
        yield connection


async def test_two_processes_that_start_at_once_migrate_once(postgres: Server, empty_url: str) -> None:
    async with both(empty_url) as (one, other):
        with directly(empty_url) as holding:
            holding.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATING})"))
            both_migrating = [asyncio.create_task(it.migrate()) for it in (one, other)]
            async with asyncio.timeout(PATIENCE_SECONDS):
                while await asyncio.to_thread(waiting, postgres, empty_url) < 2:
                    assert not any(task.done() for task in both_migrating)
        await asyncio.gather(*both_migrating)
        assert await other.read(migrate_module.current_revision) == known_revisions()[-1]


def waiting(postgres: Server, url: str) -> int:
    """How many connections to one database wait for a lock."""
    asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = :name AND wait_event_type = 'Lock'"
    ((number,),) = postgres.tell(asked, name=make_url(url).database)
    return int(number)


# Alembic compares all but indexes over expressions, and says so; the comparison on SQLite sees them.
@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_migrating_gives_the_tables(postgres_url: str) -> None:
    with directly(postgres_url) as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_every_step_can_be_gone_back(postgres_url: str) -> None:
    with directly(postgres_url) as connection:
        command.downgrade(migrate_module._config(connection), "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
        migrate(connection)
    with directly(postgres_url) as connection:
        assert set(inspect(connection).get_table_names()) == {*metadata.tables, "alembic_version"}


async def test_a_migration_that_fails_leaves_nothing(
    empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "versions").mkdir()
    (tmp_path / "env.py").write_text((migrate_module.MIGRATIONS / "env.py").read_text())
    (tmp_path / "versions" / "0001_broken.py").write_text(
        "from alembic import op\n\nrevision, down_revision = '0001', None\n\n\ndef upgrade():\n"
        "    op.execute('CREATE TABLE half (id integer)')\n    op.execute('nonsense')\n"
    )
    monkeypatch.setattr(migrate_module, "MIGRATIONS", tmp_path)
    async with both(empty_url) as (database, _):
        with pytest.raises(Exception, match="nonsense"):
            await database.migrate()
        assert await database.read(lambda conn: inspect(conn).get_table_names()) == []


# -- troubles --------------------------------------------------------------------------------------------------------


async def refused(url: str, kind: type[DatabaseTrouble], *words: str) -> None:
    """Refused before and at opening, in words that tell what and never the password."""
    found = await asyncio.to_thread(database_trouble, url)
    assert type(found) is kind
    with pytest.raises(kind) as raised:
        await open_database(url)
    for trouble in (found, raised.value):
        assert all(word in str(trouble) for word in words)
        assert "hunter2" not in f"{trouble} {trouble.__cause__}"
        assert "\n" not in str(trouble)


async def test_a_server_that_does_not_answer_is_refused() -> None:
    await refused("postgresql://rakezet:hunter2@127.0.0.1:1/plans", DatabaseUnreadable, "plans", "127.0.0.1:1")


async def test_a_database_that_is_not_there_is_refused(postgres: Server) -> None:
    url = postgres.address.set(database="nowhere").update_query_dict({"password": "hunter2"})
    await refused(url.render_as_string(hide_password=False), DatabaseUnreadable, "nowhere", "does not exist")


async def test_a_wrong_password_is_refused_and_not_repeated(postgres: Server, postgres_url: str) -> None:
    if not postgres.asks:
        pytest.skip("this server may ask nobody for a password")
    with role(postgres, GUARDED, "PASSWORD 'right'"):
        for url in (
            make_url(postgres_url).set(username=GUARDED, password="hunter2"),
            make_url(postgres_url).set(username=GUARDED).update_query_dict({"password": "hunter2"}),
        ):
            given = url.render_as_string(hide_password=False)
            await refused(given, DatabaseUnreadable, GUARDED, "password authentication failed")


async def test_a_user_who_may_not_make_the_tables_is_refused(postgres: Server, empty_url: str) -> None:
    with role(postgres, GUEST, ""):
        url = make_url(empty_url).set(username=GUEST).render_as_string()
        await refused(url, DatabaseUnreadable, "may not make tables")


async def test_a_user_who_may_not_read_is_refused(postgres: Server, postgres_url: str) -> None:
    with role(postgres, GUEST, ""):
        url = make_url(postgres_url).set(username=GUEST).render_as_string()
        await refused(url, DatabaseUnreadable, "permission denied")


async def test_a_user_who_may_only_write_rows_is_enough_where_the_tables_are(
    postgres: Server, postgres_url: str
) -> None:
    with role(postgres, GUEST, ""):
        with directly(postgres_url) as connection:
            connection.execute(text(f"GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO {GUEST}"))
        async with both(make_url(postgres_url).set(username=GUEST).render_as_string()) as (database, _):
            await database.migrate()
            assert await database.run(first_time, bytes(16), NOW)
        with directly(postgres_url) as connection:
            connection.execute(text(f"DROP OWNED BY {GUEST}"))


async def test_a_copy_that_cannot_be_written_is_refused(postgres: Server, postgres_url: str) -> None:
    postgres.tell(f"ALTER DATABASE {make_url(postgres_url).database} SET default_transaction_read_only TO on")
    await refused(postgres_url, DatabaseUnreadable, "cannot be written")


async def test_a_database_that_cannot_hold_hebrew_is_refused(postgres: Server) -> None:
    name = f"rakezet_latin_{os.getpid()}"
    postgres.tell(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'")
    try:
        await refused(postgres.address.set(database=name).render_as_string(), DatabaseUnreadable, "UTF8")
    finally:
        postgres.tell(f"DROP DATABASE {name} WITH (FORCE)")


async def test_a_newer_database_is_refused(postgres_url: str) -> None:
    async with both(postgres_url) as (database, _):
        with directly(postgres_url) as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        await refused(postgres_url, DatabaseNewer, "9999")
        with pytest.raises(DatabaseNewer, match="9999"):
            await database.migrate()


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+asyncpg://rakezet:hunter2@localhost/plans",
        "postgresql://rakezet:hunter2@localhost:port/plans",
        "postgresql://rakezet:@hunter2@localhost/plans",
    ],
)
async def test_an_address_that_is_not_understood_is_refused_without_repeating_it(url: str) -> None:
    await refused(url, DatabaseUnsupported)


async def test_without_the_driver_we_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    await refused("postgresql://rakezet:hunter2@localhost/plans", DatabaseUnsupported, "pip install")


def test_what_is_done_to_files_is_not_done_to_a_server() -> None:
    with pytest.raises(DatabaseUnsupported, match="pg_dump"):
        database_path("postgres://rakezet:hunter2@localhost/plans")


@pytest.mark.parametrize(("ci", "outcome"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)])
def test_without_a_server_the_tests_say_so_and_fail_where_it_must_be(
    monkeypatch: pytest.MonkeyPatch, ci: str, outcome: type[BaseException]
) -> None:
    monkeypatch.delenv("RAKEZET_TEST_POSTGRES_URL", raising=False)
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(postgres_server, "find_spec", lambda name: None)
    with pytest.raises(outcome, match="POSTGRESQL IS NOT TESTED"), postgres_server.running():
        """Never reached."""


@contextmanager
def role(postgres: Server, name: str, rights: str) -> Iterator[None]:
    postgres.tell(f"CREATE ROLE {name} LOGIN {rights}")
    try:
        yield
    finally:
        postgres.tell(f"DROP ROLE {name}")
