"""A call to action is counted once for each person, whatever became of its messages, and the counts outlive them."""

from datetime import timedelta
from typing import Any

from flows.rules.audience import Traits
from storage.attendance import Coming, keep_attendance
from storage.broadcasts import (
    ASKED,
    PAUSED,
    SENDING,
    Call,
    about,
    add_call,
    calls_of,
    ends_of,
    goes_on,
    held,
    hold,
    keep_reply,
    last_call_told,
    left_after,
    let_go,
    load_call,
    note_arrived,
    note_went_on,
    replies_to,
    set_call,
    to_be_written_down,
    uncertain,
    went_on_after,
)
from storage.crowd import crowd_of, who_can_decide
from storage.db import Database
from storage.deliveries import cancel_about, forget_ended
from storage.outbox import State, cancel_for, claim, finish
from storage.people import Address, block_address, delete_person, set_person
from storage.places import add_place
from storage.workspaces import COORDINATOR, MEMBER, join_workspace, set_muted, set_role
from tests.storage.rows import NOW, coalition, named, queued, somebody, standing

CALL = named("call")
A_DAY = timedelta(days=1)


async def company(database: Database, size: int = 4) -> tuple[str, list[Address]]:
    people = [await database.run(somebody, number) for number in range(size)]
    workspace = await database.run(coalition, people[0].person)
    for one in people[1:]:
        await database.run(join_workspace, workspace, one.person, MEMBER, NOW)
    return workspace, people


async def a_call(database: Database, workspace: str, author: int, what: str = CALL, **fields: Any) -> Call:
    call = Call(what, workspace, "draft", author, None, ASKED, {"purpose": "action"}, NOW)
    await database.run(add_call, call)
    if fields:
        await database.run(set_call, what, **fields)
    found = await database.run(load_call, what, workspace)
    assert found is not None
    return found


async def sent(database: Database, workspace: str, to: Address, key: str, state: State, **columns: object) -> None:
    """A message of the call that ended like this."""
    row = await database.run(queued, to, key, workspace=workspace, about=about(CALL), **columns)
    if state is State.QUEUED:
        return
    assert await database.run(claim, row.id, "attempt", NOW)
    if state is not State.SENDING:
        reason = "blocked" if state is State.REFUSED else None
        assert await database.run(finish, row.id, "attempt", state, NOW, None, reason)


async def test_a_call_is_found_in_its_own_workspace_alone(database: Database) -> None:
    workspace, people = await company(database)
    await a_call(database, workspace, people[0].person)
    assert await database.run(load_call, CALL, named("other")) is None
    assert await database.run(load_call, None, workspace) is None


async def test_the_faster_of_two_decides(database: Database) -> None:
    workspace, people = await company(database)
    await a_call(database, workspace, people[0].person)
    assert await database.run(set_call, CALL, only_in=(ASKED,), state=SENDING)
    assert not await database.run(set_call, CALL, only_in=(ASKED,), state=PAUSED)


async def test_templates_stand_first_and_then_the_newest(database: Database) -> None:
    workspace, people = await company(database)
    for at, what in enumerate(("old", "kept", "new")):
        call = Call(named(what), workspace, "d", people[0].person, None, SENDING, {}, NOW + timedelta(hours=at))
        await database.run(add_call, call)
    await database.run(set_call, named("kept"), starred=True)
    found = await database.run(calls_of, workspace, 2)
    assert [call.id for call in found] == [named("kept"), named("new")]


async def test_every_person_is_counted_once_also_when_it_was_sent_again(database: Database) -> None:
    workspace, people = await company(database)
    call = await a_call(database, workspace, people[0].person, people=4, starts_at=NOW)
    await sent(database, workspace, people[0], "a", State.ACCEPTED)
    await sent(database, workspace, people[1], "b", State.REFUSED)
    await sent(database, workspace, people[2], "c", State.UNKNOWN)
    await sent(database, workspace, people[3], "d", State.QUEUED)
    ends = await database.run(ends_of, call)
    assert (ends.total, ends.open, ends.reasons) == (4, 1, {"blocked": 1})
    assert [row.person for row in await database.run(uncertain, CALL)] == [people[2].person]
    await sent(database, workspace, people[2], "e", State.ACCEPTED, repeats=named("c"))
    ends = await database.run(ends_of, call)
    assert ends.states == {"accepted": 2, "refused": 1, "queued": 1}
    assert await database.run(uncertain, CALL) == ()


async def test_what_is_held_does_not_go_and_goes_on_when_it_may(database: Database) -> None:
    workspace, people = await company(database)
    await a_call(database, workspace, people[0].person)
    later = NOW + timedelta(hours=3)
    await sent(database, workspace, people[0], "a", State.QUEUED)
    await sent(database, workspace, people[1], "b", State.QUEUED, not_before=later)
    await sent(database, workspace, people[2], "c", State.ACCEPTED)
    assert await database.run(hold, CALL) == 2
    rows = await database.run(held, CALL)
    assert sorted((at for _, _, at in rows), key=str) == sorted((None, later), key=str)
    assert await database.run(goes_on, about(CALL))
    await database.run(let_go, [(row, NOW) for row, _, _ in rows])
    assert await database.run(held, CALL) == ()


async def test_whoever_leaves_gets_nothing_of_what_was_held(database: Database) -> None:
    workspace, people = await company(database)
    await sent(database, workspace, people[1], "a", State.QUEUED)
    await sent(database, workspace, people[2], "b", State.QUEUED)
    await database.run(hold, CALL)
    assert await database.run(cancel_for, people[1].person, NOW, workspace) == 1
    assert await database.run(cancel_about, workspace, about(CALL), NOW) == 1
    assert not await database.run(goes_on, about(CALL))


async def test_an_answer_replaces_the_one_before_and_proves_that_it_arrived(database: Database) -> None:
    workspace, people = await company(database)
    call = await a_call(database, workspace, people[0].person)
    await sent(database, workspace, people[1], "a", State.UNKNOWN)
    for answer in ("later", "coming"):
        await database.run(keep_reply, CALL, people[1].person, answer, NOW)
    await database.run(note_arrived, CALL, people[1].person)
    await database.run(note_went_on, CALL, people[1].person, "bring")
    assert await database.run(replies_to, CALL) == {"coming": 1}
    assert await database.run(went_on_after, CALL) == 1
    assert (await database.run(ends_of, call)).states == {"accepted": 1}


async def test_who_was_forgotten_takes_their_answer_along(database: Database) -> None:
    workspace, people = await company(database)
    await a_call(database, workspace, people[0].person)
    await database.run(keep_reply, CALL, people[1].person, "coming", NOW)
    await database.run(delete_person, people[1].person)
    await database.run(delete_person, people[0].person)
    assert await database.run(replies_to, CALL) == {}
    found = await database.run(load_call, CALL, workspace)
    assert found is not None
    assert found.author is None


async def test_only_those_it_was_sent_to_who_left_in_time_count_as_leaving(database: Database) -> None:
    workspace, people = await company(database)
    call = await a_call(database, workspace, people[0].person, starts_at=NOW)
    await sent(database, workspace, people[1], "a", State.ACCEPTED)
    await sent(database, workspace, people[2], "b", State.ACCEPTED)
    await database.run(set_muted, workspace, people[1].person, NOW + timedelta(hours=1))
    await database.run(set_muted, workspace, people[2].person, NOW + timedelta(hours=30))
    await database.run(set_muted, workspace, people[3].person, NOW + timedelta(hours=1))
    assert await database.run(left_after, call, NOW + A_DAY) == 1


async def test_counts_that_were_written_down_outlive_their_rows(database: Database) -> None:
    workspace, people = await company(database)
    call = await a_call(database, workspace, people[0].person, people=1, starts_at=NOW)
    await sent(database, workspace, people[1], "a", State.ACCEPTED)
    assert [one.id for one in await database.run(to_be_written_down, NOW + A_DAY)] == [CALL]
    kept = {"states": dict((await database.run(ends_of, call)).states), "reasons": {}, "left": 0}
    await database.run(set_call, CALL, ended=kept)
    await database.run(forget_ended, NOW + 10 * A_DAY)
    found = await database.run(load_call, CALL, workspace)
    assert found is not None
    assert (await database.run(ends_of, found)).states == {"accepted": 1}
    assert await database.run(to_be_written_down, NOW + A_DAY) == ()


async def test_the_last_thing_somebody_was_told_is_found_and_never_a_question(database: Database) -> None:
    workspace, people = await company(database)
    assert await database.run(last_call_told, people[1].person) is None
    await sent(database, workspace, people[1], "a", State.ACCEPTED)
    await sent(database, workspace, people[1], "b", State.ACCEPTED)
    await sent(database, workspace, people[1], "c", State.QUEUED)
    found = await database.run(last_call_told, people[1].person)
    assert found is not None
    assert found.key == named("b")


async def test_what_tells_people_apart_is_found_for_everybody_at_once(database: Database) -> None:
    workspace, people = await company(database)
    neta, samir, robin, lina = (one.person for one in people)
    for person, name in ((samir, "Samir"), (robin, "Twin"), (lina, "Twin")):
        await database.run(set_person, person, display_name=name, language="ar")
    await database.run(keep_attendance, workspace, "march", samir, Coming.BRING, 2, NOW)
    await a_call(database, workspace, neta)
    await database.run(keep_reply, CALL, samir, "coming", NOW)
    await database.run(add_place, robin, standing(workspace=workspace), NOW)
    await database.run(block_address, people[3].id, NOW)
    seats = {"Samir": "House", "Twin": "House"}

    def find(conn):  # type: ignore[no-untyped-def]
        at = NOW + timedelta(days=9)
        return crowd_of(conn, workspace, at, lambda flow, step: f"{flow}:{step}", seats, ["coalition_need"])

    found = {one.person: traits for one, traits in await database.run(find)}
    said = frozenset({"event:march:coming", f"reply:{CALL}:coming"})
    assert found[samir] == Traits("member", "ar", "telegram", organisation="House", heard=9, said=said)
    assert found[robin].waits == {"coalition_need:a_problem"}
    assert found[robin].organisation == "", "two go by this name: nobody is taken for the other"
    assert found[lina].channel is None
    assert found[neta].role == COORDINATOR


async def test_those_who_can_decide_can_be_reached(database: Database) -> None:
    workspace, people = await company(database)
    neta, samir, robin, _ = (one.person for one in people)
    await database.run(set_role, workspace, samir, COORDINATOR)
    assert await database.run(who_can_decide, workspace, [robin]) == (neta, samir, robin)
    await database.run(block_address, people[1].id, NOW)
    assert await database.run(who_can_decide, workspace, []) == (neta,)
