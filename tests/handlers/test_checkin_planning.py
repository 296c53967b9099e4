"""A check-in goes out by the clock, passes quiet times only when it is meant, and duty is no secret."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from storage.workspaces import COORDINATOR, set_role
from tests.cast import Company, Someone, World
from tests.handlers.test_checkins import asks, numbers

ZONE = ZoneInfo("Asia/Jerusalem")


async def plans(neta: Someone, *keys: str) -> None:
    await neta.say("/menu")
    await neta.press("main_menu.choice-care")
    await neta.press("cq_menu.choice-plan")
    for key in keys:
        await neta.press(key)


async def now_is(world: World, local: str) -> None:
    await world.move(datetime.fromisoformat(local).replace(tzinfo=ZONE) - world.clock.now())


async def test_every_week_it_goes_out_on_its_day_and_hour_also_when_the_clock_changes(
    world: World, company: Company
) -> None:
    neta = company.neta
    await plans(neta, "cp_every.choice-week", "cp_day.choice-thu", "cp_hour.choice-18", "cp_words.choice-usual")
    assert neta.saw("plan-kept")
    await now_is(world, "2026-11-26T17:59")
    assert not company.robin.ever_saw("checkin-from")
    await now_is(world, "2026-11-26T18:01")
    assert company.robin.ever_saw("checkin-from")
    assert numbers(neta) == [0, 0, 0, 2, 0, 2]
    assert not neta.ever_saw("checkin-from")
    await now_is(world, "2026-12-03T18:01")
    assert await world.ask("SELECT count(*) FROM checkins") == [(1,)], "the open one is asked about, not a second"
    await now_is(world, "2026-12-10T18:01")
    assert await world.ask("SELECT count(*) FROM checkins") == [(2,)]


async def test_once_is_once_and_a_plan_can_be_dropped(world: World, company: Company) -> None:
    neta = company.neta
    await plans(neta, "cp_every.choice-once")
    await neta.say("23.11.2026")
    await neta.press("choice-date-right")
    for key in ("cp_hour.choice-9", "cp_words.choice-news"):
        await neta.press(key)
    await plans(neta)
    assert neta.saw("plan-is.once", hour="9:00")
    await now_is(world, "2026-11-23T09:01")
    assert company.robin.ever_saw("checkin-asks.news")
    await world.move(timedelta(days=10))
    assert await world.count("checkins") == 1
    await plans(neta, "cp_every.choice-day", "cp_hour.choice-20", "cp_words.choice-usual")
    await plans(neta, "cp_every.choice-never")
    assert neta.saw("plan-dropped")
    await world.move(timedelta(days=3))
    assert await world.count("checkins") == 1


async def test_what_is_meant_passes_the_night_and_a_drill_leaves_out_whoever_rests(
    world: World, company: Company
) -> None:
    neta, robin = company.neta, company.robin
    await now_is(world, "2026-11-23T02:00")
    await neta.say("/menu")
    await neta.press("main_menu.choice-care")
    await neta.press("cq_menu.choice-words")
    await neta.press("cq_words.choice-usual")
    await neta.press("cq_real.choice-drill")
    assert not robin.ever_saw("checkin-drill")
    assert neta.saw("checkin-sent", count=0)
    await neta.press("choice-close-checkin")
    await neta.press("cq_close_sure.choice-yes")
    await asks(neta)
    assert robin.saw("checkin-from") or robin.ever_saw("checkin-from")


async def test_nobody_is_put_on_duty_behind_the_others_backs(world: World, company: Company) -> None:
    neta, robin = company.neta, company.robin
    [(workspace,)] = await world.ask("SELECT id FROM workspaces")
    await world.run(set_role, str(workspace), await robin.number(), COORDINATOR)
    await neta.say("/menu")
    await neta.press("main_menu.choice-care")
    await neta.press("cq_menu.choice-care")
    await neta.press("ce_menu.choice-duty")
    await neta.press("choice-me")
    assert neta.saw("duty-now", name="נטע")
    assert robin.ever_saw("duty-told", name="נטע")
    await neta.press("ce_menu.choice-duty")
    await neta.say("Somebody Else")
    assert neta.saw("care-unknown")
