"""Everything that can go wrong between a bot and Telegram, as knobs a test can turn.

`Knobs` is the list of knobs with their signatures; the fake in this process and the client of a fake in
another one both inherit it, so a test reads the same with either. A knob waits until a call matches its
method and chat, and is used up after `times` calls (`None`: never). With `method=None` it fits every method
but getUpdates, which has to be named. One call meets at most one outcome (throttle, refuse, drop, error,
garbled), one delay, one gate. What comes by chance instead is `telegram_weather`.
"""

import math
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.fakes.telegram_clock import Clock
from tests.fakes.telegram_rules import Refusal, forbidden, too_many

When = Literal["before", "after"]
IN_FLIGHT_SECONDS = 0.25  # a call this soon after a 429 may have left before the 429 arrived
PACED = frozenset({"sendMessage", "sendPhoto", "sendDocument", "editMessageText", "editMessageReplyMarkup"})
RATED = frozenset({"sendMessage", "sendPhoto", "sendDocument"})


@dataclass(slots=True)
class Trouble:
    """One turned knob: what happens, to which calls, and how often still."""

    kind: str
    method: str | None
    chat: int | None
    times: int | None
    values: dict[str, Any] = field(default_factory=dict)

    def fits(self, method: str, chat: int | None) -> bool:
        named = method == self.method if self.method else method != "getUpdates"
        return named and self.chat in (None, chat) and self.times != 0


class Knobs:
    """The knobs. `chat` is a chat id; `times` counts calls, None is always."""

    async def turn(self, kind: str, method: str | None, chat: int | None, times: int | None, **values: Any) -> None:
        raise NotImplementedError

    async def throttle(
        self,
        chat: int | None = None,
        retry_after: int = 1,
        method: str | None = None,
        times: int | None = 1,
        whole_bot: bool = False,
    ) -> None:
        """429; whoever calls again in this chat before the time is up gets 429 again, and a fault.

        With `whole_bot` the same 429 meets every chat until then; the answer does not say so, as on the real server.
        """
        await self.turn("throttle", method, chat, times, retry_after=retry_after, whole_bot=whole_bot)

    async def refuse(
        self,
        code: int,
        description: str,
        method: str | None = None,
        chat: int | None = None,
        times: int | None = 1,
    ) -> None:
        """Any refusal the platform may give, word for word."""
        await self.turn("refuse", method, chat, times, code=code, description=description)

    async def blocked(self, chat: int, times: int | None = None) -> None:
        """Blocked without the update that usually says so."""
        refusal = forbidden("bot was blocked by the user")
        await self.refuse(refusal.code, refusal.description, chat=chat, times=times)

    async def drop_before(self, method: str | None = None, chat: int | None = None, times: int | None = 1) -> None:
        """The connection breaks before anything is delivered."""
        await self.turn("drop_before", method, chat, times)

    async def drop_after(self, method: str | None = None, chat: int | None = None, times: int | None = 1) -> None:
        """Delivered, but the connection breaks before the answer."""
        await self.turn("drop_after", method, chat, times)

    async def server_error(
        self,
        method: str | None = None,
        chat: int | None = None,
        times: int | None = 1,
        status: int = 502,
        delivered: bool = False,
    ) -> None:
        """A gateway's HTML page instead of an answer; with `delivered` the message arrived all the same."""
        await self.turn("server_error", method, chat, times, status=status, delivered=delivered)

    async def garbled(self, method: str | None = None, chat: int | None = None, times: int | None = 1) -> None:
        """Delivered, answered 200, but the JSON breaks off."""
        await self.turn("garbled", method, chat, times)

    async def slow(
        self,
        seconds: float,
        when: When = "before",
        method: str | None = None,
        chat: int | None = None,
        times: int | None = 1,
    ) -> None:
        """The server takes its time (on its own clock, see `advance`), before or after delivering."""
        await self.turn("slow", method, chat, times, seconds=seconds, when=when)

    async def hold(
        self,
        method: str | None = None,
        chat: int | None = None,
        when: When = "after",
        times: int | None = None,
    ) -> None:
        """Calls wait at a gate (by default delivered but not answered) until `release()`."""
        await self.turn("hold", method, chat, times, when=when)


class Troubles:
    """The turned knobs, in the order in which they were turned."""

    def __init__(self) -> None:
        self.waiting: list[Trouble] = []

    def take(self, method: str, chat: int | None) -> dict[str, Trouble]:
        """The troubles this call meets, by stage (`outcome`, `slow`, `hold`)."""
        taken: dict[str, Trouble] = {}
        for trouble in self.waiting:
            stage = trouble.kind if trouble.kind in ("slow", "hold") else "outcome"
            if stage not in taken and trouble.fits(method, chat):
                taken[stage] = trouble
        for trouble in taken.values():
            if trouble.times is not None:
                trouble.times -= 1
        self.waiting = [trouble for trouble in self.waiting if trouble.times != 0]
        return taken


@dataclass(slots=True)
class Rates:
    """How fast a bot may send, when a test wants it watched: a bucket per chat and a window per bot."""

    clock: Clock
    per_second: float = 1.0
    burst: int = 20
    per_bot: int = 30
    watched: bool = False
    _buckets: dict[int, tuple[float, float]] = field(default_factory=dict)  # chat: tokens, at
    _recent: deque[float] = field(default_factory=deque)

    def over(self, chat: int) -> int | None:
        """Seconds to wait when this message is one too many, else None and the message is counted."""
        if not self.watched:
            return None
        now = self.clock.monotonic()
        tokens, at = self._buckets.get(chat, (float(self.burst), now))
        tokens = min(float(self.burst), tokens + (now - at) * self.per_second)
        while self._recent and self._recent[0] <= now - 1:
            self._recent.popleft()
        if len(self._recent) >= self.per_bot:
            return 1
        if tokens < 1:
            return max(1, math.ceil((1 - tokens) / self.per_second))
        self._buckets[chat] = (tokens - 1, now)
        self._recent.append(now)
        return None


@dataclass(slots=True)
class Waits:
    """Who was told to wait, and until when: obeying `retry_after` is the one thing Telegram insists on."""

    clock: Clock
    _told: dict[int | None, tuple[float, float]] = field(default_factory=lambda: defaultdict(lambda: (0.0, 0.0)))
    _nobody_until: float = 0.0

    def tell(self, chat: int | None, seconds: int, whole_bot: bool = False) -> Refusal:
        now = self.clock.monotonic()
        self._told[chat] = (now, now + seconds)
        if whole_bot:
            self._nobody_until = max(self._nobody_until, now + seconds)
        return too_many(seconds)

    def disobeyed(self, chat: int | None) -> tuple[Refusal | None, bool]:
        """(429 with what is left of the wait, and whether the bot could have known of it).

        Of a wait of the whole bot a chat learns with its own first 429.
        """
        now = self.clock.monotonic()
        told, until = self._told[chat]
        if now < until:
            return too_many(math.ceil(max(until, self._nobody_until) - now)), now - told > IN_FLIGHT_SECONDS
        if now < self._nobody_until:
            return self.tell(chat, math.ceil(self._nobody_until - now)), False
        return None, False
