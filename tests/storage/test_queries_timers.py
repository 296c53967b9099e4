"""An occurrence is one row, fires once, and goes with what it hangs on."""

from dataclasses import replace
from datetime import timedelta

from storage.db import Database
from storage.people import delete_person
from storage.timers import (
    cancel_timer,
    count_timers,
    due_timers,
    fired,
    is_set,
    next_due,
    postpone,
    set_timer,
    waiting_timers,
)
from storage.workspaces import delete_workspace
from tests.storage.rows import NOW, coalition, somebody

HOUR = timedelta(hours=1)


async def test_what_is_due_comes_in_its_order(database: Database) -> None:
    assert await database.read(next_due) is None
    for occurrence, hours in (("late", 2), ("early", 0), ("exactly", 1)):
        await database.run(set_timer, "remind", occurrence, NOW + hours * HOUR)
    due = await database.read(due_timers, NOW + HOUR, 10)
    assert [timer.due_at for timer in due] == [NOW, NOW + HOUR]
    assert await database.read(due_timers, NOW + HOUR, 1) == due[:1]
    assert len(await database.read(waiting_timers, 10)) == await database.read(count_timers) == 3
    assert await database.read(next_due) == NOW


async def test_the_same_occurrence_set_again_only_moves(database: Database) -> None:
    for hours in (1, 5):
        await database.run(set_timer, "remind", "talk", NOW + hours * HOUR)
    assert await database.read(count_timers) == 1
    assert await database.read(next_due) == NOW + 5 * HOUR


async def test_a_timer_fires_once(database: Database) -> None:
    await database.run(set_timer, "remind", "talk", NOW)
    (timer,) = await database.read(due_timers, NOW, 10)
    assert [await database.run(fired, timer) for _ in "12"] == [True, False]


async def test_a_cancelled_timer_does_not_fire(database: Database) -> None:
    await database.run(set_timer, "remind", "talk", NOW)
    (timer,) = await database.read(due_timers, NOW, 10)
    assert await database.read(is_set, "talk")
    await database.run(cancel_timer, "talk")
    assert not await database.read(is_set, "talk")
    assert not await database.run(fired, timer)


async def test_a_timer_that_moved_is_not_the_one_that_was_due(database: Database) -> None:
    await database.run(set_timer, "remind", "talk", NOW)
    (timer,) = await database.read(due_timers, NOW, 10)
    await database.run(cancel_timer, "talk")
    await database.run(set_timer, "remind", "another talk", NOW + HOUR)  # SQLite gives it the same id
    assert not await database.run(fired, timer)
    assert not await database.run(postpone, timer, NOW + 2 * HOUR)
    assert await database.read(next_due) == NOW + HOUR


async def test_a_postponed_timer_is_the_same_one_later(database: Database) -> None:
    await database.run(set_timer, "remind", "talk", NOW, about="it", detail={"rung": "day"}, void_after=NOW + HOUR)
    (timer,) = await database.read(due_timers, NOW, 10)
    assert await database.run(postpone, timer, NOW + HOUR)
    assert await database.read(due_timers, NOW, 10) == ()
    (later,) = await database.read(waiting_timers, 10)
    assert later == replace(timer, due_at=NOW + HOUR)


async def test_timers_go_with_their_person_and_their_coalition(database: Database) -> None:
    first, second = [(await database.run(somebody, number)).person for number in (1, 2)]
    workspace = await database.run(coalition, second)
    await database.run(set_timer, "remind", "person", NOW, first)
    await database.run(set_timer, "remind", "coalition", NOW, None, workspace)
    await database.run(set_timer, "retention", "house", NOW)
    await database.run(delete_person, first)
    await database.run(delete_workspace, workspace)
    (left,) = await database.read(waiting_timers, 10)
    assert (left.kind, left.person, left.workspace) == ("retention", None, None)
