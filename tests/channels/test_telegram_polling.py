"""An update may be forgotten by Telegram only when it is durable here: that is tried with every way it can fail."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio
from structlog.testing import capture_logs

from bot.channels.telegram import Telegram
from bot.channels.telegram_account import Account, Webhook, introduce
from bot.channels.telegram_polling import Polling, PollingState
from bot.channels.telegram_request import CallFailed
from bot.channels.telegram_updates import ALLOWED_UPDATES
from handlers.messages import Incoming
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_phone import Phone

PATIENCE = 5.0  # seconds until a test gives up; nothing takes nearly as long
COMMANDS = {"he": {"menu": "תפריט", "help": "עזרה"}, "ar": {"menu": "القائمة"}, "en": {"menu": "Menu"}}


class Now:
    """A clock that stands still but for the seconds machines wait by."""

    seconds = 100.0

    def now(self) -> datetime:
        return datetime(2026, 11, 22, 8, 0, tzinfo=UTC)

    def monotonic(self) -> float:
        return self.seconds


class Inbox:
    """Takes what arrives, or refuses it as long as `refused` names its text."""

    def __init__(self) -> None:
        self.taken: list[Incoming] = []
        self.offered: list[str | None] = []
        self.refused: set[str] = set()
        self.changed = asyncio.Condition()

    async def __call__(self, incoming: Incoming) -> bool:
        self.offered.append(incoming.text)
        durable = incoming.text not in self.refused
        if durable:
            self.taken.append(incoming)
        async with self.changed:
            self.changed.notify_all()
        return durable

    def texts(self, phone: Phone | None = None) -> list[str | None]:
        return [one.text for one in self.taken if phone is None or one.address == str(phone.id)]

    async def until(self, count: int) -> None:
        async with asyncio.timeout(PATIENCE), self.changed:
            await self.changed.wait_for(lambda: len(self.taken) >= count)


class Pauses:
    """Nobody sleeps in tests: each pause says how long it would be and ends when it is let go."""

    def __init__(self) -> None:
        self.asked: asyncio.Queue[float] = asyncio.Queue()
        self.go = asyncio.Semaphore(0)

    async def __call__(self, seconds: float) -> None:
        await self.asked.put(seconds)
        await self.go.acquire()

    async def begun(self) -> float:
        return await asyncio.wait_for(self.asked.get(), PATIENCE)

    async def passed(self) -> float:
        seconds = await self.begun()
        self.go.release()
        return seconds


@pytest_asyncio.fixture(name="fake")
async def a_fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as fake:
        yield fake


@pytest_asyncio.fixture(name="noa")
async def a_noa(fake: FakeTelegram) -> Phone:
    return await fake.person("נועה")


@pytest.fixture(name="inbox")
def an_inbox() -> Inbox:
    return Inbox()


@pytest.fixture(name="pauses")
def some_pauses() -> Pauses:
    return Pauses()


@asynccontextmanager
async def polling(
    fake: FakeTelegram,
    receive: Callable[[Incoming], Awaitable[bool]],
    pauses: Pauses | None = None,
    token: str | None = None,
    long_poll: int = 50,
) -> AsyncIterator[Polling]:
    """Polls until the block ends, then stops in the middle of a long poll."""
    stop = asyncio.Event()
    async with Telegram(token or fake.token, api_root=fake.root) as telegram:
        loop = Polling(telegram, receive, Now(), long_poll=long_poll, pause=pauses or Pauses())
        running = asyncio.create_task(loop.poll(stop))
        try:
            yield loop
        finally:
            stop.set()
            await asyncio.wait_for(running, PATIENCE)
    assert loop.state.reasons == ("telegram_stopped",)


def asked(fake: FakeTelegram, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(call.params.get(name) for name in names) for call in fake.calls("getUpdates")]


# --- all is well ------------------------------------------------------------------------------------------


async def test_what_people_write_arrives_and_is_confirmed(fake: FakeTelegram, noa: Phone, inbox: Inbox) -> None:
    async with polling(fake, inbox):
        await noa.start("j_abc")
        await noa.say("שלום")
        await fake.wait_for_updates_taken()
    assert [(one.start, one.text) for one in inbox.taken] == [("j_abc", None), (None, "שלום")]
    assert fake.faults == []


async def test_only_the_kinds_we_read_are_asked_for(fake: FakeTelegram, inbox: Inbox) -> None:
    async with polling(fake, inbox):
        await fake.wait_for_calls(1, "getUpdates")
    assert asked(fake, "allowed_updates")[0] == (list(ALLOWED_UPDATES),)


async def test_it_is_ready_before_anybody_writes(fake: FakeTelegram, inbox: Inbox) -> None:
    async with polling(fake, inbox) as loop:
        assert loop.state == PollingState(("telegram_not_reached",), None)
        await fake.wait_for_calls(2, "getUpdates")
        assert loop.state == PollingState((), Now.seconds)
        assert loop.state.ready
    assert asked(fake, "timeout") == [(0,), (50,)]


async def test_hundreds_of_updates_arrive_whole_and_in_order(fake: FakeTelegram, noa: Phone, inbox: Inbox) -> None:
    omar = await fake.person("Omar")
    await fake.hold_updates()
    for number in range(150):
        await noa.say(f"נ{number}")
        await omar.say(f"o{number}")
    async with polling(fake, inbox):
        await fake.release_updates()
        await fake.wait_for_updates_taken()
    assert inbox.texts(noa) == [f"נ{number}" for number in range(150)]
    assert inbox.texts(omar) == [f"o{number}" for number in range(150)]
    assert len({one.event_id for one in inbox.taken}) == 300


async def test_people_do_not_wait_for_each_other(fake: FakeTelegram, noa: Phone) -> None:
    omar = await fake.person("Omar")
    omar_came, order = asyncio.Event(), []

    async def receive(incoming: Incoming) -> bool:
        if incoming.address == str(omar.id):
            omar_came.set()
        elif incoming.text == "1":
            await asyncio.wait_for(omar_came.wait(), PATIENCE)
        order.append(incoming.text)
        return True

    await noa.say("1")
    await noa.say("2")
    await omar.say("o")
    async with polling(fake, receive):
        await fake.wait_for_updates_taken()
    assert order == ["o", "1", "2"]


async def test_an_update_that_says_nothing_is_confirmed_all_the_same(
    fake: FakeTelegram, noa: Phone, inbox: Inbox
) -> None:
    await noa.act("send", by=None, content={"pinned_message": {"message_id": 1}})
    async with polling(fake, inbox):
        await fake.wait_for_updates_taken()
    assert inbox.taken == []


async def test_with_nothing_to_confirm_no_offset_is_given(fake: FakeTelegram, noa: Phone, inbox: Inbox) -> None:
    """After a quiet week ids begin anew, perhaps below all that were: an old offset would hide them."""
    await noa.say("א")
    async with polling(fake, inbox, long_poll=0):
        await fake.wait_for_calls(3, "getUpdates")
    first = int(inbox.taken[0].event_id)
    assert asked(fake, "offset")[:3] == [(None,), (first + 1,), (None,)]


# --- not durable ------------------------------------------------------------------------------------------


async def test_what_did_not_become_durable_comes_again_after_a_pause(
    fake: FakeTelegram, noa: Phone, inbox: Inbox, pauses: Pauses
) -> None:
    await noa.say("א")
    inbox.refused = {"א"}
    async with polling(fake, inbox, pauses) as loop:
        assert await pauses.begun() == 1.0
        assert loop.state.reasons == ("telegram_turns_not_durable",)
        inbox.refused.clear()
        pauses.go.release()
        await fake.wait_for_updates_taken()
        await fake.wait_for_calls(3, "getUpdates")
        assert loop.state.ready
    assert inbox.texts() == ["א"]


async def test_one_chat_in_trouble_keeps_its_order_and_repeats_nobody_elses(
    fake: FakeTelegram, noa: Phone, inbox: Inbox, pauses: Pauses
) -> None:
    omar = await fake.person("Omar")
    for phone, text in ((omar, "o1"), (noa, "1"), (noa, "2"), (omar, "o2"), (noa, "3")):
        await phone.say(text)
    inbox.refused = {"2"}
    async with polling(fake, inbox, pauses):
        await pauses.begun()
        assert sorted(map(str, inbox.texts())) == ["1", "o1", "o2"]
        await omar.say("o3")
        pauses.go.release()
        await pauses.begun()
        inbox.refused.clear()
        pauses.go.release()
        await fake.wait_for_updates_taken()
    assert inbox.texts(noa) == ["1", "2", "3"]
    assert inbox.texts(omar) == ["o1", "o2", "o3"]
    assert inbox.offered.count("2") == 3


async def test_a_turn_that_raises_is_not_durable_and_tells_the_log_no_words(
    fake: FakeTelegram, noa: Phone, pauses: Pauses
) -> None:
    async def receive(incoming: Incoming) -> bool:
        raise ValueError(incoming.text)

    await noa.say("סוד")
    with capture_logs() as lines:
        async with polling(fake, receive, pauses):
            assert await pauses.begun() == 1.0
    assert {"event": "telegram_turn_failed", "error": "ValueError", "log_level": "error"} in lines
    assert "סוד" not in repr(lines)
    assert not fake.world.updates.all_taken


async def test_whatever_was_not_confirmed_comes_again_at_the_next_start(
    fake: FakeTelegram, noa: Phone, inbox: Inbox, pauses: Pauses
) -> None:
    await noa.say("א")
    inbox.refused = {"א"}
    async with polling(fake, inbox, pauses):
        await pauses.begun()
    inbox.refused.clear()
    async with polling(fake, inbox):
        await fake.wait_for_updates_taken()
    assert inbox.texts() == ["א"]


async def test_stopping_in_the_middle_of_a_turn_confirms_nothing(
    fake: FakeTelegram, noa: Phone, inbox: Inbox
) -> None:
    begun = asyncio.Event()

    async def never_ends(_: Incoming) -> bool:
        begun.set()
        return await asyncio.Future()

    await noa.say("א")
    async with polling(fake, never_ends):
        await asyncio.wait_for(begun.wait(), PATIENCE)
    async with polling(fake, inbox):
        await fake.wait_for_updates_taken()
    assert inbox.texts() == ["א"]


async def test_an_update_given_twice_keeps_its_key(fake: FakeTelegram, noa: Phone, inbox: Inbox) -> None:
    await fake.duplicate_updates(1)
    async with polling(fake, inbox):
        await noa.say("א")
        await inbox.until(2)
        await fake.wait_for_updates_taken()
    assert len({one.event_id for one in inbox.taken}) == 1


# --- trouble on the way -----------------------------------------------------------------------------------


async def test_a_lost_line_is_tried_ever_more_rarely_and_from_the_start_when_it_was_well_again(
    fake: FakeTelegram, noa: Phone, inbox: Inbox, pauses: Pauses
) -> None:
    await fake.drop_before("getUpdates", times=7)
    async with polling(fake, inbox, pauses) as loop:
        assert await pauses.passed() == 1.0
        assert loop.state.reasons == ("telegram_connection_lost",)
        assert [await pauses.passed() for _ in range(6)] == [2.0, 4.0, 8.0, 16.0, 30.0, 30.0]
        await noa.say("א")
        await fake.wait_for_updates_taken()
        await fake.server_error("getUpdates")
        await noa.say("ב")
        assert await pauses.passed() == 1.0
        await fake.wait_for_updates_taken()
    assert inbox.texts() == ["א", "ב"]


@pytest.mark.parametrize("spoil", ["drop_after", "garbled", "server_error"])
async def test_an_answer_lost_on_the_way_loses_no_update(
    fake: FakeTelegram, noa: Phone, inbox: Inbox, pauses: Pauses, spoil: str
) -> None:
    await noa.say("א")
    await getattr(fake, spoil)("getUpdates")
    async with polling(fake, inbox, pauses):
        await pauses.passed()
        await fake.wait_for_updates_taken()
    assert inbox.texts() == ["א"]


async def test_being_told_to_wait_is_obeyed(fake: FakeTelegram, inbox: Inbox, pauses: Pauses) -> None:
    await fake.throttle(retry_after=17, method="getUpdates")
    async with polling(fake, inbox, pauses) as loop:
        assert await pauses.begun() == 17.0
        assert loop.state.reasons == ("telegram_throttled",)


async def test_another_poller_is_one_line_in_the_log(fake: FakeTelegram, inbox: Inbox, pauses: Pauses) -> None:
    await fake.refuse(409, "Conflict: terminated by other getUpdates request", "getUpdates", times=3)
    with capture_logs() as lines:
        async with polling(fake, inbox, pauses) as loop:
            assert [await pauses.passed() for _ in range(2)] == [1.0, 2.0]
            assert loop.state.reasons == ("telegram_conflict",)
            await pauses.passed()
            await fake.wait_for_calls(5, "getUpdates")
    assert [line["reasons"] for line in lines] == [("telegram_conflict",), ("ready",), ("telegram_stopped",)]


async def test_a_refused_token_is_told_to_health(fake: FakeTelegram, inbox: Inbox, pauses: Pauses) -> None:
    async with polling(fake, inbox, pauses, token="8090:revoked") as loop:
        assert await pauses.begun() == 30.0
        assert (loop.state.ready, loop.state.reasons) == (False, ("telegram_token_refused",))


async def test_a_fault_of_our_own_is_not_swallowed(fake: FakeTelegram, inbox: Inbox) -> None:
    async def broken(_: float) -> None:
        raise ZeroDivisionError

    await fake.drop_before("getUpdates")
    async with Telegram(fake.token, api_root=fake.root) as telegram:
        loop = Polling(telegram, inbox, Now(), pause=broken)
        with pytest.raises(ZeroDivisionError):
            await asyncio.wait_for(loop.poll(asyncio.Event()), PATIENCE)


async def test_whoever_cancels_the_loop_ends_it(fake: FakeTelegram, inbox: Inbox) -> None:
    async with Telegram(fake.token, api_root=fake.root) as telegram:
        running = asyncio.create_task(Polling(telegram, inbox, Now()).poll(asyncio.Event()))
        await fake.wait_for_calls(2, "getUpdates")
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(running, PATIENCE)


# --- groups -----------------------------------------------------------------------------------------------


async def test_a_group_is_left_without_a_word(fake: FakeTelegram, noa: Phone, inbox: Inbox) -> None:
    group = await fake.group(noa)
    async with polling(fake, inbox):
        await group.add_bot()
        await fake.wait_for_updates_taken()
        await fake.wait_for_calls(1, "leaveChat", group.id)
    assert inbox.taken == []
    assert [message for message in group.messages if message.from_bot] == []
    assert {call.method for call in fake.log} == {"getUpdates", "leaveChat"}
    assert fake.faults == []


# --- the account ------------------------------------------------------------------------------------------


async def test_the_account_is_made_ready_in_every_language(fake: FakeTelegram) -> None:
    async with Telegram(fake.token, api_root=fake.root) as telegram:
        assert await introduce(telegram, COMMANDS) == Account(8090, "rakezet_bot")
    offered = {
        (scope, language): {one["command"]: one["description"] for one in commands}
        for (scope, language), commands in fake.world.commands.items()
    }
    private = "all_private_chats"
    assert offered == {
        (private, ""): COMMANDS["he"],
        (private, "he"): COMMANDS["he"],
        (private, "ar"): COMMANDS["ar"],
        (private, "en"): COMMANDS["en"],
    }
    assert fake.faults == []


async def test_a_forgotten_webhook_is_taken_away_and_nothing_that_waits_is_lost(
    fake: FakeTelegram, noa: Phone, inbox: Inbox
) -> None:
    async with Telegram(fake.token, api_root=fake.root) as telegram:
        await fake.hold_updates()
        await introduce(telegram, COMMANDS, Webhook("http://127.0.0.1:9/telegram/webhook", "s-1"))
        await noa.say("א")
        await introduce(telegram, COMMANDS)
        await fake.release_updates()
    async with polling(fake, inbox):
        await fake.wait_for_updates_taken()
    assert inbox.texts() == ["א"]
    assert fake.faults == []


async def test_a_webhook_is_set_with_its_secret_and_the_kinds_we_read(fake: FakeTelegram) -> None:
    async with Telegram(fake.token, api_root=fake.root) as telegram:
        await introduce(telegram, {}, Webhook("http://127.0.0.1:9/telegram/webhook", "s-1"))
    (call,) = fake.calls("setWebhook")
    assert call.params == {
        "url": "http://127.0.0.1:9/telegram/webhook",
        "secret_token": "s-1",
        "allowed_updates": list(ALLOWED_UPDATES),
        "drop_pending_updates": False,
    }
    assert fake.faults == []


async def test_an_account_that_is_refused_says_so_in_a_code(fake: FakeTelegram) -> None:
    async with Telegram("8090:revoked", api_root=fake.root) as telegram:
        with pytest.raises(CallFailed, match=r"^token_refused$"):
            await introduce(telegram, COMMANDS)
