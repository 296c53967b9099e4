"""Moves a movable clock through everything due on the way, each thing at its own moment."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.clock import ManualClock, MovableClock, parse_duration, parse_instant
from handlers.sender import Sender
from handlers.timers import Ticker
from storage.db import Database
from storage.outbox import next_not_before


@dataclass(frozen=True, slots=True)
class Mover:
    """Answers POST /clock: {"to": instant}, {"by": duration} or {"by": "next"}."""

    db: Database
    clock: ManualClock | MovableClock
    ticker: Ticker
    sender: Sender
    moved: Callable[[], None] = lambda: None

    async def route(self, request: Request) -> Response:
        try:
            target = await self._target(await request.json())
        except (ValueError, TypeError, AttributeError, OverflowError) as mistake:
            return JSONResponse({"error": "bad_move", "detail": str(mistake)}, status_code=400)
        fired, sent = await self.move(target)
        self.moved()
        return JSONResponse({"now": self.clock.now().isoformat(), "fired": fired, "sent": sent})

    async def move(self, target: datetime) -> tuple[int, int]:
        """(how many timers fired, how many messages were accepted) on the way to `target`."""
        sent_before = self.sender.accepted
        await self._settle()
        fired = 0
        while (due := await self._next()) is not None and due <= target:
            self.clock.move_to(due)
            fired += await self._settle()
        self.clock.move_to(target)
        fired += await self._settle()
        return fired, self.sender.accepted - sent_before

    async def _settle(self) -> int:
        """Everything due at this moment happens, and what it wrote is sent."""
        fired = await self.ticker.tick()
        self.sender.wake()
        await self.sender.rest()
        return fired

    async def _next(self) -> datetime | None:
        timer = await self.ticker.next_due()
        row = await self.db.read(next_not_before, self.clock.now())
        return min((due for due in (timer, row) if due is not None), default=None)

    async def _target(self, asked: dict[str, str]) -> datetime:
        if set(asked) == {"to"}:
            return parse_instant(asked["to"])
        if set(asked) != {"by"}:
            raise ValueError('a move is {"to": instant} or {"by": duration or "next"}')
        if asked["by"] == "next":
            return await self._next() or self.clock.now()
        return self.clock.now() + parse_duration(asked["by"])
