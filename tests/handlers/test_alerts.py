"""Alerts hang on the dates people write, and ring once: to whoever leads a thing, then to the committee."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.cast import Company, Someone, World

ZONE = ZoneInfo("Asia/Jerusalem")


async def plan(who: Someone, *steps: str) -> None:
    """Stage F up to the first steps, the quick way."""
    await who.opens("f")
    await who.say("חזון")
    for _ in range(4):
        await who.say("דילוג")
    for step in steps:
        await who.say(step)
    await who.press("choice-done")


async def waiting(world: World) -> list[str]:
    rows = await world.ask("SELECT due_at, detail FROM timers WHERE kind = 'alert' ORDER BY due_at")
    return [datetime.fromtimestamp(int(str(at)) / 1e6, ZONE).strftime("%Y-%m-%d %H:%M") for at, _ in rows]


async def test_a_date_in_a_line_hangs_its_ladder_at_once(world: World, company: Company) -> None:
    await plan(company.neta, "לקבוע פגישה – 1.12.2026")
    assert await waiting(world) == ["2026-11-30 09:00", "2026-12-01 09:00", "2026-12-02 09:00", "2026-12-05 09:00"]


async def test_a_step_rings_its_owner_once_and_then_the_committee(world: World, company: Company) -> None:
    neta, robin = company.neta, company.robin
    await plan(neta, "לקבוע פגישה – 1.12.2026")
    await neta.press("choice-now")
    await neta.press("Robin")
    await world.move(timedelta(days=30))
    said = [line for line in robin.chat if "לקבוע פגישה" in line]
    assert len(said) == 3
    assert len([line for line in neta.chat if "מחכה כבר כמה ימים" in line]) == 1


async def test_moving_a_date_moves_its_alerts_and_voids_the_old_ones(world: World, company: Company) -> None:
    neta = company.neta
    await plan(neta, "לקבוע פגישה – 1.12.2026")
    await neta.press("choice-now")
    await neta.press("choice-me")
    await neta.say("1.3.2027")
    await neta.press("choice-date-right")
    assert await waiting(world) == ["2027-02-28 09:00", "2027-03-01 09:00", "2027-03-02 09:00", "2027-03-05 09:00"]


async def test_a_step_taken_off_rings_no_more(world: World, company: Company) -> None:
    neta = company.neta
    await plan(neta, "לקבוע פגישה – 1.12.2026")
    await neta.press("choice-now")
    await neta.press("choice-me")
    await neta.press("choice-keep")
    await neta.press("task_deeper.choice-next")
    await neta.press("answer-no")
    await neta.press("choice-enough")
    await neta.press("confirm_summary.choice-edit")
    await neta.press("f_fix_task.topic")
    await neta.press("לקבוע פגישה")
    await neta.press("task_change.choice-drop")
    assert await waiting(world) == []


async def test_a_talk_is_reminded_and_its_report_asked_with_one_tap(world: World, company: Company) -> None:
    neta = company.neta
    await neta.opens("b")
    await neta.press("choice-done")
    await neta.say("ועד ההורים")
    await neta.press("choice-done")
    await neta.opens("c")
    await neta.press("ועד ההורים")
    await neta.say("דילוג")
    await neta.press("c_conflict.choice-none")
    await neta.say("1.12.2026")
    await neta.press("choice-date-right")
    await neta.press("choice-me")
    await world.move(timedelta(days=11))
    await neta.press("choice-report-talk")
    assert neta.shows("c_held.choice-held")


async def test_an_alert_that_waited_too_long_is_dropped(world: World, company: Company) -> None:
    neta = company.neta
    await plan(neta, "לקבוע פגישה – 1.12.2026")
    await world.stop()
    world.clock.move_to(datetime(2026, 12, 20, tzinfo=ZONE))
    await world.start()
    await world.move(timedelta())
    assert await waiting(world) == []
    assert not [line for line in neta.chat if "מחכה כבר כמה ימים" in line]


async def test_whoever_left_the_coalition_is_told_nothing(world: World, company: Company) -> None:
    neta, robin = company.neta, company.robin
    await plan(neta, "לקבוע פגישה – 1.12.2026")
    await neta.press("choice-now")
    await neta.press("Robin")
    await robin.say("/menu")
    await robin.press("main_menu.choice-people")
    await robin.press("people_menu.choice-leave")
    await robin.press("people_leave.choice-yes")
    before = len(robin.chat)
    await world.move(timedelta(days=30))
    assert not [line for line in robin.chat[before:] if "לקבוע פגישה" in line]
    assert [line for line in neta.chat if "לקבוע פגישה" in line and "אתמול" in line]


async def test_all_that_nobody_leads_comes_to_a_coordinator_as_one_message_a_day(
    world: World, company: Company
) -> None:
    neta = company.neta
    await plan(neta, *(f"צעד {which} – 1.12.2026" for which in ("ראשון", "אחר", "אחרון")))
    await world.move(timedelta(days=9, hours=3))  # 1 December, nine in the morning is past
    assert neta.times("waiting-for-committee", count=3) == 2  # the day before, and the day itself
    assert neta.shows("choice-see-plan")


async def test_what_is_done_leaves_the_message_to_coordinators_in_place(world: World, company: Company) -> None:
    neta, robin = company.neta, company.robin
    await plan(neta, "לקבוע פגישה – 2.12.2026")
    await neta.press("choice-now")
    await neta.press("Robin")
    await world.move(timedelta(days=14, hours=3))
    assert [line for line in neta.chat if "מחכה כבר כמה ימים" in line]
    await robin.press("choice-work-done")
    assert neta.times("waiting-settled") == 1
    assert not [line for line in neta.chat if "מחכה כבר כמה ימים" in line]


async def test_what_is_done_before_a_coordinator_heard_of_it_is_not_said_at_all(
    world: World, company: Company
) -> None:
    neta, robin = company.neta, company.robin
    await plan(neta, "לקבוע פגישה – 1.12.2026")  # four days later is a Sabbath, which holds the message until night
    await neta.press("choice-now")
    await neta.press("Robin")
    await world.move(timedelta(days=13, hours=2))
    await robin.press("choice-work-done")
    await world.move(timedelta(days=1))
    assert not [line for line in neta.chat if "מחכה כבר כמה ימים" in line]
    assert neta.times("waiting-settled") == 0
