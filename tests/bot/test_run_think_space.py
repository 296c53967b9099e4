"""Holds that the word "crisis" is met by the bot as it really runs, as the first message ever and in a flood."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from flows.always_words import Word
from tests.bot.running_bot import TOKEN, RunningBot
from tests.bot.test_run_walks import Town, run_and_hold
from tests.conversations.walker import LANGUAGES, Walker
from tests.fakes.telegram import FakeTelegram

pytestmark = pytest.mark.filterwarnings("ignore:unread_data:DeprecationWarning")
"""The fake's own server reads uploads that way: aiohttp warns of itself when a picture arrives in odd pieces."""

FLOOD = 40


@pytest_asyncio.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with run_and_hold(tmp_path) as town:
        yield town


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_word_as_the_first_message_leads_to_the_card(town: Town, language: str) -> None:
    noa = await town.walker(language, "Noa")
    await noa.says_word(Word.CRISIS)
    await noa.told("crisis-safety")
    await noa.asked("privacy_consent")
    await noa.choose("privacy_consent.choice-yes")
    await noa.answers("cr_safety", "no")
    await noa.told("cr_ahead")
    await noa.writes("cr_what", "An article claims that we hid a donation")
    await noa.answers("cr_trigger", "media")
    await noa.answers("cr_severity", "mid")
    await noa.ticks("cr_hold", noa.words("cr_hold.choice-save"))
    for question, line in (
        ("cr_facts", "It went up at 20:15"),
        ("cr_unknown", "Who told – Noa"),
        ("cr_goals", "Must"),
    ):
        await noa.lists(question, line)
    await noa.lists("cr_options", "A letter", "The whole report", "Wait")
    await noa.asked("cr_choose")
    await noa.choose_label("A letter")
    await noa.writes("cr_compare", "It can be taken back")
    await noa.lists("cr_actions_hour", "Call the donor")
    await noa.asked("cr_actions_day")
    await noa.says_word(Word.SKIP)
    await noa.lists("cr_partners", "Sister organisation: a talk")
    await noa.asked("cr_next")
    await noa.choose("crisis-next.never")
    await noa.asked("cr_hub")
    assert [kind for (kind,) in town.bot.rows("SELECT kind FROM workspaces")] == ["crisis"]
    assert not any("donation" in line for line in town.bot.out)


async def test_in_a_flood_the_word_goes_before_what_else_waits_for_this_person(tmp_path: Path) -> None:
    async with (
        FakeTelegram(TOKEN) as telegram,
        RunningBot(tmp_path, telegram, TELEGRAM_CHAT_RATE="4/1s:16", TELEGRAM_RATE="30") as bot,
    ):
        await bot.start()
        noa = Walker(await telegram.person("Noa", language_code="he"), "he", "Noa")
        await noa.reaches_the_menu()
        for number in range(FLOOD):
            await noa.phone.say(f"הודעה {number}")
        await noa.says_word(Word.CRISIS)
        await noa.phone.wait_for(lambda chat: noa.was_told("cr_safety"), noa.patience)
        [(asked,)] = bot.rows("SELECT max(id) FROM outbox WHERE lane = 0")
        waiting = bot.rows("SELECT id FROM outbox WHERE state = 'queued' AND id < ?", asked)
        assert waiting, "nothing else waited: this was no flood"
        assert noa.was_told("crisis-safety")
        assert await bot.stop() == 0
