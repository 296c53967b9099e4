"""Breaks a database on purpose: a book of units, a writer on it, and statements that fail when told to."""

import asyncio
import contextlib
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, text

from storage.sqlite_file import connect_writer
from storage.sqlite_writer import SqliteWriter

UNITS = ("alef", "bet", "gimel", "dalet")
Kind = Literal["refused", "full", "ended"]
Work = Callable[[Connection], Any]


@dataclass(slots=True)
class Faults:
    """Which statements fail, counted while armed, and how.

    `refused`: an error of the statement's own; `full`: of the disk, the transaction stays; `ended`: it is gone.
    """

    plan: dict[int, Kind] = field(default_factory=dict)
    always: str = ""
    armed: bool = False
    seen: list[str] = field(default_factory=list)

    def strike(self, connection: "FaultyConnection", sql: str) -> None:
        if not self.armed:
            return
        kind = self.plan.get(len(self.seen)) or ("ended" if self.always and sql == self.always else None)
        self.seen.append(sql)
        if kind == "ended":
            connection.end_transaction()
            raise fault("disk I/O error", sqlite3.SQLITE_IOERR)
        if kind == "full":
            raise fault("database or disk is full", sqlite3.SQLITE_FULL)
        if kind == "refused":
            raise fault("some other error", sqlite3.SQLITE_ERROR)


def fault(words: str, code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(words)
    error.sqlite_errorcode = code
    return error


class FaultyCursor(sqlite3.Cursor):
    connection: "FaultyConnection"

    def execute(self, sql: str, parameters: Any = ()) -> "FaultyCursor":
        self.connection.faults.strike(self.connection, sql)
        return super().execute(sql, parameters)


class FaultyConnection(sqlite3.Connection):
    faults: Faults
    guard: Callable[..., int] | None = None

    def cursor(self, factory: Any = FaultyCursor) -> Any:
        return super().cursor(factory)

    def execute(self, sql: str, parameters: Any = ()) -> sqlite3.Cursor:
        cursor: sqlite3.Cursor = self.cursor().execute(sql, parameters)
        return cursor

    def set_authorizer(self, authorizer_callback: Callable[..., int] | None) -> None:
        self.guard = authorizer_callback
        super().set_authorizer(authorizer_callback)

    def end_transaction(self) -> None:
        """As SQLite itself does after an I/O error."""
        super().set_authorizer(None)
        self.rollback()
        super().set_authorizer(self.guard)


def faulty(faults: Faults) -> type[FaultyConnection]:
    return type("Faulty", (FaultyConnection,), {"faults": faults})


def an_empty_book(path: Path) -> None:
    """Who was seen, how many, and who said something."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "CREATE TABLE seen (unit TEXT PRIMARY KEY);"
            "CREATE TABLE total (n INTEGER);"
            "CREATE TABLE said (id INTEGER PRIMARY KEY, unit TEXT);"
            "INSERT INTO total VALUES (0)"
        )


@contextlib.asynccontextmanager
async def a_writer(path: Path, faults: Faults | None = None) -> AsyncIterator[SqliteWriter]:
    """A writer on an empty book."""
    an_empty_book(path)
    factory = faulty(faults or Faults())
    writer = SqliteWriter(partial(connect_writer, path, factory), asyncio.get_running_loop())
    yield writer
    await writer.close()


def write(connection: Connection, unit: str) -> str:
    connection.execute(text("INSERT INTO seen VALUES (:unit)"), {"unit": unit})
    before = connection.scalar(text("SELECT n FROM total"))
    connection.execute(text("UPDATE total SET n = :n"), {"n": before + 1})
    connection.execute(text("INSERT INTO said (unit) VALUES (:unit)"), {"unit": unit})
    return unit


def saying(unit: str) -> Work:
    return partial(write, unit=unit)


async def in_one_batch(writer: SqliteWriter, works: Iterable[Work], faults: Faults | None = None) -> list[Any]:
    """Answers or errors of works that lie in the queue together before the writer looks."""
    with holding(writer):
        answers = [writer.submit(work) for work in works]
        if faults:
            faults.armed = True
    await asyncio.wait(answers)
    if faults:
        faults.armed = False
    return [answer.exception() or answer.result() for answer in answers]


@contextlib.contextmanager
def holding(writer: SqliteWriter) -> Iterator[None]:
    """Keeps the writer's thread busy meanwhile."""
    gate = threading.Event()
    writer.submit(lambda _: gate.wait(30), apart=True)
    yield
    gate.set()


def on_disk(path: Path) -> tuple[list[str], list[str], int]:
    """What another connection sees: units seen, sorted; units that said something, in order; the total."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        seen = [unit for (unit,) in connection.execute("SELECT unit FROM seen ORDER BY unit")]
        said = [unit for (unit,) in connection.execute("SELECT unit FROM said ORDER BY id")]
        (total,) = connection.execute("SELECT n FROM total").fetchone()
        (found,) = connection.execute("PRAGMA integrity_check").fetchone()
    assert found == "ok"
    return seen, said, total


def assert_acknowledged_is_committed(path: Path, units: Collection[str], answers: list[Any]) -> list[str]:
    """Whole units, in order, each once; and nothing of those that were answered with an error."""
    kept = [unit for unit, answer in zip(units, answers, strict=True) if answer == unit]
    assert all(isinstance(answer, Exception) for answer in answers if answer not in kept)
    assert on_disk(path) == (sorted(kept), kept, len(kept))
    return kept
