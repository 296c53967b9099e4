"""Plants a bug in the running bot and asks the judge: what it would not notice, the other fault tests do not hold."""

from pathlib import Path
from random import Random  # noqa: TID251 (drawn from a seed, so that a bad run can be had again)

import pytest

from tests.bot.running_bot import TOKEN
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_weather import Odds, Spell
from tests.faults.kills import is_done
from tests.faults.lives import ManyLives
from tests.faults.load import Callers
from tests.faults.planted import BUGS
from tests.history import PutIn, history_of
from tests.promises import broken_promises

AUDIENCE, AT_THE_GATE = 40, 5
FOUND = {
    "uncertain_is_tried_again": "I4",
    "claimed_is_sent_after_a_crash": "I4",
    "accepted_is_written_before_it_is_so": "I6",
    "taken_is_said_before_it_is_durable": "I1",
}
"""Which promise each of them breaks."""


async def a_call_in_bad_weather(telegram: FakeTelegram, bot: ManyLives, callers: Callers) -> None:
    await telegram.weather(1, Spell(60, Odds(dropped_before=0.2, dropped_after=0.2)))
    await callers.call(AUDIENCE)
    await bot.start()
    await is_done(telegram, bot)


async def a_call_with_a_crash_in_the_middle(telegram: FakeTelegram, bot: ManyLives, callers: Callers) -> None:
    await callers.call(AUDIENCE)
    await telegram.hold("sendMessage", when="after", times=AT_THE_GATE)
    await bot.start()
    await telegram.wait_for_held(AT_THE_GATE)
    await bot.kill()
    await telegram.clear_knobs()
    await bot.start()
    await is_done(telegram, bot)


@pytest.mark.parametrize("bug", [bug for bug in FOUND if FOUND[bug] != "I1"])
async def test_a_bug_in_the_way_out_is_found(tmp_path: Path, bug: str) -> None:
    async with FakeTelegram(TOKEN) as telegram, ManyLives(tmp_path, telegram, TELEGRAM_RATE="1000") as bot:
        bot.program = ("tests.faults.planted", bug)
        chats = await telegram.people(AUDIENCE)
        database, key = bot.settings["DATABASE_URL"], tmp_path / "data" / "key"
        async with Callers(database, key, chats, Random(1)) as callers:  # noqa: S311
            scene = a_call_with_a_crash_in_the_middle if "crash" in bug else a_call_in_bad_weather
            await scene(telegram, bot, callers)
            history = await history_of(telegram, bot.rows, callers.keys, PutIn(audiences=callers.audiences))
        assert FOUND[bug] in {sentence.partition(":")[0] for sentence in broken_promises(history)}


async def test_an_update_that_is_confirmed_too_early_is_found(tmp_path: Path) -> None:
    async with FakeTelegram(TOKEN) as telegram, ManyLives(tmp_path, telegram) as bot:
        bot.program = ("tests.faults.planted", "taken_is_said_before_it_is_durable")
        await bot.start()
        noa = await telegram.person("Noa")
        await noa.start()
        await telegram.wait_for_updates_taken()
        assert await bot.stop() == 0
        keys = Callers(bot.settings["DATABASE_URL"], tmp_path / "data" / "key", (), Random(1)).keys  # noqa: S311
        found = broken_promises(await history_of(telegram, bot.rows, keys))
        assert [one.partition(":")[0] for one in found] == ["I1"]


def test_every_planted_bug_is_looked_for() -> None:
    assert FOUND.keys() == BUGS.keys()
