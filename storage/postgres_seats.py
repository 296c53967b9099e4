"""Gives a seat to one of several processes on a server, and takes it back from the dead within seconds.

Rules for later editors
- A seat is a named lock of one session on the server. It ends with the session, and that with the process; when a
  machine is gone the server lets go after eleven seconds, when a process no longer moves after fifteen. So whoever
  sits asks for the seat now and then, to show that they are there.
- What is written from the seat is written in that very session. So two processes can never both write from one: the
  server gives the lock away only once the session before it is over, and what that one had not committed is undone.
  No clock takes part in this.
- A connection that was lost is never taken up again for the same seat: another process may have sat there meanwhile.
- A session that waited for the lock would hold up the removal of dead rows: whoever has no seat asks now and then.
- A pooler between us and the server must keep sessions together.
"""

import contextlib
from collections.abc import Awaitable, Callable
from hashlib import blake2b
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, func, select, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from storage.postgres_units import in_transaction, rerun
from storage.seats import SeatLost

P = ParamSpec("P")
T = TypeVar("T")

# Both ends notice soon that the other is gone: the server as an option of the session, we as one of the driver.
SOON = "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3"
SOON_HERE = {"keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3, "tcp_user_timeout": 10_000}

IN_TOUCH = "-c idle_session_timeout=15s"

_STILL_THERE = text("SELECT 1")


class ServerSeat:
    """One session that has a named lock, or asks for it. `carry` runs a function in the one thread of all seats."""

    def __init__(self, name: str, connection: Connection, carry: Callable[..., Awaitable[Any]]) -> None:
        self._lock = func.pg_try_advisory_lock(lock_number(name))
        self._connection, self._carry = connection, carry
        self._held = self.is_over = False

    async def run(self, f: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kw: P.kwargs) -> T:
        value: T = await self._carry(rerun, lambda: self._once(lambda conn: f(conn, *args, **kw)))
        return value

    async def leave(self) -> None:
        await self._carry(self.end)

    # From here on: the thread of the seats.

    def asks(self) -> bool:
        """Whether the lock is ours, now or already. Raises SeatLost, DBAPIError."""
        question = _STILL_THERE if self._held else select(self._lock)
        self._held = bool(self._once(lambda conn: conn.scalar(question)))
        return self._held

    def end(self) -> None:
        self.is_over = True
        with contextlib.suppress(SQLAlchemyError):
            self._connection.close()

    def _once(self, work: Callable[[Connection], T]) -> T:
        if self.is_over or self._connection.invalidated:  # used again, it would connect anew, without the lock
            self.end()
            raise SeatLost("another process may have this seat")
        try:
            return in_transaction(self._connection, work)
        finally:
            if self._connection.invalidated:
                self.end()
            else:
                self._connection.rollback()


class ServerSeats:
    """The seats of this process, one session for each name. Everything in the one thread of all seats."""

    def __init__(self, engine: Engine, carry: Callable[..., Awaitable[Any]]) -> None:
        """`engine` closes each connection after its use."""
        self._engine, self._carry = engine, carry
        self._seats: dict[str, ServerSeat] = {}

    def take(self, name: str) -> ServerSeat | None:
        """The seat, if it is ours now or already; None also when the server cannot be asked."""
        for _ in range(2):  # a lost connection has lost what it held: what is free is taken anew
            with contextlib.suppress(DBAPIError, SeatLost):
                seat = self._seat(name)
                return seat if seat.asks() else None
        return None

    def let_go(self) -> None:
        for seat in self._seats.values():
            seat.end()

    def _seat(self, name: str) -> ServerSeat:
        found = self._seats.get(name)
        if found is None or found.is_over:
            found = self._seats[name] = ServerSeat(name, self._engine.connect(), self._carry)
        return found


def lock_number(name: str) -> int:
    """The 64 bits under which the server knows a named lock of ours."""
    return int.from_bytes(blake2b(f"rakezet:{name}".encode(), digest_size=8).digest(), signed=True)
