"""Holds that three people of three languages get from an idea to the card of their launched coalition, on Telegram.

Each of them walks in their own language; who coordinates changes from run to run.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from flows.always_words import Word
from tests.bot.test_run_walks import Town, in_every_language, run_and_hold
from tests.conversations.walker import LANGUAGES, Walker

pytestmark = pytest.mark.filterwarnings("ignore:unread_data:DeprecationWarning")

NGO, UNION, MINISTRY = "עמותת הדיור", "نقابة العاملات", "Ministry of Transport"
SOMEDAY = "31.5.2031"


@pytest_asyncio.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with run_and_hold(tmp_path) as town:
        yield town


@in_every_language
async def test_three_people_go_from_an_idea_to_the_share_card(town: Town, language: str) -> None:
    others = [other for other in LANGUAGES if other != language]
    noa = await town.walker(language, "Noa", "f")
    amal, rotem = [await town.walker(other, name) for other, name in zip(others, ("Amal", "Rotem"), strict=True)]
    await noa.reaches_the_menu()
    await noa.founds("Buses for all")
    await noa.choose("intro_next.choice-later")
    link, _ = await noa.invites()
    for newcomer in (amal, rotem):
        noa.about_to_act()
        await newcomer.arrives(link)
        await newcomer.answers("join_confirm", "yes", coalition="Buses for all")
        await newcomer.asked("main_menu")
        await noa.told("somebody-joined", name=newcomer.name)
    await opens(noa, "a")
    await needs_and_map(noa)
    await plans_a_talk(amal)
    await brings_resources(rotem)
    await seats_a_committee(noa)
    await sets_goals(noa)
    await launches(noa)
    kept = dict(town.bot.rows("SELECT field, value FROM answers WHERE kind = 'coalition' AND current"))
    approved = [
        stage
        for stage in ["need", "map", "partners", "resources", "committee", "goals", "launch"]
        if kept.get(f"coalition_{stage}_status") == '"approved"'
    ]
    assert len(approved) == 7
    assert town.bot.value("SELECT count(*) FROM timers WHERE kind = 'alert'") > 0


async def opens(who: Walker, stage: str) -> None:
    await who.says_word(Word.MENU)
    await who.answers("main_menu", "coalition")
    await who.answers("stage_jump", stage)


async def day(who: Walker, question: str, written: str = SOMEDAY) -> None:
    """A day is written, said back, and agreed to."""
    await who.writes(question, written)
    await who.asked("date-echo")
    await who.choose("choice-date-right")


async def approves(who: Walker) -> None:
    await who.answers("confirm_summary", "ok")


async def needs_and_map(noa: Walker) -> None:
    await noa.writes("a_problem", "Night buses were cut")
    await noa.writes("a_why_together", "Only together do we reach the ministry")
    await noa.writes("a_first_goal", "Two night lines by spring")
    await noa.declines_more()
    await approves(noa)
    await noa.answers("a_next", "b")
    await noa.ticks("b_groups", noa.words("b_groups.choice-ngo"))
    await noa.lists("b_names", NGO, UNION, MINISTRY)
    await noa.ticks("b_shared", NGO, UNION)
    await noa.ticks("b_pressure", MINISTRY)
    await noa.declines_more()
    await approves(noa)
    await noa.answers("b_next", "menu")


async def plans_a_talk(amal: Walker) -> None:
    """A member plans a talk and leads it; the other body clashes with us."""
    await opens(amal, "c")
    await amal.asked("c_pick")
    await amal.choose_label(NGO)
    await amal.writes("c_interests", "They gain members, and fear the load")
    await amal.answers("c_conflict", "none")
    await day(amal, "c_meet_plan")
    await amal.asked("c_meet_lead")
    await amal.choose("choice-me")
    await amal.asked("c_another")
    assert amal.was_told("c_talk_guide")
    await amal.choose("answer-yes")
    await amal.asked("c_pick")
    await amal.choose_label(UNION)
    await amal.writes("c_interests", "They gain riders")
    await amal.answers("c_conflict", "yes")
    await amal.told("c_neutralise")
    await approves(amal)
    await amal.answers("c_next", "later")


async def brings_resources(rotem: Walker) -> None:
    await opens(rotem, "d")
    await rotem.asked("d_org")
    await rotem.choose_label(NGO)
    await rotem.ticks("d_types", rotem.words("resource-kind.volunteers"))
    await rotem.ticks("d_gaps", rotem.words("gap-kind.legal"))
    await rotem.accepts_more("d_details")
    await rotem.writes("d_detail", "12 volunteers in Haifa")
    await day(rotem, "d_from")
    await day(rotem, "d_until", "30.6.2031")
    await rotem.writes("d_conditions", "Only evenings")
    await rotem.accepts_more("d_asks")
    await rotem.ticks("d_ask_whom", NGO)
    await day(rotem, "d_ask_by")
    await approves(rotem)
    await rotem.asked("document_what", document="inventory")
    assert "document" in [message.kind for message in rotem.news]
    await rotem.choose("document_what.choice-back")
    await rotem.answers("d_next", "later")


async def seats_a_committee(noa: Walker) -> None:
    await opens(noa, "e")
    await noa.writes("e_role", "It decides on messages and money")
    await noa.ticks("e_voices", noa.words("e_voices.choice-affected"), noa.words("e_voices.choice-youth"))
    await noa.lists("e_members", "Suha", "Eran")
    await noa.ticks("e_dialogue", noa.words("e_dialogue.choice-rounds"))
    await noa.writes("e_lead", "Amal")
    await noa.accepts_more("e_seats")
    await noa.ticks("e_seat_voices", noa.words("e_voices.choice-affected"))
    await noa.writes("e_seat_organisation", "Tenants")
    await noa.ticks("e_seat_voices")
    await noa.writes("e_seat_organisation", "Hotline")
    await noa.declines_more()
    await noa.told("e_missing")
    await approves(noa)
    await noa.answers("e_next", "f")


async def sets_goals(noa: Walker) -> None:
    await noa.writes("f_vision", "Everybody gets home")
    await noa.lists("f_gaps", "No line after eight")
    await noa.ticks("f_routes", noa.words("f_routes.choice-policy"))
    await noa.lists("f_milestones", f"Position paper – {SOMEDAY}", "Party")
    await noa.lists("f_success", "The line runs")
    await noa.lists("f_first", "Call the adviser")
    await noa.accepts_more("f_tasks")
    await noa.asked("task_owner")
    await noa.choose_label("Amal")
    await day(noa, "task_due")
    await noa.answers("task_deeper", "next")
    await noa.asked("task_more")
    await noa.choose("answer-no")
    await noa.declines_more()
    await approves(noa)
    await noa.asked("document_what", document="timeline")
    assert "photo" in [message.kind for message in noa.news]
    await noa.choose("document_what.choice-back")
    await noa.answers("f_next", "g")


async def launches(noa: Walker) -> None:
    await noa.ticks("g_means", noa.words("means.lobby"), noa.words("means.events"))
    await day(noa, "g_launch")
    await noa.accepts_more("g_plans")
    await noa.answers("g_fit", "yes")
    await noa.asked("g_owner")
    await noa.choose("choice-me")
    await day(noa, "g_due")
    await noa.answers("g_fit", "no")
    await noa.declines_more()
    await approves(noa)
    await noa.asked("document_what", document="plan")
    assert noa.was_told("g_close")
    assert "document" in [message.kind for message in noa.news]
    await noa.choose("document_what.choice-approve")
    await noa.asked("document_what", document="share_card")
    assert "photo" in [message.kind for message in noa.news]
    await noa.choose("document_what.choice-back")
    await noa.asked("main_menu")
