"""Carries calls to the Bot API over aiohttp: the outbox must know whether a byte may have left, and httpx
costs half of a bot's CPU.

Every failure is a `CallFailed` that holds the `Outcome` which may be believed; its text is a code. The library
never learns the token: it writes `HIDDEN` into its addresses, and only here the token takes that place.
"""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    DummyCookieJar,
    FormData,
    InvalidURL,
    TCPConnector,
)
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from handlers.messages import Fate, Outcome

HIDDEN = "token-kept-apart"

DEADLINE = 20.0  # seconds for a whole call
CONNECT = 5.0  # seconds of it until there is a connection, waiting for a free one included
CONNECTIONS = 64
KEEP_ALIVE = 15.0  # seconds; well below the platform's own, so that no call meets a connection just being closed
TOKEN_PAUSE = 30.0
UNTOLD_PAUSE = 5.0  # seconds to wait after a 429 that does not say how long

_OF_A_MESSAGE = ("message_id", "date", "chat")
_JSON = {"Content-Type": "application/json"}
_NO_HEADERS: dict[str, str] = {}
_NOT_SENT = Outcome(Fate.LATER, reason="not_sent", retry_after=1.0)
_TOKEN_REFUSED = Outcome(Fate.LATER, reason="token_refused", retry_after=TOKEN_PAUSE, whole_bot=True)
_CONFLICT = Outcome(Fate.LATER, reason="conflict", retry_after=TOKEN_PAUSE, whole_bot=True)

# A piece of Telegram's sentence (in small letters): our code, and whether the person is out of reach.
_REFUSALS = {
    "blocked by the user": ("blocked", True),
    "user is deactivated": ("deactivated", True),
    "can't initiate conversation": ("never_started", True),
    "bot was kicked": ("kicked", True),
    "is not a member": ("not_a_member", True),
    "chat not found": ("chat_not_found", True),
    "user not found": ("chat_not_found", True),
    "peer_id_invalid": ("chat_not_found", True),
    "upgraded to a supergroup": ("group_upgraded", False),
    "not enough rights": ("no_rights", False),
    "have no rights": ("no_rights", False),
    "chat_write_forbidden": ("no_rights", False),
    "message is not modified": ("not_modified", False),
    "message to edit not found": ("message_gone", False),
    "message can't be edited": ("not_editable", False),
    "no text in the message": ("no_text_to_edit", False),
    "query is too old": ("press_too_old", False),
    "text is empty": ("empty_text", False),
    "text must be non-empty": ("empty_text", False),
    "message is too long": ("text_too_long", False),
    "message_too_long": ("text_too_long", False),
    "caption is too long": ("caption_too_long", False),
    "reply markup is too long": ("keyboard_too_long", False),
    "button_data_invalid": ("bad_button", False),
    "keyboard button": ("bad_button", False),
    "can't parse entities": ("unreadable_markup", False),
    "image_process_failed": ("bad_picture", False),
    "photo_invalid_dimensions": ("bad_picture", False),
    "too big": ("file_too_big", False),
    "entity too large": ("file_too_big", False),
    "file must be non-empty": ("empty_file", False),
}
_UNLISTED: dict[int, str] = {HTTPStatus.BAD_REQUEST: "bad_request", HTTPStatus.FORBIDDEN: "forbidden"}


class CallFailed(TelegramError):
    """A call that brought no result; `outcome` says what may be believed about it. The text is its code."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.reason or "")
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    payload: bytes
    retry_after: str | None


class TelegramRequest(BaseRequest):
    """python-telegram-bot's way out. Open between `initialize` and `shutdown`; times are seconds."""

    __slots__ = ("_connect", "_connections", "_deadline", "_session", "_token")

    def __init__(
        self,
        token: str,
        *,
        deadline: float = DEADLINE,
        connect: float = CONNECT,
        connections: int = CONNECTIONS,
    ) -> None:
        self._token, self._deadline, self._connect, self._connections = token, deadline, connect, connections
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._deadline

    async def initialize(self) -> None:
        if self._session is None:
            connector = TCPConnector(limit=self._connections, keepalive_timeout=KEEP_ALIVE)
            no_cookies = DummyCookieJar()  # none are sent, and looking for some costs a tenth of a call
            self._session = ClientSession(
                connector=connector, cookie_jar=no_cookies, skip_auto_headers=["User-Agent"]
            )

    async def shutdown(self) -> None:
        session, self._session = self._session, None
        if session:
            await session.close()

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """One call as the library asks for it; its own ideas of timeouts are not taken. Raises CallFailed."""
        body, headers = _body_of(request_data)
        return HTTPStatus.OK, await self._answered(method, url, body, headers, self._deadline)

    async def call(self, url: str, parameters: Mapping[str, object], deadline: float) -> object:
        """The raw result of one call, for what is read as it comes. Raises CallFailed."""
        payload = await self._answered("POST", url, json.dumps(parameters).encode(), _JSON, deadline)
        return self.parse_json_payload(payload)["result"]

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as JSON, with a `result` in it. The library's own would log what it cannot read."""
        answer = _parsed(payload)
        if "result" not in answer:
            raise CallFailed(unknown("broken_answer"))
        return {**answer, "result": _without_echo(answer["result"])}

    async def _answered(
        self, verb: str, url: str, body: bytes | FormData | None, headers: dict[str, str], deadline: float
    ) -> bytes:
        """Raises outside of any `except`: what aiohttp raised names the address, and with it the token."""
        answer = await self._exchanged(verb, url, body, headers, deadline)
        if isinstance(answer, Outcome):
            raise CallFailed(answer)
        if answer.status != HTTPStatus.OK:
            raise CallFailed(outcome_of(answer.status, answer.payload, answer.retry_after))
        return answer.payload

    async def _exchanged(
        self, verb: str, url: str, body: bytes | FormData | None, headers: dict[str, str], deadline: float
    ) -> _Answer | Outcome:
        if self._session is None:
            return _NOT_SENT
        timeout = ClientTimeout(total=deadline, connect=min(self._connect, deadline))
        address = url.replace(HIDDEN, self._token, 1)
        try:
            async with self._session.request(
                verb, address, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as answer:
                return _Answer(answer.status, await answer.read(), answer.headers.get("Retry-After"))
        except (ClientConnectorError, ConnectionTimeoutError, InvalidURL):
            return _NOT_SENT
        except TimeoutError:
            return unknown("timed_out")
        except (ClientError, OSError):
            return unknown("connection_lost")
        except Exception:  # whatever it is, its text may name the address: no traceback of it may be written
            return unknown("client_failed")


def unknown(code: str) -> Outcome:
    """It may have arrived, or not."""
    return Outcome(Fate.UNKNOWN, reason=code)


def outcome_of(status: int, payload: bytes, retry_after: str | None = None) -> Outcome:
    """What an answer other than 200 means. `retry_after` is the header of that name."""
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND}:
        return _TOKEN_REFUSED
    if status == HTTPStatus.CONFLICT:
        return _CONFLICT
    answer = _parsed(payload)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return Outcome(Fate.LATER, reason="throttled", retry_after=_pause(answer, retry_after))
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return unknown("server_error")
    if status < HTTPStatus.BAD_REQUEST or (status in _UNLISTED and "description" not in answer):
        return unknown("broken_answer")
    return _refused(status, str(answer.get("description", "")))


def _refused(status: int, description: str) -> Outcome:
    """Only a code is kept of the description: it may quote what people wrote."""
    said = description.lower()
    unlisted = (_UNLISTED.get(status, f"http_{status}"), False)
    code, blocked = next((known for piece, known in _REFUSALS.items() if piece in said), unlisted)
    return Outcome(Fate.REFUSED, reason=code, blocked=blocked)


def _pause(answer: dict[str, Any], header: str | None) -> float:
    parameters = answer.get("parameters")
    told = parameters.get("retry_after") if isinstance(parameters, dict) else None
    for seconds in (told, header):
        try:
            return max(0.0, float(seconds))  # type: ignore[arg-type]
        except (TypeError, ValueError):
            continue
    return UNTOLD_PAUSE


def _parsed(payload: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}


def _without_echo(result: Any) -> Any:
    """A sent message comes back whole; only its number is of use, and objects for the rest cost a tenth of a send."""
    if not isinstance(result, dict) or "message_id" not in result:
        return result
    return {field: result[field] for field in _OF_A_MESSAGE if field in result}


def _body_of(asked: RequestData | None) -> tuple[bytes | FormData | None, dict[str, str]]:
    """JSON, or a form where files go along."""
    if asked is None:
        return None, _NO_HEADERS
    if not asked.contains_files:
        return json.dumps(asked.parameters).encode(), _JSON
    form = FormData(quote_fields=False)  # file names go as they are: Telegram shows them to people
    for name, value in asked.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, media_type) in asked.multipart_data.items():
        stream = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=file_name, content_type=media_type)
    return form, _NO_HEADERS
