"""The one door to the database, so that the rest of the house knows units of work and no engine.

Rules for later editors: a unit is a plain function `def f(conn, …)`. It changes nothing but rows, returns
values (never a result still to be fetched) and may run twice. Statements stay within what SQLite and
PostgreSQL share.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError

from storage import postgres, sqlite_file
from storage.migrate import known_revisions, migrate
from storage.seats import FileSeat, Seat, SeatLost
from storage.sqlite_readers import SqliteReaders
from storage.sqlite_writer import SqliteWriter, driver
from storage.troubles import (
    DatabaseClosed,
    DatabaseLocked,
    DatabaseNewer,
    DatabaseTrouble,
    DatabaseUnreadable,
    DatabaseUnsupported,
    NotDurable,
    Overtaken,
)

__all__ = [
    "Connection",
    "Database",
    "DatabaseClosed",
    "DatabaseLocked",
    "DatabaseNewer",
    "DatabaseTrouble",
    "DatabaseUnreadable",
    "DatabaseUnsupported",
    "NotDurable",
    "Overtaken",
    "Seat",
    "SeatLost",
    "database_path",
    "database_trouble",
    "open_database",
]

P = ParamSpec("P")
T = TypeVar("T")

# A truncation holds up the writer while it waits for readers: a little, several times, rather than long once.
TRUNCATE_TRIES = 12
TRUNCATE_WAIT_MS = 250
TRUNCATE_PAUSE_SECONDS = 0.1


class Database(Protocol):
    """Runs units of work. Every method may be called from one event loop, the one it was opened in."""

    async def run(self, f: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kw: P.kwargs) -> T:
        """Runs `f` in a transaction of its own; returning means committed.

        Raises what `f` raises, `NotDurable`, `DatabaseClosed`. A caller that is cancelled while it waits
        cannot know whether `f` counted: it runs all the same. Units of one person that must keep their order are
        handed in one after the other: PostgreSQL runs several side by side.
        """
        ...

    async def read(self, f: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kw: P.kwargs) -> T:
        """Runs `f` beside the writer on one unchanging view of what is committed. Under 2 s; writes raise."""
        ...

    async def truncate_wal(self) -> bool:
        """Empties the write-ahead log, so that erased rows leave the disk.

        False: after about 4 s a reader still held it. Try later. On PostgreSQL the server does this by itself.
        """
        ...

    async def migrate(self) -> None:
        """Brings the tables to this version, all or nothing. Raises what Alembic and the database raise."""
        ...

    @property
    def shared(self) -> bool:
        """Whether other processes may be at work beside this one."""
        ...

    async def only_one(self, name: str) -> Seat | None:
        """The seat of the only process that may do what `name` names; None while another one has it.

        Held until it is left, the database is closed or the process dies; a lost connection loses it, and so does not
        asking for it for fifteen seconds. Asked again it is the same one while it lasts, and a new one after that.
        """
        ...

    async def ring(self, bell: str) -> None:
        """Wakes every process that hears `bell`, for instance when what was committed just now concerns it."""
        ...

    async def heard(self, bell: str, seconds: float) -> bool:
        """Waits for the bell, at most so long. True: it rang, or may have while nobody listened; look again.

        One caller at a time.
        """
        ...

    async def close(self) -> None:
        """Finishes what is queued, then closes."""
        ...


class SqliteDatabase:
    """One SQLite file: one thread writes, a few connections read. Made by `open_database`."""

    def __init__(self, path: Path, writer: SqliteWriter, lock: sqlite_file.AloneLock | None = None) -> None:
        self._writer = writer
        self._readers = SqliteReaders(path)
        self._lock = lock
        self._seat = FileSeat(self)
        self._closed = False

    async def run(self, f: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kw: P.kwargs) -> T:
        answer: asyncio.Future[T] = self._writer.submit(lambda connection: f(connection, *args, **kw))
        return await answer

    async def read(self, f: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kw: P.kwargs) -> T:
        if self._closed:
            raise DatabaseClosed("the database is closed")
        return await self._readers.read(lambda connection: f(connection, *args, **kw))

    async def truncate_wal(self) -> bool:
        for _ in range(TRUNCATE_TRIES):
            if await self._writer.submit(_truncate, apart=True):
                return True
            await asyncio.sleep(TRUNCATE_PAUSE_SECONDS)
        return False

    async def migrate(self) -> None:
        await self._writer.submit(migrate, apart=True)

    @property
    def shared(self) -> bool:
        return False

    async def only_one(self, name: str) -> Seat | None:
        """Whoever holds the file alone is the only one for everything."""
        return self._seat if self._lock is not None else None

    async def ring(self, bell: str) -> None:
        """There is nobody else to hear it."""

    async def heard(self, bell: str, seconds: float) -> bool:
        await asyncio.sleep(seconds)
        return False

    async def close(self) -> None:
        self._closed = True
        # Readers first: the last connection to leave empties the log and takes the side files away.
        await self._readers.close()
        await self._writer.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None


async def open_database(url: str, alone: bool = True) -> Database:
    """Opens the database of `url`: `sqlite:///data/rakezet.db` (relative to here) is made where it is missing;
    `postgresql://user:password@host/database` has to be there.

    `alone`: hold the file against every other process that wants it alone, until closed. PostgreSQL is shared, see
    `Database.only_one`. Does not migrate: see `Database.migrate`. Raises a `DatabaseTrouble`.
    """
    address = _address(url)
    if address.drivername in postgres.SCHEMES:
        return await asyncio.to_thread(_prepare_server, address)
    path = _file(address).absolute()
    return await asyncio.to_thread(_prepare, path, alone, asyncio.get_running_loop())


def database_trouble(url: str) -> DatabaseTrouble | None:
    """What `open_database` would refuse for, found without changing anything; None when nothing is seen."""
    try:
        address = _address(url)
        if address.drivername in postgres.SCHEMES:
            postgres.inspect(address, known_revisions())
        else:
            sqlite_file.inspect(_file(address), known_revisions())
    except DatabaseTrouble as trouble:
        return trouble
    return None


def database_path(url: str) -> Path:
    """The SQLite file of a database address. Raises DatabaseUnsupported for every other kind."""
    address = _address(url)
    if address.drivername in postgres.SCHEMES:
        raise DatabaseUnsupported("this is for a database in a file; PostgreSQL brings pg_dump and pg_restore")
    return _file(address)


def _file(address: URL) -> Path:
    if address.drivername != "sqlite" or address.database in (None, "", ":memory:"):
        raise DatabaseUnsupported(f"a database is sqlite:///FILE or postgresql://…, not {address.drivername}")
    return Path(str(address.database))


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        raise DatabaseUnsupported("the database address is not understood") from None
    if "@" in (address.host or ""):
        raise DatabaseUnsupported("an @ in the password of the database address is written %40")
    return address


def _prepare_server(address: URL) -> postgres.PostgresDatabase:
    """Everything that may wait for the server, in a thread."""
    postgres.inspect(address, known_revisions())
    return postgres.PostgresDatabase(address)


def _prepare(path: Path, alone: bool, loop: asyncio.AbstractEventLoop) -> SqliteDatabase:
    """Everything that may wait for the disk or a lock, in a thread."""
    lock = None
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = sqlite_file.AloneLock(path) if alone else None
        sqlite_file.inspect(path, known_revisions(), thorough=alone)
        return SqliteDatabase(path, _opened_writer(path, loop), lock)
    except Exception as error:
        if lock is not None:
            lock.release(forget=True)
        if isinstance(error, sqlite3.Error | OSError):
            raise sqlite_file.trouble_of(error, path) from error
        raise


def _opened_writer(path: Path, loop: asyncio.AbstractEventLoop) -> SqliteWriter:
    sqlite_file.make_file(path)
    connection = sqlite_file.connect_writer(path)
    try:
        sqlite_file.prove_writable(connection)
    finally:
        connection.close()
    return SqliteWriter(lambda: sqlite_file.connect_writer(path), loop)


def _truncate(connection: Connection) -> bool:
    raw = driver(connection)
    raw.execute(f"PRAGMA busy_timeout={TRUNCATE_WAIT_MS}")
    try:
        busy, left, _ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        raw.execute(f"PRAGMA busy_timeout={int(sqlite_file.BUSY_SECONDS * 1000)}")
    return bool(busy == 0 and left == 0)
