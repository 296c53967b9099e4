"""Fires what is due, in order, each in a unit of its own: a table from the timer's kind to what it does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from handlers.alerts import ALERT, ring
from handlers.consent import FORGET_UNCONSENTED
from handlers.digests import send_digest
from handlers.kit import Kit
from handlers.ports import Clock
from handlers.sender import Sender
from handlers.weekly import DIGEST, EVENING, WEEKLY, ask_in_the_evening, ask_weekly
from storage.db import Connection, Database
from storage.deliveries import forget_ended
from storage.inbox import empty_quarantine, forget_keys
from storage.people import delete_person, load_person
from storage.timers import Timer, due_timers, fired, is_set, next_due, set_timer
from storage.workspaces import delete_expired_invitations

log = structlog.get_logger()

RETENTION = "retention"
RETENTION_EVERY = timedelta(hours=24)
KEYS_KEPT = timedelta(days=30)
DELIVERIES_KEPT = timedelta(days=7)
QUARANTINE_KEPT = timedelta(hours=72)
AT_ONCE = 100


@dataclass(slots=True)
class Ticker:
    """Asks the database what is due; the scheduler, or a moved clock, only knocks."""

    db: Database
    kit: Kit
    clock: Clock
    sender: Sender

    async def tick(self) -> int:
        """Fire everything due now; how many fired."""
        total = 0
        while due := await self.db.read(due_timers, self.clock.now(), AT_ONCE):
            for timer in due:
                total += await self._fire(timer)
        return total

    async def next_due(self) -> datetime | None:
        return await self.db.read(next_due)

    async def _fire(self, timer: Timer) -> bool:
        erased = await self.db.run(fire, self.kit, timer, self.clock.now())
        if erased:
            await self.db.truncate_wal()
        self.sender.wake()
        log.info("timer.fired", kind=timer.kind)
        return True


def start_timers(conn: Connection, now: datetime) -> None:
    """The timers that belong to the house and not to a person."""
    if not is_set(conn, RETENTION):
        set_timer(conn, RETENTION, RETENTION, now + RETENTION_EVERY)


def fire(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """Take the timer off and do what it is for; True when something was erased that must leave the disk."""
    if not fired(conn, timer.id):
        return False
    if timer.void_after is not None and now > timer.void_after:
        log.info("timer.dropped", kind=timer.kind)  # the bot was away: late news of this kind helps nobody
        return False
    return _KINDS[timer.kind](conn, kit, timer, now)


def _forget_unconsented(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """Whoever did not consent in time was never here."""
    assert timer.person is not None
    if load_person(conn, timer.person).has_consented:
        return False
    delete_person(conn, timer.person)
    return True


def _retention(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """Remove what has outlived its promise, and come back tomorrow."""
    forget_keys(conn, now - KEYS_KEPT)
    forget_ended(conn, now - DELIVERIES_KEPT)
    empty_quarantine(conn, now - QUARANTINE_KEPT)
    delete_expired_invitations(conn, now)
    set_timer(conn, RETENTION, RETENTION, now + RETENTION_EVERY)
    return True


_KINDS: Mapping[str, Callable[[Connection, Kit, Timer, datetime], bool]] = {
    ALERT: ring,
    DIGEST: send_digest,
    EVENING: ask_in_the_evening,
    WEEKLY: ask_weekly,
    FORGET_UNCONSENTED: _forget_unconsented,
    RETENTION: _retention,
}
