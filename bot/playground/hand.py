"""Does what a person does with a phone, and tells the bot as the platform of that phone would.

The page and the conversation tests both act through it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.channels.playground import Playground
from bot.playground.phones import Kind, Look, Message, Phone, Phones
from flows.events import Unfit
from flows.rendering import length
from handlers.messages import Contact, Incoming, Press, Standing
from handlers.ports import Clock, Receive

LONGEST_TEXT = 4096
LONGEST_NAME = 128
LONGEST_DATA = {Look.TELEGRAM: 64, Look.WHATSAPP: 256}
_START = re.compile(r"/start(?: ([A-Za-z0-9_-]{1,64}))?")
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")
_NUMBER = re.compile(r"\+?[0-9 ()-]{3,24}")
_SENDABLE = {unfit.value: unfit for unfit in Unfit if unfit not in {Unfit.CONTACT, Unfit.OTHER}}


class ImpossibleError(Exception):
    """A phone cannot do this. `code` says why; `missing`: what was named does not exist."""

    def __init__(self, code: str, *, missing: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.missing = missing


class Hand:
    """Every act shows on the phone, then reaches the bot, and answers whether the bot kept it (see Receive).

    `greeting` is what an empty WhatsApp chat is opened with, for there is no start button there.
    """

    def __init__(
        self, phones: Phones, channels: Sequence[Playground], receive: Receive, clock: Clock, greeting: str
    ) -> None:
        self._phones = phones
        self._names = {channel.look: channel.name for channel in channels}
        self._receive = receive
        self._clock = clock
        self._greeting = greeting

    async def say(self, phone_id: str, text: str) -> bool:
        phone, text = self._free(phone_id), _sound(text.strip(), LONGEST_TEXT)
        command = _START.fullmatch(text) if phone.look is Look.TELEGRAM else None
        if command:
            return await self._start(phone, command[1] or "")
        return await self._say(phone, text)

    async def start(self, phone_id: str, payload: str = "") -> bool:
        """Open the chat, by a link when there is a payload. WhatsApp's links write the code as a message."""
        phone = self._free(phone_id)
        if not _PAYLOAD.fullmatch(payload):
            raise ImpossibleError("start_invalid")
        if phone.look is Look.TELEGRAM:
            return await self._start(phone, payload)
        return await self._say(phone, payload or self._greeting)

    async def press(self, phone_id: str, data: str, message_id: str) -> bool:
        """Press a button or choose a row. It may be gone by now: fingers are faster than platforms."""
        phone = self._free(phone_id)
        pressed_on = _message(phone, message_id)
        if not data.isprintable() or not 0 < len(data.encode()) <= LONGEST_DATA[phone.look]:
            raise ImpossibleError("data_invalid")
        if phone.look is Look.TELEGRAM:
            press = Press(data, self._phones.fresh_id("p"), message_id)
            return await self._tell(phone, press=press)
        reply = self._phones.write(phone, _label(pressed_on, data), self._clock.now())
        press = Press(data, None, message_id)
        return await self._tell(phone, press=press, message_id=reply.id)

    async def share_contact(self, phone_id: str, name: str, number: str | None = None) -> bool:
        phone, name = self._free(phone_id), _sound(name.strip(), LONGEST_NAME)
        if number and not _NUMBER.fullmatch(number):
            raise ImpossibleError("number_invalid")
        shown = f"{name}\n{number}" if number else name
        sent = self._phones.write(phone, shown, self._clock.now(), Kind.CONTACT)
        contact = Contact(name, number or None)
        return await self._tell(phone, contact=contact, message_id=sent.id)

    async def send(self, phone_id: str, kind: str, caption: str = "") -> bool:
        """Send a voice note, picture (maybe with a caption), sticker, place or file."""
        phone = self._free(phone_id)
        if kind not in _SENDABLE:
            raise ImpossibleError("kind_unknown")
        sent = self._phones.write(phone, caption, self._clock.now(), Kind(kind))
        picture = sent.id if kind == Kind.PICTURE else None
        return await self._tell(phone, unfit=_SENDABLE[kind], message_id=sent.id, picture=picture, caption=caption)

    async def edit(self, phone_id: str, message_id: str, text: str) -> bool:
        """Change an own message. Only Telegram tells a bot about it."""
        phone, text = self._free(phone_id), _sound(text.strip(), LONGEST_TEXT)
        message = _message(phone, message_id)
        if phone.look is not Look.TELEGRAM or not message.mine or message.kind is not Kind.TEXT:
            raise ImpossibleError("not_editable")
        if text == message.text:
            return True
        self._phones.rewrite(phone, message, text)
        return await self._tell(phone, text=text, edited=True, message_id=message_id)

    async def block(self, phone_id: str, blocked: bool = True) -> bool:
        """Block or unblock the bot. WhatsApp tells nobody: the bot finds out when it sends."""
        phone = self._phone(phone_id)
        if phone.blocked is blocked:
            return True
        self._phones.block(phone, blocked)
        if phone.look is Look.WHATSAPP:
            return True
        standing = Standing.BLOCKED if blocked else Standing.UNBLOCKED
        return await self._tell(phone, standing=standing)

    async def _say(self, phone: Phone, text: str) -> bool:
        sent = self._phones.write(phone, text, self._clock.now())
        return await self._tell(phone, text=text, message_id=sent.id)

    async def _start(self, phone: Phone, payload: str) -> bool:
        sent = self._phones.write(phone, "/start", self._clock.now(), Kind.START)
        return await self._tell(phone, start=payload, message_id=sent.id)

    async def _tell(self, phone: Phone, **what: Any) -> bool:
        """Hand the bot one event; `what` are the fields of `Incoming` that say what happened."""
        event = Incoming(self._names[phone.look], phone.id, self._phones.fresh_id("e"), self._clock.now())
        return await self._receive(replace(event, **what))

    def _phone(self, phone_id: str) -> Phone:
        phone = self._phones.find(phone_id)
        if phone is None:
            raise ImpossibleError("phone_unknown", missing=True)
        return phone

    def _free(self, phone_id: str) -> Phone:
        """The phone, if its owner can write to the bot at all."""
        phone = self._phone(phone_id)
        if phone.blocked:
            raise ImpossibleError("blocked")
        return phone


def _message(phone: Phone, message_id: str) -> Message:
    message = phone.message(message_id)
    if message is None:
        raise ImpossibleError("message_unknown", missing=True)
    return message


def _label(message: Message, data: str) -> str:
    rows = (*message.keyboard, message.picker.rows if message.picker else ())
    return next((button.label for row in rows for button in row if button.data == data), data)


def _sound(text: str, room: int) -> str:
    """The text, if a keyboard could have written it: not empty, not too long, no halves of characters."""
    if not text:
        raise ImpossibleError("text_empty")
    if length(text) > room:
        raise ImpossibleError("text_too_long")
    if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise ImpossibleError("text_invalid")
    return text
