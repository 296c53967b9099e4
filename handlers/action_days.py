"""Rings what an action's ladder holds, and tells people when the action moves, or when they join while it is ahead.

Everything here looks first whether the action still stands as it did; who left, silenced the coalition or cannot
come hears nothing. An action's attendance is forgotten two weeks after it: being there is nobody's business.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from flows.rules.action import PUBLISHED, PUT_OFF
from flows.rules.action_days import State, is_published, parts_of
from handlers.action_words import (
    Content,
    asking_again,
    calendar,
    go_question,
    home_question,
    invitation,
    log_opens,
    moved_to,
    named,
    nobody_heard_from,
    open_questions,
    part_question,
    reminder,
    review_invitation,
    soon,
    thanks_for_coming,
    tomorrow,
)
from handlers.actions import BREAKS_REST_WITHIN, ActionDay, action_about, actions_ahead, load_action, start_of
from handlers.kit import Kit
from storage.attendance import (
    Counts,
    Home,
    attendances,
    counts,
    forget_attendance,
    note_home_asked,
    note_informed,
)
from storage.db import Connection
from storage.deliveries import cancel_about
from storage.timers import Timer, set_timer, void_timers

MOVED, HOME, FORGET_ATTENDANCE = "action_moved", "home_safely", "forget_attendance"
"""Kinds of timers: a new date that settles, the next look at who is not home, the end of knowing who was there."""

SETTLES_AFTER = timedelta(minutes=3)

ASKED_AGAIN_AFTER = (timedelta(minutes=60), timedelta(minutes=120))
NAMED_AFTER = timedelta(minutes=150)
"""After the first question: when the silent are asked again, and when those who look after people hear of them."""

HOME_MATTERS = timedelta(hours=12)
ATTENDANCE_KEPT = timedelta(days=14)


# -- called by others ------------------------------------------------------------------------------------------------


def ring_action(
    conn: Connection, kit: Kit, workspace: str, item: str, rung: str, void_after: datetime, now: datetime
) -> None:
    """Ring one rung of an action's ladder, as long as people are invited to it."""
    day = load_action(conn, kit, workspace, item, now)
    if day is not None and is_published(day.fields):
        _RUNGS[rung](day, void_after)


def moved(conn: Connection, kit: Kit, workspace: str, item: str, now: datetime) -> None:
    """The date of an action was answered anew. People hear of it once it has settled: a day comes before its hour.

    What waits to be said about the old date is taken back at once; an action that was put off is on again.
    """
    day = load_action(conn, kit, workspace, item, now)
    if day is None or day.fields.get("status") not in (PUBLISHED, PUT_OFF) or day.fields.get("removed"):
        return
    day.keep("status", PUBLISHED, day.publisher)
    day.keep("was_put_off", "no", day.publisher)
    cancel_about(conn, workspace, action_about(item), now)
    void_timers(conn, home_about(day))
    forget_later(day)
    occurrence = f"{workspace}:moved:{item}"
    set_timer(conn, MOVED, occurrence, now + SETTLES_AFTER, workspace=workspace, detail={"item": item})


def tell_of_move(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """Whoever comes hears the new date once, with a calendar that knows it, and is asked whether they still come."""
    day = load_action(conn, kit, timer.workspace, (timer.detail or {}).get("item"), now)
    old = day.fields.get("said_start") if day is not None else None
    if day is None or not day.is_ahead or day.start is None or old == day.fields.get("start_at"):
        return False
    day.keep("said_start", str(day.fields["start_at"]), day.publisher)
    moves = day.moves + 1
    day.keep("moves", moves, day.publisher)
    before = start_of(kit, old)
    urgent = day.is_soon or (before is not None and before - now < BREAKS_REST_WITHIN)
    for one in day.those_who_come():
        if day.tell(one.person, moved_to(day, old), calendar(day), until=day.start, urgent=urgent):
            note_informed(conn, day.workspace, day.item, one.person, moves)
    return False


def joined(conn: Connection, kit: Kit, workspace: str, person: int, now: datetime) -> None:
    """Whoever comes into the coalition late is invited once to what is still ahead; what was missed stays missed."""
    for day in actions_ahead(conn, kit, workspace, now):
        day.tell(person, invitation(day), until=_start(day))


def home_again(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """Ask again whoever has not said that they are home; at last say their names to those who look after people."""
    detail = timer.detail or {}
    day = load_action(conn, kit, timer.workspace, detail.get("item"), now)
    if day is None or not is_published(day.fields) or day.fields.get("start_at") != detail.get("day"):
        return False
    silent = [one for one in day.those_who_come() if one.home is Home.SILENT]
    if detail.get("ask") == "names":
        _name_silent(day, [one.name for one in silent])
        return False
    for one in silent:
        day.tell(one.person, home_question(day, again=True), until=now + HOME_MATTERS, urgent=True)
    return False


def forget_who_was_there(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """True: something was erased that must leave the disk."""
    assert timer.workspace is not None
    forget_attendance(conn, timer.workspace, str((timer.detail or {}).get("item")))
    return True


# -- what verbs need too ---------------------------------------------------------------------------------------------


def forget_later(day: ActionDay) -> None:
    """Set, or move, the end of knowing who was there."""
    start = day.start or day.now
    set_timer(
        day.conn,
        FORGET_ATTENDANCE,
        f"{day.workspace}:attendance:{day.item}",
        start + ATTENDANCE_KEPT,
        workspace=day.workspace,
        detail={"item": day.item},
    )


def home_about(day: ActionDay) -> str:
    return f"{day.workspace}:home:{day.item}"


def ladder_about(day: ActionDay) -> str:
    """What its ladder hangs on, as alerts name it."""
    return f"{day.workspace}:action:{day.item}"


def ask_parts(day: ActionDay, until: datetime) -> None:
    """Ask whoever is named for a part and has not said yes or no."""
    for part in parts_of(day.roles):
        if part.state is State.ASKED and part.whom is not None:
            day.tell(part.whom, part_question(day, part), until=until)


# -- the rungs -------------------------------------------------------------------------------------------------------


def _ahead(day: ActionDay, until: datetime) -> None:
    """Days before: who has not answered is asked, who comes is reminded, coordinators see what is open."""
    answered = {one.person: one.comes for one in attendances(day.conn, day.workspace, day.item)}
    for member in day.members:
        if member.person not in answered:
            day.tell(member.person, asking_again(day), until=until)
        elif answered[member.person]:
            day.tell(member.person, reminder(day, member.person, member.name), until=until)
    ask_parts(day, until)
    _to(day, day.coordinators, open_questions(day, _counts(day)), until)


def _tomorrow(day: ActionDay, until: datetime) -> None:
    for one in day.those_who_come():
        day.tell(one.person, tomorrow(day, one.person, one.name), until=until)
    _to(day, day.coordinators, go_question(day, _counts(day)), until)


def _soon(day: ActionDay, until: datetime) -> None:
    for one in day.those_who_come():
        day.tell(one.person, soon(day), until=until, urgent=True)


def _begins(day: ActionDay, until: datetime) -> None:
    _to(day, day.coordinators, log_opens(day), until, urgent=True)


def _home(day: ActionDay, until: datetime) -> None:
    """Whoever said that they come is asked, even at night: that is when it matters."""
    for one in day.those_who_come():
        if one.home is Home.NONE and day.tell(one.person, home_question(day, again=False), until=until, urgent=True):
            note_home_asked(day.conn, day.workspace, day.item, one.person, day.now)
    for after in ASKED_AGAIN_AFTER:
        _look_again(day, "silent", after)
    _look_again(day, "names", NAMED_AFTER)


def _after(day: ActionDay, until: datetime) -> None:
    for one in day.those_who_come():
        day.tell(one.person, thanks_for_coming(day), until=until)
    _to(day, day.coordinators, review_invitation(day, _counts(day)), until)


_RUNGS: Mapping[str, Callable[[ActionDay, datetime], None]] = {
    "t-14": _ahead,
    "t-7": _ahead,
    "t-3": _ahead,
    "t-1": _tomorrow,
    "t-3h": _soon,
    "start": _begins,
    "t+1h": _home,
    "t+1": _after,
}


def _to(day: ActionDay, people: tuple[int, ...], content: Content, until: datetime, urgent: bool = False) -> None:
    for person in people:
        day.tell(person, content, until=until, urgent=urgent)


def _look_again(day: ActionDay, ask: str, after: timedelta) -> None:
    due = day.now + after
    set_timer(
        day.conn,
        HOME,
        f"{home_about(day)}:{int(after.total_seconds())}",
        due,
        workspace=day.workspace,
        about=home_about(day),
        detail={"item": day.item, "day": day.fields.get("start_at"), "ask": ask},
        void_after=due + HOME_MATTERS,
    )


def _name_silent(day: ActionDay, names: list[str | None]) -> None:
    if names:
        content = nobody_heard_from(day, [named(name) for name in names])
        _to(day, day.those_who_look_after, content, day.now + HOME_MATTERS, urgent=True)


def _counts(day: ActionDay) -> Counts:
    return counts(day.conn, day.workspace, day.item)


def _start(day: ActionDay) -> datetime:
    """When an invitation no longer matters."""
    return day.start or day.now
