"""Keeps every message on its way: written with the turn, claimed before the first byte, marked with its fate.

States: queued (⇄ held) → sending → accepted | refused | unknown | expired | cancelled. The five end states always add
up to the audience. Only `queued` rows are ever sent; one found `sending` at start belonged to a process that died.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from enum import IntEnum, StrEnum
from itertools import islice
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)

from flows.rules.pacing import Waiting
from storage.columns import HELD_FROM
from storage.compiled import Prepared
from storage.tables import outbox


class State(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    HELD = "held"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


class MessageClass(StrEnum):
    """What may happen after an uncertain attempt: C0 nothing, C1 held, C2 re-sent and marked, C3 never again."""

    REPLY = "c0"
    BULK = "c1"
    CRISIS = "c2"
    ONE_TIME = "c3"


class Lane(IntEnum):
    """Which row goes first when not all can."""

    CRISIS = 0
    REPLY = 1
    HANDOVER = 2
    SCHEDULED = 3
    BULK = 4


@dataclass(frozen=True, slots=True)
class Draft:
    """A row to be written. `content` and `courtesies` are JSON as `storage.coding` makes it.

    `about`: what it belongs to; `live`: the message that edits itself of which it is a state; `repeats`: the key of
    the row it says again.
    """

    key: str
    person: int
    address: int
    channel: str
    message_class: MessageClass
    lane: Lane
    content: Mapping[str, Any]
    workspace: str | None = None
    place: str | None = None
    place_version: int | None = None
    courtesies: tuple[Mapping[str, Any], ...] = ()
    not_before: datetime | None = None
    expires_at: datetime | None = None
    about: str | None = None
    live: str | None = None
    repeats: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row as the sender and the turn see it."""

    id: int
    key: str
    person: int
    address: int
    channel: str
    workspace: str | None
    place: str | None
    place_version: int | None
    message_class: MessageClass
    lane: Lane
    content: Mapping[str, Any]
    courtesies: tuple[Mapping[str, Any], ...]
    state: State
    queued_at: datetime
    expires_at: datetime | None
    provider_id: str | None
    reason: str | None
    picked: str | None
    about: str | None
    live: str | None
    repeats: str | None


_IDS = frozenset({"person", "address", "workspace", "place"})
_COLUMNS: tuple[ColumnElement[Any], ...] = tuple(
    outbox.c[f"{column.name}_id" if column.name in _IDS else column.name] for column in fields(Row)
)
ROWS: Select[Any] = select(*_COLUMNS)
# As a word in the statement: only then does a database see that the index over what is queued answers it.
_QUEUED: ColumnElement[str] = literal_column(f"'{State.QUEUED}'")
_NEW = Prepared(insert(outbox))
_BY_KEY = Prepared(ROWS.where(outbox.c.key == bindparam("key")))
_CONTENT = Prepared(select(outbox.c.content).where(outbox.c.key == bindparam("key")))
_BY_ID = Prepared(ROWS.where(outbox.c.id == bindparam("row")))
_NOW = or_(outbox.c.not_before.is_(None), outbox.c.not_before <= bindparam("now"))
_WAITING = (
    select(outbox.c.id, outbox.c.person_id, outbox.c.channel, outbox.c.lane, outbox.c.live)
    .where(outbox.c.state == _QUEUED, _NOW)
    .order_by(outbox.c.lane, outbox.c.id)
    .limit(bindparam("at_most"))
)
# Two readings: behind very many crisis messages the replies of others must be seen too.
_CRISES_READY = Prepared(_WAITING.where(outbox.c.lane == Lane.CRISIS))
_READY = Prepared(_WAITING.where(outbox.c.lane > Lane.CRISIS))
_CLAIM = Prepared(
    update(outbox)
    .where(outbox.c.id == bindparam("row"), outbox.c.state == _QUEUED)
    .values(state=State.SENDING, attempt_id=bindparam("attempt"), claimed_at=bindparam("now"))
)
_FINISH = Prepared(
    update(outbox)
    .where(
        outbox.c.id == bindparam("row"),
        outbox.c.state == State.SENDING,
        outbox.c.attempt_id == bindparam("attempt"),
    )
    .values(
        state=bindparam("to_state"),
        provider_id=bindparam("to_provider"),
        reason=bindparam("to_reason"),
        finished_at=bindparam("now"),
        not_before=bindparam("to_not_before"),
    )
)


def put(conn: Connection, draft: Draft, now: datetime) -> None:
    """Write one row, queued."""
    _NEW.run(conn, **_columns_of(draft, now))


def put_all(conn: Connection, drafts: Iterable[Draft], now: datetime) -> int:
    """Write many rows at once, queued; how many."""
    return _NEW.run_many(conn, [_columns_of(draft, now) for draft in drafts])


def _columns_of(draft: Draft, now: datetime) -> dict[str, Any]:
    return {
        "key": draft.key,
        "person_id": draft.person,
        "address_id": draft.address,
        "channel": draft.channel,
        "workspace_id": draft.workspace,
        "place_id": draft.place,
        "place_version": draft.place_version,
        "message_class": draft.message_class,
        "lane": draft.lane,
        "content": draft.content,
        "courtesies": draft.courtesies,
        "state": State.QUEUED,
        "queued_at": now,
        "not_before": draft.not_before,
        "expires_at": draft.expires_at,
        "about": draft.about,
        "live": draft.live,
        "repeats": draft.repeats,
    }


def by_key(conn: Connection, key: str) -> Row | None:
    row = _BY_KEY.first(conn, key=key)
    return row_from(row) if row else None


def content_of(conn: Connection, key: str) -> Mapping[str, Any] | None:
    """What a row says or names to be drawn; None when there is no such row."""
    found = _CONTENT.first(conn, key=key)
    return found[0] if found else None


def by_id(conn: Connection, row: int) -> Row | None:
    found = _BY_ID.first(conn, row=row)
    return row_from(found) if found else None


def ready(conn: Connection, now: datetime, at_most: int) -> tuple[Waiting, ...]:
    """Queued rows that may go by their own times, in the order they should; at most half of them are crises."""
    crises = _CRISES_READY.rows(conn, now=now, at_most=(at_most + 1) // 2)
    others = _READY.rows(conn, now=now, at_most=at_most - len(crises))
    return tuple(Waiting(*row) for row in (*crises, *others))


def claim(conn: Connection, row: int, attempt: str, now: datetime) -> bool:
    """Take a row for one attempt; False when it is no longer queued."""
    return _CLAIM.run(conn, row=row, attempt=attempt, now=now) == 1


def finish(
    conn: Connection,
    row: int,
    attempt: str,
    state: State,
    now: datetime,
    provider_id: str | None = None,
    reason: str | None = None,
    not_before: datetime | None = None,
) -> bool:
    """Write the fate of an attempt; only the attempt that claimed the row may."""
    values = {
        "row": row,
        "attempt": attempt,
        "to_state": state,
        "to_provider": provider_id,
        "to_reason": reason,
        "to_not_before": not_before,
        "now": now,
    }
    return _FINISH.run(conn, **values) == 1


def end_unsent(conn: Connection, row: int, state: State, reason: str, now: datetime) -> None:
    """Give a queued row an end state without an attempt (expired, blocked address)."""
    ended = update(outbox).where(outbox.c.id == row, outbox.c.state == State.QUEUED)
    conn.execute(ended.values(state=state, reason=reason, finished_at=now))


def abandon_claimed(conn: Connection, now: datetime) -> int:
    """At start: what a dead process had claimed is uncertain. Returns how many rows."""
    left = update(outbox).where(outbox.c.state == State.SENDING)
    return conn.execute(left.values(state=State.UNKNOWN, reason="process_died", finished_at=now)).rowcount


def cancel_for(conn: Connection, person: int, now: datetime, workspace: str | None = None) -> int:
    """Cancel what is queued for a person (of one workspace only, if named)."""
    queued = and_(outbox.c.person_id == person, outbox.c.state.in_((State.QUEUED, State.HELD)))
    where = and_(queued, outbox.c.workspace_id == workspace) if workspace else queued
    cancelled = update(outbox).where(where).values(state=State.CANCELLED, finished_at=now)
    return conn.execute(cancelled).rowcount


def next_not_before(conn: Connection, after: datetime) -> datetime | None:
    """The next instant at which a queued row becomes ready."""
    later = and_(outbox.c.state == _QUEUED, outbox.c.not_before > after, outbox.c.not_before < HELD_FROM)
    return conn.execute(select(func.min(outbox.c.not_before)).where(later)).scalar()


_MADE: Mapping[int, Callable[[Any], Any]] = {8: MessageClass, 9: Lane, 11: tuple, 12: State}
"""Which of `_COLUMNS` become something richer, by position."""


def row_from(row: Iterable[Any]) -> Row:
    """A row of `ROWS`; what was added behind its columns is left out."""
    columns = list(islice(row, len(_COLUMNS)))
    for at, made in _MADE.items():
        columns[at] = made(columns[at])
    return Row(*columns)
