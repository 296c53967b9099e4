"""Sending, changing, deleting, answering: what a bot does in a chat, and in which words it is refused."""

from tests.fakes import telegram_rules as rules
from tests.fakes.telegram_calls import Asked, Upload, chat_of, open_chat
from tests.fakes.telegram_chats import Chat
from tests.fakes.telegram_keyboards import read_keyboard, unknown_button_fields
from tests.fakes.telegram_markup import read_caption, read_text, utf16
from tests.fakes.telegram_rules import Json, Refusal, bad
from tests.fakes.telegram_world import File, World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"


def _keyboard(asked: Asked, inline_only: bool = False) -> Json | None:
    markup = read_keyboard(asked.params.get("reply_markup"), inline_only)
    for name in sorted(unknown_button_fields(markup)):
        asked.fault("unknown_button_field", name)
    return markup


# --- sending ----------------------------------------------------------------------------------------------


async def send_message(asked: Asked) -> Json:
    text, entities = read_text(asked.text("text"), asked.text("parse_mode"), asked.params.get("entities"))
    return _deliver(asked, {"text": text, **({"entities": entities} if entities else {})})


async def send_photo(asked: Asked) -> Json:
    return _send_file(asked, "photo")


async def send_document(asked: Asked) -> Json:
    return _send_file(asked, "document")


def _send_file(asked: Asked, kind: str) -> Json:
    caption, entities = read_caption(
        asked.text("caption"), asked.text("parse_mode"), asked.params.get("caption_entities")
    )
    file = _file(asked, kind)
    content = {
        **asked.world.shown_file(file),
        **({"caption": caption} if caption else {}),
        **({"caption_entities": entities} if entities else {}),
    }
    return _deliver(asked, content)


def _file(asked: Asked, kind: str) -> File:
    given = asked.params.get(kind)
    if isinstance(given, Upload):
        return _uploaded(asked.world, kind, given)
    if not given:
        raise bad(f"there is no {kind} in the request")
    file = asked.world.files.get(str(given))
    if file is None:
        raise bad("wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        raise bad("type of file mismatch")
    return file


def _uploaded(world: World, kind: str, upload: Upload) -> File:
    size = len(upload.data)
    if not size:
        raise bad("file must be non-empty")
    if size > rules.UPLOAD_BYTES:
        raise Refusal(413, "Request Entity Too Large")
    if kind == "photo" and size > rules.PHOTO_BYTES:
        limit = rules.PHOTO_BYTES
        raise bad(f"file of size {size} bytes is too big for a photo; the maximum size is {limit} bytes")
    return world.keep_file(kind, upload.data, upload.name, upload.mime_type)


def _deliver(asked: Asked, content: Json) -> Json:
    markup, chat = _keyboard(asked), open_chat(asked)
    seconds = asked.world.rates.over(chat.id)
    if seconds is not None:
        asked.fault("over_rate", f"chat {chat.id}: wait {seconds} s")
        raise asked.world.waits.tell(chat.id, seconds)
    quoted = _reply_to(asked, chat)
    message = chat.compose(asked.world.bot, {**quoted, **content})
    if asked.params.get("protect_content"):
        message["has_protected_content"] = True
    if markup and "inline_keyboard" in markup:
        message["reply_markup"] = markup
    elif markup:
        chat.seen.reply_keyboard = markup if "keyboard" in markup else None
        chat.fixed.add(message["message_id"])
    chat.seen.from_bot.append(message["message_id"])
    chat.keep(message)
    asked.call.message_id = message["message_id"]
    return message


def _reply_to(asked: Asked, chat: Chat) -> Json:
    wanted: Json = asked.params.get("reply_parameters") or {}
    if not wanted:
        return {}
    if quoted := chat.seen.history.get(wanted.get("message_id", 0)):
        return {"reply_to_message": {key: value for key, value in quoted.items() if key != "reply_to_message"}}
    if wanted.get("allow_sending_without_reply"):
        return {}
    raise bad("message to be replied not found")


# --- changing ---------------------------------------------------------------------------------------------


def _own_message(asked: Asked) -> tuple[Chat, Json]:
    """The bot's own message that is to be edited; strangers' and unknown ones are faults."""
    chat = chat_of(asked)
    message_id = asked.params.get("message_id")
    if not message_id:
        raise bad("message identifier is not specified")
    if refusal := chat.refusal():
        raise refusal
    message = chat.seen.history.get(message_id)
    if message is None:
        if message_id not in chat.seen.from_bot:
            asked.fault("unknown_edit", f"chat {chat.id} never had a message {message_id} of the bot")
        raise bad("message to edit not found")
    if message["from"]["id"] != asked.world.bot.id:
        asked.fault("foreign_edit", f"message {message_id} in chat {chat.id} is not the bot's own")
        raise bad("message can't be edited")
    if message_id in chat.fixed:
        raise bad("message can't be edited")
    return chat, message


async def edit_message_text(asked: Asked) -> Json:
    text, entities = read_text(asked.text("text"), asked.text("parse_mode"), asked.params.get("entities"))
    markup = _keyboard(asked, inline_only=True)
    chat, old = _own_message(asked)
    if "text" not in old:
        raise bad("there is no text in the message to edit")
    return _edited(asked, chat, old, {"text": text, "entities": entities, "reply_markup": markup})


async def edit_message_reply_markup(asked: Asked) -> Json:
    markup = _keyboard(asked, inline_only=True)
    chat, old = _own_message(asked)
    return _edited(asked, chat, old, {"reply_markup": markup})


def _edited(asked: Asked, chat: Chat, old: Json, changes: Json) -> Json:
    """An edit replaces text and keyboard; a keyboard that is not sent again is gone."""
    kept = {key: value for key, value in old.items() if key not in changes}
    new = {**kept, **{key: value for key, value in changes.items() if value}}
    if new == old:
        raise bad(NOT_MODIFIED)
    new["edit_date"] = asked.world.clock.unix()
    chat.keep(new)
    asked.call.message_id = new["message_id"]
    return new


async def delete_message(asked: Asked) -> bool:
    chat = chat_of(asked)
    message_id = asked.params.get("message_id")
    if not message_id:
        raise bad("message identifier is not specified")
    message = chat.seen.history.get(message_id)
    if message is None:
        raise bad("message to delete not found")
    own, private = message["from"]["id"] == asked.world.bot.id, chat.seen.kind == "private"
    if asked.world.clock.unix() - message["date"] > rules.DELETE_SECONDS or not (own or private):
        raise bad("message can't be deleted for everyone")
    del chat.seen.history[message_id]
    chat.touch()
    asked.call.message_id = message_id
    return True


async def answer_callback_query(asked: Asked) -> bool:
    press = asked.world.presses.get(asked.text("callback_query_id"))
    if press is None:
        asked.fault("unknown_press", asked.text("callback_query_id"))
        raise bad(OLD_QUERY)
    if utf16(asked.text("text")) > rules.CALLBACK_ANSWER_UNITS:
        raise bad("MESSAGE_TOO_LONG")
    if asked.params.get("url"):
        raise bad("URL_INVALID")
    if asked.world.clock.monotonic() - press.at > rules.PRESS_SECONDS:
        raise bad(OLD_QUERY)
    if press.answers:
        asked.fault("answered_twice", f"press {press.id} of {press.label or press.data!r}")
    press.answers.append(asked.params)
    chat = asked.world.phones[press.chat]
    if asked.text("text") and isinstance(chat, Chat):
        chat.seen.toasts.append(asked.text("text"))
        chat.touch()
    return True


async def send_chat_action(asked: Asked) -> bool:
    if asked.text("action") not in rules.CHAT_ACTIONS:
        raise bad("wrong parameter action in request")
    chat = open_chat(asked)
    chat.seen.actions.append(asked.text("action"))
    chat.touch()
    return True


async def leave_chat(asked: Asked) -> bool:
    chat = chat_of(asked)
    if chat.seen.kind == "private":
        raise bad("chat member status can't be changed in private chats")
    if refusal := chat.refusal():
        raise refusal
    chat.bot_leaves()
    return True
