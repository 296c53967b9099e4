"""Knocks when something is due. APScheduler only wakes us; what is due stands in the database.

Of several processes on one database the one that leads knocks. Nothing hangs on that: a timer fires once, whoever
comes to it (`storage.timers.fired`).
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import MovableClock, SystemClock
from handlers.leading import Leading
from handlers.timers import Ticker

SAFETY_SECONDS = 5
LOOK_AFTER = timedelta(seconds=0.2)
"""How soon after rows were written we look whether one of them is the next timer: many turns share one look."""

NONE_SKIPPED = {"misfire_grace_time": None, "coalesce": True, "max_instances": 3}
"""Left alone, APScheduler skips what comes a second late, and what is aimed by the last one as it ends."""


class Scheduler:
    """One wake at the next due instant, moved whenever rows were written; and a safety tick should that ever fail."""

    def __init__(self, ticker: Ticker, clock: SystemClock | MovableClock, leading: Leading) -> None:
        self._ticker = ticker
        self._clock = clock
        self._leading = leading
        self._scheduler = AsyncIOScheduler(timezone="UTC", job_defaults=NONE_SKIPPED)
        self._looks = False
        self._knocks = False

    def start(self) -> None:
        self._scheduler.add_job(self._knock, "interval", seconds=SAFETY_SECONDS, id="safety")
        self._scheduler.start()
        self._ticker.sender.written = self._look_soon
        self._look_soon()

    def stop(self) -> None:
        self._ticker.sender.written = lambda: None
        self._scheduler.shutdown(wait=False)

    @property
    def wakes_at(self) -> datetime | None:
        """When the next timer is due, on the machine's clock, as far as we know."""
        wake = self._scheduler.get_job("wake")
        at: datetime | None = wake.next_run_time if wake else None
        return at

    def _look_soon(self) -> None:
        """Rows were written, here or elsewhere: one of them may be a timer."""
        if not self._looks:
            self._looks = True
            self._once(self._look, "look", SystemClock().now() + LOOK_AFTER)

    async def _look(self) -> None:
        self._looks = False
        if not self._knocks:
            await self._aim()

    async def _knock(self) -> None:
        """Fire what is due, then aim. While that lasts whoever else would knock or look need not."""
        if self._knocks or not self._leading.leads:
            return
        self._knocks = True
        try:
            await self._ticker.tick()
            await self._aim()
        finally:
            self._knocks = False

    async def _aim(self) -> None:
        """Move the wake to the next due instant."""
        due = await self._ticker.next_due()
        if due is not None:
            self._once(self._knock, "wake", SystemClock().now() + (due - self._clock.now()))

    def _once(self, work: Callable[[], Awaitable[None]], name: str, at: datetime) -> None:
        self._scheduler.add_job(work, "date", run_date=at, id=name, replace_existing=True)
