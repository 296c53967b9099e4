"""Holds what a check-in promises, from outside: five hundred are asked at once, whatever else goes on.

The real command talks to a strict Telegram with real limits. Five thousand messages of another coalition are queued,
some people have blocked the bot, some chats are told to wait, some answers of the platform are lost, and the process
is killed in the middle.
"""

import asyncio
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from sqlalchemy import Connection

from flows.effects import Say
from flows.model import Phrase, Verbatim
from flows.wording import Voice, plain
from storage.answers import keep_answer
from storage.coding import say_json
from storage.db import open_database
from storage.deliveries import cancel_about
from storage.outbox import Draft, Lane, MessageClass, put_all
from storage.people import Address, add_person, record_consent, set_person
from storage.seals import Keys
from storage.workspaces import COORDINATOR, MEMBER, found_workspace, join_workspace
from tests.bot.running_bot import TOKEN, RunningBot, assert_nothing_was_amiss
from tests.conversations.walker import texts
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_world import Call
from tests.storage.rows import named

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
CLOCK = "manual:2026-11-22T08:00+02:00"
RATE = 25
ASKED, BLOCKED, THROTTLED, LOST = 500, 12, 10, 4
QUESTION = "מה שלומך עכשיו"
EARLY = 40
"""So many answer while the others are still asked."""
BULK, BULK_PEOPLE = 5_000, 100
HEBREW = Voice("he", "plural")


@dataclass(slots=True)
class City:
    """Everybody with a phone: who asks, who is asked, and somebody of another coalition who writes meanwhile."""

    lead: Phone
    second: Phone
    members: list[Phone]
    stranger: Phone

    @property
    def asked(self) -> set[int]:
        """Everybody but the one who asks."""
        return {self.second.id, *(phone.id for phone in self.members)}


async def test_a_check_in_reaches_five_hundred_people_whatever_else_goes_on(tmp_path: Path) -> None:
    async with FakeTelegram(TOKEN) as telegram, RunningBot(tmp_path, telegram, CLOCK=CLOCK) as bot:
        city = await peopled(telegram, bot, ASKED - 1, BULK)
        await telegram.watch_rates()
        await troubled(telegram, city)
        await bot.start()
        await until(telegram, lambda: len(bulk_in(telegram.log)) > 20)
        pressed = await asks(city)
        asked = city.asked
        await until(telegram, lambda: len(tried(telegram, asked)) > ASKED // 4)
        killed = time.monotonic()
        await bot.kill()
        await bot.start()
        away = time.monotonic() - killed
        await until(telegram, lambda: len(tried(telegram, asked)) > ASKED // 2)
        early = city.members[BLOCKED + THROTTLED :][:EARLY]
        for phone in early:
            await press(phone, "ci_ok.choice-ok")
        waited = await answers_somebody_else(city.stranger)
        await until(telegram, lambda: len(tried(telegram, asked)) == ASKED)
        print(f"\n{ASKED} people tried in {time.monotonic() - pressed:.1f} s (rate {RATE}: {ASKED / RATE:.0f} s),")
        print(
            f"{away:.1f} s of it between a kill and the start after it; somebody else was answered in {waited:.2f} s"
        )
        await until(telegram, lambda: settled(bot))
        held_back_nothing_for_bulk(telegram, asked)
        repeated_at_most_once_and_marked(telegram, city)
        assert nothing_but_a_busy_machine(telegram)
        assert await bot.stop() == 0
        await answered_to_the_end(telegram, bot, city)
        telegram.world.faults.clear()
        assert_nothing_was_amiss(telegram, bot)


async def test_a_false_alarm_leaves_nobody_believing_it(tmp_path: Path) -> None:
    """Called off while half of it is still on its way: who got it gets the end after it, and nobody gets it later."""
    async with FakeTelegram(TOKEN) as telegram, RunningBot(tmp_path, telegram, CLOCK=CLOCK) as bot:
        city = await peopled(telegram, bot, 120, 0)
        for phone in city.members[:3]:
            await telegram.throttle(phone.id, retry_after=3, method="sendMessage")
        await bot.start()
        await presses(city.lead, "main_menu.choice-care", "cq_menu.choice-alarm", "sw_sure.choice-start")
        await press(city.second, "choice-approve-alarm")
        alarm = words("alarm-started", coalition="")[:9]
        asked = city.asked
        await until(telegram, lambda: len({c.chat for c in sent(telegram, asked) if alarm in text(c)}) > 40)
        await presses(city.lead, "main_menu.choice-care", "cq_menu.choice-end", "se_how.choice-mistaken")
        await until(telegram, lambda: no_row_waits(bot))
        false = words("alarm-false", coalition="")[:12]
        heard, called_off = Counter[int](), Counter[int]()
        for call in sent(telegram, asked):
            assert call.chat is not None
            if false in text(call):
                called_off[call.chat] += 1
            elif alarm in text(call):
                assert not called_off[call.chat], "the alarm came after it was called off"
                heard[call.chat] += 1
        print(f"\n{len(heard)} of {len(asked)} heard the alarm, and each of them that it was false")
        assert 40 < len(heard) < len(asked)
        assert heard.keys() == called_off.keys()
        assert set(called_off.values()) == {1}
        assert nothing_but_a_busy_machine(telegram)


# -- who is there --------------------------------------------------------------------------------------------------


async def peopled(telegram: FakeTelegram, bot: RunningBot, members: int, bulk: int) -> City:
    """A coalition, and another one with very many messages on their way; written where the bot will find it."""
    lead, second = await telegram.person("Neta"), await telegram.person("Omer")
    stranger = await telegram.person("Dana")
    asked = [await telegram.person(f"Member {n}") for n in range(members)]
    others = [await telegram.person(f"Other {n}") for n in range(BULK_PEOPLE if bulk else 1)]
    for phone in (lead, second, stranger, *asked, *others):
        await phone.start()
    telegram.world.updates.drop_all()
    bot.database.parent.mkdir()
    words("main_menu")  # reading all texts takes a second, in which the platform would stand still
    keys = Keys.load(bot.folder / "data" / "key")
    database = await open_database(f"sqlite:///{bot.database}")
    await database.migrate()
    ours = await database.run(joined, keys, named("ours"), "אוטובוס לכולן", (lead, second), asked)
    theirs = await database.run(joined, keys, named("theirs"), "Other", (stranger,), others)
    assert len(ours) == members
    await database.run(put_all, bulk_to(theirs, bulk), NOW)
    await database.close()
    return City(lead, second, asked, stranger)


def joined(
    conn: Connection, keys: Keys, workspace: str, name: str, leads: Iterable[Phone], members: Iterable[Phone]
) -> list[Address]:
    """A coalition with its people, as if each had come in by themselves."""
    addresses = [_welcomed(conn, keys, phone) for phone in leads]
    found_workspace(conn, workspace, "coalition", addresses[0].person, NOW)
    keep_answer(conn, workspace, "coalition", "", "name", name, addresses[0].person, NOW)
    for lead in addresses[1:]:
        join_workspace(conn, workspace, lead.person, COORDINATOR, NOW)
    others = [_welcomed(conn, keys, phone) for phone in members]
    for one in others:
        join_workspace(conn, workspace, one.person, MEMBER, NOW)
    for one in (*addresses, *others):
        set_person(conn, one.person, active_workspace_id=workspace)
    return others


def _welcomed(conn: Connection, keys: Keys, phone: Phone) -> Address:
    address = add_person(conn, keys, "telegram", str(phone.id), NOW)
    record_consent(conn, address.person, "use", "1", NOW)
    set_person(conn, address.person, language="he", address_form="plural", display_name=f"p{phone.id}")
    return address


def bulk_to(people: list[Address], count: int) -> list[Draft]:
    said = [say_json(Say((Verbatim(f"bulk {n}"),))) for n in range(count)]
    to = [people[n % len(people)] for n in range(count)]
    return [
        Draft(
            named(f"b{n}"), one.person, one.id, one.channel, MessageClass.BULK, Lane.BULK,
            {"say": said[n]}, named("theirs"), about="broadcast:x",
        )
        for n, one in enumerate(to)
    ]  # fmt: skip


async def troubled(telegram: FakeTelegram, city: City) -> None:
    """Some have blocked the bot, some chats are told to wait, some answers get lost."""
    for phone in city.members[:BLOCKED]:
        await telegram.blocked(phone.id)
    for phone in city.members[BLOCKED :: ASKED // THROTTLED][:THROTTLED]:
        await telegram.throttle(phone.id, retry_after=2, method="sendMessage")
    for phone in city.members[-LOST:]:
        await telegram.drop_after("sendMessage", phone.id)


# -- doing ---------------------------------------------------------------------------------------------------------


@cache
def words(key: str, **fills: str) -> str:
    return plain(texts().say(Phrase(key, fills), HEBREW))


async def press(phone: Phone, key: str) -> None:
    """Press the newest button with this label, once it is there."""
    label = words(key)
    await phone.wait_for(lambda chat: any(label in message.labels for message in chat.messages), 60)
    message = next(m for m in reversed(phone.messages) if label in m.labels)
    await phone.press(label, message.id)


async def presses(phone: Phone, *keys: str) -> None:
    await phone.say("/menu")
    for key in keys:
        await press(phone, key)


async def asks(city: City) -> float:
    """Two taps; the moment of the second, in seconds."""
    await presses(city.lead, "main_menu.choice-care")
    await city.lead.wait_for(lambda chat: words("cq_menu.choice-send") in chat.last.labels, 60)
    pressed = time.monotonic()
    await press(city.lead, "cq_menu.choice-send")
    return pressed


async def answers_somebody_else(stranger: Phone) -> float:
    """How many seconds somebody waits who has nothing to do with it."""
    started = time.monotonic()
    await stranger.say("/menu")
    await stranger.wait_for(lambda chat: words("main_menu.choice-docs") in chat.last.labels, 60)
    return time.monotonic() - started


async def answered_to_the_end(telegram: FakeTelegram, bot: RunningBot, city: City) -> None:
    """Pressed, typed and late answers are counted; the silent are named until somebody is on it."""
    await telegram.watch_rates(per_second=1_000, burst=100_000, per_bot=100_000)
    await without_bulk(bot)
    bot.settings |= {"TELEGRAM_RATE": "1000", "TELEGRAM_CHAT_RATE": "100/1s:1000"}
    await bot.start()
    reached = city.members[BLOCKED:]
    fine, typed, helped, late = reached[:430], reached[430:470], reached[470:475], reached[475]
    left = [phone for phone in fine if phone not in city.members[BLOCKED + THROTTLED :][:EARLY]]
    await asyncio.gather(*(press(phone, "ci_ok.choice-ok") for phone in left))
    for phone, word in zip(typed, ["בסדר", "safe", "بخير", "1"] * 10, strict=True):
        await phone.say(word)
    for phone in helped:
        await phone.say("צריך עזרה")
    await stands(city.lead, ok=470, help=5, silent=ASKED - BLOCKED - 475, unreached=BLOCKED)
    for _ in range(6):
        await bot.move_clock({"by": "PT10M"})
    await city.second.wait_for(lambda chat: any("כדאי להתקשר" in m.text for m in chat.messages), 60)
    again = Counter(c.chat for c in telegram.log if words("checkin-again") in text(c) and c.answer == "ok")
    assert set(again) == {city.second.id, *(phone.id for phone in reached[475:])}
    assert set(again.values()) == {3}
    await press_under(city.second, "כדאי להתקשר", "choice-on-it")
    await city.lead.wait_for(lambda chat: any("על זה" in m.text and "לא ענו" in m.text for m in chat.messages), 60)
    before = calls_for_care(city)
    for _ in range(3):
        await bot.move_clock({"by": "PT10M"})
    assert calls_for_care(city) == before
    await press(late, "ci_ok.choice-unsure")
    await stands(city.lead, ok=470, help=5, unsure=1, silent=ASKED - BLOCKED - 476, unreached=BLOCKED)
    assert await bot.stop() == 0


async def press_under(phone: Phone, part: str, key: str) -> None:
    message = next(m for m in reversed(phone.messages) if part in m.text and words(key) in m.labels)
    await phone.press(words(key), message.id)


async def without_bulk(bot: RunningBot) -> None:
    """The other coalition's messages are out of the way: what follows is about answers."""
    database = await open_database(f"sqlite:///{bot.database}")
    await database.run(cancel_about, named("theirs"), "broadcast:x", NOW)
    await database.close()


# -- seeing --------------------------------------------------------------------------------------------------------


async def until(telegram: FakeTelegram, happened: Callable[[], bool]) -> None:
    """Wait for the platform's log, a call at a time."""
    async with asyncio.timeout(120):
        while not happened():
            await telegram.wait_for_calls(len(telegram.log) + 1)


def text(call: Call) -> str:
    return plain(str(call.params.get("text", "")))


def sent(telegram: FakeTelegram, chats: set[int]) -> list[Call]:
    """What reached these people, in order."""
    return [c for c in telegram.log if c.method == "sendMessage" and c.chat in chats and c.message_id is not None]


def tried(telegram: FakeTelegram, asked: set[int]) -> set[int | None]:
    return {c.chat for c in telegram.log if c.chat in asked and c.method == "sendMessage" and is_question(c)}


def is_question(call: Call) -> bool:
    """Without taking marks out of each text: the platform answers in this very process, and must not stand still."""
    return QUESTION in str(call.params.get("text", ""))


def bulk_in(log: Iterable[Call]) -> list[Call]:
    return [call for call in log if "bulk" in str(call.params.get("text", ""))]


def settled(bot: RunningBot) -> bool:
    """No crisis message waits any more."""
    waits = "SELECT count(*) FROM outbox WHERE message_class = 'c2' AND state IN ('queued','sending')"
    return int(bot.value(waits)) == 0


def no_row_waits(bot: RunningBot) -> bool:
    return int(bot.value("SELECT count(*) FROM outbox WHERE state IN ('queued','sending')")) == 0


def nothing_but_a_busy_machine(telegram: FakeTelegram) -> bool:
    """Where a disk stands still for a moment, what left evenly arrives together, is told to wait, and obeys."""
    return {fault.code for fault in telegram.faults} <= {"over_rate"}


def held_back_nothing_for_bulk(telegram: FakeTelegram, asked: set[int]) -> None:
    """While crises wait, nothing of the broadcast goes but what was on its way."""
    crisis = [c.number for c in telegram.log if c.chat in asked and is_question(c)]
    first, most = crisis[0], crisis[int(len(crisis) * 0.9)]
    between = [call for call in bulk_in(telegram.log) if first < call.number < most]
    assert len(between) <= 4, f"{len(between)} of the broadcast went ahead of a crisis"


def repeated_at_most_once_and_marked(telegram: FakeTelegram, city: City) -> None:
    """A second copy names the first; nobody gets a third."""
    mark = words("crisis-mark-repeat", number="").split(".")[0][:12]
    for phone in city.members:
        copies = [text(c) for c in sent(telegram, {phone.id}) if is_question(c)]
        assert len(copies) <= 2
        assert sum(copy.startswith(mark) for copy in copies[1:]) == len(copies) - 1 or not copies


async def stands(lead: Phone, **counts: int) -> None:
    """Wait until the message that edits itself says this; the five add up to everybody."""
    wanted = {"ok": 0, "help": 0, "unsure": 0, "silent": 0, "unreached": 0} | counts
    assert sum(wanted.values()) == ASKED
    await lead.wait_for(lambda chat: rolled_up(chat) == [*wanted.values(), ASKED], 60)


def rolled_up(chat: Phone) -> list[int]:
    shown = [m for m in chat.messages if "יחד:" in m.text]
    return [int(n) for n in re.findall(r": \u2068?(\d+)\u2069?$", shown[-1].text, re.MULTILINE)][:6] if shown else []


def calls_for_care(city: City) -> int:
    return sum("כדאי להתקשר" in m.text for phone in (city.lead, city.second) for m in phone.messages)
