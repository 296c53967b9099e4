"""Keeps what is due when, one row for each occurrence, in the same transaction as what it hangs on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from storage.compiled import Prepared
from storage.tables import timers

HELD_UNTIL = datetime(9999, 1, 1, tzinfo=UTC)
"""What is held back (for a crisis) is due then, which is never: it is brought back by whoever held it."""


@dataclass(frozen=True, slots=True)
class Timer:
    """One thing that is due once. `about` names what it hangs on, `detail` is what its kind needs to know."""

    id: int
    kind: str
    person: int | None
    workspace: str | None
    due_at: datetime
    about: str | None = None
    detail: Mapping[str, Any] | None = None
    void_after: datetime | None = None


_COLUMNS = select(
    timers.c.id,
    timers.c.kind,
    timers.c.person_id,
    timers.c.workspace_id,
    timers.c.due_at,
    timers.c.about,
    timers.c.detail,
    timers.c.void_after,
)
_DUE = _COLUMNS.where(timers.c.due_at <= bindparam("now")).order_by(timers.c.due_at, timers.c.id)
_CANCEL = Prepared(delete(timers).where(timers.c.occurrence == bindparam("of_occurrence")))
_SET = Prepared(insert(timers))
# By its moment too: SQLite gives the id of a row that is gone to the next one.
_FIRED = Prepared(delete(timers).where(timers.c.id == bindparam("timer"), timers.c.due_at == bindparam("was_due")))
_POSTPONE = Prepared(
    update(timers)
    .where(timers.c.id == bindparam("timer"), timers.c.due_at == bindparam("was_due"))
    .values(due_at=bindparam("now_due"))
)
_ALL = _COLUMNS.order_by(timers.c.due_at, timers.c.id)
_NEXT = select(func.min(timers.c.due_at)).where(timers.c.due_at < HELD_UNTIL)


def set_timer(
    conn: Connection,
    kind: str,
    occurrence: str,
    due_at: datetime,
    person: int | None = None,
    workspace: str | None = None,
    *,
    about: str | None = None,
    detail: Mapping[str, Any] | None = None,
    void_after: datetime | None = None,
) -> None:
    """Set one occurrence; the same occurrence set again only moves it."""
    cancel_timer(conn, occurrence)
    row = {
        "kind": kind,
        "occurrence": occurrence,
        "due_at": due_at,
        "person_id": person,
        "workspace_id": workspace,
        "about": about,
        "detail": detail,
        "void_after": void_after,
    }
    _SET.run(conn, **row)


def timer_of(conn: Connection, occurrence: str) -> Timer | None:
    """The timer of one occurrence, if it is set."""
    row = conn.execute(_COLUMNS.where(timers.c.occurrence == occurrence)).first()
    return Timer(*row) if row else None


def is_set(conn: Connection, occurrence: str) -> bool:
    return conn.execute(select(timers.c.id).where(timers.c.occurrence == occurrence)).first() is not None


def cancel_timer(conn: Connection, occurrence: str) -> None:
    _CANCEL.run(conn, of_occurrence=occurrence)


def void_timers(conn: Connection, about: str) -> int:
    """Take off everything that hangs on this; how many there were."""
    return conn.execute(delete(timers).where(timers.c.about == about)).rowcount


def due_timers(conn: Connection, now: datetime, limit: int) -> tuple[Timer, ...]:
    return tuple(Timer(*row) for row in conn.execute(_DUE.limit(limit), {"now": now}))


def waiting_timers(conn: Connection, limit: int) -> tuple[Timer, ...]:
    return tuple(Timer(*row) for row in conn.execute(_ALL.limit(limit)))


def timers_of(conn: Connection, workspace: str, kind: str) -> tuple[Timer, ...]:
    """Everything of one kind that is still to come in a workspace."""
    of_kind = _COLUMNS.where(timers.c.workspace_id == workspace, timers.c.kind == kind).order_by(timers.c.id)
    return tuple(Timer(*row) for row in conn.execute(of_kind))


def next_due(conn: Connection) -> datetime | None:
    return conn.execute(_NEXT).scalar()


def count_timers(conn: Connection) -> int:
    return conn.execute(select(func.count()).select_from(timers)).scalar_one()


def fired(conn: Connection, timer: Timer) -> bool:
    """Take a timer off; False when it was cancelled, moved or taken meanwhile."""
    return _FIRED.run(conn, timer=timer.id, was_due=timer.due_at) == 1


def release_held(conn: Connection, workspace: str, now: datetime) -> int:
    """What was held back in a workspace is due now; how many that are."""
    held = (timers.c.workspace_id == workspace, timers.c.due_at == HELD_UNTIL)
    return conn.execute(update(timers).where(*held).values(due_at=now)).rowcount


def postpone(conn: Connection, timer: Timer, due_at: datetime) -> bool:
    """Let it come later; False when it was cancelled, moved or taken meanwhile."""
    return _POSTPONE.run(conn, timer=timer.id, was_due=timer.due_at, now_due=due_at) == 1
