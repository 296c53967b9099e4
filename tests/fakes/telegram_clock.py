"""The fake Telegram needs a time of its own, so that tests can age a button or a retry without waiting.

Two hands: `unix` is written on messages (wall clock), `monotonic` measures ages, rates and retries. Both are
real until a test moves them. The `Bell` beside it tells waiters that something happened: nobody polls or
sleeps.
"""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

PATIENCE = 30.0
"""Seconds a waiting test gives a busy machine before it fails; nothing ever takes this long."""


class Clock:
    def __init__(self) -> None:
        self._wall = timedelta(0)
        self._ahead = 0.0
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        return datetime.now(UTC) + self._wall  # noqa: TID251 (Telegram has a clock of its own)

    def unix(self) -> int:
        return int(self.now().timestamp())

    def monotonic(self) -> float:
        return time.monotonic() + self._ahead

    def advance(self, seconds: float) -> None:
        """Moves both hands forward and wakes everybody whose moment has come."""
        self._ahead += seconds
        self._wall += timedelta(seconds=seconds)
        self._moved.set()
        self._moved = asyncio.Event()

    def set_wall(self, when: datetime) -> None:
        """Messages are dated from `when` on; ages and retries do not notice."""
        self._wall += when - self.now()

    async def sleep_until(self, moment: float) -> None:
        while (left := moment - self.monotonic()) > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._moved.wait(), left)


class Bell:
    """Rung after every change; whoever waits looks again at what it waits for."""

    def __init__(self) -> None:
        self._condition = asyncio.Condition()

    async def ring(self) -> None:
        async with self._condition:
            self._condition.notify_all()

    async def until(self, happened: Callable[[], bool], seconds: float | None) -> bool:
        """True as soon as `happened()`, False when so many seconds (None: no end) passed without it."""
        async with self._condition:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._condition.wait_for(happened), seconds)
        return happened()
