"""Keeps who looks after people when they need help, and which calls for help nobody has taken up yet."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, insert, select, update

from storage.tables import checkin_calls, checkins, memberships


class CallKind(StrEnum):
    """Why somebody is to look after somebody: they are in danger, need help, or have not answered."""

    DANGER = "danger"
    HELP = "help"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Call:
    """`person` None: about everybody who has not answered. `rung`: how often it rang."""

    id: str
    checkin: str
    workspace: str
    person: int | None
    kind: CallKind
    raised_at: datetime
    rung: int
    claimed_by: int | None
    claimed_at: datetime | None
    ended_at: datetime | None

    @property
    def waits(self) -> bool:
        """Whether nobody has taken it up, and it still matters."""
        return self.claimed_at is None and self.ended_at is None


_CALL = select(
    checkin_calls.c.id,
    checkin_calls.c.checkin_id,
    checkins.c.workspace_id,
    checkin_calls.c.person_id,
    checkin_calls.c.kind,
    checkin_calls.c.raised_at,
    checkin_calls.c.rung,
    checkin_calls.c.claimed_by,
    checkin_calls.c.claimed_at,
    checkin_calls.c.ended_at,
).join_from(checkin_calls, checkins, checkins.c.id == checkin_calls.c.checkin_id)


def raise_call(conn: Connection, call: str, checkin: str, person: int | None, kind: CallKind, now: datetime) -> None:
    row = {"id": call, "checkin_id": checkin, "person_id": person, "kind": kind, "raised_at": now, "rung": 0}
    conn.execute(insert(checkin_calls).values(row))


def load_call(conn: Connection, call: str | None) -> Call | None:
    row = conn.execute(_CALL.where(checkin_calls.c.id == call)).first() if call else None
    return _call(row) if row else None


def call_about(conn: Connection, checkin: str, person: int | None) -> Call | None:
    """The call about somebody (None: about the silent) that has not ended."""
    there = (checkin_calls.c.checkin_id == checkin, checkin_calls.c.ended_at.is_(None))
    row = conn.execute(_CALL.where(*there, checkin_calls.c.person_id.is_not_distinct_from(person))).first()
    return _call(row) if row else None


def calls_of(conn: Connection, checkin: str) -> tuple[Call, ...]:
    """Every call of a check-in, the first first."""
    rows = conn.execute(_CALL.where(checkin_calls.c.checkin_id == checkin).order_by(checkin_calls.c.raised_at))
    return tuple(_call(row) for row in rows)


def note_rung(conn: Connection, call: str, kind: CallKind | None = None) -> None:
    """It rang once more; `kind` when it turned out to be worse."""
    worse = {"kind": kind} if kind is not None else {}
    rung = update(checkin_calls).where(checkin_calls.c.id == call)
    conn.execute(rung.values(rung=checkin_calls.c.rung + 1, **worse))


def claim_call(conn: Connection, call: str, person: int, now: datetime) -> bool:
    """Take a call up; False if somebody else has, or it is over."""
    free = (checkin_calls.c.id == call, checkin_calls.c.claimed_at.is_(None), checkin_calls.c.ended_at.is_(None))
    return conn.execute(update(checkin_calls).where(*free).values(claimed_by=person, claimed_at=now)).rowcount == 1


def unclaim_call(conn: Connection, call: str) -> None:
    """It got worse, or whoever had it can no more: it rings again."""
    conn.execute(update(checkin_calls).where(checkin_calls.c.id == call).values(claimed_by=None, claimed_at=None))


def end_call(conn: Connection, call: str, now: datetime) -> None:
    conn.execute(update(checkin_calls).where(checkin_calls.c.id == call).values(ended_at=now))


def end_calls(conn: Connection, checkin: str, now: datetime) -> None:
    """With the check-in its calls end."""
    open_ones = (checkin_calls.c.checkin_id == checkin, checkin_calls.c.ended_at.is_(None))
    conn.execute(update(checkin_calls).where(*open_ones).values(ended_at=now))


# -- who looks after people ----------------------------------------------------------------------------------------


def carers_of(conn: Connection, workspace: str) -> tuple[int, ...]:
    """Whoever was named to look after people; nobody was, most often."""
    return _named(conn, workspace, memberships.c.cares_at)


def on_duty_in(conn: Connection, workspace: str) -> tuple[int, ...]:
    """Whoever may start a crisis without a second approval."""
    return _named(conn, workspace, memberships.c.on_duty_at)


def set_carer(conn: Connection, workspace: str, person: int, at: datetime | None) -> None:
    _name(conn, workspace, person, {"cares_at": at})


def set_on_duty(conn: Connection, workspace: str, person: int, at: datetime | None) -> None:
    _name(conn, workspace, person, {"on_duty_at": at})


def _named(conn: Connection, workspace: str, at: Any) -> tuple[int, ...]:
    there = select(memberships.c.person_id).where(memberships.c.workspace_id == workspace, at.is_not(None))
    return tuple(conn.execute(there.order_by(at, memberships.c.person_id)).scalars())


def _name(conn: Connection, workspace: str, person: int, columns: dict[str, datetime | None]) -> None:
    them = (memberships.c.workspace_id == workspace, memberships.c.person_id == person)
    conn.execute(update(memberships).where(*them).values(columns))


def _call(row: Any) -> Call:
    call, checkin, workspace, person, kind, *rest = row
    return Call(call, checkin, workspace, person, CallKind(kind), *rest)
