"""The weekly check-in comes when it was chosen, to whoever has something to tell, and is summed up on Mondays."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from flows.wording import plain
from storage.answers import keep_answer, records
from storage.timers import cancel_timer
from storage.workspaces import set_muted
from tests.cast import Company, Someone, World

ZONE = ZoneInfo("Asia/Jerusalem")
HOURS, DAYS = timedelta(hours=1), timedelta(days=1)


async def workspace(world: World) -> str:
    [(found,)] = await world.ask("SELECT id FROM workspaces")
    return str(found)


async def keep(world: World, who: Someone, kind: str, item: str, **fields: str) -> None:
    """Somebody answered this."""
    for field, value in fields.items():
        number, there = await who.number(), await workspace(world)
        await world.run(keep_answer, there, kind, item, field, value, number, world.clock.now())


async def give(world: World, who: Someone, *titles: str) -> None:
    """Steps of somebody's own."""
    for n, title in enumerate(titles):
        await keep(world, who, "task", f"{who.name}{n}", title=title, owner_person=str(await who.number()))


async def now_is(world: World, local: str) -> None:
    """Moves the clock to a local hour, through everything due on the way."""
    await world.move(datetime.fromisoformat(local).replace(tzinfo=ZONE) - world.clock.now())


def asked_at(who: Someone) -> list[str]:
    """The local hours at which the week's question came."""
    question = who.words("wk_open", waiting="").strip()
    asked = [m for m in who.phone.messages if not m.mine and question in plain(m.text)]
    return [m.at.astimezone(ZONE).strftime("%a %d.%m %H:%M") for m in asked]


async def test_it_comes_on_sunday_at_six_to_whoever_has_open_steps_and_to_nobody_else(
    world: World, company: Company
) -> None:
    await give(world, company.robin, "Call the office")
    await world.move(8 * DAYS)
    assert asked_at(company.robin) == ["Sun 22.11 18:00", "Sun 29.11 18:00"]
    assert asked_at(company.samir) == []
    assert asked_at(company.neta) == []


async def test_coordinators_are_asked_when_there_are_milestones(world: World, company: Company) -> None:
    await keep(world, company.neta, "milestone", "m", title="נייר עמדה")
    await world.move(DAYS)
    assert asked_at(company.neta) == ["Sun 22.11 18:00"]
    assert asked_at(company.robin) == []


async def test_whoever_did_it_by_themselves_this_week_is_not_asked_again(world: World, company: Company) -> None:
    robin = company.robin
    await give(world, robin, "Call the office")
    await robin.say("/menu")
    await robin.press("main_menu.choice-coalition")
    await robin.press("stage_jump.choice-week")
    await robin.press("wk_open.choice-now")
    robin.phone.messages.clear()
    await world.move(6 * DAYS)
    assert asked_at(robin) == []
    await world.move(2 * DAYS)
    assert asked_at(robin) == ["Sun 29.11 18:00"]


async def test_each_person_chooses_the_day_and_hour_and_it_keeps_them_when_the_clock_changes(
    world: World, company: Company
) -> None:
    robin = company.robin
    await give(world, robin, "Call the office")
    await robin.say("/menu")
    await robin.press("main_menu.choice-settings")
    await robin.press("settings_menu.choice-weekly")
    await robin.press("wt_day.choice-thu")
    await robin.press("wt_hour.choice-9")
    assert robin.saw("wt_kept")
    await robin.say("/mydata")
    assert robin.saw("mydata-weekly", time=robin.words("weekly-time", day="Thursday", hour="9:00"))
    await now_is(world, "2027-03-05T12:00")  # silent so long that it comes every four weeks; one word ends that
    await robin.press("wk_open.choice-skip")
    await now_is(world, "2027-03-19T12:00")
    await robin.press("wk_open.choice-skip")
    await now_is(world, "2027-03-24T12:00")
    robin.phone.messages.clear()
    await now_is(world, "2027-04-02T12:00")
    assert asked_at(robin) == ["Thu 25.03 09:00", "Thu 01.04 09:00"]


async def test_whoever_wants_no_check_in_gets_none_and_may_change_it_back(world: World, company: Company) -> None:
    robin = company.robin
    await give(world, robin, "Call the office")
    await robin.say("/menu")
    await robin.press("main_menu.choice-settings")
    await robin.press("settings_menu.choice-weekly")
    await robin.press("wt_day.choice-never")
    await world.move(14 * DAYS)
    assert asked_at(robin) == []
    await robin.say("/menu")
    await robin.press("main_menu.choice-settings")
    await robin.press("settings_menu.choice-weekly")
    await robin.press("wt_day.choice-mon")
    await robin.press("wt_hour.choice-12")
    await world.move(7 * DAYS)
    assert asked_at(robin) == ["Mon 07.12 12:00"]


async def test_it_waits_until_shabbat_is_over(world: World, company: Company) -> None:
    robin = company.robin
    await give(world, robin, "Call the office")
    await robin.say("/menu")
    await robin.press("main_menu.choice-settings")
    await robin.press("settings_menu.choice-weekly")
    await robin.press("wt_day.choice-fri")
    await robin.press("wt_hour.choice-20")
    await now_is(world, "2026-11-29T12:00")
    [came] = asked_at(robin)
    assert "Sat 28.11 17:00" < came < "Sat 28.11 18:00"


async def test_the_muted_and_those_who_left_are_not_asked(world: World, company: Company) -> None:
    for who in (company.robin, company.samir):
        await give(world, who, "Call the office")
    await world.run(set_muted, await workspace(world), await company.robin.number(), world.clock.now())
    await company.samir.say("/menu")
    await company.samir.press("main_menu.choice-people")
    await company.samir.press("people_menu.choice-leave")
    await company.samir.press("people_leave.choice-yes")
    await world.move(8 * DAYS)
    assert asked_at(company.robin) == asked_at(company.samir) == []
    assert await world.ask("SELECT 1 FROM timers WHERE person_id = :p", p=await company.samir.number()) == []


async def test_after_an_outage_the_weeks_question_is_not_sent_late(world: World, company: Company) -> None:
    await give(world, company.robin, "Call the office")
    world.clock.move_to(world.clock.now() + 3 * DAYS)
    await world.move(HOURS)
    assert asked_at(company.robin) == []
    await world.move(7 * DAYS)
    assert asked_at(company.robin) == ["Sun 29.11 18:00"]


async def test_later_brings_it_once_more_at_eight(world: World, company: Company) -> None:
    robin = company.robin
    await give(world, robin, "Call the office")
    await now_is(world, "2026-11-22T18:30")
    await robin.press("wk_open.choice-later")
    assert robin.saw("weekly-this-evening")
    await world.move(5 * DAYS)
    assert asked_at(robin) == ["Sun 22.11 18:00", "Sun 22.11 20:00"]
    assert not robin.shows("wk_open.choice-later")
    await robin.press("wk_open.choice-now")
    assert robin.saw("wk_task")


async def test_later_after_eight_lets_the_week_go(world: World, company: Company) -> None:
    robin = company.robin
    await give(world, robin, "Call the office")
    await now_is(world, "2026-11-22T20:30")
    await robin.press("wk_open.choice-later")
    assert robin.saw("weekly-another-time")
    await world.move(5 * DAYS)
    assert asked_at(robin) == ["Sun 22.11 18:00"]


async def test_three_steps_at_most_and_back_to_the_question_that_was_open(world: World, company: Company) -> None:
    robin = company.robin
    await give(world, robin, "One", "Two", "Three", "Four")
    await robin.opens("b")
    await now_is(world, "2026-11-22T18:30")
    assert robin.ever_saw("week-waiting-tasks", count=3)
    await robin.press("wk_open.choice-now")
    for title in ("One", "Two", "Three"):
        assert robin.saw("about-item", item=title)
        await robin.press("wk_task.choice-done")
    assert robin.saw("wk_arena")
    for _ in range(4):
        await robin.say("skip")
    assert robin.saw("wk_close")
    assert robin.saw("b_groups")


async def test_what_is_told_changes_the_plan_the_map_and_next_weeks_steps(world: World, company: Company) -> None:
    robin = company.robin
    await give(world, robin, "Call the office")
    await keep(world, robin, "actor", "a", name="The ministry", stance="neutral", influence="high")
    await now_is(world, "2026-11-22T18:30")
    await robin.press("wk_open.choice-now")
    await robin.press("wk_task.choice-done")
    await robin.say("The chair has changed")
    await robin.press("wk_moved.choice-closer")
    await robin.press("The ministry")
    assert robin.saw("player-moved", name="The ministry")
    await robin.say("They answered")
    await robin.say("Send the minutes – 1.12.2026\nCall the office")
    await robin.press("choice-done")
    assert robin.saw("dates-heard")
    await robin.press("wk_mood.choice-low")
    assert robin.saw("wk_close")
    tables = await world.read(records, await workspace(world), ("task", "actor", "checkin"))
    me = str(await robin.number())
    assert tables["actor"]["a"]["stance"] == "passive_ally"
    assert tables["task"]["Robin0"]["done_at"] == "2026-11-22"
    [added] = [f for f in tables["task"].values() if f["title"] == "Send the minutes"]
    assert (added["owner"], added["owner_person"], added["due"]) == ("Robin", me, "2026-12-01")
    checkin = tables["checkin"][f"2026-W47:{me}"]
    assert (checkin["opened"], checkin["arena"], checkin["win"], checkin["mood"]) == (
        "now",
        "The chair has changed",
        "They answered",
        "low",
    )
    alerts = await world.ask("SELECT count(*) FROM timers WHERE kind = 'alert'")
    assert alerts[0][0] == 4


async def test_two_silent_weeks_are_told_to_the_coordinators_once_and_kindly(world: World, company: Company) -> None:
    await give(world, company.robin, "Call the office")
    await world.move(13 * DAYS)
    assert not company.neta.ever_saw("silent-two-weeks")
    await world.move(30 * DAYS)
    assert company.neta.times("silent-two-weeks", name="Robin") == 1
    assert not company.samir.ever_saw("silent-two-weeks")
    assert asked_at(company.robin) == [f"Sun {day} 18:00" for day in ("22.11", "29.11", "06.12", "03.01")]


async def test_all_who_fell_silent_on_one_day_are_one_message_to_the_coordinators(
    world: World, company: Company
) -> None:
    for who in (company.samir, company.robin):
        await give(world, who, "Call the office")
    await world.move(15 * DAYS)
    assert company.neta.times("silent-two-weeks-many", count=2) == 1
    assert company.neta.times("silent-two-weeks") == 0
    [said] = [line for line in company.neta.chat if "Robin" in line and "סמיר" not in line and "אין תשובה" in line]
    assert company.samir.name in said


async def test_any_answer_in_the_coalition_ends_the_silence(world: World, company: Company) -> None:
    robin = company.robin
    await give(world, robin, "Call the office")
    for _ in range(6):
        await world.move(7 * DAYS)
        await robin.press("wk_open.choice-skip")
        assert robin.saw("wk_skipped")
    assert not company.neta.ever_saw("silent-two-weeks")


async def test_help_is_asked_from_those_who_coordinate(world: World, company: Company) -> None:
    robin = company.robin
    await give(world, robin, "Call the office")
    await now_is(world, "2026-11-22T18:30")
    await robin.press("wk_open.choice-now")
    await robin.press("wk_task.choice-stuck")
    await robin.press("wk_block.choice-time")
    assert robin.saw("blocker-hint.time")
    await robin.press("wk_hint.choice-ask")
    assert robin.saw("help-was-asked")
    assert company.neta.ever_saw("help-is-wanted", name="Robin", title="Call the office")
    assert not company.samir.ever_saw("help-is-wanted")


async def test_the_digest_adds_up_on_monday_morning_for_coordinators_only(world: World, company: Company) -> None:
    for who in (company.robin, company.samir):
        await give(world, who, "Call the office")
    await keep(world, company.neta, "milestone", "m", title="נייר עמדה", health="red")
    await now_is(world, "2026-11-22T18:30")
    await company.robin.press("wk_open.choice-now")
    await company.robin.press("wk_task.choice-done")
    await company.samir.press("wk_open.choice-now")
    await company.samir.press("wk_task.choice-stuck")
    await company.samir.press("wk_block.choice-money")
    await now_is(world, "2026-11-23T08:59")
    assert not company.neta.ever_saw("week-digest")
    await now_is(world, "2026-11-23T09:01")
    assert company.neta.times("week-digest", done=1, stuck=1, risk=1) == 1
    assert company.neta.ever_saw("week-suggestion.money")
    assert company.neta.ever_saw("digest-answered", count=2)
    assert not company.neta.ever_saw("digest-mood")
    assert not company.robin.ever_saw("week-digest")


async def test_a_week_without_anything_brings_no_digest(world: World, company: Company) -> None:
    await world.move(15 * DAYS)
    assert not company.neta.ever_saw("week-digest")
    [(due,)] = await world.ask("SELECT due_at FROM timers WHERE kind = 'digest'")
    assert datetime.fromtimestamp(int(str(due)) / 1e6, UTC) > world.clock.now()


async def test_owning_a_first_step_sets_the_weekly_timer_where_none_was(world: World, company: Company) -> None:
    for who in (company.neta, company.samir, company.robin):
        await world.run(cancel_timer, f"weekly:{await workspace(world)}:{await who.number()}")
    await company.neta.opens("f")
    for _ in range(5):
        await company.neta.say("דילוג")
    await company.neta.say("לקבוע פגישה")
    await company.neta.press("choice-done")
    await company.neta.press("choice-now")
    await company.neta.press("Robin")
    timers = await world.ask("SELECT person_id FROM timers WHERE kind = 'weekly'")
    assert timers == [(await company.robin.number(),)]


async def test_a_button_under_an_alert_tells_the_news_in_one_press(world: World, company: Company) -> None:
    neta = company.neta
    await neta.opens("f")
    for _ in range(5):
        await neta.say("דילוג")
    await neta.say("לקבוע פגישה – 1.12.2026")
    await neta.press("choice-done")
    await neta.press("choice-now")
    await neta.press("choice-me")
    await now_is(world, "2026-11-30T10:00")
    await neta.press("choice-work-done")
    assert neta.saw("wk_thanks")
    await neta.say("היא ביקשה עוד חומר")
    task = next(iter((await world.read(records, await workspace(world), ("task",)))["task"].values()))
    assert (task["status"], task["done_at"], task["win"]) == ("done", "2026-11-30", "היא ביקשה עוד חומר")
    assert neta.saw("task_due")
