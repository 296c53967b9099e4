"""Runs one unit of work in one transaction of PostgreSQL, again when another unit was faster, and says how it ended.

Rules for later editors
- What is answered without an error is committed; what is answered with an error is not in the database. The one
  exception is `NotDurable` after a COMMIT whose answer was lost: nobody can know, and who asks again meets its key.
- Every statement of a unit sees what was committed before that statement. So a unit locks first and looks then.
- Another unit may be faster: a deadlock, a lock waited for too long, a row written meanwhile. Then the unit is run
  again from its beginning. So it may run several times; it must change nothing but rows.
"""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, ExceptionContext, RootTransaction
from sqlalchemy.exc import DBAPIError

from storage.troubles import NotDurable, Overtaken

T = TypeVar("T")

RERUNS = 3

# Serialization, deadlock, a lock waited for too long, a server that has become a copy; then whole classes:
# connection, resources, operator, system, internal.
_PASSING = {"40001", "40P01", "55P03", "25006"}
_PASSING_CLASSES = {"08", "53", "57", "58", "XX"}
# A row that another unit wrote or removed meanwhile; a statement after an error that the unit swallowed.
_OVERTAKEN = {"23503", "23505", "25P02"}


def hide_values(context: ExceptionContext) -> None:
    """Errors are logged, and the server repeats in the details of one what people wrote: its first line is enough."""
    original, wrapped = context.original_exception, context.sqlalchemy_exception
    told = getattr(getattr(original, "diag", None), "message_primary", None)
    if told is not None:
        original.args = (told,)
        if wrapped is not None:
            wrapped.args = (f"({type(original).__name__}) {told}",)


def bearable(f: Callable[..., T], *args: Any) -> T:
    try:
        return f(*args)
    except StopIteration:
        # A future cannot hold it: whoever waits would wait for ever.
        raise RuntimeError("a unit of work raised StopIteration") from None


def committed(engine: Engine, work: Callable[[Connection], T]) -> T:
    """Runs a unit, again at most three times for what may have passed by then."""

    def once() -> T:
        with _connected(engine) as connection:  # closing without a commit undoes what was done
            return in_transaction(connection, work)

    return rerun(once)


def rerun(once: Callable[[], T]) -> T:
    """Tries, and at most three times again, until what another unit or the machine does has passed."""
    for _ in range(RERUNS):
        try:
            return once()
        except (DBAPIError, Overtaken) as error:
            if not (_is_passing(error) or _is_overtaken(error)):
                raise
    try:
        return once()
    except DBAPIError as error:
        if _is_passing(error):
            raise NotDurable(f"a unit of work could not be made durable: {_kind(error)}") from error
        raise


def in_transaction(connection: Connection, work: Callable[[Connection], T]) -> T:
    """Begins, works, commits. After an error the transaction is left for the caller to undo."""
    transaction = connection.begin()
    value = work(connection)
    _refuse_spoilt(connection)
    _commit(transaction)
    return value


def seen(engine: Engine, work: Callable[[Connection], T]) -> T:
    """A connection lost since its last use is found out by using it: looking again costs nothing."""
    for _ in range(RERUNS):
        try:
            with engine.connect() as connection:
                return work(connection)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
    with engine.connect() as connection:
        return work(connection)


@contextlib.contextmanager
def _connected(engine: Engine) -> Iterator[Connection]:
    try:
        connection = engine.connect()
    except DBAPIError as error:
        raise NotDurable("the database server does not answer") from error
    with connection:
        yield connection


def _refuse_spoilt(connection: Connection) -> None:
    """After an error that the unit swallowed the server would answer COMMIT by undoing everything, without a word."""
    raw: Any = None if connection.invalidated else connection.connection.driver_connection
    if raw is None or raw.info.transaction_status.name == "INERROR":
        raise Overtaken("a unit went on after an error of the database; only a nested transaction may")


def _commit(transaction: RootTransaction) -> None:
    try:
        transaction.commit()
    except DBAPIError as error:
        if error.connection_invalidated:
            raise NotDurable("the connection was lost during COMMIT: the unit may or may not count") from error
        raise


def _is_passing(error: Exception) -> bool:
    """A fault of a lock, the connection or the machine, and not of the unit."""
    if not isinstance(error, DBAPIError):
        return False
    return error.connection_invalidated or _code(error) in _PASSING or _code(error)[:2] in _PASSING_CLASSES


def _is_overtaken(error: Exception) -> bool:
    return isinstance(error, Overtaken) or (isinstance(error, DBAPIError) and _code(error) in _OVERTAKEN)


def _code(error: DBAPIError) -> str:
    """The five letters by which PostgreSQL names an error; empty for the driver's own."""
    return getattr(error.orig, "sqlstate", None) or ""


def _kind(error: DBAPIError) -> str:
    return f"{type(error.orig).__name__} {_code(error)}".strip()
