"""Keeps who a person is to us: language, name, consent, and sealed addresses found only by a keyed lookup."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from storage.seals import Keys, SealBroken
from storage.tables import addresses, consents, persons
from storage.troubles import Overtaken


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    language: str | None
    address_form: str | None
    display_name: str | None
    role_hint: str | None
    consented_at: datetime | None
    may_found: bool
    waiting_place: str | None
    active_workspace: str | None

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
)
_PERSON_BY_ID = select(*_PERSON_COLUMNS).where(persons.c.id == bindparam("person"))
# Weaker than a plain FOR UPDATE, which would also hold up others who only write a row for this person.
_LOCKED_PERSON = _PERSON_BY_ID.with_for_update(key_share=True)
_ADDRESS = select(addresses.c.id, addresses.c.person_id, addresses.c.channel, addresses.c.blocked_at)
_ADDRESS_BY_LOOKUP = _ADDRESS.where(
    addresses.c.channel == bindparam("channel"), addresses.c.lookup == bindparam("lookup")
)
_ADDRESSES_OF = (
    _ADDRESS.where(addresses.c.person_id == bindparam("person"))
    .order_by(addresses.c.last_used_at.desc(), addresses.c.id)
)  # fmt: skip
_SEALED = select(addresses.c.channel, addresses.c.sealed, addresses.c.lookup).where(
    addresses.c.id == bindparam("address")
)


def find_address(conn: Connection, keys: Keys, channel: str, address: str) -> Address | None:
    row = conn.execute(_ADDRESS_BY_LOOKUP, {"channel": channel, "lookup": keys.lookup(channel, address)}).first()
    return Address(row[0], row[1], row[2], row[3] is not None) if row else None


def add_person(conn: Connection, keys: Keys, channel: str, address: str, now: datetime) -> Address:
    """A person of whom nothing is known yet but where the first word came from."""
    person = conn.execute(insert(persons).values(created_at=now, may_found=False)).inserted_primary_key
    assert person is not None
    return add_address(conn, keys, person[0], channel, address, now)


def add_address(conn: Connection, keys: Keys, person: int, channel: str, address: str, now: datetime) -> Address:
    lookup = keys.lookup(channel, address)
    values = {
        "person_id": person,
        "channel": channel,
        "lookup": lookup,
        "sealed": keys.seal("address", lookup.hex(), address),
        "last_used_at": now,
    }
    added = conn.execute(insert(addresses).values(values)).inserted_primary_key
    assert added is not None
    return Address(added[0], person, channel, False)


def open_address(conn: Connection, keys: Keys, address: int) -> tuple[str, str]:
    """(channel, address as the platform knows it), for the moment of sending only."""
    channel, sealed, lookup = conn.execute(_SEALED, {"address": address}).one()
    return channel, keys.open("address", lookup.hex(), sealed)


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
    rows = conn.execute(_ADDRESSES_OF, {"person": person})
    return tuple(Address(row[0], row[1], row[2], row[3] is not None) for row in rows)


def address_used(conn: Connection, address: int, now: datetime) -> None:
    conn.execute(update(addresses).where(addresses.c.id == address).values(last_used_at=now))


def block_address(conn: Connection, address: int, at: datetime | None) -> None:
    """Mark an address as unreachable since `at`, or as reachable again (None)."""
    conn.execute(update(addresses).where(addresses.c.id == address).values(blocked_at=at))


def load_person(conn: Connection, person: int) -> Person:
    return Person(*conn.execute(_PERSON_BY_ID, {"person": person}).one())


def lock_person(conn: Connection, person: int) -> Person:
    """The person, locked until the turn commits: one turn per person at a time. Raises Overtaken: they are gone."""
    row = conn.execute(_LOCKED_PERSON, {"person": person}).first()
    if row is None:
        raise Overtaken("a person was forgotten while this turn began")
    return Person(*row)


def set_person(conn: Connection, person: int, /, **columns: object) -> None:
    """Set columns of a person by their names in the table."""
    conn.execute(update(persons).where(persons.c.id == person).values(**columns))


def record_consent(conn: Connection, person: int, scope: str, text_version: str, now: datetime) -> None:
    row = {"person_id": person, "scope": scope, "text_version": text_version, "given_at": now}
    conn.execute(insert(consents).values(row))
    set_person(conn, person, consented_at=now)


def delete_person(conn: Connection, person: int) -> None:
    """Remove the person; addresses, consents, places, memberships and queued rows go with it."""
    conn.execute(delete(persons).where(persons.c.id == person))
