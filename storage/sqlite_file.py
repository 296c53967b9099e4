"""Looks at the database file before anything touches it, so that a refused start leaves every byte alone."""

import contextlib
import fcntl
import os
import sqlite3
from collections.abc import Collection
from pathlib import Path
from typing import Literal

from storage.troubles import DatabaseLocked, DatabaseNewer, DatabaseTrouble, DatabaseUnreadable

BUSY_SECONDS = 5.0
# A whole check reads the whole file, 1 to 2 ms a MiB; larger files wait for the nightly one.
CHECKED_AT_START_BYTES = 32 * 1024 * 1024

WRITER_PRAGMAS = (
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
    # People's words must not spill into temporary files outside the data folder.
    "PRAGMA temp_store=MEMORY",
)
# Nobody's mistake but the machine's: tried again, and if it stays, answered "not durable".
STORAGE_FAULTS = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
}
READER_PRAGMAS = (
    "PRAGMA query_only=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA temp_store=MEMORY",
)


class AloneLock:
    """The lock file beside the database, held as long as this object is not released: one owner at a time."""

    __slots__ = ("_fd", "_path", "_was_there")

    def __init__(self, database: Path) -> None:
        """Raises DatabaseLocked when another process (or this one, elsewhere) holds it."""
        self._path = database.with_name(database.name + ".lock")
        self._was_there = self._path.exists()
        self._fd = self._take()

    def release(self, *, forget: bool = False) -> None:
        """`forget`: also remove the file, if it was made here; for a start that is refused."""
        if forget and not self._was_there:
            self._path.unlink(missing_ok=True)
        os.close(self._fd)

    def _take(self) -> int:
        while True:
            fd = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(fd)
                raise DatabaseLocked(f"another process is using {self._path.with_suffix('')}") from None
            if self._still_named(fd):
                return fd
            os.close(fd)

    def _still_named(self, fd: int) -> bool:
        """A refused start may have removed the file between our opening and our locking it."""
        with contextlib.suppress(FileNotFoundError):
            return os.path.samestat(os.fstat(fd), os.stat(self._path))
        return False


def make_file(path: Path) -> None:
    """Makes the empty file (0600) where it is missing; SQLite's side files take its mode."""
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def inspect(path: Path, known_revisions: Collection[str], *, thorough: bool = True) -> None:
    """Raises the trouble that would follow from opening `path`; a missing or empty file is none.

    Changes nothing. Opens the file through SQLite only: closing any other handle would drop this process's
    locks.
    """
    try:
        if not path.exists():
            return
        if not path.is_file():
            raise DatabaseUnreadable(f"{path} is not a file")
        if not os.access(path, os.R_OK | os.W_OK) or not os.access(path.parent, os.W_OK | os.X_OK):
            raise DatabaseUnreadable(f"{path} and its folder must be readable and writable by this user")
        with contextlib.closing(_open_to_look(path)) as connection:
            _check(connection, path, thorough=thorough)
            _refuse_newer(_revision(connection), known_revisions, path)
    except (sqlite3.Error, OSError) as error:
        raise trouble_of(error, path) from error


def connect_writer(path: Path, factory: type[sqlite3.Connection] = sqlite3.Connection) -> sqlite3.Connection:
    """The connection that writes: WAL, every commit on the disk before it returns. Raises sqlite3.Error."""
    connection = sqlite3.connect(
        path,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=512,
        factory=factory,
    )
    try:
        for pragma in WRITER_PRAGMAS:
            connection.execute(pragma)
        # Only now: the first statement that may write.
        (mode,) = connection.execute("PRAGMA journal_mode=WAL").fetchone()
        if mode != "wal":
            raise sqlite3.OperationalError("this file system cannot hold a write-ahead log")
    except BaseException:
        connection.close()
        raise
    return connection


def prove_writable(connection: sqlite3.Connection) -> None:
    """Waits for the write lock once, within the busy timeout. Raises sqlite3.OperationalError."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")


def is_busy(error: BaseException | None) -> bool:
    """Whether SQLite gave up waiting for another connection's lock."""
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_storage_fault(error: BaseException | None) -> bool:
    """Whether disk, memory or a lock failed, rather than the statement being wrong."""
    return _code(error) in STORAGE_FAULTS


def _code(error: BaseException | None) -> int:
    """SQLite's primary error code; 0 for what is not SQLite's."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def trouble_of(error: Exception, path: Path) -> DatabaseTrouble:
    """What the operator is told for an error while opening."""
    if is_busy(error):
        return DatabaseLocked(f"another program holds {path}: {error}")
    return DatabaseUnreadable(f"{path} cannot be used: {error}")


def _open_to_look(path: Path) -> sqlite3.Connection:
    """Read-only. Without a log beside it the file is whole; opened as immutable it gets no side files."""
    log = path.with_name(path.name + "-wal")
    how: Literal["mode=ro", "immutable=1"] = "mode=ro" if log.exists() else "immutable=1"
    return sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def _check(connection: sqlite3.Connection, path: Path, *, thorough: bool) -> None:
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if not thorough or path.stat().st_size > CHECKED_AT_START_BYTES:
        return
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise DatabaseUnreadable(f"{path} is damaged: {found}")


def _revision(connection: sqlite3.Connection) -> str | None:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def _refuse_newer(revision: str | None, known_revisions: Collection[str], path: Path) -> None:
    if revision is not None and revision not in known_revisions:
        raise DatabaseNewer(f"{path} was written by a later version of this program (revision {revision})")
