"""Refuses what the real platforms would refuse, so that a message too long for them is found out here.

The numbers are the platforms' own, on purpose not those of `flows/rendering.py`: a mistake there must show.
Units: UTF-16 units for Telegram bodies, characters for WhatsApp and labels, bytes for data and pictures.
"""

from collections.abc import Callable, Iterator
from itertools import chain

from bot.playground.phones import Look
from flows.rendering import length
from handlers.messages import Attachment, Button, Outgoing

BODY = 4096
CAPTION = 1024
MEGABYTE = 1024 * 1024

TELEGRAM_BUTTONS, TELEGRAM_BUTTONS_IN_A_ROW = 100, 8
TELEGRAM_DATA = 64
TELEGRAM_PICTURE = 10 * MEGABYTE

WHATSAPP_BODY_WITH_BUTTONS = 1024
WHATSAPP_BUTTONS, WHATSAPP_BUTTON_LABEL, WHATSAPP_BUTTON_DATA = 3, 20, 256
WHATSAPP_ROWS, WHATSAPP_ROW_LABEL, WHATSAPP_ROW_DATA = 10, 24, 200
WHATSAPP_PICTURE = 5 * MEGABYTE


def refusal(outgoing: Outgoing, look: Look) -> str | None:
    """The code of the first reason why the platform would not take this, None if it would."""
    return next(_REASONS[look](outgoing), None)


def _telegram(outgoing: Outgoing) -> Iterator[str]:
    yield from _bodies(outgoing, BODY, length)
    yield from _picture(outgoing.attachment, TELEGRAM_PICTURE, ("image/png", "image/jpeg", "image/webp"))
    buttons = tuple(chain.from_iterable(outgoing.keyboard))
    if outgoing.picker:
        yield "no_such_list"
    if len(buttons) > TELEGRAM_BUTTONS:
        yield "too_many_buttons"
    if any(len(row) > TELEGRAM_BUTTONS_IN_A_ROW for row in outgoing.keyboard):
        yield "row_too_long"
    if any(not button.label.strip() for button in buttons):
        yield "label_empty"
    yield from _identifiers(buttons, TELEGRAM_DATA)


def _whatsapp(outgoing: Outgoing) -> Iterator[str]:
    chosen_from = outgoing.keyboard or outgoing.picker
    yield from _bodies(outgoing, WHATSAPP_BODY_WITH_BUTTONS if chosen_from else BODY, len)
    yield from _picture(outgoing.attachment, WHATSAPP_PICTURE, ("image/png", "image/jpeg"))
    if outgoing.keyboard and outgoing.picker:
        yield "buttons_and_list"
    if outgoing.attachment and outgoing.picker:
        yield "attachment_and_list"
    yield from _reply_buttons(tuple(chain.from_iterable(outgoing.keyboard)))
    if outgoing.picker:
        yield from _labels((Button(outgoing.picker.label, "list"),), WHATSAPP_BUTTON_LABEL)
        yield from _rows(outgoing.picker.rows)


_REASONS: dict[Look, Callable[[Outgoing], Iterator[str]]] = {
    Look.TELEGRAM: _telegram,
    Look.WHATSAPP: _whatsapp,
}


def _bodies(outgoing: Outgoing, last_room: int, measure: Callable[[str], int]) -> Iterator[str]:
    """An attachment carries the last part as its caption, which may be empty; a text may not."""
    *earlier, last = outgoing.parts or ("",)
    if any(not part.strip() for part in earlier) or not (last.strip() or outgoing.attachment):
        yield "text_empty"
    if any(measure(part) > BODY for part in earlier):
        yield "text_too_long"
    if measure(last) > (CAPTION if outgoing.attachment else last_room):
        yield "caption_too_long" if outgoing.attachment else "text_too_long"


def _picture(attachment: Attachment | None, room: int, kinds: tuple[str, ...]) -> Iterator[str]:
    if not attachment or not attachment.is_picture:
        return
    if attachment.media_type not in kinds:
        yield "picture_unknown"
    if len(attachment.content) > room:
        yield "picture_too_big"


def _reply_buttons(buttons: tuple[Button, ...]) -> Iterator[str]:
    if len(buttons) > WHATSAPP_BUTTONS:
        yield "too_many_buttons"
    yield from _labels(buttons, WHATSAPP_BUTTON_LABEL)
    yield from _identifiers(buttons, WHATSAPP_BUTTON_DATA)
    if len({button.label for button in buttons}) < len(buttons):
        yield "label_repeated"
    if len({button.data for button in buttons}) < len(buttons):
        yield "data_repeated"


def _rows(rows: tuple[Button, ...]) -> Iterator[str]:
    if not rows:
        yield "list_empty"
    if len(rows) > WHATSAPP_ROWS:
        yield "too_many_rows"
    yield from _labels(rows, WHATSAPP_ROW_LABEL)
    yield from _identifiers(rows, WHATSAPP_ROW_DATA)
    if len({row.data for row in rows}) < len(rows):
        yield "data_repeated"


def _labels(buttons: tuple[Button, ...], room: int) -> Iterator[str]:
    if any(not button.label.strip() for button in buttons):
        yield "label_empty"
    if any(len(button.label) > room for button in buttons):
        yield "label_too_long"


def _identifiers(buttons: tuple[Button, ...], room: int) -> Iterator[str]:
    if any(not 0 < len(button.data.encode()) <= room for button in buttons):
        yield "data_invalid"
