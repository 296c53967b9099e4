"""Reads a SQLite file beside its writer, in a few threads that keep their connections.

Each reading sees one unchanging moment. A library that makes a hop between threads of every single statement costs
ten times as much: here a whole reading is one hop.
"""

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import local
from typing import TypeVar

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import SQLAlchemyError

from storage import sqlite_file
from storage.columns import json_text
from storage.sqlite_writer import driver

T = TypeVar("T")

READERS = 4


class SqliteReaders:
    """Reads; whatever would write raises. `close` waits for what is being read."""

    def __init__(self, path: Path) -> None:
        self._engine = _engine(path)
        self._threads = ThreadPoolExecutor(READERS, thread_name_prefix="sqlite-reader")
        self._own = local()
        self._opened: list[Connection] = []

    async def read(self, f: Callable[[Connection], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._look, f)

    async def close(self) -> None:
        await asyncio.to_thread(self._finish)

    # From here on: one of the readers' threads.

    def _look(self, f: Callable[[Connection], T]) -> T:
        connection = self._connection()
        raw = driver(connection)
        try:
            # Without it every SELECT would see a different moment.
            raw.execute("BEGIN")
            return f(connection)
        except StopIteration:
            # A future cannot hold it.
            raise RuntimeError("a reading raised StopIteration") from None
        finally:
            self._leave(connection, raw)

    def _connection(self) -> Connection:
        connection: Connection | None = getattr(self._own, "connection", None)
        if connection is None:
            connection = self._own.connection = self._engine.connect()
            # SQLAlchemy's idea of a transaction stays open for good; the real ones are ours.
            connection.begin()
            self._opened.append(connection)
        return connection

    def _leave(self, connection: Connection, raw: sqlite3.Connection) -> None:
        """Ends the reading; where even that fails, or it spoilt its connection, the next one gets a new one."""
        try:
            if raw.in_transaction:
                raw.rollback()
            if connection.in_transaction() and not connection.invalidated:
                return
        except sqlite3.Error:
            pass
        self._own.connection = None
        self._opened.remove(connection)
        _close(connection)

    def _finish(self) -> None:
        self._threads.shutdown()
        for connection in self._opened:
            _close(connection)
        self._opened.clear()
        self._engine.dispose()


def _close(connection: Connection) -> None:
    with contextlib.suppress(SQLAlchemyError, sqlite3.Error):
        connection.close()


def _engine(path: Path) -> Engine:
    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro",
            uri=True,
            isolation_level=None,
            timeout=sqlite_file.BUSY_SECONDS,
            cached_statements=512,
            check_same_thread=False,  # closed by whoever closes the database
        )

    engine = create_engine(
        "sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True, json_serializer=json_text
    )
    event.listen(engine, "connect", _set_pragmas)
    return engine


def _set_pragmas(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in sqlite_file.READER_PRAGMAS:
        cursor.execute(pragma)
    cursor.close()
