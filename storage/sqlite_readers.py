"""Reads a SQLite file beside its writer, through aiosqlite, without ever holding it up.

Each reading sees one unchanging moment. A hop between threads for each statement costs more than the statement: what
is read in every turn is read in the turn's own unit, by the writer.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage import sqlite_file
from storage.columns import json_text

T = TypeVar("T")

READERS = 4


class SqliteReaders:
    """Reads; whatever would write raises. `close` waits for what is being read."""

    def __init__(self, path: Path) -> None:
        self._engine = _engine(path)
        self._reading: set[asyncio.Task[Any]] = set()

    async def read(self, f: Callable[[Connection], T]) -> T:
        """Read to the end even when whoever asked goes away: a connection given up in the middle is lost."""
        reading = asyncio.create_task(self._look(f))
        self._reading.add(reading)
        reading.add_done_callback(self._done)
        return await asyncio.shield(reading)

    async def close(self) -> None:
        if self._reading:
            await asyncio.wait(self._reading)
        await self._engine.dispose()

    async def _look(self, f: Callable[[Connection], T]) -> T:
        async with self._engine.connect() as connection:
            return await connection.run_sync(f)

    def _done(self, reading: asyncio.Task[Any]) -> None:
        self._reading.discard(reading)
        if not reading.cancelled():
            reading.exception()  # looked at, also when nobody waits for it any more


def _engine(path: Path) -> AsyncEngine:
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=path.absolute().as_uri(), query={"uri": "true", "mode": "ro"}),
        connect_args={"isolation_level": None, "timeout": sqlite_file.BUSY_SECONDS, "cached_statements": 512},
        pool_size=READERS,
        max_overflow=0,
        hide_parameters=True,
        json_serializer=json_text,
    )
    event.listen(engine.sync_engine, "connect", _set_pragmas)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _set_pragmas(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in sqlite_file.READER_PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    """Without it every SELECT of a reading would see a different moment."""
    connection.exec_driver_sql("BEGIN")
