"""Keeps coalitions, who is in them with which role, and the invitations that let others in."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, select, update

from storage.compiled import Prepared
from storage.tables import STANDING, answers, invitations, join_attempts, memberships, persons, workspaces

COORDINATOR = "coordinator"
MEMBER = "member"

COALITION, CRISIS = "coalition", "crisis"
"""What a workspace is: a coalition's plan, or a closed space to think in a crisis, which nobody finds in a list."""

_NAME = (
    select(answers.c.value)
    .where(
        answers.c.workspace_id == memberships.c.workspace_id,
        answers.c.kind == "coalition",
        answers.c.item == "",
        answers.c.field == "name",
        STANDING,
    )
    .scalar_subquery()
)


@dataclass(frozen=True, slots=True)
class Membership:
    """One person's part in one workspace; `name` is the coalition's name, None while it has none."""

    workspace: str
    person: int
    role: str
    muted: bool
    name: str | None
    kind: str = COALITION


@dataclass(frozen=True, slots=True)
class Member:
    person: int
    name: str | None
    role: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """`workspace` None: an invitation to found a coalition of one's own."""

    workspace: str | None
    role: str
    expires_at: datetime
    uses_left: int
    name: str | None
    kind: str | None = None

    def holds(self, now: datetime) -> bool:
        return self.uses_left > 0 and now < self.expires_at


_MEMBERSHIP = select(
    memberships.c.workspace_id,
    memberships.c.person_id,
    memberships.c.role,
    memberships.c.muted_at,
    _NAME.label("name"),
    workspaces.c.kind,
).join_from(memberships, workspaces, workspaces.c.id == memberships.c.workspace_id)
_OF_PERSON = Prepared(
    _MEMBERSHIP.where(memberships.c.person_id == bindparam("person")).order_by(
        memberships.c.joined_at, memberships.c.workspace_id
    )
)
_MEMBERS = Prepared(
    select(memberships.c.person_id, persons.c.display_name, memberships.c.role)
    .join_from(memberships, persons, persons.c.id == memberships.c.person_id)
    .where(memberships.c.workspace_id == bindparam("workspace"))
    .order_by(memberships.c.joined_at, memberships.c.person_id)
)


def memberships_of(conn: Connection, person: int) -> tuple[Membership, ...]:
    rows = _OF_PERSON.rows(conn, person=person)
    return tuple(Membership(row[0], row[1], row[2], row[3] is not None, row[4], row[5]) for row in rows)


def members_of(conn: Connection, workspace: str) -> tuple[Member, ...]:
    return tuple(Member(*row) for row in _MEMBERS.rows(conn, workspace=workspace))


def found_workspace(conn: Connection, workspace: str, kind: str, founder: int, now: datetime) -> None:
    """A new workspace; whoever founds it coordinates it."""
    conn.execute(insert(workspaces).values(id=workspace, kind=kind, created_at=now))
    join_workspace(conn, workspace, founder, COORDINATOR, now)


def join_workspace(conn: Connection, workspace: str, person: int, role: str, now: datetime) -> None:
    row = {"workspace_id": workspace, "person_id": person, "role": role, "joined_at": now}
    conn.execute(insert(memberships).values(row))


def leave_workspace(conn: Connection, workspace: str, person: int) -> None:
    conn.execute(delete(memberships).where(*_one(workspace, person)))


def set_role(conn: Connection, workspace: str, person: int, role: str) -> None:
    conn.execute(update(memberships).where(*_one(workspace, person)).values(role=role))


def set_muted(conn: Connection, workspace: str, person: int, at: datetime | None) -> None:
    """No more messages from this coalition since `at`; None takes it back."""
    conn.execute(update(memberships).where(*_one(workspace, person)).values(muted_at=at))


def lock_workspace(conn: Connection, workspace: str) -> None:
    """Hold the workspace until the turn commits, for rules about all of its members (the last coordinator)."""
    conn.execute(select(workspaces.c.id).where(workspaces.c.id == workspace).with_for_update())


def delete_workspace(conn: Connection, workspace: str) -> None:
    """Erase a coalition nobody is in any more, with everything in it."""
    conn.execute(delete(workspaces).where(workspaces.c.id == workspace))


def add_invitation(
    conn: Connection,
    lookup: bytes,
    workspace: str | None,
    role: str,
    uses: int,
    expires_at: datetime,
    now: datetime,
) -> None:
    row = {
        "lookup": lookup,
        "workspace_id": workspace,
        "role": role,
        "created_at": now,
        "expires_at": expires_at,
        "uses_left": uses,
    }
    conn.execute(insert(invitations).values(row))


def find_invitation(conn: Connection, lookup: bytes) -> Invitation | None:
    name = (
        select(answers.c.value)
        .where(
            answers.c.workspace_id == invitations.c.workspace_id,
            answers.c.kind == "coalition",
            answers.c.item == "",
            answers.c.field == "name",
            STANDING,
        )
        .scalar_subquery()
    )
    columns = (
        invitations.c.workspace_id,
        invitations.c.role,
        invitations.c.expires_at,
        invitations.c.uses_left,
        name,
        workspaces.c.kind,
    )
    there = invitations.outerjoin(workspaces, workspaces.c.id == invitations.c.workspace_id)
    row = conn.execute(select(*columns).select_from(there).where(invitations.c.lookup == lookup)).first()
    return Invitation(*row) if row else None


def use_invitation(conn: Connection, lookup: bytes, now: datetime) -> bool:
    """Take one use of an invitation; False if none was left or it had expired."""
    still = (invitations.c.uses_left > 0, invitations.c.expires_at > now)
    used = (
        update(invitations)
        .where(invitations.c.lookup == lookup, *still)
        .values(uses_left=invitations.c.uses_left - 1)
    )
    return conn.execute(used).rowcount == 1


def delete_expired_invitations(conn: Connection, now: datetime) -> None:
    conn.execute(delete(invitations).where(invitations.c.expires_at < now))


def count_failed_join(conn: Connection, person: int, now: datetime) -> None:
    conn.execute(insert(join_attempts).values(person_id=person, at=now))


def failed_joins_since(conn: Connection, person: int, since: datetime) -> int:
    conn.execute(delete(join_attempts).where(join_attempts.c.at < since))
    tried = select(func.count()).where(join_attempts.c.person_id == person)
    return conn.execute(tried).scalar_one()


def _one(workspace: str, person: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return (memberships.c.workspace_id == workspace, memberships.c.person_id == person)
