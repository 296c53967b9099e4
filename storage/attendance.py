"""Keeps who comes to an action and who is home again, and no longer than needed: that is nobody else's business.

Only people who are still in the workspace are counted or named; who left has no part in it any more.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, select, update

from storage.tables import attendance, memberships, persons


class Coming(StrEnum):
    """What somebody answered to the invitation; BRING is coming, and not alone."""

    COMING = "coming"
    CANNOT = "cannot"
    BRING = "bring"


class Home(StrEnum):
    """How somebody got home: NONE before they were asked, SILENT while they have not answered."""

    NONE = "none"
    HOME = "home"
    HELP = "help"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person's part in one action. `informed`: the number of moves their calendar knows of, None before any."""

    person: int
    name: str | None
    answer: Coming
    guests: int
    answered_at: datetime
    informed: int | None
    home: Home
    home_asked_at: datetime | None

    @property
    def comes(self) -> bool:
        return self.answer is not Coming.CANNOT


@dataclass(frozen=True, slots=True)
class Counts:
    """People of the workspace who come, those they bring, and who cannot come."""

    coming: int
    guests: int
    cannot: int

    @property
    def answered(self) -> int:
        return self.coming + self.cannot


_MEMBER = and_(
    memberships.c.workspace_id == attendance.c.workspace_id, memberships.c.person_id == attendance.c.person_id
)
_OF_MEMBERS = (
    select(
        attendance.c.person_id,
        persons.c.display_name,
        attendance.c.answer,
        attendance.c.guests,
        attendance.c.answered_at,
        attendance.c.informed,
        attendance.c.home,
        attendance.c.home_asked_at,
    )
    .join_from(attendance, memberships, _MEMBER)
    .join(persons, persons.c.id == attendance.c.person_id)
    .order_by(attendance.c.answered_at, attendance.c.person_id)
)
_COUNTED = (
    select(attendance.c.answer, func.count(), func.sum(attendance.c.guests))
    .join_from(attendance, memberships, _MEMBER)
    .group_by(attendance.c.answer)
)


def attendances(conn: Connection, workspace: str, action: str) -> tuple[Attendance, ...]:
    """Everybody of the workspace who answered, the first answer first."""
    return tuple(_attendance(*row) for row in conn.execute(_OF_MEMBERS.where(*_of(workspace, action))))


def attendance_of(conn: Connection, workspace: str, action: str, person: int) -> Attendance | None:
    row = conn.execute(_OF_MEMBERS.where(*_of(workspace, action), attendance.c.person_id == person)).first()
    return _attendance(*row) if row else None


def answers_to_actions(conn: Connection, person: int) -> tuple[tuple[str, str, Coming], ...]:
    """(workspace, action, answer) of everything this person answered, the first answer first."""
    mine = select(attendance.c.workspace_id, attendance.c.action, attendance.c.answer)
    rows = conn.execute(mine.where(attendance.c.person_id == person).order_by(attendance.c.answered_at))
    return tuple((workspace, action, Coming(answer)) for workspace, action, answer in rows)


def counts(conn: Connection, workspace: str, action: str) -> Counts:
    counted = {Coming(row[0]): (row[1], row[2]) for row in conn.execute(_COUNTED.where(*_of(workspace, action)))}
    coming = [counted.get(answer, (0, 0)) for answer in (Coming.COMING, Coming.BRING)]
    cannot, _ = counted.get(Coming.CANNOT, (0, 0))
    return Counts(sum(people for people, _ in coming), sum(guests for _, guests in coming), cannot)


def keep_attendance(
    conn: Connection, workspace: str, action: str, person: int, answer: Coming, guests: int, now: datetime
) -> None:
    """Keep an answer; one given before is replaced, and what the person was sent stays known."""
    said = {"answer": answer, "guests": guests if answer is Coming.BRING else 0, "answered_at": now}
    if _change(conn, workspace, action, person, said):
        return
    who = {"workspace_id": workspace, "action": action, "person_id": person}
    conn.execute(insert(attendance).values(who | said | {"home": Home.NONE}))


def note_informed(conn: Connection, workspace: str, action: str, person: int, moves: int) -> None:
    """What was sent to this person knows of so many moves."""
    _change(conn, workspace, action, person, {"informed": moves})


def note_home_asked(conn: Connection, workspace: str, action: str, person: int, now: datetime) -> None:
    """They are silent until they answer."""
    _change(conn, workspace, action, person, {"home": Home.SILENT, "home_asked_at": now})


def keep_home(conn: Connection, workspace: str, action: str, person: int, home: Home) -> bool:
    """Keep how somebody got home; False if they never said that they come."""
    return _change(conn, workspace, action, person, {"home": home})


def forget_attendance(conn: Connection, workspace: str, action: str) -> None:
    """Nobody was ever there."""
    conn.execute(delete(attendance).where(*_of(workspace, action)))


def forget_attendance_of(conn: Connection, workspace: str, person: int) -> None:
    """Who leaves a workspace leaves no trace in its actions."""
    mine = (attendance.c.workspace_id == workspace, attendance.c.person_id == person)
    conn.execute(delete(attendance).where(*mine))


def count_attendance(conn: Connection) -> int:
    return conn.execute(select(func.count()).select_from(attendance)).scalar_one()


def _attendance(
    person: int,
    name: str | None,
    answer: str,
    guests: int,
    answered_at: datetime,
    informed: int | None,
    home: str,
    asked_at: datetime | None,
) -> Attendance:
    return Attendance(person, name, Coming(answer), guests, answered_at, informed, Home(home), asked_at)


def _change(conn: Connection, workspace: str, action: str, person: int, columns: dict[str, object]) -> bool:
    where = (*_of(workspace, action), attendance.c.person_id == person)
    return conn.execute(update(attendance).where(*where).values(columns)).rowcount == 1


def _of(workspace: str, action: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return attendance.c.workspace_id == workspace, attendance.c.action == action
