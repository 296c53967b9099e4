"""Drains the outbox: picks what may go now, claims it before the first byte, sends once, writes down the fate.

Rules for later editors: nothing is sent that was not claimed in a commit, from the seat of the one process that
sends; one message in flight for each person; an attempt whose fate is unclear stays `unknown` and is never simply
sent again. A drawing is made before its row is claimed, so that a slow picture holds nobody's claim.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import structlog

from flows.rules.pacing import Paces, Waiting
from handlers.claims import UNWORDABLE, TakenUp, all_taken_up, finish, give_up
from handlers.drawing import drawn
from handlers.drawings import drawing_in
from handlers.fitting import Recipient, as_drawn, courtesy_from, fitted, media_in
from handlers.kit import Kit
from handlers.line import Line
from handlers.messages import Fate, Outcome, Outgoing
from handlers.ports import Channel, Clock
from handlers.sitter import sitter_for
from storage import outbox
from storage.coding import say_from
from storage.db import Database, NotDurable, Seat
from storage.deliveries import told_to_wait
from storage.outbox import Row

log = structlog.get_logger()

IN_FLIGHT_AT_MOST = 32
KEPT_FROM_BROADCASTS = 8
"""Of those in flight: a platform that answers slowly must not leave replies without a way out."""
KEPT_FOR_CRISIS = 8
"""And so many more are for crises alone: a platform that hangs holds up no crisis."""

IDLE_LOOK = 30.0
UNREAD_WAIT = 1.0
NAP = 0.01
"""The shortest sleep: what becomes ready meanwhile goes together, in one commit."""
TIDY_EVERY = 10.0
NOT_DURABLE_WAIT, FAULT_WAIT = 1.0, 5.0


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
    _line: Line = field(default_factory=Line)
    _tidy_at: float = 0.0
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
        self._line.grew_old()
        self._woken.set()
        self.written()

    async def rest(self) -> None:
        """Wait until no row can be sent any more at this instant; not at all where another process sends."""
        if self.seat is not None:
            await self._quiet.wait()

    async def run(self) -> None:
        """Send until stopped; then let what is in flight land. May be run again after that."""
        self._line = Line()
        await self._recall()
        while not self._stopping:
            self._woken.clear()
            wait = await self._round()
            if not self._flying and wait is None and not self._woken.is_set():
                self._quiet.set()
            await self._sleep(wait)
        if self._flying:
            await asyncio.wait(self._flying.values())
        self._stopping = False

    async def _recall(self) -> None:
        """What whoever sent before us was told to wait, we wait as well."""
        now = self.clock.now()
        try:
            waits = await self.db.read(told_to_wait, now)
        except Exception as fault:
            log.error("outbox.unread", kind=type(fault).__name__)
            return
        for channel, person, until in waits:
            self.paces.told_to_wait(channel, person, self.clock.monotonic(), (until - now).total_seconds())

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
            async with asyncio.timeout(IDLE_LOOK if wait is None else max(wait, NAP)):
                await self._woken.wait()
        except TimeoutError:
            if wait is None:
                self._line.grew_old()
        if self.clock.monotonic() >= self._tidy_at:
            self.paces.forget_idle(self.clock.monotonic())
            self._tidy_at = self.clock.monotonic() + TIDY_EVERY

    async def _round(self) -> float | None:
        """Start what may go now; the seconds until something else could."""
        room = IN_FLIGHT_AT_MOST - len(self._flying)
        if room <= 0:
            return None
        try:
            await self._look()
        except Exception as fault:  # a database that is away for a moment must not end the one way out
            log.error("outbox.unread", kind=type(fault).__name__)
            self._line.grew_old()
            return UNREAD_WAIT
        now, busy = self.clock.monotonic(), frozenset(self._flying)
        chosen, wait = self.paces.choose(self._line.rows, busy, now, room, KEPT_FROM_BROADCASTS, KEPT_FOR_CRISIS)
        self._line.left(chosen)
        if chosen:
            await self._take_up(chosen)
        # With those who are left each waiting for reasons of their own, whoever stands behind them is looked for.
        if (chosen and self._line.goes_on) or self._line.look_past(
            lambda row: row.person in busy or self.paces.waits_alone(row, now)
        ):
            self._woken.set()
        return wait

    async def _look(self) -> None:
        if self._line.is_due:
            rows = await self.db.read(outbox.ready, self.clock.now(), self._line.looking())
            self._line.seen(rows, self.channels)

    async def _take_up(self, chosen: Sequence[Waiting]) -> None:
        """Claim these in one commit, and send them on their way."""
        assert self.seat is not None, "only who has the seat sends"
        attempts = [(row.row, self.kit.fresh()) for row in chosen]
        try:
            found = await self.seat.run(all_taken_up, self.kit, attempts, self.clock.now())
        except NotDurable:
            log.error("outbox.not_durable")
            return self._hold(chosen, NOT_DURABLE_WAIT)
        except Exception as fault:  # a fault of ours must not stop everybody's messages
            if len(chosen) == 1:
                log.error("outbox.fault", kind=type(fault).__name__)
                return self._hold(chosen, FAULT_WAIT)
            for one in chosen:
                await self._take_up((one,))
            return
        for row, (_, attempt), taken in zip(chosen, attempts, found, strict=True):
            if taken is None:
                self._woken.set()
            else:
                self._launch(row, attempt, taken)

    def _hold(self, rows: Iterable[Waiting], seconds: float) -> None:
        for row in rows:
            self.paces.hold(row.channel, row.person, self.clock.monotonic() + seconds)
        self._line.grew_old()
        self._woken.set()

    def _launch(self, row: Waiting, attempt: str, taken: TakenUp | Exception) -> None:
        task = asyncio.create_task(self._carry(row, attempt, taken))
        self._flying[row.person] = task
        task.add_done_callback(lambda _: self._landed(row.person))

    def _landed(self, person: int) -> None:
        self._flying.pop(person, None)
        self._woken.set()

    async def _carry(self, row: Waiting, attempt: str, taken: TakenUp | Exception) -> None:
        """One attempt at one row that was taken up, to its fate."""
        try:
            if isinstance(taken, Exception):
                await self._give_up(row.row, attempt, taken)
            else:
                await self._attempt(taken, attempt)
        except NotDurable:
            log.error("outbox.not_durable")
            self._hold((row,), NOT_DURABLE_WAIT)
        except Exception as fault:  # a fault of ours must not stop everybody's messages
            log.error("outbox.fault", kind=type(fault).__name__)
            self._hold((row,), FAULT_WAIT)

    async def _attempt(self, taken: TakenUp, attempt: str) -> None:
        assert self.seat is not None, "only who has the seat sends"
        try:
            outgoing, to = await self._worded(taken)
        except UNWORDABLE as fault:
            return await self._give_up(taken.row.id, attempt, fault)
        if taken.is_drawn and not await self.seat.run(outbox.claim, taken.row.id, attempt, self.clock.now()):
            return
        if taken.row.reason is None:  # a row that was put back to wait has been courteous already
            await self._be_courteous(taken, to)
        outcome = await self.channels[taken.row.channel].send(replace(outgoing, attempt_id=attempt))
        await self._write_down(taken.row, attempt, outcome)

    async def _give_up(self, row: int, attempt: str, fault: Exception) -> None:
        log.error("outbox.unworded", kind=type(fault).__name__)
        await self.db.run(give_up, row, attempt, self.clock.now())

    async def _worded(self, taken: TakenUp) -> tuple[Outgoing, Recipient]:
        to = Recipient(taken.address, taken.voice, self.channels[taken.channel].limits)
        row = taken.row
        if not taken.is_drawn:
            outgoing = fitted(self.kit, row.key, say_from(row.content["say"]), to)
            return replace(outgoing, instead_of=taken.instead_of, media=media_in(row.content, taken.channel)), to
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
        self.fates[f"{row.channel}:{outcome.fate}"] += 1
        now = self.clock.monotonic()
        if outcome.fate is Fate.LATER and outcome.whole_bot:
            self.paces.hold(row.channel, None, now + outcome.retry_after)
        elif outcome.fate is Fate.LATER:
            self.paces.told_to_wait(row.channel, row.person, now, outcome.retry_after)
        elif outcome.fate is Fate.ACCEPTED:
            self.paces.was_heard(row.channel)
        await self.db.run(finish, self.kit, row, attempt, outcome, self.clock.now())
        if outcome.fate is not Fate.ACCEPTED:  # it waits again, or something else is said because of it
            self._line.grew_old()
