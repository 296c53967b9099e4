"""Takes updates as Telegram brings them, and answers 200 only for what is durable: everything else is brought again.

Rules for later editors: whoever does not show the secret learns nothing, not even that there is something here, and
costs us no reading. An answer is a status without a body: words in it could be taken for a call.
"""

import asyncio
import json
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from hmac import compare_digest

import structlog
from starlette.types import Message, Scope, Send
from starlette.types import Receive as Wire

from bot.channels.telegram_updates import Leave, read, update_id
from handlers.messages import Incoming
from handlers.ports import Clock, Receive

PATH = "/telegram/webhook"
LARGEST_BODY = 3 * 2**20  # bytes; a thousand times what an update usually has
BODY_SECONDS = 10.0  # until all of a body must be here: a line that went dead must not keep its place for ever
AT_ONCE = 100  # requests; the most that Telegram can be asked to bring side by side
AGAIN_SECONDS = 2  # after a 503; left to itself, Telegram tries at once and then ever more rarely, up to minutes

_SECRET_HEADER = b"x-telegram-bot-api-secret-token"
_log = structlog.get_logger()


def _status(status: int, *headers: tuple[bytes, bytes]) -> Message:
    return {"type": "http.response.start", "status": status, "headers": [(b"content-length", b"0"), *headers]}


_TAKEN = _status(200)
_NOTHING_HERE = _status(404)
_TOO_LARGE = _status(413)
_AGAIN = _status(503, (b"retry-after", b"%d" % AGAIN_SECONDS))
_NO_WORDS: Message = {"type": "http.response.body"}


@dataclass(slots=True)
class _Line:
    """The updates of one chat that are here now. Those behind a refused one are refused with it."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    here: int = 0
    refusals: int = 0


class TelegramWebhook:
    """An ASGI application for PATH and every method. `leave` goes from a group and never raises.

    Messages and presses of a chat come in two queues of Telegram's, which overtake each other: here they stand in
    one line, in the order in which they came. `troubles` counts what was not simply taken, by code: not_authentic,
    busy, broken_off, too_large, unreadable, not_durable. `reasons` is for /health: none when we are ready.
    """

    def __init__(
        self,
        secret: str,
        receive: Receive,
        leave: Callable[[int], Awaitable[None]],
        clock: Clock,
        *,
        at_once: int = AT_ONCE,
        body_seconds: float = BODY_SECONDS,
    ) -> None:
        self.troubles: Counter[str] = Counter()
        self.reasons: tuple[str, ...] = ("telegram_not_reached",)
        self._secret = secret.encode()
        self._receive, self._leave, self._clock = receive, leave, clock
        self._at_once, self._body_seconds = at_once, body_seconds
        self._here = 0
        self._lines: dict[str, _Line] = {}
        self._leaving: set[int] = set()

    def registered(self) -> None:
        """Telegram has been told where we are."""
        self._say()

    async def __call__(self, scope: Scope, wire: Wire, send: Send) -> None:
        if not self._is_authentic(scope):
            return await _answer(send, self._trouble("not_authentic", _NOTHING_HERE))
        if self._here >= self._at_once:
            return await _answer(send, self._trouble("busy", _AGAIN))
        self._here += 1
        try:
            status, left = await self._take(wire)
        finally:
            self._here -= 1
        await _answer(send, status)
        if left is not None:
            await self._leave_once(left.chat_id)

    def _is_authentic(self, scope: Scope) -> bool:
        shown = next((value for name, value in scope["headers"] if name == _SECRET_HEADER), b"")
        return compare_digest(shown, self._secret) and scope["method"] == "POST"

    async def _take(self, wire: Wire) -> tuple[Message, Leave | None]:
        """What to answer, and the group to leave after that."""
        try:
            async with asyncio.timeout(self._body_seconds):
                body = await _body(wire)
        except (ConnectionError, TimeoutError):
            return self._trouble("broken_off", _AGAIN), None
        if len(body) > LARGEST_BODY:
            return self._trouble("too_large", _TOO_LARGE), None
        update = _parsed(body)
        if update_id(update) is None:
            return self._trouble("unreadable", _TAKEN), None
        found = read(update, self._clock.now())
        if not isinstance(found, Incoming):
            return _TAKEN, found
        return await self._in_line(found), None

    async def _in_line(self, incoming: Incoming) -> Message:
        line = self._lines.setdefault(incoming.address, _Line())
        line.here += 1
        refusals = line.refusals
        try:
            async with line.turn:
                durable = line.refusals == refusals and await self._is_durable(incoming, line)
        finally:
            line.here -= 1
            if not line.here:
                del self._lines[incoming.address]
        return _TAKEN if durable else self._trouble("not_durable", _AGAIN)

    async def _is_durable(self, incoming: Incoming, line: _Line) -> bool:
        durable = False
        try:
            durable = await self._receive(incoming)
        except Exception as trouble:
            _log.error("telegram_turn_failed", error=type(trouble).__name__)
        finally:  # also when we are stopped in the middle: nobody may slip past
            line.refusals += not durable
        self._say(*(() if durable else ("telegram_turns_not_durable",)))
        return durable

    async def _leave_once(self, chat_id: int) -> None:
        """A lively group brings many updates until we are out of it."""
        if chat_id in self._leaving:
            return
        self._leaving.add(chat_id)
        try:
            await self._leave(chat_id)
        finally:
            self._leaving.discard(chat_id)

    def _trouble(self, code: str, status: Message) -> Message:
        self.troubles[code] += 1
        return status

    def _say(self, *reasons: str) -> None:
        """Tell /health, and the log when it is news."""
        if reasons != self.reasons:
            _log.info("telegram_webhook", reasons=reasons or ("ready",))
        self.reasons = reasons


async def _body(wire: Wire) -> bytes:
    """All of it; of one that is too large, enough to see that. Raises ConnectionResetError."""
    body, more = b"", True
    while more and len(body) <= LARGEST_BODY:
        message = await wire()
        if message["type"] == "http.disconnect":
            raise ConnectionResetError
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body


def _parsed(body: bytes) -> object:
    """The body as JSON; None for what is none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


async def _answer(send: Send, status: Message) -> None:
    await send(status)
    await send(_NO_WORDS)
