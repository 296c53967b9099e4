"""Holds that people get through whole conversations with the bot as it really runs, in every language.

The process is the real one, Telegram is the strict fake: every walk ends with no fault at the platform, no press left
without an answer, no markup, and no message faster than the platform allows.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import pytest_asyncio

from flows.always_words import Word
from tests.bot.running_bot import TOKEN, RunningBot, assert_nothing_was_amiss
from tests.conversations.walker import LANGUAGES, Walker
from tests.fakes.telegram import FakeTelegram

pytestmark = pytest.mark.filterwarnings("ignore:unread_data:DeprecationWarning")
"""The fake's own server reads uploads that way: aiohttp warns of itself when a picture arrives in odd pieces."""

SET = {"TELEGRAM_CHAT_RATE": "32/1s:16", "TELEGRAM_RATE": "30"}
"""A little below what the fake lets pass, and thirty times the real rate to one chat: nobody wants to wait."""

in_every_language = pytest.mark.parametrize("language", LANGUAGES)
SIX_PLAYERS = ("Housing NGO", "ועד הדיירות", "نقابة العاملات", "משרד השיכון", "Bank", "רשות מקומית")


@dataclass(frozen=True, slots=True)
class Town:
    """A running bot and the people who talk to it."""

    telegram: FakeTelegram
    bot: RunningBot

    async def walker(self, language: str, name: str, form: str = "plural") -> Walker:
        return Walker(await self.telegram.person(name, language_code=language), language, name, form)


@asynccontextmanager
async def run_and_hold(folder: Path) -> AsyncIterator[Town]:
    """A town, and afterwards: nothing was amiss at the platform, and every message arrived."""
    async with FakeTelegram(TOKEN) as telegram:
        await telegram.watch_rates(per_second=40, burst=20, per_bot=60)
        async with RunningBot(folder, telegram, **SET) as bot:
            await bot.start()
            yield Town(telegram, bot)
            assert await bot.stop() == 0
            assert_nothing_was_amiss(telegram, bot)
            assert bot.rows("SELECT state, reason FROM outbox WHERE state <> 'accepted'") == []


@pytest_asyncio.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with run_and_hold(tmp_path) as town:
        yield town


@in_every_language
async def test_a_first_contact_leads_to_the_menu(town: Town, language: str) -> None:
    noa = await town.walker(language, "Noa", "f")
    await noa.reaches_the_menu()
    assert noa.words("main_menu.choice-found") in noa.phone.last.labels
    kept = town.bot.rows("SELECT language, address_form, display_name, role_hint FROM persons")
    assert kept == [(language, None if language == "en" else "f", "Noa", "group")]
    assert town.bot.rows("SELECT scope FROM consents") == [("guidance",)]


@in_every_language
async def test_a_coalition_is_built_up_to_its_map(town: Town, language: str) -> None:
    noa = await town.walker(language, "Noa")
    await noa.reaches_the_menu()
    await noa.founds("Buses for all")
    await noa.choose("intro_next.choice-a")
    await builds_the_need(noa)
    await noa.choose("a_next.choice-b")
    await maps_the_players(noa)
    await looks_at_the_documents(noa)
    kept = dict(town.bot.rows("SELECT field, value FROM answers WHERE kind = 'coalition' AND current"))
    assert kept["problem_statement"] == '"Night buses were cut, twice"'
    assert kept["coalition_map_status"] == '"approved"'
    assert town.bot.value("SELECT count(*) FROM answers WHERE kind = 'actor' AND field = 'name'") == 7
    assert town.bot.value("SELECT count(*) FROM answers WHERE field = 'influence' AND current") == 7


async def builds_the_need(noa: Walker) -> None:
    """Stage A with everything it offers, and corrected once. Alone, there is nobody to share it with."""
    await noa.writes("a_problem", "Night buses were cut")
    await noa.writes("a_why_together", "Only together do we reach the ministry")
    await noa.writes("a_first_goal", "Two night lines by spring")
    await noa.accepts_more("a_affected")
    await noa.lists("a_affected", "Nurses +", "Cleaners")
    await noa.accepts_more("a_evidence")
    await noa.writes("a_evidence", "41 complaints a year")
    await noa.accepts_more("a_causes")
    await noa.lists("a_causes", "No budget\nNo standard", "No law")
    await noa.asked("confirm_summary")
    assert "Night buses were cut" in noa.phone.last.text
    await noa.choose("confirm_summary.choice-edit")
    await noa.asked("confirm_edit")
    await noa.choose("a_problem.topic")
    await noa.writes("a_problem", "Night buses were cut, twice")
    await noa.asked("confirm_summary")
    assert "Night buses were cut, twice" in noa.phone.last.text
    assert noa.words("confirm_summary.choice-share") not in noa.phone.last.labels
    await noa.choose("confirm_summary.choice-ok")
    await noa.asked("a_next")
    assert noa.was_told("approved")


async def maps_the_players(noa: Walker) -> None:
    """Stage B with everything it offers: names, marks, cards, one of them deep, one more player, the picture."""
    await noa.ticks("b_groups", noa.words("b_groups.choice-ngo"), noa.words("b_groups.choice-state"))
    await noa.lists("b_names", *SIX_PLAYERS)
    await noa.ticks("b_shared", SIX_PLAYERS[1])
    await noa.ticks("b_pressure", SIX_PLAYERS[3], SIX_PLAYERS[4])
    await noa.accepts_more("b_cards")
    await fills_a_card(noa, "passive_opp", "high")
    for _ in range(4):
        await fills_a_card(noa, "neutral", "mid")
    await noa.asked("actor_more")
    await noa.choose("answer-yes")
    await noa.writes("actor_name", "Newspaper")
    await fills_a_card(noa, "active_ally", "low")
    await noa.asked("actor_more")
    await noa.choose("answer-no")
    await noa.accepts_more("b_details")
    await goes_deeper(noa)
    await noa.accepts_more("b_target")
    await noa.asked("b_target")
    await noa.choose_label(SIX_PLAYERS[3])
    await noa.accepts_more("b_influencer")
    await noa.lists("b_influencer", "Her deputy")
    await noa.accepts_more("b_missing")
    await noa.lists("b_missing", "Bedouin villages")
    await noa.accepts_more("b_remove")
    await noa.ticks("b_remove")
    await sees_the_map(noa)
    await noa.answers("confirm_summary", "ok")
    await noa.answers("b_next", "place")
    await fills_a_card(noa, "passive_ally", "mid")
    await noa.asked("actor_more")
    await noa.choose("answer-no")
    await sees_the_map(noa)
    await noa.answers("confirm_summary", "ok")
    await noa.asked("b_next")
    assert noa.words("b_next.choice-place") not in noa.phone.last.labels
    await noa.choose("b_next.choice-menu")


async def fills_a_card(noa: Walker, stance: str, influence: str) -> None:
    await noa.answers("actor_stance", stance)
    await noa.answers("actor_influence", influence)


async def goes_deeper(noa: Walker) -> None:
    """The rest of five cards: one player we know through somebody whose card is shared, four we do not know."""
    for relation in ("via", "none", "none", "none", "none"):
        await noa.answers("actor_kind", "state")
        await noa.answers("actor_interest", "mid")
        await noa.answers("actor_relation", relation)
        if relation == "via":
            await noa.asked("actor_bridge")
            noa.about_to_act()
            await noa.phone.share_contact("+972501234567", "Dana")
            await noa.asked("actor_confidence")
            assert noa.was_told("kept-name-only")
        await noa.answers("actor_confidence", "guess")


async def sees_the_map(noa: Walker) -> None:
    """The picture, and the same in words."""
    await noa.asked("confirm_summary")
    await noa.told("map-caption")
    assert [message.kind for message in noa.news].count("photo") == 1
    assert SIX_PLAYERS[3] in (await noa.told("map-in-words")).text


async def looks_at_the_documents(noa: Walker) -> None:
    await noa.answers("main_menu", "docs")
    await noa.answers("documents_menu", "map")
    await noa.asked("document_what", document="power_map")
    assert [message.kind for message in noa.news] == ["photo", "text", "text"]
    await noa.choose("document_what.choice-back")
    await noa.answers("documents_menu", "card")
    await noa.asked("documents_menu")
    assert "Only together do we reach the ministry" in (await noa.told("documents_card")).text
    await noa.choose("documents_menu.choice-back")
    await noa.asked("main_menu")


@in_every_language
async def test_others_come_in_by_a_link_and_by_a_code_and_the_coordinator_hands_over(
    town: Town, language: str
) -> None:
    noa, amal, rotem = [await town.walker(language, name) for name in ("Noa", "Amal", "Rotem")]
    await noa.reaches_the_menu()
    await noa.founds("Buses for all")
    await noa.choose("intro_next.choice-later")
    link, code = await noa.invites()
    await comes_in_by_link(amal, link, noa)
    await comes_in_by_code(rotem, code, noa)
    await shares_the_introduction(noa, amal, rotem)
    await cannot_leave_alone(noa)
    await makes_coordinator(noa, amal)
    await leaves(noa)
    roles = town.bot.rows("SELECT display_name, role FROM memberships JOIN persons ON id = person_id ORDER BY id")
    assert roles == [("Amal", "coordinator"), ("Rotem", "member")]


async def comes_in_by_link(amal: Walker, link: str, noa: Walker) -> None:
    noa.about_to_act()
    await amal.arrives(link)
    await amal.asked("join_confirm", coalition="Buses for all")
    before = [message.text for message in amal.phone.messages if message.from_bot][:-1]
    assert not any("Buses for all" in text for text in before), "the name was shown before the consent"
    await agrees_to_join(amal, noa)


async def comes_in_by_code(rotem: Walker, code: str, noa: Walker) -> None:
    noa.about_to_act()
    await rotem.reaches_the_menu()
    await rotem.say(code.replace("0", "o").lower())
    await rotem.asked("join_confirm", coalition="Buses for all")
    await agrees_to_join(rotem, noa)


async def agrees_to_join(newcomer: Walker, noa: Walker) -> None:
    await newcomer.choose("join_confirm.choice-yes")
    await newcomer.asked("main_menu")
    assert newcomer.was_told("joined-welcome", coalition="Buses for all")
    await noa.told("somebody-joined", name=newcomer.name)


async def shares_the_introduction(noa: Walker, *others: Walker) -> None:
    await noa.says_word(Word.MENU)
    await noa.answers("main_menu", "coalition")
    await noa.answers("stage_jump", "intro")
    await noa.answers("confirm_summary", "share")
    for other in others:
        other.about_to_act()
    await noa.answers("confirm_share", "members")
    await noa.asked("intro_next")
    assert noa.was_told("shared-with", count=len(others))
    for other in others:
        await other.told("shared-summary", by="Noa", coalition="Buses for all")


async def cannot_leave_alone(noa: Walker) -> None:
    await noa.says_word(Word.MENU)
    await noa.answers("main_menu", "people")
    await noa.answers("people_menu", "leave", count=3)
    await noa.answers("people_leave", "yes")
    await noa.asked("main_menu")
    assert noa.was_told("last-coordinator")


async def makes_coordinator(noa: Walker, amal: Walker) -> None:
    amal.about_to_act()
    await noa.answers("main_menu", "people")
    await noa.answers("people_menu", "roles", count=3)
    await noa.asked("people_who")
    await noa.choose_label(amal.name)
    await noa.answers("people_what", "coordinator")
    await noa.asked("people_menu", count=3)
    assert noa.was_told("role-changed", member=amal.name)
    await amal.told("became-coordinator", coalition="Buses for all")


async def leaves(noa: Walker) -> None:
    await noa.choose("people_menu.choice-leave")
    await noa.answers("people_leave", "yes")
    await noa.asked("main_menu")
    assert noa.was_told("left-coalition", coalition="Buses for all")
    assert noa.words("main_menu.choice-found") in noa.phone.last.labels


@in_every_language
async def test_people_see_and_change_what_is_kept_about_them(town: Town, language: str) -> None:
    noa = await town.walker(language, "Noa")
    await noa.reaches_the_menu()
    await noa.answers("main_menu", "settings")
    await noa.answers("settings_menu", "name")
    await noa.writes("settings_name", "Rotem")
    await noa.answers("settings_menu", "about")
    await noa.asked("settings_menu")
    await noa.told("about_sources", operator=noa.words("operator-unknown"))
    await noa.choose("settings_menu.choice-mydata")
    await noa.asked("settings_menu")
    spoken = noa.words(f"language-name.{language}")
    await noa.told("mydata", name="Rotem", answers=0, language=spoken, form=noa.words("form-name.plural"))
    await noa.say("/mydata")
    await noa.asked("settings_menu")
    await noa.told("mydata", name="Rotem", answers=0, form=noa.words("form-name.plural"))
    await noa.choose("settings_menu.choice-language")
    await noa.answers("settings_language", "en")
    noa.voice = replace(noa.voice, language="en")
    noa.language = "en"
    await noa.asked("settings_menu")
    assert noa.words("settings_menu.choice-form") not in noa.phone.last.labels
    await noa.choose("settings_menu.choice-language")
    await noa.answers("settings_language", "ar")
    noa.language, noa.voice = "ar", replace(noa.voice, language="ar")
    await noa.answers("settings_menu", "form")
    await noa.answers("settings_form", "f")
    noa.voice = replace(noa.voice, form="f")
    await noa.answers("settings_menu", "back")
    await noa.asked("main_menu")
    kept = town.bot.rows("SELECT display_name, language, address_form FROM persons")
    assert kept == [("Rotem", "ar", "f")]


@in_every_language
async def test_people_rest_fall_silent_and_come_back(town: Town, language: str) -> None:
    noa = await town.walker(language, "Noa")
    await noa.reaches_the_menu()
    await noa.founds("Buses for all")
    await noa.choose("intro_next.choice-a")
    await noa.asked("a_problem")
    await noa.says_word(Word.STOP)
    await noa.asked("was-it-an-answer")
    await noa.choose("open-word.stop")
    await noa.answers("stop_what", "rest")
    await noa.asked("stop_rest")
    await noa.says_word(Word.MENU)
    await noa.answers("main_menu", "resume")
    await noa.asked("a_problem")
    await noa.say("/stop")
    await noa.asked("was-it-an-answer")
    await noa.choose("open-word.stop")
    await noa.answers("stop_what", "mute")
    await noa.asked("stop_muted", coalition="Buses for all")
    assert town.bot.value("SELECT muted_at IS NOT NULL FROM memberships") == 1
    await noa.choose("stop_muted.choice-undo")
    await noa.asked("a_problem")
    assert noa.was_told("unmuted", coalition="Buses for all")
    assert town.bot.value("SELECT muted_at IS NULL FROM memberships") == 1
    await noa.say("Night buses were cut")
    await noa.asked("a_why_together")


@in_every_language
async def test_people_erase_an_answer_a_conversation_and_everything(town: Town, language: str) -> None:
    noa = await town.walker(language, "Noa")
    await noa.reaches_the_menu()
    await noa.founds("Buses for all")
    await noa.choose("intro_next.choice-a")
    await noa.writes("a_problem", "Night buses were cut")
    await noa.asked("a_why_together")
    await opens_delete(noa)
    await noa.choose("delete_what.choice-answer")
    await noa.asked("a_why_together")
    assert noa.was_told("deleted-answer", topic=noa.words("a_problem.topic"))
    assert town.bot.rows("SELECT value FROM answers WHERE field = 'problem_statement'") == []
    await noa.say("Together we are heard")
    await noa.asked("a_first_goal")
    await opens_delete(noa)
    await noa.choose("delete_what.choice-conversation")
    await noa.asked("main_menu")
    assert noa.was_told("deleted-conversation")
    assert town.bot.rows("SELECT value FROM answers WHERE field = 'why_together'") == []
    await noa.say("/forget")
    await noa.answers("forget_sure", "no")
    await noa.asked("main_menu")
    await noa.says_word(Word.DELETE)
    await noa.answers("delete_what", "everything")
    await noa.answers("forget_sure", "yes")
    await noa.asked("forgotten")
    assert town.bot.value("SELECT count(*) FROM workspaces") == 0
    assert town.bot.rows("SELECT display_name, consented_at FROM persons") == [(None, None)]


async def opens_delete(noa: Walker) -> None:
    """Where words of one's own are asked, the word is asked back first."""
    await noa.says_word(Word.DELETE)
    await noa.asked("was-it-an-answer")
    await noa.choose("open-word.delete")
    await noa.asked("delete_what")
