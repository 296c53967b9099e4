"""Coalitions have members with roles, a name once somebody gave one, and invitations that run out."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from storage.answers import all_answers, keep_answer
from storage.db import Database
from storage.people import set_person
from storage.workspaces import (
    COORDINATOR,
    MEMBER,
    Invitation,
    Member,
    Membership,
    add_invitation,
    count_failed_join,
    delete_expired_invitations,
    delete_workspace,
    failed_joins_since,
    find_invitation,
    join_workspace,
    leave_workspace,
    lock_workspace,
    members_of,
    memberships_of,
    set_muted,
    set_role,
    use_invitation,
)
from tests.storage.rows import NOW, coalition, named, somebody

LOOKUP = bytes(range(16))
LATER = NOW + timedelta(hours=1)


async def test_whoever_founds_coordinates(database: Database) -> None:
    person = (await database.run(somebody)).person
    workspace = await database.run(coalition, person)
    assert await database.read(memberships_of, person) == (Membership(workspace, person, COORDINATOR, False, None),)


async def test_a_coalition_is_called_what_stands_as_its_name(database: Database) -> None:
    person = (await database.run(somebody)).person
    workspace = await database.run(coalition, person, name="Northern Front")
    await database.run(keep_answer, workspace, "coalition", "", "name", "חזית הצפון", person, NOW)
    await database.run(keep_answer, workspace, "actor", "", "name", "somebody else", person, NOW)
    (membership,) = await database.read(memberships_of, person)
    assert membership.name == "חזית הצפון"


async def test_members_come_in_the_order_they_joined(database: Database) -> None:
    people = [(await database.run(somebody, number)).person for number in (1, 2, 3)]
    workspace = await database.run(coalition, people[2])
    for person in people[1::-1]:
        await database.run(join_workspace, workspace, person, MEMBER, LATER)
    await database.run(set_person, people[0], display_name="עדן")
    assert await database.read(members_of, workspace) == (
        Member(people[2], None, COORDINATOR),
        Member(people[0], "עדן", MEMBER),
        Member(people[1], None, MEMBER),
    )


async def test_nobody_is_a_member_twice(database: Database) -> None:
    person = (await database.run(somebody)).person
    workspace = await database.run(coalition, person)
    with pytest.raises(IntegrityError):
        await database.run(join_workspace, workspace, person, MEMBER, NOW)


async def test_roles_muting_and_leaving(database: Database) -> None:
    first, second = [(await database.run(somebody, number)).person for number in (1, 2)]
    workspace = await database.run(coalition, first)
    await database.run(join_workspace, workspace, second, MEMBER, NOW)
    await database.run(set_role, workspace, second, COORDINATOR)
    await database.run(set_muted, workspace, second, NOW)
    (membership,) = await database.read(memberships_of, second)
    assert (membership.role, membership.muted) == (COORDINATOR, True)
    await database.run(set_muted, workspace, second, None)
    assert not (await database.read(memberships_of, second))[0].muted
    await database.run(lock_workspace, workspace)
    await database.run(leave_workspace, workspace, second)
    assert [member.person for member in await database.read(members_of, workspace)] == [first]


async def test_erasing_a_coalition_erases_what_was_said_in_it(database: Database) -> None:
    person = (await database.run(somebody)).person
    for what in ("north", "south"):
        await database.run(coalition, person, what, what)
    await database.run(delete_workspace, named("north"))
    assert [membership.name for membership in await database.read(memberships_of, person)] == ["south"]
    assert [answer.value for answer in await database.read(all_answers, 10)] == ["south"]


async def test_an_invitation_runs_out_by_use(database: Database) -> None:
    workspace = await database.run(founded)
    await database.run(add_invitation, LOOKUP, workspace, MEMBER, 2, LATER, NOW)
    assert await database.read(find_invitation, LOOKUP) == Invitation(
        workspace, MEMBER, LATER, 2, "צפון", "coalition"
    )
    assert [await database.run(use_invitation, LOOKUP, NOW) for _ in "123"] == [True, True, False]
    spent = await database.read(find_invitation, LOOKUP)
    assert spent is not None
    assert not spent.holds(NOW)


async def test_an_invitation_runs_out_by_time(database: Database) -> None:
    await database.run(add_invitation, LOOKUP, None, COORDINATOR, 1, LATER, NOW)
    assert not await database.run(use_invitation, LOOKUP, LATER)
    await database.run(delete_expired_invitations, LATER)
    assert await database.read(find_invitation, LOOKUP) is not None
    await database.run(delete_expired_invitations, LATER + timedelta(microseconds=1))
    assert await database.read(find_invitation, LOOKUP) is None


async def test_failed_tries_are_counted_for_a_while(database: Database) -> None:
    first, second = [(await database.run(somebody, number)).person for number in (1, 2)]
    for minutes in (0, 30, 59):
        await database.run(count_failed_join, first, NOW + timedelta(minutes=minutes))
    await database.run(count_failed_join, second, LATER)
    assert await database.run(failed_joins_since, first, NOW) == 3
    assert await database.run(failed_joins_since, first, NOW + timedelta(minutes=30)) == 2
    assert await database.run(failed_joins_since, second, NOW) == 1


def founded(conn: Connection) -> str:
    return coalition(conn, somebody(conn).person, name="צפון")
