"""A document that was approved can be shown again as it was, whatever was answered, erased or forgotten since."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from flows.model import Value
from storage.answers import erase_answers, keep_answer, last_answer_of, records, records_up_to
from storage.db import Database
from storage.people import delete_person, set_person
from storage.tables import versions
from storage.versions import (
    Version,
    VersionState,
    approve_version,
    earlier_versions,
    load_version,
    newest_version,
    note_shared,
    version_now,
)
from storage.workspaces import delete_workspace
from tests.storage.rows import NOW, coalition, named, somebody

WORKSPACE = named("coalition")
MADE_OF = {"coalition": ("name", "vision"), "actor": ()}
LATER = NOW + timedelta(days=1)


def founded(conn: Connection) -> tuple[int, int]:
    first, second = [somebody(conn, number).person for number in (1, 2)]
    set_person(conn, first, display_name="נטע")
    coalition(conn, first, name="דיור לכולם")
    return first, second


def say(conn: Connection, author: int, kind: str, item: str, field: str, value: Value, at: datetime = NOW) -> None:
    keep_answer(conn, WORKSPACE, kind, item, field, value, author, at, "step")


def drawn(conn: Connection, who: int, artefact: str = "plan", at: datetime = NOW) -> Version:
    return version_now(conn, WORKSPACE, artefact, MADE_OF, who, at)


async def test_nothing_new_is_no_new_version(database: Database) -> None:
    first, second = await database.run(founded)
    made = await database.run(drawn, first)
    assert (made.number, made.made_at, made.state) == (1, NOW, VersionState.DRAFT)
    assert await database.run(drawn, second, at=LATER) == made
    assert await database.read(newest_version, WORKSPACE, "plan") == made


@pytest.mark.parametrize(
    ("answer", "number"),
    [
        (("actor", "a", "stance", "neutral"), 2),
        (("coalition", "", "vision", "בית לכל אחת"), 2),
        (("coalition", "", "coalition_need_status", "approved"), 1),
        (("task", "t", "title", "לקבוע פגישה"), 1),
    ],
)
async def test_only_an_answer_it_is_made_of_makes_a_new_version(
    database: Database, answer: tuple[str, str, str, str], number: int
) -> None:
    first, second = await database.run(founded)
    await database.run(drawn, first)
    await database.run(say, second, *answer)
    assert (await database.run(drawn, first, at=LATER)).number == number


async def test_each_document_counts_its_own_versions(database: Database) -> None:
    first, _ = await database.run(founded)
    await database.run(drawn, first)
    await database.run(say, first, "actor", "a", "name", "הוועד")
    assert (await database.run(drawn, first)).number == 2
    assert (await database.run(drawn, first, "timeline")).number == 1


async def test_an_earlier_version_is_read_as_it_was_even_within_one_instant(database: Database) -> None:
    first, second = await database.run(founded)
    await database.run(say, first, "actor", "a", "name", "הוועד")
    await database.run(say, first, "actor", "a", "stance", "neutral")
    then = await database.run(drawn, first)
    before = await database.read(records, WORKSPACE, ("coalition", "actor"))
    await database.run(say, second, "actor", "a", "stance", "active_ally")
    await database.run(say, second, "actor", "b", "name", "הרשות")
    assert await database.read(records_up_to, WORKSPACE, ("coalition", "actor"), then.last_answer) == before
    now = await database.run(drawn, first)
    told = await database.read(records_up_to, WORKSPACE, ("coalition", "actor"), now.last_answer)
    assert told == await database.read(records, WORKSPACE, ("coalition", "actor"))
    assert list(told["actor"]) == ["a", "b"]
    assert await database.read(records_up_to, WORKSPACE, ("actor",), 0) == {"actor": {}}


async def test_what_was_erased_is_gone_from_every_version_and_makes_a_new_one(database: Database) -> None:
    first, second = await database.run(founded)
    await database.run(say, first, "coalition", "", "vision", "first")
    await database.run(say, second, "coalition", "", "vision", "second")
    made = await database.run(drawn, first)

    def erased(conn: Connection) -> None:
        answer = last_answer_of(conn, second, WORKSPACE)
        assert answer is not None
        erase_answers(conn, [answer], second)

    await database.run(erased)
    told = await database.read(records_up_to, WORKSPACE, ("coalition",), made.last_answer)
    assert told["coalition"][""]["vision"] == "first"
    assert (await database.run(drawn, first)).number == 2


async def test_an_approval_says_who_and_when_and_sharing_keeps_it(database: Database) -> None:
    first, second = await database.run(founded)
    made = await database.run(drawn, second)
    await database.run(approve_version, made, first, LATER)
    found = await database.read(load_version, WORKSPACE, "plan", 1)
    assert found is not None
    assert (found.state, found.approved_by, found.approved_at) == (VersionState.APPROVED, "נטע", LATER)
    await database.run(note_shared, found)
    shared = await database.read(load_version, WORKSPACE, "plan", 1)
    assert shared is not None
    assert (shared.state, shared.approved_by) == (VersionState.SHARED, "נטע")
    await database.run(approve_version, shared, first, LATER)
    again = await database.read(load_version, WORKSPACE, "plan", 1)
    assert again is not None
    assert again.state is VersionState.SHARED


async def test_earlier_versions_come_the_latest_first_and_never_the_newest(database: Database) -> None:
    first, _ = await database.run(founded)
    for vision in ("a", "b", "c"):
        await database.run(say, first, "coalition", "", "vision", vision)
        await database.run(drawn, first)
    await database.run(drawn, first, "timeline")
    found = await database.read(earlier_versions, WORKSPACE, 9)
    assert [(version.artefact, version.number) for version in found] == [("plan", 2), ("plan", 1)]
    assert [v.number for v in await database.read(earlier_versions, WORKSPACE, 1)] == [2]
    assert await database.read(earlier_versions, named("another"), 9) == ()
    assert await database.read(load_version, WORKSPACE, "plan", 9) is None


async def test_whoever_is_forgotten_leaves_the_version_without_a_name(database: Database) -> None:
    first, _ = await database.run(founded)
    made = await database.run(drawn, first)
    await database.run(approve_version, made, first, LATER)
    await database.run(delete_person, first)
    found = await database.read(load_version, WORKSPACE, "plan", 1)
    assert found is not None
    assert (found.state, found.approved_by, found.approved_at) == (VersionState.APPROVED, None, LATER)


async def test_the_versions_of_an_erased_coalition_go_with_it(database: Database) -> None:
    first, _ = await database.run(founded)
    await database.run(drawn, first)
    await database.run(delete_workspace, WORKSPACE)
    assert await database.read(newest_version, WORKSPACE, "plan") is None


async def test_a_number_is_given_only_once(database: Database) -> None:
    first, _ = await database.run(founded)
    await database.run(drawn, first)

    def twice(conn: Connection) -> None:
        (row,) = conn.execute(select(versions)).mappings()
        conn.execute(insert(versions).values({**row, "id": row["id"] + 1}))

    with pytest.raises(IntegrityError):
        await database.run(twice)
