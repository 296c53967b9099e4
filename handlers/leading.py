"""Lets several processes on one database be one bot: each takes what arrives, and one of them leads.

The design
- Who leads has the seat "lead" (`Database.only_one`). It alone sends what waits in the outbox, fires what is due,
  asks a platform for updates where those are not brought, and puts right what a dead leader had claimed (as at a
  start).
- Every process takes turns. Whoever does not lead rings the leader right after each commit, so that a reply leaves
  within milliseconds; several commits share one ring.
- A leader that stops lets its messages land, leaves the seat and rings: the next one leads at once. One that dies
  loses the seat with its connection: the others ask for it once a second. One that freezes loses it a little later.
- On a file there is one process, which leads from its start to its end.

What holds
- A row is claimed once, and only by who leads, in the session that is the seat: no claim of an old leader can be
  committed once a new one sits there. So nothing is sent twice but what says so itself.
- Messages to one person leave in order, one at a time, also when a leader stops or dies. Rows a dead leader had
  claimed are uncertain (`put_right`); all others wait in the outbox for the next one.
- Turns of one person never interleave, whichever processes take them: each locks the person first. An update brought
  to two processes is one turn: its key is written first, and the second writer waits for the first. First words in
  two processes make one person.
- What a platform brings one after another, the next only when the last was taken, keeps its order. What it brings
  side by side (a message and a press of the same moment) is taken in the order in which it reaches the database;
  within one process that is the order in which it came.

What does not
- A leader that loses only its connection, and lives, stops within a second, but cannot call back what is in the air:
  a message of the new leader may overtake that one, and its fate stays unknown though it arrived.
- A process that dies between a commit and its ring leaves rows that wait for the next ring, or for the leader's own
  look (`IDLE_LOOK`); a platform that was not answered brings the update again, and that rings.
- The budgets of pace begin anew with a new leader; a platform that finds it too fast says so and is obeyed.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field

import structlog

from handlers.kit import Kit
from handlers.ports import Clock
from handlers.sender import Sender
from handlers.starting import put_right
from handlers.timers import start_timers
from storage.db import Database, NotDurable, Seat

log = structlog.get_logger()

LEAD = "lead"
ROWS = "rows"  # the bell that wakes who leads
FREE = "free"  # the bell that says that nobody leads
LOOK_SECONDS = 1.0
"""How often a leader makes sure that it is one, and the others ask whether they may be."""
LANDING_SECONDS = 3.0
"""How long messages in flight may take to land when we stop sending; what has not landed then is uncertain."""


@dataclass(slots=True)
class Leading:
    """Whether this process leads, and all that begins and ends with it."""

    db: Database
    kit: Kit
    clock: Clock
    sender: Sender
    _began: asyncio.Event = field(default_factory=asyncio.Event)
    _over: asyncio.Event = field(default_factory=asyncio.Event)
    _written: asyncio.Event = field(default_factory=asyncio.Event)
    _sure_until: float = 0.0
    _sending: asyncio.Task[None] | None = None
    _watching: tuple[asyncio.Task[None], ...] = ()

    @property
    def leads(self) -> bool:
        return self._began.is_set()

    async def begin(self) -> None:
        """Lead where nobody else does; else follow, until nobody does."""
        self.sender.elsewhere = self._written.set
        await self._ask()
        if self.db.shared:
            self._watching = (asyncio.create_task(self._watch()), asyncio.create_task(self._pass_on()))

    async def end(self) -> None:
        """Let what is in flight land, and let somebody else lead."""
        for task in self._watching:
            task.cancel()
        await asyncio.gather(*self._watching, return_exceptions=True)
        await self._step_down()

    async def while_leading(self, work: Callable[[asyncio.Event], Awaitable[None]], stop: asyncio.Event) -> None:
        """Do `work` whenever this process leads; where another one takes over, it is cancelled. Until stopped."""
        while not stop.is_set():
            await _first(self._began.wait(), stop.wait())
            if not stop.is_set():
                await _first(work(stop), self._over.wait())

    async def _watch(self) -> None:
        while True:
            try:
                await (self._make_sure() if self.leads else self._follow())
            except Exception as fault:  # nobody else would ever lead again, or send
                log.error("leading.fault", kind=type(fault).__name__)
                await asyncio.sleep(LOOK_SECONDS)

    async def _make_sure(self) -> None:
        """Wait for others to write rows; now and then ask whether we still lead."""
        seat = self.sender.seat
        rung = await self.db.heard(ROWS, LOOK_SECONDS)
        if rung:
            self.sender.wake()
        if rung and seat is not None and not seat.is_over and self.clock.monotonic() < self._sure_until:
            return
        self._sure_until = self.clock.monotonic() + LOOK_SECONDS
        if await self.db.only_one(LEAD) is not seat:
            log.warning("leading.lost")
            await self._step_down()

    async def _follow(self) -> None:
        await self.db.heard(FREE, LOOK_SECONDS)
        await self._ask()

    async def _ask(self) -> None:
        seat = await self.db.only_one(LEAD)
        if seat is not None:
            await self._lead(seat)

    async def _lead(self, seat: Seat) -> None:
        now = self.clock.now()
        await seat.run(put_right, self.kit, now)
        await seat.run(start_timers, now)
        self.sender.seat = seat
        self._sending = asyncio.create_task(self.sender.run())
        self._over.clear()
        self._began.set()
        if self.db.shared:
            log.info("leading")

    async def _step_down(self) -> None:
        self._began.clear()
        self._over.set()
        if self._sending is not None:
            await _landed(self.sender, self._sending)
        self._sending, seat = None, self.sender.seat
        self.sender.seat = None
        if seat is not None:
            await seat.leave()
            with suppress(NotDurable):  # the others ask by themselves, a little later
                await self.db.ring(FREE)

    async def _pass_on(self) -> None:
        """Ring for whoever leads: never more than once at a time, however much is written."""
        while True:
            await self._written.wait()
            self._written.clear()
            try:
                await self.db.ring(ROWS)
            except NotDurable:
                log.warning("leading.not_rung")


async def _landed(sender: Sender, sending: asyncio.Task[None]) -> None:
    """Let what is in flight land; whatever has not by then stays claimed, and is uncertain for who sends next."""
    sender.stop()
    done, _ = await asyncio.wait({sending}, timeout=LANDING_SECONDS)
    if not done:
        await sender.abandon()
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)


async def _first(*waits: Awaitable[object]) -> None:
    """Wait until one of these ends, and end the others. Raises what the first raised."""
    tasks = [asyncio.ensure_future(wait) for wait in waits]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
