"""A call to action to two thousand people, through a strict platform on a bad day, with the power cut in the middle.

Nobody is lost, nobody gets it twice without being told that it is a repeat, and the report adds up: judged by the
platform's own log, which is the truth about what arrived.
"""

import asyncio
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
from sqlalchemy import Connection

from flows.wording import plain
from storage.db import open_database
from storage.people import add_person, set_person
from storage.seals import Keys
from storage.workspaces import MEMBER, join_workspace
from tests.bot.running_bot import TOKEN, RunningBot
from tests.conversations.walker import Walker
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_chats import Chat
from tests.fakes.telegram_phone import Message, Phone

PEOPLE = 2_000
FAST = {"TELEGRAM_RATE": "400", "TELEGRAM_CHAT_RATE": "100/1s:100", "CLOCK": "manual:2026-11-22T10:00+02:00"}
COALITION = "Buses for all"
WORDS = "מחר ב־9:00 הוועדה מצביעה. צריך אותנו שם."
JOINED = datetime(2026, 11, 20, 8, tzinfo=UTC)

BLOCKED, DEACTIVATED = range(0, 40), range(40, 55)
THROTTLED = range(100, 130)
DROPPED_AFTER, DROPPED_BEFORE, HTML, GARBLED = range(200, 225), range(300, 310), range(400, 410), range(500, 505)
"""Whom something happens to, by their number among the members."""

KILL_AFTER = 900


async def test_two_thousand_people_are_called_on_a_bad_day_and_the_report_adds_up(tmp_path: Path) -> None:
    async with FakeTelegram(TOKEN) as telegram, RunningBot(tmp_path, telegram, **FAST) as bot:
        noa, amal, members = await stand_ready(telegram, bot)
        await bring_trouble(telegram, members)
        await compose(noa)
        await approve(amal)
        await kill_in_the_middle(telegram, bot)
        await bot.move_clock({"by": "PT1H"})
        ends = by_state(bot)
        assert sum(ends.values()) == PEOPLE + 2
        assert ends.keys() <= {"accepted", "refused", "unknown"}
        judge(telegram, bot, members)

        await noa.phone.wait_for(lambda chat: progress(noa, ends) is not None, 30)
        shown = progress(noa, ends)
        assert shown is not None
        noa.about_to_act()
        await noa.phone.press(noa.words("choice-call-resend", count=ends["unknown"]), shown.id)
        await noa.told("call-sent-again", count=ends["unknown"])
        await bot.move_clock({"by": "PT1M"})
        everybody_has_it_and_every_second_copy_says_so(telegram, members)
        assert set(by_state(bot)) == {"accepted", "refused"}
        assert sum(by_state(bot).values()) == PEOPLE + 2
        assert await bot.stop() == 0
        assert telegram.faults == []
        assert WORDS not in bot.printed, "words of people never stand in the log"


# --- before ---------------------------------------------------------------------------------------------------------


async def stand_ready(telegram: FakeTelegram, bot: RunningBot) -> tuple[Walker, Walker, list[Phone]]:
    """Noa has founded a coalition, Amal coordinates with her, and two thousand others are in it."""
    await bot.start()
    noa = Walker(await telegram.person("Noa"), "he", "נועה")
    await noa.reaches_the_menu()
    await noa.founds(COALITION)
    await noa.press("intro_next.choice-later")
    payload, _ = await noa.invites()
    amal = Walker(await telegram.person("Amal"), "en", "Amal")
    await amal.arrives(payload)
    await amal.answers("join_confirm", "yes", coalition=COALITION)
    await amal.asked("main_menu")
    await bot.stop()
    members = [await telegram.person(f"Member {number}") for number in range(PEOPLE)]
    for phone in members:
        assert isinstance(phone, Chat)
        phone.reachable = True
    await seed(bot, members)
    await bot.start()
    return noa, amal, members


async def seed(bot: RunningBot, members: list[Phone]) -> None:
    """Members, straight through the shelves, and Amal as a second coordinator."""
    keys = Keys.load(bot.folder / "data" / "key")
    database = await open_database(f"sqlite:///{bot.database}")
    [(workspace,)] = bot.rows("SELECT id FROM workspaces")

    def add(conn: Connection) -> None:
        conn.exec_driver_sql("UPDATE memberships SET role = 'coordinator'")
        for phone in members:
            address = add_person(conn, keys, "telegram", str(phone.id), JOINED)
            set_person(conn, address.person, language="he", consented_at=JOINED)
            join_workspace(conn, workspace, address.person, MEMBER, JOINED)

    await database.run(add)
    await database.close()


async def bring_trouble(telegram: FakeTelegram, members: list[Phone]) -> None:
    for number in BLOCKED:
        members[number].seen.blocked = True
    for number in DEACTIVATED:
        chat = members[number]
        assert isinstance(chat, Chat)
        chat.deactivated = True
    for number in THROTTLED:
        await telegram.throttle(members[number].id, retry_after=1)
    for number in DROPPED_AFTER:
        await telegram.drop_after(chat=members[number].id)
    for number in DROPPED_BEFORE:
        await telegram.drop_before(chat=members[number].id)
    for number in HTML:
        await telegram.server_error(chat=members[number].id, delivered=number % 2 == 0)
    for number in GARBLED:
        await telegram.garbled(chat=members[number].id)
    await telegram.watch_rates(per_bot=500)


# --- the call -------------------------------------------------------------------------------------------------------


async def compose(noa: Walker) -> None:
    """From the menu to asking for approval."""
    await noa.say("תפריט")
    await noa.asked("main_menu")
    await noa.press("main_menu.choice-call")
    await noa.asked("bc_purpose")
    await noa.press("call-purpose.action")
    await noa.asked("bc_audience")
    await noa.press_label(noa.words("audience-all", count=PEOPLE + 2))
    await noa.asked("bc_text", count=PEOPLE + 2)
    await noa.say(WORDS)
    await noa.asked("bc_text_en")
    await noa.press("bc_text_en.choice-without")
    await noa.asked("bc_picture")
    await noa.press("bc_picture.choice-without")
    await noa.asked("bc_when")
    await noa.press("call-time.now")
    await noa.asked("bc_preview")
    assert noa.was_told("reach-people", count=PEOPLE + 2)
    await noa.press("bc_preview.choice-ask")
    await noa.told("call-asked", count=1)


async def approve(amal: Walker) -> None:
    await amal.phone.wait_for(lambda chat: amal.words("choice-call-approve") in chat.last.labels, 20)
    await amal.press("choice-call-approve")
    await amal.asked("br_name", count=PEOPLE + 2, short="Buses")
    await amal.say("buses")
    await amal.told("call-stands.soon", count=PEOPLE + 2)


async def kill_in_the_middle(telegram: FakeTelegram, bot: RunningBot) -> None:
    """The time to take it back passes, messages go out, and the machine dies."""
    before = len(telegram.calls("sendMessage"))
    moving = asyncio.create_task(bot.move_clock({"by": "PT30S"}))
    await telegram.wait_for_calls(before + KILL_AFTER, "sendMessage", timeout=60)
    await bot.kill()
    with suppress(aiohttp.ClientError):
        await moving
    bot.settings["CLOCK"] = "manual:2026-11-22T10:05+02:00"
    await bot.start()


# --- the judge ------------------------------------------------------------------------------------------------------


def by_state(bot: RunningBot) -> Counter[str]:
    """How it stands for each person, by the last message of the call that was for them."""
    last = "key NOT IN (SELECT repeats FROM outbox WHERE about LIKE 'broadcast:%' AND repeats IS NOT NULL)"
    rows = bot.rows(f"SELECT state FROM outbox WHERE about LIKE 'broadcast:%' AND {last}")  # noqa: S608
    return Counter(state for (state,) in rows)


def copies(telegram: FakeTelegram, phone: Phone) -> list[str]:
    """What arrived of the call on this phone, by the platform's own log; previews and requests go to two others."""
    calls = telegram.calls("sendMessage", phone.id)
    return [str(call.params["text"]) for call in calls if call.delivered and WORDS in str(call.params["text"])]


def judge(telegram: FakeTelegram, bot: RunningBot, members: list[Phone]) -> None:
    """Nobody has two copies; whoever has none is known as refused or uncertain; the counts are the platform's."""
    ends, got = by_state(bot), [len(copies(telegram, phone)) for phone in members]
    assert max(got) == 1, "a silent double"
    missing = {number for number, count in enumerate(got) if count == 0}
    refused = {*BLOCKED, *DEACTIVATED}
    assert ends["refused"] == len(refused)
    assert refused <= missing
    assert len(missing - refused) <= ends["unknown"], "lost, and nobody knows"
    assert ends["accepted"] <= sum(got) + 2
    assert ends["unknown"] >= len(DROPPED_AFTER) + len(HTML) + len(GARBLED)


def progress(noa: Walker, ends: Counter[str]) -> Message | None:
    """The one message that shows how it goes, if it says just this."""
    ended = {"accepted": "accepted", "refused": "refused", "uncertain": "unknown"}
    lines = [noa.words(f"call-end.{name}", count=ends[state]) for name, state in ended.items()]
    label = noa.words("choice-call-resend", count=ends["unknown"])
    saying = (m for m in noa.phone.messages if label in m.labels and all(line in plain(m.text) for line in lines))
    return next(saying, None)


def everybody_has_it_and_every_second_copy_says_so(telegram: FakeTelegram, members: list[Phone]) -> None:
    repeat = "נשלח שוב"
    for number, phone in enumerate(members):
        arrived = copies(telegram, phone)
        if number in BLOCKED or number in DEACTIVATED:
            assert arrived == []
            continue
        assert 1 <= len(arrived) <= 2, number
        assert all(text.startswith(repeat) for text in arrived[1:]), number
