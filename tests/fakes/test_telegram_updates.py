"""A bot that loses or repeats an update must be found out: the fake gives them out as Telegram does."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
import pytest_asyncio
from aiohttp import web

from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_rules import Json
from tests.fakes.telegram_updates import OTHER_POLLER, WEBHOOK_ACTIVE, WEBHOOK_CAME
from tests.fakes.telegram_wire import Wire, a_noa, a_telegram, a_wire, codes, rows  # noqa: F401 (fixtures)

# --- waiting ---------------------------------------------------------------------------------------------


async def test_waiting_counts_from_what_the_person_did_last(wire: Wire, noa: Phone) -> None:
    await wire.ok("sendMessage", chat_id=noa.id, text="before")
    await noa.say("?")
    for text in ("one", "two", "three"):
        await wire.ok("sendMessage", chat_id=noa.id, text=text)
    assert (await noa.wait_for(2)).text == "two"
    assert (await noa.wait_for()).text == "three"
    with pytest.raises(TimeoutError, match="three"):
        await noa.wait_for(timeout=0.01)


async def test_waiting_ends_when_the_message_comes(wire: Wire, noa: Phone) -> None:
    waiting = asyncio.create_task(noa.wait_for(lambda chat: chat.last.labels == ["כן"]))
    sent = await wire.ok("sendMessage", chat_id=noa.id, text="?")
    assert not waiting.done()
    await wire.ok("editMessageReplyMarkup", chat_id=noa.id, message_id=sent["message_id"], reply_markup=rows("כן"))
    assert (await waiting).text == "?"


# --- polling ---------------------------------------------------------------------------------------------


async def test_unconfirmed_updates_come_again_and_an_offset_confirms(wire: Wire, noa: Phone) -> None:
    for text in ("1", "2", "3"):
        await noa.say(text)
    first = await wire.ok("getUpdates", limit=2)
    assert [u["message"]["text"] for u in first] == ["1", "2"]
    assert await wire.ok("getUpdates", limit=2) == first
    rest = await wire.ok("getUpdates", offset=first[-1]["update_id"] + 1)
    assert [u["message"]["text"] for u in rest] == ["3"]
    assert rest[0]["update_id"] == first[0]["update_id"] + 2
    assert await wire.ok("getUpdates", offset=rest[0]["update_id"] + 1) == []


async def test_a_negative_offset_keeps_only_the_newest(wire: Wire, noa: Phone) -> None:
    for text in ("1", "2", "3"):
        await noa.say(text)
    assert [u["message"]["text"] for u in await wire.ok("getUpdates", offset=-2)] == ["2", "3"]
    assert [u["message"]["text"] for u in await wire.ok("getUpdates", offset=-9)] == ["2", "3"]


async def test_a_long_poll_ends_as_soon_as_something_is_said(wire: Wire, noa: Phone) -> None:
    poll = asyncio.create_task(wire.ok("getUpdates", timeout=50))
    await wire.telegram.wait_for_calls(method="getUpdates")
    await noa.say("now")
    [update] = await asyncio.wait_for(poll, 5)
    assert update["message"]["text"] == "now"


async def test_an_empty_long_poll_lasts_its_timeout(wire: Wire) -> None:
    poll = asyncio.create_task(wire.ok("getUpdates", timeout=1))
    await wire.telegram.wait_for_calls(method="getUpdates")
    await wire.ok("getMe")
    assert not poll.done()
    assert await poll == []


async def test_only_wanted_kinds_are_kept_and_the_wish_stays(wire: Wire, noa: Phone) -> None:
    await wire.ok("getUpdates", allowed_updates=["callback_query"])
    await noa.say("unheard")
    assert await wire.ok("getUpdates") == []
    await wire.ok("getUpdates", allowed_updates=[])
    await noa.say("heard")
    assert [u["message"]["text"] for u in await wire.ok("getUpdates")] == ["heard"]


async def test_updates_are_kept_for_a_day(wire: Wire, noa: Phone) -> None:
    await noa.say("old")
    await wire.telegram.advance(24 * 3600 - 1)
    assert len(await wire.ok("getUpdates")) == 1
    await wire.telegram.advance(2)
    assert await wire.ok("getUpdates") == []


async def test_a_second_poller_ends_the_first(wire: Wire) -> None:
    first = asyncio.create_task(wire.refused("getUpdates", timeout=50))
    await wire.telegram.wait_for_calls(method="getUpdates")
    assert await wire.ok("getUpdates") == []
    assert await first == OTHER_POLLER


async def test_a_poller_that_hung_up_is_in_nobodys_way(wire: Wire, noa: Phone) -> None:
    poll = asyncio.create_task(wire.ok("getUpdates", timeout=50))
    await wire.telegram.wait_for_calls(method="getUpdates")
    poll.cancel()
    await noa.say("now")
    assert len(await wire.ok("getUpdates", timeout=5)) == 1


async def test_the_bot_is_waited_for_until_it_has_confirmed(wire: Wire, noa: Phone) -> None:
    await noa.say("1")
    [update] = await wire.ok("getUpdates")
    with pytest.raises(TimeoutError):
        await wire.telegram.wait_for_updates_taken(timeout=0.01)
    await wire.ok("getUpdates", offset=update["update_id"] + 1)
    await wire.telegram.wait_for_updates_taken()


async def test_confirmed_updates_can_come_once_more(wire: Wire, noa: Phone) -> None:
    await wire.telegram.duplicate_updates(1)
    await noa.say("1")
    [first] = await wire.ok("getUpdates")
    await noa.say("2")
    again = await wire.ok("getUpdates", offset=first["update_id"] + 1)
    assert [u["message"]["text"] for u in again] == ["1", "2"]
    assert again[0] == first
    assert [u["message"]["text"] for u in await wire.ok("getUpdates", offset=first["update_id"] + 1)] == ["2"]
    assert await wire.ok("getUpdates", offset=again[1]["update_id"] + 1) == []


async def test_held_updates_come_late_with_their_old_date(wire: Wire, noa: Phone) -> None:
    await wire.telegram.hold_updates()
    await noa.say("early")
    assert await wire.ok("getUpdates") == []
    await wire.telegram.advance(3600)
    await wire.telegram.release_updates()
    [update] = await wire.ok("getUpdates")
    sent = await wire.ok("sendMessage", chat_id=noa.id, text="now")
    assert sent["date"] - update["message"]["date"] in (3600, 3601)


async def test_the_wall_clock_can_be_set(wire: Wire, noa: Phone) -> None:
    await wire.telegram.set_wall(datetime(2026, 11, 22, 8, 0, tzinfo=UTC))
    sent = await wire.ok("sendMessage", chat_id=noa.id, text="x")
    assert datetime.fromtimestamp(sent["date"], UTC).isoformat().startswith("2026-11-22T08:0")


# --- webhook ---------------------------------------------------------------------------------------------


@dataclass
class Hook:
    """The bot's end of a webhook: keeps what arrives, answers as the test says."""

    url: str = ""
    secrets: list[str | None] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    types: set[str] = field(default_factory=set)
    answers: list[web.Response] = field(default_factory=list)

    async def handle(self, request: web.Request) -> web.Response:
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.types.add(request.headers["Content-Type"])
        update = await request.json()
        self.texts.append(update["message"]["text"] if "message" in update else "other")
        return self.answers.pop(0) if self.answers else web.Response()


@pytest_asyncio.fixture
async def hook() -> AsyncIterator[Hook]:
    it, app = Hook(), web.Application()
    app.router.add_post("/hook", it.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    it.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield it
    await runner.cleanup()


async def test_a_webhook_gets_updates_with_the_secret_and_replaces_polling(
    wire: Wire, noa: Phone, hook: Hook
) -> None:
    await noa.say("before")
    set_once = await wire.call("setWebhook", url=hook.url, secret_token="s3cret", allowed_updates=["message"])
    assert set_once == {"ok": True, "result": True, "description": "Webhook was set"}
    again = await wire.call("setWebhook", url=hook.url, secret_token="s3cret")
    assert again["description"] == "Webhook is already set"
    await noa.say("after")
    await wire.telegram.wait_for_updates_taken()
    assert hook.texts == ["before", "after"]
    assert set(hook.secrets) == {"s3cret"}
    assert hook.types == {"application/json"}
    assert await wire.refused("getUpdates") == WEBHOOK_ACTIVE
    info = await wire.ok("getWebhookInfo")
    assert (info["url"], info["pending_update_count"], info["allowed_updates"]) == (hook.url, 0, ["message"])


async def test_setting_a_webhook_ends_a_long_poll(wire: Wire, hook: Hook) -> None:
    poll = asyncio.create_task(wire.refused("getUpdates", timeout=50))
    await wire.telegram.wait_for_calls(method="getUpdates")
    await wire.ok("setWebhook", url=hook.url)
    assert await poll == WEBHOOK_CAME


async def test_a_refused_update_is_tried_at_once_and_then_after_2_4_8_seconds(
    wire: Wire, noa: Phone, hook: Hook
) -> None:
    hook.answers = [web.Response(status=503) for _ in range(4)]
    await wire.ok("setWebhook", url=hook.url)
    await noa.say("1")
    await noa.say("2")
    await _wait_for_deliveries(wire, 2)
    for seconds, count in ((2, 3), (4, 4), (8, 6)):
        await wire.telegram.advance(seconds + 0.1)
        await _wait_for_deliveries(wire, count)
    assert hook.texts == ["1"] * 5 + ["2"]
    assert [d.status for d in wire.telegram.deliveries] == [503] * 4 + [200] * 2
    assert [d.again_in for d in wire.telegram.deliveries] == [0, 2, 4, 8, None, None]
    info = await wire.ok("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"


async def _wait_for_deliveries(wire: Wire, count: int) -> None:
    telegram = wire.telegram
    assert isinstance(telegram, FakeTelegram)
    assert await telegram.world.bell.until(lambda: len(telegram.deliveries) >= count, 5)


async def test_one_failing_chat_holds_up_itself_alone(wire: Wire, noa: Phone, hook: Hook) -> None:
    hook.answers = [web.Response(status=500), web.Response(status=500)]
    ben = await wire.telegram.person("Ben")
    await wire.ok("setWebhook", url=hook.url)
    await noa.say("noa 1")
    await noa.say("noa 2")
    await _wait_for_deliveries(wire, 2)
    await ben.say("ben 1")
    await _wait_for_deliveries(wire, 3)
    assert hook.texts == ["noa 1", "noa 1", "ben 1"]


async def test_retry_after_of_the_bot_is_honoured(wire: Wire, noa: Phone, hook: Hook) -> None:
    hook.answers = [web.Response(status=503, headers={"Retry-After": "30"})]
    await wire.ok("setWebhook", url=hook.url)
    await noa.say("1")
    await _wait_for_deliveries(wire, 1)
    await wire.telegram.advance(29)
    assert len(wire.telegram.deliveries) == 1
    await wire.telegram.advance(2)
    await _wait_for_deliveries(wire, 2)


async def test_an_acknowledged_update_can_come_once_more(wire: Wire, noa: Phone, hook: Hook) -> None:
    await wire.telegram.duplicate_updates(1)
    await wire.ok("setWebhook", url=hook.url)
    await noa.say("1")
    await noa.say("2")
    await _wait_for_deliveries(wire, 3)
    assert hook.texts == ["1", "1", "2"]


async def test_held_updates_reach_the_webhook_late(wire: Wire, noa: Phone, hook: Hook) -> None:
    await wire.ok("setWebhook", url=hook.url)
    await wire.telegram.hold_updates()
    await noa.say("late")
    await wire.ok("getMe")
    assert hook.texts == []
    await wire.telegram.release_updates()
    await wire.telegram.wait_for_updates_taken()
    assert hook.texts == ["late"]


async def test_a_method_in_the_answer_of_a_webhook_is_a_fault(wire: Wire, noa: Phone, hook: Hook) -> None:
    hook.answers = [web.json_response({"method": "sendMessage", "chat_id": noa.id, "text": "x"})]
    await wire.ok("setWebhook", url=hook.url)
    await noa.say("1")
    await wire.telegram.wait_for_updates_taken()
    assert codes(wire.telegram) == ["webhook_reply"]


async def test_a_dead_webhook_is_reported(wire: Wire, noa: Phone, unused_tcp_port: int) -> None:
    await wire.ok("setWebhook", url=f"http://127.0.0.1:{unused_tcp_port}/")
    await noa.say("1")
    await _wait_for_deliveries(wire, 2)
    info = await wire.ok("getWebhookInfo")
    assert (info["last_error_message"], info["pending_update_count"]) == ("Connection refused", 1)


async def test_a_webhook_is_deleted_with_or_without_what_waits(wire: Wire, noa: Phone, hook: Hook) -> None:
    hook.answers = [web.Response(status=500), web.Response(status=500)]
    await wire.ok("setWebhook", url=hook.url)
    await noa.say("kept")
    await _wait_for_deliveries(wire, 2)
    assert (await wire.call("deleteWebhook"))["description"] == "Webhook was deleted"
    assert (await wire.call("deleteWebhook"))["description"] == "Webhook is already deleted"
    assert [u["message"]["text"] for u in await wire.ok("getUpdates")] == ["kept"]
    await wire.ok("deleteWebhook", drop_pending_updates=True)
    assert await wire.ok("getUpdates") == []


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"url": "http://example.org/x"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://example.org/x", "secret_token": "a" * 257}, "secret token is too long"),
        (
            {"url": "https://example.org/x", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
    ],
)
async def test_bad_webhooks_are_refused(wire: Wire, params: Json, description: str) -> None:
    assert await wire.refused("setWebhook", **params) == f"Bad Request: {description}"
