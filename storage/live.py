"""Keeps which messages edit themselves: who follows one, and what was last shown of it.

Every state of such a message is a row of its own in the outbox, so that its buttons have a key of their own; the
newest one that is queued says what stands when it is sent.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, case, func, select, update

from storage.compiled import Prepared
from storage.outbox import State
from storage.tables import outbox


@dataclass(frozen=True, slots=True)
class Follower:
    """Who follows a message, and where; `until`: when it matters no more."""

    person: int
    address: int
    channel: str
    lane: int
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a platform last took: its id of the message, and when that was."""

    provider_id: str
    at: datetime


_IS_IT = (outbox.c.workspace_id == bindparam("workspace"), outbox.c.live == bindparam("live"))
_NEWEST = (
    select(func.max(outbox.c.id).label("id"))
    .where(*_IS_IT)
    .group_by(outbox.c.person_id)
    .having(func.sum(case((outbox.c.state == State.QUEUED, 1), else_=0)) == 0)
    .subquery()
)
_FOLLOWERS = Prepared(
    select(outbox.c.person_id, outbox.c.address_id, outbox.c.channel, outbox.c.lane, outbox.c.expires_at)
    .join(_NEWEST, _NEWEST.c.id == outbox.c.id)
    .where(outbox.c.expires_at.is_(None) | (outbox.c.expires_at > bindparam("now")))
    .order_by(outbox.c.person_id)
)
_SHOWN = Prepared(
    select(outbox.c.provider_id, outbox.c.finished_at)
    .where(
        *_IS_IT,
        outbox.c.person_id == bindparam("person"),
        outbox.c.address_id == bindparam("address"),
        outbox.c.state == State.ACCEPTED,
        outbox.c.provider_id.is_not(None),
    )
    .order_by(outbox.c.id.desc())
    .limit(1)
)

_FOLLOWED = Prepared(select(outbox.c.id).where(*_IS_IT, outbox.c.person_id == bindparam("person")).limit(1))


def followers_to_tell(conn: Connection, workspace: str, live: str, now: datetime) -> tuple[Follower, ...]:
    """Who follows this message and has no newer state of it on the way."""
    return tuple(Follower(*row) for row in _FOLLOWERS.rows(conn, workspace=workspace, live=live, now=now))


def is_followed(conn: Connection, workspace: str, live: str, person: int) -> bool:
    """Whether this person was shown it, or will be."""
    return _FOLLOWED.first(conn, workspace=workspace, live=live, person=person) is not None


def last_shown(conn: Connection, workspace: str, live: str, person: int, address: int) -> Shown | None:
    """What was last taken of this message at this address; None while nothing was."""
    found = _SHOWN.first(conn, workspace=workspace, live=live, person=person, address=address)
    return Shown(found[0], found[1]) if found else None


def reword(conn: Connection, row: int, content: dict[str, object]) -> None:
    """Keep what this state says, so that a press on it finds its buttons."""
    conn.execute(update(outbox).where(outbox.c.id == row).values(content=content))


def let_wait(conn: Connection, row: int, until: datetime) -> None:
    """Keep a state queued until an instant: it is worded only then."""
    conn.execute(update(outbox).where(outbox.c.id == row).values(not_before=until))
