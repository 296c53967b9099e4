"""Keeps who a person is to us: language, name, consent, and sealed addresses found only by a keyed lookup."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.exc import NoResultFound

from storage.compiled import Prepared
from storage.seals import Keys, SealBroken
from storage.tables import addresses, consents, persons
from storage.troubles import Overtaken


@dataclass(frozen=True, slots=True)
class Person:
    """`weekly_day` and `weekly_hour`: when the weekly check-in comes; `quiet`: what was chosen about quiet times."""

    id: int
    language: str | None
    address_form: str | None
    display_name: str | None
    role_hint: str | None
    consented_at: datetime | None
    may_found: bool
    waiting_place: str | None
    active_workspace: str | None
    weekly_day: str | None = None
    weekly_hour: str | None = None
    quiet: Mapping[str, Any] | None = None

    @property
    def has_consented(self) -> bool:
        return self.consented_at is not None


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person can be reached. `blocked` says that the platform refuses us there."""

    id: int
    person: int
    channel: str
    blocked: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """What sending to an address needs: where it is, and how its person wants to be spoken to."""

    channel: str
    address: str
    blocked: bool
    language: str | None
    address_form: str | None


_PERSON_COLUMNS = (
    persons.c.id,
    persons.c.language,
    persons.c.address_form,
    persons.c.display_name,
    persons.c.role_hint,
    persons.c.consented_at,
    persons.c.may_found,
    persons.c.waiting_place_id,
    persons.c.active_workspace_id,
    persons.c.weekly_day,
    persons.c.weekly_hour,
    persons.c.quiet,
)
_BY_ID = select(*_PERSON_COLUMNS).where(persons.c.id == bindparam("person"))
_PERSON_BY_ID = Prepared(_BY_ID)
# Weaker than a plain FOR UPDATE, which would also hold up others who only write a row for this person.
_LOCKED_PERSON = Prepared(_BY_ID.with_for_update(key_share=True))
_ADDRESS = select(addresses.c.id, addresses.c.person_id, addresses.c.channel, addresses.c.blocked_at)
_ADDRESS_BY_LOOKUP = Prepared(
    _ADDRESS.where(addresses.c.channel == bindparam("channel"), addresses.c.lookup == bindparam("lookup"))
)
_ADDRESSES_OF = Prepared(
    _ADDRESS.where(addresses.c.person_id == bindparam("person")).order_by(
        addresses.c.last_used_at.desc(), addresses.c.id
    )
)
_REACH = Prepared(
    select(
        addresses.c.channel,
        addresses.c.sealed,
        addresses.c.lookup,
        addresses.c.blocked_at,
        persons.c.language,
        persons.c.address_form,
    )
    .join_from(addresses, persons, persons.c.id == addresses.c.person_id)
    .where(addresses.c.id == bindparam("address"))
)
_USED = Prepared(update(addresses).where(addresses.c.id == bindparam("address")).values(last_used_at=bindparam("at")))
_NEW_PERSON = Prepared(insert(persons).returning(persons.c.id))
_NEW_ADDRESS = Prepared(insert(addresses).returning(addresses.c.id))


def find_address(conn: Connection, keys: Keys, channel: str, address: str) -> Address | None:
    row = _ADDRESS_BY_LOOKUP.first(conn, channel=channel, lookup=keys.lookup(channel, address))
    return Address(row[0], row[1], row[2], row[3] is not None) if row else None


def add_person(conn: Connection, keys: Keys, channel: str, address: str, now: datetime) -> Address:
    """A person of whom nothing is known yet but where the first word came from."""
    [(person,)] = _NEW_PERSON.rows(conn, created_at=now, may_found=False)
    return add_address(conn, keys, person, channel, address, now)


def add_address(conn: Connection, keys: Keys, person: int, channel: str, address: str, now: datetime) -> Address:
    lookup = keys.lookup(channel, address)
    values = {
        "person_id": person,
        "channel": channel,
        "lookup": lookup,
        "sealed": keys.seal("address", lookup.hex(), address),
        "last_used_at": now,
    }
    [(added,)] = _NEW_ADDRESS.rows(conn, **values)
    return Address(added, person, channel, False)


def reach(conn: Connection, keys: Keys, address: int) -> Reach:
    """Opens an address, for the moment of sending only. Raises SealBroken; ValueError: there is no such address."""
    [(channel, sealed, lookup, blocked_at, language, form)] = _REACH.rows(conn, address=address)
    return Reach(channel, keys.open("address", lookup.hex(), sealed), blocked_at is not None, language, form)


def keys_fit(conn: Connection, keys: Keys) -> bool:
    """Whether these keys are the ones that sealed what is kept here; True while nothing is."""
    row = conn.execute(select(addresses.c.lookup, addresses.c.sealed).limit(1)).first()
    if row is None:
        return True
    try:
        keys.open("address", row[0].hex(), row[1])
    except SealBroken:
        return False
    return True


def addresses_of(conn: Connection, person: int) -> tuple[Address, ...]:
    """Every address of a person, the one used last first."""
    rows = _ADDRESSES_OF.rows(conn, person=person)
    return tuple(Address(row[0], row[1], row[2], row[3] is not None) for row in rows)


def address_used(conn: Connection, address: int, now: datetime) -> None:
    _USED.run(conn, address=address, at=now)


def block_address(conn: Connection, address: int, at: datetime | None) -> None:
    """Mark an address as unreachable since `at`, or as reachable again (None)."""
    conn.execute(update(addresses).where(addresses.c.id == address).values(blocked_at=at))


def load_person(conn: Connection, person: int) -> Person:
    return _found(_PERSON_BY_ID.first(conn, person=person))


def lock_person(conn: Connection, person: int) -> Person:
    """The person, locked until the turn commits: one turn per person at a time. Raises Overtaken: they are gone."""
    row = _LOCKED_PERSON.first(conn, person=person)
    if row is None:
        raise Overtaken("a person was forgotten while this turn began")
    return Person(*row)


def set_person(conn: Connection, person: int, /, **columns: object) -> Person:
    """Set columns of a person by their names in the table; the person as it is then."""
    given = {f"to_{name}": value for name, value in columns.items()}
    return _found(_setting(tuple(columns)).first(conn, of_person=person, **given))


def record_consent(conn: Connection, person: int, scope: str, text_version: str, now: datetime) -> None:
    row = {"person_id": person, "scope": scope, "text_version": text_version, "given_at": now}
    conn.execute(insert(consents).values(row))
    set_person(conn, person, consented_at=now)


def delete_person(conn: Connection, person: int) -> None:
    """Remove the person; addresses, consents, places, memberships and queued rows go with it."""
    conn.execute(delete(persons).where(persons.c.id == person))


@cache
def _setting(columns: tuple[str, ...]) -> Prepared:
    """A turn sets few combinations of columns, and always the same."""
    values: dict[str, Any] = {name: bindparam(f"to_{name}") for name in columns}
    changed = update(persons).where(persons.c.id == bindparam("of_person")).values(values)
    return Prepared(changed.returning(*_PERSON_COLUMNS))


def _found(row: tuple[Any, ...] | None) -> Person:
    if row is None:
        raise NoResultFound("a person was forgotten")
    return Person(*row)
