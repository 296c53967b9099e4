"""Drains the outbox: picks what may go now, claims it before the first byte, sends once, writes down the fate.

Rules for later editors: nothing is sent that was not claimed in a commit; one message in flight for each person; an
attempt whose fate is unclear stays `unknown` and is never simply sent again. A drawing is made before its row is
claimed, so that a slow picture holds nobody's claim.
"""

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import structlog

from flows.rules.pacing import Paces, Waiting
from flows.wording import Voice
from handlers.drawing import drawn, sitter_for
from handlers.fitting import Recipient, as_drawn, courtesy_from, fitted
from handlers.kit import Kit
from handlers.messages import Fate, Outcome, Outgoing
from handlers.ports import Channel, Clock
from storage import outbox
from storage.coding import say_from
from storage.db import Connection, Database, NotDurable
from storage.outbox import Row, State
from storage.people import block_address, load_person, open_address
from storage.seals import SealBroken

log = structlog.get_logger()

LOOK_AHEAD = 200
IN_FLIGHT_AT_MOST = 32
IDLE_LOOK = 30.0
UNREAD_WAIT = 1.0
ENDS: Mapping[Fate, State] = {
    Fate.ACCEPTED: State.ACCEPTED,
    Fate.REFUSED: State.REFUSED,
    Fate.UNKNOWN: State.UNKNOWN,
    Fate.LATER: State.QUEUED,
}

UNWORDABLE = (SealBroken, LookupError, ValueError, AssertionError, RuntimeError)
"""What a row can do to its wording or drawing. It would do so again: such a row must not hold up the next ones."""


@dataclass(slots=True)
class Sender:
    """The one way out. `wake` it after a commit that may have written rows; `rest` waits until nothing can go."""

    db: Database
    kit: Kit
    clock: Clock
    channels: Mapping[str, Channel]
    paces: Paces
    _woken: asyncio.Event = field(default_factory=asyncio.Event)
    _quiet: asyncio.Event = field(default_factory=asyncio.Event)
    _flying: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    _stopping: bool = False
    fates: Counter[str] = field(default_factory=Counter)

    @property
    def accepted(self) -> int:
        """How many messages platforms have accepted since the start."""
        return sum(count for key, count in self.fates.items() if key.endswith(f":{Fate.ACCEPTED}"))

    def wake(self) -> None:
        self._quiet.clear()
        self._woken.set()

    async def rest(self) -> None:
        """Wait until no row can be sent any more at this instant."""
        await self._quiet.wait()

    async def run(self) -> None:
        """Send until stopped; then let what is in flight land."""
        while not self._stopping:
            self._woken.clear()
            wait = await self._round()
            if not self._flying and wait is None and not self._woken.is_set():
                self._quiet.set()
            await self._sleep(wait)
        if self._flying:
            await asyncio.wait(self._flying.values())

    async def abandon(self) -> None:
        """Give up on what is still in flight: its rows stay claimed, and are uncertain at the next start."""
        for task in self._flying.values():
            task.cancel()
        await asyncio.gather(*self._flying.values(), return_exceptions=True)

    def stop(self) -> None:
        self._stopping = True
        self._woken.set()

    async def _sleep(self, wait: float | None) -> None:
        try:
            async with asyncio.timeout(IDLE_LOOK if wait is None else wait):
                await self._woken.wait()
        except TimeoutError:
            self.paces.forget_idle(self.clock.monotonic())

    async def _round(self) -> float | None:
        """Start what may go now; the seconds until something else could."""
        room = IN_FLIGHT_AT_MOST - len(self._flying)
        if room <= 0:
            return None
        try:
            rows = await self.db.read(outbox.ready, self.clock.now(), LOOK_AHEAD)
        except Exception as fault:  # a database that is away for a moment must not end the one way out
            log.error("outbox.unread", kind=type(fault).__name__)
            return UNREAD_WAIT
        by_id = {row.id: row for row in rows if row.channel in self.channels}
        waiting = [Waiting(row.id, row.person, row.channel, row.lane) for row in by_id.values()]
        chosen, wait = self.paces.choose(waiting, frozenset(self._flying), self.clock.monotonic(), room)
        for pick in chosen:
            self._launch(by_id[pick.row])
        return wait

    def _launch(self, row: Row) -> None:
        task = asyncio.create_task(self._carry(row))
        self._flying[row.person] = task
        task.add_done_callback(lambda _: self._landed(row.person))

    def _landed(self, person: int) -> None:
        self._flying.pop(person, None)
        self._woken.set()

    async def _carry(self, row: Row) -> None:
        """One attempt at one row, from claim to fate."""
        try:
            await self._attempt(row)
        except NotDurable:
            log.error("outbox.not_durable")
            self.paces.hold(row.channel, row.person, self.clock.monotonic() + 1.0)
        except Exception as fault:  # a fault of ours must not stop everybody's messages
            log.error("outbox.fault", kind=type(fault).__name__)
            self.paces.hold(row.channel, row.person, self.clock.monotonic() + 5.0)

    async def _attempt(self, row: Row) -> None:
        now = self.clock.now()
        if row.expires_at is not None and row.expires_at <= now:
            return await self.db.run(outbox.end_unsent, row.id, State.EXPIRED, "expired", now)
        if await self.db.read(outbox.is_blocked, row.address):
            return await self.db.run(outbox.end_unsent, row.id, State.REFUSED, "blocked", now)
        try:
            to = await self._recipient(row)
            outgoing = await self._worded(row, to)
        except UNWORDABLE as fault:
            log.error("outbox.unworded", kind=type(fault).__name__)
            return await self.db.run(outbox.end_unsent, row.id, State.REFUSED, "unworded", now)
        attempt = self.kit.fresh()
        if not await self.db.run(outbox.claim, row.id, attempt, now):
            return
        if row.reason is None:  # a row that was put back to wait has been courteous already
            await self._be_courteous(row, to)
        outcome = await self.channels[row.channel].send(replace(outgoing, attempt_id=attempt))
        await self._write_down(row, attempt, outcome)

    async def _recipient(self, row: Row) -> Recipient:
        person = await self.db.read(load_person, row.person)
        channel, address = await self.db.read(open_address, self.kit.keys, row.address)
        language = person.language or self.kit.policy.languages[0]
        return Recipient(address, Voice(language, person.address_form or "plural"), self.channels[channel].limits)

    async def _worded(self, row: Row, to: Recipient) -> Outgoing:
        if "draw" not in row.content:
            return fitted(self.kit, row.key, say_from(row.content["say"]), to)
        assert row.workspace is not None
        sitter = await self.db.read(sitter_for, self.kit, row.workspace, to.voice, self.clock.now())
        made = await asyncio.to_thread(drawn, row.content["draw"], sitter)
        return as_drawn(self.kit, made, to)

    async def _be_courteous(self, row: Row, to: Recipient) -> None:
        for noted in row.courtesies:
            await self.courtesy(row.channel, noted, to)

    async def courtesy(self, channel: str, noted: Mapping[str, Any], to: Recipient) -> None:
        """Carry out one courtesy that was noted in a turn."""
        about = await self.db.read(outbox.by_key, noted["of"]) if "of" in noted else None
        courtesy = courtesy_from(self.kit, noted, about.content if about else None, to)
        if courtesy is not None:
            await self.channels[channel].be_courteous(courtesy, to.address)

    async def _write_down(self, row: Row, attempt: str, outcome: Outcome) -> None:
        if outcome.fate is Fate.LATER:
            person = None if outcome.whole_bot else row.person
            self.paces.hold(row.channel, person, self.clock.monotonic() + outcome.retry_after)
        self.fates[f"{row.channel}:{outcome.fate}"] += 1
        await self.db.run(_finish, row, attempt, outcome, self.clock.now())


def _finish(conn: Connection, row: Row, attempt: str, outcome: Outcome, now: datetime) -> None:
    """Write the fate of an attempt, and whether the address can still be reached."""
    outbox.finish(conn, row.id, attempt, ENDS[outcome.fate], now, outcome.provider_id, outcome.reason)
    if outcome.blocked:
        block_address(conn, row.address, now)
