"""Words the messages that edit themselves, at the moment they are sent: a table, one line for each."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from handlers.action_words import counts_line, saying
from handlers.actions import load_action
from handlers.broadcast_sending import PROGRESS
from handlers.broadcast_words import progress
from handlers.carers import looks_after
from handlers.checkin_words import ROLLUP, how_it_stands
from handlers.crisis_work import PICTURE, picture_now
from handlers.kit import Kit
from handlers.live import ONLY_INSTEAD, is_afresh
from handlers.publishing import WHO_COMES
from handlers.telling import Content
from handlers.weekly import SILENT, who_is_silent
from handlers.work_alerts import WAITING, what_waits
from storage.attendance import counts
from storage.broadcasts import ends_of, load_call, replies_to
from storage.checkins import load_checkin
from storage.db import Connection
from storage.outbox import Row
from storage.workspaces import COORDINATOR, memberships_of

Shown = Callable[[Connection, Kit, str, str, int, datetime], Content | None]
"""`(conn, kit, workspace, item, person, now)`: what stands, for one reader; None where they may see nothing."""


def shown_now(conn: Connection, kit: Kit, row: Row, now: datetime) -> dict[str, Any] | None:
    """What one state says; it still names what it is a state of. None: there is nothing more to show."""
    assert row.workspace is not None
    named = row.content["live"]
    content = _SHOWN[named["name"]](conn, kit, row.workspace, named["item"], row.person, now)
    if content is None or (content.get(ONLY_INSTEAD) and is_afresh(row)):
        return None
    return {**content, "live": named}


def _who_comes(conn: Connection, kit: Kit, workspace: str, item: str, person: int, now: datetime) -> Content | None:
    """How many come to an action, for those who may ask."""
    mine = next((m for m in memberships_of(conn, person) if m.workspace == workspace), None)
    day = load_action(conn, kit, workspace, item, now)
    if day is None or mine is None or mine.role != COORDINATOR:
        return None
    return saying(counts_line(day, counts(conn, workspace, item)))


def _checkin(conn: Connection, kit: Kit, workspace: str, item: str, person: int, now: datetime) -> Content | None:
    """How a check-in stands, for those who look after people."""
    checkin = load_checkin(conn, item)
    if checkin is None or not looks_after(conn, workspace, person):
        return None
    return how_it_stands(conn, kit, checkin)


def _call_progress(
    conn: Connection, kit: Kit, workspace: str, item: str, person: int, now: datetime
) -> Content | None:
    """How a call to action goes, for coordinators and whoever approved it."""
    call = load_call(conn, item, workspace)
    mine = next((m for m in memberships_of(conn, person) if m.workspace == workspace), None)
    if call is None or mine is None or (mine.role != COORDINATOR and call.approver != person):
        return None
    return progress(call, ends_of(conn, call), replies_to(conn, call.id), ZoneInfo(kit.policy.timezone), now)


_SHOWN: Mapping[str, Shown] = {
    WHO_COMES: _who_comes,
    WAITING: what_waits,
    SILENT: who_is_silent,
    ROLLUP: _checkin,
    PICTURE: picture_now,
    PROGRESS: _call_progress,
}
