"""Looks over what was sent and removes what has outlived its promise; the outbox itself only moves forward."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import Connection, and_, delete, exists, func, or_, select, update

from storage.coding import unsaid
from storage.outbox import ROWS, MessageClass, Row, State, row_from
from storage.tables import broadcasts, memberships, outbox, persons

THROTTLED = "throttled"
"""The reason noted at a row that a platform put off. Until when stands where the end of others does."""
OPEN = (State.QUEUED, State.SENDING, State.HELD)
"""What has not ended yet."""


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
    ended = and_(outbox.c.state.not_in(OPEN), outbox.c.finished_at < before)
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
    _unsay_in_calls(conn, workspaces, words)


def _unsay_in_calls(conn: Connection, workspaces: Collection[str], words: Collection[str]) -> None:
    """What a call to action keeps of its words, to be reported and sent again."""
    quoting = select(broadcasts.c.id, broadcasts.c.content).where(broadcasts.c.workspace_id.in_(workspaces))
    for call, content in conn.execute(quoting).all():
        texts = {one: "–" if text in words else text for one, text in content.get("texts", {}).items()}
        without = {**content, "texts": texts, "alt": "–" if content.get("alt") in words else content.get("alt")}
        if texts != content.get("texts", {}) or without["alt"] != content.get("alt"):
            conn.execute(update(broadcasts).where(broadcasts.c.id == call).values(content=without))


def cancel_about(conn: Connection, workspace: str, about: str, now: datetime) -> int:
    """Take back what still waits to be said about one thing of a workspace; how many rows that were."""
    kept = outbox.c.state.in_((State.QUEUED, State.HELD))
    waiting = (outbox.c.about == about, outbox.c.workspace_id == workspace, kept)
    ended = {"state": State.CANCELLED, "finished_at": now, "reason": "outdated"}
    return conn.execute(update(outbox).where(*waiting).values(ended)).rowcount


def reached_by(conn: Connection, about: str) -> frozenset[int]:
    """Whoever got, or may have got, a message that belongs to one thing."""
    gone_out = (State.SENDING, State.ACCEPTED, State.UNKNOWN)
    people = select(outbox.c.person_id).where(outbox.c.about == about, outbox.c.state.in_(gone_out))
    return frozenset(conn.execute(people.distinct()).scalars())


def waiting_for(conn: Connection, about: str) -> frozenset[int]:
    """Whoever has a message that belongs to one thing on its way."""
    on_the_way = (State.QUEUED, State.SENDING)
    people = select(outbox.c.person_id).where(outbox.c.about == about, outbox.c.state.in_(on_the_way))
    return frozenset(conn.execute(people.distinct()).scalars())


def last_said(conn: Connection, person: int, about: str) -> int | None:
    """The newest row about one thing that went out to this person; None when none did."""
    gone_out = outbox.c.state.in_((State.SENDING, State.ACCEPTED, State.UNKNOWN))
    newest = select(func.max(outbox.c.id)).where(outbox.c.about == about, outbox.c.person_id == person, gone_out)
    return conn.execute(newest).scalar()


def cancel_about_for(conn: Connection, person: int, about: str, now: datetime) -> int:
    """Take back what still waits to be said to one person about one thing; how many rows that were."""
    waiting = (outbox.c.about == about, outbox.c.person_id == person, outbox.c.state == State.QUEUED)
    ended = {"state": State.CANCELLED, "finished_at": now, "reason": "outdated"}
    return conn.execute(update(outbox).where(*waiting).values(ended)).rowcount


def uncertain_crises(conn: Connection, since: datetime) -> tuple[Row, ...]:
    """Crisis messages queued since whose fate is unknown and which were not said again, the first one first."""
    again = outbox.alias("again")
    was_repeated = exists().where(again.c.about == outbox.c.about, again.c.repeats == outbox.c.key)
    uncertain = (
        outbox.c.state == State.UNKNOWN,
        outbox.c.message_class == MessageClass.CRISIS,
        outbox.c.repeats.is_(None),
        outbox.c.queued_at > since,
        ~was_repeated,
    )
    return tuple(row_from(row) for row in conn.execute(ROWS.where(*uncertain).order_by(outbox.c.id)))


def states_of(conn: Connection, about: str) -> Mapping[State, int]:
    """How many rows that belong to one thing are in which state; a state that none is in is left out."""
    counted = select(outbox.c.state, func.count()).where(outbox.c.about == about).group_by(outbox.c.state)
    return {State(state): count for state, count in conn.execute(counted)}
