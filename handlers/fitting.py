"""Turns a row into a message for its channel: words in the person's language, fitted, buttons naming the row."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from flows.effects import Say
from flows.model import Phrase
from flows.rendering import Layout, Limits, Rendered, parts_of, render
from flows.wording import Voice, plain
from handlers.broadcasts import is_same_platform
from handlers.kit import Kit
from handlers.messages import Attachment, Button, Courtesy, CourtesyKind, Outgoing, Picker
from handlers.sitter import Drawn
from storage.coding import say_from

_PNG = b"\x89PNG"

TALLEST_PICTURE = 2.5
"""In widths. Platforms shrink pictures to 1,280 or 2,560 pixels a side: a taller one is then too narrow to read."""

SHORT_LABEL = 12
"""Two labels this short stand side by side; more stand below each other, so that no direction mixes them up."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who reads it, and where: the address as the platform knows it."""

    address: str
    voice: Voice
    limits: Limits


def fitted(kit: Kit, key: str, say: Say, to: Recipient) -> Outgoing:
    """The message of one row."""
    rendered = rendered_for(kit, say, to)
    buttons = tuple(Button(c.label, _carried(key, c.position, say, c.ticked)) for c in rendered.choices)
    keyboard, picker = _laid_out(kit, rendered.layout, buttons, to)
    return Outgoing(to.address, rendered.parts, keyboard, picker)


def media_in(content: Mapping[str, Any], channel: str) -> str | None:
    """The picture a row shows, where it lies with this very channel; elsewhere its description stands for it."""
    where, _, media = str(content.get("picture") or "").partition("|")
    return media if media and is_same_platform(where, channel) else None


def as_drawn(kit: Kit, made: Drawn, to: Recipient) -> Outgoing:
    """The message of something drawn: its words as they are, with the picture if there is one."""
    room = to.limits.caption if made.attachment else to.limits.body
    parts = parts_of(made.text, to.limits.body, room, kit.conversations.word(to.voice))
    return Outgoing(to.address, parts, attachment=_as_it_can_be_read(made.attachment, to.limits))


def rendered_for(kit: Kit, say: Say, to: Recipient) -> Rendered:
    conversations = kit.conversations
    return render(say, conversations.word(to.voice), conversations.plain_word(to.voice), to.limits)


def courtesy_from(
    kit: Kit, noted: Mapping[str, Any], pressed: Mapping[str, Any] | None, to: Recipient
) -> Courtesy | None:
    """A courtesy as the channel needs it; None when there is nothing to be done.

    `pressed` is the content of the row that was pressed or answered. When that row is gone (its person was forgotten
    by this very press), the message keeps its words and still loses its keyboard.
    """
    kind = CourtesyKind(noted["kind"])
    if kind is CourtesyKind.ANSWER_PRESS:
        return Courtesy(kind, press_id=noted["press_id"])
    if kind is CourtesyKind.SHOW_TICKS:
        keyboard = fitted(kit, noted["of"], say_from(noted["say"]), to).keyboard
        return Courtesy(kind, message_id=noted["message_id"], keyboard=keyboard)
    if pressed is None:
        return Courtesy(kind, message_id=noted["message_id"])
    if "say" not in pressed:
        return None
    text = _settled(kit, say_from(pressed["say"]), noted["chosen"], to)
    return Courtesy(kind, message_id=noted["message_id"], text=text)


def _as_it_can_be_read(attachment: Attachment | None, limits: Limits) -> Attachment | None:
    """A picture that a platform would refuse, or shrink until nobody can read it, goes as a file and stays whole."""
    if attachment is None or not limits.pictures_as_files or not attachment.content.startswith(_PNG):
        return attachment
    width, height = struct.unpack(">II", attachment.content[16:24])
    is_too_large = len(attachment.content) > limits.picture_bytes or 0 < limits.picture_sides < width + height
    return replace(attachment, as_file=is_too_large or height > width * TALLEST_PICTURE)


def _settled(kit: Kit, say: Say, chosen: list[int], to: Recipient) -> str:
    """The question with what was chosen there, instead of its keyboard."""
    rendered = rendered_for(kit, say, to)
    labels = [choice.full for choice in rendered.choices if choice.position in chosen]
    mark = f"\n\n✓ {' · '.join(labels)}" if labels else ""
    text = rendered.parts[-1] + mark
    return text if len(text) <= to.limits.body else rendered.parts[-1]


def _carried(key: str, position: int, say: Say, ticked: bool) -> str:
    """`<message key>.<choice>`; a tick names the state it leads to."""
    is_control = say.choices[position].value.startswith("_")
    sign = "" if not say.multiple or is_control else "-" if ticked else "+"
    return f"{key}.{position}{sign}"


def _laid_out(
    kit: Kit, layout: Layout, buttons: tuple[Button, ...], to: Recipient
) -> tuple[tuple[tuple[Button, ...], ...], Picker | None]:
    if layout is Layout.BUTTONS:
        return _rows(buttons), None
    if layout is Layout.LIST:
        label = plain(kit.conversations.texts.say(Phrase("list-button"), to.voice))
        return (), Picker(label, buttons)
    return (), None


def _rows(buttons: tuple[Button, ...]) -> tuple[tuple[Button, ...], ...]:
    if len(buttons) == 2 and all(len(button.label) <= SHORT_LABEL for button in buttons):
        return (buttons,)
    return tuple((button,) for button in buttons)
