"""The same delivery has one effect, and what could not be taken is kept until somebody looks."""

from datetime import timedelta

from storage.db import Database
from storage.inbox import (
    Quarantined,
    empty_quarantine,
    first_time,
    forget_keys,
    is_known,
    keep_in_quarantine,
    quarantined,
)
from tests.storage.rows import NOW, named

KEY = bytes(range(16))


async def test_only_the_first_delivery_is_new(database: Database) -> None:
    assert not await database.read(is_known, KEY)
    assert [await database.run(first_time, KEY, NOW) for _ in "123"] == [True, False, False]
    assert await database.run(first_time, bytes(16), NOW)
    assert await database.read(is_known, KEY)


async def test_twice_in_one_unit_is_twice_too(database: Database) -> None:
    assert await database.run(lambda conn: (first_time(conn, KEY, NOW), first_time(conn, KEY, NOW))) == (True, False)


async def test_keys_are_kept_for_their_time_and_no_longer(database: Database) -> None:
    await database.run(first_time, KEY, NOW)
    await database.run(forget_keys, NOW)
    assert await database.read(is_known, KEY)
    await database.run(forget_keys, NOW + timedelta(microseconds=1))
    assert not await database.read(is_known, KEY)


async def test_quarantine_is_counted_and_emptied(database: Database) -> None:
    for number in range(2):
        kept = Quarantined("telegram", named(str(number)), b"\x00\xff", "ValueError")
        await database.run(keep_in_quarantine, kept, NOW + timedelta(hours=number))
    assert await database.read(quarantined) == 2
    await database.run(empty_quarantine, NOW + timedelta(hours=1))
    assert await database.read(quarantined) == 1
