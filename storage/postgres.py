"""Opens PostgreSQL for the same units of work, so that several processes can share one database.

Rules for later editors: units run in threads, on the plain driver, which costs a third less CPU than the same units
on its asynchronous twin. Settings go along with each connection: nothing depends on how the server was set up. What
the server says about an address is told to operators; the secrets in it are not.
"""

import asyncio
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import URL, Connection, Engine, NullPool, QueuePool, create_engine, event, text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from storage.columns import json_text
from storage.migrate import current_revision, migrate
from storage.postgres_bells import ServerBells, ring
from storage.postgres_seats import IN_TOUCH, SOON, SOON_HERE, ServerSeat, ServerSeats
from storage.postgres_units import bearable, committed, hide_values, seen
from storage.troubles import DatabaseClosed, DatabaseNewer, DatabaseUnreadable, DatabaseUnsupported

P = ParamSpec("P")
T = TypeVar("T")

SCHEMES = ("postgresql", "postgres", "postgresql+psycopg")
WRITERS = 8
READERS = 4
CONNECT_SECONDS = 5

# The server lets go of what a machine held that is gone, within a minute.
_ALIVE = "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3"
_WRITING = "-c synchronous_commit=on -c lock_timeout=5s -c idle_in_transaction_session_timeout=30s"
_READING = (
    r"-c default_transaction_read_only=on -c default_transaction_isolation=repeatable\ read"
    " -c statement_timeout=2s -c idle_in_transaction_session_timeout=30s"
)

_FITNESS = text(
    "SELECT current_setting('server_encoding') = 'UTF8', current_setting('transaction_read_only') = 'off',"
    " coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)"
)
_NO_TABLES = "this user may not make tables in it"
_UNFIT = ("it must be made with the encoding UTF8", "it is a copy that cannot be written to", _NO_TABLES)


class PostgresDatabase:
    """One database on a PostgreSQL server: a few threads write, a few read. Made by `open_database`."""

    def __init__(self, address: URL) -> None:
        """`address`: as `inspect` found it good."""
        self._writers, self._writing = _engine(address, _WRITING, WRITERS), _threads("writer", WRITERS)
        self._readers, self._reading = _engine(address, _READING, READERS), _threads("reader", READERS)
        self._apart, self._alone = _engine(address, ""), _threads("apart", 1)
        self._sitting = _engine(address, f"{_WRITING} {SOON} {IN_TOUCH}", **SOON_HERE)
        self._seats = ServerSeats(self._sitting, partial(self._in, self._alone))
        self._bells = ServerBells(self._sitting.dialect, _line_of(self._sitting, _given(address, SOON, **SOON_HERE)))
        self._closed = False

    @property
    def shared(self) -> bool:
        return True

    async def run(self, f: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kw: P.kwargs) -> T:
        return await self._in(self._writing, committed, self._writers, lambda conn: f(conn, *args, **kw))

    async def read(self, f: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kw: P.kwargs) -> T:
        return await self._in(self._reading, seen, self._readers, lambda conn: f(conn, *args, **kw))

    async def truncate_wal(self) -> bool:
        """The server removes what is erased from its files by itself."""
        return True

    async def migrate(self) -> None:
        await self._in(self._alone, _migrated, self._apart)

    async def only_one(self, name: str) -> ServerSeat | None:
        return await self._in(self._alone, self._seats.take, name)

    async def ring(self, bell: str) -> None:
        await self.run(ring, bell)

    async def heard(self, bell: str, seconds: float) -> bool:
        if self._closed:
            raise DatabaseClosed("the database is closed")
        return await self._bells.heard(bell, seconds)

    async def close(self) -> None:
        self._closed = True
        await self._bells.close()
        await asyncio.to_thread(self._finish)

    async def _in(self, threads: ThreadPoolExecutor, f: Callable[..., T], *args: Any) -> T:
        """Shielded: a caller that is cancelled does not take back what it handed in."""
        if self._closed:
            raise DatabaseClosed("the database is closed")
        return await asyncio.shield(asyncio.get_running_loop().run_in_executor(threads, bearable, f, *args))

    def _finish(self) -> None:
        for threads in (self._writing, self._reading, self._alone):
            threads.shutdown()
        self._seats.let_go()
        for engine in (self._writers, self._readers, self._apart, self._sitting):
            engine.dispose()


def inspect(address: URL, known_revisions: Collection[str]) -> None:
    """Raises the trouble that would follow from opening this address. Changes nothing."""
    engine = _engine(address, "")
    try:
        with engine.connect() as connection:
            revision = current_revision(connection)
            fit = connection.execute(_FITNESS).one()
    except SQLAlchemyError as error:
        # Not `from error`: whoever prints the chain would print an address.
        raise DatabaseUnreadable(f"{_place(address)} cannot be used: {_reason(error, address)}") from None
    if revision is not None and revision not in known_revisions:
        raise DatabaseNewer(f"{_place(address)} was written by a later version of this program (revision {revision})")
    unfit = [why for good, why in zip(fit, _UNFIT, strict=True) if not good]
    # Where the tables are there, whoever may only write rows is welcome.
    if unfit and not (revision == max(known_revisions) and unfit == [_NO_TABLES]):
        raise DatabaseUnreadable(f"{_place(address)} cannot be used: {unfit[0]}")


def _migrated(engine: Engine) -> None:
    with engine.begin() as connection:
        migrate(connection)


def _threads(name: str, number: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(number, thread_name_prefix=f"postgres-{name}")


def _engine(address: URL, settings: str, connections: int = 0, **given: Any) -> Engine:
    """`connections`: how many are kept; 0: each is closed after its use. `given`: to the driver, unless the address
    says otherwise. Raises DatabaseUnsupported.
    """
    pool = {"poolclass": QueuePool, "pool_size": connections, "max_overflow": 0} if connections else {}
    try:
        engine = create_engine(
            address.set(drivername="postgresql+psycopg"),
            connect_args=_given(address, settings, **given),
            hide_parameters=True,
            json_serializer=json_text,
            use_native_hstore=False,
            **(pool or {"poolclass": NullPool}),
        )
    except ModuleNotFoundError:
        raise DatabaseUnsupported("PostgreSQL needs the library psycopg: pip install 'psycopg[binary]'") from None
    except ArgumentError:
        raise DatabaseUnsupported("the database address is not understood") from None
    event.listen(engine, "handle_error", hide_values)
    return engine


def _given(address: URL, settings: str, **given: Any) -> dict[str, Any]:
    """What the driver needs for a connection beside the address; what stands in that comes first."""
    theirs = address.normalized_query.get("options", ())
    given = {"connect_timeout": CONNECT_SECONDS, "fallback_application_name": "rakezet", **given}
    return {
        **{name: value for name, value in given.items() if name not in address.query},
        "client_encoding": "utf8",
        "options": " ".join((*theirs, _ALIVE, settings)),
    }


def _line_of(engine: Engine, given: dict[str, Any]) -> dict[str, Any]:
    """What the plain driver needs to come to the same database."""
    _, parts = engine.dialect.create_connect_args(engine.url)
    return {**parts, **given}


def _place(address: URL) -> str:
    """Names a database without its user's secrets, which may also stand in the address's query."""
    host = address.host or ", ".join(address.normalized_query.get("host", ())) or "this machine"
    port = f":{address.port}" if address.port else ""
    return f"the database {address.database or 'of this user'} at {host}{port}"


def _reason(error: SQLAlchemyError, address: URL) -> str:
    """What the server or the driver says, on one line."""
    told = " ".join(str(getattr(error, "orig", None) or error).split())
    for secret in (address.password, *address.normalized_query.get("password", ())):
        told = told.replace(str(secret), "…") if secret else told
    return told
