"""Describes a phone as the page draws it, so that neither knows how the other is built."""

from typing import Any

from bot.playground.phones import Message, Phone
from handlers.messages import Button


def phone_portrait(phone: Phone) -> dict[str, Any]:
    return {
        "id": phone.id,
        "look": phone.look.value,
        "title": phone.title,
        "blocked": phone.blocked,
        "messages": [_message_portrait(message, phone.id) for message in phone.messages],
    }


def _message_portrait(message: Message, phone_id: str) -> dict[str, Any]:
    """`picture` is an address of the page or None; `file` likewise, with its name."""
    url = f"/playground/phones/{phone_id}/files/{message.id}"
    sent, picker = message.attachment, message.picker
    return {
        "id": message.id,
        "mine": message.mine,
        "kind": message.kind.value,
        "text": message.text,
        "buttons": [_row_portrait(row) for row in message.keyboard],
        "picker": {"label": picker.label, "rows": _row_portrait(picker.rows)} if picker else None,
        "picture": url if sent and sent.is_picture else None,
        "file": {"name": sent.file_name, "url": url} if sent and not sent.is_picture else None,
        "edited": message.edited,
        "at": message.at.isoformat(),
    }


def _row_portrait(buttons: tuple[Button, ...]) -> list[dict[str, str]]:
    return [{"label": button.label, "data": button.data} for button in buttons]
