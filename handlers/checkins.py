"""Asks everybody whether they are all right, asks the silent again, and at last has somebody look after them.

Each asking is one row for each person, ahead of everything else. Its ladder hangs on the check-in and ends with it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from flows.rules.checkins import escalated_at, minutes_chosen
from flows.rules.quiet_choices import quiet_choices
from flows.rules.quiet_times import next_allowed
from handlers.care import about_call, call_for
from handlers.checkin_words import ROLLUP, coalition_of, question
from handlers.kit import Kit
from handlers.live import refresh
from handlers.telling import told_all
from storage.answers import records
from storage.audience import Reachable, audience_of
from storage.care import CallKind, calls_of, end_calls
from storage.checkins import (
    Checkin,
    Kind,
    State,
    add_checkin,
    close_checkin,
    forget_checkin_answers,
    keep_counts,
    load_checkin,
    silent_in,
)
from storage.db import Connection
from storage.deliveries import cancel_about, waiting_for
from storage.outbox import Lane, MessageClass
from storage.timers import Timer, set_timer, void_timers

AGAIN, SILENT, OVER, FORGET = "checkin_again", "checkin_silent", "checkin_over", "forget_checkin"
"""Kinds of timers: the silent are asked again, their names go to those who care, nobody closed it, answers go."""

OPEN_FOR = timedelta(days=7)
ANSWERS_KEPT = timedelta(days=30)
"""After the close. Then only the counts stay."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What is to be asked, where and by whom; `asked_by` is not asked themselves."""

    workspace: str
    kind: Kind
    drill: bool = False
    template: str = "usual"
    wording: str | None = None
    asked_by: int | None = None

    @property
    def spares_rest(self) -> bool:
        """A drill, and what comes by the clock, leaves out whoever rests: they would be asked for nothing."""
        return self.drill or self.kind is Kind.PLANNED


def ask(conn: Connection, kit: Kit, asking: Asking, now: datetime) -> tuple[Checkin, int]:
    """Ask everybody, and hang the ladder. The check-in, and how many are asked now."""
    people = whom_to_ask(conn, kit, asking, now)
    kept = records(conn, asking.workspace, ("coalition",))["coalition"].get("", {}).get("checkin_minutes")
    checkin = Checkin(
        kit.fresh(), asking.workspace, asking.asked_by, asking.kind, asking.drill, asking.template, asking.wording,
        minutes_chosen(kept), State.OPEN, now,
    )  # fmt: skip
    add_checkin(conn, checkin, (one.person for one in people))
    count = _send(conn, kit, checkin, people, now, again=False)
    for minutes in checkin.minutes:
        _hang(conn, checkin, AGAIN, str(minutes), now + timedelta(minutes=minutes))
    _hang(conn, checkin, SILENT, "silent", now + escalated_at(checkin.minutes))
    _hang(conn, checkin, OVER, "over", now + OPEN_FOR)
    return checkin, count


def whom_to_ask(conn: Connection, kit: Kit, asking: Asking, now: datetime) -> tuple[Reachable, ...]:
    everybody = (one for one in audience_of(conn, asking.workspace) if one.person != asking.asked_by)
    if not asking.spares_rest:
        return tuple(everybody)
    zone = ZoneInfo(kit.policy.timezone)
    return tuple(one for one in everybody if next_allowed(now, quiet_choices(one.quiet, zone)) <= now)


def open_for_one(conn: Connection, kit: Kit, workspace: str, person: int, now: datetime) -> Checkin:
    """Somebody asks for help by themselves: a check-in of one, whom nobody has to ask."""
    checkin = Checkin(
        kit.fresh(), workspace, person, Kind.SELF, False, "usual", None, (), State.OPEN, now
    )  # fmt: skip
    add_checkin(conn, checkin, (person,))
    _hang(conn, checkin, OVER, "over", now + OPEN_FOR)
    return checkin


def close(conn: Connection, kit: Kit, checkin: Checkin, state: State, now: datetime) -> bool:
    """End it: nothing rings any more, what was not sent is not sent; the answers go in thirty days."""
    if not close_checkin(conn, checkin, state, now):
        return False
    void_timers(conn, checkin.about)
    for call in calls_of(conn, checkin.id):
        void_timers(conn, about_call(call.id))
        cancel_about(conn, checkin.workspace, about_call(call.id), now)
    end_calls(conn, checkin.id, now)
    cancel_about(conn, checkin.workspace, checkin.about, now)
    set_timer(
        conn, FORGET, f"{FORGET}:{checkin.id}", now + ANSWERS_KEPT,
        workspace=checkin.workspace, detail={"checkin": checkin.id},
    )  # fmt: skip
    refresh(conn, kit, checkin.workspace, ROLLUP, checkin.id, now)
    return True


# -- what rings ----------------------------------------------------------------------------------------------------


def ask_again(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """Whoever has not answered is asked once more; not whoever the first message is still on its way to."""
    checkin = _standing(conn, timer)
    if checkin is not None:
        on_the_way = waiting_for(conn, checkin.about)
        silent = {one.person for one in silent_in(conn, checkin.id)} - on_the_way
        people = [one for one in audience_of(conn, checkin.workspace) if one.person in silent]
        _send(conn, kit, checkin, people, now, again=True)
    return False


def have_somebody_look(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """Nobody heard from them: their names go to those who look after people, until one says "I am on it"."""
    checkin = _standing(conn, timer)
    if checkin is not None and silent_in(conn, checkin.id):
        call_for(conn, kit, checkin, None, CallKind.SILENT, now)
    return False


def close_by_itself(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """Nobody closed it for a week: answers must not stay because somebody forgot to."""
    checkin = _standing(conn, timer)
    if checkin is not None:
        close(conn, kit, checkin, State.CLOSED, now)
    return False


def forget_answers(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """True: something was erased that must leave the disk. The counts stay."""
    checkin = load_checkin(conn, (timer.detail or {}).get("checkin"))
    if checkin is None:
        return False
    keep_counts(conn, checkin)
    forget_checkin_answers(conn, checkin.id)
    return True


def _standing(conn: Connection, timer: Timer) -> Checkin | None:
    checkin = load_checkin(conn, (timer.detail or {}).get("checkin"))
    return checkin if checkin is not None and checkin.is_open else None


def _send(
    conn: Connection, kit: Kit, checkin: Checkin, people: Iterable[Reachable], now: datetime, *, again: bool
) -> int:
    coalition = coalition_of(conn, checkin.workspace)
    in_crisis = checkin.kind is Kind.CRISIS
    return told_all(
        conn, kit, checkin.workspace, people,
        lambda one: question(checkin, one.name, coalition, in_crisis=in_crisis, again=again), now,
        about=checkin.about, lane=Lane.CRISIS, message_class=MessageClass.CRISIS,
    )  # fmt: skip


def _hang(conn: Connection, checkin: Checkin, kind: str, rung: str, due: datetime) -> None:
    set_timer(
        conn, kind, f"{checkin.about}:{rung}", due,
        workspace=checkin.workspace, about=checkin.about, detail={"checkin": checkin.id},
    )  # fmt: skip
