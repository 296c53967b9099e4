"""Keeps where people stand, one row for each open conversation of a person in a workspace."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from flows.model import Place
from storage.coding import place_from, place_state, unsaid
from storage.compiled import Prepared
from storage.tables import persons, places

_COLUMNS = select(places.c.id, places.c.flow, places.c.workspace_id, places.c.version, places.c.state)
_BY_ID = Prepared(_COLUMNS.where(places.c.id == bindparam("place"), places.c.person_id == bindparam("person")))
_OF_PERSON = Prepared(
    _COLUMNS.add_columns(places.c.updated_at)
    .where(places.c.person_id == bindparam("person"))
    .order_by(places.c.updated_at.desc(), places.c.id)
)
_MOVED = Prepared(select(places.c.updated_at).where(places.c.id == bindparam("place")))
_NEW = Prepared(insert(places))
_MOVE = Prepared(
    update(places)
    .where(places.c.id == bindparam("place"))
    .values(version=bindparam("to_version"), state=bindparam("to_state"), updated_at=bindparam("now"))
)
_CLOSE = Prepared(delete(places).where(places.c.id == bindparam("place")))


def load_place(conn: Connection, person: int, place: str | None) -> Place | None:
    """The place, only if it is this person's."""
    row = _BY_ID.first(conn, place=place, person=person) if place else None
    return _place(row) if row else None


def open_places(conn: Connection, person: int) -> tuple[tuple[Place, datetime], ...]:
    """Every open place of a person with the instant it last moved, the latest first."""
    return tuple((_place(row[:-1]), row[-1]) for row in _OF_PERSON.rows(conn, person=person))


def moved_at(conn: Connection, place: str) -> datetime | None:
    """When this place last moved."""
    found = _MOVED.first(conn, place=place)
    return found[0] if found else None


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
    _NEW.run(conn, **row)


def move_place(conn: Connection, place: Place, now: datetime) -> None:
    _MOVE.run(conn, place=place.id, to_version=place.version, to_state=place_state(place), now=now)


def close_place(conn: Connection, place: str) -> None:
    _CLOSE.run(conn, place=place)


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


def _place(row: tuple[Any, ...]) -> Place:
    place, flow, workspace, version, state = row
    return place_from({"id": place, "flow": flow, "workspace": workspace, "version": version}, state)
