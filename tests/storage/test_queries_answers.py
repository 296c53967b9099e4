"""Every answer keeps its author, its time and its earlier values; exactly one of them stands."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from flows.model import Value
from storage.answers import (
    Answer,
    all_answers,
    answer_said_in,
    answers_of,
    answers_to,
    changed_since,
    erase_answers,
    given_together,
    keep_answer,
    last_answer_of,
    records,
    workspaces_with_answers,
)
from storage.db import Database
from storage.people import delete_person, set_person
from storage.tables import answers
from tests.storage.rows import NOW, coalition, named, somebody

WORKSPACE = named("coalition")
SAID_IN = bytes(range(16))


def founded(conn: Connection) -> tuple[int, int]:
    """Two people and the first one's coalition."""
    first, second = [somebody(conn, number).person for number in (1, 2)]
    coalition(conn, first)
    return first, second


def keep(
    conn: Connection,
    author: int,
    value: Value,
    field: str = "why",
    item: str = "",
    step: str | None = None,
    at: datetime = NOW,
    said_in: bytes | None = None,
) -> bool:
    return keep_answer(conn, WORKSPACE, "coalition", item, field, value, author, at, step, said_in)


@pytest.mark.parametrize("value", ["כן", "", True, False, 7, None, ["b", "a", "שלום"], []])
async def test_a_value_comes_back_as_it_was(database: Database, value: Value) -> None:
    author, _ = await database.run(founded)
    assert await database.run(keep, author, value)
    found = (await database.read(records, WORKSPACE, ("coalition",)))["coalition"][""]["why"]
    assert (found, type(found)) == (value, type(value))
    assert not await database.run(keep, author, value)


async def test_a_new_value_leaves_the_old_one_below(database: Database) -> None:
    first, second = await database.run(founded)
    for author, value in ((first, "one"), (second, "two")):
        assert await database.run(keep, author, value)
    newer, older = await database.read(all_answers, 10)
    assert (newer.value, newer.author, newer.current) == ("two", second, True)
    assert (older.value, older.author, older.current) == ("one", first, False)


async def test_only_one_value_can_stand(database: Database) -> None:
    author, _ = await database.run(founded)
    await database.run(keep, author, "one")

    def beside(conn: Connection, current: bool) -> None:
        (row,) = conn.execute(select(answers)).mappings()
        conn.execute(insert(answers).values({**row, "id": row["id"] + 1000, "current": current}))

    with pytest.raises(IntegrityError):
        await database.run(beside, True)
    await database.run(beside, False)
    assert len(await database.read(all_answers, 10)) == 2


async def test_items_come_in_the_order_they_were_first_written(database: Database) -> None:
    author, _ = await database.run(founded)
    for item in ("zeta", "alef", "Beta", "עדן"):
        await database.run(keep, author, item, "name", item)
    await database.run(keep, author, "again", "name", "alef")
    found = await database.read(records, WORKSPACE, ("coalition", "goal"))
    assert list(found["coalition"]) == ["zeta", "alef", "Beta", "עדן"]
    assert found["goal"] == {}


async def test_a_message_finds_the_answer_it_gave(database: Database) -> None:
    first, second = await database.run(founded)
    await database.run(keep, first, "one", said_in=SAID_IN)
    found = await database.read(answer_said_in, SAID_IN, first)
    assert found is not None
    assert found.value == "one"
    assert await database.read(answer_said_in, SAID_IN, second) is None
    await database.run(keep, second, "two")
    assert await database.read(answer_said_in, SAID_IN, first) is None


async def test_a_persons_own_answers(database: Database) -> None:
    first, second = await database.run(founded)
    await database.run(keep, first, "mine", step="a_why")
    await database.run(keep, second, "theirs", "goal")
    await database.run(keep, first, True, "approved")
    assert [answer.value for answer in await database.read(answers_of, first)] == ["mine", True]
    last = await database.read(last_answer_of, first, WORKSPACE)
    assert last is not None
    assert last.value == "mine"
    assert await database.read(last_answer_of, first, named("other")) is None


async def test_what_was_given_together_is_one_answer(database: Database) -> None:
    author, _ = await database.run(founded)
    for item in ("a", "b"):
        await database.run(keep, author, item, "name", item, "b_names")
    await database.run(keep, author, "c", "name", "c", "b_names", NOW + timedelta(seconds=1))
    first = await database.read(named_answer, "a")
    assert {answer.value for answer in await database.read(given_together, first)} == {"a", "b"}
    assert len(await database.read(answers_to, author, WORKSPACE, ("b_names", "a_why"))) == 3
    assert await database.read(answers_to, author, WORKSPACE, ()) == ()


async def test_erasing_brings_back_what_others_said_there(database: Database) -> None:
    first, second = await database.run(founded)
    for author, value in ((first, "old"), (second, "theirs"), (first, ["words", "more"])):
        await database.run(keep, author, value, step="a_why")
    given = await database.read(answers_to, first, WORKSPACE, ("a_why",))
    assert await database.run(erase_answers, given, first) == {"old", "words", "more"}
    (left,) = await database.read(all_answers, 10)
    assert (left.value, left.author, left.current) == ("theirs", second, True)


async def test_an_answer_outlives_its_author(database: Database) -> None:
    first, second = await database.run(founded)
    await database.run(keep, second, "stays")
    await database.run(delete_person, second)
    (left,) = await database.read(all_answers, 10)
    assert (left.value, left.author) == ("stays", None)
    assert await database.read(changed_since, WORKSPACE, first, NOW - timedelta(days=1)) == (1, 0, None)


async def test_what_changed_since_counts_others_only(database: Database) -> None:
    first, second = await database.run(founded)
    await database.run(set_person, second, display_name="עדן")
    for minutes, author in enumerate((second, second, first)):
        await database.run(keep, author, minutes, f"field{minutes}", at=NOW + timedelta(minutes=minutes))
    assert await database.read(changed_since, WORKSPACE, first, NOW) == (1, 1, "עדן")
    assert await database.read(changed_since, WORKSPACE, second, NOW) == (1, 1, None)
    assert await database.read(changed_since, WORKSPACE, first, NOW + timedelta(hours=1)) == (0, 0, None)


async def test_workspaces_with_a_name_come_first_the_newest_before(database: Database) -> None:
    first, _ = await database.run(founded)
    await database.run(keep, first, "no name yet")
    for what in ("north", "south"):
        await database.run(coalition, first, what, what.title())
    await database.run(coalition, first, "empty")
    assert await database.read(workspaces_with_answers) == (
        (named("south"), "South"),
        (named("north"), "North"),
        (WORKSPACE, None),
    )


def named_answer(conn: Connection, value: Value) -> Answer:
    return next(answer for answer in all_answers(conn, 100) if answer.value == value)
