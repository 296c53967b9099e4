"""Speaks to people on Telegram: carries what we say, and tells the outbox honestly what became of it.

Text goes as plain text, never with a parse mode: what people wrote is not markup. Calls that every turn makes are
written here as they go over the wire: the library builds objects around them that nobody looks at, for half the cost.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Self

import structlog
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from bot.channels.telegram_request import DEADLINE, HIDDEN, CallFailed, TelegramRequest, unknown
from bot.channels.telegram_updates import ALLOWED_UPDATES, update_id
from flows.rendering import TELEGRAM, Limits, length
from handlers.messages import Attachment, Button, Courtesy, CourtesyKind, Fate, Outcome, Outgoing

OFFICIAL_API = "https://api.telegram.org"
POLL_MARGIN = 10.0  # seconds an answer to a long poll may come late

Keyboard = tuple[tuple[Button, ...], ...]
Call = Callable[[str, Mapping[str, object]], Awaitable[object]]
"""Carries a method of the Bot API with what it is asked."""

_NO_PREVIEW = {"is_disabled": True}
_EDITED_ALREADY = frozenset({"not_modified"})
_NOTHING_TO_EDIT = frozenset({"message_gone", "not_editable", "no_text_to_edit"})
_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Piece:
    """One call's worth of a message."""

    text: str = ""
    attachment: Attachment | None = None
    keyboard: Keyboard = ()
    media: str | None = None


class Telegram:
    """The channel. Open inside of `async with`. Nothing it shows, logs or raises holds the token.

    `failed_courtesies` counts by code what went wrong with calls that nobody waits for.
    """

    name = "telegram"

    def __init__(self, token: str, *, api_root: str = OFFICIAL_API, deadline: float = DEADLINE) -> None:
        _hush_libraries()
        root = api_root.rstrip("/")
        self.request = TelegramRequest(token, deadline=deadline)
        self.bot = Bot(
            HIDDEN,
            base_url=f"{root}/bot",
            base_file_url=f"{root}/file/bot",
            request=self.request,
            get_updates_request=self.request,
        )
        self.failed_courtesies: Counter[str] = Counter()
        self._deadline = deadline

    @property
    def limits(self) -> Limits:
        return TELEGRAM

    async def __aenter__(self) -> Self:
        await self.request.initialize()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.request.shutdown()

    async def send(self, outgoing: Outgoing) -> Outcome:
        """Try once, all parts within one deadline. Never raises, not even when cancelled.

        Whoever cancels gets UNKNOWN to write down, and learns from `Task.cancelling()` that it was to end.
        """
        delivered: list[int] = []
        try:
            async with asyncio.timeout(self._deadline):
                await self._deliver(outgoing, delivered)
        except CallFailed as failed:
            return _seen_whole(failed.outcome, delivered)
        except TimeoutError:
            return _seen_whole(unknown("timed_out"), delivered)
        except asyncio.CancelledError:
            return _seen_whole(unknown("cancelled"), delivered)
        except Exception as trouble:
            _log.warning("telegram_send_unclear", error=type(trouble).__name__)
            return _seen_whole(unknown("unclear"), delivered)
        return Outcome(Fate.ACCEPTED, provider_id=str(delivered[-1]))

    async def be_courteous(self, courtesy: Courtesy, address: str) -> None:
        """Try once; what goes wrong is only counted."""
        kindness = _KINDNESSES[courtesy.kind]
        await self._tried(courtesy.kind, kindness(self._call, courtesy, address))

    async def leave(self, chat_id: int) -> None:
        """Go from a group without a word. Never raises."""
        await self._tried("leave", self.bot.leave_chat(chat_id))

    async def updates(self, offset: int | None, wait: int) -> list[object]:
        """Raw updates from `offset` on, which confirms those before; none after `wait` s. Raises CallFailed."""
        asked: dict[str, object] = {"timeout": wait, "allowed_updates": ALLOWED_UPDATES}
        if offset is not None:
            asked["offset"] = offset
        answer = await self.request.call(f"{self.bot.base_url}/getUpdates", asked, wait + POLL_MARGIN)
        if not isinstance(answer, list):
            raise CallFailed(unknown("broken_answer"))
        named = [update for update in answer if update_id(update) is not None]
        if answer and not named:
            raise CallFailed(unknown("broken_answer"))
        return named

    async def _deliver(self, outgoing: Outgoing, delivered: list[int]) -> None:
        """Adds the message id of every piece that arrived."""
        if not outgoing.address.removeprefix("-").isdecimal():
            raise CallFailed(Outcome(Fate.REFUSED, reason="bad_address"))
        pieces = pieces_of(outgoing)
        if outgoing.instead_of is not None and len(pieces) == 1 and pieces[0].attachment is None:
            message = int(outgoing.instead_of)
            if await self._edited(int(outgoing.address), message, pieces[0]):
                return delivered.append(message)
        for piece in pieces:
            delivered.append(await self._carry(int(outgoing.address), piece))

    async def _edited(self, chat_id: int, message: int, piece: Piece) -> bool:
        """Whether the message says this now; False when it is no longer there. Raises CallFailed."""
        said = {"chat_id": chat_id, "message_id": message, "text": piece.text, "link_preview_options": _NO_PREVIEW}
        try:
            await self._call("editMessageText", {**said, **_raw_markup(piece.keyboard)})
        except CallFailed as failed:
            if failed.outcome.reason not in _EDITED_ALREADY | _NOTHING_TO_EDIT:
                raise
            return failed.outcome.reason in _EDITED_ALREADY
        return True

    async def _carry(self, chat_id: int, piece: Piece) -> int:
        if piece.media is not None:
            shown_at = {"chat_id": chat_id, "photo": piece.media, **_raw_markup(piece.keyboard)}
            return _message_id(
                await self._call("sendPhoto", shown_at | ({"caption": piece.text} if piece.text else {}))
            )
        if piece.attachment is None:
            return await self._say(chat_id, piece)
        markup = _markup(piece.keyboard)
        content, file_name = piece.attachment.content, piece.attachment.file_name
        carry = self.bot.send_photo if piece.attachment.is_picture else self.bot.send_document
        shown = await carry(chat_id, content, caption=piece.text or None, reply_markup=markup, filename=file_name)
        return shown.message_id

    async def _say(self, chat_id: int, piece: Piece) -> int:
        said = await self._call(
            "sendMessage",
            {
                "chat_id": chat_id,
                "text": piece.text,
                "link_preview_options": _NO_PREVIEW,
                **_raw_markup(piece.keyboard),
            },
        )
        return _message_id(said)

    async def _call(self, method: str, asked: Mapping[str, object]) -> object:
        """The raw result of one call. Raises CallFailed."""
        return await self.request.call(f"{self.bot.base_url}/{method}", asked, self._deadline)

    async def _tried(self, what: str, call: Awaitable[object]) -> None:
        try:
            await call
        except CallFailed as failed:
            self.failed_courtesies[f"{what}:{failed}"] += 1
        except Exception as trouble:
            self.failed_courtesies[f"{what}:{type(trouble).__name__}"] += 1


def pieces_of(outgoing: Outgoing) -> tuple[Piece, ...]:
    """The calls one message takes. The last part is the caption if it fits, else it follows the picture."""
    *earlier, last = outgoing.parts or ("",)
    pieces = [Piece(part) for part in earlier]
    attachment, media = outgoing.attachment, outgoing.media
    if (attachment or media) and length(last) > TELEGRAM.caption:
        pieces.append(Piece(attachment=attachment, media=media))
        attachment = media = None
    return (*pieces, Piece(last, attachment, outgoing.keyboard, media))


def _message_id(said: object) -> int:
    """The id of what was just shown. Raises CallFailed: the answer does not say."""
    if not isinstance(said, dict) or not isinstance(said.get("message_id"), int):
        raise CallFailed(unknown("broken_answer"))
    return int(said["message_id"])


def _seen_whole(outcome: Outcome, delivered: list[int]) -> Outcome:
    """What arrived in part is uncertain, whatever stopped the rest; a wait or a block is still told."""
    return replace(outcome, fate=Fate.UNKNOWN, reason="partly_sent") if delivered else outcome


def _markup(keyboard: Keyboard) -> InlineKeyboardMarkup | None:
    if not keyboard:
        return None
    rows = [[InlineKeyboardButton(button.label, callback_data=button.data) for button in row] for row in keyboard]
    return InlineKeyboardMarkup(rows)


def _raw_markup(keyboard: Keyboard) -> dict[str, object]:
    """The same as it goes over the wire, to be laid into a call; nothing where there are no buttons."""
    if not keyboard:
        return {}
    rows = [[{"text": button.label, "callback_data": button.data} for button in row] for row in keyboard]
    return {"reply_markup": {"inline_keyboard": rows}}


async def _answer_press(call: Call, courtesy: Courtesy, _: str) -> None:
    if courtesy.press_id is not None:
        words = {} if courtesy.text is None else {"text": courtesy.text}
        await call("answerCallbackQuery", {"callback_query_id": courtesy.press_id, **words})


async def _settle(call: Call, courtesy: Courtesy, address: str) -> None:
    """Words under a picture cannot be replaced this way: there only the keyboard goes."""
    if courtesy.message_id is None:
        return
    at = {"chat_id": int(address), "message_id": int(courtesy.message_id)}
    if courtesy.text:
        try:
            await call("editMessageText", {**at, "text": courtesy.text, "link_preview_options": _NO_PREVIEW})
            return
        except CallFailed as failed:
            if failed.outcome.reason != "no_text_to_edit":
                raise
    await call("editMessageReplyMarkup", at)


async def _show_ticks(call: Call, courtesy: Courtesy, address: str) -> None:
    if courtesy.message_id is not None:
        at = {"chat_id": int(address), "message_id": int(courtesy.message_id)}
        await call("editMessageReplyMarkup", {**at, **_raw_markup(courtesy.keyboard)})


_KINDNESSES: dict[CourtesyKind, Callable[[Call, Courtesy, str], Awaitable[None]]] = {
    CourtesyKind.ANSWER_PRESS: _answer_press,
    CourtesyKind.SETTLE: _settle,
    CourtesyKind.SHOW_TICKS: _show_ticks,
}


def _hush_libraries() -> None:
    """At DEBUG the library logs every call with the words in it, and that is not ours to write down."""
    for library in ("telegram", "aiohttp"):
        logging.getLogger(library).setLevel(logging.WARNING)
