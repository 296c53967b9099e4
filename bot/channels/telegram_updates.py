"""Reads Telegram's raw updates: of the hundreds of fields they may carry, a conversation needs a dozen.

Pure: one update as parsed JSON in, one `Incoming`, a `Leave` or nothing out. Whatever shape arrives, nothing
raises: an update that cannot be read must never stand in the way of those behind it.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from flows.events import Unfit
from handlers.messages import Contact, Incoming, Press, Standing

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of updates we read, asked for by name both when polling and for the webhook."""

_Raw = dict[str, Any]
_LARGEST_ID = 2**52
_LATEST_INSTANT = 2**33  # Unix seconds; far beyond any message, well inside of what datetime holds
_START = re.compile(r"/start(?:@\w+)?(?:\s+(.*))?", re.IGNORECASE | re.DOTALL)
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_STRANGERS = frozenset({"group", "supergroup", "channel"})
_NOT_THERE = frozenset({"left", "kicked"})
_STANDINGS = {"kicked": Standing.BLOCKED, "member": Standing.UNBLOCKED}

# The first key found decides: an animation also carries a document, a venue also a location.
_UNFIT = {
    "voice": Unfit.VOICE,
    "audio": Unfit.VOICE,
    "video_note": Unfit.VOICE,
    "animation": Unfit.PICTURE,
    "live_photo": Unfit.PICTURE,
    "photo": Unfit.PICTURE,
    "video": Unfit.PICTURE,
    "paid_media": Unfit.PICTURE,
    "sticker": Unfit.STICKER,
    "venue": Unfit.PLACE,
    "location": Unfit.PLACE,
    "document": Unfit.FILE,
    "contact": Unfit.CONTACT,
}

# What Telegram itself writes into a private chat. Nobody said it, so nobody is answered.
_SERVICE = frozenset(
    """
    pinned_message message_auto_delete_timer_changed chat_background_set write_access_allowed
    connected_website new_chat_members left_chat_member new_chat_title new_chat_photo delete_chat_photo
    migrate_to_chat_id migrate_from_chat_id users_shared chat_shared successful_payment refunded_payment
    passport_data gift unique_gift gift_upgrade_sent giveaway_created giveaway_completed
    proximity_alert_triggered boost_added managed_bot_created checklist_tasks_done checklist_tasks_added
    poll_option_added poll_option_deleted forum_topic_created forum_topic_edited forum_topic_closed
    forum_topic_reopened paid_message_price_changed video_chat_scheduled video_chat_started video_chat_ended
    video_chat_participants_invited web_app_data
    """.split()  # noqa: SIM905 (one word a line would bury the code under it)
)


@dataclass(frozen=True, slots=True)
class Leave:
    """The bot was taken into a group or channel: leave it and say nothing."""

    chat_id: int


def read(update: object, now: datetime) -> Incoming | Leave | None:
    """What one update says; `now` (aware UTC) stands in where Telegram gives no instant. Never raises."""
    event, kind = _number(update, "update_id"), _kind(update)
    if event is None or kind is None:
        return None
    body = _inner(update, kind)
    carrier = _inner(body, "message") if kind == "callback_query" else body
    chat = _inner(carrier, "chat")
    if _text(chat, "type") in _STRANGERS:
        return _leave(chat, body)
    address = _address(kind, body, chat)
    if address is None or _inner(body, "from").get("is_bot") is True:
        return None
    message = _number(carrier, "message_id")
    blank = Incoming("telegram", str(address), str(event), now, None if message is None else str(message))
    return _READERS[kind](body, blank)


def update_id(update: object) -> int | None:
    """The number by which an update is confirmed, if it has one."""
    return _number(update, "update_id")


# --- the four kinds -----------------------------------------------------------------------------------------


def _message(body: _Raw, blank: Incoming) -> Incoming | None:
    said = replace(blank, at=_instant(body, "date", blank.at))
    if text := _text(body, "text"):
        return _started_or_said(text, said)
    if name := _full_name(_inner(body, "contact")):
        number = _text(_inner(body, "contact"), "phone_number")
        return replace(said, contact=Contact(name, number or None))
    if not _SERVICE.isdisjoint(body):
        return None
    unfit = next((_UNFIT[key] for key in _UNFIT if key in body), Unfit.OTHER)
    return replace(said, unfit=unfit, picture=_largest(body.get("photo")), caption=_text(body, "caption"))


def _largest(sizes: object) -> str | None:
    """The id of a photo in its largest size: Telegram lists them from small to large."""
    known = [_text(size, "file_id") for size in sizes if isinstance(size, dict)] if isinstance(sizes, list) else []
    return next((file_id for file_id in reversed(known) if file_id), None)


def _started_or_said(text: str, said: Incoming) -> Incoming:
    opened = _START.fullmatch(text.strip())
    if not opened:
        return replace(said, text=text)
    payload = (opened.group(1) or "").strip()
    return replace(said, start=payload if _PAYLOAD.fullmatch(payload) else "")


def _edited_message(body: _Raw, blank: Incoming) -> Incoming | None:
    """Only changed words matter: a live location, for one, is edited every few seconds."""
    text = _text(body, "text")
    if not text:
        return None
    sent = _instant(body, "date", blank.at)
    return replace(blank, at=_instant(body, "edit_date", sent), text=text, edited=True)


def _callback_query(body: _Raw, blank: Incoming) -> Incoming | None:
    data = _text(body, "data")
    if not data:
        return None
    return replace(blank, press=Press(data, _text(body, "id") or None, blank.message_id))


def _my_chat_member(body: _Raw, blank: Incoming) -> Incoming | None:
    standing = _STANDINGS.get(_text(_inner(body, "new_chat_member"), "status"))
    return replace(blank, at=_instant(body, "date", blank.at), standing=standing) if standing else None


_READERS = {
    "message": _message,
    "edited_message": _edited_message,
    "callback_query": _callback_query,
    "my_chat_member": _my_chat_member,
}


# --- single fields ------------------------------------------------------------------------------------------


def _kind(update: object) -> str | None:
    return next((kind for kind in ALLOWED_UPDATES if _inner(update, kind)), None)


def _leave(chat: _Raw, body: _Raw) -> Leave | None:
    """Nothing where we are out already: the news that we left must not make us leave again."""
    chat_id = _number(chat, "id")
    gone = _text(_inner(body, "new_chat_member"), "status") in _NOT_THERE
    return None if chat_id is None or gone else Leave(chat_id)


def _address(kind: str, body: _Raw, chat: _Raw) -> int | None:
    """The private chat. A press on a message too old to be shown names its person: the same id."""
    if kind == "callback_query" and not chat and "inline_message_id" not in body:
        chat = {**_inner(body, "from"), "type": "private"}
    chat_id = _number(chat, "id")
    return chat_id if chat_id and chat_id > 0 and chat.get("type") == "private" else None


def _full_name(contact: _Raw) -> str:
    names = (_text(contact, "first_name").strip(), _text(contact, "last_name").strip())
    return " ".join(name for name in names if name)


def _inner(raw: object, key: str) -> _Raw:
    value = raw.get(key) if isinstance(raw, dict) else None
    return value if isinstance(value, dict) else {}


def _number(raw: object, key: str) -> int | None:
    value = raw.get(key) if isinstance(raw, dict) else None
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if abs(value) < _LARGEST_ID else None


def _text(raw: _Raw, key: str) -> str:
    """The words, without what no database takes: NUL and halves of characters."""
    value = raw.get(key)
    if not isinstance(value, str):
        return ""
    return value.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _instant(raw: _Raw, key: str, otherwise: datetime) -> datetime:
    seconds = _number(raw, key)
    if seconds is None or not 0 < seconds < _LATEST_INSTANT:
        return otherwise
    return datetime.fromtimestamp(seconds, UTC)
