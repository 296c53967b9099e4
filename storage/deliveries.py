"""Looks over what was sent and removes what has outlived its promise; the outbox itself only moves forward."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import Connection, and_, delete, func, or_, select, update

from storage.coding import unsaid
from storage.outbox import ROWS, Row, State, row_from
from storage.tables import memberships, outbox, persons

THROTTLED = "throttled"
"""The reason noted at a row that a platform put off. Until when stands where the end of others does."""


def queued_rows(conn: Connection, now: datetime) -> int:
    """How many rows could be sent at this instant."""
    may = or_(outbox.c.not_before.is_(None), outbox.c.not_before <= now)
    counted = select(func.count()).where(outbox.c.state.in_((State.QUEUED, State.SENDING)), may)
    return conn.execute(counted).scalar_one()


def told_to_wait(conn: Connection, now: datetime) -> tuple[tuple[str, int, datetime], ...]:
    """(channel, person, until when) of the waits that platforms named and that are not over."""
    waits = select(outbox.c.channel, outbox.c.person_id, outbox.c.finished_at).where(
        outbox.c.state == State.QUEUED, outbox.c.reason == THROTTLED, outbox.c.finished_at > now
    )
    return tuple((channel, person, until) for channel, person, until in conn.execute(waits))


def tally(conn: Connection) -> tuple[tuple[str, str, str, int], ...]:
    """(channel, class, state, count) of all rows, for figures."""
    columns = (outbox.c.channel, outbox.c.message_class, outbox.c.state)
    counted = conn.execute(select(*columns, func.count()).group_by(*columns))
    return tuple((row[0], row[1], row[2], row[3]) for row in counted)


def latest(conn: Connection, limit: int) -> tuple[Row, ...]:
    return tuple(row_from(row) for row in conn.execute(ROWS.order_by(outbox.c.id.desc()).limit(limit)))


def forget_ended(conn: Connection, before: datetime) -> None:
    """Remove rows that ended before an instant, but not those whose question somebody still waits at.

    What matters until a later day (an invitation, until what it invites to) stays until then: its buttons must work.
    """
    ended = and_(outbox.c.state.not_in((State.QUEUED, State.SENDING)), outbox.c.finished_at < before)
    waiting = select(persons.c.waiting_place_id).where(persons.c.waiting_place_id.is_not(None))
    free = or_(outbox.c.place_id.is_(None), outbox.c.place_id.not_in(waiting))
    over = or_(outbox.c.expires_at.is_(None), outbox.c.expires_at < before)
    conn.execute(delete(outbox).where(ended, free, over))


def unsay(conn: Connection, workspaces: Collection[str], words: Collection[str]) -> None:
    """Take words that were erased out of every message of these workspaces and their members that quotes them."""
    members = select(memberships.c.person_id).where(memberships.c.workspace_id.in_(workspaces))
    theirs = and_(outbox.c.workspace_id.is_(None), outbox.c.person_id.in_(members))
    quoting = select(outbox.c.id, outbox.c.content).where(or_(outbox.c.workspace_id.in_(workspaces), theirs))
    for row, content in conn.execute(quoting).all():
        without = unsaid(content, words)
        if without != content:
            conn.execute(update(outbox).where(outbox.c.id == row).values(content=without))


def cancel_about(conn: Connection, workspace: str, about: str, now: datetime) -> int:
    """Take back what still waits to be said about one thing of a workspace; how many rows that were."""
    waiting = (outbox.c.about == about, outbox.c.workspace_id == workspace, outbox.c.state == State.QUEUED)
    ended = {"state": State.CANCELLED, "finished_at": now, "reason": "outdated"}
    return conn.execute(update(outbox).where(*waiting).values(ended)).rowcount


def states_of(conn: Connection, about: str) -> Mapping[State, int]:
    """How many rows that belong to one thing are in which state; a state that none is in is left out."""
    counted = select(outbox.c.state, func.count()).where(outbox.c.about == about).group_by(outbox.c.state)
    return {State(state): count for state, count in conn.execute(counted)}
