"""What is answered is kept, readers see one moment, and what is erased leaves the disk."""

import asyncio
import contextlib
import gc
import sqlite3
import warnings
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, OperationalError

from storage.db import (
    Database,
    DatabaseClosed,
    open_database,
)
from tests.storage.notes import everything_in, make_notes, note, noted

HOUSE = Path(__file__).parents[2]


def refuse_it(connection: Connection) -> None:
    note(connection, "never")
    raise LookupError("nobody there")


async def test_what_is_answered_is_there_for_everyone(database: Database, any_url: str) -> None:
    await database.run(make_notes)
    assert await database.run(note, content={"words": "שלום"}) == 1
    assert await database.read(noted) == [{"words": "שלום"}]
    other = await open_database(any_url, alone=False)
    assert await other.read(noted) == [{"words": "שלום"}]
    await other.close()


async def test_a_document_is_kept_as_its_one_text(sqlite_database: Database, path: Path) -> None:
    await sqlite_database.run(make_notes)
    await sqlite_database.run(note, content={"words": "שלום"})
    with contextlib.closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT content FROM notes").fetchall() == [('{"words":"שלום"}',)]


async def test_a_units_error_reaches_its_caller_and_leaves_nothing(database: Database) -> None:
    await database.run(make_notes)
    with pytest.raises(LookupError, match="nobody there"):
        await database.run(refuse_it)
    assert await database.read(noted) == []


async def test_units_run_in_the_order_they_came(sqlite_database: Database) -> None:
    await sqlite_database.run(make_notes)
    await asyncio.gather(*(sqlite_database.run(note, n) for n in range(300)))
    assert await sqlite_database.read(noted) == list(range(300))


async def test_a_caller_that_gives_up_disturbs_nobody(database: Database) -> None:
    await database.run(make_notes)
    callers = [asyncio.create_task(database.run(note, n)) for n in range(50)]
    await asyncio.sleep(0)
    for caller in callers[::2]:
        caller.cancel()
    await asyncio.wait(callers)
    assert len({caller.result() for caller in callers[1::2]}) == 25
    assert set(await database.read(noted)) == set(range(50))


async def test_closing_finishes_what_is_queued_and_takes_nothing_more(any_url: str) -> None:
    database = await open_database(any_url)
    await database.run(make_notes)
    callers = [asyncio.create_task(database.run(note, n)) for n in range(100)]
    await asyncio.sleep(0)
    await database.close()
    assert len(await asyncio.gather(*callers)) == 100
    with pytest.raises(DatabaseClosed):
        await database.run(note, "late")
    with pytest.raises(DatabaseClosed):
        await database.read(noted)
    await database.close()


async def test_closing_leaves_only_the_file_and_its_lock(url: str, path: Path) -> None:
    database = await open_database(url)
    await database.run(make_notes)
    await database.close()
    assert sorted(it.name for it in path.parent.iterdir()) == ["rakezet.db", "rakezet.db.lock"]


async def test_reading_refuses_to_write(database: Database) -> None:
    await database.run(make_notes)
    for write in ("INSERT INTO notes (content) VALUES ('1')", "CREATE TABLE other (id INTEGER)"):
        with pytest.raises(DBAPIError, match=r"read-?only"):
            await database.read(Connection.exec_driver_sql, write)
    assert await database.read(noted) == []


async def test_reading_cannot_set_what_the_file_remembers(sqlite_database: Database) -> None:
    with pytest.raises(OperationalError, match="readonly"):
        await sqlite_database.read(Connection.exec_driver_sql, "PRAGMA user_version=1")


async def test_a_reader_sees_one_moment(sqlite_database: Database, path: Path) -> None:
    await sqlite_database.run(make_notes)

    def twice(connection: Connection) -> tuple[int, int]:
        before = len(noted(connection))
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("INSERT INTO notes (content) VALUES ('1')")
        return before, len(noted(connection))

    assert await sqlite_database.read(twice) == (0, 0)
    assert len(await sqlite_database.read(noted)) == 1


async def test_many_read_at_once(database: Database) -> None:
    await database.run(make_notes)
    await database.run(note, "it")
    assert await asyncio.gather(*(database.read(noted) for _ in range(40))) == [["it"]] * 40


async def test_the_writer_keeps_the_promised_settings(sqlite_database: Database) -> None:
    def settings(connection: Connection) -> dict[str, object]:
        names = (
            "journal_mode",
            "synchronous",
            "foreign_keys",
            "secure_delete",
            "trusted_schema",
            "busy_timeout",
        )
        return {name: connection.scalar(text(f"PRAGMA {name}")) for name in names}

    assert await sqlite_database.run(settings) == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "busy_timeout": 5000,
    }


async def test_after_truncating_no_erased_word_is_on_the_disk(sqlite_database: Database, path: Path) -> None:
    await sqlite_database.run(make_notes)
    await sqlite_database.run(note, "a name nobody may find")
    await sqlite_database.run(lambda connection: connection.execute(text("DELETE FROM notes")).rowcount)
    assert any(b"nobody may find" in content for content in everything_in(path.parent).values())
    assert await sqlite_database.truncate_wal()
    assert not any(b"nobody may find" in content for content in everything_in(path.parent).values())
    assert everything_in(path.parent)["rakezet.db-wal"] == b""


async def test_a_reader_that_stays_keeps_the_log_and_is_told(
    sqlite_database: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.db.TRUNCATE_TRIES", 2)
    monkeypatch.setattr("storage.db.TRUNCATE_WAIT_MS", 1)
    monkeypatch.setattr("storage.db.TRUNCATE_PAUSE_SECONDS", 0)
    await sqlite_database.run(make_notes)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM notes").fetchone()
        await sqlite_database.run(note, "it")
        assert not await sqlite_database.truncate_wal()
        assert await sqlite_database.run(note, "writing goes on") == 2
    assert await sqlite_database.truncate_wal()


async def test_closing_waits_for_what_is_being_read(path: Path) -> None:
    """A connection that comes back after the closing would never be closed."""
    database = await open_database(f"sqlite:///{path}")
    await database.run(make_notes)
    reading = [asyncio.create_task(database.read(noted)) for _ in range(3)]
    await asyncio.sleep(0)
    await database.close()
    assert await asyncio.gather(*reading) == [[], [], []]
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        gc.collect()
    assert [str(warning.message) for warning in warned] == []
