"""Finds everybody of a workspace with what reaching them needs, however many they are, in two readings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select

from storage.compiled import Prepared
from storage.tables import addresses, memberships, persons


@dataclass(frozen=True, slots=True)
class Reachable:
    """One member. `address` None: every address of theirs refuses us; `quiet`: what they chose about quiet times."""

    person: int
    name: str | None
    role: str
    joined_at: datetime
    muted: bool
    address: int | None
    channel: str | None
    language: str | None
    quiet: Mapping[str, Any] | None


_MEMBERS = Prepared(
    select(
        memberships.c.person_id,
        persons.c.display_name,
        memberships.c.role,
        memberships.c.joined_at,
        memberships.c.muted_at,
        persons.c.language,
        persons.c.quiet,
    )
    .join_from(memberships, persons, persons.c.id == memberships.c.person_id)
    .where(memberships.c.workspace_id == bindparam("workspace"))
    .order_by(memberships.c.joined_at, memberships.c.person_id)
)
_ADDRESSES = Prepared(
    select(addresses.c.person_id, addresses.c.id, addresses.c.channel)
    .join_from(addresses, memberships, memberships.c.person_id == addresses.c.person_id)
    .where(memberships.c.workspace_id == bindparam("workspace"), addresses.c.blocked_at.is_(None))
    .order_by(addresses.c.last_used_at, addresses.c.id.desc())
)


def audience_of(conn: Connection, workspace: str) -> tuple[Reachable, ...]:
    """All members, in the order they joined; each at the address they used last."""
    at = {person: (address, channel) for person, address, channel in _ADDRESSES.rows(conn, workspace=workspace)}
    return tuple(
        Reachable(person, name, role, joined, muted is not None, *at.get(person, (None, None)), language, quiet)
        for person, name, role, joined, muted, language, quiet in _MEMBERS.rows(conn, workspace=workspace)
    )
