"""Holds that the running bot behaves when something is wrong: at Telegram, in settings and files, with the time.

The process is the real one. What an operator can mend ends with exit code 2 and plain sentences on stderr; what a
platform does wrong costs nobody an answer.
"""

import asyncio
import os
import signal
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.bot.running_bot import READY, TOKEN, RunningBot, assert_nothing_was_amiss, free_port
from tests.conversations.walker import Walker
from tests.fakes.telegram import FakeTelegram

pytestmark = pytest.mark.filterwarnings("ignore:unread_data:DeprecationWarning")
"""The fake's own server reads uploads that way: aiohttp warns of itself when a picture arrives in odd pieces."""

MENDABLE = 2
NOON = "2026-11-22T12:00:00+02:00"


@pytest_asyncio.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram(TOKEN) as telegram:
        yield telegram


@pytest_asyncio.fixture
async def bot(tmp_path: Path, telegram: FakeTelegram) -> AsyncIterator[RunningBot]:
    """Set up for the fake, not started."""
    async with RunningBot(tmp_path, telegram) as bot:
        yield bot


@pytest_asyncio.fixture
async def noa(telegram: FakeTelegram, bot: RunningBot) -> Walker:
    """She stands at the first question of stage A; the bot runs."""
    await bot.start()
    noa = Walker(await telegram.person("Noa"), "he", "Noa")
    await noa.reaches_the_menu()
    await noa.founds("Buses for all")
    await noa.press("intro_next.choice-a")
    await noa.asked("a_problem")
    return noa


def fates(bot: RunningBot) -> dict[str, int]:
    """How many rows of the outbox ended in which way, apart from those that arrived."""
    return dict(bot.rows("SELECT state, count(*) FROM outbox WHERE state <> 'accepted' GROUP BY state"))


# --- trouble at Telegram ------------------------------------------------------------------------------------------


async def test_a_chat_told_to_wait_waits_and_nobody_else_does(
    telegram: FakeTelegram, bot: RunningBot, noa: Walker
) -> None:
    amal = Walker(await telegram.person("Amal"), "ar", "Amal")
    await noa.say("/menu")
    await noa.asked("main_menu")
    await telegram.throttle(noa.phone.id, retry_after=2, method="sendMessage")
    await noa.press("main_menu.choice-settings")
    await telegram.wait_for_calls(answered(telegram, noa) + 1, "sendMessage", noa.phone.id)
    await amal.reaches_the_menu()
    assert not noa.news, "the others had to wait for the one"
    await noa.asked("settings_menu")
    assert await bot.stop() == 0
    assert_nothing_was_amiss(telegram, bot)
    assert fates(bot) == {}


def answered(telegram: FakeTelegram, walker: Walker) -> int:
    return len(telegram.calls("sendMessage", walker.phone.id))


async def test_a_message_whose_fate_is_unknown_is_not_sent_again_and_the_next_word_counts(
    telegram: FakeTelegram, bot: RunningBot, noa: Walker
) -> None:
    await telegram.drop_after("sendMessage", noa.phone.id)
    await noa.say("Night buses were cut")
    await noa.asked("a_why_together")
    await noa.say("Only together are we heard")
    await noa.asked("a_first_goal")
    assert await bot.stop() == 0
    assert_nothing_was_amiss(telegram, bot)
    assert fates(bot) == {"unknown": 1}
    said = [m for m in noa.phone.messages if m.from_bot and noa.reads(m, "a_why_together")]
    assert len(said) == 1
    kept = bot.rows("SELECT value FROM answers WHERE field IN ('problem_statement', 'why_together')")
    assert kept == [('"Night buses were cut"',), ('"Only together are we heard"',)]


@pytest.mark.parametrize("trouble", ["drop_before", "server_error", "garbled"])
async def test_a_question_that_never_came_is_shown_at_the_next_word(
    telegram: FakeTelegram, bot: RunningBot, noa: Walker, trouble: str
) -> None:
    await getattr(telegram, trouble)("sendMessage", noa.phone.id)
    await noa.say("Night buses were cut")
    await telegram.wait_for_calls(answered(telegram, noa) + 1, "sendMessage", noa.phone.id)
    await noa.say("?")
    await noa.asked("a_why_together")
    assert noa.was_told("we-stopped")
    assert noa.was_told("a_why_together.help")
    assert await bot.stop() == 0
    assert_nothing_was_amiss(telegram, bot)
    assert fates(bot) == {"unknown": 1}


async def test_nothing_more_is_sent_to_who_blocked_us_until_they_write_again(
    telegram: FakeTelegram, bot: RunningBot, noa: Walker
) -> None:
    await noa.say("/menu")
    _, code = await noa.invites()
    await telegram.blocked(noa.phone.id, times=1)
    await noa.say("/menu")
    await telegram.wait_for_calls(answered(telegram, noa) + 1, "sendMessage", noa.phone.id)
    await noa.say("/menu")
    await noa.asked("main_menu")
    await noa.phone.block()
    await telegram.wait_for_updates_taken()
    assert bot.value("SELECT blocked_at IS NOT NULL FROM addresses") == 1
    silent = answered(telegram, noa)
    amal = Walker(await telegram.person("Amal"), "ar", "Amal")
    await amal.reaches_the_menu()
    await amal.say(code)
    await amal.answers("join_confirm", "yes")
    await amal.asked("main_menu")
    assert answered(telegram, noa) == silent
    await noa.phone.unblock()
    await noa.start()
    await noa.asked("main_menu")
    assert await bot.stop() == 0
    assert_nothing_was_amiss(telegram, bot)
    assert bot.rows("SELECT blocked_at FROM addresses WHERE blocked_at IS NOT NULL") == []


async def test_health_tells_when_another_bot_polls_and_when_all_is_well_again(
    telegram: FakeTelegram, bot: RunningBot, noa: Walker
) -> None:
    await telegram.refuse(409, "Conflict: terminated by other getUpdates request", "getUpdates")
    await noa.say("Night buses were cut")
    await bot.said("telegram_conflict")
    assert await bot.health() == (503, {"ready": False, "reasons": ["telegram_conflict"]})
    await bot.said(READY, times=2)
    assert await bot.health() == (200, {"ready": True})
    await noa.asked("a_why_together")


async def test_health_tells_that_the_token_is_refused(telegram: FakeTelegram, bot: RunningBot, noa: Walker) -> None:
    await telegram.refuse(401, "Unauthorized", "getUpdates")
    await noa.say("Night buses were cut")
    await bot.said("telegram_token_refused")
    assert await bot.health() == (503, {"ready": False, "reasons": ["telegram_token_refused"]})
    assert await bot.stop() == 0


async def test_a_bot_that_cannot_introduce_itself_says_so_and_tries_again(
    telegram: FakeTelegram, bot: RunningBot
) -> None:
    await telegram.server_error("getMe")
    await bot.launch()
    await bot.said("telegram.not_introduced")
    status, said = await bot.health()
    assert (status, said["ready"]) == (503, False)
    assert said["reasons"]
    await bot.said(READY)
    assert await bot.health() == (200, {"ready": True})


# --- ending -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_bot_asked_to_stop_lets_what_is_in_flight_land(
    telegram: FakeTelegram, bot: RunningBot, noa: Walker, number: signal.Signals
) -> None:
    await telegram.hold("sendMessage")
    await noa.say("Night buses were cut")
    await telegram.wait_for_held()
    ended = asyncio.create_task(bot.stop(number, within=10.0))
    await bot.said("telegram_stopped")
    await telegram.release()
    assert await ended == 0
    assert fates(bot) == {}
    assert "Traceback" not in bot.printed


async def test_what_does_not_land_holds_up_nobody(telegram: FakeTelegram, bot: RunningBot, noa: Walker) -> None:
    await telegram.hold("sendMessage")
    await noa.say("Night buses were cut")
    await telegram.wait_for_held()
    assert await bot.stop() == 0
    assert "Traceback" not in bot.printed
    await telegram.release()
    await bot.start()
    await noa.asked("a_why_together")
    await noa.told("we-stopped")


# --- what the operator can mend -----------------------------------------------------------------------------------


async def test_without_settings_one_screen_says_how_to_get_a_token(tmp_path: Path) -> None:
    async with RunningBot(tmp_path) as bot:
        bot.settings.clear()
        assert await bot.run() == MENDABLE
        assert "RAKEZET_TELEGRAM_TOKEN" in bot.log
        assert "@BotFather" in bot.log
        assert len(bot.err) <= 24
        assert not bot.database.parent.exists()


async def test_every_wrong_setting_is_told_at_once_and_no_secret_with_it(tmp_path: Path) -> None:
    wrong = {
        "TELEGRAM_TOKEN": "not-a-token-but-secret",
        "TELEGRAM_API_URL": "ftp://127.0.0.1",
        "HTTP_PORT": "eighty",
        "TIMEZONE": "Mars/Olympus",
        "LANGUAGES": "he,tlh",
        "TELEGRAM_RATE": "0",
        "TELEGRAM_CHAT_RATE": "fast",
        "FOUNDERS": "nobody",
        "CONTENT_DIR": str(tmp_path / "nowhere"),
        "LOG": "loud",
        "CLOCK": "manual:0001-01-01T00:00+02:00",
    }
    async with RunningBot(tmp_path) as bot:
        bot.settings |= wrong
        assert await bot.run() == MENDABLE
        missing = [name for name in wrong if f"RAKEZET_{name}" not in bot.log]
        assert missing == [], bot.log
        assert "secret" not in bot.printed
        assert "Traceback" not in bot.printed


async def test_every_mistake_in_the_operators_flows_is_told_at_once(tmp_path: Path, telegram: FakeTelegram) -> None:
    flows = tmp_path / "content" / "definitions"
    flows.mkdir(parents=True)
    (flows / "found.yaml").write_text("flow: found\nsteps:\n  found_now: {do: no_such_verb}\n", "utf-8")
    (flows / "stop.yaml").write_text("flow: stop\nsteps:\n  stop_what: {ask: sing, goto: nowhere}\n", "utf-8")
    async with RunningBot(tmp_path, telegram, CONTENT_DIR=str(tmp_path / "content")) as bot:
        assert await bot.run() == MENDABLE
        assert "found.yaml:3" in bot.log
        assert "stop.yaml:3" in bot.log
        assert "Traceback" not in bot.printed
        assert not bot.database.exists()


async def assert_refused_untouched(bot: RunningBot, word: str) -> None:
    """Exit code 2, a plain sentence with this word, and every byte of the file as it was."""
    before = bot.database.read_bytes()
    assert await bot.run() == MENDABLE
    assert word in bot.log
    assert "Traceback" not in bot.printed
    assert len(bot.log.splitlines()) == 1, bot.log
    assert bot.database.read_bytes() == before


async def test_a_database_of_another_running_bot_is_left_alone(
    tmp_path: Path, telegram: FakeTelegram, bot: RunningBot
) -> None:
    await bot.start()
    async with RunningBot(tmp_path, telegram) as second:
        await assert_refused_untouched(second, "in use")
    assert await bot.health() == (200, {"ready": True})


async def test_a_file_that_is_no_database_is_left_alone(bot: RunningBot) -> None:
    bot.database.parent.mkdir()
    bot.database.write_bytes(bytes(range(256)) * 64)
    await assert_refused_untouched(bot, "cannot be read")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
async def test_a_database_that_is_not_ours_to_open_is_left_alone(bot: RunningBot) -> None:
    bot.database.parent.mkdir()
    bot.database.touch(0o000)
    assert await bot.run() == MENDABLE
    assert "cannot be read" in bot.log


async def test_a_database_of_a_later_version_is_left_alone(bot: RunningBot) -> None:
    await bot.start()
    assert await bot.stop() == 0
    with closing(sqlite3.connect(bot.database)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    await assert_refused_untouched(bot, "later version")


async def test_a_taken_port_is_named(tmp_path: Path, telegram: FakeTelegram, bot: RunningBot) -> None:
    await bot.start()
    other = tmp_path / "other"
    other.mkdir()
    async with RunningBot(other, telegram, HTTP_PORT=str(bot.port)) as second:
        assert await second.run() == MENDABLE
        assert f"127.0.0.1:{bot.port}" in second.log
        assert "RAKEZET_HTTP_PORT" in second.log
        assert "Traceback" not in second.printed


# --- what is printed ----------------------------------------------------------------------------------------------


async def test_neither_the_token_nor_anybodys_words_are_ever_printed(tmp_path: Path, telegram: FakeTelegram) -> None:
    async with RunningBot(tmp_path, telegram, LOG="debug") as bot:
        await bot.start()
        noa = Walker(await telegram.person("CanaryFirst", username="canaryuser"), "he", "CanaryName")
        await noa.reaches_the_menu()
        await noa.founds("CanaryCoalition")
        await noa.press("intro_next.choice-a")
        await noa.asked("a_problem")
        for trouble in (telegram.server_error, telegram.garbled, telegram.drop_before, telegram.drop_after):
            await trouble("sendMessage", noa.phone.id)
            await noa.say("CanaryAnswer /menu")
            await telegram.wait_for_calls(answered(telegram, noa) + 1, "sendMessage", noa.phone.id)
        await telegram.refuse(400, "Bad Request: CanaryRefusal", "sendMessage", noa.phone.id)
        await noa.say("/menu")
        await telegram.refuse(409, "Conflict: terminated by CanaryPoller", "getUpdates")
        await noa.say("CanaryAnswer")
        await bot.said(READY, times=2)
        assert await bot.stop() == 0
        bot.settings["TELEGRAM_API_URL"] = f"http://127.0.0.1:{free_port()}"
        await bot.launch()
        await bot.said("telegram.not_introduced")
        assert await bot.stop() == 0
        assert "telegram.not_introduced" in bot.printed
        assert TOKEN.partition(":")[2] not in bot.printed
        assert "canary" not in bot.printed.lower()
        assert str(noa.phone.id) not in bot.printed


# --- the time -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "api", ["https://api.telegram.org", "http://127.0.0.1.example.org", "http://localhost.example"]
)
async def test_a_clock_moved_by_hand_never_meets_real_people(tmp_path: Path, api: str) -> None:
    async with RunningBot(tmp_path, TELEGRAM_TOKEN=TOKEN, TELEGRAM_API_URL=api, CLOCK=f"manual:{NOON}") as bot:
        assert await bot.run() == MENDABLE
        assert "RAKEZET_CLOCK" in bot.log
        assert "Traceback" not in bot.printed


@pytest_asyncio.fixture
async def at_noon(tmp_path: Path, telegram: FakeTelegram) -> AsyncIterator[RunningBot]:
    """A running bot for which it is noon until somebody moves its clock."""
    async with RunningBot(tmp_path, telegram, CLOCK=f"manual:{NOON}") as bot:
        await bot.start()
        yield bot
        assert await bot.stop() == 0


PERSONAL = ("persons", "addresses", "consents", "places", "outbox", "memberships", "join_attempts")


def personal_rows(bot: RunningBot) -> dict[str, int]:
    """How many rows of each table are about somebody."""
    counted = {table: bot.value(f"SELECT count(*) FROM {table}") for table in PERSONAL}  # noqa: S608
    return {table: rows for table, rows in counted.items() if rows}


async def test_a_person_who_says_no_is_gone_a_minute_later(telegram: FakeTelegram, at_noon: RunningBot) -> None:
    noa = Walker(await telegram.person("Noa"), "he", "Noa")
    await noa.start()
    await noa.answers("choose_language", "he")
    await noa.asked("privacy_consent")
    await noa.press("privacy_consent.choice-no")
    await noa.asked("forgotten-before-consent")
    assert personal_rows(at_noon)
    status, moved = await at_noon.move_clock({"by": "PT1M"})
    assert (status, moved) == (200, {"now": "2026-11-22T10:01:00+00:00", "fired": 1, "sent": 0})
    assert personal_rows(at_noon) == {}
    assert_nothing_was_amiss(telegram, at_noon)


async def test_a_person_who_never_consents_is_gone_after_a_day(telegram: FakeTelegram, at_noon: RunningBot) -> None:
    noa = Walker(await telegram.person("Noa"), "he", "Noa")
    await noa.start()
    await noa.asked("choose_language")
    _, moved = await at_noon.move_clock({"to": "2026-11-23T11:59:59+02:00"})
    assert moved["fired"] == 0
    assert personal_rows(at_noon)
    _, moved = await at_noon.move_clock({"by": "next"})
    assert moved["now"] == "2026-11-23T10:00:00+00:00"
    assert moved["fired"] >= 1
    assert personal_rows(at_noon) == {}


async def test_a_person_who_consents_stays(telegram: FakeTelegram, at_noon: RunningBot) -> None:
    noa = Walker(await telegram.person("Noa"), "he", "Noa")
    await noa.reaches_the_menu()
    _, moved = await at_noon.move_clock({"by": "P1D"})
    assert moved["now"] == "2026-11-23T10:00:00+00:00"
    assert personal_rows(at_noon)["persons"] == 1


BAD_MOVES: tuple[Any, ...] = (
    b"no json",
    b"\xff\xfe",
    None,
    5,
    "by",
    [],
    {},
    {"by": 5},
    {"by": "soon"},
    {"by": "PT"},
    {"by": "P999999999Y"},
    {"to": None},
    {"to": "tomorrow"},
    {"to": "2026-11-22T13:00"},
    {"to": "0001-01-01T00:00+02:00"},
    {"to": NOON, "by": "PT1H"},
)


async def test_a_move_that_cannot_be_understood_is_refused_and_moves_nothing(at_noon: RunningBot) -> None:
    for body in BAD_MOVES:
        status, said = await at_noon.move_clock(body)
        assert (status, set(said)) == (400, {"error", "detail"}), body
    _, moved = await at_noon.move_clock({"by": "PT0S"})
    assert moved == {"now": "2026-11-22T10:00:00+00:00", "fired": 0, "sent": 0}
    assert "Traceback" not in at_noon.printed


async def test_a_real_clock_cannot_be_moved(bot: RunningBot) -> None:
    await bot.start()
    status, _ = await bot.move_clock({"by": "PT1H"})
    assert status == 404
