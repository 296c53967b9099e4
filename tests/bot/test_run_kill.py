"""Holds what may never break: a bot that is killed at any moment loses no answer, keeps none twice, and asks on.

Several people talk at once while the process is killed (SIGKILL) and started again, twenty times in all, at moments
drawn from a seed: after so many calls, with a message delivered but not confirmed, with one on its way, with updates
just handed out. The seed is in the test's name. It is the command an operator runs, which takes seconds to start;
`tests/faults/` kills a hundred times, in the midst of more work.
"""

import asyncio
import json
from collections.abc import Coroutine
from itertools import count, pairwise
from pathlib import Path
from random import Random  # noqa: TID251 (the moments are drawn from a seed, so that a bad one can be had again)
from typing import Any

import pytest

from flows.model import Fill, Phrase
from flows.wording import Voice, plain
from storage.seals import Keys
from tests.bot.running_bot import TOKEN, RunningBot, assert_nothing_was_amiss
from tests.conversations.walker import Walker, texts
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_phone import Message, Phone
from tests.history import PutIn, history_of
from tests.promises import broken_promises

SEEDS = (1121, 4848)
"""Two runs, so that two workers share the starts; a start is what takes the time."""
KILLS = 10

PEOPLE = (("Noa", "he"), ("Amal", "ar"), ("Rotem", "en"), ("Dana", "he"))
UNHURRIED = {"TELEGRAM_CHAT_RATE": "100/1s:100", "TELEGRAM_RATE": "1000"}
NEVER_SAID = ("stale-button", "not-your-button", "and-this", "code-unknown", "error-on-our-side", "place-moved")
"""What people would read if something that happened once had happened twice, or not at all."""

TOPICS = {"a_problem": "problem_statement", "a_why_together": "why_together", "a_first_goal": "text"}


class Persistent(Walker):
    """Walks on whatever happens to the bot, but answers only while the way is open."""

    patience = 60.0

    def __init__(self, phone: Phone, language: str, name: str, way: asyncio.Event) -> None:
        super().__init__(phone, language, name)
        self._way = way
        self._awaited: tuple[str, dict[str, Fill]] | None = None
        self.wrote: list[tuple[str, str]] = []  # (field, text), in order

    async def asked(self, key: str, **fills: Fill) -> Message:
        self._awaited = (key, fills)
        await super().asked(key, **fills)
        await self._way.wait()
        return self.phone.last

    def has_the_question(self, _: Phone) -> bool:
        """Whether the question that follows from the last deed is on the screen."""
        assert self._awaited
        key, fills = self._awaited
        return self.is_asked(key, **fills)

    def _holds_that_the_answered_has_settled(self) -> None:
        """A crash may leave old buttons standing: courtesies are tried once."""

    async def tells(self, question: str, field: str, text: str) -> None:
        await self.asked(question)
        self.wrote.append((field, text))
        await self.say(text)

    async def walk(self) -> None:
        """From /start through the introduction and stage A; then corrects answers without end."""
        await self.reaches_the_menu_quietly()
        await self.choose("main_menu.choice-found")
        await self.asked("intro_benefits")
        await self.say("1,2")
        await self.tells("coalition_name", "name", f"Coalition of {self.name}")
        await self.answers("intro_status", "idea")
        await self.declines_more()
        await self.answers("confirm_summary", "ok")
        await self.answers("intro_next", "a")
        for question, field in TOPICS.items():
            await self.tells(question, field, f"{question} of {self.name}")
        await self.declines_more()
        for number in count(1):
            question = list(TOPICS)[number % len(TOPICS)]
            await self.answers("confirm_summary", "edit")
            await self.asked("confirm_edit")
            await self.choose(f"{question}.topic")
            await self.tells(question, TOPICS[question], f"{question} of {self.name}, version {number}")

    async def reaches_the_menu_quietly(self) -> None:
        """A message that asks nothing may be lost with the process: it is not waited for."""
        await self.arrives()
        await self.answers("describe_self", "group")
        await self.asked("main_menu")


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_bot_that_is_killed_loses_nothing_and_doubles_nothing(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)  # noqa: S311
    async with FakeTelegram(TOKEN) as telegram, RunningBot(tmp_path, telegram, **UNHURRIED) as bot:
        way = asyncio.Event()
        people = [Persistent(await telegram.person(name), language, name, way) for name, language in PEOPLE]
        await bot.start()
        walks = [asyncio.create_task(person.walk()) for person in people]
        for _ in range(KILLS):
            way.set()
            await until_the_moment(telegram, chance)
            await bot.kill()
            way.clear()
            await telegram.clear_knobs()
            await bot.start()
            await everybody_has_their_question(bot, people, walks)
        for walk in walks:
            walk.cancel()
        assert await bot.stop() == 0
        assert telegram.faults == []
        assert telegram.world.updates.all_taken
        nothing_was_lost_or_doubled(bot, people)
        what_may_be_there_twice_says_so(telegram, people)
        await every_promise_was_kept(telegram, bot, people)


async def until_the_moment(telegram: FakeTelegram, chance: Random) -> None:
    """Some number of calls from now; sometimes with one of them held at the gate."""
    held = chance.choice(("nothing", "sent", "on its way", "press", "updates"))
    if held == "sent":
        await telegram.hold("sendMessage", when="after", times=1)
    elif held == "on its way":
        await telegram.hold("sendMessage", when="before", times=1)
    elif held == "press":
        await telegram.hold("answerCallbackQuery", when="before", times=1)
    elif held == "updates":
        await telegram.hold("getUpdates", when="after", times=1)
        return await telegram.wait_for_held(timeout=30)
    if held != "nothing":
        await telegram.wait_for_held(timeout=30)
    await telegram.wait_for_calls(len(telegram.log) + chance.randint(1, 25), timeout=30)


async def everybody_has_their_question(
    bot: RunningBot, people: list[Persistent], walks: list[asyncio.Task[None]]
) -> None:
    """Each of them, before anybody writes again."""
    for walk in walks:
        assert not walk.done(), walk.exception()
    for person in people:
        try:
            await person.phone.wait_for(person.has_the_question)
        except TimeoutError as without:
            raise AssertionError(f"{without}\nand the bot said:\n{bot.log}") from None


def nothing_was_lost_or_doubled(bot: RunningBot, people: list[Persistent]) -> None:
    """Every answer in the order it was given, once; everybody consented once and founded once."""
    for person in people:
        kept = bot.rows(
            "SELECT field, value FROM answers JOIN persons ON persons.id = author_id WHERE display_name = ?"
            " AND field IN ('name', 'text', 'problem_statement', 'why_together') ORDER BY answers.id",
            person.name,
        )
        assert [(field, json.loads(value)) for field, value in kept] == person.wrote
        said = [message.text for message in person.phone.messages if message.from_bot]
        assert not [text for text in said if "⁨⁩" in text]
        amiss = [key for key in NEVER_SAID for m in person.phone.messages if m.from_bot and person.reads(m, key)]
        assert amiss == [], person.phone.transcript()
    everybody = len(people)
    assert bot.value("SELECT count(*) FROM persons") == everybody
    assert bot.value("SELECT count(*) FROM workspaces") == everybody
    assert bot.value("SELECT count(*) FROM consents") == everybody
    assert bot.value("SELECT count(*) FROM quarantine") == 0
    assert bot.rows("SELECT DISTINCT state FROM outbox WHERE state NOT IN ('accepted', 'unknown')") == []


async def every_promise_was_kept(telegram: FakeTelegram, bot: RunningBot, people: list[Persistent]) -> None:
    """By the platform's own log."""
    said = {person.phone.id: person.wrote for person in people}
    keys = Keys.load(Path(bot.settings["KEY_FILE"]))
    assert broken_promises(await history_of(telegram, bot.rows, keys, PutIn(said))) == []


def what_may_be_there_twice_says_so(telegram: FakeTelegram, people: list[Persistent]) -> None:
    """Of two copies of one question the second begins with the text that says we stopped; both happened here."""
    repeated = 0
    for person in people:
        own = person.words("we-stopped")
        first_language = plain(texts().say(Phrase("we-stopped"), Voice("he")))  # until a language is chosen
        calls = [call for call in telegram.calls("sendMessage", person.phone.id) if call.delivered]
        for first, second in pairwise(str(call.params["text"]) for call in calls):
            stopped = first_language if second.startswith(first_language) else own
            if second.endswith(first.removeprefix(stopped).lstrip()):
                assert second.startswith(stopped), second
                repeated += 1
    assert repeated, "not one question was repeated: the moments are not what they were meant to be"


# --- the same thing more than once --------------------------------------------------------------------------------


async def test_an_answer_delivered_three_times_is_one_answer(tmp_path: Path) -> None:
    async with FakeTelegram(TOKEN) as telegram, RunningBot(tmp_path, telegram) as bot:
        noa = await stands_at_the_problem(telegram, bot)
        await before_it_is_confirmed(telegram, bot, noa.say("Night buses were cut"))
        await telegram.duplicate_updates(1)
        await bot.start()
        await noa.asked("a_why_together")
        await telegram.wait_for_updates_taken()
        await noa.say("Only together are we heard")
        await noa.asked("a_first_goal")
        assert not noa.was_told("and-this")
        assert await bot.stop() == 0
        assert_nothing_was_amiss(telegram, bot)
        kept = bot.rows("SELECT value FROM answers WHERE field IN ('problem_statement', 'why_together')")
        assert kept == [('"Night buses were cut"',), ('"Only together are we heard"',)]


async def test_a_press_delivered_again_after_a_crash_is_one_press(tmp_path: Path) -> None:
    async with FakeTelegram(TOKEN) as telegram, RunningBot(tmp_path, telegram) as bot:
        noa = await stands_at_the_problem(telegram, bot)
        await noa.say("/menu")
        await noa.answers("main_menu", "settings")
        await noa.answers("settings_menu", "found")
        await noa.asked("intro_benefits")
        await noa.say("/menu")
        await noa.answers("main_menu", "settings")
        await noa.asked("settings_menu")
        await before_it_is_confirmed(telegram, bot, noa.press("settings_menu.choice-found"))
        await bot.start()
        await noa.asked("intro_benefits")
        await telegram.wait_for_updates_taken()
        assert await bot.stop() == 0
        assert bot.value("SELECT count(*) FROM workspaces") == 3
        assert telegram.faults == []


async def stands_at_the_problem(telegram: FakeTelegram, bot: RunningBot) -> Walker:
    """Noa has founded a coalition and is asked the first question of stage A."""
    await bot.start()
    noa = Walker(await telegram.person("Noa"), "he", "Noa")
    await noa.reaches_the_menu()
    await noa.founds("Buses for all")
    await noa.press("intro_next.choice-a")
    await noa.asked("a_problem")
    return noa


async def before_it_is_confirmed(telegram: FakeTelegram, bot: RunningBot, deed: Coroutine[Any, Any, Any]) -> None:
    """The deed is taken and answered; the bot dies before it could tell the platform that it has it."""
    await telegram.hold("getUpdates", when="before", times=1)
    await deed
    await telegram.wait_for_held()
    await telegram.wait_for_calls(len(telegram.calls("sendMessage")) + 1, "sendMessage")
    await bot.kill()
    await telegram.clear_knobs()
    assert not telegram.world.updates.all_taken


async def test_pressing_twice_is_pressing_once(tmp_path: Path) -> None:
    async with FakeTelegram(TOKEN) as telegram, RunningBot(tmp_path, telegram) as bot:
        noa = await stands_at_the_problem(telegram, bot)
        await noa.say("/menu")
        await noa.answers("main_menu", "settings")
        await noa.asked("settings_menu")
        question, label = noa.phone.last.id, noa.words("settings_menu.choice-found")
        await telegram.hold_updates()
        noa.about_to_act()
        await noa.phone.press(label, question)
        await noa.phone.press(label, question)
        await telegram.release_updates()
        await noa.asked("intro_benefits")
        await telegram.wait_for_calls(2 + answered_presses(telegram), "answerCallbackQuery")
        assert await bot.stop() == 0
        assert_nothing_was_amiss(telegram, bot)
        assert not noa.was_told("stale-button")
        assert bot.value("SELECT count(*) FROM workspaces") == 2


async def test_a_tick_pressed_again_stays_a_tick(tmp_path: Path) -> None:
    async with FakeTelegram(TOKEN) as telegram, RunningBot(tmp_path, telegram) as bot:
        await bot.start()
        noa = Walker(await telegram.person("Noa"), "he", "Noa")
        await noa.reaches_the_menu()
        await noa.press("main_menu.choice-found")
        await noa.asked("intro_benefits")
        question = noa.phone.last
        await noa.tick(question.labels[0])
        await noa.phone.press_data(str(question.buttons[0].data), question.id)
        await noa.tick(question.labels[2])
        await noa.press("choice-done")
        await noa.asked("coalition_name")
        assert await bot.stop() == 0
        assert_nothing_was_amiss(telegram, bot)
        assert json.loads(bot.value("SELECT value FROM answers")) == ["pressure", "efficient"]


async def test_an_old_button_is_answered_kindly_and_the_question_is_shown_as_it_stands(tmp_path: Path) -> None:
    async with FakeTelegram(TOKEN) as telegram, RunningBot(tmp_path, telegram) as bot:
        noa = await stands_at_the_problem(telegram, bot)
        noa.about_to_act()
        await noa.phone.press(noa.words("intro_status.choice-running"), stale=True)
        await noa.asked("a_problem")
        assert noa.was_told("stale-button")
        await noa.say("Night buses were cut")
        await noa.asked("a_why_together")
        assert await bot.stop() == 0
        assert_nothing_was_amiss(telegram, bot)
        assert bot.rows("SELECT value FROM answers WHERE field = 'stage'") == [('"idea"',)]


async def test_a_button_of_somebody_else_is_refused_politely(tmp_path: Path) -> None:
    async with FakeTelegram(TOKEN) as telegram, RunningBot(tmp_path, telegram) as bot:
        noa = await stands_at_the_problem(telegram, bot)
        await noa.say("/menu")
        await noa.asked("main_menu")
        settings = next(b for b in noa.phone.last.buttons if b.label == noa.words("main_menu.choice-settings"))
        amal = Walker(await telegram.person("Amal"), "en", "Amal")
        await amal.reaches_the_menu()
        amal.about_to_act()
        await amal.phone.press_data(str(settings.data), amal.phone.last.id)
        await amal.told("not-your-button")
        await noa.press("main_menu.choice-settings")
        await noa.asked("settings_menu")
        assert await bot.stop() == 0
        assert_nothing_was_amiss(telegram, bot)


def answered_presses(telegram: FakeTelegram) -> int:
    """How many presses before the last two were answered."""
    return len(telegram.presses) - 2
