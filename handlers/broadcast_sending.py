"""Lets a call to action go: one row for each person meant, written at once, and the timers that go with it.

Nobody is left out in silence: whoever is meant and can be told has a row, which ends in one of five ways. Each is
held back while its person rests, unless the call is urgent and a second person agreed to that.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from flows.rules import broadcast as rules
from flows.rules.quiet_choices import quiet_choices
from flows.rules.quiet_times import Urgency, next_allowed
from handlers.actions import load_action
from handlers.broadcast_counts import REPORT_AFTER
from handlers.broadcast_words import message_for
from handlers.broadcasts import Frozen, coalition_name, is_later, meant_by, start_of_call
from handlers.kit import Kit
from handlers.live import follow, refresh
from handlers.telling import Content
from storage.audience import Reachable
from storage.broadcasts import (
    SCHEDULED,
    SENDING,
    STOPPED,
    UNDONE,
    Call,
    about,
    add_call,
    goes_on,
    load_call,
    set_call,
)
from storage.db import Connection
from storage.outbox import Draft, Lane, MessageClass, Row, put_all
from storage.timers import Timer, set_timer

PROGRESS = "broadcast"
"""The message that shows how a call goes, and edits itself."""

DUE, BEGUN, REPORT = "broadcast_due", "broadcast_begun", "broadcast_report"
"""Kinds of timers: a call that waited for its time, one that can no longer be taken back, one that is a day old."""

SHOWN_AFTER = timedelta(days=2)
"""How much longer than anybody can follow it its progress edits itself."""

TOLD_EVERY = 25
"""Its progress is drawn anew after so many messages, and after the last."""


def let_go(
    conn: Connection, kit: Kit, call: Call, approver: int, people: tuple[Reachable, ...], now: datetime
) -> None:
    """Approved: its messages are written now, for these people, or for others at the time it waits for."""
    start = start_of_call(call.content, kit, now)
    later = is_later(start, now)
    set_call(
        conn, call.id, state=SCHEDULED if later else SENDING, approver=approver, approved_at=now, starts_at=start
    )
    if later:
        _set(conn, DUE, call, start)
    else:
        write_rows(conn, kit, call, people, start, now)
    _set(conn, BEGUN, call, start)
    over = rules.over_at(call.content["purpose"], start, _event_start(conn, kit, call, now))
    for person in dict.fromkeys((call.author, approver)):
        if person is not None:
            follow(conn, kit, person, call.workspace, PROGRESS, call.id, now, until=over + SHOWN_AFTER)


def write_rows(
    conn: Connection, kit: Kit, call: Call, people: tuple[Reachable, ...], start: datetime, now: datetime
) -> None:
    """A row for each person meant, none before `start`; the report a day later."""
    over = rules.over_at(call.content["purpose"], start, _event_start(conn, kit, call, now))
    coalition = coalition_name(conn, call.workspace)
    languages = {one.language or "he" for one in people}
    contents = {one: message_for(call.content, call.id, one, coalition) for one in languages}
    drafts = _drafts(kit, call, people, contents, start, over)
    count = put_all(conn, drafts, now)
    set_call(conn, call.id, people=count, starts_at=start, expires_at=over)
    _set(conn, REPORT, call, start + REPORT_AFTER)


def come_due(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """The time a call waited for: whoever is meant now gets it, and the next of its series waits for its own time."""
    call = load_call(conn, (timer.detail or {}).get("call"), timer.workspace)
    if call is None:
        return False
    start = call.starts_at or timer.due_at  # a crisis may have held it back since
    over = rules.over_at(call.content["purpose"], start, _event_start(conn, kit, call, now))
    state = SENDING if now < over else STOPPED  # nobody could follow it any more: the bot was away
    if not set_call(conn, call.id, only_in=(SCHEDULED,), state=state):
        return False
    if state == SENDING:
        people = meant_by(conn, kit, call.workspace, tuple(call.content["filters"]), now)
        write_rows(conn, kit, call, people, now, now)
    set_series(conn, kit, call, now)
    refresh(conn, kit, call.workspace, PROGRESS, call.id, now)
    return False


def begin(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """It can no longer be taken back: its progress says so. What repeats waits for its next time."""
    call = load_call(conn, (timer.detail or {}).get("call"), timer.workspace)
    if call is None or call.state in (UNDONE, STOPPED):
        return False
    if call.state == SENDING and call.content["when"] == rules.NOW:
        set_series(conn, kit, call, now)
    refresh(conn, kit, call.workspace, PROGRESS, call.id, now)
    return False


def set_series(conn: Connection, kit: Kit, call: Call, now: datetime) -> None:
    """The next of a call that repeats, at the same hour; one approval holds for some times only."""
    start = call.starts_at or now
    following = rules.next_time(start, call.content["repeat"], ZoneInfo(kit.policy.timezone))
    if following is None or call.turn >= rules.MOST_REPEATS or call.approver is None:
        return
    series = call.series or call.id
    again = Call(
        kit.fresh(), call.workspace, call.item, call.author, call.approver, SCHEDULED, call.content, now, now,
        following, series=series, turn=call.turn + 1,
    )  # fmt: skip
    add_call(conn, again)
    _set(conn, DUE, again, following)


def one_ended(conn: Connection, kit: Kit, row: Row, now: datetime) -> None:
    """A message of a call came to an end: now and then, and after the last one, its progress is drawn anew."""
    if row.about is None or row.workspace is None or not row.about.startswith(about("")):
        return
    if row.id % TOLD_EVERY == 0 or not goes_on(conn, row.about):
        refresh(conn, kit, row.workspace, PROGRESS, row.about.removeprefix(about("")), now)


def free_from(kit: Kit, quiet: Mapping[str, object] | None, at: datetime, content: Frozen) -> datetime:
    """The first moment from `at` on at which somebody who chose this may be told."""
    choices = quiet_choices(quiet, ZoneInfo(kit.policy.timezone))
    return next_allowed(at, choices, Urgency.APPROVED if may_break_rest(content) else Urgency.ROUTINE)


def may_break_rest(content: Frozen) -> bool:
    """Urgent, and a second person agreed: nobody breaks others' rest alone."""
    return content["purpose"] == "urgent" and not content.get("alone")


def _set(conn: Connection, kind: str, call: Call, at: datetime) -> None:
    filed = about(call.id)
    set_timer(conn, kind, f"{call.id}:{kind}", at, workspace=call.workspace, about=filed, detail={"call": call.id})


def _drafts(
    kit: Kit,
    call: Call,
    people: Iterable[Reachable],
    contents: Mapping[str, Content],
    start: datetime,
    over: datetime,
) -> Iterable[Draft]:
    """Those who rest alike wait alike: that is reckoned once."""
    free: dict[str, datetime] = {}
    for one in people:
        assert one.address is not None
        assert one.channel is not None
        alike = repr(one.quiet)
        if alike not in free:
            free[alike] = free_from(kit, one.quiet, start, call.content)
        yield Draft(
            key=kit.fresh(),
            person=one.person,
            address=one.address,
            channel=one.channel,
            message_class=MessageClass.BULK,
            lane=Lane.BULK,
            content=contents[one.language or "he"],
            workspace=call.workspace,
            not_before=free[alike],
            expires_at=over,
            about=about(call.id),
        )


def _event_start(conn: Connection, kit: Kit, call: Call, now: datetime) -> datetime | None:
    day = load_action(conn, kit, call.workspace, call.content["event"], now)
    return day.start if day is not None else None
