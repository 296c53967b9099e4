"""Knocks when something is due. APScheduler only wakes us; what is due stands in the database.

Of several processes on one database the one that leads knocks. Nothing hangs on that: a timer fires once, whoever
comes to it (`storage.timers.fired`).
"""

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import MovableClock, SystemClock
from handlers.leading import Leading
from handlers.timers import Ticker

SAFETY_SECONDS = 5


class Scheduler:
    """A safety tick, and one wake at the next due instant."""

    def __init__(self, ticker: Ticker, clock: SystemClock | MovableClock, leading: Leading) -> None:
        self._ticker = ticker
        self._clock = clock
        self._leading = leading
        self._scheduler = AsyncIOScheduler(timezone="UTC")

    def start(self) -> None:
        self._scheduler.add_job(
            self._knock, "interval", seconds=SAFETY_SECONDS, id="safety", max_instances=1, coalesce=True
        )
        self._scheduler.start()

    def stop(self) -> None:
        self._scheduler.shutdown(wait=False)

    async def _knock(self) -> None:
        if not self._leading.leads:
            return
        await self._ticker.tick()
        due = await self._ticker.next_due()
        if due is None:
            return
        seconds = (due - self._clock.now()).total_seconds()
        if seconds < SAFETY_SECONDS:
            at = SystemClock().now() + (due - self._clock.now())
            self._scheduler.add_job(self._ticker.tick, "date", run_date=at, id="wake", replace_existing=True)
