"""Telegram's limits, refusals and parameters as plain data: the fake has to be as exact, and stricter.

What is written here was taken from the Bot API description and from what the real server answers. Where that
is lenient (unknown parameters, wrong JSON types) the call still goes through, but a `Fault` is recorded.
"""

import json
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

TEXT_UNITS = 4096  # UTF-16 code units, after the markup was read
CAPTION_UNITS = 1024
SOURCE_BYTES = 32768  # of a text before its markup is read
CALLBACK_DATA_BYTES = 64
KEYBOARD_BUTTONS = 100
ROW_BUTTONS = 8
CALLBACK_ANSWER_UNITS = 200
PHOTO_BYTES = 10 * 1024 * 1024
UPLOAD_BYTES = 50 * 1024 * 1024
DOWNLOAD_BYTES = 20 * 1024 * 1024
PHOTO_SIDES = 10000  # width + height
PHOTO_RATIO = 20
COMMANDS = 100
COMMAND_LETTERS = 32
COMMAND_DESCRIPTION = 256
BOT_NAME, BOT_DESCRIPTION, BOT_SHORT_DESCRIPTION = 64, 512, 120
START_PAYLOAD = 64
SECRET_TOKEN = 256
PRESS_SECONDS = 150  # a press is kept, and can be answered, that long
UPDATE_SECONDS = 24 * 3600
DELETE_SECONDS = 48 * 3600
POLL_SECONDS = 50
POLL_UPDATES = 100

CHAT_ACTIONS = frozenset(
    (
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    )
)
SILENT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
COMMAND_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}


class Refusal(Exception):
    """Telegram says no: HTTP status, the sentence in the body, and sometimes how many seconds to wait."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code, self.description, self.retry_after = code, description, retry_after

    def body(self) -> Json:
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            answer["parameters"] = {"retry_after": self.retry_after}
        return answer


def bad(sentence: str) -> Refusal:
    return Refusal(400, f"Bad Request: {sentence}")


def forbidden(sentence: str) -> Refusal:
    return Refusal(403, f"Forbidden: {sentence}")


def too_many(seconds: int) -> Refusal:
    return Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something the real server lets pass and we do not: a finding about the bot, not an answer to it."""

    code: str
    method: str
    detail: str


# Parameter kinds: int, str, bool, chat (number or @name), array, object, file (upload, file id or URL).
_SEND = {
    "business_connection_id": "str",
    "chat_id": "chat",
    "message_thread_id": "int",
    "direct_messages_topic_id": "int",
    "disable_notification": "bool",
    "protect_content": "bool",
    "allow_paid_broadcast": "bool",
    "message_effect_id": "str",
    "suggested_post_parameters": "object",
    "reply_parameters": "object",
    "reply_markup": "object",
}
_TEXT = {"text": "str", "parse_mode": "str", "entities": "array", "link_preview_options": "object"}
_CAPTION = {"caption": "str", "parse_mode": "str", "caption_entities": "array"}
_EDIT = {
    "business_connection_id": "str",
    "chat_id": "chat",
    "message_id": "int",
    "inline_message_id": "str",
    "reply_markup": "object",
}
_SCOPE = {"scope": "object", "language_code": "str"}

PARAMETERS: dict[str, dict[str, str]] = {
    "getMe": {},
    "getUpdates": {"offset": "int", "limit": "int", "timeout": "int", "allowed_updates": "array"},
    "setWebhook": {
        "url": "str",
        "certificate": "file",
        "ip_address": "str",
        "max_connections": "int",
        "allowed_updates": "array",
        "drop_pending_updates": "bool",
        "secret_token": "str",
    },
    "deleteWebhook": {"drop_pending_updates": "bool"},
    "getWebhookInfo": {},
    "sendMessage": {**_SEND, **_TEXT},
    "sendPhoto": {
        **_SEND,
        **_CAPTION,
        "photo": "file",
        "show_caption_above_media": "bool",
        "has_spoiler": "bool",
    },
    "sendDocument": {
        **_SEND,
        **_CAPTION,
        "document": "file",
        "thumbnail": "file",
        "disable_content_type_detection": "bool",
    },
    "editMessageText": {**_EDIT, **_TEXT, "rich_message": "object"},
    "editMessageReplyMarkup": _EDIT,
    "deleteMessage": {"chat_id": "chat", "message_id": "int"},
    "answerCallbackQuery": {
        "callback_query_id": "str",
        "text": "str",
        "show_alert": "bool",
        "url": "str",
        "cache_time": "int",
    },
    "sendChatAction": {
        "business_connection_id": "str",
        "chat_id": "chat",
        "message_thread_id": "int",
        "action": "str",
    },
    "setMyCommands": {"commands": "array", **_SCOPE},
    "getMyCommands": _SCOPE,
    "deleteMyCommands": _SCOPE,
    "setMyName": {"name": "str", "language_code": "str"},
    "setMyDescription": {"description": "str", "language_code": "str"},
    "setMyShortDescription": {"short_description": "str", "language_code": "str"},
    "leaveChat": {"chat_id": "chat"},
    "getFile": {"file_id": "str"},
}
METHOD_NAMES = {name.lower(): name for name in PARAMETERS}  # the real server does not mind upper and lower case

_JSON_TYPES: dict[str, tuple[type, ...]] = {
    "int": (int,),
    "str": (str,),
    "bool": (bool,),
    "chat": (int, str),
    "array": (list,),
    "object": (dict,),
    "file": (str,),
}


def read_parameter(kind: str, given: Any, from_json: bool) -> tuple[Any, bool]:
    """(the value, was it of the right type); the value is None when nothing can be made of it.

    In a form every value is text: text that reads as the right type is right. In a JSON body it is a fault.
    """
    fits = isinstance(given, _JSON_TYPES[kind]) and not (kind in ("int", "chat") and isinstance(given, bool))
    if kind == "chat" and isinstance(given, str) and not given.startswith("@"):
        fits = False
    if fits:
        return given, True
    if not isinstance(given, str):
        return None, False
    value = _from_text(kind, given)
    return value, value is not None and not from_json


def _from_text(kind: str, given: str) -> Any:
    if kind in ("int", "chat"):
        return int(given) if given.lstrip("-").isdecimal() else None
    if kind == "bool":
        return {"true": True, "false": False}.get(given)
    try:
        value = json.loads(given)
    except ValueError:
        return None
    return value if isinstance(value, _JSON_TYPES[kind]) else None
