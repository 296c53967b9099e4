"""The crisis switch: two people start it, routine waits while it is on, and it ends for everybody it began for."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

from flows.wording import plain
from storage.care import set_on_duty
from storage.timers import set_timer
from storage.workspaces import COORDINATOR, set_muted, set_role
from tests.cast import Company, Someone, World, later, unknown
from tests.handlers.test_checkins import asks, numbers

TURNS = 10_000
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


async def workspace(world: World) -> str:
    [(found,)] = await world.ask("SELECT id FROM workspaces")
    return str(found)


async def coordinates(world: World, who: Someone) -> None:
    await world.run(set_role, await workspace(world), await who.number(), COORDINATOR)


async def proposes(who: Someone, how: str = "start") -> None:
    await who.say("/menu")
    await who.press("main_menu.choice-care")
    await who.press("cq_menu.choice-alarm")
    await who.press(f"sw_sure.choice-{how}")


async def starts(world: World, company: Company, how: str = "start") -> None:
    """Neta proposes it, Robin approves."""
    await coordinates(world, company.robin)
    await proposes(company.neta, how)
    await company.robin.press("choice-approve-alarm")


async def ends(who: Someone, how: str) -> None:
    await who.say("/menu")
    await who.press("main_menu.choice-care")
    await who.press("cq_menu.choice-end")
    await who.press(f"se_how.choice-{how}")


async def test_one_proposes_another_approves_and_everybody_hears_it_with_the_check_in(
    world: World, company: Company
) -> None:
    neta, samir, robin = company.neta, company.samir, company.robin
    await coordinates(world, robin)
    await proposes(neta)
    assert neta.saw("alarm-asked", count=1)
    assert robin.ever_saw("alarm-wanted", name="נטע", coalition=company.name)
    assert not samir.ever_saw("alarm-started")
    await robin.press("choice-approve-alarm")
    assert samir.ever_saw("alarm-started", coalition=company.name)
    assert samir.shows("ci_ok.choice-ok")
    assert neta.ever_saw("alarm-approved-by", name="Robin")
    assert robin.ever_saw("alarm-on", count=2)
    assert numbers(neta) == [0, 0, 0, 2, 0, 2]


async def test_without_an_approval_within_two_minutes_nothing_is_sent(world: World, company: Company) -> None:
    neta, robin = company.neta, company.robin
    await coordinates(world, robin)
    await proposes(neta)
    await world.move(3 * MINUTE)
    assert neta.ever_saw("alarm-lapsed")
    await robin.press("choice-approve-alarm")
    assert robin.saw("alarm-too-late")
    assert not company.samir.ever_saw("alarm-started")


async def test_a_no_is_told_to_whoever_proposed_it(world: World, company: Company) -> None:
    await coordinates(world, company.robin)
    await proposes(company.neta)
    await company.robin.press("choice-refuse-alarm")
    assert company.neta.ever_saw("alarm-refused", name="Robin")
    assert not company.samir.ever_saw("alarm-started")


async def test_two_who_propose_it_have_approved_it(world: World, company: Company) -> None:
    await coordinates(world, company.robin)
    await proposes(company.neta)
    await proposes(company.robin)
    assert company.samir.ever_saw("alarm-started")


async def test_who_is_on_duty_starts_it_alone_and_nobody_else_does(world: World, company: Company) -> None:
    neta = company.neta
    await proposes(neta)
    assert neta.saw("alarm-nobody")
    await world.run(set_on_duty, await workspace(world), await neta.number(), world.clock.now())
    await proposes(neta)
    assert company.samir.ever_saw("alarm-started")
    assert neta.saw("alarm-on", count=2)


async def test_it_is_started_three_times_a_day_at_most(world: World, company: Company) -> None:
    neta = company.neta
    await world.run(set_on_duty, await workspace(world), await neta.number(), world.clock.now())
    for _ in range(3):
        await proposes(neta)
        await ends(neta, "mistaken")
    await proposes(neta)
    assert neta.saw("alarm-too-many")
    assert company.samir.times("alarm-started") == 3
    await world.move(24 * HOUR)
    await proposes(neta)
    assert neta.saw("alarm-on", count=2)


async def test_everybody_who_got_the_start_gets_the_end(world: World, company: Company) -> None:
    await starts(world, company)
    await ends(company.neta, "over")
    for who in (company.samir, company.robin):
        assert who.ever_saw("alarm-over", coalition=company.name)
    assert company.neta.saw("alarm-ended", count=2)
    assert company.robin.ever_saw("alarm-ended-by", name="נטע")


async def test_of_a_false_alarm_nobody_is_left_believing_it(world: World, company: Company) -> None:
    """Samir's copy is told to wait by the platform: it is taken back, and he hears neither the alarm nor its end."""
    neta, samir, robin = company.neta, company.samir, company.robin
    line = world.lines[samir.phone.look]
    await coordinates(world, robin)
    await proposes(neta)
    line.fates[samir.phone.id] = [later(60.0)]
    before, finger = len(samir.chat), robin.button("choice-approve-alarm")
    await world.hand.press(robin.phone.id, finger.data, finger.message)
    while not any(outgoing.address == samir.phone.id for outgoing in line.tried):
        await line.has_tried(len(line.tried) + 1)
    for key in ("main_menu.choice-care", "cq_menu.choice-end", "se_how.choice-mistaken"):
        await presses_while_others_wait(world, neta, key)
    world.clock.seconds += 120.0
    world.app.sender.wake()
    await world.rest()
    assert len(samir.chat) == before
    assert robin.ever_saw("alarm-false", coalition=company.name)
    await robin.press("ci_ok.choice-ok")
    assert robin.saw("ci_over")
    await world.move(HOUR)
    assert robin.times("checkin-again") == 0


async def presses_while_others_wait(world: World, who: Someone, key: str) -> None:
    """Press what stands under the newest message, and wait for the answer alone."""
    if key.startswith("main_menu"):
        await world.hand.say(who.phone.id, "/menu")
    await happens(lambda: who.shows(key))
    finger, seen = who.button(key), len(who.phone.messages)
    await world.hand.press(who.phone.id, finger.data, finger.message)
    await happens(lambda: len(who.phone.messages) > seen)


async def happens(what: Callable[[], bool]) -> None:
    """Let the bot go on until something has happened."""
    for _ in range(TURNS):
        if what():
            return
        await asyncio.sleep(0.001)
    raise AssertionError("it never happened")


async def test_an_alarm_on_its_way_when_it_is_called_off_is_followed_by_the_end_and_never_repeated(
    world: World, company: Company
) -> None:
    neta, samir, robin = company.neta, company.samir, company.robin
    line = world.lines[samir.phone.look]
    await coordinates(world, robin)
    await proposes(neta)
    line.held[samir.phone.id] = asyncio.Event()
    line.fates[samir.phone.id] = [unknown()]
    finger = robin.button("choice-approve-alarm")
    await world.hand.press(robin.phone.id, finger.data, finger.message)
    while not any(outgoing.address == samir.phone.id for outgoing in line.tried):
        await line.has_tried(len(line.tried) + 1)
    for key in ("main_menu.choice-care", "cq_menu.choice-end", "se_how.choice-mistaken"):
        await presses_while_others_wait(world, neta, key)
    line.held.pop(samir.phone.id).set()
    await world.rest()
    to_samir = [o.parts[0] for o in line.tried if o.address == samir.phone.id]
    assert sum(samir.words("checkin-how")[:20] in plain(text) for text in to_samir) == 1
    assert samir.ever_saw("alarm-false")


async def test_routine_waits_for_the_end_and_comes_then_if_it_still_matters(world: World, company: Company) -> None:
    neta, robin = company.neta, company.robin
    there = await workspace(world)
    now = world.clock.now()
    await world.run(
        set_timer, "alert", "a", now + 2 * HOUR, workspace=there,
        detail={"name": "milestone", "item": "m", "rung": "t-1", "day": "2026-12-01"}, void_after=now + 48 * HOUR,
    )  # fmt: skip
    await starts(world, company)
    fired = await world.ask("SELECT count(*) FROM timers WHERE kind = 'alert'")
    await world.move(3 * HOUR)
    assert await world.ask("SELECT count(*) FROM timers WHERE kind = 'alert'") == fired
    await ends(neta, "over")
    await world.move(MINUTE)
    assert await world.ask("SELECT count(*) FROM timers WHERE kind = 'alert'") == [(0,)]
    assert robin.ever_saw("alarm-over")


async def test_a_drill_holds_nothing_back_and_says_that_it_is_one(world: World, company: Company) -> None:
    await starts(world, company, "drill")
    assert company.samir.ever_saw("alarm-started-drill")
    assert not any(
        said.startswith(company.samir.words("alarm-started", coalition="")[:9]) for said in company.samir.chat
    )
    await ends(company.neta, "over")
    assert company.samir.ever_saw("alarm-over-drill")


async def test_who_ended_all_messages_of_the_coalition_gets_none_of_it(world: World, company: Company) -> None:
    await world.run(set_muted, await workspace(world), await company.samir.number(), world.clock.now())
    before = len(company.samir.chat)
    await starts(world, company)
    await ends(company.neta, "mistaken")
    assert len(company.samir.chat) == before
    assert numbers(company.neta)[4] == 1


async def test_the_open_check_in_makes_room_for_the_crisis(world: World, company: Company) -> None:
    await asks(company.neta)
    await starts(world, company)
    assert company.samir.ever_saw("alarm-started")
    assert await world.ask("SELECT count(*) FROM checkins WHERE state = 'open'") == [(1,)]
