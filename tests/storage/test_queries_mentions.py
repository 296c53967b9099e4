"""What was changed since an approval is told with whom, and whoever is forgotten stands in nobody's plan."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from flows.model import Value
from storage.answers import Change, changed_after, keep_answer, records
from storage.db import Database
from storage.mentions import erase_mentions
from storage.people import set_person
from tests.storage.rows import NOW, coalition, named, somebody

WORKSPACE = named("coalition")
LATER = NOW + timedelta(days=3)


def founded(conn: Connection) -> tuple[int, int]:
    first, second = [somebody(conn, number).person for number in (1, 2)]
    coalition(conn, first)
    set_person(conn, second, display_name="Samir")
    return first, second


def keep(conn: Connection, author: int, field: str, value: Value, step: str | None, at: datetime) -> None:
    keep_answer(conn, WORKSPACE, "task", "t", field, value, author, at, step)


async def test_the_last_change_to_each_question_since_the_mark_is_told_the_latest_first(database: Database) -> None:
    first, second = await database.run(founded)
    await database.run(keep, first, "owner", "Noor", "task_owner", NOW)
    assert await database.read(changed_after, WORKSPACE, "task", "approved") == ()
    await database.run(keep, first, "approved", "yes", None, NOW)
    assert await database.read(changed_after, WORKSPACE, "task", "approved") == ()
    await database.run(keep, second, "owner", "Lina", "task_owner", LATER)
    await database.run(keep, first, "due", "2027-01-01", "task_due", LATER)
    await database.run(keep, second, "due", "2027-02-01", "task_due", LATER)
    assert await database.read(changed_after, WORKSPACE, "task", "approved") == (
        Change("task_due", "Samir", LATER),
        Change("task_owner", "Samir", LATER),
    )
    await database.run(keep, first, "approved", "again", None, LATER)
    assert await database.read(changed_after, WORKSPACE, "task", "approved") == ()


async def test_names_given_as_somebody_go_with_them_and_what_stood_before_stands_again(database: Database) -> None:
    first, second = await database.run(founded)
    await database.run(keep, first, "owner", "Dana", "task_owner", NOW)
    await database.run(keep, first, "owner", "Samir", "task_owner", LATER)
    await database.run(keep, first, "owner_person", str(second), "task_owner", LATER)
    assert await database.run(erase_mentions, second) == ((WORKSPACE, frozenset({"Samir"})),)
    assert (await database.read(records, WORKSPACE, ("task",)))["task"] == {"t": {"owner": "Dana"}}


async def test_others_stay_in_charge(database: Database) -> None:
    first, second = await database.run(founded)
    await database.run(keep, first, "owner", "Noor", "task_owner", NOW)
    await database.run(keep, first, "owner_person", str(first), "task_owner", NOW)
    assert await database.run(erase_mentions, second) == ()
    assert (await database.read(records, WORKSPACE, ("task",)))["task"]["t"]["owner"] == "Noor"
