"""Holds that bad weather at the platform loses and doubles nothing: throttling, gateways' pages, broken connections.

Every test ends with the judge of `tests.promises`, who goes by the platform's own log.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random  # noqa: TID251 (drawn from a seed, so that a bad run can be had again)

from tests.bot.running_bot import TOKEN
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_weather import ROUGH, Odds, Spell
from tests.faults.kills import is_done
from tests.faults.lives import ManyLives
from tests.faults.load import Callers
from tests.history import History, PutIn, history_of
from tests.promises import broken_promises

SEED = 1961
AUDIENCE = 250
FAST = {"TELEGRAM_RATE": "400"}


@asynccontextmanager
async def before_a_call(folder: Path, **settings: str) -> AsyncIterator[tuple[FakeTelegram, ManyLives, Callers]]:
    """A bot that has not begun yet, and an audience."""
    async with FakeTelegram(TOKEN) as telegram, ManyLives(folder, telegram, **settings) as bot:
        chats = await telegram.people(AUDIENCE)
        chance = Random(SEED)  # noqa: S311
        async with Callers(bot.settings["DATABASE_URL"], folder / "data" / "key", chats, chance) as callers:
            yield telegram, bot, callers


async def the_history(telegram: FakeTelegram, bot: ManyLives, callers: Callers, budget: int | None = None) -> History:
    put = PutIn(audiences=callers.audiences, per_second=budget)
    return await history_of(telegram, bot.rows, callers.keys, put)


def met(history: History) -> set[str]:
    return {call.trouble for call in history.log} - {""}


async def test_a_call_through_rough_weather_and_a_kill_adds_up(tmp_path: Path) -> None:
    async with before_a_call(tmp_path, **FAST) as (telegram, bot, callers):
        blocked = callers.chats[:5]
        for chat in blocked:
            await telegram.blocked(chat)
        await callers.call(AUDIENCE)
        await telegram.weather(SEED, Spell(30, ROUGH))
        await bot.start()
        await telegram.wait_for_calls(AUDIENCE // 2, "sendMessage")
        await bot.kill()
        await bot.start()
        await is_done(telegram, bot)
        history = await the_history(telegram, bot, callers)
        assert broken_promises(history) == []
        assert met(history) == {"throttle", "drop_before", "drop_after", "server_error", "garbled", "slow", "refuse"}
        states = [row.state for row in history.rows]
        assert set(states) == {"accepted", "unknown", "refused"}
        refused = {row.chat for row in history.rows if row.state == "refused"}
        assert refused <= set(blocked)
        assert refused, "whoever is out of reach is on the report"


async def test_what_may_have_arrived_is_uncertain_and_what_has_not_goes_again(tmp_path: Path) -> None:
    """Half of an audience meets each kind of trouble, and its fate is what may be believed."""
    fates = (
        (Odds(dropped_before=0.5), {"accepted", "unknown"}),
        (Odds(dropped_after=0.5), {"accepted", "unknown"}),
        (Odds(page_before=0.5), {"accepted", "unknown"}),
        (Odds(page_after=0.5), {"accepted", "unknown"}),
        (Odds(garbled=0.5), {"accepted", "unknown"}),
        (Odds(slow=0.5, slow_seconds=0.05), {"accepted"}),
        (Odds(throttled=0.1, retry_after=(1, 1)), {"accepted"}),
    )
    async with before_a_call(tmp_path, TELEGRAM_RATE="1000", TELEGRAM_CHAT_RATE="100/1s:100") as (
        telegram,
        bot,
        callers,
    ):
        for odds, expected in fates:
            await telegram.weather(SEED, Spell(60, odds))
            await callers.call(40)
            await bot.start()
            await is_done(telegram, bot)
            ends = {state for (state,) in bot.rows("SELECT state FROM outbox ORDER BY id DESC LIMIT 40")}
            assert (odds, ends) == (odds, expected)
        assert broken_promises(await the_history(telegram, bot, callers)) == []


async def test_in_a_storm_of_throttling_everybody_waits_as_told_and_nobody_is_lost(tmp_path: Path) -> None:
    async with before_a_call(tmp_path, **FAST) as (telegram, bot, callers):
        await callers.call(AUDIENCE)
        await callers.alarm(20)
        await telegram.weather(SEED, Spell(60, Odds(throttled=0.05, throttled_all=0.01, retry_after=(1, 1))))
        await bot.start()
        await is_done(telegram, bot)
        history = await the_history(telegram, bot, callers)
        assert broken_promises(history) == []
        assert met(history) == {"throttle"}
        assert {row.state for row in history.rows} == {"accepted"}


async def test_two_chats_told_to_wait_in_one_breath_are_the_whole_bot(tmp_path: Path) -> None:
    """Telegram does not say that it means everybody: asking each of them would be a few hundred refusals."""
    async with before_a_call(tmp_path, TELEGRAM_RATE="1000") as (telegram, bot, callers):
        await callers.call(AUDIENCE)
        await telegram.throttle(method="sendMessage", retry_after=2, whole_bot=True)
        await bot.start()
        await is_done(telegram, bot)
        history = await the_history(telegram, bot, callers)
        assert broken_promises(history) == []
        assert len([call for call in history.log if call.status == 429]) <= 40


async def test_a_platform_with_real_limits_never_has_to_throttle_us(tmp_path: Path) -> None:
    async with before_a_call(tmp_path, TELEGRAM_RATE="80") as (telegram, bot, callers):
        await telegram.watch_rates(per_second=1, burst=20, per_bot=100)
        await callers.call(AUDIENCE)
        await bot.start()
        await is_done(telegram, bot)
        history = await the_history(telegram, bot, callers, budget=100)
        assert broken_promises(history) == []
        assert [call.status for call in history.log if call.status == 429] == []
