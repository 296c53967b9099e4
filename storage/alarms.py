"""Keeps a coalition's crisis switch: who proposed it, who approved it, since when it is on, and how it ended.

While it is on, what can wait does: timers of routine kinds and what is queued for later are put far ahead, and
brought back in the transaction that ends it.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update

from storage.columns import EPOCH, HELD_BY, HELD_FROM
from storage.compiled import Prepared
from storage.outbox import Lane
from storage.outbox import State as RowState
from storage.tables import alarms, outbox
from storage.timers import release_held


class State(StrEnum):
    """LAPSED: nobody approved it in time. FALSE: it was a false alarm."""

    PROPOSED = "proposed"
    REFUSED = "refused"
    LAPSED = "lapsed"
    ON = "on"
    ENDED = "ended"
    FALSE = "false"


@dataclass(frozen=True, slots=True)
class Alarm:
    id: str
    workspace: str
    drill: bool
    state: State
    proposed_by: int | None
    proposed_at: datetime
    approved_by: int | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    checkin: str | None = None

    @property
    def about(self) -> str:
        """What the words about its end belong to."""
        return f"alarm:{self.id}"


_ALARM = select(
    alarms.c.id,
    alarms.c.workspace_id,
    alarms.c.drill,
    alarms.c.state,
    alarms.c.proposed_by,
    alarms.c.proposed_at,
    alarms.c.approved_by,
    alarms.c.started_at,
    alarms.c.ended_at,
    alarms.c.checkin_id,
)


_ON = Prepared(_ALARM.where(alarms.c.workspace_id == bindparam("workspace"), alarms.c.state == State.ON).limit(1))


def propose_alarm(conn: Connection, alarm: str, workspace: str, person: int, now: datetime, *, drill: bool) -> None:
    row = {"id": alarm, "workspace_id": workspace, "drill": drill, "state": State.PROPOSED}
    conn.execute(insert(alarms).values(row | {"proposed_by": person, "proposed_at": now}))


def load_alarm(conn: Connection, alarm: str | None) -> Alarm | None:
    row = conn.execute(_ALARM.where(alarms.c.id == alarm)).first() if alarm else None
    return _alarm(row) if row else None


def alarm_on(conn: Connection, workspace: str | None) -> Alarm | None:
    """The crisis that is on in a workspace; a drill of one holds nothing back, but stands here too."""
    row = _ON.first(conn, workspace=workspace) if workspace else None
    return _alarm(row) if row else None


def alarm_proposed(conn: Connection, workspace: str, since: datetime) -> Alarm | None:
    """What waits for a second approval, if it was proposed after this."""
    waiting = _newest(conn, workspace, State.PROPOSED)
    return waiting if waiting is not None and waiting.proposed_at > since else None


def started_since(conn: Connection, workspace: str, since: datetime, *, drill: bool) -> int:
    """How many were started after this."""
    there = (alarms.c.workspace_id == workspace, alarms.c.started_at > since, alarms.c.drill == drill)
    return conn.execute(select(func.count()).where(*there)).scalar_one()


def start_alarm(conn: Connection, alarm: str, person: int, checkin: str, now: datetime) -> bool:
    """Switch it on; False if it was not waiting any more."""
    started = {"state": State.ON, "approved_by": person, "started_at": now, "checkin_id": checkin}
    return _turn(conn, alarm, State.PROPOSED, started)


def leave_alarm(conn: Connection, alarm: str, state: State, now: datetime) -> bool:
    """It is not started: refused, or nobody approved in time."""
    return _turn(conn, alarm, State.PROPOSED, {"state": state, "ended_at": now})


def alarm_of(conn: Connection, checkin: str) -> Alarm | None:
    """The alarm that sent this check-in."""
    row = conn.execute(_ALARM.where(alarms.c.checkin_id == checkin)).first()
    return _alarm(row) if row else None


def end_alarm(conn: Connection, alarm: str, state: State, now: datetime) -> bool:
    """Switch it off; False if somebody else just did."""
    return _turn(conn, alarm, State.ON, {"state": state, "ended_at": now})


# -- what waits meanwhile ------------------------------------------------------------------------------------------


def hold_rows(conn: Connection, workspace: str, spared: str) -> int:
    """What is queued here and can wait does, but for what belongs to `spared`; how many rows that are."""
    can_wait = (
        outbox.c.workspace_id == workspace,
        outbox.c.state == RowState.QUEUED,
        outbox.c.lane >= Lane.SCHEDULED,
        func.coalesce(outbox.c.about, "") != spared,
    )
    waiting = conn.execute(select(outbox.c.id, outbox.c.not_before).where(*can_wait)).all()
    for row, not_before in waiting:
        _put_off(conn, row, (not_before or EPOCH) + HELD_BY)
    return len(waiting)


def release(conn: Connection, workspace: str, now: datetime) -> None:
    """The crisis is over: what waited rings now if it still matters, and is sent when it would have been."""
    release_held(conn, workspace, now)
    far = (outbox.c.workspace_id == workspace, outbox.c.state == RowState.QUEUED, outbox.c.not_before >= HELD_FROM)
    for row, not_before in conn.execute(select(outbox.c.id, outbox.c.not_before).where(*far)).all():
        earlier = not_before - HELD_BY
        _put_off(conn, row, earlier if earlier > EPOCH else None)


def _put_off(conn: Connection, row: int, not_before: datetime | None) -> None:
    still = (outbox.c.id == row, outbox.c.state == RowState.QUEUED)
    conn.execute(update(outbox).where(*still).values(not_before=not_before))


def _turn(conn: Connection, alarm: str, before: State, columns: dict[str, Any]) -> bool:
    there = (alarms.c.id == alarm, alarms.c.state == before)
    return conn.execute(update(alarms).where(*there).values(columns)).rowcount == 1


def _newest(conn: Connection, workspace: str, *states: State) -> Alarm | None:
    there = (alarms.c.workspace_id == workspace, alarms.c.state.in_(states))
    row = conn.execute(_ALARM.where(*there).order_by(alarms.c.proposed_at.desc()).limit(1)).first()
    return _alarm(row) if row else None


def _alarm(row: Any) -> Alarm:
    alarm, workspace, drill, state, *rest = row
    return Alarm(alarm, workspace, drill, State(state), *rest)
