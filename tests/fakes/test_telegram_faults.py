"""What goes wrong in a test has to go wrong exactly as asked, here and in another process."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import aiohttp
import pytest

from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_remote import RemoteTelegram
from tests.fakes.telegram_weather import Odds, Spell
from tests.fakes.telegram_wire import Wire, a_noa, a_telegram, a_wire, codes, rows, send, shown  # noqa: F401 (fixtures)
from tests.fakes.telegram_world import PIXEL

# --- trouble ---------------------------------------------------------------------------------------------


async def test_throttled_sends_say_how_long_to_wait(wire: Wire, noa: Phone) -> None:
    await wire.telegram.throttle(noa.id, retry_after=7)
    async with wire.session.post(wire.url("sendMessage"), json={"chat_id": noa.id, "text": "x"}) as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (429, "7")
        assert json.loads(await answer.text()) == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        }
    ben = await wire.telegram.person()
    await ben.start()
    assert (await send(wire, ben))["ok"]
    await wire.telegram.advance(7)
    assert (await send(wire, noa, "later"))["ok"]
    assert shown(noa) == ["later"]
    assert wire.telegram.faults == []


async def test_sending_while_told_to_wait_is_refused_again_and_a_fault(wire: Wire, noa: Phone) -> None:
    await wire.telegram.throttle(retry_after=7)
    await send(wire, noa)
    await wire.telegram.advance(3)
    assert (await send(wire, noa))["parameters"] == {"retry_after": 4}
    assert codes(wire.telegram) == ["ignored_retry_after"]


async def test_a_send_already_on_its_way_is_refused_but_no_fault(wire: Wire, noa: Phone) -> None:
    await wire.telegram.throttle(retry_after=7)
    answers = await asyncio.gather(send(wire, noa), send(wire, noa))
    assert [answer["error_code"] for answer in answers] == [429, 429]
    assert wire.telegram.faults == []


async def test_rates_are_watched_when_asked(wire: Wire, noa: Phone) -> None:
    await wire.telegram.watch_rates(per_second=1, burst=3)
    assert [(await send(wire, noa))["ok"] for _ in range(4)] == [True, True, True, False]
    assert codes(wire.telegram) == ["over_rate"]
    await wire.telegram.advance(2)
    assert (await send(wire, noa))["ok"]


async def test_the_whole_bot_has_a_rate_too(wire: Wire) -> None:
    await wire.telegram.watch_rates(per_bot=5)
    answers = []
    for number in range(6):
        person = await wire.telegram.person(str(number))
        await person.start()
        answers.append((await send(wire, person)).get("parameters"))
    assert answers == [None] * 5 + [{"retry_after": 1}]


async def test_without_watching_any_rate_passes(wire: Wire, noa: Phone) -> None:
    assert all([(await send(wire, noa, str(n)))["ok"] for n in range(60)])


async def test_a_connection_can_break_before_anything_is_delivered(wire: Wire, noa: Phone) -> None:
    await wire.telegram.drop_before("sendMessage")
    with pytest.raises(aiohttp.ClientConnectionError):
        await send(wire, noa)
    assert shown(noa) == []
    assert (wire.telegram.log[-1].answer, wire.telegram.log[-1].delivered) == ("dropped", False)
    assert (await send(wire, noa))["ok"]


async def test_a_connection_can_break_after_the_message_arrived(wire: Wire, noa: Phone) -> None:
    await wire.telegram.drop_after(chat=noa.id)
    with pytest.raises(aiohttp.ClientConnectionError):
        await send(wire, noa)
    assert shown(noa) == ["x"]
    assert (wire.telegram.log[-1].answer, wire.telegram.log[-1].delivered) == ("dropped", True)


@pytest.mark.parametrize("delivered", [False, True])
async def test_a_gateway_answers_with_a_page(wire: Wire, noa: Phone, delivered: bool) -> None:
    await wire.telegram.server_error("sendMessage", delivered=delivered)
    async with wire.session.post(wire.url("sendMessage"), json={"chat_id": noa.id, "text": "x"}) as answer:
        assert (answer.status, answer.content_type) == (502, "text/html")
        assert "<title>502 Bad Gateway</title>" in await answer.text()
    assert shown(noa) == ["x"] * delivered


async def test_an_answer_can_be_garbled_after_delivering(wire: Wire, noa: Phone) -> None:
    await wire.telegram.garbled()
    async with wire.session.post(wire.url("sendMessage"), json={"chat_id": noa.id, "text": "x"}) as answer:
        assert answer.status == 200
        with pytest.raises(json.JSONDecodeError):
            json.loads(await answer.text())
    assert shown(noa) == ["x"]


@pytest.mark.parametrize(("when", "expected"), [("before", []), ("after", ["x"])])
async def test_the_server_can_be_slow(
    wire: Wire, telegram: FakeTelegram, noa: Phone, when: Any, expected: list[str]
) -> None:
    await telegram.slow(3600, when, "sendMessage")
    sending = asyncio.create_task(send(wire, noa))
    await telegram.wait_for_calls(method="sendMessage")
    await wire.ok("getMe")
    assert shown(noa) == expected
    await telegram.advance(3600)
    assert (await sending)["ok"]
    assert shown(noa) == ["x"]


async def test_a_block_can_be_silent(wire: Wire, noa: Phone) -> None:
    await wire.telegram.blocked(noa.id)
    for _ in range(2):
        said = await wire.refused("sendMessage", chat_id=noa.id, text="x")
        assert said == "Forbidden: bot was blocked by the user"
    assert await wire.ok("getUpdates") == []
    await wire.telegram.clear_knobs()
    assert (await send(wire, noa))["ok"]


async def test_any_refusal_can_be_played(wire: Wire, noa: Phone) -> None:
    await wire.telegram.refuse(500, "Internal Server Error", method="sendMessage")
    assert await send(wire, noa) == {"ok": False, "error_code": 500, "description": "Internal Server Error"}


async def test_knobs_wait_for_their_method_and_chat_and_queue_up(wire: Wire, noa: Phone) -> None:
    ben = await wire.telegram.person("Ben")
    await ben.start()
    await wire.telegram.refuse(400, "first", chat=noa.id)
    await wire.telegram.refuse(400, "second", chat=noa.id, times=2)
    await wire.telegram.refuse(400, "never", method="sendPhoto")
    assert (await send(wire, ben))["ok"]
    said = [(await send(wire, noa)).get("description") for _ in range(4)]
    assert said == ["first", "second", "second", None]


async def test_polls_meet_trouble_only_when_named(wire: Wire, noa: Phone) -> None:
    await wire.telegram.refuse(502, "x", times=None)
    assert await wire.ok("getUpdates") == []
    await wire.telegram.clear_knobs()
    await wire.telegram.refuse(502, "x", method="getUpdates")
    assert await wire.refused("getUpdates") == "x"


async def test_answers_can_be_held_at_a_gate(wire: Wire, noa: Phone) -> None:
    await wire.telegram.hold("sendMessage")
    sending = asyncio.create_task(send(wire, noa))
    await wire.telegram.wait_for_held()
    assert (shown(noa), sending.done(), wire.telegram.log[-1].answer) == (["x"], False, "ok")
    await wire.telegram.release()
    assert (await sending)["ok"]
    assert (await send(wire, noa))["ok"]


async def test_a_held_send_whose_bot_dies_is_delivered_and_unheard(wire: Wire, noa: Phone) -> None:
    await wire.telegram.hold("sendMessage", when="before")
    sending = asyncio.create_task(send(wire, noa))
    await wire.telegram.wait_for_held()
    sending.cancel()
    await noa.refresh()
    assert shown(noa) == []
    assert isinstance(wire.telegram, FakeTelegram)
    call = wire.telegram.log[-1]
    assert await wire.telegram.world.bell.until(lambda: not call.heard, 5)
    await wire.telegram.release()
    await noa.wait_for(lambda chat: shown(chat) == ["x"])


# --- in another process ----------------------------------------------------------------------------------


@asynccontextmanager
async def another_process() -> AsyncIterator[RemoteTelegram]:
    command = [sys.executable, "-m", "tests.fakes.telegram", "--port", "0", "--token", "42:secret"]
    server = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert server.stdout
    try:
        root = (await asyncio.wait_for(server.stdout.readline(), 30)).decode().strip()
        async with RemoteTelegram(root) as telegram:
            yield telegram
    finally:
        server.terminate()
        assert await server.wait() == 0


async def test_a_fake_in_another_process_is_driven_alike() -> None:
    async with another_process() as telegram, aiohttp.ClientSession() as session:
        wire = Wire(telegram, session)
        assert telegram.token == "42:secret"
        noa = await telegram.person("נועה")
        assert await noa.start("hello") == 1
        assert [u["message"]["text"] for u in await wire.ok("getUpdates")] == ["/start hello"]
        waiting = asyncio.create_task(noa.wait_for(lambda chat: chat.last.labels == ["כן"]))
        await wire.ok("sendMessage", chat_id=noa.id, text="?", reply_markup=rows("כן"))
        assert (await waiting).text == "?"
        press = await noa.press("כן")
        await telegram.refresh()
        assert [p.id for p in telegram.unanswered_presses()] == [press]
        await wire.ok("answerCallbackQuery", callback_query_id=press, text="!", shiny=True)
        await noa.refresh()
        assert noa.toasts == ["!"]
        await telegram.refresh()
        assert codes(telegram) == ["unknown_parameter"]
        with pytest.raises(LookupError, match="no button"):
            await noa.press("לא")
        with pytest.raises(KeyError):
            await telegram.chat(1)
        assert (await telegram.chat(noa.id)).last.text == "?"
        await noa.send_photo("תמונה", PIXEL)
        assert noa.messages[-1].kind == "photo"


async def test_knobs_and_gates_work_in_another_process() -> None:
    async with another_process() as telegram, aiohttp.ClientSession() as session:
        wire = Wire(telegram, session)
        noa = await telegram.person()
        await noa.start()
        await telegram.hold("sendMessage")
        sending = asyncio.create_task(send(wire, noa))
        await telegram.wait_for_held()
        await noa.wait_for()
        await telegram.release()
        assert (await sending)["ok"]
        await telegram.throttle(noa.id, retry_after=5)
        assert (await send(wire, noa))["error_code"] == 429
        await telegram.advance(5)
        calls = await telegram.wait_for_calls(2, "sendMessage", noa.id)
        assert [(call.answer, call.message_id) for call in calls] == [
            ("ok", 2),
            ("Too Many Requests: retry after 5", None),
        ]
        assert (await send(wire, noa))["ok"]
        with pytest.raises(TimeoutError):
            await telegram.wait_for_calls(9, timeout=0.01)


# --- weather ---------------------------------------------------------------------------------------------


async def sent_in_weather(wire: Wire, noa: Phone, *spells: Spell, seed: int = 1, calls: int = 60) -> list[str]:
    """What each of so many sends met."""
    await wire.telegram.weather(seed, *spells)
    for number in range(calls):
        with suppress(aiohttp.ClientError, json.JSONDecodeError):
            await send(wire, noa, f"{number}")
    await wire.telegram.refresh()
    return [call.trouble for call in wire.telegram.calls("sendMessage", noa.id)][-calls:]


async def test_a_seed_has_the_same_weather_twice(wire: Wire, noa: Phone) -> None:
    rough = Spell(60, Odds(dropped_before=0.2, dropped_after=0.2, page_before=0.2, page_after=0.2, garbled=0.1))
    first = await sent_in_weather(wire, noa, rough, seed=5)
    assert await sent_in_weather(wire, noa, rough, seed=5) == first
    assert await sent_in_weather(wire, noa, rough, seed=6) != first
    assert set(first) == {"", "drop_before", "drop_after", "server_error", "garbled"}


async def test_what_the_weather_did_stands_in_the_log(wire: Wire, noa: Phone) -> None:
    rough = Spell(60, Odds(dropped_before=0.3, dropped_after=0.3, page_before=0.2, page_after=0.2))
    await sent_in_weather(wire, noa, rough)
    calls = wire.telegram.calls("sendMessage", noa.id)
    assert {(call.trouble, call.answer) for call in calls if not call.delivered} == {
        ("drop_before", "dropped"),
        ("server_error", "html"),
    }
    assert {(call.trouble, call.answer) for call in calls if call.delivered} == {
        ("drop_after", "dropped"),
        ("server_error", "html"),
    }
    assert shown(noa) == [call.params["text"] for call in calls if call.delivered]
    assert all(call.ended is not None and call.ended >= call.at for call in calls)


async def test_spells_follow_each_other_on_the_clock_of_the_fake(wire: Wire, noa: Phone) -> None:
    fair, storm = Spell(10), Spell(5, Odds(page_before=1.0))
    assert set(await sent_in_weather(wire, noa, fair, storm, calls=3)) == {""}
    await wire.telegram.advance(10)
    with suppress(json.JSONDecodeError, aiohttp.ContentTypeError):
        await send(wire, noa)
    await wire.telegram.advance(5)
    await send(wire, noa)
    assert [call.trouble for call in wire.telegram.calls("sendMessage", noa.id)[-2:]] == ["server_error", ""]
    await wire.telegram.advance(10)
    await wire.telegram.clear_knobs()
    assert (await send(wire, noa))["ok"]


async def test_polls_are_spared_by_the_weather(wire: Wire, noa: Phone) -> None:
    await wire.telegram.weather(1, Spell(60, Odds(page_before=1.0)))
    assert await wire.ok("getUpdates") == []


async def test_a_storm_throttles_everybody_and_does_not_say_so(wire: Wire, noa: Phone) -> None:
    ben = await wire.telegram.person()
    await ben.start()
    await wire.telegram.throttle(noa.id, retry_after=7, whole_bot=True)
    await send(wire, noa)
    await wire.telegram.advance(3)
    assert (await send(wire, ben))["parameters"] == {"retry_after": 4}
    assert wire.telegram.faults == []
    await wire.telegram.advance(1)
    assert (await send(wire, ben))["parameters"] == {"retry_after": 3}
    assert codes(wire.telegram) == ["ignored_retry_after"]
    await wire.telegram.advance(3)
    assert (await send(wire, ben))["ok"]


async def test_people_who_never_said_a_word_can_be_written_to(wire: Wire) -> None:
    silent = await wire.telegram.people(3)
    for chat in silent:
        assert await wire.ok("sendMessage", chat_id=chat, text="x")
    assert await wire.ok("getUpdates") == []
    assert (await wire.telegram.chat(silent[2])).id == silent[2]
