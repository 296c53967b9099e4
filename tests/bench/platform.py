"""Stands in for Telegram, as fast as Python can: it checks nothing, so that what is measured is the bot.

It takes calls, answers them at once, and brings updates to the bot's webhook over connections that stay open. The
fake of the other tests (`tests/fakes/`) enforces the platform's rules; here a rule would be a cost on every side.
"""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from email.parser import BytesParser
from typing import Any
from urllib.parse import parse_qs

import httptools

CONNECTIONS = 40
ME = {"id": 123456789, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
GREETED = 1_700_000_000


@dataclass(slots=True)
class Sent:
    """What the bot sent to a chat, as far as the next step needs it: the message's number and its first button."""

    message_id: int
    button: str | None


@dataclass(slots=True)
class Platform:
    """The platform's side of one bot. `on_sent` is told each message that arrived."""

    on_sent: Callable[[int, Sent], None] = lambda chat, sent: None
    calls: int = 0
    webhook: asyncio.Event = field(default_factory=asyncio.Event)
    _last: int = 0
    _server: asyncio.Server | None = None

    async def open(self) -> str:
        """The root of the API's address."""
        self._server = await asyncio.get_running_loop().create_server(lambda: _Line(self), "127.0.0.1", 0)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def close(self) -> None:
        if self._server is not None:
            self._server.close()

    def answer(self, method: str, kind: str, body: bytes) -> bytes:
        self.calls += 1
        result: Any = True
        if method == "getMe":
            result = ME
        elif method == "setWebhook":
            self.webhook.set()
        elif method.startswith(("sendMessage", "editMessage")):
            result = self._said(method, _read(kind, body))
        told = json.dumps({"ok": True, "result": result}).encode()
        return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (
            len(told),
            told,
        )

    def _said(self, method: str, asked: dict[str, Any]) -> dict[str, Any]:
        chat = int(asked["chat_id"])
        self._last += 1
        if method == "sendMessage":
            self.on_sent(chat, Sent(self._last, _first_button(asked.get("reply_markup"))))
        said = {"message_id": self._last, "date": GREETED, "chat": {"id": chat, "type": "private", "first_name": "A"}}
        return {**said, "from": ME, "text": asked.get("text", "")}


class _Line(asyncio.Protocol):
    """One connection on which the bot calls."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._parser = httptools.HttpRequestParser(self)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_message_begin(self) -> None:
        self._url, self._kind, self._body = b"", "", bytearray()

    def on_url(self, url: bytes) -> None:
        self._url += url

    def on_header(self, name: bytes, value: bytes) -> None:
        if name.lower() == b"content-type":
            self._kind = value.decode()

    def on_body(self, body: bytes) -> None:
        self._body += body

    def on_message_complete(self) -> None:
        method = self._url.rpartition(b"/")[2].partition(b"?")[0].decode()
        self._transport.write(self._platform.answer(method, self._kind, bytes(self._body)))


class Courier:
    """Brings updates to the bot, each on a free connection of a few that stay open."""

    def __init__(self, port: int, path: str, secret: str) -> None:
        self._port = port
        self._head = (
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {secret}\r\nContent-Length: "
        ).encode()
        self._free: asyncio.Queue[_Post] = asyncio.Queue()
        self._posts: list[_Post] = []

    async def open(self) -> None:
        for _ in range(CONNECTIONS):
            self._free.put_nowait(await self._connected())

    async def _connected(self) -> "_Post":
        _, post = await asyncio.get_running_loop().create_connection(_Post, "127.0.0.1", self._port)
        self._posts.append(post)
        return post

    def close(self) -> None:
        for post in self._posts:
            post.hang_up()

    async def bring(self, update: dict[str, Any]) -> int:
        """The status of the answer."""
        post = await self._free.get()
        if post.is_gone:  # the bot hangs up where nothing came for some seconds
            self._posts.remove(post)
            post = await self._connected()
        body = json.dumps(update).encode()
        try:
            return await post.send(b"%b%d\r\n\r\n%b" % (self._head, len(body), body))
        finally:
            self._free.put_nowait(post)


class _Post(asyncio.Protocol):
    """One connection to the bot's webhook."""

    _answer: "asyncio.Future[int] | None" = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._parser = httptools.HttpResponseParser(self)

    @property
    def is_gone(self) -> bool:
        return self._transport.is_closing()

    def send(self, request: bytes) -> "asyncio.Future[int]":
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return self._answer

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def connection_lost(self, trouble: Exception | None) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(trouble or ConnectionResetError("the bot hung up"))

    def on_message_complete(self) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(self._parser.get_status_code())

    def hang_up(self) -> None:
        self._answer = None
        self._transport.close()


def _read(kind: str, body: bytes) -> dict[str, Any]:
    """The parameters of a call, in any of the three ways the libraries send them."""
    if kind.startswith("application/json"):
        read: dict[str, Any] = json.loads(body)
        return read
    if kind.startswith("multipart/"):
        parts = BytesParser().parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
        return {
            str(part.get_param("name", header="content-disposition")): part.get_payload(decode=True).decode()  # type: ignore[union-attr]
            for part in parts.get_payload()
        }
    return {name: values[0] for name, values in parse_qs(body.decode()).items()}


def _first_button(markup: Any) -> str | None:
    keyboard = json.loads(markup) if isinstance(markup, str) else markup
    rows = keyboard.get("inline_keyboard") if keyboard else None
    return rows[0][0]["callback_data"] if rows else None
