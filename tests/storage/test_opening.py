"""A database opens only when it may, and refuses without touching a byte."""

import contextlib
import os
import sqlite3
import stat
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.db import (
    Database,
    DatabaseLocked,
    DatabaseNewer,
    DatabaseTrouble,
    DatabaseUnreadable,
    DatabaseUnsupported,
    database_trouble,
    open_database,
)
from tests.storage.notes import everything_in, make_notes, note, noted

HOUSE = Path(__file__).parents[2]


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


async def assert_refused(path: Path, trouble: type[DatabaseTrouble], code: str, *, alone: bool = True) -> None:
    """Refused with this trouble, and nothing on disk is other than before."""
    before = everything_in(path.parent)
    with pytest.raises(trouble) as raised:
        await open_database(f"sqlite:///{path}", alone=alone)
    assert raised.value.code == code
    assert everything_in(path.parent) == before


async def test_a_first_start_makes_files_for_their_owner_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = os.umask(0)
    try:
        database = await open_database("sqlite:///data/rakezet.db")
        await database.run(make_notes)
        assert mode(tmp_path / "data") == 0o700
        assert {mode(path) for path in (tmp_path / "data").iterdir()} == {0o600}
        await database.close()
    finally:
        os.umask(before)


async def test_only_one_may_be_alone_and_others_may_come_beside(sqlite_database: Database, path: Path) -> None:
    await sqlite_database.run(make_notes)
    await assert_refused(path, DatabaseLocked, "database_locked")
    beside = await open_database(f"sqlite:///{path}", alone=False)
    assert await beside.run(note, "invited") == 1
    await beside.close()
    assert await sqlite_database.read(noted) == ["invited"]
    await assert_refused(path, DatabaseLocked, "database_locked")


async def test_a_lock_ends_with_its_holder(url: str, path: Path) -> None:
    for _ in range(2):
        database = await open_database(url)
        await database.close()
    with another_process(path, "database = await open_database(url)", "os.kill(os.getpid(), 9)"):
        await assert_refused(path, DatabaseLocked, "database_locked")
    database = await open_database(url)
    await database.close()


@contextlib.contextmanager
def another_process(path: Path, *steps: str) -> Iterator[None]:
    """Another process takes the first of the steps, waits for the block to end, then takes the others."""
    lines = [steps[0], "print(flush=True)", "sys.stdin.readline()", *steps[1:]]
    script = "import asyncio, os, sqlite3, sys\nfrom storage.db import open_database\n\nasync def main(url):\n"
    script += textwrap.indent("\n".join(lines), "    ") + "\n\nasyncio.run(main(sys.argv[1]))"
    command = [sys.executable, "-c", script, f"sqlite:///{path}"]
    with subprocess.Popen(command, cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        assert process.stdout.readline() == b"\n"
        yield


async def test_a_foreign_program_that_writes_for_long_is_a_lock(
    path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = await open_database(url)
    await database.run(make_notes)
    await database.close()
    (path.parent / "rakezet.db.lock").unlink()
    monkeypatch.setattr("storage.sqlite_file.BUSY_SECONDS", 0.01)
    for how in ("BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"):
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as foreign:
            foreign.execute(how)
            await assert_refused(path, DatabaseLocked, "database_locked")
    database = await open_database(url)
    await database.close()


@pytest.mark.parametrize("content", [b"short", b"no database at all, " * 500, b"SQLite format 3\0" + b"\xff" * 9000])
async def test_what_is_no_database_is_refused(path: Path, content: bytes) -> None:
    put(path, content)
    await assert_refused(path, DatabaseUnreadable, "database_unreadable")


@pytest.mark.parametrize("harm", ["cut off", "one page overwritten"])
async def test_a_damaged_database_is_refused(path: Path, url: str, harm: str) -> None:
    database = await open_database(url)
    await database.run(make_notes)
    for n in range(40):
        await database.run(note, "x" * 1000 + str(n))
    await database.close()
    whole = everything_in(path.parent)[path.name]
    spoilt = whole[: len(whole) // 2]
    put(path, spoilt if harm == "cut off" else spoilt + b"\xff" * 4096 + whole[len(spoilt) + 4096 :])
    await assert_refused(path, DatabaseUnreadable, "database_unreadable")


async def test_what_is_no_file_is_refused(path: Path, tmp_path: Path) -> None:
    os.makedirs(path)
    with pytest.raises(DatabaseUnreadable):
        await open_database(f"sqlite:///{path}")
    assert os.listdir(path.parent) == ["rakezet.db"]
    put(tmp_path / "file", b"")
    with pytest.raises(DatabaseUnreadable):
        await open_database(f"sqlite:///{tmp_path}/file/rakezet.db")


async def test_a_file_we_may_not_write_is_refused(path: Path, url: str) -> None:
    database = await open_database(url)
    await database.close()
    os.chmod(path, 0o400)
    if os.access(path, os.W_OK):
        pytest.skip("this user may write everything")
    await assert_refused(path, DatabaseUnreadable, "database_unreadable")


@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize("crashed", [True, False])
async def test_a_newer_database_is_refused(path: Path, url: str, alone: bool, crashed: bool) -> None:
    newer = "await database.run(lambda c: c.exec_driver_sql(\"UPDATE alembic_version SET version_num = '9999'\"))"
    end = "os.kill(os.getpid(), 9)" if crashed else "await database.close()"
    with another_process(path, "database = await open_database(url); await database.migrate()", newer, end):
        pass
    assert ("rakezet.db-wal" in everything_in(path.parent)) == crashed
    trouble = database_trouble(url)
    assert isinstance(trouble, DatabaseNewer)
    await assert_refused(path, DatabaseNewer, "database_newer", alone=alone)


async def test_what_a_crash_left_in_the_log_is_still_there(path: Path, url: str) -> None:
    words = 'await database.run(lambda c: c.exec_driver_sql("CREATE TABLE notes (id INTEGER, at INTEGER)"))'
    with another_process(path, "database = await open_database(url)", words, "os.kill(os.getpid(), 9)"):
        pass
    (path.parent / "rakezet.db-shm").unlink()
    database = await open_database(url)
    assert await database.read(lambda connection: connection.scalar(text("SELECT count(*) FROM notes"))) == 0
    await database.close()


@pytest.mark.parametrize(
    "url",
    ["postgresql+asyncpg://localhost/rakezet", "sqlite://", "sqlite:///:memory:", "mysql://x/y", "nonsense", ""],
)
async def test_other_kinds_of_databases_are_refused(url: str) -> None:
    with pytest.raises(DatabaseUnsupported) as raised:
        await open_database(url)
    assert raised.value.code == "database_unsupported"


def test_a_password_in_the_address_is_not_repeated() -> None:
    trouble = database_trouble("mysql://rakezet:hunter2@localhost/rakezet")
    assert isinstance(trouble, DatabaseUnsupported)
    assert "hunter2" not in str(trouble)


def test_looking_makes_nothing(path: Path, url: str) -> None:
    assert database_trouble(url) is None
    assert not path.parent.exists()
    put(path, b"")
    assert database_trouble(url) is None
    put(path, b"no database")
    assert isinstance(database_trouble(url), DatabaseUnreadable)
    assert os.listdir(path.parent) == ["rakezet.db"]


async def test_a_folder_with_unusual_letters_is_no_trouble(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/רכזת #1 100%/rakezet.db"
    for _ in range(2):
        database = await open_database(url)
        await database.migrate()
        assert await database.read(lambda connection: connection.scalar(text("SELECT 1"))) == 1
        await database.close()
    assert (tmp_path / "רכזת #1 100%" / "rakezet.db").exists()
