"""Whether a byte may have left decides between sending again and not: each way a call can break is made to happen."""

import asyncio
import json
import socket
import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
import pytest_asyncio
from telegram import Bot
from telegram.error import TelegramError

from bot.channels.telegram_request import HIDDEN, CallFailed, TelegramRequest, outcome_of
from handlers.messages import Fate, Outcome
from tests.fakes.telegram import FakeTelegram

NOT_SENT = Outcome(Fate.LATER, reason="not_sent", retry_after=1.0)


@pytest_asyncio.fixture(name="fake")
async def a_fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as fake:
        yield fake


async def outcome(root: str, token: str = "1:secret", **settings: Any) -> Outcome:
    """What is believed of one call that fails."""
    async with TelegramRequest(token, **settings) as request:
        with pytest.raises(CallFailed) as failed:
            await request.call(f"{root}/bot{HIDDEN}/getMe", {}, deadline=5)
    assert "secret" not in "".join(traceback.format_exception(failed.value))
    assert failed.value.__context__ is None, "what aiohttp raised names the address, and with it the token"
    return failed.value.outcome


@asynccontextmanager
async def server(answer: Callable[[asyncio.StreamWriter], Any]) -> AsyncIterator[str]:
    """A server on loopback that reads the head of a request and lets `answer` deal with the rest."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        answer(writer)
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with listening:
        host, port = listening.sockets[0].getsockname()
        yield f"http://{host}:{port}"


def writes(status: str, body: bytes, *headers: str) -> Callable[[asyncio.StreamWriter], None]:
    head = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""])
    return lambda writer: writer.write(head.encode() + body)


# --- nothing has left -------------------------------------------------------------------------------------


async def test_a_closed_port_means_not_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert await outcome(f"http://127.0.0.1:{port}") == NOT_SENT


async def test_a_name_that_nobody_knows_means_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody_knows(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody_knows)
    assert await outcome("http://api.telegram.invalid") == NOT_SENT


async def test_a_failed_tls_handshake_means_not_sent(fake: FakeTelegram) -> None:
    assert await outcome(fake.root.replace("http:", "https:")) == NOT_SENT


async def test_waiting_in_vain_for_a_free_connection_means_not_sent(fake: FakeTelegram) -> None:
    await fake.hold("getMe")
    async with TelegramRequest(fake.token, connections=1, connect=0.1) as request:
        url = f"{fake.root}/bot{HIDDEN}/getMe"
        holding = asyncio.create_task(request.call(url, {}, deadline=5))
        await fake.wait_for_held()
        with pytest.raises(CallFailed) as failed:
            await request.call(url, {}, deadline=5)
        await fake.release()
        await holding
    assert failed.value.outcome == NOT_SENT
    assert len(fake.calls("getMe")) == 1


async def test_a_request_that_is_not_open_sends_nothing() -> None:
    request = TelegramRequest("1:secret")
    with pytest.raises(CallFailed, match=r"^not_sent$"):
        await request.call(f"http://127.0.0.1:9/bot{HIDDEN}/getMe", {}, deadline=1)


# --- it may have arrived ----------------------------------------------------------------------------------


async def test_a_connection_closed_without_an_answer_is_uncertain() -> None:
    async with server(lambda _: None) as root:
        assert await outcome(root) == Outcome(Fate.UNKNOWN, reason="connection_lost")


async def test_a_connection_reset_after_writing_is_uncertain() -> None:
    async with server(lambda writer: writer.transport.abort()) as root:
        assert await outcome(root) == Outcome(Fate.UNKNOWN, reason="connection_lost")


async def test_an_answer_shorter_than_it_claims_is_uncertain() -> None:
    async with server(lambda w: w.write(b'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"ok"')) as root:
        assert await outcome(root) == Outcome(Fate.UNKNOWN, reason="connection_lost")


async def test_something_that_does_not_speak_http_is_uncertain() -> None:
    async with server(lambda writer: writer.write(b"220 mail.example ESMTP\r\n")) as root:
        assert await outcome(root) == Outcome(Fate.UNKNOWN, reason="connection_lost")


async def test_silence_until_the_deadline_is_uncertain(fake: FakeTelegram) -> None:
    await fake.hold("getMe")
    async with TelegramRequest(fake.token) as request:
        with pytest.raises(CallFailed) as failed:
            await request.call(f"{fake.root}/bot{HIDDEN}/getMe", {}, deadline=0.2)
    assert failed.value.outcome == Outcome(Fate.UNKNOWN, reason="timed_out")


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"<html>", b"[]", b'"result"', b'{"ok":true}', b"\xff\xfe\x00", b"[" * 100_000],
    ids=["empty", "cut", "html", "list", "text", "no result", "not utf-8", "too deep"],
)
async def test_an_answer_that_cannot_be_read_is_uncertain(body: bytes, caplog: pytest.LogCaptureFixture) -> None:
    async with server(writes("200 OK", body)) as root:
        assert await outcome(root) == Outcome(Fate.UNKNOWN, reason="broken_answer")
    assert caplog.text == ""


async def test_a_redirect_is_not_followed_with_the_token_in_hand(fake: FakeTelegram) -> None:
    elsewhere = f"Location: {fake.root}/bot1:secret/getMe"
    async with server(writes("302 Found", b"", elsewhere)) as root:
        assert await outcome(root) == Outcome(Fate.UNKNOWN, reason="broken_answer")
    assert fake.log == []


# --- what answers mean ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "header", "seconds"),
    [
        (b'{"ok":false,"parameters":{"retry_after":41}}', "7", 41.0),
        (b'{"ok":false,"parameters":{"retry_after":0.5}}', None, 0.5),
        (b'{"ok":false,"parameters":{"retry_after":-3}}', None, 0.0),
        (b'{"ok":false,"parameters":[]}', "7", 7.0),
        (b"<html>", "7", 7.0),
        (b"<html>", "Wed, 21 Oct 2026 07:28:00 GMT", 5.0),
        (b"", None, 5.0),
    ],
)
def test_429_waits_as_told_or_a_little(body: bytes, header: str | None, seconds: float) -> None:
    assert outcome_of(429, body, header) == Outcome(Fate.LATER, reason="throttled", retry_after=seconds)


@pytest.mark.parametrize("status", [400, 403])
def test_a_refusal_that_is_not_telegrams_is_uncertain(status: int) -> None:
    assert outcome_of(status, b"<html>proxy</html>") == Outcome(Fate.UNKNOWN, reason="broken_answer")


@pytest.mark.parametrize("status", [201, 301, 399])
def test_an_answer_that_is_neither_yes_nor_no_is_uncertain(status: int) -> None:
    assert outcome_of(status, b"{}").fate is Fate.UNKNOWN


def test_a_description_leaves_no_trace_but_a_code() -> None:
    told = outcome_of(400, json.dumps({"description": "Bad Request: can't parse נועה כהן"}).encode())
    assert told == Outcome(Fate.REFUSED, reason="bad_request")


def test_a_group_that_moved_is_refused() -> None:
    answer = {
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": -1001},
    }
    assert outcome_of(400, json.dumps(answer).encode()) == Outcome(Fate.REFUSED, reason="group_upgraded")


# --- as the library's way out -----------------------------------------------------------------------------


@asynccontextmanager
async def a_bot(fake: FakeTelegram) -> AsyncIterator[Bot]:
    async with TelegramRequest(fake.token) as request:
        base, files = f"{fake.root}/bot", f"{fake.root}/file/bot"
        yield Bot(HIDDEN, base_url=base, base_file_url=files, request=request, get_updates_request=request)


async def test_the_library_speaks_through_it_without_knowing_the_token(fake: FakeTelegram) -> None:
    async with a_bot(fake) as bot:
        assert (await bot.get_me()).username == "rakezet_bot"
        assert fake.token not in repr(bot) + bot.token + bot.base_url + bot.base_file_url
    assert fake.faults == []


async def test_files_are_fetched_with_the_token_too(fake: FakeTelegram) -> None:
    noa = await fake.person()
    await noa.send_document(data=b"what we agreed on")
    async with a_bot(fake) as bot:
        file = await bot.get_file(noa.messages[-1].file_id)
        assert bytes(await file.download_as_bytearray()) == b"what we agreed on"


async def test_its_failures_pass_through_the_library_unchanged(fake: FakeTelegram) -> None:
    await fake.refuse(400, "Bad Request: chat not found")
    async with a_bot(fake) as bot:
        with pytest.raises(TelegramError, match=r"^chat_not_found$") as failed:
            await bot.send_message(5, "x")
    assert isinstance(failed.value, CallFailed)
    assert failed.value.outcome.blocked


async def test_a_connection_is_used_again() -> None:
    connected = 0

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connected
        connected += 1
        while await reader.readline():
            head = await reader.readuntil(b"\r\n\r\n")
            length = next(line for line in head.lower().splitlines() if line.startswith(b"content-length:"))
            await reader.readexactly(int(length.split(b":")[1]))
            writes("200 OK", b'{"ok":true,"result":true}')(writer)
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with listening, TelegramRequest("1:secret") as request:
        url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/bot{HIDDEN}/getMe"
        assert [await request.call(url, {}, deadline=5) for _ in range(3)] == [True] * 3
    assert connected == 1
