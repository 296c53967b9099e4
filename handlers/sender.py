"""Drains the outbox: picks what may go now, claims it before the first byte, sends once, writes down the fate.

Rules for later editors: nothing is sent that was not claimed in a commit, from the seat of the one process that
sends; one message in flight for each person; an attempt whose fate is unclear stays `unknown` and is never simply
sent again. A drawing is made before its row is claimed, so that a slow picture holds nobody's claim.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import structlog

from flows.rules.pacing import Paces, Waiting
from handlers.claims import TakenUp, finish, give_up, taken_up
from handlers.drawing import drawn
from handlers.drawings import drawing_in
from handlers.fitting import Recipient, as_drawn, courtesy_from, fitted
from handlers.kit import Kit
from handlers.messages import Fate, Outcome, Outgoing
from handlers.ports import Channel, Clock
from handlers.sitter import sitter_for
from storage import outbox
from storage.coding import say_from
from storage.db import Database, NotDurable, Seat
from storage.outbox import Row
from storage.seals import SealBroken

log = structlog.get_logger()

LOOK_AHEAD = 200
IN_FLIGHT_AT_MOST = 32
IDLE_LOOK = 30.0
UNREAD_WAIT = 1.0

UNWORDABLE = (SealBroken, LookupError, ValueError, AssertionError, RuntimeError)
"""What a row can do to its wording or drawing. It would do so again: such a row must not hold up the next ones."""


@dataclass(slots=True)
class Sender:
    """The one way out. `wake` it after a commit that may have written rows; `rest` waits until nothing can go.

    `seat`: what only the process that sends has. Without it this one sends nothing, and waking it calls `elsewhere`.
    `written` hears of every wake that is for this one.
    """

    db: Database
    kit: Kit
    clock: Clock
    channels: Mapping[str, Channel]
    paces: Paces
    seat: Seat | None = None
    elsewhere: Callable[[], None] = lambda: None
    written: Callable[[], None] = lambda: None
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
        if self.seat is None:
            return self.elsewhere()
        self._quiet.clear()
        self._woken.set()
        self.written()

    async def rest(self) -> None:
        """Wait until no row can be sent any more at this instant; not at all where another process sends."""
        if self.seat is not None:
            await self._quiet.wait()

    async def run(self) -> None:
        """Send until stopped; then let what is in flight land. May be run again after that."""
        while not self._stopping:
            self._woken.clear()
            wait = await self._round()
            if not self._flying and wait is None and not self._woken.is_set():
                self._quiet.set()
            await self._sleep(wait)
        if self._flying:
            await asyncio.wait(self._flying.values())
        self._stopping = False

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
        waiting = [row for row in rows if row.channel in self.channels]
        chosen, wait = self.paces.choose(waiting, frozenset(self._flying), self.clock.monotonic(), room)
        for pick in chosen:
            self._launch(pick)
        return wait

    def _launch(self, row: Waiting) -> None:
        task = asyncio.create_task(self._carry(row))
        self._flying[row.person] = task
        task.add_done_callback(lambda _: self._landed(row.person))

    def _landed(self, person: int) -> None:
        self._flying.pop(person, None)
        self._woken.set()

    async def _carry(self, row: Waiting) -> None:
        """One attempt at one row, from claim to fate."""
        try:
            await self._attempt(row.row, self.seat)
        except NotDurable:
            log.error("outbox.not_durable")
            self.paces.hold(row.channel, row.person, self.clock.monotonic() + 1.0)
        except Exception as fault:  # a fault of ours must not stop everybody's messages
            log.error("outbox.fault", kind=type(fault).__name__)
            self.paces.hold(row.channel, row.person, self.clock.monotonic() + 5.0)

    async def _attempt(self, row: int, seat: Seat | None) -> None:
        assert seat is not None, "only who has the seat sends"
        now = self.clock.now()
        attempt = self.kit.fresh()
        try:
            taken = await seat.run(taken_up, self.kit, row, attempt, now)
            if taken is None:
                return
            outgoing, to = await self._worded(taken)
        except UNWORDABLE as fault:
            log.error("outbox.unworded", kind=type(fault).__name__)
            return await self.db.run(give_up, row, attempt, now)
        if taken.is_drawn and not await seat.run(outbox.claim, row, attempt, now):
            return
        if taken.row.reason is None:  # a row that was put back to wait has been courteous already
            await self._be_courteous(taken, to)
        outcome = await self.channels[taken.row.channel].send(replace(outgoing, attempt_id=attempt))
        await self._write_down(taken.row, attempt, outcome)

    async def _worded(self, taken: TakenUp) -> tuple[Outgoing, Recipient]:
        to = Recipient(taken.address, taken.voice, self.channels[taken.channel].limits)
        row = taken.row
        if not taken.is_drawn:
            outgoing = fitted(self.kit, row.key, say_from(row.content["say"]), to)
            return replace(outgoing, instead_of=taken.instead_of), to
        assert row.workspace is not None
        drawing = drawing_in(row.content, row.workspace)
        sitter = await self.db.read(sitter_for, self.kit, drawing, row.person, to.voice, self.clock.now())
        made = await asyncio.to_thread(drawn, drawing.name, sitter)
        return as_drawn(self.kit, made, to), to

    async def _be_courteous(self, taken: TakenUp, to: Recipient) -> None:
        for noted in taken.row.courtesies:
            await self._show(taken.row.channel, noted, taken.about.get(noted.get("of", "")), to)

    async def courtesy(self, channel: str, noted: Mapping[str, Any], to: Recipient) -> None:
        """Carry out one courtesy that was noted in a turn and rides on no row."""
        about = await self.db.read(outbox.content_of, noted["of"]) if "of" in noted else None
        await self._show(channel, noted, about, to)

    async def _show(
        self, channel: str, noted: Mapping[str, Any], about: Mapping[str, Any] | None, to: Recipient
    ) -> None:
        courtesy = courtesy_from(self.kit, noted, about, to)
        if courtesy is not None:
            await self.channels[channel].be_courteous(courtesy, to.address)

    async def _write_down(self, row: Row, attempt: str, outcome: Outcome) -> None:
        if outcome.fate is Fate.LATER:
            person = None if outcome.whole_bot else row.person
            self.paces.hold(row.channel, person, self.clock.monotonic() + outcome.retry_after)
        self.fates[f"{row.channel}:{outcome.fate}"] += 1
        await self.db.run(finish, self.kit, row, attempt, outcome, self.clock.now())
