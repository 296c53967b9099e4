"""An action day puts its steps into the plan, with their alerts, and tells the right people that somebody is held."""

import json

import pytest

from storage.answers import records
from storage.people import load_person
from tests.cast import Company, Someone, World
from tests.handlers.action_world import Planned


async def opens_an_action(who: Someone) -> None:
    """A march in eighteen days, with its form answered."""
    await who.say("/menu")
    await who.press("main_menu.choice-action")
    await who.press("action-new")
    await who.say("צעדה")
    await who.say("דיון חוזר")
    await who.press("ac_type.choice-march")
    await who.say("10.12.2026 18:00")
    await who.press("choice-date-right")
    await who.say("הנמל")
    await who.say("80")
    await who.press("ac_risk.choice-low")
    await who.press("choice-enough")


async def checks_the_licence(who: Someone) -> None:
    await who.press("ac_part.choice-legal")
    await who.press("answer-yes")
    await who.press("choice-done")
    await who.press("choice-done")
    await who.press("ac_licence.choice-todo")


async def kept(world: World, who: Someone, kind: str) -> list[dict[str, object]]:
    person = await world.read(load_person, await who.number())
    assert person.active_workspace is not None
    table = await world.read(records, person.active_workspace, (kind,))
    return [dict(fields) for fields in table[kind].values()]


@pytest.fixture
async def planned(company: Company) -> Company:
    await opens_an_action(company.neta)
    return company


async def test_a_licence_to_be_handed_in_is_a_step_a_week_before(world: World, planned: Company) -> None:
    await checks_the_licence(planned.neta)
    (task,) = await kept(world, planned.neta, "task")
    assert task["title"] == planned.neta.words("licence-step.title", action="צעדה")
    assert task["due"] == "2026-12-03"
    hung = await world.ask("SELECT about FROM timers WHERE kind = 'alert'")
    assert any(str(about).endswith(":licence") for (about,) in hung)


async def test_the_day_to_hand_in_moves_with_the_action_until_that_is_done(world: World, planned: Company) -> None:
    neta = planned.neta
    await checks_the_licence(neta)
    [(workspace,)] = await world.ask("SELECT id FROM workspaces")
    [(action,)] = await world.ask("SELECT item FROM answers WHERE kind = 'action' AND field = 'start_at' AND current")
    march = Planned(world, neta, str(workspace))
    await march.write("start_at", "2026-12-24T18:00", item=str(action))
    (task,) = await kept(world, neta, "task")
    assert task["due"] == "2026-12-17"
    hung = await world.ask("SELECT detail FROM timers WHERE kind = 'alert' AND about LIKE '%licence'")
    assert {json.loads(str(detail))["day"] for (detail,) in hung} == {"2026-12-17"}
    await march.write("status", "done", "task", f"{action}:licence")
    await march.write("start_at", "2026-12-31T18:00", item=str(action))
    (task,) = await kept(world, neta, "task")
    assert task["due"] == "2026-12-17"


async def test_saying_it_again_makes_no_second_step(world: World, planned: Company) -> None:
    neta = planned.neta
    await checks_the_licence(neta)
    await neta.say("עו״ד ר׳")
    await neta.press("answer-yes")
    await neta.press("choice-me")
    await neta.press("choice-keep")
    await neta.press("task_deeper.choice-next")
    await neta.press("answer-no")
    await neta.press("ac_part.choice-legal")
    await neta.press("ac_licence.topic")
    await neta.press("ac_licence.choice-todo")
    (task,) = await kept(world, neta, "task")
    assert (task["owner"], task["due"]) == ("נטע", "2026-12-03")


async def test_each_lesson_is_a_step_once_with_its_day(world: World, planned: Company) -> None:
    neta = planned.neta
    await neta.press("ac_part.choice-review")
    for _ in range(4):
        await neta.say("דילוג")
    await neta.say("להזמין שבוע מראש, 3.3.2027\nלהביא צל")
    await neta.press("choice-done")
    await neta.press("answer-no")
    await neta.press("ac_part.choice-review")
    await neta.press("aar_change.topic")
    await neta.say("להביא צל\nלהביא מים")
    await neta.press("choice-done")
    tasks = {task["title"]: task.get("due") for task in await kept(world, neta, "task")}
    assert tasks == {"להזמין שבוע מראש": "2027-03-03", "להביא צל": None, "להביא מים": None}


async def holds_somebody(neta: Someone, where: str) -> None:
    await neta.press("ac_part.choice-day")
    await neta.press("ac_hours.choice-detained")
    await neta.press("ac_detained.choice-yes")
    await neta.say(where)


async def test_the_legal_line_is_told_where_somebody_is_held_and_nobody_else(planned: Company) -> None:
    neta = planned.neta
    await neta.press("ac_part.choice-roles")
    await neta.press("role-kind.legal")
    await neta.press("role-kind.media")
    await neta.press("choice-done")
    await neta.press("Robin")
    await neta.say("דילוג")
    await neta.press("سمير")
    await neta.say("דילוג")
    await neta.say("דילוג")
    await neta.say("דילוג")
    await neta.press("choice-enough")
    await holds_somebody(neta, "19:05, תחנת מרכז")
    assert any("19:05, תחנת מרכז" in said for said in planned.robin.chat)
    assert not any("19:05, תחנת מרכז" in said for said in planned.samir.chat)
    assert any(neta.words("detention-tells", count=1) in said for said in neta.chat)


async def test_where_nobody_holds_the_legal_line_it_is_said_so(planned: Company) -> None:
    await holds_somebody(planned.neta, "19:05, תחנת מרכז")
    assert any(planned.neta.words("detention-tells", count=0) in said for said in planned.neta.chat)
