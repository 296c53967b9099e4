"""Makes many small units of work durable with one commit, so that each costs a fraction of a disk sync.

Rules for later editors
- What is answered without an error is committed. What is answered with an error is not in the database.
- Units run in the order they came, in one thread, each under a savepoint; its error undoes that unit alone.
- When the transaction ends under us (disk full, I/O error) or COMMIT fails, nothing of the batch counts:
  each unit is run again alone, in order. So a unit may run twice; it must change nothing but rows.
- Nothing here waits for more company: a unit that comes to an empty queue is committed at once.
"""

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import Any, cast

from sqlalchemy import Connection, Engine, ExceptionContext, NullPool, create_engine, event
from sqlalchemy.exc import SQLAlchemyError

from storage.columns import json_text
from storage.sqlite_file import is_busy, is_storage_fault
from storage.troubles import DatabaseClosed, NotDurable

TOGETHER_AT_MOST = 64

# The remark keeps these apart in sqlite3's statement cache from the same words in a unit: a unit's own
# COMMIT is always compiled afresh and so meets the guard.
BEGIN = "BEGIN IMMEDIATE /* writer */"
COMMIT = "COMMIT /* writer */"
ROLLBACK = "ROLLBACK /* writer */"
OPEN_UNIT = "SAVEPOINT rakezet_unit"
KEEP_UNIT = "RELEASE rakezet_unit"
UNDO_UNIT = "ROLLBACK TO rakezet_unit"


@dataclass(slots=True, eq=False)
class Unit:
    """One piece of work and who waits for it. `apart`: run between batches, outside any transaction."""

    work: Callable[[Connection], Any]
    answer: asyncio.Future[Any]
    apart: bool = False
    value: Any = None
    trouble: BaseException | None = None


class _Lost(Exception):
    """The transaction is gone and with it all that ran in it; `__cause__` says why."""


class _Locked(_Lost):
    """It never began: another program held the lock for the whole busy timeout."""


def driver(connection: Connection) -> sqlite3.Connection:
    """The sqlite3 connection under SQLAlchemy's."""
    return cast(sqlite3.Connection, connection.connection.driver_connection)


class SqliteWriter:
    """The one thread that writes. `connect` opens its connection, and again should it break."""

    def __init__(self, connect: Callable[[], sqlite3.Connection], loop: asyncio.AbstractEventLoop) -> None:
        """`loop`: where the answers are waited for. Raises what `connect` raises."""
        self._loop = loop
        self._engine = _engine(connect)
        event.listen(self._engine, "handle_error", self._notice)
        self._queue: SimpleQueue[Unit] = SimpleQueue()
        self._ahead: Unit | None = None
        self._connection: Connection | None = None
        self._raw: sqlite3.Connection | None = None
        self._in_unit = False
        self._doomed = False
        self._closing = False
        self._ended = False
        self._connect()
        self._thread = Thread(target=self._serve, name="sqlite-writer", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[Connection], Any], *, apart: bool = False) -> asyncio.Future[Any]:
        """Queues `work`; the future is its answer. Cancelling the future does not undo or stop the work."""
        if self._closing:
            raise DatabaseClosed("the database is closed")
        unit = Unit(work, self._loop.create_future(), apart)
        self._queue.put(unit)
        return unit.answer

    async def close(self) -> None:
        """Finishes what is queued, then closes. A second call waits for nothing."""
        if self._closing:
            return
        finished = self.submit(self._finish, apart=True)
        self._closing = True
        await finished
        self._thread.join()

    # From here on: the writer's thread.

    def _serve(self) -> None:
        while not self._ended:
            batch = self._next_batch()
            try:
                self._handle(batch)
            except BaseException as error:
                # Only a fault of ours comes here; its callers learn of it and the thread goes on.
                self._abandon()
                _refuse(batch, error)
            with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
                self._loop.call_soon_threadsafe(_deliver, batch)

    def _next_batch(self) -> list[Unit]:
        first = self._ahead or self._queue.get()
        self._ahead = None
        batch = [first]
        while not first.apart and len(batch) < TOGETHER_AT_MOST and not self._queue.empty():
            unit = self._queue.get()
            if unit.apart:
                self._ahead = unit
                break
            batch.append(unit)
        return batch

    def _handle(self, batch: list[Unit]) -> None:
        if batch[0].apart:
            self._run_apart(batch[0])
            return
        try:
            self._run_together(batch)
        except _Lost as lost:
            self._run_alone(batch, lost)

    def _run_apart(self, unit: Unit) -> None:
        try:
            unit.value = unit.work(self._connect())
        except BaseException as error:
            unit.trouble = error
        finally:
            self._abandon()

    def _run_alone(self, batch: list[Unit], lost: _Lost) -> None:
        for unit in batch:
            try:
                if isinstance(lost, _Locked):
                    raise lost  # one busy timeout for all of them, not one each
                self._run_together([unit])
            except _Lost as again:
                lost = again
                _refuse([unit], _not_durable(again))

    def _run_together(self, batch: list[Unit]) -> None:
        """All of `batch` is committed (but for units with errors of their own), or `_Lost` and nothing is."""
        raw = self._begin()
        try:
            for unit in batch:
                self._run_unit(raw, unit)
            raw.execute(COMMIT)
        except BaseException as error:
            self._abandon()
            raise _Lost from error

    def _begin(self) -> sqlite3.Connection:
        self._doomed = False
        try:
            raw = driver(self._connect())
            raw.execute(BEGIN)
        except BaseException as error:
            self._abandon()
            raise (_Locked if is_busy(error) else _Lost) from error
        return raw

    def _run_unit(self, raw: sqlite3.Connection, unit: Unit) -> None:
        raw.execute(OPEN_UNIT)
        self._try_work(unit)
        if not self._counts(raw, unit):
            raise unit.trouble or sqlite3.OperationalError("the transaction ended inside a unit")
        if unit.trouble:
            raw.execute(UNDO_UNIT)
        raw.execute(KEEP_UNIT)

    def _counts(self, raw: sqlite3.Connection, unit: Unit) -> bool:
        """Whether what `unit` did stands or falls by itself: its transaction is whole, the machine did not fail."""
        if self._doomed or is_storage_fault(unit.trouble):
            return False
        return raw.in_transaction and self._connect().in_transaction()

    def _try_work(self, unit: Unit) -> None:
        unit.value = unit.trouble = None
        self._in_unit = True
        try:
            unit.value = unit.work(self._connect())
        except BaseException as error:
            # Also what is no Exception: its caller may end the program over it, this thread goes on.
            unit.trouble = error
        finally:
            self._in_unit = False

    def _notice(self, context: ExceptionContext) -> None:
        """After a fault of disk or lock nothing of this transaction counts, even if the unit swallows it.

        Where the fault has ended it, what the unit still writes goes into one that will be thrown away too.
        """
        # Without this SQLAlchemy closes the connection on an interrupt, and with it everyone's work.
        context.is_disconnect = False
        raw = self._raw
        with contextlib.suppress(sqlite3.Error):
            if self._in_unit and raw is not None:
                self._doomed |= is_storage_fault(context.original_exception) or not raw.in_transaction
                if not raw.in_transaction:
                    raw.execute("BEGIN")

    def _guard(self, action: int, what: str | None, *_: object) -> int:
        """SQLite asks this as it compiles a statement: a unit may not end the transaction."""
        ends = action == sqlite3.SQLITE_TRANSACTION and what != "BEGIN"
        return sqlite3.SQLITE_DENY if self._in_unit and ends else sqlite3.SQLITE_OK

    def _connect(self) -> Connection:
        if self._connection is None:
            connection = self._engine.connect()
            # SQLAlchemy's idea of a transaction stays open for good; the real ones are ours.
            connection.begin()
            self._raw = driver(connection)
            self._raw.set_authorizer(self._guard)
            self._connection = connection
        return self._connection

    def _abandon(self) -> None:
        """Leaves whatever transaction is open; where even that fails, or a unit spoilt it, the connection."""
        if self._connection is None or self._raw is None:
            return
        try:
            if self._raw.in_transaction:
                self._raw.execute(ROLLBACK)
            spoilt = not self._connection.in_transaction()
        except sqlite3.Error:
            spoilt = True
        if spoilt:
            self._disconnect()

    def _disconnect(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(SQLAlchemyError):  # a unit may have closed it already
                self._connection.invalidate()
            self._connection.close()
        self._connection = self._raw = None

    def _finish(self, connection: Connection) -> None:
        self._ended = True
        self._disconnect()


def _engine(connect: Callable[[], sqlite3.Connection]) -> Engine:
    # Errors are logged: what people wrote is a parameter, never part of a message.
    return create_engine(
        "sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True, json_serializer=json_text
    )


def _not_durable(lost: _Lost) -> NotDurable:
    trouble = NotDurable(f"a unit of work could not be made durable: {lost.__cause__}")
    trouble.__cause__ = lost.__cause__
    return trouble


def _refuse(units: list[Unit], trouble: BaseException) -> None:
    for unit in units:
        unit.value, unit.trouble = None, trouble


def _deliver(batch: list[Unit]) -> None:
    """In the event loop. A caller that was cancelled meanwhile wants no answer."""
    for unit in batch:
        if unit.answer.done():
            continue
        if unit.trouble is None:
            unit.answer.set_result(unit.value)
        else:
            unit.answer.set_exception(_bearable(unit.trouble))


def _bearable(trouble: BaseException) -> BaseException:
    """A future cannot hold StopIteration."""
    return RuntimeError("a unit of work raised StopIteration") if isinstance(trouble, StopIteration) else trouble
