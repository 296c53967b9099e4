"""Fetches updates without a webhook, and confirms only what is durable: a crash in between must lose nothing.

Telegram forgets all updates before the offset it is asked for. So the offset stops at the first that is not yet
durable; those behind it that are, are remembered here and not handed on again when they come once more.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

import structlog

from bot.channels.telegram import Telegram
from bot.channels.telegram_request import CallFailed
from bot.channels.telegram_updates import Leave, read, update_id
from handlers.messages import Incoming, Outcome
from handlers.ports import Clock, Receive

LONG_POLL = 25  # seconds
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0  # seconds between tries while the platform cannot be reached
RETRY_PAUSE = 1.0  # seconds until an update that did not become durable is asked for again

_OBEYED = frozenset({"throttled", "token_refused"})
_log = structlog.get_logger()

Line = list[tuple[int, Incoming | Leave]]


@dataclass(frozen=True, slots=True)
class PollingState:
    """For /health: ready when there is no reason against it; `last_ok` is the clock's monotonic second."""

    reasons: tuple[str, ...] = ("telegram_not_reached",)
    last_ok: float | None = None

    @property
    def ready(self) -> bool:
        return not self.reasons


class Polling:
    """The loop around getUpdates. `pause` waits that many seconds; `long_poll` is how long Telegram may."""

    def __init__(
        self,
        telegram: Telegram,
        receive: Receive,
        clock: Clock,
        *,
        long_poll: int = LONG_POLL,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.state = PollingState()
        self._telegram, self._receive, self._clock = telegram, receive, clock
        self._long_poll, self._pause = long_poll, pause
        self._offset: int | None = None
        self._ahead: set[int] = set()  # durable, but behind one that is not
        self._failures = 0

    async def poll(self, stop: asyncio.Event) -> None:
        """Runs until `stop` is set, then ends at once: what was not confirmed comes again under its id."""
        rounds, stopped = asyncio.create_task(self._rounds()), asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({rounds, stopped}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            rounds.cancel()
            stopped.cancel()
            await asyncio.gather(rounds, stopped, return_exceptions=True)
            self._say("telegram_stopped")
        if not rounds.cancelled():
            rounds.result()

    async def _rounds(self) -> None:
        while True:
            try:
                updates = await self._telegram.updates(self._offset, self._wait())
            except CallFailed as failed:
                await self._back_off(failed.outcome)
            else:
                await self._take(updates)

    def _wait(self) -> int:
        """Not at all while it is unsure whether anybody is there: /health waits for an answer at once."""
        return self._long_poll if self.state.ready else 0

    async def _back_off(self, outcome: Outcome) -> None:
        self._say(f"telegram_{outcome.reason}")
        doubled = FIRST_PAUSE * 2 ** min(self._failures, 10)
        self._failures += 1
        await self._pause(outcome.retry_after if outcome.reason in _OBEYED else min(doubled, LONGEST_PAUSE))

    async def _take(self, updates: Iterable[object]) -> None:
        self._failures, reached = 0, self._clock.monotonic()
        by_id = {number: update for update in updates if (number := update_id(update)) is not None}
        durable = await self._received(by_id)
        self._confirm(sorted(by_id), durable)
        if len(durable) == len(by_id):
            self._say(last_ok=reached)
            return
        self._say("telegram_turns_not_durable", last_ok=reached)
        await self._pause(RETRY_PAUSE)

    async def _received(self, updates: dict[int, object]) -> set[int]:
        """The ids of those that are durable now. Chats go side by side, each one in order."""
        lines: dict[str, Line] = {}
        new = {number: read(updates[number], self._clock.now()) for number in sorted(updates.keys() - self._ahead)}
        for number, found in new.items():
            if found is not None:
                chat = found.address if isinstance(found, Incoming) else str(found.chat_id)
                lines.setdefault(chat, []).append((number, found))
        held = await asyncio.gather(*map(self._first_refused, lines.values()))
        return updates.keys() - {number for line in held for number in line}

    async def _first_refused(self, line: Line) -> list[int]:
        """Of one chat's updates those that have to wait: the first that is not durable, and all after it."""
        for at, (_, found) in enumerate(line):
            if not await self._is_durable(found):
                return [number for number, _ in line[at:]]
        return []

    async def _is_durable(self, found: Incoming | Leave) -> bool:
        if isinstance(found, Leave):
            await self._telegram.leave(found.chat_id)
            return True
        try:
            return await self._receive(found)
        except Exception as trouble:
            _log.error("telegram_turn_failed", error=type(trouble).__name__)
            return False

    def _confirm(self, numbers: list[int], durable: set[int]) -> None:
        """Move the offset. With nothing to confirm there is none: ids may begin anew after a quiet week."""
        waiting = next((number for number in numbers if number not in durable), None)
        if waiting is not None:
            self._offset = waiting
            self._ahead = {number for number in durable if number > waiting}
        else:
            self._offset = numbers[-1] + 1 if numbers else None
            self._ahead = set()

    def _say(self, *reasons: str, last_ok: float | None = None) -> None:
        """Tell /health, and the log when it is news."""
        if reasons != self.state.reasons:
            _log.info("telegram_polling", reasons=reasons or ("ready",))
        self.state = PollingState(reasons, self.state.last_ok if last_ok is None else last_ok)
