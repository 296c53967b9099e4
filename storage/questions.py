"""Finds what a turn must know about the questions it sent, without their words, which only the sender needs."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from storage.compiled import Prepared
from storage.outbox import ROWS, Row, State, row_from
from storage.tables import outbox, persons

DRAWN_AGAIN = "drawn_again"
"""The reason noted at an uncertain question that was drawn once more, or apologised for."""


@dataclass(frozen=True, slots=True)
class Question:
    """A row of the outbox that carried a question or offered buttons; `picked`: what was pressed there and taken."""

    id: int
    key: str
    person: int
    channel: str
    place: str | None
    place_version: int | None
    state: State
    provider_id: str | None
    reason: str | None
    picked: str | None


_QUESTION = select(
    outbox.c.id,
    outbox.c.key,
    outbox.c.person_id,
    outbox.c.channel,
    outbox.c.place_id,
    outbox.c.place_version,
    outbox.c.state,
    outbox.c.provider_id,
    outbox.c.reason,
    outbox.c.picked,
)
_OF_KEY = Prepared(_QUESTION.where(outbox.c.key == bindparam("key")))
_LAST = Prepared(
    # The person is named for the index alone: they have few rows, and places have none.
    _QUESTION.where(
        outbox.c.person_id == bindparam("person"),
        outbox.c.place_id == bindparam("place"),
        outbox.c.place_version.is_not(None),
    )
    .order_by(outbox.c.id.desc())
    .limit(1)
)
_PICKED = Prepared(update(outbox).where(outbox.c.id == bindparam("row")).values(picked=bindparam("to_picked")))


def question_of(conn: Connection, key: str) -> Question | None:
    """The row whose buttons carry this key."""
    return _question(_OF_KEY.first(conn, key=key))


def last_question(conn: Connection, person: int, place: str) -> Question | None:
    """The row that last carried a question of this place of this person."""
    return _question(_LAST.first(conn, person=person, place=place))


def note_pick(conn: Connection, row: int, picked: str) -> None:
    """Note what was pressed at this message and taken."""
    _PICKED.run(conn, row=row, to_picked=picked)


def uncertain_questions(conn: Connection) -> tuple[tuple[Row, datetime], ...]:
    """Uncertain rows that carried the question their person is waiting at, with the instant they were claimed."""
    from_places = ROWS.add_columns(outbox.c.claimed_at).where(
        outbox.c.state == State.UNKNOWN,
        outbox.c.place_id.is_not(None),
        outbox.c.place_id.in_(select(persons.c.waiting_place_id)),
    )
    return tuple((row_from(row), row.claimed_at) for row in conn.execute(from_places.order_by(outbox.c.id)))


def settle_uncertain(conn: Connection, row: int, reason: str) -> None:
    """Note that an uncertain question was drawn again, so that it is not drawn a third time."""
    conn.execute(update(outbox).where(outbox.c.id == row).values(reason=reason))


def _question(row: tuple[Any, ...] | None) -> Question | None:
    if row is None:
        return None
    found = Question(*row)
    return replace(found, state=State(found.state))
