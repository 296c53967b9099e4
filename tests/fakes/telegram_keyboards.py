"""A keyboard with one bad button costs a bot the whole message: the fake checks all, as Telegram does."""

import re
from collections.abc import Iterator

from tests.fakes.telegram_markup import clean
from tests.fakes.telegram_rules import CALLBACK_DATA_BYTES, KEYBOARD_BUTTONS, ROW_BUTTONS, Json, bad

BUTTON_ACTIONS = frozenset(
    (
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    )
)
BUTTON_FIELDS = BUTTON_ACTIONS | {"text", "icon_custom_emoji_id", "style"}
OTHER_KEYBOARDS = ("keyboard", "remove_keyboard", "force_reply")


def read_keyboard(markup: Json | None, inline_only: bool = False) -> Json | None:
    """The markup as it will be kept (empty rows gone), or the refusal the real server would give."""
    if not markup:
        return None
    if "inline_keyboard" in markup:
        return _inline_keyboard(markup["inline_keyboard"])
    if inline_only or not any(key in markup for key in OTHER_KEYBOARDS):
        raise bad("inline keyboard expected" if inline_only else "object expected as reply markup")
    if "keyboard" in markup:
        for button in _buttons(markup["keyboard"], "keyboard"):
            if not clean(button if isinstance(button, str) else str(button.get("text", ""))):
                raise bad("keyboard button text must be non-empty")
    return markup


def unknown_button_fields(markup: Json | None) -> set[str]:
    rows = (markup or {}).get("inline_keyboard", [])
    return {name for row in rows for button in row if isinstance(button, dict) for name in button} - BUTTON_FIELDS


def _buttons(rows: object, name: str) -> Iterator[Json]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad(f'field "{name}" must be an Array of Arrays')
    if sum(map(len, rows)) > KEYBOARD_BUTTONS or any(len(row) > ROW_BUTTONS for row in rows):
        raise bad("reply markup is too long")
    for row in rows:
        yield from row


def _inline_keyboard(rows: list[list[Json]]) -> Json | None:
    for button in _buttons(rows, "inline_keyboard"):
        _check_button(button)
    kept = [[{**button, "text": clean(button["text"])} for button in row] for row in rows if row]
    return {"inline_keyboard": kept} if kept else None


def _check_button(button: object) -> None:
    refusal = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad(refusal + "InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise bad(refusal + 'Can\'t find field "text"')
    for name in ("text", "callback_data", "url"):
        if name in button and not isinstance(button[name], str):
            raise bad(refusal + f'Field "{name}" must be of type String')
    if not clean(button["text"]).strip():
        raise bad("inline keyboard button text must be non-empty")
    if not any(button.get(action) not in (None, "") for action in BUTTON_ACTIONS):
        raise bad(refusal + "Text buttons are unallowed in the inline keyboard")
    if len(button.get("callback_data", "").encode()) > CALLBACK_DATA_BYTES:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in button and not re.match(r"(https?|tg)://\S+$", button["url"]):
        raise bad("BUTTON_URL_INVALID")
