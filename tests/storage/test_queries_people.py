"""People are found by a keyed lookup only, and forgetting one takes everything that was theirs."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import IntegrityError

from storage.db import Database, Overtaken
from storage.people import (
    add_address,
    address_used,
    addresses_of,
    block_address,
    delete_person,
    find_address,
    keys_fit,
    load_person,
    lock_person,
    reach,
    record_consent,
    set_person,
)
from storage.places import add_place
from storage.seals import KEY_BYTES, Keys
from storage.tables import metadata
from storage.timers import set_timer
from tests.storage.rows import KEYS, NOW, coalition, queued, somebody, standing

FAMILY = "👨\u200d👩\u200d👧\u200d👦"


async def test_somebody_new_is_known_by_their_address_alone(database: Database) -> None:
    added = await database.run(somebody)
    assert await database.read(find_address, KEYS, "telegram", "1") == added
    assert await database.read(find_address, KEYS, "telegram", "2") is None
    assert await database.read(find_address, KEYS, "whatsapp", "1") is None
    person = await database.read(load_person, added.person)
    assert (person.language, person.display_name, person.has_consented, person.may_found) == (
        None,
        None,
        False,
        False,
    )


async def test_an_address_is_kept_closed_and_opens_for_sending(database: Database) -> None:
    added = await database.run(somebody, 972501234567)
    found = await database.read(reach, KEYS, added.id)
    assert (found.channel, found.address, found.blocked) == ("telegram", "972501234567", False)
    stored = await database.read(lambda conn: conn.execute(text("SELECT * FROM addresses")).one())
    assert "972501234567" not in repr(tuple(stored))


async def test_other_keys_are_noticed(database: Database) -> None:
    others = Keys(bytes([1] * KEY_BYTES))
    assert await database.read(keys_fit, others)
    await database.run(somebody)
    assert await database.read(keys_fit, KEYS)
    assert not await database.read(keys_fit, others)


async def test_one_address_belongs_to_one_person(database: Database) -> None:
    await database.run(somebody)
    with pytest.raises(IntegrityError):
        await database.run(somebody)
    assert await database.read(lambda conn: conn.scalar(text("SELECT count(*) FROM persons"))) == 1


async def test_the_address_used_last_comes_first(database: Database) -> None:
    first = await database.run(somebody)
    second = await database.run(add_address, KEYS, first.person, "whatsapp", "+972501234567", NOW)
    assert [it.id for it in await database.read(addresses_of, first.person)] == [first.id, second.id]
    await database.run(address_used, second.id, NOW + timedelta(microseconds=1))
    assert [it.id for it in await database.read(addresses_of, first.person)] == [second.id, first.id]


async def test_a_blocked_address_can_open_again(database: Database) -> None:
    added = await database.run(somebody)
    for at, blocked in ((NOW, True), (None, False)):
        await database.run(block_address, added.id, at)
        (found,) = await database.read(addresses_of, added.person)
        assert found.blocked is blocked


async def test_what_a_person_sets_is_kept(database: Database) -> None:
    added = await database.run(somebody)
    await database.run(record_consent, added.person, "use", "11.2026", NOW)
    await database.run(set_person, added.person, language="ar", display_name=FAMILY * 40, may_found=True)
    person = await database.run(lock_person, added.person)
    assert person == await database.read(load_person, added.person)
    assert (person.language, person.display_name, person.may_found) == ("ar", FAMILY * 40, True)
    assert person.consented_at == NOW


async def test_whoever_was_forgotten_meanwhile_cannot_be_locked(database: Database) -> None:
    with pytest.raises(Overtaken):
        await database.run(lock_person, 7)


async def test_forgetting_takes_everything_of_one_person_and_nothing_of_another(database: Database) -> None:
    def settle(conn: Connection, number: int) -> int:
        address = somebody(conn, number)
        coalition(conn, address.person, f"coalition{number}", "שם")
        record_consent(conn, address.person, "use", "11.2026", NOW)
        add_place(conn, address.person, standing(f"place{number}"), NOW)
        queued(conn, address, f"message{number}")
        set_timer(conn, "remind", f"remind{number}", NOW, address.person)
        return address.person

    first, second = [await database.run(settle, number) for number in (1, 2)]
    alone = await database.read(counted, second)
    await database.run(delete_person, first)
    assert set((await database.read(counted, first)).values()) == {0}
    assert await database.read(counted, second) == alone
    assert set(alone.values()) == {0, 1}
    unsigned = "SELECT count(*) FROM answers WHERE author_id IS NULL"
    assert await database.read(lambda conn: conn.scalar(text(unsigned))) == 1


def counted(conn: Connection, person: int) -> dict[str, int]:
    """How many rows each table holds of one person."""
    return {
        table.name: conn.execute(select(func.count()).where(column == person)).scalar_one()
        for table in metadata.tables.values()
        for column in table.columns
        if column.name == "person_id" or (table.name, column.name) == ("persons", "id")
    }


async def test_a_number_is_never_given_twice(database: Database) -> None:
    first = await database.run(somebody)
    await database.run(delete_person, first.person)
    assert (await database.run(somebody)).person > first.person
