"""Fires what is due, in order, each in a unit of its own: a table from the timer's kind to what it does."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

import structlog

from handlers.action_days import (
    FORGET_ATTENDANCE,
    HOME,
    MOVED,
    forget_who_was_there,
    home_again,
    tell_of_move,
)
from handlers.alarms import LAPSED, lapse
from handlers.alerts import ALERT, ring
from handlers.broadcast_counts import forget_who_answered, write_down
from handlers.broadcast_report import send_report
from handlers.broadcast_sending import BEGUN, DUE, REPORT, begin, come_due
from handlers.care import CARE_CALL, ring_again
from handlers.checkin_facts import PLANNED
from handlers.checkin_planning import ask_as_planned
from handlers.checkins import AGAIN as CHECKIN_AGAIN
from handlers.checkins import FORGET as FORGET_CHECKIN
from handlers.checkins import OVER as CHECKIN_OVER
from handlers.checkins import SILENT as CHECKIN_SILENT
from handlers.checkins import ask_again, close_by_itself, forget_answers, have_somebody_look
from handlers.consent import FORGET_UNCONSENTED
from handlers.crisis_clock import LESSONS, UPDATE, ask_to_look_again, ask_what_was_learnt
from handlers.digests import send_digest
from handlers.kit import Kit
from handlers.ports import Clock
from handlers.sender import Sender
from handlers.weekly import DIGEST, EVENING, WEEKLY, ask_in_the_evening, ask_weekly
from storage.alarms import alarm_on
from storage.db import Connection, Database, DatabaseClosed, NotDurable
from storage.deliveries import forget_ended
from storage.inbox import empty_quarantine, forget_keys
from storage.people import delete_person, load_person
from storage.timers import HELD_UNTIL, Timer, due_timers, fired, is_set, next_due, postpone, set_timer
from storage.workspaces import delete_expired_invitations

log = structlog.get_logger()

RETENTION = "retention"
RETENTION_EVERY = timedelta(hours=24)
KEYS_KEPT = timedelta(days=30)
DELIVERIES_KEPT = timedelta(days=7)
QUARANTINE_KEPT = timedelta(hours=72)

AHEAD = 1024
"""How many are read together."""
AT_ONCE = 64
"""How many are handed in together: as many as the writer takes into one commit."""
TRIES = 3
AGAIN_SOON = timedelta(minutes=1)
AGAIN = timedelta(hours=1)
"""How long a timer that failed waits: the first times, and each time after that."""
SAFETY_RUNGS = frozenset({"t-3h", "start", "t+1h"})
"""Rungs of an action's ladder that ring also in a crisis: people are on their way, or ought to be home."""

NOBODYS_FAULT = (NotDurable, DatabaseClosed)


class End(StrEnum):
    """What became of a timer that was due."""

    DONE = "done"
    ERASED = "erased"  # done, and what it erased must leave the disk
    LATE = "late"  # the bot was away: late news helps nobody
    HELD = "held"  # it waits for the end of a crisis
    GONE = "gone"  # cancelled, moved, or taken by another process


@dataclass(slots=True)
class Ticker:
    """Asks the database what is due; the scheduler, or a moved clock, only knocks.

    What is due is handed in by the chunk, in its order, each in a unit of its own: the writer takes those that wait
    into one commit, and a turn that comes meanwhile waits for one chunk at most. `dropped`: "<kind>:late" and
    "<kind>:failed".
    """

    db: Database
    kit: Kit
    clock: Clock
    sender: Sender
    dropped: Counter[str] = field(default_factory=Counter)
    _failures: Counter[int] = field(default_factory=Counter)
    _alone: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def tick(self) -> int:
        """Fire everything due now; how many did what they are for. Raises NotDurable: ask again a little later."""
        total = 0
        async with self._alone:  # two who knock at once would count each failure twice
            while due := await self.db.read(due_timers, self.clock.now(), AHEAD):
                for start in range(0, len(due), AT_ONCE):
                    total += await self._fire(due[start : start + AT_ONCE])
        return total

    async def next_due(self) -> datetime | None:
        return await self.db.read(next_due)

    async def _fire(self, due: Sequence[Timer]) -> int:
        """All of these; those that fail come again later, so that none of them is due any more."""
        now = self.clock.now()
        units = (self.db.run(fire, self.kit, timer, now) for timer in due)
        ends = await asyncio.gather(*units, return_exceptions=True)
        self.sender.wake()
        if End.ERASED in ends:
            await self.db.truncate_wal()
        for timer, end in zip(due, ends, strict=True):
            if isinstance(end, End):
                self._failures.pop(timer.id, None)
            elif not isinstance(end, NOBODYS_FAULT):
                await self._failed(timer, end, now)
        done = self._told(Counter((timer.kind, end) for timer, end in zip(due, ends, strict=True)))
        for end in ends:
            if isinstance(end, NOBODYS_FAULT):
                raise end
        return done

    def _told(self, ends: Mapping[tuple[str, End | BaseException], int]) -> int:
        """One line for all of a kind that ended alike; how many did what they are for."""
        done = 0
        for (kind, end), count in ends.items():
            if end in (End.DONE, End.ERASED):
                done += count
                log.info("timer.fired", kind=kind, count=count)
            if end is End.LATE:
                self.dropped[f"{kind}:{end}"] += count
                log.info("timer.dropped", kind=kind, count=count)
        return done

    async def _failed(self, timer: Timer, fault: BaseException, now: datetime) -> None:
        """Try it again later. News is dropped in the end; what keeps a promise is tried for as long as it takes."""
        self._failures[timer.id] += 1
        tried = self._failures[timer.id]
        log.error("timer.failed", kind=timer.kind, fault=type(fault).__name__, tried=tried)
        if tried < TRIES or timer.void_after is None:
            wait = AGAIN_SOON if tried < TRIES else AGAIN
            await self.db.run(postpone, timer, now + wait)
            return
        await self.db.run(fired, timer)
        del self._failures[timer.id]
        self.dropped[f"{timer.kind}:failed"] += 1
        log.error("timer.given_up", kind=timer.kind)


def start_timers(conn: Connection, now: datetime) -> None:
    """The timers that belong to the house and not to a person."""
    if not is_set(conn, RETENTION):
        set_timer(conn, RETENTION, RETENTION, now + RETENTION_EVERY)


def fire(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> End:
    """Take the timer off and do what it is for."""
    if _waits_for_a_crisis(conn, timer) and postpone(conn, timer, HELD_UNTIL):
        return End.HELD
    if not fired(conn, timer):
        return End.GONE
    if timer.void_after is not None and now > timer.void_after:
        return End.LATE
    return End.ERASED if _KINDS[timer.kind](conn, kit, timer, now) else End.DONE


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
    write_down(conn, now)
    forget_who_answered(conn, now)
    forget_ended(conn, now - DELIVERIES_KEPT)
    empty_quarantine(conn, now - QUARANTINE_KEPT)
    delete_expired_invitations(conn, now)
    set_timer(conn, RETENTION, RETENTION, now + RETENTION_EVERY)
    return True


ROUTINE = frozenset({ALERT, DIGEST, EVENING, WEEKLY, DUE, REPORT})
"""Kinds that wait while a crisis is on where they belong; what keeps people safe rings all the same."""


def _waits_for_a_crisis(conn: Connection, timer: Timer) -> bool:
    """Whether this is routine in a coalition that is in a crisis; whether people got home is asked even then."""
    is_safety = (timer.detail or {}).get("rung") in SAFETY_RUNGS
    alarm = alarm_on(conn, timer.workspace) if timer.kind in ROUTINE and not is_safety else None
    return alarm is not None and not alarm.drill


_KINDS: Mapping[str, Callable[[Connection, Kit, Timer, datetime], bool]] = {
    ALERT: ring,
    CHECKIN_AGAIN: ask_again,
    CHECKIN_SILENT: have_somebody_look,
    CHECKIN_OVER: close_by_itself,
    FORGET_CHECKIN: forget_answers,
    PLANNED: ask_as_planned,
    CARE_CALL: ring_again,
    LAPSED: lapse,
    DUE: come_due,
    BEGUN: begin,
    REPORT: send_report,
    DIGEST: send_digest,
    EVENING: ask_in_the_evening,
    WEEKLY: ask_weekly,
    MOVED: tell_of_move,
    HOME: home_again,
    FORGET_ATTENDANCE: forget_who_was_there,
    FORGET_UNCONSENTED: _forget_unconsented,
    RETENTION: _retention,
    UPDATE: ask_to_look_again,
    LESSONS: ask_what_was_learnt,
}
