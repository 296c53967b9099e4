"""Who comes is known as long as it is needed, and only of people who are still there."""

from datetime import timedelta

from storage.attendance import (
    Coming,
    Counts,
    Home,
    attendance_of,
    attendances,
    count_attendance,
    counts,
    forget_attendance,
    forget_attendance_of,
    keep_attendance,
    keep_home,
    note_home_asked,
    note_informed,
)
from storage.db import Database
from storage.people import delete_person, set_person
from storage.workspaces import MEMBER, delete_workspace, join_workspace, leave_workspace
from tests.storage.rows import NOW, coalition, somebody

MARCH, VIGIL = "march", "vigil"


async def company(database: Database, size: int = 3) -> tuple[str, list[int]]:
    """A workspace with so many people in it."""
    people = [(await database.run(somebody, number)).person for number in range(size)]
    workspace = await database.run(coalition, people[0])
    for person in people[1:]:
        await database.run(join_workspace, workspace, person, MEMBER, NOW)
    return workspace, people


async def test_those_who_come_their_guests_and_those_who_cannot_are_counted_apart(database: Database) -> None:
    workspace, (neta, samir, robin) = await company(database)
    await database.run(keep_attendance, workspace, MARCH, neta, Coming.COMING, 5, NOW)
    await database.run(keep_attendance, workspace, MARCH, samir, Coming.BRING, 3, NOW)
    await database.run(keep_attendance, workspace, MARCH, robin, Coming.CANNOT, 0, NOW)
    await database.run(keep_attendance, workspace, VIGIL, robin, Coming.COMING, 0, NOW)
    assert await database.read(counts, workspace, MARCH) == Counts(coming=2, guests=3, cannot=1)
    assert (await database.read(counts, workspace, MARCH)).answered == 3
    assert await database.read(counts, workspace, VIGIL) == Counts(1, 0, 0)


async def test_a_new_answer_replaces_the_old_one_and_what_was_sent_stays_known(database: Database) -> None:
    workspace, (neta, *_) = await company(database)
    await database.run(set_person, neta, display_name="נטע")
    await database.run(keep_attendance, workspace, MARCH, neta, Coming.BRING, 2, NOW)
    await database.run(note_informed, workspace, MARCH, neta, 1)
    later = NOW + timedelta(days=1)
    await database.run(keep_attendance, workspace, MARCH, neta, Coming.CANNOT, 2, later)
    found = await database.read(attendance_of, workspace, MARCH, neta)
    assert found is not None
    assert (found.name, found.answer, found.guests, found.answered_at) == ("נטע", Coming.CANNOT, 0, later)
    assert (found.informed, found.comes, found.home) == (1, False, Home.NONE)
    assert await database.read(count_attendance) == 1


async def test_whoever_was_asked_is_silent_until_they_answer(database: Database) -> None:
    workspace, (neta, samir, robin) = await company(database)
    for person in (neta, samir):
        await database.run(keep_attendance, workspace, MARCH, person, Coming.COMING, 0, NOW)
        await database.run(note_home_asked, workspace, MARCH, person, NOW)
    assert await database.run(keep_home, workspace, MARCH, samir, Home.HELP)
    assert not await database.run(keep_home, workspace, MARCH, robin, Home.HOME)
    everyone = await database.read(attendances, workspace, MARCH)
    assert [(one.person, one.home, one.home_asked_at) for one in everyone] == [
        (neta, Home.SILENT, NOW),
        (samir, Home.HELP, NOW),
    ]


async def test_whoever_left_is_neither_counted_nor_named(database: Database) -> None:
    workspace, (neta, samir, _) = await company(database)
    for person in (neta, samir):
        await database.run(keep_attendance, workspace, MARCH, person, Coming.COMING, 0, NOW)
    await database.run(leave_workspace, workspace, samir)
    assert [one.person for one in await database.read(attendances, workspace, MARCH)] == [neta]
    await database.run(forget_attendance_of, workspace, samir)
    assert await database.read(count_attendance) == 1


async def test_it_goes_with_its_person_with_its_workspace_and_when_it_is_not_needed(database: Database) -> None:
    workspace, people = await company(database, 4)
    for person in people:
        await database.run(keep_attendance, workspace, MARCH, person, Coming.COMING, 0, NOW)
    await database.run(keep_attendance, workspace, VIGIL, people[0], Coming.COMING, 0, NOW)
    await database.run(delete_person, people[1])
    assert [one.person for one in await database.read(attendances, workspace, MARCH)] == [
        people[0],
        *people[2:],
    ]
    await database.run(forget_attendance, workspace, MARCH)
    assert await database.read(count_attendance) == 1
    await database.run(delete_workspace, workspace)
    assert await database.read(count_attendance) == 0
