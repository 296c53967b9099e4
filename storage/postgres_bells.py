"""Lets processes on one server wake each other within milliseconds, so that nobody has to keep looking.

Rules for later editors
- A bell carries no news: whoever hears it looks into the tables. So it may ring twice, or for nothing.
- It is rung right after a commit, not within it: the server lets transactions that ring commit one after another, and
  every turn of every process would stand in that line. What is lost with a process that dies in between is time, and
  no row: whoever hears looks by itself now and then, too.
- Nothing is heard while the line to the server is down. So hearing begins with a ring: look, you may have missed one.
"""

import asyncio
import contextlib
from typing import Any

from sqlalchemy import Connection, Dialect, func, select

PAUSE_SECONDS = 1.0
"""Before a line that went down is tried again."""


class ServerBells:
    """One line to the server that only listens, to one bell at a time. One caller at a time."""

    def __init__(self, dialect: Dialect, given: dict[str, Any]) -> None:
        """`given`: what the driver needs for a connection."""
        self._driver: Any = dialect.dbapi
        self._given = given
        self._line: Any = None
        self._bell: str | None = None

    async def heard(self, bell: str, seconds: float) -> bool:
        """Waits until it rings, at most so long; whether it rang, or may have."""
        try:
            async with asyncio.timeout(None if self._bell == bell else seconds):
                if await self._turned_to(bell):
                    return True
            return await self._rung(seconds)
        except (self._driver.Error, OSError):  # also too slow
            await self.close()
            await asyncio.sleep(min(seconds, PAUSE_SECONDS))
            return False

    async def close(self) -> None:
        line, self._line, self._bell = self._line, None, None
        if line is not None:
            with contextlib.suppress(self._driver.Error, OSError):
                await line.close()

    async def _turned_to(self, bell: str) -> bool:
        """Listen to this bell; whether that begins only now."""
        if self._bell == bell:
            return False
        if self._line is None:
            self._line = await self._driver.AsyncConnection.connect(**self._given, autocommit=True)
        await self._line.execute("UNLISTEN *")
        await self._line.execute(f'LISTEN "{_channel(bell)}"')
        self._bell = bell
        return True

    async def _rung(self, seconds: float) -> bool:
        rung = False
        async for _ in self._line.notifies(timeout=seconds, stop_after=1):
            rung = True  # no `return` from here: the line would not be free at once
        return rung


def ring(conn: Connection, bell: str) -> None:
    """As a unit of its own."""
    conn.execute(select(func.pg_notify(_channel(bell), ""))).all()


def _channel(bell: str) -> str:
    return f"rakezet_{bell}"
