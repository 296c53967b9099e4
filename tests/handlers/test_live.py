"""A message that edits itself says what stands, in one place, however often that changes."""

import asyncio
from datetime import timedelta

from handlers.live import follow, refresh
from handlers.publishing import WHO_COMES
from storage.attendance import Coming, keep_attendance
from storage.outbox import State
from storage.workspaces import MEMBER, set_role
from tests.cast import Company, Someone, World, unknown
from tests.handlers.action_world import MARCH, TITLE, Planned, planned


async def shown_to(action: Planned, who: Someone) -> None:
    world = action.world
    await world.run(follow, world.app.kit, await who.number(), action.workspace, WHO_COMES, MARCH, world.clock.now())
    world.app.sender.wake()


async def somebody_answers(action: Planned, who: Someone, answer: Coming) -> None:
    world, number = action.world, await who.number()
    await world.run(keep_attendance, action.workspace, MARCH, number, answer, 0, world.clock.now())
    await world.run(refresh, world.app.kit, action.workspace, WHO_COMES, MARCH, world.clock.now())
    world.app.sender.wake()


def counted(who: Someone, coming: int, cannot: int = 0) -> int:
    return who.times("action-counts", title=TITLE, coming=coming, guests=0, cannot=cannot)


async def test_what_changes_is_shown_in_the_same_message(company: Company) -> None:
    action = await planned(company)
    await shown_to(action, company.neta)
    await company.world.rest()
    messages = len(company.neta.phone.messages)
    for coming, who in enumerate((company.samir, company.robin), start=1):
        await somebody_answers(action, who, Coming.COMING)
        await company.world.rest()
        assert counted(company.neta, coming) == 1
    assert counted(company.neta, 0) == counted(company.neta, 1) == 0
    assert len(company.neta.phone.messages) == messages


async def test_changes_that_come_while_one_is_on_its_way_are_one_edit(company: Company) -> None:
    action = await planned(company)
    await shown_to(action, company.neta)
    await company.world.rest()
    line = company.world.lines[company.neta.phone.look]
    tried = len(line.tried)
    line.held[company.neta.phone.id] = asyncio.Event()
    await somebody_answers(action, company.samir, Coming.COMING)
    await line.has_tried(tried + 1)
    for answer in (Coming.COMING, Coming.CANNOT, Coming.COMING, Coming.CANNOT):
        await somebody_answers(action, company.robin, answer)
    line.held.pop(company.neta.phone.id).set()
    await company.world.rest()
    assert len(line.tried) == tried + 2
    assert counted(company.neta, 1, cannot=1) == 1


async def test_asked_for_again_it_comes_as_a_new_message_and_only_that_one_changes(company: Company) -> None:
    action = await planned(company)
    for _ in range(2):
        await shown_to(action, company.neta)
        await company.world.rest()
    await somebody_answers(action, company.samir, Coming.COMING)
    await company.world.rest()
    assert (counted(company.neta, 0), counted(company.neta, 1)) == (1, 1)


async def test_where_nothing_can_be_edited_news_comes_every_five_minutes_at_most(
    world: World, company: Company
) -> None:
    action = await planned(company)
    await world.run(set_role, action.workspace, await company.samir.number(), "coordinator")
    await shown_to(action, company.samir)
    await world.rest()
    for who in (company.neta, company.robin):
        await somebody_answers(action, who, Coming.COMING)
        await world.rest()
    assert (counted(company.samir, 0), counted(company.samir, 1), counted(company.samir, 2)) == (1, 0, 0)
    await world.move(timedelta(minutes=5))
    assert (counted(company.samir, 0), counted(company.samir, 1), counted(company.samir, 2)) == (1, 0, 1)


async def test_whoever_may_see_it_no_more_sees_no_more_of_it(world: World, company: Company) -> None:
    action = await planned(company)
    await shown_to(action, company.neta)
    await world.rest()
    await world.run(set_role, action.workspace, await company.neta.number(), MEMBER)
    await somebody_answers(action, company.samir, Coming.COMING)
    await world.rest()
    assert counted(company.neta, 1) == 0
    assert [row.reason for row in await world.rows() if row.state is State.CANCELLED] == ["nothing_to_show"]


async def test_an_edit_whose_fate_is_unclear_is_tried_once_more(world: World, company: Company) -> None:
    action = await planned(company)
    await shown_to(action, company.neta)
    await world.rest()
    line = world.lines[company.neta.phone.look]
    messages, tried = len(company.neta.phone.messages), len(line.tried)
    line.fates[company.neta.phone.id] = [unknown()]
    await somebody_answers(action, company.samir, Coming.COMING)
    await world.rest()
    assert counted(company.neta, 1) == 1
    line.fates[company.neta.phone.id] = [unknown()] * 3
    await somebody_answers(action, company.robin, Coming.COMING)
    await world.rest()
    assert len(line.tried) == tried + 4  # twice each, and then no more
    assert len(company.neta.phone.messages) == messages


async def test_it_ends_when_it_matters_no_more(world: World, company: Company) -> None:
    action = await planned(company)
    await shown_to(action, company.neta)
    await world.rest()
    await world.move(timedelta(days=7))
    await somebody_answers(action, company.samir, Coming.COMING)
    await world.rest()
    assert counted(company.neta, 1) == 0
