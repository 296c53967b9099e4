"""Keeps where people stand, one row for each open conversation of a person in a workspace."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from flows.model import Place
from storage.coding import place_from, place_state, unsaid
from storage.tables import persons, places

_COLUMNS = select(places.c.id, places.c.flow, places.c.workspace_id, places.c.version, places.c.state)
_BY_ID = _COLUMNS.where(places.c.id == bindparam("place"), places.c.person_id == bindparam("person"))
_OF_PERSON = _COLUMNS.add_columns(places.c.updated_at).where(places.c.person_id == bindparam("person"))


def load_place(conn: Connection, person: int, place: str | None) -> Place | None:
    """The place, only if it is this person's."""
    row = conn.execute(_BY_ID, {"place": place, "person": person}).first() if place else None
    return _place(row) if row else None


def open_places(conn: Connection, person: int) -> tuple[tuple[Place, datetime], ...]:
    """Every open place of a person with the instant it last moved, the latest first."""
    rows = conn.execute(_OF_PERSON.order_by(places.c.updated_at.desc(), places.c.id), {"person": person})
    return tuple((_place(row), row.updated_at) for row in rows)


def add_place(conn: Connection, person: int, place: Place, now: datetime) -> None:
    row = {
        "id": place.id,
        "person_id": person,
        "workspace_id": place.workspace,
        "flow": place.flow,
        "version": place.version,
        "state": place_state(place),
        "updated_at": now,
    }
    conn.execute(insert(places).values(row))


def move_place(conn: Connection, place: Place, now: datetime) -> None:
    values = {"version": place.version, "state": place_state(place), "updated_at": now}
    conn.execute(update(places).where(places.c.id == place.id).values(values))


def close_place(conn: Connection, place: str) -> None:
    conn.execute(delete(places).where(places.c.id == place))


def close_places_in(conn: Connection, person: int, workspace: str) -> None:
    """Close what a person had open in a workspace they left."""
    conn.execute(delete(places).where(places.c.person_id == person, places.c.workspace_id == workspace))


def unsay_in_places(conn: Connection, workspaces: Collection[str], words: Collection[str]) -> None:
    """Take words that were erased out of every question of these workspaces that shows them to somebody.

    Whoever stands there is locked first: a turn that began with the words must not write them once more.
    """
    there = places.c.workspace_id.in_(workspaces)
    standing = select(persons.c.id).where(persons.c.id.in_(select(places.c.person_id).where(there)))
    conn.execute(standing.order_by(persons.c.id).with_for_update(key_share=True)).all()
    showing = select(places.c.id, places.c.state).where(there)
    for place, state in conn.execute(showing).all():
        without = unsaid(state, words)
        if without != state:
            conn.execute(update(places).where(places.c.id == place).values(state=without))


def _place(row: Any) -> Place:
    columns = {"id": row.id, "flow": row.flow, "workspace": row.workspace_id, "version": row.version}
    return place_from(columns, dict(row.state))
